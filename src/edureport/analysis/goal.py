"""What a target asks for: which way is better, the number to reach, where it counts from; what is known."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import NamedTuple

from edureport.analysis.exact import Exact, Number
from edureport.analysis.windows import Windows
from edureport.model.interval import INFINITY, Answer, Interval
from edureport.model.period import DAY, Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Better, Flag, IndicatorKind, Observation, Target

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


class Observed(NamedTuple):
    """The value on the last observed day, which is the end of `period`, and the `figures` that give it.

    `stated` is what their bounds leave possible, `possible` the same closed at whole numbers. Of a flow
    `gain` is what they add to the baseline, with `gaps` where there are days that none of them is for.
    """

    period: Period
    figures: tuple[Observation, ...]
    value: Quantity | None
    stated: Exact
    possible: Interval
    gain: Exact | None = None
    gaps: bool = False

    @property
    def day(self) -> date:
        """The day up to which something is known."""
        return self.period.last


def latest(series: Sequence[Observation], until: date, start: date | None) -> Observation | None:
    """The last figure up to a day that is later than the start; one of that day is the baseline itself."""
    news = [figure for figure in series if figure.period.last <= until]
    return news[-1] if news and (start is None or news[-1].period.last > start) else None


def breaks(series: Sequence[Observation], last: Observation, start: date | None) -> list[Observation]:
    """The figures since the start, up to the last one, that are not comparable with those before them."""
    return [
        figure
        for figure in series
        if Flag.BREAK in figure.flags and figure.period.last <= last.period.last
        if start is None or figure.period.last > start
    ]


def observed(
    target: Target,
    series: Sequence[Observation],
    last: Observation,
    base: Quantity | None,
    start: date | None,
    *,
    counted: bool,
) -> Observed | None:
    """What the figures up to the last one say of the target's value; None if they do not tell it.

    Of a flow they do not tell it where it is not known from when it counts, where none of them is for
    days since then alone, or where a break divides them.
    """
    if target.indicator.kind is not IndicatorKind.FLOW:
        quantity = last.quantity
        possible = quantity.possible if counted else quantity.interval
        return Observed(last.period, (last,), quantity, Exact.of(quantity.interval), possible)
    if base is None or start is None:
        return None
    if any(figure.period.first > start + DAY for figure in breaks(series, last, start)):
        return None
    known = [figure for figure in series if figure.period.last <= last.period.last]
    return _added_up(known, Period(start + DAY, last.period.last), base, counted=counted)


def _added_up(
    known: Sequence[Observation], period: Period, base: Quantity, *, counted: bool
) -> Observed | None:
    """The baseline and what windows add in a period; None if they say nothing of it."""

    def closed(quantity: Quantity) -> Interval:
        return quantity.possible if counted else quantity.interval

    windows = Windows(known, grows=counted)
    gain, gaps = windows.over(period), not windows.join(period)
    inside = any(period.first <= one.period.first and one.period.last <= period.last for one in known)
    unknown = gain.low == -INFINITY or not (gain.low or gain.low_open or inside)
    if gaps and gain.high == INFINITY and unknown:
        return None
    whole = Windows(known, grows=counted, interval=closed).over(period)
    alone = tuple(figure for figure in known if figure.period == period and figure.quantity.interval == gain)
    figures = alone or tuple(figure for figure in known if figure.period.last >= period.first)
    stated = Exact.of(base.interval).plus(Exact.of(gain))
    possible = Exact.of(closed(base)).plus(Exact.of(whole)).interval()
    if alone and base.is_exact and not base.stated:
        value: Quantity | None = alone[0].quantity
    else:
        value = None if stated.is_everything else Quantity.of(stated.interval())
    return Observed(period, figures, value, stated, possible, Exact.of(gain), gaps)
