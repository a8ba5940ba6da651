"""Tables in plain text and in markups: reStructuredText by its own rules of width, others by tabulate."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TextIO

from edureport.formats import Style
from edureport.formats.cells import for_people, headings
from edureport.formats.markup import Markup, markup
from edureport.table import Kind, Table

Rows = Sequence[Sequence[str]]

_TABULATE = {"markdown": "pipe", "latex": "latex_raw"}  # where tabulate has another name


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the title, the table (its groups as rows of their own) and the notes."""
    words, name = style.words, style.name
    written = markup(name)
    shown = table.without_bars()
    before, after = (
        [written.paragraph(words.say(said)) for said in messages]
        for messages in ((table.title, *table.intro), shown.notes)
    )
    end = "\n" if name == "plain" else "\n\n"
    out.write(end.join(before) + "\n\n")
    out.writelines(line + "\n" for line in drawn(shown, style, written))
    if after:
        out.write("\n" + end.join(after) + "\n")


def drawn(
    shown: Table, style: Style, written: Markup, named: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """The lines of a table as people see it, groups among its rows; some headings are `named`, by key."""
    heads = [written.cell(said) for said in headings(shown, style.words, named)]
    rights = [column.kind.is_number for column in shown.columns]
    return _lines(style.name, [heads, *_rows(shown, style, written)], rights)


def _rows(table: Table, style: Style, written: Markup) -> list[list[str]]:
    words = style.words
    read = [for_people(column, words) for column in table.columns]
    groups = dict(table.groups)
    # Plain text is read as it is: a part is indented; markups would swallow that.
    mark = "  " if style.name == "plain" else "– "
    rows: list[list[str]] = []
    for number, row in enumerate(table.rows):
        if number in groups:
            said = written.strong.format(written.cell(words.say(groups[number])))
            rows.append([said] + [written.nothing] * (len(row) - 1))
        texts = []
        for column, text, cell in zip(table.columns, read, row, strict=True):
            part = column.kind is Kind.LABEL and table.nested and cell.whole
            said = mark + cell.part if part else text(cell)
            texts.append(written.cell(said) if said else written.nothing)
        rows.append(texts)
    return rows


def _lines(name: str, rows: Rows, rights: Sequence[bool]) -> list[str]:
    """The lines of the table; the first row is its headings."""
    if name == "plain":
        from rich.cells import cell_len

        return _aligned(rows, rights, cell_len)[0]
    if name == "rst":
        lines, widths = _aligned(rows, rights, _docutils_width)
        border = "  ".join("=" * width for width in widths)
        return [border, lines[0], border, *lines[1:], border]
    import tabulate

    tabulate.WIDE_CHARS_MODE = False  # else what is written depends on whether wcwidth is installed
    body = tabulate.tabulate(
        rows[1:],
        headers=rows[0],
        tablefmt=_TABULATE.get(name, name),
        colalign=["right" if right else "left" for right in rights],
        disable_numparse=True,
        preserve_whitespace=True,
    )
    return [line.rstrip() for line in body.split("\n")]


def _aligned(rows: Rows, rights: Sequence[bool], size: Callable[[str], int]) -> tuple[list[str], list[int]]:
    """The rows as lines with two spaces between their columns, and the widths of these."""
    sizes = [[size(text) for text in row] for row in rows]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    lines = []
    for row, taken in zip(rows, sizes, strict=True):
        padded = [
            " " * (width - used) + text if right else text + " " * (width - used)
            for text, used, width, right in zip(row, taken, widths, rights, strict=True)
        ]
        lines.append("  ".join(padded).rstrip())
    return lines, widths


def _docutils_width(text: str) -> int:
    """The columns that a text takes in the tables of docutils."""
    return sum(
        1 + (unicodedata.east_asian_width(letter) in "WF") - bool(unicodedata.combining(letter))
        for letter in text
    )
