"""Rounding: a bound that is shown holds every number that the bound before held."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edureport import languages
from edureport.languages import catalogue
from edureport.languages.values import Outward, Percent, Rounded, outward
from edureport.model.quantity import Quantity

THIRD = Decimal(1) / Decimal(3)
LOWER, UPPER = ("more_than", "at_least"), ("less_than", "at_most")


def amount(bound, stated, upper=None):
    return Outward(Decimal(stated), bound, None if upper is None else Decimal(upper))


@pytest.mark.parametrize(
    ("given_amount", "shown"),
    [
        (amount("less_than", 250 * THIRD), "less than 83.4%"),
        (amount("at_most", "16.3333"), "at most 16.4%"),
        (amount("at_least", "16.6667"), "at least 16.6%"),
        (amount("more_than", "66.68"), "more than 66.6%"),
        (amount("range", "66.68", "80.01"), "66.6–80.1%"),
        (amount("exact", "83.35"), "83.4%"),
        (amount("less_than", "20"), "less than 20.0%"),
        (amount("less_than", "99.97"), "less than 99.97%"),  # never 100 unless it is
        (amount("more_than", "0.03"), "more than 0.03%"),  # nor 0
        (amount("more_than", "100.02"), "more than 100.02%"),
        (amount("less_than", "-66.68"), "less than −66.6%"),
        (amount("more_than", "-66.61"), "more than −66.7%"),
    ],
)
def test_bounds_are_rounded_outwards(given_amount, shown):
    words = catalogue.load("en")
    assert words.quantity(given_amount, percent=True) == shown
    assert words.value(Percent(given_amount)) == words.quantity(given_amount, percent=True)


@pytest.mark.parametrize("language", languages.available())
def test_every_language_rounds_the_same_way(language):
    words = catalogue.load(language)
    shown = words.quantity(amount("less_than", 250 * THIRD), percent=True)
    assert "83.4" in shown.replace(",", ".")
    assert "83.4" in words.value(Percent(amount("less_than", 250 * THIRD), signed=True)).replace(",", ".")
    assert "0.66" in words.value(Rounded(amount("more_than", "0.668"), 2)).replace(",", ".")


@given(
    st.decimals(-1000, 1000, places=6),
    st.sampled_from((*LOWER, *UPPER, "exact")),
    st.integers(0, 3),
    st.booleans(),
)
def test_what_is_shown_holds_what_it_was_and_no_more_than_a_step_beyond(stated, bound, digits, percent):
    shown = outward(amount(bound, stated), digits, percent=percent).stated
    if bound in LOWER:
        assert shown <= stated
    if bound in UPPER:
        assert shown >= stated
    assert abs(shown - stated) <= (Decimal(1).scaleb(-digits) / (2 if bound == "exact" else 1))
    if percent:
        assert (shown == 0, shown == 100) == (stated == 0, stated == 100)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_one_number_is_rounded_once_half_up(part, whole, digits):
    exact = Fraction(part * 100, whole)
    assume(exact * 10**digits >= 1)
    assume(exact < 99)
    value = Decimal(part * 100) / Decimal(whole)
    unit = Fraction(1, 10**digits)
    nearest = (exact / unit + Fraction(1, 2)).__floor__() * unit
    assert Fraction(outward(Quantity(value), digits, percent=True).stated) == nearest
