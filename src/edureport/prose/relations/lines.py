"""Parts in lines of their own: whether the lines behind a whole add up to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.page import Page
from edureport.prose.relations.adding import first_sum
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.division import Division
from edureport.prose.relations.itemised import (
    ItemisedLines,
    division_of,
    is_level,
    is_total,
    itemised,
    opens_list,
    totalled,
)
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.relation import Relation
from edureport.prose.relations.sums import LONG, adds_up, is_one_digit_off, may_leave_the_rest, nearly_adds_up
from edureport.prose.relations.text_lines import LINE, TextLine, text_lines
from edureport.prose.relations.weighed_sums import NumberedLine, WeighedSums

FEW = 3  # digits of a number that is one digit off, where no other line can belong to the list
PARTING = frozenset(".;:¶")
PAIR = 2  # parts
MOST, STEP = 40, 20  # lines that are weighed together, and behind which the next ones begin
HEAD = 8  # tokens of a line that heads others
TWO = 2  # where the lines say that they are all there are, too
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
            yield from _first(page, figures, divisions, items)


def listed_lines(page: Page, figures: Sequence[Figure], grids: Sequence[TextGrid]) -> Iterator[Relation]:
    """The sums among lines that stand together and end in numbers, as accounts do that are no table.

    A table of one column is a list; its total may stand in the line above it: "Revenue (5,850)".
    """
    tables = (grid for grid in grids if len({column for _, column in grid.figures}) > 1)
    inside = {index for grid in tables for index in grid.inside}
    lines: list[NumberedLine] = []
    begins = False
    levels = [index for index, figure in enumerate(figures) if is_level(figure)]
    for line in text_lines(page, figures, levels):
        own = [] if inside.intersection(line.figures) else _at_the_end(page, figures, line)
        if own:
            places = {-place: index for place, index in enumerate(own)}
            begins = begins and page.is_word(line.first)  # else that was its label, in a cell of its own
            lines.append(
                NumberedLine(places, is_total(page, line), begins=begins, leads=opens_list(page, line))
            )
            begins = False
        else:
            begins = not line.figures
            if line.figures or line.last - line.first > HEAD:
                yield from _weighed(figures, lines)
                lines = []
    yield from _weighed(figures, lines)


def told_in_turn(page: Page, figures: Sequence[Figure], grids: Sequence[TextGrid]) -> Iterator[Relation]:
    """The sums among sentences and clauses that tell of one thing after another in the same units."""
    inside = {index for grid in grids for index in grid.inside}
    counted = [
        index
        for index, figure in enumerate(figures)
        if comparable(figure) and figure.unit is not None and index not in inside
    ]
    lines: list[NumberedLine] = []
    own: dict[int, int] = {}
    units: dict[str, int] = {}
    last = 0
    for index in counted:
        figure = figures[index]
        words = range(last, figure.span.first)
        parted = any(page.word(at) in PARTING or page.tokens[at].gap in LINE for at in words)
        column = units.setdefault(figure.unit or "", len(units))
        if parted or column in own:
            lines.append(NumberedLine(own, is_total=False))
            own = {}
        own[column] = index
        last = figure.span.last
    lines.append(NumberedLine(own, is_total=False))
    for one in _weighed(figures, lines, sentences=True):
        told = figures[min(one.members) : max(one.members)]
        dated = any(figure.kind is FigureKind.DATE for figure in told)
        if one.holds or len(one.parts) > PAIR or not dated:
            yield one  # else one of the two is of another time


def _weighed(
    figures: Sequence[Figure], lines: Sequence[NumberedLine], *, sentences: bool = False
) -> Iterator[Relation]:
    """The sums among lines that stand near each other, so many at a time."""
    for start in range(0, max(len(lines) - STEP, 1), STEP):
        yield from WeighedSums(figures, lines[start : start + MOST], sentences=sentences).relations()


def _at_the_end(page: Page, figures: Sequence[Figure], line: TextLine) -> list[int]:
    """The figures at the end of a line behind its words, the last of them first."""
    last, backwards = line.last, list[int]()
    for index in reversed(line.figures):
        figure = figures[index]
        if any(page.is_word(at) for at in range(max(figure.tokens) + 1, last)):
            break
        backwards.append(index)
        last = figure.first
    return backwards


def _before_what_is_more(figures: Sequence[Figure], items: ItemisedLines) -> int:
    """How many lines stand before one that tells more than their whole: of income, and below it spending."""
    whole = figures[items.whole].stated or Decimal(0)
    return next((at for at, part in enumerate(items.parts) if (figures[part].stated or 0) > whole), 0)


def total_lines(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Totals below their lines: as many lines as make the total right, if any do; else all of them."""
    for items in totalled(page, figures):
        size = len(items.parts)
        whole = division_of(items, size)
        read = [whole.taking(range(first, size)) for first in range(size - 1)]
        besides = [second for one in read if (second := in_brackets_of(page, figures, one))]
        for divisions in filter(None, (read, besides)):
            yield from _total(figures, divisions, items)


def _total(figures: Sequence[Figure], read: Sequence[Division], items: ItemisedLines) -> Iterator[Relation]:
    """The last lines above a total that make it right, or all of them if one digit would.

    A line may count again what others do. So all are asked about only if no fewer of them make the total.
    """
    whole, size = read[0], len(read[0].parts)
    units = {figures[index].unit for index in (whole.whole, *whole.parts)}
    least = TWO if items.bounded else FEW if len(units) == 1 and None not in units else LONG
    near = is_one_digit_off(figures, whole, least)
    runs = [range(first, first + n) for n in range(size - 1, 1, -1) for first in range(size - n)]
    fewer = ([at for at in range(size) if at != left] for left in range(size))
    read = [*read, *(whole.taking(run) for run in runs if near)]
    near = near and not any(adds_up(figures, whole.taking(some)) for some in fewer)
    yield from first_sum(figures, read, lambda one: near and one is whole)


def _first(
    page: Page, figures: Sequence[Figure], read: Sequence[Division], items: ItemisedLines
) -> Iterator[Relation]:
    """The longest list that adds up, or else the one that would but for a slip.

    Of lines below others nothing is asked if what they miss may be of none of them.
    """
    sizes = {*(len(one.parts) for one in read[:1]), _before_what_is_more(figures, items)}

    def near(one: Division) -> bool:
        likely = len(one.parts) in sizes or not items.ended
        return likely and _is_near(page, figures, one, items)

    yield from first_sum(figures, read, near)


def _is_near(page: Page, figures: Sequence[Figure], division: Division, items: ItemisedLines) -> bool:
    named = all(
        figures[part].unit is not None for part in division.parts
    )  # "6 clubs", but not "with a pool – 80"
    least = TWO if items.bounded and (items.total or named) else FEW if items.ended and named else LONG
    if items.above and may_leave_the_rest(figures, division):
        return False
    if is_one_digit_off(figures, division, least):
        return True
    # A teacher with a degree may be a woman, and a school have a gym and a pool: those add up to nothing.
    apart = all_split(page, figures, division.parts)
    return items.ended and apart and nearly_adds_up(figures, division, WITHIN)
