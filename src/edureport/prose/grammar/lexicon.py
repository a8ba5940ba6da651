"""The words that reading needs, one module of tables per language; loaded when a text is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import cast

from edureport.prose.text.phrases import Phrases

HUNDRED_RANK = 3


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number word: ones and teens have rank 1, tens 2, hundreds 3; `form` is its case, if that matters.

    `factor` is a word for hundred that multiplies the ones before it.
    """

    value: int
    rank: int
    form: str = ""
    factor: bool = False


@dataclass(frozen=True, slots=True)
class Multiplier:
    """A word for a power of ten, and its case, if that matters; alone it may stand for one of it."""

    power: int
    form: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language; what the tags of `phrases` mean is told where they are used."""

    language: str
    cardinals: Mapping[str, Cardinal]
    multipliers: Mapping[str, Multiplier]
    ordinals: Mapping[str, int]
    suffixes: Mapping[str, str]  # of a number in digits after its hyphen: the case
    folds: Mapping[str, int]  # words that multiply: «вдвое» is 2
    phrases: Phrases
    nouns: Mapping[str, str] = field(default_factory=dict)  # beginnings of common units: their lemma
    endings: tuple[str, ...] = ()  # of nouns, the longest first, for those that are not in `nouns`
    qualifiers_follow: bool = False
    decimal_comma: bool = True
    inside: Mapping[str, Cardinal] = field(default_factory=dict)  # number words that begin no number


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language that has a folder here."""
    return cast(Lexicon, import_module(f"edureport.prose.grammar.{language}.words").LEXICON)
