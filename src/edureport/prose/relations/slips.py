"""Slips: whether two numbers differ as they do when one digit is wrong, or two have changed places."""

from collections.abc import Iterable
from decimal import Decimal

from edureport.prose.numbers.numerals import last_digit

ONE_WRONG = frozenset(range(1, 10))
TWO_SWAPPED = frozenset(9 * digit for digit in range(1, 10))


def is_slip(computed: Decimal, stated: Decimal, given: Iterable[Decimal], least: int) -> bool:
    """Whether a number that was computed of the given ones differs from the stated one by one digit.

    Of `least` digits or more that is hardly chance; zeros that end all the numbers are no digits: of
    5,000 and 3,000 any other thousand is one digit off.
    """
    off = abs(computed - stated)
    if not off:
        return False
    numbers = [number for number in (stated, *given) if number]
    step = min(map(last_digit, numbers))
    if step and off <= Decimal(len(numbers)).scaleb(step) / 2:
        return False  # each may be rounded
    digits = max(abs(computed), abs(stated)).adjusted() - step + 1
    return digits >= least and int(off.scaleb(-last_digit(off))) in ONE_WRONG | TWO_SWAPPED
