"""Tables in lines of text: cells between bars, as Markdown draws them, between tabs, or in wide columns."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from edureport.reading.document import Blocks, Line
from edureport.reading.spaced_tables import is_rule, is_title, numbers_in_columns

MOST_COLUMNS = 1000  # of a table
LEAST_FULL = 2  # rows that show how many cells the others lack
MOST_HEADS = 20  # rows of a sheet before a full one
LEAST_COLUMNS = 3  # that stand apart by white space alone
_COLUMN = re.compile(r":?-+:?")
_MARK = re.compile(r"\W|\d{1,3}[.)]|\w\)")  # of an item
_BAR = re.compile(r"\\.|\|")
_TAB = re.compile(r"\t+")
_EACH_TAB = re.compile(r"\t")
_NUMBER = re.compile(r"[(+\-−–]{0,2}[$€£]?(?!0\d|\d+\.\d+\.)\d[\d\s.,]*%?\)?")
_WIDE = re.compile(r"(?<=\S)(?: {3,}| {2,}(?=[0-9+\-]))(?=\S)")

Cells = list[tuple[int, int]]


def bar_cells(words: str) -> Iterator[tuple[int, int]]:
    """The offsets of the cells of a line, between bars without a backslash before them."""
    start = 1 if words.startswith("|") else 0
    for bar in _BAR.finditer(words):
        if bar[0] == "|" and bar.start() >= start:
            yield start, bar.start()
            start = bar.end()
    if start < len(words):
        yield start, len(words)


def is_delimiter(words: str) -> bool:
    """Whether this is the line below the head of a table: |---|:--:|."""
    if not 0 < words.count("|") <= MOST_COLUMNS or not set("|:- \t").issuperset(words):
        return False
    cells = [words[start:end].strip() for start, end in bar_cells(words)]
    return all(_COLUMN.fullmatch(cell) for cell in cells)


def add_row(blocks: Blocks, line: Line, cells: Iterator[tuple[int, int]] | Cells, row: int) -> None:
    """Add the cells of a line that have words in them."""
    for column, (start, end) in enumerate(cells, 1):
        words = line.words[start:end]
        first = line.start + start + len(words) - len(words.lstrip())
        if words.strip():
            blocks.cell(first, first + len(words.strip()), blocks.tables, row, column)


def table_at(run: Sequence[Line], place: int) -> list[Cells]:
    """The cells of each row of the table that begins at a line; none if no table does.

    Two lines at least must be cut into as many cells by the same sign; a line of dashes has none. Where
    tabs stand alone, each ends a cell, which may be empty.
    """
    if sheet := _of_sheet(run, place):
        return sheet
    if _of_sheet(run, place + 1):
        return []  # a title with its number
    if tabbed := _tabbed(run, place):
        return tabbed
    for cut in (_by_bars, _by_tabs, _by_columns):
        rows: list[Cells] = []
        for number in range(place, len(run)):  # a slice of every line's rest would grow with its square
            words = run[number].words
            if is_rule(words) or is_delimiter(words):
                if rows and not rows[-1]:
                    break  # so that many of them are not gone through again from each
                rows.append([])
                continue
            cells = cut(words)
            others = next(filter(None, rows), cells)
            if len(cells) < 2 or (cut is not _by_bars and len(cells) != len(others)):
                break
            rows.append(cells)
        if sum(bool(cells) for cells in rows) > 1:
            lines = run[place : place + len(rows)]
            return _below_their_heads(lines, _with_first_cells(lines, rows))
    return numbers_in_columns(run, place)


def _with_first_cells(run: Sequence[Line], rows: list[Cells]) -> list[Cells]:
    """The rows, with an empty first cell before a bar that does not open the row.

    Bars only part cells, "Note | Name | 2025", where a line that begins with one has as many as one that
    does not: "| Halls | 7".
    """
    bars = [line.words.count("|") if cells else 0 for line, cells in zip(run, rows, strict=True)]
    opened = [line.words.startswith("|") for line in run]
    heads = {count for count, opens in zip(bars, opened, strict=True) if not opens and count > 1}
    below = [count for count, opens in zip(bars, opened, strict=True) if opens and count]
    if 2 * sum(count in heads for count in below) <= len(below):
        return rows
    return [[(0, 0), *cells] if opens and cells else cells for cells, opens in zip(rows, opened, strict=True)]


def _below_their_heads(run: Sequence[Line], rows: list[Cells]) -> list[Cells]:
    """The rows, those moved to the right that lack cells at the left, as beside one that covers several rows.

    That is seen where a number stands among words else, or a word among numbers, and then none does.
    """
    texts = [
        [line.words[start:end].strip() for start, end in cells] for line, cells in zip(run, rows, strict=True)
    ]
    widths = Counter(len(row) for row in texts if any(map(_NUMBER.fullmatch, row)))
    width, most = widths.most_common(1)[0] if widths else (0, 0)
    full = [row for row in texts if len(row) == width]
    numeric = [2 * sum(bool(_NUMBER.fullmatch(row[at])) for row in full) > len(full) for at in range(width)]
    for at, row in enumerate(texts):
        lacks = width - len(row)
        if most >= LEAST_FULL and lacks > 0 and any(map(_NUMBER.fullmatch, row)):
            moves = _fits(row, numeric[lacks:]) and not _fits(row, numeric)
            rows[at] = [(0, 0)] * lacks + rows[at] if moves else rows[at]
    return rows


def _fits(row: Sequence[str], numeric: Sequence[bool]) -> bool:
    """Whether each number of a row stands among numbers, and each word among words."""
    said = ((text, among) for text, among in zip(row, numeric, strict=False) if any(map(str.isalnum, text)))
    return all(bool(_NUMBER.fullmatch(text)) is among for text, among in said)


def _of_sheet(run: Sequence[Line], place: int) -> list[Cells]:
    """The rows below a line as they are copied from a sheet: each tab ends a cell, and some are empty.

    Two rows with numbers must be full, of as many cells as the longest. A title before the heads is none.
    """
    if place >= len(run) or len(_between_tabs(run[place])) < LEAST_COLUMNS:
        return []
    if place and len(_between_tabs(run[place - 1])) >= LEAST_COLUMNS:
        return []  # what is left of rows that are no such table
    rows: list[Cells] = []
    width = full = 0
    for number in range(place, len(run)):
        line = run[number]
        cells = _between_tabs(line)
        if not line.tabbed or len(cells) > MOST_COLUMNS or (len(rows) > MOST_HEADS and not full):
            break
        if len(cells) > width:
            width, full = len(cells), 0
        filled = [line.words[start:end].strip() for start, end in cells]
        full += len(cells) == width and all(filled[1:]) and any(map(_NUMBER.fullmatch, filled))
        rows.append(cells)
    return rows if full >= LEAST_FULL else []


def _between_tabs(line: Line) -> Cells:
    """The cells of a line, with the empty ones before its words."""
    return [(0, 0)] * line.indent + _between(line.words, _EACH_TAB)


def _tabbed(run: Sequence[Line], place: int) -> list[Cells]:
    """The rows below a line in which no cell between tabs is empty, each with as many cells or fewer.

    A line without a tab between two others heads those below it. The first line may lack its corner.
    """
    head = _by_tabs(run[place].words)
    if run[place].words.count("\t") != len(head) - 1:
        return []
    rows, most = [head], len(head)
    for number in range(place + 1, len(run)):
        words = run[number].words
        cells = _between(words, _EACH_TAB)
        if len(rows) == 1 and len(cells) == most + 1:
            most += 1
        title = (
            len(cells) == 1 and is_title(words) and number + 1 < len(run) and "\t" in run[number + 1].words
        )
        if len(cells) > most or not (title or _by_tabs(words)):
            break
        rows.append(cells)
    return rows if sum(len(cells) > 1 for cells in rows) > 1 else []


def _by_bars(words: str) -> Cells:
    return list(bar_cells(words)) if 0 < words.count("|") <= MOST_COLUMNS else []


def _by_tabs(words: str) -> Cells:
    cells = _between(words, _TAB) if 0 < words.count("\t") <= MOST_COLUMNS else []
    item = len(cells) == 2 and _MARK.fullmatch(words, *cells[0])
    return [] if item else cells


def _by_columns(words: str) -> Cells:
    cells = _between(words, _WIDE) if "  " in words else []
    return cells if LEAST_COLUMNS <= len(cells) <= MOST_COLUMNS else []


def _between(words: str, separator: re.Pattern[str]) -> Cells:
    cells: Cells = []
    start = 0
    for gap in separator.finditer(words):
        cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, len(words))]
