"""What a target asks for: which way is better, the number to reach, and where it counts from."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import NamedTuple

from edureport.analysis.exact import Exact, Number
from edureport.model.interval import Answer, Interval
from edureport.model.period import DAY, Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Better, IndicatorKind, Target

_UPWARDS = (Bound.AT_LEAST, Bound.MORE_THAN)
_DOWNWARDS = (Bound.AT_MOST, Bound.LESS_THAN)
_SCHOOL_YEAR = 9  # the month that it begins with
NOTHING = Quantity(Decimal(0), counted=True)


class Said(NamedTuple):
    """A way that is better, and what says so: `bound`, `better` or `baseline`."""

    by: str
    better: Better


class Goal(NamedTuple):
    """The number to be reached; `strict` says that it has to be passed, `higher` from which side."""

    number: Fraction
    strict: bool
    higher: bool

    def reached(self, now: Interval | Exact) -> Answer:
        """Whether a value is there or beyond."""
        near, near_open = (now.low, now.low_open) if self.higher else (now.high, now.high_open)
        far, far_open = (now.high, now.high_open) if self.higher else (now.low, now.low_open)
        if self._is_beyond(near) or (near == self.number and (near_open or not self.strict)):
            return Answer.YES
        if self._is_beyond(far) or (far == self.number and not (far_open or self.strict)):
            return Answer.CANNOT_TELL
        return Answer.NO

    def _is_beyond(self, end: Decimal | Number) -> bool:
        return end > self.number if self.higher else end < self.number


def directions(target: Target) -> Iterator[Said]:
    """All that says which way is better, the strongest first."""
    if target.quantity.bound in _UPWARDS:
        yield Said("bound", Better.HIGHER)
    elif target.quantity.bound in _DOWNWARDS:
        yield Said("bound", Better.LOWER)
    if target.indicator.better is not None:
        yield Said("better", target.indicator.better)
    if target.baseline is not None and (way := _from_baseline(target.baseline.quantity, target.quantity)):
        yield Said("baseline", way)


def _from_baseline(base: Quantity, goal: Quantity) -> Better | None:
    """The way from a baseline to a target: by all that they can be, else by their numbers as stated."""
    known = Interval.point(goal.stated) if goal.bound in _UPWARDS + _DOWNWARDS else goal.interval
    if (
        base.interval.less_than(known) is Answer.YES
        or max(base.stated, base.upper or base.stated) < known.low
    ):
        return Better.HIGHER
    if known.less_than(base.interval) is Answer.YES or base.stated > known.high:
        return Better.LOWER
    return None


def better(target: Target) -> Better:
    """The way that is better: as the first thing says that says something; else higher, but to zero lower."""
    for said in directions(target):
        return said.better
    return Better.LOWER if target.quantity.is_exact and not target.quantity.stated else Better.HIGHER


def goal(quantity: Quantity, *, higher: bool, counted: bool) -> Goal:
    """The number to reach: of a range the nearer end, of a strict bound of counts the next whole number."""
    if quantity.bound in (Bound.MORE_THAN, Bound.LESS_THAN):
        if not counted:
            return Goal(Fraction(quantity.stated), True, higher)
        whole = quantity.stated.to_integral_value(ROUND_FLOOR if higher else ROUND_CEILING)
        return Goal(Fraction(whole) + (1 if higher else -1), False, higher)
    if quantity.bound in (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST):
        return Goal(Fraction(quantity.stated), False, higher)
    known = quantity.possible if counted else quantity.interval
    end, is_open = known.ends[0] if higher else known.ends[1]
    return Goal(Fraction(end), is_open, higher)


def start(target: Target) -> tuple[Quantity | None, date | None]:
    """What had been done, and by the end of which day; both None where that is not known.

    A flow starts from nothing: on the day before `since`, else before the calendar or school year that
    both the due date and the report that states the target lie in.
    """
    if target.baseline is not None:
        return target.baseline.quantity, target.baseline.date
    if target.indicator.kind is not IndicatorKind.FLOW:
        return None, None
    first = target.since or (year_begin(target.stated_for, target.due) if target.due else None)
    return (NOTHING, first - DAY) if first is not None and first > date.min else (None, None)


def year_begin(period: Period, due: date) -> date | None:
    """The first day of the calendar year, else of the school year, that holds the period and the day."""
    days = (period.first, period.last, due)
    if len({day.year for day in days}) == 1:
        return date(due.year, 1, 1)
    years = {day.year - (day.month < _SCHOOL_YEAR) for day in days}
    return date(years.pop(), _SCHOOL_YEAR, 1) if len(years) == 1 and 0 not in years else None
