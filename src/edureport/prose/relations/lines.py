"""Parts in lines of their own: whether the lines behind a whole add up to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.relations.adding import first_sum
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.division import Division, unsure
from edureport.prose.relations.itemised import ItemisedLines, itemised, totalled
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import LONG, adds_up, is_one_digit_off, may_leave_the_rest, nearly_adds_up

FEW = 3  # digits of a number that is one digit off, where no other line can belong to the list
WITHIN = Decimal("0.1")  # of a whole that its lines miss or exceed: rather by a slip than by another line


def line_relations(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The itemised lists of a text: those that add up, and those that would but for a slip.

    Where the list ends the lines seldom tell, and not every list is of all parts: so none is certain. Of
    lines below others nothing is asked if what they miss may be of none of them.
    """
    for items in itemised(page, figures):
        read = [_lines(items.whole, items.parts[:size]) for size in range(len(items.parts), 1, -1)]
        more = _lines(items.whole, (*items.parts, *items.following))
        if items.following and (adds_up(figures, more) or is_one_digit_off(figures, more)):
            read = [more]  # the line that seemed to tell something else belongs to them
        besides = [second for one in read if (second := in_brackets_of(page, figures, one))]
        near = partial(_is_near, page, figures, items)
        yield from first_sum(figures, read, near)
        yield from first_sum(figures, besides, near)


def total_lines(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Totals below their lines: as many lines as make the total right, if any do; else all of them.

    A line may count again what others do. So all are asked about only if no fewer of them make the total.
    """
    for whole, parts in totalled(page, figures):
        read = [_lines(whole, parts[first:]) for first in range(len(parts) - 1)]
        units = {figures[one].unit for one in (whole, *parts)}
        same = len(units) == 1 and None not in units
        slipped = [one for one in read[:1] if is_one_digit_off(figures, one, FEW if same else LONG)]
        if is_one_digit_off(figures, read[0], FEW):
            ends = (one for one in combinations(range(len(parts)), 2) if one[1] > one[0] + 1)
            runs = [*(parts[slice(*one)] for one in ends), *combinations(parts, len(parts) - 1)]
            read += [_lines(whole, run) for run in runs]
        yield from first_sum(figures, read, slipped.__contains__)


def _lines(whole: int, parts: Sequence[int]) -> Division:
    return unsure(Rule.PARTS_LINES, whole, parts)


def _before_what_is_more(figures: Sequence[Figure], items: ItemisedLines) -> int:
    """How many lines stand before one that tells more than their whole: of income, and below it spending."""
    whole = figures[items.whole].stated or Decimal(0)
    return next((at for at, part in enumerate(items.parts) if (figures[part].stated or 0) > whole), 0)


def _is_near(page: Page, figures: Sequence[Figure], items: ItemisedLines, division: Division) -> bool:
    """Whether lines would add up but for a slip: all of them, or those before one that is more than all."""
    sizes = range(len(items.parts), len(items.parts) + 2), [_before_what_is_more(figures, items)]
    if items.ended and not any(len(division.parts) in size for size in sizes):
        return False
    if items.above and may_leave_the_rest(figures, division):
        return False
    named = all(figures[part].unit is not None for part in division.parts)
    # "6 clubs", but not "with a pool – 80"
    if is_one_digit_off(figures, division, FEW if items.ended and named else LONG):
        return True
    # A teacher with a degree may be a woman, and a school have a gym and a pool: those add up to nothing.
    apart = all_split(page, figures, division.parts)
    return items.ended and apart and nearly_adds_up(figures, division, WITHIN)
