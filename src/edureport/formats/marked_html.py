"""A marked text as a complete HTML page: figures with their signs, footnotes linked to and fro.

No mark is shown by its colour alone: a sign stands behind the figure, which screen readers say as
the verdict. Signs and numbers of footnotes are left out when the text is copied.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TextIO

from edureport.formats import Style
from edureport.formats.html import PAGE_CSS, head, page_file, page_words, said
from edureport.formats.signs import VERDICTS, counted, verdict
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText, Piece, TextBlock, TextMark
from edureport.message import Message, message

_CSS = page_file("pages/marked.css")

_NUMBER = re.compile(r"(?<!\S)\S+[^\S\n]*\Z")  # what stands right before the words of an item


class _HtmlPen:
    """Writes pieces of the text, and collects what is to be said of its figures."""

    def __init__(self, marked: MarkedText, style: Style) -> None:
        self.marked = marked
        self.words = style.words
        self.footnotes: list[tuple[TextMark, Message]] = []

    def inside(self, block: TextBlock) -> str:
        """What stands in a block, escaped, with its marks."""
        return "".join(map(self._piece, self.marked.pieces(block.start, block.end)))

    def _piece(self, piece: Piece) -> str:
        text, mark = escape(visible_lines(piece.text)), piece.mark
        if mark is None:
            return text
        sign = self._sign(mark.code) if piece.ends else ""
        if mark.note is None or not piece.ends:
            return f'<mark{self._class(mark.code)} title="{self._verdict(mark.code)}">{text}{sign}</mark>'
        self.footnotes.append((mark, mark.note))
        number = len(self.footnotes)
        title = f"{self._verdict(mark.code)}: {escape(self.words.say(mark.note))}"
        return (
            f'<mark{self._class(mark.code)} id="figure-{number}" title="{title}">{text}{sign}</mark>'
            f'<sup><a href="#note-{number}">{number}</a></sup>'
        )

    def footnote(self, number: int, mark: TextMark, note: Message) -> str:
        """What is to be said of a figure, with the figure and the way back to it."""
        figure = escape(visible_lines(self.marked.text[mark.start : mark.end]))
        back = escape(self.words.word("marked.back"))
        said_of_it = said(note, page_words(self.words))
        return (
            f'<li id="note-{number}"><mark{self._class(mark.code)}>{figure}{self._sign(mark.code)}</mark> '
            f'{said_of_it} <a href="#figure-{number}" aria-label="{back}">↩</a></li>\n'
        )

    def legend(self, code: str, count: str) -> str:
        """How many figures have a verdict."""
        letter = VERDICTS[code].letter
        mark = f'<mark{self._class(code)} aria-hidden="true"><b>{letter}</b></mark>'
        return f"<li>{mark} {escape(count)}</li>\n"

    def _class(self, code: str) -> str:
        return f' class="{code}"' if code else ""

    def _verdict(self, code: str) -> str:
        return escape(verdict(code, self.words))

    def _sign(self, code: str) -> str:
        letter = VERDICTS[code].letter
        return letter and f'<b role="img" aria-label="{self._verdict(code)}">{letter}</b>'


def write(marked: MarkedText, out: TextIO, style: Style) -> None:
    """Write the page: a heading, the counts, the text, what is said of its figures, and the notes."""
    words, pen = page_words(style.words), _HtmlPen(marked, style)
    out.write(head(style.language, style.words.say(marked.title), f"\n{PAGE_CSS}{_CSS}"))
    figures = escape(words.say(message("count.figures", count=len(marked.marks))))
    out.write(f'<main>\n<h1>{said(marked.title, words)}</h1>\n<p>{figures}</p>\n<ul class="legend">\n')
    out.writelines(pen.legend(*one) for one in counted(marked, words))
    out.write("</ul>\n<article>\n")
    for kind, blocks in groupby(_blocks(marked), key=lambda block: block.kind):
        out.writelines(_elements(kind, blocks, pen))
    out.write("</article>\n")
    if pen.footnotes:
        out.write(f"<section>\n<h2>{escape(words.word('marked.footnotes'))}</h2>\n<ol>\n")
        out.writelines(pen.footnote(number, *note) for number, note in enumerate(pen.footnotes, start=1))
        out.write("</ol>\n</section>\n")
    if marked.notes:
        notes = "".join(f"<li>{said(note, words)}</li>\n" for note in marked.notes)
        out.write(f"<ul>\n{notes}</ul>\n")
    out.write("</main>\n</body>\n</html>\n")


def _blocks(marked: MarkedText) -> Iterator[TextBlock]:
    """The stretches of the text, items with their number or dash."""
    at = 0
    for block in marked.stretches():
        number = _NUMBER.search(marked.text, at, block.start) if block.kind == "item" else None
        yield block._replace(start=number.start()) if number else block
        at = block.end


def _elements(kind: str, blocks: Iterator[TextBlock], pen: _HtmlPen) -> Iterator[str]:
    """Blocks of one kind, which a list or a table holds together."""
    if kind == "item":
        yield "<ul>\n"
        yield from (f"<li>{pen.inside(block)}</li>\n" for block in blocks)
        yield "</ul>\n"
    elif kind == "cell":
        for table, cells in groupby(blocks, key=lambda block: block.table):
            yield from _table(table, list(cells), pen)
    else:
        tag = "h2" if kind == "heading" else "p"
        yield from (f"<{tag}>{pen.inside(block)}</{tag}>\n" for block in blocks)


def _table(number: int, cells: Sequence[TextBlock], pen: _HtmlPen) -> Iterator[str]:
    """A table with all its rows as long as the longest; rows without a word have no cells of theirs."""
    width = max(cell.column for cell in cells)
    name = escape(pen.words.say(message("marked.table", number=number)))
    yield f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">\n<table>\n'
    last = cells[0].row - 1
    for row, members in groupby(cells, key=lambda cell: cell.row):
        yield f"<tr>{_free(width)}</tr>\n" * (row - last - 1)
        yield f"<tr>{''.join(_cells(members, width, pen))}</tr>\n"
        last = row
    yield "</table>\n</div>\n"


def _cells(row: Iterator[TextBlock], width: int, pen: _HtmlPen) -> Iterator[str]:
    """The cells of a row, each in its column: what is empty or merged leaves its place free."""
    last = 0
    for cell in row:
        yield _free(cell.column - last - 1)
        yield f"<td>{pen.inside(cell)}</td>"
        last = cell.column
    yield _free(width - last)


def _free(columns: int) -> str:
    """An empty cell over so many columns."""
    return f'<td colspan="{columns}"></td>' if columns > 1 else "<td></td>" * columns
