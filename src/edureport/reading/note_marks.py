"""Marks of notes behind the numbers of a table, raised before they became text: of 101,61) the 1 is a mark.

A bracket that was never opened says that digits before it are one. How many, the decimals of the other
numbers in the column tell; of a whole number, the mark that others have in its row; of a year, its digits.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from edureport.reading.document import Block, BlockKind
from edureport.reading.markup import GONE, raised

LEAST = 2  # numbers that show how many decimals those of a column have
LONGEST = 2  # digits of a mark
_MARKED = re.compile(r"[-+−–]?\d[\d \xa0]*(?:[.,](\d+))?(?=\)(?:[ ,;]*\d{1,2}\))*\Z)")
_PLAIN = re.compile(r"[-+−–]?\d[\d \xa0]*(?:[.,](\d+))?\Z")
_SIGN = re.compile(r"[^⁰¹²³⁴-⁹]")
_YEAR = re.compile(r"(?:19|20)\d\d(\d{1,2})(?=\))")


def with_raised_marks(text: str, blocks: Iterable[Block]) -> str:
    """The text with the marks of its tables as raised digits alone; each character at its place."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is BlockKind.CELL:
            tables.setdefault(block.number, []).append(block)
    pieces, last = [], 0
    for cells in tables.values():
        for start, end in sorted(_marks(text, cells)):
            pieces += [text[last:start], _SIGN.sub(GONE, raised(text[start:end]))]
            last = end
    return "".join((*pieces, text[last:]))


def _marks(text: str, cells: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Where the marks of a table stand."""
    marked: list[tuple[Block, re.Match[str]]] = []
    decimals: dict[int | None, Counter[int]] = {}
    for cell in cells:
        words = text[cell.start : cell.end]
        if found := _MARKED.match(words):
            marked.append((cell, found))
        elif plain := _PLAIN.match(words):
            decimals.setdefault(cell.column, Counter())[len(plain[1] or "")] += 1
    of_rows: dict[int | None, set[str]] = {}
    whole: list[tuple[Block, re.Match[str]]] = []
    for cell, found in marked:
        usual, times = decimals.get(cell.column, Counter({0: 0})).most_common(1)[0]
        length = len(found[1] or "") - usual
        if usual and times >= LEAST and 0 < length <= LONGEST:
            yield cell.start + found.end() - length, cell.end
            of_rows.setdefault(cell.row, set()).add(found[0][-length:])
        elif not found[1]:
            whole.append((cell, found))
    for cell, found in whole:
        year, of_row = _YEAR.match(found.string), of_rows.get(cell.row, set())
        if cell.column == 1 and year:
            yield cell.start + year.start(1), cell.end
        elif len(of_row) == 1 and found[0][1:].endswith(mark := min(of_row)):
            yield cell.start + found.end() - len(mark), cell.end
