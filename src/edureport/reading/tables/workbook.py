"""The parts of a workbook, a zip or an old Office file: how much room they take, how its cells look.

Formats: Office Open XML, ECMA-376 part 1, 18.2 (workbooks); Compound File Binary, [MS-CFB] 2.2 (header), 2.3
(FAT), 2.5 (DIFAT) and 2.6 (directory); in its stream [MS-XLS] 2.3 (records) and 2.5 (what they hold), where a
cell begins with its row and its column.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from edureport.reading.kinds import DIRECTORY_ENTRY
from edureport.reading.limits import MEMBERS
from edureport.reading.tables import sheet_xml

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_IN_HEADER = 109  # sectors of the FAT that the header names
_LAST = 0xFFFFFFFA  # numbers above are no sectors
_ENTRY = 128  # bytes of an entry of the directory
_SMALL = 4096  # bytes: shorter streams are in that of the root, in sectors of their own
_MINI = 64  # bytes of one of these
_BEGINNINGS = {0x0009, 0x0209, 0x0409, 0x0809}  # BOF of each version
_CELLS = {0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}  # formulas, texts, numbers, errors
_BESIDE = 0x00BD  # MulRk: numbers beside each other, the last of its words is their last column
_RECORD_END = 0x000A
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
_NOTHING = sheet_xml.CellFacts(frozenset(), frozenset())


def is_whole(data: bytes) -> bool:
    """Whether every chain of sectors comes to an end, and no stream is longer than the file."""
    if len(data) < _HEADER:
        return False
    shift = int.from_bytes(data[30:32], "little")
    if shift not in (9, 12):
        return False
    size = 1 << shift
    most = len(data) // size + 1
    fats, directory, small, minis, more, further = (
        int.from_bytes(data[at : at + 4], "little") for at in (44, 48, 60, 64, 68, 72)
    )
    if max(fats, minis, further) > most:
        return False
    table = _table(data, size, more)
    if table is None or not (_ends(table)):
        return False
    mini = [number for at in _chain(table, small) for number in _numbers(data, at, size)]
    entries = b"".join(_sector(data, at, size) for at in _chain(table, directory))
    lengths = (entries[at + 120 : at + (124 if shift == 9 else 128)] for at in range(0, len(entries), _ENTRY))
    return _ends(mini) and all(int.from_bytes(one, "little") <= len(data) for one in lengths)


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The first stream with one of these names, in small letters, of a file that is whole; or nothing."""
    size = 1 << int.from_bytes(data[30:32], "little")
    directory, small, more = (int.from_bytes(data[at : at + 4], "little") for at in (48, 60, 68))
    table = _table(data, size, more) or []
    entries = b"".join(_sector(data, at, size) for at in _chain(table, directory))
    for at in range(0, len(entries), _ENTRY):
        entry = entries[at : at + _ENTRY]
        if entry[: max(entry[64] - 2, 0)].decode("utf-16-le", "replace").casefold() in names:
            first, length = struct.unpack_from("<II", entry, 116)
            if length >= _SMALL:
                return b"".join(_sector(data, one, size) for one in _chain(table, first))[:length]
            mini = [number for one in _chain(table, small) for number in _numbers(data, one, size)]
            (root,) = struct.unpack_from("<I", entries, 116)
            minis = b"".join(_sector(data, one, size) for one in _chain(table, root))
            return b"".join(minis[one * _MINI : (one + 1) * _MINI] for one in _chain(mini, first))[:length]
    return b""


def _table(data: bytes, size: int, more: int) -> list[int] | None:
    """The next sector of each; None if the list of its own sectors has no end."""
    places = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    seen = set()
    while more < _LAST:
        if more in seen or more >= len(data) // size:
            return None
        seen.add(more)
        *named, more = _numbers(data, more, size) or (_LAST,)
        places += named
    most = len(data) // size + 1
    found = [place for place in places if place < _LAST]
    if len(found) > most:
        return None
    return [number for place in found for number in _numbers(data, place, size)]


def _ends(table: Sequence[int]) -> bool:
    """Whether a walk from any sector comes to an end."""
    walked = [0] * len(table)
    for start in range(len(table)):
        at = start
        while at < len(table) and not walked[at]:
            walked[at] = start + 1
            at = table[at]
        if at < len(table) and walked[at] == start + 1:
            return False
    return True


def _chain(table: Sequence[int], at: int) -> Iterator[int]:
    while at < len(table):
        yield at
        at = table[at]


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(data: bytes, number: int, size: int) -> tuple[int, ...]:
    sector = _sector(data, number, size)
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


class Reach(NamedTuple):
    """How many rows and columns lie between the first and the last cell, and how many cells are there."""

    rows: int
    columns: int
    there: int


def reaches(stream: bytes) -> Iterator[Reach]:
    """The reach of each part of a workbook that has cells; of a sheet with the charts that are in it."""
    rows: set[int] = set()
    columns: set[int] = set()
    there = inside = at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind in _BEGINNINGS:
            inside += 1
        elif kind == _RECORD_END:
            inside -= 1
            if inside <= 0 and there:
                yield Reach(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1, there)
                rows, columns, there = set(), set(), 0
        elif kind in _CELLS and size >= 4 and at + size <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at)
            last = stream[at + size - 2] | stream[at + size - 1] << 8 if kind == _BESIDE else column
            rows.add(row)
            columns |= {column, last}
            there += max(last - column, 0) + 1
        at += size
    if there:
        yield Reach(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1, there)


class Workbook:
    """What is in the zip of an .xlsx file; of other bytes nothing is known."""

    def __init__(self, data: bytes) -> None:
        """Raises TooLargeError, and zipfile.BadZipFile for a zip that is broken or not what it says."""
        self.parts: dict[str, bytes] = {}
        if data.startswith(SIGNATURE) and not is_whole(data):
            raise zipfile.BadZipFile("sectors")
        if data.startswith(SIGNATURE) and any(map(_is_too_sparse, reaches(stream(data, _OLD)))):
            raise sheet_xml.TooLargeError
        if not data.startswith(b"PK"):
            return
        if data.count(DIRECTORY_ENTRY) > MEMBERS:  # before zipfile makes an object of each
            raise sheet_xml.TooLargeError
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
                size = sum(entry.file_size for entry in entries)
                packed = sum(entry.compress_size for entry in entries)
                if size > MOST_UNPACKED or (size > SMALL and size > MOST_PACKED * packed):
                    raise sheet_xml.TooLargeError
                self.parts = {entry.filename.lstrip("/"): archive.read(entry) for entry in entries}
        except (RuntimeError, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
            raise zipfile.BadZipFile(str(error)) from None
        if "xl/workbook.bin" in self.parts:
            raise zipfile.BadZipFile("xlsb")
        if _claims_too_many(self.parts.get("xl/sharedStrings.xml", b"")):
            raise zipfile.BadZipFile("sharedStrings")
        if any(map(_is_too_wide, self.parts.values())):
            raise sheet_xml.TooLargeError

    def facts(self, sheet: str) -> sheet_xml.CellFacts | None:
        """What is to be said of the cells of a sheet; None if the file does not tell."""
        part = self.part(sheet)
        if part is None:
            return None
        formulas = any(sign in part for sign in (b"<f", b":f"))
        if not formulas and not self._percent_styles:
            return _NOTHING
        with suppress(sheet_xml.NotXmlError):
            return sheet_xml.cell_facts(part, self._percent_styles)
        return None

    def part(self, sheet: str) -> bytes | None:
        """The XML of the sheet of this name."""
        with suppress(sheet_xml.NotXmlError):
            links = sheet_xml.elements(self.parts.get("xl/_rels/workbook.xml.rels", b""), {"Relationship"})
            targets = {link.get("Id"): link.get("Target", "") for _, link in links}
            for _, attributes in sheet_xml.elements(self.parts.get("xl/workbook.xml", b""), {"sheet"}):
                if attributes.get("name") == sheet:
                    key = next((value for name, value in attributes.items() if name.endswith(":id")), None)
                    path = str(PurePosixPath("/xl", targets.get(key, ""))).lstrip("/")
                    return self.parts.get(path)
        return None

    @cached_property
    def raised(self) -> Mapping[str, str]:
        """Texts with raised signs, by what they are without."""
        with suppress(sheet_xml.NotXmlError):
            return sheet_xml.raised_texts(self.parts.get("xl/sharedStrings.xml", b""))
        return {}

    @cached_property
    def _percent_styles(self) -> frozenset[str]:
        with suppress(sheet_xml.NotXmlError):
            return sheet_xml.percent_styles(self.parts.get("xl/styles.xml", b""))
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
    if rows * sheet_xml.COLUMNS <= SPARSE:
        return False
    there = part.count(b"<c") + part.count(b":c")
    most = min(MOST_CELLS, max(SPARSE, MOST_EMPTY * there))
    letters = 2 if rows * 26**2 <= most else 1
    other_names = rb'<c(?! r="[A-Z]{1,%d}[0-9])[\s/>]' % letters
    if rows * 26**letters <= most and b":c" not in part and not re.search(other_names, part):
        return False
    try:
        last_row, last_column = sheet_xml.extent(part)
    except sheet_xml.NotXmlError:
        return True
    return last_row * last_column > most
