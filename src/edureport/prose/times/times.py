"""Times: which days the dates and periods of a text mean, and how each is meant.

A date stays the day that is stated: «на 1 октября» is 1 October, though a stock on that morning is
that of the end of September. A year stays whole, though the period of the report may end within it.
Which data are to be compared with either is for the caller to decide.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.expression import Grain, TimePage
from edureport.prose.times.groups import TimeGroup, time_groups
from edureport.prose.times.resolution import ResolvedTime, resolved_times


class Role(StrEnum):
    """How a time is meant."""

    DURING = "during"  # over these days, or on this one
    AS_OF = "as_of"  # the state on a day
    DUE = "due"  # by when something is to be, or until when
    SINCE = "since"  # from that day to the end of the period of the report
    COMPARED = "compared"  # what something else is compared with


class Time(NamedTuple):
    """A time that a text names: `text[start:end]`, without the words that govern it, and how precisely."""

    start: int
    end: int
    period: Period
    role: Role
    grain: Grain


class NamedTime(NamedTuple):
    """A time with the tokens that it takes, and those whose numbers belong to it alone, if there are any.

    Of a time that is None nothing is known but that it is another one: "now".
    """

    first: int
    last: int
    time: Time | None
    scope: tuple[int, int] = (0, 0)
    years: tuple[int, ...] = ()  # listed one by one


class TimeReading(NamedTuple):
    """A page with its phrases of time and the groups of expressions found in them; made once for a text."""

    words: TimePage
    groups: Sequence[TimeGroup]

    @classmethod
    def of(cls, page: Page) -> "TimeReading":
        """The expressions of a page."""
        words = TimePage.of(page)
        return cls(words, time_groups(words))


NEAR = 6  # words between a time and what compares it
CHANGE = 4  # words between a change and the year that it is a change on


class Numbers(NamedTuple):
    """The figures of a page that state something, by their first and by their last tokens."""

    starting: Mapping[int, Figure]
    ending: Mapping[int, Figure]


def compared_tokens(
    words: TimePage, resolved: ResolvedTime, own: Period | None, numbers: Numbers
) -> tuple[int, int] | None:
    """The tokens of a comparison that the time takes part in; None if nothing is compared with it."""
    if words.page.language.head_final:
        return _compared_behind(words, resolved, numbers)
    passed = False
    for index in words.page.before(resolved.first, NEAR + 1):
        figure = numbers.ending.get(index)
        if figure and passed:  # "from 187 to 206 in 2025"
            break
        passed = passed or figure is not None
        if figure and figure.mode is Mode.FROM:
            return figure.span[0], resolved.last
        size = words.till(index, TimeMark.BEFORE_COMPARED)
        if size and _compares(words, resolved, index):
            return index + 1 - size, resolved.last
        if words.page.word(index) in {",", ";", ":", "(", ")"}:
            break
    past = resolved.compared or (own is not None and resolved.period.last < own.first)
    if past and words.at(resolved.first - 1, TimeMark.TOWARDS):
        return resolved.first - 1, resolved.last
    if resolved.compared and words.at(resolved.last - 1, TimeMark.OF_LAST_YEAR):
        return resolved.first, resolved.last
    return None


def _compares(words: TimePage, resolved: ResolvedTime, index: int) -> bool:
    """Whether the words that end there compare: "than in 2024", but not "more than 45 in 2024"."""
    page = words.page
    near = index == resolved.first - 1
    counts = page.counts(index + 1)
    if words.at(index, TimeMark.THAN):
        return near or not counts
    if words.at(index, TimeMark.COMPARED_FROM) and not words.at(index - 1, TimeMark.UP_DOWN):
        return not near and counts
    if words.at(index, TimeMark.COMPARED_ON):  # "a 15% increase on 2024", but not "the focus on 2024"
        changes = page.any_at(page.before(index, CHANGE), Mark.RISE, Mark.FALL, Mark.CHANGE_NOUN)
        return near and changes and resolved.grain is Grain.YEAR
    if words.at(index, TimeMark.COMPARED_NEAR):
        return near and resolved.grain != Grain.DAY
    return True


def _compared_behind(words: TimePage, resolved: ResolvedTime, numbers: Numbers) -> tuple[int, int] | None:
    page = words.page
    _, high = page.bounds(resolved.first)
    after = resolved.last
    leaving = page.has_case(after - 1, Ending.ABLATIVE)
    if words.at(after, TimeMark.AFTER_SINCE) or words.at(after, TimeMark.AFTER_DUE) or resolved.joined:
        return None
    for index in range(resolved.last, min(high, resolved.last + NEAR)):
        if words.at(index, TimeMark.AFTER_COMPARED):
            return resolved.first, index
        figure = numbers.starting.get(index)
        if figure and figure.mode is Mode.FROM:
            return resolved.first, figure.span[1]
        # «2022 жылғыдан 5 %-ға артып»
        changed = figure and (figure.kind is FigureKind.CHANGE or figure.mode is Mode.TO)
        if leaving and (changed or words.at(index, TimeMark.AFTER_THAN)):
            return resolved.first, resolved.last
        if page.word(index) in {",", ";", ":", "(", ")"}:
            break
    return None


def named_times(read: TimeReading, figures: Sequence[Figure], own: Period | None) -> list[NamedTime]:
    """The times of a page in which `figures` were found, in order, with their tokens."""
    words = read.words
    dated = {index for figure in figures if figure.kind is FigureKind.DATE for index in range(*figure.span)}
    stating = [figure for figure in figures if figure.states]
    numbers = Numbers({one.span[0]: one for one in stating}, {one.span[1] - 1: one for one in stating})
    times = resolved_times(words, read.groups, dated, own)
    result = [_named(words, one, own, numbers) for one in times if not _names_a_law(words, one)]
    now = ((index, tags[TimeMark.NOW]) for index, tags in enumerate(words.begins) if TimeMark.NOW in tags)
    result += [NamedTime(index, index + size, None) for index, size in now]
    result.sort(key=lambda named: named.first)
    return result


def _named(words: TimePage, resolved: ResolvedTime, own: Period | None, numbers: Numbers) -> NamedTime:
    page = words.page
    scope = compared_tokens(words, resolved, own, numbers)
    role = Role.COMPARED if scope else _role(words, resolved, own)
    period: Period | None = resolved.period
    if role is Role.SINCE:
        first = resolved.period.first
        period = Period(first, own.last) if own and first <= own.last else None
    if role is Role.DUE and period:
        period = Period(period.last, period.last) if resolved.grain == Grain.EDGE else period
    start, end = page.tokens[resolved.first].start, page.tokens[resolved.last - 1].end
    time = Time(start, end, period, role, resolved.grain) if period else None
    if scope and page.word(scope[1]) == "(":  # «чем в 2024 году (187)»
        scope = scope[0], min(scope[1] + NEAR, len(page.tokens))
    return NamedTime(resolved.first, resolved.last, time, scope or (0, 0), resolved.years)


def _role(words: TimePage, resolved: ResolvedTime, own: Period | None) -> Role:
    """The role of a time that nothing is compared with."""
    if words.page.language.head_final:
        return _role_by_case(words, resolved, own)
    before = resolved.first - 1
    if resolved.joined:
        return Role.DURING
    if words.till(before, TimeMark.BEFORE_AS_OF) and resolved.grain in {Grain.DAY, Grain.EDGE}:
        return Role.AS_OF
    if words.till(before, TimeMark.BEFORE_DUE):
        return Role.DUE
    if words.till(before, TimeMark.BEFORE_SINCE) and not words.at(resolved.last - 1, TimeMark.WITH_YEAR):
        return Role.SINCE
    return Role.DURING


def _role_by_case(words: TimePage, resolved: ResolvedTime, own: Period | None) -> Role:
    if resolved.joined:
        return Role.DURING
    after = resolved.last
    for tag, role in ((TimeMark.AFTER_DUE, Role.DUE), (TimeMark.AFTER_SINCE, Role.SINCE)):
        if words.at(after, tag):
            return role
    if resolved.grain not in {Grain.DAY, Grain.EDGE}:
        return Role.DURING
    if words.page.has_case(after - 1, Ending.DATIVE):
        # «жыл соңына 5 мектеп салынады»: what is after the report can only be due.
        return Role.DUE if own and (resolved.period.first - own.last).days > 1 else Role.AS_OF
    near = range(after, after + 2)
    return Role.AS_OF if any(words.at(index, TimeMark.AFTER_AS_OF) for index in near) else Role.DURING


AHEAD = 14  # words from the date of a law to the word for it, over its name in quotes


def _names_a_law(words: TimePage, resolved: ResolvedTime) -> bool:
    """Whether the time is the date of a law or an order, or part of the name of a programme."""
    page = words.page
    low, high = page.bounds(resolved.first)
    back = range(max(low, resolved.first - NEAR), resolved.first)
    if page.language.head_final:
        word = page.word(resolved.last - 1)
        dates = page.language.dates_a_name(word)
        if not dates and not page.language.has_case(word, Ending.DATIVE) and not word.endswith("дар"):
            return False
        limit = AHEAD if dates else 3
        for index in range(resolved.last, min(high, resolved.last + limit)):
            if words.at(index, TimeMark.LAW):
                return True
            if page.word(index) in {",", ";", "("}:
                break
        return False
    if words.at(resolved.last, TimeMark.LAW):
        return True  # "the 2007 law"
    before = resolved.first - 1
    if resolved.grain == Grain.DAY and words.till(before, TimeMark.DATED):
        return any(words.at(index, TimeMark.LAW) or page.word(index) == "№" for index in back)
    linked = words.at(before, TimeMark.LAW_LINK) or words.at(before, TimeMark.LAW)
    named = resolved.grain in {Grain.DAY, Grain.YEAR, Grain.YEARS}
    return bool(linked) and named and any(words.at(index, TimeMark.LAW) for index in back)
