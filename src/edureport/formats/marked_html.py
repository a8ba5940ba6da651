"""A marked text as a complete HTML page: figures with their signs, footnotes linked to and fro.

No mark is told by its colour alone: a sign stands behind the figure, which screen readers say as
the verdict. Signs and numbers of footnotes are left out when the text is copied.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TextIO

from edureport.formats import Style
from edureport.formats.html import head
from edureport.formats.signs import VERDICTS, verdict
from edureport.languages.visible import visible_lines
from edureport.marked import Mark, MarkedText, Piece, TextBlock
from edureport.message import Message, message

_CSS = """\
:root { color-scheme: light dark; --text: #1a1a1a; --page: #fff; --line: #bbb; --link: #1a4f8b;
  --good: #11662a; --warn: #7a5200; --bad: #a31515; --none: #595959;
  --on-good: #e3f4e7; --on-warn: #fdf0d0; --on-bad: #fde4e1; --on-none: #eee }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e8e8; --page: #16181b; --line: #555; --link: #8ab8f0;
    --good: #84d69a; --warn: #e8c167; --bad: #ff9f95; --none: #b0b0b0;
    --on-good: #15301c; --on-warn: #3a2f10; --on-bad: #43201d; --on-none: #2b2e32 } }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 45rem; padding: 0 1rem;
  color: var(--text); background: var(--page) }
h1 { font-size: 1.4rem }
h2 { font-size: 1.15rem }
a { color: var(--link) }
p, li, td, h2 { overflow-wrap: anywhere }
article { border-block: 1px solid var(--line); margin: 1.5rem 0; padding: .5rem 0 }
article p, article li, article td, article h2 { white-space: pre-wrap }
article ul, .legend { list-style: none; padding-left: 1.5rem }
.legend { padding-left: 0 }
.legend mark { display: inline-block; min-width: 1.2em; text-align: center }
.legend b { margin: 0 }
table { border-collapse: collapse }
td { border: 1px solid var(--line); padding: .2rem .6rem; vertical-align: top }
.wide { overflow-x: auto }
mark { color: inherit; background: var(--on-none); border-bottom: 2px solid var(--none); padding: 0 .15em }
mark b { margin-left: .2em; color: var(--none) }
mark b, sup { user-select: none; -webkit-user-select: none }
sup { line-height: 0 }
.confirmed { background: var(--on-good); border-color: var(--good) }
.confirmed b { color: var(--good) }
.possible, .ambiguous { background: var(--on-warn); border-bottom: 2px dashed var(--warn) }
.possible b, .ambiguous b { color: var(--warn) }
.contradicted { background: var(--on-bad); border-bottom: 4px double var(--bad) }
.contradicted b { color: var(--bad) }
li:target, mark:target { outline: 2px solid var(--link) }
@media print { body { margin: 0; max-width: none } a { color: inherit } }
"""


class _HtmlPen:
    """Writes pieces of the text, and collects what is to be said of its figures."""

    def __init__(self, marked: MarkedText, style: Style) -> None:
        self.marked = marked
        self.words = style.words
        self.footnotes: list[tuple[Mark, Message]] = []

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

    def footnote(self, number: int, mark: Mark, note: Message) -> str:
        """What is to be said of a figure, with the figure and the way back to it."""
        figure = escape(visible_lines(self.marked.text[mark.start : mark.end]))
        back = escape(self.words.word("marked.back"))
        return (
            f'<li id="note-{number}"><mark{self._class(mark.code)}>{figure}{self._sign(mark.code)}</mark> '
            f'{escape(self.words.say(note))} <a href="#figure-{number}" aria-label="{back}">↩</a></li>\n'
        )

    def legend(self, code: str, number: int) -> str:
        """How many figures have a verdict."""
        said = escape(
            self.words.say(message("marked.count", verdict=verdict(code, self.words), number=number))
        )
        letter = VERDICTS[code].letter
        return f'<li><mark{self._class(code)} aria-hidden="true"><b>{letter}</b></mark> {said}</li>\n'

    def _class(self, code: str) -> str:
        return f' class="{code}"' if code else ""

    def _verdict(self, code: str) -> str:
        return escape(verdict(code, self.words))

    def _sign(self, code: str) -> str:
        letter = VERDICTS[code].letter
        return letter and f'<b role="img" aria-label="{self._verdict(code)}">{letter}</b>'


def write(marked: MarkedText, out: TextIO, style: Style) -> None:
    """Write the page: a heading, the counts, the text, what is said of its figures, and the notes."""
    words, pen = style.words, _HtmlPen(marked, style)
    title = words.say(marked.title)
    out.write(head(style.language, title, _CSS))
    figures = escape(words.say(message("count.figures", count=len(marked.marks))))
    out.write(f'<main>\n<h1>{escape(title)}</h1>\n<p>{figures}</p>\n<ul class="legend">\n')
    counts = marked.counts()
    out.writelines(pen.legend(code, counts[code]) for code in VERDICTS if counts[code])
    out.write("</ul>\n<article>\n")
    for kind, blocks in groupby(_blocks(marked), key=lambda block: block.kind):
        out.writelines(_elements(kind, blocks, pen))
    out.write("</article>\n")
    if pen.footnotes:
        out.write(f"<section>\n<h2>{escape(words.word('marked.footnotes'))}</h2>\n<ol>\n")
        out.writelines(pen.footnote(number, *note) for number, note in enumerate(pen.footnotes, start=1))
        out.write("</ol>\n</section>\n")
    if marked.notes:
        notes = "".join(f"<li>{escape(words.say(note))}</li>\n" for note in marked.notes)
        out.write(f"<ul>\n{notes}</ul>\n")
    out.write("</main>\n</body>\n</html>\n")


def _blocks(marked: MarkedText) -> Iterator[TextBlock]:
    """The blocks of the text, and what stands between them where that holds a figure."""
    end, at = len(marked.text), 0
    for block in (*(marked.blocks or (TextBlock(0, end, "paragraph"),)), TextBlock(end, end, "")):
        between = marked.pieces(at, block.start)
        if any(piece.mark and (piece.ends or piece.text.strip()) for piece in between):
            yield TextBlock(at, block.start, "paragraph")
        if block.start < block.end:
            yield block
        at = block.end


def _elements(kind: str, blocks: Iterator[TextBlock], pen: _HtmlPen) -> Iterator[str]:
    """Blocks of one kind, which a list or a table holds together."""
    if kind == "item":
        yield "<ul>\n"
        yield from (f"<li>{pen.inside(block)}</li>\n" for block in blocks)
        yield "</ul>\n"
    elif kind == "cell":
        for _, table in groupby(blocks, key=lambda block: block.table):
            yield '<div class="wide">\n<table>\n'
            for _, row in groupby(table, key=lambda block: block.row):
                yield f"<tr>{''.join(_cells(row, pen))}</tr>\n"
            yield "</table>\n</div>\n"
    else:
        tag = "h2" if kind == "heading" else "p"
        yield from (f"<{tag}>{pen.inside(block)}</{tag}>\n" for block in blocks)


def _cells(row: Iterator[TextBlock], pen: _HtmlPen) -> Iterator[str]:
    """The cells of a row, each in its column: what is empty or merged leaves its place free."""
    last = 0
    for cell in row:
        free = cell.column - last - 1
        if free > 0:
            yield f'<td colspan="{free}"></td>' if free > 1 else "<td></td>"
        yield f"<td>{pen.inside(cell)}</td>"
        last = cell.column
