"""Verdicts: a figure as it is said against a quantity as the data have it."""

from decimal import Decimal

import pytest

from edureport.audit.findings import Verdict, judge
from edureport.model.quantity import Quantity
from edureport.prose import read


def against(text, data, *, counted=True, computed=False):
    (figure,) = read(text, "en").figures
    return judge(figure, Quantity.parse(data, counted=counted), computed=computed)


@pytest.mark.parametrize(
    ("text", "data", "verdict", "note"),
    [
        ("300 bridges", "300", Verdict.CONFIRMED, None),
        ("more than 300 bridges", "more than 300", Verdict.CONFIRMED, None),
        ("between 300 and 350 bridges", "300..350", Verdict.CONFIRMED, None),
        ("more than 300 bridges", "312", Verdict.POSSIBLE, "fits"),
        ("about 300 bridges", "312", Verdict.POSSIBLE, "fits"),
        ("more than 200 bridges", "more than 300", Verdict.POSSIBLE, "fits"),
        ("more than 400 bridges", "more than 300", Verdict.POSSIBLE, "narrower"),
        ("312 bridges", "more than 300", Verdict.POSSIBLE, "narrower"),
        ("12.3 thousand bridges", "12345", Verdict.POSSIBLE, "rounded"),
        ("12.4 thousand bridges", "12345", Verdict.CONTRADICTED, "differs"),
        ("301 bridges", "300", Verdict.CONTRADICTED, "differs"),
        ("300 bridges", "more than 300", Verdict.CONTRADICTED, "bound"),
        ("more than 300 bridges", "300", Verdict.CONTRADICTED, "bound"),
        ("fewer than 200 bridges", "more than 300", Verdict.CONTRADICTED, "apart"),
        ("hundreds of bridges", "312", Verdict.POSSIBLE, "indefinite"),
    ],
)
def test_a_verdict_and_its_note(text, data, verdict, note):
    found = against(text, data)
    assert found.verdict is verdict
    assert (found.note and found.note.key) == (note and f"audit.note.{note}")


@pytest.mark.parametrize("text", ["76%", "77%", "76.5%", "76.6%", "76.59%"])
def test_what_is_derived_may_be_rounded_or_cut_off(text):
    assert against(text, "76.5918", counted=False, computed=True).verdict is Verdict.CONFIRMED
    assert against(text, "76.5918", counted=False).verdict is Verdict.POSSIBLE


@pytest.mark.parametrize("text", ["75%", "78%", "76.4%", "76.7%", "76.61%"])
def test_rounding_goes_no_further(text):
    assert against(text, "76.5918", counted=False, computed=True).verdict is Verdict.CONTRADICTED


def test_the_difference_is_told():
    note = against("306 bridges", "300").note
    assert str(note.values["difference"].stated) == "6"


def test_data_that_are_printed_with_fewer_digits_do_not_contradict():
    (figure,) = read("120,480 pupils", "en").figures
    rounded = Quantity(Decimal(120_500), counted=True, precision=Decimal(100))
    assert judge(figure, rounded).verdict is Verdict.POSSIBLE
    assert judge(figure, Quantity(Decimal(120_500), counted=True)).verdict is Verdict.CONTRADICTED
    assert judge(figure, Quantity(Decimal(120_600), precision=Decimal(100))).verdict is Verdict.CONTRADICTED
