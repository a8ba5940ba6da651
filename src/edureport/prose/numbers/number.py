"""Number: a numeral of a page with its suffix and percent sign."""

from decimal import Decimal
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.prose.grammar.forms import BARE, Form


class Shape(StrEnum):
    """How a number is written, if not simply as an amount."""

    DATE = auto()  # 01.09.2025
    CLOCK = auto()  # 10:30
    SLASH = auto()  # 2024/25
    CODE = auto()  # 53-12-40
    FRACTION = auto()  # "two thirds"
    FOLD = auto()  # «вдвое»
    NONE = auto()  # "none": zero
    ORDINAL = auto()  # "third"
    INDEFINITE = auto()  # "hundreds of": no value
    BARE = auto()  # a thousand without a number before it
    ARTICLE = auto()  # "and a museum": one


class Number(NamedTuple):
    """The tokens from `first` to before `last`, and what they are worth; None if that cannot be read."""

    first: int
    last: int
    value: Decimal | None
    form: Form = BARE
    plain: bool = False  # digits and nothing else
    shape: Shape | None = None
    percent: bool = False
    points: bool = False  # percentage points
    upper: Decimal | None = None
    hyphen: bool = False  # a word hangs on it that is no suffix: «15-мектеп», "575-seat"
    signed: bool = False
    year: bool = False  # looks like one
    problem: bool = False  # cannot be read
    step: Decimal | None = None  # one of the last place printed, «113,8 млрд»: 100 million; None for words

    @property
    def has_decimals(self) -> bool:
        """Whether it is no whole number, as ages and days are; nor is 82.0."""
        fine = self.step is not None and self.step < 1
        return self.value is not None and (fine or self.value != self.value.to_integral_value())


def remainder(value: Decimal, divisor: int) -> int:
    """What is left of the whole part of a number, of however many digits, divided by another."""
    return int(abs(value)) % divisor


def asks_for(value: Decimal | None) -> str:
    """The form of a Russian noun that a number asks for: "one", "few", or "many", also if it is not whole."""
    if value is None or value != int(value):
        return "many"
    tens, ones = divmod(remainder(value, 100), 10)
    if tens == 1 or not 1 <= ones <= 4:
        return "many"
    return "one" if ones == 1 else "few"


def last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
