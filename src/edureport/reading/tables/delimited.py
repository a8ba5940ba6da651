"""CSV and TSV files: text with one separator, in UTF-8, UTF-16 or a code page that is named or certain."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from edureport.errors import ReportError
from edureport.problem import Place
from edureport.reading.encodings import decode
from edureport.reading.tables.grid import Cell, Grid

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 20  # lines by which the separator is recognised
_ESCAPED = re.compile(r"\\([tnr\\])")
_SIGNS = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


class Delimited(Grid):
    """The rows of a CSV file."""

    def __init__(self, path: str, data: bytes, separator: str | None, encoding: str | None) -> None:
        self.path = path
        self._text = _decoded(data, path, encoding)
        self._separator = separator or self._told_separator()

    def rows(self) -> Iterator[Sequence[Cell]]:
        reader = csv.reader(self._lines(), delimiter=self._separator, strict=True)
        try:
            yield from reader
        except csv.Error as error:
            where = Place(self.path, reader.line_num)
            raise ReportError.at(where, "table.csv", reason=str(error)) from None

    def _lines(self) -> Iterator[str]:
        """The lines as CSV knows them, which no other sign of Unicode ends."""
        return io.StringIO(self._text, newline="")

    def _told_separator(self) -> str:
        """The sign that divides the first lines into the most columns, as many in most of them.

        Titles and notes, which are not divided, do not count. Raises ReportError where two signs do so.
        """
        divided: dict[str, tuple[int, int]] = {}  # how many lines it divides, and into how many columns
        for separator in SEPARATORS:
            try:
                rows = list(islice(csv.reader(self._lines(), delimiter=separator), _SAMPLE))
            except csv.Error:
                continue
            widths = [len(row) for row in rows if len(row) > 1]
            common = max(widths, key=widths.count, default=1)
            if 2 * widths.count(common) > len(widths):
                divided[separator] = widths.count(common), common
        best, second = [*sorted(divided, key=lambda sign: divided[sign], reverse=True), "", ""][:2]
        if second and divided[best][0] == divided[second][0] and divided[best][1] < 2 * divided[second][1]:
            raise ReportError.at(self.path, "table.separator", known=(best, second))
        return best or ","


def _decoded(data: bytes, path: str, encoding: str | None) -> str:
    if encoding is None:
        try:
            return decode(data, path)
        except ReportError as error:
            if error.problems[0].message.key == "text.binary":
                raise
            raise ReportError.at(error.problems[0].place or path, "table.no_encoding") from None
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):  # also what is an encoding, and none of texts
        raise ReportError.at(path, "table.encoding", encoding=encoding) from None


class TabSeparated(Grid):
    """The rows of such a file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._text = decode(data, path)

    def rows(self) -> Iterator[Sequence[Cell]]:
        for line in self._text.split("\n"):
            cells = line.rstrip("\r").split("\t")
            yield [
                _ESCAPED.sub(lambda sign: _SIGNS[sign[1]], cell) if "\\" in cell else cell for cell in cells
            ]
