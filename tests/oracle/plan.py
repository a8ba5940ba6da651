"""What a target asks for, from METHODS 4 alone: direction, kind, the day it counts from, and the formulas."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

from cases import DAY, Case
from stated import HUGE, SPARK, Span, exactly


class UnsureError(Exception):
    """METHODS does not say what holds of such a case."""


@dataclass(frozen=True)
class Plan:
    """A target without what has been observed; None for what is not known."""

    case: Case
    better: str
    goal: Fraction  # the nearer end of a range; of counts the next whole number
    strict: bool  # whether the goal has to be passed, not only reached
    start: date | None
    base: Span | None  # at `start`
    milestones: tuple  # the day and the number to be reached
    kind: str | None = None  # limit, level or path

    def reaches(self, number):
        if self.better == "higher":
            return number > self.goal if self.strict else number >= self.goal
        return number < self.goal if self.strict else number <= self.goal

    def at_or_better(self, number, planned):
        return number >= planned if self.better == "higher" else number <= planned

    def elapsed(self, day):
        """The part of the time that is gone; None without a start or an end."""
        if self.start is None or self.case.due is None:
            return None
        return Fraction((day - self.start).days, (self.case.due - self.start).days)

    def measures(self, v, b):
        """Whether the method has a meaning for the value."""
        match self.case.method:
            case "attainment":
                return v >= 0 and self.goal > 0
            case "cagr":
                return b is not None and v >= 0 and b > 0 and self.goal > 0
        return True

    def leads(self, day):
        """Whether there is a planned value for the day."""
        if self.case.method == "attainment":
            return self.elapsed(day) is not None
        if self.base is not None or not self.case.milestones:
            return self.base is not None and self.case.due is not None
        return day >= min(milestone for milestone, _ in self.case.milestones)

    def expected(self, b, day):
        """The planned value: on the straight line, or on the path of the milestones."""
        if not self.case.milestones:
            return b + self.elapsed(day) * (self.goal - b)
        points = list(self.milestones)
        points += [(self.case.due, self.goal)] + ([] if b is None else [(self.start, b)])
        for (before, number), (after, target) in pairwise(sorted(points)):
            if before <= day <= after:
                return number + Fraction((day - before).days, (after - before).days) * (target - number)
        raise AssertionError(points)

    def pace(self, v, b, day):
        """Done over planned; None where that says nothing."""
        match self.case.method:
            case "attainment":
                return self.progress(v, b) / self.elapsed(day)
            case "cagr":
                return self._compound(v, b, day) / self._compound(self.goal, b, self.case.due)
        x = self.expected(b, day)
        if b is not None:
            return (v - b) / (x - b) if (x - b) * (self.goal - b) > 0 else None
        if v <= 0 or x <= 0:
            return None
        return v / x if self.better == "higher" else x / v

    def projected(self, v, b, day):
        found = b + (v - b) / self.elapsed(day)
        return max(found, Fraction(0)) if self.case.counted else found

    def _compound(self, v, b, day):
        """The rate a year that leads from b to v on the day, to 60 digits."""
        ratio, years = v / b, Fraction(4 * (day - self.start).days, 1461)
        with localcontext(prec=60):
            root = Decimal(years.denominator) / Decimal(years.numerator)
            return Fraction((Decimal(ratio.numerator) / Decimal(ratio.denominator)) ** root - 1)

    def progress(self, v, b):
        if self.case.method == "attainment":
            if self.better == "higher":
                return v / self.goal
            return self.goal / v if v else HUGE
        found = (v - b) / (self.goal - b)
        return found - SPARK if self.strict and v == self.goal else found

    def remaining(self, v):
        found = self.goal - v
        if self.strict and found == 0:
            return SPARK if self.better == "higher" else -SPARK
        return found


def plan(case):
    """The Plan of a case; raises UnsureError where METHODS is silent."""
    if case.method == "cagr" and not (
        case.goal.bound == "exact" and (case.baseline or [case.goal])[0].bound == "exact"
    ):
        raise UnsureError("a compound rate of what is not exact")
    better = direction(case.goal, case.better, case.baseline and case.baseline[0])
    goal, strict = _nearer_end(case.goal, case, better)
    start, base = _start(case)
    milestones = tuple((day, _nearer_end(figure, case, better)[0]) for day, figure in case.milestones)
    found = Plan(case, better, goal, strict, start, base, milestones)
    return replace(found, kind=_kind(found))


def direction(goal, better, baseline):
    """Which way is better, by the first that says so."""
    if goal.bound in ("at_least", "more_than"):
        return "higher"
    if goal.bound in ("at_most", "less_than"):
        return "lower"
    if better:
        return better
    if goal.bound == "range" and goal.number == 0:
        raise UnsureError("a range that begins at nothing may be a limit")
    if baseline is not None and baseline.number == goal.number and baseline.bound != goal.bound:
        raise UnsureError("a baseline of the same number with another bound")
    if baseline is not None and baseline.span != goal.span:
        below, above = _apart(baseline.span, goal.span), _apart(goal.span, baseline.span)
        if below or above:
            return "higher" if below else "lower"
        if not (baseline.span.single and goal.span.holds(baseline.number)):
            raise UnsureError("an uncertain baseline may be on either side")
    return "lower" if goal.span == exactly(0) else "higher"


def _apart(one, other):
    """Whether all of one span lies below the other."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def _nearer_end(quantity, case, better):
    """The number that has to be reached, and whether it has to be passed."""
    if quantity.bound in (("less_than", "at_most") if better == "higher" else ("more_than", "at_least")):
        raise UnsureError("a milestone with a bound against its direction")
    span = quantity.span.whole() if case.counted else quantity.span
    return (span.low, span.low_open) if better == "higher" else (span.high, span.high_open)


def _start(case):
    """The day after which it counts, and what there was on it."""
    if case.baseline:
        return case.baseline[1], case.baseline[0].span
    if case.kind != "flow":
        return None, None
    if case.start:
        return case.start - DAY, exactly(0)
    first, last = case.year
    if case.due and first <= case.due <= last:
        return first - DAY, exactly(0)
    if case.due and _school_year(case.stated_on) == _school_year(case.due):
        raise UnsureError("it is due in the school year of the report, but in another calendar year")
    return None, None


def _school_year(day):
    return day.year if day.month >= 9 else day.year - 1


def _kind(found):
    """The kind; None if the baseline is too uncertain to tell."""
    case, base = found.case, found.base
    if (
        base is None
        and case.kind != "flow"
        and not all(found.at_or_better(planned, found.goal) for _, planned in found.milestones)
    ):
        return "path"  # that of the milestones
    if base is None or (case.kind == "flow" and found.better == "lower"):
        return "limit" if found.better == "lower" else "path"
    if case.baseline is None and found.goal <= 0:
        raise UnsureError("a flow that starts from nothing is at a goal of nothing")
    reached = {found.reaches(b) for b in (base.whole() if case.counted else base).ends()}
    if len(reached) > 1:
        return None
    return "path" if False in reached else "limit" if found.better == "lower" else "level"
