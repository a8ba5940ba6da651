"""Slips: whether one number of a sum is wrong in one digit, or two digits of it have changed places."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from edureport.prose.numbers.number import last_digit

# What a number changes by, but for zeros, if one digit does, or two neighbours: by 9 times their difference.
_ONE_DIGIT = frozenset(str(times * digit) for times in (1, 9) for digit in range(1, 10))


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
