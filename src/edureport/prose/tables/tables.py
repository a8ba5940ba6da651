"""TextTables: the tables of a text, and what the heads of rows and columns say of their figures."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from edureport.prose.cells import TextGrid
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.figures.units import PERCENT
from edureport.prose.tables.heads import YEAR, HeadRole, Heads, TableHead, one_line
from edureport.prose.tables.line_heads import STATES, ColumnHeads, RowHeads
from edureport.prose.tables.shape import TableShape
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time

LONGEST_CAPTION = 300  # characters
FEW_ROWS = 4  # of which most may by chance be of a balance
_BARE_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")
_ENDS = re.compile("[\u2029]|\\n\\s*\\n")  # of paragraphs
KINDS = {  # what figures below a head are
    HeadRole.PLAN: FigureKind.TARGET,
    HeadRole.CHANGE: FigureKind.CHANGE,
    HeadRole.INDEX: FigureKind.CHANGE,
    HeadRole.REMAINING: FigureKind.CHANGE,  # the difference between the plan and what there is
}


class HeadedCell(NamedTuple):
    """What a table says of a figure in one of its cells."""

    head: bool  # it states nothing of its own
    fills: bool  # the cell holds nothing else
    names: tuple[str, ...] = ()  # the words of its row and its column
    around: tuple[str, ...] = ()  # those of the rows above that it belongs to
    caption: str = ""
    role: HeadRole | None = None
    unit: str | None = None
    time: Time | None = None
    since: Time | None = None  # what a change is measured from
    due: Time | None = None
    falls: bool = False
    above: tuple[str, ...] = ()  # the names of the last rows above, the nearest first
    printed: str = ""  # all that stands above the column and at the corner


class TableLayout:
    """The heads of one table, and its caption."""

    def __init__(self, grid: TextGrid, figures: Sequence[Figure], caption: str, heads: Heads) -> None:
        self.heads, self.caption = heads, caption
        self.planned = heads.speaks_of_plans(caption)
        self._captioned = heads.times.of_caption(caption) if caption else None
        self.shape = TableShape(grid, figures, heads)
        self.columns = ColumnHeads(self.shape)
        self.rows = RowHeads(self.shape, self.columns)
        self._printed_above, self._group = cache(self._all_above), cache(self._find_group)
        self._common_unit = cache(self._find_unit)

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
        captioned = self._captioned  # a plan is not due on the day as of which a table is
        if role is HeadRole.PLAN and captioned and captioned.role is Role.AS_OF:
            captioned = None
        time, since = above.time or beside.time or captioned, None
        title = self.rows.titles.get(row, "")
        if role is HeadRole.CHANGE and above.role is HeadRole.CHANGE:
            time, since = self.columns.measured(column)
        elif role is HeadRole.SHARE and not (above.time or beside.time):
            time, _ = self.columns.measured(column)
        return HeadedCell(
            head=False,
            fills=fills,
            names=tuple(filter(None, (beside.name, above.name))),
            around=tuple(filter(None, (self.rows.wholes.get(row), title))),
            caption=self.caption,
            role=role,
            unit=above.unit or beside.unit or self.rows.unit(row) or self._common_unit(title),
            time=time,
            since=since,
            due=self.rows.due(row),
            falls=above.falls if above.role else beside.falls,
            above=self.rows.names_above(row),
            printed=self._printed_above(column),
        )

    def _all_above(self, column: int) -> str:
        """All words of the heads of a column, and those at the corner of the table."""
        corner = (self.shape.text(row, 1) for row in sorted(self.shape.head_rows))
        return " ".join(filter(None, (*corner, *self.columns.above(column))))

    def label(self, row: int, column: int) -> tuple[str, ...]:
        """The words that name a figure for a reader: of the row that heads it, its own and its column's.

        Nothing if a number alone names the row or one of several columns, and no head says what it is.
        """
        heads = self._heads(row, column)
        words = [head.name if head.role in STATES else head.words for head in heads]
        if self.shape.names_end and _BARE_NUMBER.fullmatch(words[0]):
            return ()
        if _BARE_NUMBER.fullmatch(words[1]):  # a row of data may stand where heads do
            if len(self.columns.of_figures) > 1 or not words[0]:
                return ()
            words[1] = ""
        title = self.rows.titles.get(row, "")
        if self.heads.names_what(words[0]):
            title = "" if title.endswith(".") else title  # a sentence
            if heads[1].role in STATES and self.columns.says_only_state:
                words = words[:1]
        parts = [title, *words]
        if group := self._group(column):
            parts.insert(1, group)
        # "Total" is of what stands above.
        caption = self.heads.is_title(self.caption) or self.heads.names_a_count(self.caption)
        nothing = caption and all(map(self.heads.says_nothing, parts))
        if self._is_named_above or nothing:
            parts.insert(0, self.heads.caption(self.caption))
        return tuple(dict.fromkeys(filter(None, parts)))

    def _find_group(self, column: int) -> str:
        """What a column is part of, if "Pupils: Total" heads one at its left, and no other name."""
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
        """Whether only the caption says what is counted: rows are places and columns years."""
        columns = {head.words for head in self.columns.of_figures.values()}
        rows = {self.rows.of(row).words for row in self.shape.data}
        words = [*columns, *rows, *(self.rows.titles.get(row, "") for row in self.shape.data[:1])]
        said = (text for text in words if not self.heads.says_nothing(text))  # but "Total" of what is above
        if not self.heads.names_a_count(self.caption) or any(map(self.heads.names_what, said)):
            return False
        caption = frozenset(content(self.heads.caption(self.caption), self.heads.language))

        def is_alike(text: str) -> bool:
            return self.heads.says_nothing(text) or caption.issuperset(content(text, self.heads.language))

        return all(sum(map(is_alike, filter(None, texts))) < 2 for texts in (columns, rows))

    @property
    def times(self) -> Iterator[Time]:
        """The times that head its rows and columns, but for those that are planned."""
        if not self.planned:
            heads = [*self.columns.of_figures.values(), *(self.rows.of(row) for row in self.shape.data)]
            yield from (head.time for head in heads if head.time and head.role is not HeadRole.PLAN)

    @cached_property
    def _all_planned(self) -> bool:
        """Whether the caption speaks of plans, and no column says which of the figures are plans."""
        roles = {head.role for head in self.columns.of_figures.values()}
        return self.planned and roles.isdisjoint({HeadRole.PLAN, HeadRole.FACT})

    def _find_unit(self, title: str) -> str | None:
        """The unit of all rows below a title, or of all of the table: in its corner or its caption."""
        corner = self.columns.above(1) if self.shape.names_end else []
        texts = filter(None, (title, *corner, self.caption))
        units = (self.heads.head(text).unit or text.strip("() ") for text in texts)
        return next((one for one in units if self.heads.is_unit(one) and self.heads.measures(one)), None)


class TextTables:
    """The tables of a text; each is looked through when a figure in it is asked for."""

    def __init__(self, text: str, grids: Sequence[TextGrid], figures: Sequence[Figure], heads: Heads) -> None:
        self.heads, self._text, self._grids, self._figures = heads, text, grids, figures
        self._places = {index: number for number, grid in enumerate(grids) for index in grid.inside}
        self._layout, self._signed = cache(self._read_layout), cache(self._find_signed)
        self._percent, self.cell = cache(self._has_percent), cache(self._read_cell)

    def _read_cell(self, index: int) -> HeadedCell | None:
        """What its table says of the figure of this index; None if it stands in none."""
        if index not in self._places:
            return None
        grid = self._grids[self._places[index]]
        place = grid.inside[index]
        return self._layout(self._places[index]).cell(*place, fills=grid.figures.get(place) == index)

    def label(self, index: int) -> tuple[str, ...]:
        """The words of the heads of the figure of this index."""
        number = self._places[index]
        return self._layout(number).label(*self._grids[number].inside[index])

    def is_change(self, index: int) -> bool:
        """Whether a figure is a change as others of its table are by their signs: "0.3" by "-0.5".

        It is in a column with such a figure, if its row has one, too, or if most rows have. One row of many
        may be of a balance; and a column of its own may tell by how much the others differ.
        """
        number = self._places[index]
        row, column = self._grids[number].inside[index]
        rows, columns = self._signed(number)
        return column in columns and row in rows

    def tells_percent(self, index: int) -> bool:
        """Whether a number in the table of a figure has the sign of a percentage, as the first row may."""
        return self._percent(self._places[index])

    def _has_percent(self, number: int) -> bool:
        return any(self._figures[index].percent for index in self._grids[number].figures.values())

    def _find_signed(self, number: int) -> tuple[frozenset[int], frozenset[int]]:
        """The rows and columns with figures below zero, as no words tell why; all rows, if most have one."""
        grid = self._grids[number]
        figures = ((place, self._figures[index]) for place, index in grid.figures.items())
        signed = [place for place, one in figures if one.kind is FigureKind.CHANGE and (one.stated or 0) < 0]
        rows, filled = {row for row, _ in signed}, {row for row, _ in grid.figures}
        most = len(filled) >= FEW_ROWS and 2 * len(rows) > len(filled)
        return frozenset(filled if most else rows), frozenset(column for _, column in signed)

    def _read_layout(self, number: int) -> TableLayout:
        return TableLayout(self._grids[number], self._figures, self._caption(number), self.heads)

    def _caption(self, number: int) -> str:
        """The paragraph above a table; none if it is long, or if another table stands there."""
        start = self._grids[number].start
        above = self._text[max(0, start - 2 * LONGEST_CAPTION) : start].rstrip(" \u2029\n")
        words = one_line(_ENDS.split(above)[-1]).strip(" |")
        before = self._grids[number - 1] if number else None
        if before and words == one_line(next(reversed(list(before.texts.values())), "")):
            return ""
        return words if len(words) <= LONGEST_CAPTION else ""

    @property
    def times(self) -> Iterator[Time]:
        """The times that head rows and columns of all tables."""
        return chain.from_iterable(self._layout(number).times for number in range(len(self._grids)))


def adjusted(figure: Figure, cell: HeadedCell) -> Figure:
    """A figure of a cell as the heads say it is: a plan, a change, a percentage, or nothing of this text."""
    noted = cell.role is HeadRole.NOTE and cell.fills
    dated = cell.head and not cell.fills and YEAR.fullmatch(figure.words)  # "2025 £'000"
    if figure.states and (noted or dated or cell.role in {HeadRole.QUOTE, HeadRole.GROUP}):
        return figure._replace(kind=FigureKind.ATTRIBUTE)
    if cell.head or not (figure.states and cell.fills) or figure.quantity is None:
        return figure
    percent = figure.percent or cell.unit == PERCENT
    kind = KINDS.get(cell.role) if cell.role else None
    if kind is None:
        kind = FigureKind.PERCENT if percent and figure.kind is FigureKind.FIGURE else figure.kind
    if kind is FigureKind.CHANGE:
        falls = cell.falls and (figure.stated or 0) > 0  # else it has a sign of its own
        figure = figure._replace(mode=Mode.BY, direction=Way.DOWN if falls else Way.UP)
    return figure._replace(kind=kind, percent=percent, unit=figure.unit or cell.unit)


def time_of(cell: HeadedCell) -> Time | None:
    """The time that a table gives a figure; of a plan the one when it is due."""
    if cell.role is not HeadRole.PLAN:
        return cell.time
    time = cell.due or cell.time
    return time and time._replace(role=Role.DUE)
