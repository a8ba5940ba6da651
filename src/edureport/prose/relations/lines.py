"""Parts in lines of their own, below a whole or above a total: whether they add up to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations, pairwise
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.adding import first_sum
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.division import Division, unsure
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.near_misses import digits
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import LONG, adds_up, is_one_digit_off, may_leave_the_rest, nearly_adds_up

FEW = 3  # digits of a number that is one digit off, where no other line can belong to the list
WITHIN = Decimal("0.1")  # of a whole that its lines miss or exceed: rather by a slip than by another line
LINE = frozenset({"¶", "\n"})
MANY = 30  # lines of a list
ABOVE = 3  # lines above one that opens a list, of which one has its whole
FULL = 5  # digits of a whole that does not stand in the line that opens its list
HEAD = 3  # tokens of a line that only heads those below it


class TextLine(NamedTuple):
    """A line: its first token and the one after its last, and the figures that it counts by."""

    first: int
    last: int
    figures: tuple[int, ...]


class ItemisedLines(NamedTuple):
    """A whole and the lines below it that may be its parts; `ended` says that no other line follows.

    `following` is the figure of the line behind, if it has one; `above` says that the whole stands in a line
    before the one that opens the list.
    """

    whole: int
    parts: tuple[int, ...]
    ended: bool
    following: tuple[int, ...] = ()
    above: bool = False


def line_relations(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The itemised lists of a text: those that add up, and those that would but for a slip.

    Where the list ends the lines seldom tell, and not every list is of all parts: so none is certain. Of
    lines below others nothing is asked if what they miss may be of none of them.
    """
    for items in _itemised(page, figures):
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
    for whole, parts in _totalled(page, figures):
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


def _itemised(page: Page, figures: Sequence[Figure]) -> Iterator[ItemisedLines]:
    """The lists of a text that stand in lines of their own."""
    lines = _text_lines(page, figures)
    for place in range(len(lines)):
        whole = _whole(page, figures, lines, place)
        if whole is not None:
            parts, ended = _items(page, figures, whole, lines[place + 1 : place + 1 + MANY])
            if len(parts) > 1:
                behind = next(
                    (one.figures for one in lines[place + 1 :] if one.first > _place(figures, parts)), ()
                )
                fits = len(behind) == 1 and _alike(page, figures[whole], figures[behind[0]])
                yield ItemisedLines(
                    whole, tuple(parts), ended, behind if fits else (), not lines[place].figures
                )


def _whole(page: Page, figures: Sequence[Figure], lines: Sequence[TextLine], place: int) -> int | None:
    """The whole that a line opens a list of: its last figure, or the only one in whole that stands above it.

    «Собрано 48 734 тонны.», and below «По районам:», a line for each.
    """
    line = lines[place]
    if not _opens(page, line):
        return None
    if line.figures:
        return line.figures[-1]
    above = [index for one in lines[max(0, place - ABOVE) : place] for index in one.figures]
    near = lines[place - 1].figures if place else ()
    if len(near) == 1 and page.any_at(range(line.first, line.last), Mark.OPENER_STRONG):
        return near[0] if digits(figures[near[0]]) >= LONG else None  # «1450 адам», and below «Оның ішінде:»
    long = [index for index in above if digits(figures[index]) >= FULL]
    return long[-1] if len(long) == 1 else None


def _place(figures: Sequence[Figure], parts: Sequence[int]) -> int:
    """The token of the last part."""
    return figures[parts[-1]].span.first


def _totalled(page: Page, figures: Sequence[Figure]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The lists of lines that end in one for their total: "Print 52 / Media 25 / Total 77"."""
    lines = _text_lines(page, figures)
    for place, line in enumerate(lines):
        words = _words(page, line)
        if len(line.figures) != 1 or not page.any_at(words[:2], Mark.TOTAL):
            continue
        whole, parts = line.figures[0], list[int]()
        for before in reversed(lines[max(0, place - MANY) : place]):
            start = _words(page, before)[:2]
            if len(before.figures) != 1 or page.any_at(start, Mark.TOTAL):
                break
            if not _alike(page, figures[whole], figures[before.figures[0]]):
                break
            parts.insert(0, before.figures[0])
        if len(parts) > 1:
            yield whole, tuple(parts)


def _text_lines(page: Page, figures: Sequence[Figure]) -> list[TextLine]:
    starts = [0, *(at for at, token in enumerate(page.tokens) if at and token.gap in LINE), len(page.tokens)]
    counted = [index for index, figure in enumerate(figures) if _counts(page, figure)]
    lines, place = [], 0
    for first, last in pairwise(starts):
        inside = []
        while place < len(counted) and figures[counted[place]].span.first < last:
            inside.append(counted[place])
            place += 1
        lines.append(TextLine(first, last, tuple(inside)))
    return lines


def _counts(page: Page, figure: Figure) -> bool:
    level = comparable(figure) and not figure.percent and figure.kind is not FigureKind.CHANGE
    return level and not in_bracket(page, figure)


def _words(page: Page, line: TextLine) -> range:
    """The tokens of a line without the sign of its end."""
    last = line.last
    while last > line.first and not page.word(last - 1)[:1].isalnum() and page.word(last - 1) not in ":;,.)":
        last -= 1
    return range(line.first, last)


def _opens(page: Page, line: TextLine) -> bool:
    """Whether a list of parts is to follow: the line ends with a colon, or with "of which"."""
    words = _words(page, line)
    if not words:
        return False
    last = words[-1]
    colon = page.word(last) == ":"
    return colon or page.till(last, Mark.OPENER_STRONG) > 0


def _items(
    page: Page, figures: Sequence[Figure], whole: int, lines: Sequence[TextLine]
) -> tuple[list[int], bool]:
    """The parts in the lines behind a whole, and whether the last of them surely is the last."""
    parts: list[int] = []
    for line in lines:
        words = _words(page, line)
        if not words or (parts and not line.figures and len(words) <= HEAD):
            continue  # «области:» between its towns
        own = _own(page, figures, line)
        other = len(own) != 1 or not _alike(page, figures[whole], figures[own[0]])
        if other or any(page.begins[at].keys() & {Mark.NUMBER_OF, Mark.TOTAL} for at in words[:2]):
            return parts, True
        part = own[0]
        parts.append(part)
        if page.word(words[-1]) == ":":
            return parts, False
    return parts, True


def _own(page: Page, figures: Sequence[Figure], line: TextLine) -> tuple[int, ...]:
    """The figures of a line without those of a list within it: "Letters – 617, of which by post – 150"."""
    first = figures[line.figures[0]].span.last if line.figures else line.last
    opening = next((at for at in range(first, line.last) if page.at(at, Mark.OPENER_STRONG)), line.last)
    return tuple(index for index in line.figures if figures[index].span.first < opening)


def _alike(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether a part can be counted in what its whole is: no money among people."""
    measured = page.language.measures
    both = whole.unit in measured, part.unit in measured
    return whole.unit == part.unit or part.unit is None or whole.unit is None or not any(both)
