"""Observations of tables: who, when, what, which part, and what the cell says; each key once."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, cast

from edureport.errors import EdureportError, ReportError
from edureport.languages.values import WIDE
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Category, Flag, Indicator, IndicatorKind, Unit
from edureport.near import unknown
from edureport.problem import Place, Problem, Problems
from edureport.reading.nodes import CONTROL, Node
from edureport.reading.tables.description import ColumnRole, Description
from edureport.reading.tables.grid import At, Cell, Grid, is_empty, place, text_of
from edureport.reading.tables.layout import Layout, NoColumnError
from edureport.reading.tables.numbers import CellReading, flags_of, read_cell, without_mark
from edureport.reading.tables.periods import read_period

FORMULA = "="  # as a symbol: a formula whose result is not in the file
HUNDRED = Decimal(100)
MOST_CELLS = 1_000_000  # with figures
_NO_VALUE = {Flag.NOT_APPLICABLE, Flag.MISSING, Flag.SUPPRESSED}  # beside a 0 that stands for nothing
ROLES = ("organisation", "area", "indicator", "period", "unit")


class Definitions(NamedTuple):
    """What the file says of units and indicators; labels and units of indicators may come from a codebook."""

    units: Mapping[str, Unit]
    unit_words: Mapping[str, str]  # from what units are called to their keys
    indicators: Mapping[str, Indicator]
    labels: dict[str, str]
    units_of: dict[str, str]
    language: str


class Key(NamedTuple):
    """What makes an observation the only one of its kind."""

    organisation: str
    area: str
    period: Period
    indicator: str
    categories: tuple[Category, ...]  # the part, from the outermost in


class CellValue(NamedTuple):
    """What a cell says, before it is known whether its unit counts whole things."""

    quantity: Quantity | None
    flags: tuple[Flag, ...]
    place: Place
    unit: str


Said = tuple[Quantity | None, tuple[Flag, ...]]


class Row(NamedTuple):
    """What all values in a row have in common; None is what the name of their column says too."""

    texts: tuple[str | None, ...]  # of each of ROLES
    period: Period | None
    categories: tuple[Category, ...] | None
    flags: tuple[Flag, ...]


class Columns(NamedTuple):
    """The numbers of columns, and what it is where they are all empty.

    A number below 0 is a part of the name of the column that the value stands in: −1 the first.
    """

    numbers: tuple[int, ...]
    default: str | None

    @property
    def above(self) -> bool:
        """Whether the name of the column of the value counts."""
        return any(number < 0 for number in self.numbers)


class Collector:
    """Collects what the rows of all tables of a file say."""

    def __init__(
        self,
        definitions: Definitions,
        problems: Problems,
        place_of: Callable[[Node], Place],
        most: int = MOST_CELLS,
    ) -> None:
        """`most` is how many figures there may be."""
        self.definitions = definitions
        self.most = most
        self.problems = problems
        self.place_of = place_of
        self.values: dict[Key, CellValue] = {}
        self.uncounted: set[str] = set()  # units in which some value is no count: not whole, or negative
        self.kinds: dict[str, IndicatorKind] = {}  # of indicators that only the tables name
        self.units: dict[str, CellValue] = {}  # by indicator, the first figure with its unit

    def collect(self, grid: Grid, description: Description, indicators: Sequence[str]) -> None:
        """Read one grid; what is wrong with it is noted."""
        try:
            _Reader(self, grid, description, Layout(grid, description, indicators)).read()
        except NoColumnError as error:
            for problem in error.problems:
                self.problems.note(Problem(problem.message, self.place_of(description.node)))
        except EdureportError as error:
            for problem in error.problems:
                self.problems.note(problem)

    def add(self, key: Key, value: CellValue) -> None:
        """Keep an observation; one that is there already is a problem."""
        before = self.values.setdefault(key, value)
        if before is not value:
            self.problems.note(Problem(message("table.twice", first=before.place), value.place))
            return
        if len(self.values) > self.most:
            raise ReportError(Problem(message("table.too_many", limit=self.most), value.place))
        first = self.units.setdefault(key.indicator, value)
        if first.unit != value.unit:
            problem = message(
                "table.two_units",
                indicator=key.indicator,
                unit=value.unit,
                other=first.unit,
                first=first.place,
            )
            self.problems.note(Problem(problem, value.place))
        if value.quantity is not None and (value.quantity.step or value.quantity.stated < 0):
            self.uncounted.add(value.unit)


class _Reader:
    """Reads the rows of one grid."""

    def __init__(self, collector: Collector, grid: Grid, description: Description, layout: Layout) -> None:
        self.collector, self.grid, self.description, self.layout = collector, grid, description, layout
        roles = description.roles
        across = description.across
        self.into = across.into if across else ()
        self.roles = {name: self.resolved(role) for name, role in roles.items() if name != "value"}
        for number, name in enumerate(self.into, start=1):
            self.roles.setdefault(name, Columns((-number,), None))
        self.dimensions = [
            (one, self.resolved(one.role)._replace(default=one.role.default or ""))
            for one in description.dimensions
        ]
        nowhere = Columns((), "")  # what is nowhere said is empty
        self.asked = [(role, columns := self.roles.get(role, nowhere), columns.above) for role in ROLES]
        self.varied = any(columns.above for _, columns in self.dimensions)
        self.values = () if description.across else self.resolved(roles["value"]).numbers
        flags = description.flags
        self.flag_columns = [layout.number(name) for name in (flags.columns if flags else ())]
        self.periods: dict[str, Period] = {}
        self.clean: dict[Cell, str] = {}
        self.units: dict[tuple[str, str], str] = {}
        self.known: dict[tuple[str, ...], tuple[Category, ...]] = {}
        self.cells: dict[tuple[str, str], Said | None] = {}
        self.point: tuple[str, At] | None = None  # the sign before decimals, and where it was seen first
        self.percent_units = {key for key, unit in collector.definitions.units.items() if unit.is_percent}

    def resolved(self, role: ColumnRole) -> Columns:
        """The columns of a role."""
        numbers = (
            -1 - self.into.index(name) if name in self.into else self.layout.number(name)
            for name in role.columns
        )
        return Columns(tuple(numbers), role.default)

    def read(self) -> None:
        """Read every row; what is wrong with one is noted at its cell."""
        across = self.layout.across
        parts = {column: self.parts(self.layout.names[column]) for column in across}
        for number, cells in self.layout.rows():
            row: Row | None = None
            for column in across or [self.value_column(cells)]:
                at = At(number, column)
                try:
                    row = row or self.row(cells)
                    self.observation(row, cells, parts.get(column, ()), at)
                except EdureportError as error:
                    for problem in error.problems:
                        self.collector.problems.note(Problem(problem.message, place(self.grid, at)))
                    if row is None:
                        break  # what is wrong with all of it is said once

    def value_column(self, cells: Sequence[Cell]) -> int:
        """The column that the value of a row stands in."""
        return next((one for one in self.values if not is_empty(cells[one])), self.values[0])

    def parts(self, name: str) -> tuple[str, ...]:
        """What the name of a column across says."""
        by = self.description.across.by if self.description.across else None
        if by is None:
            return (name,)
        texts = tuple(part.strip() for part in name.split(by))
        if len(texts) != len(self.into):
            raise NoColumnError(message("table.parts", word=name, by=by, into=self.into))
        return texts

    def row(self, cells: Sequence[Cell]) -> Row:
        """What all values of a row have in common."""
        texts = tuple(
            [None if varies else self.first(columns, cells, (), role) for role, columns, varies in self.asked]
        )
        flags: tuple[Flag, ...] = ()
        for column in self.flag_columns:
            flags += self.flags_in(text_of(cells[column]))
        written = texts[ROLES.index("period")]
        period = None if written is None else self.period(written)
        return Row(texts, period, None if self.varied else self.categories(cells), flags)

    def observation(self, row: Row, cells: Sequence[Cell], parts: tuple[str, ...], at: At) -> None:
        """Collect what the cell at a place says; raises EdureportError if that is not clear."""
        texts: Sequence[str | None] = row.texts
        if None in texts:
            texts = [
                self.first(columns, cells, parts, role) if text is None else text
                for text, (role, columns, _) in zip(texts, self.asked, strict=True)
            ]
        organisation, area, indicator, written, unit_word = cast("Sequence[str]", texts)
        unit = self.units.get((indicator, unit_word))
        if unit is None:
            self.must_be_known(indicator)
            unit = self.units[indicator, unit_word] = self.unit(indicator, unit_word)
            self.collector.kinds.setdefault(indicator, self.description.kind)
        cell = cells[at.column]
        empty = bool(row.flags) and is_empty(cell) and "" not in self.description.symbols
        said = (None, ()) if empty else self.said(cell, at, unit)
        if said is None:
            return
        quantity, flags = said
        categories = self.categories(cells, parts) if row.categories is None else row.categories
        period = self.period(written) if row.period is None else row.period
        key = Key(organisation, area, period, indicator, categories)
        if row.flags:
            flags = tuple(dict.fromkeys(flags + row.flags))
        if quantity is not None and not _NO_VALUE.isdisjoint(flags):
            self.must_be_zero(quantity, flags)
            quantity = None
        self.collector.add(key, CellValue(quantity, flags, place(self.grid, at), unit))

    def must_be_zero(self, quantity: Quantity, flags: tuple[Flag, ...]) -> None:
        """Raise ReportError for a number that is flagged as no value and is not 0, which means nothing."""
        if quantity.stated or not quantity.is_exact:
            flag = next(flag for flag in flags if flag in _NO_VALUE)
            raise ReportError(message("table.flagged_value", flag=flag.value))

    def period(self, written: str) -> Period:
        """The period that a text names."""
        known = self.periods.get(written)
        if known is None:
            known = self.periods[written] = read_period(written, self.description.period)
        return known

    def said(self, cell: Cell, at: At, unit: str) -> Said | None:
        """The quantity and the flags of a cell, None if it is no observation; a text is read once."""
        if cell == "" and self.grid.is_unread(*at):
            cell = FORMULA
            if cell not in self.description.symbols:
                raise ReportError(message("table.formula"))
        if isinstance(cell, str) and (cell, unit) in self.cells:
            return self.cells[cell, unit]
        reading = read_cell(cell, self.description)
        said = None
        if reading is not None:
            self.must_agree(reading.point, at)
            percent = self.shows_percent(reading, cell, at, unit)
            said = reading.quantity and self.measured(reading.quantity, unit, percent=percent), reading.flags
        if isinstance(cell, str):
            self.cells[cell, unit] = said
        return said

    def first(self, columns: Columns, cells: Sequence[Cell], parts: tuple[str, ...], role: str) -> str:
        """The text of the first of some columns that is not empty, without marks of footnotes."""
        for number in columns.numbers:
            cell = cells[number] if number >= 0 else parts[-1 - number]
            if cell in self.clean:
                text = self.clean[cell]
            else:
                text = without_mark(text_of(cell), self.description.marks)[0]
                if not text.isprintable() and (match := CONTROL.search(text)):
                    raise ReportError(message("table.control", code=f"U+{ord(match[0]):04X}"))
                self.clean[cell] = text
            if text:
                return text
        if columns.default is None:
            raise ReportError(
                message("table.empty_role", role=role, column=self.layout.names[max(columns.numbers[0], 0)])
            )
        return columns.default

    def must_be_known(self, indicator: str) -> None:
        """Raise ReportError for an indicator if the file defines others and not this one."""
        definitions = self.collector.definitions
        known = definitions.indicators
        if known and indicator not in known and indicator not in definitions.labels:
            raise ReportError(unknown("table.indicator", indicator, known))

    def unit(self, indicator: str, written: str) -> str:
        """The key of the unit: of the row, else of the codebook, else of the indicator."""
        definitions = self.collector.definitions
        word = definitions.units_of.get(indicator) or written
        if word:
            key = definitions.unit_words.get(word)
            if key is None:
                raise ReportError(unknown("table.unit", word, definitions.units))
            return key
        if indicator not in definitions.indicators:
            raise ReportError(message("table.no_unit", indicator=indicator))
        return definitions.indicators[indicator].unit.key

    def categories(self, cells: Sequence[Cell], parts: tuple[str, ...] = ()) -> tuple[Category, ...]:
        """The part that a row is of: each dimension that is not the total splits the one before."""
        texts = tuple([self.first(columns, cells, parts, one.key) for one, columns in self.dimensions])
        known = self.known.get(texts)
        if known is None:
            known = self.known[texts] = self.categories_of(texts)
        return known

    def categories_of(self, texts: tuple[str, ...]) -> tuple[Category, ...]:
        """The same of the texts of the dimensions."""
        categories: list[Category] = []
        above = ""
        for (dimension, _), text in zip(self.dimensions, texts, strict=True):
            if text in dimension.total:
                continue
            if not text:
                raise ReportError(message("table.empty_dimension", dimension=dimension.key))
            categories.append(Category(above + dimension.key, text))
            above = f"{above}{dimension.key}/{text}/"
        return tuple(categories)

    def must_agree(self, point: str, at: At) -> None:
        """Raise ReportError for decimals after another sign than elsewhere in the table."""
        if point:
            self.point = self.point or (point, at)
            other, first = self.point
            if point != other:
                where = place(self.grid, first)
                raise ReportError(message("table.two_signs", sign=point, other=other, first=where))

    def shows_percent(self, reading: CellReading, cell: Cell, at: At, unit: str) -> bool | None:
        """Whether a cell shows a percentage: 0.125 as 12.5%; None for a text, which says what it shows.

        Raises ReportError if it does in another unit, or if the file does not tell.
        """
        if isinstance(cell, str):
            if reading.percent and unit not in self.percent_units:
                raise ReportError(message("table.percent", unit=unit))
            return None if not reading.percent else False
        if unit in self.description.scale:
            return None
        if unit in self.percent_units:
            shown = self.grid.is_percent(*at)
            if shown is None and cell and abs(cell) <= 1:
                raise ReportError(message("table.percent_unknown", unit=unit, value=cell))
            return bool(shown)
        if cell != cell.to_integral_value() and self.grid.is_percent(*at):
            raise ReportError(message("table.percent", unit=unit))
        return None

    def measured(self, quantity: Quantity, unit: str, *, percent: bool | None) -> Quantity:
        """The quantity in its unit: scaled, a percentage as it is shown, and rounded as is said."""
        step = self.description.precision
        if step is not None and quantity.bound is Bound.EXACT and WIDE.remainder(quantity.stated, step):
            raise ReportError(message("table.not_rounded", value=quantity.stated, step=step))
        shown = HUNDRED if percent else None
        factor = self.description.scale.get(unit) if percent is None else shown
        if factor is not None:
            quantity = _times(quantity, factor)
        if step is None:
            return quantity
        step = step if factor is None else step * factor
        return Quantity(quantity.stated, quantity.bound, quantity.upper, quantity.counted, step)

    def flags_in(self, text: str) -> tuple[Flag, ...]:
        """The flags in a cell of a column of flags."""
        codes = self.description.flags.codes if self.description.flags else {}
        flags = flags_of(text, codes)
        if text and not flags:
            raise ReportError(unknown("table.flag", text, codes))
        return flags


def _times(quantity: Quantity, factor: Decimal) -> Quantity:
    """A quantity in smaller units: 120.5 thousand are 120,500, printed to hundreds."""
    stated = WIDE.multiply(quantity.stated, factor)
    upper = None if quantity.upper is None else WIDE.multiply(quantity.upper, factor)
    exponent = int(quantity.stated.as_tuple().exponent)
    step = factor.scaleb(min(exponent, 0)).normalize()
    places = step if step < 1 else Decimal(1)
    return Quantity(
        stated.quantize(places, context=WIDE),
        quantity.bound,
        None if upper is None else upper.quantize(places, context=WIDE),
        quantity.counted,
        step if step >= 1 else None,
    )
