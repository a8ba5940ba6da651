"""Descriptions of tables: where a header is, what columns and symbols mean; and how nodes of a file say that.

Every mistake is noted, and the reading goes on.
"""

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeVar

from edureport.model.quantity import Quantity
from edureport.model.report import Flag, IndicatorKind, Text
from edureport.near import unknown
from edureport.problem import Problem
from edureport.reading.nodes import Map, Node, Scalar, Seq
from edureport.reading.tables.grid import column_number
from edureport.reading.tables.periods import FORMS
from edureport.reading.values import Fields, Measure, Values


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


TABLE_KEYS = tuple(
    """
    file sheet header until names only fill blocks across split codebook organisation area indicator period
    value unit dimensions symbols flags marks precision scale decimal separator encoding kind
    """.split()
)
ROLES = ("organisation", "area", "indicator", "period", "value", "unit")
ROLE_KEYS = ("column", "first", "constant", "empty", "as")
SHEET_KEYS = ("names", "into")
HEADER_KEYS = ("row", "has", "rows")
ACROSS_KEYS = ("columns", "into", "by")
BLOCKS_KEYS = ("column", "members", "into")
SPLIT_KEYS = ("by", "into")
CODEBOOK_KEYS = ("file", "name", "role", "indicator", "label", "unit")
DIMENSION_KEYS = ("label", "column", "first", "constant", "empty", "total", "members", "complete")
FLAGS_KEYS = ("codes", "columns")
DECIMALS = (",", ".")
NOTHING = "nothing"  # a cell with such a symbol is no observation
ALL_FLAGS = tuple(Flag)
_PLAIN = Measure(None, counted=False)

T = TypeVar("T")


class Descriptions:
    """Reads the descriptions in one file; `values` notes what is wrong with it."""

    def __init__(self, values: Values, units: Collection[str]) -> None:
        """`units` are the keys of those that the file defines."""
        self.values, self.units = values, units

    def all(self, node: Node) -> list[Description]:
        """The descriptions of a list, or the one that stands alone."""
        every = [self.description(entry) for entry in (node if isinstance(node, Seq) else [node])]
        return [one for one in every if one is not None]

    def description(self, node: Node) -> Description | None:
        """One description; None if it names no file."""
        fields, values = Fields(self.values, node, TABLE_KEYS), self.values
        files = fields.need("file", self.words)
        form: list[str] = []
        into: list[str] = []
        description = Description(
            files=files or (),
            sheets=fields.take("sheet", lambda value: self.sheets(value, into)) or (),
            sheet_into=into[0] if into else None,
            header=fields.take("header", self.header) or Header(None, (), 1, node),
            until=fields.take("until", self.words) or (),
            names=fields.take("names", self.names) or {},
            only=fields.take("only", lambda child: self.entries(child, self.words)) or {},
            fill=fields.take("fill", self.words) or (),
            blocks=fields.take("blocks", self.blocks),
            across=fields.take("across", self.across),
            split=fields.take("split", self.split) or {},
            codebook=fields.take("codebook", self.codebook),
            roles={
                key: role
                for key in ROLES
                if (role := fields.take(key, lambda value: self.role(value, form))) is not None
            },
            period=form[0] if form else "",
            dimensions=fields.take("dimensions", self.dimensions) or (),
            symbols=fields.take("symbols", lambda child: self.entries(child, self.symbol)) or {},
            flags=fields.take("flags", self.flags),
            marks=fields.take("marks", self.marks) or (),
            precision=fields.take("precision", values.precision),
            scale=fields.take("scale", self.scale) or {},
            decimal=fields.take("decimal", values.one_of(DECIMALS, "table.decimal")),
            separator=fields.take("separator", self.separator),
            encoding=fields.take("encoding", values.words),
            kind=fields.take("kind", values.member_of(IndicatorKind, "file.kind")) or IndicatorKind.STOCK,
            node=node,
        )
        if files is None:
            return None
        self.must_have(description)
        return description

    def sheets(self, node: Node, into: list[str]) -> tuple[str, ...] | None:
        """The names of sheets; `into` takes what their names become."""
        if not isinstance(node, Map):
            return self.words(node)
        fields = Fields(self.values, node, SHEET_KEYS)
        if name := fields.take("into", self.values.words):
            into.append(name)
        return fields.need("names", self.words)

    def must_have(self, description: Description) -> None:
        """Note which of the things without which there is no observation is missing."""
        value = description.roles.get("value")
        if value is not None and not value.columns:
            self.values.problem(value.node, "table.no_value_column")
        named = {*description.roles, *(description.across.into if description.across else ())}
        for key in ("indicator", "period", "value"):
            if key not in named and not (key == "value" and description.across):
                self.values.problem(description.node, "file.missing_key", key=key)

    def words(self, node: Node) -> tuple[str, ...] | None:
        """One text or a list of them."""
        texts = [self.text(entry) for entry in (node if isinstance(node, Seq) else [node])]
        return tuple(text for text in texts if text is not None)

    def marks(self, node: Node) -> tuple[str, ...]:
        """Marks of footnotes, the longest first; digits alone would be taken off numbers."""
        marks = self.words(node) or ()
        for mark in marks:
            if mark.isdecimal():
                self.values.problem(node, "table.mark", word=mark)
        return tuple(sorted(marks, key=len, reverse=True))

    def text(self, node: Node) -> str | None:
        """A text as it stands, which may be empty if it is quoted."""
        if isinstance(node, Scalar):
            return str(node)
        self.values.problem(node, "file.not_a_text")
        return None

    def entries(self, node: Node, read: Callable[[Node], T | None]) -> dict[str, T]:
        entries = {str(key): read(value) for key, value in self.values.mapping(node).items()}
        return {key: value for key, value in entries.items() if value is not None}

    def whole_number(self, node: Node) -> int | None:
        """A number from 1 on."""
        text = self.values.scalar(node)
        if text is not None and not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= 2**20):
            self.values.problem(node, "table.number", word=str(text))
            return None
        return None if text is None else int(text)

    def header(self, node: Node) -> Header:
        if not isinstance(node, Map):
            return Header(self.whole_number(node), (), 1, node)
        fields = Fields(self.values, node, HEADER_KEYS)
        return Header(
            fields.take("row", self.whole_number),
            fields.take("has", self.words) or (),
            fields.take("rows", self.whole_number) or 1,
            node,
        )

    def names(self, node: Node) -> dict[int, str]:
        """Names of columns by their number from 1, or by the letters of a sheet."""
        names = {}
        for key, value in self.values.mapping(node).items():
            name, number = self.values.words(value), _column_number(key)
            if number is None:
                self.values.problem(key, "table.column_number", word=str(key))
            elif name is not None:
                names[number] = name
        return names

    def role(self, node: Node, form: list[str]) -> ColumnRole | None:
        if not isinstance(node, Map):
            name = self.values.words(node)
            return None if name is None else ColumnRole((name,), None, node)
        return self.role_of(Fields(self.values, node, ROLE_KEYS), node, form)

    def role_of(self, fields: Fields, node: Node, form: list[str]) -> ColumnRole:
        columns = fields.take("first", self.words) or fields.take("column", self.words) or ()
        default = fields.take("constant", self.values.words) or fields.take("empty", self.values.words)
        if named := fields.take("as", self.values.one_of(FORMS, "table.period_form")):
            form.append(named)
        if not columns and default is None:
            self.values.problem(node, "table.no_column")
        return ColumnRole(columns, default, node)

    def across(self, node: Node) -> Across | None:
        fields = Fields(self.values, node, ACROSS_KEYS)
        columns, into = fields.take("columns", self.words), fields.need("into", self.words)
        by = fields.take("by", self.text) or None
        if into and len(into) > 1 and by is None:
            self.values.problem(node, "table.no_by")
        return Across(columns or (), into, by, node) if into else None

    def blocks(self, node: Node) -> RowBlocks | None:
        fields = Fields(self.values, node, BLOCKS_KEYS)
        column, into = fields.need("column", self.values.words), fields.need("into", self.values.words)
        members = fields.need("members", lambda child: self.entries(child, self.values.words))
        return RowBlocks(column, members, into, node) if column and into and members else None

    def split(self, node: Node) -> dict[str, tuple[str, tuple[str, ...]]]:
        def read(value: Node) -> tuple[str, tuple[str, ...]] | None:
            fields = Fields(self.values, value, SPLIT_KEYS)
            by, into = fields.need("by", self.text), fields.need("into", self.words)
            if by == "":
                self.values.problem(value, "table.no_by")
            return (by, into) if by and into else None

        return self.entries(node, read)

    def codebook(self, node: Node) -> Codebook | None:
        fields = Fields(self.values, node, CODEBOOK_KEYS)
        file, name = fields.need("file", self.values.words), fields.need("name", self.values.words)
        role, indicator, label, unit = (
            fields.take(key, self.values.words) for key in ("role", "indicator", "label", "unit")
        )
        return Codebook(file, name, role, indicator, label, unit, node) if file and name else None

    def dimensions(self, node: Node) -> tuple[Dimension, ...]:
        entries = self.values.mapping(node).items()
        return tuple(self.dimension(str(key), value) for key, value in entries if self.values.key(key))

    def dimension(self, key: str, node: Node) -> Dimension:
        if not isinstance(node, Map):
            role = self.role(node, []) or ColumnRole((), "", node)
            return Dimension(key, None, role, frozenset(), {}, complete=False)
        fields = Fields(self.values, node, DIMENSION_KEYS)
        return Dimension(
            key=key,
            label=fields.take("label", self.values.text),
            total=frozenset(fields.take("total", self.words) or ()),
            members=fields.take("members", lambda child: self.entries(child, self.values.text)) or {},
            complete=fields.take("complete", self.values.yes_or_no) or False,
            role=self.role_of(fields, node, []),
        )

    def symbol(self, node: Node) -> Symbol | None:
        """A flag, a list of them, a quantity, or nothing."""
        if isinstance(node, Scalar) and node == NOTHING:
            return Symbol(None, ())
        if isinstance(node, Seq) or str(node) in ALL_FLAGS:
            return Symbol(None, self.values.flags(node))
        if isinstance(node, Scalar) and not any(map(str.isdecimal, node)):  # "no data"
            self.values.unknown(node, "table.meaning", (*ALL_FLAGS, NOTHING))
            return None
        quantity: Quantity | None = self.values.quantity(_PLAIN)(node)
        return None if quantity is None else Symbol(quantity, ())

    def flags(self, node: Node) -> FlagCodes:
        fields = Fields(self.values, node, FLAGS_KEYS)
        read = self.values.member_of(Flag, "file.flag")
        codes = fields.need("codes", lambda child: self.entries(child, read)) or {}
        return FlagCodes(codes, fields.take("columns", self.words) or ())

    def scale(self, node: Node) -> dict[str, Decimal]:
        for unit in self.values.mapping(node):
            if unit not in self.units:
                problem = Problem(unknown("table.unit", str(unit), self.units), self.values.place(unit))
                self.values.problems.note(problem)
        return self.entries(node, self.values.precision)

    def separator(self, node: Node) -> str | None:
        text = self.text(node)
        if text in ("tab", "\\t", "\t"):
            return "\t"
        if text is not None and (len(text) != 1 or text in '"\r\n'):
            self.values.problem(node, "table.separator_word", word=text)
            return None
        return text


def _column_number(key: str) -> int | None:
    """The number from 0 of a column called 3 or C."""
    if key.isascii() and key.isdigit() and 0 < len(key) < 6:
        return int(key) - 1 if int(key) else None
    return column_number(key) - 1 if key.isascii() and key.isalpha() and len(key) <= 3 else None
