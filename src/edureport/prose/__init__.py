"""Quantities in running text, as the officials of each language write them: one module per language."""

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import Protocol, cast

from edureport.languages.values import Amount
from edureport.model.quantity import Quantity

WRITERS = {"en": "english", "kk": "kazakh", "ru": "russian"}


class Writer(Protocol):
    """What the module of a language offers."""

    def write(self, amount: Amount, number: Callable[[Decimal], str]) -> str: ...
    def unit_category(self, amount: Amount, plural: Callable[[Decimal], str]) -> str: ...


def write(language: str, amount: Amount, number: Callable[[Decimal], str]) -> str:
    """The amount in words of a language of WRITERS: "more than 300".

    `number` writes a plain number as the language does, perhaps with its sign or a percent sign.
    """
    return _writer(language).write(amount, number)


def unit_category(language: str, amount: Amount, plural: Callable[[Decimal], str]) -> str:
    """The CLDR plural category of the unit's form beside the amount as `write` writes it.

    `plural` gives the category that goes with a bare number. It is a function, for a range has two
    numbers and each language knows which of them the unit follows.
    """
    return _writer(language).unit_category(amount, plural)


def _writer(language: str) -> Writer:
    # Imported when called for: a run speaks one language, and pays for no other.
    return cast(Writer, import_module(f"{__name__}.{WRITERS[language]}"))


def quantity_of(words: str, language: str, counted: bool) -> Quantity | None:
    """The one quantity that the words of a source give; None where they cannot be read with certainty.

    `counted` says that things are counted, which are never below zero.
    """
    from edureport.prose import phrases

    return phrases.quantity_of(words, language, counted=counted)
