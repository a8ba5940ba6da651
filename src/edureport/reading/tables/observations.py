"""Observations of tables: who, when, what, which part, and what the cell says."""

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from edureport.errors import EdureportError, ReportError
from edureport.message import message
from edureport.model.period import Period
from edureport.model.report import Blank, Category, Flag, Observation
from edureport.near import unknown
from edureport.problem import Place
from edureport.reading.allowed import CONTROL
from edureport.reading.tables.collector import MOST_CELLS, CellValue, Collector, Parts, Series
from edureport.reading.tables.description import ColumnRole
from edureport.reading.tables.grid import At, Cell, is_empty, place, text_of
from edureport.reading.tables.layout import Layout, NoColumnError
from edureport.reading.tables.numbers import (
    NO_VALUE,
    FootnotedText,
    ValueCells,
    Values,
    flags_of,
    with_flags,
    without_marks,
)
from edureport.reading.tables.periods import read_period
from edureport.record import made

Cells = Sequence[Cell]
ROLES = ("organisation", "area", "indicator", "period", "unit")


class Columns(NamedTuple):
    """The numbers of columns, and what it is where they are all empty.

    A number below 0 is a part of the name of the column that the value stands in: −1 the first.
    """

    numbers: tuple[int, ...]
    default: str | None


class RowTexts:
    """What the cells of rows, and the names of columns across, say in words; each cell is read once."""

    def __init__(self, layout: Layout) -> None:
        self.layout, self.marks = layout, layout.description.marks
        self.across = layout.description.across
        self.into = self.across.into if self.across else ()
        self.known: dict[Cell, FootnotedText] = {}

    def resolved(self, role: ColumnRole) -> Columns:
        numbers = (
            -1 - self.into.index(name) if name in self.into else self.layout.number(name)
            for name in role.columns
        )
        return Columns(tuple(numbers), role.default)

    def parts_of(self, name: str) -> tuple[str, ...]:
        """What the name of a column across says."""
        by = self.across.by if self.across else None
        if by is None:
            return (name,)
        parts = tuple(part.strip() for part in name.split(by))
        if len(parts) != len(self.into):
            raise NoColumnError(message("table.parts", word=name, by=by, into=self.into))
        return parts

    def first(self, columns: Columns, cells: Cells, name: tuple[str, ...], role: str) -> FootnotedText:
        """The text of the first of some columns that is not empty, without marks of footnotes."""
        for number in columns.numbers:
            cell = cells[number] if number >= 0 else name[-1 - number]
            text = self.known.get(cell)
            if text is None:
                text = without_marks(text_of(cell), self.marks)
                if not text.words.isprintable() and (sign := CONTROL.search(text.words)):
                    raise ReportError(message("table.control", code=f"U+{ord(sign[0]):04X}"))
                self.known[cell] = text
            if text.words:
                return text
        if columns.default is None:
            raise ReportError(
                message("table.empty_role", role=role, column=self.layout.names[max(columns.numbers[0], 0)])
            )
        return FootnotedText(columns.default, ())


def picked(roles: Iterable[Columns]) -> Callable[[Cells], object]:
    """What takes from a row the cells of these roles, by which it is known what the row is of."""
    numbers = [number for columns in roles for number in columns.numbers if number >= 0]
    return itemgetter(*numbers) if numbers else lambda _: ()


class Part(NamedTuple):
    """The part that a row is of, its innermost category, and the marks behind its names."""

    number: int
    category: Category | None
    marks: tuple[str, ...]


class ValueSubject:
    """What the values of a column have in common in rows that say the same: what they are of, and the unit.

    Where they are kept is known when there is the first of them.
    """

    __slots__ = ("marks", "parts", "period", "texts", "unit", "values")

    def __init__(self, texts: Sequence[str], unit: str, marks: tuple[str, ...], values: Values) -> None:
        """`values` are what cells say in this unit, as far as they have been read."""
        self.texts, self.unit, self.marks, self.values = texts, unit, marks, values
        self.period: Period | None = None
        self.parts: Parts | None = None


class ValueColumn(NamedTuple):
    """A column of values, what its name says, and what is known of its rows by what stands in them."""

    number: int
    name: tuple[str, ...]
    subjects: dict[object, ValueSubject]
    parts: dict[object, Part]


class Reader:
    """Reads the rows of one grid into a collector; what rows have in common is worked out once."""

    def __init__(self, collector: Collector, layout: Layout) -> None:
        """Raises NoColumnError if the description names a column that is not there."""
        self.collector, self.layout = collector, layout
        self.grid, self.description = grid, description = layout.grid, layout.description
        self.texts = texts = RowTexts(layout)
        roles = {name: texts.resolved(role) for name, role in description.roles.items() if name != "value"}
        for number, name in enumerate(texts.into, start=1):
            roles.setdefault(name, Columns((-number,), None))
        nowhere = Columns((), "")  # what is said nowhere is empty
        self.asked = [(role, roles.get(role, nowhere)) for role in ROLES]
        self.dimensions = [
            (one, texts.resolved(one.role)._replace(default=one.role.default or ""))
            for one in description.dimensions
        ]
        self.varied = any(number < 0 for _, columns in self.dimensions for number in columns.numbers)
        self.columns = self.value_columns()
        flags = description.flags
        self.flag_columns = [layout.number(name) for name in (flags.columns if flags else ())]
        self.cells = ValueCells(grid, description, collector.definitions.units)
        self.path, self.sheet = grid.path, grid.sheet
        self.periods: dict[str, Period] = {}
        self.marked: list[tuple[Parts, int, tuple[str, ...]]] = []

    def value_columns(self) -> list[ValueColumn]:
        """The columns across, or those of which the first that is not empty counts."""
        parts: dict[object, Part] = {}
        if self.description.across is None:
            numbers = self.texts.resolved(self.description.roles["value"]).numbers
            return [ValueColumn(number, (), {}, parts) for number in numbers]
        return [
            ValueColumn(
                number, self.texts.parts_of(self.layout.names[number]), {}, {} if self.varied else parts
            )
            for number in self.layout.across
        ]

    def read(self) -> None:
        """Read every row; what is wrong with one is noted at its cell."""
        collector, columns = self.collector, self.columns
        several = len(columns) > 1 and self.description.across is None
        subject_cells = picked(columns for _, columns in self.asked)
        part_cells = picked(columns for _, columns in self.dimensions)
        for row, cells in self.layout.rows():
            subject_key, part_key = subject_cells(cells), part_cells(cells)
            for column in (self.value_column(cells),) if several else columns:
                try:
                    subject = column.subjects.get(subject_key)
                    if subject is None:
                        subject = column.subjects[subject_key] = self.subject(cells, column)
                    self.figure(subject, cells, column, part_key, row)
                except EdureportError as error:
                    of_row = self.mistake(cells)  # which is said once
                    for problem in (of_row or error).problems:
                        collector.refuse(problem.message, place(self.grid, At(row, column.number)))
                    if of_row:
                        break
            if collector.count > MOST_CELLS:  # right or wrong
                raise ReportError.at(place(self.grid, At(row, 0)), "table.too_many", limit=MOST_CELLS)
        said = self.layout.footnotes()
        for parts, number, marks in self.marked:
            collector.add_footnotes(parts, number, (said.get(mark, mark) for mark in marks))

    def value_column(self, cells: Cells) -> ValueColumn:
        """The column that the value of a row stands in."""
        return next((one for one in self.columns if not is_empty(cells[one.number])), self.columns[0])

    def subject(self, cells: Cells, column: ValueColumn) -> ValueSubject:
        """What the value in a column is of; raises EdureportError if that is not clear."""
        texts = [self.texts.first(columns, cells, column.name, role) for role, columns in self.asked]
        organisation, area, indicator, period, unit = (one.words for one in texts)
        marks = tuple(mark for one in texts for mark in one.marks) + self.layout.marks[column.number]
        definitions = self.collector.definitions
        if indicator not in definitions.indicators:
            indicator = definitions.by_label.get(indicator, indicator)
        key = definitions.unit(indicator, unit)
        self.collector.kinds.setdefault(indicator, self.description.kind)
        return ValueSubject((organisation, area, period, indicator), key, marks, self.cells.known(key))

    def figure(
        self, subject: ValueSubject, cells: Cells, column: ValueColumn, part_key: object, row: int
    ) -> None:
        """Collect what the cell in a column says; raises EdureportError if that is not clear."""
        number = column.number
        value = subject.values.get(cells[number])
        if value is None or self.flag_columns:
            value = self.value(cells, At(row, number), subject.unit)
            if value is None:
                return
        part = column.parts.get(part_key)
        if part is None:
            part = column.parts[part_key] = self.part(cells, column)
        where = made(Place, (self.path, row + 1, number + 1, self.sheet))
        parts = subject.parts
        if parts is None:
            parts = self.begin(subject, where)
        quantity, flags, marks, _, _, _ = value
        figure: Observation | Blank
        if quantity is None:
            figure = Blank(where, part.category, 0, None, flags)
        else:
            figure = made(
                Observation, (subject.period, quantity, where, part.category, None, None, None, flags, ())
            )
        before = parts.setdefault(part.number, figure)
        if before is not figure:
            raise ReportError(message("table.twice", first=before.place))
        self.collector.count += 1
        if marks or subject.marks or part.marks:
            marks = tuple(dict.fromkeys((*marks, *subject.marks, *part.marks)))
            self.marked.append((parts, part.number, marks))

    def value(self, cells: Cells, at: At, unit: str) -> CellValue | None:
        """What a cell says with the flags of its row; raises EdureportError if that is not clear."""
        flags = self.flags_of(cells) if self.flag_columns else ()
        if flags and cells[at.column] == "" and "" not in self.description.symbols:
            return with_flags(NO_VALUE, flags)
        value = self.cells.value(cells[at.column], at, unit)
        if value is None:
            return None
        if not value.whole:
            self.collector.uncounted.add(unit)
        return with_flags(value, flags) if flags else value

    def begin(self, subject: ValueSubject, where: Place) -> Parts:
        """Where the figures of a subject are kept, the first of which is there."""
        organisation, area, written, indicator = subject.texts
        period = self.periods.get(written)
        if period is None:
            period = self.periods[written] = read_period(written, self.description.period)
        series = Series(organisation, area, period, indicator)
        subject.period, subject.parts = period, self.collector.parts(series, subject.unit, where)
        return subject.parts

    def part(self, cells: Cells, column: ValueColumn) -> Part:
        """The part that a value is of: each dimension that is not the total splits the one before."""
        categories: list[Category] = []
        marks: list[str] = []
        above = ""
        for dimension, columns in self.dimensions:
            text, marks_here = self.texts.first(columns, cells, column.name, dimension.key)
            marks += marks_here
            if text in dimension.total:
                continue
            if not text:
                raise ReportError(message("table.empty_dimension", dimension=dimension.key))
            categories.append(Category(above + dimension.key, text))
            above = f"{above}{dimension.key}/{text}/"
        number = self.collector.number(tuple(categories))
        return Part(number, categories[-1] if categories else None, tuple(marks))

    def mistake(self, cells: Cells) -> EdureportError | None:
        """What is wrong with a whole row, whichever of its values is read."""
        try:
            for role, columns in self.asked:
                if all(number >= 0 for number in columns.numbers):
                    written = self.texts.first(columns, cells, (), role).words
                    if role == "period":
                        read_period(written, self.description.period)
            if not self.varied:
                self.part(cells, self.columns[0])
        except EdureportError as error:
            return error
        return None

    def flags_of(self, cells: Cells) -> tuple[Flag, ...]:
        codes = self.description.flags.codes if self.description.flags else {}
        flags: tuple[Flag, ...] = ()
        for column in self.flag_columns:
            text = text_of(cells[column])
            coded = flags_of(text, codes)
            if text and not coded:
                raise ReportError(unknown("table.flag", text, codes))
            flags += coded
        return flags
