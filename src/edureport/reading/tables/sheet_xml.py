"""The XML of workbooks, read by expat in its course and within bounds, for what calamine does not tell.

How cells are shown, which formulas were never computed, which signs are raised. Format: Office Open XML,
ECMA-376 part 1, 18.3 (sheets), 18.4 (shared strings) and 18.8 (styles).
"""

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple
from xml.parsers import expat

from edureport.reading.tables.grid import column_number

MOST_ELEMENTS = 200_000  # styles, sheets and texts; Excel has 65,490 styles at most

Attributes = Mapping[str, str]
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
COLUMNS = 2**14  # of a sheet
MOST_CELLS = 2_000_000  # of which something is to be said
_PERCENT_FORMATS = {"9", "10"}  # 0% and 0.00%, which are not written down
_AS_THEY_STAND = re.compile(r'"[^"]*"|\\.')  # signs of a format that are shown, and mean nothing


class TooLargeError(Exception):
    """More than there is room for."""


class NotXmlError(Exception):
    """No XML, or with a document type, which no workbook has."""


def elements(part: bytes, kinds: Collection[str]) -> list[tuple[str, Attributes]]:
    """The elements of these kinds, without namespaces; raises NotXmlError, and TooLargeError for too many."""
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind in kinds:
            found.append((kind, attributes))
            if len(found) > MOST_ELEMENTS:
                raise TooLargeError

    run(parser_of(start), part)
    return found


def parser_of(
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
) -> expat.XMLParserType:
    """A parser with these handlers; a document type, which no workbook has, is refused."""
    # Without a dictionary to intern them in, names go when their element has been read.
    parser = expat.ParserCreate(intern=None)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def run(parser: expat.XMLParserType, part: bytes) -> None:
    """Read a part; raises NotXmlError."""
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise NotXmlError(str(error)) from None


def _refuse(*_: object) -> None:
    raise NotXmlError


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(":")[2]


def raised_texts(part: bytes) -> dict[str, str]:
    """Shared strings with raised signs, by what they are without: 2541 is 254¹. Raises as `elements` does."""
    if b"superscript" not in part:
        return {}
    strings = _Strings()
    strings.parser = parser_of(strings.start, strings.end, strings.characters)
    run(strings.parser, part)
    return strings.raised


class _Strings:
    """Walks through the shared strings; each is one text, or runs of text that each have a look."""

    parser: expat.XMLParserType

    def __init__(self) -> None:
        self.raised: dict[str, str] = {}
        self.plain = self.shown = self.run = ""
        self.is_raised = self.in_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "si":
            self.plain = self.shown = ""
        elif kind == "r":
            self.is_raised = False
        elif kind == "vertAlign":
            self.is_raised = attributes.get("val") == "superscript"
        self.in_text, self.run = kind == "t", ""

    def characters(self, text: str) -> None:
        if self.in_text:
            self.run += text

    def end(self, name: str) -> None:
        kind = local(name)
        if kind == "t":
            self.plain += self.run
            digits = self.run.replace(",", "").strip().isdecimal()  # other signs get a space before them
            raised = self.run.translate(_RAISED) if digits else f" {self.run}"
            self.shown += raised if self.is_raised else self.run
            self.in_text = False
        elif kind == "r":
            self.is_raised = False
        elif kind == "si" and self.shown != self.plain:
            self.raised[self.plain] = self.shown
            if len(self.raised) > MOST_ELEMENTS:
                raise TooLargeError


class CellFacts(NamedTuple):
    """Cells by `cell_number`: those that show percentages, and formulas without a result."""

    percents: frozenset[int]
    unread: frozenset[int]


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
    """What is to be said of a sheet's cells, by the styles of percentages; raises as `elements` does."""
    return _Cells(percents).read(part)


def extent(part: bytes) -> tuple[int, int]:
    """The last row and column of a sheet in which there is a cell, from 1; raises NotXmlError."""
    cells = _Cells(frozenset())
    cells.read(part)
    return cells.last_row, cells.last_column


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
