"""Heads: what the head of a row or a column says, and a line above a number: words, a time, a unit."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edureport.drafting.names import cleaned
from edureport.drafting.units import SIGN
from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.prose import read
from edureport.prose.context_window import content
from edureport.prose.grammar import load
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time

MOST_LETTERS = 12  # in a cell that is a number with its unit or bound
LONGEST_UNIT = 4  # words
_NUMBERED = re.compile(r"\w+\s*\d+\s*[.:–—-]\s*")
_DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_DATE = re.compile(r"(\d{1,2})[-./ ]([^\W\d_]{3,})[-./ ](\d\d)")  # 30-Jun-25
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)[-–/](\d\d)")  # 1998-99
LONGEST_CAPTION = 14  # words
_SIGNS = re.compile(r"[-+−–/±%\s]+")
_IN_BRACKETS = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")
_AFTER_COMMA = re.compile(r"(.*),\s*([^,()]*)")
_ENDS = " ,.;:–-—/"


class TableHead(NamedTuple):
    """What heads a row or a column: its words, without the time and the unit that it names."""

    words: str = ""
    time: Time | None = None
    unit: str | None = None
    change: bool = False
    plan: bool = False


class Heads:
    """Reads what heads say; each text is read once."""

    def __init__(self, language: str, own: Period | None) -> None:
        self.language = language
        self.own = own
        self._known: dict[str, TableHead] = {}
        self._pages: dict[str, tuple[Page, Sequence[Mapping[ClauseMark, int]]]] = {}
        self._silent: dict[str, bool] = {}

    def head(self, text: str) -> TableHead:
        """The words, the time and the unit of a head."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> TableHead:
        time, words = self._time(text)
        unit, words = self._unit(words)
        marks = self._marks(words)
        if unit is None and self._is_percentage(words):
            unit = SIGN
        signs = bool(text) and bool(_SIGNS.fullmatch(text)) and text.strip() != "%"
        change = signs or ClauseMark.CHANGE_HEAD in marks
        plan = any(ClauseMark.PLAN_HEAD in self._marks(piece) for piece in words.split(", "))
        return TableHead("" if signs else words, time, unit, change, plan)

    def is_number(self, text: str) -> bool:
        """Whether a cell states a number and is no head."""
        if not _DIGIT.search(text) or sum(map(str.isalpha, text)) > MOST_LETTERS:
            return False
        return self.head(text).time is None

    def _page(self, text: str) -> tuple[Page, Sequence[Mapping[ClauseMark, int]]]:
        """The words of a text, and the phrases that begin at them."""
        if text not in self._pages:
            page = Page.of(text, self.language)
            begins, _ = page.language.clause_phrases.mark([token.text for token in page.tokens])
            self._pages[text] = page, begins
        return self._pages[text]

    def caption(self, text: str) -> str:
        """The words of a caption, without its number and its time."""
        words = self.head(_NUMBERED.sub("", text)).words
        page, begins = self._page(words)
        if begins and ClauseMark.PREPOSITION in begins[-1]:
            words = words[: page.tokens[-1].start].strip(_ENDS)
        return words

    def says_nothing(self, text: str) -> bool:
        """Whether a head does not say of what: "Total"."""
        if text not in self._silent:
            page, _ = self._page(text)
            total = bool(page.tokens) and page.at(0, Mark.TOTAL) == len(page.tokens)
            self._silent[text] = total or not content(text, self.language)
        return self._silent[text]

    def heads_units(self, text: str) -> bool:
        """Whether this heads a column of units."""
        return ClauseMark.UNIT_HEAD in self._marks(text)

    def speaks_of_plans(self, text: str) -> bool:
        """Whether a caption says that what is below is planned."""
        _, begins = self._page(text)
        return any(ClauseMark.PLAN_HEAD in tags for tags in begins)

    def is_month(self, text: str) -> bool:
        """Whether a head is the name of a month and nothing else."""
        page, _ = self._page(text)
        return bool(page.tokens) and page.at(0, Mark.MONTH) == len(page.tokens)

    def is_worded(self, text: str) -> bool:
        """Whether a head has words of its own: no number alone, and none with its bound: "More than 10"."""
        page, _ = self._page(text)
        return (not _DIGIT.search(text) and any(token.is_word for token in page.tokens)) or bool(
            content(text, self.language)
        )

    def names_what(self, text: str) -> bool:
        """Whether a head says what is counted or measured, as far as its words are known."""
        page, begins = self._page(text)
        return any(
            page.language.known(page.word(index)) is not None
            or page.at(index, Mark.NUMBER_OF)
            or page.at(index, Mark.PERCENT)
            or ClauseMark.MEASURED in begins[index]
            for index in range(len(page.tokens))
        )

    def names_a_count(self, caption: str) -> bool:
        """Whether a caption is a heading that says what is counted below it, and no sentence."""
        return self.is_title(caption) and not caption.endswith((".", ":", ";")) and self.names_what(caption)

    def is_title(self, caption: str) -> bool:
        """Whether what stands above a table is short enough for its title."""
        return len(caption.split()) <= LONGEST_CAPTION

    def _marks(self, text: str) -> Mapping[ClauseMark, int]:
        _, begins = self._page(text)
        return begins[0] if begins else {}

    def _time(self, text: str) -> tuple[Time | None, str]:
        """The time that a head names, in words or as 2025, and what else it says."""
        if text.isdigit() and not YEAR.fullmatch(text):
            return None, text
        if (two := _TWO_YEARS.fullmatch(text)) and (int(two[1]) + 1) % 100 == int(two[2]):  # and no month
            return Time(0, len(text), Period.parse(f"{two[1]}/{two[2]}"), Role.DURING, Grain.SCHOOL_YEAR), ""
        if short := _SHORT_DATE.fullmatch(text):
            day, month, year = short.groups()
            dates = read(f"{day} {month} 20{year}", self.language).named_times(self.own)
            if dates and dates[0].time:
                return dates[0].time._replace(start=0, end=len(text)), ""
        try:
            return Time(0, len(text), Period.parse(text), Role.DURING, Grain.YEAR), ""
        except EdureportError:
            pass
        if not _DIGIT.search(text):
            return None, text
        times = [one.time for one in read(text, self.language).named_times(self.own) if one.time]
        if times and times[0].role in (Role.DURING, Role.AS_OF):
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

    def _around(self, text: str, start: int, end: int) -> str:
        """What a head says beside the time between two places; nothing if it says nothing more."""
        rest = f"{text[:start]} {text[end:]}"
        return cleaned(rest).strip(_ENDS) if content(rest, self.language) else ""

    def _unit(self, words: str) -> tuple[str | None, str]:
        """The unit that a head names in brackets or behind a comma, and the words without it."""
        for pattern in (_IN_BRACKETS, _AFTER_COMMA):
            match = pattern.fullmatch(words)
            if match and self.is_unit(match[2]):
                return match[2].strip(), match[1].strip(_ENDS)
        return None, words

    def _is_percentage(self, text: str) -> bool:
        return "%" in text or ClauseMark.PERCENT_HEAD in self._marks(text)

    def is_unit(self, text: str) -> bool:
        """Whether a few words are a unit: «тыс. тонн», "%"."""
        page, _ = self._page(text)
        if text.strip() == "%":
            return True
        words = [index for index, token in enumerate(page.tokens) if token.is_word]
        if not 0 < len(words) <= LONGEST_UNIT:
            return False
        language = load(self.language)
        known = [language.known(page.word(index)) is not None for index in words]
        return (known[0] or known[-1]) and not any(page.at(index, Mark.CONJ) for index in words)
