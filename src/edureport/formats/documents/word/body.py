"""The blocks of a document as paragraphs and tables of a Word file."""

import io
import re
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from edureport.errors import UsageError
from edureport.formats.documents.word.pages import TAGS
from edureport.formats.documents.word.tables import add_table
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
