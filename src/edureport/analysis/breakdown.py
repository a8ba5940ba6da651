"""Parts and wholes: sums that must meet, and shares as far as they can be known."""

from collections.abc import Iterable
from decimal import Decimal

from edureport.model.interval import INFINITY, NEAREST, ZERO, Answer, Interval
from edureport.model.quantity import Quantity

HUNDRED = Decimal(100)


def total(parts: Iterable[Quantity]) -> Interval:
    """All sums that the parts leave possible."""
    result, exact = Interval.point(ZERO), ZERO
    for part in parts:
        if part.is_exact:
            exact = NEAREST.add(exact, part.stated)
        else:
            result += part.possible
    return result + Interval.point(exact)


def follows(parts: Iterable[Quantity], whole: Quantity, *, complete: bool) -> bool:
    """Whether the parts can add up to the whole, or, if there may be others, stay within it."""
    added = total(parts)
    if complete:
        return added.meets(whole.possible)
    return whole.possible.less_than(added) is not Answer.YES


def share(part: Quantity, whole: Quantity) -> Interval | None:
    """The percentages of the whole that the part can be; None where nothing is known of it.

    A ratio of two lower bounds has no bound, and a whole that can be zero has no shares.
    """
    if part.is_exact and whole.is_exact and 0 <= part.stated <= whole.stated != 0:
        return Interval.point(NEAREST.divide(NEAREST.multiply(part.stated, HUNDRED), whole.stated))
    if part.stated < 0 or whole.stated < 0:
        return None
    try:
        found = part.interval / whole.interval * Interval.point(HUNDRED)
    except ZeroDivisionError:
        return None
    if found.low > HUNDRED or (found.low == HUNDRED and found.low_open):  # no share, a finding
        return None
    if found.high > HUNDRED:
        found = Interval(found.low, HUNDRED, found.low_open)
    unknown = found.low <= 0 and found.high >= HUNDRED
    return None if unknown or found.high == INFINITY else _without_zero(found)


def _without_zero(found: Interval) -> Interval:
    """Below nothing there is no share: (0, x) is "less than x", not a range from 0."""
    if found.low == 0 and found.high > 0:
        return Interval(-INFINITY, found.high, True, found.high_open)
    if found.high == HUNDRED and found.low < HUNDRED:
        return Interval(found.low, INFINITY, found.low_open, True)
    return found
