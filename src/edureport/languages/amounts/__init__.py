"""Amounts in words, as officials write them: one module for each language, named by its code."""

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import Protocol, cast

from edureport.languages.amounts.plain import Plain
from edureport.languages.values import Amount


class Writer(Protocol):
    """What the module of a language offers."""

    def write(self, amount: Amount, number: Callable[[Decimal], str]) -> str:
        """The amount in words: "more than 300".

        `number` writes a plain number as the language does, perhaps with its sign or a percent sign.
        """

    def unit_category(self, amount: Amount) -> str:
        """The CLDR plural category of the unit beside the amount as `write` writes it.

        A range has two numbers, and each language knows which of them the unit follows.
        """

    def plural(self, number: Decimal) -> str:
        """The CLDR plural category that goes with a bare number.

        Source: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
        """


def writer(language: str, word: Callable[[str], str]) -> Writer:
    """How a language writes amounts; one without a module here puts words of its catalogue before them."""
    try:
        return cast(Writer, import_module(f"{__name__}.{language}"))  # a run speaks one language alone
    except ModuleNotFoundError:
        return Plain(word)
