"""Expression: the smallest words of a text that name a time: a year, a quarter, an end."""

from collections.abc import Sequence
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from edureport.prose.grammar.time_marks import Month, TimeAnnotation
from edureport.prose.page import Page

TimeMarks = Sequence[dict[TimeAnnotation, int]]


class Grain(StrEnum):
    """How precisely a time is stated."""

    DAY = auto()
    MONTH = auto()
    MONTHS = auto()
    QUARTER = auto()
    HALF = auto()
    YEAR = auto()
    YEARS = auto()
    SCHOOL_YEAR = auto()
    DAYS = auto()
    EDGE = auto()  # the start or the end of something longer
    PERIOD = auto()  # that of the report, and the same of another year


class Sense(Enum):
    """What an expression names; `Expression.low` and `Expression.high` mean what is said here."""

    YEARS = auto()  # the first and the last year
    BARE_YEAR = auto()  # the word alone, which means something beside an end only
    RELATIVE = auto()  # years from that of the report
    SCHOOL = auto()  # the calendar year that it begins in, twice
    RELATIVE_SCHOOL = auto()  # school years from that of the report
    LAST_YEARS = auto()  # how many, twice
    MONTHS = auto()  # the first and the last month
    DAY = auto()  # the month and the day
    DATE = auto()  # the year, and the month and day as one number: 901
    EDGE = auto()  # 0 for the start and 1 for the end
    SAME = auto()  # the period of the report, in another year
    OWN = auto()  # the period of the report


YEARLIKE = frozenset({Sense.YEARS, Sense.BARE_YEAR, Sense.RELATIVE, Sense.SCHOOL, Sense.RELATIVE_SCHOOL})
SPANS = frozenset({Grain.MONTH, Grain.MONTHS, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.SCHOOL_YEAR})
WITHIN_YEARS = frozenset({Sense.MONTHS, Sense.DAY, Sense.SAME})


class Expression(NamedTuple):
    """The tokens from `first` to before `last`, and what they name."""

    first: int
    last: int
    sense: Sense
    low: int = 0
    high: int = 0
    grain: Grain = Grain.PERIOD
    listed: bool = False  # years one by one, «2023, 2024 и 2025»
    worded: bool = True  # a word says that the number is a year
    counted: bool = False  # «9 ай»: so many months from the first, or a length of time
    prefix: bool = False  # of such: "first" is said


class TimePage(NamedTuple):
    """A page with its phrases of time marked."""

    page: Page
    begins: TimeMarks
    ends: TimeMarks

    @classmethod
    def of(cls, page: Page) -> "TimePage":
        """The page made ready for reading its times."""
        return cls(page, *page.language.time_phrases.mark([token.text for token in page.tokens]))

    def at(self, index: int, tag: TimeAnnotation) -> int:
        """The length of the phrase of that tag which begins at a token; 0 if there is none."""
        try:
            return self.begins[index].get(tag, 0) if index >= 0 else 0
        except IndexError:
            return 0

    def till(self, index: int, tag: TimeAnnotation) -> int:
        """The length of the phrase of that tag which ends at a token; 0 if there is none."""
        return self.ends[index].get(tag, 0) if 0 <= index < len(self.ends) else 0

    def month(self, index: int) -> int:
        """The month that a token names; 0 if it names none."""
        if not 0 <= index < len(self.begins) or not self.begins[index]:
            return 0  # nearly always
        if self.page.language.capital_months and not self.page.tokens[index].capital:
            return 0
        return next((tag.number for tag in self.begins[index] if isinstance(tag, Month)), 0)

    def number(self, index: int, digits: int) -> int | None:
        """The whole number of so many digits at most that a token writes."""
        if not 0 <= index < len(self.page.tokens):
            return None
        token = self.page.tokens[index]
        return int(token.text) if token.is_digits and len(token.text) <= digits else None
