"""TableHead: what stands at the head of a row or a column, and the time that it or a caption names."""

import re
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.prose.content import content
from edureport.prose.figures.figures import read_page
from edureport.prose.page import Page
from edureport.prose.text.folding import GONE
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time, TimeReading, named_times

SHORT = 2  # digits of a year without its century
ENDS = " ,.;:–-—/"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DIGIT = re.compile(r"\d")
_SHORT_DATE = re.compile(r"(\d{1,2})[-./ ]([^\W\d_]{3,})[-./ ](\d\d)")  # 30-Jun-25
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)[-–/](\d\d)")  # 1998-99
_PART = re.compile(  # 6M25, H1 2025, 1П25: months, half or quarter, in letters of either script
    r"(?<![\w.,/-])(?:(\d\d?) ?([MМHНПQ])|([HНПQ]) ?(\d))[ '’-]?((?:20)?[0-3]\d)(?![\w/-])"
)
_LETTERS = str.maketrans("МНП", "MHH")
_SHORT_YEAR = re.compile(r"(?<=[^\d\s'’-])[ '’-]*([0-3]\d)(?: ?[^\W\d]\.?)?\Z")  # «1 кв. 25», «9 мес. 25 г.»
_FISCAL = re.compile(r"\bFY ?\Z")  # fiscal year
_SENTENCE = re.compile(r"\w{4}[.!?]\s+[^\W\d]|\w{4}[.!?]\Z")  # ends within a text or with it
_NAMING = (Role.DURING, Role.AS_OF)


class HeadRole(StrEnum):
    """What the figures below a head are to what their rows are about; without one they are its values."""

    FACT = auto()
    PLAN = auto()
    DUE = auto()
    CHANGE = auto()
    SHARE = auto()
    REMAINING = auto()
    INDEX = auto()  # in percent of another time, 102.4: no change, though one may be worked out of it
    UNIT = auto()
    GROUP = auto()  # a size or an age that names a row: 25–49, 50+
    NOTE = auto()  # the number of a note, or a code
    QUOTE = auto()  # the words of a source, or where they stand: no figures of this text


class TableHead(NamedTuple):
    """What heads a row or a column: its words, without the time and the unit that it names."""

    words: str = ""
    time: Time | None = None
    unit: str | None = None
    role: HeadRole | None = None
    bare: bool = False  # it says its role and nothing else: "Plan"
    falls: bool = False  # a change that is told as a fall, and so without a sign: "Decrease"

    @property
    def name(self) -> str:
        """What it says of what the figures are about."""
        return "" if self.bare else self.words

    @property
    def change(self) -> bool:
        """Whether it heads changes."""
        return self.role is HeadRole.CHANGE

    @property
    def plan(self) -> bool:
        """Whether it heads plans."""
        return self.role is HeadRole.PLAN


def one_line(text: str) -> str:
    """A text without line ends and without signs for marks that were taken out."""
    return " ".join(text.replace(GONE, "").split())


class HeadTimes:
    """Reads the times of heads in one language, some of them by the period that the text is about."""

    def __init__(self, language: str, own: Period | None) -> None:
        self.language = language
        self.own = own

    def of_head(self, text: str) -> tuple[Time | None, str]:
        """The time that a head names, in words or as 2025, and what else it says."""
        if not DIGIT.search(text) or (text.isdigit() and not YEAR.fullmatch(text)):
            return None, text
        if time := self._in_digits(text):
            return time, ""
        if part := self._part(text):
            return part, self._around(text, part.start, part.end)
        text = self._written_out(text)
        times = self._times(text)
        if times and times[0].role in _NAMING:
            first, last = times[0], times[-1]
            if first is last or len(text[first.end : last.start].split()) > 1:
                return first, self._around(text, first.start, first.end)
            over = Period(
                min(first.period.first, last.period.first), max(first.period.last, last.period.last)
            )
            return first._replace(period=over), self._around(text, first.start, last.end)
        years = list(YEAR.finditer(text))
        if len(years) != 1:
            return None, text
        start, end = years[0].span()
        time = Time(start, end, Period.parse(years[0][0]), Role.DURING, Grain.YEAR)
        return time, self._around(text, start, end)

    def of_caption(self, text: str) -> Time | None:
        """The time that a caption gives a table: the only one in it, if it is one sentence and no story."""
        if not DIGIT.search(text) or _SENTENCE.search(text.strip()):
            return None
        times = self._times(self._written_out(text))
        return times[0] if len(times) == 1 and times[0].role in _NAMING else None

    def _in_digits(self, text: str) -> Time | None:
        """The time that is all of a head: two years, a short date, or a period as report files write it."""
        if (two := _TWO_YEARS.fullmatch(text)) and (int(two[1]) + 1) % 100 == int(two[2]):  # and no month
            return Time(0, len(text), Period.parse(f"{two[1]}/{two[2]}"), Role.DURING, Grain.SCHOOL_YEAR)
        if short := _SHORT_DATE.fullmatch(text):
            day, month, year = short.groups()
            times = self._times(f"{day} {month} 20{year}")
            if times and times[0].grain is Grain.DAY:
                return times[0]._replace(start=0, end=len(text))
        try:
            return Time(0, len(text), Period.parse(text), Role.DURING, Grain.YEAR)
        except EdureportError:
            return None

    def _part(self, text: str) -> Time | None:
        """The only time in a text that letters and digits name."""
        parts = list(_PART.finditer(text))
        if len(parts) != 1 or YEAR.search(text.replace(parts[0][0], "")):
            return None
        nth, letter, letter_first, nth_last, year = parts[0].groups()
        letter = (letter or letter_first).translate(_LETTERS)
        code = f"{nth}M" if letter == "M" else f"{letter}{nth or nth_last}"
        time = self._in_digits(f"20{year[-SHORT:]}-{code}")
        return time and time._replace(start=parts[0].start(), end=parts[0].end())

    def _written_out(self, text: str) -> str:
        """A text that ends in a time and the last digits of its year, with all of them."""
        if YEAR.search(text) or not (short := _SHORT_YEAR.search(text)):
            return text
        start = short.start()
        written = f"{text[:start]} 20{text[short.start(1) :]}"
        named = any(one.start < start < one.end - SHORT for one in self._times(written))
        a_day = any(one.end > short.start(1) for one in self._times(text))  # "April 24"
        return written if named and not a_day else text

    def _times(self, text: str) -> list[Time]:
        page = Page.of(text, self.language)
        named = named_times(TimeReading.of(page), read_page(page), self.own)
        return [one.time for one in named if one.time]

    def _around(self, text: str, start: int, end: int) -> str:
        """What a head says beside the time between two places; nothing if it says nothing more."""
        rest = f"{_FISCAL.sub('', text[:start])} {text[end:]}"
        return one_line(rest).strip(ENDS) if content(rest, self.language) else ""
