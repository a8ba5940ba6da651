"""TableShape: which rows and columns of a table are heads, marked or not, by what is in its cells."""

import re
from collections.abc import Sequence
from functools import cached_property

from edureport.model.quantity import Bound
from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import Figure
from edureport.prose.tables.heads import YEAR, Heads, one_line

MOST_LETTERS = 12  # in a cell that is a number with its unit or bound
LONGEST_HEAD = 300  # characters that are read of a cell
MOST_HEADS = 8  # rows of heads
GROUPS = 2  # sizes that show what the names of rows are
MOST_DIGITS = 2  # of a number that may be the name of a column: a class, a ward
MOST_WORDED = 4  # cells of words for one that is a number, in a column of names
_BARE_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")
_DIGIT = re.compile(r"\d")


class TableShape:
    """The cells of one table by row and column, and which of them are heads."""

    def __init__(self, grid: TextGrid, figures: Sequence[Figure], heads: Heads) -> None:
        self.grid, self.figures, self.heads = grid, figures, heads
        self.cells: dict[int, dict[int, str]] = {}
        for (row, column), text in grid.texts.items():
            self.cells.setdefault(row, {})[column] = one_line(text[:LONGEST_HEAD])
        self.rows = sorted(self.cells)
        self.width = max(column for cells in self.cells.values() for column in cells)

    def text(self, row: int, column: int) -> str:
        """The words of a cell in one line."""
        return self.cells.get(row, {}).get(column, "")

    @property
    def columns(self) -> range:
        """Every column, from 1."""
        return range(1, self.width + 1)

    def is_head(self, row: int, column: int) -> bool:
        """Whether a cell heads others."""
        return row in self.head_rows or row in self.titles or column <= self.names_end

    def is_number(self, row: int, column: int) -> bool:
        """Whether a cell states a number and is no head."""
        index, text = self.grid.figures.get((row, column)), self.text(row, column)
        stated = index is not None and self.figures[index].states
        counts = stated or (_DIGIT.search(text) and sum(map(str.isalpha, text)) <= MOST_LETTERS)
        return bool(counts) and self.heads.head(text).time is None

    @cached_property
    def head_rows(self) -> frozenset[int]:
        """The rows at the top that hold no numbers, and the one that numbers the columns."""
        first = self.rows[0]
        if self._begins_with_numbers(first):
            return frozenset()  # names and their numbers, without a head
        result, beside = {first}, range(2, self.width + 1)
        last_filled = max((row for row in self.rows if self.text(row, 2)), default=first)
        for row in self.rows[1:MOST_HEADS]:
            numbers_columns = all(self.text(row, column) == str(column) for column in beside)
            counts = any(self.is_number(row, column) for column in beside) and not numbers_columns
            if counts and not self._goes_on(row):
                break
            if not any(self.text(row, column) for column in beside) or row >= last_filled:
                break
            times = all(self.heads.head(text).time for text in self.cells[row].values())
            again = self.text(row, 1) == self.text(first, 1)  # a cell of two rows, written in both
            if self.text(first, 1) and any(map(str.isalpha, self.text(row, 1))) and not (times or again):
                break  # a row of its own, without numbers: "Halls | no data"
            result.add(row)
        return frozenset(result)

    def _begins_with_numbers(self, first: int) -> bool:
        """Whether the first row has numbers that head nothing: no years, and no short ones, which may."""
        texts = [self.text(first, column) for column in range(2, self.width + 1)]
        bare = all(_BARE_NUMBER.fullmatch(text) and not YEAR.fullmatch(text) for text in texts)
        large = any(sum(map(str.isdigit, text)) > MOST_DIGITS for text in texts)
        return bool(texts) and bare and (self.width == 2 or large)

    def _goes_on(self, row: int) -> bool:
        """Whether a row without a name goes on with the heads above: «человек | на 10000»."""
        return not self.text(row, 1) and not any(map(_BARE_NUMBER.fullmatch, self.cells[row].values()))

    @cached_property
    def body(self) -> list[int]:
        """The rows with numbers."""
        return [row for row in self.rows if row not in self.head_rows]

    @cached_property
    def titles(self) -> frozenset[int]:
        """The rows of the body of which one cell alone is filled: they head those below."""
        if self.width <= 2:
            return frozenset()
        cells = ((row, self.cells[row].items()) for row in self.body)
        said = ((row, [column for column, text in own if any(map(str.isalnum, text))]) for row, own in cells)
        alone = ((row, columns[0]) for row, columns in said if len(columns) == 1)
        return frozenset(row for row, column in alone if not self.is_number(row, column))

    @cached_property
    def data(self) -> list[int]:
        """The rows of the body that are no titles."""
        return [row for row in self.body if row not in self.titles]

    @cached_property
    def names_end(self) -> int:
        """The last of the columns at the left that name the rows: one at least."""
        end, second = 0, self._filled(2) if self.width > 2 else []
        # Where the second column has words, be there a number in some, the first only numbers them.
        numbered = MOST_WORDED * sum(self.is_number(row, 2) for row in second) < len(second)
        for column in self.columns:
            filled = self._filled(column)
            numbers = sum(self.is_number(row, column) for row in filled)
            if filled and 2 * numbers >= len(filled) and not (numbered and column == 1):
                break
            end = column
        if end == 0 and self.width > 2 and self._is_all_figures and not self.groups:
            return 0
        return max(end, 1) if end < self.width else 1

    @property
    def _is_all_figures(self) -> bool:
        """Whether the first column has figures like the others, and no numbers that name rows."""
        texts = [self.text(row, 1) for row in self.data]
        counts_up = len(texts) > 1 and texts == sorted(set(texts), key=lambda text: (len(text), text))
        return not counts_up and all(self.is_number(row, 1) for row in self.data)

    @cached_property
    def groups(self) -> frozenset[tuple[int, int]]:
        """The cells of the first column that name rows by sizes or ages: 25–49, "Under 25", 50+."""
        bounded = {place for place, index in self.grid.figures.items() if self._is_bounded(place, index)}
        found = {(row, column) for row, column in bounded if column == 1 and row in self.data}
        several = len(found) >= GROUPS and not any((row, 2) in bounded for row, _ in found)
        return frozenset(found if several else ())

    def _is_bounded(self, place: tuple[int, int], index: int) -> bool:
        figure = self.figures[index]
        bounded = figure.bound in {Bound.LESS_THAN, Bound.MORE_THAN, Bound.AT_MOST, Bound.AT_LEAST}
        return bounded or figure.upper is not None or self.text(*place).endswith("+")

    def _filled(self, column: int) -> list[int]:
        """The rows that say something in a column: a dash is as good as nothing."""
        return [row for row in self.data if any(map(str.isalnum, self.text(row, column)))]
