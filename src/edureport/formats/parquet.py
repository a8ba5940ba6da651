"""Parquet, for machines: texts, whole numbers, decimals and days; written by DuckDB.

Numbers are DECIMAL(38, 18): of a fixed type in every file, so that files of one table fit together, and
exact, which binary numbers are not.
"""

import errno
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from edureport.errors import EdureportError, UsageError
from edureport.formats import Style
from edureport.formats.cells import for_machines
from edureport.message import message
from edureport.table import Column, Kind, Table

DECIMALS = 18
WHOLE = 38 - DECIMALS  # digits before the point
_TYPES = {Kind.DATE: "DATE", Kind.COUNT: "BIGINT"}
_NUMBER = f"DECIMAL(38, {DECIMALS})"
_LONGEST = 2**26  # bytes of a row
_END = "period_end"
_CONFIGURATION: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": 1,  # each would write files of its own
}


def write(table: Table, out: BinaryIO, style: Style) -> None:
    """Write the columns for machines; UsageError for a number that the columns cannot hold."""
    with _copied(table, style, "*", "FORMAT parquet") as made:
        out.write(made.read_bytes())


def files(table: Table, style: Style) -> dict[str, bytes]:
    """The files of a folder that is one table, one for each year in which periods end.

    A table without rows is one file, which has its columns.
    UsageError for a table without periods too.
    """
    if all(column.key != _END for column in table.for_machines().columns):
        raise UsageError(message("usage.parquet_years", column=_END))
    by_year = f"*, year({_END}) AS year", "FORMAT parquet, PARTITION_BY (year)"
    with _copied(table, style, *by_year) as made:
        paths = sorted(made.glob("*/*"))
        if paths:
            return {path.relative_to(made).as_posix(): path.read_bytes() for path in paths}
    with _copied(table, style, "*", "FORMAT parquet") as made:
        return {"data_0.parquet": made.read_bytes()}


@contextmanager
def _copied(table: Table, style: Style, columns: str, form: str) -> Iterator[Path]:
    """What DuckDB makes of these columns of the table, for a moment."""
    try:
        import duckdb
    except ModuleNotFoundError:
        raise EdureportError(message("errors.extra_writing", format="parquet", extra="large")) from None
    shown = table.for_machines()
    keys = [column.key for column in shown.columns]
    types = {
        column.key: _TYPES.get(column.kind, _NUMBER if column.kind.is_number else "VARCHAR")
        for column in shown.columns
    }
    made = Path()
    try:
        asked = duckdb.connect(config=_CONFIGURATION)  # may end the process, and nothing is left behind yet
        with tempfile.TemporaryDirectory(prefix="edureport-") as folder:
            rows, made = Path(folder, "rows.json"), Path(folder, "made")
            cells = [_cell(column, style) for column in shown.columns]
            with rows.open("w", encoding="utf-8") as file:
                for row in shown.rows:
                    texts = [text(cell) for text, cell in zip(cells, row, strict=True)]
                    file.write(json.dumps(dict(zip(keys, texts, strict=True))) + "\n")
            asked.execute(
                f"COPY (SELECT {columns} FROM read_json(?, columns = {types}, format = 'newline_delimited', "  # noqa: S608  # names of ours
                f"maximum_object_size = {_LONGEST})) TO '{_quoted(made)}' ({form})",
                [str(rows)],
            )
            yield made
    except duckdb.OutOfMemoryException:
        raise MemoryError from None
    except duckdb.IOException as error:
        # The error of the operating system, which DuckDB tells in words.
        number = next((number for number in errno.errorcode if os.strerror(number) in str(error)), errno.EIO)
        raise OSError(number, os.strerror(number), str(made)) from None


def _cell(column: Column, style: Style) -> Callable[[Any], str | None]:
    plain = for_machines(column, style)
    if column.kind.is_number and column.kind is not Kind.COUNT:
        return lambda cell: _number(plain(cell)) if cell is not None else None
    return lambda cell: None if (value := plain(cell)) is None else str(value)


def _number(value: Any) -> str | None:
    """A number in full; UsageError if it has more digits than there is room for."""
    if value is None:
        return None
    number = Decimal(value)
    if number and (number.adjusted() >= WHOLE or int(number.normalize().as_tuple().exponent) < -DECIMALS):
        limits = {"whole": WHOLE, "decimals": DECIMALS}
        raise UsageError(message("usage.parquet_digits", number=f"{number:f}", **limits))
    return f"{number:f}"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
