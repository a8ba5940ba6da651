"""Figure: one number of a text, with what its words say of it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.model.quantity import Bound, Quantity


class FigureKind(StrEnum):
    """What a number in a text is; the first four state something, the others are left alone."""

    FIGURE = auto()
    PERCENT = auto()
    CHANGE = auto()
    TARGET = auto()
    DATE = auto()
    ORDINAL = auto()
    IDENTIFIER = auto()
    ATTRIBUTE = auto()


LEVELS = frozenset({FigureKind.FIGURE, FigureKind.PERCENT})
STATING = LEVELS | {FigureKind.CHANGE, FigureKind.TARGET}


class Mode(StrEnum):
    """How a number takes part in a change: the first three are changes, the others what changed."""

    BY = auto()
    TIMES = auto()
    BY_OR_TO = auto()  # «8 мыңға артты» may be either
    FROM = auto()
    TO = auto()


CHANGES = frozenset({Mode.BY, Mode.TIMES, Mode.BY_OR_TO})


class Way(StrEnum):
    """Where a change goes."""

    UP = auto()
    DOWN = auto()


class PartInChange(NamedTuple):
    """How a number takes part in a change; three of the modes are changes themselves."""

    mode: Mode
    direction: Way | None
    modal: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it is the change itself."""
        return self.mode in CHANGES


class SumRole(StrEnum):
    """What a word or a suffix makes of a number."""

    TOTAL = auto()
    PART = auto()
    REST = auto()


PARTS = frozenset({SumRole.PART, SumRole.REST})


class TokenSpan(NamedTuple):
    """The tokens from `first` to before `last`."""

    first: int
    last: int


class Figure(NamedTuple):
    """A number where it stands: `text[start:end] == words`, without its modifier and its unit.

    `quantity` is None where the number cannot be read, where it is indefinite, where it is a quantifier
    (`all`), and for dates in words. A change keeps its sign if one is written. `modifier` are the words
    that give it its bound.
    """

    start: int
    end: int
    words: str
    kind: FigureKind
    quantity: Quantity | None = None
    sentence: int = 0
    indefinite: bool = False  # "hundreds of": nothing to compare with
    modifier: str | None = None
    unit: str | None = None  # its lemma
    percent: bool = False  # of a change or a target too
    points: bool = False  # percentage points
    all: bool = False  # "all schools": as many as there are
    each: bool = False  # "300 places each"
    role: SumRole | None = None
    mode: Mode | None = None
    direction: Way | None = None
    span: TokenSpan = TokenSpan(0, 0)  # the tokens of the number
    modifier_span: TokenSpan | None = None
    unit_span: TokenSpan | None = None
    passage: tuple[int, int] = (0, 0)  # the characters of the number and its modifier

    @property
    def states(self) -> bool:
        """Whether this can be compared with data, as far as its kind goes."""
        return self.kind in STATING

    @property
    def first(self) -> int:
        """The first token of the number and its modifier."""
        return min(self.span.first, self.modifier_span.first) if self.modifier_span else self.span.first

    @property
    def modifier_tokens(self) -> range:
        """The tokens of its modifier, if it has one."""
        return range(*self.modifier_span) if self.modifier_span else range(0)

    @property
    def unit_tokens(self) -> range:
        """The tokens of its unit, if it has one."""
        return range(*self.unit_span) if self.unit_span else range(0)

    @property
    def tokens(self) -> frozenset[int]:
        """The tokens of the number, its modifier and its unit."""
        return frozenset((*range(*self.span), *self.modifier_tokens, *self.unit_tokens))

    @property
    def unread(self) -> bool:
        """Whether it states something that cannot be read."""
        return self.states and self.quantity is None and not (self.all or self.indefinite)

    @property
    def stated(self) -> Decimal | None:
        """The number that is written, without its bound."""
        return self.quantity.stated if self.quantity else None

    @property
    def upper(self) -> Decimal | None:
        """The end of a range."""
        return self.quantity.upper if self.quantity else None

    @property
    def bound(self) -> Bound:
        """The bound; exact, too, where there is no quantity."""
        return self.quantity.bound if self.quantity else Bound.EXACT

    @property
    def unsigned(self) -> "Figure":
        """A change without the sign that is written."""
        if self.quantity is None:
            return self
        return self._replace(quantity=replace(self.quantity, stated=self.quantity.stated.copy_abs()))

    @property
    def half_step(self) -> Decimal:
        """Half of the last place that is printed: «113,8 млрд» is exact to 50 million."""
        return (self.quantity.precision or Decimal(0)) / 2 if self.quantity else Decimal(0)


Figures = Sequence[Figure]  # of a text, in its order
Indices = Sequence[int]  # of some of them
