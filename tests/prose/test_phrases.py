"""Phrases: plain words of a source are read, and nothing that could mean something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport import prose
from edureport.languages import catalogue
from edureport.model.quantity import Bound, Quantity
from edureport.prose import quantity_of


@pytest.mark.parametrize(
    ("language", "words", "quantity"),
    [
        ("kk", "300-ден астам", "more than 300"),
        ("kk", "120 мыңнан астам оқушы", "more than 120000"),
        ("kk", "250 мектеп мемлекеттік", "250"),
        ("kk", "50-ге жуық", "nearly 50"),
        ("kk", "кемінде 7 мектеп", "at least 7"),
        ("kk", "1,5 мың оқушы", "1500"),
        ("ru", "более 300 школ", "more than 300"),
        ("ru", "не менее 7", "at least 7"),
        ("ru", "12 777 учащихся", "12777"),
        ("ru", "около 10 тыс. учащихся", "about 10000"),
        ("en", "at least 2,000 pupils", "at least 2000"),
        ("en", "34 state schools", "34"),
        ("en", "1.5 million", "1500000"),
    ],
)
def test_plain_words_are_read(language, words, quantity):
    assert quantity_of(words, language, True) == Quantity.parse(quantity, counted=True)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "барлық мектептерде"),
        ("kk", "9-сынып оқушылары"),
        ("kk", "9 сынып оқушылары"),
        ("kk", "300 шақты мектеп"),
        ("kk", "300-ден мектеп"),
        ("kk", "30 қыркүйекте"),
        ("kk", "кемінде 300-ден астам"),
        ("ru", "300 школ из 400"),
        ("ru", "300 и более школ"),
        ("ru", "2025 год"),
        ("ru", "свыше 300"),
        ("en", "over forty schools"),
        ("en", "300 or more"),
        ("en", "12 May"),
        ("en", "9th grade"),
        ("en", "50% of schools"),
        ("de", "300 Schulen"),
        ("en", "9" * 40),
        ("en", ""),
    ],
)
def test_other_words_are_passed_over(language, words):
    assert quantity_of(words, language, True) is None


def test_a_percentage_is_read_where_nothing_is_counted():
    assert str(quantity_of("76,5 %", "ru", False)) == "76.5"


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
@given(number=st.integers(1, 10**9), bound=st.sampled_from([b for b in Bound if b is not Bound.RANGE]))
def test_what_is_written_is_read_back(language, number, bound):
    quantity = Quantity.parse(str(number), counted=True)
    quantity = Quantity(quantity.stated, bound, None, True)
    words = catalogue.load(language, prose).quantity(quantity)
    assert quantity_of(words, language, True) == quantity
