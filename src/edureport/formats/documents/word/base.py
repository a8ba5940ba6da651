"""A department's own Word file: opened within bounds, and the document put where it says `{{ report }}`."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from docx import Document
from docx.document import Document as WordDocument

from edureport.errors import UsageError
from edureport.formats import Base
from edureport.formats.documents.word.pages import add_styles
from edureport.near import unknown

NAMES = ("report", "есеп", "отчёт")  # of the place for the document
_PLACE = re.compile(r"\{\{([^{}]*)\}\}")
_MOST = 64 * 2**20  # bytes that it may unpack to


def opened(base: Base) -> WordDocument:
    """The file as a document; raises UsageError if it is none."""
    with suppress(Exception):  # python-docx raises what zipfile, lxml and it itself find
        with zipfile.ZipFile(io.BytesIO(base.data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        if size <= _MOST:
            return Document(io.BytesIO(base.data))
    raise UsageError.at(base.path, "template.no_word_file")


@contextmanager
def placed(document: WordDocument, base: Base) -> Iterator[None]:
    """While it lasts, what is added goes to the end; then it stands in the place for it.

    Raises UsageError if there is no such place, or another name in braces.
    """
    places = [(one, match) for one in document.paragraphs for match in _PLACE.finditer(one.text)]
    for name in (match[1].strip() for _, match in places):
        if name.casefold().replace("отчет", "отчёт") not in NAMES:
            known = [f"{{{{ {one} }}}}" for one in NAMES]
            raise UsageError.at(base.path, unknown("template.place", f"{{{{ {name} }}}}", known))
    alone = [paragraph for paragraph, _ in places if _PLACE.fullmatch(paragraph.text.strip())]
    if len(places) != 1 or not alone:
        raise UsageError.at(base.path, "template.places" if len(places) > 1 else "template.no_place")
    place = alone[0]._p  # noqa: SLF001  # python-docx adds at the end alone
    body = document.element.body
    add_styles(document)
    last = body[-2] if len(body) > 1 else place
    yield
    after = list(body)[list(body).index(last) + 1 : -1]
    for block in after:
        place.addprevious(block)
    place.getparent().remove(place)
