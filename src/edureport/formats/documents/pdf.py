"""A document as PDF/UA-1 and PDF/A-2a by typst: tagged, with its own letters, the same bytes each time.

The look is in `document.typ`; the texts go there as JSON, so that none of them becomes markup.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from edureport.errors import EdureportError, UsageError
from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.formats.documents.widths import measured
from edureport.formats.drawings.lettering import FONTS
from edureport.formats.drawings.svg import svg
from edureport.languages.catalogue import Catalogue
from edureport.languages.visible import visible
from edureport.message import Foreign, message
from edureport.publication import (
    Block,
    Caption,
    Chapter,
    Items,
    Paragraph,
    Phrase,
    Picture,
    Publication,
    TableBlock,
)
from edureport.table import Column, Kind, Label, Table

TEMPLATE = Path(__file__).with_name("document.typ")
STANDARDS = ["ua-1", "a-2a"]
REGIONS = {"kk": "KZ", "ru": "RU", "en": "GB"}
_WIDTH, _LYING = 165.0, 252.0  # millimetres between the margins, upright and on its side
_LACKING = re.compile(r'the text `"(.*?)"` could not be displayed')
_WHOLE = 8  # rows of a table that is not broken over two pages
_Json = dict[str, Any]


def write(publication: Publication, out: BinaryIO, style: Style) -> None:
    """Write the file.

    Raises EdureportError without typst, UsageError for letters that its font has not.
    """
    try:
        import typst
    except ModuleNotFoundError:
        raise EdureportError(message("output.extra", what="PDF", extra="pdf")) from None
    compiled: Any = typst.compile  # its types do not let bytes and names of folders stand together
    try:
        made = compiled(
            TEMPLATE.read_bytes(),
            format="pdf",
            sys_inputs={"data": json.dumps(_document(publication, style.words), ensure_ascii=False)},
            pdf_standards=STANDARDS,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            timestamp=datetime.combine(publication.day, time(), UTC),
        )
    except typst.TypstError as error:
        lacking = _LACKING.search(str(error))
        if lacking is None:
            raise
        raise UsageError(message("output.letters", what="PDF", letters=lacking[1])) from None
    out.write(made)


def _document(publication: Publication, words: Catalogue) -> _Json:
    approval = publication.approval
    return {
        "language": publication.language,
        "region": REGIONS.get(publication.language),
        "full_title": visible(publication.full_title),
        "organisation_text": visible(str(publication.organisation)),
        "organisation": _phrase(publication.organisation),
        "title": _phrase(publication.title),
        "approval": approval
        and {"heading": visible(approval.heading), "lines": [_phrase(line) for line in approval.lines]},
        "blocks": [_block(block, words, _WIDTH) for block in publication.blocks],
    }


def _block(block: Block, words: Catalogue, width: float) -> _Json:
    match block:
        case Chapter():
            inside = _LYING if block.annex else width
            blocks = [_block(one, words, inside) for one in block.blocks]
            return {
                "kind": "chapter",
                "heading": _phrase(block.heading),
                "blocks": blocks,
                "annex": block.annex,
            }
        case Paragraph():
            return {"kind": "paragraph", "runs": _phrase(block.text)}
        case Items():
            return {"kind": "items", "items": [_phrase(item) for item in block.items]}
        case TableBlock():
            return _table(block, words, width)
    return _picture(block)


def _table(block: TableBlock, words: Catalogue, width: float) -> _Json:
    shown = block.table.for_people()
    shown = shown.select([column.key for column in shown.columns if column.kind is not Kind.BAR])
    heads = [block.headings.get(one.key) or heading(shown.name, one, words) for one in shown.columns]
    rows = list(_rows(shown, words))
    texts = [
        ["".join(run["text"] for run in row["cells"][number]["runs"]) for row in rows if row["group"] is None]
        for number in range(len(heads))
    ]
    unbroken = [column.kind.is_number or column.kind is Kind.DATE for column in shown.columns]
    indented = [
        any(row["cells"][number]["part"] for row in rows if row["group"] is None)
        for number in range(len(heads))
    ]
    points, widths = measured(heads, texts, unbroken, indented, width)
    return {
        "kind": "table",
        "caption": _caption(block.caption),
        "head": [_runs(head) for head in heads],
        "rows": rows,
        "short": len(rows) <= _WHOLE,
        "points": float(points),
        "widths": [float(one) for one in widths],
    }


def _rows(shown: Table, words: Catalogue) -> Iterator[_Json]:
    """The rows, and before them the headings of their groups."""
    groups = dict(shown.groups)
    read = [for_people(column, words) for column in shown.columns]
    for number, row in enumerate(shown.rows):
        if number in groups:
            yield {"group": _runs(words.say(groups[number])), "cells": []}
        cells = [
            _cell(column, value, say(value), nested=shown.nested)
            for column, value, say in zip(shown.columns, row, read, strict=True)
        ]
        yield {"group": None, "cells": cells}


def _cell(column: Column, value: Any, text: str, *, nested: bool) -> _Json:
    """What a cell says, in its language, and on which side."""
    own = value
    part = column.kind is Kind.LABEL and nested and isinstance(value, Label) and value.whole is not None
    if isinstance(value, Label):
        own = value.part if part else value.text
        text = value.part if part else text
    elif forms := getattr(value, "forms", None):
        own = next(iter(forms.values()))
    language = own.language if isinstance(own, Foreign) else None
    return {"runs": _runs(text, language), "part": part, "right": column.kind.is_number}


def _picture(block: Picture) -> _Json:
    return {
        "kind": "picture",
        "caption": _caption(block.caption),
        "svg": svg(block.drawing, titled=False),
        "alternative": visible(block.alternative),
    }


def _caption(caption: Caption) -> list[_Json]:
    return [*_runs(f"{caption.before}{caption.number}{caption.after}"), *_phrase(caption.text)]


def _phrase(said: Phrase) -> list[_Json]:
    return [one for run in said for one in _runs(run.text, run.language)]


def _runs(text: str, language: str | None = None) -> list[_Json]:
    return [{"text": visible(text), "lang": language}]
