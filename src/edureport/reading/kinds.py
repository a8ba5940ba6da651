"""What a file is, by its first bytes, where it is neither a report file nor text.

The signatures are those of the Library of Congress: https://www.loc.gov/preservation/digital/formats
"""

import io
import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from edureport.reading.limits import MEMBERS


class FileFamily(Enum):
    """What can be done with a file of another kind."""

    WORD = auto()
    OLD_WORD = auto()
    TABLE = auto()
    IMAGE = auto()
    PROTECTED = auto()
    OTHER = auto()


class FileKind(NamedTuple):
    """A family, and the name that the kind of file is known by."""

    family: FileFamily
    name: str


DIRECTORY_ENTRY = b"PK\x01\x02"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE = (  # names of the streams in an old Office file, and of what a password leaves to see
    ("PowerPoint Document", FileKind(FileFamily.OTHER, "PPT")),
    ("WordDocument", FileKind(FileFamily.OLD_WORD, "DOC")),
    ("Workbook", FileKind(FileFamily.TABLE, "XLS")),
    ("EncryptedPackage", FileKind(FileFamily.PROTECTED, "Office")),
)
_IN_ZIP = {
    "xl/workbook.xml": FileKind(FileFamily.TABLE, "XLSX"),
    "xl/workbook.bin": FileKind(FileFamily.TABLE, "XLSB"),
    "ppt/presentation.xml": FileKind(FileFamily.OTHER, "PPTX"),
    "content.xml": FileKind(FileFamily.OTHER, "OpenDocument"),
}
WORD_MAIN = re.compile(r"word/document\d*\.xml")  # Word for the web counts them
_SIGNATURES = (
    (b"%PDF-", FileKind(FileFamily.OTHER, "PDF")),
    (b"\x1f\x8b", FileKind(FileFamily.OTHER, "GZIP")),
    (b"7z\xbc\xaf\x27\x1c", FileKind(FileFamily.OTHER, "7z")),
    (b"Rar!", FileKind(FileFamily.OTHER, "RAR")),
    (b"PAR1", FileKind(FileFamily.TABLE, "Parquet")),
    (b"\x89PNG", FileKind(FileFamily.IMAGE, "PNG")),
    (b"\xff\xd8\xff", FileKind(FileFamily.IMAGE, "JPEG")),
    (b"GIF8", FileKind(FileFamily.IMAGE, "GIF")),
    (b"II*\0", FileKind(FileFamily.IMAGE, "TIFF")),
    (b"MM\0*", FileKind(FileFamily.IMAGE, "TIFF")),
)
_BEGINNING = 4000  # characters in which a page or a letter says what it is
_COMMENT = re.compile(r"\s*(?:<!--.*?-->|<\?.*?\?>)", re.DOTALL)
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def binary_kind(data: bytes) -> FileKind | None:
    """The kind of a file that is no text; None for what may be one."""
    if data.startswith(ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        named = (kind for name, kind in _IN_OLE if name.encode("utf-16-le") in data)
        return next(named, FileKind(FileFamily.OTHER, "Microsoft Office 97–2003"))
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def marked_up_kind(text: str) -> FileKind | None:
    """The kind of a text that is written for programs: HTML, XML, RTF, a page that a browser has saved."""
    beginning = text[:_BEGINNING].lstrip()
    rest = beginning
    while comment := _COMMENT.match(rest):
        rest = rest[comment.end() :]
    if _HTML.match(rest):
        return FileKind(FileFamily.OTHER, "HTML")
    if beginning.startswith("<?xml"):
        return FileKind(FileFamily.OTHER, "XML")
    if beginning.startswith(("{\\rtf", "{\\pard")):
        return FileKind(FileFamily.OTHER, "RTF")
    if "MIME-Version:" in beginning and _WEB_ARCHIVE.search(beginning):
        return FileKind(FileFamily.OTHER, "MHT")
    return None


def kind_of(data: bytes) -> FileKind | None:
    """The kind of a file that is no text, or a text for programs; None for one for people."""
    return binary_kind(data) or marked_up_kind(data[:_BEGINNING].decode("utf-8", "replace"))


def kind_in_zip(names: Iterable[str]) -> FileKind:
    """The kind of a zip by the names of the files in it."""
    found = list(names)
    if any(map(WORD_MAIN.fullmatch, found)):
        return FileKind(FileFamily.WORD, "DOCX")
    return next((_IN_ZIP[name] for name in found if name in _IN_ZIP), FileKind(FileFamily.OTHER, "ZIP"))


def _in_zip(data: bytes) -> FileKind:
    import zipfile  # only for a zip

    if data.count(DIRECTORY_ENTRY) > MEMBERS:  # of each it makes an object
        return FileKind(FileFamily.OTHER, "ZIP")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return kind_in_zip(archive.namelist())
    except Exception:  # noqa: BLE001  # zipfile raises a dozen kinds of errors for bytes that are no zip
        return FileKind(FileFamily.OTHER, "ZIP")
