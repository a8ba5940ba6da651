"""Word files (.docx): the parts of the zip that hold text, unpacked within bounds."""

import io
import struct
import zipfile
import zlib
from xml.parsers.expat import ExpatError

from edureport.errors import ReportError
from edureport.reading.document import Document
from edureport.reading.files import as_argument
from edureport.reading.kinds import DIRECTORY_ENTRY, WORD_MAIN, FileFamily, kind_in_zip
from edureport.reading.limits import Limits
from edureport.reading.word_styles import Styles
from edureport.reading.word_text import Body

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_STYLES = "word/styles.xml"
_PASSWORD = 0x1  # a flag of a file in a zip
# What zipfile, zlib and expat raise for bytes that are not what they should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    EOFError,
    OverflowError,
    NotImplementedError,
    ValueError,
)


def read(data: bytes, path: str, bounds: Limits) -> Document:
    """The document in a zip; raises ReportError if it is of another kind, broken or too large."""
    if data.count(DIRECTORY_ENTRY) > bounds.members:  # before zipfile makes an object of each
        raise ReportError.at(path, "word.members", limit=bounds.members, raised=bounds.raised)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Package(archive, path, bounds).document()
    except _BROKEN:
        raise ReportError.at(path, "word.broken") from None


class _Package:
    """The files in the zip, unpacked up to `bounds.unpacked` bytes of all that are read."""

    def __init__(self, archive: zipfile.ZipFile, path: str, bounds: Limits) -> None:
        self.archive = archive
        self.path = path
        self.bounds = bounds
        self.names = frozenset(archive.namelist())
        self.left = bounds.unpacked

    def document(self) -> Document:
        kind = kind_in_zip(self.names)
        if kind.family is not FileFamily.WORD:
            key = "text.table" if kind.family is FileFamily.TABLE else "text.kind"
            raise ReportError.at(self.path, key, kind=kind.name, file=as_argument(self.path))
        main = min(filter(WORD_MAIN.fullmatch, self.names))
        styles = Styles(self.path, self.bounds)
        if _STYLES in self.names:
            styles.parse(self.unpacked(_STYLES))
        body = Body(self.path, self.bounds, styles.kinds())
        body.parse(self.unpacked(main))
        for notes in _NOTES:
            if notes in self.names:
                body.parse(self.unpacked(notes))
        return body.document()

    def unpacked(self, name: str) -> bytes:
        """What a file in the zip holds. Its size is not taken from the zip, which may say less."""
        entry = self.archive.getinfo(name)
        if entry.flag_bits & _PASSWORD:
            raise ReportError.at(self.path, "text.password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ReportError.at(self.path, "word.broken")
        with self.archive.open(entry) as part:
            data = part.read(self.left + 1)
        if len(data) > self.left:
            limit, raised = self.bounds.unpacked // 2**20, self.bounds.raised
            raise ReportError.at(self.path, "word.too_large", limit=limit, raised=raised)
        self.left -= len(data)
        return data
