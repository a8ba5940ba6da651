"""Parts in lines of their own: whether the lines behind a whole add up to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.division import Division
from edureport.prose.relations.itemised import division_of, itemised, totalled
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.relation import Certainty, Consistency, Relation
from edureport.prose.relations.sums import LONG, is_one_digit_off, nearly_adds_up, verdict_of

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
        if found is not None:
            yield found
        besides = (in_brackets_of(page, figures, one) for one in read)
        if second := _first(page, figures, [one for one in besides if one], ended=items.ended):
            yield second


def total_lines(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Totals below their lines: as many lines as make the total right, if any do; else all of them."""
    for items in totalled(page, figures):
        read = [
            division_of(items._replace(parts=items.parts[-size:]), size)
            for size in range(len(items.parts), 1, -1)
        ]
        found = next((one for one in read if _verdict(figures, one) is Consistency.FOLLOWS), None)
        if found is not None:
            yield relation_of(figures, found, Consistency.FOLLOWS, Certainty.LIKELY)
            continue
        whole, parts = figures[items.whole], [figures[part] for part in items.parts]
        if is_one_digit_off(whole, parts, read[0].counts, FEW):
            yield relation_of(figures, read[0], Consistency.DOUBTFUL, Certainty.LIKELY)


def _first(
    page: Page, figures: Sequence[Figure], read: Sequence[Division], *, ended: bool
) -> Relation | None:
    """The longest list that adds up, or else the one that would but for a slip."""
    for division in read:
        if _verdict(figures, division) is Consistency.FOLLOWS:
            return relation_of(figures, division, Consistency.FOLLOWS, Certainty.LIKELY)
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
