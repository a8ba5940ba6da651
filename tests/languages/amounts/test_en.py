"""English quantities in words."""

from decimal import Decimal

import pytest

from edureport.languages.amounts.en import AMOUNTS
from edureport.languages.catalogue import load
from edureport.model.quantity import Bound, Quantity

amounts = AMOUNTS(load("en").word)
unit_category, write = amounts.unit_category, amounts.write

MINUS = "\u2212"


def grouped(value):
    return f"{value:,f}"


def signed(value):
    return f"{value:+,f}".replace("-", MINUS) if value else "0"


def percent(value):
    return f"{value:f}%"


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("301", "301"),
        ("more than 300", "more than 300"),
        ("at least 7", "at least 7"),
        ("less than 15", "less than 15"),
        ("at most 20", "at most 20"),
        ("about 120000", "about 120,000"),
        ("nearly 50", "nearly 50"),
        ("300..350", "300–350"),
    ],
)
def test_a_quantity_in_words(notation, words):
    assert write(Quantity.parse(notation), grouped) == words


def test_signs_and_percent_are_those_of_the_number():
    assert write(Quantity.parse("more than 50"), signed) == "more than +50"
    assert write(Quantity.parse("at least 83.3"), percent) == "at least 83.3%"


def test_a_dash_never_stands_beside_a_sign():
    assert write(Quantity.parse("-5..3"), signed) == f"{MINUS}5 to +3"
    assert write(Quantity.parse("0..3"), signed) == "0 to +3"


def test_a_range_of_percentages_has_one_percent_sign():
    assert write(Quantity.parse("15..20"), percent) == "15–20%"


def test_every_bound_has_words_of_its_own():
    quantities = [Quantity(Decimal(9), bound) for bound in Bound if bound is not Bound.RANGE]
    quantities.append(Quantity(Decimal(9), Bound.RANGE, Decimal(12)))
    assert len({write(quantity, grouped) for quantity in quantities}) == len(Bound)


@pytest.mark.parametrize(
    ("notation", "category"),
    [("1", "one"), ("more than 1", "one"), ("2", "other"), ("nearly 50", "other"), ("0..1", "other")],
)
def test_the_unit_goes_with_the_number_and_is_plural_after_a_range(notation, category):
    assert unit_category(Quantity.parse(notation)) == category
