"""The components of the structure of a Dataset in SDMX, and what stands under each in a row."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from pathlib import PurePath
from typing import Any, NamedTuple

from edureport import sdmx
from edureport.dataset import NUMBERS, Dataset, Labels
from edureport.errors import UsageError
from edureport.formats import Style
from edureport.formats.cells import for_machines
from edureport.languages.catalogue import load, shape
from edureport.languages.values import Span
from edureport.message import message
from edureport.table import Column, Kind

NEEDED = ("organisation", "indicator", "dimension", "member", "period", "value", "report")
_DIMENSIONS = ("organisation", "indicator", "dimension", "member")
_PARTS = ("dimension", "member")
_IN_PERIOD = ("period_start", "period_end")
_TYPES: dict[Kind, str] = {
    Kind.COUNT: "Integer",
    Kind.DATE: "GregorianDay",
    Kind.PERIOD: "ObservationalTimePeriod",
    **dict.fromkeys(NUMBERS, "Decimal"),
}


class ComponentRole(Enum):
    """What a component is for."""

    DIMENSION = auto()
    TIME = auto()
    MEASURE = auto()
    ATTRIBUTE = auto()


class Component(NamedTuple):
    """A column of SDMX-CSV: its concept, its role, its code list if it has one, and its cell in a row."""

    id: str
    role: ComponentRole
    names: Labels
    type: str
    codes: Mapping[str, Labels] | None
    cell: Callable[[Sequence[Any]], str]


def components(dataset: Dataset, language: str) -> list[Component]:
    """Dimensions, time, value, status, the other attributes; UsageError for a column that the table lacks."""
    columns = {column.key: number for number, column in enumerate(dataset.table.columns)}
    if lacking := [key for key in NEEDED if key not in columns]:
        raise UsageError(message("usage.sdmx_columns", known=tuple(lacking)))
    found = [_component(dataset, key, number, language) for key, number in columns.items()]
    found = [one for one, key in zip(found, columns, strict=True) if key not in _IN_PERIOD]
    extra = [_report(dataset, columns["report"])]
    if "flags" in columns:
        extra.append(_status(dataset, columns["flags"], columns["value"]))
    order = [*map(sdmx.concept_of, _DIMENSIONS), sdmx.REPORT, "TIME_PERIOD", "OBS_VALUE", sdmx.STATUS]
    return sorted([*found, *extra], key=lambda one: order.index(one.id) if one.id in order else len(order))


def _component(dataset: Dataset, key: str, number: int, language: str) -> Component:
    column = dataset.table.columns[number]
    codes = dataset.known.get(key) if column.kind is not Kind.CODES else None
    if key in sdmx.IDENTIFIED:
        codes = {sdmx.identifier(code): labels for code, labels in dataset.codes[key].items()}
    if key in _PARTS:
        words = ((one, load(one)) for one in dataset.headings[key])
        codes = {sdmx.TOTAL: {one: own.word("sdmx.total") for one, own in words}, **(codes or {})}
    role = ComponentRole.DIMENSION if key in _DIMENSIONS else _ROLES.get(key, ComponentRole.ATTRIBUTE)
    return Component(
        sdmx.concept_of(key),
        role,
        dataset.headings[key],
        "String" if codes else _TYPES.get(column.kind, "String"),
        codes,
        _cell(column, number, language),
    )


_ROLES = {"period": ComponentRole.TIME, "value": ComponentRole.MEASURE}


def _cell(column: Column, number: int, language: str) -> Callable[[Sequence[Any]], str]:
    plain = for_machines(column, Style("csv", language))
    if column.kind is Kind.PERIOD:
        return lambda row: time_period(row[number]) if row[number] else ""
    if column.kind.is_number:
        return lambda row: (
            ""
            if (value := plain(row[number])) is None
            else format(value, "f" if column.kind in NUMBERS else "")
        )
    empty = sdmx.TOTAL if column.key in _PARTS else ""
    if column.key in sdmx.IDENTIFIED:
        return lambda row: sdmx.identifier(str(value)) if (value := plain(row[number])) else empty
    return lambda row: str(plain(row[number]) or "")


def _report(dataset: Dataset, number: int) -> Component:
    """The report as a dimension: two of them may state one figure. Its code is the name of the file."""
    labels = dataset.codes["report"]
    stems = {path: PurePath(path).stem for path in labels}
    alike = Counter(stems.values())
    codes = {path: sdmx.identifier(stem if alike[stem] == 1 else path) for path, stem in stems.items()}
    named = {codes[path]: names for path, names in labels.items()}
    if any(not row[number] for row in dataset.table.rows):
        named[sdmx.NONE] = {one: load(one).word("nothing") for one in dataset.headings["report"]}
    return Component(
        sdmx.REPORT,
        ComponentRole.DIMENSION,
        dataset.headings["report"],
        "String",
        named,
        lambda row: codes.get(row[number], sdmx.NONE),
    )


def _status(dataset: Dataset, flags: int, value: int) -> Component:
    labels = dataset.known["flags"]
    normal = {language: load(language).word("sdmx.normal") for language in dataset.headings["flags"]}
    codes = {sdmx.NORMAL: normal, **{code: labels[flag] for flag, code in sdmx.STATUSES.items()}}
    plain = for_machines(dataset.table.columns[value], Style("csv", "en"))

    def cell(row: Sequence[Any]) -> str:
        return sdmx.status_of(map(str, row[flags] or ()), has_value=plain(row[value]) is not None)

    return Component(sdmx.STATUS, ComponentRole.ATTRIBUTE, dataset.headings["flags"], "String", codes, cell)


def time_period(span: Span) -> str:
    """A period as SDMX writes it: a year, half, quarter or month, else its first day and how long it is."""
    first, last = span.first, span.last
    form, year, before = shape(first, last), f"{first.year:04}", first.month - 1
    if form == "day":
        return first.isoformat()
    if form == "days":
        return f"{first.isoformat()}/P{(last - first).days + 1}D"
    if form in ("year", "month"):
        return year if form == "year" else f"{year}-{first.month:02}"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    for length, letter in ((6, "S"), (3, "Q")):
        if months == length and before % length == 0:
            return f"{year}-{letter}{before // length + 1}"
    return f"{first.isoformat()}/P{months}M"
