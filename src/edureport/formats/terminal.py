"""The table for a terminal, by rich: it fits the width, and says nothing by colour alone.

Where even the narrowest columns do not fit, each row becomes a block of lines, so that nothing is
cut. In a pipe there is no width and nothing is folded. Rich lays out what a person will look at;
longer tables are written line by line.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.table import Column, Kind, Table

LONG = 1000  # rows; rich takes some 0.4 ms for each
GAP = 2
WIDE, NARROW = 26, 14  # to what a column of text is folded: if it can be, and if it must be
_TEXTS = (Kind.LABEL, Kind.TEXT, Kind.PERIOD)
_AMOUNTS = (Kind.QUANTITY, Kind.NUMBER, Kind.RATE, Kind.PERCENT, Kind.GROWTH, Kind.CHANGE)
_STATUS = {
    "achieved": ("✓", "green"),
    "on_track": ("●", "green"),
    "behind": ("◐", "yellow"),
    "off_track": ("○", "red"),
    "missed": ("✗", "red"),
    "regressing": ("↓", "red"),
    "no_data": ("–", "dim"),
    "not_assessable": ("?", "dim"),
}


class _Shown(NamedTuple):
    """A column on the screen."""

    column: Column
    heading: str
    width: int


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the title, the groups of rows under their headings, and the notes."""
    words, shown = style.words, table.for_people()
    console = Console(
        file=out,
        width=style.width or 10_000,
        force_terminal=style.color,
        no_color=not style.color,
        color_system="auto" if style.color else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    console.print(Text(words.say(table.title), style="bold"), soft_wrap=style.width is None)
    for line in table.intro:
        console.print(Text(words.say(line)), soft_wrap=style.width is None)
    console.print()
    read = [for_people(column, words) for column in shown.columns]
    cells = [
        [
            _cell(column, value, text(value), table.nested)
            for column, value, text in zip(shown.columns, row, read, strict=True)
        ]
        for row in shown.rows
    ]
    columns = _columns(shown, cells, [heading(table.name, c, words) for c in shown.columns])
    fitted = _fit(columns, cells, style.width)
    headings = {number: words.say(said) for number, said in table.groups}
    if fitted is None:
        _blocks(console, columns, cells, headings)
    elif len(cells) > LONG:
        _lines(out, fitted, cells, headings)
    else:
        _grids(console, fitted, cells, headings)
    for note in table.notes:
        console.print(
            Text(words.say(note), style="dim" if style.color else ""), soft_wrap=style.width is None
        )


def _cell(column: Column, value: Any, words: str, nested: bool) -> Text:
    if value is None:
        return Text(words, style="dim" if words else "")
    if column.kind is Kind.STATUS:
        sign, color = _STATUS[value]
        return Text(f"{sign} {words}", style=color)
    if column.kind is Kind.LABEL and nested and value.whole:
        return Text("  " + value.text)
    return Text(words)


def _columns(table: Table, cells: Sequence[Sequence[Text]], headings: list[str]) -> list[_Shown]:
    """The columns at their natural width; headings are folded at their spaces."""
    found = []
    for number, column in enumerate(table.columns):
        widest = max([cell_len(row[number].plain) for row in cells] + [_longest_word(headings[number])])
        found.append(_Shown(column, headings[number], widest))
    return found


def _fit(columns: list[_Shown], cells: Sequence[Sequence[Text]], width: int | None) -> list[_Shown] | None:
    """The columns folded to the width of the terminal; None if they cannot be.

    Texts are folded first, then amounts ("more than" above "300"), then texts still further.
    """
    fitted = list(columns)
    narrow = [max((_longest_part(row[n].plain) for row in cells), default=0) for n in range(len(columns))]
    for kinds, least in ((_TEXTS, WIDE), (_AMOUNTS, 0), (_TEXTS, NARROW)):
        for number, column in enumerate(columns):
            over = sum(one.width + GAP for one in fitted) - GAP - (width or 10**9)
            if over > 0 and column.column.kind in kinds:
                floor = least or max(narrow[number], _longest_word(column.heading))
                now = fitted[number].width
                fitted[number] = column._replace(width=max(min(now, floor), now - over))
    return fitted if sum(one.width + GAP for one in fitted) - GAP <= (width or 10**9) else None


def _longest_part(amount: str) -> int:
    """How wide an amount is on two lines, as "more than" above "300"."""
    return max(cell_len(part) for part in _parts(amount))


def _parts(amount: str) -> list[str]:
    return amount.rsplit(" ", 1) if any(map(str.isdigit, amount)) else [amount]


def _longest_word(text: str) -> int:
    return max((cell_len(word) for word in text.split(" ")), default=0)


def _folded(text: Text, shown: _Shown) -> Text:
    """The text in lines of the width of its column, broken at spaces; a no-break space holds."""
    width = shown.width
    if cell_len(text.plain) <= width:
        return text
    if shown.column.kind in _AMOUNTS:
        return Text("\n".join(_parts(text.plain)), style=text.style)
    indent = " " * (len(text.plain) - len(text.plain.lstrip(" ")))
    lines = [indent]
    for word in text.plain.split(" "):
        if lines[-1].strip() and cell_len(lines[-1]) + 1 + cell_len(word) > width:
            lines.append(indent)
        lines[-1] += (" " if lines[-1].strip() else "") + word
    return Text("\n".join(lines), style=text.style)


def _grids(
    console: Console, columns: list[_Shown], cells: Sequence[Sequence[Text]], headings: dict[int, str]
) -> None:
    console.print(_grid(columns, [[Text(column.heading, style="dim") for column in columns]]))
    starts = sorted({0, *headings})
    for start, end in zip(starts, [*starts[1:], len(cells)], strict=True):
        if start in headings:
            console.print(Text(headings[start], style="bold cyan"))
        console.print(_grid(columns, cells[start:end]))
        console.print()


def _grid(columns: list[_Shown], cells: Sequence[Sequence[Text]]) -> Grid:
    grid = Grid(box=None, show_header=False, padding=(0, GAP, 0, 0), pad_edge=False)
    for column in columns:
        grid.add_column(
            width=column.width,
            justify="right" if column.column.kind.is_number else "left",
            vertical="bottom" if cells and cells[0][0].style == "dim" else "top",
            overflow="fold",
        )
    for row in cells:
        grid.add_row(*[_folded(cell, column) for cell, column in zip(row, columns, strict=True)])
    return grid


def _lines(
    out: TextIO, columns: list[_Shown], cells: Sequence[Sequence[Text]], headings: dict[int, str]
) -> None:
    """Aligned text without folding, for tables too long for anybody to read at once."""
    out.write(_line(columns, [column.heading for column in columns]))
    for number, row in enumerate(cells):
        if number in headings:
            out.write(headings[number] + "\n")
        out.write(_line(columns, [cell.plain for cell in row]))
    out.write("\n")


def _line(columns: list[_Shown], texts: list[str]) -> str:
    padded = []
    for column, text in zip(columns, texts, strict=True):
        blank = " " * (column.width - cell_len(text))
        padded.append(blank + text if column.column.kind.is_number else text + blank)
    return (" " * GAP).join(padded).rstrip() + "\n"


def _blocks(
    console: Console,
    columns: list[_Shown],
    cells: Sequence[Sequence[Text]],
    headings: dict[int, str],
) -> None:
    """Each row as lines of a heading and a value, the first cell above them."""
    widest = max(cell_len(column.heading) for column in columns[1:])
    for number, row in enumerate(cells):
        if number in headings:
            console.print(Text(headings[number], style="bold cyan"))
        console.print(Text(row[0].plain, style="bold"))
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell.plain:
                grid = Grid.grid(padding=(0, GAP, 0, 0))
                grid.add_column(width=widest + GAP, style="dim")
                grid.add_column(overflow="fold")
                grid.add_row("  " + column.heading, cell)
                console.print(grid)
        console.print()
