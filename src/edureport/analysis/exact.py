"""Exact arithmetic of targets: rational numbers up to the last step, and quotients at their corners.

Thresholds are compared and figures rounded by these numbers, so that neither 0.95 nor 73.05 depends on
how a quotient before it was rounded.
"""

from decimal import Context, Decimal
from fractions import Fraction
from itertools import product
from math import inf
from typing import NamedTuple

from edureport.model.interval import DOWN, INFINITY, NEAREST, UP, Interval

DIGITS = NEAREST.prec  # to which a quotient is written as a decimal

Number = Fraction | float  # a rational number, or one of the two infinities


class Exact(NamedTuple):
    """An interval between rational numbers; an open end does not belong to it, an infinite one never."""

    low: Number
    high: Number
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(cls, interval: Interval) -> "Exact":
        """The same interval."""
        return cls(number(interval.low), number(interval.high), interval.low_open, interval.high_open)

    @classmethod
    def point(cls, value: Fraction) -> "Exact":
        """The interval of one known number."""
        return cls(value, value)

    @property
    def is_point(self) -> bool:
        """Whether the number is known exactly."""
        return self.low == self.high

    @property
    def is_everything(self) -> bool:
        """Whether it holds all numbers there are."""
        return self.low == -inf and self.high == inf

    def holds(self, value: Fraction) -> bool:
        """Whether it can be this number."""
        above = value > self.low or (value == self.low and not self.low_open)
        return above and (value < self.high or (value == self.high and not self.high_open))

    def plus(self, other: "Exact") -> "Exact":
        """The sums of a number here and an independent one there."""
        return Exact(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def times(self, factor: Fraction) -> "Exact":
        """The products with a known number."""
        if not factor:
            return Exact.point(Fraction(0))
        low, high = _scaled(self.low, factor), _scaled(self.high, factor)
        if factor > 0:
            return Exact(low, high, self.low_open, self.high_open)
        return Exact(high, low, self.high_open, self.low_open)

    def minus(self, other: "Exact") -> "Exact":
        """The differences of a number here and an independent one there."""
        return self.plus(other.times(Fraction(-1)))

    def interval(self) -> Interval:
        """The same in decimals, with its ends rounded outwards; a single number is the nearest one."""
        if self.is_point:
            return Interval.point(decimal(self.low, NEAREST))
        return Interval(decimal(self.low, DOWN), decimal(self.high, UP), self.low_open, self.high_open)


class Linear(NamedTuple):
    """The number constant + slope × b, which depends on where a target starts from."""

    constant: Fraction
    slope: Fraction

    def at(self, base: Exact) -> Exact:
        """All numbers that it can be."""
        return base.times(self.slope).plus(Exact.point(self.constant))

    def between(self, other: "Linear", part: Fraction) -> "Linear":
        """The line so far on the way to another: 0 is here, 1 is there."""
        return Linear(
            self.constant + (other.constant - self.constant) * part,
            self.slope + (other.slope - self.slope) * part,
        )


def number(value: Decimal) -> Number:
    """The same number as a fraction; an infinity stays one."""
    return Fraction(value) if value.is_finite() else float(value)


def decimal(value: Number, context: Context = NEAREST) -> Decimal:
    """The number to 60 digits."""
    if isinstance(value, float):
        return INFINITY if value > 0 else -INFINITY
    return context.divide(Decimal(value.numerator), Decimal(value.denominator))


def quotient(gain: Exact, weight: int, base: Exact, divisor: Linear) -> Exact | None:
    """(gain − weight × b) ÷ (constant + slope × b) over all gains and all b.

    One b stands above and below the line: it is one quantity, so the extremes lie at the corners. None
    where the divisor can be zero.
    """
    below = divisor.at(base)
    if below.holds(Fraction(0)):
        return None
    sign = 1 if below.high > 0 else -1
    corners = []
    for (value, value_open), (start, start_open) in product(_ends(gain), _ends(base)):
        if value in (inf, -inf):
            corners.append((value * sign, True, (value, start)))
        else:
            corner, reached = _corner(Fraction(value), weight, start, divisor, sign)
            reached = reached and not start_open
            corners.append((corner, value_open or not reached, (value, start)))
    low, low_open = _extreme(corners, gain, min(corner[0] for corner in corners))
    high, high_open = _extreme(corners, gain, max(corner[0] for corner in corners))
    return Exact(low, high, low_open, high_open)


def _corner(gain: Fraction, weight: int, start: Number, divisor: Linear, sign: int) -> tuple[Number, bool]:
    """The quotient at a corner, or what it tends to there; and whether it is reached."""
    far = -weight / divisor.slope if divisor.slope else Fraction(0)
    if isinstance(start, float):
        return far, False
    above, below = gain - weight * start, divisor.constant + divisor.slope * start
    if below:
        return above / below, True
    if above:
        return (inf if above > 0 else -inf) * sign, False
    return far, False


def _extreme(
    corners: list[tuple[Number, bool, tuple[Number, Number]]], gain: Exact, value: Number
) -> tuple[Number, bool]:
    """An end of the quotients, and whether it is open."""
    there = [corner for corner in corners if corner[0] == value]
    if isinstance(value, float):
        return value, True
    if not all(is_open for _, is_open, _ in there):
        return value, False
    for end, end_open in _ends(gain):  # along this edge the quotient is the same for every b
        starts = {start for _, _, (at, start) in there if at == end}
        if not end_open and len(starts) > 1:
            return value, False
    return value, True


def _ends(interval: Exact) -> tuple[tuple[Number, bool], tuple[Number, bool]]:
    return (interval.low, interval.low_open), (interval.high, interval.high_open)


def _scaled(value: Number, factor: Fraction) -> Number:
    if isinstance(value, float):
        return value if factor > 0 else -value
    return value * factor
