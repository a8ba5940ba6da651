"""The cells of a table on paper, in Word and PDF: their words, their language, their side, their columns."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from edureport.formats.cells import for_people
from edureport.formats.documents.widths import PaperColumn
from edureport.languages.catalogue import Catalogue
from edureport.languages.visible import visible
from edureport.message import Foreign
from edureport.table import Column, Kind, Label, Table

NOTHING = "–"  # in an empty cell: nothing has been forgotten there
WHOLE = 8  # rows of a table that is not broken over two pages


class PaperCell(NamedTuple):
    """What a cell says, and the language of a text in another one."""

    text: str
    language: str | None = None
    part: bool = False  # stands under its whole
    right: bool = False  # a number


def paper_rows(shown: Table, words: Catalogue) -> Sequence[Sequence[PaperCell]]:
    """The rows of a table as people see it, without headings and groups."""
    read = [for_people(column, words) for column in shown.columns]
    return [
        [
            _cell(column, value, say(value), nested=shown.nested)
            for column, value, say in zip(shown.columns, row, read, strict=True)
        ]
        for row in shown.rows
    ]


def _cell(column: Column, value: Any, text: str, *, nested: bool) -> PaperCell:
    own, part = value, False
    if isinstance(value, Label):
        part = column.kind is Kind.LABEL and nested and value.whole is not None
        own = value.part if part else value.text
        text = value.part if part else text
    elif forms := getattr(value, "forms", None):
        own = next(iter(forms.values()))
    language = own.language if isinstance(own, Foreign) else None
    return PaperCell(visible(text) or NOTHING, language, part, column.kind.is_number)


def paper_columns(
    shown: Table, heads: Sequence[str], rows: Sequence[Sequence[PaperCell]]
) -> list[PaperColumn]:
    """The columns of these rows; amounts and dates should stay in one line."""
    return [
        PaperColumn(
            heads[number],
            [row[number].text for row in rows],
            column.kind.is_number or column.kind is Kind.DATE,
            any(row[number].part for row in rows),
        )
        for number, column in enumerate(shown.columns)
    ]
