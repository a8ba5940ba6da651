"""What the XML of a workbook says and calamine does not: how cells are shown, what was never computed.

Format: Office Open XML, ECMA-376 part 1, 18.3 (sheets) and 18.8 (styles).
"""

import re
from typing import NamedTuple

from edureport.reading.tables.grid import column_number
from edureport.reading.tables.xml_parts import Attributes, TooLargeError, elements, local, parser_of, run

COLUMNS = 2**14  # of a sheet
MOST_CELLS = 2_000_000  # of which something is to be said
_PERCENT_FORMATS = {"9", "10"}  # 0% and 0.00%, which are not written down
_AS_THEY_STAND = re.compile(r'"[^"]*"|\\.')  # signs of a format that are shown, and mean nothing


class CellFacts(NamedTuple):
    """Cells by `cell_number`: those that show percentages, and formulas without a result."""

    percents: frozenset[int]
    unread: frozenset[int]


class LastCell(NamedTuple):
    """The last row and column in which there is a cell, from 1."""

    rows: int
    columns: int


def cell_number(row: int, column: int) -> int:
    """One number for a cell by its numbers from 0."""
    return row * COLUMNS + column


def percent_styles(part: bytes) -> frozenset[str]:
    """The numbers of the styles of cells that show percentages, by the part with the styles."""
    formats = set(_PERCENT_FORMATS)
    styles: set[str] = set()
    number: int | None = None  # of the next style of cells
    for kind, attributes in elements(part, {"numFmt", "cellStyleXfs", "cellXfs", "xf"}):
        if kind == "numFmt":
            if "%" in _AS_THEY_STAND.sub("", attributes.get("formatCode", "")):
                formats.add(attributes.get("numFmtId", ""))
        elif kind != "xf":
            number = 0 if kind == "cellXfs" else None
        elif number is not None:
            if attributes.get("numFmtId") in formats:
                styles.add(str(number))
            number += 1
    return frozenset(styles)


def cell_facts(part: bytes, percents: frozenset[str]) -> CellFacts:
    """What is to be said of the cells of a sheet; `percents` are the styles that show percentages.

    Raises NotXmlError, and TooLargeError for too many.
    """
    return _Cells(percents).read(part)


def extent(part: bytes) -> LastCell:
    """How far the cells of a sheet reach; raises NotXmlError."""
    cells = _Cells(frozenset())
    cells.read(part)
    return LastCell(cells.last_row, cells.last_column)


class _Cells:
    """Walks through the cells of a sheet; one without a name stands right of the one before."""

    def __init__(self, percents: frozenset[str]) -> None:
        self.styles = percents
        self.percents: set[int] = set()
        self.unread: set[int] = set()
        self.row = self.column = self.last_row = self.last_column = 0  # from 1
        self.is_formula = self.has_result = self.in_result = False
        self.kind = ""
        self.letters: dict[str, int] = {}

    def read(self, part: bytes) -> CellFacts:
        self.parser = parser_of(self.start)
        run(self.parser, part)
        return CellFacts(frozenset(self.percents), frozenset(self.unread))

    def start(self, name: str, attributes: Attributes) -> None:
        kind = name if ":" not in name else local(name)
        if kind == "c":
            self.cell(attributes)
        elif kind == "row":
            self.row, self.column = _number(attributes.get("r"), self.row + 1), 0
        elif kind == "f":
            self.is_formula, self.has_result = True, self.has_result or self.kind == "str"
            self.parser.EndElementHandler = self.end
            self.parser.CharacterDataHandler = self.characters
        elif self.is_formula and kind in ("v", "t"):
            self.in_result = True

    def cell(self, attributes: Attributes) -> None:
        name = attributes.get("r")
        if name is None:
            self.column += 1
        else:
            letters = name.rstrip("0123456789")
            column = self.letters.get(letters)
            if column is None:
                column = self.letters[letters] = column_number(letters[:3])
            self.row, self.column = _number(name[len(letters) :], self.row), column
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        self.kind = attributes.get("t", "")
        self.is_formula = self.has_result = self.in_result = False
        if attributes.get("s", "0") in self.styles:
            self.mark(self.percents)

    def characters(self, text: str) -> None:
        self.has_result = self.has_result or (self.in_result and bool(text.strip()))

    def end(self, name: str) -> None:
        kind = local(name)
        if kind == "c":
            if not self.has_result:
                self.mark(self.unread)
            self.parser.EndElementHandler = self.parser.CharacterDataHandler = None
        elif kind in ("v", "t"):
            self.in_result = False

    def mark(self, cells: set[int]) -> None:
        cells.add(cell_number(self.row - 1, self.column - 1))
        if len(cells) > MOST_CELLS:
            raise TooLargeError


def _number(text: str | None, default: int) -> int:
    return int(text[:9]) if text and text.isascii() and text.isdigit() else default
