"""A document as one HTML page (HTML Living Standard) that asks for nothing outside; its tables sort.

Without its script everything can be read: the script only sorts and filters what is there.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from typing import TextIO

from edureport.drawing import Drawing
from edureport.formats import Style, html
from edureport.formats.documents.paper import WHOLE
from edureport.formats.drawings.canvas import DARK
from edureport.formats.drawings.svg import svg
from edureport.languages.catalogue import Catalogue
from edureport.publication import (
    Block,
    Chapter,
    Items,
    Paragraph,
    Phrase,
    Picture,
    Publication,
    TableBlock,
    walk,
)

_OWN = html.page_file("pages/document.css")
CSS = (
    html.PAGE_CSS
    + html.TABLE_CSS.replace("POINTS", "10pt")
    + _OWN
    + f"@media screen and (prefers-color-scheme: dark) {{ {DARK} }}\n"
)
# Letters of 10 points that a line of paper between the margins holds, upright and on its side.
UPRIGHT, LYING = 85, 125

SCRIPT = "\n" + html.page_file("pages/document.js")


def print_css(table: str, columns: Sequence[html.ShownColumn], *, lying: bool = False) -> str:
    """The style that makes a table fit the width of paper: smaller letters, or a paragraph for each row."""
    points = html.print_points(columns, LYING if lying else UPRIGHT)
    if points > html.SMALLEST_POINTS:
        return f"@media print {{ {table} {{ font-size: {points:.1f}pt }} }}\n"
    return html.as_paragraphs(columns, table.removesuffix("table"))


MANY_ROWS = 12  # from which on a table has a filter
_MANY_CHAPTERS = 4  # from which on a page has a list of them
_LOWEST = 6  # heading that HTML has
_POLICY = """\
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{css}'; \
script-src '{script}'; base-uri 'none'; form-action 'none'">
"""


def write(publication: Publication, out: TextIO, style: Style) -> None:
    """Write the page."""
    page = _Page(publication, html.page_words(style.words))
    body = "".join(page.parts())
    css = CSS + "".join(page.css)
    policy = _POLICY.format(css=_hash(css), script=_hash(SCRIPT))
    out.write(html.head(publication.language, publication.full_title, css, policy))
    out.write(f"<main>\n{body}</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n")


def _hash(text: str) -> str:
    """What allows a style sheet or a script of exactly this text (CSP level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Page:
    """The parts of a page, and the style that each of its tables needs on paper."""

    def __init__(self, publication: Publication, words: Catalogue) -> None:
        self.publication = publication
        self.words = words
        self.css: list[str] = []
        self._chapters = 0
        self._pictures = 0
        self._annex = False

    def parts(self) -> Iterator[str]:
        """The approval block, whose it is and its title, the list of chapters, the blocks."""
        publication = self.publication
        if publication.approval:
            lines = [f"<p><strong>{html.markup(publication.approval.heading)}</strong></p>\n"]
            lines += [f"<p>{phrase(line)}</p>\n" for line in publication.approval.lines]
            yield f'<div class="approval">\n{"".join(lines)}</div>\n'
        yield f'<p class="of">{phrase(publication.organisation)}</p>\n<h1>{phrase(publication.title)}</h1>\n'
        chapters = [block for block in publication.blocks if isinstance(block, Chapter)]
        if len(chapters) >= _MANY_CHAPTERS:
            every = (block for block in walk(publication.blocks) if isinstance(block, Chapter))
            links = "".join(
                f'<li><a href="#s{number}">{phrase(chapter.heading)}</a></li>\n'
                for number, chapter in enumerate(every, start=1)
                if chapter in chapters
            )
            contents = html.markup(self.words.word("page.contents"))
            yield f'<nav aria-label="{contents}">\n<ul>\n{links}</ul>\n</nav>\n'
        yield from self._blocks(publication.blocks, 2)

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> Iterator[str]:
        for block in blocks:
            match block:
                case Chapter():
                    yield from self._chapter(block, level)
                case Paragraph():
                    yield f"<p>{phrase(block.text)}</p>\n"
                case Items():
                    items = "".join(f"<li>{phrase(item)}</li>\n" for item in block.items)
                    yield f"<ul>\n{items}</ul>\n"
                case TableBlock():
                    yield from self._table(block)
                case Picture():
                    yield from self._picture(block)

    def _chapter(self, chapter: Chapter, level: int) -> Iterator[str]:
        self._chapters += 1
        tag, names = f"h{min(level, _LOWEST)}", ' class="annex"' if chapter.annex else ""
        yield f'<section{names}>\n<{tag} id="s{self._chapters}">{phrase(chapter.heading)}</{tag}>\n'
        outside, self._annex = self._annex, self._annex or chapter.annex
        yield from self._blocks(chapter.blocks, level + 1)
        self._annex = outside
        yield "</section>\n"

    def _table(self, block: TableBlock) -> Iterator[str]:
        number = block.caption.number
        shown = block.table.without_bars()
        places = range(len(shown.columns))
        columns = [html.shown_column(shown, place, self.words, block.headings) for place in places]
        self.css.append(print_css(f"#w{number} table", columns, lying=self._annex))
        yield f'<p class="caption" id="c{number}">{self._caption(block)}</p>\n'
        if len(shown.rows) > MANY_ROWS:
            yield self._filter(number)
        names = "scroll short" if len(shown.rows) <= WHOLE else "scroll"
        yield f'<div class="{names}" id="w{number}" role="region" aria-labelledby="c{number}" tabindex="0">\n'
        yield f'<table id="t{number}" aria-labelledby="c{number}">\n<thead>\n<tr>'
        yield from (html.heading_cell(one) for one in columns)
        yield "</tr>\n</thead>\n<tbody>\n"
        yield from html.body_rows(shown, columns, self.words, sorts=True)
        yield "</tbody>\n</table>\n</div>\n"

    def _filter(self, number: int) -> str:
        """A box to filter a table by; the script that makes it work shows it."""
        label = html.markup(self.words.word("page.filter"))
        counts = escape(self.words.word("page.rows"))
        return (
            f'<p class="filter" hidden><label>{label} <input type="search" autocomplete="off"'
            f' aria-controls="t{number}"></label> <output data-said="{counts}"></output></p>\n'
        )

    def _picture(self, block: Picture) -> Iterator[str]:
        self._pictures += 1
        name = f"p{self._pictures}"
        yield f'<figure>\n<div class="scroll" role="region" aria-labelledby="{name}c" tabindex="0">\n'
        if isinstance(block.drawing, Drawing):
            yield svg(block.drawing._replace(description=block.alternative), name, titled=False) + "\n"
        yield f'</div>\n<figcaption id="{name}c">{self._caption(block)}</figcaption>\n</figure>\n'

    def _caption(self, block: TableBlock | Picture) -> str:
        return html.markup(block.caption.numbered) + phrase(block.caption.text)


def phrase(said: Phrase) -> str:
    """A text as HTML, each run in its language."""
    return "".join(
        html.markup(run.text)
        if run.language is None
        else f'<span lang="{escape(run.language)}">{html.markup(run.text)}</span>'
        for run in said
    )
