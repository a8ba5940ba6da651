"""A part of a Word file, as ECMA-376 describes it: its XML read with expat, as a stream; and its styles.

A part with a document type, and so with entities, is refused: Word writes none. What is deleted, hidden or
there a second time is passed over.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from xml.parsers import expat

from edureport.errors import ReportError
from edureport.reading.document import BlockKind
from edureport.reading.limits import Limits

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
SKIPPED = frozenset(
    [
        *("w:del", "w:moveFrom", "mc:Fallback", "w:rt"),
        *("w:pPrChange", "w:rPrChange", "w:tcPrChange", "w:trPrChange"),
    ]
)

Attributes = Mapping[str, str]
MOST_BASES = 20  # styles that rest on one another
_HEADINGS = ("heading ", "title", "subtitle", "toc heading")
_CONTENTS = "toc "


class WordPart:
    """Goes through a part of the file; `on_start` and `on_end` say what to do at which element."""

    def __init__(self, path: str, bounds: Limits) -> None:
        self.path, self.bounds = path, bounds
        self.elements = 0
        self.around: list[str] = []  # the elements around the current one
        self.skipped = 0  # elements that are open and not read
        self.on_start: dict[str, Callable[[Attributes], None]] = {}
        self.on_end: dict[str, Callable[[], object]] = {}

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
        raise ReportError.at(self.path, "word.broken")

    def _namespace(self, _: str | None, name: str | None) -> None:
        if len(name or "") > LONGEST_NAMESPACE:
            self._refuse()

    def _start(self, full_name: str, attributes: Attributes) -> None:
        self.elements += 1
        if self.elements > self.bounds.elements:
            raise ReportError.at(
                self.path, "word.elements", limit=self.bounds.elements, raised=self.bounds.raised
            )
        name = short_name(full_name)
        if self.skipped or name in SKIPPED:
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
def short_name(name: str) -> str:
    """The name of an element or attribute with the usual prefix in place of its namespace."""
    space, _, own = name.rpartition(" ")
    return _PREFIXES.get(space, f"{space} ") + own


def value_of(attributes: Attributes, name: str = "w:val") -> str | None:
    """The attribute of this name, if the element has it."""
    return next((value for full, value in attributes.items() if short_name(full) == name), None)


def is_level(attributes: Attributes) -> bool:
    """Whether an outline level is that of a heading; the tenth is body text."""
    return value_of(attributes) in {"0", "1", "2", "3", "4", "5", "6", "7", "8"}


class Styles(WordPart):
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
        self.style = value_of(attributes, "w:styleId") or ""

    def name(self, attributes: Attributes) -> None:
        name = (value_of(attributes) or "").lower()
        if not self.inside("w:style"):
            return
        if name.startswith(_HEADINGS):
            self.own[self.style] = BlockKind.HEADING
        elif name.startswith(_CONTENTS):
            self.own[self.style] = None

    def base(self, attributes: Attributes) -> None:
        self.bases[self.style] = value_of(attributes) or ""

    def level(self, attributes: Attributes) -> None:
        if is_level(attributes):
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
