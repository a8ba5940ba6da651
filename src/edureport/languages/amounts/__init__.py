"""Amounts in words, as officials write them: one module for each language, named by its code."""

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module

from edureport.languages.values import Amount

_SIGNS = ("+", "-", "\u2212")
_PERCENT = " \u00a0\u202f%"


class Plain:
    """An amount by the words for its bound, which `word` gives; a language's own is AMOUNTS of its module."""

    signed = "…"  # between the ends of a range that have signs

    def __init__(self, word: Callable[[str], str]) -> None:
        self._word = word

    def write(self, amount: Amount, number: Callable[[Decimal], str]) -> str:
        """The amount in words; `number` writes a number as the language does, with a sign or a percent."""
        stated = number(amount.stated)
        if amount.upper is not None:
            return joined(stated, number(amount.upper), signed=self.signed)
        return self.bounded(amount.bound, stated)

    def bounded(self, bound: str, number: str) -> str:
        """A number with the words of its bound."""
        return number if bound == "exact" else f"{self._word(f'bound.{bound}')} {number}"

    def unit_category(self, amount: Amount) -> str:
        """The CLDR plural category of the unit beside an amount; of a range that of its second number."""
        return self.plural(amount.stated if amount.upper is None else amount.upper)

    def plural(self, number: Decimal) -> str:
        """The CLDR plural category of a bare number: one, or any other, as in many languages.

        Source: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
        """
        return "one" if abs(number) == 1 else "other"


def joined(low: str, high: str, *, signed: str) -> str:
    """Both ends of a range as one text: "300–350", "15–20 %".

    A dash between numbers with signs would be taken for a minus, so `signed` is put there instead:
    "−5…+3". The percent sign is written once, after the second number.
    """
    if high.endswith("%"):
        low = low.rstrip(_PERCENT)
    return f"{low}{signed if low.startswith(_SIGNS) or high.startswith(_SIGNS) else '–'}{high}"


def shows_decimals(number: Decimal) -> bool:
    """Whether a number has decimals, even if they are noughts: 5.0."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def writer(language: str, word: Callable[[str], str]) -> Plain:
    """How a language writes amounts; one without a module here puts words of its catalogue before them."""
    try:
        module = import_module(f"{__name__}.{language}")  # a run speaks one language alone
    except ModuleNotFoundError:
        return Plain(word)
    own: Plain = module.AMOUNTS(word)
    return own
