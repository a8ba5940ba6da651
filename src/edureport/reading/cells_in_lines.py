"""Rows of tables that were written a cell a line, with bars between them, as pages of the web become text.

A row begins with a bar before its first cell ("| Halls |", "40 |", "44 |"), or ends with several bars
("Halls |", "40 |", "44 |", "||"); or the bars stand alone ("Halls", "|", "40", "|", "44", "|"), and a row
has as many cells as its head, which is one line.
"""

import re
from collections.abc import Iterator, Sequence

from edureport.reading.lines import Line

LEAST = 2  # cells of a row
_FIRST = re.compile(r"\|[^|]*[^|\s][^|]*\|")
_CELL = re.compile(r"[^|]*\|")
_END = re.compile(r"\|{2,}")


def whole_rows(run: Sequence[Line]) -> list[Line]:
    """Lines without an empty one between them, with each such row in one line."""
    rows: list[Line] = []
    place = 0
    while place < len(run):
        words, end = run[place].words, place + 1
        if _FIRST.fullmatch(words) or _CELL.fullmatch(words):
            while end < len(run) and _CELL.fullmatch(run[end].words):
                end += 1
            ends = end < len(run) and _END.fullmatch(run[end].words) is not None
            end += ends
            rows += [_joined(run[place:end])] if ends or words[0] == "|" else run[place:end]
        else:
            while end < len(run) and run[end].words == "|" and "|" not in run[end - 1].words:
                end += 2
            width = rows[-1].words.count("|") if rows else 0
            rows += _in_rows(run[place : end - 1], 2 * width) if end > place + 1 else [run[place]]
            end = max(end - 1, place + 1)
        place = end
    return rows


def _in_rows(cells: Sequence[Line], size: int) -> Iterator[Line]:
    """Cells, each with the bar behind it, in rows of so many lines; as they are if they fill none."""
    if size < 2 * LEAST or len(cells) % size:
        yield from cells
        return
    for first in range(0, len(cells), size):
        yield _joined(cells[first : first + size])


def _joined(lines: Sequence[Line]) -> Line:
    """Some lines as one, with blanks for the line ends."""
    words = ""
    for line in lines:
        words = words.ljust(line.start - lines[0].start) + line.words
    return Line(lines[0].start, lines[-1].end, words)
