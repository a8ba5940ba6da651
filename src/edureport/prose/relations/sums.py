"""Sums of parts against wholes, over all numbers that the words leave possible."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from edureport.analysis.breakdown import follows, total
from edureport.model.interval import Interval
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.numbers.number import last_digit
from edureport.prose.relations.division import Division
from edureport.prose.relations.relation import Consistency
from edureport.prose.relations.slips import is_slip

FAR = Decimal("1.05")  # beyond "more than N" by this and by so many steps of its last digit
STEPS = 10
LONG = 4  # digits of a number that is one digit off hardly by chance
VERY_LONG = 6  # digits of such numbers that no words join
TWO = 2  # halves of a year, of which none holds the other
CUMULATED = Decimal("1.25")  # times a total, which quarters that are counted on exceed
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


def amounts_of(figures: Sequence[Figure], division: Division) -> list[Quantity]:
    """What the parts state, each so many times."""
    return [
        quantity(figures[part], count) for part, count in zip(division.parts, division.counts, strict=True)
    ]


def added(figures: Sequence[Figure], division: Division) -> Interval:
    """Every sum of the parts, each so many times, that their words leave possible."""
    return total(amounts_of(figures, division))


def missing(figures: Sequence[Figure], division: Division) -> Decimal:
    """What the parts as they are stated leave over of their whole; less than 0 if they are more."""
    parts = sum((amount.stated for amount in amounts_of(figures, division)), Decimal(0))
    return (figures[division.whole].stated or Decimal(0)) - parts


def misses_little(figures: Sequence[Figure], division: Division) -> bool:
    """Whether the sum of the parts misses their whole by no more than they may leave over."""
    return abs(missing(figures, division)) <= (figures[division.whole].stated or 0) * LITTLE


def may_leave_the_rest(figures: Sequence[Figure], division: Division) -> bool:
    """Whether parts miss their whole by no more than what is of no kind, or not known."""
    return missing(figures, division) > 0 and misses_little(figures, division)


def may_be_cumulated(figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> bool:
    """Whether each number may hold those before it, as of three months, of six, of nine and of the year."""
    amounts = [figures[index].stated or Decimal(0) for index in (*parts, whole)]
    rising = all(one < other for one, other in pairwise(amounts))
    return len(parts) > TWO and rising and sum(amounts[:-1]) > CUMULATED * amounts[-1]


def nearly_adds_up(figures: Sequence[Figure], division: Division, within: Decimal = CLOSE) -> bool:
    """Whether the parts miss the whole by less than chance would: rather by a slip than by a missing part."""
    whole, computed = figures[division.whole], added(figures, division)
    if not computed.is_point or whole.stated is None or len(division.parts) < 2:
        return False
    off = abs(computed.low - whole.stated)
    if not off and whole.bound == Bound.MORE_THAN:
        return True
    least = min(amount.stated for amount in amounts_of(figures, division))
    return whole.bound == Bound.EXACT and 0 < off < least and off <= whole.stated * within


def is_one_digit_off(figures: Sequence[Figure], division: Division, least: int = LONG) -> bool:
    """Whether parts and whole would add up if one digit of them were another, or two were swapped."""
    whole, computed = figures[division.whole], added(figures, division)
    exact = computed.is_point and whole.stated is not None and whole.bound == Bound.EXACT
    if len(division.parts) < 2 or not exact:
        return False
    given = [figures[part].stated or Decimal(0) for part in division.parts]
    return is_slip(computed.low, whole.stated or Decimal(0), given, least, added=True)


def adds_up(figures: Sequence[Figure], division: Division) -> bool:
    """Whether the parts can be all there are of the whole."""
    return verdict_of(figures, division, complete=True) is Consistency.FOLLOWS


def can_hold(figures: Sequence[Figure], division: Division) -> bool:
    """Whether the whole can have these parts: all of them if it is complete, else more, too."""
    return verdict_of(figures, division) is not Consistency.DOES_NOT_FOLLOW


def verdict_of(figures: Sequence[Figure], division: Division, *, complete: bool | None = None) -> Consistency:
    """Whether parts, each so many times, can be those of the whole; as `complete` as it is if not said."""
    complete = division.complete if complete is None else complete
    stated, amounts = quantity(figures[division.whole]), amounts_of(figures, division)
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
