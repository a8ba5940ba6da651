"""Shares and parts in words of their own sentence: what they are of stands before them."""

import pytest


def labels(drafted, text):
    found = []
    for item in drafted(text, "en", period="2024").draft.entries:
        parts = [member for group in item.parts for member in group.members]
        found += [(one.label, one.value) for one in (item, *parts) if not one.unnamed]
    return found


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Oakford was followed by Hill (340, or 10%).", ("Hill, share", "10")),
        ("Visits numbered 400, which represent 70% of the total.", ("Visits, share of the total", "70")),
    ],
)
def test_a_percentage_that_says_a_number_again_is_its_share(drafted, text, share):
    assert share in labels(drafted, text)


@pytest.mark.parametrize(
    "text",
    [
        "Exports grew to 340 tonnes (10%).",  # by how much they grew
        "Sales at Hill (340 tonnes, up 10%) were good.",
        "Output was 340 tonnes (104%).",  # of a plan, or of last year
        "Hill had 340 visitors, and 10% of homes were empty.",
    ],
)
def test_other_percentages_behind_a_number_are_no_shares_of_it(drafted, text):
    assert not any(label.endswith(", share") for label, _ in labels(drafted, text))


def test_of_these_leads_to_parts_of_what_was_named_before(drafted):
    text = "The office issued 500 permits. Of these, 40 were for shops."
    assert labels(drafted, text) == [("Permits issued", "500"), ("Permits issued, for shops", "40")]


@pytest.mark.parametrize(
    "text",
    [
        "The office issued 500 permits. In Oakford, 40 were for shops.",  # of no matter what
        "The office issued 500 permits and 30 badges. Of these, 40 were for shops.",  # of which
        "The office issued 500 permits. Of these, 40 were for shops that were new.",
    ],
)
def test_a_part_of_which_it_is_not_sure_what_it_is_of_has_no_label_of_that(drafted, text):
    assert not any(label.startswith("Permits issued, ") for label, _ in labels(drafted, text))
