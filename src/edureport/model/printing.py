"""Printing: what a number stands for that was printed rounded, or truncated, to so many digits."""

from collections.abc import Callable
from enum import Enum, auto

from edureport.model.interval import Interval
from edureport.model.quantity import Quantity


class Printing(Enum):
    """How numbers were brought to the digits that are printed."""

    ROUNDED = auto()
    CUT = auto()  # the further digits left out

    def of(self, quantity: Quantity) -> Interval:
        """Every number that is printed as the quantity, both ends included: which half goes up is open.

        120.5 is 120.45 to 120.55 if rounded and 120.5 to 120.6 if truncated, both below zero turned
        round. A bound and a number written out in full are as they stand.
        """
        step, stated = quantity.step, quantity.stated
        if not step:
            return quantity.interval
        if self is Printing.ROUNDED:
            half = step / 2
            return Interval.point(stated) + Interval(-half, half)
        to_zero = Interval(step.copy_negate(), step) if not stated else Interval(step - step, step)
        return Interval.point(stated) + (-to_zero if stated < 0 else to_zero)

    def possible(self, quantity: Quantity) -> Interval:
        """The same, closed at whole numbers where things are counted; sums go by this."""
        return quantity.closed(self.of(quantity))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be printed of one number."""
    return follows(lambda printing: printing.of(one).meets(printing.of(other)))


def follows(question: Callable[[Printing], bool]) -> bool:
    """Whether what is asked holds if all numbers were rounded, or if all were truncated."""
    return any(question(printing) for printing in Printing)
