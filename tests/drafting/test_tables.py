"""Tables: figures in cells are about what heads their row and their column."""

import pytest

from edureport import prose
from edureport.drafting.build import build
from edureport.drafting.draft import DraftIndicator, LeftOut
from edureport.model.period import Period
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.markdown import add_blocks

OWN = Period.parse("2025-9M")


def items(text):
    blocks = Blocks("table.md", Limits())
    add_blocks(text, blocks)
    document = Document("table.md", text, tuple(blocks.all), lined=True)
    return build(document, prose.read(document.prose, prose.language_of(text)), OWN).items


def test_a_cell_is_named_by_its_row_and_its_column():
    text = "| District | State schools | Private schools |\n|---|---|---|\n| North | 12 | more than 3 |\n"
    assert [(item.label, item.value, item.as_written) for item in items(text)] == [
        ("North, State schools", "12", "12"),
        ("North, Private schools", "more than 3", "more than 3"),
    ]


@pytest.mark.parametrize("heads", ["2025 | 2024", "nine months of 2025 | 2024"])
def test_a_column_may_be_headed_by_a_period(heads):
    text = f"| Indicator | {heads} |\n|---|---|---|\n| Pupils in town | 1250 | 800 |\n"
    (pupils,) = (item for item in items(text) if isinstance(item, DraftIndicator))
    assert (pupils.label, pupils.value) == ("Pupils in town", "1250")
    assert {period: earlier.value for period, earlier in pupils.earlier.items()} == {
        Period.parse("2024"): "800"
    }


def test_what_heads_a_row_or_a_column_is_left_out():
    found = items("| Pupils | 50 places |\n|---|---|\n| 40 schools | 12 |\n")
    assert [item.why.key for item in found if isinstance(item, LeftOut)] == ["draft.left_head"] * 2
    assert [item.label for item in found if isinstance(item, DraftIndicator)] == ["40 schools, 50 places"]


def test_a_table_of_one_cell_or_with_empty_heads_is_no_trouble():
    assert items("| 5 |\n|---|\n")[0].why.key == "draft.left_head"
    assert [item.label for item in items("| | |\n|---|---|\n| | 7 |\n")] == ["7"]


def values(text):
    return [
        (item.label, item.value or {str(p): e.value for p, e in item.earlier.items()}, item.unit)
        for item in items(text)
        if isinstance(item, DraftIndicator)
    ]


def test_words_before_a_year_hold_for_the_years_beside_it_and_signs_head_changes():
    text = (
        "| No. | Library | Readers 2024 | 2025 | +/- | Staff |\n|---|---|---|---|---|---|\n"
        "| 1 | North | 95 | 90 | 5 | 3 |\n"
    )
    assert values(text) == [("North, Readers", "90", "unit"), ("North, Staff", "3", "unit")]


def test_rows_may_be_years_and_a_row_with_one_cell_heads_those_below():
    text = "| Year | Beef | Dairy |\n|---|---|---|\n| 2024 | 12 | 13 |\n| 2025 | 14 | 15 |\n"
    assert values(text) == [("Beef", "14", "unit"), ("Dairy", "15", "unit")]
    rows = ("Rivertown | |", "Schools | 7 | 6", "Hilltown | |", "Schools | 5 | 4")
    text = "| | 2025 | 2024 |\n|---|---|---|\n" + "".join(f"| {row} |\n" for row in rows)
    assert [label for label, *_ in values(text)] == ["Rivertown, Schools", "Hilltown, Schools"]


def test_units_stand_in_a_column_in_brackets_or_behind_a_comma():
    text = "| Indicator | Unit | 2025 |\n|---|---|---|\n| Area | hectares | 12 |\n| Milk, tonnes | | 13 |\n"
    drafted = items(text)
    assert [item.label for item in drafted if isinstance(item, DraftIndicator)] == ["Area", "Milk"]
    assert len({item.unit for item in drafted if isinstance(item, DraftIndicator)}) == 2
    assert [unit for *_, unit in values("| Ward | Percentage occupied |\n|---|---|\n| A | 82.8 |\n")] == [
        "percent"
    ]


def test_a_planned_table_and_a_planned_column_give_targets():
    text = "Target indicators of the programme\n\n| Indicator | 2026 |\n|---|---|\n| Schools | 7 |\n"
    blocks = Blocks("table.md", Limits())
    add_blocks(text, blocks)
    document = Document("table.md", text, tuple(blocks.all), lined=True)
    draft = build(document, prose.read(document.prose, "en"), OWN)
    assert [(target.label, target.value, str(target.due)) for target in draft.targets] == [
        ("Schools", "7", "2026-12-31")
    ]


def test_a_head_without_its_corner_is_moved():
    text = "| Beds | Cases |\n|---|---|\n| Surgery | 12 | 13 |\n| Urology | 14 | 15 |\n"
    assert [label for label, *_ in values(text)] == [
        "Surgery, Beds",
        "Surgery, Cases",
        "Urology, Beds",
        "Urology, Cases",
    ]
