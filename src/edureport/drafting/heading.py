"""Headings: what a text says of itself at its beginning, and above numbers alone in their lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from edureport.drafting.labels import as_label
from edureport.drafting.names import cleaned, named
from edureport.model.period import DAY, Period
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.stems import stems
from edureport.prose.reading import Reading
from edureport.prose.tables.heads import Heads, TableHead
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time
from edureport.reading.document import Block, BlockKind, Document

OPENING_WORDS = 6  # before the time with which a text begins
LONGEST_TITLE = 30  # words
LONGEST_CAPTION = 300  # characters
# A name and a number that is no year: lines of a list, "Hilltown 450", "Milltown 312", head nothing.
_COUNTS = re.compile(r"[^\W\d_][^\S\n]+(?!(?:19|20)\d\d$)\d[\d,.]*%?$")
_OF_THIS_YEAR = frozenset({Grain.YEAR, Grain.MONTHS, Grain.HALF, Grain.QUARTER})
MOST_ABOVE = 8  # lines between a number and its name: other times, a definition, a source, heads of columns
LONGEST_NAME = 12  # words
LONGEST_TIME = 80  # characters

_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")
LONGEST_RANKED = 6  # words of a name in a ranking
LONGEST_LINE = 120  # characters before its number
_LINE = re.compile(r"[ \t]*(\d{1,4})[.)]?[ \t]+([^\W\d_][^\d\n]*)(\d[^\n]*)")
_BEHIND = re.compile(r"(?<!\w)[^\W\d_]++(?=\.?\s*\Z)")  # the only word behind a number: "595 pupils"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_ENDS = " \t:–—-|$£€"


def headings(document: Document) -> list[Block]:
    """The headings of a document; of plain text the lines that stand alone and end in no sign."""
    blocks = document.blocks
    marked = [block for block in blocks if block.kind is BlockKind.HEADING]
    if marked:
        return marked
    texts = [document.text[block.start : block.end] for block in blocks]
    return [
        block
        for place, (block, following) in enumerate(pairwise(blocks))
        if block.kind is BlockKind.PARAGRAPH and following.kind is not BlockKind.CELL
        if _is_title(texts, place)
    ]


def _is_title(texts: Sequence[str], place: int) -> bool:
    """Whether a text is a line of a few words that ends in no sign, and no name and number of a list."""
    text, beside = texts[place], (*texts[max(place - 1, 0) : place], texts[place + 1])
    if "\n" in text or not text[-1].isalnum() or not any(map(str.isalpha, text)):
        return False
    listed = _COUNTS.search(text) is not None and any(map(_COUNTS.search, beside))
    return not listed and len(text.split()) <= LONGEST_TITLE


def title_of(document: Document, language: str) -> str | None:
    """The title, if the document begins with a heading."""
    blocks = headings(document)
    if not blocks or blocks[0] != document.blocks[0]:
        return None
    return named(document.text[blocks[0].start : blocks[0].end], language)


def period_of(document: Document, reading: Reading) -> Period | None:
    """The period that a document says it is about, in its title, tables or text; None if not plainly."""
    named = [one.time for one in reading.named_times(None) if one.time and _can_be_own(one.time)]
    for block in _titles(document):
        inside = [time for time in named if block.start <= time.start < block.end]
        spans = [time for time in inside if time.role is Role.DURING] or inside
        if spans and len({time.period for time in spans}) == 1:
            return spans[0].period
    tables = reading.tables(None)
    cells = sum(block.kind is BlockKind.CELL for block in document.blocks)
    if 2 * cells > len(document.blocks):
        periods = (time.period for time in tables.times)
        latest = max(periods, key=lambda one: (one.last, one.first), default=None)
    else:
        latest = latest_of_cards(document, tables.heads)
    return latest or _as_of_opening(reading, reading.period) or _guessed(reading)


def _as_of_opening(reading: Reading, guess: Period | None) -> Period | None:
    """The day with which a text begins: «По состоянию на 5 сентября 2017 года убрано …».

    The state on the morning after a period is that of its end. None, too, if the text goes on to a time
    after that day, or to "now", or if what it says of the day is planned: it is not about that day.
    """
    named = reading.times(None).named
    first = next(iter(named), None)
    if first is None or first.first > OPENING_WORDS:
        return None
    if first.time is None or first.time.role is not Role.AS_OF:
        return None
    day = first.time.period
    others = [one.time for one in named if one.time and one is not first]
    plans = _planned(reading)
    if first.time in plans or any(one.time is None for one in named):
        return None
    if any(_can_be_own(time) and time.period.first > day.last and time not in plans for time in others):
        return None
    ended = [time.period.last + DAY for time in others]
    at_end = guess is not None and guess.last <= day.last <= guess.last + DAY
    return None if at_end or day.first in ended else day


def _guessed(reading: Reading) -> Period | None:
    """The period that most of a text is about, unless a later time, or "this year" before it, speaks up."""
    period = reading.period
    if period is None:
        return None
    named = [one.time for one in reading.times(None).named if one.time]
    mentions = [time.start for time in named if time.period == period and time.role is not Role.COMPARED]
    plans, done = _planned(reading), _done_by(reading)
    later = any(
        time.period.first > period.last + DAY * (time.role is Role.AS_OF)
        for time in named
        if (_can_be_own(time) and time not in plans) or time in done
    )
    known = {(time.start, time.end) for time in named}
    relative = [
        one.time.start
        for one in reading.times(period).named
        if one.time and one.time.grain in _OF_THIS_YEAR and (one.time.start, one.time.end) not in known
    ]
    if later or not mentions or (relative and min(relative) < min(mentions)):
        return None
    return period


def _planned(reading: Reading) -> set[Time]:
    """The times of which a text states plans only."""
    timed = zip(reading.figures, reading.times(None).of_figures, strict=True)
    stated = [(time, figure.kind is FigureKind.TARGET) for figure, time in timed if time and figure.states]
    return {time for time, planned in stated if planned} - {time for time, planned in stated if not planned}


def _done_by(reading: Reading) -> set[Time]:
    """The days by which something is told, in sentences without a plan: "by 1 May the town had built 3"."""
    stated = [figure for figure in reading.figures if figure.states]
    planned = {figure.sentence for figure in stated if figure.kind is FigureKind.TARGET}
    told = {figure.sentence for figure in stated} - planned
    sentence = reading.page.sentence
    return {
        one.time
        for one in reading.times(None).named
        if one.time and one.time.role is Role.DUE and sentence[one.first] in told
    }


def _can_be_own(time: Time) -> bool:
    """Whether a time can be that of a report: no day that may be the one on which it was published."""
    return time.role is Role.AS_OF or (time.role is Role.DURING and time.grain is not Grain.DAY)


def _titles(document: Document) -> Iterator[Block]:
    """The heading that a document begins with, and what stands above its first table."""
    blocks = document.blocks
    if headings(document)[:1] == list(blocks[:1]):
        yield blocks[0]
    for before, block in pairwise(blocks):
        if block.kind is BlockKind.CELL:
            if before.kind is not BlockKind.CELL and before.end - before.start <= LONGEST_CAPTION:
                yield before
            break


def card_of(figure: Figure, document: Document, heads: Heads) -> TableHead | None:
    """The name and the time above a number that stands alone; None if it does not, or if there is no name."""
    place = document.index(figure.start)
    if place < 1 or not _is_number(document, place):
        return None
    time = None
    for above in range(place - 1, max(place - MOST_ABOVE, 0) - 1, -1):
        text = _text(document, above)
        if document.blocks[above].kind is BlockKind.CELL or len(text.split()) > LONGEST_NAME:
            return None
        if _NUMBER.fullmatch(text):
            continue
        head = heads.head(text)
        if head.words or not head.time:
            named = text[-1:].isalnum() or text.endswith((":", ")"))
            if not named:
                return None
            return head._replace(words=as_label(head.words, heads.language), time=time or head.time)
        if above == place - 1:
            time = head.time
    return None


def latest_of_cards(document: Document, heads: Heads) -> Period | None:
    """The latest of the times that stand alone in a line above a number alone in its; None without such."""
    periods = [
        time.period
        for place, block in enumerate(document.blocks[:-1])
        if block.kind is not BlockKind.CELL
        and block.end - block.start <= LONGEST_TIME
        and _is_number(document, place + 1)
        and (time := heads.head(_text(document, place)).time)
        and not heads.head(_text(document, place)).words
    ]
    return max(periods, key=lambda period: (period.last, period.first), default=None)


def _is_number(document: Document, place: int) -> bool:
    """Whether a block is one number and nothing else; long ones, which most are, are not read for that."""
    block = document.blocks[place]
    return block.end - block.start <= LONGEST_TIME and bool(_NUMBER.fullmatch(_text(document, place)))


def _text(document: Document, place: int) -> str:
    block = document.blocks[place]
    return cleaned(document.text[block.start : block.end])


class Rankings:
    """The numbered lines of a document, and what heads them; asked for figures from the first to the last."""

    def __init__(self, document: Document, heads: Heads) -> None:
        self.text, self.heads = document.text, heads
        self._titles: dict[int, str] = {}  # by line

    def label(self, figure: Figure) -> str | None:
        """What the first number behind a name is of; nothing for a rank or a year; None in other lines."""
        low = max(figure.start - LONGEST_LINE, 0)
        start = self.text.rfind("\n", low, figure.start) + 1
        ranked = self._ranked(start) if start or not low else None
        if ranked is None:
            return None
        line, rank = bisect_right(self._starts, start) - 1, int(ranked[1])
        if self._rank(line - 1) != rank - 1 and self._rank(line + 1) != rank + 1:
            return None
        behind = figure.start > ranked.start(3)
        if figure.start < ranked.start(2) or (behind and _YEAR.fullmatch(figure.words)):
            return ""
        if behind:
            return None
        name = cleaned(ranked[2]).strip(_NAME_ENDS)
        title = "" if self.heads.names_what(name) else self._title(line, rank)
        counted = stems(" ".join(_BEHIND.findall(ranked[3])), self.heads.language)
        if not set(counted) <= set(stems(title, self.heads.language)):
            return None
        return as_label(f"{title}: {name}" if title else name, self.heads.language)

    def _ranked(self, start: int) -> re.Match[str] | None:
        """The rank, the short name with a capital, and the numbers of a line; None if it is no such line."""
        ranked = _LINE.match(self.text, start)
        if ranked is None or any(map(str.isalpha, _BEHIND.sub("", ranked[3], count=1))):
            return None
        return ranked if ranked[2][0].isupper() and len(ranked[2].split()) <= LONGEST_RANKED else None

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n+", self.text))]

    def _rank(self, line: int) -> int | None:
        """The rank that a line begins with."""
        ranked = self._ranked(self._starts[line]) if 0 <= line < len(self._starts) else None
        return int(ranked[1]) if ranked else None

    def _title(self, line: int, rank: int) -> str:
        """The heading above the lines with the ranks before this one that says what is counted."""
        if line not in self._titles:
            goes_on = self._rank(line - 1) == rank - 1 and line - 1 in self._titles
            self._titles[line] = self._titles[line - 1] if goes_on else self._heading(line)
        return self._titles[line]

    def _heading(self, line: int) -> str:
        for above in range(line - 1, max(line - 1 - MOST_ABOVE, -1), -1):
            if self._rank(above) is not None:
                return ""  # of other things
            text = cleaned(self.text[self._starts[above] : self._starts[above + 1]])
            if text and self.heads.names_a_count(text):
                return self.heads.caption(text) if self._names_only_what(text) else ""
        return ""

    def _names_only_what(self, text: str) -> bool:
        """Whether a heading says nothing that its lines would lose: "Change since 2024", "Rate, %"."""
        head = self.heads.head(text)
        bare = head.time is None and head.unit is None and head.role is None
        planned = self.heads.speaks_of_plans(text) or self.heads.speaks_of_needs(text)
        return bare and not planned and not any(letter.isdigit() or letter in "%$£€" for letter in text)
