"""A new Word file: the page, the face, the language and the styles of an official document.

They stand in `parts`, as Word keeps them. The measures are the usual ones of offices in Kazakhstan: A4,
margins of 30, 15, 20 and 20 mm, 14 points, the number at the top of each page but the first. Order No. 236
of the Minister of Culture and Sports of 25 August 2023 (https://adilet.zan.kz/rus/docs/V2300033339) holds
the rules for official documents; a department that follows others gives a file of its own.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, time
from pathlib import Path
from typing import IO, Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from edureport.errors import UsageError
from edureport.formats import Base
from edureport.near import unknown
from edureport.output_folder import zipped
from edureport.publication import Publication

NORMAL_SIZE = 14  # points
PARTS = Path(__file__).parent / "parts"
TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}  # languages as spellers know them
_NAMES = {  # of the parts in the file
    "content_types": "[Content_Types].xml",
    "package_rels": "_rels/.rels",
    "document_rels": "word/_rels/document.xml.rels",
    **{name: f"word/{name}.xml" for name in ("document", "header", "numbering", "settings", "styles")},
}
_LANGUAGE = b"LANGUAGE"  # stands in the parts for the language of the document


def new_file(publication: Publication) -> WordDocument:
    """An empty document with everything around its text."""
    tag = TAGS.get(publication.language, publication.language)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part, name in _NAMES.items():
            package.writestr(name, (PARTS / f"{part}.xml").read_bytes().replace(_LANGUAGE, tag.encode()))
    document = Document(file)
    properties = document.core_properties
    properties.title = publication.full_title[:255]
    properties.author = properties.last_modified_by = str(publication.organisation)[:255]
    properties.language = tag
    # Those of the data: the clock would change the bytes.
    properties.created = properties.modified = datetime.combine(publication.day, time())
    return document


def add_styles(document: WordDocument) -> None:
    """Give a file of somebody else the styles of ours that it lacks, in its own face."""
    known: Any = document.styles
    ids = {style.style_id for style in known}
    normal = known["Normal"].style_id if "Normal" in known else None
    for style in parse_xml((PARTS / "styles.xml").read_bytes()).findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:default")) is None and name not in known:
            _adapt(style, normal)
            if style.get(qn("w:styleId")) in ids:
                style.set(qn("w:styleId"), f"Edureport{style.get(qn('w:styleId'))}")
            known.element.append(style)


def _adapt(style: Any, normal: str | None) -> None:
    """Base a style on the normal one of another file, which says the face; without what only ours has."""
    size = f"{NORMAL_SIZE * 2}"
    ours = [*style.iter(qn("w:numPr"), qn("w:rFonts"), qn("w:color"), qn("w:next"))]
    ours += [one for one in style.iter(qn("w:sz"), qn("w:szCs")) if one.get(qn("w:val")) == size]
    for one in ours:
        one.getparent().remove(one)
    base = style.find(qn("w:basedOn"))
    if base is not None and base.get(qn("w:val")) == "Normal" and normal is not None:
        base.set(qn("w:val"), normal)
    elif base is not None:
        style.remove(base)


_FIRST = "[Content_Types].xml"  # where some programs look for it


def save(document: WordDocument, out: IO[bytes]) -> None:
    """Write the files of a document in the order of their names and on one day."""
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old:
        names = sorted(old.namelist(), key=lambda name: (name != _FIRST, name))
        out.write(zipped({name: old.read(name) for name in names}, 0o600))


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
