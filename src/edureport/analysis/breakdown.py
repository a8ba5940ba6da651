"""Parts and wholes: sums that must meet, and shares as far as they can be known."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from edureport.model.interval import INFINITY, NEAREST, ZERO, Answer, Interval
from edureport.model.printing import Printing
from edureport.model.printing import follows as printed
from edureport.model.quantity import Quantity

HUNDRED = Decimal(100)


def total(parts: Iterable[Quantity], printing: Printing | None = None) -> Interval:
    """All sums that the parts leave possible, as they stand or as numbers that were so printed."""
    result, exact = Interval.point(ZERO), ZERO
    for part in parts:
        if part.is_exact and (printing is None or not part.step):
            exact = NEAREST.add(exact, part.stated)
        else:
            result += part.possible if printing is None else printing.possible(part)
    return result + Interval.point(exact)


def follows(parts: Iterable[Quantity], whole: Quantity, *, complete: bool) -> bool:
    """Whether parts can add up to the whole, or to less unless `complete`; what printing explains follows."""
    known = list(parts)

    def fits(printing: Printing | None) -> bool:
        added = total(known, printing)
        stated = whole.possible if printing is None else printing.possible(whole)
        return added.meets(stated) if complete else stated.less_than(added) is not Answer.YES

    return fits(None) or printed(fits)


def add_up_alike(one: Sequence[Quantity], other: Sequence[Quantity]) -> bool:
    """Whether two ways to split something can add up to the same."""
    return total(one).meets(total(other)) or printed(
        lambda printing: total(one, printing).meets(total(other, printing))
    )


def rest(whole: Quantity, parts: Iterable[Quantity]) -> Interval | None:
    """What the parts leave for the one that has no value; None where nothing is left that is known."""
    remainder = whole.possible - total(parts)
    if remainder.high < 0 or (remainder.high == INFINITY and remainder.low <= 0):
        return None
    if remainder.low < 0 and whole.counted:
        return Interval(ZERO, remainder.high, high_open=remainder.high_open)
    return remainder


def share(part: Quantity, whole: Quantity) -> Interval | None:
    """The percentages of the whole that the part can be; None where nothing is known of it.

    A ratio of two lower bounds has no bound, and where there can be nothing at all there are no shares.
    """
    if part.is_exact and whole.is_exact and 0 <= part.stated <= whole.stated != 0:
        percent = NEAREST.divide(NEAREST.multiply(part.stated, HUNDRED), whole.stated)
        return Interval(percent, percent)
    if part.stated < 0 or whole.stated < 0:
        return None
    small, large = part.interval, whole.interval
    negative = small.less_than(Interval.point(ZERO)) is Answer.YES
    if negative or large.less_than(small) is Answer.YES:  # no share, a finding
        return None
    if large.low < small.low:  # where there is one school, there are not none in all
        large = Interval(small.low, large.high, small.low_open, large.high_open)
    try:
        possible = small * Interval.point(HUNDRED) / large
    except ZeroDivisionError:
        return None
    if possible.low < 0:
        possible = Interval(ZERO, possible.high, high_open=possible.high_open)
    if possible.high > HUNDRED:
        possible = Interval(possible.low, HUNDRED, possible.low_open)
    unknown = possible.low <= 0 and possible.high >= HUNDRED
    return None if unknown or possible.high == INFINITY else _without_zero(possible)


def _without_zero(percent: Interval) -> Interval:
    """Below nothing there is no share: (0, x) is "less than x", not a range from 0."""
    if percent.low == 0 and percent.high > 0:
        return Interval(-INFINITY, percent.high, True, percent.high_open)
    if percent.high == HUNDRED and percent.low < HUNDRED:
        return Interval(percent.low, INFINITY, percent.low_open, True)
    return percent
