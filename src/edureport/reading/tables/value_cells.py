"""Cells of values: the quantity, flags and marks of each, scaled to its unit, and what of them is refused."""

from decimal import Decimal

from edureport.errors import ReportError
from edureport.languages.values import WIDE
from edureport.message import message
from edureport.model.quantity import Bound, Quantity
from edureport.reading.tables.collector import CellValue
from edureport.reading.tables.description import Description
from edureport.reading.tables.grid import At, Cell, Grid, place
from edureport.reading.tables.numbers import CellReading, read_cell

FORMULA = "="  # as a symbol: a formula whose result is not in the file
HUNDRED = Decimal(100)
ONE = Decimal(1)

Values = dict[Cell, CellValue | None]
UNREAD = CellValue(None, ())  # in place of what a cell says


class ValueCells:
    """Reads the cells of values in one grid; what says the same in the same unit is read once."""

    def __init__(self, grid: Grid, description: Description, percent_units: frozenset[str]) -> None:
        self.grid, self.description, self.percent_units = grid, description, percent_units
        self._known: dict[str, Values] = {}  # by unit
        self.point: tuple[str, At] | None = None  # the sign before decimals, and where it was seen first

    def known(self, unit: str) -> Values:
        """What cells say in a unit, as far as they have been read and it does not depend on their place."""
        return self._known.setdefault(unit, {})

    def value(self, cell: Cell, at: At, unit: str) -> CellValue | None:
        """What a cell says, None if it is no observation; raises ReportError if that is not clear."""
        if not cell and cell == "" and self.grid.is_unread(*at):
            cell = FORMULA
            if cell not in self.description.symbols:
                raise ReportError(message("table.formula"))
        known = self.known(unit)
        if cell in known:
            return known[cell]
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
        return CellValue(quantity, reading.flags, reading.marks, whole)

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
