"""A marked text for a terminal, and as plain text: [300 ✓] and, with a footnote, [50 ✗]¹.

On a terminal each line is folded to the width, and what is to be said of the figures of a paragraph
stands right below it. In a pipe the text stays in one piece as it is, and the footnotes follow it.
Brackets and signs stand there with colours too, so that a copy loses nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, TextIO

from edureport.formats import Style
from edureport.formats.lines import Paint, folded, folds, painter, paragraph
from edureport.formats.signs import VERDICTS, counted
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText, Piece, TextMark
from edureport.message import Message, message

GAP = "  "
MEASURE = 100  # longer lines of prose are hard to read
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTERS = _RAISED + "".join(sign.letter for sign in VERDICTS.values())
# A word and the blanks before it. Neither a dash nor the sign of a figure begins a line.
_WORD = re.compile(r"( *)((?:[^ ]| (?=[–—]|.\]))+)")


class _Run(NamedTuple):
    """A stretch of text in one colour."""

    text: str
    color: str = ""


class _TerminalPen:
    """Draws figures, and collects what is to be said of them; in ASCII where no more can be shown."""

    def __init__(self, marked: MarkedText, style: Style, encoding: str) -> None:
        self.marked = marked
        self.words = style.words
        self.plain = not _can_show(_LETTERS, encoding)
        self.drawn = 0  # footnotes
        self.footnotes: list[tuple[str, _Run]] = []  # that are not written yet, under their numbers

    def run(self, piece: Piece) -> _Run:
        """A piece of the text with the signs of its mark, which asks for a footnote where it ends."""
        text, mark = visible_lines(piece.text), piece.mark
        if mark is None:
            return _Run(text)
        behind = self._behind(mark) if piece.ends else ""
        if piece.ends and mark.note is not None:
            behind += self._footnote(mark, mark.note)
        return _Run("[" * piece.begins + text + behind, VERDICTS[mark.code].color)

    def letter(self, code: str) -> str:
        """The sign of a verdict."""
        return VERDICTS[code].plain if self.plain else VERDICTS[code].letter

    def _behind(self, mark: TextMark) -> str:
        return f" {self.letter(mark.code)}]" if mark.code else "]"

    def _footnote(self, mark: TextMark, note: Message) -> str:
        self.drawn += 1
        digits = str(self.drawn)
        number = f"^{digits}" if self.plain else "".join(_RAISED[int(digit)] for digit in digits)
        figure = " ".join(visible_lines(self.marked.text[mark.start : mark.end]).split())
        said = f"[{figure}{self._behind(mark)} {self.words.say(note)}"
        self.footnotes.append((number, _Run(said, VERDICTS[mark.code].color)))
        return number


def write(marked: MarkedText, out: TextIO, style: Style) -> None:
    """Write the title, the text and its footnotes, how many figures have each verdict, and the notes."""
    words, paint = style.words, painter(color=style.color)
    width = style.width and min(style.width, MEASURE)
    pen = _TerminalPen(marked, style, out.encoding or "utf-8")
    out.write(paragraph(words.say(marked.title), width, paint, "bold") + "\n")
    for start, end in _paragraphs(marked, whole=width is None):
        runs = [pen.run(piece) for piece in marked.pieces(start, end)]
        out.writelines(line + "\n" for line in _lines(runs, width, paint))
        if pen.footnotes:
            out.write("\n" if width is None else "")
            out.writelines(_below(*footnote, width, paint) for footnote in pen.footnotes)
            pen.footnotes.clear()
            if marked.text[end : end + 1].strip():  # the next line is not empty
                out.write("\n")
    out.write("\n" if marked.text else "")
    out.write(paragraph(words.say(message("count.figures", count=len(marked.marks))), width, paint, "bold"))
    out.writelines(
        paragraph(f"{pen.letter(code)} {said}".lstrip(), width, paint, VERDICTS[code].color)
        for code, said in counted(marked, words)
    )
    out.write("\n" if marked.notes else "")
    out.writelines(paragraph(words.say(note), width, paint, "dim") for note in marked.notes)


def _can_show(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _paragraphs(marked: MarkedText, *, whole: bool) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end, in full lines; the text is one if `whole`."""
    text, last = marked.text, len(marked.text)
    ends = [block.end for block in marked.blocks] or [match.start() for match in re.finditer("\n", text)]
    start = 0
    for end in (last,) if whole else (*ends, last):
        if start <= end and start < last:
            line_end = text.find("\n", end)
            yield start, last if line_end < 0 else line_end + 1
            start = last if line_end < 0 else line_end + 1


# Lines


def _lines(runs: Sequence[_Run], width: int | None, paint: Paint) -> Iterator[str]:
    """The lines of a paragraph, folded if there is a width."""
    for line in _split(runs):
        if width is None:
            yield "".join(paint(*run) for run in line)
            continue
        spread = [run._replace(text=run.text.replace("\t", GAP)) for run in line]
        starts = list(accumulate((len(run.text) for run in spread), initial=0))
        for start, end in folds("".join(run.text for run in spread), width, _WORD):
            yield "".join(paint(*run) for run in _cut(spread, starts, start, end))


def _split(runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """The runs of each line; what follows the last line end is a line if there is something."""
    line: list[_Run] = []
    for text, color in runs:
        first, *more = text.split("\n")
        line.append(_Run(first, color))
        for part in more:
            yield line
            line = [_Run(part, color)]
    if any(run.text for run in line):
        yield line


def _cut(runs: Sequence[_Run], starts: Sequence[int], start: int, end: int) -> Iterator[_Run]:
    """The runs from one place of their line to another."""
    for number in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
        text, color = runs[number]
        at = starts[number]
        yield _Run(text[max(start - at, 0) : end - at], color)


def _below(number: str, run: _Run, width: int | None, paint: Paint) -> str:
    """A footnote, indented below its paragraph; in a pipe on a line of its own."""
    if width is None:
        return f"{number} {paint(*run)}\n"
    indent = " " * (len(GAP) + len(number) + 1)
    lines = folded(run.text, width - len(indent))
    first = f"{GAP}{number} "
    return "".join(
        (indent if place else first) + paint(line, run.color) + "\n" for place, line in enumerate(lines)
    )
