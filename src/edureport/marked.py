"""MarkedText: a text whose figures are marked, the other thing that formats for people write."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from edureport.message import Message


class TextMark(NamedTuple):
    """A place, `text[start:end]`, what is to be said of it, and its verdict; empty if nothing was judged."""

    start: int
    end: int
    code: str
    note: Message | None = None


class Piece(NamedTuple):
    """A stretch of a text in one mark or in none, and whether the mark begins and ends in it."""

    text: str
    mark: TextMark | None = None
    begins: bool = True
    ends: bool = True


class TextBlock(NamedTuple):
    """A stretch of a text that is a paragraph, a heading, an item of a list or a cell, not an empty one."""

    start: int
    end: int
    kind: str  # paragraph, heading, item, cell
    table: int = 0  # of a cell, counted from 1
    row: int = 0
    column: int = 0


class MarkedText(NamedTuple):
    """A text with marks in order that do not overlap; `notes` stand below it.

    What stands between its `blocks`, which are in order too, is markup of the source. Without blocks
    the lines stand as they are.
    """

    name: str
    title: Message
    language: str
    text: str
    marks: Sequence[TextMark]
    blocks: Sequence[TextBlock] = ()
    notes: Sequence[Message] = ()

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What stands from `start` to `end`, cut where a mark begins or ends."""
        at = start
        for number in range(bisect_right(self.marks, start, key=attrgetter("end")), len(self.marks)):
            mark = self.marks[number]
            if mark.start >= end:
                break
            if at < mark.start:
                yield Piece(self.text[at : mark.start])
            at = min(mark.end, end)
            yield Piece(self.text[max(mark.start, start) : at], mark, mark.start >= start, mark.end <= end)
        if at < end:
            yield Piece(self.text[at:end])

    def stretches(self) -> Iterator[TextBlock]:
        """The blocks, and between them what holds a mark; the whole text where there are none."""
        end, at = len(self.text), 0
        for block in (*(self.blocks or (TextBlock(0, end, "paragraph"),)), TextBlock(end, end, "")):
            between = self.pieces(at, block.start)
            if any(piece.mark and (piece.ends or piece.text.strip()) for piece in between):
                yield TextBlock(at, block.start, "paragraph")
            if block.start < block.end:
                yield block
            at = block.end

    def counts(self) -> Counter[str]:
        """How many marks there are of each code."""
        return Counter(mark.code for mark in self.marks)
