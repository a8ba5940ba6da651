"""Segments: the parts of a sentence between its commas and brackets, with their figures and times."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.times.times import NamedTime

SEPARATORS = frozenset(",;:()")
DEEPEST = 9  # brackets; deeper ones count as these


class IndexedFigure(NamedTuple):
    """A figure with its first token and its index in the list that was given."""

    first: int
    figure_index: int
    figure: Figure


class Segment(NamedTuple):
    """A part of a sentence between two of its commas: its figures and its times."""

    first: int
    depth: int  # of brackets
    strong: bool  # behind something stronger than a comma
    times: list[NamedTime]
    numbers: list[IndexedFigure]


def segments(
    page: Page, sentence: int, numbers: Sequence[IndexedFigure], items: Sequence[NamedTime]
) -> list[Segment]:
    """The parts of a sentence, in order; a joint inside a figure or a time parts nothing."""
    first, last = page.first[sentence], page.first[sentence + 1]
    starting = {number.first: number for number in numbers}
    timed = {item.first: item for item in items}
    covered, depth = first, 0
    found = [Segment(first, 0, strong=True, times=[], numbers=[])]
    for token in range(first, last):
        if token in timed:
            found[-1].times.append(timed[token])
            covered = max(covered, timed[token].last)
        if token in starting:
            found[-1].numbers.append(starting[token])
            covered = max(covered, starting[token].figure.span[1])
        word = page.word(token)
        if token >= covered and word in SEPARATORS:
            depth = min(max(0, depth + (word == "(") - (word == ")")), DEEPEST)
            found.append(Segment(token, depth, strong=word != ",", times=[], numbers=[]))
    return found
