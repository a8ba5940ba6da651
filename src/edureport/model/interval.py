"""Interval: every number that a figure can be, with arithmetic that never leaves one out.

The rules are those of interval arithmetic with open and closed ends (IEEE 1788-2015, clause 9).
Ends are rounded outwards at 60 digits, so that no possible result is lost; what is computed from
exact numbers alone stays one number, the nearest.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from enum import Enum

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)
_DOWN = Context(prec=60, rounding=ROUND_FLOOR)
_UP = Context(prec=60, rounding=ROUND_CEILING)
_NEAREST = Context(prec=60, rounding=ROUND_HALF_EVEN)


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
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: "Interval") -> "Interval":
        if self.is_point and other.is_point:
            return Interval.point(_NEAREST.add(self.low, other.low))
        return Interval(
            _DOWN.add(self.low, other.low),
            _UP.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        if self.is_point and other.is_point:
            return Interval.point(_NEAREST.multiply(self.low, other.low))
        corners = [(x, y) for x in self.ends for y in other.ends]
        # Where two corners give one end, a closed one wins: False sorts before True.
        low, low_open = min((_product(_DOWN, x, y), _open(x, y)) for x, y in corners)
        high, high_closed = max((_product(_UP, x, y), not _open(x, y)) for x, y in corners)
        return Interval(low, high, low_open, not high_closed)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; ZeroDivisionError if the divisor can be zero."""
        if self.is_point and other.is_point and other.low:
            return Interval.point(_NEAREST.divide(self.low, other.low))
        return self * other._reciprocal()

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends, each with whether it is open."""
        return (self.low, self.low_open), (self.high, self.high_open)

    def _reciprocal(self) -> "Interval":
        if ZERO in self or self.low < 0 < self.high:
            raise ZeroDivisionError("the divisor can be zero")
        one = Decimal(1)
        # An end at zero is open here, and on the side that the sign of the interval tells.
        low = _DOWN.divide(one, self.high) if self.high else -INFINITY
        high = _UP.divide(one, self.low) if self.low else INFINITY
        return Interval(low, high, self.high_open, self.low_open)


def _product(context: Context, one: End, other: End) -> Decimal:
    x, y = one[0], other[0]
    return ZERO if not x or not y else context.multiply(x, y)


def _open(one: End, other: End) -> bool:
    # Zero times anything is zero, and reached, if that zero itself is reached.
    if any(not value and not is_open for value, is_open in (one, other)):
        return False
    return one[1] or other[1]
