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
from edureport.prose.relations.sums import LONG, adds_up, is_one_digit_off, may_leave_the_rest, nearly_adds_up

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
        if items.following and (adds_up(figures, more) or is_one_digit_off(figures, more)):
            read = [more]  # the line that seemed to tell something else belongs to them
        besides = [second for one in read if (second := in_brackets_of(page, figures, one))]
        for divisions in (read, besides):
            if found := _first(page, figures, divisions, items):
                yield found


def _before_what_is_more(figures: Sequence[Figure], items: ItemisedLines) -> int:
    """How many lines stand before one that tells more than their whole: of income, and below it spending."""
    whole = figures[items.whole].stated or Decimal(0)
    return next((at for at, part in enumerate(items.parts) if (figures[part].stated or 0) > whole), 0)


def total_lines(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Totals below their lines: as many lines as make the total right, if any do; else all of them.

    A line may count again what others do. So all are asked about only if no fewer of them make the total.
    """
    for items in totalled(page, figures):
        count = len(items.parts)
        read = [_run(items, count - size, size) for size in range(count, 1, -1)]
        whole, parts = figures[items.whole], [figures[part] for part in items.parts]
        found = _fitting(figures, read)
        near = found is None and is_one_digit_off(figures, read[0], FEW)
        if near:
            sizes = range(count - 1, 1, -1)
            found = _fitting(figures, [_run(items, first, n) for n in sizes for first in range(count - n)])
        if found is not None:
            yield relation_of(figures, found, Consistency.FOLLOWS, Certainty.LIKELY)
        elif near and _fitting(figures, _without_one(items)) is None:
            same = whole.unit is not None and all(part.unit == whole.unit for part in parts)
            if same or is_one_digit_off(figures, read[0], LONG):
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
    return next((one for one in read if adds_up(figures, one)), None)


def _first(
    page: Page, figures: Sequence[Figure], read: Sequence[Division], items: ItemisedLines
) -> Relation | None:
    """The longest list that adds up, or else the one that would but for a slip.

    Of lines below others nothing is asked if what they miss may be of none of them.
    """
    if fitting := _fitting(figures, read):
        return relation_of(figures, fitting, Consistency.FOLLOWS, Certainty.LIKELY)
    sizes = {*(len(one.parts) for one in read[:1]), _before_what_is_more(figures, items)}
    likely = (one for one in read if not items.ended or len(one.parts) in sizes)
    division = next((one for one in likely if _is_near(page, figures, one, items)), None)
    if division is None or (items.above and may_leave_the_rest(figures, division)):
        return None
    return relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY)


def _is_near(page: Page, figures: Sequence[Figure], division: Division, items: ItemisedLines) -> bool:
    named = all(
        figures[part].unit is not None for part in division.parts
    )  # "6 clubs", but not "with a pool – 80"
    if is_one_digit_off(figures, division, FEW if items.ended and named else LONG):
        return True
    # A teacher with a degree may be a woman, and a school have a gym and a pool: those add up to nothing.
    apart = all_split(page, figures, division.parts)
    return items.ended and apart and nearly_adds_up(figures, division, WITHIN)
