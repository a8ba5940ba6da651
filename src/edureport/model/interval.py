"""Interval: every number that a figure can be, with arithmetic that never leaves one out.

The rules are those of interval arithmetic with open and closed ends (IEEE 1788-2015, clause 9).
Ends are rounded outwards at 60 digits, so that no possible result is lost; what is computed from
exact numbers alone stays one number, the nearest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from enum import Enum

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)
DOWN = Context(prec=60, rounding=ROUND_FLOOR)
UP = Context(prec=60, rounding=ROUND_CEILING)
NEAREST = Context(prec=60, rounding=ROUND_HALF_EVEN)  # Python's own context has but 28 digits


End = tuple[Decimal, bool]  # a number, and whether it is open


class Answer(Enum):
    """The answer to a comparison of intervals. It has no truth value: ask for the member."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot tell"

    def __bool__(self) -> bool:
        raise TypeError("a comparison of quantities has three answers; compare with Answer.YES")


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`; an open end does not belong to it, an infinite one never."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal) -> "Interval":
        """The interval of one known number."""
        return cls(value, value)

    @classmethod
    def above(cls, low: Decimal, *, strictly: bool = False) -> "Interval":
        """All numbers from `low` on."""
        return cls(low, INFINITY, strictly, True)

    @classmethod
    def below(cls, high: Decimal, *, strictly: bool = False) -> "Interval":
        """All numbers up to `high`."""
        return cls(-INFINITY, high, True, strictly)

    @property
    def is_point(self) -> bool:
        """Whether the number is known exactly."""
        return self.low == self.high

    def __contains__(self, value: Decimal) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        return above and (value < self.high or (value == self.high and not self.high_open))

    def meets(self, other: "Interval") -> bool:
        """Whether some number belongs to both."""
        return Answer.YES not in (self.less_than(other), other.less_than(self))

    def less_than(self, other: "Interval") -> Answer:
        """Whether a number of this interval is less than one of the other."""
        if self.high < other.low or (self.high == other.low and (self.high_open or other.low_open)):
            return Answer.YES
        return Answer.NO if self.low >= other.high else Answer.CANNOT_TELL

    def __neg__(self) -> "Interval":
        return Interval(_negated(self.high), _negated(self.low), self.high_open, self.low_open)

    def __add__(self, other: "Interval") -> "Interval":
        if self.is_point and other.is_point:
            return Interval.point(NEAREST.add(self.low, other.low))
        return Interval(
            DOWN.add(self.low, other.low) or ZERO,  # not −0, which is what rounding down makes of it
            UP.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        if self.is_point and other.is_point:
            return Interval.point(NEAREST.multiply(self.low, other.low))
        return _hull(_product, self, other)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; ZeroDivisionError if the divisor can be zero."""
        if ZERO in other or other.low < 0 < other.high:
            raise ZeroDivisionError("the divisor can be zero")
        if self.is_point and other.is_point:
            return Interval.point(NEAREST.divide(self.low, other.low))
        return _hull(_quotient, self, other)

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends, each with whether it is open."""
        return (self.low, self.low_open), (self.high, self.high_open)


HUNDRED = Interval.point(Decimal(100))


def _hull(
    compute: Callable[[Context, Decimal, Decimal, int], Decimal], one: Interval, other: Interval
) -> Interval:
    """The interval between the results of all pairs of ends, which are the extreme ones."""
    sign = 1 if other.high > 0 else -1
    corners = [(x, y) for x in one.ends for y in other.ends]
    # Where two pairs give one end, a closed one wins: False sorts before True.
    low, low_open = min((compute(DOWN, x[0], y[0], sign), _open(x, y)) for x, y in corners)
    high, high_closed = max((compute(UP, x[0], y[0], sign), not _open(x, y)) for x, y in corners)
    return Interval(low, high, low_open, not high_closed)


def _product(context: Context, x: Decimal, y: Decimal, _: int) -> Decimal:
    return ZERO if not x or not y else context.multiply(x, y)


def _quotient(context: Context, x: Decimal, y: Decimal, sign: int) -> Decimal:
    """X ÷ y; an end at zero is open, and `sign` tells on which side of it the divisor lies."""
    if not x or y.is_infinite():
        return ZERO
    return context.divide(x, y) if y else INFINITY.copy_sign(x * sign)


def _open(one: End, other: End) -> bool:
    # Zero is reached, whatever the other number is, if that zero itself is reached.
    if any(not value and not is_open for value, is_open in (one, other)):
        return False
    return one[1] or other[1]


def _negated(value: Decimal) -> Decimal:
    # The operator would round to 28 digits and make a negative zero.
    return value.copy_negate() if value else value
