"""Parts in lines of their own: whether the lines behind a whole add up to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.division import Division
from edureport.prose.relations.itemised import ItemisedLines, division_of, itemised, totalled
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.relation import Certainty, Consistency, Relation
from edureport.prose.relations.sums import (
    LONG,
    is_one_digit_off,
    may_leave_the_rest,
    nearly_adds_up,
    verdict_of,
)

FEW = 3  # digits of a number that is one digit off, where no other line can belong to the list
WITHIN = Decimal("0.1")  # of a whole that its lines miss or exceed: rather by a slip than by another line


def line_relations(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The itemised lists of a text: those that add up, and those that would but for a slip.

    Where the list ends the lines seldom tell, and not every list is of all parts: so none is certain.
    """
    for items in itemised(page, figures):
        sizes = range(len(items.parts), 1, -1)
        read = [division_of(items, size) for size in sizes]
        more = division_of(items._replace(parts=(*items.parts, *items.following)), len(items.parts) + 1)
        if items.following and _verdict(figures, more) is Consistency.FOLLOWS:
            read = [more]  # the line that seemed to tell something else belongs to them
        found = _first(page, figures, read, ended=items.ended)
        if found is not None and not (items.above and _leaves_the_rest(figures, found)):
            yield found
        besides = (in_brackets_of(page, figures, one) for one in read)
        if second := _first(page, figures, [one for one in besides if one], ended=items.ended):
            yield second


def _leaves_the_rest(figures: Sequence[Figure], relation: Relation) -> bool:
    """Whether the lines are asked about though what they miss may be of none of them."""
    parts = [figures[part] for part in relation.parts]
    doubtful = relation.verdict is Consistency.DOUBTFUL and relation.whole is not None
    return doubtful and may_leave_the_rest(figures[relation.whole or 0], parts)


def total_lines(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Totals below their lines: as many lines as make the total right, if any do; else all of them.

    A line may count again what others do. So all are asked about only if no fewer of them make the total.
    """
    for items in totalled(page, figures):
        count = len(items.parts)
        read = [_run(items, count - size, size) for size in range(count, 1, -1)]
        whole, parts = figures[items.whole], [figures[part] for part in items.parts]
        found = _fitting(figures, read)
        near = found is None and is_one_digit_off(whole, parts, read[0].counts, FEW)
        if near:
            sizes = range(count - 1, 1, -1)
            found = _fitting(figures, [_run(items, first, n) for n in sizes for first in range(count - n)])
        if found is not None:
            yield relation_of(figures, found, Consistency.FOLLOWS, Certainty.LIKELY)
        elif near and _fitting(figures, _without_one(items)) is None:
            same = whole.unit is not None and all(part.unit == whole.unit for part in parts)
            if same or is_one_digit_off(whole, parts, read[0].counts, LONG):
                yield relation_of(figures, read[0], Consistency.DOUBTFUL, Certainty.LIKELY)


def _run(items: ItemisedLines, first: int, size: int) -> Division:
    """So many lines above a total from one on."""
    return division_of(items._replace(parts=items.parts[first:]), size)


def _without_one(items: ItemisedLines) -> list[Division]:
    """The lines above a total but for one, each in turn."""
    parts, size = items.parts, len(items.parts) - 1
    return [
        division_of(items._replace(parts=(*parts[:place], *parts[place + 1 :])), size)
        for place in range(size + 1)
    ]


def _fitting(figures: Sequence[Figure], read: Sequence[Division]) -> Division | None:
    """The first that adds up."""
    return next((one for one in read if _verdict(figures, one) is Consistency.FOLLOWS), None)


def _first(
    page: Page, figures: Sequence[Figure], read: Sequence[Division], *, ended: bool
) -> Relation | None:
    """The longest list that adds up, or else the one that would but for a slip."""
    if fitting := _fitting(figures, read):
        return relation_of(figures, fitting, Consistency.FOLLOWS, Certainty.LIKELY)
    for division in read[:1] if ended else read:
        if _is_near(page, figures, division, ended=ended):
            return relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY)
    return None


def _verdict(figures: Sequence[Figure], division: Division) -> Consistency:
    parts = [figures[part] for part in division.parts]
    return verdict_of(figures[division.whole], parts, division.counts, complete=True)


def _is_near(page: Page, figures: Sequence[Figure], division: Division, *, ended: bool) -> bool:
    whole, parts = figures[division.whole], [figures[part] for part in division.parts]
    named = all(part.unit is not None for part in parts)  # "6 clubs", but not "with a pool – 80"
    if is_one_digit_off(whole, parts, division.counts, FEW if ended and named else LONG):
        return True
    # A teacher with a degree may be a woman, and a school have a gym and a pool: those add up to nothing.
    apart = all_split(page, figures, division.parts)
    return ended and apart and nearly_adds_up(whole, parts, division.counts, WITHIN)
