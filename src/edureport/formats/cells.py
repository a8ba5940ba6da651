"""Cells as machines read them and as people read them: the one place that knows every kind."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from edureport.languages.values import Planned, Rest, rounded, rounded_pace, rounded_percent
from edureport.table import Bar, Column, Kind, Table

if TYPE_CHECKING:
    from edureport.formats import Style
    from edureport.languages.catalogue import Catalogue

Plain = str | int | Decimal | None
_WITHOUT_VALUE = (Rest, Planned)
_FINISH = {Kind.PERCENT: rounded_percent, Kind.GROWTH: rounded_percent, Kind.PACE: rounded_pace}


def for_machines(column: Column, style: "Style") -> Callable[[Any], Plain]:
    """What a machine reads of the cells: keys, days, numbers; nothing of a figure that is not one number."""
    kind = column.kind
    if kind is Kind.SENTENCE:
        return lambda cell: cell and style.words.say(cell)
    if kind in _FINISH:
        return lambda cell: _exact(cell, _FINISH[kind])
    if kind in (Kind.NUMBER, Kind.RATE, Kind.CHANGE):
        return lambda cell: _exact(cell, lambda value: rounded(value, kind.digits))
    return _MACHINE.get(kind, itself)


def for_people(column: Column, words: "Catalogue") -> Callable[[Any], str]:
    """What a person reads of the cells of a column; text that the format still has to escape."""
    read = _reader(column, words)
    empty = words.word("no_data") if column.kind is Kind.QUANTITY else ""
    return lambda cell: empty if cell is None else read(cell)


def heading(table: str, column: Column, words: "Catalogue") -> str:
    """The heading of a column of the table of this name; that of an end of a figure is after the figure's."""
    return words.period(column.heading) if column.heading else _heading(table, column.key, words)


def headings(shown: Table, words: "Catalogue", given: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """The headings of all columns of a table; those that are `given`, by their keys, are as they are."""
    return [given.get(one.key) or heading(shown.name, one, words) for one in shown.columns]


def _heading(table: str, key: str, words: "Catalogue") -> str:
    for known in (f"column.{table}.{key}", f"column.{key}"):
        if words.has(known):
            return words.word(known)
    whole, _, part = key.rpartition("_")
    return words.word(f"part_of.{part}").format(column=_heading(table, whole, words))


def _reader(column: Column, words: "Catalogue") -> Callable[[Any], str]:
    kind = column.kind
    family = column.key.rsplit("_", 1)[-1]  # whose columns share words of codes: value_bound, actual_bound
    readers: dict[Kind, Callable[[Any], str]] = {
        Kind.TEXT: one_line,
        Kind.MESSAGE: words.say,
        Kind.SENTENCE: words.say,
        Kind.UNIT: words.unit,
        Kind.END: words.number,
        Kind.CHANGE: words.change,
        Kind.PACE: words.pace,
        Kind.DATE: words.short_date,
        Kind.PERIOD: words.period,
        Kind.LABEL: lambda label: f"{label.whole}: {label.part}" if label.whole else label.text,
        Kind.BAR: bar,
        Kind.CODES: lambda cell: ", ".join(words.word(f"{family}.{code}") for code in cell),
        Kind.GROWTH: lambda cell: words.change(cell, percent=True),
        Kind.COUNT: lambda cell: words.number(Decimal(cell)),
        Kind.NAMED: lambda cell: str(cell.text),
    }
    if kind in (Kind.CODE, Kind.STATUS):
        return lambda cell: words.word(f"{family}.{cell}")
    if kind in (Kind.QUANTITY, Kind.NUMBER, Kind.RATE, Kind.PERCENT):
        return lambda cell: words.quantity(cell, kind.digits, percent=kind is Kind.PERCENT)
    return readers.get(kind, str)


def one_line(text: str) -> str:
    """A text without line ends and tabs, which would break a table."""
    return text.replace("\n", " ").replace("\t", " ")


def bar(cell: Bar, width: int = 10) -> str:
    """A bar of so many characters, with a mark where it should end by now."""
    if cell.done is None and cell.mark is None:
        return ""
    done = 0 if cell.done is None else int(min(max(cell.done, Decimal(0)), Decimal(1)) * width)
    drawn = list("█" * done + "░" * (width - done))
    if cell.mark is not None:
        drawn[min(int(cell.mark * width), width - 1)] = "│"
    return "".join(drawn)


def _exact(cell: Any, finish: Callable[[Decimal], Decimal]) -> Plain:
    return finish(cell.stated) if cell is not None and cell.bound == "exact" else None


def itself(cell: Any) -> Any:
    """A cell that machines read as it is."""
    return cell


_MACHINE: dict[Kind, Callable[[Any], Plain]] = {
    Kind.LABEL: lambda cell: cell.text,
    Kind.NAMED: lambda cell: cell and cell.key,
    Kind.UNIT: lambda cell: cell and cell.key,
    Kind.CODES: lambda cell: " ".join(cell) if cell else None,
    Kind.MESSAGE: lambda cell: cell and cell.key.rsplit(".", 1)[-1],
    Kind.QUANTITY: lambda cell: None if cell is None or isinstance(cell, _WITHOUT_VALUE) else cell.stated,
    Kind.DATE: lambda cell: cell and cell.isoformat(),
    Kind.BAR: lambda _: None,  # its numbers stand in other columns
    Kind.PERIOD: lambda cell: cell and f"{cell.first.isoformat()}/{cell.last.isoformat()}",
}
