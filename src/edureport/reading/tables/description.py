"""The description of a table: where its header is, what its columns mean, what its symbols stand for."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from edureport.model.quantity import Quantity
from edureport.model.report import Flag, IndicatorKind, Text
from edureport.reading.nodes import Node


class ColumnRole(NamedTuple):
    """Where a thing of each observation stands: in the first of these columns that is not empty, or nowhere.

    `default` is what it is where they are all empty, or everywhere if there are no columns.
    """

    columns: tuple[str, ...]
    default: str | None
    node: Node  # of the description, for messages


class Header(NamedTuple):
    """The rows that name the columns: the first from `row` on that `has` these texts, and the next ones."""

    row: int | None
    has: tuple[str, ...]
    rows: int
    node: Node


class Across(NamedTuple):
    """Columns whose names are values of one thing, as years are, or with `by` of several: "2024 / plan"."""

    columns: tuple[str, ...]  # patterns of the shell
    into: tuple[str, ...]
    by: str | None
    node: Node


class RowBlocks(NamedTuple):
    """Rows with nothing but one of these texts in a column: what follows is of that member."""

    column: str
    members: Mapping[str, str]
    into: str
    node: Node


class Dimension(NamedTuple):
    """A way in which rows split an indicator; `total` are the texts of the whole."""

    key: str
    label: Text | None
    role: ColumnRole
    total: frozenset[str]
    members: Mapping[str, Text]
    complete: bool


class Symbol(NamedTuple):
    """What a text stands for that is no number: a quantity, flags without a value, or neither: nothing."""

    quantity: Quantity | None
    flags: tuple[Flag, ...]


class FlagCodes(NamedTuple):
    """Letters for flags: behind the value in its cell, or in columns of their own."""

    codes: Mapping[str, Flag]
    columns: tuple[str, ...]


class Codebook(NamedTuple):
    """A table that says what the columns of another are."""

    file: str
    name: str  # its column with their names
    role: str | None  # its column that tells indicators from the rest, and what it says of them
    indicator: str | None
    label: str | None
    unit: str | None
    node: Node


class Description(NamedTuple):
    """One table: a file, a sheet of it, and how to read that."""

    files: tuple[str, ...]
    sheets: tuple[str, ...]  # names or patterns; none for the only one
    sheet_into: str | None  # the column that the name of the sheet becomes
    header: Header
    until: tuple[str, ...]  # patterns of the first text of the row at which the table ends
    names: Mapping[int, str]  # of columns, by number from 0, in place of those in the header
    only: Mapping[str, tuple[str, ...]]  # by column, the texts of the rows that are read
    fill: tuple[str, ...]  # columns in which an empty cell is the one above
    blocks: RowBlocks | None
    across: Across | None
    split: Mapping[str, tuple[str, tuple[str, ...]]]  # a column, its separator, the columns in it
    codebook: Codebook | None
    roles: Mapping[str, ColumnRole]
    period: str  # in which form periods are written
    dimensions: tuple[Dimension, ...]
    symbols: Mapping[str, Symbol]
    flags: FlagCodes | None
    marks: tuple[str, ...]  # of footnotes, at the end of labels and values
    precision: Decimal | None
    scale: Mapping[str, Decimal]  # by unit, what values are multiplied by
    decimal: str | None
    separator: str | None
    encoding: str | None
    kind: IndicatorKind
    node: Node
