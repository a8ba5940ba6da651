"""Tables: the label of a number in a cell, by the heads of its row and its column."""

from typing import NamedTuple

from edureport.drafting.labels import Wording, as_label
from edureport.drafting.names import cleaned
from edureport.prose.tables.layout import HeadedCell
from edureport.prose.tables.tables import TextTables
from edureport.reading.document import Block, Document


class TableCell(NamedTuple):
    """What a table says about a number in a cell; `wording` is None if the cell is itself a head."""

    wording: Wording | None
    text: str
    head: HeadedCell
    needed: bool = False  # it is money that a programme is to have


def table_cell(tables: TextTables, index: int, document: Document, block: Block, language: str) -> TableCell:
    """What the table says about the figure of this index, which stands in this cell."""
    text = cleaned(document.text[block.start : block.end])
    head = tables.cell(index) or HeadedCell(head=True, fills=False)
    if head.head:
        return TableCell(None, text, head)
    heads = tables.label(index)
    whole = " – ".join(filter(None, (*heads, text)))
    name = as_label(", ".join(heads), language)
    needed = head.role is None and any(map(tables.heads.speaks_of_needs, (head.caption, *head.names)))
    wording = Wording(name or text, name or text, text, own=True, totals=False, open=not name)
    return TableCell(wording, whole, head, needed)
