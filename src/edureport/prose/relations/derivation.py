"""Derivations: what figures of a text give when computed, and whether it says so, or would but for a digit.

Numbers that belong together and miss each other by one digit, or by two that have changed places, rather have
a slip in them than nothing to do with each other; the more digits they have, the less is it chance.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import groupby
from operator import sub

from edureport.model.interval import INFINITY, NEAREST, Interval
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Mode, Way
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.relation import Consistency, RelationKind

ONE, HUNDRED = Interval.point(Decimal(1)), Interval.point(Decimal(100))
AHEAD = 4  # tokens from a percentage to the time that it is compared with
DIGITS = range(10)
# What a number changes by, but for zeros, if one digit does, or two neighbours: by 9 times their difference.
_ONE_DIGIT = frozenset(str(times * digit) for times in (1, 9) for digit in range(1, 10))
Law = Callable[[Interval, Interval], Interval]
FEW = 3  # digits of a level that is one digit off hardly by chance
WIDE = Decimal("0.2")  # how far a factor of one digit may be from what it is
Derived = tuple[Consistency, Quantity | None]  # whether figures agree, and what is right


def comparable(figure: Figure) -> bool:
    """Whether a figure states a number that can be reckoned with."""
    return figure.states and figure.stated is not None


def stating(figures: Figures) -> list[int]:
    """The numbers that state something, without "all"."""
    return [index for index, figure in enumerate(figures) if figure.states and not figure.all]


def by_sentence(figures: Figures, indices: Iterable[int]) -> Iterator[list[int]]:
    """Some figures, those of each sentence together."""
    for _, group in groupby(indices, key=lambda index: figures[index].sentence):
        yield list(group)


def is_amount(figure: Figure) -> bool:
    """Whether a figure states exactly how much there is: no bound, no change, no share, not so much each."""
    counts = comparable(figure) and figure.bound is Bound.EXACT and not figure.percent and not figure.each
    return counts and figure.kind is not FigureKind.CHANGE and figure.mode is not Mode.FROM


def derive(compute: Callable[..., Interval], given: Figures, stated: Figure) -> Derived | None:
    """Whether the figure agrees with what is computed from the given figures, and what that is."""
    try:
        known, result = [quantity(figure) for figure in given], quantity(stated)
        fits = follows(lambda read: compute(*map(read.of, known)).meets(read.of(result)))
        computed = compute(*(one.interval for one in known))
    except ZeroDivisionError:
        return None
    return Consistency.FOLLOWS if fits else Consistency.DOES_NOT_FOLLOW, _quantity(computed, stated)


def fits(compute: Callable[..., Interval], given: Figures, stated: Figure) -> bool:
    """Whether the figure agrees with what is computed from the given figures."""
    derived = derive(compute, given, stated)
    return derived is not None and derived[0] is Consistency.FOLLOWS


def derive_or_slip(compute: Callable[..., Interval], given: Figures, stated: Figure) -> Derived | None:
    """The same of what follows, or would but for one digit, and so is doubtful; None of all else."""
    derived = derive(compute, given, stated)
    if derived is None or derived[0] is Consistency.FOLLOWS:
        return derived
    return (Consistency.DOUBTFUL, derived[1]) if is_digit_off(compute, given, stated) else None


def percentage(part: Interval, whole: Interval) -> Interval:
    """The share of a part in percent."""
    return part / whole * HUNDRED


def difference(before: Interval, after: Interval) -> Interval:
    """What two levels differ by, whichever is the larger."""
    return _positive(after - before)


def growth(before: Interval, after: Interval) -> Interval:
    """The same in percent of the first."""
    return _positive((after / before - ONE) * HUNDRED)  # each but once: what is told twice is twice as wide


def _positive(interval: Interval) -> Interval:
    return -interval if interval.high <= 0 else interval


def is_index(page: Page, figure: Figure) -> bool:
    """Whether a percentage compares with another time: «40 голов, 86 % к уровню прошлого года»."""
    low, high = page.bounds(figure.span.first)
    words = range(figure.span.last, min(figure.span.last + AHEAD, high))
    if page.language.head_final:
        words = range(max(low, figure.span.first - AHEAD), figure.span.first)
    return figure.percent and any(
        page.at(at, Mark.INDEX_TO) or (page.at(at, Mark.INDEX_TO_YEAR) and page.word(at + 1)[:1].isdigit())
        for at in words
    )


def is_difference(stated: Figure, one: Figure, other: Figure) -> bool:
    """Whether a figure is what two others differ by, as all are printed: 112.2 of 205.2 and 93.1."""
    return fits(sub, (one, other), stated) or fits(sub, (other, one), stated)


def _quantity(computed: Interval, stated: Figure) -> Quantity | None:
    """The interval as a quantity, to one place more than the figure it is compared with."""
    places = min(last_digit(stated.stated or Decimal(0)), 0) - 1

    def rounded(end: Decimal, outwards: str) -> Decimal:
        if end.is_infinite():
            return end
        if end != end.to_integral_value():
            rounding = ROUND_HALF_UP if computed.is_point else outwards
            end = end.quantize(Decimal(1).scaleb(places), rounding, NEAREST)
        return Decimal(f"{end.normalize(NEAREST):f}")

    low, high = rounded(computed.low, ROUND_FLOOR), rounded(computed.high, ROUND_CEILING)
    if low == -INFINITY and high == INFINITY:
        return None
    wide = low < high
    return Quantity.of(Interval(low, high, computed.low_open and wide, computed.high_open and wide))


def is_near_miss(follows: Callable[[Figures], bool], figures: Figures) -> bool:
    """Whether figures follow from each other with another digit in one of them."""
    return any(follows(read) for place in range(len(figures)) for read in with_another_digit(figures, place))


def is_digit_off(compute: Callable[..., Interval], given: Figures, stated: Figure) -> bool:
    """Whether a figure would be what is computed from others with another digit in one of them all."""
    return is_near_miss(lambda read: fits(compute, read[:-1], read[-1]), [*given, stated])


def without_about(figure: Figure) -> Figure:
    """A figure as its digits tell it: without "about" or "nearly"."""
    if figure.quantity is None or figure.bound not in {Bound.ABOUT, Bound.NEARLY}:
        return figure
    return figure._replace(quantity=replace(figure.quantity, bound=Bound.EXACT))


def digits(figure: Figure) -> int:
    """How many digits a number is told with: 4 of 1,250 and of 12.50 thousand."""
    stated = abs(figure.stated or Decimal(0))
    return max(stated.adjusted() - _last_place(figure) + 1, 0)


def _last_place(figure: Figure) -> int:
    """The power of ten of the last digit that is written."""
    if figure.quantity is None:
        return 0
    if figure.quantity.precision:
        return figure.quantity.precision.adjusted()
    exponent = figure.quantity.stated.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def with_another_digit(figures: Figures, place: int) -> Iterator[list[Figure]]:
    """The figures with each other digit in each place of the one that stands at a `place` of them."""
    figure = figures[place]
    if figure.quantity is None or figure.quantity.upper is not None:
        return
    stated = abs(figure.quantity.stated)
    for power in range(_last_place(figure), stated.adjusted() + 1):
        own = int(stated.scaleb(-power)) % len(DIGITS)
        for digit in DIGITS[1:] if power == stated.adjusted() else DIGITS:
            if digit != own:
                other = (stated + Decimal(digit - own).scaleb(power)).copy_sign(figure.quantity.stated)
                read = figure._replace(quantity=replace(figure.quantity, stated=other))
                yield [*figures[:place], read, *figures[place + 1 :]]


def is_slip(
    computed: Decimal, stated: Decimal, given: Iterable[Decimal], least: int, *, added: bool = False
) -> bool:
    """Whether a number that was computed of the given ones is the stated one but for one digit of these.

    Two neighbouring digits that have changed places are one slip as well. Of `least` digits or more that is
    hardly chance; zeros that end all the numbers are no digits: of 5,000 and 3,000 any other thousand is one
    digit off. Numbers that are rounded may miss each other by their last digits besides, and have one more.
    If all are `added`, none is taken away from the others.
    """
    off = computed - stated
    if not off:
        return False
    numbers = [stated, *(number for number in given if number)]
    step = min(last_digit(number) for number in numbers if number)
    if step and abs(off) <= Decimal(len(numbers)).scaleb(step) / 2:
        return False  # each may be rounded
    digits = max(abs(computed), abs(stated)).adjusted() - step + 1
    if digits < least:
        return False
    alike = sum(last_digit(number) == step for number in numbers) > len(numbers) / 2
    rounded = len(numbers) // 2 if step and alike and digits > least else 0
    return any(
        _is_of_one_digit(numbers, off + Decimal(steps).scaleb(step), step, added=added)
        for steps in range(-rounded, rounded + 1)
    )


def _is_of_one_digit(numbers: Sequence[Decimal], off: Decimal, step: int, *, added: bool) -> bool:
    """Whether a sum, the first number, misses the others by so much for one digit of any of them."""
    stated, *given = numbers
    if f"{abs(off).scaleb(-step):f}".partition(".")[0].strip("0") not in _ONE_DIGIT:
        return False
    changes = (-off,) if added else (off, -off)
    return _by_one_digit(stated, stated + off, step) or any(
        _by_one_digit(one, one + change, step) for one in given for change in changes
    )


def _by_one_digit(number: Decimal, other: Decimal, step: int) -> bool:
    """Whether two numbers of as many digits differ in one of them, or in two neighbours that are swapped."""
    width = 1 - step  # 0.408 has its nought before the point, too
    one, two = (f"{abs(value.scaleb(-step)):f}".partition(".")[0].zfill(width) for value in (number, other))
    if len(one) != len(two) or other.is_signed() is not number.is_signed():
        return False
    places = [place for place, (first, second) in enumerate(zip(one, two, strict=True)) if first != second]
    if len(places) != 2:
        return len(places) == 1
    left, right = places
    return right == left + 1 and one[left] == two[right] and one[right] == two[left]


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


# What two levels and a change are by a law; by any other a difference.
KINDS: dict[Law, RelationKind] = {ratio: RelationKind.MULTIPLE, index_of: RelationKind.SHARE}


def slipped(three: Figures, laws: Sequence[Law]) -> Law | None:
    """The law by which what was, what is and a change would follow from each other but for one digit."""
    if not _are_exact(three) or min(map(digits, three[:2])) < FEW:
        return None
    law = next((law for law in laws if is_near_miss(lambda read: follows_by(read, law), three)), None)  # noqa: B023
    return None if law is None or _may_be_rounded(three, law) else law


def is_contrary(three: Figures) -> bool:
    """Whether the levels rise where a change is told to be a fall, or the other way round."""
    before, after, change = three
    rises = (after.stated or 0) > (before.stated or 0)
    return change.direction is not None and rises is not (change.direction is Way.UP)


def follows_by(three: Figures, law: Law) -> bool:
    """Whether what was, what is and a change follow from each other by a law."""
    if is_contrary(three) or (_are_exact(three) and not _is_close(three, law)):  # nearly always
        return False
    return fits(law, three[:2], three[-1].unsigned)


def _are_exact(three: Figures) -> bool:
    return all(one.bound is Bound.EXACT for one in three)


def _is_close(three: Figures, law: Law) -> bool:
    """Whether a change may follow from two levels, reckoned roughly, which takes a hundredth of the time."""
    first, second, told = (abs(float(one.stated or 0)) for one in three)
    numbers = zip((first, second, told), three, strict=True)
    steps = [number * 10.0 ** (1 - digits(one)) for number, one in numbers]
    if law is difference:
        return abs(abs(second - first) - told) <= sum(steps)
    if not first or not second:
        return False
    times = max(second / first, first / second) if law is ratio else second / first
    found = times if law is ratio else abs(100 * times - 100) if law is growth else 100 * times
    wide = (1 if law is ratio else 100) * times * (steps[0] / first + steps[1] / second)
    return abs(found - told) <= steps[2] + wide


def _may_be_rounded(three: Figures, law: Law) -> bool:
    """Whether an amount or a factor is told in round numbers: from 6,810 to 5,500, by 1,300; "doubled"."""
    before, after, change = (abs(one.stated or Decimal(0)) for one in three)
    if law is difference:
        return 2 * abs(abs(after - before) - change) <= Decimal(1).scaleb(last_digit(change))
    if law is not ratio or digits(three[-1]) > 1:
        return False
    low, high = sorted((before or Decimal(1), after or Decimal(1)))
    return abs(high / low / (change or 1) - 1) < WIDE


def quantity(figure: Figure, count: int = 1) -> Quantity:
    """What a figure states, so many times; it must state something."""
    one = figure.quantity or Quantity(Decimal(0))
    if count == 1:
        return one
    upper = None if one.upper is None else one.upper * count
    precision = one.precision and one.precision * count
    return replace(one, stated=one.stated * count, upper=upper, precision=precision)
