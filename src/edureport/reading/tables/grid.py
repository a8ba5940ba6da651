"""Grid: the cells of a table file row by row, whatever the file is; numbers as numbers, texts as texts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from edureport.problem import Place

Cell = str | Decimal  # an empty cell is an empty text
TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls", ".xlsb", ".ods", ".parquet")


class Grid(Protocol):
    """A table file, or one sheet of it."""

    @property
    def path(self) -> str: ...
    @property
    def sheet(self) -> str | None: ...

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows from the first on; they need not be of one length."""

    def is_percent(self, row: int, column: int) -> bool:
        """Whether the number in this cell, counted from 0, is shown as a percentage: 0.125 as 12.5%."""

    def other_lines(self) -> Sequence[str]:
        """The first lines of the other sheets of the file, where symbols may be explained."""


class At(NamedTuple):
    """A cell, by its numbers from 0."""

    row: int
    column: int


def place(grid: Grid, at: At) -> Place:
    """The place of a cell as people name it."""
    return Place(grid.path, at.row + 1, at.column + 1, grid.sheet)


def text_of(cell: Cell) -> str:
    """A cell as a text, without spaces around it and with one between words."""
    return " ".join(cell.split()) if isinstance(cell, str) else f"{cell:f}"


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in a cell."""
    return isinstance(cell, str) and not cell.strip()
