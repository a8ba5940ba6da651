"""The paragraphs, items and tables of plain text.

An empty line ends a paragraph. Whether any other line break does is seen from the lines around it:
a program that wraps a paragraph breaks a line only where the next word does not fit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from edureport.reading.document import PAGE_NUMBER, BlockKind, Blocks, Line, lines
from edureport.reading.stacked_tables import stacked_tables
from edureport.reading.text_tables import add_row, table_at

NARROWEST, WIDEST = 30, 120  # characters that the lines of a wrapped paragraph have
LONGEST_NAME = 12  # words above a number
_ITEM = re.compile(r"(?:[-–—•*·▪◦‣●]|\d{1,3}[.)]|[a-zа-я]\))[ \t\xa0]+")
_CUT_OFF, _GROUP = re.compile(r"[^\W\d] \d{1,3}\Z"), re.compile(r"\d{3} [^\W\d]")
_NUMBER = re.compile(r"(?:[-–—] ?)?[0-9][0-9., \xa0]*(?:%| ?[-–—])?")
_FIRST_WORD = re.compile(r"\S+")
_CLAUSE_ENDS = ".;:!?…,"
LEAST = 2  # cells of a row
NEARLY_ALL = 0.8  # of the cells that stand in a line each
_FIRST = re.compile(r"\|[^|]*[^|\s][^|]*\|")
_CELL = re.compile(r"[^|]*\|")
_END = re.compile(r"\|{2,}")


def add_blocks(text: str, blocks: Blocks) -> None:
    """Find the paragraphs, items and tables of a plain text."""
    every_line, place = lines(text, blocks.path, blocks.bounds), 0
    for table in stacked_tables(every_line):
        if _cells_in_rows(every_line[table.first : table.end]) >= NEARLY_ALL * len(table.cells):
            continue  # its rows are told by bars
        _add_lines(blocks, every_line[place : table.first])
        blocks.tables += 1
        for start, words, row, column in table.cells:
            blocks.cell(start, start + len(words), blocks.tables, row, column)
        place = table.end
    _add_lines(blocks, every_line[place:])


def _add_lines(blocks: Blocks, every_line: Sequence[Line]) -> None:
    """The paragraphs, items and tables of lines that are no cell each."""
    for run in _runs(every_line):
        start = 0
        for place, rows in _tables(run):
            _add_paragraphs(blocks, run[start:place])
            blocks.tables += 1
            start = place + len(rows)
            for row, (line, cells) in enumerate(zip(run[place:start], rows, strict=True), 1):
                add_row(blocks, line, cells, row)
        _add_paragraphs(blocks, run[start:])


def _cells_in_rows(every_line: Sequence[Line]) -> int:
    """How many cells some lines have, if bars or their places part these."""
    return sum(
        sum(any(map(str.isalnum, run[place + at].words[slice(*cell)])) for cell in row)
        for run in _runs(every_line)
        for place, rows in _tables(run)
        for at, row in enumerate(rows)
    )


def _runs(every_line: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines with no empty one between them."""
    grouped = groupby(every_line, lambda line: bool(line.words))
    return map(whole_rows, _without_page_numbers(list(run) for has_words, run in grouped if has_words))


def _tables(run: Sequence[Line]) -> Iterator[tuple[int, list[list[tuple[int, int]]]]]:
    """The tables in lines with no empty one between them: at which line each begins, and its rows."""
    place = 0
    while place < len(run):
        rows = table_at(run, place)
        if rows:
            yield place, rows
        place += len(rows) or 1


def _add_paragraphs(blocks: Blocks, run: Sequence[Line]) -> None:
    """The paragraphs and items in lines that belong to no table."""
    if not run:
        return
    width = max(len(line.words) for line in run)
    first, last = run[0], run[0]
    for line in run[1:]:
        if _begins(line, first, last, width):
            _add(blocks, first, last)
            first = line
        last = line
    _add(blocks, first, last)


def _without_page_numbers(runs: Iterable[list[Line]]) -> Iterator[list[Line]]:
    """Without numbers that stand alone; several in a row are cells of a table, those below names figures."""
    held: list[Line] = []  # a number that may be that of a page
    named: list[Line] = []  # and a name behind it
    in_row = below_names = False
    for run in runs:
        alone = len(run) == 1 and _NUMBER.fullmatch(run[0].words) is not None
        if alone and not (held or in_row or below_names) and PAGE_NUMBER.fullmatch(run[0].words):
            held = run
            continue
        if held and not named and not alone and _is_name(run):
            named = run
            continue
        if alone and held:
            yield held
        if named:
            yield named
        below_names = (alone and bool(named)) or (below_names and (alone or _is_name(run)))
        held, named, in_row = [], [], alone
        yield run
    if named:
        yield named


def _is_name(run: Sequence[Line]) -> bool:
    """Whether some lines are a name: one line, short, and no sentence."""
    words = run[0].words
    return len(run) == 1 and len(words.split()) <= LONGEST_NAME and words[-1] not in _CLAUSE_ENDS


def _begins(line: Line, first: Line, last: Line, width: int) -> bool:
    """Whether a line begins a paragraph or an item, after one that has these first and last lines."""
    item = _ITEM.match(line.words)
    if item and (last.words[-1] in _CLAUSE_ENDS or _ITEM.match(first.words)):
        return True
    if line.words[0].islower() and not item:
        return False
    if _CUT_OFF.search(last.words) and _GROUP.match(line.words):
        return False  # «более 1», and in the next line «250 школ»
    if width < NARROWEST or len(last.words) > WIDEST:
        return True
    room = width - len(last.words) - 1
    word = _FIRST_WORD.match(line.words, 0, room + 1)
    return word is not None and word.end() <= room


def _add(blocks: Blocks, first: Line, last: Line) -> None:
    item = _ITEM.match(first.words)
    if item:
        blocks.add(first.start + item.end(), last.end, BlockKind.ITEM)
    else:
        blocks.add(first.start, last.end, BlockKind.PARAGRAPH)


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
