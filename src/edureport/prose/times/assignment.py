"""The time that each figure of a text is about, and the period that all of it is about."""

from collections import Counter
from collections.abc import Mapping, Sequence

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, FigureKind, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.expression import SPANS, Grain
from edureport.prose.times.times import NamedTime, Role, Time
from edureport.prose.times.within_sentence import IndexedFigure, holds, times_in_sentence

SETTING = (SPANS - {Grain.MONTH}) | {Grain.YEARS, Grain.PERIOD}


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


TITLE = 30  # words; what is longer is no heading
ENDS = frozenset(".!?…;:,")


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


MOST_HEADINGS = 16  # sentences, among which one above the text says what it is
ENOUGH = 2  # times that a text must say what it is about, where it has no title
OPENING = 3  # sentences in which a report says what it is about


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
    votes = Counter(
        time.period
        for figure, time in timed
        if time and _is_span(time) and figure.kind is not FigureKind.TARGET
    )
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
