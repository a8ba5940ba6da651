"""Relations in tables: columns and rows that follow from others, as most of their lines show.

A table does not say in words that one column is the difference of two others; that it is so in line
after line says it. Where all but very few lines follow such a law, those few are inconsistent.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations
from typing import NamedTuple

from edureport.model.quantity import Bound, Quantity
from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Mark
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.text.tokens import tokens

LEAST = 2  # lines that show a law
MANY = 3  # times as many lines as those that break it; and so many make it certain
WINDOW = 7  # lines that stand together
FEW = 16  # lines that are all compared with each other
TRIED = 12  # lines that must have shown a law
LINES = 40  # of a table are looked at
SMALL = 10  # sums of smaller numbers come out right by chance
SLIP = 0.05  # of a sum, which an average is further from
HUNDRED = 100
ERROR = 1e-9  # of the arithmetic of floats
NO_STEP = 1.0
WHOLE = frozenset({RelationKind.SHARE, RelationKind.DIFFERENCE})  # whose percentages may be whole


class Law(NamedTuple):
    """How one line of a table follows from others: a sum, or a ratio of two."""

    kind: RelationKind
    result: int
    given: tuple[int, ...]


class GridLine(NamedTuple):
    """A column or a row: its figures and their numbers by their places in it, and one of its last digit."""

    figures: Mapping[int, int]
    numbers: Mapping[int, float]
    decimals: Mapping[int, int]
    step: float
    head: str
    is_total: bool


Lines = Mapping[int, GridLine]


def table_relations(
    language: Language, grids: Sequence[TextGrid], figures: Sequence[Figure]
) -> Iterator[Relation]:
    """What follows in the columns and the rows of each table."""
    for grid in grids:
        for turned in (grid, grid.turned()):
            yield from _of_lines(_lines(language, turned, figures))


def _lines(language: Language, grid: TextGrid, figures: Sequence[Figure]) -> dict[int, GridLine]:
    columns: dict[int, dict[int, int]] = {}
    for (row, column), index in sorted(grid.figures.items()):
        exact = figures[index].states and figures[index].bound is Bound.EXACT
        if exact and (row <= LINES or column <= LINES):
            columns.setdefault(column, {})[row] = index
    return {
        column: _line(language, figures, columns[column], grid.head(column))
        for column in sorted(columns)[:LINES]
    }


def _line(language: Language, figures: Sequence[Figure], places: Mapping[int, int], head: str) -> GridLine:
    stated = {place: figures[index].stated or Decimal(0) for place, index in places.items()}
    decimals = {place: -int(number.as_tuple().exponent) for place, number in stated.items()}
    numbers = {place: float(number) for place, number in stated.items()}
    step = 10.0 ** -max(0, *decimals.values())
    return GridLine(places, numbers, decimals, step, head, _is_total(language, head))


def _is_total(language: Language, head: str) -> bool:
    words = [token.text for token in tokens(head, latin=language.latin)]
    return any(Mark.TOTAL in tags for tags in language.phrases.mark(words)[0])


def _of_lines(lines: Lines) -> Iterator[Relation]:
    """The relations of every law that enough lines show; laws of lines that are named alike are one."""
    known: set[frozenset[int]] = set()
    alike: dict[Hashable, list[Law]] = {}
    for law in _laws(lines):
        alike.setdefault(_named(lines, law), []).append(law)
    ratios: dict[frozenset[int], _Tally] = {}
    for laws in alike.values():
        new = [law for law in laws if frozenset((law.result, *law.given)) not in known]
        tally = _tally(lines, new) if new else None
        if tally is None:
            continue
        known.update(frozenset((law.result, *law.given)) for law in new if law.kind is RelationKind.PARTS)
        members = frozenset((new[0].result, *new[0].given))
        if new[0].kind is RelationKind.PARTS:
            yield from _relations(lines, tally)
        elif members not in ratios or tally.better(ratios[members]):
            ratios[members] = tally
    best: dict[int, _Tally] = {}
    for tally in ratios.values():
        result = tally.law.result
        if result not in best or tally.better(best[result]):
            best[result] = tally  # a ratio is that of one pair of lines, the one that it fits best
    for tally in best.values():
        yield from _relations(lines, tally)


def _named(lines: Lines, law: Law) -> Hashable:
    """What laws share that hold for each section of a table: "arrived, departed, balance"."""
    members = (law.result, *law.given)
    heads = [lines[line].head for line in members]
    apart = [line - law.result for line in members]
    return (law.kind, *heads, *apart) if all(heads) and len(set(heads)) == len(heads) else law


def _laws(lines: Lines) -> Iterator[Law]:
    """The laws that the lines of a table may follow, the longest sums first."""
    order = list(lines)
    for place, line in enumerate(order):
        for size in range(len(order) if lines[line].is_total else WINDOW, 1, -1):
            for given in (order[place + 1 : place + 1 + size], order[max(place - size, 0) : place]):
                if len(given) == size:
                    yield Law(RelationKind.PARTS, line, tuple(given))
    window = FEW if len(order) <= FEW else WINDOW
    for place, first in enumerate(order):
        for second, third in combinations(order[place + 1 : place + window], 2):
            for one, other, result in permutations((first, second, third)):
                if one < other:
                    yield Law(RelationKind.PARTS, result, (one, other))
                for kind in (RelationKind.SHARE, RelationKind.DIFFERENCE, RelationKind.MULTIPLE):
                    yield Law(kind, result, (one, other))


class _Tally:
    """How often a law is followed and broken."""

    def __init__(self, laws: Sequence[Law]) -> None:
        self.law = laws[0]  # of those that are one
        self.several = len(laws) > 1  # sections of a table, whose lines no column of averages crosses
        self.shown = self.broken = 0
        self.verdicts: list[tuple[Law, int, Consistency, float]] = []
        self.averages: list[tuple[Law, int, float]] = []  # what lies between numbers may be their average

    def better(self, other: "_Tally") -> bool:
        """Whether fewer lines break this one, or more show it; of equal ones that of a later line is."""
        return (-self.broken, self.shown, self.law.result) > (-other.broken, other.shown, other.law.result)

    def add(self, lines: Lines, law: Law, place: int) -> None:
        """Add the figures of a law at a place."""
        result, given = lines[law.result], [lines[line] for line in law.given]
        values, stated = [line.numbers[place] for line in given], result.numbers[place]
        computed = _computed(law.kind, values)
        if computed is None:
            return
        sums = law.kind is RelationKind.PARTS
        own = 10.0 ** -max(0, result.decimals[place])
        if abs(computed - stated) <= _slack(law.kind, result, given, values, own):
            self.verdicts.append((law, place, Consistency.FOLLOWS, computed))
            self.shown += _tells(law.kind, values, stated) and (sums or own < NO_STEP or law.kind in WHOLE)
        elif abs(computed - stated) <= _rounded(law.kind, result, given, values):
            return  # it may be printed in thousands, each number rounded by itself
        elif law.kind is RelationKind.DIFFERENCE and abs(values[1] - values[0] - stated) <= _slack(
            RelationKind.PARTS, result, given, values, own
        ):
            return  # of what is a percentage itself it is in points: 8.6, 7.7, -0.9
        elif not sums or min(values) < 0 or not min(values) <= stated <= max(values):
            self.verdicts.append((law, place, Consistency.DOES_NOT_FOLLOW, computed))
            self.broken += 1
        elif self.several or abs(computed - stated) <= SLIP * computed:
            self.averages.append((law, place, computed))

    def close(self) -> None:
        """Take what may be an average for a break, where the other lines show that all add up."""
        if self.shown >= MANY * (self.broken + len(self.averages)):
            self.broken += len(self.averages)
            for law, place, computed in self.averages:
                self.verdicts.append((law, place, Consistency.DOES_NOT_FOLLOW, computed))


def _tally(lines: Lines, laws: Sequence[Law]) -> _Tally | None:
    """How the lines of a law follow it; None if too few do."""
    law, tally = laws[0], _Tally(laws)
    if law.kind is RelationKind.MULTIPLE and lines[law.result].step == NO_STEP:
        return None
    places = [(one, place) for one in laws for place in _across(lines, one)]
    for number, (one, place) in enumerate(places, 1):
        tally.add(lines, one, place)
        lost = MANY * tally.broken > len(places) or (number > TRIED and tally.shown < tally.broken + LEAST)
        if lost or (tally.broken > LEAST and tally.broken * 2 > number):
            return None
    tally.close()
    total = lines[law.result].is_total and law.kind is RelationKind.PARTS and len(law.given) > 1
    least = 1 if total and not tally.broken else LEAST
    return tally if tally.shown >= max(least, MANY * tally.broken) else None


def _across(lines: Lines, law: Law) -> list[int]:
    """Where all lines of a law have a number."""
    given = [lines[line].figures for line in law.given]
    return [place for place in lines[law.result].figures if all(place in line for line in given)]


def _relations(lines: Lines, tally: _Tally) -> Iterator[Relation]:
    certain = tally.shown >= MANY and tally.shown > MANY * tally.broken
    sure = Certainty.CERTAIN if certain else Certainty.LIKELY
    for law, place, verdict, computed in tally.verdicts:
        breaks = verdict is Consistency.DOES_NOT_FOLLOW and _beside_gap(lines, law, place)
        yield _relation(lines, law, place, computed, verdict, Certainty.LIKELY if breaks else sure)


def _beside_gap(lines: Lines, law: Law, place: int) -> bool:
    """Whether a law does not hold right beside a place where a part is missing: there its parts changed.

    Of pensions by kind "social" ones have figures from some year on, and in that year not all of them.
    """
    places = sorted(lines[law.result].figures)
    at = places.index(place)
    beside = (*places[max(0, at - 1) : at], *places[at + 1 : at + 2])
    return any(other not in lines[line].figures for line in law.given for other in beside)


def _computed(kind: RelationKind, values: Sequence[float]) -> float | None:
    if kind is RelationKind.PARTS:
        return sum(values)
    base, other = values
    if not base:
        return None
    if kind is RelationKind.MULTIPLE:
        return other / base
    return other / base * HUNDRED - (HUNDRED if kind is RelationKind.DIFFERENCE else 0)


def _slack(
    kind: RelationKind, result: GridLine, given: Sequence[GridLine], values: Sequence[float], own: float
) -> float:
    """How far a result may be off by rounding or cutting; whole numbers of a sum are exact.

    `own` is one of the last digit of the result itself: among 12.6 and 28.2 a 34 is rounded.
    """
    steps = [line.step if line.step < NO_STEP else 0.0 for line in given]
    if kind is RelationKind.PARTS:
        return (sum(steps) + (result.step if result.step < NO_STEP else 0)) / 2 + ERROR * max(
            map(abs, values)
        )
    base, other = (max(abs(value), step, ERROR) for value, step in zip(values, steps, strict=True))
    scale = 1 if kind is RelationKind.MULTIPLE else HUNDRED
    return own + scale * other / base * (steps[0] / base + steps[1] / other)


def _rounded(
    kind: RelationKind, result: GridLine, given: Sequence[GridLine], values: Sequence[float]
) -> float:
    """How far a result may be off where whole numbers are rounded ones as well."""
    if kind is RelationKind.PARTS:
        return (result.step + sum(line.step for line in given)) / 2
    base, other = (max(abs(value), ERROR) for value in values)
    scale = 1 if kind is RelationKind.MULTIPLE else HUNDRED
    return result.step + scale * other / base * (given[0].step / base + given[1].step / other) / 2


def _tells(kind: RelationKind, values: Sequence[float], stated: float) -> bool:
    """Whether a line that follows a law does so hardly by chance."""
    largest = max(map(abs, values))
    if kind is RelationKind.PARTS:
        return sum(bool(value) for value in values) > 1 and abs(stated) + largest >= SMALL
    return values[0] != values[1] and bool(stated) and abs(stated) != HUNDRED and largest >= SMALL


def _relation(
    lines: Lines, law: Law, place: int, computed: float, verdict: Consistency, sure: Certainty
) -> Relation:
    result = lines[law.result]
    given = tuple(lines[line].figures[place] for line in law.given)
    value = Quantity(Decimal(f"{computed:.10f}").quantize(Decimal(str(result.step))).normalize())
    stated, counts = result.figures[place], (1,) * len(given)
    if law.kind is RelationKind.PARTS:
        return Relation(law.kind, Rule.TABLE, sure, stated, given, verdict, value, counts)
    base, other = given
    whole, part = (base, other) if law.kind is RelationKind.SHARE else (other, base)
    return Relation(law.kind, Rule.TABLE, sure, whole, (part, stated), verdict, value, counts)
