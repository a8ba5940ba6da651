"""Derivations: what figures of a text give when computed, and whether the text says so."""

from collections.abc import Callable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from operator import sub

from edureport.model.interval import INFINITY, NEAREST, Interval
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.relation import Consistency
from edureport.prose.relations.sums import quantity

ONE, HUNDRED = Interval.point(Decimal(1)), Interval.point(Decimal(100))
AHEAD = 4  # tokens from a percentage to the time that it is compared with


def comparable(figure: Figure) -> bool:
    """Whether a figure states a number that can be reckoned with."""
    return figure.states and figure.stated is not None


def is_amount(figure: Figure) -> bool:
    """Whether a figure states exactly how much there is: no bound, no change, no share, not so much each."""
    counts = comparable(figure) and figure.bound is Bound.EXACT and not figure.percent and not figure.each
    return counts and figure.kind is not FigureKind.CHANGE and figure.mode is not Mode.FROM


def derive(
    compute: Callable[..., Interval], given: Sequence[Figure], stated: Figure
) -> tuple[Consistency, Quantity | None] | None:
    """Whether the figure agrees with what is computed from the given figures, and what that is."""
    try:
        known, result = [quantity(figure) for figure in given], quantity(stated)
        fits = follows(
            lambda printing: compute(*(printing.of(one) for one in known)).meets(printing.of(result))
        )
        computed = compute(*(one.interval for one in known))
    except ZeroDivisionError:
        return None
    return Consistency.FOLLOWS if fits else Consistency.DOES_NOT_FOLLOW, _quantity(computed, stated)


def fits(compute: Callable[..., Interval], given: Sequence[Figure], stated: Figure) -> bool:
    """Whether the figure agrees with what is computed from the given figures."""
    derived = derive(compute, given, stated)
    return derived is not None and derived[0] is Consistency.FOLLOWS


def percentage(part: Interval, whole: Interval) -> Interval:
    """The share of a part in percent."""
    return part / whole * HUNDRED


def difference(before: Interval, after: Interval) -> Interval:
    """What two levels differ by, whichever is the larger."""
    return _positive(after - before)


def growth(before: Interval, after: Interval) -> Interval:
    """The same in percent of the first."""
    return _positive((after / before - ONE) * HUNDRED)  # each but once: what is told twice is twice as wide


def _positive(interval: Interval) -> Interval:
    return -interval if interval.high <= 0 else interval


def is_index(page: Page, figure: Figure) -> bool:
    """Whether a percentage compares with another time: «40 голов, 86 % к уровню прошлого года»."""
    low, high = page.bounds(figure.span.first)
    words = range(figure.span.last, min(figure.span.last + AHEAD, high))
    if page.language.head_final:
        words = range(max(low, figure.span.first - AHEAD), figure.span.first)
    return figure.percent and any(
        page.at(at, Mark.INDEX_TO) or (page.at(at, Mark.INDEX_TO_YEAR) and page.word(at + 1)[:1].isdigit())
        for at in words
    )


def is_difference(stated: Figure, one: Figure, other: Figure) -> bool:
    """Whether a figure is what two others differ by, as all are printed: 112.2 of 205.2 and 93.1."""
    return fits(sub, (one, other), stated) or fits(sub, (other, one), stated)


def _quantity(computed: Interval, stated: Figure) -> Quantity | None:
    """The interval as a quantity, to one place more than the figure it is compared with."""
    places = min(last_digit(stated.stated or Decimal(0)), 0) - 1

    def rounded(end: Decimal, outwards: str) -> Decimal:
        if end.is_infinite():
            return end
        if end != end.to_integral_value():
            rounding = ROUND_HALF_UP if computed.is_point else outwards
            end = end.quantize(Decimal(1).scaleb(places), rounding, NEAREST)
        return Decimal(f"{end.normalize(NEAREST):f}")

    low, high = rounded(computed.low, ROUND_FLOOR), rounded(computed.high, ROUND_CEILING)
    if low == -INFINITY and high == INFINITY:
        return None
    return Quantity.of(
        Interval(low, high, computed.low_open and low < high, computed.high_open and low < high)
    )
