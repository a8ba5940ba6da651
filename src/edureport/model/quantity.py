"""Quantity: a figure as it was stated, "more than 300", and the interval of what it can mean."""

import re
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from functools import lru_cache

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.model.interval import INFINITY, NEAREST, ZERO, Answer, Interval

MAX_DIGITS = 30
TOLERANCE = Decimal("0.05")  # of "about" and "nearly", calibrated on published pairs of figures


class Bound(StrEnum):
    """How the stated number limits the true one."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    ABOUT = "about"
    NEARLY = "nearly"
    RANGE = "range"


WORDS = {
    "more than": Bound.MORE_THAN,
    "at least": Bound.AT_LEAST,
    "less than": Bound.LESS_THAN,
    "at most": Bound.AT_MOST,
    "about": Bound.ABOUT,
    "nearly": Bound.NEARLY,
}
_SIGNS = {
    ">": Bound.MORE_THAN,
    ">=": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST,
    "<": Bound.LESS_THAN,
    "<=": Bound.AT_MOST,
    "≤": Bound.AT_MOST,
    "~": Bound.ABOUT,
}
_NAMES = {bound: word for word, bound in WORDS.items()}
_GAP = "[ \u00a0\u202f\u2009_]"
_NUMBER = rf"[-+\u2212]?(?:\d{{1,3}}(?:{_GAP}\d{{3}})+|\d+)(?:\.\d+)?"
_NOTATION = re.compile(
    rf"(?:(?P<word>{'|'.join(WORDS)}) +|(?P<sign>>=|<=|[<>~≥≤]) *)?"
    rf"(?P<number>{_NUMBER})(?:(?P<plus>\+)|\.\.(?P<upper>{_NUMBER}))?",
    re.ASCII,
)


_GROUP = re.compile(rf"(?<![\d.,])[1-9]\d{{0,2}}(?:{_GAP}\d{{3}}){{0,9}}([.,])\d{{3}}(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number and its bound; `counted` says that it counts things and is never negative.

    `precision` is what the number was rounded to, where that is more than its digits tell: 5, or
    1,000 for «120 мың». Two figures are equal whatever their precision.
    """

    stated: Decimal
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None
    counted: bool = False
    precision: Decimal | None = field(default=None, compare=False)

    @classmethod
    def parse(cls, text: str, *, counted: bool = False) -> "Quantity":
        """Read a notation of the report file: `300`, `more than 300`, `>=300`, `300+`, `300..350`.

        Raises ReportError with what is wrong and what to write instead.
        """
        if text.isascii() and text.isdigit() and len(text) < MAX_DIGITS and text[0] != "0":
            return _whole(text, counted)
        stated, bound, upper = _parts(text)
        if upper is not None and upper <= stated:
            raise ReportError(message("quantity.backwards", text=text))
        if counted and (stated < 0 or (stated == 0 and bound is Bound.LESS_THAN)):
            raise ReportError(message("quantity.negative_count", text=text))
        return cls(stated, bound, upper, counted)

    @classmethod
    def of(cls, interval: Interval) -> "Quantity":
        """The tightest notation that holds the interval; ValueError for all numbers there are."""
        low, high = interval.low, interval.high
        if low == high:
            return cls(low)
        if low == -INFINITY and high == INFINITY:
            raise ValueError("an interval without ends has no notation")
        if high == INFINITY:
            return cls(low, Bound.MORE_THAN if interval.low_open else Bound.AT_LEAST)
        if low == -INFINITY:
            return cls(high, Bound.LESS_THAN if interval.high_open else Bound.AT_MOST)
        return cls(low, Bound.RANGE, high)

    @classmethod
    def known(cls, interval: Interval | None) -> "Quantity | None":
        """The same; None for all numbers there are, and where there is no interval."""
        if interval is None or (interval.low == -INFINITY and interval.high == INFINITY):
            return None
        return cls.of(interval)

    @property
    def interval(self) -> Interval:
        """All numbers that the words leave possible.

        "About" is 5 % to either side, "nearly" 5 % below; for a count at least one.
        """
        stated, bound = self.stated, self.bound
        if bound is Bound.EXACT:
            return Interval(stated, stated)
        if bound is Bound.RANGE and self.upper is not None:
            return Interval(stated, self.upper)
        if bound in (Bound.MORE_THAN, Bound.AT_LEAST):
            return Interval.above(stated, strictly=bound is Bound.MORE_THAN)
        if bound in (Bound.LESS_THAN, Bound.AT_MOST):
            strictly = bound is Bound.LESS_THAN
            if self.counted and (stated > 0 or (stated == 0 and not strictly)):
                return Interval(ZERO, stated, high_open=strictly)
            return Interval.below(stated, strictly=strictly)
        return self._around()

    @property
    def possible(self) -> Interval:
        """The interval, for counts closed at whole numbers: "more than 300" are 301 or more. Sums take it."""
        return self.closed(self.interval)

    def closed(self, interval: Interval) -> Interval:
        """An interval of this quantity, closed at the whole numbers in it where things are counted."""
        numbers = (self.stated, self.upper or ZERO)
        whole = self.counted and all(number == number.to_integral_value() for number in numbers)
        if not whole:
            return interval
        low, high = interval.low, interval.high
        if low.is_finite():
            low = low.to_integral_value(ROUND_CEILING)
            low = NEAREST.add(low, 1) if interval.low_open and low == interval.low else low
        if high.is_finite():
            high = high.to_integral_value(ROUND_FLOOR)
            high = NEAREST.subtract(high, 1) if interval.high_open and high == interval.high else high
        return Interval(low, high, not low.is_finite(), not high.is_finite())

    @property
    def step(self) -> Decimal:
        """The unit that the number was rounded or truncated to; 0 where it is written out in full.

        A number with decimals was rounded to the last of them, one with `precision` to that. A bound
        is what it says: precision does not move it.
        """
        if self.bound is not Bound.EXACT:
            return ZERO
        if self.precision is not None:
            return self.precision
        exponent = self.stated.as_tuple().exponent
        return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else ZERO

    def _around(self) -> Interval:
        """The interval of "about" and "nearly"."""
        stated = self.stated
        # 1, not 1.00: the slack adds no decimals of its own.
        slack = NEAREST.multiply(stated.copy_abs(), TOLERANCE).normalize(NEAREST)
        if self.counted:
            slack = max(slack, Decimal(1))
        low = NEAREST.subtract(stated, slack)
        if self.counted:
            low = max(low, ZERO)
        if self.bound is Bound.NEARLY:
            return Interval(low, stated, high_open=low < stated)
        return Interval(low, NEAREST.add(stated, slack))

    @property
    def is_exact(self) -> bool:
        """Whether the number is stated without a bound."""
        return self.bound is Bound.EXACT

    def same_as(self, other: "Quantity") -> bool:
        """Whether both state the same, counted or not: 5 and 5.0 do."""
        return (self.stated, self.bound, self.upper) == (other.stated, other.bound, other.upper)

    def less_than(self, other: "Quantity") -> Answer:
        """Whether this is less than `other`: yes, no or cannot tell."""
        return self.interval.less_than(other.interval)

    def __str__(self) -> str:
        """The notation of the report file; `parse` reads it back."""
        if self.upper is not None:
            return f"{self.stated:f}..{self.upper:f}"
        word = _NAMES.get(self.bound)
        return f"{word} {self.stated:f}" if word else f"{self.stated:f}"


@lru_cache(maxsize=2**14)  # small numbers come again and again
def _whole(text: str, counted: bool) -> Quantity:  # lru_cache takes names for other arguments
    return Quantity(Decimal(text), Bound.EXACT, None, counted)


def group_of_three(text: str) -> str | None:
    """The number with a comma or point before its last three digits: 1,200 has two readings."""
    match = _GROUP.search(text)
    if match is None or (match[1] == "." and not re.fullmatch(r"\d+\.\d{3}", match[0])):
        return None
    return match[0]


def two_readings(text: str, number: str) -> Message:
    """What to write for such a number, which may be meant in thousands or with decimals."""
    plain = re.sub(r"\D", "", number)
    return message("quantity.two_readings", text=text, plain=plain, point=f"{plain[:-3]}.{plain[-3:]}")


def _parts(text: str) -> tuple[Decimal, Bound, Decimal | None]:
    """The number, the bound and the upper number of a notation."""
    match = _NOTATION.fullmatch(text)
    if not match:
        raise ReportError(_diagnosis(text))
    for number in filter(None, (match["number"], match["upper"])):
        if wrong := _mistyped(number, text):
            raise ReportError(wrong)
    said = WORDS.get(match["word"]), _SIGNS.get(match["sign"])
    bounds = [bound for bound in said if bound]
    bounds += [Bound.AT_LEAST] if match["plus"] else []
    bounds += [Bound.RANGE] if match["upper"] else []
    if len(bounds) > 1:
        raise ReportError(message("quantity.two_bounds", text=text))
    upper = _number(match["upper"]) if match["upper"] else None
    return _number(match["number"]), bounds[0] if bounds else Bound.EXACT, upper


def _number(text: str) -> Decimal:
    return Decimal(re.sub(_GAP, "", text).replace("\u2212", "-"))


def _mistyped(number: str, text: str) -> Message | None:
    """What is wrong with a number that has the look of one."""
    plain = re.sub(_GAP, "", number)
    if sum(map(str.isdigit, plain)) > MAX_DIGITS:
        return message("quantity.too_long", limit=MAX_DIGITS)
    if zeros := re.match(r"([-+\u2212]?)0+(?=\d)", plain):
        better = text.replace(number, zeros[1] + plain[zeros.end() :])
        return message("quantity.leading_zero", text=text, plain=better)
    return None


def _diagnosis(text: str) -> Message:
    """What is wrong with a text that is no quantity, and what may have been meant."""
    if len(text) > 200 or sum(map(str.isdigit, text)) > 2 * MAX_DIGITS:
        return message("quantity.too_long", limit=MAX_DIGITS)
    if re.search(rf"\d{_GAP}?%", text):
        return message("quantity.percent", text=text, plain=_with_point(re.sub(rf"{_GAP}?%", "", text)))
    if (number := group_of_three(text)) and "," in number:
        return two_readings(text, number)
    if re.search(r"\d,\d", text):
        key = (
            "quantity.comma" if text.count(",") == 1 and not re.search(r"\d\.\d", text) else "quantity.commas"
        )
        return message(key, text=text, plain=_with_point(text))
    if re.fullmatch(r"[-+]?(nan|\.?inf(inity)?|\.nan)", text, re.IGNORECASE):
        return message("quantity.not_finite", text=text)
    if re.search(r"\d[eE][-+]?\d", text):
        return message("quantity.exponent", text=text)
    if re.search(r"\d:\d", text):
        return message("quantity.colon", text=text)
    if dash := re.fullmatch(rf"({_NUMBER}) *[-\u2013\u2014] *({_NUMBER})", text):
        return message("quantity.unknown_near", text=text, near=f"{dash[1]}..{dash[2]}")
    return message("quantity.unknown", text=text)


def _with_point(text: str) -> str:
    """The text with a point before its decimals and no other signs between digits: 1200.5 for 1.200,5."""
    if text.count(",") > 1 or re.search(r",\d+\.\d", text):
        return text.replace(",", "")
    return re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d)\.(?=\d)", "", text))
