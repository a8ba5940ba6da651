"""Comparisons: the two levels of a change where words of comparison stand between them.

"36,352 homes, a decrease of 1 % compared to the 36,733 of the year before": which two numbers are compared
the words do not always close, so many are only likely.
"""

from collections.abc import Sequence
from itertools import pairwise

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import (
    COMPARING,
    ChangeEnds,
    are_of_a_size,
    counts_as,
    has_contrast,
    is_level,
    same_unit,
)
from edureport.prose.relations.openings import aside, bracket_of, in_bracket
from edureport.prose.relations.other_things import STEM, TIMES, named, years
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.same_change import CLOSE, ENDS, are_one

BACK = 3  # sentences back to the level of a change
FAR = 20  # tokens from a change to what it is compared with
SOON = 5  # tokens from a change to the word of comparison
NEAR = 12  # tokens between a change and its levels, where words join them


def against_another(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> ChangeEnds | None:
    """«413 против 389, рост – 6,2 %», "rose by 57 to 2,019, compared with 1,962"."""
    change = figures[index]
    for first, second in pairwise(counts):
        one, other = figures[first], figures[second]
        against = page.till(other.span.first - 1, Mark.AGAINST)
        if not against and not page.till(one.span.first - 1, Mark.AGAINST):
            continue
        far = max(change.span.first - other.span.last, one.span.first - change.span.last) > NEAR
        if far or not same_unit(one, other) or Bound.RANGE in (one.bound, other.bound):
            continue  # "from 4,634,100 to 4,661,400" may be taken for one
        beside = 0 < one.span.first - change.span.last <= SOON and not change.percent
        if beside and page.till(one.span.first - 1, Mark.AGAINST):
            continue  # "8.6 GW were added against 11.3 GW and 11.8 GW in 2017 and 2018"
        before, after = (second, first) if against else (first, second)
        return ChangeEnds(Rule.CHANGE_AGAINST, before, after, sure=False)
    return None


def with_earlier(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> ChangeEnds | None:
    """What was is told in a bracket behind a comparison: "85 fewer than last year (1,325)".

    The change itself may begin a sentence with a pronoun: "This was 2 % more than in 2023 (300)".
    """
    change = figures[index]
    begins = page.at(page.bounds(change.span.first)[0], Mark.THIS)
    alone = begins and len(counts) == 1
    after = [one for one in counts if alone or one > index]
    before = [one for one in counts if one < index and not aside(page, figures[one], change.span.first)]
    if not after or not in_bracket(page, figures[after[0]]):
        return None
    was = after[0]
    now = before[-1] if before else _last_of_sentence_before(figures, index) if begins else None
    if now is None or not (alone or _leads_to(page, figures, index, was)):
        return None
    if not may_be_same(page, figures[was], figures[now]) or not _may_be_from(
        page, figures, (was, now), index
    ):
        return None
    sure = len(before) == 1 == len(after) and same_unit(figures[was], figures[now])
    sure = sure and not has_contrast(page, figures, (now, was))
    sure = sure and counts_as(figures[was], change) and counts_as(figures[now], change)
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure, told=True)


def level_before(page: Page, figures: Sequence[Figure], index: int) -> int | None:
    """The level that an amount has brought about, in a sentence before that names the same thing.

    "On 1 June there were 18,253 pupils, 10,514 of them in towns. Over the year their number of pupils …"
    """
    amount = figures[index]
    near = [
        one
        for one in range(max(index - FAR, 0), index)
        if 0 < amount.sentence - figures[one].sentence <= BACK
        and is_level(figures[one], amount)
        and figures[one].unit == amount.unit
    ]
    if not near or amount.unit is None:
        return None
    level = max(near, key=lambda one: figures[one].stated or 0)
    return level if _names_again(page, figures, level, index) else None


def _names_again(page: Page, figures: Sequence[Figure], first: int, second: int) -> bool:
    """Whether the clause before a number has no noun but those before another in a sentence before."""
    known, told = (
        {page.word(at)[:STEM] for at in named(page, figures, range(low, figures[one].span.first))}
        for one, low in (
            (first, page.bounds(figures[first].span.first)[0]),
            (second, _clause(page, figures, second)),
        )
    )
    return bool(told) and told <= known


def _clause(page: Page, figures: Sequence[Figure], index: int) -> int:
    """The first token of the clause before a number."""
    first = figures[index].span.first
    low = page.bounds(first)[0]
    return next((at + 1 for at in range(first - 1, low, -1) if page.word(at) in {",", ";", ":"}), low)


def may_be_same(page: Page, first: Figure, second: Figure) -> bool:
    """Whether two levels may count one thing by two names: people who applied, and applications."""
    measured = page.language.measures
    counted = first.unit not in measured and second.unit not in measured
    same = same_unit(first, second) or (counted and first.percent is second.percent)
    return same and are_of_a_size(first, second)


def _last_of_sentence_before(figures: Sequence[Figure], index: int) -> int | None:
    """The only level of the sentence before that of a change."""
    sentence = figures[index].sentence
    levels = [
        one
        for one in range(index - 1, max(index - FAR, -1), -1)
        if figures[one].sentence == sentence - 1 and is_level(figures[one], figures[index])
    ]
    return levels[-1] if len(levels) == 1 else None


def _leads_to(page: Page, figures: Sequence[Figure], index: int, was: int) -> bool:
    """Whether a comparison leads from a change to a level, and nothing else is told between them.

    The percentage of the same change may stand between: «на 46, или 24,6 % меньше, чем в 2022 году (190)».
    """
    start = [one for one in figures[index:was] if one.states][-1].span.last
    words = range(start, figures[was].span.first)
    apart = any(page.word(at) in ",;" and not page.has(at + 1, *COMPARING) for at in words)
    return page.any_at(words[:SOON], *COMPARING) and not apart


def _may_be_from(page: Page, figures: Sequence[Figure], ends: tuple[int, int], index: int) -> bool:
    """Whether a level behind a change may be what was before it: in brackets, alone there, or with a time.

    It is in "85 fewer than last year (1,325)", but not in "85 fewer than last year (capacity: 1,400)".
    A noun, a target or "of which" there makes it something else, and so does another change between them.
    """
    level, now, change = figures[ends[0]], figures[ends[1]], figures[index]
    between = [one for one in figures[index : ends[0]] if one.kind is FigureKind.CHANGE or one.percent]
    if not are_one(page, between) or not may_be_from_plan(page, level, change):
        return False
    opening = bracket_of(page, level)
    if opening is None or opening < change.span.last:
        return True
    closing = next((at for at in range(level.span.last, level.span.last + FAR) if page.word(at) in ENDS), 0)
    unit = level.unit_span is not None and level.unit_span.first > opening
    if level.role or (unit and not same_unit(level, now)):
        return False
    inside = range(opening + 1, closing)
    told, within = (years(page, figures, span) for span in (range(change.span.last, opening), inside))
    apart = told and within and told.isdisjoint(within)  # "fewer than in 2022 (2019: 1,400)"
    return not apart and not named(page, [level], inside, TIMES)


def may_be_from_plan(page: Page, level: Figure, change: Figure) -> bool:
    """Whether a change may lead from a level behind it, as far as plans go.

    Not in "85 fewer than last year (plan: 1,300)".
    """
    behind = range(change.span.last, min(change.span.last + CLOSE, level.span.first))
    compared = page.any_at(behind, *COMPARING)
    planned = level.kind is FigureKind.TARGET and compared
    return not planned or page.any_at(behind, Mark.PLAN)
