"""A row as two or three lines, for terminals on which its columns do not fit beside each other.

The first line holds what leads the row, the next ones "heading: value" of the rest, the last ones what
is said in sentences. Empty cells take no place, and nothing is cut.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from edureport.formats.lines import Paint, folded
from edureport.table import Column, Compact

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
    lead: list[Piece] = []
    named: list[Piece] = []
    sentences: list[Piece] = []
    end: list[Piece] = []
    for shown, cell in zip(columns, row, strict=True):
        if not cell.text:
            continue
        match shown.column.in_compact:
            case Compact.LEAD:
                lead.append(((cell.text, cell.style or ("" if lead else "bold")),))
            case Compact.NAMED:
                named.append(((f"{shown.heading}: ", "dim"), (cell.text, cell.style)))
            case Compact.SENTENCE:
                sentences.append(((cell.text, cell.style),))
            case Compact.END:
                end.append(((f"{shown.heading}: ", "dim"), (cell.text, cell.style)))
    inner = INDENT + (_indent(lead[0][0][0]) if lead else 0)
    lines = [*_flow(lead, "  ", inner, width, paint, first=0), *_flow(named, " · ", inner, width, paint)]
    for sentence in (*sentences, *end):
        lines += _flow([sentence], "", inner, width, paint)
    return lines


def _flow(
    pieces: Sequence[Piece], joint: str, indent: int, width: int, paint: Paint, first: int | None = None
) -> Iterator[str]:
    """The pieces one after the other, in lines of this width; a piece that is longer is folded.

    `first` is the indent of the first line, if it has another.
    """
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


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
