"""Sheets of .xlsx, .xls and .ods files, read by calamine; nothing in them is executed."""

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from edureport.errors import EdureportError, ReportError
from edureport.message import Message, message
from edureport.near import unknown
from edureport.reading.tables.grid import BrokenTableError, Cell, Grid, cell_of, number_of
from edureport.reading.tables.sheet_xml import CellFacts, TooLargeError, cell_number
from edureport.reading.tables.workbook import MOST_CELLS, MOST_PACKED, MOST_UNPACKED, Workbook

LEGEND_ROWS = 50  # of other sheets
_AT_ONCE = 10_000  # rows
STANDARD_ERROR = 2
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, OverflowError, MemoryError)  # what files make zips raise

T = TypeVar("T")


class Book:
    """A file of sheets."""

    def __init__(self, path: str, data: bytes) -> None:
        """Raises ReportError for one with a password or too large, BrokenTableError for one that is none."""
        try:
            import python_calamine as calamine
        except ModuleNotFoundError:
            raise EdureportError(message("errors.extra", what=path, extra="tables")) from None
        self.path = path
        self.parts = self.asked(lambda: Workbook(data))
        self._book = self.asked(lambda: calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)))
        self._sheets: dict[str, Any] = {}
        kind, look = calamine.SheetTypeEnum.WorkSheet, calamine.SheetVisibleEnum.Visible
        sheets = self._book.sheets_metadata
        self.names: list[str] = self._book.sheet_names
        self._shown = [one.name for one in sheets if (one.typ, one.visible) == (kind, look)]

    def sheets(self, patterns: Sequence[str]) -> list["Spreadsheet"]:
        """The sheets of these names or patterns; without any the only full one shown. ReportError if none."""
        if not patterns:
            full = [name for name in self._shown if self.read(name).height]
            if len(full) != 1:
                raise self._error(message("table.which_sheet" if full else "table.empty", known=tuple(full)))
            return [Spreadsheet(self, full[0])]
        found: dict[str, None] = {}
        for pattern in patterns:
            fitting = [name for name in self._shown if fnmatchcase(name, pattern)]
            named = [pattern] if pattern in self.names else fitting
            if not named:
                raise self._error(unknown("table.sheet", pattern, self.names))
            found |= dict.fromkeys(named)
        return [Spreadsheet(self, name) for name in found]

    def _error(self, problem: Message) -> ReportError:
        return ReportError.at(self.path, problem)

    def asked(self, ask: Callable[[], T]) -> T:
        """What calamine or the zip answers; ReportError if it cannot, or gives up as Rust does."""
        import python_calamine as calamine

        try:
            with _without_standard_error():
                return ask()
        except calamine.PasswordError:
            raise self._error(message("table.password")) from None
        except TooLargeError:
            limits = {"limit": MOST_UNPACKED // 2**20, "times": MOST_PACKED, "cells": MOST_CELLS}
            raise self._error(message("table.unpacked", **limits)) from None
        except (*_BROKEN, calamine.CalamineError) as error:
            raise BrokenTableError.of(error) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # no Exception, and not to be imported
                raise
            raise BrokenTableError.of(error) from None

    def read(self, sheet: str) -> Any:
        """The cells of a sheet, as calamine has them."""
        if sheet not in self._sheets:
            try:
                self._sheets[sheet] = self.asked(lambda: self._book.get_sheet_by_name(sheet))
            except BrokenTableError as error:  # what kind of file it is, is known
                raise self._error(error.message) from None
        return self._sheets[sheet]


@contextmanager
def _without_standard_error() -> Iterator[None]:
    """Nothing goes to the standard error of the process, to which Rust tells where it gave up."""
    try:
        kept, nowhere = os.dup(STANDARD_ERROR), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # there is none
        yield
        return
    try:
        os.dup2(nowhere, STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


class Spreadsheet(Grid):
    """One sheet of a file."""

    sheet: str

    def __init__(self, book: Book, sheet: str) -> None:
        self._book, self.path, self.sheet = book, book.path, sheet

    def rows(self) -> Iterator[Sequence[Cell]]:
        raised = self._book.asked(lambda: self._book.parts.raised)
        known: dict[Any, Cell] = dict(raised)
        rows = self._book.read(self.sheet).iter_rows()
        while block := list(islice(rows, _AT_ONCE)):
            columns = [
                values if not raised and set(map(type, values)) == {str} else _cells(values, known)
                for values in zip(*block, strict=True)
            ]
            yield from zip(*columns, strict=True)

    def other_lines(self) -> Sequence[str]:
        """Each text in the first rows of the other sheets."""
        return [
            value.strip()
            for name in self._book.names
            if name != self.sheet
            for row in self._book.read(name).to_python(nrows=LEGEND_ROWS)
            for value in row
            if isinstance(value, str) and value.strip()
        ]

    def is_percent(self, row: int, column: int) -> bool | None:
        """Whether the format of the cell shows a percentage; only .xlsx files tell."""
        return None if self._facts is None else cell_number(row, column) in self._facts.percents

    def is_unread(self, row: int, column: int) -> bool:
        """Whether the cell is a formula that was never computed."""
        return self._facts is not None and cell_number(row, column) in self._facts.unread

    @cached_property
    def _facts(self) -> CellFacts | None:
        return self._book.asked(lambda: self._book.parts.facts(self.sheet))


def _cells(values: Sequence[Any], known: dict[Any, Cell]) -> Sequence[Cell]:
    """The cells of a column; `known` has texts that are shown otherwise, and takes up numbers.

    Texts and numbers, all that most columns have, are looked up: sheets repeat themselves.
    """
    if not set(map(type, values)) <= {str, float}:  # True is 1 where it is looked up
        return [known.get(value, value) if isinstance(value, str) else cell_of(value) for value in values]
    known |= {value: number_of(value) for value in set(values).difference(known) if value.__class__ is float}
    return list(map(known.get, values, values))
