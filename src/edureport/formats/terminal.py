"""The table for a terminal: it fits the width, and says nothing by colour alone.

Texts are folded first, then amounts ("more than" above "300"); where even the narrowest columns do
not fit, each row becomes a block of lines, so that nothing is cut. In a pipe there is no width and
nothing is folded. Rich measures the text and sets the colours; the layout is line by line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple, TextIO

from rich.cells import cell_len

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.table import Column, Kind, Table

GAP = "  "
WIDE, NARROW = 26, 14  # to what a column of text is folded: if it can be, and if it must be;
# words of up to WIDE letters are not broken
_TEXTS = (Kind.LABEL, Kind.TEXT, Kind.PERIOD, Kind.MESSAGE)
_AMOUNTS = (Kind.QUANTITY, Kind.NUMBER, Kind.RATE, Kind.PERCENT, Kind.GROWTH, Kind.CHANGE)
_STATUS = {  # a sign and a colour beside the word
    "achieved": ("✓", "green"),
    "on_track": ("●", "green"),
    "behind": ("◐", "yellow"),
    "off_track": ("○", "red"),
    "missed": ("✗", "red"),
    "regressing": ("↓", "red"),
    "no_data": ("–", "dim"),
    "not_assessable": ("?", "dim"),
}

Paint = Callable[[str, str], str]  # a text in a style of rich, or as it is


class _Cell(NamedTuple):
    text: str
    style: str = ""


class _Shown(NamedTuple):
    """A column on the screen."""

    column: Column
    heading: str
    width: int


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the title, the groups of rows under their headings, and the notes."""
    words, shown = style.words, table.for_people()
    paint = _painter() if style.color else _plain
    out.writelines(
        _paragraph(words.say(said), style.width, paint, "" if number else "bold")
        for number, said in enumerate((table.title, *table.intro))
    )
    out.write("\n")
    out.flush()  # something to look at while a long table is laid out
    read = [for_people(column, words) for column in shown.columns]
    cells = [
        [_cell(*cell, table.nested) for cell in zip(shown.columns, row, read, strict=True)]
        for row in shown.rows
    ]
    columns = _columns(shown, cells, [heading(table.name, column, words) for column in shown.columns])
    fitted = _fit(columns, cells, style.width)
    groups = {number: words.say(said) for number, said in table.groups}
    if fitted is None:
        lines = _blocks(columns, cells, style.width, paint)
    else:
        lines = (_aligned(fitted, row, paint) for row in cells)
    if fitted is not None:
        titles = [_Cell(column.heading, "dim") for column in columns]
        out.writelines(line + "\n" for line in _aligned(fitted, titles, paint, bottom=True))
    for number, row in enumerate(lines):
        if number in groups:
            above = "\n" if number and fitted is not None else ""
            out.write(above + _paragraph(groups[number], style.width, paint, "bold cyan"))
        out.writelines(line + "\n" for line in row)
    if table.notes:
        out.write("\n")
    out.writelines(_paragraph(words.say(note), style.width, paint, "dim") for note in table.notes)


def _cell(column: Column, value: Any, read: Callable[[Any], str], nested: bool) -> _Cell:
    text = read(value)
    if value is None:
        return _Cell(text, "dim" if text else "")
    if column.kind is Kind.STATUS:
        sign, color = _STATUS[value]
        return _Cell(f"{sign} {text}", color)
    if column.kind is Kind.LABEL and nested and value.whole:
        return _Cell("  " + value.text)
    return _Cell(text)


# Widths


def _columns(table: Table, cells: Sequence[Sequence[_Cell]], headings: list[str]) -> list[_Shown]:
    """The columns at their natural width."""
    found = []
    for number, column in enumerate(table.columns):
        widest = max((cell_len(row[number].text) for row in cells), default=0)
        found.append(_Shown(column, headings[number], max(widest, cell_len(headings[number]))))
    return found


def _fit(columns: list[_Shown], cells: Sequence[Sequence[_Cell]], width: int | None) -> list[_Shown] | None:
    """The columns folded to the width of the terminal, headings first; None if they cannot be."""
    if width is None or _total(columns) <= width:
        return columns
    columns = [_with_folded_heading(column, number, cells) for number, column in enumerate(columns)]
    fitted = list(columns)
    for kinds, least in ((_TEXTS, WIDE), (_AMOUNTS, 0), (_TEXTS, NARROW)):
        for number, column in enumerate(columns):
            over = _total(fitted) - width
            if over > 0 and column.column.kind in kinds:
                parts = _longest_word if least else _longest_part
                widest = max((parts(row[number].text) for row in cells), default=0)
                floor = max(least, min(widest, WIDE) if least else widest, _longest_word(column.heading))
                now = fitted[number].width
                fitted[number] = column._replace(width=max(min(now, floor), now - over))
    return fitted if _total(fitted) <= width else None


def _with_folded_heading(column: _Shown, number: int, cells: Sequence[Sequence[_Cell]]) -> _Shown:
    widest = max((cell_len(row[number].text) for row in cells), default=0)
    return column._replace(width=max(widest, _longest_word(column.heading)))


def _total(columns: list[_Shown]) -> int:
    return sum(column.width + len(GAP) for column in columns) - len(GAP)


def _longest_word(text: str) -> int:
    return max(cell_len(word) for word in text.split(" "))


def _longest_part(amount: str) -> int:
    return max(map(cell_len, _parts(amount)))


def _parts(amount: str) -> list[str]:
    """An amount on two lines, as "more than" above "300"; words without a number stay together."""
    return amount.rsplit(" ", 1) if any(map(str.isdigit, amount)) else [amount]


def _folded(text: str, width: int) -> list[str]:
    """The text in lines of this width, broken at spaces; longer words are broken anywhere."""
    if cell_len(text) <= width:
        return [text]
    indent = text[: len(text) - len(text.lstrip(" "))][: width - 1]
    lines = [indent]
    for word in re.split(" (?![–—→])", text.strip(" ")):  # a dash does not begin a line
        joint = " " if lines[-1] != indent else ""
        if joint and cell_len(lines[-1]) + 1 + cell_len(word) > width:
            lines.append(indent)
            joint = ""
        lines[-1] += joint
        for letter in word:
            if cell_len(lines[-1]) + cell_len(letter) > width:
                lines.append(indent)
            lines[-1] += letter
    return lines


# Lines


def _aligned(columns: list[_Shown], row: Sequence[_Cell], paint: Paint, *, bottom: bool = False) -> list[str]:
    """The lines of a row; in those of a heading the words stand at the bottom."""
    stacks = []
    for shown, cell in zip(columns, row, strict=True):
        fits = cell_len(cell.text) <= shown.width
        amount = shown.column.kind in _AMOUNTS and not bottom
        stacks.append(_parts(cell.text) if amount and not fits else _folded(cell.text, shown.width))
    if bottom:
        height = max(map(len, stacks))
        stacks = [[""] * (height - len(stack)) + stack for stack in stacks]
    lines = []
    for texts in zip_longest(*stacks, fillvalue=""):
        padded = []
        for shown, cell, text in zip(columns, row, texts, strict=True):
            blank = " " * (shown.width - cell_len(text))
            painted = paint(text, cell.style)
            padded.append(blank + painted if shown.column.kind.is_number else painted + blank)
        lines.append(GAP.join(padded).rstrip())
    return lines


def _blocks(
    columns: list[_Shown], cells: Sequence[Sequence[_Cell]], width: int | None, paint: Paint
) -> Iterator[list[str]]:
    """Each row as lines of a heading and a value, the first cell above them."""
    widest = max((cell_len(column.heading) for column in columns[1:]), default=0)
    room = max((width or 80) - widest - 2 * len(GAP), NARROW)
    for number, row in enumerate(cells):
        lines = [""] if number else []
        lines += [paint(line, "bold") for line in _folded(row[0].text, width or 80)]
        for column, cell in zip(columns[1:], row[1:], strict=True):
            name = column.heading + " " * (widest - cell_len(column.heading))
            for line in _folded(cell.text, room) if cell.text else ():
                lines.append(GAP + name + GAP + paint(line, cell.style))
                name = " " * widest
        yield lines


def _paragraph(text: str, width: int | None, paint: Paint, style: str) -> str:
    lines = [text] if width is None else _folded(text, width)
    return "".join(paint(line, style) + "\n" for line in lines)


def _plain(text: str, style: str) -> str:  # noqa: ARG001  # a Paint
    return text


def _painter() -> Paint:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    def paint(text: str, style: str) -> str:
        if not text or not style:
            return text
        return RichStyle.parse(style).render(text, color_system=ColorSystem.STANDARD)

    return paint
