"""A marked text in Markdown: **300 ✓** and, with a footnote as GitHub and Pandoc know it, **50 ✗**[^1]."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import TextIO

from edureport.formats import Style
from edureport.formats.markup import reference
from edureport.formats.markup.markdown import paragraph, started, text
from edureport.formats.signs import VERDICTS, counted
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText, TextBlock
from edureport.message import Message, message

LONGEST_NUMBER = 14  # characters, with the blanks behind it
_NUMBER = re.compile(r"(?<!\S)(\d{1,9}[.)])[^\S\n]*\Z")  # what stands right before the words of an item


def write(marked: MarkedText, out: TextIO, style: Style) -> None:
    """Write the title, the text by its blocks, the footnotes, the counts and the notes."""
    words, pen = style.words, _MarkdownPen(marked)

    def said(note: Message) -> str:
        return paragraph(words.say(note))

    parts = [f"**{text(words.say(marked.title))}**", *_parts(marked, pen)]
    parts.append(said(message("count.figures", count=len(marked.marks))))
    legend = [f"-{_sign(code)} {paragraph(count)}" for code, count in counted(marked, words)]
    parts += ["\n".join(legend)] if legend else []
    parts += [said(note) for note in marked.notes]
    parts += [f"[^{number}]: {said(note)}" for number, note in enumerate(pen.footnotes, start=1)]
    out.write("\n\n".join(parts) + "\n")


def _parts(marked: MarkedText, pen: "_MarkdownPen") -> Iterator[str]:
    """The text: headings, lists with the numbers that they have, tables; each other line a paragraph."""
    for kind, blocks in groupby(marked.stretches(), key=lambda block: block.kind):
        if kind == "cell":
            for _, cells in groupby(blocks, key=lambda block: block.table):
                yield "\n".join(_rows(list(cells), pen))
        elif kind == "item":
            yield "\n".join(f"{_opening(marked, block.start)} {pen.line(block)}" for block in blocks)
        elif kind == "heading":
            yield from (f"## {pen.line(block)}" for block in blocks)
        else:
            lines = chain.from_iterable(pen.inside(block).split("\n") for block in blocks)
            yield from (started(line.strip()) for line in lines if line.strip())


def _opening(marked: MarkedText, start: int) -> str:
    """The number of an item, as it stands before it in the text; else a dash."""
    number = _NUMBER.search(marked.text, max(start - LONGEST_NUMBER, 0), start)
    return number[1] if number else "-"


def _rows(cells: Sequence[TextBlock], pen: "_MarkdownPen") -> Iterator[str]:
    """The lines of a table, with empty cells where the text has none."""
    width = max(cell.column for cell in cells)
    for number, (_, row) in enumerate(groupby(cells, key=lambda cell: cell.row)):
        written = {cell.column: pen.line(cell) for cell in row}
        yield "| " + " | ".join(written.get(column, "") for column in range(1, width + 1)) + " |"
        if not number:
            yield "|" + "---|" * width


class _MarkdownPen:
    """Writes stretches of the text with their marks, and collects what is to be said of its figures."""

    def __init__(self, marked: MarkedText) -> None:
        self.marked = marked
        self.footnotes: list[Message] = []

    def line(self, block: TextBlock) -> str:
        """What stands in a block, in one line."""
        return " ".join(self.inside(block).split())

    def inside(self, block: TextBlock) -> str:
        """What stands in a block, with its marks and the numbers of their footnotes."""
        written, after_mark = "", False
        for piece, mark, _, ends in self.marked.pieces(block.start, block.end):
            shown = text(visible_lines(piece))
            if mark is None:
                # A bracket would make a link of a footnote.
                if after_mark and (_clings(shown[0]) or shown[0] == "("):
                    shown = reference(shown[0]) + shown[1:]
                written += shown
            else:
                if written.endswith("**"):
                    written += "<!-- -->"
                elif written and _clings(written[-1]) and not _clings(shown[0]):
                    written = written[:-1] + reference(written[-1])
                written += "**" + shown.replace("\n", " ") + _sign(mark.code) * ends + "**"
                if mark.note is not None and ends:
                    self.footnotes.append(mark.note)
                    written += f"[^{len(self.footnotes)}]"
            after_mark = mark is not None
        return written


def _clings(letter: str) -> bool:
    """Whether stars between this letter and a sign are no markup; they are where its number stands for it."""
    return not letter.isspace() and unicodedata.category(letter)[0] not in "PS"


def _sign(code: str) -> str:
    return f" {VERDICTS[code].letter}" if code else ""
