"""edureport check: figures of reports that contradict each other, as an auditor would list them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple

import typer

from edureport.checks import NAMES, Finding, Severity, findings
from edureport.commands.columns import Columns, column, columns_of, each_row, for_people
from edureport.commands.figures import tally, title_of_several, whose
from edureport.commands.options import Reports, View, loaded, located, with_view
from edureport.commands.selection import fitting, listed, one_of
from edureport.commands.values import completing, option
from edureport.errors import FOUND, ReportError
from edureport.languages.values import Percent, outward
from edureport.languages.visible import visible
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Report
from edureport.problem import Place
from edureport.reading.report_file import empty
from edureport.showing import label_of
from edureport.table import Compact, Kind, Label, Table

SEVERITIES = {severity.value: severity for severity in Severity}


class FindingRow(NamedTuple):
    """A finding in a report, in the reader's language."""

    report: Report
    finding: Finding
    language: str

    @property
    def label(self) -> Label:
        finding, indicator = self.finding, self.report[self.finding.indicator]
        if finding.target is not None:
            return Label(self.report.targets[finding.target].label.in_language(self.language))
        return label_of(indicator, finding.category, self.language)

    @property
    def explained(self) -> str | None:
        """The reason that the report file gives for it."""
        because = self.finding.explained
        return because.in_language(self.language) if because else None


COLUMNS: Columns[FindingRow] = (
    column("check", Kind.KEY, lambda row: row.finding.check, people=3, compact=Compact.LEAD),
    column("severity", Kind.STATUS, lambda row: row.finding.severity.value, people=1),
    column("certainty", Kind.CODE, lambda row: row.finding.severity.certainty),
    column("organisation", Kind.KEY, lambda row: row.report.body),
    column("indicator", Kind.KEY, lambda row: row.finding.indicator),
    column("dimension", Kind.KEY, lambda row: (part := row.finding.category) and part.dimension),
    column("member", Kind.KEY, lambda row: (part := row.finding.category) and part.member),
    column("target", Kind.KEY, lambda row: row.finding.target),
    column("period", Kind.PERIOD, lambda row: row.finding.period or row.report.period),
    column("label", Kind.LABEL, lambda row: row.label),
    column("text", Kind.SENTENCE, lambda row: row.finding.message, people=5),
    column("figures", Kind.TEXT, lambda row: figures(row.finding.message)),
    column("arithmetic", Kind.SENTENCE, lambda row: row.finding.arithmetic, people=6),
    column("report", Kind.TEXT, lambda row: visible(row.finding.place.path)),
    column("line", Kind.COUNT, lambda row: row.finding.place.line),
    column("column", Kind.COUNT, lambda row: row.finding.place.column),
    column("explained", Kind.TEXT, lambda row: row.explained, people=7, compact=Compact.END),
    for_people("place", Kind.TEXT, lambda row: visible(str(row.finding.place)), 2, Compact.LEAD),
    for_people(
        "organisation_label", Kind.TEXT, lambda row: row.report.organisation.in_language(row.language), 4
    ),
)


@with_view
def check(
    reports: Reports = None,
    only: Annotated[list[str] | None, option("NAME", "help.only", completing("only"))] = None,
    skip: Annotated[list[str] | None, option("NAME", "help.skip", completing("skip"))] = None,
    severity: Annotated[
        str, option("contradiction|doubt|remark", "help.severity", completing("severity"))
    ] = "remark",
    *,
    view: View,
) -> None:
    """Run the command."""
    least = one_of("--severity", severity, SEVERITIES)
    wanted = fitting(NAMES, listed(only), "check") if listed(only) else list(NAMES)
    unwanted = fitting(NAMES, listed(skip), "check")
    read = loaded(located(reports, view.language), view.language, cache=view.cache)  # the gaps are told below
    names = [name for name in wanted if name not in unwanted]
    shown = [one for one in findings(read, names) if one.severity.rank <= least.rank]
    view.write(check_table(read, shown, view.language), read)
    if gaps := [empty(gap) for report in read for gap in report.gaps]:
        raise ReportError(*gaps)
    if any(one.explained is None for one in shown):
        raise typer.Exit(FOUND)


def check_table(reports: Sequence[Report], shown: Sequence[Finding], language: str) -> Table:
    """The findings, one row each; below them their number, and what could explain each kind."""
    first = reports[0]
    one = message("title.check", organisation=first.organisation, period=first.period)
    hidden = whose(reports) | {
        name for name in ("explained", "arithmetic") if not any(getattr(one, name) for one in shown)
    }
    return Table(
        name="check",
        title=one if len(reports) == 1 else title_of_several(reports),
        language=language,
        columns=columns_of(COLUMNS, hidden),
        rows=list(each_row(COLUMNS, (FindingRow(one.report, one, language) for one in shown if one.report))),
        notes=tuple(_notes(reports, shown)),
        nested=False,
    )


def figures(said: Message) -> str | None:
    """The figures of a message as machines read them in every language: "whole=300; total=more than 250"."""
    values = ((name, _plain(value)) for name, value in said.values.items())
    return "; ".join(f"{name}={text}" for name, text in values if text is not None) or None


def _plain(value: object) -> str | None:
    """A figure in the notation of report files; None for labels and words."""
    if isinstance(value, Percent):  # at the digits at which people see it
        amount = outward(value.amount, value.digits, percent=True)
        return str(Quantity(amount.stated, Bound(amount.bound), amount.upper))
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return visible(str(value)) if isinstance(value, Quantity | Period | Place | int) else None


def _notes(reports: Sequence[Report], findings: Sequence[Finding]) -> Iterator[Message]:
    if not findings:  # what was looked at in vain
        indicators = message("count.indicators", count=len({key for report in reports for key in report}))
        targets = message("count.targets", count=len({key for report in reports for key in report.targets}))
        yield message("check.nothing", indicators=indicators, targets=targets)
    open_ones = [finding for finding in findings if finding.explained is None]
    if open_ones:
        each = tally("check.severity_count", "severity", [finding.severity for finding in open_ones])
        yield message("check.counts", findings=message("count.findings", count=len(open_ones)), each=each)
    if len(open_ones) < len(findings):
        yield message("check.explained", count=len(findings) - len(open_ones))
    for name in NAMES:
        if any(finding.check == name for finding in open_ones):
            yield message("check.cause", check=name, cause=message(f"cause.{name.replace('-', '_')}"))
