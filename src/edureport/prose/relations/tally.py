"""Tally: how often the lines of a table follow a law and break it, and what that makes of those that do."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import log10
from typing import NamedTuple

from edureport.prose.relations.derivation import is_slip
from edureport.prose.relations.grid_lines import NO_STEP, GridLine, Lines
from edureport.prose.relations.laws import (
    LEAST,
    PERCENT,
    FirstLook,
    Law,
    computed,
    is_headed,
    ratios_of,
    rounding_slack,
    slack,
    tells,
)
from edureport.prose.relations.relation import Certainty, Consistency, RelationKind

MANY = 3  # times as many lines as those that break it; and so many make it certain
TWICE = 2  # times as many are enough where those that break it do so by one digit
TRIED = 12  # lines that must have shown a law
SLIP = 0.05  # of a sum, which an average is further from
LONG, LARGE = 3, 1_000  # digits of a number that is one digit off hardly by chance; a total that is so
UNTOLD = 10  # below which statistics may print a dash for a number, so that nobody is recognised
WIDE = 0.25  # of a ratio that the rounding of its numbers to fives leaves open, and which so shows none
PLACES = 6
DIGITS = 6  # of different results that came out right together, where no word calls them totals
ENOUGH = 5.5  # of them, with those of the only one that did not and is one digit off: two years' columns
LONGER = 4.5  # of a sum of three lines or more, of which fewer are tried, are enough
RATIOS, HARDLY = 4.5, 1.58  # of ratios that came out right, or so many more than tell which of them was tried
OF_TOTAL = 3.5  # of them are enough where a head calls the result a total
BY_CHANCE = 2  # digits of a number that may be one digit off by chance
WHOLE = frozenset({RelationKind.SHARE, RelationKind.DIFFERENCE})  # whose percentages may be whole


class Outcome(NamedTuple):
    """What becomes of a law at a place, and whether one digit would mend what breaks it."""

    law: Law
    place: int
    verdict: Consistency
    computed: float
    slip: bool = False


class Break(NamedTuple):
    """What a law gives where it is broken, what is stated instead, and the numbers that it is computed of.

    `own` is one of the last digit of what is stated.
    """

    law: Law
    computed: float
    stated: float
    values: Sequence[float]
    own: float

    @property
    def is_slip(self) -> bool:
        """Whether one digit would make it right."""
        if not self.law.adds:
            return self._is_ratio_but_for_a_digit()
        told = (self.computed, self.stated, *self.values)
        value, stated, *given = (round(Decimal(str(number)), PLACES) for number in told)
        return is_slip(value, stated, given, LONG)

    def _is_ratio_but_for_a_digit(self) -> bool:
        numbers = (*self.values, self.stated)
        for place, number in enumerate(numbers):
            for other in with_another_digit(number):
                read = [*numbers[:place], other, *numbers[place + 1 :]]
                value = computed(self.law, read[:-1])
                if value is not None and abs(value - read[-1]) <= self.own:
                    return True
        return False


class Tally:
    """How often a law is followed and broken."""

    def __init__(self, laws: Sequence[Law], lines: int) -> None:
        self.law = laws[0]  # of those that are one
        self._ratios = min(RATIOS, HARDLY + log10(ratios_of(lines)))
        self.several = len(laws) > 1  # sections of a table, whose lines no column of averages crosses
        self.shown = self.broken = 0
        self.worse = 0  # of those that are broken, by more than one digit; known when all are counted
        self.nearly = False  # whether one digit would make a large total right
        self.digits = 0.0  # of the results that show it; of equal lines one is counted
        self._seen: set[tuple[float, ...]] = set()
        self.outcomes: list[Outcome] = []
        self.averages: list[Outcome] = []  # what lies between numbers may be their average
        self._breaks: list[Break] = []

    def better(self, other: "Tally") -> bool:
        """Whether fewer lines break this one, or more show it; of equal ones that of a later line is."""
        return (-self.broken, self.shown, self.law.result) > (-other.broken, other.shown, other.law.result)

    def add(self, lines: Lines, law: Law, place: int) -> None:
        """Add the figures of a law at a place."""
        result, given = lines[law.result], [lines[line] for line in law.given]
        values, stated = [line.number(place) for line in given], result.numbers[place]
        value = computed(law, values)
        if value is None:
            return
        own = result.last_digits[place]
        broken = Break(law, value, stated, values, own)
        gaps = [line for line in given if place not in line.numbers]
        finest = min(line.last_digits.get(place, own) for line in (result, *given)) if law.adds else 0.0
        off = slack(law.kind, result, given, values, own, finest if finest < NO_STEP else 0.0)
        if abs(value - stated) <= off:
            self.outcomes.append(Outcome(law, place, Consistency.FOLLOWS, value))
            exact = law.adds or own < NO_STEP or law.kind in WHOLE
            rough = not law.adds and any(line.rounding > NO_STEP for line in given)
            if exact and tells(law, values, stated) and not (rough and off > WIDE * abs(stated)):
                self.shown += 1
                self._count_digits(values, stated, own)
        elif _is_excused(broken, result, given, place) or any(place not in line.nil for line in gaps):
            return
        elif gaps:
            self._break_at_nil(Outcome(law, place, Consistency.DOES_NOT_FOLLOW, value), broken)
        else:
            self._break(Outcome(law, place, Consistency.DOES_NOT_FOLLOW, value), broken)

    def _count_digits(self, values: Sequence[float], stated: float, own: float) -> None:
        line = (stated, *values)
        if line not in self._seen:
            self._seen.add(line)
            self.digits += log10(1 + abs(stated) / own)

    def _break(self, outcome: Outcome, broken: Break) -> None:
        _, value, stated, values, _ = broken
        between = min(values) >= 0 and min(values) <= stated <= max(values)
        slip = broken.is_slip
        if not self.law.adds or not between or slip:
            self.outcomes.append(outcome._replace(slip=slip))
            self.broken += 1
            self._breaks.append(broken)
        elif self.several or abs(value - stated) <= SLIP * value:
            self.averages.append(outcome)

    def _break_at_nil(self, outcome: Outcome, broken: Break) -> None:
        """A break at a dash, which may be of what is not known or too few; but not where one digit tells."""
        few = abs(broken.computed - broken.stated) < UNTOLD * broken.own
        if abs(broken.computed) >= LARGE * broken.own and not few and broken.is_slip:
            self._break(outcome, broken)
        else:
            self.broken += 1  # it holds the law up
            self.worse += 1

    def close(self) -> None:
        """Count the slips, and take what may be an average for a break where the others show a sum."""
        slips = [one for one in self._breaks if one.is_slip]
        self.worse += len(self._breaks) - len(slips)
        self.nearly = self.law.adds and any(one.computed >= LARGE for one in slips)
        if self.shown >= MANY * (self.broken + len(self.averages)):
            self.broken += len(self.averages)
            self.worse += len(self.averages)
            self.outcomes += self.averages

    @property
    def certainty(self) -> Certainty:
        """Certain where so many lines show the law that no other reading is left."""
        sure = self.shown >= MANY and self.shown > MANY * self.broken
        return Certainty.CERTAIN if sure else Certainty.LIKELY

    def by_chance(self, *, total: bool) -> bool:
        """Whether as many results may come out right by chance: small numbers do, in a table of many laws."""
        return bool(self.broken) and not total and self.digits < DIGITS and not self._but_one(total=total)

    def holds(self, *, total: bool) -> bool:
        """Whether enough lines show the law; of a total one is enough that does, or lacks one digit."""
        if total and len(self.law.given) >= MANY and self.broken <= 1 and not self.worse:
            return self.shown > 0 or self.nearly
        if self._but_one(total=total):
            return True
        least = 1 if total and not self.broken else LEAST
        enough = TWICE if self.law.adds and not self.worse else MANY
        return self.shown >= max(least, enough * self.broken)

    def _but_one(self, *, total: bool) -> bool:
        """Whether results of many digits show a law that but one breaks, by one digit."""
        if not self.shown or len(self._breaks) != 1 or self.worse:
            return False
        if not self.law.adds:
            return self.digits >= self._ratios
        broken = self._breaks[0]
        least = OF_TOTAL if total else LONGER if len(self.law.given) >= MANY else ENOUGH
        return self.digits + log10(1 + abs(broken.computed) / broken.own) - BY_CHANCE >= least


def _is_excused(broken: Break, result: GridLine, given: Sequence[GridLine], place: int) -> bool:
    """Whether a number that a law does not give may be right all the same."""
    law, value, stated, values, own = broken
    if abs(value - stated) <= rounding_slack(law.kind, result, given, values, place):
        return True  # it may be printed in thousands, each number rounded by itself
    off = max(slack(law.kind, result, given, values, own), result.step)
    if abs(value + stated) <= off and min(result.numbers.values()) >= 0:
        return True  # a fall without its sign, in a column that has none: "540 | 522 | 3.3 %"
    if law.kind is RelationKind.DIFFERENCE:
        in_points = slack(RelationKind.PARTS, result, given, values, own)  # "8.6 % | 7.7 % | -0.9"
        # And of a loss a rise may be what makes it less.
        return values[0] < 0 or abs(values[1] - values[0] - stated) <= in_points
    if law.adds and _is_right_with_a_sign(broken, result, given):
        return True  # "Plan 540 | Actual 522 | Deviation 18", in a column that has no signs
    if law.adds and _is_right_without_one(law, values, stated, own):
        return True  # a line that adds next to nothing elsewhere is of another kind: staff beside money
    if not law.adds or place not in result.percent:
        return False
    # Percentages may be no shares of one whole: growth of each row and of the total. But they add up as
    # shares of a hundred, or as what there was and a change to what there is.
    changed = [place in line.changes for line in (result, *given)]
    return PERCENT not in map(round, (stated, value)) and (not any(changed) or changed[0])


def _is_right_without_one(law: Law, values: Sequence[float], stated: float, own: float) -> bool:
    """Whether a sum of three numbers or more is right without one of them."""
    total = sum(count * value for count, value in zip(law.counts, values, strict=True))
    others = [total - count * value for count, value in zip(law.counts, values, strict=True) if value]
    return len(values) > LEAST and any(abs(other - stated) < own / 2 for other in others)


def _is_right_with_a_sign(broken: Break, result: GridLine, given: Sequence[GridLine]) -> bool:
    """Whether a sum is right with a number below zero, of a line that prints none."""
    law, value, stated, values, own = broken
    off = slack(law.kind, result, given, values, own)
    return any(
        number and abs(value - 2 * count * number - stated) <= off
        for line, count, number in zip(given, law.counts, values, strict=True)
        if min(line.numbers.values()) >= 0
    )


def with_another_digit(number: float) -> Iterator[float]:
    """The numbers that differ from one by a digit, and it itself."""
    written = f"{number:.{PLACES}f}".rstrip("0")
    for at, own in enumerate(written):
        if own.isdigit():
            yield from (float(f"{written[:at]}{digit}{written[at + 1 :]}") for digit in range(10))


def tally_of(lines: Lines, shown: FirstLook, laws: Sequence[Law]) -> Tally | None:
    """How the lines of a law follow it; None if too few do."""
    law = laws[0]
    if law.kind is RelationKind.MULTIPLE and lines[law.result].step == NO_STEP:
        return None
    total = lines[law.result].is_total and law.adds
    numbered = law.adds and law.given == lines[law.result].parts
    if not (total or numbered or any(map(shown.anywhere, laws))):
        return None
    tally = Tally(laws, len(lines))
    places = ((one, place) for one in laws for place in _across(lines, one))
    for number, (one, place) in enumerate(places, 1):  # most laws are given up after a few
        tally.add(lines, one, place)
        lost = number > TRIED and tally.shown < tally.broken + LEAST
        if lost or (tally.broken > LEAST and tally.broken * 2 > number):
            return None
    tally.close()
    tally.nearly = tally.nearly and total
    if is_headed(lines, law) and tally.shown and not tally.worse:
        return tally if tally.broken <= 1 else None
    told = total or numbered
    return tally if tally.holds(total=told) and not tally.by_chance(total=told) else None


def _across(lines: Lines, law: Law) -> Iterator[int]:
    """Where all lines of a law have a number, or a gap among the summands of at least two numbers."""
    given = [lines[line] for line in law.given]
    for place in lines[law.result].figures:
        gaps = [line for line in given if place not in line.numbers]
        told = all(place in line.nil or place in line.empty for line in gaps)
        if not gaps or (law.adds and len(given) - len(gaps) > 1 and told):
            yield place
