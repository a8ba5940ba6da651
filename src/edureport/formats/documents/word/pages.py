"""A new Word file: the page, the face, the language and the styles of an official document.

The measures are the usual ones of offices in Kazakhstan: A4, margins of 30, 15, 20 and 20 mm, 14 points,
the number at the top of each page but the first. Order No. 236 of the Minister of Culture and Sports of
25 August 2023 (https://adilet.zan.kz/rus/docs/V2300033339) holds the rules for official documents; a
department that follows others gives a file of its own.
"""

from datetime import datetime, time
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from edureport.formats.documents.word.xml import element, field
from edureport.publication import Publication

FACE = "Times New Roman"
SIZE, SMALL = 14, 12  # points of the text, and of tables and captions
TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}  # languages as spellers know them
_BLACK = RGBColor(0, 0, 0)
_USED = {"Normal Table", "Table Grid"}  # styles of tables
_MODERN = "15"  # the mode of Word since 2013, without "[Compatibility Mode]" in its title


def new_file(publication: Publication) -> WordDocument:
    """An empty document with everything around its text."""
    document = Document()
    _without_leftovers(document)
    _page(document)
    set_language(document, TAGS.get(publication.language, publication.language))
    add_styles(document, replace=True)
    _properties(document, publication)
    return document


def _without_leftovers(document: WordDocument) -> None:
    """Take out what python-docx's own file has and no document of ours: a picture of it, styles of tables."""
    package = document.part.package
    for relation in list(package.rels.values()):
        if relation.reltype.endswith("/thumbnail"):
            package.rels.pop(relation.rId)
    for relation in list(document.part.rels.values()):
        if relation.reltype.endswith(("/customXml", "/stylesWithEffects")):
            document.part.rels.pop(relation.rId)
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _USED:
            style.delete()
    settings = document.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), _MODERN)
    for wish in settings.findall(qn("w:savePreviewPicture")):
        settings.remove(wish)


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(number, "PAGE", "2")


def set_language(document: WordDocument, tag: str) -> None:
    """The language of everything that does not say another."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=tag, eastAsia=tag, bidi="ar-SA"))


def add_styles(document: WordDocument, *, replace: bool) -> None:
    """The styles that a document needs; those that a file has already only if they are to be replaced."""
    for name, (size, look) in _STYLES.items():
        known = name in document.styles
        if known and not replace:
            continue
        style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known and name != "Normal":
            style.base_style = document.styles["Normal"]
        _face(style, size, bold=look.get("bold", False))
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(look.get("above", 0)), Pt(look.get("below", 0))
        form.line_spacing = 1.0
        form.keep_with_next = look.get("keep", False)
        form.alignment = look.get("to")
        form.first_line_indent = Mm(look.get("indent", 0))
        form.left_indent = Mm(look.get("left", 0))
        form.widow_control = True
        for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
            style.element.pPr.remove(border)
    if "Table Grid" not in document.styles:
        _add_grid(document)


_CENTRE, _JUSTIFY, _LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
    WD_ALIGN_PARAGRAPH.LEFT,
)
_HEADING = {"bold": True, "above": 12, "below": 6, "keep": True, "to": _CENTRE}
_STYLES: dict[str, tuple[int, dict[str, Any]]] = {
    "Normal": (SIZE, {}),
    "Header": (SMALL, {}),
    "Title": (SIZE, {"bold": True, "below": 12, "to": _CENTRE, "keep": True}),
    "Subtitle": (SIZE, {"bold": True, "below": 6, "to": _CENTRE, "keep": True}),
    "Heading 1": (SIZE, _HEADING),
    "Heading 2": (SIZE, _HEADING),
    "Heading 3": (SIZE, _HEADING),
    "Body Text": (SIZE, {"to": _JUSTIFY, "indent": 12.5}),
    "List Bullet": (SIZE, {"to": _JUSTIFY, "left": 12.5, "indent": -6}),
    "Caption": (SMALL, {"above": 6, "below": 3, "keep": True, "to": _LEFT}),
    "Approval": (SIZE, {"left": 85}),
    "Table Text": (SMALL, {"to": _LEFT}),
}


def _face(style: Any, size: int, *, bold: bool) -> None:
    """The face in all scripts; without the fonts of the theme, which would win."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    properties.insert(0, element("w:rFonts", ascii=FACE, hAnsi=FACE, cs=FACE, eastAsia=FACE))
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = _BLACK
    for spacing in properties.findall(qn("w:spacing")) + properties.findall(qn("w:kern")):
        properties.remove(spacing)


def _add_grid(document: WordDocument) -> None:
    """The table style with a line around each cell."""
    style: Any = document.styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE)
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="auto"))
    properties = element("w:tblPr")
    properties.append(borders)
    style.element.append(properties)


def _properties(document: WordDocument, publication: Publication) -> None:
    """What a file manager shows; of the day of the data, for the clock would change the bytes."""
    properties = document.core_properties
    properties.title = publication.full_title[:255]
    properties.author = properties.last_modified_by = str(publication.organisation)[:255]
    properties.language = TAGS.get(publication.language, publication.language)
    properties.created = properties.modified = datetime.combine(publication.day, time())
    properties.comments = properties.keywords = ""
