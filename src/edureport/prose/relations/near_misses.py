"""Near misses: whether one digit of one number would make figures follow from each other that do not.

Numbers that belong together and miss each other by one digit rather have a slip in them than nothing to do
with each other; the more digits they have, the less is it chance.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.derivation import fits

DIGITS = range(10)


def is_near_miss(follows: Callable[[Sequence[Figure]], bool], figures: Sequence[Figure]) -> bool:
    """Whether figures follow from each other with another digit in one of them."""
    return any(follows(read) for place in range(len(figures)) for read in with_another_digit(figures, place))


def is_digit_off(compute: Callable[..., Interval], given: Sequence[Figure], stated: Figure) -> bool:
    """Whether a figure would be what is computed from others with another digit in one of them all."""
    return is_near_miss(lambda read: fits(compute, read[:-1], read[-1]), [*given, stated])


def without_about(figure: Figure) -> Figure:
    """A figure as its digits tell it: without "about" or "nearly"."""
    if figure.quantity is None or figure.bound not in {Bound.ABOUT, Bound.NEARLY}:
        return figure
    return figure._replace(quantity=replace(figure.quantity, bound=Bound.EXACT))


def digits(figure: Figure) -> int:
    """How many digits a number is told with: 4 of 1,250 and of 12.50 thousand."""
    stated = abs(figure.stated or Decimal(0))
    return max(stated.adjusted() - _last_place(figure) + 1, 0)


def _last_place(figure: Figure) -> int:
    """The power of ten of the last digit that is written."""
    if figure.quantity is None:
        return 0
    if figure.quantity.precision:
        return figure.quantity.precision.adjusted()
    exponent = figure.quantity.stated.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def with_another_digit(figures: Sequence[Figure], place: int) -> Iterator[list[Figure]]:
    """The figures with each other digit in each place of the one that stands at a `place` of them."""
    figure = figures[place]
    if figure.quantity is None or figure.quantity.upper is not None:
        return
    stated = abs(figure.quantity.stated)
    for power in range(_last_place(figure), stated.adjusted() + 1):
        own = int(stated.scaleb(-power)) % len(DIGITS)
        for digit in DIGITS[1:] if power == stated.adjusted() else DIGITS:
            if digit != own:
                other = (stated + Decimal(digit - own).scaleb(power)).copy_sign(figure.quantity.stated)
                read = figure._replace(quantity=replace(figure.quantity, stated=other))
                yield [*figures[:place], read, *figures[place + 1 :]]
