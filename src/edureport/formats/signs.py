"""The sign and the colour of each status; nothing is said by colour alone."""

from typing import NamedTuple


class Sign(NamedTuple):
    """A letter beside a word, and its colour in a terminal."""

    letter: str
    color: str


SIGNS = {
    "achieved": Sign("✓", "green"),
    "on_track": Sign("●", "green"),
    "behind": Sign("◐", "yellow"),
    "off_track": Sign("○", "red"),
    "missed": Sign("✗", "red"),
    "regressing": Sign("↓", "red"),
    "no_data": Sign("–", "dim"),
    "not_assessable": Sign("?", "dim"),
}
