"""Cells of values: the quantity, flags and marks of each, scaled to its unit, and what of them is refused."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from edureport.errors import ReportError
from edureport.languages.values import WIDE
from edureport.message import message
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Flag, Unit
from edureport.reading.tables.collector import CellValue
from edureport.reading.tables.description import Description
from edureport.reading.tables.grid import At, Cell, Grid, place
from edureport.reading.tables.numbers import CellReading, read_cell, whole_number

FORMULA = "="  # as a symbol: a formula whose result is not in the file
EMPTY = " "  # as a cell: what is empty depends on its place, and is looked at each time
HUNDRED = Decimal(100)
ONE = Decimal(1)

Values = dict[Cell, CellValue | None]
NO_VALUE = CellValue(None, ())
_FOR_NO_VALUE = {Flag.NOT_APPLICABLE, Flag.MISSING, Flag.SUPPRESSED}  # beside a 0 that stands for nothing


class ValueCells:
    """Reads the cells of values in one grid; what says the same in the same unit is read once."""

    def __init__(self, grid: Grid, description: Description, units: Mapping[str, Unit]) -> None:
        self.grid, self.description = grid, description
        self.percent_units = frozenset(key for key, unit in units.items() if unit.is_percent)
        self.counting_units = frozenset(key for key, unit in units.items() if unit.whole) - self.percent_units
        as_written = description.precision is None
        self.plain_units = self.counting_units - description.scale.keys() if as_written else frozenset()
        self._known: dict[str, Values] = {}  # by unit
        self.point: tuple[str, At] | None = None  # the sign before decimals, and where it was seen first

    def known(self, unit: str) -> Values:
        """What cells say in a unit, as far as they have been read and it does not depend on their place.

        What is empty depends on its place.
        """
        return self._known.setdefault(unit, {})

    def value(self, cell: Cell, at: At, unit: str) -> CellValue | None:
        """What a cell says, None if it is no observation; raises ReportError if that is not clear."""
        if isinstance(cell, str) and not cell:
            cell = FORMULA if self.grid.is_unread(*at) else EMPTY
            if cell == FORMULA and cell not in self.description.symbols:
                raise ReportError(message("table.formula"))
        known = self.known(unit)
        if cell in known:
            return known[cell]
        if unit in self.plain_units and (number := whole_number(cell, self.description)) is not None:
            plain = known[cell] = CellValue(Quantity(number, Bound.EXACT, None, counted=True), ())
            return plain
        reading = read_cell(cell, self.description)
        value = None if reading is None else self._value(reading, cell, at, unit)
        if isinstance(cell, str) or (cell.same_quantum(ONE) and unit not in self.percent_units):
            known[cell] = value  # what other numbers mean depends on how the sheet shows them
        return value

    def _value(self, reading: CellReading, cell: Cell, at: At, unit: str) -> CellValue:
        """A reading in its unit."""
        self._must_agree(reading.point, at)
        percent = self._shows_percent(reading, cell, at, unit)
        if reading.quantity is None:
            return CellValue(None, reading.flags, reading.marks)
        quantity = self._measured(reading.quantity, unit, percent=percent)
        whole = not quantity.step and quantity.stated >= 0
        if unit in self.counting_units:
            quantity = replace(quantity, counted=True)
        value = CellValue(quantity, reading.flags, reading.marks, whole)
        return with_flags(value, ()) if reading.flags else value

    def _must_agree(self, point: str, at: At) -> None:
        """Raise ReportError for decimals after another sign than elsewhere in the table."""
        if point:
            self.point = self.point or (point, at)
            other, first = self.point
            if point != other:
                where = place(self.grid, first)
                raise ReportError(message("table.two_signs", sign=point, other=other, first=where))

    def _shows_percent(self, reading: CellReading, cell: Cell, at: At, unit: str) -> bool | None:
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
        if not cell.same_quantum(ONE) and cell != cell.to_integral_value() and self.grid.is_percent(*at):
            raise ReportError(message("table.percent", unit=unit))
        return None

    def _measured(self, quantity: Quantity, unit: str, *, percent: bool | None) -> Quantity:
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


def with_flags(value: CellValue, flags: tuple[Flag, ...]) -> CellValue:
    """What a cell says, with the flags beside it; a 0 that is flagged as no value is none.

    Raises ReportError for another number that is flagged so, which means nothing.
    """
    flags = tuple(dict.fromkeys(value.flags + flags))
    quantity = value.quantity
    if quantity is None or _FOR_NO_VALUE.isdisjoint(flags):
        return value._replace(flags=flags)
    if quantity.stated or not quantity.is_exact:
        flag = next(flag for flag in flags if flag in _FOR_NO_VALUE)
        raise ReportError(message("table.flagged_value", flag=flag.value))
    return value._replace(quantity=None, flags=flags)
