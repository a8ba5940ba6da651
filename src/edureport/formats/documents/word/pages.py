"""A new Word file: the page, the face, the language and the styles of an official document.

They stand in `parts`, as Word keeps them. The measures are the usual ones of offices in Kazakhstan: A4,
margins of 30, 15, 20 and 20 mm, 14 points, the number at the top of each page but the first. Order No. 236
of the Minister of Culture and Sports of 25 August 2023 (https://adilet.zan.kz/rus/docs/V2300033339) holds
the rules for official documents; a department that follows others gives a file of its own.
"""

import io
import zipfile
from copy import deepcopy
from datetime import datetime, time
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from edureport.publication import Publication

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
    """Give a file of somebody else the styles of ours that it lacks."""
    known: Any = document.styles
    normal = known["Normal"].style_id if "Normal" in known else None
    ids = {style.style_id for style in known}
    for style in parse_xml((PARTS / "styles.xml").read_bytes()).findall(qn("w:style")):
        name, base = style.find(qn("w:name")).get(qn("w:val")), style.find(qn("w:basedOn"))
        if style.get(qn("w:default")) or name in {one.name for one in known} | {"header"} or name in known:
            continue
        added = deepcopy(style)
        for list_of_ours in added.iter(qn("w:numPr")):
            list_of_ours.getparent().remove(list_of_ours)
            break
        if added.get(qn("w:styleId")) in ids:
            added.set(qn("w:styleId"), f"Edureport{added.get(qn('w:styleId'))}")
        after, follows = added.find(qn("w:basedOn")), added.find(qn("w:next"))
        if base is not None and base.get(qn("w:val")) == "Normal" and normal is not None:
            after.set(qn("w:val"), normal)
        elif after is not None:
            added.remove(after)
        if follows is not None:
            added.remove(follows)
        known.element.append(added)
