"""ChangeEnds: the two levels that a change leads from and to; which figures can be levels, and of which.

A change goes where its ends do, or its words and its numbers contradict each other. It may lead from what is
no number here, or be of each year.
"""

import re
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Figures, Indices, Mode, Way
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.spans import BREAKS, JOINTS, STEM, has_own_noun, named

ALIKE = 10  # times one level that the other is at most
NEAR = 5  # tokens from a verb to the first or the last of its numbers
ORDERED = frozenset({Rule.CHANGE_FROM_TO, Rule.CHANGE_AGAINST, Rule.CHANGE_BRACKET, Rule.CHANGE_PLAN})
JOINING = (Mark.BY, Mark.FROM, Mark.TO, Mark.EQUAL, Mark.OR, Mark.IN, Mark.YEAR, Mark.PREP_YEAR, Mark.MONTH)
BETWEEN = {FigureKind.DATE, FigureKind.ATTRIBUTE}  # "from 7.6 to 38.8 per 100,000 people, or fivefold"
VERB_NEAR = 5  # tokens from a verb to the change that it tells of
CLOSE = 5  # tokens from a change to what it is compared with
AHEAD = 12  # tokens between a change and what changed
YEARLY = 3  # tokens behind a change that tell that it is of each year
FEW = 8  # figures before and behind a change
_COMPARED = (*JOINTS, Mark.AGAINST, Mark.THAN, Mark.FROM, Mark.TO, Mark.IN, Mark.OVER)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class ChangeEnds(NamedTuple):
    """What a change leads from and to, and whether the words leave no doubt of it.

    If they do, but say enough to ask about numbers that do not fit, it is `told`. It is `contrary` if the
    words tell of a fall and the numbers of a rise, or the other way round.
    """

    rule: Rule
    before: int
    after: int
    sure: bool
    told: bool = False
    contrary: bool = False


def is_level(figure: Figure, change: Figure) -> bool:
    """Whether a figure can be what something was before or is after the change."""
    level = comparable(figure) and figure.kind is not FigureKind.CHANGE and not figure.points
    if figure.each and not change.percent:
        return False
    if change.points:
        return level and figure.percent
    return level and (not figure.percent or change.percent or change.mode is Mode.TIMES)


def same_unit(first: Figure, second: Figure) -> bool:
    """Whether two levels can count the same, as far as their units tell."""
    if (first.percent, first.each) != (second.percent, second.each):
        return False
    return first.unit == second.unit or None in {first.unit, second.unit}


def may_share_unit(page: Page, first: Figure, second: Figure) -> bool:
    """The same of two numbers whose units may be forms of one word: «1 936 іс», «456 іске»."""
    one, other = sorted((first.unit or "", second.unit or ""))
    forms = page.language.head_final and other.startswith(one) and first.percent is second.percent
    return forms or same_unit(first, second)


def counts_as(level: Figure, change: Figure) -> bool:
    """Whether a level can be of what rose or fell, as far as their units tell."""
    if change.percent or change.mode is Mode.TIMES:
        return True
    return change.unit == level.unit or None in {change.unit, level.unit}


def are_of_a_size(first: Figure, second: Figure) -> bool:
    """Whether neither of two levels is ten times the other: what was done, and the plan for it, are not."""
    low, high = sorted(abs(one.stated or Decimal(0)) for one in (first, second))
    return high <= ALIKE * low


def has_contrast(page: Page, figures: Figures, indices: Indices) -> bool:
    """Whether a word of contrast stands between figures: what follows it is about another thing."""
    between = range(figures[min(indices)].span.last, figures[max(indices)].span.first)
    return any(page.at(token, Mark.CONTRAST) or page.word(token) == ";" for token in between)


def is_contrary(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether the words tell of a rise and the numbers of a fall, or the other way round."""
    change, before, after = figures[index], figures[ends.before], figures[ends.after]
    exact = before.bound is Bound.EXACT is after.bound and (change.stated or 0) > 0
    first, second = before.stated or 0, after.stated or 0
    ordered = ends.rule in ORDERED or (ends.rule is Rule.CHANGE_BESIDE and is_left(page, before))
    if change.direction is None or not ordered or not exact or first == second:
        return False
    return (second < first) is not (change.direction is Way.DOWN)


def in_one_clause(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether one verb tells of a change and its ends, and nothing else of a rise, fall or standing.

    "Fell from 200 to 230, by 30"; but not "fell from 200 in villages", where something else may have fallen.
    """
    low, high = page.bounds(figures[index].span.first)
    verbs = [at for at in range(low, high) if page.at(at, Mark.RISE) or page.at(at, Mark.FALL)]
    multiple = figures[index].mode is Mode.TIMES
    if len(verbs) != 1 or multiple or page.any_at(range(low, high), Mark.STANDING):
        return False
    three = sorted((figures[one] for one in (ends.before, ends.after, index)), key=lambda one: one.span.first)
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


def _tokens(figure: Figure) -> set[int]:
    """The tokens of a number that is an end or a change, or of a date, with its unit."""
    if not figure.states and figure.kind is not FigureKind.DATE:
        return set()
    return {*range(*figure.span), *figure.unit_tokens}


def _joint(page: Page, token: int) -> int:
    """The length of what does no more than join numbers to a verb; 0 if it begins anything else."""
    return max(page.word(token) == ",", *(page.at(token, mark) for mark in JOINING))


def nearest_pair(page: Page, figures: Figures, counts: Indices, index: int) -> tuple[int, int] | None:
    """The from and to that stand next to the change; None if there are none, or several."""
    near = [
        (first, second)
        for first, second in pairwise(counts)
        if figures[first].mode is Mode.FROM
        and figures[second].mode is Mode.TO
        and figures[first].percent is figures[second].percent
        and _are_beside(page, figures, (first, second), index)
    ]
    return near[0] if len(near) == 1 else None


def _are_beside(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether nothing but times, and the same change once more, stands between a change and its ends.

    "By 0.6 % – 27,300 head – from 4,634,100 to 4,661,400"; «с 300 в 2023 году до 345, или на 15 %».
    """
    if _is_in_bracket_of_another(page, figures, pair, index):
        return False
    low, high = (pair[1], index) if pair[1] < index else (index, pair[0])
    between = figures[low + 1 : high]
    return all(one.kind in BETWEEN or _in_dashes(page, one) for one in between)


def _is_in_bracket_of_another(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether the ends are in the bracket of another change: «в 12 раз (с 40 до 480), овец – в 3 раза»."""
    before = pair[0] - 1
    if index < pair[0] and page.word(figures[pair[0]].span.first - 2) == "(":
        # «(со 159 до 184, +15 %), из них в сёлах (с 82 до 92, +12 %)»
        between = range(figures[index].span.last, figures[pair[0]].span.first)
        return any(page.word(at) == ")" for at in between)
    if index < pair[1] or before < 0 or not (figures[before].percent or figures[before].mode in CHANGES):
        return False
    opened = range(figures[before].span.last, figures[pair[0]].span.first)
    closed = range(figures[pair[1]].span.last, figures[index].span.first)
    if page.any_at(closed, Mark.EQUAL):
        return False  # "by 15 (from 300 to 315), or by 5%"
    return any(page.word(at) == "(" for at in opened) and any(page.word(at) == ")" for at in closed)


def _in_dashes(page: Page, figure: Figure) -> bool:
    """Whether a figure and its noun stand between two dashes."""
    behind = (page.word(at) for at in range(figure.span.last, figure.span.last + 3))
    return page.word(figure.span.first - 1) == "–" and "–" in behind


def is_told_apart(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether a verb or a noun of its own says that something else moved from the one to the other.

    "Births fell by 20 %, and the birth rate fell from 12.0 to 9.9"; but «с 300 до 345, рост составил 15 %».
    """
    change = figures[index]
    if has_own_noun(page, figures, pair, index):
        return True
    if index < pair[0]:
        own = change.span.last  # "a 15 % increase from 300 to 345"
        own += max(page.at(own, Mark.RISE), page.at(own, Mark.FALL))
        return page.any_at(range(own, figures[pair[0]].span.first), Mark.RISE, Mark.FALL)
    between = range(figures[pair[1]].span.last, change.span.first)
    verbs = [at for at in between if page.has(at, Mark.RISE, Mark.FALL)]
    return bool(verbs) and change.span.first - verbs[0] > VERB_NEAR


def is_of_something_else(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether a change is told of more than what its ends are: "a 5% rise in calls and letters from …".

    So is one that a dash leads on from: «с 300 до 345, на 5 % – в городе».
    """
    change = figures[index]
    between = range(change.span.last, figures[pair[0]].span.first)
    joined = any(page.is_word(at) and page.at(at, Mark.JOIN) and not page.at(at, Mark.TO) for at in between)
    led_on = index > pair[1] and page.word(change.span.last) == "–"
    if joined or led_on:
        return True
    following = figures[min(index + 1, len(figures) - 1)]  # "from 300 to 345, by 20 in towns, by 25 in …"
    again = page.till(following.span.first - 1, Mark.BY) > 0 and following.sentence == change.sentence
    return again and following is not change and following.percent is change.percent


def is_of_some_time(page: Page, figures: Figures, index: int) -> bool:
    """Whether a change may be that of each year, or lead from a year other than the one before."""
    first, last = figures[index].span
    behind = range(last, last + YEARLY)  # "by 5% a year", «на 5 % за год», «жылына 5 %-ға»
    each = any(page.at(at, Mark.YEAR) and not page.tokens[at - 1].is_digits for at in behind)
    years = {
        int(year)
        for figure in figures[max(0, index - FEW) : index + FEW]
        if figure.kind is FigureKind.DATE and figure.sentence == figures[index].sentence
        for year in _YEAR.findall(figure.words)
    }
    apart = bool(years) and max(years) - min(years) > 1
    return each or apart or page.any_at((first - 1, *behind), Mark.PERIODIC, Mark.ON_AVERAGE)


def is_rebased(page: Page, change: Figure) -> bool:
    """Whether words around a change measure it by something else: "by 2.8 % at constant prices"."""
    low, high = page.bounds(change.span.first)
    before = takewhile(lambda at: page.word(at) not in BREAKS, range(change.span.first - 1, low - 1, -1))
    return page.any_at([*before, *_behind(page, change, high)], Mark.BASIS)


def is_narrowed(page: Page, figures: Figures, change: Figure) -> bool:
    """Whether words right behind a change may say that it is of something else: "by 3 % in the last quarter".

    Not so what is named before, or what an amount counts: «то есть на 24 случая».
    """
    low, high = page.bounds(change.span.first)
    behind = _behind(page, change, high)
    nouns = named(page, figures, behind[not change.percent :], _COMPARED)
    if page.any_at(behind, Mark.PERIOD, Mark.MONTH) and not page.any_at(behind, Mark.COMPARED, Mark.EARLIER):
        return True
    known = {page.word(at)[:STEM] for at in range(low, change.span.first)}
    return not page.language.head_final and any(page.word(at)[:STEM] not in known for at in nouns)


def _behind(page: Page, change: Figure, high: int) -> range:
    """The words behind a change up to the next sign."""
    start = max(change.tokens) + 1
    return range(start, next((at for at in range(start, high) if page.word(at) in BREAKS), high))


def leads_elsewhere(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether a change may lead from what is no number here, or be that of something else.

    "From 200 to 230, 15 more than planned", «с 50 до 54, что на 2 % ниже плана», "to 108, wages fell 3 %".
    """
    change, given = figures[index], [figures[ends.before], figures[ends.after]]
    if any(0 <= one.span.first - change.span.last <= AHEAD for one in given):
        return False  # "41 fewer than the 51,431 of 2011"
    behind = range(change.span.last, min(change.span.last + CLOSE, len(page.begins)))
    if ends.rule is Rule.CHANGE_PLAN and page.any_at(behind, Mark.PLAN):
        return False  # "60 short of the target"
    for at in behind:
        if not page.is_word(at):
            break
        if page.has(at, Mark.THAN, Mark.AGAINST, Mark.PLAN):
            return True
        more = page.has(at, Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN)
        if more and (page.is_word(at + 1) or page.till(at + 2, Mark.THAN)):
            return True  # «на 10 % больше, чем в 2023 году»
    before = range(max(one.span.last for one in given), change.span.first)
    ablative = [at for at in before if page.language.case(page.word(at)) is Ending.ABLATIVE]
    if ends.rule is Rule.CHANGE_PLAN:  # «жоспардан 147-ге артық», but «өткен жылдан 5 үйге көп»
        return page.any_at(ablative, Mark.YEAR)
    return bool(ablative)
