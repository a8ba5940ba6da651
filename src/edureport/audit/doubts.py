"""Doubts: why a figure that differs from the data may be about something else than the data have."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from edureport.audit.candidates import Candidate
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.grammar.stems import stem
from edureport.prose.page import BREAKS, Page


class Doubt(StrEnum):
    """A reason why another value does not contradict the data."""

    WEAK_MATCH = "weak_match"  # too few of its words belong to what it seems to be about
    RIVALS = "rivals"  # something else in the data fits as well
    OTHER_UNIT = "other_unit"  # something else fits less well, but is counted in another unit
    EVENT = "event"  # the text tells what happened, "17 were built", and the data what there is
    FOREIGN_WORD = "foreign_word"  # a word between the number and its unit is none of the data's
    RESTRICTED = "restricted"  # a word of its clause is none of the data's: "43 schools sing"
    WHOLE_UNNAMED = "whole_unnamed"  # "40% live in towns": of what is not said
    REPEATED = "repeated"  # two figures of the text that differ would state the same thing
    NEGATION = "negation"  # the clause says what is not
    QUESTION = "question"  # the sentence asks whether it is so
    OTHER_NAME = "other_name"  # the sentence or the title names somebody or some place that the data do not
    OTHER_NUMBER = "other_number"  # the data name it with a number that the text has not: "grade 4"
    COUNTED_INSIDE = "counted_inside"  # "in 5 schools" there is something else
    OTHER_TIME = "other_time"  # it may be of another time
    PART = "part"  # it is a part of another figure, and the data have no such part of that
    SOME = "some"  # a part is taken from it, so that it may be some of all there are: "of the 18 schools, 7"


_LEVELS = (Mark.NUMBER_OF, Mark.REACH, Mark.PLAN_NOUN)
OPENING = frozenset(["«", '"', "“", ".", ":"])  # behind which any word may have a capital
NUMBER = re.compile(r"\d+")
MOST_CAPITALS = 0.5  # of the words of a title; in one of more they are no names


def doubts_of(
    page: Page, figure: Figure, candidate: Candidate | None, known: Callable[[str], bool]
) -> Iterator[Doubt]:
    """Why the sentence of a figure leaves open that it is about all that the candidate is.

    `known` says whether a stem is a word of the data; a word with a capital that they do not know may be
    the name of another place.
    """
    if _denies(page, figure):
        yield Doubt.NEGATION
    if page.asks(figure.span.first):
        yield Doubt.QUESTION
    if any(not known(name) for name in _capitals(page, figure.sentence)):
        yield Doubt.OTHER_NAME
    if candidate is None:
        return
    if candidate.indicator.unit.whole and not candidate.scale and _is_broken(figure):
        yield Doubt.OTHER_UNIT
    others = page.between(*page.extents[figure.sentence]).replace(figure.words, " ", 1)
    if numbered_otherwise(candidate, others, page.language.code):
        yield Doubt.OTHER_NUMBER
    if candidate.target is not None:
        if candidate.indicator.kind is IndicatorKind.STOCK and not _is_level(page, figure):
            yield Doubt.EVENT
        return
    if candidate.indicator.kind is IndicatorKind.STOCK and _inside(page, figure):
        yield Doubt.COUNTED_INSIDE


def numbered_otherwise(candidate: Candidate, text: str, language: str) -> bool:
    """Whether the name of a candidate has a number that a text has not."""
    return not set(NUMBER.findall(candidate.name.in_language(language))) <= set(NUMBER.findall(text))


def names_others_in_title(page: Page, known: Callable[[str], bool]) -> bool:
    """Whether the title names somebody or some place that the data do not know."""
    if not page.tokens:
        return False
    words = [token for token in page.tokens[: page.first[1]] if token.is_word]
    capitals = sum(token.capital for token in words)
    return capitals <= MOST_CAPITALS * len(words) and any(not known(name) for name in _capitals(page, 0))


def is_comparison(page: Page, figure: Figure) -> bool:
    """Whether another figure is compared with this one: "against 187", "up from 5", not "more than 300"."""
    before = figure.span[0] - 1
    return page.till(before, Mark.AGAINST) > 0 and not page.modifier_till(before, Slot.BEFORE)


def _capitals(page: Page, sentence: int) -> Iterator[str]:
    """The stems of the words of a sentence that begin with a capital, but for the first word."""
    first, last = page.first[sentence], page.first[sentence + 1]
    for index in range(first + 1, last):
        token = page.tokens[index]
        named = token.capital and token.is_word and len(token.text) > 2
        if named and not page.at(index, Mark.MONTH) and page.word(index - 1) not in OPENING:
            yield stem(token.text, page.language.code)


def _denies(page: Page, figure: Figure) -> bool:
    """Whether the clause of a figure says what is not."""
    return any(
        (page.at(index, Mark.DENIES) and not page.modifier_at(index, Slot.BEFORE))
        or page.language.denies(page.word(index))
        for index in _clause(page, figure)
    )


def _clause(page: Page, figure: Figure) -> Iterator[int]:
    """The words around a figure up to the next signs."""
    low, high = page.bounds(figure.span[0])
    for indices in (range(figure.span[1], high), range(figure.span[0] - 1, low - 1, -1)):
        for index in indices:
            if page.word(index) in BREAKS or page.word(index) in {",", ":"}:
                break
            yield index


def _is_level(page: Page, figure: Figure) -> bool:
    """Whether a plan says how many there are to be, not how many are to come: «ещё 5 школ»."""
    words = range(*page.bounds(figure.span[0]))
    return figure.mode is Mode.TO or page.any_at(words, *_LEVELS)


def _is_broken(figure: Figure) -> bool:
    """Whether a figure counts less than whole things: 22.7 births are a rate."""
    counted = figure.quantity if figure.kind is FigureKind.FIGURE else None
    return counted is not None and counted.stated != counted.stated.to_integral_value()


def _inside(page: Page, figure: Figure) -> bool:
    """Whether a figure counts places: «5 мектепте», «в 5 школах», "in 5 schools"."""
    if not page.language.head_final:
        return page.at(figure.span.first - 1, Mark.INSIDE) > 0
    unit = figure.unit_span
    return unit is not None and page.language.has_case(page.word(unit.last - 1), Ending.LOCATIVE)
