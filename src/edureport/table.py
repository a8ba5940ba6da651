"""Table: what every command makes and every format writes; it holds values, not strings.

The kind of a column says what its cells hold and how they look. Commands fill tables, formats
write them, and neither knows the other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from fnmatch import fnmatchcase
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar, overload

from edureport.errors import UsageError
from edureport.languages.alphabet import collation
from edureport.languages.values import Span
from edureport.message import Message, message
from edureport.near import unknown

MANY_ALIKE = 4  # notes that are said in one

Thing = TypeVar("Thing")


class Label(NamedTuple):
    """What a row is about; a part names its whole. `under` is the text of a part below it, if another."""

    text: str
    whole: str | None = None
    under: str | None = None

    @property
    def part(self) -> str:
        """The label of a part that stands under its whole."""
        return self.under or self.text


class Named(NamedTuple):
    """Something with a key for machines and a name for people."""

    key: str
    text: str


class Bar(NamedTuple):
    """How far along (0 to 1, or beyond), and how far along it should be."""

    done: Decimal | None
    mark: Decimal | None


class Kind(Enum):
    """What the cells of a column hold."""

    KEY = auto()  # str: a name for machines
    TEXT = auto()  # str
    LABEL = auto()  # Label
    CODE = auto()  # str: a word of machines that `languages` knows too
    STATUS = auto()  # str: such a word, with a sign and a colour
    CODES = auto()  # tuple of such words
    MESSAGE = auto()  # Message; machines read its key
    SENTENCE = auto()  # Message; machines read its words too
    NAMED = auto()  # Named
    UNIT = auto()  # Counted
    QUANTITY = auto()  # Amount as stated; machines read its bound and its ends in other columns
    END = auto()  # Decimal: an end of an interval
    NUMBER = auto()  # Amount: derived; machines read it if it is one number, and its ends elsewhere
    RATE = auto()  # the same, to one decimal
    PACE = auto()  # the same, to two decimals
    PERCENT = auto()  # the same, in percent, to one decimal
    GROWTH = auto()  # the same, with its sign
    CHANGE = auto()  # Difference
    DATE = auto()  # date
    PERIOD = auto()  # Span
    COUNT = auto()  # int
    BAR = auto()  # Bar

    __hash__ = object.__hash__  # that of an Enum is written in Python, and asked for with every column

    @property
    def is_number(self) -> bool:
        """Whether its cells stand to the right in their column."""
        return self in _NUMBERS

    @property
    def digits(self) -> int | None:
        """To how many decimals its cells are shown; None is as they are."""
        return _DIGITS.get(self)


_NUMBERS = frozenset(
    (Kind.QUANTITY, Kind.END, Kind.NUMBER, Kind.RATE, Kind.PACE, Kind.PERCENT, Kind.GROWTH, Kind.CHANGE,
     Kind.COUNT)
)  # fmt: skip
_DIGITS = {Kind.RATE: 1, Kind.PACE: 2, Kind.PERCENT: 1, Kind.GROWTH: 1}

Row = tuple[Any, ...]  # a value under each column, of the type that its kind names, or None


class Compact(Enum):
    """Where a cell stands if a row is a few lines and not across columns."""

    LEAD = auto()  # on the first line, without its heading
    NAMED = auto()  # then, after its heading
    SENTENCE = auto()  # then, on lines of its own
    END = auto()  # last, on lines of its own after its heading


_COMPACT = {
    Kind.LABEL: Compact.LEAD,
    Kind.STATUS: Compact.LEAD,
    Kind.MESSAGE: Compact.SENTENCE,
    Kind.SENTENCE: Compact.SENTENCE,
}


class Column(NamedTuple):
    """A column: its key, its kind, and who sees it unless asked.

    `people` is its place for people, from 1; those with 0 are for machines only. `compact` is
    where its cells stand in a compact row, if not where those of its kind do. On a terminal that is
    too narrow for all columns those that are `spare` are left out, the highest number first. `heading`
    is a period that stands above it in place of words.
    """

    key: str
    kind: Kind
    people: int = 0
    machines: bool = True
    compact: Compact | None = None
    spare: int = 0
    heading: Span | None = None

    @property
    def in_compact(self) -> Compact:
        """Where its cells stand in a compact row."""
        return self.compact or _COMPACT.get(self.kind, Compact.NAMED)


class Later(Sequence[Thing]):
    """Things that are made when somebody asks for them: rows, their groups, notes, sources.

    Whoever asks for their number, or for one by its number, has all of them made and kept; whoever goes
    through them `once`, or only asks whether there are any, keeps none.
    """

    def __init__(self, make: Callable[[], Iterable[Thing]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Thing, ...]:
        return tuple(self._make())

    def once(self) -> Iterator[Thing]:
        """Each of them, made as it is asked for; none is kept that was not before."""
        return iter(self._made if "_made" in self.__dict__ else self._make())

    def __bool__(self) -> bool:
        return any(True for _ in self.once())

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Thing: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Thing]: ...
    def __getitem__(self, index: int | slice) -> Thing | Sequence[Thing]:
        return self._made[index]


def once(things: Iterable[Thing]) -> Iterator[Thing]:
    """Each of the things, for whoever goes through them but once; what is made Later is not kept then."""
    return things.once() if isinstance(things, Later) else iter(things)


class Table(NamedTuple):
    """Rows of values under columns; `groups` are headings before the row of their number.

    `details` are the numbers of rows that people do not see. `sources` say what was read.
    """

    name: str
    title: Message
    language: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    groups: Sequence[tuple[int, Message]] = ()
    intro: tuple[Message, ...] = ()
    notes: Sequence[Message] = ()
    sources: Sequence[Message] = ()
    nested: bool = True  # parts stand under their whole
    details: frozenset[int] = frozenset()
    order: tuple[int, ...] = ()  # the rows in the order that people see them in; else as they are
    chosen: bool = False  # the columns were asked for one by one
    in_headings: frozenset[str] = frozenset()  # columns whose cells the headings between rows say

    def for_people(self) -> "Table":
        """The table as people see it; columns that are empty, or stand in headings, only if asked for."""
        said = frozenset() if self.chosen or not self.groups else self.in_headings
        seen = [
            column
            for column in self.columns
            if column.people and column.key not in said and not self._is_empty(column)
        ]
        seen.sort(key=lambda column: column.people)
        shown = self._without_details(self._in_order(self._with_columns(seen)))
        return shown._replace(notes=Later(lambda: _few(self.notes)))

    @staticmethod
    def _in_order(table: "Table") -> "Table":
        order = table.order
        if not order:
            return table
        rows = [table.rows[number] for number in order]
        details = frozenset(place for place, number in enumerate(order) if number in table.details)
        return table._replace(rows=rows, details=details, order=())

    def for_machines(self) -> "Table":
        """The table with the columns that machines read."""
        return self._with_columns([c for c in self.columns if c.machines])

    def without_bars(self) -> "Table":
        """The table as people see it but for its bars, which say nothing that its numbers do not."""
        shown = self.for_people()
        return shown.select([column.key for column in shown.columns if column.kind is not Kind.BAR])

    def select(self, keys: Sequence[str]) -> "Table":
        """The table with these columns, `value*` all that begin so; UsageError for none, or one twice."""
        known = {column.key: column for column in self.columns}
        chosen = [known[key] for key in self._asked(keys)]
        return self._with_columns(
            [column._replace(people=place, machines=True) for place, column in enumerate(chosen, start=1)]
        )._replace(chosen=True)

    def _asked(self, words: Sequence[str]) -> dict[str, str]:
        """The keys of the columns that words name, each with its word; patterns add what is not there yet."""
        known = [column.key for column in self.columns]
        asked: dict[str, str] = {}
        for word in words:
            if word in asked:
                raise UsageError(message("usage.column_twice", word=word))
            keys = [word] if word in known else [key for key in known if fnmatchcase(key, word)]
            if not keys:
                raise UsageError(unknown("usage.column", word, known))
            asked |= {key: word for key in keys if key not in asked}
        return asked

    def sort(self, keys: Sequence[str]) -> "Table":
        """The table sorted by these columns, the first one first; "-key" from high to low.

        Cells without a value come last. The headings between rows go, and parts no longer stand
        under their whole. Raises UsageError as `select` does.
        """
        columns = {column.key: number for number, column in enumerate(self.columns)}
        asked = self._asked([key.removeprefix("-") for key in keys])
        order = list(range(len(self.rows)))
        for key in reversed(asked):
            column = columns[key]
            value = self._sort_value(self.columns[column].kind)
            cells = [row[column] for row in self.rows]
            full = [number for number in order if cells[number] is not None]
            empty = [number for number in order if cells[number] is None]
            full.sort(key=lambda number: value(cells[number]), reverse=f"-{asked[key]}" in keys)
            order = full + empty
        return self._in_order(self._replace(groups=(), nested=False, order=tuple(order)))

    def _sort_value(self, kind: Kind) -> Callable[[Any], Any]:
        """What cells of a kind are sorted by."""
        if kind in _TEXT_OF:
            text, order = _TEXT_OF[kind], collation(self.language)
            return lambda cell: order(text(cell))
        return _SORT_VALUE.get(kind, lambda value: value)

    def _is_empty(self, column: Column) -> bool:
        """Whether a column says nothing; one of stated figures says where there are none."""
        if self.chosen or column.kind is Kind.QUANTITY or not self.rows:
            return False
        number = self.columns.index(column)
        return all(row[number] is None for row in self.rows)

    @staticmethod
    def _without_details(table: "Table") -> "Table":
        details = table.details
        if not details:
            return table
        rows = [row for number, row in enumerate(table.rows) if number not in details]
        groups = tuple((at - sum(detail < at for detail in details), said) for at, said in table.groups)
        return table._replace(rows=rows, groups=groups, details=frozenset())

    def _with_columns(self, columns: Sequence[Column]) -> "Table":
        keys = [column.key for column in self.columns]
        index = [keys.index(column.key) for column in columns]
        if index == list(range(len(self.columns))):
            return self._replace(columns=tuple(columns))
        if isinstance(self.rows, Later):
            rows: Sequence[Row] = Later(
                lambda: (tuple([row[number] for number in index]) for row in once(self.rows))
            )
        else:
            rows = [tuple([row[number] for number in index]) for row in self.rows]
        return self._replace(columns=tuple(columns), rows=rows)


def _few(notes: Sequence[Message]) -> list[Message]:
    """The notes, each once, of an indicator with its parts; one for all rows if much is said of many."""
    alike: dict[str, list[Message]] = {}
    for note in notes:
        alike.setdefault(f"{note.key} {_remark(note) or note}", []).append(note)
    kept: list[Message] = []
    said = set()
    for same in alike.values():
        remark = _remark(same[0])
        if remark is None:
            kept.append(same[0])
        elif len({_thing(note) for note in same}) >= MANY_ALIKE:
            kept.append(message("note.alike", count=len(same), said=remark))
        else:
            for note in same:
                about = (note.key, remark.key, _thing(note))
                kept += () if about in said else (note,)
                said.add(about)
    return kept


def _thing(note: Message) -> str:
    """What a note is about: a target, an indicator with its parts, or what it names."""
    thing = note.values.get("target") or note.values.get("indicator") or note.values["label"]
    return f"{note.values.get('organisation', '')} {thing}"


def _remark(note: Message) -> Message | None:
    """What a note says of the row that it names, if it does so in the words of another message."""
    said = [value for key, value in note.values.items() if isinstance(value, Message) and key != "label"]
    return said[0] if len(said) == 1 and "label" in note.values else None


_TEXT_OF: dict[Kind, Callable[[Any], str]] = {
    Kind.LABEL: lambda label: label.text,
    Kind.TEXT: str,
    Kind.NAMED: lambda named: named.text,
}
_SORT_VALUE: dict[Kind, Callable[[Any], Any]] = {
    Kind.UNIT: lambda unit: unit.key,
    Kind.MESSAGE: lambda said: said.key,
    Kind.SENTENCE: lambda said: said.key,
    Kind.PERIOD: lambda span: (span.last, span.last - span.first),
    Kind.BAR: lambda bar: -1 if bar.done is None else bar.done,
    **dict.fromkeys(_NUMBERS - {Kind.END, Kind.COUNT}, attrgetter("stated")),
}
