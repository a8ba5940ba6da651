"""Heading: what a text says of itself at its beginning: its title, its sections and its period."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from edureport.drafting.cards import latest_of_cards
from edureport.drafting.names import key_of, named
from edureport.model.period import DAY, Period
from edureport.prose.figures.figure import FigureKind
from edureport.prose.reading import Reading
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time
from edureport.reading.document import Block, BlockKind, Document
from edureport.reading.values import KEY

OPENING_WORDS = 6  # before the time with which a text begins
LONGEST_TITLE = 30  # words
LONGEST_CAPTION = 300  # characters
# A name and a number that is no year: lines of a list, "Hilltown 450", "Milltown 312", head nothing.
_COUNTS = re.compile(r"[^\W\d_][^\S\n]+(?!(?:19|20)\d\d$)\d[\d,.]*%?$")
_OF_THIS_YEAR = frozenset({Grain.YEAR, Grain.MONTHS, Grain.HALF, Grain.QUARTER})


def identifier_of(path: str) -> str:
    """A name for the report: that of its file, or what Latin letters make of it."""
    stem = PurePath(path).stem
    return stem if KEY.fullmatch(stem) else key_of(stem.replace("-", " ").replace("_", " ").split(), "report")


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
        if _is_title(texts[place]) and not _is_listed(texts, place)
    ]


def _is_title(text: str) -> bool:
    """Whether a block is one line of a few words that ends in no sign."""
    alone = "\n" not in text and text[-1].isalnum()
    return alone and any(map(str.isalpha, text)) and len(text.split()) <= LONGEST_TITLE


def _is_listed(texts: Sequence[str], place: int) -> bool:
    """Whether a text is a name and a number as the one before it or behind it."""
    beside = (*texts[max(place - 1, 0) : place], texts[place + 1])
    return _COUNTS.search(texts[place]) is not None and any(map(_COUNTS.search, beside))


def title_of(document: Document, language: str) -> str | None:
    """The title, if the document begins with a heading."""
    blocks = headings(document)
    if not blocks or blocks[0] != document.blocks[0]:
        return None
    return named(document.text[blocks[0].start : blocks[0].end], language)


def period_of(document: Document, reading: Reading) -> Period | None:
    """The period that a document says it is about: in its title, above or in its tables, else in its text.

    None where that does not tell plainly: a wrong guess is worse than a question.
    """
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
    after that day, or to "now", or if what it says of the day is planned: then the day is where it begins to
    tell or what it looks forward to, not what it is about.
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
    stated = [
        (figure, time)
        for figure, time in zip(reading.figures, reading.times(None).of_figures, strict=True)
        if time and figure.states
    ]
    plans = {time for figure, time in stated if figure.kind is FigureKind.TARGET}
    return plans - {time for figure, time in stated if figure.kind is not FigureKind.TARGET}


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
