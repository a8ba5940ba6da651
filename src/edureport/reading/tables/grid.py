"""Grid: the cells of a table file row by row, whatever the file is; numbers as numbers, texts as texts."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from math import isfinite, isnan
from typing import Any, NamedTuple, Self

from edureport.errors import EdureportError
from edureport.message import Message, message
from edureport.problem import Place

Cell = str | Decimal  # an empty cell is an empty text
WHOLE = 10**15  # below it every whole number of a sheet is exact
SHOWN_DIGITS = 15  # of a number in binary, as Excel shows at most


class BrokenTableError(EdureportError):
    """A file that is not what its name says, or not whole."""

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """What a library finds wrong with a file, in the first line of its words."""
        return cls(message("table.broken", reason=(str(error).splitlines() or [""])[0][:200]))

    @property
    def message(self) -> Message:
        return self.problems[0].message


class Grid:
    """A table file, or one sheet of it; unless it says otherwise it shows what it holds, on no sheets."""

    path: str
    sheet: str | None = None

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows from the first on; they need not be of one length."""
        raise NotImplementedError

    def is_percent(self, row: int, column: int) -> bool | None:
        """Whether the number in a cell, from 0, is shown as a percentage, 0.125 as 12.5%; None if untold."""
        return False

    def is_unread(self, row: int, column: int) -> bool:
        """Whether this empty cell holds a formula whose result is not in the file."""
        return False

    def other_lines(self) -> Sequence[str]:
        """The first lines of the other sheets of the file, where symbols may be explained."""
        return ()


class At(NamedTuple):
    """A cell, by its numbers from 0."""

    row: int
    column: int


def cell_of(value: Any) -> Cell:
    """A value of a sheet or a database as people see it: numbers to 15 digits, days as ISO dates."""
    match value:
        case str():  # most of them
            return value
        case None:
            return ""
        case float():
            return number_of(value)
        case bool():
            return str(value).upper()
        case int():
            return Decimal(value)
        case Decimal() if value.is_finite():
            return value
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return str(value)


def column_number(letters: str) -> int:
    """The number of a column from 1 by its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@lru_cache(maxsize=2**16)  # sheets repeat themselves
def number_of(value: float) -> Cell:
    """A number as it is shown; nothing for one that is none, as databases write what is not there."""
    if value.is_integer() and abs(value) < WHOLE:
        return Decimal(int(value))
    if isfinite(value):
        return Decimal(f"{value:.{SHOWN_DIGITS}g}")
    return "" if isnan(value) else str(value)


def place(grid: Grid, at: At) -> Place:
    """The place of a cell as people name it."""
    return Place(grid.path, at.row + 1, at.column + 1, grid.sheet)


def text_of(cell: Cell) -> str:
    """A cell as a text, without spaces around it and with one between words."""
    return " ".join(cell.split()) if isinstance(cell, str) else f"{cell:f}"


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in a cell."""
    return isinstance(cell, str) and not cell.strip()
