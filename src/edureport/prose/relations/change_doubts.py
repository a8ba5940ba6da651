"""Doubts of a change: whether it may lead from what is no number here, or be of each year."""

import re
from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import ChangeEnds
from edureport.prose.relations.relation import Rule

CLOSE = 5  # tokens from a change to what it is compared with
NEAR = 12  # tokens between a change and what changed
YEARLY = 3  # tokens behind a change that tell that it is of each year
FEW = 8  # figures before and behind a change
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_doubtful(page: Page, figures: Sequence[Figure], ends: ChangeEnds, index: int) -> bool:
    """Whether a change may be that of something else than its ends."""
    return is_of_some_time(page, figures, index) or _from_elsewhere(page, figures, ends, index)


def is_of_some_time(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether a change may be that of each year, or lead from a year other than the one before."""
    return _is_yearly(page, figures[index]) or _years_apart(figures, index)


def _is_yearly(page: Page, change: Figure) -> bool:
    """Whether a change is that of each year: "by 5% a year", «на 5 % за год», «жылына 5 %-ға»."""
    first, last = change.span
    behind = range(last, last + YEARLY)
    each = any(page.at(at, Mark.YEAR) and not page.tokens[at - 1].is_digits for at in behind)
    return each or page.any_at((first - 1, *behind), Mark.PERIODIC)


def _years_apart(figures: Sequence[Figure], index: int) -> bool:
    """Whether a sentence names years that do not follow each other, from one of which a change may lead."""
    years = {
        int(year)
        for figure in figures[max(0, index - FEW) : index + FEW]
        if figure.kind is FigureKind.DATE and figure.sentence == figures[index].sentence
        for year in _YEAR.findall(figure.words)
    }
    return bool(years) and max(years) - min(years) > 1


def _from_elsewhere(page: Page, figures: Sequence[Figure], ends: ChangeEnds, index: int) -> bool:
    """Whether a change may lead from what is no number here, or be that of something else.

    "From 200 to 230, 15 more than planned", «с 50 до 54, что на 2 % ниже плана», "to 108, wages fell 3 %".
    """
    change, given = figures[index], [figures[ends.before], figures[ends.after]]
    if any(0 <= one.span.first - change.span.last <= NEAR for one in given):
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
