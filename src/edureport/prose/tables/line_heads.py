"""The heads of the columns and of the rows of one table: what stands above the one and before the other."""

import re
from bisect import bisect_left
from collections import Counter
from functools import cache, cached_property

from edureport.prose.tables.heads import YEAR, HeadRole, TableHead
from edureport.prose.tables.shape import TableShape
from edureport.prose.times.times import Role, Time

MOST_ABOVE = 40  # rows among which the whole of a part is looked for
STATES = frozenset({HeadRole.FACT, HeadRole.PLAN})  # of a figure; they say nothing of what it counts
_NESTED = re.compile(r"\A[–—•·-][\s–—•·-]*(?=[^\W\d])")


class ColumnHeads:
    """The heads of the columns of one table; all that is above a column is one head."""

    def __init__(self, shape: TableShape) -> None:
        self.shape, self.heads = shape, shape.heads
        self._head = cache(self._head_of)

    def above(self, column: int) -> list[str]:
        """The words above a column from the top down, with those of heads that cover it and others."""
        texts = (self._head_text(row, column + self._shift) for row in sorted(self.shape.head_rows))
        named = (text for text in texts if (text and not text.isdigit()) or YEAR.fullmatch(text))
        return list(dict.fromkeys(named))  # a cell of two rows may be written in both

    def _head_of(self, column: int) -> TableHead:
        """What the heads above a column say together."""
        texts = self.above(column)
        if len(texts) < 2:
            return self.heads.head(" ".join(texts))
        heads = [self.heads.head(text) for text in texts]
        units = [text for text in texts[1:] if self.heads.is_unit(text)]
        words = " ".join(
            head.words
            for head, text in zip(heads, texts, strict=True)
            if head.words and text not in units and not (head.bare and head.role in STATES)
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
        """The second row of heads and its first column, if all of it stands below the last head."""
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
        return self._head(column).role

    def of_role(self, role: HeadRole) -> int | None:
        """The first column that holds this of the rows, their units or by when their plans are due."""
        return next((column for column in self.shape.columns if self.role(column) is role), None)

    @cached_property
    def of_figures(self) -> dict[int, TableHead]:
        """What heads the columns; beside "Pupils 2024" a head of 2025 alone is of pupils, too."""
        heads: dict[int, TableHead] = {}
        before = TableHead()
        for column in range(self.shape.names_end + 1, self.shape.width + 1):
            head = self._head(column)
            # "Actual 2025" beside "Plan 2025" or "Asked for 2025"
            own = head.words and (before.bare or head.role is HeadRole.FACT)
            if not head.name and before.words and not own and (head.time or head.role is HeadRole.CHANGE):
                role = head.role or before.role
                unit = head.unit or before.unit
                head = head._replace(words=before.words, unit=unit, role=role, bare=before.bare)
            heads[column] = head
            if head.time and head.time.start > 0:  # words that stand before the time go on
                before = head
            elif not head.time and head.role is not HeadRole.CHANGE:
                before = TableHead()
        return heads

    @cached_property
    def says_only_state(self) -> bool:
        """Whether the columns tell of the same whether it is planned or done: "Result: plan | actual"."""
        heads = self.of_figures.values()
        stated = [head for head in heads if head.role in STATES]
        return {head.role for head in stated} == STATES and len({head.name for head in stated}) == 1

    def measured(self, column: int) -> tuple[Time | None, Time | None]:
        """The times that a column of changes leads to and from: those of the nearest values at its left."""
        own = self.of_figures[column].time
        timed = [
            head.time
            for other, head in self.of_figures.items()
            if other < column and head.time and head.role in (None, HeadRole.FACT)
        ][-2:]
        timed.sort(key=lambda time: time.period.order)
        since = own or (timed[0] if len(timed) > 1 else None)
        return (timed[-1] if timed else None), since


class RowHeads:
    """The heads of the rows of one table."""

    def __init__(self, shape: TableShape, columns: ColumnHeads) -> None:
        self.shape, self.columns, self.heads = shape, columns, shape.heads
        self.unit_column, self.due_column = columns.of_role(HeadRole.UNIT), columns.of_role(HeadRole.DUE)
        self.of, self.names_above = cache(self._head_of), cache(self._names_above)

    def _head_of(self, row: int) -> TableHead:
        """What heads a row: its words without the dash of a part, its time, its unit."""
        head = self.heads.head(_NESTED.sub("", self._name(row)))
        if not head.words or self.heads.is_worded(head.words):
            return head
        # A number that names a row, behind what the corner says that it counts.
        corner = self.heads.head(" ".join(self.columns.above(1))).words
        return head._replace(words=f"{corner}: {head.words}") if corner else head

    def _name(self, row: int) -> str:
        """The words of the columns that name a row, but for its number and its unit."""
        texts = [
            self._names.get((row, column), "")
            for column in range(1, self.shape.names_end + 1)
            if column != self.unit_column and self.columns.role(column) not in {HeadRole.QUOTE, HeadRole.NOTE}
        ]
        numbered = any(texts[1:]) and self.unit_column != 1 and self._is_numbering
        return ", ".join(text for text in texts[numbered:] if any(map(str.isalnum, text)))

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
        """Whether the first column numbers the rows that have another name; "Total" may stand there alone."""
        others = range(2, self.shape.names_end + 1)
        named = [row for row in self.shape.data if any(self._names.get((row, other)) for other in others)]
        return not any(any(map(str.isalpha, self.shape.text(row, 1))) for row in named)

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

    def _names_above(self, row: int) -> tuple[str, ...]:
        """The names of the last rows above one, the nearest first."""
        place = bisect_left(self.shape.data, row)
        above = self.shape.data[max(0, place - MOST_ABOVE) : place]
        return tuple(self.of(other).words for other in reversed(above))

    def unit(self, row: int) -> str | None:
        """The unit of a row, in a column for units."""
        return self.shape.text(row, self.unit_column) or None if self.unit_column else None

    def due(self, row: int) -> Time | None:
        """By when the plan of a row is due, in a column for that."""
        time = self.heads.head(self.shape.text(row, self.due_column)).time if self.due_column else None
        return time and time._replace(role=Role.DUE)
