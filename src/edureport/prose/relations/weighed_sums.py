"""Weighed sums: lines of a table or a list that add up though nothing says so, weighed against chance.

A number of D digits comes out right by chance once in 10^D times, and right but for one digit some 18 D
times as often, as any of its digits may be another. What the numbers of a sum weigh so together, less what
the number of sums weighs that were tried, says how surely it is one.

Only lines that stand together are tried, above their total or below it. Those that have been found to add up
are one line from there on, so that totals of totals are found as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import pairwise, product
from math import log10
from typing import NamedTuple

from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import FigureKind, Figures, Indices
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, is_amount, is_slip
from edureport.prose.relations.division import unsure
from edureport.prose.relations.itemised import LINE, TextLine, is_level, is_total, opens_list, text_lines
from edureport.prose.relations.relation import Certainty, Consistency, Relation, Rule
from edureport.prose.relations.sums import relation_of

ENOUGH = 1.5  # one in thirty tables by chance
IN_SENTENCES = 2.1  # and where no lines of their own show what belongs together
LEAST_OF_ALL = 1.8  # of digits alone, whatever the words say
CALLED = 1.0  # what a word for a total weighs, or a heading of its lines, or another sum of the same form
WRONG = 2.0  # what a number that does not fit weighs against a sum
DIGITS = 18  # other digits in a place, up or down
LEAST, LONG = 2, 5  # digits of a number that is one digit off, and of one that is rounded as well
TWO = 2  # parts
LITTLE = 100  # times what a sum misses by
ROUND = 1_000  # of the last digits, of which what nobody tells is hardly a multiple
HARDLY = 1_000  # times what all parts but the largest are, of another kind than it
NOTHING = 100_000  # times what one part is, of another kind than the others
PARTING = frozenset(".;:¶")

MOST, STEP = 40, 20  # lines that are weighed together, and behind which the next ones begin
HEAD = 8  # tokens of a line that heads others


class NumberedLine(NamedTuple):
    """A line of a table or a list: its figures by their columns, and whether words call it a total.

    `gaps` are the columns where it has no exact number, and no sign for nothing. A line that `begins` follows
    one without numbers, which heads it and those below it; one that `leads` ends with a colon.
    """

    figures: Mapping[int, int]
    is_total: bool
    gaps: frozenset[int] = frozenset()
    begins: bool = False
    leads: bool = False


class WeighedSum(NamedTuple):
    """A line and those that it is the sum of; the columns in which it is right, and where but for a digit."""

    whole: int
    parts: tuple[int, ...]
    weight: float
    right: tuple[int, ...] = ()
    slipped: tuple[int, ...] = ()

    @property
    def members(self) -> frozenset[int]:
        return frozenset((self.whole, *self.parts))

    @property
    def told(self) -> tuple[int, ...]:
        """The columns that show it."""
        return (*self.right, *self.slipped)

    @property
    def is_above(self) -> bool:
        """Whether the total stands above its lines."""
        return self.whole < self.parts[0]

    @property
    def is_section(self) -> bool:
        """Whether its lines surely are one from here on; costs and profit, below revenue, go on."""
        return len(self.parts) > 2 or not self.is_above


class WeighedSums:
    """The sums among some lines, or sentences; of `settled` totals only those that another column shows."""

    def __init__(
        self,
        figures: Figures,
        lines: Sequence[NumberedLine],
        *,
        sentences: bool = False,
        settled: AbstractSet[int | None] = frozenset(),
    ) -> None:
        self._figures = figures
        self._sentences = sentences
        self._settled = settled
        self._lines = lines
        self._values = [
            {
                column: figures[index].stated or Decimal(0)
                for column, index in line.figures.items()
                if is_amount(figures[index])
            }
            for line in self._lines
        ]
        self._gaps = [
            line.gaps.union(line.figures.keys() - values.keys())
            for line, values in zip(self._lines, self._values, strict=True)
        ]
        self._ends = {at for at, line in enumerate(lines) if line.begins} | {len(lines)}
        self._read: dict[tuple[int, ...], WeighedSum] = {}  # each is read once

    def relations(self) -> Iterator[Relation]:
        """Those that are right, and those that one digit would mend; the weightiest first."""
        order = [line for line, values in enumerate(self._values) if values]
        known: list[WeighedSum] = []
        tried = 1
        while len(order) > 2:
            read, members = list(self._sums(order)), [one.members for one in known]
            tried = max(tried, len(read))
            new = (one for one in read if one.members not in members)
            enough = [one for one in new if self._is_enough(one, tried, known)]
            found = max(enough, key=lambda one: one.weight, default=None)
            if found is not None:
                known.append(found)
                yield from (self._relation(found, column, Consistency.FOLLOWS) for column in found.right)
                wrong = (self._relation(found, column, Consistency.DOUBTFUL) for column in found.slipped)
                yield from (one for one in wrong if found.right or one.whole not in self._settled)
            closed = {part for one in known if one.is_section or found is None for part in one.parts}
            if found is None and closed.isdisjoint(order):
                return
            order = [line for line in order if line not in closed]

    def _relation(self, found: WeighedSum, column: int, verdict: Consistency) -> Relation:
        whole, parts = found.whole, [line for line in found.parts if column in self._values[line]]
        indices = [self._lines[line].figures[column] for line in (whole, *parts)]
        division = unsure(Rule.PARTS_DIGITS, indices[0], indices[1:])
        return relation_of(self._figures, division, verdict, Certainty.LIKELY)

    def _is_enough(self, found: WeighedSum, tried: int, known: Sequence[WeighedSum]) -> bool:
        """Whether a sum weighs enough against all that were tried, and is of one unit."""
        rows = [self._lines[line].figures for line in found.members]
        for column in found.told:
            units = {self._figures[row[column]].unit for row in rows if column in row}
            if len(units - {None}) > 1:
                return False
        whole = self._lines[found.whole]
        called = whole.is_total or any(one.is_above is found.is_above for one in known)
        headed = found.is_above and whole.leads
        signs = called + headed + self._is_section(found)
        alone = not signs and not self._sentences and len(found.told) == 1 and len(found.parts) == TWO
        enough = IN_SENTENCES if self._sentences else ENOUGH + alone
        return found.weight >= max(enough + log10(tried) - CALLED * signs, LEAST_OF_ALL)

    def _is_section(self, found: WeighedSum) -> bool:
        """Whether the parts are all lines that a line without numbers heads."""
        first, last = found.parts[0], found.parts[-1]
        below = found.whole == last + 1 or last + 1 in self._ends
        return self._lines[first].begins and below

    def _sums(self, order: Sequence[int]) -> Iterator[WeighedSum]:
        """Each line with those above or below it, two at least, that come near it; and with sections."""
        for place, whole in enumerate(order):
            total = self._lines[whole]
            above = [] if total.begins and not total.is_total else order[:place][::-1]
            for others in (order[place + 1 :], above):
                added = dict.fromkeys(self._values[whole], Decimal(0))
                for size, line in enumerate(others, 1):
                    for column, value in self._values[line].items():
                        if column in added:
                            added[column] += value
                    stated = self._values[whole].items()
                    if size > 1 and any(abs(added[at] - value) < abs(value) for at, value in stated):
                        yield self._once((whole, *sorted(others[:size])), added)
        yield from self._of_sections(order)

    def _of_sections(self, order: Sequence[int]) -> Iterator[WeighedSum]:
        """Each line with all lines of a section further down: people, and below them those of each age."""
        ends = sorted(self._ends)
        for first, last in pairwise(ends):
            parts = [line for line in order if first <= line < last and not self._lines[line].is_total]
            for whole in order if len(parts) > 1 else []:
                if whole < first - 1:
                    added = dict.fromkeys(self._values[whole], Decimal(0))
                    for line, column in product(parts, added):
                        added[column] += self._values[line].get(column, Decimal(0))
                    yield self._once((whole, *parts), added)

    def _once(self, members: tuple[int, ...], added: Mapping[int, Decimal]) -> WeighedSum:
        if members not in self._read:
            self._read[members] = self._weighed(members[0], members[1:], added)
        return self._read[members]

    def _weighed(self, whole: int, parts: Indices, added: Mapping[int, Decimal]) -> WeighedSum:
        """A sum with what its columns weigh; nothing if more of them are wrong by a digit than right."""
        weight, right, slipped = 0.0, list[int](), list[int]()
        for column, stated in self._values[whole].items():
            given = [value for line in parts if (value := self._values[line].get(column))]
            if len(given) < 2 or not stated:
                continue
            step = _step([stated, *given])
            off, digits = abs(added[column] - stated) / step, log10(1 + abs(stated) / step)
            if off <= (len(given) + 1) / 2:  # each may be rounded
                weight += digits - log10(1 + 2 * off)
                right.append(column)
            elif _is_of_another_kind(added[column], stated, given, step):
                return WeighedSum(whole, tuple(parts), 0.0)
            elif readings := _readings(added[column], stated, given, step):
                weight += digits - log10(readings * digits)
                slipped.append(column)
            else:
                weight -= WRONG
        left = bool(slipped) and self._leaves_its_section(whole, parts)
        doubtful = left or any(self._may_be_right(whole, parts, added, column) for column in slipped)
        if doubtful or len(slipped) > max(len(right), 1):
            return WeighedSum(whole, tuple(parts), 0.0)
        return WeighedSum(whole, tuple(parts), weight, tuple(right), tuple(slipped))

    def _leaves_its_section(self, whole: int, parts: Sequence[int]) -> bool:
        """Whether a line that no word calls a total has lines of its own section and of the next below it."""
        end = next(end for end in sorted(self._ends) if end > whole)
        return not self._lines[whole].is_total and whole < parts[0] < end <= parts[-1]

    def _may_be_right(self, whole: int, parts: Indices, added: Mapping[int, Decimal], column: int) -> bool:
        """Whether a sum that is wrong in a column may leave a rest that nobody tells, or count some twice.

        Or its parts may be those of another line: "considered: 359", four lines above "with a reply: 270".
        """
        missing = self._values[whole][column] - added[column]
        if any(values.get(column) == added[column] for values in self._values):
            return True
        hidden = missing > 0 and any(column in self._gaps[line] for line in parts)
        told = [self._values[line][column] for line in (whole, *parts) if column in self._values[line]]
        is_round = not missing % (ROUND * _step(told))
        return hidden or (abs(missing) * LITTLE < abs(added[column]) and not is_round)


def _is_of_another_kind(computed: Decimal, stated: Decimal, given: Sequence[Decimal], step: Decimal) -> bool:
    """Whether a sum is right but for one part, as staff beside money, or one taken away, as costs."""
    without = (computed - times * value for value in given for times in (1, 2))
    largest = max(given, key=abs)
    return (
        any(abs(other - stated) <= step for other in without)
        or stated in given
        or abs(computed - largest) * HARDLY < abs(stated)
        or min(map(abs, given)) * NOTHING < abs(stated)
    )


def _step(numbers: Sequence[Decimal]) -> Decimal:
    """One of the last digit that is told of all numbers: 1 of 250 and 0.75, 100 of 500 and 1,200."""
    printed = max(min(int(number.as_tuple().exponent), 0) for number in numbers)
    return Decimal(1).scaleb(max(printed, min(map(last_digit, numbers))))


def _readings(computed: Decimal, stated: Decimal, given: Sequence[Decimal], step: Decimal) -> int:
    """For how many results one digit would make a sum right, for each digit that it has; 0 if for none."""
    if is_slip(computed, stated, given, LEAST):
        exact = f"{abs(computed - stated) / step:f}".strip("0.")
        return DIGITS * (1 if len(exact) == 1 else 1 + len(given))
    rounded = any(is_slip(computed + off * step, stated, given, LONG) for off in (-1, 1))
    return 3 * DIGITS if rounded else 0


def listed_lines(page: Page, figures: Figures, grids: Sequence[TextGrid]) -> Iterator[Relation]:
    """The sums among lines that stand together and end in numbers, as accounts do that are no table.

    A table of one column is a list; its total may stand in the line above it: "Revenue (5,850)".
    """
    tables = (grid for grid in grids if len({column for _, column in grid.figures}) > 1)
    inside = {index for grid in tables for index in grid.inside}
    lines: list[NumberedLine] = []
    heads = 0  # lines without figures above this one
    levels = [index for index, figure in enumerate(figures) if is_level(figure)]
    for line in text_lines(page, figures, levels):
        own = [] if inside.intersection(line.figures) else _at_the_end(page, figures, line)
        if own:
            places = {-place: index for place, index in enumerate(own)}
            # A label may stand in a cell of its own, and that of the first line below the head of its table.
            begins = heads > 0 if page.is_word(line.first) else heads > 1 and bool(lines)
            total, leads = is_total(page, line), opens_list(page, line)
            lines.append(NumberedLine(places, total, begins=begins, leads=leads))
            heads = 0
        else:
            heads = 0 if line.figures else heads + 1
            if line.figures or line.last - line.first > HEAD:
                yield from _weighed(figures, lines)
                lines = []
    yield from _weighed(figures, lines)


def told_in_turn(page: Page, figures: Figures, grids: Sequence[TextGrid]) -> Iterator[Relation]:
    """The sums among sentences and clauses that tell of one thing after another in the same units."""
    inside = {index for grid in grids for index in grid.inside}
    counted = (index for index, figure in enumerate(figures) if comparable(figure) and index not in inside)
    lines: list[NumberedLine] = []
    own: dict[int, int] = {}
    units: dict[str, int] = {}
    last = 0
    for index in (one for one in counted if figures[one].unit is not None):
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
        if one.holds or len(one.parts) > TWO or not dated:
            yield one  # else one of the two is of another time


def _weighed(
    figures: Figures, lines: Sequence[NumberedLine], *, sentences: bool = False
) -> Iterator[Relation]:
    """The sums among lines that stand near each other, so many at a time."""
    for start in range(0, max(len(lines) - STEP, 1), STEP):
        yield from WeighedSums(figures, lines[start : start + MOST], sentences=sentences).relations()


def _at_the_end(page: Page, figures: Figures, line: TextLine) -> list[int]:
    """The figures at the end of a line behind its words, the last of them first."""
    last, backwards = line.last, list[int]()
    for index in reversed(line.figures):
        figure = figures[index]
        if any(page.is_word(at) for at in range(max(figure.tokens) + 1, last)):
            break
        backwards.append(index)
        last = figure.first
    return backwards
