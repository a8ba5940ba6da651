"""Figure: one number of a text, with what its words say of it."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

INDEFINITE = "indefinite"  # "hundreds of": no bound of the model, nothing to compare with


class Kind(StrEnum):
    """What a number in a text is; the first four state something, the others are left alone."""

    FIGURE = "figure"
    PERCENT = "percent"
    CHANGE = "change"
    TARGET = "target"
    DATE = "date"
    ORDINAL = "ordinal"
    IDENTIFIER = "identifier"
    ATTRIBUTE = "attribute"


STATING = frozenset({Kind.FIGURE, Kind.PERCENT, Kind.CHANGE, Kind.TARGET})


class Figure(NamedTuple):
    """A number where it stands: `text[start:end] == words`, without its qualifier and its unit.

    `stated` is None where the number cannot be read (then `all` is false and `bound` is exact), where
    it is indefinite, where it is a quantifier (`all`), and for dates in words. `bound` is a value of
    the model's Bound, or "indefinite". A change keeps its sign if one is written.
    """

    start: int
    end: int
    words: str
    kind: Kind
    stated: Decimal | None
    bound: str
    upper: Decimal | None = None
    qualifier: str | None = None
    unit: str | None = None
    sentence: int = 0
    percent: bool = False  # of a change or a target too
    points: bool = False  # percentage points
    all: bool = False  # "all schools": as many as there are
    each: bool = False  # "300 places each"
    role: str | None = None  # total, part or rest, where a word or a suffix says so
    mode: str | None = None  # of a change: by, times, by_or_to; of what changed: from, to
    direction: str | None = None  # up or down
    span: tuple[int, int] = (0, 0)  # the tokens of the number, for those who look at its surroundings

    @property
    def states(self) -> bool:
        """Whether this can be compared with data, as far as its kind goes."""
        return self.kind in STATING
