"""Heads: what the head of a row or a column says: words, a time, a unit, and which part its figures have."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum, auto
from functools import cache
from typing import NamedTuple

from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.prose.content import content
from edureport.prose.figures.figures import read_page
from edureport.prose.figures.units import PERCENT
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.text.folding import GONE
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time, TimeReading, named_times


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
_SHORT_FISCAL = re.compile(r"\bFY ?(?=[0-3]\d(?![\d/]))")
_SENTENCE = re.compile(r"\w{4}[.!?]\s+[^\W\d]|\w{4}[.!?]\Z")  # ends within a text or with it
_NAMING = (Role.DURING, Role.AS_OF)
LONGEST_UNIT = 4  # words
LONGEST_CAPTION = 14  # words
COLUMNS = 3  # nouns without a word between them
_NUMBERED = re.compile(r"(?<!\w)(?:\w+\s+\d+|\w+\d)\s*[.:–—-]\s*")
_PERCENT_SIGN = re.compile(r"(?<!\d)(?<!\d )%")  # but "below 100% of the rate"
_SIGNS = re.compile(r"[-+−–/±%\s]+")
_IN_BRACKETS = re.compile(r"(.*?)\(([^()]*)\)(.*)", re.DOTALL)
_AFTER_COMMA = re.compile(r"(.*),(?!\d{3}(?!\d))([^,()]*)()", re.DOTALL)  # not of "per 10,000 people"
_RANGE = re.compile(r"\d\s*[-–]\s*\d")
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
    ClauseMark.NOTE_HEAD: HeadRole.NOTE,
}
# Those that may go on: "Change on a year before"; but "Growth hormone patients" are no change.
_OPEN = frozenset({ClauseMark.CHANGE_HEAD, ClauseMark.FALL_HEAD, ClauseMark.INDEX_HEAD, ClauseMark.PLAN_HEAD})


MarkedPage = tuple[Page, Sequence[Mapping[ClauseMark, int]]]  # and the phrases that begin at its tokens


def one_line(text: str) -> str:
    """A text without line ends and without signs for marks that were taken out."""
    return " ".join(text.replace(GONE, "").split())


class HeadTimes:
    """Reads the times of heads in one language, some of them by the period that the text is about."""

    def __init__(self, language: str, own: Period | None) -> None:
        self.language, self.own = language, own

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
            if len(text[first.end : last.start].split()) > 1:
                last = first
            both = first.period, last.period
            over = Period(min(one.first for one in both), max(one.last for one in both))
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
        """A text that ends in a time and the last digits of its year, or in "FY24", with all of them."""
        text = _SHORT_FISCAL.sub("FY 20", text)
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


class Heads:
    """Reads what heads say, each text once; what has no digit is read by `undated`, without a period."""

    def __init__(self, language: str, own: Period | None, undated: "Heads | None" = None) -> None:
        self.language, self.times = language, HeadTimes(language, own)
        self._undated = undated
        self._page: Callable[[str], MarkedPage] = cache(self._read_page)
        if undated:
            self._page = undated._page  # noqa: SLF001  # of the same class
        self._known = cache(self._read)
        self.says_nothing = cache(self._says_nothing)

    def head(self, text: str) -> TableHead:
        """The words, the time and the unit of a head."""
        if self._undated and not DIGIT.search(text):
            return self._undated.head(text)
        return self._known(text)

    def _read(self, text: str) -> TableHead:
        if not text or (text.isdecimal() and not YEAR.fullmatch(text)):
            return TableHead(text)
        time, words = self.times.of_head(text)
        unit, words = self._unit(words)
        if time and f", {words}" in text and self.is_unit(words) and self.measures(words):
            unit, words = words, ""  # «2024 год, тыс. тенге»
        page, begins = self._page(words)
        marks = begins[0] if begins else {}
        length = max((at for at, token in enumerate(page.tokens, 1) if token.is_word), default=0)
        ends = length > 0 and page.at(length - 1, Mark.PERCENT) > 0  # «Орындалу пайызы»
        if unit is None and (_PERCENT_SIGN.search(words) or ClauseMark.PERCENT_HEAD in marks or ends):
            unit = PERCENT
        if _SIGNS.fullmatch(text) and text.strip() != "%":
            return TableHead("", time, unit, HeadRole.CHANGE)
        for mark, role in _ROLES.items():
            bare = marks.get(mark, 0) >= length
            goes_on = mark in _OPEN and mark in marks and _goes_on(page, begins, marks[mark])
            if mark in marks and (bare or goes_on):
                return TableHead(words, time, unit, role, bare, falls=mark is ClauseMark.FALL_HEAD)
        before, _, last = words.rpartition(", ")  # "Pupils, plan"
        planned = before and self.head(last).role is HeadRole.PLAN
        ended = bool(begins) and ClauseMark.PLAN_END in begins[-1]  # "Total grant budget"
        if planned or ended:
            return TableHead(before if planned else words, time, unit, HeadRole.PLAN)
        return TableHead(words, time, unit)

    def _read_page(self, text: str) -> MarkedPage:
        """The words of a text, and the phrases that begin at them."""
        page = Page.of(text, self.language)
        return page, page.language.clause_phrases.mark([token.text for token in page.tokens])[0]

    def caption(self, text: str) -> str:
        """The words of a caption without its number and its time; of a sentence what a table shows."""
        if shown := self._displayed(text):
            return shown
        words = self.head(_NUMBERED.sub("", text)).words
        page, begins = self._page(words)
        opens = begins and ClauseMark.PREPOSITION in begins[-1]
        return words[: page.tokens[-1].start].strip(ENDS) if opens else words

    def _displayed(self, text: str) -> str:
        """What a sentence says that the table below it shows, without its time; nothing if it does not."""
        page, begins = self._page(text)
        table = next((at for at, tags in enumerate(begins) if ClauseMark.TABLE in tags), len(begins))
        verb = next((at for at in range(table, len(begins)) if ClauseMark.DISPLAYS in begins[at]), None)
        if verb is None:
            return ""
        first = verb + begins[verb][ClauseMark.DISPLAYS]
        first += page.at(first, Mark.ARTICLE) or page.at(first, Mark.DETERMINER)
        last = first
        while last < len(begins) and not self._ends_shown(page, begins, last):
            last += 1
        words = page.between(first, last) if first < last else ""
        asks = page.word(first) in page.language.naming.asking | page.language.naming.who
        return "" if asks or not self.is_title(words) or not self.names_what(words) else words.strip(ENDS)

    def _ends_shown(self, page: Page, begins: Sequence[Mapping[ClauseMark, int]], index: int) -> bool:
        """Whether a sign ends what a table shows, or a preposition with the time."""
        before = begins[index].get(ClauseMark.BEFORE, 0)
        timed = before and page.word(index + before)[:1].isdigit()
        return bool(timed) or page.word(index) in {".", ":", ";", "("}

    def _says_nothing(self, text: str) -> bool:
        """Whether a head does not say of what: "Total"."""
        page, _ = self._page(text)
        total = bool(page.tokens) and page.at(0, Mark.TOTAL) == len(page.tokens)
        return total or not content(text, self.language)

    def speaks_of_plans(self, text: str) -> bool:
        """Whether a caption says that what is below is planned."""
        return any(ClauseMark.PLAN_HEAD in tags for tags in self._page(text)[1])

    def speaks_of_needs(self, text: str) -> bool:
        """Whether a caption says that what is below is the money that a programme is to have."""
        return any(ClauseMark.NEEDS_HEAD in tags for tags in self._page(text)[1])

    def is_month(self, text: str) -> bool:
        """Whether a head is the name of a month and nothing else."""
        page, _ = self._page(text)
        return bool(page.tokens) and page.at(0, Mark.MONTH) == len(page.tokens)

    def is_worded(self, text: str) -> bool:
        """Whether a head has words of its own: no number alone, and none with its bound: "More than 10"."""
        worded = not DIGIT.search(text) and any(token.is_word for token in self._page(text)[0].tokens)
        return worded or bool(content(text, self.language))

    def names_what(self, text: str) -> bool:
        """Whether a head says what is counted or measured, as far as its words are known."""
        page, begins = self._page(text)
        measured = any(ClauseMark.MEASURED in tags for tags in begins)
        counts = measured or any(page.has(at, Mark.NUMBER_OF, Mark.PERCENT) for at in range(len(page.tokens)))
        return counts or any(page.language.known(token.text) is not None for token in page.tokens)

    def names_a_count(self, caption: str) -> bool:
        """Whether a caption is a heading that says what is counted below it, and no sentence."""
        title = not self._names_columns(caption) and self.is_title(caption)
        named = title and not caption.endswith((".", ":", ";")) and self.names_what(caption)
        return named or bool(self._displayed(caption))

    def _names_columns(self, text: str) -> bool:
        """Whether nouns follow each other as heads of columns in a line: "Region Schools Pupils Teachers"."""
        page, _ = self._page(text)
        known = [page.language.known(token.text) for token in page.tokens]
        nouns = [lemma is not None and lemma not in page.language.measures for lemma in known]
        return any(all(nouns[at : at + COLUMNS]) for at in range(len(nouns) - COLUMNS + 1))

    def is_title(self, caption: str) -> bool:
        """Whether what stands above a table is short enough for its title."""
        return len(caption.split()) <= LONGEST_CAPTION

    def _unit(self, words: str) -> tuple[str | None, str]:
        """The unit that a head names in brackets or behind a comma, and the words without it."""
        for match in (_IN_BRACKETS.fullmatch(words), _AFTER_COMMA.fullmatch(words)):
            if match and self.is_unit(match[2]):
                return match[2].strip(), one_line(f"{match[1]} {match[3]}").strip(ENDS)
        return None, words

    def is_unit(self, text: str) -> bool:
        """Whether a few words are a unit: «тыс. тонн», "%"."""
        if text.strip() == PERCENT:
            return True
        page, _ = self._page(text)
        words = [index for index, token in enumerate(page.tokens) if token.is_word]
        if not 0 < len(words) <= LONGEST_UNIT or _RANGE.search(text) or self._names_columns(text):
            return False
        known = any(page.language.known(page.word(index)) is not None for index in (words[0], words[-1]))
        return known and not page.any_at(words, Mark.CONJ)

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
    timed = page.has(index, Mark.YEAR, Mark.PERIOD, Mark.MONTH, Mark.NOT_NOUN)
    if timed or ClauseMark.PERCENT_HEAD in begins[index]:
        return True  # "to last year, in per cent"
    compared = page.any_at(range(index, len(page.tokens)), Mark.COMPARED)
    return compared or ClauseMark.PREPOSITION in begins[index]
