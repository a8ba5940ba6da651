"""edureport summary: what a report says, section by section."""

from collections.abc import Iterator, Sequence

from edureport.commands.columns import columns_of, rows_of
from edureport.commands.figures import (
    COLUMNS,
    FigureRow,
    Subject,
    about,
    entries_of,
    full_label,
    share_of,
    whose,
)
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, with_view
from edureport.commands.selection import listed, selected
from edureport.languages.values import Percent
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Indicator, Report
from edureport.table import Later, Row, Table


@with_view
def summary(
    reports: Reports = None,
    section: Sections = None,
    indicator: Indicators = None,
    explain: Explain = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    found = read(reports, view.language)
    chosen = selected(found, listed(section), listed(indicator))
    view.write(summary_table(found, chosen, view.language, explain=explain), found)


def summary_table(
    reports: Sequence[Report], chosen: Sequence[Indicator], language: str, *, explain: bool = False
) -> Table:
    """The chosen indicators of the reports with their parts, one row a figure.

    An indicator without a figure for the period of its report has a row without a value.
    """
    keep = {id(indicator) for indicator in chosen}
    rows: list[Row] = []
    groups: list[tuple[int, Message]] = []
    for report in reports:
        for heading, members in _sections(report, keep):
            several = message(
                "group.report", report=report.organisation, period=report.period, section=heading
            )
            groups.append((len(rows), several if len(reports) > 1 else heading))
            figures = (row for one in members for row in indicator_rows(report, one, language))
            rows += rows_of(COLUMNS, figures)
    explained = [text for one in chosen for text in _explanations(one)] if explain else []
    return Table(
        name="summary",
        title=title(reports),
        language=language,
        columns=columns_of(COLUMNS, whose(reports)),
        rows=rows,
        groups=tuple(groups),
        notes=Later(lambda: (*_notes(reports, keep), *explained)),
    )


def _notes(reports: Sequence[Report], keep: set[int]) -> Iterator[Message]:
    """How much each report has, and what is inconsistent in it; remarks are for `check`."""
    from edureport.checks import findings
    from edureport.checks.finding import Severity

    found = [one for one in findings(reports) if one.severity is not Severity.REMARK and not one.explained]
    for report in reports:
        doubts = [
            finding for finding in found if finding.report is report and id(report[finding.indicator]) in keep
        ]
        counts = message(
            "summary.counts",
            indicators=message(
                "count.indicators", count=sum(id(one) in keep for one in report.indicators.values())
            ),
            targets=message(
                "count.targets", count=sum(id(one.indicator) in keep for one in report.targets.values())
            ),
            findings=message("count.findings", count=len(doubts)),
        )
        whose = message("summary.counts_of", report=report.organisation, period=report.period, counts=counts)
        yield whose if len(reports) > 1 else counts
        for one in doubts:
            yield about(one.message, one.indicator, one.category, one.target)


def title(reports: Sequence[Report]) -> Message:
    """Whose report it is, and on what period."""
    if len(reports) == 1:
        return message("title.summary", organisation=reports[0].organisation, period=reports[0].period)
    return message("title.reports", count=len(reports))


def indicator_rows(report: Report, indicator: Indicator, language: str) -> Iterator[FigureRow]:
    """The rows of an indicator: its figure for the period of the report, and its parts."""
    subject = Subject.of(report, indicator, language)
    for entry, whole in entries_of(indicator):
        yield FigureRow.of(subject, entry, whole)


def _sections(report: Report, keep: set[int]) -> Iterator[tuple[Message, list[Indicator]]]:
    """The chosen indicators by section, in the order of the sections; those of none at the end."""
    members: dict[str | None, list[Indicator]] = {key: [] for key in report.sections}
    members[None] = []
    for indicator in report.indicators.values():
        if id(indicator) in keep:
            members[indicator.section.key if indicator.section else None].append(indicator)
    for key, found in members.items():
        if found:
            heading = message("group.section", section=report.sections[key].label) if key else None
            yield heading or message("group.rest"), found


def _explanations(indicator: Indicator) -> Iterator[Message]:
    """How each share came about."""
    for observation in indicator.observations:
        whole = indicator.whole_of(observation.category) if observation.category else None
        if observation.category is None or whole is None:
            continue
        found = share_of(observation, whole, indicator)
        values = {
            "label": full_label(indicator, observation.category),
            "part": observation.quantity,
            "whole": whole.quantity,
        }
        said = message("explain.no_share", **values)
        if found is not None:
            said = message("explain.share", **values, share=Percent(Quantity.of(found)))
        yield about(said, indicator.key, observation.category)
