"""Tables whose cells stand in a line each, as they are copied from a web page or a PDF.

Nothing parts their rows. They are told by their numbers: behind a name, or a name and a unit, come as many
lines with nothing but a number as behind the name before it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from edureport.reading.document import Line

FEWEST_ROWS, FEWEST_NUMBERS = 3, 2
MOST_TITLES = 2  # between the head of a table and its first row
LONGEST_NAME, LONGEST_HEAD, LONGEST_UNIT = 120, 60, 30  # characters
LONGEST_SENTENCE = 6  # words before a full stop
_NUMBER = re.compile(r"[(+\-−–]{0,2} ?[$€£₸₽]?(?!\d+\.\d+\.)\d[\d\s.,/]*(?:%|р\.)?\)?")  # «2,7 р.»: times
# What stands for a number: nothing, one that is not told («К»), or the code of a line, 22FX.
_GAP = re.compile(r"[xх*К]|[-–—]{1,4}|\.{2,3}|…|\d{2}[A-Z\d]{2}")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d\b.*")
_RANK = re.compile(r"\d{1,3}[.)]")
_TIME = re.compile(r"\b(?:19|20)\d\d\b|%")


class _CellLine(NamedTuple):
    """What stands in a line: a name, a number, or nothing but the bar of an empty cell."""

    line: int
    start: int
    words: str
    is_number: bool

    @property
    def is_name(self) -> bool:
        return bool(self.words) and not self.is_number


class _NamedNumbers(NamedTuple):
    """Names, the numbers behind them, and these with the empty cells among them and behind them."""

    names: list[_CellLine]
    numbers: list[_CellLine]
    filled: list[_CellLine]

    def row(self, count: int) -> list[_CellLine]:
        """Its cells, if they are so many; none else."""
        return next((cells for cells in (self.numbers, self.filled) if len(cells) == count), [])


class _HeadCells(NamedTuple):
    """The cells of a head, and how many titles stand between it and the first row."""

    cells: Sequence[_CellLine] = ()
    titles: int = 0


class StackedTable(NamedTuple):
    """The lines of a table, `lines[first:end]`, and its cells: where in the text, words, row and column."""

    first: int
    end: int
    cells: list[tuple[int, str, int, int]]


def stacked_tables(lines: Sequence[Line]) -> Iterator[StackedTable]:
    """The tables of some lines, in order."""
    cells = (_cell(at, line) for at, line in enumerate(lines) if line.words)
    for is_run, run in groupby(cells, lambda cell: cell is not None):
        if is_run:
            yield from _tables([cell for cell in run if cell is not None])


def _cell(at: int, line: Line) -> _CellLine | None:
    """What stands in a line; None if it is no cell, or has several."""
    start = len(line.words) - len(line.words.lstrip("| \t"))
    words = line.words[start:].rstrip("| ")
    if _RANK.fullmatch(words):
        return _CellLine(at, line.start, "", is_number=False)
    number = _NUMBER.fullmatch(words) or _GAP.fullmatch(words)
    if number and not _YEARS.fullmatch(words):
        return _CellLine(at, line.start + start, words, is_number=True)
    sentence = words.endswith((".", ";")) and len(words.split()) > LONGEST_SENTENCE
    if "|" in words or "\t" in words or len(words) > LONGEST_NAME or sentence:
        return None
    return _CellLine(at, line.start + start, words, is_number=False)


def _tables(run: Sequence[_CellLine]) -> Iterator[StackedTable]:
    groups = _without_ranks(list(_groups(run)))
    first = before = 0
    while first < len(groups):
        count, end = len(groups[first].numbers), first
        while count >= FEWEST_NUMBERS and end < len(groups) and groups[end].row(count):
            end += 1
        if end - first < FEWEST_ROWS:
            first += 1
            continue
        if end < len(groups) and FEWEST_NUMBERS <= len(groups[end].numbers) == count - 1:
            end += 1  # a total that has nothing in the first column
        table = _table(run, groups[first:end], count, before)
        yield table
        before, first = table.end, end


def _groups(run: Sequence[_CellLine]) -> Iterator[_NamedNumbers]:
    group = _NamedNumbers([], [], [])
    for cell in run:
        if cell.is_name:
            if group.numbers:
                yield group
                group = _NamedNumbers([], [], [])
            group.filled.clear()  # of the row of a title
            group.names.append(cell)
        else:
            group.filled.append(cell)
            group.numbers.extend([cell] if cell.is_number else [])
    if group.numbers:
        yield group


def _without_ranks(groups: list[_NamedNumbers]) -> list[_NamedNumbers]:
    """The groups without the numbers of their rows, which stand behind those of the row before."""
    ranks = [group.numbers[-1].words for group in groups]
    ranked = [
        rank.isdecimal() and ranks[at - 1 : at] == [str(int(rank) - 1)] and at + 1 < len(groups)
        for at, rank in enumerate(ranks)
    ]
    if sum(ranked) < max(FEWEST_ROWS, len(groups) - FEWEST_ROWS):
        return groups
    first = ranked.index(True) - 1
    return [
        _NamedNumbers(group.names, group.numbers[:-1], group.filled[:-1])
        if ranked[at] or at == first
        else group
        for at, group in enumerate(groups)
    ]


def _table(
    run: Sequence[_CellLine], groups: Sequence[_NamedNumbers], count: int, before: int
) -> StackedTable:
    """The table of groups of so many numbers, with its head if it is told; `before` it are other lines."""
    units = Counter(group.names[-1].words for group in groups if len(group.names) > 1)
    short = all(len(unit) <= LONGEST_UNIT for unit in units) and len(units) < sum(units.values())
    named = 2 if sum(units.values()) * 2 > len(groups) and short else 1
    begins = groups[0].names[-named:] or groups[0].numbers
    span = (bisect_left(run, line, key=attrgetter("line")) for line in (before, begins[0].line))
    above = [cell for cell in run[slice(*span)] if cell.words]
    head = _head(above, count)
    titles = above[len(above) - head.titles :]
    cells = [(cell.start, cell.words, 1, named + column) for column, cell in enumerate(head.cells, 1)]
    row = 1 + bool(head.cells)
    for cell in titles:
        cells.append((cell.start, cell.words, row, 1))
        row += 1
    for group in groups:
        others = () if group is groups[0] else group.names[:-named]
        for cell in others:
            cells.append((cell.start, cell.words, row, 1))
            row += 1
        for column, cell in enumerate(group.names[-named:], 1):
            cells.append((cell.start, cell.words, row, column))
        numbers = group.row(count) or group.numbers
        for column, cell in enumerate(numbers, named + 1 + count - len(numbers)):
            if cell.words:
                cells.append((cell.start, cell.words, row, column))
        row += 1
    first = head.cells[0].line if head.cells else begins[0].line
    return StackedTable(first, groups[-1].filled[-1].line + 1, cells)


def _head(above: Sequence[_CellLine], count: int) -> _HeadCells:
    """The head of so many columns, right above the first row or above its titles, if it names a time or %."""
    best, most = _HeadCells(), 0
    for titles in range(MOST_TITLES + 1):
        end = len(above) - titles
        cells = above[max(end - count, 0) : end]
        told = len(cells) == count and all(len(cell.words) <= LONGEST_HEAD for cell in cells)
        times = sum(_TIME.search(cell.words) is not None for cell in cells)
        if told and times > most and all(cell.is_name for cell in above[end:]):
            best, most = _HeadCells(cells, titles), times
    return best
