"""Layout: which rows of a grid name its columns, which are data, and which cells hold values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import chain, islice

from edureport.errors import EdureportError, ReportError
from edureport.message import Message, message
from edureport.near import unknown
from edureport.reading.tables.description import Description, Header, RowBlocks
from edureport.reading.tables.grid import At, Cell, Grid, is_empty, place, text_of
from edureport.reading.tables.numbers import FootnotedText, without_marks

JOINT = " / "  # between the rows of a header
_SEARCHED = 200  # rows in which a header is looked for

DataRow = tuple[int, Sequence[Cell]]  # its number from 0, and its cells
_NOTES = 200  # rows below a table in which footnotes are looked for


def names_of(grid: Grid, rows: Iterator[DataRow], description: Description) -> list[FootnotedText]:
    """The names of the columns; `rows` goes on with the data.

    A name that the description gives leaves the marks as they are; marks behind the title are those of each.
    Raises ReportError if there is no header.
    """
    header, marks = description.header, description.marks
    of_all: tuple[str, ...] = ()
    for number, row in islice(rows, header.row or _SEARCHED):
        texts = [text_of(cell) for cell in row]
        if header.row is not None:
            here = number + 1 == header.row
        else:
            here = any(texts) and set(header.has) <= set(texts)
        if here:
            below = [[text_of(cell) for cell in row] for _, row in islice(rows, header.rows - 1)]
            names = [_unmarked(name, marks) for name in joined([texts, *below])]
            return [
                FootnotedText(description.names.get(number, name.words), name.marks + of_all)
                for number, name in enumerate(names)
            ]
        of_all += tuple(mark for text in texts for mark in without_marks(text, marks).marks)
    raise ReportError.at(place(grid, At(0, 0)), _no_header(header))


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
    return [JOINT.join(names) for names in parts]


def _unmarked(name: str, marks: tuple[str, ...]) -> FootnotedText:
    """A name without the marks behind what each row of the header gives to it."""
    parts = [without_marks(part, marks) for part in name.split(JOINT)]
    text = JOINT.join(dict.fromkeys(part for part, _ in parts))
    return FootnotedText(text, tuple(dict.fromkeys(mark for _, own in parts for mark in own)))


def _no_header(header: Header) -> Message:
    if header.row is not None:
        return message("table.no_header_row", row=header.row)
    return message("table.no_header", has=header.has) if header.has else message("table.empty")


class NoColumnError(EdureportError):
    """The description names a column that the table does not have, or has twice."""


class Layout:
    """The columns of a grid by name, and its rows of data."""

    def __init__(self, grid: Grid, description: Description, indicators: Sequence[str] = ()) -> None:
        """`indicators` are a codebook's. ReportError without a header, NoColumnError for lacking columns."""
        self.grid, self.description = grid, description
        self._rows: Iterator[DataRow] = enumerate(grid.rows())
        own = names_of(grid, self._rows, description)
        self.width = len(own)
        self.marks = [name.marks for name in own]  # by column
        added = [description.sheet_into] if description.sheet_into else []
        added += [description.blocks.into] if description.blocks else []
        added += [name for _, into in description.split.values() for name in into]
        self.names = [*(name.words for name in own), *added]
        times = Counter(filter(None, self.names))
        self._twice = {name for name, count in times.items() if count > 1}
        self._numbers = {name: number for number, name in enumerate(self.names) if name}
        self.across = self._columns_across(indicators)
        self.idle = {name: set(texts) for name, texts in description.only.items()}  # that no row fits yet

    def number(self, name: str) -> int:
        """The number of a column, from 0; NoColumnError if there is none, or two."""
        if name in self._twice:
            raise NoColumnError(message("table.column_twice", word=name))
        if name not in self._numbers:
            raise NoColumnError(unknown("table.column", name, self._numbers))
        return self._numbers[name]

    def rows(self) -> Iterator[DataRow]:
        """The rows of data that the description chooses, with the cells of blocks and splits at their end."""
        return self._chosen() if self.description.only else self._completed()

    def _chosen(self) -> Iterator[DataRow]:
        """The rows with texts in their columns that the description asks for."""
        only = [(self.number(name), name, texts) for name, texts in self.description.only.items()]
        chosen: dict[tuple[int, Cell], tuple[str, ...]] = {}  # the patterns that a cell fits
        for number, cells in self._completed():
            for column, name, patterns in only:
                fitting = chosen.get((column, cells[column]))
                if fitting is None:
                    text = without_marks(text_of(cells[column]), self.description.marks).words
                    fitting = tuple(one for one in patterns if text == one or fnmatchcase(text, one))
                    chosen[column, cells[column]] = fitting
                    self.idle[name].difference_update(fitting)
                if not fitting:
                    break
            else:
                yield number, cells

    def footnotes(self) -> Mapping[str, str]:
        """What the lines below the table, which are read after its rows, say of the marks of footnotes."""
        footnotes: dict[str, str] = {}
        marks = self.description.marks
        going = ""  # the mark of the note that the line before did not end
        for _, row in islice(self._rows, _NOTES) if marks else ():
            text = next((text_of(cell) for cell in row if not is_empty(cell)), "")
            mark = next((mark for mark in marks if text.startswith(mark)), "")
            said = text[len(mark) :].lstrip(" .:–—-")
            if not mark and going and text[:1].islower():
                footnotes[going] += f" {text}"
            elif mark and said and mark not in footnotes:
                footnotes[mark], going = said, mark
            else:
                going = ""
            if text.endswith((".", "!", "?")):
                going = ""
        return footnotes

    def _completed(self) -> Iterator[DataRow]:
        """The rows of data, as wide as the header, with what blocks, splits and cells above say of them."""
        description, width = self.description, self.width
        blocks = description.blocks
        fill = [self.number(name) for name in description.fill]
        splits = [(self.number(name), *how) for name, how in description.split.items()]
        block_column = self.number(blocks.column) if blocks else 0
        sheet = [self.grid.sheet or ""] if description.sheet_into else []
        plain = not (sheet or blocks or fill or splits)
        block: Cell = ""
        above: dict[int, Cell] = dict.fromkeys(fill, "")
        for numbered in self._until_the_end():
            number, row = numbered
            if plain and len(row) == width:
                yield numbered
                continue
            cells = [*row[:width], *[""] * (width - len(row))]
            for column, cell in enumerate(row[width:], start=width):
                if not is_empty(cell):  # to the right of the last column that the header names
                    where = place(self.grid, At(number, column))
                    raise ReportError.at(where, "table.too_wide", text=text_of(cell), count=width)
            if blocks and (member := self._switched(blocks, row, cells[block_column])) is not None:
                block, above = member, dict.fromkeys(fill, "")
                continue
            for column in fill:
                above[column] = cells[column] = above[column] if is_empty(cells[column]) else cells[column]
            cells += sheet
            if blocks:
                cells.append(block)
            for column, by, into in splits:
                cells += self._split(text_of(cells[column]), by, into, At(number, column))
            yield number, cells

    def _until_the_end(self) -> Iterator[DataRow]:
        """The rows in which something stands, up to the one that ends the table, left for its footnote."""
        until = self.description.until
        for numbered in self._rows:
            first = _first(numbered[1])
            if first is None:
                continue
            if until and any(fnmatchcase(text_of(first), pattern) for pattern in until):
                self._rows = chain((numbered,), self._rows)
                return
            yield numbered

    def _split(self, text: str, by: str, into: tuple[str, ...], at: At) -> list[str]:
        """The parts of a cell; ReportError if there are more or fewer than the description says."""
        parts = text.split(by)
        if len(parts) != len(into):
            raise ReportError.at(place(self.grid, at), "table.split", text=text, by=by, into=into)
        return parts

    def _switched(self, blocks: RowBlocks, row: Sequence[Cell], cell: Cell) -> str | None:
        """The member to which a row switches, if it is one with nothing but its text."""
        if sum(not is_empty(one) for one in row) != 1:
            return None
        text = text_of(cell)
        return blocks.members.get(text) or blocks.members.get(
            without_marks(text, self.description.marks).words
        )

    def _columns_across(self, indicators: Sequence[str]) -> list[int]:
        """The numbers of the columns whose names are values of one thing, no two the same."""
        across = self.description.across
        if across is None:
            return []
        names = [(number, name) for number, name in enumerate(self.names[: self.width]) if name]
        idle = tuple(one for one in across.columns if not any(fnmatchcase(name, one) for _, name in names))
        numbers = [
            number
            for number, name in names
            if name in indicators or any(fnmatchcase(name, pattern) for pattern in across.columns)
        ]
        if idle or not numbers:
            raise NoColumnError(message("table.no_columns_across", patterns=idle or tuple(indicators[:3])))
        for number in numbers:
            self.number(self.names[number])  # raises where there are two
        return numbers


def _first(row: Sequence[Cell]) -> Cell | None:
    """The first cell of a row in which something stands."""
    for cell in row:
        if cell.__class__ is not str or cell.strip():  # as is_empty, which takes a call for each
            return cell
    return None
