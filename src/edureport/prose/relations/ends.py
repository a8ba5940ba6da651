"""ChangeEnds: the two levels that a change leads from and to; and which figures can be levels."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.relation import Rule

COMPARING = (Mark.THAN, Mark.AGAINST, Mark.COMPARED, Mark.COMPARISON)
ALIKE = 10  # times one level that the other is at most


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


def has_contrast(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> bool:
    """Whether a word of contrast stands between figures: what follows it is about another thing."""
    between = range(figures[min(indices)].span.last, figures[max(indices)].span.first)
    return any(page.at(token, Mark.CONTRAST) or page.word(token) == ";" for token in between)
