"""The blocks of a document as paragraphs and tables of a Word file.

Tables are written as XML at once: cell by cell, python-docx takes twenty times as long.
"""

import io
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from edureport.errors import UsageError
from edureport.formats.cells import headings
from edureport.formats.documents.paper import (
    ABOVE,
    INDENT,
    PADDING,
    POINT,
    SIZES,
    WHOLE,
    PaperCell,
    measured,
    paper_columns,
    paper_rows,
)
from edureport.formats.documents.word.pages import TAGS
from edureport.languages.catalogue import Catalogue
from edureport.languages.visible import visible
from edureport.publication import (
    Block,
    Caption,
    CaptionKind,
    Chapter,
    Items,
    Paragraph,
    Phrase,
    Picture,
    Publication,
    TableBlock,
)

_ENDING = re.compile(r"(?<=[\d%])-(?=\w)")  # of a number, which stays with it: «300-ден»
_LONG = 40  # letters of an address, beside which the words of a line would stand far apart
_DASH = Phrase.of("–\u00a0")
_DEEPEST = 3  # level of headings
_SEQUENCES = {CaptionKind.TABLE: "Table", CaptionKind.PICTURE: "Figure"}  # what Word counts by


class WordBody:
    """Writes a document at the end of a file; `own_pages` says that its pages are ours to turn."""

    def __init__(
        self, document: WordDocument, publication: Publication, words: Catalogue, *, own_pages: bool = True
    ) -> None:
        self.document = document
        self.publication = publication
        self.words = words
        self.own_pages = own_pages
        self._ids: dict[str, str] = {}  # of styles; python-docx goes through all of them each time

    def write(self) -> None:
        """Write the approval block, whose it is, its title and its blocks."""
        publication = self.publication
        if publication.approval is not None:
            heading = self._paragraph("Approval", Phrase.of(publication.approval.heading))
            heading.runs[0].bold = True
            for line in publication.approval.lines:
                last = self._paragraph("Approval", line)
            last.paragraph_format.space_after = Mm(12)
        self._paragraph("Subtitle", publication.organisation)
        self._paragraph("Title", publication.title)
        self._blocks(publication.blocks, level=1)

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> None:
        for block in blocks:
            match block:
                case Chapter():
                    self._chapter(block, level)
                case Paragraph():
                    said = self._paragraph("Body Text", block.text)
                    if any(len(word) > _LONG for word in str(block.text).split()):
                        said.alignment = WD_ALIGN_PARAGRAPH.LEFT
                case Items():
                    self._items(block)
                case TableBlock():
                    self._caption(block.caption)
                    add_table(self.document, block, self.words, self._width(), own_face=self.own_pages)
                    gap = self._paragraph("Table Text", Phrase())  # else two tables would become one
                    gap.paragraph_format.line_spacing = Pt(6)
                case Picture():
                    self._picture(block)

    def _items(self, items: Items) -> None:
        """A list, by Word's own bullets where the style has some, else with a dash."""
        style: Any = self.document.styles["List Bullet"]
        dash = Phrase() if style.element.pPr is not None and style.element.pPr.numPr is not None else _DASH
        for item in items.items:
            self._paragraph("List Bullet", Phrase((*dash, *item)))

    def _chapter(self, chapter: Chapter, level: int) -> None:
        heading = f"Heading {min(level, _DEEPEST)}"
        if chapter.annex and self.own_pages:
            self._turn()
            self._paragraph(heading, chapter.heading)
        else:
            said = self._paragraph(heading, chapter.heading)
            said.paragraph_format.page_break_before = chapter.annex or None
        self._blocks(chapter.blocks, level + 1)

    def _turn(self) -> None:
        """Begin a page that lies on its side, with the margin for binding at its top."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        if section.orientation == WD_ORIENT.LANDSCAPE:
            return
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        section.top_margin, section.bottom_margin = Mm(30), Mm(15)
        section.left_margin = section.right_margin = Mm(20)
        section.different_first_page_header_footer = False

    def _width(self) -> int:
        """How wide the text of the last section is, in the units of Word."""
        section: Any = self.document.sections[-1]
        return int(section.page_width - section.left_margin - section.right_margin)

    def _paragraph(self, style: str, text: Phrase) -> WordParagraph:
        if style not in self._ids:
            self._ids[style] = self.document.styles[style].style_id
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._ids[style]  # noqa: SLF001  # as Paragraph.style does in the end
        self._runs(paragraph, text)
        return paragraph

    def _runs(self, paragraph: WordParagraph, text: Phrase) -> None:
        for piece in text:
            first, *endings = _ENDING.split(piece.text)
            run = paragraph.add_run(first)
            for ending in endings:
                run._r.append(element("w:noBreakHyphen"))  # noqa: SLF001  # python-docx has none
                run._r.add_t(ending)  # noqa: SLF001
            if piece.language is not None:  # for the speller and a screen reader; the last but rare children
                spoken = element("w:lang", val=TAGS.get(piece.language, piece.language))
                run._r.get_or_add_rPr().append(spoken)  # noqa: SLF001

    def _caption(self, caption: Caption) -> None:
        """A caption whose number Word can count itself: in Kazakh it stands before the word."""
        paragraph = self._paragraph("Caption", Phrase())
        paragraph.paragraph_format.keep_with_next = caption.kind is CaptionKind.TABLE
        if caption.kind is CaptionKind.PICTURE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(caption.before)
        field(paragraph, f"SEQ {_SEQUENCES[caption.kind]} \\* ARABIC", str(caption.number))
        paragraph.add_run(caption.after)
        self._runs(paragraph, caption.text)

    def _picture(self, picture: Picture) -> None:
        """A picture, with its words for a screen reader; these alone where the font lacks their letters."""
        from edureport.formats.drawings.png import png  # only where there are pictures

        try:
            made = png(picture.drawing, titled=False)
        except UsageError:
            self._paragraph("Body Text", Phrase.of(visible(picture.alternative)))
        else:
            paragraph = self._paragraph("Table Text", Phrase())
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.space_before = Pt(6)
            shape = paragraph.add_run().add_picture(io.BytesIO(made), width=self._width())
            properties = shape._inline.docPr  # noqa: SLF001  # python-docx has no API for it
            properties.set("descr", visible(picture.alternative))
            properties.set("title", visible(str(picture.caption)))
        self._caption(picture.caption)


def element(tag: str, **attributes: str) -> Any:
    """An element with attributes of its namespace: `element("w:shd", val="clear")`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(paragraph: WordParagraph, code: str, shown: str) -> None:
    """A field, with what it shows until Word computes it anew."""
    for part in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run()
        if part == "code":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = code
            run._r.append(text)  # noqa: SLF001  # as below: what python-docx has no method for
        elif part == "shown":
            run.text = shown
        else:
            run._r.append(element("w:fldChar", fldCharType=part))  # noqa: SLF001


_BEGIN = 2  # rows of a longer table that begin together
_WIDEST = 1.25  # times as wide as Times New Roman: Verdana and DejaVu Sans are
_HEAD = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/><w:vAlign w:val="center"/>'


def add_table(
    document: WordDocument, block: TableBlock, words: Catalogue, width: int, *, own_face: bool = True
) -> None:
    """Add a table, `width` wide in units of Word; if not in our own face, for letters as wide as any."""
    shown = block.table.for_people()
    heads = [PaperCell(visible(said)) for said in headings(shown, words, block.headings)]
    rows = paper_rows(shown, words)
    columns = paper_columns(shown, [head.text for head in heads], rows)
    size, widths = measured(columns, Emu(width).mm, 1.0 if own_face else _WIDEST)
    table = _Drawn(document, [_twips(one) for one in widths], size)
    xml = table.begun(str(block.caption)) + table.row(heads, head=True)
    groups = dict(shown.groups)
    together = len(rows) if len(rows) + len(groups) <= WHOLE else _BEGIN
    for number, row in enumerate(rows):
        if number in groups:
            xml += table.group(visible(words.say(groups[number])))
        xml += table.row(row, keep=number + 1 < together)
    document.element.body.insert_element_before(parse_xml(xml + "</w:tbl>"), "w:sectPr")


class _Drawn:
    """The XML of one table: its styles, the widths of its columns in twentieths of a point, its letters."""

    def __init__(self, document: WordDocument, widths: Sequence[int], size: float) -> None:
        self.grid = _quoted(document.styles["Table Grid"].style_id)
        self.text = _quoted(document.styles["Table Text"].style_id)
        self.widths = widths
        self.size = "" if size == SIZES[0] else f'<w:sz w:val="{size * 2:.0f}"/>'

    def begun(self, title: str) -> str:
        """A table up to its rows; `title` is what a screen reader calls it."""
        sides = (("top", ABOVE), ("left", PADDING), ("bottom", ABOVE), ("right", PADDING))
        margins = "".join(f'<w:{side} w:w="{_twips(one)}" w:type="dxa"/>' for side, one in sides)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        return (
            f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblStyle w:val={self.grid}/>"
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
            f'<w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1"/>'
            f"<w:tblCaption w:val={_quoted(title)}/>"
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def row(self, cells: Sequence[PaperCell], *, head: bool = False, keep: bool = False) -> str:
        """A row that stays whole, on a page with the next if `keep`; headings repeat on every page."""
        form = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
        return f"<w:tr><w:trPr>{form}</w:trPr>{''.join(self._cells(cells, head=head, keep=keep))}</w:tr>"

    def group(self, said: str) -> str:
        """A row across the table that names the rows below it, and stays with the first of them."""
        form = f'<w:tcW w:w="{sum(self.widths)}" w:type="dxa"/><w:gridSpan w:val="{len(self.widths)}"/>'
        cell = f"<w:tc><w:tcPr>{form}</w:tcPr>{self._paragraph(PaperCell(said), keep=True, bold=True)}</w:tc>"
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"

    def _cells(self, cells: Sequence[PaperCell], *, head: bool, keep: bool) -> Iterator[str]:
        for cell, width in zip(cells, self.widths, strict=True):
            form = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (_HEAD if head else "")
            said = self._paragraph(cell, keep=head or keep, head=head)
            yield f"<w:tc><w:tcPr>{form}</w:tcPr>{said}</w:tc>"

    def _paragraph(self, cell: PaperCell, *, keep: bool, bold: bool = False, head: bool = False) -> str:
        """The paragraph of a cell; the order of its properties is that of the schema."""
        form = f"<w:pStyle w:val={self.text}/>" + ("<w:keepNext/>" if keep else "")
        form += f'<w:ind w:left="{_twips(INDENT)}"/>' if cell.part else ""
        side = "center" if head else "right" if cell.right else ""
        form += f'<w:jc w:val="{side}"/>' if side else ""
        look = ("<w:b/>" if bold or head else "") + self.size
        if cell.language is not None:
            look += f"<w:lang w:val={_quoted(TAGS.get(cell.language, cell.language))}/>"
        run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(cell.text)}</w:t></w:r>'
        return f"<w:p><w:pPr>{form}</w:pPr>{run if cell.text else ''}</w:p>"


def _quoted(text: str) -> str:
    """A text as an attribute."""
    return f'"{escape(text)}"'


def _twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres / POINT * 20)
