"""Tables: what a number in a cell is about, by the heads of its row and its column."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from edureport.drafting.heads import YEAR, Heads, TableHead
from edureport.drafting.labels import Wording
from edureport.drafting.names import cleaned, named
from edureport.model.period import Period
from edureport.prose.figures.figure import Figure
from edureport.reading.document import Block, BlockKind, Document

LONGEST_CAPTION = 300  # characters

_BARE_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")


class TableCell(NamedTuple):
    """What a table says about a number in a cell; `wording` is None if the cell is itself a head."""

    wording: Wording | None
    text: str
    head: TableHead


class TextTables:
    """The tables of a document, each looked through when a figure in it is asked for."""

    def __init__(self, document: Document, language: str, own: Period | None) -> None:
        self.heads = Heads(language, own)
        self._texts: dict[int, dict[tuple[int, int], str]] = {}
        self._captions: dict[int, str] = {}
        before = ""
        for block in document.blocks:
            text = cleaned(document.text[block.start : block.end][:LONGEST_CAPTION])
            if block.kind is BlockKind.CELL and block.row is not None and block.column is not None:
                self._captions.setdefault(block.number, before)
                self._texts.setdefault(block.number, {})[block.row, block.column] = text
            before = "" if block.kind is BlockKind.CELL or block.end - block.start > LONGEST_CAPTION else text
        self._tables: dict[int, _TextTable] = {}

    def cell(self, figure: Figure, block: Block) -> TableCell:
        """What the table says about a figure in one of its cells."""
        return self._table(block.number).cell(figure, block.row or 1, block.column or 1)

    def _table(self, number: int) -> "_TextTable":
        if number not in self._tables:
            self._tables[number] = _TextTable(self._texts[number], self._captions[number], self.heads)
        return self._tables[number]

    @property
    def latest(self) -> Period | None:
        """The latest of the periods that head rows and columns; None if they head none."""
        periods = [period for number in self._texts for period in self._table(number).periods]
        return max(periods, key=lambda period: (period.last, period.first), default=None)


class _TextTable:
    """The cells of one table by row and column, and which of them are heads."""

    def __init__(self, cells: Mapping[tuple[int, int], str], caption: str, heads: "Heads") -> None:
        self.cells = cells
        self.planned = heads.speaks_of_plans(caption)
        self.caption = caption
        self.heads = heads
        self.rows = sorted({row for row, _ in cells})
        self.width = max(column for _, column in cells)

    def cell(self, figure: Figure, row: int, column: int) -> TableCell:
        text = self.cells[row, column]
        if row in self.head_rows or row in self.titles or column <= self.names_end:
            return TableCell(None, text, TableHead())
        beside, above = self.row_head(row), self.column_heads.get(column, TableHead())
        parts = [self.group(row), beside.words, above.words]
        if all(self.heads.says_nothing(part) for part in parts):  # "Total" of what is above
            parts.insert(0, self.heads.caption(self.caption))
        label = ", ".join(dict.fromkeys(filter(None, parts)))
        whole = " – ".join(filter(None, (*parts, text)))
        name = named(label, self.heads.language)
        head = TableHead(
            label,
            above.time or beside.time,
            above.unit or beside.unit or self.given_unit(row),
            above.change or beside.change,
            self.planned or above.plan or beside.plan,
        )
        wording = Wording(name or text, name or text, text, own=True, totals=False, open=not name)
        return TableCell(wording, whole, head)

    @property
    def periods(self) -> list[Period]:
        """The periods that head its rows and columns, but for those that are planned."""
        heads = [*self.column_heads.values(), *(self.row_head(row) for row in self.body)]
        if self.planned:
            return []
        return [head.time.period for head in heads if head.time and not head.plan]

    def text(self, row: int, column: int) -> str:
        return self.cells.get((row, column), "")

    @cached_property
    def head_rows(self) -> frozenset[int]:
        """The rows at the top that hold no numbers, and the one that numbers the columns."""
        if (
            self.width == 2
            and _BARE_NUMBER.fullmatch(self.text(self.rows[0], 2))
            and not YEAR.fullmatch(self.text(self.rows[0], 2))
        ):
            return frozenset()  # names and their numbers, without a head
        result = {self.rows[0]}
        for row in self.rows[1:]:
            texts = [self.text(row, column) for column in range(2, self.width + 1)]
            if any(map(self.heads.is_number, texts)) and not self._numbers_columns(row):
                break
            if not any(texts) or not any(self.text(later, 2) for later in self.rows if later > row):
                break
            result.add(row)
        return frozenset(result)

    def _numbers_columns(self, row: int) -> bool:
        """Whether a row says 1, 2, 3 and so on."""
        return all(self.text(row, column) == str(column) for column in range(2, self.width + 1))

    @cached_property
    def body(self) -> list[int]:
        """The rows with numbers."""
        return [row for row in self.rows if row not in self.head_rows]

    @cached_property
    def titles(self) -> frozenset[int]:
        """The rows of the body of which one cell alone is filled: they head those below."""
        filled = Counter(row for row, _ in self.cells)
        one = {row for row in self.body if filled[row] == 1} if self.width > 2 else set()
        return frozenset(
            row for row in one if not any(self.heads.is_number(self.text(row, c)) for c in self.columns)
        )

    @property
    def columns(self) -> range:
        return range(1, self.width + 1)

    @cached_property
    def names_end(self) -> int:
        """The last of the columns at the left that name the rows: one at least."""
        end = 0
        for column in self.columns:
            texts = [text for row in self.body if row not in self.titles and (text := self.text(row, column))]
            numbers = sum(map(self.heads.is_number, texts))
            numbered = column == 1 and self.width > 2 and self._is_names(2)
            if texts and 2 * numbers >= len(texts) and not numbered:
                break
            end = column
        return max(end, 1) if end < self.width else 1

    def _is_names(self, column: int) -> bool:
        """Whether the cells of a column in the body are words: the first one only numbers them."""
        texts = [text for row in self.body if row not in self.titles and (text := self.text(row, column))]
        return bool(texts) and not any(map(self.heads.is_number, texts))

    def row_head(self, row: int) -> TableHead:
        """What heads a row: the words of the columns that name it, but for its number and its unit."""
        texts = [
            self.text(row, column)
            for column in range(1, self.names_end + 1)
            if column != self.unit_column and not (self.names_end > 1 and column == 1 and self._is_numbering)
        ]
        return self.heads.head(", ".join(filter(None, texts)))

    @cached_property
    def _is_numbering(self) -> bool:
        return not any(
            any(map(str.isalpha, self.text(row, 1))) for row in self.body if row not in self.titles
        )

    @cached_property
    def unit_column(self) -> int | None:
        """The column whose head says that it holds the units of the rows."""
        return next((column for column in self.columns if self.heads.heads_units(self._above(column))), None)

    def given_unit(self, row: int) -> str | None:
        """The unit of a row, in a column for units."""
        return self.text(row, self.unit_column) or None if self.unit_column else None

    def group(self, row: int) -> str:
        """The words of the last row above that heads others."""
        above = [title for title in self.titles if title < row]
        if not above:
            return ""
        return next((text for column in self.columns if (text := self.text(max(above), column))), "")

    def _above(self, column: int) -> str:
        texts = [self.text(row, column + self._shift(row)) for row in sorted(self.head_rows)]
        return " ".join(text for text in texts if (text and not text.isdigit()) or YEAR.fullmatch(text))

    def _shift(self, row: int) -> int:
        """-1 for a head without the empty cell at the corner."""
        last = max(column for other, column in self.cells if other == row)
        ends = Counter(
            max(c for r, c in self.cells if r == other) for other in self.body if other not in self.titles
        )
        return -1 if ends and ends.most_common(1)[0][0] == last + 1 else 0

    @cached_property
    def column_heads(self) -> dict[int, TableHead]:
        """What heads the columns; beside "Pupils 2024" a head of 2025 alone is of pupils, too."""
        heads: dict[int, TableHead] = {}
        before = TableHead()
        for column in range(self.names_end + 1, self.width + 1):
            head = self.heads.head(self._above(column))
            if not head.words and before.words and (head.time or head.change):
                head = head._replace(words=before.words, unit=head.unit or before.unit)
            heads[column] = head
            if head.time and head.time.start > 0:  # words that stand before the time go on
                before = head
            elif not head.time and not head.change:
                before = TableHead()
        return heads
