"""Laws of changes: by what two levels may differ, in their unit, in points, in percent or how many times."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, Way
from edureport.prose.numbers.number import last_digit
from edureport.prose.relations.derivation import HUNDRED, ONE, difference, fits, growth, percentage
from edureport.prose.relations.near_misses import digits, is_near_miss
from edureport.prose.relations.relation import RelationKind

Law = Callable[[Interval, Interval], Interval]

FEW = 3  # digits of a level that is one digit off hardly by chance
WIDE = Decimal("0.2")  # how far a factor of one digit may be from what it is


def ratio(before: Interval, after: Interval) -> Interval:
    """How many times the smaller of two levels the larger is."""
    return after / before if after.low >= before.high else before / after


def excess(before: Interval, after: Interval) -> Interval:
    """How many times as large as the smaller one what the larger has more than it is."""
    return ratio(before, after) - ONE


def points_of_shares(before: Interval, after: Interval) -> Interval:
    """By how many points two shares of one differ, which are no percentages: 0.82 and 0.90 by 8."""
    return difference(before, after) * HUNDRED


def index_of(before: Interval, after: Interval) -> Interval:
    """The second level in percent of the first."""
    return percentage(after, before)


KINDS: dict[Law, RelationKind] = {
    ratio: RelationKind.MULTIPLE,
    index_of: RelationKind.SHARE,
}  # of others it is a difference


def slipped(three: Sequence[Figure], laws: Sequence[Law]) -> Law | None:
    """The law by which what was, what is and a change would follow from each other but for one digit."""
    if not _are_exact(three) or min(map(digits, three[:2])) < FEW:
        return None
    law = next((law for law in laws if is_near_miss(lambda read: follows(read, law), three)), None)  # noqa: B023
    return None if law is None or _may_be_rounded(three, law) else law


def is_contrary(three: Sequence[Figure]) -> bool:
    """Whether the levels rise where a change is told to be a fall, or the other way round."""
    before, after, change = three
    rises = (after.stated or 0) > (before.stated or 0)
    return change.direction is not None and rises is not (change.direction is Way.UP)


def follows(three: Sequence[Figure], law: Law) -> bool:
    """Whether what was, what is and a change follow from each other by a law."""
    if is_contrary(three) or (_are_exact(three) and not _is_close(three, law)):  # nearly always
        return False
    return fits(law, three[:2], three[-1].unsigned)


def _are_exact(three: Sequence[Figure]) -> bool:
    return all(one.bound is Bound.EXACT for one in three)


def _is_close(three: Sequence[Figure], law: Law) -> bool:
    """Whether a change may follow from two levels, reckoned roughly, which takes a hundredth of the time."""
    first, second, told = (abs(float(one.stated or 0)) for one in three)
    steps = [
        number * 10.0 ** (1 - digits(one)) for number, one in zip((first, second, told), three, strict=True)
    ]
    if law is difference:
        return abs(abs(second - first) - told) <= sum(steps)
    if not first or not second:
        return False
    times = max(second / first, first / second) if law is ratio else second / first
    found = times if law is ratio else abs(100 * times - 100) if law is growth else 100 * times
    wide = (1 if law is ratio else 100) * times * (steps[0] / first + steps[1] / second)
    return abs(found - told) <= steps[2] + wide


def _may_be_rounded(three: Sequence[Figure], law: Law) -> bool:
    """Whether an amount or a factor is told in round numbers: from 6,810 to 5,500, by 1,300; "doubled"."""
    before, after, change = (abs(one.stated or Decimal(0)) for one in three)
    if law is difference:
        return 2 * abs(abs(after - before) - change) <= Decimal(1).scaleb(last_digit(change))
    if law is not ratio or digits(three[-1]) > 1:
        return False
    low, high = sorted((before or Decimal(1), after or Decimal(1)))
    return abs(high / low / (change or 1) - 1) < WIDE
