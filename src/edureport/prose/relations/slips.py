"""Slips: whether one number of a sum is wrong in one digit, or two digits of it have changed places."""

from collections.abc import Iterable
from decimal import Decimal

from edureport.prose.numbers.number import last_digit


def is_slip(computed: Decimal, stated: Decimal, given: Iterable[Decimal], least: int) -> bool:
    """Whether a number that was computed of the given ones is the stated one but for one digit of these.

    Two neighbouring digits that have changed places are one slip as well. Of `least` digits or more that is
    hardly chance; zeros that end all the numbers are no digits: of 5,000 and 3,000 any other thousand is one
    digit off.
    """
    off = computed - stated
    if not off:
        return False
    numbers = [stated, *(number for number in given if number)]
    step = min(last_digit(number) for number in numbers if number)
    if step and abs(off) <= Decimal(len(numbers)).scaleb(step) / 2:
        return False  # each may be rounded
    if max(abs(computed), abs(stated)).adjusted() - step + 1 < least:
        return False
    if _by_one_digit(stated, computed, step):
        return True
    return any(_by_one_digit(one, one + change, step) for one in numbers[1:] for change in (off, -off))


def _by_one_digit(number: Decimal, other: Decimal, step: int) -> bool:
    """Whether two numbers of as many digits differ in one of them, or in two neighbours that are swapped."""
    one, two = (f"{abs(value.scaleb(-step)):f}".partition(".")[0] for value in (number, other))
    if len(one) != len(two) or other.is_signed() is not number.is_signed():
        return False
    places = [place for place, (first, second) in enumerate(zip(one, two, strict=True)) if first != second]
    if len(places) != 2:
        return len(places) == 1
    left, right = places
    return right == left + 1 and one[left] == two[right] and one[right] == two[left]
