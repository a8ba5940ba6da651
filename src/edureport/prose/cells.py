"""Cells of tables, and which figure stands in each: what a text shows beside its sentences."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, groupby
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way

PLUS, DASHES = re.compile(r"\+\s?\d"), "–—"
BRACKETED = re.compile(r"[$€£]?\s?\([$€£]?\s?\d[\d.,\s]*%?\s?\)")
MONEY, LONG, PLAIN_SHARE = re.compile("[$€£₸₽]"), re.compile(r"\d[., ]?\d{3}"), re.compile(r"-?[\d.,]+ ?%")
AN_AMOUNT = re.compile(r"\D*\d\D*\d|[^\d]*[$€£]")  # one digit alone may be the mark of a note
WORDS = 14  # letters of a unit that may stand beside a number in its cell
HEADS = 4  # rows that a head may have
FALLS = 2  # in brackets, that show what brackets are
BESIDE = 4  # numbers before a fall
SEVERAL = 5  # numbers of rows that do not begin with 1
NUMBERED = 2  # lines that make numbers a numbering


class TextCell(NamedTuple):
    """A cell: `text[start:end]`, in which table, row and column, from 1, and how many of these it covers."""

    start: int
    end: int
    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


Place = tuple[int, int]
Value = TypeVar("Value")


class TextGrid(NamedTuple):
    """A table: the texts of its cells, and the figures that fill one, by row and column.

    `inside` are the places of all figures that stand in it. `start` is where its first cell begins in the
    text; `spans` are the rows and columns of those cells that cover more than one.
    """

    texts: Mapping[Place, str]
    figures: Mapping[Place, int]
    inside: Mapping[int, Place] = MappingProxyType({})
    start: int = 0
    spans: Mapping[Place, tuple[int, int]] = MappingProxyType({})
    on_side: bool = False  # whether its rows were the columns

    @property
    def rows(self) -> list[int]:
        return sorted({row for row, _ in self.texts})

    @property
    def columns(self) -> list[int]:
        return sorted({column for _, column in self.texts})

    def turned(self) -> "TextGrid":
        """With rows for columns."""
        return TextGrid(_turned(self.texts), _turned(self.figures), on_side=not self.on_side)

    def behind(self, row: int, column: int) -> Place:
        """The cell that stands behind another one in its line of the text."""
        return (row + 1, column) if self.on_side else (row, column + 1)

    def head(self, column: int, rows: Iterable[int]) -> str:
        """The words above the figures of a column, in these rows."""
        heads = []
        for row in rows:
            if (row, column) in self.figures:
                break
            heads.append(self.texts.get((row, column), ""))
        return " ".join(filter(None, heads))


def _turned(cells: Mapping[Place, Value]) -> dict[Place, Value]:
    return {(column, row): value for (row, column), value in cells.items()}


def grids(text: str, cells: Iterable[TextCell], figures: Sequence[Figure]) -> list[TextGrid]:
    """The tables of a text, with the figures that fill their cells."""
    found: list[TextGrid] = []
    position = 0
    for _, group in groupby(cells, key=lambda cell: cell.table):
        texts: dict[Place, str] = {}
        filling: dict[Place, int] = {}
        places: dict[int, Place] = {}
        spans: dict[Place, tuple[int, int]] = {}
        start = len(text)
        for cell in group:
            place = cell.row, cell.column
            start = min(start, cell.start)
            if (cell.rows, cell.columns) != (1, 1):
                spans[place] = cell.rows, cell.columns
            texts[place] = text[cell.start : cell.end].strip()
            while position < len(figures) and figures[position].end <= cell.start:
                position += 1
            inside = []
            while position < len(figures) and figures[position].start < cell.end:
                inside.append(position)
                position += 1
            places |= dict.fromkeys(inside, place)
            if len(inside) == 1 and _fills(text, cell, figures[inside[0]]):
                filling[place] = inside[0]
        found.append(TextGrid(texts, filling, places, start, spans))
    return found


def _fills(text: str, cell: TextCell, figure: Figure) -> bool:
    """Whether a cell holds a number, with its bound, and at most its unit beside it."""
    first, last = figure.passage
    before, behind = text[cell.start : min(first, figure.start)], text[max(last, figure.end) : cell.end]
    letters = sum(letter.isalpha() for letter in before + behind)
    return figure.stated is not None and not any(map(str.isalpha, before)) and letters <= WORDS


def minuses(found: Iterable[TextGrid], figures: Sequence[Figure]) -> dict[int, Figure]:
    """The figures of which other cells show that they are below zero though they have no minus.

    A dash is one where others of the column have a plus: +139, – 3202. So are brackets, in accounts, where
    others have none; without a name beside them they may be of an error. "Pupils 120, girls (58)" is no
    account: these name a currency, or have long numbers in brackets, or a column of falls in them.
    """
    changed: dict[int, Figure] = {}
    for grid in found:
        signed = {column for (_, column), words in grid.texts.items() if PLUS.match(words)}
        plain = {place[1] for place in grid.figures if "(" not in grid.texts[place]}
        amounts = [place for place in grid.figures if _is_bracketed(grid.texts[place], alone=True)]
        shares = {place[1] for place in grid.figures if PLAIN_SHARE.fullmatch(grid.texts[place])}
        long = any(LONG.search(grid.texts[place]) for place in amounts)
        if not long and not any(map(MONEY.search, grid.texts.values())):
            falls = Counter(column for row, column in amounts if _is_fall(grid, figures, row, column))
            amounts = amounts if max(falls.values(), default=0) >= FALLS else []
        rows, columns = {row for row, _ in amounts}, {column for _, column in amounts}
        noted = any((row, 1) not in grid.texts for row, _ in grid.figures)  # some rows have one before names
        for (row, column), index in grid.figures.items():
            amount, words = figures[index].quantity, grid.texts[row, column]
            names = grid.texts.get((row, 1), "") + (grid.texts.get((row, 2), "") if noted else "")
            named = any(map(str.isalpha, names))
            bracketed = column in plain and named and (row in rows or column in columns)
            bracketed = bracketed and _is_bracketed(words) and ("%" not in words or column in shares)
            dashed = column in signed and words[0] in DASHES
            if (bracketed or dashed) and amount is not None and amount.stated > 0 and amount.upper is None:
                figure = figures[index]._replace(quantity=replace(amount, stated=-amount.stated))
                if dashed:  # beside what rose
                    figure = figure._replace(kind=FigureKind.CHANGE, mode=Mode.BY, direction=Way.DOWN)
                changed[index] = figure
    return changed


def _is_fall(grid: TextGrid, figures: Sequence[Figure], row: int, column: int) -> bool:
    """Whether a number is by how much, or how many percent, two of those before it in its row differ."""
    fall = figures[grid.figures[row, column]].stated or Decimal(0)
    half = Decimal(5).scaleb(min(0, int(fall.as_tuple().exponent)) - 1)
    cells = [index for place, index in grid.figures.items() if place[0] == row and place[1] < column]
    before = [abs(number) for index in cells[-BESIDE:] if (number := figures[index].stated)]
    scaled = [(abs(a - b), scale) for a, b in combinations(before, 2) for scale in (1, 100 / a, 100 / b)]
    return any(abs(difference * scale - fall) <= half for difference, scale in scaled)


def _is_bracketed(words: str, *, alone: bool = False) -> bool:
    """Whether brackets enclose a cell; `alone` it must show, too, that it holds an amount."""
    return bool(BRACKETED.fullmatch(words)) and (not alone or bool(AN_AMOUNT.match(words)))


def numbering(
    found: Iterable[TextGrid], figures: Sequence[Figure], is_counted: Callable[[str], bool]
) -> dict[int, FigureKind]:
    """The figures that only number rows or columns, or date them, and so state nothing.

    `is_counted` says of a word in small letters whether it names what several are counted of.
    """
    kinds: dict[int, FigureKind] = {}
    for grid in found:
        turned = grid.turned()
        heads = [*((grid, row) for row in grid.rows[:HEADS]), *((turned, row) for row in turned.rows[:1])]
        for table, row in heads:
            filled = sorted(place for place in table.figures if place[0] == row)
            indices = [table.figures[place] for place in filled if table.figures[place] not in kinds]
            exact = [index for index in indices if figures[index].bound is Bound.EXACT]
            if _counts_up(figures, exact):  # up to "more than 10"
                kinds |= dict.fromkeys(indices, FigureKind.ORDINAL)
        kinds |= dict.fromkeys(_counts_like_years(grid, figures, is_counted), FigureKind.FIGURE)
    return kinds


def _counts_like_years(
    grid: TextGrid, figures: Sequence[Figure], is_counted: Callable[[str], bool]
) -> Iterator[int]:
    """What looks like a year among counts: 1904 in a column of 956, 2716 and 27, or beside a year."""
    in_rows: dict[int, set[FigureKind]] = {}
    for (row, _), index in grid.figures.items():
        in_rows.setdefault(row, set()).add(figures[index].kind)
    stating = Counter(column for (_, column), index in grid.figures.items() if figures[index].states)
    cells = Counter(row for row, _ in grid.texts)
    for (row, column), index in grid.figures.items():
        if figures[index].kind is not FigureKind.DATE or row == 1 or column == 1 or cells[row] == 1:
            continue  # a year alone in its row heads those below
        first = grid.figures.get((row, 1))
        dated = first is not None and figures[first].kind is FigureKind.DATE
        if dated and any(map(is_counted, grid.texts.get((1, column), "").lower().split())):
            yield index
        elif row <= HEADS and in_rows[row] == {FigureKind.DATE}:
            continue  # a head of years below another one
        elif stating[column] >= NUMBERED:
            yield index


def _counts_up(figures: Sequence[Figure], indices: Sequence[int]) -> bool:
    """Whether numbers are 1, 2, 3, …, or of such a numbering: 1, 1.1, 1.2, 2; or go on one: 21, 22, 23, …."""
    words = [figures[index].words.rstrip(".") for index in indices]
    if len(words) < NUMBERED or not all(word.replace(".", "").isdigit() for word in words):
        return False
    steps = [tuple(map(int, word.split("."))) for word in words]
    if len(words) >= SEVERAL and steps == [(steps[0][0] + at,) for at in range(len(words))]:
        return True
    return steps[0] in {(1,), (1, 1)} and steps == sorted(set(steps)) and steps[-1][0] <= len(steps)
