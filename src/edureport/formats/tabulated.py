"""Tables in text and in the markups of other programs, by tabulate."""

from typing import TextIO

import tabulate

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.table import Kind, Table

_TABULATE = {"markdown": "pipe"}  # where our name is not tabulate's
_ESCAPES = {
    "markdown": {"|": "\\|", "*": "\\*", "_": "\\_", "<": "&lt;", "`": "\\`", "[": "\\[", "\\": "\\\\"},
    "rst": {"*": "\\*", "_": "\\_", "`": "\\`", "|": "\\|", "\\": "\\\\"},
    "orgtbl": {"|": "\\vert{}"},
    "asciidoc": {"|": "\\|"},
    "jira": {"|": "\\|", "{": "\\{", "[": "\\["},
    "textile": {"|": "&#124;", "<": "&lt;"},
    "mediawiki": {"|": "&#124;", "<": "&lt;", "[": "&#91;", "{": "&#123;"},
    "moinmoin": {"||": "&#124;&#124;"},
}
_INDENT = {"plain": "  ", "simple": "  "}  # of a part under its whole; elsewhere a dash


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the title, the table (its groups as rows of their own) and the notes."""
    words, shown = style.words, table.for_people()
    columns = [column for column in shown.columns if column.kind is not Kind.BAR]
    places = [shown.columns.index(column) for column in columns]
    read = [for_people(column, words) for column in columns]
    escapes = str.maketrans(_ESCAPES.get(style.name, {})) if style.name != "moinmoin" else {}
    headings = dict(table.groups)
    rows: list[list[str]] = []
    for number, row in enumerate(shown.rows):
        if number in headings:
            rows.append([words.say(headings[number]), *[""] * (len(columns) - 1)])
        cells = [read_cell(row[place]) for read_cell, place in zip(read, places, strict=True)]
        for position, column in enumerate(columns):
            label = row[places[position]]
            if column.kind is Kind.LABEL and table.nested and label.whole:
                cells[position] = _INDENT.get(style.name, "– ") + label.text
        rows.append(cells)
    body = [[cell.translate(escapes) for cell in row] for row in rows]
    tabulate.PRESERVE_WHITESPACE = True  # tabulate has no other way to keep the indent of parts
    lines = tabulate.tabulate(
        body,
        headers=[heading(table.name, column, words) for column in columns],
        tablefmt=_TABULATE.get(style.name, style.name),
        colalign=["right" if column.kind.is_number else "left" for column in columns],
        disable_numparse=True,
    )
    before = [words.say(table.title), *map(words.say, table.intro)]
    _write_around(out, style.name, before)
    out.write(lines.rstrip("\n") + "\n")
    notes = list(map(words.say, table.notes))
    if notes:
        out.write("\n")
        _write_around(out, style.name, notes, last=True)


def _write_around(out: TextIO, name: str, lines: list[str], *, last: bool = False) -> None:
    """Lines before or after the table, as paragraphs of the markup."""
    escapes = str.maketrans(_ESCAPES.get(name, {})) if name != "moinmoin" else {}
    if name == "latex":
        lines = [line.translate(str.maketrans(_LATEX)) for line in lines]
    texts = [line.translate(escapes) for line in lines]
    if name in ("plain", "simple"):
        out.write("\n".join(texts) + ("\n" if last else "\n\n"))
    else:
        out.write("\n\n".join(texts) + ("\n" if last else "\n\n"))


_LATEX = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "^": r"\^{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "\\": r"\textbackslash{}",
}
