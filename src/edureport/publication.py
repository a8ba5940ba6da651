"""Publication: a whole report as a document to be sent, the third thing that formats write.

It is a tree: chapters of paragraphs, lists, tables and pictures. Texts are words already, tables and
pictures hold values. It knows no format, and no report.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

from edureport.table import Table


class Run(NamedTuple):
    """A stretch of a text; `language` is its own where that is not the language of the publication."""

    text: str
    language: str | None = None


class Phrase(tuple[Run, ...]):
    """A text as the runs that it consists of; most have one."""

    __slots__ = ()

    @classmethod
    def of(cls, text: str) -> "Phrase":
        """A text in the language of the publication."""
        return cls((Run(text),))

    def __str__(self) -> str:
        return "".join(run.text for run in self)


class CaptionKind(Enum):
    """What a caption belongs to; each kind is numbered for itself, through the whole publication."""

    TABLE = "table"
    PICTURE = "picture"


class Caption(NamedTuple):
    """The line that names a table or a picture; the number stands where its language puts it.

    «1-кесте – …» is number 1 before "", after "-кесте – "; "Table 1 – …" has "Table " before it.
    """

    kind: CaptionKind
    number: int
    before: str
    after: str
    text: Phrase

    @property
    def numbered(self) -> str:
        """What stands before the text: «1-кесте – »."""
        return f"{self.before}{self.number}{self.after}"

    def __str__(self) -> str:
        return f"{self.numbered}{self.text}"


class Paragraph(NamedTuple):
    """A paragraph of text."""

    text: Phrase


class Items(NamedTuple):
    """A list without an order."""

    items: tuple[Phrase, ...]


class TableBlock(NamedTuple):
    """A table under its caption; formats take `table.for_people()`, and no title or notes of it.

    `headings` are those of columns, by their keys, that this document calls otherwise than the catalogue:
    a column of earlier figures by their period.
    """

    caption: Caption
    table: Table
    headings: Mapping[str, str] = MappingProxyType({})


class Picture(NamedTuple):
    """A picture above its caption: a drawing, as `charts` makes and writes it, and what it shows in words."""

    caption: Caption
    drawing: Any
    alternative: str


class Chapter(NamedTuple):
    """A heading and what stands under it; an annex begins on a page of its own."""

    heading: Phrase
    blocks: "tuple[Block, ...]"
    annex: bool = False


Block = Paragraph | Items | TableBlock | Picture | Chapter


class Approval(NamedTuple):
    """The lines that are signed, to the right above everything else: APPROVED, who, signature, day."""

    heading: str
    lines: tuple[Phrase, ...]


class Publication(NamedTuple):
    """A document: its language, whose it is (the line above its title), its title and its blocks.

    `day` is for the properties of a file: that of the data, never that of the clock, so that the same
    data make the same bytes.
    """

    language: str
    organisation: Phrase
    title: Phrase
    day: date
    blocks: tuple[Block, ...]
    approval: Approval | None = None

    @property
    def full_title(self) -> str:
        """Its title with whose it is, for where it stands alone."""
        return f"{self.organisation}. {self.title}"


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block of a tree, each chapter before what stands under it."""
    for block in blocks:
        yield block
        if isinstance(block, Chapter):
            yield from walk(block.blocks)
