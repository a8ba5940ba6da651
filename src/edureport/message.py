"""Message: something to tell a person, as a key of the word catalogue and the values that fill it."""

from collections.abc import Mapping
from typing import NamedTuple


class Message(NamedTuple):
    """A sentence without its language: `languages` turns it into words, machines keep the key."""

    key: str
    values: Mapping[str, object]


def message(key: str, /, **values: object) -> Message:
    """The message `key`, filled with `values`."""
    return Message(key, values)
