"""Quantities in running text, as the officials of each language write them: one module per language."""

from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from edureport.languages.values import Amount

if TYPE_CHECKING:
    from edureport.prose.figure import Figure

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


def read(text: str, language: str) -> "list[Figure]":
    """Every number of a text in a language of WRITERS, in order, classified."""
    # Imported when called for, as are the words of a language: most runs read no prose.
    return cast("list[Figure]", import_module(f"{__name__}.reader").read(text, language))


def _writer(language: str) -> Writer:
    # Imported when called for: a run speaks one language, and pays for no other.
    return cast(Writer, import_module(f"{__name__}.{WRITERS[language]}"))
