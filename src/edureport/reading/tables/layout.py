"""Layout: which rows of a grid are data, what their columns are called, and which cells hold values."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice

from edureport.errors import EdureportError, ReportError
from edureport.message import Message, message
from edureport.near import unknown
from edureport.problem import Problem
from edureport.reading.tables.description import Description, RowBlocks
from edureport.reading.tables.grid import At, Cell, Grid, is_empty, place, text_of
from edureport.reading.tables.numbers import without_mark

JOINT = " / "  # between the rows of a header
_SEARCHED = 200  # rows in which a header is looked for

DataRow = tuple[int, list[Cell]]  # its number from 0, and its cells


class NoColumnError(EdureportError):
    """The description names a column that the table does not have, or has twice."""


class Layout:
    """The columns of a grid by name, and its rows of data."""

    def __init__(self, grid: Grid, description: Description, indicators: Sequence[str] = ()) -> None:
        """`indicators` are the columns that a codebook calls so.

        Raises ReportError if no header is found, NoColumnError for a column that is not there.
        """
        self.grid, self.description = grid, description
        self._rows = enumerate(grid.rows())
        self._own = self._header()
        self.across = self._columns_across(indicators)
        added = [description.blocks.into] if description.blocks else []
        added += [name for _, into in description.split.values() for name in into]
        self.names = [*self._own, *added]
        times = Counter(filter(None, self.names))
        self._twice = {name for name, count in times.items() if count > 1}
        self._numbers = {name: number for number, name in enumerate(self.names) if name}

    def number(self, name: str) -> int:
        """The number of a column, from 0; NoColumnError if there is none, or two."""
        if name in self._twice:
            raise NoColumnError(message("table.column_twice", word=name))
        if name not in self._numbers:
            raise NoColumnError(unknown("table.column", name, self._numbers))
        return self._numbers[name]

    def rows(self) -> Iterator[DataRow]:
        """The rows of data, with the cells that blocks and splits add at their end."""
        description = self.description
        blocks, width = description.blocks, len(self._own)
        fill = [self.number(name) for name in description.fill]
        splits = [(self.number(name), *how) for name, how in description.split.items()]
        block_column = self.number(blocks.column) if blocks else 0
        block: Cell = ""
        above: dict[int, Cell] = dict.fromkeys(fill, "")
        for number, row in self._until_the_end():
            cells = [*row[:width], *[""] * (width - len(row))]
            if len(row) > width:
                self._must_be_empty(row, number)
            if blocks and (member := self._switched(blocks, row, cells[block_column])) is not None:
                block, above = member, dict.fromkeys(fill, "")
                continue
            for column in fill:
                above[column] = cells[column] = above[column] if is_empty(cells[column]) else cells[column]
            if blocks:
                cells.append(block)
            for column, by, into in splits:
                cells += self._split(text_of(cells[column]), by, into, At(number, column))
            yield number, cells

    def _until_the_end(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """The rows in which something stands, until one with which the table is at its end."""
        until = self.description.until
        for number, row in self._rows:
            first = next((cell for cell in row if not is_empty(cell)), None)
            if first is None:
                continue
            if until and any(fnmatchcase(text_of(first), pattern) for pattern in until):
                return
            yield number, row

    def _split(self, text: str, by: str, into: tuple[str, ...], at: At) -> list[str]:
        """The parts of a cell; ReportError if there are more or fewer than the description says."""
        parts = text.split(by)
        if len(parts) != len(into):
            problem = message("table.split", text=text, by=by, into=into)
            raise ReportError(Problem(problem, place(self.grid, at)))
        return parts

    def _must_be_empty(self, row: Sequence[Cell], number: int) -> None:
        """Raise ReportError if something stands to the right of the last column that the header names."""
        width = len(self._own)
        for column, cell in enumerate(row[width:], start=width):
            if not is_empty(cell):
                problem = message("table.too_wide", text=text_of(cell), count=width)
                raise ReportError(Problem(problem, place(self.grid, At(number, column))))

    def _switched(self, blocks: RowBlocks, row: Sequence[Cell], cell: Cell) -> str | None:
        """The member to which a row switches, if it is one with nothing but its text."""
        if sum(not is_empty(one) for one in row) != 1:
            return None
        text = text_of(cell)
        return blocks.members.get(text) or blocks.members.get(without_mark(text, self.description.marks)[0])

    def _columns_across(self, indicators: Sequence[str]) -> list[int]:
        """The numbers of the columns whose names are values of one thing."""
        across = self.description.across
        if across is None:
            return []
        names = [(number, name) for number, name in enumerate(self._own) if name]
        idle = tuple(one for one in across.columns if not any(fnmatchcase(name, one) for _, name in names))
        columns = [
            number
            for number, name in names
            if name in indicators or any(fnmatchcase(name, pattern) for pattern in across.columns)
        ]
        if idle or not columns:
            raise NoColumnError(message("table.no_columns_across", patterns=idle or tuple(indicators[:3])))
        return columns

    def _header(self) -> list[str]:
        """The names of the columns, after which the data begin."""
        header = self.description.header
        for number, row in islice(self._rows, header.row or _SEARCHED):
            texts = [text_of(cell) for cell in row]
            if header.row is not None:
                here = number + 1 == header.row
            else:
                here = any(texts) and set(header.has) <= set(texts)
            if here:
                return self._joined([texts, *self._below(header.rows - 1)])
        raise ReportError(Problem(self._no_header(), place(self.grid, At(0, 0))))

    def _below(self, count: int) -> list[list[str]]:
        return [[text_of(cell) for cell in row] for _, row in islice(self._rows, count)]

    def _no_header(self) -> Message:
        header = self.description.header
        if header.row is not None:
            return message("table.no_header_row", row=header.row)
        return message("table.no_header", has=header.has) if header.has else message("table.empty")

    def _joined(self, rows: list[list[str]]) -> list[str]:
        """The names of the columns, without marks of footnotes, and with those of the description."""
        names = [without_mark(name, self.description.marks)[0] for name in joined(rows)]
        for number, name in self.description.names.items():
            if number < len(names):
                names[number] = name
        return names


def joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """One name for each column of a header; above its last row a name goes on until the next one."""
    width = max(map(len, rows), default=0)
    parts: list[list[str]] = [[] for _ in range(width)]
    begins = [False] * width  # whether a row above has a name of its own here: what it names ends there
    for level, row in enumerate(rows):
        name = ""
        for number in range(width):
            text = row[number] if number < len(row) else ""
            name = text or ("" if level == len(rows) - 1 or begins[number] else name)
            begins[number] = begins[number] or bool(text)
            if name and name not in parts[number]:
                parts[number].append(name)
    return [JOINT.join(texts) for texts in parts]
