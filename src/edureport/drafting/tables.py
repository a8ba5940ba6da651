"""Tables: what a number in a cell is about, by the heads of its row and its column."""

from collections.abc import Mapping
from typing import NamedTuple

from edureport.drafting.labels import Wording
from edureport.drafting.names import cleaned, named
from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.prose import read
from edureport.prose.figures.figure import Figure
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time
from edureport.reading.document import Block, Document

Cells = Mapping[tuple[int, int, int], str]


class TableCell(NamedTuple):
    """What a table says about a number in a cell; `wording` is None if the cell is itself a head."""

    wording: Wording | None
    time: Time | None
    text: str


def cells_of(document: Document) -> Cells:
    """The texts of all cells by table, row and column."""
    return {
        (block.number, block.row, block.column): cleaned(document.text[block.start : block.end])
        for block in document.blocks
        if block.row is not None and block.column is not None
    }


def cell_of(figure: Figure, block: Block, cells: Cells, language: str, own: Period) -> TableCell:
    """What the table says about a figure in one of its cells."""
    table, row, column = block.number, block.row or 1, block.column or 1
    text = cells[table, row, column]
    if row == 1 or column == 1:
        return TableCell(None, None, text)
    above, beside = cells.get((table, 1, column), ""), cells.get((table, row, 1), "")
    time = _time(above, language, own)
    label = beside if time and beside else ", ".join(filter(None, (beside, above)))
    whole = " – ".join(filter(None, (cells.get((table, 1, 1)), beside, above, text)))
    labels = [name for part in (label, above, figure.words) if (name := named(part, language))]
    wording = Wording(tuple(dict.fromkeys(labels)), text, own=True, totals=False)
    return TableCell(wording, time, whole)


def _time(head: str, language: str, own: Period) -> Time | None:
    """The time that the head of a column names, in words or as 2025; None if it names none."""
    try:
        return Time(0, len(head), Period.parse(head), Role.DURING, Grain.YEAR)
    except EdureportError:
        return next(
            (
                one.time
                for one in read(head, language).times(own).named
                if one.time and one.time.role is Role.DURING
            ),
            None,
        )
