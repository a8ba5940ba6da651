"""The parts of the zip that a workbook is: how much room they take, and what its cells look like.

Format: Office Open XML, ECMA-376 part 1, 18.2 (workbooks).
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import PurePosixPath

from edureport.reading.kinds import DIRECTORY_ENTRY
from edureport.reading.limits import MEMBERS
from edureport.reading.tables.biff import Reach, reaches
from edureport.reading.tables.compound import SIGNATURE, is_whole, stream
from edureport.reading.tables.shared_strings import raised_texts
from edureport.reading.tables.sheet_xml import COLUMNS, CellFacts, cell_facts, extent, percent_styles
from edureport.reading.tables.xml_parts import NotXmlError, TooLargeError, elements

MOST_UNPACKED = 256 * 2**20  # bytes of XML
MOST_PACKED = 100  # times smaller than unpacked; a workbook of Excel's is some twenty times
SMALL = 10 * 2**20  # bytes of XML that may be packed as small as they will
SPARSE = 2_000_000  # cells of a sheet of which most may be empty
MOST_EMPTY = 10  # cells of a larger one for each that is there
MOST_CELLS = 20_000_000  # from the first to the last of a sheet, empty ones too: calamine sets room aside
_OLD = ("workbook", "book")  # what the sheets of .xls are called
_TAIL = 100_000  # bytes before the end of the rows, with the last of them
_ROW = re.compile(rb"""\br ?= ?["'][A-Za-z]{0,3}([0-9]{1,9})["']""")
_COUNT = re.compile(rb"""[cC]ount ?= ?["']([^"']{0,40})""")
_NOTHING = CellFacts(frozenset(), frozenset())


class Workbook:
    """What is in the zip of an .xlsx file; of other bytes nothing is known."""

    def __init__(self, data: bytes) -> None:
        """Raises TooLargeError, and zipfile.BadZipFile for a zip that is broken or not what it says."""
        self.parts: dict[str, bytes] = {}
        if data.startswith(SIGNATURE) and not is_whole(data):
            raise zipfile.BadZipFile("sectors")
        if data.startswith(SIGNATURE) and any(map(_is_too_sparse, reaches(stream(data, _OLD)))):
            raise TooLargeError
        if not data.startswith(b"PK"):
            return
        if data.count(DIRECTORY_ENTRY) > MEMBERS:  # before zipfile makes an object of each
            raise TooLargeError
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
                size = sum(entry.file_size for entry in entries)
                packed = sum(entry.compress_size for entry in entries)
                if size > MOST_UNPACKED or (size > SMALL and size > MOST_PACKED * packed):
                    raise TooLargeError
                self.parts = {entry.filename.lstrip("/"): archive.read(entry) for entry in entries}
        except (RuntimeError, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
            raise zipfile.BadZipFile(str(error)) from None
        if "xl/workbook.bin" in self.parts:
            raise zipfile.BadZipFile("xlsb")
        if _claims_too_many(self.parts.get("xl/sharedStrings.xml", b"")):
            raise zipfile.BadZipFile("sharedStrings")
        if any(map(_is_too_wide, self.parts.values())):
            raise TooLargeError

    def facts(self, sheet: str) -> CellFacts | None:
        """What is to be said of the cells of a sheet; None if the file does not tell."""
        part = self.part(sheet)
        if part is None:
            return None
        formulas = any(sign in part for sign in (b"<f", b":f"))
        if not formulas and not self._percent_styles:
            return _NOTHING
        with suppress(NotXmlError):
            return cell_facts(part, self._percent_styles)
        return None

    def part(self, sheet: str) -> bytes | None:
        """The XML of the sheet of this name."""
        with suppress(NotXmlError):
            links = elements(self.parts.get("xl/_rels/workbook.xml.rels", b""), {"Relationship"})
            targets = {link.get("Id"): link.get("Target", "") for _, link in links}
            for _, attributes in elements(self.parts.get("xl/workbook.xml", b""), {"sheet"}):
                if attributes.get("name") == sheet:
                    key = next((value for name, value in attributes.items() if name.endswith(":id")), None)
                    path = str(PurePosixPath("/xl", targets.get(key, ""))).lstrip("/")
                    return self.parts.get(path)
        return None

    @cached_property
    def raised(self) -> Mapping[str, str]:
        """Texts with raised signs, by what they are without."""
        with suppress(NotXmlError):
            return raised_texts(self.parts.get("xl/sharedStrings.xml", b""))
        return {}

    @cached_property
    def _percent_styles(self) -> frozenset[str]:
        """The styles of cells that show percentages."""
        with suppress(NotXmlError):
            return percent_styles(self.parts.get("xl/styles.xml", b""))
        return frozenset()


def _claims_too_many(part: bytes) -> bool:
    """Whether there are said to be more texts than there can be: calamine sets room aside for them."""
    said = _COUNT.findall(part[: part.find(b">", part.find(b"sst"))])
    return any(not number.isdigit() or int(number[:20]) > len(part) for number in said)


def _is_too_sparse(reach: Reach) -> bool:
    return reach.rows * reach.columns > min(MOST_CELLS, max(SPARSE, MOST_EMPTY * reach.there))


def _is_too_wide(part: bytes) -> bool:
    """Whether the cells of a sheet span more than there is room for.

    Few rows never do. Where there are many, a look at the bytes spares most sheets to be gone through: if all
    cells are named as Excel names them, in so few letters that the columns cannot be too many.
    """
    end = part.rfind(b"sheetData>")
    if end < 0:
        return False
    rows = max(map(int, _ROW.findall(part, max(end - _TAIL, 0), end)), default=0)
    if rows * COLUMNS <= SPARSE:
        return False
    there = part.count(b"<c") + part.count(b":c")
    most = min(MOST_CELLS, max(SPARSE, MOST_EMPTY * there))
    letters = 2 if rows * 26**2 <= most else 1
    other_names = rb'<c(?! r="[A-Z]{1,%d}[0-9])[\s/>]' % letters
    if rows * 26**letters <= most and b":c" not in part and not re.search(other_names, part):
        return False
    try:
        reach = extent(part)
    except NotXmlError:
        return True
    return reach.rows * reach.columns > most
