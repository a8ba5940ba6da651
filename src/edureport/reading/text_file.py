"""Open the text of a written report: plain text, Markdown or a Word file."""

import os
import re
from pathlib import PurePath

from edureport.errors import ReportError
from edureport.reading.document import Block, Blocks, Document, require_short
from edureport.reading.encodings import decode
from edureport.reading.files import as_argument, name_of, read_bytes
from edureport.reading.kinds import ZIP, FileFamily, FileKind, binary_kind, marked_up_kind
from edureport.reading.limits import limits
from edureport.reading.locate import STDIN
from edureport.reading.markup import pasted, unmarked, with_raised_marks

__all__ = ["Block", "Document", "load_text"]

MARKDOWN = (".md", ".markdown")

_REPORT = re.compile(r"(?:#.*\n\s*)*edureport:")  # the first key of a report file

_BEGINNING = 1000  # characters in which a report file is recognised
_WIDEST = 4  # bytes of a character


def load_text(path: str) -> Document:
    """The written report in the file `path`; `-` is standard input.

    A Word file is known by what it holds, Markdown by the name, on standard input by its headings and
    tables. Raises ReportError for what is no text, with what to do about it.
    """
    name, bounds = name_of(path), limits(os.environ)
    data = read_bytes(path, name, bounds)
    if data.startswith(ZIP):
        from edureport.reading import word_file  # most runs read none

        return word_file.read(data, name, bounds)
    _refuse(binary_kind(data), name)
    require_short(len(data) // _WIDEST, name, bounds)  # before it is decoded
    text = decode(data, name)
    require_short(len(text), name, bounds)
    beginning = text[:_BEGINNING].lstrip()
    if not beginning and not text.strip():
        raise ReportError.at(name, "text.empty")
    if _REPORT.match(beginning):
        raise ReportError.at(name, "text.report")
    _refuse(marked_up_kind(text), name)
    from edureport.reading import markdown, plain_text

    blocks = Blocks(name, bounds)
    unnamed = path == STDIN and markdown.is_markdown(text, name, bounds)
    if unnamed or PurePath(path).suffix.lower() in MARKDOWN:
        markdown.add_blocks(text, blocks)
        spoken = unmarked(text)
    else:
        plain_text.add_blocks(text, blocks)
        spoken = pasted(text)
    spoken = with_raised_marks(spoken, blocks.all)
    return Document(name, text, tuple(blocks.all), lined=True, spoken=spoken)


def _refuse(kind: FileKind | None, name: str) -> None:
    """Raise ReportError for a file of another kind, with the step that leads on."""
    if kind is None:
        return
    keys = {
        FileFamily.OLD_WORD: "text.old_office",
        FileFamily.TABLE: "text.table",
        FileFamily.IMAGE: "text.image",
        FileFamily.PROTECTED: "text.password",
    }
    raise ReportError.at(name, keys.get(kind.family, "text.kind"), kind=kind.name, file=as_argument(name))
