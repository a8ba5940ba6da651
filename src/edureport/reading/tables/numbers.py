"""Values in the cells of a table: numbers as each country writes them, bounds, flags, marks, units."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.languages.values import WIDE
from edureport.message import message
from edureport.model.quantity import MAX_DIGITS, Bound, Quantity
from edureport.model.report import Flag, Unit
from edureport.reading.tables.collector import CellValue
from edureport.reading.tables.description import Description
from edureport.reading.tables.grid import At, Cell, Grid, place, text_of

_GAP = "[ \u00a0\u202f\u2009_'’]"
_SIGNS = "-+\u2212"
_AMOUNT = re.compile(
    rf"(?P<sign>>=|<=|[<>~≥≤])? ?(?P<number>[{_SIGNS}]?\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?"
    rf"|[{_SIGNS}]?\d[\d.,]*)(?P<plus>\+)?(?: ?%)?",
    re.ASCII,
)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_GROUP = 3  # digits
_WHOLE = Decimal(1)
_HUGE = 40  # characters; no number of a report is longer
_MOST_MARKS = 9  # of one cell
FORMULA = "="  # as a symbol: a formula whose result is not in the file
EMPTY = " "  # as a cell: what is empty depends on its place, and is looked at each time
HUNDRED = Decimal(100)
ONE = Decimal(1)
NO_VALUE = CellValue(None, ())
_FOR_NO_VALUE = {Flag.NOT_APPLICABLE, Flag.MISSING, Flag.SUPPRESSED}  # beside a 0 that stands for nothing


def read_cell(cell: Cell, description: Description) -> CellValue | None:
    """What a cell says by its description, None if no observation; ReportError if no number and no symbol."""
    if isinstance(cell, Decimal):
        if cell and not -MAX_DIGITS < cell.adjusted() < MAX_DIGITS:
            raise ReportError(message("quantity.too_long", limit=MAX_DIGITS))
        return CellValue(Quantity(cell), ())
    whole = text_of(cell)
    if (known := description.symbols.get(whole)) is not None:
        return CellValue(*known) if any(known) else None
    text, marks = without_marks(whole, description.marks)
    text, flags = _without_flags(text, description)
    if (known := description.symbols.get(text)) is not None:
        return CellValue(known.quantity, (*flags, *known.flags), marks)
    quantity, point = _quantity(text, whole, description.decimal)
    return CellValue(quantity, flags, marks, percent=text.endswith("%"), point=point)


def whole_number(cell: Cell, description: Description) -> Decimal | None:
    """The number in a cell that is whole, or but digits, as most are; None of others, for `read_cell`."""
    if isinstance(cell, Decimal):
        return cell if cell.same_quantum(_WHOLE) and 0 <= cell.adjusted() < MAX_DIGITS and cell >= 0 else None
    if not (cell.isascii() and cell.isdigit() and len(cell) < MAX_DIGITS):
        return None
    return None if (cell[0] == "0" and len(cell) > 1) or cell in description.symbols else Decimal(cell)


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, or a text that is written like one."""
    return isinstance(cell, Decimal) or bool(_AMOUNT.fullmatch(text_of(cell)))


class FootnotedText(NamedTuple):
    """The words of a cell or a header, and the marks of footnotes that stood behind them."""

    words: str
    marks: tuple[str, ...]


def without_marks(text: str, marks: tuple[str, ...]) -> FootnotedText:
    """A text without the marks of footnotes at its end, and these: "254 1), 2)" is 254 with two."""
    found: list[str] = []
    rest = text
    while len(found) < _MOST_MARKS and (mark := _mark_of(rest, marks)):
        found.insert(0, mark)
        text = rest[: -len(mark)].rstrip()
        rest = text.rstrip(" ,;")  # between two marks
    return FootnotedText(text, tuple(found))


def _mark_of(text: str, marks: tuple[str, ...]) -> str | None:
    """The mark at the end of a text; None if it cannot be told: "25411)" is 254 with 11), or 2541 with 1)."""
    fitting = [mark for mark in marks if mark and text.endswith(mark) and _is_mark(mark, text[: -len(mark)])]
    if len(fitting) > 1 and text[: -len(fitting[0])][-1].isdigit() and fitting[0][0].isdigit():
        return None
    return fitting[0] if fitting else None


def _is_mark(mark: str, before: str) -> bool:
    in_a_word = mark.isalnum() and mark[0] not in RAISED
    if not before or (in_a_word and before[-1].isalnum()):
        return False
    return not (mark.endswith(")") and before.count("(") > before.count(")"))  # "pupils (group 1)"


def _without_flags(text: str, description: Description) -> tuple[str, tuple[Flag, ...]]:
    """A value without the letters behind it: "20.0 bu" is 20.0, a break and unreliable."""
    if description.flags is None or description.flags.columns:
        return text, ()
    value, gap, letters = text.rpartition(" ")
    flags = flags_of(letters, description.flags.codes) if gap else ()
    return (value.rstrip(), flags) if flags else (text, ())


def flags_of(letters: str, codes: Mapping[str, Flag]) -> tuple[Flag, ...]:
    """The flags that a code stands for, or each of its letters; none if one is unknown."""
    if letters in codes:
        return (codes[letters],)
    if all(letter in codes for letter in letters):
        return tuple(dict.fromkeys(codes[letter] for letter in letters))
    return ()


def _quantity(text: str, whole: str, decimal: str | None) -> tuple[Quantity, str]:
    """The quantity in a text, and the sign before its decimals if that tells how others are read."""
    match = _AMOUNT.fullmatch(text) if len(text) < _HUGE else None
    if not match:
        unknown = message("table.symbol", text=whole[:_HUGE]) if whole else message("table.empty_cell")
        raise ReportError(unknown)
    number = _with_point(re.sub(_GAP, "", match["number"]).replace("\u2212", "-"), decimal)
    if number is None:
        raise ReportError(message("table.two_readings", text=whole))
    point = "" if decimal or "." not in number else _telling_sign(number, match["number"])
    return Quantity.parse(f"{match['sign'] or ''}{number}{match['plus'] or ''}"), point


def _with_point(number: str, decimal: str | None) -> str | None:
    """A number with a decimal point and no grouping; None if what it has may be either."""
    sign = decimal or _decimal_sign(number)
    if sign is None:
        return None
    grouping = "." if sign == "," else ","
    before, point, after = number.partition(sign)
    first, *groups = before.lstrip("-+").split(grouping)
    orderly = not groups or (0 < len(first) <= _GROUP and all(len(group) == _GROUP for group in groups))
    if not orderly or (point and not after.isdigit()):
        return None
    return before.replace(grouping, "") + (f".{after}" if after else "")


def _telling_sign(number: str, written: str) -> str:
    """A comma before decimals, or the point of 1.200, which where commas are may stand between thousands."""
    if _decimal_sign(written) == ",":
        return ","
    before, _, after = number.lstrip("-+").partition(".")
    grouped = len(after) == _GROUP and 0 < len(before) <= _GROUP and before != "0"
    return "." if grouped and "," not in written else ""


def _decimal_sign(number: str) -> str | None:
    """The sign before the decimals of a number, where its look tells; a point alone is one."""
    commas, points = number.count(","), number.count(".")
    if commas and points:
        return max(",.", key=number.rfind)
    if commas == 1:
        before, _, after = number.lstrip("-+").partition(",")
        grouped = len(after) == _GROUP and 0 < len(before) <= _GROUP and before != "0"
        return None if grouped else ","
    return "," if points > 1 else "."


Values = dict[Cell, CellValue | None]


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
        """What cells say in a unit, as far as they were read; not what is empty: that goes by its place."""
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

    def _value(self, reading: CellValue, cell: Cell, at: At, unit: str) -> CellValue:
        """A reading in its unit."""
        self._must_agree(reading.point, at)
        percent = self._shows_percent(reading, cell, at, unit)
        if reading.quantity is None:
            return reading
        quantity = self._measured(reading.quantity, unit, percent=percent)
        whole = not quantity.step and quantity.stated >= 0
        if unit in self.counting_units:
            quantity = replace(quantity, counted=True)
        value = reading._replace(quantity=quantity, whole=whole)
        return with_flags(value, ()) if reading.flags else value

    def _must_agree(self, point: str, at: At) -> None:
        """Raise ReportError for decimals after another sign than elsewhere in the table."""
        if point:
            self.point = self.point or (point, at)
            other, first = self.point
            if point != other:
                where = place(self.grid, first)
                raise ReportError(message("table.two_signs", sign=point, other=other, first=where))

    def _shows_percent(self, reading: CellValue, cell: Cell, at: At, unit: str) -> bool | None:
        """Whether 0.125 is shown as 12.5%; None for a text. ReportError if in another unit, or untold."""
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
    """What a cell says, with flags; a 0 that is flagged as no value is none, another number a ReportError."""
    flags = tuple(dict.fromkeys(value.flags + flags))
    quantity = value.quantity
    if quantity is None or _FOR_NO_VALUE.isdisjoint(flags):
        return value._replace(flags=flags)
    if quantity.stated or not quantity.is_exact:
        flag = next(flag for flag in flags if flag in _FOR_NO_VALUE)
        raise ReportError(message("table.flagged_value", flag=flag.value))
    return value._replace(quantity=None, flags=flags)
