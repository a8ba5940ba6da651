"""Parquet files, read by DuckDB; every column as it is, numbers as numbers and days as ISO dates."""

from collections.abc import Iterator, Sequence
from glob import escape
from typing import Any

from edureport.errors import EdureportError
from edureport.message import message
from edureport.reading.tables.grid import BrokenTableError, Cell, cell_of

_AT_ONCE = 10_000  # rows
_OWN_FILES_ONLY: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class Parquet:
    """The rows of a Parquet file, the names of its columns first."""

    sheet = None

    def __init__(self, path: str) -> None:
        try:
            import duckdb
        except ModuleNotFoundError:
            raise EdureportError(message("errors.extra", what=path, extra="large")) from None
        self.path = path
        try:
            self._table = duckdb.connect(config=_OWN_FILES_ONLY).execute(
                "SELECT * FROM read_parquet(?)", [escape(path)]
            )
        except duckdb.Error as error:
            reason = (str(error).splitlines() or [""])[0][:200]
            raise BrokenTableError(message("table.broken", reason=reason)) from None

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The names of the columns, then the rows."""
        yield [str(column[0]) for column in self._table.description or ()]
        while rows := self._table.fetchmany(_AT_ONCE):
            for row in rows:
                yield [cell_of(value) for value in row]

    def other_lines(self) -> Sequence[str]:
        """There are no other sheets."""
        return ()

    def is_percent(self, row: int, column: int) -> bool:  # a Grid
        """A Parquet file has no formats of numbers."""
        return False

    def is_unread(self, row: int, column: int) -> bool:  # a Grid
        """A Parquet file has no formulas."""
        return False
