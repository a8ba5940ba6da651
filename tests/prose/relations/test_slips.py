"""Slips: numbers that differ by one digit, or by two that have changed places."""

from decimal import Decimal

import pytest

from edureport.prose.relations.derivation import is_slip


@pytest.mark.parametrize(
    ("computed", "stated", "given", "slip"),
    [
        (12_345, 12_445, [12_000, 345], True),
        (12_345, 13_245, [12_000, 345], True),
        (12_345, 12_345, [12_000, 345], False),
        (12_345, 12_468, [12_000, 345], False),
        (3_000, 5_000, [1_000, 2_000], False),  # of round numbers any is one digit off
        (3_001, 5_001, [1_001, 2_000], True),
        (12_345, 12_435, [12_000, 345], True),  # two have changed places
        (12_009, 12_018, [6_006, 6_003], False),  # a difference of 9, but no digits that did
        (10_000, 9_999, [5_001, 4_999], True),  # 5,000 for 5,001
        (10_008, 9_999, [5_004, 5_004], False),
        (20_035, 19_995, [10_005, 10_030], True),  # 10,070 for 10,030
        (12_345, 12_545, [6_100, 6_245], True),  # 6,300 for 6,100
        ("0.4089", "2.4089", ["0.2039", "0.2050"], True),  # 2 for 0
        ("0.4089", "20.4089", ["0.2039", "0.2050"], False),  # a digit more
    ],
)
def test_slips(computed, stated, given, slip):
    numbers = [Decimal(number) for number in given]
    assert is_slip(Decimal(computed), Decimal(stated), numbers, 4) is slip
