"""English: "more than 300", "at least 7"."""

from collections.abc import Callable
from decimal import Decimal

from edureport.languages.amounts.numbers import joined, shows_decimals
from edureport.languages.values import Amount

_WORDS = {
    "exact": "{}",
    "more_than": "more than {}",
    "at_least": "at least {}",
    "less_than": "less than {}",
    "at_most": "at most {}",
    "about": "about {}",
    "nearly": "nearly {}",
}


def write(amount: Amount, number: Callable[[Decimal], str]) -> str:
    """The amount in words: "nearly 50", "300–350", "−5 to +3"."""
    stated = number(amount.stated)
    if amount.upper is not None:
        return joined(stated, number(amount.upper), signed=" to ")
    return _WORDS[amount.bound].format(stated)


def unit_category(amount: Amount) -> str:
    """The CLDR plural category of the unit: that of the number, words change nothing.

    "More than 1 school", but "0–1 schools": a range is plural (CLDR, plural ranges).
    """
    return plural(amount.stated) if amount.upper is None else "other"


def plural(number: Decimal) -> str:
    """The CLDR plural category of a number: one alone, if it shows no decimals, or any other."""
    return "one" if abs(number) == 1 and not shows_decimals(number) else "other"
