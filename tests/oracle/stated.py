"""Stated quantities as plain fractions: the interval of each, and true values drawn from it."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

SPARK = Fraction(1, 10**30)  # how near to an end that is not included a value is drawn
HUGE = Fraction(10**30)  # what is drawn where there is no end
LIMIT = Fraction(1, 10**14)  # two results nearer than this differ by sparks, or by what HUGE lacks
ENDLESS = Fraction(10**10)  # a result beyond it has no end; no case has numbers near it


@dataclass(frozen=True, slots=True)
class Span:
    """All numbers from one end to the other; None is an end that is not there."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __add__(self, other):
        return Span(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self):
        return Span(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def meet(self, other):
        """What both hold."""
        low, low_open = max(self._floor, other._floor)
        high, high_open = min(self._ceiling, other._ceiling)
        return Span(
            None if low == -HUGE else low, None if high == HUGE else high, bool(low_open), not high_open
        )

    @property
    def _floor(self):
        return (-HUGE if self.low is None else self.low, self.low_open)

    @property
    def _ceiling(self):
        return (HUGE if self.high is None else self.high, not self.high_open)

    @property
    def single(self):
        return self.low is not None and self.low == self.high

    @property
    def empty(self):
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def holds(self, number):
        """Whether it is one of the numbers."""
        if self.low is not None and (number < self.low or (self.low_open and number == self.low)):
            return False
        return self.high is None or number < self.high or (number == self.high and not self.high_open)

    def whole(self):
        """The same, closed at the whole numbers in it."""
        low, high = self.low, self.high
        if low is not None:
            low = Fraction(floor(low) + 1 if self.low_open else ceil(low))
        if high is not None:
            high = Fraction(ceil(high) - 1 if self.high_open else floor(high))
        return Span(low, high)

    def ends(self):
        """The two ends as numbers that can be drawn: a spark inside of one that is not included."""
        if self.single:
            return [self.low]
        low = -HUGE if self.low is None else self.low + (SPARK if self.low_open else 0)
        high = HUGE if self.high is None else self.high - (SPARK if self.high_open else 0)
        return [low, high]

    def draws(self, inside=()):
        """Both ends, and a point inside for each share in `inside` (between 0 and 1)."""
        found = self.ends()
        if len(found) == 1:
            return found
        low, high = found
        if self.low is None:
            low = high - 100
        if self.high is None:
            high = low + 100
        return [*found, *(low + share * (high - low) for share in inside)]


def exactly(number):
    return Span(Fraction(number), Fraction(number))


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity of a report file: `words` as it is written, and what METHODS takes them for."""

    bound: str
    number: Fraction
    upper: Fraction | None = None
    counted: bool = False

    @property
    def words(self):
        number = decimal(self.number)
        if self.bound == "exact":
            return number
        if self.bound == "range":
            return f"{number}..{decimal(self.upper)}"
        return f"{self.bound.replace('_', ' ')} {number}"

    @property
    def span(self):
        number, floor_ = self.number, Fraction(0) if self.counted else None
        slack = abs(number) / 20
        if self.counted:
            slack = max(slack, Fraction(1))
        match self.bound:
            case "exact":
                return Span(number, number)
            case "range":
                return Span(number, self.upper)
            case "more_than":
                return Span(number, None, low_open=True)
            case "at_least":
                return Span(number, None)
            case "less_than":
                return Span(floor_, number, high_open=True)
            case "at_most":
                return Span(floor_, number)
        low = max(number - slack, Fraction(0)) if self.counted else number - slack
        if self.bound == "nearly":
            return Span(low, number, high_open=True)
        return Span(low, number + slack)


def decimal(number):
    """A fraction as a report writes it; it has to end after at most six decimals."""
    scaled = number * 10**6
    assert scaled.denominator == 1, number
    whole, rest = divmod(abs(scaled.numerator), 10**6)
    digits = f"{rest:06}".rstrip("0")
    return ("-" if number < 0 else "") + str(whole) + (f".{digits}" if digits else "")
