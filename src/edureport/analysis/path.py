"""The planned path of a target, and the numbers of it on the last observed day, by one of three methods."""

from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from math import inf
from typing import NamedTuple

from edureport.analysis.exact import DIGITS, Exact, Linear, decimal, number, quotient
from edureport.analysis.goal import Goal, Observed
from edureport.analysis.verdict import PathPosition, Status, at_pace
from edureport.message import message
from edureport.model.interval import Answer

DAYS_A_YEAR = Decimal("365.25")
_WIDE = Context(prec=DIGITS)
_BASE = Linear(Fraction(0), Fraction(1))  # b itself
_BELOW_ZERO = Exact(-inf, Fraction(0), True, True)


class Method(StrEnum):
    """How the path to a target is drawn."""

    LINEAR = "linear"
    CAGR = "cagr"  # compound annual growth rate
    ATTAINMENT = "attainment"  # the actual value over the planned one


class PlannedPath(NamedTuple):
    """From a baseline b on day B to the goal T on day D, by milestones where there are some.

    The numbers below are those of a value on a day after B; None is "not known" or "not defined".
    """

    goal: Goal
    base: Exact | None
    start: date | None
    due: date | None
    milestones: Mapping[date, Goal]
    counted: bool

    def elapsed(self, day: date) -> Fraction | None:
        """The share of the days from B to D that are gone, within 0 and 1."""
        if self.start is None or self.due is None or self.start >= self.due:
            return None
        gone = Fraction((day - self.start).days, (self.due - self.start).days)
        return min(max(gone, Fraction(0)), Fraction(1))

    def planned(self, day: date) -> Linear | None:
        """Where the path is on a day, straight between its points; None beside them, or of a goal alone."""
        if self.start is None and not self.milestones:
            return None
        points = [(milestone, _at(goal)) for milestone, goal in self.milestones.items()]
        if self.start is not None:
            points.append((self.start, _BASE))
        if self.due is not None:
            points.append((self.due, _at(self.goal)))
        points.sort()
        before = [point for point in points if point[0] <= day]
        after = [point for point in points if point[0] > day]
        if not before or not (after or before[-1][0] == day):
            return None
        (first, low), (last, high) = before[-1], (after or before[-1:])[0]
        return low if first == day else low.between(high, Fraction((day - first).days, (last - first).days))

    def expected(self, day: date) -> Exact | None:
        line = self.planned(day)
        if line is None or (self.base is None and line.slope):
            return None
        return Exact.point(line.constant) if self.base is None else line.at(self.base)

    def progress(self, now: Observed) -> Exact | None:
        """(v − b) ÷ (T − b); just below 1 at a goal that has to be passed."""
        share = self._share(now, Linear(self.goal.number, Fraction(-1)))
        end = now.stated.high if self.goal.higher else now.stated.low
        if share is not None and self.goal.strict and end == self.goal.number:
            return Exact(-inf if share.is_point else share.low, share.high, share.low_open, True)
        return share

    def pace(self, now: Observed) -> Exact | None:
        """(v − b) ÷ (x − b) where the plan leads towards the goal by now; without b v ÷ x, or x ÷ v."""
        line = self.planned(now.day)
        if line is None or self.leads_nowhere:
            return None
        if self.base is None:
            return self._ratio(now, line.constant)
        way = line._replace(slope=line.slope - 1)
        gone = way.at(self.base)
        is_ahead = gone.low >= 0 < gone.high if self.goal.higher else gone.high <= 0 > gone.low
        return (
            self._share(now, way) if is_ahead else None
        )  # the plan has to lie beyond the baseline for certain

    def dips(self, day: date) -> bool:
        """Whether milestones for this day certainly lie no further than the baseline."""
        line = self.planned(day)
        if line is None or self.base is None or not self.milestones:
            return False
        way = line._replace(slope=line.slope - 1).at(self.base)
        if way.holds(Fraction(0)) and not way.is_point:
            return False
        return way.high <= 0 if self.goal.higher else way.low >= 0

    @property
    def leads_nowhere(self) -> bool:
        """Whether the baseline can be the goal itself: then no share of the way has a meaning."""
        return self.base is not None and self.base.holds(self.goal.number)

    def attainment(self, now: Observed) -> Exact | None:
        """V ÷ T, or T ÷ v where lower is better; for a goal above zero and values that are not below it."""
        return self._ratio(now, self.goal.number, zero=self.goal.higher)

    def compound(self, now: Observed) -> Exact | None:
        """The actual compound annual growth rate over the required one (Eurostat, Open SDG)."""
        base, start, due = self.base, self.start, self.due
        if base is None or start is None or due is None:
            return None
        value = now.stated
        if not (base.is_point and base.low > 0 and self.goal.number > 0 and value.low >= 0):
            return None
        required = _rate(self.goal.number / Fraction(base.low), start, due)
        if not required:
            return None
        # The rate grows with the value, and so does the ratio, unless the required rate is negative.
        low, high = (
            number(_WIDE.divide(_rate(end / base.low, start, now.day), required))
            for end in (value.low, value.high)
        )
        if required > 0:
            return Exact(low, high, value.low_open, value.high_open)
        return Exact(high, low, value.high_open, value.low_open)

    def projected(self, now: Observed) -> Exact | None:
        """B + (v − b) ÷ e: where the present pace leads by the due date; a count not below zero."""
        gone = self.elapsed(now.day)
        if self.base is None or not gone:
            return None
        if now.gain is not None:
            value = self.base.plus(now.gain.times(1 / gone))
        else:
            value = now.stated.times(1 / gone).plus(self.base.times(1 - 1 / gone))
        if self.counted and value.low < 0:
            zero = Fraction(0)
            return Exact(zero, max(value.high, zero), False, value.high_open and value.high > 0)
        return value

    def remaining(self, value: Exact) -> Exact:
        """T − v; more than nothing at a goal that has to be passed."""
        distance = Exact.point(self.goal.number).minus(value)
        higher = self.goal.higher
        if self.goal.strict and (distance.low if higher else distance.high) == 0:
            if distance.is_point:
                return Exact(Fraction(0), inf, True, True) if higher else _BELOW_ZERO
            return distance._replace(
                low_open=distance.low_open or higher, high_open=distance.high_open or not higher
            )
        return distance

    def against_plan(self, now: Observed) -> Answer | None:
        """Whether the value is where the milestones have it by now, or better; None without a plan."""
        line = self.planned(now.day)
        if line is None or (line.slope and self.base is None):
            return None
        base = self.base or Exact.point(Fraction(0))
        if now.gain is not None:
            lead = now.gain.minus(line._replace(slope=line.slope - 1).at(base))
        else:
            lead = now.stated.minus(line.at(base))
        return at_least(lead if self.goal.higher else lead.times(Fraction(-1)), Fraction(0))

    def _share(self, now: Observed, way: Linear) -> Exact | None:
        """What was gained, over a way that begins at the baseline."""
        if self.base is None:
            return None
        if now.gain is not None:
            return quotient(now.gain, 0, self.base, way)
        return quotient(now.stated, 1, self.base, way)

    def _ratio(self, now: Observed, planned: Fraction, *, zero: bool = False) -> Exact | None:
        """V ÷ planned, or planned ÷ v where lower is better; both above zero (with `zero` v may be it)."""
        value = now.stated
        if planned <= 0 or value.low < 0 or (value.low == 0 and not (zero or value.low_open)):
            return None
        if self.goal.higher:
            return value.times(1 / planned)
        low = Fraction(0) if value.high == inf else planned / value.high
        return Exact(low, inf if not value.low else planned / value.low, value.high_open, value.low_open)


def at_least(interval: Exact, threshold: Fraction) -> Answer:
    """Whether a number of the interval is at the threshold or above."""
    if interval.low >= threshold:
        return Answer.YES
    below = interval.high < threshold or (interval.high == threshold and interval.high_open)
    return Answer.NO if below else Answer.CANNOT_TELL


def _at(goal: Goal) -> Linear:
    return Linear(goal.number, Fraction(0))


def _rate(growth: Fraction | float, start: date, end: date) -> Decimal:
    """The yearly rate of a growth from one day to another."""
    if growth == inf:
        return Decimal("Infinity")
    years = _WIDE.divide(Decimal((end - start).days), DAYS_A_YEAR)
    if not growth:
        return Decimal(-1)
    return _WIDE.subtract(_WIDE.power(decimal(growth), _WIDE.divide(Decimal(1), years)), Decimal(1))


class TargetKind(StrEnum):
    """What a target asks for."""

    LIMIT = "limit"  # not to be exceeded
    LEVEL = "level"  # to be held
    PATH = "path"  # to be reached from a baseline


class Measures(NamedTuple):
    """The numbers; None is "not known" or "not defined"."""

    elapsed: Fraction | None = None
    progress: Exact | None = None
    expected: Exact | None = None
    pace: Exact | None = None
    projected: Exact | None = None


def measures(
    path: PlannedPath, kind: TargetKind, now: Observed | None, method: Method, *, broken: bool
) -> Measures:
    """Those that the kind of the target and the method have; a break leaves nothing of the way."""
    if now is None:
        return Measures()
    elapsed = path.elapsed(now.day)
    if broken and kind is TargetKind.PATH:
        return Measures(elapsed)
    if kind is TargetKind.LIMIT:
        return Measures(elapsed, projected=path.projected(now) if now.gain is not None else None)
    if kind is TargetKind.LEVEL:
        return Measures(elapsed)
    if method is Method.ATTAINMENT:
        attained = path.attainment(now)
        pace = attained.times(1 / elapsed) if attained and elapsed else None  # over the time gone
        return Measures(elapsed, attained, pace=pace)
    progress = path.progress(now)
    if method is Method.CAGR:
        return Measures(elapsed, progress, pace=path.compound(now))
    return Measures(elapsed, progress, path.expected(now.day), path.pace(now), path.projected(now))


def way(path: PlannedPath, now: Observed, numbers: Measures, method: Method, *, broken: bool) -> PathPosition:
    """How far along its path a value is, by one of the methods; a break is not bridged."""
    if broken:
        return PathPosition(None, no_pace=message("reason.break"))
    if path.base is None and (method is not Method.LINEAR or not path.milestones):
        return PathPosition(None, no_pace=message("reason.no_baseline"))
    if method is not Method.LINEAR:
        why = message("reason.cagr" if method is Method.CAGR else "reason.attainment")
        return PathPosition(numbers.pace, no_pace=None if numbers.pace else why)
    if path.leads_nowhere:
        return PathPosition(None, no_pace=message("reason.no_way"))
    planned = path.planned(now.day)
    if planned is None:
        begins = min(path.milestones, default=None)
        return PathPosition(None, no_pace=message("reason.before_plan", day=begins))
    return PathPosition(
        numbers.pace,
        path.against_plan(now) if path.milestones else None,
        dips=path.dips(now.day),
        unpaced=_unpaced(now.stated, planned.constant, path.goal) if path.base is None else None,
    )


def _unpaced(value: Exact, planned: Fraction, goal: Goal) -> tuple[Status, Status]:
    """Worst and best of a value short of a milestone without a ratio: behind, unless it can be above zero."""
    if planned <= 0 or value.high <= 0 or (goal.higher and goal.number <= 0):
        return Status.BEHIND, Status.BEHIND
    if not goal.higher:
        return at_pace(planned / value.high, is_open=False), Status.ON_TRACK
    furthest = at_pace(value.high / planned, is_open=value.high_open)
    return Status.OFF_TRACK, Status.BEHIND if furthest is Status.OFF_TRACK else furthest
