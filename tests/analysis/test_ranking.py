"""Ranks: ties and overlapping intervals are ranges, and no true order is outside of them."""

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.analysis.organisations import ranks
from edureport.model.quantity import Quantity

TEXTS = st.one_of(
    st.integers(0, 12).map(str),
    st.builds(
        "{} {}".format,
        st.sampled_from(["more than", "at least", "less than", "at most", "about", "nearly"]),
        st.integers(1, 12),
    ),
    st.tuples(st.integers(0, 5), st.integers(6, 12)).map(lambda ends: f"{ends[0]}..{ends[1]}"),
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["5", "7", "6"], [(3, 3), (1, 1), (2, 2)]),
        (["5", "7", "5"], [(2, 3), (1, 1), (2, 3)]),  # a tie
        (["more than 300", "305", "300"], [(1, 2), (1, 2), (3, 3)]),
        (["more than 300", "more than 10", "5"], [(1, 2), (1, 2), (3, 3)]),
        (["at least 300", "300"], [(1, 2), (1, 2)]),
        (["less than 300", "300"], [(2, 2), (1, 1)]),
        (["nearly 10", "12", "8"], [(2, 2), (1, 1), (3, 3)]),
    ],
)
def test_the_ranks_are_those_that_the_figures_allow(texts, expected):
    intervals = [Quantity.parse(text, counted=True).interval for text in texts]
    assert ranks(intervals, higher=True) == expected


def test_the_lowest_comes_first_where_lower_is_better():
    intervals = [Quantity.parse(text).interval for text in ("5", "more than 7", "6")]
    assert ranks(intervals, higher=False) == [(1, 1), (3, 3), (2, 2)]


@given(st.lists(TEXTS, min_size=1, max_size=6), st.booleans(), st.integers(0, 10**6))
def test_every_order_of_possible_values_is_within_the_ranks(texts, higher, seed):
    intervals = [Quantity.parse(text, counted=True).interval for text in texts]
    found = ranks(intervals, higher=higher)
    chance = random.Random(seed)
    for _ in range(20):
        values = [drawn(interval, chance) for interval in intervals]
        for value, (first, last) in zip(values, found, strict=True):
            better = sum(other > value if higher else other < value for other in values)
            worse = sum(other < value if higher else other > value for other in values)
            assert first <= 1 + better
            assert len(values) - worse <= last


def drawn(interval, chance):
    """A number of the interval, often near its ends."""
    low = Fraction(interval.low) if interval.low.is_finite() else Fraction(-20)
    high = Fraction(interval.high) if interval.high.is_finite() else low + 40
    share = chance.choice([Fraction(0), Fraction(1), Fraction(1, 1000), Fraction(999, 1000), Fraction(1, 2)])
    value = low + share * (high - low)
    if interval.low_open and value == low:
        value += Fraction(1, 10**6)
    return value - Fraction(1, 10**6) if interval.high_open and value == high else value
