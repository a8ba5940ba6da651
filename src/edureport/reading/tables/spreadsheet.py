"""Sheets of .xlsx, .xls and .ods files, read by calamine; nothing in them is executed."""

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

from edureport.errors import EdureportError, ReportError
from edureport.message import Message, message
from edureport.problem import Place, Problem
from edureport.reading.tables.grid import Cell, cell_of, number_of
from edureport.reading.tables.workbook import MOST_CELLS, MOST_UNPACKED, TooLargeError, Workbook

LEGEND_ROWS = 50  # of other sheets

T = TypeVar("T")


class Spreadsheet:
    """One sheet of a workbook."""

    def __init__(self, path: str, data: bytes, sheet: str | None) -> None:
        try:
            import python_calamine as calamine
        except ModuleNotFoundError:
            raise EdureportError(message("errors.extra", what=path, extra="tables")) from None
        self.path = path
        try:
            self._parts = Workbook(data)
        except TooLargeError:
            limits = {"limit": MOST_UNPACKED // 2**20, "cells": MOST_CELLS}
            raise self._error(message("table.unpacked", **limits)) from None
        except zipfile.BadZipFile as error:
            raise self._error(message("table.broken", reason=_first_line(error))) from None
        self._book = self._asked(lambda: calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)))
        self._sheets: dict[str, Any] = {}
        self.sheet = self._named(sheet)

    def _error(self, problem: Message) -> ReportError:
        return ReportError(Problem(problem, Place(self.path)))

    def _asked(self, ask: Callable[[], T]) -> T:
        """What calamine answers; ReportError if it cannot, or gives up as Rust does."""
        import python_calamine as calamine

        try:
            return ask()
        except calamine.PasswordError:
            raise self._error(message("table.password")) from None
        except (calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError) as error:
            raise self._error(message("table.broken", reason=_first_line(error))) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # no Exception, and not to be imported
                raise
            raise self._error(message("table.broken", reason=_first_line(error))) from None

    def _named(self, sheet: str | None) -> str:
        """The name of the sheet that is meant; the only one with anything in it if none is named."""
        names = self._book.sheet_names
        if sheet is None:
            full = [name for name in names if self._read(name).height]
            if len(full) == 1:
                return full[0]
            raise self._error(message("table.which_sheet" if full else "table.empty", known=tuple(full)))
        if sheet in names:
            return sheet
        raise self._error(message("table.sheet", word=sheet, known=tuple(names)))

    def _read(self, sheet: str) -> Any:
        if sheet not in self._sheets:
            self._sheets[sheet] = self._asked(lambda: self._book.get_sheet_by_name(sheet))
        return self._sheets[sheet]

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows from the first of the sheet on."""
        for row in self._read(self.sheet).iter_rows():
            yield [value if value.__class__ is str else _cell(value) for value in row]

    def other_lines(self) -> Sequence[str]:
        """Each text in the first rows of the other sheets."""
        return [
            value.strip()
            for name in self._book.sheet_names
            if name != self.sheet
            for row in self._read(name).to_python(nrows=LEGEND_ROWS)
            for value in row
            if isinstance(value, str) and value.strip()
        ]

    def is_percent(self, row: int, column: int) -> bool | None:
        """Whether the format of the cell shows a percentage; only .xlsx files tell."""
        return None if self._percents is None else _name(row, column) in self._percents

    def is_unread(self, row: int, column: int) -> bool:
        """Whether the cell is a formula that was never computed."""
        return bool(self._unread) and _name(row, column) in self._unread

    @cached_property
    def _percents(self) -> frozenset[str] | None:
        return self._parts.percents(self.sheet)

    @cached_property
    def _unread(self) -> frozenset[str]:
        return self._parts.unread(self.sheet)


def _cell(value: Any) -> Cell:
    return number_of(value) if value.__class__ is float else cell_of(value)


def _name(row: int, column: int) -> str:
    """The name of a cell by its numbers from 0: A1."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0][:200]
