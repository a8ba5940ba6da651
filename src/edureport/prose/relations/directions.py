"""Directions: whether a change goes where its ends do, or its words and its numbers contradict each other."""

from collections.abc import Sequence

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import ChangeEnds
from edureport.prose.relations.relation import Rule

NEAR = 5  # tokens from a verb to the first or the last of its numbers
ORDERED = frozenset({Rule.CHANGE_FROM_TO, Rule.CHANGE_AGAINST, Rule.CHANGE_BRACKET, Rule.CHANGE_PLAN})
JOINING = frozenset(
    {Mark.BY, Mark.FROM, Mark.TO, Mark.EQUAL, Mark.OR, Mark.IN, Mark.YEAR, Mark.PREP_YEAR, Mark.MONTH}
)


def is_contrary(page: Page, figures: Sequence[Figure], ends: ChangeEnds, index: int) -> bool:
    """Whether the words tell of a rise and the numbers of a fall, or the other way round."""
    change, before, after = figures[index], figures[ends.before], figures[ends.after]
    exact = before.bound is Bound.EXACT is after.bound and (change.stated or 0) > 0
    first, second = before.stated or 0, after.stated or 0
    ordered = ends.rule in ORDERED or (ends.rule is Rule.CHANGE_BESIDE and is_left(page, before))
    if change.direction is None or not ordered or not exact or first == second:
        return False
    return (second < first) is not (change.direction is Way.DOWN)


def in_one_clause(page: Page, figures: Sequence[Figure], ends: ChangeEnds, index: int) -> bool:
    """Whether one verb tells of a change and its ends, and nothing else of a rise, fall or standing.

    "Fell from 200 to 230, by 30"; but not "fell from 200 in villages", where something else may have fallen.
    """
    low, high = page.bounds(figures[index].span.first)
    verbs = [at for at in range(low, high) if page.at(at, Mark.RISE) or page.at(at, Mark.FALL)]
    multiple = figures[index].mode is Mode.TIMES
    if len(verbs) != 1 or multiple or page.any_at(range(low, high), Mark.STANDING):
        return False
    three = sorted((figures[one] for one in (ends.before, ends.after, index)), key=_first)
    start, last = three[0].span.first, three[-1].span.last
    verb = verbs[0]
    if verb < start:
        span = range(verb + max(page.at(verb, Mark.RISE), page.at(verb, Mark.FALL)), last)
        near = start - span.start <= NEAR
    else:
        span, near = range(start, verb), verb - last <= NEAR
    inside = {at for one in figures if one.span.first in span for at in _tokens(one)}
    joined = {at for joint in span for at in range(joint, joint + _joint(page, joint))}
    return near and verb not in range(start, last) and inside | joined >= set(span)


def is_left(page: Page, figure: Figure) -> bool:
    """«230-дан»: whether the case of a number or of its unit says that something led from there."""

    def leads(token: int) -> bool:
        word = page.word(token)
        hanging = page.language.suffixes.get(word) if page.glued(token) else None
        return Ending.ABLATIVE in {page.language.case(word), hanging and hanging.ending}

    return any(leads(at) for at in _tokens(figure))


def _first(figure: Figure) -> int:
    return figure.span.first


def _tokens(figure: Figure) -> set[int]:
    """The tokens of a number that is an end or a change, or of a date, with its unit."""
    if not figure.states and figure.kind is not FigureKind.DATE:
        return set()
    return {*range(*figure.span), *figure.unit_tokens}


def _joint(page: Page, token: int) -> int:
    """The length of what does no more than join numbers to a verb; 0 if it begins anything else."""
    return max(page.word(token) == ",", *(page.at(token, mark) for mark in JOINING))
