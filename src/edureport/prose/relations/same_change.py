"""Same change: whether the words around a change leave it to what stands beside it, or give it to another.

"An increase of 2,400 (60 per cent of them e-books)", "2,019 in May against 1,962 in April, up 12 % on last
May": the percentages are right, and not those of the numbers before them.
"""

from collections.abc import Sequence
from itertools import pairwise

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.told_twice import CLOSE, COMPARING, GOES, joins
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.other_things import STEM, TIMES, named
from edureport.prose.relations.spans import end_of

FEW = 3  # figures before a level
_PAUSES = frozenset(",;:(–—")
_WHEN = (*TIMES, Mark.ARTICLE, Mark.DETERMINER, Mark.PER)


def pair_of(page: Page, figures: Sequence[Figure], index: int) -> tuple[int, int]:
    """The first and the last number that tell of one change, if it is an amount and a percentage."""
    for one, other in ((index - 1, index), (index, index + 1)):
        if one >= 0 and other < len(figures) and _are_one(page, figures[one], figures[other]):
            return one, other
    return index, index


def _are_one(page: Page, first: Figure, second: Figure) -> bool:
    """Whether an amount and a percentage beside each other are joined by "or" or a bracket."""
    if first.sentence != second.sentence or first.percent is second.percent or first.points or second.points:
        return False
    if not first.kind is second.kind is FigureKind.CHANGE or first.direction is not second.direction:
        return False
    joint = range(first.span.last, second.span.first)
    joined = any(page.word(at) in {"(", "–"} or page.at(at, Mark.EQUAL) for at in joint)
    return first.direction is not None and joined and len(joint) <= CLOSE


def is_theirs(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether nothing between two levels and the change behind them, nor after it, is of another thing."""
    change, before = figures[index], [figures[one] for one in pair]
    first, level = change.first, max(before, key=end_of)
    last = max(level.span.last, *level.unit_span or level.span)  # «1 623 рабочих места»
    last += any(_have_one_noun(page, level, one) for one in before if one is not level)
    pause = next((at for at in range(last, first) if page.word(at) in _PAUSES), last)
    if named(page, figures[max(min(pair) - FEW, 0) : index], range(last, pause), _WHEN):
        return False  # "against 389 in the north, up 12 %"
    return joins(page, range(pause, first), [change, *before]) and _closes(page, figures, index)


def _closes(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether a clause ends with a change, and is not carried on by what it compares with."""
    last = end_of(figures[index])
    again = figures[index + 1] if index + 1 < len(figures) else None
    between = range(last, again.span.first) if again else range(0)
    if again and 0 < len(between) <= CLOSE and _restates(page, between):
        last = again.span.last + (page.word(again.span.last) == ")")
        last += page.word(last) == "," and page.is_word(last + 1)
    while page.has(last, *GOES):
        last += max(page.at(last, mark) for mark in GOES)
    if page.word(last) == "," and page.has(last + 1, *COMPARING):
        return False
    return not page.is_word(last)


def are_one(page: Page, figures: Sequence[Figure]) -> bool:
    """Whether each change is told a second time by the one behind it: «на 46, или 24,6 %»."""
    return all(_restates(page, range(end_of(one), other.span.first)) for one, other in pairwise(figures))


def _restates(page: Page, between: range) -> bool:
    told = any(page.word(at) == "(" or page.at(at, Mark.EQUAL) for at in between)
    words = [at for at in between if page.is_word(at)]
    return told and len(between) <= CLOSE and all(page.has(at, Mark.EQUAL, Mark.BY, Mark.OR) for at in words)


def _have_one_noun(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the words behind two numbers are forms of one: «413 жалоб против 389 жалоб»."""
    one, other = (page.word(figure.span.last)[:STEM] for figure in (first, second))
    return one == other and page.is_word(first.span.last)
