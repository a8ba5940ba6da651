"""Sheets of .xlsx, .xls, .xlsb and .ods files, read by calamine; nothing in them is executed."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from edureport.errors import EdureportError, ReportError
from edureport.message import message
from edureport.problem import Place, Problem
from edureport.reading.tables.grid import Cell

MOST_UNPACKED = 512 * 2**20  # bytes of XML, of a sheet of some million cells
LEGEND_ROWS = 50  # of other sheets
SHOWN_DIGITS = 15  # of a number, as Excel shows at most


class Spreadsheet:
    """One sheet of a workbook."""

    def __init__(self, path: str, data: bytes, sheet: str | None) -> None:
        try:
            import python_calamine as calamine
        except ModuleNotFoundError:
            raise EdureportError(message("errors.extra", what=path, extra="tables")) from None
        self.path = path
        self._data = data
        if _unpacked(data) > MOST_UNPACKED:
            too_large = message("table.unpacked", limit=MOST_UNPACKED // 2**20)
            raise ReportError(Problem(too_large, Place(path)))
        try:
            self._book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        except calamine.PasswordError:
            raise ReportError(Problem(message("table.password"), Place(path))) from None
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise ReportError(
                Problem(message("table.broken", reason=_first_line(error)), Place(path))
            ) from None
        self.sheet = self._named(sheet)

    def _named(self, sheet: str | None) -> str:
        """The name of the sheet that is meant; the only one with anything in it if none is named."""
        names = self._book.sheet_names
        if sheet is None:
            full = [name for name in names if self._book.get_sheet_by_name(name).height]
            if len(full) == 1:
                return full[0]
            key = "table.which_sheet" if full else "table.empty"
            raise ReportError(Problem(message(key, known=tuple(full)), Place(self.path)))
        if sheet in names:
            return sheet
        raise ReportError(Problem(message("table.sheet", word=sheet, known=tuple(names)), Place(self.path)))

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows from the first of the sheet on."""
        sheet = self._book.get_sheet_by_name(self.sheet)
        for row in sheet.to_python(skip_empty_area=False):
            yield [_cell(value) for value in row]

    def other_lines(self) -> Sequence[str]:
        """Each text in the first rows of the other sheets."""
        return [
            value.strip()
            for name in self._book.sheet_names
            if name != self.sheet
            for row in self._book.get_sheet_by_name(name).to_python(nrows=LEGEND_ROWS)
            for value in row
            if isinstance(value, str) and value.strip()
        ]

    def is_percent(self, row: int, column: int) -> bool:
        """Whether the format of the cell shows a percentage."""
        return "%" in self._formats.cell(row + 1, column + 1).number_format if self._formats else False

    @cached_property
    def _formats(self) -> Any:
        """The sheet as openpyxl reads it, with the formats of its numbers; None for other files."""
        if not self.path.lower().endswith((".xlsx", ".xlsm")):
            return None
        import openpyxl

        return openpyxl.load_workbook(io.BytesIO(self._data), data_only=True)[self.sheet]


def _unpacked(data: bytes) -> int:
    """How many bytes the parts of a zip say that they have; 0 for a file that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return 0


def _cell(value: Any) -> Cell:
    """A value as the sheet shows it: numbers to 15 digits, days as ISO dates."""
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return Decimal(f"{value:.{SHOWN_DIGITS}g}")
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
        case date():
            return value.isoformat()
        case time() | timedelta() | None:
            return str(value or "")
    return str(value)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:200]
