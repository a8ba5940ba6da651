"""Russian quantities in words, and the form of the unit beside them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.languages.amounts.ru import AMOUNTS
from edureport.languages.catalogue import load
from edureport.model.quantity import Bound, Quantity

amounts = AMOUNTS(load("ru").word)
plural, unit_category, write = amounts.plural, amounts.unit_category, amounts.write

MINUS = "\u2212"
SCHOOL = {"one": "школа", "few": "школы", "many": "школ", "other": "школы"}
IN_GENITIVE = [Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST, Bound.ABOUT]


def grouped(value):
    return f"{value:,f}".replace(",", "\u00a0").replace(".", ",")


def signed(value):
    return ("+" if value > 0 else MINUS if value < 0 else "") + grouped(abs(value))


def percent(value):
    return f"{grouped(value)}\u00a0%"


def schools(quantity):
    return f"{write(quantity, grouped)} {SCHOOL[unit_category(quantity)]}"


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("301", "301"),
        ("more than 300", "более 300"),
        ("at least 7", "не менее 7"),
        ("less than 15", "менее 15"),
        ("at most 20", "не более 20"),
        ("about 120000", "около 120\u00a0000"),
        ("nearly 50", "почти 50"),
        ("300..350", "300–350"),
    ],
)
def test_a_quantity_in_words(notation, words):
    assert write(Quantity.parse(notation), grouped) == words


def test_signs_and_percent_are_those_of_the_number():
    assert write(Quantity.parse("more than 50"), signed) == "более +50"
    assert write(Quantity.parse("at least 83.3"), percent) == "не менее 83,3\u00a0%"


def test_a_dash_never_stands_beside_a_sign():
    assert write(Quantity.parse("-5..3"), signed) == f"{MINUS}5…+3"
    assert write(Quantity.parse("0..3"), signed) == "0…+3"


def test_a_range_of_percentages_has_one_percent_sign():
    assert write(Quantity.parse("15..20"), percent) == "15–20\u00a0%"


def test_every_bound_has_words_of_its_own():
    quantities = [Quantity(Decimal(9), bound) for bound in Bound if bound is not Bound.RANGE]
    quantities.append(Quantity(Decimal(9), Bound.RANGE, Decimal(12)))
    assert len({write(quantity, grouped) for quantity in quantities}) == len(Bound)


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("301", "301 школа"),
        ("22", "22 школы"),
        ("11", "11 школ"),
        ("2.5", "2,5 школы"),
        ("more than 21", "более 21 школы"),
        ("more than 3", "более 3 школ"),
        ("more than 11", "более 11 школ"),
        ("more than 300", "более 300 школ"),
        ("more than 2.5", "более 2,5 школы"),
        ("at least 1", "не менее 1 школы"),
        ("less than 4", "менее 4 школ"),
        ("at most 101", "не более 101 школы"),
        ("about 22", "около 22 школ"),
        ("nearly 21", "почти 21 школа"),
        ("nearly 22", "почти 22 школы"),
        ("nearly 50", "почти 50 школ"),
        ("20..21", "20–21 школа"),
        ("21..24", "21–24 школы"),
        ("21..25", "21–25 школ"),
    ],
)
def test_the_unit_is_in_the_case_that_the_words_demand(notation, words):
    assert schools(Quantity.parse(notation)) == words


@given(st.integers(0, 10**9), st.sampled_from(IN_GENITIVE))
def test_in_the_genitive_only_a_number_in_one_has_the_singular(number, bound):
    singular = number % 10 == 1 and number % 100 != 11
    quantity = Quantity(Decimal(number), bound)
    assert unit_category(quantity) == ("other" if singular else "many")


@given(st.integers(0, 10**9), st.sampled_from([Bound.EXACT, Bound.NEARLY]))
def test_elsewhere_the_unit_goes_with_the_bare_number(number, bound):
    assert unit_category(Quantity(Decimal(number), bound)) == plural(Decimal(number))
