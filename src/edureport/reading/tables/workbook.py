"""The parts of the zip that a workbook is: how much room they take, and what calamine does not tell of cells.

Format: Office Open XML, ECMA-376 part 1, 18.2 (workbooks), 18.3 (sheets) and 18.8 (styles).
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

MOST_UNPACKED = 256 * 2**20  # bytes of XML
MOST_CELLS = 20_000_000  # from the first to the last of a sheet, empty ones too: calamine sets room aside
_COLUMNS, _TAIL = (
    2**14,
    100_000,
)  # of a sheet; bytes before the end of its rows, with the last in them
_COLUMN = re.compile(rb"""\br ?= ?["']([A-Za-z]{1,3})[0-9]""")
_ROW = re.compile(rb"""\br ?= ?["'][A-Za-z]{0,3}([0-9]{1,9})["']""")
_NAME = re.compile(rb"""\br ?= ?["']([A-Za-z]{1,3}[0-9]{1,9})["']""")
_STYLE = re.compile(rb"""\bs ?= ?["']([0-9]{1,9})["']""")
_CELL = re.compile(rb"<(?:\w{1,9}:)?c(?: ([^<>]{0,200}))?>")
_UNREAD = re.compile(  # a formula, and no value or an empty one
    rb"<(?:\w{1,9}:)?c ([^<>]{0,200})><(?:\w{1,9}:)?f(?:>| [^<>]{0,200}>)(?:[^<]*</(?:\w{1,9}:)?f>)?"
    rb"(?:<(?:\w{1,9}:)?v ?/>|<(?:\w{1,9}:)?v></(?:\w{1,9}:)?v>)?</(?:\w{1,9}:)?c>"
)
_AS_THEY_STAND = re.compile(r'"[^"]*"|\\.')  # signs of a format that are shown, and mean nothing
_PERCENT_FORMATS = {"9", "10"}  # 0% and 0.00%, which are not written down


class TooLargeError(Exception):
    """A workbook that would take more room than there is."""


class Workbook:
    """What is in the zip of an .xlsx file; of other bytes nothing is known."""

    def __init__(self, data: bytes) -> None:
        """Raises TooLargeError, and zipfile.BadZipFile for a zip that is broken or not what it says."""
        self.parts: dict[str, bytes] = {}
        if not data.startswith(b"PK"):
            return
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
                if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                    raise TooLargeError
                self.parts = {entry.filename.lstrip("/"): archive.read(entry) for entry in entries}
        except (RuntimeError, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
            raise zipfile.BadZipFile(str(error)) from None
        if "xl/workbook.bin" in self.parts:
            raise zipfile.BadZipFile("xlsb")
        if any(map(_is_too_wide, self.parts.values())):
            raise TooLargeError

    def percents(self, sheet: str) -> frozenset[str] | None:
        """The cells of a sheet, as A1, that show a number as a percentage; None if the file does not tell."""
        part = self._part(sheet)
        if part is None:
            return None
        styles = self._percent_styles
        if not styles:
            return frozenset()
        cells = [match[1] or b"" for match in _CELL.finditer(part)]
        shown = [cell for cell in cells if (style := _STYLE.search(cell)) and style[1] in styles]
        names = [_NAME.search(cell) for cell in shown]
        return None if None in names else frozenset(name[1].decode() for name in names if name)

    def unread(self, sheet: str) -> frozenset[str]:
        """The cells of a sheet, as A1, with a formula whose result is not in the file."""
        part = self._part(sheet) or b""
        cells = (match[1] for match in _UNREAD.finditer(part) if b'"str"' not in match[1])
        return frozenset(name[1].decode() for cell in cells if (name := _NAME.search(cell)))

    def _part(self, sheet: str) -> bytes | None:
        """The XML of the sheet of this name."""
        targets = {
            element.get("Id"): element.get("Target", "")
            for element in self._elements("xl/_rels/workbook.xml.rels", "Relationship")
        }
        for element in self._elements("xl/workbook.xml", "sheet"):
            if element.get("name") == sheet:
                key = next((value for name, value in element.items() if name.endswith("}id")), None)
                path = str(PurePosixPath("/xl", targets.get(key, ""))).lstrip("/")
                return self.parts.get(path)
        return None

    @cached_property
    def _percent_styles(self) -> frozenset[bytes]:
        """The numbers of the styles of cells that show percentages."""
        formats = _PERCENT_FORMATS | {
            element.get("numFmtId", "")
            for element in self._elements("xl/styles.xml", "numFmt")
            if "%" in _AS_THEY_STAND.sub("", element.get("formatCode", ""))
        }
        styles = next(self._elements("xl/styles.xml", "cellXfs"), ())
        return frozenset(
            str(number).encode() for number, style in enumerate(styles) if style.get("numFmtId") in formats
        )

    def _elements(self, name: str, kind: str) -> Iterator[ET.Element]:
        """The elements of one kind in a part; none if it is not there or is no XML."""
        try:
            root = ET.fromstring(self.parts.get(name, b""))  # noqa: S314 - expat bounds entities
        except ET.ParseError:
            return
        yield from (element for element in root.iter() if element.tag.rpartition("}")[2] == kind)


def _is_too_wide(part: bytes) -> bool:
    """Whether the cells of a sheet span more than there is room for."""
    end = part.rfind(b"sheetData>")
    if end < 0:
        return False
    rows = max(map(int, _ROW.findall(part, max(end - _TAIL, 0), end)), default=0)
    if rows * _COLUMNS <= MOST_CELLS:
        return False
    if _is_plain(part):  # a quick look for columns that are named with many letters
        letters = b"{2,3}" if rows * 26**2 > MOST_CELLS else b"{3}"
        if rows * 26 <= MOST_CELLS and not re.search(rb'r="[A-Za-z]' + letters + b"[0-9]", part):
            return False
    return rows * max(map(_number, set(_COLUMN.findall(part))), default=1) > MOST_CELLS


def _is_plain(part: bytes) -> bool:
    """Whether the attribute r is everywhere written as Excel writes it."""
    spaces = (b"\t", b"\n", b"\r", b"r =", b"r= ", b"r='")
    start = part.find(b">") + 3  # the declaration may end a line
    return all(part.find(space, start) < 0 for space in spaces)


def _number(letters: bytes) -> int:
    """The number of a column from 1 by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
