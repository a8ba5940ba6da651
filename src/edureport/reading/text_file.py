"""Open the text of a prose report: plain text, Markdown or a Word file."""

import os
import re
from pathlib import PurePath

from edureport.errors import ReportError
from edureport.message import message
from edureport.problem import Place, Problem
from edureport.reading.document import Block, Blocks, Document, require_short
from edureport.reading.encodings import decode
from edureport.reading.files import name_of, read_bytes
from edureport.reading.limits import limits
from edureport.reading.locate import STDIN

__all__ = ["Block", "Document", "load_text"]

MARKDOWN = (".md", ".markdown")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the part that holds an Office file with a password
_OTHERS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
)
_IMAGES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)
_REPORT = re.compile(r"(?:#.*\n\s*)*edureport:")  # the first key of a report file
_HTML = re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)

_BEGINNING = 1000  # characters in which HTML is recognised


def load_text(path: str) -> Document:
    """The prose report in the file `path`; `-` is standard input.

    A Word file is known by what it holds, Markdown by the name, on standard input by its headings and
    tables. Raises ReportError for what is no text, with what to do about it.
    """
    name, bounds = name_of(path), limits(os.environ)
    data = read_bytes(path, name, bounds)
    if data.startswith(_ZIP):
        from edureport.reading import word_file  # most runs read none

        return word_file.read(data, name, bounds)
    _refuse_others(data, name)
    text = decode(data, name)
    require_short(len(text), name, bounds)
    beginning = text.lstrip()[:_BEGINNING]
    if not beginning:
        raise ReportError(Problem(message("text.empty"), Place(name)))
    if _REPORT.match(beginning):
        raise ReportError(Problem(message("text.report"), Place(name)))
    if _HTML.match(beginning):
        raise ReportError(Problem(message("text.kind", kind="HTML"), Place(name)))
    from edureport.reading import markdown, plain_text

    blocks = Blocks(name, bounds)
    unnamed = path == STDIN and markdown.is_markdown(text, name, bounds)
    if unnamed or PurePath(path).suffix.lower() in MARKDOWN:
        markdown.add_blocks(text, blocks)
    else:
        plain_text.add_blocks(text, blocks)
    return Document(name, text, tuple(blocks.all), lined=True)


def _refuse_others(data: bytes, name: str) -> None:
    """Raise ReportError for a file that says in its first bytes that it is no text."""
    place = Place(name)
    if data.startswith(_OLE):
        problem = message("text.password") if _ENCRYPTED in data else message("text.old_office")
        raise ReportError(Problem(problem, place))
    for signature, kind in _OTHERS:
        if data.startswith(signature):
            raise ReportError(Problem(message("text.kind", kind=kind), place))
    for signature, kind in _IMAGES:
        if data.startswith(signature):
            raise ReportError(Problem(message("text.image", kind=kind), place))
