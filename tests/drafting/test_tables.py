"""Tables: figures in cells are about what heads their row and their column."""

import pytest

from edureport import prose
from edureport.drafting.build import build
from edureport.drafting.draft import DraftIndicator, LeftOut
from edureport.model.period import Period
from edureport.prose.cells import TextCell
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.markdown import add_blocks

OWN = Period.parse("2025-9M")


def read(document, language):
    return prose.read(document.prose, language, [TextCell(*one) for one in document.cells])


def items(text):
    blocks = Blocks("table.md", Limits())
    add_blocks(text, blocks)
    document = Document("table.md", text, tuple(blocks.all), lined=True)
    return build(document, read(document, prose.language_of(text)), OWN).items


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


SIGNED = "Food | 0.5 | -0.1\nRent | 0.4 | 0.3\nFuel | -8.1 | 0.3\nTea | -0.2 | 0.1"


@pytest.mark.parametrize(
    ("heads", "rows", "left"),
    [
        ("North, % | South, %", SIGNED, 8),  # most rows have a sign
        ("North | South", SIGNED.replace("0.5", "0.5%"), 8),  # a sign in the first row is one for all
        ("North | South", SIGNED, 3),  # may be degrees: then those below zero alone cannot be told
        ("North, % | South, %", "Food | 5 | 4\nRent | 4 | 3\nFuel | 8 | 7\nBalance | -2 | 1", 1),
        ("North, % | South, %", "Food | 5 | -1\nRent | 4 | -2\nFuel | 8 | 3\nTea | 2 | -5", 4),
    ],
)
def test_a_table_of_changes_is_one_for_percentages_without_a_sign_too(heads, rows, left):
    body = "\n".join(f"| {row} |" for row in rows.splitlines())
    found = items(f"| Item | {heads} |\n|---|---|---|\n{body}\n")
    assert sum(isinstance(item, LeftOut) for item in found) == left


def test_a_row_of_inflation_tells_changes_and_one_of_shares_does_not():
    found = items(
        "| Indicator, % | 2024 | 2023 |\n|---|---|---|\n| Inflation | 9 | 8 |\n| Turnout | 60 | 50 |\n"
    )
    assert [item.why.key for item in found if isinstance(item, LeftOut)] == ["draft.left_change"] * 2
    assert [item.label for item in found if isinstance(item, DraftIndicator)] == ["Turnout"]


def test_columns_behind_a_total_are_part_of_what_it_is_of():
    heads = "| Town | Pupils: Total | Girls | Boys | Schools |"
    found = items(f"{heads}\n|---|---|---|---|---|\n| Oakford | 90 | 50 | 30 | 3 |\n")
    assert [item.label for item in found if isinstance(item, DraftIndicator)] == [
        "Oakford, Pupils: Total",
        "Pupils, Oakford, Girls",
        "Pupils, Oakford, Boys",
        "Oakford, Schools",
    ]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The table below shows the number of pupils as at 1 September 2025.", "Number of pupils, Oakford"),
        ("The table shows how many pupils there are.", "Oakford"),
        ("The office shows the number of pupils.", "Oakford"),
        ("The pupils are shown in the table below.", "Oakford"),
    ],
)
def test_a_sentence_above_a_table_may_say_what_the_table_shows(sentence, label):
    found = items(
        f"{sentence}\n\n| Town | 2025 |\n|---|---|\n| Oakford | 90 |\n| Hill | 50 |\n| Total | 150 |\n"
    )
    assert label in [item.label for item in found if isinstance(item, DraftIndicator)]


def test_a_title_with_the_words_of_the_heads_would_make_them_alike():
    rows = "\n\n| Year | Boys | Girls |\n|---|---|---|\n| 2025 | 90 | 50 |\n"
    found = items(f"Boys and girls in schools{rows}")
    assert [item.label for item in found if isinstance(item, DraftIndicator)] == ["Boys", "Girls"]


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
    draft = build(document, read(document, "en"), OWN)
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


def periods(text):
    """The values of each indicator by the period that they are for."""
    return {
        item.label: {
            **({str(OWN): item.value} if item.value else {}),
            **{str(period): earlier.value for period, earlier in item.earlier.items()},
        }
        for item in items(text)
        if isinstance(item, DraftIndicator)
    }


def test_a_head_holds_for_the_empty_cells_beside_it():
    text = (
        "| | 2025 | | 2024 | |\n|---|---|---|---|---|\n| | boys | girls | boys | girls |\n"
        "| Swimmers in clubs | 11 | 12 | 13 | 14 |\n"
    )
    assert {label: list(values.values()) for label, values in periods(text).items()} == {
        "Swimmers in clubs, boys": ["11", "13"],
        "Swimmers in clubs, girls": ["12", "14"],
    }


def test_heads_without_a_corner_that_begin_with_a_year_are_moved():
    text = (
        "| 2023 | 2024 | 2025 |\n|---|---|---|\n| Swimmers in clubs | 11 | 12 | 13 |\n| Halls | 4 | 5 | |\n"
    )
    assert {label: sorted(values.values()) for label, values in periods(text).items()} == {
        "Swimmers in clubs": ["11", "12", "13"],
        "Halls": ["4", "5"],
    }


def test_a_row_of_a_month_is_of_that_month_in_the_year_of_its_column():
    text = (
        "Fires in the town, by month\n\n| | 2024 | 2025 |\n|---|---|---|\n"
        "| January | 5 | 6 |\n| Total | 55 | 66 |\n"
    )
    drafted = [item for item in table_with_caption(text) if isinstance(item, DraftIndicator)]
    assert {str(period): one.value for period, one in drafted[0].earlier.items()} == {
        "2024-01-01/2024-01-31": "5",
        "2025-01-01/2025-01-31": "6",
        "2024-01-01/2024-12-31": "55",  # the total is of what the caption says
    }


def table_with_caption(text):
    blocks = Blocks("table.md", Limits())
    add_blocks(text, blocks)
    document = Document("table.md", text, tuple(blocks.all), lined=True)
    return build(document, read(document, "en"), OWN).items


def test_the_caption_says_what_is_counted_where_rows_are_places_and_columns_years():
    rows = "\n\n| Ward | 2024 | 2025 |\n|---|---|---|\n| North | 5 | 6 |\n"
    labels = [
        item.label for item in table_with_caption(f"Schools of the town{rows}") if hasattr(item, "label")
    ]
    assert labels == ["Schools of the town, North"]
    labels = [
        item.label for item in table_with_caption(f"See the wards below.{rows}") if hasattr(item, "label")
    ]
    assert labels == ["North"]


def test_a_row_of_a_number_is_named_by_the_corner():
    text = "| Visits per reader | Readers | Share, % |\n|---|---|---|\n| 1 | 40 | 80 |\n| 2 | 10 | 20 |\n"
    assert [label for label, *_ in values(text)][:2] == [
        "Visits per reader: 1, Readers",
        "Visits per reader: 1, Share",
    ]


def test_labels_that_differ_by_a_number_alone_are_of_two_indicators():
    text = "| | Grades 1-4 | Grades 5-9 |\n|---|---|---|\n| Swimmers in clubs | 11 | 12 |\n"
    assert not [item.label for item in items(text) if isinstance(item, DraftIndicator) and item.unnamed]


@pytest.mark.parametrize("head", ["Projected swimmers", "Swimmers, plan"])
def test_what_is_projected_is_planned(head):
    text = f"| Ward | {head} | Halls |\n|---|---|---|\n| North | 40 | 4 |\n"
    assert [label for label, *_ in values(text)][-1] == "North, Halls"
    assert len([value for _, value, _ in values(text) if value]) == 1


def test_two_years_with_a_hyphen_head_one_column_and_are_no_month():
    text = "| Ward | 2001-02 | 2002-03 |\n|---|---|---|\n| Swimmers in clubs | 40 | 4 |\n"
    assert [list(values) for values in periods(text).values()] == [
        ["2001-09-01/2002-08-31", "2002-09-01/2003-08-31"]
    ]


def test_a_table_may_begin_with_numbers():
    text = "| Rivertown | 1,250 | 1,400 |\n|---|---|---|\n| Hilltown | 12 | 13 |\n"
    labels = {item.label for item in items(text) if isinstance(item, DraftIndicator)}
    assert {"Rivertown", "Hilltown"} <= labels
    assert not any("1,250" in label for label in labels)


def test_a_row_may_be_headed_by_a_short_date():
    text = "| Date | Swimmers |\n|---|---|\n| 30-Jun-24 | 40 |\n| 30-Jun-25 | 50 |\n"
    assert list(periods(text).values()) == [{"2024-06-30/2024-06-30": "40", "2025-06-30/2025-06-30": "50"}]


@pytest.mark.parametrize(
    ("caption", "planned"),
    [
        ("Ресурсное обеспечение подпрограммы «Дороги»", True),
        ("Объём финансирования школ", False),
        ("Обеспеченность ресурсами", False),
    ],
)
def test_money_that_a_programme_is_to_have_is_planned(caption, planned):
    text = (
        f"{caption}\n\n| Источник, тыс. рублей | 2024 | 2026 |\n|---|---|---|\n| Бюджет города | 40 | 50 |\n"
    )
    (entry,) = (item for item in items(text) if isinstance(item, DraftIndicator))
    assert (not entry.states and not entry.earlier) is planned


@pytest.mark.parametrize(("head", "planned"), [("2025 Appropriation", True), ("2025 Spending", False)])
def test_an_appropriation_is_planned(head, planned):
    text = f"| Programme, $ | {head} |\n|---|---|\n| Rural roads | 40 |\n"
    (entry,) = (item for item in items(text) if isinstance(item, DraftIndicator))
    assert entry.states is not planned


def test_a_number_before_the_name_of_a_row_is_none_of_it_though_a_total_has_none():
    rows = "| 1 | Long roads | 15 |\n| 2 | Short lanes | 34 |\n| Total | | 49 |\n"
    found = items(f"| No. | Kind | Repaired |\n|---|---|---|\n{rows}")
    parts = [parts for item in found if isinstance(item, DraftIndicator) for parts in item.parts]
    labels = [part.label for one in parts for part in one.members]
    assert labels == ["Long roads, Repaired", "Short lanes, Repaired"]


def test_a_number_alone_names_no_row():
    found = items(
        "| | Repaired | Built |\n|---|---|---|\n| 23 | 15 | 4 |\n| 24 | 34 | 5 |\n| 31 | 12 | 6 |\n"
    )
    assert not [item for item in found if isinstance(item, DraftIndicator) and not item.unnamed]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # the first row may be data: its numbers name no column
        ("| Milltown | 7,3 | Hilltown | 1,6 |\n|---|---|---|---|\n| Northton | 6,8 | Southton | 2,4 |\n", []),
        ("| Milltown | town | 74% |\n|---|---|---|\n| Northton | town | 61% |\n", ["Northton, town"]),
    ],
)
def test_a_number_at_the_top_is_no_part_of_a_name(text, labels):
    found = [item for item in items(text) if isinstance(item, DraftIndicator)]
    assert [item.label for item in found if not item.unnamed] == labels


def test_the_number_of_a_row_is_not_its_name_where_a_name_has_a_number_too():
    rows = "| 1 | Number of clubs | 42 | 49 |\n| 2 | Number of halls of the 3 towns | 15 | 16 |\n"
    rows += "| 3 | Number of parks | 7 | 8 |\n| 4 | Goal 1. Number of pools | 5 | 6 |\n"
    heads = "| No. | Name | Result | Result |\n|---|---|---|---|\n| No. | Name | Plan | Actual |\n"
    found = [item for item in items(heads + rows) if isinstance(item, DraftIndicator)]
    assert "Number of clubs" in {item.label for item in found}
    assert not any(item.label.startswith("No.") or "Result" in item.label for item in found)
