"""The table for a terminal: it fits the width, and says nothing by colour alone.

Texts are folded first, then amounts ("more than" above "300"). Where even the narrowest columns do not
fit, or would fold sentences or make the table much longer, each row is a few lines without columns;
nothing is cut. In a pipe there is no width and nothing is folded. The layout is line by line.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple, TextIO

from rich.cells import cell_len

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.formats.lines import Paint, folded, painter, paragraph
from edureport.formats.signs import SIGNS
from edureport.table import Column, Compact, Kind, Table

INDENT = 2


class Cell(NamedTuple):
    """The text of a cell and its style."""

    text: str
    style: str = ""


class Shown(NamedTuple):
    """A column on the screen: its heading and its width."""

    column: Column
    heading: str
    width: int


Run = tuple[str, str]  # a text and its style
Piece = tuple[Run, ...]  # what stays on one line if it can


def compact(columns: Sequence[Shown], row: Sequence[Cell], width: int, paint: Paint) -> list[str]:
    """The lines of a row."""
    pieces: dict[Compact, list[Piece]] = {where: [] for where in Compact}
    for shown, cell in zip(columns, row, strict=True):
        where = shown.column.in_compact
        lead = where is Compact.LEAD and not pieces[where]
        name = ((f"{shown.heading}: ", "dim"),) if where in (Compact.NAMED, Compact.END) else ()
        if cell.text:
            pieces[where].append((*name, (cell.text, cell.style or ("bold" if lead else ""))))
    first = pieces[Compact.LEAD][0][0][0] if pieces[Compact.LEAD] else ""
    inner = INDENT + len(first) - len(first.lstrip(" "))
    lines = [*_flow(pieces[Compact.LEAD], "  ", inner, width, paint, first=0)]
    lines += _flow(pieces[Compact.NAMED], " · ", inner, width, paint)
    for piece in (*pieces[Compact.SENTENCE], *pieces[Compact.END]):
        lines += _flow([piece], "", inner, width, paint)
    return lines


def _flow(
    pieces: Sequence[Piece], joint: str, indent: int, width: int, paint: Paint, first: int | None = None
) -> Iterator[str]:
    """The pieces one after the other, folded to this width; `first` is the indent of the first line."""
    below = " " * indent
    margin = below if first is None else " " * first
    line, used = "", 0
    for piece in pieces:
        size = sum(cell_len(text) for text, _ in piece)
        if used and len(margin) + used + len(joint) + size > width:
            yield margin + line
            margin, line, used = below, "", 0
        if used:
            line, used = line + joint, used + len(joint)
        if len(margin) + size <= width:
            line, used = line + "".join(paint(*run) for run in piece), used + size
        else:
            style = piece[-1][1]
            *full, last = folded("".join(text for text, _ in piece), max(width - indent, 1))
            for text in full:
                yield margin + paint(text, style)
                margin = below
            line, used = paint(last, style), cell_len(last)
    if used:
        yield margin + line


GAP = "  "
WIDE, NARROW = 26, 14  # to what a column of text is folded: if it can be, and if it must be;
# words of up to WIDE letters are not broken
_TEXTS = (Kind.LABEL, Kind.TEXT, Kind.PERIOD, Kind.MESSAGE, Kind.SENTENCE)
_AMOUNTS = (Kind.QUANTITY, Kind.NUMBER, Kind.RATE, Kind.PERCENT, Kind.GROWTH, Kind.CHANGE)
MUCH = 1.5  # times as many lines; up to that, figures under each other are worth the room
_SAMPLE = 100  # rows by which the shorter layout is chosen


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the title, the groups of rows under their headings, and the notes."""
    words, shown, width = style.words, table.for_people(), style.width
    paint = painter(color=style.color)
    if not shown.rows and shown.notes:
        out.writelines(paragraph(words.say(note), width, paint, "") for note in shown.notes)
        return
    out.writelines(
        paragraph(words.say(said), width, paint, "" if number else "bold")
        for number, said in enumerate((table.title, *table.intro))
    )
    out.write("\n")
    out.flush()  # something to look at while a long table is laid out
    read = [for_people(column, words) for column in shown.columns]
    cells = [
        [_cell(*cell, table.nested) for cell in zip(shown.columns, row, read, strict=True)]
        for row in shown.rows
    ]
    columns = [  # at their natural width
        Shown(column, above, max(_widest(cells, number), cell_len(above)))
        for number, column in enumerate(shown.columns)
        for above in (heading(table.name, column, words),)
    ]
    fitted = _fit(columns, cells, width)
    groups = {number: words.say(said) for number, said in table.groups}
    may_lose = not table.chosen
    while may_lose and any(one.column.spare for one in columns) and _is_too_wide(fitted, cells, width):
        most = max(one.column.spare for one in columns)  # those are left out first
        kept = [number for number, one in enumerate(columns) if one.column.spare < most]
        columns = [columns[number] for number in kept]
        cells = [[row[number] for number in kept] for row in cells]
        fitted = _fit(columns, cells, width)
    if fitted is None or _reads_badly(fitted, cells, width):
        lines = (compact(columns, row, width or 80, paint) for row in cells)
    else:
        lines = (_aligned(fitted, row, paint) for row in cells)
        titles = [Cell(column.heading, "dim") for column in fitted]
        out.writelines(line + "\n" for line in _aligned(fitted, titles, paint, bottom=True))
    for number, row in enumerate(lines):
        if number in groups:
            above = "\n" if number else ""
            out.write(above + paragraph(groups[number], width, paint, "bold cyan"))
        out.writelines(line + "\n" for line in row)
    if shown.notes:
        out.write("\n")
    out.writelines(paragraph(words.say(note), width, paint, "dim") for note in shown.notes)


def _is_too_wide(fitted: list[Shown] | None, cells: Sequence[Sequence[Cell]], width: int | None) -> bool:
    """Whether columns of this width fold amounts, read badly, or are not to be had."""
    if fitted is None:
        return True
    folded_amounts = any(
        shown.column.kind in _AMOUNTS and shown.width < _widest(cells, number)
        for number, shown in enumerate(fitted)
    )
    return folded_amounts or _reads_badly(fitted, cells, width)


def _reads_badly(columns: list[Shown], cells: Sequence[Sequence[Cell]], width: int | None) -> bool:
    """Whether columns of this width fold sentences, or take many more lines than rows without them."""
    if width is None:
        return False
    for number, column in enumerate(columns):
        if column.column.in_compact is Compact.SENTENCE and _widest(cells, number) > column.width:
            return True
    paint, sample = painter(color=False), cells[:_SAMPLE]
    across = sum(len(_aligned(columns, row, paint)) for row in sample)
    return across > MUCH * sum(len(compact(columns, row, width, paint)) for row in sample)


def _cell(column: Column, value: Any, read: Callable[[Any], str], nested: bool) -> Cell:
    text = read(value)
    if value is None:
        return Cell(text, "dim" if text else "")
    if column.kind is Kind.STATUS:
        sign = SIGNS[value]
        return Cell(f"{sign.letter} {text}", sign.color)
    if column.kind is Kind.LABEL and nested and value.whole:
        return Cell("  " + value.part)
    return Cell(text)


# Widths


def _widest(cells: Sequence[Sequence[Cell]], number: int, size: Callable[[str], int] = cell_len) -> int:
    """The room that the longest text of a column takes, or by another `size` the longest piece of one."""
    return max((size(row[number].text) for row in cells), default=0)


def _fit(columns: list[Shown], cells: Sequence[Sequence[Cell]], width: int | None) -> list[Shown] | None:
    """The columns folded to the width of the terminal, headings first; None if they cannot be."""
    if width is None or _total(columns) <= width:
        return columns
    columns = [
        column._replace(width=max(_widest(cells, number), _longest_word(column.heading)))
        for number, column in enumerate(columns)
    ]
    fitted = list(columns)
    for kinds, least in ((_TEXTS, WIDE), (_AMOUNTS, 0), (_TEXTS, NARROW)):
        for number, column in enumerate(columns):
            over = _total(fitted) - width
            if over > 0 and column.column.kind in kinds:
                longest = _longest_word if least else lambda amount: max(map(cell_len, _parts(amount)))
                widest = _widest(cells, number, longest)
                floor = max(least, min(widest, WIDE) if least else widest, _longest_word(column.heading))
                now = fitted[number].width
                fitted[number] = column._replace(width=max(min(now, floor), now - over))
    return fitted if _total(fitted) <= width else None


def _total(columns: list[Shown]) -> int:
    return sum(column.width + len(GAP) for column in columns) - len(GAP)


def _longest_word(text: str) -> int:
    return max(cell_len(word) for word in text.split(" "))


def _parts(amount: str) -> list[str]:
    """An amount on two lines, as "more than" above "300"; words without a number stay together."""
    return amount.rsplit(" ", 1) if any(map(str.isdigit, amount)) else [amount]


# Lines


def _aligned(columns: list[Shown], row: Sequence[Cell], paint: Paint, *, bottom: bool = False) -> list[str]:
    """The lines of a row; in those of a heading the words stand at the bottom."""
    stacks = []
    for shown, cell in zip(columns, row, strict=True):
        fits = cell_len(cell.text) <= shown.width
        amount = shown.column.kind in _AMOUNTS and not bottom
        stacks.append(_parts(cell.text) if amount and not fits else folded(cell.text, shown.width))
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
