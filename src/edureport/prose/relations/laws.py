"""Laws of tables: how one of its lines may follow from others, as a sum, a balance or a ratio."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, permutations
from math import perm
from operator import mul
from typing import NamedTuple

from edureport.prose.figures.figure import Indices
from edureport.prose.relations.grid_lines import NO_STEP, GridLine, Lines
from edureport.prose.relations.relation import RelationKind

WINDOW = 7  # lines that stand together
SHORT = 6  # lines in which a ratio may be that of one place
FEW = 16  # lines that are all compared with each other
STEPS = (2, 3)  # "pupils, %, teachers, %": every second or third line is of one kind
SMALL = 10  # sums of smaller numbers come out right by chance
PERCENT = 100
ERROR = 1e-9  # of the arithmetic of floats
ALIKE = 0.001  # of a sum that two numbers differ by which may be one number twice
LEAST = 2  # lines that show a law
RATIOS = (RelationKind.SHARE, RelationKind.DIFFERENCE, RelationKind.MULTIPLE)
_NOWHERE = dict.fromkeys(RATIOS, 0)


class Law(NamedTuple):
    """How one line of a table follows from others: a sum, or a ratio of two.

    `counts` says how often each line is added: -1 of what is taken away.
    """

    kind: RelationKind
    result: int
    given: tuple[int, ...]
    counts: tuple[int, ...] = ()

    @property
    def adds(self) -> bool:
        return self.kind is RelationKind.PARTS

    @property
    def members(self) -> frozenset[int]:
        return frozenset((self.result, *self.given))


def added(result: int, given: Sequence[int], counts: Indices = ()) -> Law:
    """The law that a line is the sum of others."""
    return Law(RelationKind.PARTS, result, tuple(given), tuple(counts) or (1,) * len(given))


def laws_of(lines: Lines, shown: "FirstLook", *, sections: bool) -> Iterator[Law]:
    """The laws that the lines of a table may follow: those of their numbers, and the longest sums first.

    Of ratios, by far the most of them, only those that some lines show; where the same heads stand in several
    `sections`, any, since what one shows others may break.
    """
    order = list(lines)
    yield from (added(line, of_line.parts) for line, of_line in lines.items() if of_line.parts)
    for place, line in enumerate(order):
        yield from _sums(order, place, total=lines[line].is_total)
    yield from _balances([line for line in order if lines[line].step == NO_STEP])
    window = FEW if len(order) <= FEW else WINDOW
    for place, first in enumerate(order):
        for second, third in combinations(order[place + 1 : place + window], 2):
            beside = third in order[place + 1 : place + 3]  # of which the first and the last had their sums
            for one, other, result in permutations((first, second, third)):
                if one < other and not (beside and result != second):
                    yield added(result, (one, other))
                ratios = (Law(kind, result, (one, other)) for kind in RATIOS)
                if not _is_turned(lines, one, result):
                    yield from (law for law in ratios if sections or _is_shown(lines, shown, law))


def _is_turned(lines: Lines, base: int, result: int) -> bool:
    """Whether counts would follow from fractions: a whole from a part and its percentage."""
    counts, fractions = lines[result], lines[base]
    return counts.step == NO_STEP and fractions.step < NO_STEP and counts.largest > fractions.largest


def _is_shown(lines: Lines, shown: "FirstLook", law: Law) -> bool:
    """Whether two lines show a ratio, or one that a head names."""
    count = shown.ratio(law)
    return count >= LEAST or (count > 0 and (len(lines) <= SHORT or is_headed(lines, law)))


def ratios_of(lines: int) -> int:
    """How many ratios of two of so many lines a third may be."""
    return len(RATIOS) * perm(lines, 3) or 1


def is_headed(lines: Lines, law: Law) -> bool:
    """Whether heads make a line that of changes in percent, and two levels beside each other are given."""
    result = lines[law.result]
    if law.kind is not RelationKind.DIFFERENCE or not result.figures.keys() <= result.changes:
        return False
    levels = [
        number
        for number, line in lines.items()
        if number < law.result and not line.changes and 2 * len(line.percent) < len(line.figures)
    ]
    return bool(result.percent) and tuple(sorted(law.given)) in set(pairwise(levels))


class FirstLook:
    """Where the lines of a table come out right, or nearly do: a first look, as most laws do nowhere."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._known: dict[tuple[int, int], dict[int, tuple[float, float]]] = {}
        self._counts: dict[tuple[int, ...], Mapping[RelationKind, int]] = {}

    def anywhere(self, law: Law) -> bool:
        """Whether a law comes out right at any place, with nothing for a gap in a sum."""
        return self._adds_up(law) if law.adds else self.ratio(law) > 0

    def _adds_up(self, law: Law) -> bool:
        result, given = self.lines[law.result], [self.lines[line] for line in law.given]
        off = slack(law.kind, result, given, [line.largest for line in given], 0.0)
        numbers = [line.numbers for line in given]
        return any(
            abs(sum(map(mul, [known.get(place, 0.0) for known in numbers], law.counts)) - stated) <= off
            for place, stated in result.numbers.items()
        )

    def ratio(self, law: Law) -> int:
        """At how many places a ratio comes out right."""
        members = (*law.given, law.result)
        if members not in self._counts:
            counts = self._ratios(*members)
            self._counts[members] = dict(zip(RATIOS, counts, strict=True)) if any(counts) else _NOWHERE
        return self._counts[members][law.kind]

    def _ratios(self, base: int, other: int, result: int) -> tuple[int, int, int]:
        """The same as a share, a change and a multiple: each in percent, and how far it may be off."""
        if (base, other) not in self._known:
            self._known[base, other] = dict(self._between(base, other))
        known, line = self._known[base, other], self.lines[result]
        shares = changes = multiples = 0
        for place, stated in line.numbers.items():
            if place in known:
                percent, error = known[place]
                own = line.last_digits[place]
                shares += abs(percent - stated) <= own + error
                changes += abs(percent - PERCENT - stated) <= own + error
                multiples += abs(percent - PERCENT * stated) <= PERCENT * own + error
        return shares, changes, multiples

    def _between(self, base: int, other: int) -> Iterator[tuple[int, tuple[float, float]]]:
        given = self.lines[base], self.lines[other]
        for place in given[0].numbers.keys() & given[1].numbers.keys():
            values = [line.numbers[place] for line in given]
            if values[0]:
                percent = values[1] / values[0] * PERCENT
                error = slack(RelationKind.SHARE, given[0], given, values, ERROR * abs(percent))
                yield place, (percent, error)


def _sums(order: Sequence[int], place: int, *, total: bool) -> Iterator[Law]:
    """Sums of lines that stand together, before or behind a line, and of every second or third."""
    for size in range(len(order) if total else WINDOW, 1, -1):
        for given in (order[place + 1 : place + 1 + size], order[max(place - size, 0) : place]):
            if len(given) == size:
                yield added(order[place], given)
    for step in STEPS:
        for given in (order[place + 1 :: step], order[place + step :: step], order[:place][::-step][::-1]):
            for size in range(min(len(given), WINDOW), 2, -1):
                yield added(order[place], given[:size])


def _balances(order: Sequence[int]) -> Iterator[Law]:
    """What there was, came, went and is, in columns beside each other."""
    for place in range(len(order) - 3):
        was, first, second, now = order[place : place + 4]
        yield added(now, (was, first, second), (1, 1, -1))
        yield added(now, (was, first, second), (1, -1, 1))


def has_sections(lines: Lines) -> bool:
    """Whether some lines have the same head."""
    heads = [line.head for line in lines.values() if line.head]
    return len(set(heads)) < len(heads)


def name_of(lines: Lines, law: Law) -> Hashable:
    """What laws share that hold for each section of a table: "arrived, departed, balance"."""
    members = (law.result, *law.given)
    heads = [lines[line].head for line in members]
    apart = [line - law.result for line in members]
    named = all(heads) and len(set(heads)) == len(heads)
    return (law.kind, law.counts, *heads, *apart) if named else law


def computed(law: Law, values: Sequence[float]) -> float | None:
    """What a law gives; None where it gives nothing."""
    if law.adds:
        total: float = sum(map(mul, values, law.counts))
        return total
    base, other = values
    if not base:
        return None
    if law.kind is RelationKind.MULTIPLE:
        return other / base
    return other / base * PERCENT - (PERCENT if law.kind is RelationKind.DIFFERENCE else 0)


def slack(
    kind: RelationKind,
    result: GridLine,
    given: Sequence[GridLine],
    values: Sequence[float],
    own: float,
    finest: float = 0.0,
) -> float:
    """How far a result may be off by rounding or cutting; whole numbers of a sum are exact.

    `own` is one of the last digit of the result itself: among 12.6 and 28.2 a 34 is rounded. `finest` is the
    least of these among all numbers of a sum, if it is a fraction: tenths below a column of hundredths.
    """
    steps = [max(line.rounding, finest) for line in given]
    if kind is RelationKind.PARTS:
        own = own if min(own, result.step) < NO_STEP else 0.0  # -8 below -13.5 may be -8.4
        return (sum(steps) + max(result.rounding, finest, own)) / 2 + ERROR * max(map(abs, values))
    base, other = (max(abs(value), step, ERROR) for value, step in zip(values, steps, strict=True))
    scale = 1 if kind is RelationKind.MULTIPLE else PERCENT
    return own + scale * other / base * (steps[0] / base + steps[1] / other)


def rounding_slack(
    kind: RelationKind, result: GridLine, given: Sequence[GridLine], values: Sequence[float], place: int
) -> float:
    """How far a result may be off where whole numbers are rounded ones as well, as those here are."""
    if kind is RelationKind.PARTS:
        return sum(line.last_digits.get(place, line.step) for line in (result, *given)) / 2
    base, other = (max(abs(value), ERROR) for value in values)
    scale = 1 if kind is RelationKind.MULTIPLE else PERCENT
    return result.step + scale * other / base * (given[0].step / base + given[1].step / other) / 2


def tells(law: Law, values: Sequence[float], stated: float) -> bool:
    """Whether a line that follows a law does so hardly by chance."""
    largest = max(map(abs, values))
    if law.kind is not RelationKind.PARTS:
        return values[0] != values[1] and bool(stated) and abs(stated) != PERCENT and largest >= SMALL
    if -1 in law.counts and stated in values:
        return False  # what there is is what there was, if as much came as went
    if len(values) == 2 and abs(values[0] - values[1]) <= abs(stated) * ALIKE:
        return False  # a year's plan is twice what was planned for half of it and done
    return sum(bool(value) for value in values) > 1 and abs(stated) + largest >= SMALL
