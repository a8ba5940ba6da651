"""The time that a sentence itself gives each of its figures, by its parts between commas and brackets."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, FigureKind, Mode, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import NamedTime, Role, Time

SEPARATORS = frozenset(",;:()")
DEEPEST = 9  # brackets; deeper ones count as these


class IndexedFigure(NamedTuple):
    """A figure with its first token and its index in the list that was given."""

    first: int
    figure_index: int
    figure: Figure


class Segment(NamedTuple):
    """A part of a sentence between two of its commas: its figures and its times."""

    first: int
    depth: int  # of brackets
    strong: bool  # behind something stronger than a comma
    times: list[NamedTime]
    numbers: list[IndexedFigure]


def segments(
    page: Page, sentence: int, numbers: Sequence[IndexedFigure], items: Sequence[NamedTime]
) -> list[Segment]:
    """The parts of a sentence, in order; a joint inside a figure or a time parts nothing."""
    first, last = page.first[sentence], page.first[sentence + 1]
    starting = {number.first: number for number in numbers}
    timed = {item.first: item for item in items}
    covered, depth = first, 0
    found = [Segment(first, 0, strong=True, times=[], numbers=[])]
    for token in range(first, last):
        if token in timed:
            found[-1].times.append(timed[token])
            covered = max(covered, timed[token].last)
        if token in starting:
            found[-1].numbers.append(starting[token])
            covered = max(covered, starting[token].figure.span[1])
        word = page.word(token)
        if token >= covered and word in SEPARATORS:
            depth = min(max(0, depth + (word == "(") - (word == ")")), DEEPEST)
            found.append(Segment(token, depth, strong=word != ",", times=[], numbers=[]))
    return found


VERBS = frozenset({Mark.DONE, Mark.PLAN, Mark.RISE, Mark.FALL, Mark.REACH})
Usable = Callable[[NamedTime], bool]


def times_in_sentence(
    page: Page, sentence: int, numbers: Sequence[IndexedFigure], items: Sequence[NamedTime]
) -> dict[int, Time | None]:
    """The times of those figures of a sentence that it gives itself, or forbids to guess."""
    stated: dict[int, Time | None] = {
        number.figure_index: None
        for number in numbers
        if number.figure.mode is Mode.FROM or number.figure.kind is FigureKind.TARGET
    }
    if not numbers or not items:
        return stated
    parts = segments(page, sentence, numbers, items)
    due = _bound(page, parts, _is_due)
    lasting = _bound(page, parts, holds)
    for segment in parts:
        if segment.times and all(_is_due(item) for item in segment.times):
            stated |= dict.fromkeys((number.figure_index for number in segment.numbers), None)
    for number in numbers:
        index = number.figure_index
        if number.figure.mode is Mode.FROM:
            continue
        if number.figure.kind is FigureKind.TARGET and index in due:
            stated[index] = due[index].time
        elif index in lasting and (number.figure.kind is FigureKind.TARGET or index not in stated):
            stated[index] = lasting[index].time
    _share_lists(page, sentence, lasting, stated)
    firsts = [number.first for number in numbers]

    def within(first: int, last: int) -> list[int]:
        inside = numbers[bisect_left(firsts, first) : bisect_left(firsts, last)]
        return [number.figure_index for number in inside]

    for item in items:
        stated |= dict.fromkeys(within(*item.scope), item.time)
        stated |= dict.fromkeys(within(item.first, item.last), None)  # read as a number, the year itself
    return stated


def holds(item: NamedTime) -> bool:
    """Whether a time is one of what is or was, and not of what is due or compared with."""
    return item.time is None or item.time.role in {Role.DURING, Role.AS_OF, Role.SINCE}


def _is_due(item: NamedTime) -> bool:
    return item.time is not None and item.time.role is Role.DUE


def _bound(page: Page, segments: Sequence[Segment], usable: Usable) -> dict[int, NamedTime]:
    """For each figure the time, of those that may be used, that its sentence gives it."""
    bound: dict[int, NamedTime] = {}
    carried: list[NamedTime | None] = [None]  # by depth of brackets
    lost = False  # a figure before has no time, so those behind cannot share it
    waiting: list[IndexedFigure] = []  # a list whose time may still come, behind its last figure
    for segment in segments:
        carried = carried[: segment.depth + 1]
        carried += [carried[-1]] * (segment.depth + 1 - len(carried))
        times = [item for item in segment.times if usable(item)]
        if segment.strong or times:
            ends_list = not segment.strong and _ends_list(page, segment, times)
            bound |= {number.figure_index: times[0] for number in waiting if ends_list}
            lost = lost or (bool(waiting) and not ends_list)
            waiting = []
        before = carried[segment.depth]
        if times:
            bound |= _nearest(page, segment, times)
            carried[segment.depth] = times[-1]
        elif before and not lost:
            bound |= {number.figure_index: before for number in segment.numbers}
        elif segment.numbers:
            waiting += segment.numbers
            lost = lost or _has_verb(page, segment)
            waiting = [] if lost else waiting
    return bound


def _ends_list(page: Page, segment: Segment, times: Sequence[NamedTime]) -> bool:
    """«… и 3 колледжа открыты в 2025 году»: the time stands behind the last figure of a list."""
    if not segment.numbers or times[0].first < segment.numbers[0].first:
        return False
    if page.till(segment.numbers[0].first - 1, Mark.AGAINST):
        return False
    parts = any(number.figure.role is SumRole.PART for number in segment.numbers)
    return not parts and not page.any_at(range(segment.first, times[0].first), Mark.OPENER_STRONG)


def _has_verb(page: Page, segment: Segment) -> bool:
    """Whether a part of a sentence says what happened, so that it is no part of a list."""
    last = segment.numbers[-1].figure.span[1]
    _, high = page.bounds(segment.first)
    for index in range(segment.first, high):
        if index >= last and page.word(index) in SEPARATORS:
            return False
        if not VERBS.isdisjoint(page.begins[index]):
            return True
    return False


def _nearest(page: Page, segment: Segment, times: Sequence[NamedTime]) -> dict[int, NamedTime]:
    """The times of the figures of a part, each side of "against" with its own."""
    numbers = segment.numbers
    against = (place for place in range(1, len(numbers)) if page.till(numbers[place].first - 1, Mark.AGAINST))
    place = next(against, None)
    if place is None:
        return _in_turn(numbers, times)
    before = [item for item in times if item.first < numbers[place].first]
    behind = times[len(before) :]
    if not behind:
        return _in_turn(numbers[:place], before)
    first = _in_turn(numbers[:place], before) if before else {}
    return first | _in_turn(numbers[place:], behind)


def _in_turn(numbers: Sequence[IndexedFigure], times: Sequence[NamedTime]) -> dict[int, NamedTime]:
    """The times of figures, before them or behind: "187 in 2024 and 206 in 2025" or the other way."""
    nearest: dict[int, NamedTime] = {}
    follow = bool(numbers) and numbers[0].first < times[0].first and numbers[-1].first < times[-1].first
    if follow:
        later = iter(times)
        time = next(later)
        for number in numbers:
            while time.first < number.first:
                time = next(later)
            nearest[number.figure_index] = time
        return nearest
    earlier, at = times[0], 0
    for number in numbers:
        while at < len(times) and times[at].first < number.first:
            earlier, at = times[at], at + 1
        nearest[number.figure_index] = earlier
    return nearest


def _share_lists(
    page: Page, sentence: int, bound: Mapping[int, NamedTime], stated: dict[int, Time | None]
) -> None:
    """«В 2024 и 2025 годах – 187 и 206 соответственно»: each its year if that is said, else none."""
    tokens = range(page.first[sentence], page.first[sentence + 1])
    sharing: dict[int, list[int]] = {}
    for index, item in bound.items():
        if item.years and stated.get(index) == item.time:
            sharing.setdefault(item.first, []).append(index)
    for indices in sharing.values():
        item = bound[indices[0]]
        if len(indices) == 1 or item.time is None:
            continue
        orderly = len(indices) == len(item.years) and page.any_at(tokens, Mark.RESPECTIVELY)
        for index, year in zip(sorted(indices), item.years, strict=False):
            own = item.time._replace(period=Period.parse(str(year)), grain=Grain.YEAR)
            stated[index] = own if orderly else None
        for index in sorted(indices)[len(item.years) :]:
            stated[index] = None
