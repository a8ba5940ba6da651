"""RowHeads: what stands before the rows of a table, and what heads several of them."""

import re
from bisect import bisect_left
from functools import cached_property

from edureport.prose.tables.column_heads import ColumnHeads
from edureport.prose.tables.head import HeadRole, TableHead
from edureport.prose.tables.shape import TableShape
from edureport.prose.times.times import Role, Time

MOST_ABOVE = 40  # rows among which the whole of a part is looked for
_NESTED = re.compile(r"[–—•·-][\s–—•·-]*(?=[^\W\d])")


class RowHeads:
    """The heads of the rows of one table."""

    def __init__(self, shape: TableShape, columns: ColumnHeads) -> None:
        self.shape = shape
        self.columns = columns
        self.heads = shape.heads
        self._known: dict[int, TableHead] = {}
        self._above: dict[int, tuple[str, ...]] = {}

    def of(self, row: int) -> TableHead:
        """What heads a row: its words without the dash of a part, its time, its unit."""
        if row not in self._known:
            name = self._name(row)
            nested = _NESTED.match(name)
            head = self.heads.head(name[nested.end() :] if nested else name)
            self._known[row] = head._replace(words=self._with_corner(head.words))
        return self._known[row]

    def _with_corner(self, words: str) -> str:
        """A number that names a row, behind what the corner says that it counts."""
        if not words or self.heads.is_worded(words):
            return words
        corner = self.heads.head(" ".join(self.columns.above(1))).words
        return f"{corner}: {words}" if corner else words

    def _name(self, row: int) -> str:
        """The words of the columns that name a row, but for its number and its unit."""
        texts = [
            self._names.get((row, column), "")
            for column in range(1, self.shape.names_end + 1)
            if column != self.columns.unit_column
            and self.columns.role(column) not in {HeadRole.QUOTE, HeadRole.NOTE}
            and not (self.shape.names_end > 1 and column == 1 and self._is_numbering)
        ]
        return ", ".join(filter(None, texts))

    @cached_property
    def _names(self) -> dict[tuple[int, int], str]:
        """The words that name rows, also where a cell covers several of them."""
        names: dict[tuple[int, int], str] = {}
        lasting: dict[int, tuple[int, str]] = {}  # by column: until which row, and the words
        for row in self.shape.data:
            for column in range(1, self.shape.names_end + 1):
                text = self.shape.text(row, column)
                rows, _ = self.shape.grid.spans.get((row, column), (1, 1))
                if rows > 1:
                    lasting[column] = row + rows, text
                elif not text and row < lasting.get(column, (0, ""))[0]:
                    text = lasting[column][1]
                names[row, column] = text
        return names

    @cached_property
    def _is_numbering(self) -> bool:
        return not any(any(map(str.isalpha, self.shape.text(row, 1))) for row in self.shape.data)

    @cached_property
    def titles(self) -> dict[int, str]:
        """For each row of the body the words of the last row above that heads others."""
        title, result = "", {}
        for row in self.shape.body:
            if row in self.shape.titles:
                title = max(self.shape.cells[row].values(), key=len)
            else:
                result[row] = title
        return result

    @cached_property
    def wholes(self) -> dict[int, str]:
        """For each row whose name begins with a dash the name of the last row above without one."""
        whole, result = "", {}
        for row in self.shape.data:
            if _NESTED.match(self._name(row)):
                result[row] = whole
            else:
                whole = self.of(row).words
        return result

    def names_above(self, row: int) -> tuple[str, ...]:
        """The names of the last rows above one, the nearest first."""
        if row not in self._above:
            place = bisect_left(self.shape.data, row)
            rows = reversed(self.shape.data[max(0, place - MOST_ABOVE) : place])
            self._above[row] = tuple(self.of(other).words for other in rows)
        return self._above[row]

    def unit(self, row: int) -> str | None:
        """The unit of a row, in a column for units."""
        return self.shape.text(row, self.columns.unit_column) or None if self.columns.unit_column else None

    def due(self, row: int) -> Time | None:
        """By when the plan of a row is due, in a column for that."""
        column = self.columns.due_column
        time = self.heads.head(self.shape.text(row, column)).time if column else None
        return time and time._replace(role=Role.DUE)
