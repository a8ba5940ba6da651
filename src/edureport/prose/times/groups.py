"""Groups of expressions that name one time together: «2025 жылдың 9 айы», "the first quarter of 2025"."""

from typing import NamedTuple

from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.times.expression import WITHIN_YEARS, YEARLIKE, Expression, Grain, Sense, TimePage
from edureport.prose.times.expressions import time_expressions

LINKS = 3  # words that may stand between the time_expressions of a time: "of the"


class TimeGroup(NamedTuple):
    """The expressions that name one time together, each in its part: «2025 жылдың» «9 айы» «соңында»."""

    first: int
    last: int
    year: Expression | None = None
    part: Expression | None = None
    edge: Expression | None = None
    whole: Expression | None = None  # what needs no other

    def joins(self, expression: Expression) -> "TimeGroup | None":
        """The group with the expression in it; None if the place of that is taken."""
        last = max(self.last, expression.last)
        if self.whole:
            return None
        if expression.sense in YEARLIKE and self.year is None:
            return self._replace(last=last, year=expression)
        if expression.sense in WITHIN_YEARS and self.part is None:
            return self._replace(last=last, part=expression)
        if expression.sense is Sense.EDGE and self.edge is None:
            return self._replace(last=last, edge=expression)
        return None


def time_groups(words: TimePage) -> list[TimeGroup]:
    """The expressions of a page, those that name one time together as one; of no report's period yet."""
    groups: list[TimeGroup] = []
    before: Expression | None = None
    for expression in time_expressions(words):
        grown = groups[-1].joins(expression) if before and _linked(words, before, expression) else None
        if grown:
            groups[-1] = grown
        else:
            group = TimeGroup(expression.first, expression.last)
            groups.append(group.joins(expression) or group._replace(whole=expression))
        before = expression
    return groups


def _linked(words: TimePage, before: Expression, expression: Expression) -> bool:
    """Whether an expression stands so close behind another, and in such an order, that they name one time."""
    page = words.page
    if page.sentence[before.first] != page.sentence[expression.first]:
        return False
    if expression.sense is Sense.YEARS and not expression.worded and not _stands_alone(words, expression):
        return False
    index = before.last
    if page.language.head_final:
        return index == expression.first and before.sense is not Sense.EDGE
    if expression.sense is Sense.EDGE:
        return False
    if before.sense in YEARLIKE:  # "2025 Q1", but not «в 2024 году 9 месяцев»
        return (
            index == expression.first
            and not before.worded
            and expression.grain in {Grain.QUARTER, Grain.HALF}
        )
    if index + 1 == expression.first and page.word(index) == "," and page.language.month_first:
        return before.sense in WITHIN_YEARS and expression.sense is Sense.YEARS
    while index < expression.first <= before.last + LINKS:
        size = words.at(index, TimeMark.LINK)
        if not size:
            return False
        index += size
    return index == expression.first


def _stands_alone(words: TimePage, expression: Expression) -> bool:
    """Whether nothing follows that four digits could count: "1 September 2025", not "in May 2025 pupils"."""
    following = words.page.word(expression.last)
    return not following[:1].isalpha() or words.page.has(expression.last, Mark.CONJ, Mark.DONE)
