"""What is known of a target: its value on the last observed day, and how that was found."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from edureport.analysis.exact import Exact
from edureport.analysis.windows import Windows
from edureport.model.interval import INFINITY, Interval
from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.model.report import Flag, IndicatorKind, Observation, Target


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
