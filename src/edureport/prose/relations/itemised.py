"""Itemised lists: a whole in a line that ends with a colon or "of which", and a part in each line below."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind, Figures
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations import sums
from edureport.prose.relations.derivation import comparable, digits
from edureport.prose.relations.division import Division, all_split, in_brackets_of, may_count_one, unsure
from edureport.prose.relations.listing import in_bracket
from edureport.prose.relations.relation import Relation, Rule

LINE = frozenset({"¶", "\n"})  # the gap before the first token of one
MANY = 30  # lines of a list
ABOVE = 3  # lines above one that opens a list, of which one has its whole
EXACT = 5  # digits of a whole that does not stand in the line that opens its list
FOUR = 4  # digits of one that stands alone in the line above
SHORT_LINE = 20  # tokens of a line that begins with its number
HEAD = 3  # tokens of a line that only heads those below it
SHORT = 4  # letters of a unit that is cut, and tokens behind a number that ends its line
SEVERAL = 3  # lines of a list that hardly leaves any out
SIGN = 1  # tokens before it: a dash, a dot
NEAR = 6  # tokens from a figure to the end of its line
FEW = 3  # digits of a number that is one digit off, where no other line can belong to the list
TWO = 2  # where the lines say that they are all there are, too
WITHIN = Decimal("0.1")  # of a whole that its lines miss or exceed: rather by a slip than by another line


class TextLine(NamedTuple):
    """A line: its first token and the one after its last, and the figures that it counts by."""

    first: int
    last: int
    figures: tuple[int, ...]


def text_lines(page: Page, figures: Figures, counted: Sequence[int]) -> list[TextLine]:
    """The lines of a text, each with those of the `counted` figures that stand in it."""
    starts = [0, *(at for at, token in enumerate(page.tokens) if at and token.gap in LINE), len(page.tokens)]
    lines, place = [], 0
    for first, last in pairwise(starts):
        inside = []
        while place < len(counted) and figures[counted[place]].span.first < last:
            inside.append(counted[place])
            place += 1
        lines.append(TextLine(first, last, tuple(inside)))
    return lines


class ItemisedLines(NamedTuple):
    """A whole and the lines below it that may be its parts; `ended` says that no other line follows.

    `following` is the figure of the line behind, if it has one; `above` says that the whole stands in a line
    before the one that opens the list, `total` that a word calls it the total, and `bounded` that the lines
    say where the list begins and ends.
    """

    whole: int
    parts: tuple[int, ...]
    ended: bool
    following: tuple[int, ...] = ()
    above: bool = False
    total: bool = False
    bounded: bool = False


def itemised(page: Page, figures: Figures) -> Iterator[ItemisedLines]:
    """The lists of a text that stand in lines of their own."""
    lines = _lines(page, figures)
    for place in range(len(lines)):
        whole = _whole(page, figures, lines, place)
        if whole is not None:
            parts, ended = _items(page, figures, whole, lines[place + 1 : place + 1 + MANY])
            parts = parts or _in_one_line(page, figures, whole, lines[place + 1 : place + 2])
            if len(parts) > 1:
                below, end = lines[place + 1 :], figures[parts[-1]].span.first
                behind = next((one.figures for one in below if one.first > end), ())
                fits = len(behind) == 1 and may_count_one(page, (figures[whole], figures[behind[0]]))
                last = next(one for one in below if one.last > end)
                yield ItemisedLines(
                    whole,
                    tuple(parts),
                    ended,
                    behind if fits else (),
                    above=not lines[place].figures,
                    total=is_total(page, lines[place]),
                    bounded=ended and len(parts) >= SEVERAL and page.word(last.last - 1) not in {",", ";"},
                )
        if opens_list(page, lines[place]) and not lines[place].figures:
            yield from _summed_below(page, figures, lines[place + 1 : place + 1 + MANY])


def _summed_below(page: Page, figures: Figures, lines: Sequence[TextLine]) -> Iterator[ItemisedLines]:
    """Lines behind one that only opens their list, with the long number that the text goes on with."""
    if not lines or len(lines[0].figures) != 1:
        return
    parts, _ = _items(page, figures, lines[0].figures[0], lines)
    behind = (one.figures for one in lines if parts and one.first > figures[parts[-1]].span.first)
    for whole in next(filter(None, behind), ())[:1]:
        long = len(parts) >= SEVERAL and digits(figures[whole]) >= EXACT
        if long and may_count_one(page, (figures[whole], figures[parts[0]])):
            yield ItemisedLines(whole, tuple(parts), ended=True)


def _whole(page: Page, figures: Figures, lines: Sequence[TextLine], place: int) -> int | None:
    """The last figure of a line that opens a list, or one above: «Собрано 48 734 тонны.», «По районам:»."""
    line = lines[place]
    if not opens_list(page, line):
        alone = not place or not lines[place - 1].figures  # no total of the lines above it
        total = alone and is_total(page, line) and _is_labelled(page, figures, line)
        return line.figures[0] if total else None
    if line.figures:
        return line.figures[-1]
    above = [index for one in lines[max(0, place - ABOVE) : place] for index in one.figures]
    near = lines[place - 1].figures if place else ()
    if len(near) == 1 and page.any_at(range(line.first, line.last), Mark.OPENER_STRONG):
        return near[0] if digits(figures[near[0]]) >= FOUR else None  # «1450 адам», and below «Оның ішінде:»
    long = [index for index in above if digits(figures[index]) >= EXACT]
    return long[-1] if len(long) == 1 else None


def totalled(page: Page, figures: Figures) -> Iterator[ItemisedLines]:
    """The lists of lines that end in one for their total: "Print 52 / Media 25 / Total 77"."""
    lines = _lines(page, figures)
    for place, line in enumerate(lines):
        words = _words(page, line)
        all_of = page.has(line.first, Mark.ALL) and len(words) <= HEAD + SHORT  # "All sources: 144.5"
        if len(line.figures) != 1 or not (all_of or page.any_at(words[:2], Mark.TOTAL)):
            continue
        whole, parts, labelled, several = line.figures[0], list[int](), True, False
        for before in reversed(lines[max(0, place - MANY) : place]):
            start = _words(page, before)[:2]
            several = len(before.figures) > 1
            if len(before.figures) != 1 or page.any_at(start, Mark.TOTAL):
                break
            if not may_count_one(page, (figures[whole], figures[before.figures[0]])):
                break
            labelled = labelled and _is_labelled(page, figures, before)
            parts.insert(0, before.figures[0])
        if len(parts) > 1:
            alone = not any(page.is_word(at) for at in words[1:]) or len(parts) >= SEVERAL
            bounded = labelled and alone and not several
            yield ItemisedLines(whole, tuple(parts), ended=True, total=True, bounded=bounded)


def is_total(page: Page, line: TextLine) -> bool:
    """Whether a line begins with a word for a total."""
    return page.any_at(_words(page, line)[:2], Mark.TOTAL)


def _is_labelled(page: Page, figures: Figures, line: TextLine) -> bool:
    """Whether a line is a label with its only number behind it, or before it: «Жалобы – 12 (26 %)»."""
    words = _words(page, line)
    if len(line.figures) != 1 or len(words) > SHORT_LINE:
        return False
    figure = figures[line.figures[0]]
    ends = words[-1] < max(figure.tokens) + SHORT or _closed(page, words, figure)
    return ends or _begins(page, words, figure)


def division_of(items: ItemisedLines, size: int) -> Division:
    """The first parts of a list as those of its whole."""
    return unsure(Rule.PARTS_LINES, items.whole, items.parts[:size])


def is_level(figure: Figure) -> bool:
    """Whether a figure states how much there is, or was: a line counts by such."""
    return comparable(figure) and not figure.percent and figure.kind is not FigureKind.CHANGE


def _lines(page: Page, figures: Figures) -> list[TextLine]:
    """The lines of a text; what stands in brackets seldom is of them."""
    levels = [index for index, one in enumerate(figures) if is_level(one) and not in_bracket(page, one)]
    return text_lines(page, figures, levels)


def _words(page: Page, line: TextLine) -> range:
    """The tokens of a line without the sign of its end."""
    last = line.last
    while last > line.first and not page.word(last - 1)[:1].isalnum() and page.word(last - 1) not in ":;,.)":
        last -= 1
    return range(line.first, last)


def opens_list(page: Page, line: TextLine) -> bool:
    """Whether a list of parts is to follow: the line ends with a colon, or with "of which"."""
    last = next(reversed(_words(page, line)), -1)
    return page.word(last) == ":" or page.till(last, Mark.OPENER_STRONG) > 0


def _items(page: Page, figures: Figures, whole: int, lines: Sequence[TextLine]) -> tuple[list[int], bool]:
    """The parts in the lines behind a whole, and whether the last of them surely is the last."""
    parts: list[int] = []
    inner = 0  # lines of a list within it
    for place, line in enumerate(lines):
        words = _words(page, line)
        if inner:
            inner -= 1
            continue
        if not words or (parts and not line.figures and len(words) <= HEAD):
            continue  # «области:» between its towns
        own = _own(page, figures, line)
        other = len(own) != 1 or not may_count_one(page, (figures[whole], figures[own[0]]))
        if other or any(page.begins[at].keys() & {Mark.NUMBER_OF, Mark.TOTAL} for at in words[:2]):
            return parts, True
        part = own[0]
        alone = len(own) == len(line.figures)
        told = words[-1] - figures[part].span.last > NEAR and not _begins(page, words, figures[part])
        if alone and told and not _closed(page, words, figures[part]) and not opens_list(page, line):
            return parts, True  # a sentence of its own
        parts.append(part)
        unit = figures[part].unit_span
        cut = unit is not None and unit.last == words[-1] and len(page.word(words[-1] - 1)) <= SHORT
        if page.word(words[-1]) == "." and not cut:  # but for «5019 ед.»
            return parts, True
        if opens_list(page, line):
            inner = _inner(page, figures, part, lines[place + 1 :])
            if not inner:
                return parts, False
    return parts, True


def _in_one_line(page: Page, figures: Figures, whole: int, lines: Sequence[TextLine]) -> list[int]:
    """The figures of the only line below a whole, if that lists nothing but them: "2 cooks, 5 nurses, …"."""
    for line in lines:
        start = figures[line.figures[0]].span.first if line.figures else line.last
        begins = not any(page.is_word(at) for at in range(line.first, start))
        listed = [figures[index] for index in line.figures]
        alike = all(one.unit is not None and may_count_one(page, (figures[whole], one)) for one in listed)
        if begins and alike:
            return list(line.figures)
    return []


def _inner(page: Page, figures: Figures, head: int, lines: Sequence[TextLine]) -> int:
    """How many of the lines behind one that opens a list of its own add up to it; 0 if none do."""
    own: list[int] = []
    for count, line in enumerate(lines, 1):
        here = _own(page, figures, line)
        if len(here) != 1 or not may_count_one(page, (figures[head], figures[here[0]])):
            return 0
        own += here
        if len(own) > 1 and sums.adds_up(figures, unsure(Rule.PARTS_LINES, head, own)):
            return count
    return 0


def _begins(page: Page, words: range, figure: Figure) -> bool:
    """Whether a short line without a full stop begins with its number: "94,247 visas of tier 2, up 1 %"."""
    return figure.span.first - words[0] <= SIGN and len(words) <= SHORT_LINE and page.word(words[-1]) != "."


def _own(page: Page, figures: Figures, line: TextLine) -> tuple[int, ...]:
    """The figures of a line without those of a list within it: "Letters – 617, of which by post – 150"."""
    first = figures[line.figures[0]].span.last if line.figures else line.last
    opening = next((at for at in range(first, line.last) if page.at(at, Mark.OPENER_STRONG)), line.last)
    return tuple(index for index in line.figures if figures[index].span.first < opening)


def _closed(page: Page, words: range, figure: Figure) -> bool:
    """Whether what stands behind a figure in its line is nothing but a bracket."""
    return any(page.word(at) == "(" for at in range(figure.span.last, min(figure.span.last + 3, words[-1])))


def line_relations(page: Page, figures: Figures) -> Iterator[Relation]:
    """The itemised lists of a text: those that add up, and those that would but for a slip.

    Where the list ends the lines seldom tell, and not every list is of all parts: so none is certain.
    """
    for items in itemised(page, figures):
        sizes = range(len(items.parts), 1, -1)
        read = [division_of(items, size) for size in sizes]
        more = division_of(items._replace(parts=(*items.parts, *items.following)), len(items.parts) + 1)
        if items.following and (sums.adds_up(figures, more) or sums.is_one_digit_off(figures, more)):
            read = [more]  # the line that seemed to tell something else belongs to them
        besides = [second for one in read if (second := in_brackets_of(page, figures, one))]
        for divisions in (read, besides):
            yield from _best(page, figures, divisions, items)


def total_lines(page: Page, figures: Figures) -> Iterator[Relation]:
    """Totals below their lines: as many lines as make the total right, if any do; else all of them."""
    for items in totalled(page, figures):
        size = len(items.parts)
        whole = division_of(items, size)
        read = [whole.taking(range(first, size)) for first in range(size - 1)]
        besides = [second for one in read if (second := in_brackets_of(page, figures, one))]
        for divisions in filter(None, (read, besides)):
            yield from _total(figures, divisions, items)


def _total(figures: Figures, read: Sequence[Division], items: ItemisedLines) -> Iterator[Relation]:
    """The last lines above a total that make it right; or all, if one digit would and no fewer do."""
    whole, size = read[0], len(read[0].parts)
    units = {figures[index].unit for index in (whole.whole, *whole.parts)}
    least = TWO if items.bounded else FEW if len(units) == 1 and None not in units else sums.LONG
    near = sums.is_one_digit_off(figures, whole, least)
    runs = [range(first, first + n) for n in range(size - 1, 1, -1) for first in range(size - n)]
    fewer = ([at for at in range(size) if at != left] for left in range(size))
    read = [*read, *(whole.taking(run) for run in runs if near)]
    near = near and not any(sums.adds_up(figures, whole.taking(some)) for some in fewer)
    smallest = sorted(figures[part].stated or Decimal(0) for part in whole.parts)[:2]
    near = near and sum(smallest) <= (figures[whole.whole].stated or 0)  # it may be their mean
    yield from sums.first_sum(figures, read, lambda one: near and one is whole)


def _best(page: Page, figures: Figures, read: Sequence[Division], items: ItemisedLines) -> Iterator[Relation]:
    """The longest list that adds up, or would but for a slip, if no rest may be of none of its lines."""
    whole = figures[items.whole].stated or Decimal(0)
    # Before a line that tells more than their whole: of income, and below it spending.
    before = next((at for at, part in enumerate(items.parts) if (figures[part].stated or 0) > whole), 0)
    sizes = {*(len(one.parts) for one in read[:1]), before}

    def near(one: Division) -> bool:
        likely = len(one.parts) in sizes or not items.ended
        return likely and _is_near(page, figures, one, items)

    yield from sums.first_sum(figures, read, near)


def _is_near(page: Page, figures: Figures, division: Division, items: ItemisedLines) -> bool:
    named = None not in {figures[part].unit for part in division.parts}  # "6 clubs", not "with a pool – 80"
    least = TWO if items.bounded and (items.total or named) else FEW if items.ended and named else sums.LONG
    if items.above and sums.may_leave_the_rest(figures, division):
        return False
    if sums.is_one_digit_off(figures, division, least):
        return True
    # A teacher with a degree may be a woman, and a school have a gym and a pool: those add up to nothing.
    apart = all_split(page, figures, division.parts)
    return items.ended and apart and sums.nearly_adds_up(figures, division, WITHIN)
