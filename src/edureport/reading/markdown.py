"""The paragraphs, headings, items and cells of Markdown, as far as reading figures needs them.

What is read of the CommonMark specification (https://spec.commonmark.org) and of the tables of
https://github.github.com/gfm: the blocks, not the marks within a paragraph.
"""

import re
from collections.abc import Callable, Sequence

from edureport.reading.document import BlockKind, Blocks, Line, lines
from edureport.reading.limits import Limits
from edureport.reading.text_tables import MOST_COLUMNS, add_row, bar_cells, is_delimiter

_HEADING = re.compile(r"#{1,6}(?:[ \t]+|\Z)")
_CLOSING = re.compile(r"[ \t]#+\Z")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])[ \t]+(?=\S)")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_FENCE = re.compile(r"`{3,}(?=[^`]*\Z)|~{3,}")
_QUOTE = re.compile(r">[> \t]*")
_LINK = re.compile(r"\[[^\]^][^\]]*\]:")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:[ \t]*")
_FRAME = re.compile(r"\+(?:[-=:]{2,}\+)+\Z")  # above a table that is drawn


def is_markdown(text: str, path: str, bounds: Limits) -> bool:
    """Whether a text without a name has what plain texts do not have: headings, tables or code."""
    every_line = lines(text, path, bounds)
    return any(_HEADING.match(line.words) or _FENCE.match(line.words) for line in every_line) or any(
        _is_table(every_line, place) for place in range(len(every_line))
    )


def add_blocks(text: str, blocks: Blocks) -> None:
    """Find the blocks of a Markdown text."""
    _MarkdownReader(lines(text, blocks.path, blocks.bounds), blocks).read()


class _MarkdownReader:
    """Goes through the lines; `open` are those of the paragraph, item or heading at hand."""

    def __init__(self, document_lines: Sequence[Line], blocks: Blocks) -> None:
        self.lines, self.blocks = document_lines, blocks
        self.open: tuple[int, int, BlockKind] | None = None

    def read(self) -> None:
        place = self.front_matter()
        while place < len(self.lines):
            place = self.block(place)
        self.close()

    def front_matter(self) -> int:
        """The first line after the metadata that some programs put before the text."""
        if self.lines[0].words == "---":
            for place, line in enumerate(self.lines[1:], 1):
                if line.words in ("---", "..."):
                    return place + 1
        return 0

    def close(self) -> None:
        if self.open:
            self.blocks.add(*self.open)
        self.open = None

    def block(self, place: int) -> int:
        """Read the block that begins at a line; returns the line after it."""
        line = self.lines[place]
        words = line.words
        if fence := _FENCE.match(words):
            self.close()
            sign = fence[0]
            return self.first(place + 1, lambda end: end.startswith(sign) and set(end) == {sign[0]}) + 1
        if words.startswith("<!--"):
            self.close()
            return self.first(place, lambda end: "-->" in end) + 1
        if _FRAME.match(words):
            self.close()  # its cells are drawn over several lines; no sentence goes through them
            return self.first(place, lambda below: below[:1] not in ("+", "|"))
        if _is_table(self.lines, place):
            self.close()
            return self.table(place)
        if quote := _QUOTE.match(words):
            # Each line of a quote for itself, or its mark would read as "more than".
            self.close()
            self.line(Line(line.start + quote.end(), line.end, words[quote.end() :]))
            self.close()
        elif not words:
            self.close()
        else:
            self.line(line)
        return place + 1

    def line(self, line: Line) -> None:
        start, end, words = line[:3]
        if not words:
            return
        if heading := _HEADING.match(words):
            self.close()
            closing = _CLOSING.search(words, heading.end() - 1)
            last = start + len(words[: closing.start()].rstrip()) if closing else end
            if last > start + heading.end():
                self.blocks.add(start + heading.end(), last, BlockKind.HEADING)
        elif (
            self.open and self.open[2] is BlockKind.PARAGRAPH and (set(words) == {"="} or set(words) == {"-"})
        ):
            self.open = (*self.open[:2], BlockKind.HEADING)
            self.close()
        elif _RULE.fullmatch(words):
            self.close()
        elif (item := _ITEM.match(words)) and self.may_begin(item):
            self.close()
            self.open = (start + item.end(), end, BlockKind.ITEM)
        elif footnote := _FOOTNOTE.match(words):
            self.close()
            rest = start + footnote.end()
            self.open = (rest, end, BlockKind.PARAGRAPH) if rest < end else None
        elif self.open:
            self.open = (self.open[0], end, self.open[2])
        elif not _LINK.match(words):
            self.open = (start, end, BlockKind.PARAGRAPH)

    def may_begin(self, item: re.Match[str]) -> bool:
        """Whether a list item may begin here: within a paragraph only one numbered 1."""
        return not self.open or self.open[2] is not BlockKind.PARAGRAPH or item[1] in (None, "1")

    def first(self, place: int, is_it: Callable[[str], bool]) -> int:
        """The first line from a place on whose words are looked for; behind the last one if there is none."""
        while place < len(self.lines) and not is_it(self.lines[place].words):
            place += 1
        return place

    def table(self, place: int) -> int:
        self.blocks.tables += 1
        add_row(self.blocks, self.lines[place], bar_cells(self.lines[place].words), 1)
        place += 2  # the line of dashes is no row
        row = 2
        while place < len(self.lines) and "|" in self.lines[place].words:
            add_row(self.blocks, self.lines[place], bar_cells(self.lines[place].words), row)
            place += 1
            row += 1
        return place


def _is_table(of_text: Sequence[Line], place: int) -> bool:
    """Whether a table begins at a line: the next one has as many columns of dashes."""
    if place + 1 == len(of_text) or "|" not in of_text[place].words:
        return False
    head, below = of_text[place].words, of_text[place + 1].words
    if head.count("|") > 2 * MOST_COLUMNS or not is_delimiter(below):
        return False
    return len(list(bar_cells(head))) == len(list(bar_cells(below)))
