"""Progress: a target against what has been observed, by the methods of Eurostat and Open SDG.

See docs/methods.md for the rules, with an example of each.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import NamedTuple

from edureport.analysis.change import DAYS_A_MONTH
from edureport.analysis.exact import Exact, decimal
from edureport.analysis.goal import Observed, better, breaks, goal, latest, observed, start
from edureport.analysis.path import Measures, Method, PlannedPath, TargetKind, measures, way
from edureport.analysis.verdict import Status, TargetCase, TargetVerdict, on_level, on_limit, on_path
from edureport.message import Message, message
from edureport.model.interval import HUNDRED, Answer, Interval
from edureport.model.library import Library
from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.model.report import Better, IndicatorKind, Observation, Target

A_MONTH = Fraction(DAYS_A_MONTH)
MOST_PACE = Fraction(1_000_000)


class Assessment(NamedTuple):
    """A target as of a day. Ratios are plain numbers (0.782, not 78.2 %); None is "not known".

    `observed` is the day up to which something is known, `actual` the value then and `period` what it
    is of; `figures` are the observations that it was found from. `goal` is the number to reach:
    of a range the nearer end. `remaining` and `required_per_month` are in the unit of the indicator.
    """

    target: Target
    kind: TargetKind
    better: Better
    goal: Decimal
    as_of: date
    method: Method
    status: Status
    best_status: Status | None
    reason: Message | None
    observed: date | None
    period: Period | None
    actual: Quantity | None
    figures: tuple[Observation, ...]
    baseline: Quantity | None
    baseline_date: date | None
    progress: Interval | None
    elapsed: Decimal | None
    expected: Interval | None
    pace: Interval | None
    remaining: Interval | None
    required_per_month: Interval | None
    projected: Interval | None
    days_left: int | None
    soon: Message | None = None

    @property
    def percent(self) -> Interval | None:
        return self.progress * HUNDRED if self.progress else None

    @property
    def elapsed_percent(self) -> Quantity | None:
        """The time that is gone, in percent."""
        return None if self.elapsed is None else Quantity((Interval.point(self.elapsed) * HUNDRED).low)

    @property
    def higher_is_better(self) -> bool:
        """The direction of the verdict."""
        return self.better is Better.HIGHER


def assess(
    target: Target, series: Sequence[Observation], as_of: date, method: Method = Method.LINEAR
) -> Assessment:
    """The target as of a day, against the figures known by then, as `Library.series` gives them."""
    base, begin = start(target)
    counted = _is_counted(target, series)
    direction = better(target)
    higher = direction is Better.HIGHER
    path = PlannedPath(
        goal(target.quantity, higher=higher, counted=counted),
        None if base is None else Exact.of(base.interval),
        begin,
        target.due,
        {day: goal(planned, higher=higher, counted=counted) for day, planned in target.milestones.items()},
        counted,
    )
    kind = _kind(target, path, base, counted=counted)
    last = latest(series, as_of if target.due is None else min(as_of, target.due), begin)
    now = observed(target, series, last, base, begin, counted=counted) if last else None
    broken = last is not None and begin is not None and bool(breaks(series, last, begin))
    broken = broken and target.indicator.kind is not IndicatorKind.FLOW
    numbers = measures(path, kind, now, method, broken=broken)
    if now is not None:
        case = TargetCase(path.goal, now, target.due, as_of, target.indicator.kind is IndicatorKind.FLOW)
        verdict = _verdict(case, path, kind, numbers, method, broken=broken)
    elif last is not None:
        verdict = TargetVerdict(Status.NOT_ASSESSABLE, _why_untold(series, last, begin))
    elif latest(series, as_of, begin):  # something later than the due date
        verdict = TargetVerdict(Status.NOT_ASSESSABLE, message("reason.not_yet_reported", due=target.due))
    else:
        verdict = TargetVerdict(Status.NO_DATA, message("reason.no_data"))
    remaining = path.remaining(now.stated) if now else None
    if last is None and path.base is not None:
        remaining = path.remaining(path.base)
    required, soon = None, None
    if remaining is not None and _is_required(path, kind, now, as_of):
        required = _a_month(remaining, target.due, as_of)
        if required is None and (left := _known(remaining)):
            soon = message("reason.under_a_month", remaining=Quantity.of(left), due=target.due)
    return Assessment(
        target=target,
        kind=kind,
        better=direction,
        goal=decimal(path.goal.number),
        as_of=as_of,
        method=method,
        status=verdict.status,
        best_status=verdict.best,
        reason=verdict.reason or soon,
        observed=last.period.last if last else None,
        period=now.period if now and now.value else last and last.period,
        actual=now.value if now and now.value else last and last.quantity,
        figures=now.figures if now else (),
        baseline=base,
        baseline_date=begin,
        progress=_known(numbers.progress),
        elapsed=None if numbers.elapsed is None else decimal(numbers.elapsed),
        expected=_known(numbers.expected),
        pace=_known(_meaningful(numbers.pace)),
        remaining=_known(remaining),
        required_per_month=_known(required),
        projected=_known(numbers.projected),
        days_left=None if target.due is None else max((target.due - as_of).days, 0),
        soon=soon,
    )


def assess_all(
    library: Library, targets: Iterable[Target], as_of: date, method: Method = Method.LINEAR
) -> list[Assessment]:
    """The targets as of a day, against a library's figures in the unit and of the kind of each indicator."""
    return [_assess_in(library, target, as_of, method) for target in targets]


def _assess_in(library: Library, target: Target, as_of: date, method: Method) -> Assessment:
    indicator = target.indicator
    assessment = assess(target, library.series(indicator.key, target.category, like=indicator), as_of, method)
    others = library.series(indicator.key, target.category)
    if assessment.status is Status.NO_DATA and latest(others, as_of, start(target)[1]):
        return assessment._replace(status=Status.NOT_ASSESSABLE, reason=message("reason.unit"))
    return assessment


def _is_counted(target: Target, series: Sequence[Observation]) -> bool:
    """Whether whole things are counted, in the target and in every figure."""
    base = [] if target.baseline is None else [target.baseline.quantity]
    quantities = (
        target.quantity,
        *base,
        *target.milestones.values(),
        *(figure.quantity for figure in series),
    )
    return all(quantity.counted for quantity in quantities)


def _kind(target: Target, path: PlannedPath, base: Quantity | None, *, counted: bool) -> TargetKind:
    """A limit, a level to hold or a path; a baseline that may be on either side begins a path."""
    stated = None if base is None else (base.possible if counted else base.interval)
    at_goal = None if stated is None else path.goal.reached(stated)
    if not path.goal.higher:
        if target.indicator.kind is IndicatorKind.FLOW or at_goal is Answer.YES:
            return TargetKind.LIMIT
        # Milestones that lead down to the goal make a path, though nothing says from where.
        falling = any(planned.number > path.goal.number for planned in path.milestones.values())
        return TargetKind.LIMIT if at_goal is None and not falling else TargetKind.PATH
    return TargetKind.LEVEL if at_goal is Answer.YES else TargetKind.PATH


def _verdict(
    case: TargetCase, path: PlannedPath, kind: TargetKind, numbers: Measures, method: Method, *, broken: bool
) -> TargetVerdict:
    if kind is TargetKind.LIMIT:
        return on_limit(case, numbers.projected)
    if kind is TargetKind.LEVEL:
        return on_level(case)
    return on_path(case, way(path, case.now, numbers, method, broken=broken))


def _why_untold(series: Sequence[Observation], last: Observation, begin: date | None) -> Message:
    """Why figures of a flow do not tell its value."""
    if begin is None:
        return message("reason.no_start")
    if any(figure.period.first > begin + DAY for figure in breaks(series, last, begin)):
        return message("reason.break")
    return message("reason.gaps", period=Period(begin + DAY, last.period.last))


def _is_required(path: PlannedPath, kind: TargetKind, now: Observed | None, as_of: date) -> bool:
    """Whether anything still is: not of a limit, not of what is reached, and not from the due date on."""
    if path.due is None or as_of >= path.due or kind is TargetKind.LIMIT:
        return False
    value = path.base if now is None else now.possible
    return value is not None and path.goal.reached(value) is not Answer.YES


def _a_month(remaining: Exact, due: date | None, as_of: date) -> Exact | None:
    """What remains, by the months that are left; None with less than one."""
    months = Fraction((due - as_of).days) / A_MONTH if due else Fraction(0)
    return remaining.times(1 / months) if months >= 1 else None


def _meaningful(pace: Exact | None) -> Exact | None:
    """The same, but of what passes a million only that it does: the digits of a day's growth mean nothing."""
    if pace is None:
        return None
    most = MOST_PACE
    low, low_open = (most, True) if pace.low > most else (pace.low, pace.low_open)
    high, high_open = (-most, True) if pace.high < -most else (pace.high, pace.high_open)
    if high > most:
        high, high_open = inf, True
    if low < -most:
        low, low_open = -inf, True
    return Exact(low, high, low_open, high_open)


def _known(value: Exact | None) -> Interval | None:
    """The interval, unless it holds all numbers there are."""
    return None if value is None or value.is_everything else value.interval()
