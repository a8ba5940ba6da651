"""Printing: what a printed number stands for, rounded or cut off, and never a wider bound."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.model.interval import INFINITY, Interval
from edureport.model.printing import Printing, follows
from edureport.model.quantity import Quantity


def printed(text, precision=None, *, counted=False):
    quantity = Quantity.parse(text, counted=counted)
    if precision is not None:
        quantity = Quantity(
            quantity.stated, quantity.bound, quantity.upper, quantity.counted, Decimal(precision)
        )
    return quantity


def span(low, high):
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "precision", "rounded", "cut"),
    [
        ("120.5", None, ("120.45", "120.55"), ("120.5", "120.6")),
        ("93.50", None, ("93.495", "93.505"), ("93.50", "93.51")),
        ("120000", "1000", ("119500", "120500"), ("120000", "121000")),  # «120 мың»
        ("250", "5", ("247.5", "252.5"), ("250", "255")),
        ("37", "1", ("36.5", "37.5"), ("37", "38")),  # a percentage
        ("-4.5", None, ("-4.55", "-4.45"), ("-4.6", "-4.5")),
        ("0.0", None, ("-0.05", "0.05"), ("-0.1", "0.1")),
        ("120500", None, ("120500", "120500"), ("120500", "120500")),  # written out in full
    ],
)
def test_what_is_behind_a_printed_number(text, precision, rounded, cut):
    assert Printing.ROUNDED.of(printed(text, precision)) == span(*rounded)
    assert Printing.CUT.of(printed(text, precision)) == span(*cut)


@pytest.mark.parametrize("text", ["more than 120.5", "at most 120.5", "120.5..130.5", "about 120.5"])
def test_precision_never_widens_a_bound(text):
    quantity = printed(text, "1000")
    assert all(printing.of(quantity) == quantity.interval for printing in Printing)


def test_counts_are_closed_at_whole_numbers():
    quantity = printed("250", "5", counted=True)
    assert Printing.ROUNDED.possible(quantity) == span("248", "252")
    assert Printing.CUT.possible(printed("more than 300", counted=True)) == Interval.above(Decimal(301))
    assert Printing.CUT.possible(printed("more than 300")).low == 300


def test_precision_does_not_make_two_figures_different():
    assert printed("250", "5") == printed("250")


@given(st.decimals(-10_000, 10_000, places=4), st.integers(0, 3))
def test_whatever_is_printed_so_is_behind_it(number, digits):
    unit = Decimal(1).scaleb(-digits)
    for printing, rounding in ((Printing.ROUNDED, ROUND_HALF_UP), (Printing.CUT, ROUND_DOWN)):
        found = printing.of(printed(f"{number.quantize(unit, rounding):f}", unit))
        assert number in found
        assert found.high - found.low <= 2 * unit < INFINITY


def test_all_numbers_are_rounded_or_all_are_cut_off():
    asked = []
    assert not follows(lambda printing: bool(asked.append(printing)))
    assert asked == list(Printing)
    assert follows(lambda printing: printing is Printing.CUT)
