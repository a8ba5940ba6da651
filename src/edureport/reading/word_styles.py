"""The styles of a Word file: which of them make headings, items of lists, a table of contents."""

from edureport.reading.document import BlockKind
from edureport.reading.limits import Limits
from edureport.reading.word_part import Attributes, WordPart, is_level, value_of

MOST_BASES = 20  # styles that rest on one another
_HEADINGS = ("heading ", "title", "subtitle", "toc heading")
_CONTENTS = "toc "


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
