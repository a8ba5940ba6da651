"""Lines of tables: columns, or rows as columns of the table turned, with their numbers and their gaps."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import FigureKind, Figures
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Mark
from edureport.prose.text.tokens import tokens

NO_STEP = 1.0
LINES = 40  # of a table are looked at
BASES = (5.0, 3.0)  # to multiples of which statistics round, so that nobody is recognised
ROUND = 10  # multiples of which are amounts in round numbers, and may add up exactly
SHOW = 6  # numbers that are multiples hardly by chance
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)(?:[.)]\s*|\s+)(?=[^\W\d])")  # "3.1. Wages"
NIL = frozenset(["-", "–", "—", "−"])  # nothing of it, as statistics print it


class GridLine(NamedTuple):
    """A column or a row: its figures, their numbers and one of the last digit of each, by their places in it.

    `step` is one of the last digit of all of them, `rounding` the same of fractions, since whole numbers are
    exact unless all are multiples of 5 or of 3, and `largest` the number that is furthest from nothing. `nil`
    are the places of a dash, `empty` those of nothing at all, `gaps` all those without an exact number but
    for a dash, `percent` those of percentages, `changes` those of changes. `parts` are the lines that are
    numbered below its own number: 3.1 and 3.2 of 3. A line that `begins` follows one without numbers.
    """

    figures: Mapping[int, int]
    numbers: Mapping[int, float]
    last_digits: Mapping[int, float]
    step: float
    rounding: float
    largest: float
    head: str
    is_total: bool
    nil: frozenset[int] = frozenset()
    empty: frozenset[int] = frozenset()
    percent: frozenset[int] = frozenset()
    changes: frozenset[int] = frozenset()
    parts: tuple[int, ...] = ()
    gaps: frozenset[int] = frozenset()
    begins: bool = False

    def number(self, place: int) -> float:
        """The number at a place; of a gap nothing."""
        return self.numbers.get(place, 0.0)


Lines = Mapping[int, GridLine]


def lines_of(language: Language, grid: TextGrid, figures: Figures) -> dict[int, GridLine]:
    """The columns of a table that have figures, by their numbers."""
    columns: dict[int, dict[int, int]] = {}
    for (row, column), index in sorted(grid.figures.items()):
        exact = figures[index].states and figures[index].bound is Bound.EXACT
        if exact and (row <= LINES or column <= LINES):
            columns.setdefault(column, {})[row] = index
    if not columns:
        return {}
    filled, rows = {row for row, _ in grid.figures}, grid.rows
    lines = {
        column: _line(language, figures, columns[column], grid, column, filled, rows)
        for column in sorted(columns)[:LINES]
    }
    base = _base([number for line in lines.values() for number in line.numbers.values()])
    lines = {column: _rounded(line, base) for column, line in lines.items()}
    parts = _numbered({column: line.head for column, line in lines.items()})
    places = [column for column in grid.columns if column >= min(columns)]
    begins = {column for before, column in pairwise(places) if before not in columns}
    return {
        column: line._replace(parts=parts.get(column, ()), begins=column in begins)
        for column, line in lines.items()
    }


def _rounded(line: GridLine, base: float) -> GridLine:
    """A line with the base its numbers are rounded to, if it is whole; one of few has that of the table."""
    own = _base(list(line.numbers.values())) if len(line.numbers) >= SHOW else base
    return line._replace(rounding=own) if own and line.step == NO_STEP else line


def _base(numbers: Sequence[float]) -> float:
    """Of what all of some numbers are multiples, 5 or 3, as rounded counts are; 0 if of neither."""
    told = [number for number in numbers if number]
    if len(told) < SHOW or not any(number % ROUND for number in told):
        return 0.0
    return next((base for base in BASES if not any(number % base for number in told)), 0.0)


def _numbered(heads: Mapping[int, str]) -> dict[int, tuple[int, ...]]:
    """Below which line the lines of all further numbers stand that begin with its own: 3.1, 3.2 and so on."""
    wholes: dict[str, int] = {}  # by the number of a line, where it stands
    parts: dict[int, list[int]] = {}
    for at, head in heads.items():
        if not (found := _NUMBERED.match(head)):
            continue
        number, _, last = found[1].rpartition(".")
        if number in wholes and int(last) == len(parts[wholes[number]]) + 1:
            parts[wholes[number]].append(at)
        wholes[found[1]] = at
        parts[at] = []
    return {at: tuple(below) for at, below in parts.items() if len(below) > 1}


def _line(
    language: Language,
    figures: Figures,
    places: Mapping[int, int],
    grid: TextGrid,
    column: int,
    filled: AbstractSet[int],
    rows: Sequence[int],
) -> GridLine:
    stated = {place: figures[index].stated or Decimal(0) for place, index in places.items()}
    last_digits = {place: 10.0 ** min(0, int(one.as_tuple().exponent)) for place, one in stated.items()}
    numbers = {place: float(number) for place, number in stated.items()}
    step = min(last_digits.values())
    gaps = {row: grid.texts.get((row, column), "") for row in filled - places.keys()}
    nil = frozenset(row for row, words in gaps.items() if words in NIL)
    empty = frozenset(row for row, words in gaps.items() if not words)
    percent = frozenset(
        row
        for row, index in places.items()
        if figures[index].percent or grid.texts.get(grid.behind(row, column)) == "%"
    )
    rounding, largest = step if step < NO_STEP else 0.0, max(map(abs, numbers.values()))
    words = (grid.texts.get((row, column), "") for row in rows if row < min(places))
    head = " ".join(filter(None, words))
    tags = language.phrases.mark([token.text for token in tokens(head, latin=language.latin)])[0]
    total = any(Mark.TOTAL in one for one in tags)
    changes = frozenset(row for row, index in places.items() if figures[index].kind is FigureKind.CHANGE)
    return GridLine(
        places, numbers, last_digits, step, rounding, largest, head, total, nil, empty, percent, changes,
        gaps=frozenset(gaps) - nil,
    )  # fmt: skip
