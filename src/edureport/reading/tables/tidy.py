"""Tidy tables, those that `edureport data` writes: an observation a row, read as it is.

The columns are those of docs/data.md; which of them there must be says NEEDED.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from edureport.errors import EdureportError, ReportError
from edureport.languages.values import WIDE
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.period import Period, parse_date
from edureport.model.quantity import MAX_DIGITS, Bound, Quantity
from edureport.model.report import AREA, Better, Category, Flag, IndicatorKind
from edureport.near import unknown
from edureport.problem import Place, Problem, Problems
from edureport.reading.allowed import CONTROL
from edureport.reading.tables.grid import At, Cell, Grid, is_empty, place

NEEDED = ("organisation", "indicator", "unit", "kind", "period", "value")
COLUMNS = (
    *NEEDED,
    *"""
    organisation_label area section dimension member label period_start period_end value_bound value_low
    value_high flags precision better complete published as_written source report line measure
    """.split(),
)
MOST_ROWS = 1_000_000
MOST_KNOWN = 10_000  # texts of a column that are not looked at again
MEASURES = ("count", "amount", "percent")
_UNKNOWN = object()
_PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_CLOSE = Decimal("1e-12")  # ends that went through binary numbers are told apart no further

T = TypeVar("T")


class TidyRow(NamedTuple):
    """One row: a figure, or a place for one, and all that is said beside it."""

    organisation: str
    organisation_label: str | None
    area: str | None
    section: str | None
    indicator: str
    category: Category | None
    label: str | None
    unit: str
    kind: IndicatorKind
    period: Period
    quantity: Quantity | None
    flags: tuple[Flag, ...]
    better: Better | None
    complete: bool
    published: date | None
    as_written: str | None
    source: str | None
    report: str | None
    place: Place  # in the report, or else in the table
    measure: str
    row: Place


def is_tidy(names: Sequence[Cell]) -> bool:
    """Whether a table with these names of columns is one."""
    return set(NEEDED) <= set(names)


def statements(
    grid: Grid, rows: Iterable[tuple[int | None, Sequence[Cell]]], names: Sequence[Cell], problems: Problems
) -> list[TidyRow]:
    """What the rows below the names of the columns say; every mistake is noted at its cell.

    Each row has its number, counted from the names on, or None where nobody knows it.

    Raises ReportError if there are more than are kept in memory.
    """
    header: dict[str, int] = {}
    for column, name in enumerate(map(str, names)):
        at = place(grid, At(0, column))
        if name in header:
            problems.note(Problem.at(at, "table.column_twice", word=name))
        elif name in COLUMNS:
            header[name] = column
        elif name:
            problems.note(Problem(unknown("tidy.column", name, COLUMNS), at))
    reader = _Rows(grid, header)
    found = []
    for number, cells in rows:
        if all(is_empty(cell) for cell in cells):
            continue
        try:
            found.append(reader.statement(number, cells))
        except _CellError as error:
            problems.note(Problem(error.problems[0].message, _place(grid, number, header[error.column])))
        if len(found) > MOST_ROWS:
            raise ReportError.at(_place(grid, number, 0), "tidy.too_many", limit=MOST_ROWS)
    return found


def _place(grid: Grid, row: int | None, column: int) -> Place:
    return Place(grid.path, sheet=grid.sheet) if row is None else place(grid, At(row, column))


class _CellError(EdureportError):
    """What is wrong with the cell of a column."""

    def __init__(self, column: str, said: Message) -> None:
        super().__init__(said)
        self.column = column


class _Rows:
    """Reads the rows of one table; the same text in one column is looked at once."""

    def __init__(self, grid: Grid, header: Mapping[str, int]) -> None:
        self.grid, self.header = grid, header
        self.width = max(header.values(), default=0) + 1
        self.kinds, self.betters, self.bounds = _one_of(IndicatorKind), _one_of(Better), _one_of(Bound)
        self.flags = lambda text: tuple(dict.fromkeys(_FLAG(word) for word in text.split()))
        self.known: list[dict[Cell, Any]] = [{} for _ in range(self.width)]  # by column

    def statement(self, number: int | None, cells: Sequence[Cell]) -> TidyRow:
        """What a row says; _CellError with the column that is wrong."""
        row = [*cells, *[""] * (self.width - len(cells))]
        kind = self.needed(row, "kind", self.kinds)
        place_of_row = Place(self.grid.path, None if number is None else number + 1, None, self.grid.sheet)
        measure = self.measure(row, kind)
        flags = self.taken(row, "flags", self.flags) or ()
        report = self.text(row, "report")
        return TidyRow(
            organisation=self.needed(row, "organisation", str),
            organisation_label=self.text(row, "organisation_label"),
            area=self.taken(row, "area", _area),
            section=self.text(row, "section"),
            indicator=self.needed(row, "indicator", str),
            category=self.category(row),
            label=self.text(row, "label"),
            unit=self.needed(row, "unit", str),
            kind=kind,
            period=self.needed(row, "period", Period.parse),
            quantity=self.quantity(row, measure),
            flags=flags,
            better=self.taken(row, "better", self.betters),
            complete=self.taken(row, "complete", _one_of_words(("yes", "no"))) == "yes",
            published=self.taken(row, "published", parse_date),
            as_written=self.text(row, "as_written"),
            source=self.text(row, "source"),
            report=report,
            place=Place(report, self.taken(row, "line", _line)) if report else place_of_row,
            measure=measure[0],
            row=place_of_row,
        )

    def text(self, row: Sequence[Cell], column: str) -> str | None:
        """The text of a cell; None if it is empty."""
        return self.taken(row, column, str)

    def taken(self, row: Sequence[Cell], column: str, parse: Callable[[str], T]) -> T | None:
        """What is made of the text of a cell, the same for all of a column; None if it is empty."""
        number = self.header.get(column)
        if number is None:
            return None
        cell, known = row[number], self.known[number]
        found: Any = known.get(cell, _UNKNOWN)
        if found is _UNKNOWN:
            found = self.parsed(cell, column, parse)
            if len(known) < MOST_KNOWN:
                known[cell] = found
        made: T | None = found
        return made

    def parsed(self, cell: Cell, column: str, parse: Callable[[str], T]) -> T | None:
        text = cell if isinstance(cell, str) else f"{cell.normalize(WIDE):f}"
        if not text.isprintable() and (sign := CONTROL.search(text)):
            raise _CellError(column, message("table.control", code=f"U+{ord(sign[0]):04X}"))
        try:
            return parse(text) if text else None
        except EdureportError as error:
            raise _CellError(column, error.problems[0].message) from None

    def needed(self, row: Sequence[Cell], column: str, parse: Callable[[str], T]) -> T:
        """The same of a cell that may not be empty."""
        found = self.taken(row, column, parse)
        if found is None:
            raise _CellError(column, message("tidy.empty", column=column))
        return found

    def category(self, row: Sequence[Cell]) -> Category | None:
        dimension, member = self.text(row, "dimension"), self.text(row, "member")
        if (dimension is None) != (member is None):
            lacking = "member" if member is None else "dimension"
            column = lacking if lacking in self.header else "dimension" if dimension else "member"
            raise _CellError(column, message("tidy.empty", column=lacking))
        return Category(dimension, member) if dimension and member else None

    def measure(self, row: Sequence[Cell], kind: IndicatorKind) -> tuple[str, ...]:
        """What the figure measures; where the table does not say so what it may be, the likeliest first."""
        said = self.taken(row, "measure", _one_of_words(MEASURES))
        if said is not None:
            return (said,)
        return ("amount",) if kind is IndicatorKind.RATIO else ("count", "amount")

    def quantity(self, row: Sequence[Cell], measures: Sequence[str]) -> Quantity | None:
        """The figure; None for a place without one. The ends, where they are given, have to fit it."""
        stated = self.taken(row, "value", _number)
        bound = self.taken(row, "value_bound", self.bounds)
        low, high = self.taken(row, "value_low", _number), self.taken(row, "value_high", _number)
        step = self.taken(row, "precision", _number)
        if stated is None:
            if bound is not None:
                raise _CellError("value", message("tidy.empty", column="value"))
            return None
        bound = bound or Bound.EXACT
        upper = high if bound is Bound.RANGE else None
        if bound is Bound.RANGE and (upper is None or upper <= stated):
            raise _CellError("value", message("tidy.range"))
        stated, step = _as_printed(stated, step)
        for measure in measures:
            found = Quantity(stated, bound, upper, measure == "count", step)
            ends = [end for end in (("low", low), ("high", high)) if f"value_{end[0]}" in self.header]
            if (low is None and high is None) or _has_ends(found.interval, ends):
                if found.counted and stated < 0:
                    continue
                return found
        if stated < 0 and measures[0] == "count":
            raise _CellError("value", message("quantity.negative_count", text=f"{stated:f}"))
        column = "value_low" if "value_low" in self.header else "value_high"
        raise _CellError(column, message("tidy.ends", value=found))


def _as_printed(stated: Decimal, step: Decimal | None) -> tuple[Decimal, Decimal | None]:
    """The number with the digits that it was printed with, and its precision if they do not tell that."""
    if step is None:
        return stated, None
    own = int(stated.as_tuple().exponent)
    if step == Decimal(1).scaleb(step.adjusted()) and step < 1 and step.adjusted() <= own:
        return stated.quantize(Decimal(1).scaleb(step.adjusted())), None  # zeros that a database left out
    return stated, step


def _has_ends(interval: Interval, ends: Iterable[tuple[str, Decimal | None]]) -> bool:
    """Whether an interval has these ends, low or high; None is infinite."""
    return all(
        (end is None and not own.is_finite())
        or (end is not None and own.is_finite() and abs(end - own) <= _CLOSE * abs(own))
        for which, end in ends
        for own in [interval.low if which == "low" else interval.high]
    )


def _number(text: str) -> Decimal:
    """A plain number; ReportError for anything else."""
    if not _PLAIN.fullmatch(text):
        raise ReportError(message("tidy.number", text=text[:MAX_DIGITS]))
    if len(text) > 3 * MAX_DIGITS:
        raise ReportError(message("quantity.too_long", limit=MAX_DIGITS))
    return Decimal(text)


def _line(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    raise ReportError(message("tidy.number", text=text[:MAX_DIGITS]))


def _area(text: str) -> str:
    if AREA.fullmatch(text):
        return text
    raise ReportError(message("file.area", word=text))


def _one_of_words(known: Sequence[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise ReportError(unknown("tidy.word", text, known))
        return text

    return read


def _one_of(codes: Any) -> Callable[[str], Any]:
    """A reader of the codes of an enumeration."""
    read = _one_of_words([code.value for code in codes])
    return lambda text: codes(read(text))


_FLAG = _one_of(Flag)
