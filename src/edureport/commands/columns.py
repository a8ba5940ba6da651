"""The columns of a command: a line each, with the function that gives their cells.

A figure is one line too, though it fills several columns: its number, its bound or which of its ends
are open, and the ends of what it can be. It is looked at once, whatever number of cells it gives.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from edureport.languages.values import Amount, rounded, rounded_pace, rounded_percent
from edureport.model.interval import Interval
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.table import Column, Compact, Kind, Row

_ROUNDED = {Kind.PERCENT: rounded_percent, Kind.GROWTH: rounded_percent, Kind.PACE: rounded_pace}
_EXACT = Bound.EXACT.value

Thing = TypeVar("Thing")  # what the rows of a command are about


class Group(NamedTuple, Generic[Thing]):
    """Columns that belong together, and the function that gives their cells of a thing.

    For a single column that is the cell alone: to make a row of it each time would take longer than it.
    """

    columns: tuple[Column, ...]
    cells: Callable[[Thing], Any]

    @property
    def things(self) -> list[tuple[Column, ...]]:
        """The columns for machines, those of one figure or period together: `value`, `value_bound`."""
        columns = tuple(column for column in self.columns if column.machines)
        together = all(column.key.startswith(f"{columns[0].key}_") for column in columns[1:])
        return [columns] if columns and together else [(column,) for column in columns]


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
    """One column; `people` is its place for people, from 1, 0 for none, `compact` that in a compact row."""
    return Group((Column(key, kind, people, machines, compact),), cell)


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

    def cells(thing: Thing) -> Row:
        quantity = value(thing)
        word, low, high = _bound_and_ends(quantity)
        return shown(thing) if shown else quantity, bound(thing) if bound else word, low, high

    columns = (
        Column(key, Kind.QUANTITY, people),
        Column(f"{key}_bound", Kind.CODE),
        Column(f"{key}_low", Kind.END),
        Column(f"{key}_high", Kind.END),
    )
    return Group(columns, cells)


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
    digits, write = kind.digits, _ROUNDED.get(kind, rounded)

    def end(value: Decimal, way: str) -> Decimal | None:
        return write(value, digits, way) if value.is_finite() else None

    def cells(thing: Thing) -> Row:
        interval = value(thing)
        if interval is None:
            return shown(thing) if shown else None, None, None, None
        amount = shown(thing) if shown else Quantity.known(interval)
        if interval.is_point:
            number = end(interval.low, ROUND_HALF_UP)
            return amount, number, number, _open(interval)
        low, high = end(interval.low, ROUND_FLOOR), end(interval.high, ROUND_CEILING)
        return amount, low, high, _open(interval)

    columns = (
        Column(key, kind, people),
        Column(f"{key}_low", Kind.END),
        Column(f"{key}_high", Kind.END),
        Column(f"{key}_open", Kind.CODE),
    )
    return Group(columns, cells)


def period(key: str, value: Callable[[Thing], Period | None], people: int = 0) -> Group[Thing]:
    """The columns of a period: the whole, its first and its last day."""

    def cells(thing: Thing) -> Row:
        known = value(thing)
        return (None, None, None) if known is None else (known, known.first, known.last)

    columns = (
        Column(key, Kind.PERIOD, people),
        Column(f"{key}_start", Kind.DATE),
        Column(f"{key}_end", Kind.DATE),
    )
    return Group(columns, cells)


def placed(columns: Columns[Thing], order: str) -> Columns[Thing]:
    """The same columns, those that are named for people in this order, and the others not for them."""
    places = {key: place for place, key in enumerate(order.split(), start=1)}
    return _changed(columns, lambda one: one._replace(people=places.get(one.key, 0)))


def spare(columns: Columns[Thing], **numbers: int) -> Columns[Thing]:
    """The same columns, those that are named left out on a narrow terminal, the highest number first."""
    return _changed(columns, lambda one: one._replace(spare=numbers.get(one.key, one.spare)))


def _changed(columns: Columns[Thing], change: Callable[[Column], Column]) -> Columns[Thing]:
    return tuple(group._replace(columns=tuple(map(change, group.columns))) for group in columns)


def columns_of(columns: Columns[Thing], hidden: Collection[str] = ()) -> tuple[Column, ...]:
    """The columns of a table; people do not see the `hidden` ones."""
    every = [one for group in columns for one in group.columns]
    return tuple(one._replace(people=0) if one.key in hidden else one for one in every)


def each_row(columns: Columns[Thing], things: Iterable[Thing]) -> Iterator[Row]:
    """The cells of each thing under these columns, made as they are asked for."""
    groups = [(group.cells, len(group.columns) == 1) for group in columns]

    def row(thing: Thing) -> Row:
        values: list[Any] = []
        for cells, is_one in groups:
            if is_one:
                values.append(cells(thing))
            else:
                values += cells(thing)
        return tuple(values)

    return map(row, things)


def _bound_and_ends(quantity: Quantity | None) -> tuple[str | None, Decimal | None, Decimal | None]:
    """The bound of a stated figure, and the ends of what it can be; None for one that it has not."""
    if quantity is None:
        return None, None, None
    if quantity.is_exact:
        return _EXACT, quantity.stated, quantity.stated
    interval = quantity.interval
    low, high = interval.low, interval.high
    return quantity.bound.value, low if low.is_finite() else None, high if high.is_finite() else None


def _open(interval: Interval) -> str | None:
    """Which of the ends do not belong to the interval: low, high or both; None if there is none such."""
    low = interval.low_open and interval.low.is_finite()
    high = interval.high_open and interval.high.is_finite()
    return "both" if low and high else "low" if low else "high" if high else None
