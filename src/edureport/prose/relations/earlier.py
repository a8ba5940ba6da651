"""Earlier levels: whether a number behind a change, mostly in brackets, is what was before it.

It is in "85 fewer than last year (1,325)", but not in "85 fewer than last year (capacity: 1,400)".
"""

from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import COMPARING, same_unit
from edureport.prose.relations.other_things import TIMES, named, years
from edureport.prose.relations.same_change import CLOSE, ENDS, are_one

FAR = 20  # tokens in brackets
SOON = 5  # tokens from a change to the word of comparison


def leads_to(page: Page, figures: Sequence[Figure], index: int, was: int) -> bool:
    """Whether a comparison leads from a change to a level, and nothing else is told between them.

    The percentage of the same change may stand between: «на 46, или 24,6 % меньше, чем в 2022 году (190)».
    """
    start = [one for one in figures[index:was] if one.states][-1].span.last
    words = range(start, figures[was].span.first)
    apart = any(page.word(at) in ",;" and not page.has(at + 1, *COMPARING) for at in words)
    return page.any_at(words[:SOON], *COMPARING) and not apart


def may_be_from(page: Page, figures: Sequence[Figure], ends: tuple[int, int], index: int) -> bool:
    """Whether a level behind a change may be what was before it: in brackets, alone there, or with a time.

    A noun, a target or "of which" there makes it something else, and so does another change between them.
    """
    level, now, change = figures[ends[0]], figures[ends[1]], figures[index]
    between = [one for one in figures[index : ends[0]] if one.kind is FigureKind.CHANGE or one.percent]
    if not are_one(page, between) or not may_be_from_plan(page, level, change):
        return False
    opening = next((at for at in page.before(level.span.first, FAR) if page.word(at) in {"(", ")"}), None)
    if opening is None or page.word(opening) == ")" or opening < change.span.last:
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
