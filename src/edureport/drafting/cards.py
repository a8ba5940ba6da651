"""Labels of numbers that stand alone: in a line, by a name and a time above it; in a cell, by its heads."""

import re
from typing import NamedTuple

from edureport.drafting.labels import Wording, as_label
from edureport.drafting.names import cleaned
from edureport.model.period import Period
from edureport.prose.figures.figure import Figure
from edureport.prose.tables.head import TableHead
from edureport.prose.tables.heads import Heads
from edureport.prose.tables.layout import HeadedCell
from edureport.prose.tables.tables import TextTables
from edureport.reading.document import Block, BlockKind, Document

MOST_ABOVE = 8  # lines between a number and its name: other times with their numbers
LONGEST_NAME = 12  # words
LONGEST_TIME = 80  # characters

_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")


def card_of(figure: Figure, document: Document, heads: Heads) -> TableHead | None:
    """The name and the time above a number that stands alone; None if it does not, or if there is no name."""
    place = document.index(figure.start)
    if place < 1 or not _is_number(document, place):
        return None
    time = None
    for above in range(place - 1, max(place - MOST_ABOVE, 0) - 1, -1):
        text = _text(document, above)
        if document.blocks[above].kind is BlockKind.CELL or len(text.split()) > LONGEST_NAME:
            return None
        if _NUMBER.fullmatch(text):
            continue
        head = heads.head(text)
        if head.words or not head.time:
            named = text[-1:].isalnum() or text.endswith((":", ")"))
            if not named:
                return None
            return head._replace(words=as_label(head.words, heads.language), time=time or head.time)
        if above == place - 1:
            time = head.time
    return None


def latest_of_cards(document: Document, heads: Heads) -> Period | None:
    """The latest of the times that stand alone in a line above a number alone in its; None without such."""
    periods = [
        time.period
        for place, block in enumerate(document.blocks[:-1])
        if block.kind is not BlockKind.CELL
        and block.end - block.start <= LONGEST_TIME
        and _is_number(document, place + 1)
        and (time := heads.head(_text(document, place)).time)
        and not heads.head(_text(document, place)).words
    ]
    return max(periods, key=lambda period: (period.last, period.first), default=None)


def _is_number(document: Document, place: int) -> bool:
    """Whether a block is one number and nothing else; long ones, which most are, are not read for that."""
    block = document.blocks[place]
    return block.end - block.start <= LONGEST_TIME and bool(_NUMBER.fullmatch(_text(document, place)))


def _text(document: Document, place: int) -> str:
    block = document.blocks[place]
    return cleaned(document.text[block.start : block.end])


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
