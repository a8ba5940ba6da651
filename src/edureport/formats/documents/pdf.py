"""A document as PDF/UA-1 and PDF/A-2a by typst: tagged, with its own letters, the same bytes each time.

The look is in `document.typ`; the texts go there as JSON, so that none of them becomes markup.
"""

import json
import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, BinaryIO

from edureport.errors import EdureportError, UsageError
from edureport.formats import Style
from edureport.formats.cells import headings
from edureport.formats.documents.paper import WHOLE, PaperCell, measured, paper_columns, paper_rows
from edureport.formats.drawings.canvas import FONTS
from edureport.formats.drawings.svg import svg
from edureport.languages.catalogue import Catalogue
from edureport.languages.visible import visible
from edureport.message import message
from edureport.publication import Block, Caption, Chapter, Items, Paragraph, Phrase, Publication, TableBlock
from edureport.table import Table

TEMPLATE = Path(__file__).with_name("document.typ")
STANDARDS = ["ua-1", "a-2a"]
REGIONS = {"kk": "KZ", "ru": "RU", "en": "GB"}
_WIDTH, _LYING = 165.0, 252.0  # millimetres between the margins, upright and on its side
_BREAK = "\u200b"  # where a line may end
_LONG = re.compile(r"\S{24,}")  # a word that may be longer than a line of a narrow column
_PLACES = re.compile(r"[/._-](?=\w)|[^\W_]{12}(?=\w)")
_ENDING = re.compile(r"((?<![\w,.])[\d\u00a0,]*[\d%]-[^\W\d_]{2,3}\b)")
_LACKING = re.compile(r'the text `"(.*?)"` could not be displayed')
_LETTERS = re.compile(rb"\+DejaVuSans\b(?!-)")  # of pictures: what is not bold
_PICTURE = '"kind": "picture"'
_OF_SYSTEM = re.compile(r"\(os error (\d+)\)")
_Json = dict[str, Any]


def write(publication: Publication, out: BinaryIO, style: Style) -> None:
    """Write the file; EdureportError without typst, UsageError for letters that its font has not."""
    try:
        import typst
    except ModuleNotFoundError:
        raise EdureportError(message("output.extra", what="PDF", extra="pdf")) from None
    compiled: Any = typst.compile  # its types do not let bytes and names of folders stand together
    data = json.dumps(_document(publication, style.words), ensure_ascii=False)
    try:
        made = compiled(
            TEMPLATE.read_bytes(),
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=STANDARDS,
            root=str(FONTS),  # and not the working folder, which may be gone; it reads nothing there
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            timestamp=datetime.combine(publication.day, time(), UTC),
        )
    except typst.TypstError as error:
        lacking = _LACKING.search(str(error))
        if lacking is None:
            raise
        raise UsageError(message("output.letters", what="PDF", letters=lacking[1])) from None
    except BaseException as error:  # of the system: typst looks for folders, and begins threads, or panics
        number = _OF_SYSTEM.search(str(error))
        if "must contain this font" in str(error):  # one of ours, which it could not open
            raise ImportError(name="typst") from None
        if "ThreadPool" in str(error):  # there is no room for another thread
            raise MemoryError from None
        if number is None:
            raise
        raise OSError(int(number[1]), os.strerror(int(number[1]))) from None
    if _PICTURE in data and not _LETTERS.search(made):  # typst could not open our font, and took another
        raise ImportError(name="typst")
    out.write(with_row_headings(made))


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
            blocks = [_block(one, words, _LYING if block.annex else width) for one in block.blocks]
            heading = _phrase(block.heading)
            return {"kind": "chapter", "heading": heading, "blocks": blocks, "annex": block.annex}
        case Paragraph():
            return {"kind": "paragraph", "runs": _phrase(block.text)}
        case Items():
            return {"kind": "items", "items": [_phrase(item) for item in block.items]}
        case TableBlock():
            return _table(block, words, width)
    picture, said = svg(block.drawing, titled=False), visible(block.alternative)
    return {"kind": "picture", "caption": _caption(block.caption), "svg": picture, "alternative": said}


def _table(block: TableBlock, words: Catalogue, width: float) -> _Json:
    shown = block.table.without_bars()
    heads = headings(shown, words, block.headings)
    cells = paper_rows(shown, words)
    points, widths = measured(paper_columns(shown, heads, cells), width)
    rows = list(_rows(shown, cells, words))
    return {
        "kind": "table",
        "caption": _caption(block.caption),
        "head": [_runs(head) for head in heads],
        "rows": rows,
        "short": len(rows) <= WHOLE,
        "points": float(points),
        "widths": [float(one) for one in widths],
    }


def _rows(shown: Table, rows: Sequence[Sequence[PaperCell]], words: Catalogue) -> Iterator[_Json]:
    """The rows, and before them the headings of their groups."""
    groups = dict(shown.groups)
    for number, row in enumerate(rows):
        if number in groups:
            yield {"group": _runs(words.say(groups[number])), "cells": []}
        said = ((_run(one.text, one.language), one) for one in row)
        cells = [{"runs": [run], "part": one.part, "right": one.right} for run, one in said]
        yield {"group": None, "cells": cells}


def _caption(caption: Caption) -> list[_Json]:
    return [*_runs(caption.numbered), *_phrase(caption.text)]


def _phrase(said: Phrase) -> list[_Json]:
    return [one for run in said for one in _runs(run.text, run.language)]


def _runs(text: str, language: str | None = None) -> list[_Json]:
    """A text as runs: the ending of a number is not parted from it, «300-ден»."""
    pieces = _ENDING.split(visible(text))
    return [_run(one, language, whole=number % 2 > 0) for number, one in enumerate(pieces) if one]


def _run(text: str, language: str | None, *, whole: bool = False) -> _Json:
    """A run; one that is `whole` is never broken, of others long words may be: addresses behind marks."""
    breakable = _LONG.sub(lambda word: _PLACES.sub(f"\\g<0>{_BREAK}", word[0]), text)
    return {"text": breakable, "lang": language, "whole": whole}


_ROW = re.compile(rb"<</Type/StructElem/S/TR/P \d+ 0 R/K\[(\d+) 0 R")
_CELL = re.compile(rb"(\n(\d+) 0 obj\n<</Type/StructElem/S/)TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[[^\]]*\])")
_OF_ROW = b"/Scope/Row"


def with_row_headings(pdf: bytes) -> bytes:
    """The same file whose rows have headings.

    Its other cells name no headings any more: those that typst names are of columns alone, and a reader
    goes by the directions of the headings where a cell names none.
    """
    first = set(_ROW.findall(pdf))

    def tagged(cell: re.Match[bytes]) -> bytes:
        kind, scope = (b"TH", _OF_ROW) if cell[2] in first else (b"TD", b"")
        return cell[1] + kind + cell[3] + scope.ljust(len(cell[4]))

    return _CELL.sub(tagged, pdf)
