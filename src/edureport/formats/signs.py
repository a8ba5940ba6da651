"""The sign and the colour of each status, severity and verdict; nothing is said by colour alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from edureport.marked import MarkedText
from edureport.message import message

if TYPE_CHECKING:
    from edureport.languages.catalogue import Catalogue


class Sign(NamedTuple):
    """A letter beside a word or a figure, its colour in a terminal, and a letter that ASCII has.

    No such letter beside a number makes another one of it, as "300 +" would.
    """

    letter: str
    color: str
    plain: str = ""


VERDICTS = {
    "confirmed": Sign("✓", "green", "="),
    "contradicted": Sign("✗", "red", "!"),
    "possible": Sign("◐", "yellow", "~"),
    "ambiguous": Sign("?", "yellow", "?"),
    "not_in_data": Sign("–", "dim", "-"),
    "unread": Sign("□", "dim", "#"),
    "": Sign("", "bold"),  # not judged
}
SIGNS = {
    "achieved": Sign("✓", "green"),
    "on_track": Sign("●", "green"),
    "behind": Sign("◐", "yellow"),
    "off_track": Sign("○", "red"),
    "missed": Sign("✗", "red"),
    "regressing": Sign("↓", "red"),
    "no_data": Sign("–", "dim"),
    "not_assessable": Sign("?", "dim"),
    "contradiction": Sign("✗", "red"),
    "doubt": Sign("?", "yellow"),
    "remark": Sign("·", "dim"),
    **VERDICTS,
}


def codes_in(color: str) -> tuple[str, ...]:
    """The codes that are shown in a colour."""
    return tuple(code for code, sign in SIGNS.items() if sign.color == color)


def counted(marked: MarkedText, words: "Catalogue") -> Iterator[tuple[str, str]]:
    """The verdicts that figures of a marked text have, each with how many have it, in words."""
    counts = marked.counts()
    for code in VERDICTS:
        if counts[code]:
            said = message("marked.count", verdict=verdict(code, words), number=counts[code])
            yield code, words.say(said)


def verdict(code: str, words: "Catalogue") -> str:
    """A verdict in words."""
    return words.word(f"verdict.{code or 'not_judged'}")
