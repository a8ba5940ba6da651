"""FieldLines: lines of fields parted by semicolons below a line that heads them, "Town; Visits; Increase"."""

from functools import cached_property

from edureport.drafting.labels import as_label
from edureport.drafting.names import cleaned
from edureport.prose.figures.figure import Figure
from edureport.prose.tables.head import HeadRole
from edureport.prose.tables.heads import Heads
from edureport.reading.document import BlockKind, Document

FEWEST = 3  # fields of a line
MOST_LETTERS = 12  # beside the number of a field: its unit
_PARTS = ";"


class FieldLines:
    """The lines of a document that are rows of a table but for its form."""

    def __init__(self, document: Document, heads: Heads) -> None:
        self.document = document
        self.heads = heads

    @cached_property
    def _rows(self) -> dict[int, list[str]]:
        """The heads of each line that has as many fields as a line of words above it, by its block."""
        rows: dict[int, list[str]] = {}
        above: list[str] = []
        for place, block in enumerate(self.document.blocks):
            text = "" if block.kind is BlockKind.CELL else self.document.text[block.start : block.end]
            fields = (
                [cleaned(field) for field in text.split(_PARTS)] if text.count(_PARTS) + 1 >= FEWEST else []
            )
            if len(fields) == len(above) and any(field[:1].isdigit() for field in fields):
                rows[place] = above
            else:
                words = fields and not any(field[:1].isdigit() or field.endswith(".") for field in fields)
                above = fields if words else []
        return rows

    def of(self, figure: Figure) -> tuple[str, HeadRole | None] | None:
        """The label of a figure that fills a field, and what its head says that it is; None of any other."""
        place = self.document.index(figure.start) if self._rows else -1
        if place not in self._rows:
            return None
        block, heads = self.document.blocks[place], self._rows[place]
        text = self.document.text[block.start : block.end]
        fields = text.split(_PARTS)
        number = text.count(_PARTS, 0, figure.start - block.start)
        rest = fields[number].replace(figure.words, "", 1)
        if number >= len(heads) or sum(map(str.isalpha, rest)) > MOST_LETTERS or any(map(str.isdigit, rest)):
            return None
        head = self.heads.head(heads[number])
        names = [cleaned(field) for field in fields if not any(map(str.isdigit, field))]
        return as_label(
            ", ".join((*names, self.heads.caption(heads[number]))), self.heads.language
        ), head.role
