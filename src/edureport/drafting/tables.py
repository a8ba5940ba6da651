"""Tables: what a number in a cell is about, by the heads of its row and its column."""

from functools import cached_property
from typing import NamedTuple

from edureport.drafting.grid import HeadedTable
from edureport.drafting.heads import Heads, TableHead
from edureport.drafting.labels import Wording
from edureport.drafting.names import cleaned, named
from edureport.model.period import Period
from edureport.prose.figures.figure import Figure
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Time
from edureport.reading.document import Block, BlockKind, Document

LONGEST_CAPTION = 300  # characters


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
            grid = HeadedTable(self._texts[number], self.heads)
            self._tables[number] = _TextTable(grid, self._captions[number], self.heads)
        return self._tables[number]

    @property
    def latest(self) -> Period | None:
        """The latest of the periods that head rows and columns; None if they head none."""
        periods = [period for number in self._texts for period in self._table(number).periods]
        return max(periods, key=lambda period: (period.last, period.first), default=None)


class _TextTable:
    """One table with what its caption says."""

    def __init__(self, grid: HeadedTable, caption: str, heads: Heads) -> None:
        self.grid = grid
        self.planned = heads.speaks_of_plans(caption)
        self.caption = caption
        self.heads = heads
        self._row_heads: dict[int, TableHead] = {}

    def cell(self, figure: Figure, row: int, column: int) -> TableCell:
        grid = self.grid
        text = grid.text(row, column)
        if row in grid.head_rows or row in grid.titles or column <= grid.names_end:
            return TableCell(None, text, TableHead())
        beside, above = self.row_head(row), self.column_heads.get(column, TableHead())
        time = above.time or beside.time
        words = beside.words
        if above.time and (within := self._within(above.time, words)):
            time, words = within, ""
        parts = [self.group(row), words, above.words]
        nothing = self.heads.is_title(self.caption) and all(map(self.heads.says_nothing, parts))
        if self._is_named_above or nothing:
            parts.insert(0, self.heads.caption(self.caption))
        label = ", ".join(dict.fromkeys(filter(None, parts)))
        whole = " – ".join(filter(None, (*parts, text)))
        name = named(label, self.heads.language)
        head = TableHead(
            label,
            time,
            above.unit or beside.unit or self.given_unit(row),
            above.change or beside.change,
            self.planned or above.plan or beside.plan,
        )
        wording = Wording(name or text, name or text, text, own=True, totals=False, open=not name)
        return TableCell(wording, whole, head)

    @property
    def periods(self) -> list[Period]:
        """The periods that head its rows and columns, but for those that are planned."""
        heads = [*self.column_heads.values(), *(self.row_head(row) for row in self.grid.body)]
        if self.planned:
            return []
        return [head.time.period for head in heads if head.time and not head.plan]

    def _within(self, time: Time, name: str) -> Time | None:
        """The time of a row whose name is a month within the year of the column; None if it is none."""
        if time.grain is not Grain.YEAR or not name or name not in self._months:
            return None
        year = str(time.period.first.year)
        for text in (f"{name} {year}", f"{year} {name}"):
            found = self.heads.head(text).time
            if found and found.grain is Grain.MONTH:
                return found
        return None

    @cached_property
    def _months(self) -> frozenset[str]:
        """The names of rows that are months."""
        names = {self.row_head(row).words for row in self.grid.named}
        return frozenset(filter(self.heads.is_month, names))

    @cached_property
    def _is_named_above(self) -> bool:
        """Whether only the caption says what is counted: the rows are places, the columns years."""
        words = [head.words for head in self.column_heads.values()]
        words += [self.row_head(row).words for row in self.grid.named]
        words += [self.group(row) for row in self.grid.named[:1]]
        return self.heads.names_a_count(self.caption) and not any(map(self.heads.names_what, words))

    def row_head(self, row: int) -> TableHead:
        """What heads a row: the words of the columns that name it, but for its number and its unit."""
        if row not in self._row_heads:
            self._row_heads[row] = self._read_row_head(row)
        return self._row_heads[row]

    def _read_row_head(self, row: int) -> TableHead:
        grid = self.grid
        texts = [
            grid.text(row, column)
            for column in range(1, grid.names_end + 1)
            if column != grid.unit_column and not (grid.names_end > 1 and column == 1 and grid.is_numbered)
        ]
        head = self.heads.head(", ".join(filter(None, texts)))
        corner = grid.above(1) if head.words and not self.heads.is_worded(head.words) else ""
        return head._replace(words=f"{self.heads.head(corner).words}: {head.words}") if corner else head

    def given_unit(self, row: int) -> str | None:
        """The unit of a row, in a column for units."""
        column = self.grid.unit_column
        return self.grid.text(row, column) or None if column else None

    def group(self, row: int) -> str:
        """The words of the last row above that heads others."""
        grid = self.grid
        above = [title for title in grid.titles if title < row]
        if not above:
            return ""
        return next((text for column in grid.columns if (text := grid.text(max(above), column))), "")

    @cached_property
    def column_heads(self) -> dict[int, TableHead]:
        """What heads the columns; beside "Pupils 2024" a head of 2025 alone is of pupils, too."""
        heads: dict[int, TableHead] = {}
        before = TableHead()
        for column in range(self.grid.names_end + 1, self.grid.width + 1):
            head = self.heads.head(self.grid.above(column))
            if not head.words and before.words and (head.time or head.change):
                unit, plan = head.unit or before.unit, head.plan or before.plan
                head = head._replace(words=before.words, unit=unit, plan=plan)
            heads[column] = head
            if head.time and head.time.start > 0:  # words that stand before the time go on
                before = head
            elif not head.time and not head.change:
                before = TableHead()
        return heads
