"""Change: one indicator between two periods, with no more certainty than both figures have."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from edureport.languages.values import Rounded
from edureport.message import Message, message
from edureport.model.interval import INFINITY, NEAREST, Interval
from edureport.model.period import DAY, Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Flag, Indicator, IndicatorKind, Observation

DAYS_A_MONTH = Decimal("365.25") / 12
SMALL_BASE = 10  # under this a percent says little
HUNDRED = Decimal(100)


class Direction(StrEnum):
    """Which way a figure went."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNKNOWN = "unknown"
    NEW = "new"  # nothing before, or zero
    GONE = "gone"  # nothing after


class Change(NamedTuple):
    """From one figure to another; `difference` and `percent` are None where nothing is known of them.

    An end that only says that there is nothing below zero is none that is known, so it is at
    infinity: less than 300 after 250 is a change of less than 50. `remark` says what limits the
    comparison.
    """

    before: Observation | None
    after: Observation | None
    direction: Direction
    difference: Interval | None = None
    percent: Interval | None = None
    remark: Message | None = None


def compare(
    before: Observation | None, after: Observation | None, kind: IndicatorKind, *, allow_unequal: bool = False
) -> Change:
    """The change from `before` to `after` of an indicator of this kind.

    Stocks compare at the last days of the periods, flows only over windows of one length unless
    `allow_unequal`, ratios by their difference alone.
    """
    if before is None or after is None:
        return _one_sided(before, after)
    remark: Message | None = None
    percent: Interval | None = None
    unequal = kind is IndicatorKind.FLOW and not before.period.as_long_as(after.period)
    if unequal and not allow_unequal:
        remark = message(
            "change.unequal_windows",
            before=before.period,
            after=after.period,
            before_rate=Rounded(Quantity.of(_monthly(before)), 1),
            after_rate=Rounded(Quantity.of(_monthly(after)), 1),
        )
        return Change(before, after, Direction.UNKNOWN, remark=remark)
    old, new = before.quantity.interval, after.quantity.interval
    direction = _direction(new - old)
    if direction is Direction.UNKNOWN:
        remark = message("change.cannot_tell")
    if kind is not IndicatorKind.RATIO:
        percent = _percent(old, new)
        if before.quantity.stated == 0 and old.is_point:
            remark = message("change.from_zero")
            direction = Direction.NEW if direction is Direction.UP else direction
        elif percent is not None and direction is not Direction.SAME and before.quantity.stated < SMALL_BASE:
            remark = remark or message("change.small_base", base=before.quantity)
    if unequal:
        remark = message("change.allowed_unequal", before=before.period, after=after.period)
    return Change(before, after, direction, difference_of(before.quantity, after.quantity), percent, remark)


def difference_of(before: Quantity, after: Quantity) -> Interval | None:
    """What leads from one quantity to another; None if nothing is known of it."""
    return _known(_stated(after) - _stated(before))


def incomparable(before: Indicator, after: Indicator) -> Message | None:
    """Why figures of one indicator in two reports are not comparable, if they are not."""
    if not before.unit.same_as(after.unit):
        return message("change.unit", before=before.unit, after=after.unit)
    if before.kind is not after.kind:
        kinds = {"before": message(f"kind.{before.kind}"), "after": message(f"kind.{after.kind}")}
        return message("change.kind", **kinds)
    return None


def not_comparable(before: Observation | None, after: Observation | None, why: Message) -> Change:
    """Two figures side by side, with no change between them."""
    return Change(before, after, Direction.UNKNOWN, remark=why)


def discrete(figure: Observation, series: Sequence[Observation]) -> Observation | Message:
    """What a cumulative flow added since the figure before it: 9 months less the first half.

    The reason why that cannot be told unless both are exact and counted from the same day, with no
    break between; the first figure of a year is its own. A count does not become less.
    """
    inseparable = message("change.not_separable")
    if not figure.quantity.is_exact:
        return inseparable
    same_start = [
        known
        for known in series
        if known.period.first == figure.period.first and known.period.last < figure.period.last
    ]
    if not same_start:
        return figure if figure.period.months in (1, 3) else inseparable
    last = max(same_start, key=lambda known: known.period.last)
    if not last.quantity.is_exact or Flag.BREAK in figure.flags:
        return inseparable
    added = NEAREST.subtract(figure.quantity.stated, last.quantity.stated)
    if added < 0 and figure.quantity.counted:
        return message("change.fell", before=last.quantity, period=last.period, after=figure.quantity)
    alone = Period(last.period.last + DAY, figure.period.last)
    flags = tuple(dict.fromkeys((*last.flags, *figure.flags)))
    return figure._replace(
        period=alone, quantity=replace(figure.quantity, stated=added), as_written=None, flags=flags
    )


def _one_sided(before: Observation | None, after: Observation | None) -> Change:
    if after is not None:
        return Change(None, after, Direction.NEW, remark=message("change.only_after"))
    if before is not None:
        return Change(before, None, Direction.GONE, remark=message("change.only_before"))
    return Change(None, None, Direction.UNKNOWN, remark=message("change.neither"))


def _direction(difference: Interval) -> Direction:
    low, high = difference.low, difference.high
    if low == high == 0:
        return Direction.SAME
    if low > 0 or (low == 0 and difference.low_open):
        return Direction.UP
    if high < 0 or (high == 0 and difference.high_open):
        return Direction.DOWN
    return Direction.UNKNOWN


def _stated(quantity: Quantity) -> Interval:
    """The interval by its words alone: "less than 300" has one end, whether it counts or not."""
    known = quantity.interval
    if quantity.bound in (Bound.LESS_THAN, Bound.AT_MOST) and not known.is_point:  # at most 0 is 0
        return Interval.below(quantity.stated, strictly=quantity.bound is Bound.LESS_THAN)
    return known


def _known(interval: Interval) -> Interval | None:
    """The interval, unless it holds all numbers there are."""
    return interval if interval.low.is_finite() or interval.high.is_finite() else None


def _percent(old: Interval, new: Interval) -> Interval | None:
    """(new − old) ÷ old × 100; None from a base that can be zero, across a sign, or without bounds.

    It is divided once and last, so that one number is rounded once. Of a fall by at most 100 percent
    nothing is known.
    """
    if old.low < 0 or new.low < 0:
        return None
    hundred = Interval.point(HUNDRED)
    try:
        result = new * hundred / old - hundred
    except ZeroDivisionError:
        return None
    if not result.is_point and result.low <= -HUNDRED:
        result = Interval(-INFINITY, result.high, True, result.high_open)
    return _known(result)


def _monthly(figure: Observation) -> Interval:
    """The rate a month, of 30.4375 days where the period is not of whole months; divided once."""
    months = figure.period.months
    if months:
        return figure.quantity.interval / Interval.point(Decimal(months))
    days = Interval.point(Decimal(figure.period.days))
    return figure.quantity.interval * Interval.point(DAYS_A_MONTH) / days
