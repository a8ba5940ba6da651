"""Derivations: what figures of a text give when computed, and whether the text says so."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from edureport.model.interval import INFINITY, NEAREST, Interval
from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import INDEFINITE, Figure
from edureport.prose.figures.precision import half_step, last_digit
from edureport.prose.relations.sums import Verdict, quantity

HUNDRED = Interval.point(Decimal(100))
MANY = 24  # figures in a sentence; of a longer list nobody says what follows from what


class Derived(NamedTuple):
    """Figures by their places, and what comes of computing one of them from the others.

    `computed` is what the figure at the last of `parts` should be, of a product the one at `whole`.
    """

    relation: str
    whole: int | None
    parts: tuple[int, ...]
    verdict: Verdict
    computed: Quantity | None = None


def comparable(figure: Figure) -> bool:
    """Whether a figure states a number that can be reckoned with."""
    return figure.states and figure.stated is not None and figure.bound != INDEFINITE


def meant(figure: Figure) -> Interval:
    """Every number that may have been written as the figure: «113,8 млрд» is rounded."""
    slack = half_step(figure)
    return quantity(figure).interval + Interval(-slack, slack)


def written(figure: Figure) -> Interval:
    """Every result that may be written as the figure: rounded, or cut off, at the place it is printed to."""
    stated = quantity(figure).interval
    step = max(2 * half_step(figure), _step(figure))
    return stated + Interval(-step / 2, step, high_open=True)


def _step(figure: Figure) -> Decimal:
    """A unit of the last place of a percentage or a multiple; other figures are taken as they are."""
    if not figure.percent and figure.mode != "times":
        return Decimal(0)
    return Decimal(1).scaleb(min(last_digit(figure.stated or Decimal(0)), 0))


def derive(
    compute: Callable[..., Interval], given: Sequence[Figure], stated: Figure
) -> tuple[Verdict, Quantity | None] | None:
    """Whether the figure agrees with what is computed from the given ones, and what that is."""
    try:
        found = compute(*map(meant, given))
        plain = compute(*(Interval.point(figure.stated or Decimal(0)) for figure in given))
    except ZeroDivisionError:
        return None
    verdict = Verdict.FOLLOWS if found.meets(written(stated)) else Verdict.DOES_NOT_FOLLOW
    exact = all(figure.bound == "exact" for figure in given)
    return verdict, _quantity(plain if exact else found, stated)


def _quantity(found: Interval, stated: Figure) -> Quantity | None:
    """The interval as a quantity, to one place more than the figure it is compared with."""
    places = min(last_digit(stated.stated or Decimal(0)), 0) - 1

    def rounded(end: Decimal) -> Decimal:
        if end.is_infinite():
            return end
        if end != end.to_integral_value():
            end = end.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP, NEAREST)
        return Decimal(f"{end.normalize(NEAREST):f}")

    low, high = rounded(found.low), rounded(found.high)
    if low == -INFINITY and high == INFINITY:
        return None
    return Quantity.of(Interval(low, high, found.low_open and low < high, found.high_open and low < high))
