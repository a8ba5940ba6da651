"""edureport targets: what was promised, how far it has come, and what is left."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, NamedTuple

import typer

from edureport.analysis.path import Method
from edureport.analysis.progress import Assessment, Status, assess_all
from edureport.commands.columns import Columns, column, columns_of, derived, period, rows_of, stated
from edureport.commands.options import (
    Explain,
    Indicators,
    Reports,
    Sections,
    View,
    print_message,
    read,
    with_view,
)
from edureport.commands.selection import as_date, listed, one_of, selected
from edureport.errors import FOUND
from edureport.languages.values import Amount, Counted, Percent, Rounded
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Better, Category, Report, Target
from edureport.table import Bar, Kind, Label, Table

HUNDRED = Decimal(100)
METHODS = {method.value: method for method in Method}
STATUSES = {status.value: status for status in Status}


class TargetRow(NamedTuple):
    """A target as it was assessed, in the reader's language."""

    report: Report
    assessed: Assessment
    language: str

    @property
    def target(self) -> Target:
        """What was promised."""
        return self.assessed.target

    @property
    def actual(self) -> Quantity | None:
        """What has been reached."""
        return self.assessed.actual.quantity if self.assessed.actual else None

    @property
    def category(self) -> Category | None:
        """The part that the target is for."""
        return None

    @property
    def better(self) -> Better:
        """The direction by which it was judged."""
        return Better.HIGHER if self.assessed.higher_is_better else Better.LOWER

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the target."""
        unit = self.target.indicator.unit
        return Counted(unit.key, unit.in_language(self.language), self.target.quantity)

    @property
    def bar(self) -> Bar:
        """How far along it is, and how far along it should be."""
        progress = self.assessed.progress
        return Bar(progress.low if progress and progress.low.is_finite() else None, self.assessed.elapsed)


COLUMNS: Columns[TargetRow] = (
    column("organisation", Kind.KEY, lambda row: row.report.body),
    column("organisation_label", Kind.TEXT, lambda row: row.report.organisation.in_language(row.language)),
    column("target", Kind.KEY, lambda row: row.target.key),
    column("indicator", Kind.KEY, lambda row: row.target.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("label", Kind.LABEL, lambda row: Label(row.target.label.in_language(row.language)), people=1),
    column("unit", Kind.UNIT, lambda row: row.unit),
    column("better", Kind.CODE, lambda row: row.better.value),
    period("period", lambda row: row.assessed.actual and row.assessed.actual.period),
    column("baseline_date", Kind.DATE, lambda row: row.assessed.baseline_date),
    stated("baseline", lambda row: row.assessed.baseline),
    column("due", Kind.DATE, lambda row: row.target.due, people=9),
    stated("goal", lambda row: row.target.quantity, people=4),
    column("as_of", Kind.DATE, lambda row: row.assessed.as_of),
    column("observed", Kind.DATE, lambda row: row.assessed.actual and row.assessed.actual.period.last),
    stated("actual", lambda row: row.actual, people=3),
    derived("progress", Kind.PERCENT, lambda row: _percent(row.assessed.progress), people=5),
    column("elapsed", Kind.PERCENT, lambda row: _elapsed(row.assessed)),
    derived("expected", Kind.RATE, lambda row: row.assessed.expected),
    derived("pace", Kind.PACE, lambda row: row.assessed.pace),
    derived("remaining", Kind.NUMBER, lambda row: row.assessed.remaining, people=7),
    derived("required_per_month", Kind.RATE, lambda row: row.assessed.required_per_month, people=8),
    derived("projected", Kind.RATE, lambda row: row.assessed.projected),
    column("status", Kind.STATUS, lambda row: row.assessed.status.value, people=2),
    column("reason", Kind.MESSAGE, lambda row: row.assessed.reason),
    column("method", Kind.CODE, lambda row: row.assessed.method.value),
    column("days_left", Kind.COUNT, lambda row: row.assessed.days_left, people=10),
    column("bar", Kind.BAR, lambda row: row.bar, people=6, machines=False),
)


@with_view
def targets(
    reports: Reports = None,
    section: Sections = None,
    indicator: Indicators = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="help.as_of")] = None,
    method: Annotated[str, typer.Option(metavar="linear|cagr|attainment", help="help.method")] = "linear",
    fail_on: Annotated[
        list[str] | None, typer.Option("--fail-on", metavar="STATUS", help="help.fail_on")
    ] = None,
    explain: Explain = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    chosen = one_of("--method", method, METHODS)
    gates = [one_of("--fail-on", word, STATUSES) for word in listed(fail_on)]
    day = as_date("--as-of", as_of)
    found = read(reports, view.language)
    keys = {one.key for one in selected(found, listed(section), listed(indicator))}
    library = Library.of(found)
    wanted = [target for target in library.targets() if target.indicator.key in keys]
    assessed = assess_all(library, wanted, day or library.latest.period.last, chosen)
    view.write(targets_table(library.latest, assessed, view.language, explain=explain), found)
    caught = [one for one in assessed if one.status in gates]
    if caught:
        labels = tuple(one.target.label.in_language(view.language) for one in caught)
        print_message(message("targets.gate", count=len(caught), labels=labels), view.language)
        raise typer.Exit(FOUND)


def targets_table(
    report: Report, assessed: Sequence[Assessment], language: str, *, explain: bool = False
) -> Table:
    """The targets as of a day, one row each; below them how many there are of each status."""
    notes: list[Message] = [_counts(assessed)] if assessed else [message("targets.none")]
    for one in assessed:
        label = one.target.label
        if one.reason is not None:
            notes.append(message("targets.reason", label=label, reason=one.reason, **_keys(one.target)))
    if explain:
        for one in assessed:
            notes += _explanation(one)
    day = assessed[0].as_of if assessed else report.period.last
    return Table(
        name="targets",
        title=message("title.targets", organisation=report.organisation, day=day),
        language=language,
        columns=columns_of(COLUMNS),
        rows=rows_of(COLUMNS, (TargetRow(report, one, language) for one in assessed)),
        notes=tuple(notes),
    )


def _elapsed(one: Assessment) -> Quantity | None:
    return None if one.elapsed is None else Quantity(one.elapsed * HUNDRED)


def _amount(interval: Interval | None) -> Amount | None:
    return None if interval is None else Quantity.of(interval)


def _percent(interval: Interval | None) -> Interval | None:
    return None if interval is None else interval * Interval.point(HUNDRED)


def _keys(target: Target) -> dict[str, str]:
    """The keys of a target's row, for programs that read a note."""
    return {"target": target.key, "indicator": target.indicator.key}


def _counts(assessed: Sequence[Assessment]) -> Message:
    """How many targets there are of each status; they are counted, never averaged."""
    statuses = [one.status for one in assessed]
    each = tuple(
        message(
            "targets.status_count", status=message(f"status.{status.value}"), number=statuses.count(status)
        )
        for status in Status
        if status in statuses
    )
    return message("targets.counts", targets=message("count.targets", count=len(assessed)), each=each)


def _explanation(one: Assessment) -> Iterator[Message]:
    """The formulas of METHODS with the numbers of this target."""
    target = one.target
    values: dict[str, object] = {
        "label": target.label,
        **_keys(target),
        "baseline": one.baseline,
        "baseline_date": one.baseline_date,
        "value": target.quantity,
        "actual": one.actual.quantity if one.actual else None,
        "due": target.due,
        "as_of": one.as_of,
    }
    if one.progress is not None:
        progress = Percent(Quantity.of(one.progress * Interval.point(HUNDRED)))
        key = "explain.progress"
        if one.method is Method.ATTAINMENT:
            key = "explain.attainment" if one.higher_is_better else "explain.attainment_lower"
        yield message(key, **values, progress=progress)
    if one.elapsed is not None:
        yield message("explain.elapsed", **values, elapsed=Percent(Quantity(one.elapsed * HUNDRED)))
    if one.pace is not None:
        pace = message(f"explain.pace_{one.method.value}", **values, expected=_rounded(one.expected, 1))
        yield message("explain.pace", **values, formula=pace, pace=_rounded(one.pace, 2))
    if one.remaining is not None:
        base = one.actual.quantity if one.actual else Quantity(Decimal(0))
        yield message("explain.remaining", **values, base=base, remaining=_amount(one.remaining))
    if one.required_per_month is not None:
        yield message(
            "explain.required",
            **values,
            remaining=_amount(one.remaining),
            days=one.days_left,
            required=_rounded(one.required_per_month, 1),
        )


def _rounded(interval: Interval | None, digits: int) -> Rounded | None:
    """The amount as the table shows it."""
    return None if interval is None else Rounded(Quantity.of(interval), digits)
