"""Lines of a text, and the figures that stand in each."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page

LINE = frozenset({"¶", "\n"})  # the gap before the first token of one


class TextLine(NamedTuple):
    """A line: its first token and the one after its last, and the figures that it counts by."""

    first: int
    last: int
    figures: tuple[int, ...]


def text_lines(page: Page, figures: Sequence[Figure], counted: Sequence[int]) -> list[TextLine]:
    """The lines of a text, each with those of the `counted` figures that stand in it."""
    starts = [0, *(at for at, token in enumerate(page.tokens) if at and token.gap in LINE), len(page.tokens)]
    lines, place = [], 0
    for first, last in pairwise(starts):
        inside = []
        while place < len(counted) and figures[counted[place]].span.first < last:
            inside.append(counted[place])
            place += 1
        lines.append(TextLine(first, last, tuple(inside)))
    return lines
