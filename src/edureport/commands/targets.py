"""edureport targets: what was promised, how far it has come, and what is left.

Below the targets stand how many there are of each status, the reasons, and how figures came about.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from edureport.analysis.path import Method, TargetKind
from edureport.analysis.progress import Assessment, assess_all
from edureport.analysis.verdict import Status
from edureport.commands import options
from edureport.commands.columns import Columns, column, columns_of, derived, each_row, period, stated
from edureport.commands.figures import tally
from edureport.commands.selection import as_date, as_period, listed, one_of, selected
from edureport.commands.values import completing, option
from edureport.errors import FOUND, UsageError
from edureport.languages.values import Counted, Pace, Percent, Rounded
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Report, Target
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


@options.with_view
def targets(
    reports: options.Reports = None,
    section: options.Sections = None,
    indicator: options.Indicators = None,
    as_of: Annotated[str | None, option("DATE", "help.as_of")] = None,
    period: options.AsOfPeriod = None,
    earlier: options.WithPeriod = None,
    method: Annotated[str, option("linear|cagr|attainment", "help.method", completing("method"))] = "linear",
    fail_on: Annotated[list[str] | None, option("STATUS", "help.fail_on", completing("fail_on"))] = None,
    explain: options.Explain = False,
    *,
    view: options.View,
) -> None:
    """Run the command."""
    chosen = one_of("--method", method, METHODS)
    gates = [one_of("--fail-on", word, STATUSES) for word in listed(fail_on)]
    loaded = options.read(reports, view.language, cache=view.cache)
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
        options.print_message(message("targets.gate", count=len(caught), labels=labels), view.language)
        raise typer.Exit(FOUND)


def stand(library: Library, indicators: set[str], day: date | None, method: Method) -> Standing:
    """The targets of these indicators as they are valid on a day; else at the end of the latest report."""
    as_of = day or library.latest.period.last
    every = library.statements(as_of).values()
    statements = [so_far for so_far in every if so_far[-1].indicator.key in indicators]
    valid = [so_far[-1] for so_far in statements]
    before = [_replaced(so_far) for so_far in statements]
    return Standing(library.latest, as_of, assess_all(library, valid, as_of, method), before)


def targets_table(
    standing: Sequence[Standing], language: str, then: Sequence[Standing] = (), *, explain: bool = False
) -> Table:
    """The targets of each organisation, a row each, with counts below; `then` is how they stood before."""
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


def notes(
    assessed: Sequence[Assessment], before: Sequence[Target | None], *, explain: bool
) -> Iterator[Message]:
    """The counts, then a line for each reason and each revised target, then the formulas if asked for."""
    yield _counts(assessed) if assessed else message("targets.none")
    for one, replaced in zip(assessed, before, strict=True):
        label, keys = one.target.label, _keys(one.target)
        soon = None if one.soon is one.reason else one.soon  # why nothing is required a month
        for reason in filter(None, (one.reason, soon)):
            yield message("targets.reason", label=label, reason=reason, **keys)
        if replaced is not None:
            yield message(
                "targets.revised",
                label=label,
                **keys,
                before=replaced.quantity,
                due=replaced.due or message("targets.no_due"),
                period=replaced.stated_for,
            )
    if explain:
        for one in assessed:
            yield from _explanation(one)


def earlier_notes(assessed: Sequence[Assessment]) -> Iterator[Message]:
    """How each target stood on an earlier day."""
    for one in assessed:
        values = {
            "label": one.target.label,
            **_keys(one.target),
            "day": one.as_of,
            "status": message(f"status.{one.status.value}"),
        }
        if (progress := Quantity.known(one.percent)) is None:
            yield message("targets.earlier", **values)
        else:
            yield message("targets.earlier_progress", **values, progress=Percent(progress))


def _keys(target: Target) -> dict[str, str]:
    """The keys of a target's row, for programs that read a note."""
    return {"target": target.key, "indicator": target.indicator.key}


def _counts(assessed: Sequence[Assessment]) -> Message:
    """How many targets there are of each status; they are counted, never averaged."""
    each = tally("targets.status_count", "status", [one.status for one in assessed])
    return message("targets.counts", targets=message("count.targets", count=len(assessed)), each=each)


def _explanation(one: Assessment) -> Iterator[Message]:
    """The formulas of METHODS with the numbers of this target."""
    target = one.target
    values: dict[str, object] = {
        "label": target.label,
        **_keys(target),
        "baseline": one.baseline,
        "baseline_date": one.baseline_date,
        "value": Quantity(one.goal),
        "actual": one.actual,
        "due": target.due,
        "observed": one.observed,
    }
    yield from _premises(one, values)
    if one.percent is not None:
        progress = Percent(Quantity.of(one.percent))
        key = "explain.progress"
        if one.method is Method.ATTAINMENT:
            key = "explain.attainment" if one.higher_is_better else "explain.attainment_lower"
        yield message(key, **values, progress=progress)
    if one.elapsed_percent is not None:
        yield message("explain.elapsed", **values, elapsed=Percent(one.elapsed_percent))
    if one.pace is not None:
        yield message("explain.pace", **values, formula=_pace(one, values), pace=Pace(Quantity.of(one.pace)))
    if one.projected is not None:
        yield message("explain.projected", **values, projected=_rounded(one.projected, 1))
    if one.remaining is not None:
        base = one.actual or one.baseline
        yield message("explain.remaining", **values, base=base, remaining=Quantity.of(one.remaining))
    if one.required_per_month is not None and one.remaining is not None:
        yield message(
            "explain.required",
            **values,
            remaining=Quantity.of(one.remaining),
            days=one.days_left,
            required=_rounded(one.required_per_month, 1),
        )


def _premises(one: Assessment, values: dict[str, object]) -> Iterator[Message]:
    """What kind of target it is, the number to reach, and what the value was found from."""
    target = one.target
    if one.kind is not TargetKind.PATH:
        yield message("explain.limit" if one.kind is TargetKind.LIMIT else "explain.level", **values)
    if one.goal != target.quantity.stated or target.quantity.upper is not None:
        yield message("explain.goal", **values, stated=target.quantity, goal=Quantity(one.goal))
    if target.indicator.kind is IndicatorKind.FLOW and one.baseline is not None and len(one.figures) > 1:
        each = tuple(
            message("explain.window", value=figure.quantity, period=figure.period) for figure in one.figures
        )
        yield message("explain.windows", **values, period=one.period, each=each)


def _pace(one: Assessment, values: dict[str, object]) -> Message:
    expected = _rounded(one.expected, 1)
    if one.method is Method.LINEAR and one.baseline is None:
        key = "explain.pace_plan" if one.higher_is_better else "explain.pace_plan_lower"
        return message(key, **values, expected=expected)
    return message(f"explain.pace_{one.method.value}", **values, expected=expected)


def _rounded(interval: Interval | None, digits: int) -> Rounded | None:
    """The amount as the table shows it."""
    return None if interval is None else Rounded(Quantity.of(interval), digits)
