"""Word files (.docx): what is printed, insertions but not deletions, each merged cell once; within bounds."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.parsers.expat import ExpatError

from edureport.errors import ReportError
from edureport.reading.document import BlockKind, Blocks, Document, require_few, require_short
from edureport.reading.files import as_argument
from edureport.reading.kinds import DIRECTORY_ENTRY, WORD_MAIN, FileFamily, kind_in_zip
from edureport.reading.limits import Limits
from edureport.reading.markup import raised, without_addresses
from edureport.reading.word_part import Attributes, Styles, WordPart, is_level, value_of

_IN_RUNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_SYMBOLS = {"F0A3": "≤", "F0B1": "±", "F0B3": "≥", "F0BB": "≈"}  # of the font Symbol
_UNKNOWN_SYMBOL = "\ufffd"
_COLUMNS = frozenset(map(str, range(1, 64)))  # a table of Word has no more
_NO = frozenset(["0", "false", "off"])
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_STYLES = "word/styles.xml"
_PASSWORD = 0x1  # a flag of a file in a zip
# What zipfile, zlib and expat raise for bytes that are not what they should be.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    EOFError,
    OverflowError,
    NotImplementedError,
    ValueError,
)


def columns_of(attributes: Attributes) -> int:
    """How many columns of the grid; 1 where the file makes no sense."""
    value = value_of(attributes) or ""
    return int(value) if value in _COLUMNS else 1


class _Cell:
    """A cell, and how many rows and columns it covers, as far as these have been read."""

    __slots__ = ("column", "columns", "row", "rows", "table")

    def __init__(self, table: int, row: int, column: int) -> None:
        self.table, self.row, self.column = table, row, column
        self.rows = self.columns = 1


class _Paragraph:
    """A paragraph that is being read."""

    __slots__ = ("cell", "kind", "words")

    def __init__(self, cell: _Cell | None) -> None:
        self.cell = cell
        self.kind: BlockKind | None = BlockKind.PARAGRAPH
        self.words: list[str] = []


class _OpenTable:
    """A table that is being read: where in it we are."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = 0
        self.column = 1
        self.next_column = 1
        self.merged = False  # the cell belongs to the one above or before it
        self.cell = _Cell(number, 0, 1)
        self.merging: dict[int, _Cell] = {}  # by column: the cells that those below may belong to


class Body(WordPart):
    """The paragraphs and tables of a document and, after them, of its notes."""

    def __init__(self, path: str, bounds: Limits, kinds: Mapping[str, BlockKind | None]) -> None:
        super().__init__(path, bounds)
        self.kinds = kinds
        self.paragraphs: list[_Paragraph] = []  # as they begin
        self.open: list[_Paragraph] = []  # a text box has paragraphs within a paragraph
        self.tables: list[_OpenTable] = []  # a cell can hold a table
        self.nowhere = _OpenTable(0)  # what rows and cells without a table are of
        self.count = 0  # of tables
        self.length = 0
        self.in_text = False
        self.hidden = False  # also what is struck out
        self.raised = False
        self.on_start = {
            "w:p": self.paragraph,
            "w:pStyle": self.style,
            "w:numId": self.numbered,
            "w:outlineLvl": self.level,
            "w:t": self.text,
            "m:t": self.text,
            "w:sym": self.symbol,
            "w:vanish": self.vanish,
            "w:strike": self.vanish,
            "w:dstrike": self.vanish,
            "w:vertAlign": self.align,
            "w:tbl": self.table,
            "w:tr": self.row,
            "w:gridBefore": self.before,
            "w:tc": self.cell,
            "w:gridSpan": self.span,
            "w:vMerge": self.merge_down,
            "w:hMerge": self.merge_across,
            "w:altChunk": self.elsewhere,
            **{name: self.sign(sign) for name, sign in _IN_RUNS.items()},
        }
        self.on_end = {
            "w:p": self.open.pop,
            "w:t": self.end_text,
            "m:t": self.end_text,
            "w:r": self.end_run,
            "w:tbl": self.tables.pop,
        }

    # Paragraphs

    def paragraph(self, _: Attributes) -> None:
        table = self.tables[-1] if self.tables else None
        if table and table.merged:
            self.skipped = 1
            return
        require_few(len(self.paragraphs) + 1, self.path, self.bounds)
        paragraph = _Paragraph(table.cell if table else None)
        self.paragraphs.append(paragraph)
        self.open.append(paragraph)

    def style(self, attributes: Attributes) -> None:
        if self.open:
            self.open[-1].kind = self.kinds.get(value_of(attributes) or "", BlockKind.PARAGRAPH)

    def numbered(self, attributes: Attributes) -> None:
        if self.open and self.open[-1].kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            self.open[-1].kind = BlockKind.PARAGRAPH if value_of(attributes) == "0" else BlockKind.ITEM

    def level(self, attributes: Attributes) -> None:
        if self.open and is_level(attributes):
            self.open[-1].kind = BlockKind.HEADING

    # What is in them

    def say(self, words: str) -> None:
        if self.open and not self.hidden:
            self.length += len(words)
            require_short(self.length, self.path, self.bounds)
            self.open[-1].words.append(raised(words) if self.raised else words)

    def text(self, _: Attributes) -> None:
        self.in_text = True

    def end_text(self) -> None:
        self.in_text = False

    def characters(self, words: str) -> None:
        if self.in_text and not self.skipped:
            self.say(words)

    def sign(self, sign: str) -> Callable[[Attributes], None]:
        def say(_: Attributes) -> None:
            if self.inside("w:r"):  # not among the tab stops of a paragraph
                self.say(sign)

        return say

    def symbol(self, attributes: Attributes) -> None:
        code = (value_of(attributes, "w:char") or "").upper()
        known = value_of(attributes, "w:font") == "Symbol"
        self.say(_SYMBOLS.get(code, _UNKNOWN_SYMBOL) if known else _UNKNOWN_SYMBOL)

    def vanish(self, attributes: Attributes) -> None:
        if self.inside("w:r", "w:rPr"):
            self.hidden = value_of(attributes) not in _NO

    def align(self, attributes: Attributes) -> None:
        if self.inside("w:r", "w:rPr"):
            self.raised = value_of(attributes) == "superscript"

    def end_run(self) -> None:
        self.hidden = self.raised = False

    def elsewhere(self, _: Attributes) -> None:
        raise ReportError.at(self.path, "word.elsewhere")

    # Tables

    def table(self, _: Attributes) -> None:
        self.count += 1
        self.tables.append(_OpenTable(self.count))

    @property
    def inner(self) -> _OpenTable:
        return self.tables[-1] if self.tables else self.nowhere

    def row(self, _: Attributes) -> None:
        self.inner.row += 1
        self.inner.next_column = 1

    def before(self, attributes: Attributes) -> None:
        self.inner.next_column += columns_of(attributes)

    def cell(self, _: Attributes) -> None:
        table = self.inner
        table.column, table.next_column = table.next_column, table.next_column + 1
        table.merged = False
        table.cell = _Cell(table.number, table.row, table.column)

    def span(self, attributes: Attributes) -> None:
        table = self.inner
        table.cell.columns = columns_of(attributes)
        table.next_column = table.column + table.cell.columns

    def merge_down(self, attributes: Attributes) -> None:
        table = self.inner
        table.merged = value_of(attributes) != "restart"
        if not table.merged:
            table.merging[table.column] = table.cell
        elif table.column in table.merging:
            above = table.merging[table.column]
            above.rows = table.row - above.row + 1

    def merge_across(self, attributes: Attributes) -> None:
        self.inner.merged = value_of(attributes) != "restart"

    def document(self) -> Document:
        """What has been read: paragraphs and cells with an empty line between them."""
        blocks = Blocks(self.path, self.bounds)
        texts: list[str] = []
        start = 0
        paragraphs, self.paragraphs = self.paragraphs, []  # this object stays: its methods are kept in it
        for paragraph in paragraphs:
            text = "".join(paragraph.words).replace("\r", "\n").strip()
            if not text or paragraph.kind is None:
                continue
            end = start + len(text)
            if paragraph.cell:
                cell = paragraph.cell
                blocks.cell(start, end, cell.table, cell.row, cell.column, cell.rows, cell.columns)
            else:
                blocks.add(start, end, paragraph.kind)
            texts.append(text)
            start = end + 2
        if not texts:
            raise ReportError.at(self.path, "text.empty")
        text = "\n\n".join(texts)
        return Document(self.path, text, tuple(blocks.all), lined=False, spoken=without_addresses(text))


def read(data: bytes, path: str, bounds: Limits) -> Document:
    """The document in a zip; raises ReportError if it is of another kind, broken or too large."""
    if data.count(DIRECTORY_ENTRY) > bounds.members:  # before zipfile makes an object of each
        raise ReportError.at(path, "word.members", limit=bounds.members, raised=bounds.raised)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Package(archive, path, bounds).document()
    except _BROKEN:
        raise ReportError.at(path, "word.broken") from None


class _Package:
    """The files in the zip, unpacked up to `bounds.unpacked` bytes of all that are read."""

    def __init__(self, archive: zipfile.ZipFile, path: str, bounds: Limits) -> None:
        self.archive, self.path, self.bounds = archive, path, bounds
        self.names = frozenset(archive.namelist())
        self.left = bounds.unpacked

    def document(self) -> Document:
        kind = kind_in_zip(self.names)
        if kind.family is not FileFamily.WORD:
            key = "text.table" if kind.family is FileFamily.TABLE else "text.kind"
            raise ReportError.at(self.path, key, kind=kind.name, file=as_argument(self.path))
        main = min(filter(WORD_MAIN.fullmatch, self.names))
        styles = Styles(self.path, self.bounds)
        if _STYLES in self.names:
            styles.parse(self.unpacked(_STYLES))
        body = Body(self.path, self.bounds, styles.kinds())
        body.parse(self.unpacked(main))
        for notes in _NOTES:
            if notes in self.names:
                body.parse(self.unpacked(notes))
        return body.document()

    def unpacked(self, name: str) -> bytes:
        """What a file in the zip holds. Its size is not taken from the zip, which may say less."""
        entry = self.archive.getinfo(name)
        if entry.flag_bits & _PASSWORD:
            raise ReportError.at(self.path, "text.password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ReportError.at(self.path, "word.broken")
        with self.archive.open(entry) as part:
            data = part.read(self.left + 1)
        if len(data) > self.left:
            limit, raised = self.bounds.unpacked // 2**20, self.bounds.raised
            raise ReportError.at(self.path, "word.too_large", limit=limit, raised=raised)
        self.left -= len(data)
        return data
