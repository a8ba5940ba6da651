"""Progress: a target against what has been observed, by the methods of Eurostat and Open SDG.

The thresholds are those of Eurostat's "Sustainable development in the European Union" and of
Open SDG's progress calculation; see docs/methods.md for the formulas and worked examples.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from edureport.analysis.change import DAYS_A_MONTH
from edureport.message import Message, message
from edureport.model.interval import INFINITY, ZERO, Answer, Interval
from edureport.model.period import DAY
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Better, Kind, Observation, Target

ON_TRACK = Decimal("0.95")
OFF_TRACK = Decimal("0.60")
DAYS_A_YEAR = Decimal("365.25")
ONE = Interval.point(Decimal(1))


class Method(StrEnum):
    """How the path to a target is drawn."""

    LINEAR = "linear"
    CAGR = "cagr"  # compound annual growth rate
    ATTAINMENT = "attainment"  # the actual value over the planned one


class Status(StrEnum):
    """The verdict on a target; the first that holds."""

    NO_DATA = "no_data"
    ACHIEVED = "achieved"
    MISSED = "missed"
    NOT_ASSESSABLE = "not_assessable"
    REGRESSING = "regressing"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"


class Assessment(NamedTuple):
    """A target as of a day. Ratios are plain numbers (0.782, not 78.2 %); None is "not known".

    `remaining` and `required_per_month` are in the unit of the indicator.
    """

    target: Target
    as_of: date
    method: Method
    status: Status
    reason: Message | None
    actual: Observation | None
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


def assess(
    target: Target,
    series: Sequence[Observation],
    as_of: date,
    method: Method = Method.LINEAR,
) -> Assessment:
    """The target as of a day, against the figures of its indicator that were known by then.

    `series` is what `Library.series` gives: one figure a period, the earliest first.
    """
    known = [figure for figure in series if figure.period.last <= as_of]
    actual = known[-1] if known else None
    base, start = _baseline(target, actual)
    if actual is not None and target.baseline and actual.period.last <= target.baseline.date:
        actual = None
    path = _Path(target, base, start)
    now = actual.quantity.interval if actual else None
    elapsed = path.elapsed(as_of)
    expected = path.expected(as_of)
    progress = path.progress(now, method)
    pace = path.pace(now, as_of, method)
    status, reason = _status(path, now, as_of, progress, pace, method)
    remaining = path.remaining(now)
    return Assessment(
        target=target,
        as_of=as_of,
        method=method,
        status=status,
        reason=reason,
        actual=actual,
        baseline=base,
        baseline_date=start,
        progress=progress,
        elapsed=elapsed,
        expected=expected,
        pace=pace,
        remaining=remaining,
        required_per_month=_required(remaining, target.due, as_of, status),
        projected=path.projected(now, as_of) if method is Method.LINEAR else None,
        days_left=None if target.due is None else max((target.due - as_of).days, 0),
    )


def _baseline(target: Target, actual: Observation | None) -> tuple[Quantity | None, date | None]:
    """The stated baseline; for a flow nothing on the day before its period, where that is known."""
    if target.baseline:
        return target.baseline.quantity, target.baseline.date
    if target.indicator.kind is Kind.FLOW:
        zero = Quantity(ZERO, counted=True)
        return zero, actual.period.first - DAY if actual else None
    return None, None


class _Path(NamedTuple):
    """From a baseline b on day B to the target T on day D."""

    target: Target
    base: Quantity | None
    start: date | None

    @property
    def goal(self) -> Interval:
        """What must be reached. "At least 20" is reached at 20, "more than 20" only above it."""
        quantity = self.target.quantity
        if quantity.bound in (Bound.ABOUT, Bound.NEARLY, Bound.RANGE):
            return quantity.interval
        return Interval.point(quantity.stated)

    @property
    def higher_is_better(self) -> bool:
        better = self.target.indicator.better
        if better is not None:
            return better is Better.HIGHER
        if self.base is not None and self.base.stated != self.goal.low:
            return self.base.stated < self.goal.low
        return self.target.quantity.bound not in (Bound.LESS_THAN, Bound.AT_MOST)

    def reached(self, now: Interval) -> Answer:
        """Whether the value is at the target or better."""
        goal = self.goal
        strict = self.target.quantity.bound in (Bound.MORE_THAN, Bound.LESS_THAN)
        if self.higher_is_better:
            # To be in "about 300" is enough: its nearer end counts.
            goal = Interval.point(goal.low)
            short = now.less_than(goal)
            if strict and now.high == goal.low:
                return Answer.NO
            if short is Answer.NO and not (strict and now.low == goal.low and not now.low_open):
                return Answer.YES
        else:
            goal = Interval.point(goal.high)
            short = goal.less_than(now)
            if strict and now.low == goal.high:
                return Answer.NO
            if short is Answer.NO and not (strict and now.high == goal.high and not now.high_open):
                return Answer.YES
        return Answer.NO if short is Answer.YES else Answer.CANNOT_TELL

    @property
    def to_hold(self) -> bool:
        """Whether the target is to stay where the baseline is."""
        base = self.base
        return base is not None and base.is_exact and base.interval == self.goal

    def elapsed(self, day: date) -> Decimal | None:
        """The share of the days from B to D that are gone, within 0 and 1."""
        due, start = self.target.due, self.start
        if start is None or due is None or start >= due:
            return None
        gone = Decimal((day - start).days) / Decimal((due - start).days)
        return min(max(gone, ZERO), Decimal(1))

    def expected(self, day: date) -> Interval | None:
        """Where the planned path is on this day: the milestones', or straight from b to T."""
        stations = self.stations()
        before = [station for station in stations if station[0] <= day]
        after = [station for station in stations if station[0] > day]
        if not before:
            return None
        if not after:
            return before[-1][1] if self.target.due is not None and day >= self.target.due else None
        (first, low), (last, high) = before[-1], after[0]
        gone = Interval.point(Decimal((day - first).days) / Decimal((last - first).days))
        return low + (high - low) * gone if not low == high else low

    def stations(self) -> list[tuple[date, Interval]]:
        """The planned path: the baseline, the milestones, the target."""
        found = [(day, quantity.interval) for day, quantity in self.target.milestones.items()]
        if self.base is not None and self.start is not None:
            found.append((self.start, self.base.interval))
        if self.target.due is not None:
            found.append((self.target.due, self.goal))
        return sorted(found, key=lambda station: station[0])

    def progress(self, now: Interval | None, method: Method) -> Interval | None:
        """(v − b) ÷ (T − b); as attainment v ÷ T, or T ÷ v where lower is better."""
        if now is None:
            return None
        if method is Method.ATTAINMENT:
            return _ratio(now, self.goal) if self.higher_is_better else _ratio(self.goal, now)
        if self.base is None:
            return None
        base = self.base.interval
        return _ratio(now - base, self.goal - base)

    def pace(self, now: Interval | None, day: date, method: Method) -> Interval | None:
        """What was done over what was planned by now; 1 is exactly as planned."""
        if now is None:
            return None
        if method is Method.CAGR:
            return self.compound(now, day)
        if method is Method.ATTAINMENT:
            attained, elapsed = self.progress(now, method), self.elapsed(day)
            return _ratio(attained, Interval.point(elapsed)) if attained and elapsed else None
        expected = self.expected(day)
        if expected is None:
            return None
        if self.base is None:
            return _ratio(now, expected) if self.higher_is_better else _ratio(expected, now)
        base = self.base.interval
        return _ratio(now - base, expected - base)

    def compound(self, now: Interval, day: date) -> Interval | None:
        """The actual compound annual growth rate over the required one (Eurostat, Open SDG)."""
        base, due, start = self.base, self.target.due, self.start
        if base is None or due is None or start is None or not start < day:
            return None
        b, goal = base.interval, self.goal
        if not (b.is_point and goal.is_point and b.low > 0 and goal.low > 0 and now.low >= 0):
            return None
        required = _rate(goal.low / b.low, start, due)
        if not required:
            return None
        ends = [_rate(end / b.low, start, day) / required for end in (now.low, now.high)]
        return Interval(min(ends), max(ends))

    def remaining(self, now: Interval | None) -> Interval | None:
        """T − v; for a flow of which nothing is known yet, all of it."""
        if now is None:
            if self.target.indicator.kind is not Kind.FLOW or self.base is None:
                return None
            now = self.base.interval
        return self.goal - now

    def projected(self, now: Interval | None, day: date) -> Interval | None:
        """b + (v − b) ÷ e: where the present pace leads by the due date."""
        elapsed = self.elapsed(day)
        if now is None or self.base is None or not elapsed:
            return None
        base = self.base.interval
        return base + (now - base) / Interval.point(elapsed)


def _status(
    path: _Path,
    now: Interval | None,
    as_of: date,
    progress: Interval | None,
    pace: Interval | None,
    method: Method,
) -> tuple[Status, Message | None]:
    if now is None:
        return Status.NO_DATA, message("reason.no_data")
    reached = path.reached(now)
    if reached is Answer.YES:
        return Status.ACHIEVED, None
    due = path.target.due
    if due is not None and as_of >= due:
        if reached is Answer.NO:
            return Status.MISSED, None
        return Status.NOT_ASSESSABLE, message("reason.too_wide")
    if path.to_hold:
        worst = Status.REGRESSING if reached is Answer.NO else Status.NOT_ASSESSABLE
        return worst, None if reached is Answer.NO else message("reason.too_wide")
    if due is None:
        return Status.NOT_ASSESSABLE, message("reason.no_due")
    if pace is None:
        return Status.NOT_ASSESSABLE, _why_no_pace(path, method)
    if pace.low == -INFINITY:
        return Status.NOT_ASSESSABLE, message("reason.too_wide")
    worst = _verdict(progress.low if progress else None, pace.low)
    best = Status.ACHIEVED if reached is Answer.CANNOT_TELL else _verdict(
        progress.high if progress else None, pace.high
    )
    if worst is best:
        return worst, None
    return worst, message("reason.worst", best=best.value)


def _verdict(progress: Decimal | None, pace: Decimal) -> Status:
    if (progress if progress is not None else pace) < 0:
        return Status.REGRESSING
    if pace >= ON_TRACK:
        return Status.ON_TRACK
    return Status.BEHIND if pace >= OFF_TRACK else Status.OFF_TRACK


def _why_no_pace(path: _Path, method: Method) -> Message:
    if path.base is None and not path.target.milestones:
        return message("reason.no_baseline")
    if path.start is None and not path.target.milestones:
        return message("reason.no_baseline")
    if method is Method.CAGR:
        return message("reason.cagr")
    return message("reason.too_wide")


def _required(
    remaining: Interval | None, due: date | None, as_of: date, status: Status
) -> Interval | None:
    """What is left a month; nothing once the target is reached or the day has come."""
    if remaining is None or due is None or as_of >= due or status is Status.ACHIEVED:
        return None
    months = Decimal((due - as_of).days) / DAYS_A_MONTH
    return remaining / Interval.point(months)


def _ratio(part: Interval, whole: Interval) -> Interval | None:
    try:
        return part / whole
    except ZeroDivisionError:
        return None


def _rate(growth: Decimal, start: date, end: date) -> Decimal:
    """The yearly rate of a growth from one day to another."""
    if growth == INFINITY:
        return INFINITY
    years = Decimal((end - start).days) / DAYS_A_YEAR
    return growth ** (1 / years) - 1 if growth else Decimal(-1)
