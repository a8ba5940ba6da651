"""Governed: labels of numbers behind a preposition: "construction of 34 schools", "in 98 villages"."""

from collections.abc import Sequence

from edureport.drafting.neighbours import Neighbours
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 12  # words of a clause that becomes part of a label
_LIMITS = (Mark.ARTICLE, Mark.TOTAL, Mark.MODAL, Mark.AGAINST, *(Mark.RISE, Mark.FALL, Mark.REACH))
_NO_NAME = (Mark.TOTAL, Mark.NUMBER_OF, Mark.SHARE)


def governed_label(figure: Neighbours) -> str:
    """What a number counts that stands behind a preposition; nothing if that cannot be put into words."""
    first = figure.clauses.extent(figure.figure)[0]
    before = [*figure.clauses.before(figure.figure)]
    if not before or before[-1] != first - 1:
        return ""
    preposition = figure.page.word(first - 1)
    if preposition in figure.grammar.OF:
        return _of(figure, before[:-1])
    if preposition in figure.grammar.RELATIVE:
        return _related(figure, before[:-1], preposition)
    return ""


def _of(figure: Neighbours, before: Sequence[int]) -> str:
    """What is done or measured with what it is done to: "construction of schools", "output of milk"."""
    start = len(before)
    while start and not _limits(figure, before[start - 1]):
        start -= 1
    event = before[start:]
    if not figure.says(event) or any(figure.page.at(index, mark) for index in event for mark in _NO_NAME):
        return ""
    if any(figure.clauses.at(index, ClauseMark.SOME) for index in event):
        return ""
    noun, _ = figure.split()
    if figure.generic and figure.figure.unit not in figure.language.people:
        rest = [index for index in noun if not figure.is_unit(index)]
        named = bool(rest) and figure.page.word(rest[0]) in figure.grammar.OF and figure.says(rest[1:])
        return f"{figure.text(event)} {figure.text(rest)}" if named else ""
    of = figure.page.text[figure.page.tokens[before[-1] + 1].start : figure.page.tokens[before[-1] + 1].end]
    return f"{figure.text(event)} {of} {figure.text(noun)}" if figure.says(noun) or noun else ""


def _limits(figure: Neighbours, index: int) -> bool:
    """Whether a noun phrase cannot go on to the left beyond this word."""
    page, clauses = figure.page, figure.clauses
    if not page.tokens[index].is_word or figure.is_verb(index) or figure.grammar.hangs(page.word(index)):
        return True
    marks = (ClauseMark.PREPOSITION, ClauseMark.AUXILIARY, ClauseMark.BREAK, ClauseMark.AGAIN)
    return any(clauses.at(index, mark) for mark in marks) or any(page.at(index, mark) for mark in _LIMITS)


def _related(figure: Neighbours, clause: Sequence[int], preposition: str) -> str:
    """A noun with what happened there: "villages in which the office repaired roads"."""
    page, clauses = figure.page, figure.clauses
    people = figure.figure.unit in figure.language.people or figure.figure.unit in figure.language.persons
    if not clause or len(clause) > LONGEST or (figure.generic and not people):
        return ""
    told = [
        place
        for place, index in enumerate(clause)
        if figure.is_verb(index)
        or clauses.at(index, ClauseMark.AUXILIARY)
        or page.at(index, Mark.MODAL)
        or figure.grammar.done(page.word(index))
    ]
    pointing = any(clauses.at(clause[0], mark) for mark in (ClauseMark.AGAIN, ClauseMark.PREPOSITION))
    if not told or not told[0] or pointing or not figure.says(clause) or not clauses.begins_clause(clause[0]):
        return ""
    noun, _ = figure.split()
    end = next((place + 1 for place, index in enumerate(noun) if figure.is_unit(index)), len(noun))
    if not noun:
        return ""
    words = figure.text(noun[:end]), figure.text(clause)
    return figure.grammar.related(words[0], preposition, words[1], people=people) or ""
