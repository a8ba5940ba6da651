"""TableLayout: what a table says of the figures in its cells, by the heads of their rows and columns."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from edureport.prose.cells import TextGrid
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure
from edureport.prose.tables.column_heads import ColumnHeads
from edureport.prose.tables.head import HeadRole, TableHead
from edureport.prose.tables.heads import Heads
from edureport.prose.tables.row_heads import RowHeads
from edureport.prose.tables.shape import TableShape
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time

_UNNAMED = frozenset({HeadRole.FACT, HeadRole.PLAN})  # what says no more is no part of a label


class HeadedCell(NamedTuple):
    """What a table says of a figure in one of its cells.

    `names` are the words of its row and its column, `around` those of the rows above that it belongs to,
    and `above` are the names of the last rows above, the nearest first. `since` is what a change is measured
    from. A `head` states nothing of its own; `fills` says that the cell holds nothing else. `printed` is all
    that stands above the column and at the corner.
    """

    head: bool
    fills: bool
    names: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    caption: str = ""
    role: HeadRole | None = None
    unit: str | None = None
    time: Time | None = None
    since: Time | None = None
    due: Time | None = None
    falls: bool = False
    above: tuple[str, ...] = ()
    printed: str = ""


class TableLayout:
    """The heads of one table, and its caption."""

    def __init__(self, grid: TextGrid, figures: Sequence[Figure], caption: str, heads: Heads) -> None:
        self.heads = heads
        self.caption = caption
        self.planned = heads.speaks_of_plans(caption)
        self.shape = TableShape(grid, figures, heads)
        self.columns = ColumnHeads(self.shape)
        self.rows = RowHeads(self.shape, self.columns)
        self._groups: dict[int, str] = {}
        self._printed: dict[int, str] = {}  # by column
        self._units: dict[str, str | None] = {}  # by the title of rows

    def cell(self, row: int, column: int, *, fills: bool) -> HeadedCell:
        """What the table says of a figure in a cell."""
        if self.shape.is_head(row, column):
            role = HeadRole.GROUP if (row, column) in self.shape.groups else None
            if column in self.shape.columns and self.columns.role(column) is HeadRole.NOTE:
                role = HeadRole.NOTE
            return HeadedCell(head=True, fills=fills, role=role)
        beside, above = self._heads(row, column)
        own = None if beside.role is HeadRole.NOTE else beside.role  # a row of notes counts them
        role = above.role or own or (HeadRole.PLAN if self._all_planned else None)
        time, since = above.time or beside.time or self._of_caption(role), None
        if role is HeadRole.CHANGE and above.role is HeadRole.CHANGE:
            time, since = self.columns.measured(column)
        elif role is HeadRole.SHARE and not (above.time or beside.time):
            time, _ = self.columns.measured(column)
        return HeadedCell(
            head=False,
            fills=fills,
            names=tuple(filter(None, (beside.name, above.name))),
            around=tuple(filter(None, (self.rows.wholes.get(row), self.rows.titles.get(row)))),
            caption=self.caption,
            role=role,
            unit=above.unit
            or beside.unit
            or self.rows.unit(row)
            or self._common_unit(self.rows.titles.get(row, "")),
            time=time,
            since=since,
            due=self.rows.due(row),
            falls=above.falls if above.role else beside.falls,
            above=self.rows.names_above(row),
            printed=self._printed_above(column),
        )

    def _printed_above(self, column: int) -> str:
        """All words of the heads of a column, and those at the corner of the table; put together once."""
        if column not in self._printed:
            corner = (self.shape.text(row, 1) for row in sorted(self.shape.head_rows))
            self._printed[column] = " ".join(filter(None, (*corner, *self.columns.above(column))))
        return self._printed[column]

    def label(self, row: int, column: int) -> tuple[str, ...]:
        """The words that name a figure for a reader: of the row that heads it, its own and its column's."""
        heads = self._heads(row, column)
        words = (head.name if head.role in _UNNAMED else head.words for head in heads)
        parts = [self.rows.titles.get(row, ""), *words]
        if group := self._group(column):
            parts.insert(1, group)
        # "Total" is of what stands above.
        caption = self.heads.is_title(self.caption) or self.heads.names_a_count(self.caption)
        nothing = caption and all(map(self.heads.says_nothing, parts))
        if self._is_named_above or nothing:
            parts.insert(0, self.heads.caption(self.caption))
        return tuple(dict.fromkeys(filter(None, parts)))

    def _group(self, column: int) -> str:
        """What a column is part of, if "Pupils: Total" heads one at its left; looked for once."""
        if column not in self._groups:
            self._groups[column] = self._find_group(column)
        return self._groups[column]

    def _find_group(self, column: int) -> str:
        """It ends at a head that says itself what it counts, or of when."""
        for left in range(column, self.shape.names_end, -1):
            head = self.columns.of_figures.get(left, TableHead())
            whole, found, last = head.words.rpartition(": ")
            if found and left < column and self.heads.says_nothing(last):
                return whole
            if not head.words or head.role or head.time or found or self.heads.names_what(head.words):
                return ""
        return ""

    def _heads(self, row: int, column: int) -> tuple[TableHead, TableHead]:
        """What heads a row and a column; a row of a month is of that month in the year of the column."""
        beside, above = self.rows.of(row), self.columns.of_figures.get(column, TableHead())
        if above.time and (month := self._month_in(above.time, beside.words)):
            return beside._replace(words="", time=month), above._replace(time=month)
        return beside, above

    def _month_in(self, time: Time, name: str) -> Time | None:
        """The month that names a row, within the year of a column; None if it is none."""
        if time.grain is not Grain.YEAR or not name or name not in self._months:
            return None
        year = str(time.period.first.year)
        for text in (f"{name} {year}", f"{year} {name}"):
            found = self.heads.head(text).time
            if found and found.grain is Grain.MONTH:
                return found
        return None

    @cached_property
    def _months(self) -> frozenset[str]:
        """The names of rows that are months."""
        return frozenset(filter(self.heads.is_month, {self.rows.of(row).words for row in self.shape.data}))

    @cached_property
    def _is_named_above(self) -> bool:
        """Whether only the caption says what is counted: the rows are places, the columns years.

        Below "Men and women" a "Men" and a "Women" would all have the same words, and so would a total.
        """
        columns = {head.words for head in self.columns.of_figures.values()}
        rows = {self.rows.of(row).words for row in self.shape.data}
        words = [*columns, *rows, *(self.rows.titles.get(row, "") for row in self.shape.data[:1])]
        said = (text for text in words if not self.heads.says_nothing(text))  # but "Total" of what is above
        if not self.heads.names_a_count(self.caption) or any(map(self.heads.names_what, said)):
            return False
        caption = frozenset(content(self.heads.caption(self.caption), self.heads.language))
        alike = (
            sum(
                self.heads.says_nothing(text) or caption.issuperset(content(text, self.heads.language))
                for text in texts
                if text
            )
            for texts in (columns, rows)
        )
        return all(number < 2 for number in alike)

    @property
    def times(self) -> Iterator[Time]:
        """The times that head its rows and columns, but for those that are planned."""
        if not self.planned:
            heads = [*self.columns.of_figures.values(), *(self.rows.of(row) for row in self.shape.data)]
            yield from (head.time for head in heads if head.time and not head.plan)

    @cached_property
    def _all_planned(self) -> bool:
        """Whether the caption speaks of plans, and no column says which of the figures are plans."""
        roles = {head.role for head in self.columns.of_figures.values()}
        return self.planned and roles.isdisjoint({HeadRole.PLAN, HeadRole.FACT})

    def _of_caption(self, role: HeadRole | None) -> Time | None:
        """The time that the caption names; a plan is not due on the day as of which a table is."""
        time = self._time_of_caption
        return None if time and role is HeadRole.PLAN and time.role is Role.AS_OF else time

    @cached_property
    def _time_of_caption(self) -> Time | None:
        return self.heads.times.of_caption(self.caption) if self.caption else None

    def _common_unit(self, title: str) -> str | None:
        """The unit of all rows below a title, or of all of the table: in its corner or its caption."""
        if title not in self._units:
            corner = self.columns.above(1) if self.shape.names_end else []
            texts = filter(None, (title, *corner, self.caption))
            units = (self.heads.head(text).unit or text.strip("() ") for text in texts)
            self._units[title] = next((one for one in units if self._is_common(one)), None)
        return self._units[title]

    def _is_common(self, unit: str) -> bool:
        return self.heads.is_unit(unit) and self.heads.measures(unit)
