"""Magnitudes: «120 мың» is rounded to a thousand, 120 000 is not rounded."""

from decimal import Decimal

import pytest
from reported import read_report

from edureport.model.quantity import Quantity
from edureport.reading.amounts import rounded_to


@pytest.mark.parametrize(
    ("value", "words", "step"),
    [
        ("120000", "120 мың оқушы", "1000"),
        ("120500", "120,5 мыңнан", "100"),
        ("1200000", "1,2 млн учащихся", "100000"),
        ("4100000000", "4.1 billion tenge", "100000000"),
        ("3400000", "3 млн 400 тысяч", "1000"),
        ("12345000", "12 345 тыс. человек", "1000"),
        ("120000", "120 000 pupils", None),
        ("121000", "120 мың оқушы", None),  # another number
        ("120000", "120 мың және 5 мың", None),
        ("12", "12 школ", None),
        ("2", "2 мыңжылдық", None),
    ],
)
def test_what_words_print_a_number_to(value, words, step):
    found = rounded_to(Quantity.parse(value), words)
    assert found == (step and Decimal(step))


def read(value, more=""):
    text = f"""\
edureport: 1
report: {{id: made-up, organisation: City of Examples, period: 2025, language: kk}}
units: {{pupil: оқушы}}
indicators:
  pupils:
    label: Оқушылар
    unit: pupil
    kind: stock
    value: {value}
    as_written: {value} мың
    breakdown: {{d: {{members: {{a: {{label: A, value: 60000, as_written: 60 мың}}}}}}}}
    earlier: {{2024: {{value: 110000, as_written: 110 мың}}}}
{more}"""
    return read_report(text.replace(f"value: {value}", f"value: {value}000", 1).encode(), "made-up.yaml")


def test_the_words_of_the_source_say_how_finely_a_figure_is_printed():
    figures = read("120")["pupils"].observations
    assert [figure.quantity.step for figure in figures] == [1000, 1000, 1000]
    assert figures[0].quantity.counted


def test_a_stated_precision_goes_before_the_words():
    assert read("120", "    precision: 500\n")["pupils"].value.step == 500


def test_a_bound_is_what_it_says():
    figure = read("more than 120").indicators["pupils"].observation
    assert figure.quantity.step == 0
