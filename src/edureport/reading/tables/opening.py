"""The grid in a table file, by its suffix; what reads a kind of file is imported when one is read."""

from pathlib import PurePath

from edureport.errors import ReportError
from edureport.message import message
from edureport.problem import Place, Problem
from edureport.reading.tables import TABLE_SUFFIXES
from edureport.reading.tables.grid import Grid

SHEET_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")


def open_grid(
    path: str,
    data: bytes,
    sheet: str | None = None,
    separator: str | None = None,
    encoding: str | None = None,
) -> Grid:
    """The grid in the bytes of a file, by its suffix.

    Raises ReportError if it is no such file, or has no such sheet.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in SHEET_SUFFIXES:
        from edureport.reading.tables.spreadsheet import Spreadsheet

        return Spreadsheet(path, data, sheet)
    if suffix in (".csv", ".tsv", ".txt"):
        from edureport.reading.tables.delimited import Delimited

        return Delimited(path, data, separator or ("\t" if suffix == ".tsv" else None), encoding)
    if suffix == ".parquet":
        from edureport.reading.tables.parquet import Parquet

        return Parquet(path)
    raise ReportError(Problem(message("table.suffix", known=TABLE_SUFFIXES), Place(path)))
