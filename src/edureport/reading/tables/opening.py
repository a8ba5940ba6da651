"""The grid in a table file, by its suffix; what reads a kind of file is imported when one is read."""

from collections.abc import Sequence
from pathlib import PurePath

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.reading.kinds import FileFamily, binary_kind, kind_of
from edureport.reading.tables import TABLE_SUFFIXES
from edureport.reading.tables.grid import BrokenTableError, Grid

SHEET_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_BEGINNING = 4000  # bytes in which a page of HTML says that it is one


def open_grid(path: str, data: bytes, sheet: str | None = None) -> Grid:
    """The grid in a file's bytes, by its suffix; its only sheet if none is named. ReportError if none."""
    return open_grids(path, data, () if sheet is None else (sheet,))[0]


def open_grids(
    path: str,
    data: bytes,
    sheets: Sequence[str] = (),
    separator: str | None = None,
    encoding: str | None = None,
) -> Sequence[Grid]:
    """The same of all sheets with these names, or with names that fit these patterns."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in (*TABLE_SUFFIXES, ".txt"):
        raise ReportError.at(path, "table.suffix", known=TABLE_SUFFIXES)
    if not data:
        raise ReportError.at(path, "table.empty")
    try:
        return _grids(suffix, path, data, sheets, separator, encoding)
    except BrokenTableError as error:
        raise ReportError.at(path, _other_kind(data, suffix) or error.message) from None


def _grids(
    suffix: str, path: str, data: bytes, sheets: Sequence[str], separator: str | None, encoding: str | None
) -> Sequence[Grid]:
    if suffix in SHEET_SUFFIXES:
        from edureport.reading.tables.spreadsheet import Book

        return Book(path, data).sheets(sheets)
    if suffix == ".parquet":
        from edureport.reading.tables.parquet import Parquet

        return [Parquet(path)]
    if kind := binary_kind(data):
        raise BrokenTableError(message("table.kind", kind=kind.name))
    from edureport.reading.tables.delimited import Delimited

    return [Delimited(path, data, separator or ("\t" if suffix == ".tsv" else None), encoding)]


def _other_kind(data: bytes, suffix: str) -> Message | None:
    """What is said of a file that is not what its name says; None for one that is, and is broken."""
    kind = kind_of(data)
    if kind is None:
        return None if b"\0" in data[:_BEGINNING] else message("table.text")
    if kind.family is FileFamily.PROTECTED:
        return message("table.password")
    if kind.name.lower() == suffix[1:] or kind.name in ("ZIP", "OpenDocument"):
        return None
    return message("table.kind", kind=kind.name)
