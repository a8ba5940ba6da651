"""NoPlans: a cause or a wait is no plan, though a word of plans stands in its phrase."""

import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 schools closed due to floods.", "12"),
        ("A total of 317 visitors were turned away due to violations of the rules.", "317"),
        ("Some 30 patients waited for hours to be treated.", "about 30"),
        ("The share of families facing a need for housing was 14.6%.", "14.6"),
    ],
)
def test_what_is_so_is_no_target(drafted, text, value):
    draft = drafted(text, "en").draft
    assert not draft.targets
    assert [entry.value for entry in draft.entries] == [value]


def test_a_word_of_plan_that_describes_the_whole_plans_no_part_of_it(drafted):
    draft = drafted("Receipts reached 40 tonnes, 16% of the 250 tonnes projected.", "en").draft
    assert [target.value for target in draft.targets] == ["250"]
    assert [entry.value for entry in draft.entries if entry.states] == ["40", "16"]


@pytest.mark.parametrize(
    "text",
    [
        "Ten bridges are due to open in 2026.",
        "Twelve routes are due to commence in 2026.",
        "The need for 40 teachers was reported.",
        "The town needs 9 guards due to vandalism.",
        "30 patients are to be treated in 2026.",
        "12 schools will close in 2026 due to floods.",
    ],
)
def test_what_is_to_be_stays_one(drafted, text):
    assert drafted(text, "en").draft.targets
