"""edureport targets: what was promised, how far it has come, and what is left."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated

import typer

from edureport.analysis.path import Method
from edureport.analysis.progress import Assessment, Status, assess_all
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, tell, with_view
from edureport.commands.selection import as_date, listed, one_of, selected
from edureport.errors import FOUND
from edureport.languages.values import Amount, Counted, Percent, Rounded
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Report
from edureport.table import Bar, Column, Kind, Label, Row, Table

HUNDRED = Decimal(100)
METHODS = {method.value: method for method in Method}
STATUSES = {status.value: status for status in Status}

COLUMNS = (
    Column("target", Kind.KEY),
    Column("indicator", Kind.KEY),
    Column("label", Kind.LABEL, people=1),
    Column("unit", Kind.UNIT),
    Column("baseline", Kind.NUMBER),
    Column("baseline_date", Kind.DATE),
    Column("value", Kind.QUANTITY, people=4),
    Column("due", Kind.DATE, people=9),
    Column("actual", Kind.QUANTITY, people=3),
    Column("actual_bound", Kind.CODE),
    Column("as_of", Kind.DATE),
    Column("progress", Kind.PERCENT, people=5),
    Column("elapsed", Kind.PERCENT),
    Column("expected", Kind.RATE),
    Column("pace", Kind.PACE),
    Column("remaining", Kind.NUMBER, people=7),
    Column("required_per_month", Kind.RATE, people=8),
    Column("projected", Kind.RATE),
    Column("status", Kind.STATUS, people=2),
    Column("reason", Kind.MESSAGE),
    Column("method", Kind.CODE),
    Column("bar", Kind.BAR, people=6, machines=False),
    Column("days_left", Kind.COUNT, people=10, machines=False),
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
        tell(message("targets.gate", count=len(caught), labels=labels), view.language)
        raise typer.Exit(FOUND)


def targets_table(
    report: Report, assessed: Sequence[Assessment], language: str, *, explain: bool = False
) -> Table:
    """The targets as of a day, one row each; below them how many there are of each status."""
    notes: list[Message] = [_counts(assessed)] if assessed else [message("targets.none")]
    for one in assessed:
        label = one.target.label
        if one.reason is not None:
            notes.append(message("targets.reason", label=label, reason=one.reason))
    if explain:
        for one in assessed:
            notes += _explanation(one)
    day = assessed[0].as_of if assessed else report.period.last
    return Table(
        name="targets",
        title=message("title.targets", organisation=report.organisation, day=day),
        language=language,
        columns=COLUMNS,
        rows=[_row(one, language) for one in assessed],
        notes=tuple(notes),
    )


def _row(one: Assessment, language: str) -> Row:
    target, actual = one.target, one.actual
    unit = target.indicator.unit
    return (
        target.key,
        target.indicator.key,
        Label(target.label.in_language(language)),
        Counted(unit.key, unit.in_language(language), target.quantity),
        one.baseline,
        one.baseline_date,
        target.quantity,
        target.due,
        actual.quantity if actual else None,
        actual.quantity.bound.value if actual else None,
        one.as_of,
        _percent(one.progress),
        None if one.elapsed is None else Quantity(one.elapsed * HUNDRED),
        _amount(one.expected),
        _amount(one.pace),
        _amount(one.remaining),
        _amount(one.required_per_month),
        _amount(one.projected),
        one.status.value,
        one.reason,
        one.method.value,
        Bar(one.progress.low if one.progress and one.progress.low.is_finite() else None, one.elapsed),
        one.days_left,
    )


def _amount(interval: Interval | None) -> Amount | None:
    return None if interval is None else Quantity.of(interval)


def _percent(interval: Interval | None) -> Amount | None:
    return None if interval is None else Quantity.of(interval * Interval.point(HUNDRED))


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
        yield message("explain.pace", label=target.label, formula=pace, pace=_rounded(one.pace, 2))
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
