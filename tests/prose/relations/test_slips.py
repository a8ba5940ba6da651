"""Slips: numbers that differ by one digit, or by two that have changed places."""

from decimal import Decimal

import pytest

from edureport.prose.relations.slips import is_slip


@pytest.mark.parametrize(
    ("computed", "stated", "given", "slip"),
    [
        (12_345, 12_445, [12_000, 345], True),
        (12_345, 13_245, [12_000, 345], True),
        (12_345, 12_345, [12_000, 345], False),
        (12_345, 12_468, [12_000, 345], False),
        (3_000, 5_000, [1_000, 2_000], False),  # of round numbers any is one digit off
        (3_001, 5_001, [1_001, 2_000], True),
    ],
)
def test_slips(computed, stated, given, slip):
    numbers = [Decimal(number) for number in given]
    assert is_slip(Decimal(computed), Decimal(stated), numbers, 4) is slip
