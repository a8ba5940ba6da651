"""The values that are put into words, besides plain numbers and dates; and how they are rounded."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple, Protocol

WIDE = Context(prec=1000)  # Python's own context has but 28 digits
MOST_DECIMALS = 40
_STEPS = tuple(Decimal(1).scaleb(-digits) for digits in range(MOST_DECIMALS + 1))
PACE_THRESHOLDS = (Decimal("0.60"), Decimal("0.95"))  # between verdicts


class Amount(Protocol):
    """A number and how it bounds the true one; the model's Quantity is one."""

    @property
    def stated(self) -> Decimal: ...
    @property
    def bound(self) -> str: ...
    @property
    def upper(self) -> Decimal | None: ...


class Span(Protocol):
    """The days of a period, both ends included; the model's Period is one."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...


class Ends(Protocol):
    """An interval; the model's Interval is one."""

    @property
    def low(self) -> Decimal: ...
    @property
    def high(self) -> Decimal: ...
    @property
    def low_open(self) -> bool: ...
    @property
    def high_open(self) -> bool: ...


class Difference(NamedTuple):
    """An Amount that says how far two others are apart; `points`: in percentage points."""

    stated: Decimal
    bound: str
    upper: Decimal | None = None
    points: bool = False


class Outward(NamedTuple):
    """An Amount to some decimals that holds every number that the Amount before held."""

    stated: Decimal
    bound: str
    upper: Decimal | None = None


class Thousands(Outward):
    """An Amount that people write in thousands: "more than 10 thousand"."""


class Rest(Outward):
    """No data, but for what the others leave: "no data (93 remain)"."""


class Planned(Outward):
    """No data, but a plan: "no data (plan: 20)"."""


class Rounded(NamedTuple):
    """An Amount to so many decimals, in a message."""

    amount: Amount
    digits: int


class Percent(NamedTuple):
    """An Amount in percent, in a message; to so many decimals unless it has a sign."""

    amount: Amount
    signed: bool = False
    digits: int = 1


class Pace(NamedTuple):
    """An Amount that is a pace, in a message."""

    amount: Amount


class Sum(NamedTuple):
    """Amounts with plus signs between them, or minus signs before those below zero, in a message."""

    amounts: Sequence[Amount | Percent]


class Counted(NamedTuple):
    """A unit: its key, its plural forms in the reader's language, and the amount it goes with."""

    key: str
    forms: Mapping[str, str]
    amount: Amount | None


def rounded(value: Decimal, digits: int | None, rounding: str = ROUND_HALF_UP) -> Decimal:
    """The value to so many decimals, half up; the one place where figures are rounded.

    What is not zero does not become zero: it keeps its first two digits.
    """
    if digits is None:
        return value
    result = value.quantize(_STEPS[digits], rounding, WIDE)
    if not result and value:
        return _to_two_digits(value, value, rounding)
    return result or result.copy_abs()  # not −0.0


def rounded_percent(value: Decimal, digits: int | None = 1, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A percentage to so many decimals; never 0 or 100 unless it is 0 or 100."""
    result = rounded(value, digits, rounding)
    if result.copy_abs() == 100 and value.copy_abs() != 100:
        return _to_two_digits(value, WIDE.subtract(value.copy_abs(), Decimal(100)), rounding)
    return result


def decimals_of(amount: Amount) -> int:
    """How many decimals an amount is stated to."""
    numbers = (amount.stated, amount.stated if amount.upper is None else amount.upper)
    return max(0, *(-int(number.as_tuple().exponent) for number in numbers))


def outward(amount: Amount, digits: int | None, *, percent: bool = False) -> Amount:
    """The Amount to so many decimals: lower bounds down, upper ones up, one number half up.

    250 of more than 300 is less than 83.333…%, so less than 83.4%; "less than 83.3%" would be untrue.
    """
    if digits is None:
        return amount
    write = rounded_percent if percent else rounded
    return _outward(amount, lambda value, way: write(value, digits, way))


def outward_pace(amount: Amount) -> Amount:
    """The same of a pace, which keeps on its side of each threshold."""
    return _outward(amount, lambda value, way: rounded_pace(value, 2, way))


def _outward(amount: Amount, write: Callable[[Decimal, str], Decimal]) -> Amount:
    bound = amount.bound
    upper = None if amount.upper is None else write(amount.upper, ROUND_CEILING)
    return Outward(write(amount.stated, _OUTWARDS.get(bound, ROUND_HALF_UP)), bound, upper)


_OUTWARDS = {
    **dict.fromkeys(("more_than", "at_least", "range"), ROUND_FLOOR),
    **dict.fromkeys(("less_than", "at_most"), ROUND_CEILING),
}


def rounded_pace(value: Decimal, digits: int | None = 2, rounding: str = ROUND_HALF_UP) -> Decimal:
    """A pace to so many decimals; cut to more where it would pass a threshold that it does not reach."""
    result = rounded(value, digits, rounding)
    for threshold in PACE_THRESHOLDS:
        more = digits or 0
        while value < threshold <= result and more < MOST_DECIMALS:
            more += 1
            result = rounded(value, more, ROUND_FLOOR if rounding == ROUND_HALF_UP else rounding)
    return result


def _to_two_digits(value: Decimal, small: Decimal, rounding: str) -> Decimal:
    """The value to as many decimals as show two digits of something small in it."""
    own = -int(value.as_tuple().exponent)  # it is not shown with more decimals than it has
    digits = min(1 - small.adjusted(), own, MOST_DECIMALS)
    return value.quantize(Decimal(1).scaleb(-digits), rounding, WIDE)
