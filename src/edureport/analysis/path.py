"""The planned path of a target, and the three ways to measure how far along it a figure is."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from edureport.analysis.change import DAYS_A_MONTH
from edureport.model.interval import INFINITY, ZERO, Answer, Interval
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Better, IndicatorKind, Target

DAYS_A_YEAR = Decimal("365.25")


class Method(StrEnum):
    """How the path to a target is drawn."""

    LINEAR = "linear"
    CAGR = "cagr"  # compound annual growth rate
    ATTAINMENT = "attainment"  # the actual value over the planned one


class PlannedPath(NamedTuple):
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
    def is_backwards(self) -> bool:
        """Whether the baseline is better than the target: then a share of the way has no meaning."""
        if self.base is None:
            return False
        base, goal = self.base.interval, self.goal
        worse = goal.less_than(base) if self.higher_is_better else base.less_than(goal)
        return worse is Answer.YES

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
        planned = self._planned(day)
        return None if planned is None else planned[0] / planned[1]

    def _planned(self, day: date) -> tuple[Interval, Interval] | None:
        """The path times a number of days, and that number: a ratio to it is rounded only once."""
        stations = self.stations()
        before = [station for station in stations if station[0] <= day]
        after = [station for station in stations if station[0] > day]
        if not before:
            return None
        (first, low) = before[-1]
        if not after:
            reached = self.target.due is not None and day >= self.target.due
            return (low, Interval.point(Decimal(1))) if reached else None
        (last, high) = after[0]
        gone = Interval.point(Decimal((day - first).days))
        left = Interval.point(Decimal((last - day).days))
        return low * left + high * gone, gone + left

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
            return self.attained_pace(now, day)
        planned = self._planned(day)
        if planned is None:
            return None
        path, days = planned
        if self.base is None:
            return _ratio(now * days, path) if self.higher_is_better else _ratio(path, now * days)
        base = self.base.interval
        return _ratio((now - base) * days, path - base * days)

    def attained_pace(self, now: Interval, day: date) -> Interval | None:
        """The attainment over the share of time that is gone."""
        due, start = self.target.due, self.start
        attained = self.progress(now, Method.ATTAINMENT)
        if attained is None or due is None or start is None or not start < due:
            return None
        gone = Decimal((min(day, due) - start).days)
        total = Interval.point(Decimal((due - start).days))
        if gone <= 0:
            return None
        one, other = (now, self.goal) if self.higher_is_better else (self.goal, now)
        return _ratio(one * total, other * Interval.point(gone))

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
        # The rate grows with the value, and so does the ratio, unless the required rate is negative.
        if (day - start).days < DAYS_A_MONTH:  # a few days say nothing of a year
            return None
        ends = [(_rate(end / b.low, start, day) / required, is_open) for end, is_open in now.ends]
        (low, low_open), (high, high_open) = ends if required > 0 else reversed(ends)
        return Interval(low, high, low_open, high_open)

    def remaining(self, now: Interval | None) -> Interval | None:
        """T − v; for a flow of which nothing is known yet, all of it."""
        if now is None:
            if self.target.indicator.kind is not IndicatorKind.FLOW or self.base is None:
                return None
            now = self.base.interval
        return self.goal - now

    def projected(self, now: Interval | None, day: date) -> Interval | None:
        """B + (v − b) ÷ e: where the present pace leads by the due date."""
        elapsed = self.elapsed(day)
        if now is None or self.base is None or not elapsed:
            return None
        base = self.base.interval
        return base + (now - base) / Interval.point(elapsed)


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
