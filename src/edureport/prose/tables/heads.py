"""Heads: what the head of a row or a column says: words, a time, a unit, and which part its figures have."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.prose.context_window import content
from edureport.prose.figures.figures import read_page
from edureport.prose.figures.units import PERCENT
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.text.folding import GONE
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time, TimeReading, named_times

LONGEST_UNIT = 4  # words
_NUMBERED = re.compile(r"(?<!\w)(?:\w+\s+\d+|\w+\d)\s*[.:–—-]\s*")
_DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_DATE = re.compile(r"(\d{1,2})[-./ ]([^\W\d_]{3,})[-./ ](\d\d)")  # 30-Jun-25
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)[-–/](\d\d)")  # 1998-99
LONGEST_CAPTION = 14  # words
_SIGNS = re.compile(r"[-+−–/±%\s]+")
_IN_BRACKETS = re.compile(r"(.*?)\(([^()]*)\)(.*)", re.DOTALL)
_AFTER_COMMA = re.compile(r"(.*),([^,()]*)()", re.DOTALL)
_RANGE = re.compile(r"\d\s*[-–]\s*\d")
_SENTENCE = re.compile(r"\w{4}[.!?]\s+[^\W\d]|\w{4}[.!?]\Z")  # ends within a text or with it
_ENDS = " ,.;:–-—/"


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
    QUOTE = auto()  # the words of a source, or where they stand: no figures of this text


_ROLES = {  # which words give which role; a head of most has to say nothing more
    ClauseMark.SHARE_HEAD: HeadRole.SHARE,
    ClauseMark.INDEX_HEAD: HeadRole.INDEX,
    ClauseMark.CHANGE_HEAD: HeadRole.CHANGE,
    ClauseMark.FALL_HEAD: HeadRole.CHANGE,
    ClauseMark.PLAN_HEAD: HeadRole.PLAN,
    ClauseMark.UNIT_HEAD: HeadRole.UNIT,
    ClauseMark.FACT_HEAD: HeadRole.FACT,
    ClauseMark.DUE_HEAD: HeadRole.DUE,
    ClauseMark.REMAINING_HEAD: HeadRole.REMAINING,
    ClauseMark.QUOTE_HEAD: HeadRole.QUOTE,
}
# Those that may go on: "Change on a year before"; but "Growth hormone patients" are no change.
_OPEN = frozenset({ClauseMark.CHANGE_HEAD, ClauseMark.FALL_HEAD, ClauseMark.INDEX_HEAD, ClauseMark.PLAN_HEAD})


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
        if not text:
            return TableHead()
        time, words = self._time(text)
        unit, words = self._unit(words)
        page, begins = self._page(words)
        marks = begins[0] if begins else {}
        if unit is None and ("%" in words or ClauseMark.PERCENT_HEAD in marks):
            unit = PERCENT
        if _SIGNS.fullmatch(text) and text.strip() != "%":
            return TableHead("", time, unit, HeadRole.CHANGE)
        length = max((at for at, token in enumerate(page.tokens, 1) if token.is_word), default=0)
        for mark, role in _ROLES.items():
            bare = marks.get(mark, 0) >= length
            goes_on = mark in _OPEN and mark in marks and _goes_on(page, begins, marks[mark])
            if mark in marks and (bare or goes_on):
                return TableHead(words, time, unit, role, bare, falls=mark is ClauseMark.FALL_HEAD)
        before, _, last = words.rpartition(", ")  # "Pupils, plan"
        if before and self.head(last).plan:
            return TableHead(before, time, unit, HeadRole.PLAN)
        return TableHead(words, time, unit)

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

    def time_of_caption(self, text: str) -> Time | None:
        """The time that a caption gives a table: the only one in it, if it is one sentence and no story."""
        if not _DIGIT.search(text) or _SENTENCE.search(text.strip()):
            return None
        times = self._times(text)
        return times[0] if len(times) == 1 and times[0].role in (Role.DURING, Role.AS_OF) else None

    def says_nothing(self, text: str) -> bool:
        """Whether a head does not say of what: "Total"."""
        if text not in self._silent:
            page, _ = self._page(text)
            total = bool(page.tokens) and page.at(0, Mark.TOTAL) == len(page.tokens)
            self._silent[text] = total or not content(text, self.language)
        return self._silent[text]

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

    def _time(self, text: str) -> tuple[Time | None, str]:
        """The time that a head names, in words or as 2025, and what else it says."""
        if not _DIGIT.search(text) or (text.isdigit() and not YEAR.fullmatch(text)):
            return None, text
        if (two := _TWO_YEARS.fullmatch(text)) and (int(two[1]) + 1) % 100 == int(two[2]):  # and no month
            return Time(0, len(text), Period.parse(f"{two[1]}/{two[2]}"), Role.DURING, Grain.SCHOOL_YEAR), ""
        if short := _SHORT_DATE.fullmatch(text):
            day, month, year = short.groups()
            if times := self._times(f"{day} {month} 20{year}"):
                return times[0]._replace(start=0, end=len(text)), ""
        try:
            return Time(0, len(text), Period.parse(text), Role.DURING, Grain.YEAR), ""
        except EdureportError:
            pass
        times = self._times(text)
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

    def _times(self, text: str) -> list[Time]:
        page = Page.of(text, self.language)
        named = named_times(TimeReading.of(page), read_page(page), self.own)
        return [one.time for one in named if one.time]

    def _around(self, text: str, start: int, end: int) -> str:
        """What a head says beside the time between two places; nothing if it says nothing more."""
        rest = f"{text[:start]} {text[end:]}"
        return one_line(rest).strip(_ENDS) if content(rest, self.language) else ""

    def _unit(self, words: str) -> tuple[str | None, str]:
        """The unit that a head names in brackets or behind a comma, and the words without it."""
        for match in (_IN_BRACKETS.fullmatch(words), _AFTER_COMMA.fullmatch(words)):
            if match and self.is_unit(match[2]):
                return match[2].strip(), one_line(f"{match[1]} {match[3]}").strip(_ENDS)
        return None, words

    def is_unit(self, text: str) -> bool:
        """Whether a few words are a unit: «тыс. тонн», "%"."""
        if text.strip() == PERCENT:
            return True
        page, _ = self._page(text)
        words = [index for index, token in enumerate(page.tokens) if token.is_word]
        if not 0 < len(words) <= LONGEST_UNIT or _RANGE.search(text):
            return False
        known = [page.language.known(page.word(index)) is not None for index in words]
        return (known[0] or known[-1]) and not any(page.at(index, Mark.CONJ) for index in words)

    def measures(self, unit: str) -> bool:
        """Whether a unit is an amount or people, as of a whole table; "Village, centre" names its rows."""
        page, _ = self._page(unit)
        language = page.language
        counted = language.measures | language.people | language.persons
        words = (token.text for token in page.tokens if token.is_word)
        return PERCENT in unit or any(
            language.known(word) in counted or word in language.multipliers or word in language.exact_nouns
            for word in words
        )


def _goes_on(page: Page, begins: Sequence[Mapping[ClauseMark, int]], index: int) -> bool:
    """Whether what stands behind the word for a role says against what or of when, and not of what else."""
    word = page.word(index - 1)
    if page.language.is_participle(word) or page.language.describes(word):
        return True  # "Planned places"
    if not page.is_word(index):
        return not (page.word(index) == "-" and page.glued(index))  # "Drop-out pupils"
    compared = any(page.at(at, Mark.COMPARED) for at in range(index, len(page.tokens)))
    timed = any(page.at(index, mark) for mark in (Mark.YEAR, Mark.PERIOD, Mark.MONTH))
    return compared or timed or ClauseMark.PREPOSITION in begins[index] or page.at(index, Mark.NOT_NOUN) > 0


def one_line(text: str) -> str:
    """A text without line ends and without signs for marks that were taken out."""
    return " ".join(text.replace(GONE, "").split())
