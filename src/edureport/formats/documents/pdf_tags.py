"""The tags of a PDF by typst: the first cell of each row heads it, as ISO 14289-1 (PDF/UA) wants.

typst tags only the cells of its headers as headings; what it has for those of rows (`pdf.header-cell`) is
behind a switch that its Python package does not have. Its structure elements are plain objects, so that
each can be mended in its place: nothing moves, and the table of objects stays right.
"""

import re

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
