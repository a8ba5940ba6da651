"""Levels and changes: the passages that tell two levels of one thing, a change, and no other number.

A passage is a sentence, or two or three that go on with each other, as lines of a table do that is none.
Words, or years, may tell which of the levels was first.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Figures, Indices, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import are_of_a_size
from edureport.prose.relations.spans import JOINTS, named, tells_more

LEVELS = 2
LEAD = 3  # tokens from the noun of a change to its number
MANY = 6  # figures of a passage
SENTENCES = 3
LINE = 20  # tokens of a line that has a level of its own
APART = (Mark.BASIS, Mark.OPENER_STRONG, Mark.OF_THEM, Mark.MEAN)
NEAR = 4  # figures beside one
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SIGNS = frozenset(",;:–")
ENDS = SIGNS | {"(", ")"}
LEADS = frozenset(":–")
BEFORE = (Mark.AGAINST, Mark.COMPARED, Mark.THAN, Mark.FROM)
GOES_ON = (
    *JOINTS, Mark.BY_NOUN, Mark.IT, Mark.AMOUNTING, Mark.NOW, Mark.WAS, Mark.THAT, Mark.FULFILLED, Mark.DONE,
    Mark.EXISTS, Mark.PLAN,
)  # fmt: skip


class LevelsAndChanges(NamedTuple):
    """The levels and the changes of a sentence, or of some that go on with each other."""

    figures: Figures  # of its sentences, also those that state nothing
    levels: list[int]
    changes: list[int]
    shares: list[int]  # of the changes, percentages that no word calls so
    lone: bool  # it is one sentence, which tells no other number


def passages(page: Page, figures: Figures) -> Iterator[tuple[int, LevelsAndChanges]]:
    """Each with the index of its first figure: a sentence, or what is told in up to three."""
    groups = groupby(range(len(figures)), key=lambda index: figures[index].sentence)
    sentences = [range(own[0], own[-1] + 1) for _, group in groups if (own := [*group])]
    sentences = [own for own in sentences if any(_counts(page, figures[index]) for index in own)]
    for place, sentence in enumerate(sentences):
        for size, last in enumerate(sentences[place : place + SENTENCES]):
            if size and not _goes_on(page, figures, sentences[place + size - 1], last):
                break
            passage = _passage(page, figures[sentence.start : last.stop])
            if passage is not None:
                yield sentence.start, passage
                break


def _counts(page: Page, figure: Figure) -> bool:
    """Whether a number may take part: none of "one of", "all"."""
    if not figure.states or figure.all or figure.stated is None:
        return False
    return figure.kind is FigureKind.CHANGE or page.tokens[figure.span.first].is_digits


def _goes_on(page: Page, figures: Figures, last: range, following: range) -> bool:
    before, behind = (figures[one[0]] for one in (last, following))
    if behind.sentence != before.sentence + 1:
        return False
    low, high = page.bounds(behind.span.first)
    start = page.tokens[page.bounds(before.span.first)[1] - 1].end
    lines = page.text[start : page.tokens[low].start].count("\n")
    return lines == 0 or (lines == 1 and high - low <= LINE)


def _passage(page: Page, figures: Figures) -> LevelsAndChanges | None:
    """Two levels of one thing and a change, or its amount and percentage; None if any other is told."""
    indices = [index for index, figure in enumerate(figures) if _counts(page, figure)]
    if not LEVELS < len(indices) <= MANY:
        return None
    changes = [one for one in indices if _is_change(page, figures, indices, one)]
    levels = [one for one in indices if one not in changes]
    shares = [one for one in levels if figures[one].percent] if len(levels) > LEVELS else []
    levels = [one for one in levels if one not in shares]
    changes = sorted(changes + shares)
    told = (figures[one] for one in changes)
    kinds = {"times" if one.mode is Mode.TIMES else one.percent for one in told}
    once = len(changes) == len(kinds)
    if not changes or not once or len(levels) != LEVELS or not all(_is_level(figures[one]) for one in levels):
        return None
    first, second = (figures[one] for one in levels)
    units = {_unit(page, one) for one in (first, second)} - {None}
    if len(units) > 1 or first.percent is not second.percent or not are_of_a_size(first, second):
        return None
    least = 1 + page.language.head_final
    if any(page.at(at, mark) >= least for at in _words(page, figures) for mark in APART):
        return None  # «олардың» is "their", too
    others = sum(one.states and not one.all for one in figures) - len(indices)
    lone = not others and figures[indices[0]].sentence == figures[indices[-1]].sentence
    return LevelsAndChanges(figures, levels, changes, shares, lone)


def _words(page: Page, figures: Figures) -> range:
    """The tokens of the sentences of some figures."""
    return range(page.bounds(figures[0].span.first)[0], page.bounds(figures[-1].span.first)[1])


def _is_level(figure: Figure) -> bool:
    plain = figure.kind in (FigureKind.FIGURE, FigureKind.PERCENT, FigureKind.TARGET)
    told = (plain or figure.mode is Mode.BY_OR_TO) and "/" not in figure.words
    return told and (figure.stated or 0) > 0


def _unit(page: Page, figure: Figure) -> str | None:
    """What a figure counts; none that is in the next line, or is no noun."""
    if figure.unit is None or figure.unit_span is None:
        return None
    first = figure.unit_span.first
    if first < figure.span.last or "\n" in page.tokens[first].gap:
        return None
    return None if page.has(first, Mark.RELATIVE, Mark.BY_NOUN) else figure.unit


def _is_change(page: Page, figures: Figures, indices: Indices, index: int) -> bool:
    """Whether a figure is a change by its kind, its sign, a noun before it or its preposition."""
    figure = figures[index]
    if figure.kind is FigureKind.CHANGE and figure.mode in CHANGES:
        paired = any(one.mode is Mode.FROM for one in figures[max(0, index - 2) : index])
        return figure.mode is not Mode.BY_OR_TO or not paired
    if figure.mode in {Mode.FROM, Mode.TO}:
        return False
    first = figure.first
    before = range(max(page.bounds(first)[0], first - LEAD - 1), first)
    nouns = [at for at in before if page.at(at, Mark.BY_NOUN)]
    if nouns and not page.any_at(range(nouns[-1], first), Mark.TO, Mark.FROM):
        other = any(nouns[-1] <= figures[one].span.first < first for one in indices)
        return not other
    if not figure.percent and not page.any_at(range(first - 3, first), Mark.EQUAL):
        return False
    moved = page.any_at(_words(page, figures), Mark.RISE, Mark.FALL)
    if page.language.head_final:
        near = (page.word(at) for at in range(figure.span.last - 1, figure.span.last + 2))
        return moved and figure.percent and any(page.language.has_case(word, Ending.DATIVE) for word in near)
    return moved and page.till(first - 1, Mark.BY) > 0


def segment(page: Page, figures: Figures, index: int, *, whole: bool = False) -> tuple[range, range]:
    """The words before and behind a figure that are its own: up to a sign, or to its neighbour."""
    figure = figures[index]
    low, high = page.bounds(figure.span.first)
    near = figures[max(0, index - NEAR) : index + NEAR + 1]
    numbers = [one for one in near if one.sentence == figure.sentence and one.states and not one.all]
    low = max([low, *(one.span.last for one in numbers if one.span.last <= figure.first)])
    high = min([high, *(one.first for one in numbers if one.first >= figure.span.last)])
    last = figure.first - (page.word(figure.first - 1) in LEADS)  # "2023: 410"
    sign = next((at for at in range(low, last) if _parts(page, at, SIGNS)), None)
    begin = low if sign is None or low == page.bounds(figure.span.first)[0] else sign
    end = next((at for at in range(figure.span.last, high) if _parts(page, at, ENDS)), None)
    if whole:
        return range(begin, figure.first), range(figure.span.last, high if end is None else end)
    if end is None and high < page.bounds(figure.span.first)[1]:  # half of the words are its neighbour's
        end = (figure.span.last + high) // 2
    if not page.language.head_final and begin == low and low > page.bounds(figure.span.first)[0]:
        begin = low if sign is not None or page.has(low, *BEFORE) else (low + figure.first) // 2
    return range(begin, figure.first), range(figure.span.last, high if end is None else end)


def _parts(page: Page, at: int, signs: AbstractSet[str]) -> bool:
    """Whether a sign, or the end of a line before it, parts a token from those before."""
    return page.word(at) in signs or "\n" in page.tokens[at].gap


def order_of(page: Page, passage: LevelsAndChanges) -> tuple[int, int] | None:
    """What was and what is, as words or years tell; None if they do not."""
    figures, (first, second) = passage.figures, passage.levels
    was = [_was(page, figures, one) for one in passage.levels]
    one, other = (year_of(page, figures, level) for level in passage.levels)
    if one and other and one != other:
        return (first, second) if one < other else (second, first)
    if was[0] is not was[1]:
        return (first, second) if was[0] else (second, first)
    segments = (segment(page, figures, one) for one in passage.levels)
    now = [page.any_at((*before, *behind), Mark.NOW) for before, behind in segments]
    if figures[first].sentence == figures[second].sentence and not any(was) and now[0] is not now[1]:
        return (second, first) if now[0] else (first, second)
    return None


def _was(page: Page, figures: Figures, index: int) -> bool:
    """Whether words call a level what was before."""
    before, behind = segment(page, figures, index)
    figure = figures[index]
    if figure.mode is Mode.FROM or page.any_at((*before, *behind), Mark.EARLIER, Mark.WAS):
        return figure.mode is not Mode.TO
    if page.language.head_final:
        return page.any_at(behind, Mark.COMPARED)
    leads = [at + max(page.at(at, mark) for mark in BEFORE) for at in before if page.has(at, *BEFORE)]
    if figure.mode is Mode.TO or not leads:
        return False
    # "Against 389 in the north", "compared with the north (389)"
    start = max(figure.tokens) + 1
    words = (*range(leads[-1], figure.first), *(at for at in behind if at >= start))
    known = range(page.bounds(figures[0].first)[0], leads[-1])
    return not tells_more(page, others_among(page, figures, words), known)


def others_among(page: Page, figures: Figures, words: Sequence[int]) -> list[int]:
    """The words among some that are neither joints nor of a time."""
    if not words:
        return []
    begins, _ = page.language.time_phrases.mark([page.word(at) for at in words])
    sizes = ((at, size) for at, marks in zip(words, begins, strict=True) for size in marks.values())
    times = {one for at, size in sizes for one in range(at, at + size)}
    told = named(page, figures, range(min(words), max(words) + 1), GOES_ON)
    return [at for at in told if at in words and at not in times]


def year_of(page: Page, figures: Figures, index: int) -> int | None:
    """The year that the own words of a figure name, those behind it first."""
    before, behind = segment(page, figures, index, whole=True)
    for span in (behind, before[::-1]):
        for at in span:
            word = page.word(at)
            if YEAR.fullmatch(word):
                return int(word)
    return None
