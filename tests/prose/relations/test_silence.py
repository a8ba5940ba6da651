"""Silence: what looks like parts and wholes in code, formulas and references is no statement."""

import pytest

from edureport.prose import read
from edureport.prose.relations.relation import Certainty, Consistency

BROKEN = (Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL)
REPORT = "The town has 300 schools: 240 state and 50 private."


def told(text):
    return [one for one in read(text, "en").relations if one.verdict in BROKEN]


def test_a_report_is_held_to_its_numbers():
    assert told(REPORT)


@pytest.mark.parametrize(
    "text",
    [
        "Set `size` of the list to 300 schools: 240 state and 50 private.",
        "With n=7 there are 300 schools: 240 state and 50 private.",
        "J Examples. 2011;5:12. There are 300 schools: 240 state and 50 private.",
        "doi 10.1234/made.up on 300 schools: 240 state and 50 private.",
        "| Total | 300 schools: | 240 state and | 50 private |",
        "300 schools: 240 state " + "M/1;S.LAG" * 6 + " and 50 private.",
        "Account of 26 schools: 6080 4072 3416 2495",
        REPORT + " As claims say: claim 1, claim 2 and claim 3.",
    ],
)
def test_other_kinds_of_writing_are_not(text):
    assert not told(text)


@pytest.mark.parametrize("words", ["more than two (2) schools", "not less than thirty (30) schools"])
def test_a_number_that_is_said_again_in_digits_is_the_same(words):
    assert not told(f"The town has {words}.")


def test_a_note_and_an_item_of_a_form_are_names():
    assert not told(
        "Charges are in detail below. See Note 5, Special Charges, in Item 8 of this Annual Report."
    )


def test_numbers_with_their_case_stand_beside_each_other():
    changed = read("Оқушылар саны 40 мыңнан 50 мыңға, яғни 20 пайызға артты.", "kk").relations
    assert [one.verdict for one in changed] == [Consistency.DOES_NOT_FOLLOW]


def test_of_a_question_nothing_is_certain():
    (said,) = told(f"Is it enough? {REPORT}")
    (asked,) = told(REPORT.replace(".", "?"))
    assert (said.certainty, asked.certainty) == (Certainty.CERTAIN, Certainty.LIKELY)
