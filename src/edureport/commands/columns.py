"""The columns of a command: a line each, with the function that gives their cells.

A figure is one line too, though it fills several columns: its number, its bound or which of its ends
are open, and the ends of what it can be.
"""

from collections.abc import Callable, Collection, Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from edureport.languages.values import Amount, rounded, rounded_pace, rounded_percent
from edureport.model.interval import Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.table import Column, Compact, Kind, Row

_ROUNDED = {Kind.PERCENT: rounded_percent, Kind.GROWTH: rounded_percent, Kind.PACE: rounded_pace}

Thing = TypeVar("Thing")  # what the rows of a command are about


class Field(NamedTuple, Generic[Thing]):
    """A column, and the function that gives its cell of a thing."""

    column: Column
    cell: Callable[[Thing], Any]


Group = tuple[Field[Thing], ...]  # columns that belong together
Columns = tuple[Group[Thing], ...]


def column(
    key: str,
    kind: Kind,
    cell: Callable[[Thing], Any],
    people: int = 0,
    *,
    machines: bool = True,
    compact: Compact | None = None,
) -> Group[Thing]:
    """One column. `people` is its place for people, from 1; those with 0 are for machines only.

    `compact` is where its cells stand in a compact row, if not where those of its kind do.
    """
    return (Field(Column(key, kind, people, machines, compact), cell),)


def for_people(
    key: str, kind: Kind, cell: Callable[[Thing], Any], people: int, compact: Compact | None = None
) -> Group[Thing]:
    """One column that people alone see."""
    return column(key, kind, cell, people, machines=False, compact=compact)


def stated(
    key: str,
    value: Callable[[Thing], Quantity | None],
    people: int = 0,
    *,
    shown: Callable[[Thing], Amount | None] | None = None,
    bound: Callable[[Thing], str | None] | None = None,
) -> Group[Thing]:
    """The columns of a stated figure: its number as stated, its bound, and the ends of its interval.

    `shown` gives the figure as people see it, if that is another Amount, `bound` its bound, if it may
    have one without a number.
    """
    return (
        Field(Column(key, Kind.QUANTITY, people), shown or value),
        Field(Column(f"{key}_bound", Kind.CODE), bound or (lambda thing: _bound(value(thing)))),
        Field(Column(f"{key}_low", Kind.END), lambda thing: _lowest(value(thing))),
        Field(Column(f"{key}_high", Kind.END), lambda thing: _highest(value(thing))),
    )


def derived(
    key: str,
    kind: Kind,
    value: Callable[[Thing], Interval | None],
    people: int = 0,
    *,
    shown: Callable[[Thing], Amount | None] | None = None,
) -> Group[Thing]:
    """The columns of a computed figure: its number if it is one, its ends, and which ones are open.

    The ends are rounded outwards to the decimals of the kind. `shown` gives the figure as people see it,
    if it is not the shortest notation that holds the interval.
    """
    return (
        Field(Column(key, kind, people), shown or (lambda thing: _amount(value(thing)))),
        Field(Column(f"{key}_low", Kind.END), lambda thing: _low(value(thing), kind)),
        Field(Column(f"{key}_high", Kind.END), lambda thing: _high(value(thing), kind)),
        Field(Column(f"{key}_open", Kind.CODE), lambda thing: _open(value(thing))),
    )


def period(key: str, value: Callable[[Thing], Period | None], people: int = 0) -> Group[Thing]:
    """The columns of a period: the whole, its first and its last day."""
    return (
        Field(Column(key, Kind.PERIOD, people), value),
        Field(Column(f"{key}_start", Kind.DATE), lambda thing: (known := value(thing)) and known.first),
        Field(Column(f"{key}_end", Kind.DATE), lambda thing: (known := value(thing)) and known.last),
    )


def placed(columns: Columns[Thing], **places: int) -> Columns[Thing]:
    """The same columns, those that are named at these places for people, and the others not for them."""
    return tuple(
        tuple(
            field._replace(column=field.column._replace(people=places.get(field.column.key, 0)))
            for field in group
        )
        for group in columns
    )


def columns_of(columns: Columns[Thing], hidden: Collection[str] = ()) -> tuple[Column, ...]:
    """The columns of a table; people do not see the `hidden` ones."""
    found = [field.column for group in columns for field in group]
    return tuple(one._replace(people=0) if one.key in hidden else one for one in found)


def rows_of(columns: Columns[Thing], things: Iterable[Thing]) -> list[Row]:
    """The cells of each thing under these columns."""
    cells = [field.cell for group in columns for field in group]
    return [tuple([cell(thing) for cell in cells]) for thing in things]


def _bound(quantity: Quantity | None) -> str | None:
    return None if quantity is None else quantity.bound.value


def _lowest(quantity: Quantity | None) -> Decimal | None:
    """The low end of what a stated figure can be; None where it has none."""
    if quantity is None:
        return None
    if quantity.is_exact:
        return quantity.stated
    low = quantity.interval.low
    return low if low.is_finite() else None


def _highest(quantity: Quantity | None) -> Decimal | None:
    """The high end, likewise."""
    if quantity is None:
        return None
    if quantity.is_exact:
        return quantity.stated
    high = quantity.interval.high
    return high if high.is_finite() else None


def _amount(interval: Interval | None) -> Amount | None:
    """The shortest notation that holds the interval; there is none for all numbers."""
    if interval is None or not (interval.low.is_finite() or interval.high.is_finite()):
        return None
    return Quantity.of(interval)


def _low(interval: Interval | None, kind: Kind) -> Decimal | None:
    return None if interval is None else _end(interval, interval.low, kind, ROUND_FLOOR)


def _high(interval: Interval | None, kind: Kind) -> Decimal | None:
    return None if interval is None else _end(interval, interval.high, kind, ROUND_CEILING)


def _end(interval: Interval, end: Decimal, kind: Kind, outwards: str) -> Decimal | None:
    """An end of an interval to the decimals of a kind; None for one at infinity."""
    if not end.is_finite():
        return None
    write = _ROUNDED.get(kind, rounded)
    return write(end, kind.digits, ROUND_HALF_UP if interval.is_point else outwards)


def _open(interval: Interval | None) -> str | None:
    """Which of the ends do not belong to the interval: low, high or both; None if there is none such."""
    if interval is None:
        return None
    low = interval.low_open and interval.low.is_finite()
    high = interval.high_open and interval.high.is_finite()
    return "both" if low and high else "low" if low else "high" if high else None
