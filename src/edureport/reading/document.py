"""Document: the text of a written report, its lines, and where its paragraphs, headings, items, cells are."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.problem import Place
from edureport.reading.limits import Limits

PARAGRAPH = "\u2029"  # Unicode's paragraph separator
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")  # the head of a column
_DRAWN = str.maketrans("│┃║─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝", "|||---" + "+" * 18)
PAGE_NUMBER = re.compile(r"(?:[-–—] ?)?\d{1,3}(?: ?[-–—])?")  # alone in its paragraph


class BlockKind(StrEnum):
    """What a block is; an item is one of a list."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


class Block(NamedTuple):
    """A paragraph, a heading, an item of a list or a cell of a table: `text[start:end]` of the document.

    Text outside all blocks is not read: markup, numbering, code.
    """

    start: int
    end: int
    kind: BlockKind
    number: int  # paragraphs, headings and items are counted together from 1; of a cell, its table
    row: int | None = None  # of a cell, from 1
    column: int | None = None
    rows: int = 1  # that a cell covers
    columns: int = 1


@dataclass(frozen=True)
class Document:
    """The text of a written report; offsets are characters (code points) of it."""

    path: str
    text: str  # line ends are \n; otherwise as it is in the file
    blocks: tuple[Block, ...]
    lined: bool  # whether the text is that of the file, with its lines and columns
    spoken: str = ""  # the text without its marks, each character at its place; if it has any

    @cached_property
    def prose(self) -> str:
        """The text for a reader of sentences, with the same offsets.

        Text outside the blocks is replaced by blanks, and each block is followed by a paragraph separator,
        so that no sentence runs from a heading or a cell into the next. A row of two cells is read as a
        name, a dash and its value.
        """
        cells = Counter((block.number, block.row) for block in self.blocks if block.kind is BlockKind.CELL)
        pieces, last = [], 0
        for before, block in zip((None, *self.blocks), self.blocks, strict=False):
            words = (self.spoken or self.text)[block.start : block.end]
            same_row = before is not None and (before.number, before.row) == (block.number, block.row)
            pair = same_row and cells[block.number, block.row] == 2 and not _YEAR.fullmatch(words)
            pieces.append(_blank(block.start - last, "–" if pair else PARAGRAPH))
            pieces.append(words)
            last = block.end
        pieces.append(_blank(len(self.text) - last, PARAGRAPH))
        return "".join(pieces)

    @property
    def tables(self) -> int:
        return len({block.number for block in self.blocks if block.kind is BlockKind.CELL})

    @property
    def cells(self) -> list[tuple[int, int, int, int, int, int, int]]:
        """The cells of tables: start and end, table, row and column of each, rows and columns it covers."""
        return [
            (block.start, block.end, block.number, block.row, block.column, block.rows, block.columns)
            for block in self.blocks
            if block.row is not None and block.column is not None
        ]

    def place(self, offset: int) -> Place:
        """The place in the file: line and column where the file has lines."""
        if not self.lined:
            return Place(self.path)
        line = bisect_right(self._lines, offset)
        return Place(self.path, line, offset - self._lines[line - 1] + 1)

    def index(self, offset: int) -> int:
        """The index of the last block that begins at a character or before it; -1 if none does."""
        return bisect_right(self._starts, offset) - 1

    def block(self, offset: int) -> Block | None:
        """The block that the character belongs to."""
        index = self.index(offset)
        return self.blocks[index] if index >= 0 and offset < self.blocks[index].end else None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        """The offsets at which lines begin."""
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return (0, *accumulate(lengths))[:-1]


class Blocks:
    """The blocks of a file that is being read, numbered as they come."""

    def __init__(self, path: str, bounds: Limits) -> None:
        self.path, self.bounds = path, bounds
        self.all: list[Block] = []
        self.paragraphs = 0
        self.tables = 0

    def add(self, start: int, end: int, kind: BlockKind) -> None:
        """Add a paragraph, heading or item."""
        self.paragraphs += 1
        self._keep(Block(start, end, kind, self.paragraphs))

    def cell(
        self, start: int, end: int, table: int, row: int, column: int, rows: int = 1, columns: int = 1
    ) -> None:
        """Add a cell that covers so many rows and columns; a further paragraph of the last one extends it."""
        block = Block(start, end, BlockKind.CELL, table, row, column, rows, columns)
        if self.all and self.all[-1][2:] == block[2:]:
            self.all[-1] = self.all[-1]._replace(end=end)
        else:
            self._keep(block)

    def _keep(self, block: Block) -> None:
        require_few(len(self.all) + 1, self.path, self.bounds)
        self.all.append(block)


def require_few(pieces: int, path: str, bounds: Limits) -> None:
    """Raise ReportError if a file has more lines, paragraphs or cells than the limit."""
    if pieces > bounds.pieces:
        raise ReportError.at(path, "text.pieces", limit=bounds.pieces, raised=bounds.raised)


def require_short(characters: int, path: str, bounds: Limits) -> None:
    """Raise ReportError if a text is longer than the limit: what is read of it takes far more memory."""
    if characters > bounds.length:
        raise ReportError.at(path, "text.long", limit=bounds.length, raised=bounds.raised)


def _blank(length: int, sign: str) -> str:
    """A sign and blanks, so many characters in all."""
    return sign + " " * (length - 1) if length else ""


class Line(NamedTuple):
    """A line of a text: `text[start:end]`, without the white space around it; what is drawn as - + and |.

    `indent` are the tabs before its words; `tabbed` says whether it has any, also behind them.
    """

    start: int
    end: int
    words: str
    indent: int = 0
    tabbed: bool = False


def lines(text: str, path: str, bounds: Limits) -> list[Line]:
    """All lines, also empty ones; raises ReportError if there are more than any report has."""
    require_few(text.count("\n") + 1, path, bounds)
    cut = []
    start = 0
    for line in text.split("\n"):
        words = line.strip().translate(_DRAWN)
        first = start + len(line) - len(line.lstrip())
        cut.append(Line(first, first + len(words), words, line.count("\t", 0, first - start), "\t" in line))
        start += len(line) + 1
    return cut
