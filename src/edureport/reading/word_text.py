"""The text in the XML of a Word file, as ECMA-376 describes it; read with expat, as a stream.

A part with a document type, and so with entities, is refused: Word writes none. The text is what is
printed: insertions but not deletions, each merged cell once, nothing hidden.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from xml.parsers import expat

from edureport.errors import ReportError
from edureport.message import message
from edureport.problem import Place, Problem
from edureport.reading.document import BlockKind, Blocks, Document, require_few, require_short
from edureport.reading.limits import Limits
from edureport.reading.markup import raised, without_addresses

MOST_BASES = 20  # styles that rest on one another
LONGEST_NAMESPACE = 500  # characters; expat writes it out in the name of each element and attribute

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
# Deletions, the place that something was moved from, the second form of a text box, readings above a
# word, and what was formatted otherwise before a change.
_SKIPPED = frozenset(
    [
        *("w:del", "w:moveFrom", "mc:Fallback", "w:rt"),
        *("w:pPrChange", "w:rPrChange", "w:tcPrChange", "w:trPrChange"),
    ]
)
_IN_RUNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_SYMBOLS = {"F0A3": "≤", "F0B1": "±", "F0B3": "≥", "F0BB": "≈"}  # of the font Symbol
_UNKNOWN_SYMBOL = "\ufffd"
_COLUMNS = frozenset(map(str, range(1, 64)))  # a table of Word has no more
_NO = frozenset(["0", "false", "off"])
_HEADINGS = ("heading ", "title", "subtitle", "toc heading")
_CONTENTS = "toc "

Attributes = Mapping[str, str]


class _Part:
    """Goes through a part of the file; `on_start` and `on_end` say what to do at which element."""

    def __init__(self, path: str, bounds: Limits) -> None:
        self.path = path
        self.bounds = bounds
        self.elements = 0
        self.around: list[str] = []  # the elements around the current one
        self.skipped = 0  # elements that are open and not read
        self.on_start: dict[str, Callable[[Attributes], None]] = {}
        self.on_end: dict[str, Callable[[], None]] = {}

    def parse(self, data: bytes) -> None:
        """Read a part; raises ExpatError if it is no XML, ReportError if it is not Word's."""
        # The standard allows these two encodings only, whatever else the part may claim.
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        # Without a dictionary to intern them in, names go when their element has been read.
        parser = expat.ParserCreate("utf-16" if wide else "utf-8", " ", intern=None)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.characters
        parser.Parse(data, True)

    def characters(self, words: str) -> None:
        """Called with text between elements."""

    def inside(self, *names: str) -> bool:
        """Whether these are the innermost elements around the one at hand."""
        return tuple(self.around[-len(names) :]) == names

    def _refuse(self, *_: object) -> None:
        raise ReportError(Problem(message("word.broken"), Place(self.path)))

    def _namespace(self, _: str | None, name: str | None) -> None:
        if len(name or "") > LONGEST_NAMESPACE:
            self._refuse()

    def _start(self, full_name: str, attributes: Attributes) -> None:
        self.elements += 1
        if self.elements > self.bounds.elements:
            said = message("word.elements", limit=self.bounds.elements, raised=self.bounds.raised)
            raise ReportError(Problem(said, Place(self.path)))
        name = _short(full_name)
        if self.skipped or name in _SKIPPED:
            self.skipped += 1
        elif name in self.on_start:
            self.on_start[name](attributes)
        self.around.append(name)

    def _end(self, _: str) -> None:
        name = self.around.pop()
        if self.skipped:
            self.skipped -= 1
        elif name in self.on_end:
            self.on_end[name]()


@lru_cache(maxsize=1000)
def _short(name: str) -> str:
    """The name of an element or attribute with the usual prefix in place of its namespace."""
    space, _, own = name.rpartition(" ")
    return _PREFIXES.get(space, f"{space} ") + own


def _value(attributes: Attributes, name: str = "w:val") -> str | None:
    return next((value for full, value in attributes.items() if _short(full) == name), None)


def _columns(attributes: Attributes) -> int:
    """How many columns of the grid; 1 where the file makes no sense."""
    value = _value(attributes) or ""
    return int(value) if value in _COLUMNS else 1


def _is_level(attributes: Attributes) -> bool:
    """Whether an outline level is that of a heading; the tenth is body text."""
    return _value(attributes) in {"0", "1", "2", "3", "4", "5", "6", "7", "8"}


class Styles(_Part):
    """The styles of paragraphs: which of them are headings, items of lists, a table of contents."""

    def __init__(self, path: str, bounds: Limits) -> None:
        super().__init__(path, bounds)
        self.own: dict[str, BlockKind | None] = {}  # what a style says itself; None of a table of contents
        self.bases: dict[str, str] = {}
        self.style = ""
        self.on_start = {
            "w:style": self.begin,
            "w:name": self.name,
            "w:basedOn": self.base,
            "w:outlineLvl": self.level,
            "w:numId": self.numbered,
        }

    def begin(self, attributes: Attributes) -> None:
        self.style = _value(attributes, "w:styleId") or ""

    def name(self, attributes: Attributes) -> None:
        name = (_value(attributes) or "").lower()
        if not self.inside("w:style"):
            return
        if name.startswith(_HEADINGS):
            self.own[self.style] = BlockKind.HEADING
        elif name.startswith(_CONTENTS):
            self.own[self.style] = None

    def base(self, attributes: Attributes) -> None:
        self.bases[self.style] = _value(attributes) or ""

    def level(self, attributes: Attributes) -> None:
        if _is_level(attributes):
            self.own.setdefault(self.style, BlockKind.HEADING)

    def numbered(self, _: Attributes) -> None:
        self.own.setdefault(self.style, BlockKind.ITEM)

    def kinds(self) -> dict[str, BlockKind | None]:
        """The kind of block that each style makes, None for none; other styles make paragraphs."""
        kinds: dict[str, BlockKind | None] = {}
        for style in {*self.own, *self.bases}:
            base = style
            for _ in range(MOST_BASES):
                if base in self.own:
                    kinds[style] = self.own[base]
                    break
                base = self.bases.get(base, "")
        return kinds


class _Cell:
    """A cell, and how many rows and columns it covers, as far as these have been read."""

    def __init__(self, table: int, row: int, column: int) -> None:
        self.table, self.row, self.column = table, row, column
        self.rows = self.columns = 1


class _Paragraph:
    """A paragraph that is being read."""

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

    def begin_cell(self) -> None:
        """The next cell of the row."""
        self.column = self.next_column
        self.next_column += 1
        self.merged = False
        self.cell = _Cell(self.number, self.row, self.column)


class Body(_Part):
    """The paragraphs and tables of a document and, after them, of its notes."""

    def __init__(self, path: str, bounds: Limits, kinds: Mapping[str, BlockKind | None]) -> None:
        super().__init__(path, bounds)
        self.kinds = kinds
        self.paragraphs: list[_Paragraph] = []  # as they begin
        self.open: list[_Paragraph] = []  # a text box has paragraphs within a paragraph
        self.tables: list[_OpenTable] = []  # a cell can hold a table
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
            "w:p": self.end_paragraph,
            "w:t": self.end_text,
            "m:t": self.end_text,
            "w:r": self.end_run,
            "w:tbl": self.end_table,
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

    def end_paragraph(self) -> None:
        self.open.pop()

    def style(self, attributes: Attributes) -> None:
        if self.open:
            self.open[-1].kind = self.kinds.get(_value(attributes) or "", BlockKind.PARAGRAPH)

    def numbered(self, attributes: Attributes) -> None:
        if self.open and self.open[-1].kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            self.open[-1].kind = BlockKind.PARAGRAPH if _value(attributes) == "0" else BlockKind.ITEM

    def level(self, attributes: Attributes) -> None:
        if self.open and _is_level(attributes):
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
        code = (_value(attributes, "w:char") or "").upper()
        known = _value(attributes, "w:font") == "Symbol"
        self.say(_SYMBOLS.get(code, _UNKNOWN_SYMBOL) if known else _UNKNOWN_SYMBOL)

    def vanish(self, attributes: Attributes) -> None:
        if self.inside("w:r", "w:rPr"):
            self.hidden = _value(attributes) not in _NO

    def align(self, attributes: Attributes) -> None:
        if self.inside("w:r", "w:rPr"):
            self.raised = _value(attributes) == "superscript"

    def end_run(self) -> None:
        self.hidden = self.raised = False

    def elsewhere(self, _: Attributes) -> None:
        raise ReportError(Problem(message("word.elsewhere"), Place(self.path)))

    # Tables

    def table(self, _: Attributes) -> None:
        self.count += 1
        self.tables.append(_OpenTable(self.count))

    def end_table(self) -> None:
        self.tables.pop()

    def row(self, _: Attributes) -> None:
        if self.tables:
            self.tables[-1].row += 1
            self.tables[-1].next_column = 1

    def before(self, attributes: Attributes) -> None:
        if self.tables:
            self.tables[-1].next_column += _columns(attributes)

    def cell(self, _: Attributes) -> None:
        if self.tables:
            self.tables[-1].begin_cell()

    def span(self, attributes: Attributes) -> None:
        if self.tables:
            table = self.tables[-1]
            table.cell.columns = _columns(attributes)
            table.next_column = table.column + table.cell.columns

    def merge_down(self, attributes: Attributes) -> None:
        if self.tables:
            table = self.tables[-1]
            table.merged = _value(attributes) != "restart"
            if not table.merged:
                table.merging[table.column] = table.cell
            elif table.column in table.merging:
                above = table.merging[table.column]
                above.rows = table.row - above.row + 1

    def merge_across(self, attributes: Attributes) -> None:
        if self.tables:
            self.tables[-1].merged = _value(attributes) != "restart"

    def document(self) -> Document:
        """What has been read: paragraphs and cells with an empty line between them."""
        blocks = Blocks(self.path, self.bounds)
        texts: list[str] = []
        start = 0
        for paragraph in self.paragraphs:
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
            raise ReportError(Problem(message("text.empty"), Place(self.path)))
        text = "\n\n".join(texts)
        spoken = without_addresses(text)
        return Document(self.path, text, tuple(blocks.all), lined=False, spoken=spoken)
