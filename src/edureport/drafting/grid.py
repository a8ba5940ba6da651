"""HeadedTable: the cells of one table of a text, and which of its rows and columns are heads."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from edureport.drafting.heads import YEAR, Heads

_BARE_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")
_DIGITS = re.compile(r"\d")
MOST_DIGITS = 2  # of a number that may be the name of a column: a class, a ward


class HeadedTable:
    """The cells of one table by row and column; rows and columns are counted from 1."""

    def __init__(self, cells: Mapping[tuple[int, int], str], heads: Heads) -> None:
        self.cells = cells
        self.heads = heads
        self.rows = sorted({row for row, _ in cells})
        self.width = max(column for _, column in cells)

    def text(self, row: int, column: int) -> str:
        """What is written in a cell; nothing if it is empty."""
        return self.cells.get((row, column), "")

    @property
    def columns(self) -> range:
        """All columns."""
        return range(1, self.width + 1)

    @cached_property
    def head_rows(self) -> frozenset[int]:
        """The rows at the top that hold no numbers, and the one that numbers the columns."""
        if self._begins_with_numbers():
            return frozenset()  # names and their numbers, without a head
        result = {self.rows[0]}
        filled = {row for row, column in self.cells if column == 2}
        last = max(filled, default=0)
        for row in self.rows[1:]:
            texts = [self.text(row, column) for column in range(2, self.width + 1)]
            counts = any(map(self.heads.is_number, texts)) and not self._numbers_columns(row)
            if counts and not self._goes_on(row):
                break
            if not any(texts) or row >= last:
                break
            result.add(row)
        return frozenset(result)

    def _begins_with_numbers(self) -> bool:
        """Whether the first row has numbers that head nothing: no years, and no short ones, which may."""
        texts = [self.text(self.rows[0], column) for column in range(2, self.width + 1)]
        bare = all(_BARE_NUMBER.fullmatch(text) and not YEAR.fullmatch(text) for text in texts)
        large = any(len(_DIGITS.findall(text)) > MOST_DIGITS for text in texts)
        return bool(texts) and bare and (self.width == 2 or large)

    def _numbers_columns(self, row: int) -> bool:
        """Whether a row says 1, 2, 3 and so on."""
        return all(self.text(row, column) == str(column) for column in range(2, self.width + 1))

    def _goes_on(self, row: int) -> bool:
        """Whether a row without a name goes on with the heads above: «человек | на 10000»."""
        texts = [text for column in self.columns if (text := self.text(row, column))]
        return not self.text(row, 1) and not any(map(_BARE_NUMBER.fullmatch, texts))

    @cached_property
    def body(self) -> list[int]:
        """The rows with numbers."""
        return [row for row in self.rows if row not in self.head_rows]

    @cached_property
    def titles(self) -> frozenset[int]:
        """The rows of the body of which one cell alone is filled: they head those below."""
        filled = Counter(row for row, _ in self.cells)
        one = {row for row in self.body if filled[row] == 1} if self.width > 2 else set()
        return frozenset(
            row for row in one if not any(self.heads.is_number(self.text(row, c)) for c in self.columns)
        )

    @cached_property
    def named(self) -> list[int]:
        """The rows of the body that have a name and numbers of their own."""
        return [row for row in self.body if row not in self.titles]

    @cached_property
    def names_end(self) -> int:
        """The last of the columns at the left that name the rows: one at least."""
        end = 0
        for column in self.columns:
            texts = [text for row in self.named if (text := self.text(row, column))]
            numbers = sum(map(self.heads.is_number, texts))
            numbered = column == 1 and self.width > 2 and self._is_names(2)
            if texts and 2 * numbers >= len(texts) and not numbered:
                break
            end = column
        return max(end, 1) if end < self.width else 1

    def _is_names(self, column: int) -> bool:
        """Whether the cells of a column in the body are words: the first one only numbers them."""
        texts = [text for row in self.named if (text := self.text(row, column))]
        return bool(texts) and not any(map(self.heads.is_number, texts))

    @cached_property
    def is_numbered(self) -> bool:
        """Whether the first column only numbers the rows."""
        return not any(any(map(str.isalpha, self.text(row, 1))) for row in self.named)

    @cached_property
    def unit_column(self) -> int | None:
        """The column whose head says that it holds the units of the rows."""
        return next((c for c in self.columns if self.heads.heads_units(self.above(c))), None)

    @cached_property
    def _head_texts(self) -> dict[int, list[str]]:
        """What the head rows say above each column; a head holds for the empty cells beside it."""
        found: dict[int, list[str]] = {column: [] for column in self.columns}
        ordered = sorted(self.head_rows)
        for row, following in zip(ordered, (*ordered[1:], 0), strict=False):
            before = ""
            for column in self.columns:
                text = self.text(row, column + self._shift)
                spans = not text and self.text(following, column + self._shift) and column > 1
                if text or not spans:
                    before = text if column > 1 or self._shift else ""
                said = text or (before if spans else "")
                if said and (not said.isdigit() or YEAR.fullmatch(said)):
                    found[column].append(said)
        return found

    def above(self, column: int) -> str:
        """What heads a column; a unit below another head stands behind a comma."""
        texts = self._head_texts[column]
        said = texts[0] if texts else ""
        for text in texts[1:]:
            said += (", " if self.heads.is_unit(text) else " ") + text
        return said

    @cached_property
    def _shift(self) -> int:
        """-1 for heads without the empty cell at the corner."""
        ends: dict[int, int] = {}
        for row, column in self.cells:
            ends[row] = max(ends.get(row, 0), column)
        heads = [row for row in self.head_rows if self.text(row, 1)]
        widths = Counter(ends[row] for row in self.named)
        if not heads or not widths:
            return 0
        row = max(heads, key=lambda row: ends[row])
        dated = ends[row] + 1 == self.width and self.heads.head(self.text(row, 1)).time is not None
        return -1 if dated or widths.most_common(1)[0][0] == ends[row] + 1 else 0
