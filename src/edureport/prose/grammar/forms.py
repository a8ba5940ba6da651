"""Forms: what the ending of a word says of its number, and the words that numbers are written in."""

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
    """A number word: ones and teens have rank 1, tens 2, hundreds 3.

    `factor` is a word for hundred that multiplies the number before it.
    """

    value: int
    rank: int
    form: Form = BARE
    factor: bool = False


class Multiplier(NamedTuple):
    """A word for a power of ten; alone it may stand for one of it."""

    power: int
    form: Form = BARE
    alone: bool = False
