"""Did you mean: what a mistyped word was probably meant to be, the one way in which the program asks."""

from collections.abc import Iterable
from itertools import islice

from edureport.message import Message, message

MOST_NEAR, MOST_LISTED = 3, 20
CUTOFF = 0.6  # how like a word must be, as difflib measures it
SHORTEST_PART = 3  # letters of a word that names are looked through for
_COMPARED = 100  # letters of a word; what is longer is no slip of the hand


def near(word: str, known: Iterable[str], most: int = MOST_NEAR, cutoff: float = CUTOFF) -> tuple[str, ...]:
    """The known words that are most like this one, the likest first."""
    from difflib import get_close_matches  # only when somebody has mistyped something

    return tuple(get_close_matches(word[:_COMPARED], list(known), most, cutoff))


def unknown(
    key: str, word: str, known: Iterable[str], meant: tuple[str, ...] | None = None, **values: object
) -> Message:
    """The message on a word that names nothing: `key` with what there is, or `key`_near with what was meant.

    What was meant is what is near, or what the word is a part of, unless the caller gives it.
    """
    words = list(known)
    if meant is None:
        parts = (name for name in words if len(word) >= SHORTEST_PART and word.lower() in name.lower())
        meant = tuple(dict.fromkeys((*near(word, words), *parts)))[:MOST_NEAR]
    if meant:
        return message(f"{key}_near", word=word, near=meant, **values)
    listed = (*islice(words, MOST_LISTED), *(("…",) if len(words) > MOST_LISTED else ()))
    return message(key, word=word, known=listed, **values)


def shared(one: str, other: str) -> int:
    """How many letters two words begin with together."""
    pairs = zip(one, other, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
