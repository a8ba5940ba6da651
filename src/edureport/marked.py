"""MarkedText: a text whose figures are marked, the other thing that formats for people write."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edureport.message import Message


class Mark(NamedTuple):
    """A marked place of a text, `text[start:end]`, and what is to be said of it.

    `code` is a verdict, a word of machines that `languages` knows too; empty if nothing was judged.
    """

    start: int
    end: int
    code: str
    note: Message | None = None


class Piece(NamedTuple):
    """A stretch of a text in one mark or in none, and whether the mark begins and ends in it."""

    text: str
    mark: Mark | None = None
    begins: bool = True
    ends: bool = True


class MarkedText(NamedTuple):
    """A text with marks in order that do not overlap; `notes` stand below it.

    `blocks` are start, end and kind (paragraph, heading, item, cell), in order too. What stands
    between them is markup of the source; a line end between two cells begins a row. Without blocks
    the lines stand as they are.
    """

    name: str
    title: Message
    language: str
    text: str
    marks: Sequence[Mark]
    blocks: Sequence[tuple[int, int, str]] = ()
    notes: Sequence[Message] = ()

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """What stands from `start` to `end`, cut where a mark begins or ends."""
        at = start
        for number in range(bisect_right(self.marks, start, key=_end), len(self.marks)):
            mark = self.marks[number]
            if mark.start >= end:
                break
            if at < mark.start:
                yield Piece(self.text[at : mark.start])
            at = min(mark.end, end)
            yield Piece(self.text[max(mark.start, start) : at], mark, mark.start >= start, mark.end <= end)
        if at < end:
            yield Piece(self.text[at:end])

    def counts(self) -> Counter[str]:
        """How many marks there are of each code."""
        return Counter(mark.code for mark in self.marks)


def _end(mark: Mark) -> int:
    return mark.end
