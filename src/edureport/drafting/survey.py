"""Survey: what can be seen of a sheet that nobody has described: its header, columns, notes and symbols."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.sheet_words import flagged, is_year
from edureport.drafting.surveyed_column import SurveyedColumn, surveyed_column, with_names
from edureport.reading.tables.grid import Cell, is_empty, text_of
from edureport.reading.tables.header import joined
from edureport.reading.tables.numbers import is_number, without_marks

MOST_ROWS = 5000  # that are looked at
MOST_HEADER = 3  # rows
FOOTNOTES = ("***", "**", "*", "1)", "2)", "3)", "4)", "5)")


class Survey(NamedTuple):
    """What was seen: rows by number from 0, columns, symbols with their number, lines above and below."""

    header: int
    header_rows: int
    columns: tuple[SurveyedColumn, ...]
    banners: tuple[str, ...]  # rows with nothing but a text, between rows of data
    symbols: Counter[str]
    flags: tuple[str, ...]  # letters behind values
    marks: tuple[str, ...]
    titles: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def values(self) -> tuple[SurveyedColumn, ...]:
        """The columns of values."""
        return tuple(column for column in self.columns if column.holds_values)

    @property
    def keys(self) -> tuple[SurveyedColumn, ...]:
        """The columns that say what the values are of."""
        columns = (column for column in self.columns if column.name and not column.counts_rows)
        return tuple(column for column in columns if not column.holds_values)


def survey(rows: Sequence[Sequence[Cell]]) -> Survey | None:
    """What can be seen of these rows; None if there is no table in them."""
    rows = rows[:MOST_ROWS]
    data = [number for number, row in enumerate(rows) if _is_data(row)]
    if not data:
        return None
    first, last = data[0], data[-1]
    top = _top_of_header(rows, first)
    if top == first:
        return None
    names = _names(rows[top:first])
    body = [row for row in rows[first : last + 1] if sum(not is_empty(cell) for cell in row) > 1]
    marks = tuple(mark for mark in FOOTNOTES if _is_used(mark, [names, *body, *rows[:top]]))
    names = [without_marks(name, marks)[0] for name in names]
    banners = [text_of(row[0]) for row in rows[first : last + 1] if len(row) and _only_first(row)]
    if top + 1 < first or not banners:
        before = [text_of(row[0]) for row in rows[top + 1 : first] if len(row) and _only_first(row)]
        banners = before + banners
    columns = with_names([surveyed_column(number, name, body, marks) for number, name in enumerate(names)])
    if not any(column.holds_values for column in columns):
        return None
    symbols: Counter[str] = Counter()
    flags: set[str] = set()
    for column in columns:
        if column.holds_values:
            for text, count in column.texts.items():
                value, letters = flagged(text)
                flags.update(letters)
                symbols[value] += 0 if letters and is_number(value) else count
    return Survey(
        header=top,
        header_rows=first - top - sum(_only_first(row) for row in rows[top + 1 : first]),
        columns=columns,
        banners=tuple(dict.fromkeys(banners)),
        symbols=+symbols,
        flags=tuple(sorted(flags)),
        marks=marks,
        titles=_lines(rows[:top]),
        notes=_lines(rows[last + 1 :]),
    )


def _is_data(row: Sequence[Cell]) -> bool:
    """Whether a row has values: numbers that are no years, beside something else."""
    full = [cell for cell in row if not is_empty(cell)]
    return len(full) > 1 and any(is_number(cell) and not is_year(cell) for cell in full)


def _only_first(row: Sequence[Cell]) -> bool:
    return not is_empty(row[0]) and all(is_empty(cell) for cell in row[1:])


def _top_of_header(rows: Sequence[Sequence[Cell]], first: int) -> int:
    """The first row of the header above the first row of data: above it are titles or nothing."""
    top = first
    while top > 0 and (_only_first(rows[top - 1]) if rows[top - 1] else False):
        top -= 1  # banners between header and data
    bottom = top
    while top > 0 and bottom - top < MOST_HEADER:
        full = [number for number, cell in enumerate(rows[top - 1]) if not is_empty(cell)]
        if not full or full == [0] or (top < bottom and full[0] > _first_named(rows[top])):
            break  # nothing, a title, or a unit in the corner
        top -= 1
    return top if top < bottom else first


def _first_named(row: Sequence[Cell]) -> int:
    """The first column with a name, but for the one at the left."""
    return next((number for number, cell in enumerate(row) if number and not is_empty(cell)), 0)


def _names(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The names of the columns, as the reader of descriptions joins them."""
    return joined([[text_of(cell) for cell in row] for row in rows if not _only_first(row)])


def _is_used(mark: str, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether some text or number ends in a mark of a footnote."""
    return any(
        isinstance(cell, str) and cell.rstrip().endswith(mark) and len(cell.strip()) > len(mark)
        for row in body
        for cell in row
    )


def _lines(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    lines = (" ".join(dict.fromkeys(text_of(cell) for cell in row if not is_empty(cell))) for row in rows)
    return tuple(line for line in lines if line)
