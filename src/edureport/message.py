"""Message: a sentence for people, as a key of the word catalogue and the values that fill it."""

from collections.abc import Mapping
from typing import NamedTuple, Self


class Message(NamedTuple):
    """A sentence without its language: `languages` turns it into words, machines keep the key."""

    key: str
    values: Mapping[str, object]


class Foreign(str):
    """A text in another language than the reader's, because it has none in that one."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        new = super().__new__(cls, text)
        new.language = language
        return new


def message(key: str, /, **values: object) -> Message:
    """The message `key`, filled with `values`."""
    return Message(key, values)
