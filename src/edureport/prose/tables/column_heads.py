"""ColumnHeads: what stands above the columns of a table, in one row or in several."""

from collections import Counter
from functools import cached_property

from edureport.prose.tables.head import HeadRole, TableHead
from edureport.prose.tables.head_times import YEAR
from edureport.prose.tables.shape import TableShape
from edureport.prose.times.times import Time


class ColumnHeads:
    """The heads of the columns of one table; all that is above a column is one head."""

    def __init__(self, shape: TableShape) -> None:
        self.shape = shape
        self.heads = shape.heads

    def above(self, column: int) -> list[str]:
        """The words above a column from the top down, with those of heads that cover it and others."""
        texts = (self._head_text(row, column + self._shift) for row in sorted(self.shape.head_rows))
        return [text for text in texts if (text and not text.isdigit()) or YEAR.fullmatch(text)]

    @cached_property
    def _heads(self) -> dict[int, TableHead]:
        """What the heads above each column say together."""
        return {column: self._head_of(column) for column in self.shape.columns}

    def _head_of(self, column: int) -> TableHead:
        texts = self.above(column)
        if len(texts) < 2:
            return self.heads.head(" ".join(texts))
        heads = [self.heads.head(text) for text in texts]
        units = [text for text in texts[1:] if self.heads.is_unit(text)]
        words = " ".join(
            head.words for head, text in zip(heads, texts, strict=True) if head.words and text not in units
        )
        times = [head.time for head in heads if head.time]
        joined = self.heads.head(" ".join(texts)) if len(times) > 1 else None
        return TableHead(
            words,
            joined.time if joined else next(iter(times), None),
            next(iter(units), None) or next((head.unit for head in reversed(heads) if head.unit), None),
            next((head.role for head in reversed(heads) if head.role), None),
            bare=not any(head.name for head in heads),
        )

    def _head_text(self, row: int, column: int) -> str:
        """The words of a head, or of the one to the left that covers its column too."""
        if self._spread and column >= self._spread[1]:  # heads of two rows, of which merged cells are lost
            lower, first = self._spread
            return self.shape.text(row, column - first + 1 if row == lower else first)
        text = self.shape.text(row, column)
        if text or column < 2:
            return text
        for left in range(column - 1, 0, -1):
            if other := self.shape.text(row, left):
                _, columns = self.shape.grid.spans.get((row, left), (1, 1))
                return other if left + columns > column or self._goes_on(row, left, column) else ""
        return ""

    def _goes_on(self, row: int, left: int, column: int) -> bool:
        """Whether an empty cell of a head belongs to that at its left: heads stand below both."""
        if self.shape.grid.spans or (left <= 1 and not self._shift):
            return False
        below = [lower for lower in self.shape.head_rows if lower > row]
        return any(self.shape.text(lower, left) and self.shape.text(lower, column) for lower in below)

    @cached_property
    def _spread(self) -> tuple[int, int] | None:
        """The second row of heads and the column that it begins at, if all of it stands below the last head.

        "Line | Code | Over six months", and below it only "2025 | 2024".
        """
        rows = sorted(self.shape.head_rows)
        if len(rows) != 2 or self.shape.grid.spans:
            return None
        upper, lower = (self.shape.cells[row] for row in rows)
        first, own = max(upper), max(lower)
        full = len(upper) == first > 1 and len(lower) == own > 1 and all((*upper.values(), *lower.values()))
        return (rows[1], first) if full and first - 1 + own == self._common_end else None

    @cached_property
    def _shift(self) -> int:
        """-1 for heads without the empty cell at the corner."""
        shape = self.shape
        if self._spread:
            return 0
        heads = [max(shape.cells[row]) for row in shape.head_rows if shape.text(row, 1)]
        if not heads or shape.grid.spans:
            return 0
        row = max(shape.head_rows, key=lambda row: max(shape.cells[row]))
        last = max(shape.cells[row])
        dated = last + 1 == shape.width and self.heads.head(shape.text(row, 1)).time is not None
        return -1 if dated or self._common_end == last + 1 else 0

    @cached_property
    def _common_end(self) -> int:
        """The last column that most rows of the body have."""
        ends = Counter(max(self.shape.cells[row]) for row in self.shape.data)
        return ends.most_common(1)[0][0] if ends else 0

    def role(self, column: int) -> HeadRole | None:
        return self._heads[column].role

    @cached_property
    def unit_column(self) -> int | None:
        """The column whose head says that it holds the units of the rows."""
        return next((column for column in self.shape.columns if self.role(column) is HeadRole.UNIT), None)

    @cached_property
    def due_column(self) -> int | None:
        return next((column for column in self.shape.columns if self.role(column) is HeadRole.DUE), None)

    @cached_property
    def of_figures(self) -> dict[int, TableHead]:
        """What heads the columns; beside "Pupils 2024" a head of 2025 alone is of pupils, too."""
        heads: dict[int, TableHead] = {}
        before = TableHead()
        for column in range(self.shape.names_end + 1, self.shape.width + 1):
            head = self._heads[column]
            own = before.bare and head.words  # "Actual 2025" beside "Plan 2025"
            if not head.name and before.words and not own and (head.time or head.change):
                role = head.role or before.role
                unit = head.unit or before.unit
                head = head._replace(words=before.words, unit=unit, role=role, bare=before.bare)
            heads[column] = head
            if head.time and head.time.start > 0:  # words that stand before the time go on
                before = head
            elif not head.time and not head.change:
                before = TableHead()
        return heads

    def measured(self, column: int) -> tuple[Time | None, Time | None]:
        """The times that a column of changes leads to and from: those of the nearest values at its left."""
        own = self.of_figures[column].time
        timed = [
            head.time
            for other, head in self.of_figures.items()
            if other < column and head.time and head.role in (None, HeadRole.FACT)
        ][-2:]
        timed.sort(key=lambda time: time.period.order)
        if own is not None:
            return (timed[-1] if timed else None), own
        if len(timed) < 2:
            return (timed[-1] if timed else None), None
        return timed[1], timed[0]
