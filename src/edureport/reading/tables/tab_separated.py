r"""TSV files as `edureport` and Miller write them: nothing is quoted, and `\t`, `\n`, `\\` are signs."""

import re
from collections.abc import Iterator, Sequence

from edureport.reading.encodings import decode
from edureport.reading.tables.grid import Cell, Grid

_ESCAPED = re.compile(r"\\([tnr\\])")
_SIGNS = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


class TabSeparated(Grid):
    """The rows of such a file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._text = decode(data, path)

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows, each cell a text."""
        for line in self._text.split("\n"):
            cells = line.rstrip("\r").split("\t")
            yield [
                _ESCAPED.sub(lambda sign: _SIGNS[sign[1]], cell) if "\\" in cell else cell for cell in cells
            ]
