"""The time that each figure of a text is about, and the period that all of it is about."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, FigureKind, Mode, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.expression import SPANS, Grain
from edureport.prose.times.times import NamedTime, Role, Time

SEPARATORS = frozenset(",;:()")
DEEPEST = 9  # brackets; deeper ones count as these
VERBS = frozenset({Mark.DONE, Mark.PLAN, Mark.RISE, Mark.FALL, Mark.REACH})
Usable = Callable[[NamedTime], bool]
SETTING = (SPANS - {Grain.MONTH}) | {Grain.YEARS, Grain.PERIOD}
TITLE = 30  # words; what is longer is no heading
ENDS = frozenset(".!?…;:,")
MOST_HEADINGS = 16  # sentences, among which one above the text says what it is
ENOUGH = 2  # times that a text must say what it is about, where it has no title
OPENING = 3  # sentences in which a report says what it is about


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


def times_in_sentence(
    page: Page, sentence: int, numbers: Sequence[IndexedFigure], items: Sequence[NamedTime]
) -> dict[int, Time | None]:
    """The times of those figures of a sentence that it gives itself, or forbids to guess."""
    planned = [one for one in numbers if one.figure.kind is FigureKind.TARGET or one.figure.mode is Mode.FROM]
    stated: dict[int, Time | None] = {number.figure_index: None for number in planned}
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


def assigned(
    page: Page, figures: Sequence[Figure], named_times: Sequence[NamedTime], own: Period | None
) -> list[Time | None]:
    """For each figure the time that it is about; `named_times` are the times of the page.

    That is the time in its own part of the sentence, else in what the sentence said before, else what a
    sentence before in the same paragraph or the heading set and nothing has changed. A plan takes the
    time by which it is due; no other figure does. A time of comparison goes with the figures inside the
    comparison only. None where the words leave a doubt, where nothing near tells, and for figures that
    state nothing.
    """
    result: list[Time | None] = [None] * len(figures)
    title: Time | None = None
    section: Time | None = None
    setting: Time | None = None
    for sentence, (numbers, items) in enumerate(_by_sentence(page, figures, named_times)):
        if not numbers and is_heading(page, sentence):
            section = next((item.time for item in items if item.time and _sets(item.time)), title)
            title = title or section
            setting = section
            continue
        if begins_paragraph(page, sentence):
            setting = section
        stated = times_in_sentence(page, sentence, numbers, items)
        for index, time in stated.items():
            result[index] = time
        lasting = [item for item in items if holds(item)]
        if lasting:
            setting = _set_by(lasting, numbers, stated)
        elif setting:
            for number in numbers:
                if number.figure_index not in stated:
                    result[number.figure_index] = _inherited(page, number.figure, setting, own)
    return result


def _by_sentence(
    page: Page, figures: Sequence[Figure], named_times: Sequence[NamedTime]
) -> list[tuple[list[IndexedFigure], list[NamedTime]]]:
    """The figures that state something and the times of each sentence."""
    sentences: list[tuple[list[IndexedFigure], list[NamedTime]]] = [([], []) for _ in page.first[1:]]
    for index, figure in enumerate(figures):
        if figure.states:
            sentences[figure.sentence][0].append(IndexedFigure(figure.span[0], index, figure))
    for item in named_times:
        sentences[page.sentence[item.first]][1].append(item)
    return sentences


def _sets(time: Time) -> bool:
    """Whether a time holds for what follows it: an as-of day, or a longer one, but no day in passing."""
    return time.role in {Role.AS_OF, Role.SINCE} or (time.role is Role.DURING and time.grain in SETTING)


def _set_by(
    lasting: Sequence[NamedTime], numbers: Sequence[IndexedFigure], stated: Mapping[int, Time | None]
) -> Time | None:
    """The time that such a sentence sets for the next one: its only time, if all of it is about that."""
    one = lasting[0].time
    if one is None or not _sets(one):
        return None
    if any(item.time is None or item.time.period != one.period for item in lasting):
        return None
    frames = not numbers or lasting[0].first < numbers[0].first
    return one if frames or all(stated.get(number.figure_index) == one for number in numbers) else None


def _inherited(page: Page, figure: Figure, setting: Time, own: Period | None) -> Time | None:
    """The time that a sentence before has set, for a figure; what is past by then holds for parts only."""
    if own is None or setting.period.last >= own.first:
        return setting
    first = page.first[figure.sentence]
    opened = page.any_at(range(first, min(first + 3, figure.span[0])), Mark.OPENER_STRONG)
    return setting if figure.role is SumRole.PART or opened else None


def begins_paragraph(page: Page, sentence: int) -> bool:
    """Whether a sentence begins a paragraph; items of a list go on with the one before."""
    first = page.first[sentence]
    token = page.tokens[first]
    if token.gap not in {"\n", "¶"}:
        return False
    return not (first and page.word(first - 1) in {":", ";", ","})


def is_heading(page: Page, sentence: int) -> bool:
    """Whether a sentence is a line of its own, without a point at its end, above others."""
    first, last = page.extents[sentence]
    following = page.first[sentence + 1]
    if following >= len(page.tokens) or page.tokens[following].gap not in {"\n", "¶"}:
        return False
    begins = not first or page.tokens[first].gap in {"\n", "¶"}
    return begins and last - first <= TITLE and page.word(last - 1) not in ENDS


def period_of_title(page: Page, named_times: Sequence[NamedTime]) -> Period | None:
    """The period of a heading, others may be above, or of the first sentence, if it says what this is."""
    of_sentence: dict[int, list[Time]] = {}
    for one in named_times:
        if one.time and page.sentence[one.first] < MOST_HEADINGS:
            of_sentence.setdefault(page.sentence[one.first], []).append(one.time)
    for sentence in range(min(MOST_HEADINGS, len(page.first) - 1)):
        heading, report = is_heading(page, sentence), _calls_itself_report(page, sentence)
        times = [time for time in of_sentence.get(sentence, ()) if _is_span(time, Grain.DAYS)]
        if times and (report if sentence else report or heading):
            return times[0].period if _is_span(times[0]) or len(times) == 1 else None
        if not heading:
            break
    return None


def period_of_most(
    page: Page, figures: Sequence[Figure], named_times: Sequence[NamedTime], times: Sequence[Time | None]
) -> Period | None:
    """The period that most of the times are which a page names in its opening, and those of its figures."""
    spans = [named for named in named_times if named.time and _is_span(named.time)]
    if not spans:
        return None
    timed = zip(figures, times, strict=True)
    stated = (time for figure, time in timed if time and figure.kind is not FigureKind.TARGET)
    votes = Counter(time.period for time in stated if _is_span(time))
    votes.update(named.time.period for named in spans if named.time and page.sentence[named.first] < OPENING)
    best, most = max(votes.items(), key=lambda vote: vote[1], default=(None, 0))
    return best if most >= ENOUGH and 2 * most > votes.total() else None


def _is_span(time: Time, *more: Grain) -> bool:
    """Whether it is a month or longer, or as `more` some days: «с 1 января по 2 августа 2025 года»."""
    return time.role is Role.DURING and (time.grain in SPANS or time.grain in more)


def _calls_itself_report(page: Page, sentence: int) -> bool:
    """Whether a sentence says that this is a report: «Отчёт о работе за 9 месяцев 2025 года»."""
    first, last = page.extents[sentence]
    begins, _ = page.language.time_phrases.mark([token.text for token in page.tokens[first:last]])
    return any(TimeMark.PAPER in tags for tags in begins)
