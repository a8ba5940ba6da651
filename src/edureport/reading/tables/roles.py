"""Roles: in which columns each thing of a figure stands, and the texts that a row has for it."""

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import message
from edureport.reading.allowed import CONTROL
from edureport.reading.tables.description import ColumnRole
from edureport.reading.tables.grid import Cell, text_of
from edureport.reading.tables.layout import Layout, NoColumnError
from edureport.reading.tables.numbers import without_marks

Cells = Sequence[Cell]


class FootnotedText(NamedTuple):
    """The words of a cell, and the marks of footnotes that stood behind them."""

    words: str
    marks: tuple[str, ...]


class Columns(NamedTuple):
    """The numbers of columns, and what it is where they are all empty.

    A number below 0 is a part of the name of the column that the value stands in: −1 the first.
    """

    numbers: tuple[int, ...]
    default: str | None


class RowTexts:
    """What the cells of rows, and the names of columns across, say in words; each cell is read once."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.marks = layout, layout.description.marks
        self.across = layout.description.across
        self.into = self.across.into if self.across else ()
        self.known: dict[Cell, FootnotedText] = {}

    def resolved(self, role: ColumnRole) -> Columns:
        """The columns of a role."""
        numbers = (
            -1 - self.into.index(name) if name in self.into else self.layout.number(name)
            for name in role.columns
        )
        return Columns(tuple(numbers), role.default)

    def parts_of(self, name: str) -> tuple[str, ...]:
        """What the name of a column across says."""
        by = self.across.by if self.across else None
        if by is None:
            return (name,)
        parts = tuple(part.strip() for part in name.split(by))
        if len(parts) != len(self.into):
            raise NoColumnError(message("table.parts", word=name, by=by, into=self.into))
        return parts

    def first(self, columns: Columns, cells: Cells, name: tuple[str, ...], role: str) -> FootnotedText:
        """The text of the first of some columns that is not empty, without marks of footnotes."""
        for number in columns.numbers:
            cell = cells[number] if number >= 0 else name[-1 - number]
            text = self.known.get(cell)
            if text is None:
                text = FootnotedText(*without_marks(text_of(cell), self.marks))
                if not text.words.isprintable() and (sign := CONTROL.search(text.words)):
                    raise ReportError(message("table.control", code=f"U+{ord(sign[0]):04X}"))
                self.known[cell] = text
            if text.words:
                return text
        if columns.default is None:
            raise ReportError(
                message("table.empty_role", role=role, column=self.layout.names[max(columns.numbers[0], 0)])
            )
        return FootnotedText(columns.default, ())


def picked(roles: Iterable[Columns]) -> Callable[[Cells], object]:
    """What takes from a row the cells of these roles, by which it is known what the row is of."""
    numbers = [number for columns in roles for number in columns.numbers if number >= 0]
    return itemgetter(*numbers) if numbers else lambda _: ()
