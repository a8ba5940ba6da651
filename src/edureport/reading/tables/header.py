"""Headers: the rows of a grid that name its columns, and one name for each column."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.reading.tables.description import Description, Header
from edureport.reading.tables.grid import At, Cell, Grid, place, text_of
from edureport.reading.tables.numbers import without_marks

JOINT = " / "  # between the rows of a header
_SEARCHED = 200  # rows in which a header is looked for

DataRow = tuple[int, Sequence[Cell]]  # its number from 0, and its cells


class ColumnName(NamedTuple):
    """The name of a column, and the marks of footnotes behind it."""

    text: str
    marks: tuple[str, ...]


def names_of(grid: Grid, rows: Iterator[DataRow], description: Description) -> list[ColumnName]:
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
                ColumnName(description.names.get(number, name.text), name.marks + of_all)
                for number, name in enumerate(names)
            ]
        of_all += tuple(mark for text in texts for mark in without_marks(text, marks)[1])
    raise ReportError.at(place(grid, At(0, 0)), _missing(header))


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


def _unmarked(name: str, marks: tuple[str, ...]) -> ColumnName:
    """A name without the marks behind what each row of the header gives to it."""
    parts = [without_marks(part, marks) for part in name.split(JOINT)]
    text = JOINT.join(dict.fromkeys(part for part, _ in parts))
    return ColumnName(text, tuple(dict.fromkeys(mark for _, own in parts for mark in own)))


def _missing(header: Header) -> Message:
    if header.row is not None:
        return message("table.no_header_row", row=header.row)
    return message("table.no_header", has=header.has) if header.has else message("table.empty")
