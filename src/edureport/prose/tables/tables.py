"""TextTables: the tables of a text, and what they say of the figures in their cells."""

import re
from collections.abc import Iterator, Sequence

from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.figures.units import PERCENT
from edureport.prose.tables.head import HeadRole, one_line
from edureport.prose.tables.head_times import YEAR
from edureport.prose.tables.heads import Heads
from edureport.prose.tables.layout import HeadedCell, TableLayout
from edureport.prose.times.times import Role, Time

LONGEST_CAPTION = 300  # characters
FEW_ROWS = 4  # of which most may by chance be of a balance
_ENDS = re.compile("[\u2029]|\\n\\s*\\n")  # of paragraphs
KINDS = {  # what figures below a head are
    HeadRole.PLAN: FigureKind.TARGET,
    HeadRole.CHANGE: FigureKind.CHANGE,
    HeadRole.INDEX: FigureKind.CHANGE,
    HeadRole.REMAINING: FigureKind.CHANGE,  # the difference between the plan and what there is
}


class TextTables:
    """The tables of a text; each is looked through when a figure in it is asked for."""

    def __init__(self, text: str, grids: Sequence[TextGrid], figures: Sequence[Figure], heads: Heads) -> None:
        self.heads = heads
        self._text = text
        self._grids = grids
        self._figures = figures
        self._places = {index: number for number, grid in enumerate(grids) for index in grid.inside}
        self._layouts: dict[int, TableLayout] = {}
        self._cells: dict[int, HeadedCell] = {}
        self._signed: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        self._percents: dict[int, bool] = {}

    def cell(self, index: int) -> HeadedCell | None:
        """What its table says of the figure of this index; None if it stands in none."""
        if index not in self._places:
            return None
        if index not in self._cells:
            grid = self._grids[self._places[index]]
            place = grid.inside[index]
            self._cells[index] = self.layout(index).cell(*place, fills=grid.figures.get(place) == index)
        return self._cells[index]

    def label(self, index: int) -> tuple[str, ...]:
        """The words of the heads of the figure of this index."""
        return self.layout(index).label(*self._grids[self._places[index]].inside[index])

    def is_change(self, index: int) -> bool:
        """Whether a figure is a change as others of its table are by their signs: "0.3" by "-0.5".

        It is in a column with such a figure, if its row has one, too, or if most rows have. One row of many
        may be of a balance; and a column of its own may tell by how much the others differ.
        """
        number = self._places[index]
        if number not in self._signed:
            self._signed[number] = self._find_signed(self._grids[number])
        row, column = self._grids[number].inside[index]
        rows, columns = self._signed[number]
        return column in columns and row in rows

    def tells_percent(self, index: int) -> bool:
        """Whether a number in the table of a figure has the sign of a percentage, as the first row may."""
        number = self._places[index]
        if number not in self._percents:
            inside = self._grids[number].figures.values()
            self._percents[number] = any(self._figures[other].percent for other in inside)
        return self._percents[number]

    def _find_signed(self, grid: TextGrid) -> tuple[frozenset[int], frozenset[int]]:
        """The rows and columns with figures below zero, as no words tell why; all rows, if most have one."""
        signed = [place for place, index in grid.figures.items() if self._is_signed(index)]
        rows, filled = {row for row, _ in signed}, {row for row, _ in grid.figures}
        most = len(filled) >= FEW_ROWS and 2 * len(rows) > len(filled)
        return frozenset(filled if most else rows), frozenset(column for _, column in signed)

    def _is_signed(self, index: int) -> bool:
        figure = self._figures[index]
        return figure.kind is FigureKind.CHANGE and (figure.stated or 0) < 0

    def layout(self, index: int) -> TableLayout:
        """The table that the figure of this index stands in."""
        return self._layout(self._places[index])

    def _layout(self, number: int) -> TableLayout:
        if number not in self._layouts:
            caption = self._caption(number)
            self._layouts[number] = TableLayout(self._grids[number], self._figures, caption, self.heads)
        return self._layouts[number]

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
        for number in range(len(self._grids)):
            yield from self._layout(number).times


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
