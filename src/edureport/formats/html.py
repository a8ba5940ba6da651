"""HTML pages (HTML Living Standard): readable without scripts, fonts or network."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TextIO

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.formats.signs import codes_in
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Rest
from edureport.message import Foreign, Message
from edureport.table import Column, Kind, Label, Table


def page_file(name: str) -> str:
    """What a file beside this one holds of pages: their beginning, a style sheet, a script."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


_HEAD = page_file("pages/page.html")
# Every colour of letters has a contrast of 4.5 or more on every colour that may lie behind it (WCAG 2.2).
PAGE_CSS = page_file("pages/page.css")
_LONG = re.compile(r"[^\s\x01-\x03]{21,}")  # a word that would push what stands beside it off the page
# Nothing that a catalogue says holds control characters but these.
_FOREIGN = re.compile(r"\x01(\w+)\x02([^\x01-\x03]*)\x03")


def head(language: str, title: str, css: str, policy: str = "") -> str:
    """A page up to where its body begins, with this style sheet; `policy` says what it may load."""
    return _HEAD.format(language=escape(language), title=escape(title), css=css, policy=policy)


def page_words(words: Catalogue) -> Catalogue:
    """The catalogue for pages: it marks names in another language, for `markup`."""
    return words.marking(lambda name, language: f"\x01{language}\x02{name}\x03")


def markup(text: str) -> str:
    """A text as HTML."""
    text = _LONG.sub(r'<span class="long">\g<0></span>', escape(text))
    return _FOREIGN.sub(r'<span lang="\1">\2</span>', text)


def said(note: Message, words: Catalogue) -> str:
    """A message as HTML, in the words of `page_words`."""
    return markup(words.say(note))


def speech(text: object) -> str:
    """The attribute that names the language of a text, where it is not that of the page."""
    return f' lang="{escape(text.language)}"' if isinstance(text, Foreign) else ""


def spoken(text: str) -> str:
    """A text as HTML, in an element of its own if it is not in the language of the page."""
    language = speech(text)
    return f"<span{language}>{markup(text)}</span>" if language else markup(text)


TABLE_CSS = page_file("pages/table.css") + "".join(
    f"{', '.join(f'.{code}' for code in codes_in(color))} {{ color: var({name}) }}\n"
    for color, name in {"green": "--good", "yellow": "--warn", "red": "--bad"}.items()
)
# Paper: how many letters a line holds, of 10 points, upright and on its side; and the smallest letters.
_UPRIGHT, _LYING = 90, 140
_POINTS, SMALLEST_POINTS = 10.0, 5.5
_ON_ITS_SIDE = "@page { size: landscape }\n"
# On paper a row of more than that is a paragraph, each figure after its heading, and nothing is lost.
_AS_PARAGRAPHS = page_file("pages/rows_as_paragraphs.css")
_MANY = 40  # letters of a cell that is read as a sentence, in a column as wide as sentences need
_LINE = 30  # letters of a line of such a cell


class ShownColumn(NamedTuple):
    """A column as it is shown: its heading, what its cells say, and how many letters the longest has."""

    column: Column
    heading: str
    texts: Sequence[str]
    letters: int

    def names(self, value: object = "") -> str:
        """The class attribute of a cell, or of the heading."""
        kind, names = self.column.kind, ""
        if kind.is_number:
            names = "number" if value is not None else "number none"
        elif kind is Kind.DATE:
            names = "date"
        elif kind is Kind.STATUS and value:
            names = str(value)
        elif self.letters > _MANY and kind is not Kind.LABEL:  # which has a width of its own
            names = "words"
        return f' class="{names}"' if names else ""


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the page: a heading, the table with its groups, and the notes."""
    words, shown = page_words(style.words), table.for_people()
    columns = [shown_column(shown, number, words) for number in range(len(shown.columns))]
    out.write(head(style.language, style.words.say(table.title), f"\n{PAGE_CSS}{_css(columns)}"))
    out.write(f'<main>\n<h1 id="title">{said(table.title, words)}</h1>\n')
    out.writelines(f"<p>{said(line, words)}</p>\n" for line in table.intro)
    # Whoever has no mouse scrolls a wide table by the keys that the focus brings.
    out.write('<div class="scroll" role="region" aria-labelledby="title" tabindex="0">\n')
    out.write('<table aria-labelledby="title">\n<thead>\n<tr>')
    out.writelines(heading_cell(one) for one in columns)
    out.write("</tr>\n</thead>\n<tbody>\n")
    out.writelines(body_rows(shown, columns, words))
    out.write("</tbody>\n</table>\n</div>\n")
    if shown.notes:
        notes = "".join(f"<li>{said(note, words)}</li>\n" for note in shown.notes)
        out.write(f"<ul>\n{notes}</ul>\n")
    out.write("</main>\n</body>\n</html>\n")


def shown_column(
    shown: Table, number: int, words: Catalogue, headings: Mapping[str, str] = MappingProxyType({})
) -> ShownColumn:
    """A column of a table that people see, under its own heading or the one that is given for it."""
    column = shown.columns[number]
    above = headings.get(column.key) or heading(shown.name, column, words)
    read = for_people(column, words)
    texts = [read(row[number]) for row in shown.rows]
    return ShownColumn(column, above, texts, max(map(len, (above, *texts))))


def heading_cell(column: ShownColumn) -> str:
    """The heading of a column."""
    return f'<th scope="col"{column.names()}>{markup(column.heading)}</th>'


def letters_of(columns: Sequence[ShownColumn]) -> int:
    """How many letters a line of a table takes, its long texts folded."""
    return sum(min(one.letters, _LINE) for one in columns)


def print_points(columns: Sequence[ShownColumn], line: int = _LYING) -> float:
    """The size of letters at which a table fits paper whose line holds so many letters."""
    return max(min(_POINTS, _POINTS * line / max(letters_of(columns), 1)), SMALLEST_POINTS)


def _css(columns: Sequence[ShownColumn]) -> str:
    """The style of a table: for more than paper holds, it lies on its side and has smaller letters."""
    letters, points = letters_of(columns), print_points(columns)
    css = TABLE_CSS.replace("POINTS", f"{points:.1f}pt")
    if letters > _UPRIGHT:
        css += _ON_ITS_SIDE
    if points > SMALLEST_POINTS:
        return css
    return css + as_paragraphs(columns)


def as_paragraphs(columns: Sequence[ShownColumn], of: str = "") -> str:
    """The style that makes a paragraph of each row on paper; `of` is the table that is meant, if not all."""
    names = "".join(_name(place, one.heading, of) for place, one in enumerate(columns, start=1))
    rules = _AS_PARAGRAPHS if not of else _AS_PARAGRAPHS.replace("  t", f"  {of}t").replace(", t", f", {of}t")
    return f"{rules}@media print {{\n{names}}}\n"


def _name(place: int, heading: str, of: str = "") -> str:
    """The style that sets the heading of a column before its cells."""
    letters = re.sub(r"[^\w ]", lambda match: f"\\{ord(match[0]):x} ", heading)
    return f'  {of}tr:not(.group) > :nth-child({place})::before {{ content: "{letters}: " }}\n'


def body_rows(
    shown: Table, columns: Sequence[ShownColumn], words: Catalogue, *, sorts: bool = False
) -> Iterator[str]:
    """The rows; those below a heading are a group of their own. With `sorts` cells have what sorts them."""
    headings = dict(shown.groups)
    for number, row in enumerate(shown.rows):
        if number in headings:
            if number:
                yield "</tbody>\n<tbody>\n"
            heads = f'scope="rowgroup" colspan="{len(columns)}"'
            yield f'<tr class="group"><th {heads}>{said(headings[number], words)}</th></tr>\n'
        cells = (
            _cell(one, value, one.texts[number], nested=shown.nested, sorts=sorts)
            for one, value in zip(columns, row, strict=True)
        )
        yield "<tr>" + "".join(cells) + "</tr>\n"


def _cell(column: ShownColumn, value: Any, text: str, *, nested: bool, sorts: bool) -> str:
    kind = column.column.kind
    if kind is Kind.LABEL and value is not None:
        return _label(value, nested=nested)
    inside = _bar(value) if kind is Kind.BAR and value is not None else markup(text)
    order = f' data-v="{_order(kind, value)}"' if sorts and (kind.is_number or kind in _DAYS) else ""
    forms = getattr(value, "forms", None)  # of a unit
    spoken_in = speech(next(iter(forms.values())) if forms else getattr(value, "text", value))
    return f"<td{column.names(value)}{order}{spoken_in}>{inside}</td>"


_DAYS = (Kind.DATE, Kind.PERIOD)


def _order(kind: Kind, value: Any) -> str:
    """The number that a cell is sorted by; days are counted. Empty without a value."""
    if value is None or isinstance(value, Rest):
        return ""
    if kind in _DAYS:
        return str((value.last if kind is Kind.PERIOD else value).toordinal())
    return f"{value if isinstance(value, (int, Decimal)) else value.stated:f}"


def _label(label: Label, *, nested: bool) -> str:
    """The heading of a row: a part under its whole, or with its whole before it."""
    if not label.whole:
        return f'<th scope="row"{speech(label.text)}>{markup(label.text)}</th>'
    if nested:
        return f'<th scope="row" class="part"{speech(label.part)}>{markup(label.part)}</th>'
    return f'<th scope="row">{spoken(label.whole)}: {spoken(label.part)}</th>'


def _bar(value: Any) -> str:
    """A bar that is drawn; what it shows stands in other columns as numbers."""
    if value.done is None and value.mark is None:
        return ""
    done = 0 if value.done is None else min(max(float(value.done), 0), 1)
    mark = "" if value.mark is None else f'<b style="left:{min(float(value.mark), 1):.1%}"></b>'
    return f'<span class="bar" aria-hidden="true"><i style="width:{done:.1%}"></i>{mark}</span>'
