"""edureport targets: what was promised, how far it has come, and what is left."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from edureport.analysis.path import Method
from edureport.analysis.progress import Assessment, assess_all
from edureport.analysis.verdict import Status
from edureport.commands.columns import Columns, column, columns_of, derived, each_row, period, stated
from edureport.commands.options import (
    AsOfPeriod,
    Explain,
    Indicators,
    Reports,
    Sections,
    View,
    WithPeriod,
    print_message,
    read,
    with_view,
)
from edureport.commands.selection import as_date, as_period, listed, one_of, selected
from edureport.commands.target_notes import earlier_notes, notes
from edureport.commands.values import completing, option
from edureport.errors import FOUND, UsageError
from edureport.languages.values import Counted
from edureport.message import message
from edureport.model.library import Library
from edureport.model.report import Report, Target
from edureport.table import Bar, Kind, Label, Later, Table

METHODS = {method.value: method for method in Method}
STATUSES = {status.value: status for status in Status}


class Standing(NamedTuple):
    """The targets of one organisation as of a day, and what was stated of each before."""

    report: Report
    day: date
    assessed: Sequence[Assessment]
    before: Sequence[Target | None]


class TargetRow(NamedTuple):
    """A target as it was assessed, in the reader's language."""

    assessed: Assessment
    report: Report
    language: str

    @property
    def target(self) -> Target:
        """What was promised."""
        return self.assessed.target

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the target."""
        unit = self.target.indicator.unit
        return Counted(unit.key, unit.in_language(self.language), self.target.quantity)

    @property
    def bar(self) -> Bar | None:
        """How far along it is, and how far along it should be."""
        progress = self.assessed.progress
        if progress is None:
            return None
        return Bar(progress.low if progress.low.is_finite() else None, self.assessed.elapsed)


COLUMNS: Columns[TargetRow] = (
    column("organisation", Kind.KEY, lambda row: row.report.body),
    column("organisation_label", Kind.TEXT, lambda row: row.report.organisation.in_language(row.language)),
    column("target", Kind.KEY, lambda row: row.target.key),
    column("indicator", Kind.KEY, lambda row: row.target.indicator.key),
    column("dimension", Kind.KEY, lambda row: (part := row.target.category) and part.dimension),
    column("member", Kind.KEY, lambda row: (part := row.target.category) and part.member),
    column("label", Kind.LABEL, lambda row: Label(row.target.label.in_language(row.language)), people=1),
    column("unit", Kind.UNIT, lambda row: row.unit, people=5),
    column("better", Kind.CODE, lambda row: row.assessed.better.value),
    column("target_kind", Kind.CODE, lambda row: row.assessed.kind.value),
    period("period", lambda row: row.assessed.period),
    column("baseline_date", Kind.DATE, lambda row: row.assessed.baseline_date),
    stated("baseline", lambda row: row.assessed.baseline),
    column("due", Kind.DATE, lambda row: row.target.due, people=10),
    stated("goal", lambda row: row.target.quantity, people=4),
    column("as_of", Kind.DATE, lambda row: row.assessed.as_of),
    column("observed", Kind.DATE, lambda row: row.assessed.observed),
    stated("actual", lambda row: row.assessed.actual, people=3),
    derived("progress", Kind.PERCENT, lambda row: row.assessed.percent, people=6),
    column("elapsed", Kind.PERCENT, lambda row: row.assessed.elapsed_percent),
    derived("expected", Kind.RATE, lambda row: row.assessed.expected),
    derived("pace", Kind.PACE, lambda row: row.assessed.pace),
    derived("remaining", Kind.NUMBER, lambda row: row.assessed.remaining, people=8),
    derived("required_per_month", Kind.RATE, lambda row: row.assessed.required_per_month, people=9),
    derived("projected", Kind.RATE, lambda row: row.assessed.projected),
    column("status", Kind.STATUS, lambda row: row.assessed.status.value, people=2),
    column("best_status", Kind.STATUS, lambda row: (best := row.assessed.best_status) and best.value),
    column("reason", Kind.MESSAGE, lambda row: row.assessed.reason),
    column("method", Kind.CODE, lambda row: row.assessed.method.value),
    column("days_left", Kind.COUNT, lambda row: row.assessed.days_left, people=11),
    column("bar", Kind.BAR, lambda row: row.bar, people=7, machines=False),
)


@with_view
def targets(
    reports: Reports = None,
    section: Sections = None,
    indicator: Indicators = None,
    as_of: Annotated[str | None, option("DATE", "help.as_of")] = None,
    period: AsOfPeriod = None,
    earlier: WithPeriod = None,
    method: Annotated[str, option("linear|cagr|attainment", "help.method", completing("method"))] = "linear",
    fail_on: Annotated[list[str] | None, option("STATUS", "help.fail_on", completing("fail_on"))] = None,
    explain: Explain = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    chosen = one_of("--method", method, METHODS)
    gates = [one_of("--fail-on", word, STATUSES) for word in listed(fail_on)]
    loaded = read(reports, view.language, cache=view.cache)
    day = as_date("--as-of", as_of) or _end("--period", period)
    before = _end("--with", earlier)
    first = min(report.period.last for report in loaded)
    for given, asked in (("--as-of" if as_of else "--period", day), ("--with", before)):
        if asked is not None and first > asked:
            raise UsageError.at(given, "targets.too_early", day=asked, first=first)
    keys = {one.key for one in selected(loaded, section, indicator)}
    libraries = Library.by_organisation(loaded)
    standing = [stand(library, keys, day, chosen) for library in libraries]
    then = [stand(library, keys, before, chosen) for library in libraries] if before else []
    view.write(targets_table(standing, view.language, then, explain=explain), loaded)
    caught = [one for body in standing for one in body.assessed if one.status in gates]
    if caught:
        labels = tuple(one.target.label.in_language(view.language) for one in caught)
        print_message(message("targets.gate", count=len(caught), labels=labels), view.language)
        raise typer.Exit(FOUND)


def stand(library: Library, indicators: set[str], day: date | None, method: Method) -> Standing:
    """The targets of these indicators as they are valid on a day; else at the end of the latest report."""
    as_of = day or library.latest.period.last
    statements = [
        stated_so_far
        for stated_so_far in library.statements(as_of).values()
        if stated_so_far[-1].indicator.key in indicators
    ]
    valid = [stated_so_far[-1] for stated_so_far in statements]
    before = [_replaced(stated_so_far) for stated_so_far in statements]
    return Standing(library.latest, as_of, assess_all(library, valid, as_of, method), before)


def targets_table(
    standing: Sequence[Standing], language: str, then: Sequence[Standing] = (), *, explain: bool = False
) -> Table:
    """The targets of each organisation, one row each; below them how many there are of each status.

    `then` is how they stood on an earlier day, which is said in notes.
    """
    several = len(standing) > 1
    rows: list[TargetRow] = []
    groups = []
    for one in standing:
        if several and one.assessed:
            heading = message("title.targets", organisation=one.report.organisation, day=one.day)
            groups.append((len(rows), heading))
        rows += [TargetRow(assessed, one.report, language) for assessed in one.assessed]
    first = standing[0]
    alone = message("title.targets", organisation=first.report.organisation, day=first.day)
    assessed = [row.assessed for row in rows]
    before = [target for one in standing for target in one.before]
    return Table(
        name="targets",
        title=message("title.organisations", count=len(standing)) if several else alone,
        language=language,
        columns=columns_of(COLUMNS),
        rows=list(each_row(COLUMNS, rows)),
        groups=tuple(groups),
        notes=Later(
            lambda: (
                *notes(assessed, before, explain=explain),
                *(note for one in then for note in earlier_notes(one.assessed)),
            )
        ),
    )


def _end(option: str, text: str | None) -> date | None:
    """The last day of the period that an option names."""
    period = as_period(option, text)
    return period.last if period else None


def _replaced(statements: Sequence[Target]) -> Target | None:
    """What was stated before the target was last given another value or another day."""
    valid = statements[-1]
    for target in reversed(statements):
        if (target.quantity, target.due, target.category) != (valid.quantity, valid.due, valid.category):
            return target
    return None
