"""Shares of one cell: a column of percentages, each of them that of a number beside it in the same total."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.model.quantity import Quantity
from edureport.prose.relations.grid_lines import GridLine, Lines
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.tally import with_another_digit

SHOW = 3  # shares that are right show of which cell they are
SMALL = 10  # parts of which any share comes out right
PERCENT = 100


class _CellShares(NamedTuple):
    """Counts and percentages by their places in two lines, and where the whole of all of them stands."""

    counts: GridLine
    percent: GridLine
    base: int

    def places(self) -> list[int]:
        """Where shares of the whole stand."""
        return sorted(self.counts.numbers.keys() & self.percent.numbers.keys() - {self.base})

    def is_right(self, place: int, whole: float, part: float, share: float) -> bool:
        """Whether a share follows, as rounded as it is printed, or cut off."""
        return abs(part / whole * PERCENT - share) < self.percent.last_digits[place]

    def right(self, whole: float) -> list[int]:
        """Where the shares of a whole are right."""
        counts, shares = self.counts.numbers, self.percent.numbers
        return [at for at in self.places() if self.is_right(at, whole, counts[at], shares[at])]

    def is_shown(self, places: Sequence[int]) -> bool:
        """Whether shares show of which cell they are, as so many different ones do of no small numbers."""
        counts, shares = self.counts.numbers, self.percent.numbers
        return len({shares[place] for place in places if abs(counts[place]) >= SMALL}) >= SHOW

    def is_slip(self, place: int) -> bool:
        """Whether one digit of the part or of its share would make this right."""
        whole, part = self.counts.numbers[self.base], self.counts.numbers[place]
        share = self.percent.numbers[place]
        read = [(other, share) for other in with_another_digit(part)]
        read += [(part, other) for other in with_another_digit(share)]
        return any(self.is_right(place, whole, *other) for other in read)

    def is_whole_a_digit_off(self) -> bool:
        """Whether all shares would be right of one number that differs from the whole by a digit."""
        digits, places = with_another_digit(self.counts.numbers[self.base]), self.places()
        fit = [other for other in digits if other and self.right(other) == places]
        return len(fit) == 1 and self.is_shown(places)


def shares_of_a_cell(lines: Lines) -> Iterator[Relation]:
    """The shares of some lines, by the count beside each and one total; of each line of percentages once."""
    order = list(lines)
    for at, line in enumerate(order):
        percent = lines[line]
        if 2 * len(percent.percent) < len(percent.figures) and PERCENT not in percent.numbers.values():
            continue
        for other in reversed(order[:at]):
            found = list(_of_two(lines[other], percent))
            yield from found
            if found:
                break


def _of_two(counts: GridLine, percent: GridLine) -> Iterator[Relation]:
    if counts.percent or counts.changes or percent.changes or not counts.numbers:
        return
    base = max(counts.numbers, key=lambda place: abs(counts.numbers[place]))
    wholes = [place for place, share in percent.numbers.items() if share == PERCENT]
    base = wholes[0] if len(wholes) == 1 else base
    if not counts.numbers.get(base) or percent.numbers.get(base, PERCENT) != PERCENT:
        return
    shares = _CellShares(counts, percent, base)
    places, right = shares.places(), shares.right(counts.numbers[base])
    wrong = [place for place in places if place not in right]
    if shares.is_shown(right) and len(wrong) <= 1:
        yield from (_relation(shares, place, Consistency.FOLLOWS) for place in right)
        slips = (place for place in wrong if shares.is_slip(place))
        yield from (_relation(shares, place, Consistency.DOUBTFUL) for place in slips)
    elif not right and shares.is_whole_a_digit_off():
        yield _relation(shares, places[0], Consistency.DOUBTFUL)


def _relation(shares: _CellShares, place: int, verdict: Consistency) -> Relation:
    whole, part = shares.counts.figures[shares.base], shares.counts.figures[place]
    stated = shares.percent.figures[place]
    value = shares.counts.numbers[place] / shares.counts.numbers[shares.base] * PERCENT
    step = Decimal(str(shares.percent.last_digits[place]))
    computed = Quantity(Decimal(f"{value:.10f}").quantize(step).normalize())
    sure = Certainty.LIKELY
    return Relation(RelationKind.SHARE, Rule.TABLE, sure, whole, (part, stated), verdict, computed, (1, 1))
