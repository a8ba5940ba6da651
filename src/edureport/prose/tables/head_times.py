"""HeadTimes: the time that a head or a caption names, "2025", "1998-99", "30-Jun-25", and its other words."""

import re

from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.prose.content import content
from edureport.prose.figures.figures import read_page
from edureport.prose.page import Page
from edureport.prose.tables.head import one_line
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time, TimeReading, named_times

ENDS = " ,.;:–-—/"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DIGIT = re.compile(r"\d")
_SHORT_DATE = re.compile(r"(\d{1,2})[-./ ]([^\W\d_]{3,})[-./ ](\d\d)")  # 30-Jun-25
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)[-–/](\d\d)")  # 1998-99
_SENTENCE = re.compile(r"\w{4}[.!?]\s+[^\W\d]|\w{4}[.!?]\Z")  # ends within a text or with it
_NAMING = (Role.DURING, Role.AS_OF)


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
        times = self._times(text)
        return times[0] if len(times) == 1 and times[0].role in _NAMING else None

    def _in_digits(self, text: str) -> Time | None:
        """The time that is all of a head: two years, a short date, or a period as report files write it."""
        if (two := _TWO_YEARS.fullmatch(text)) and (int(two[1]) + 1) % 100 == int(two[2]):  # and no month
            return Time(0, len(text), Period.parse(f"{two[1]}/{two[2]}"), Role.DURING, Grain.SCHOOL_YEAR)
        if short := _SHORT_DATE.fullmatch(text):
            day, month, year = short.groups()
            if times := self._times(f"{day} {month} 20{year}"):
                return times[0]._replace(start=0, end=len(text))
        try:
            return Time(0, len(text), Period.parse(text), Role.DURING, Grain.YEAR)
        except EdureportError:
            return None

    def _times(self, text: str) -> list[Time]:
        page = Page.of(text, self.language)
        named = named_times(TimeReading.of(page), read_page(page), self.own)
        return [one.time for one in named if one.time]

    def _around(self, text: str, start: int, end: int) -> str:
        """What a head says beside the time between two places; nothing if it says nothing more."""
        rest = f"{text[:start]} {text[end:]}"
        return one_line(rest).strip(ENDS) if content(rest, self.language) else ""
