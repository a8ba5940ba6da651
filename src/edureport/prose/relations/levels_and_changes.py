"""Levels and changes: the passages that tell two levels of one thing, a change, and no other number.

A passage is a sentence, or two or three that go on with each other, as lines of a table do that is none.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Figures, Indices, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import are_of_a_size

LEVELS = 2
LEAD = 3  # tokens from the noun of a change to its number
MANY = 6  # figures of a passage
SENTENCES = 3
LINE = 20  # tokens of a line that has a level of its own
APART = (Mark.BASIS, Mark.OPENER_STRONG, Mark.OF_THEM, Mark.MEAN)


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
    once = len(changes) == len(
        {(one.mode is Mode.TIMES, one.mode is not Mode.TIMES and one.percent) for one in told}
    )
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
