"""Forms: what the ending of a word says of its number, and the words that numbers are written in."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from enum import StrEnum, auto
from typing import NamedTuple

HUNDRED_RANK = 3


class Ending(StrEnum):
    """What an ending says; a language has those that it marks."""

    ABLATIVE = auto()
    DATIVE = auto()
    LOCATIVE = auto()
    GENITIVE = auto()
    ACCUSATIVE = auto()
    INSTRUMENTAL = auto()
    LIKE = auto()  # «300-дей»: about
    ATTRIBUTE = auto()  # «300-дік»: with so many
    PLURAL = auto()
    ORDINAL = auto()


class Form(NamedTuple):
    """The ending of a number or a number word, and whether it is one of something: «124 мектептің 121-і»."""

    ending: Ending | None = None
    possessed: bool = False

    def __bool__(self) -> bool:
        return self.ending is not None or self.possessed


BARE = Form()


class Cardinal(NamedTuple):
    """A number word of rank 1 (ones, teens), 2 (tens) or 3; a `factor` multiplies the number before it."""

    value: int
    rank: int
    form: Form = BARE
    factor: bool = False


class Multiplier(NamedTuple):
    """A word for a power of ten; alone it may stand for one of it."""

    power: int
    form: Form = BARE
    alone: bool = False


Predicate = Callable[[str], bool]  # what is asked of a word: folded, without signs
never: Predicate = staticmethod(lambda _: False)  # static as those below, so that a class can hold it


def whole(pattern: str) -> Predicate:
    """Whether all of a word is so."""
    match = re.compile(pattern).fullmatch
    return staticmethod(lambda word: match(word) is not None)


def containing(pattern: str) -> Predicate:
    """Whether something in a word is so."""
    search = re.compile(pattern).search
    return staticmethod(lambda word: search(word) is not None)


def ending_in(*endings: str, least: int = 0, but: AbstractSet[str] = frozenset()) -> Predicate:
    """Whether a word of so many letters at least ends so, and is none of some others."""
    return staticmethod(lambda word: word.endswith(endings) and len(word) >= least and word not in but)
