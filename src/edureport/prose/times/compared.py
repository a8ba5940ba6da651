"""Times with which a text compares something: "than in 2024", «по сравнению с 2024 годом»."""

from collections.abc import Mapping
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.times.expression import Grain, TimePage
from edureport.prose.times.resolution import ResolvedTime

NEAR = 6  # words between a time and what compares it
CHANGE = 4  # words between a change and the year that it is a change on


class Numbers(NamedTuple):
    """The figures of a page that state something, by their first and by their last tokens."""

    starting: Mapping[int, Figure]
    ending: Mapping[int, Figure]


def compared_tokens(
    words: TimePage,
    resolved: ResolvedTime,
    own: Period | None,
    numbers: Numbers,
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
    if words.at(resolved.first - 1, TimeMark.TOWARDS) and (
        resolved.compared or (own is not None and resolved.period.last < own.first)
    ):
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
    leaving = page.language.has_case(page.word(after - 1), Ending.ABLATIVE)
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
