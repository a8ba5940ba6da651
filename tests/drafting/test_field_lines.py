"""FieldLines: lines of fields below a line that heads them are rows of a table."""

import pytest

from edureport.drafting.draft import LeftOut

HEADS = "Town; Agency; Visits in 2024; Increase in visits 2023 to 2024; per cent increase\n\n"


def labels(drafted, text):
    return [(item.label, item.value) for item in drafted(text, "en", period="2024").draft.entries]


def test_a_field_has_the_names_of_its_line_and_its_head_and_a_gain_is_no_level(drafted):
    text = f"{HEADS}Hill; Buses; 1,200; 40; 3.6 per cent\n\nDale; Trams; 900; 30; 2 per cent\n"
    assert labels(drafted, text) == [("Hill, Buses, Visits", "1200"), ("Dale, Trams, Visits", "900")]
    items = drafted(text, "en", period="2024").draft.items
    assert [item.why.key for item in items if isinstance(item, LeftOut)] == ["draft.left_change"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "The town has parks; they have trees; an increase came\n\nHill has 40 parks; Dale 3; Oak 2.\n",
        f"{HEADS}Hill has 40 buses; they carry people; all day\n",  # other fields
        "Schools: 40; pupils: 900; teachers: 30\n",  # no heads
    ],
)
def test_sentences_with_semicolons_are_no_rows(drafted, text):
    assert labels(drafted, text)
    assert not any("ncrease" in label or "Agency" in label for label, _ in labels(drafted, text))
