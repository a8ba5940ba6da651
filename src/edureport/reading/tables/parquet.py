"""Tables asked by DuckDB: Parquet files, folders of them, and CSV that is larger than what is read whole.

Every column is as it is, numbers as numbers and days as ISO dates; of what is not asked for nothing is made.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from typing import Any

from edureport.errors import EdureportError, ReportError
from edureport.message import message
from edureport.reading.limits import TEXT
from edureport.reading.tables.grid import BrokenTableError, Cell, Grid, cell_of
from edureport.reading.tables.tidy import COLUMNS

_AT_ONCE = 1_000  # rows
LONGEST = TEXT  # characters of a cell
_LONG = re.compile(r"^(?:VARCHAR|BLOB|BIT|JSON|STRUCT|MAP|UNION)|\]$")  # types without a size of their own
_NUMBER = "file_row_number"  # what DuckDB calls the number of a row from 0
_PARQUET = f"read_parquet(?, {_NUMBER} = true, hive_partitioning = false)"
_CSV = "read_csv(?, header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true)"
_OWN_FILES_ONLY: Any = dict.fromkeys(("autoinstall_known_extensions", "autoload_known_extensions"), "false")


class Parquet(Grid):
    """The rows of a Parquet file, the names of its columns first."""

    _source, _number = _PARQUET, f"{_NUMBER} + 1"

    def __init__(self, path: str) -> None:
        """Raises BrokenTableError if it is none."""
        try:
            import duckdb
        except ModuleNotFoundError:
            raise EdureportError(message("errors.extra", what=path, extra="large")) from None
        self.path = path
        self._error, self._no_memory = duckdb.Error, duckdb.OutOfMemoryException
        with self._answered():
            self._connection = duckdb.connect(config=_OWN_FILES_ONLY)
        self._where, self._values = "", [self._files()]
        with self._answered():
            columns = self._asked("*", "LIMIT 0").description or ()
        self.names = [str(column[0]) for column in columns if column[0] != _NUMBER]
        self._long = {str(name) for name, kind, *_ in columns if _LONG.search(str(kind))}
        self._texts = {str(name) for name, kind, *_ in columns if str(kind) == "VARCHAR"}

    def _files(self) -> object:
        """What DuckDB is to read."""
        return escape(self.path)

    def _asked(self, columns: str, rest: str = "") -> Any:
        """The answer to a question for columns, with what stands behind the table and its condition."""
        query = f"SELECT {columns} FROM {self._source}{self._where} {rest}"  # noqa: S608  # names are quoted
        with self._answered():
            return self._connection.execute(query, self._values)

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """DuckDB's errors as ours: a file that it cannot read, or no memory to read it."""
        try:
            yield
        except self._no_memory:
            raise MemoryError from None
        # The latter two come of columns whose names are no text.
        except (self._error, RuntimeError, UnicodeDecodeError) as error:
            raise BrokenTableError.of(error) from None

    def distinct(self, column: str) -> list[str]:
        """The texts in a column of all rows, each once; not those that are empty."""
        query = f"SELECT DISTINCT {_quoted(column)} FROM {self._source}"  # noqa: S608  # the name is quoted
        with self._answered():
            texts = self._connection.execute(query, self._values[:1]).fetchall()
            return [str(text) for (text,) in texts if text not in (None, "")]

    def count(self) -> int:
        (count,) = self._asked("count(*)").fetchone()
        return int(count)

    def choose(self, columns: Sequence[str], column: str, texts: Sequence[str]) -> None:
        """From here on there are only these columns, and the rows with one of the texts in a column."""
        self.names = list(columns)
        text = _quoted(column) if column in self._texts else f"CAST({_quoted(column)} AS VARCHAR)"
        self._where = f" WHERE {text} IN ({', '.join('?' * len(texts)) or 'NULL'})"
        self._values = [self._values[0], *texts]

    def choose_all(self) -> None:
        """From here on there are all rows."""
        self._where, self._values = "", self._values[:1]

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The names of the columns, then the rows."""
        yield self.names
        yield from (row for _, row in self.numbered())

    def numbered(self) -> Iterator[tuple[int | None, Sequence[Cell]]]:
        """The rows below the names of the columns, each with its number, where the file tells that."""
        columns = ", ".join(map(self._shortened, self.names))
        found = self._asked(f"{columns}, {self._number}")
        with self._answered():
            while rows := found.fetchmany(_AT_ONCE):
                for *row, number in rows:
                    cells = [cell_of(value) for value in row]
                    if any(isinstance(cell, str) and len(cell) > LONGEST for cell in cells):
                        raise ReportError.at(self.path, "table.long", limit=LONGEST)
                    yield number, cells

    def _shortened(self, name: str) -> str:
        """A column for a query: of a text so much that it can be seen to be too long, lest it be repeated."""
        if name not in self._long:
            return _quoted(name)
        return f"left(CAST({_quoted(name)} AS VARCHAR), {LONGEST + 1})"


class LargeCsv(Parquet):
    """The rows of a CSV file in UTF-8, every cell a text; DuckDB does not number them."""

    _source, _number = _CSV, "NULL"


class Partitioned(Parquet):
    """The rows of all Parquet files in a folder and those inside; its name tells what is in one: `year=2024`.

    What no file has as a column of its own and no name of a tidy table is, only divides the files.
    """

    _source = "read_parquet(?, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)"
    _number = "NULL"

    def __init__(self, path: str, parts: Sequence[Path]) -> None:
        self._parts = parts
        super().__init__(path)
        inside = (part for file in self._parts for part in file.relative_to(path).parts)
        keys = {part.partition("=")[0] for part in inside if "=" in part}
        self.names = [name for name in self.names if name not in keys or name in COLUMNS]

    def _files(self) -> object:
        return [escape(str(file)) for file in self._parts]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
