"""Tables of a Word file: headings repeat on each page, rows stay whole.

They are written as XML at once: cell by cell, python-docx takes twenty times as long.
"""

from collections.abc import Iterator, Sequence
from html import escape

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu

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
from edureport.publication import TableBlock

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
