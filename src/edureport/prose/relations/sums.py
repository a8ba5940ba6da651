"""Sums of parts against wholes, over all numbers that the words leave possible."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from edureport.analysis.breakdown import follows, total
from edureport.model.interval import Interval
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.numbers.number import last_digit
from edureport.prose.relations.relation import Consistency
from edureport.prose.relations.slips import is_slip

FAR = Decimal("1.05")  # beyond "more than N" by this and by so many steps of its last digit
STEPS = 10
LONG = 4  # digits of a number that is one digit off hardly by chance
VERY_LONG = 6  # digits of such numbers that no words join
LITTLE = Decimal("0.01")  # of a whole that its parts may well leave over unsaid
CLOSE, VERY_CLOSE = Decimal("0.05"), Decimal("0.01")


def quantity(figure: Figure, count: int = 1) -> Quantity:
    """What a figure states, so many times; it must state something."""
    one = figure.quantity or Quantity(Decimal(0))
    if count == 1:
        return one
    upper = None if one.upper is None else one.upper * count
    precision = one.precision and one.precision * count
    return replace(one, stated=one.stated * count, upper=upper, precision=precision)


def added(parts: Sequence[Figure], counts: Sequence[int]) -> Interval:
    """Every sum of the parts, each so many times, that their words leave possible."""
    return total(quantity(part, count) for part, count in zip(parts, counts, strict=True))


def leave_little(whole: Decimal, parts: Decimal) -> bool:
    """Whether the sum of some parts misses their whole by no more than they may leave over."""
    return abs(whole - parts) <= whole * LITTLE


def may_leave_the_rest(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts miss their whole by no more than what is of no kind, or not known."""
    stated = whole.stated or Decimal(0)
    amount = sum((part.stated or Decimal(0) for part in parts), Decimal(0))
    return amount < stated and leave_little(stated, amount)


def nearly_adds_up(
    whole: Figure, parts: Sequence[Figure], counts: Sequence[int], within: Decimal = CLOSE
) -> bool:
    """Whether the parts miss the whole by less than chance would: rather by a slip than by a missing part."""
    computed = added(parts, counts)
    if not computed.is_point or whole.stated is None or len(parts) < 2:
        return False
    off = abs(computed.low - whole.stated)
    if not off and whole.bound == Bound.MORE_THAN:
        return True
    least = min((part.stated or Decimal(0)) * count for part, count in zip(parts, counts, strict=True))
    return whole.bound == Bound.EXACT and 0 < off < least and off <= whole.stated * within


def is_one_digit_off(
    whole: Figure, parts: Sequence[Figure], counts: Sequence[int], least: int = LONG
) -> bool:
    """Whether parts and whole would add up if one digit of them were another, or two were swapped."""
    computed = added(parts, counts)
    if len(parts) < 2 or not computed.is_point or whole.stated is None or whole.bound != Bound.EXACT:
        return False
    given = [part.stated or Decimal(0) for part in parts]
    return is_slip(computed.low, whole.stated, given, least, added=True)


def verdict_of(
    whole: Figure, parts: Sequence[Figure], counts: Sequence[int], *, complete: bool
) -> Consistency:
    """Whether parts, each so many times, can be those of the whole."""
    stated = quantity(whole)
    amounts = [quantity(part, count) for part, count in zip(parts, counts, strict=True)]
    if any(one.stated != one.stated.to_integral_value() for one in (stated, *amounts)):
        # "More than 300" hectares, of which 250.5, are no whole things: 300.2 are more.
        stated, *amounts = (replace(one, counted=False) for one in (stated, *amounts))
    if not follows(amounts, stated, complete=complete):
        return Consistency.DOES_NOT_FOLLOW
    if not follows(amounts, stated, complete=True):
        return Consistency.PARTIAL
    reached = total(amounts)
    if stated.bound is Bound.MORE_THAN and reached.is_point:
        last = Decimal(1).scaleb(last_digit(stated.stated))
        if reached.low > stated.stated * FAR and reached.low - stated.stated > STEPS * last:
            return Consistency.DOUBTFUL
    return Consistency.FOLLOWS
