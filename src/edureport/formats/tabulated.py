"""Tables in text and in the markups of other programs, by tabulate."""

import re
from typing import TextIO

import tabulate

from edureport.formats import Style
from edureport.formats.cells import for_people, heading
from edureport.table import Kind, Table


def _references(letters: str) -> dict[str, str]:
    """The letters as HTML writes them by number, which several markups read too."""
    return {letter: f"&#{ord(letter)};" for letter in letters}


# What a markup takes for its own, and how it is written as text; tabulate escapes LaTeX itself.
ESCAPES = {
    "markdown": {
        "\\": "\\\\",
        "|": "\\|",
        "*": "\\*",
        "_": "\\_",
        "`": "\\`",
        "[": "\\[",
        "<": "&lt;",
        "&": "&amp;",
        "~": "\\~",
    },
    "rst": {"\\": "\\\\", "*": "\\*", "_": "\\_", "`": "\\`", "|": "\\|"},
    "asciidoc": {"|": "\\|"} | _references("&<*_`^~#{["),
    "jira": {sign: f"\\{sign}" for sign in "|{[*_!^~"} | _references("\\"),
    "mediawiki": _references("|!&<[{}'_~"),
}
LATEX = {
    "\\": r"\textbackslash{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "^": r"\^{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
}
BOLD = {
    "markdown": "**{}**",
    "rst": "**{}**",
    "asciidoc": "*{}*",
    "jira": "*{}*",
    "mediawiki": "'''{}'''",
}
_TABULATE = {"markdown": "pipe"}  # where tabulate has another name


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the title, the table (its groups as rows of their own) and the notes."""
    words, name = style.words, style.name
    texts = str.maketrans({**(LATEX if name == "latex" else ESCAPES.get(name, {}))})
    shown = _drawable(table.for_people())
    body = tabulate.tabulate(
        _rows(shown, style),
        headers=[heading(table.name, column, words) for column in shown.columns],
        tablefmt=_TABULATE.get(name, name),
        colalign=["right" if column.kind.is_number else "left" for column in shown.columns],
        disable_numparse=True,
        preserve_whitespace=True,  # the indent of parts
    )
    end = "\n" if name == "plain" else "\n\n"
    before, after = (
        [started(words.say(said).translate(texts), name) for said in messages]
        for messages in ((table.title, *table.intro), table.notes)
    )
    out.write(end.join(before) + "\n\n" + body.rstrip("\n") + "\n")
    if after:
        out.write("\n" + end.join(after) + "\n")


def started(paragraph: str, name: str) -> str:
    """A paragraph whose beginning Markdown does not take for a heading or a list."""
    return re.sub(r"^(\d*)([#.)>+-])", r"\1\\\2", paragraph) if name == "markdown" else paragraph


def _drawable(table: Table) -> Table:
    """The table without bars, which are for screens."""
    return table.select([column.key for column in table.columns if column.kind is not Kind.BAR])


def _rows(table: Table, style: Style) -> list[list[str]]:
    words = style.words
    read = [for_people(column, words) for column in table.columns]
    headings = dict(table.groups)
    escapes = str.maketrans({**ESCAPES.get(style.name, {})})
    # Plain text is read as it is: a part is indented; markups would swallow that.
    mark = "  " if style.name == "plain" else "– "
    rows: list[list[str]] = []
    for number, row in enumerate(table.rows):
        if number in headings:
            said = words.say(headings[number]).translate(escapes)
            rows.append([BOLD.get(style.name, "{}").format(said), *[""] * (len(row) - 1)])
        texts = []
        for column, text, cell in zip(table.columns, read, row, strict=True):
            part = column.kind is Kind.LABEL and table.nested and cell.whole
            texts.append((mark + cell.part if part else text(cell)).translate(escapes))
        rows.append(texts)
    return rows
