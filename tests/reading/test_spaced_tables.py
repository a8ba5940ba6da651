"""Tables whose columns single spaces part, as they part thousands; all figures are invented."""

import pytest
from work import work

from edureport.reading.document import BlockKind, Blocks
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks


def rows(text):
    """The words of the cells of each row, all tables after one another."""
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    found = {}
    for block in blocks.all:
        if block.kind is BlockKind.CELL:
            found.setdefault((block.number, block.row), []).append(text[block.start : block.end])
    return list(found.values())


def cells(text):
    return [" | ".join(row) for row in rows(text)]


def test_years_at_the_head_say_how_many_numbers_a_row_has():
    text = "District 2022 2023 2024\nNorthmoor 12 345 1 234 12 056\nEastvale 9 870 987 9 910\n"
    assert cells(text) == [
        "District | 2022 | 2023 | 2024",
        "Northmoor | 12 345 | 1 234 | 12 056",
        "Eastvale | 9 870 | 987 | 9 910",
    ]


def test_rows_that_can_have_no_more_and_rows_that_can_have_no_fewer_agree_on_it():
    text = "Alder 12 345 8 012 407\nBirch 9 870 7 101 987\nCedar 712 644 38\nAll 22 927 15 757 1 432\n"
    assert cells(text)[1] == "Birch | 9 870 | 7 101 | 987"
    assert cells(text)[2] == "Cedar | 712 | 644 | 38"


def test_the_words_of_a_head_say_so_where_the_numbers_of_a_column_are_alike():
    text = "Faculty Applicants Places Admitted\nLaw 1 240 120 118\nMedicine 3 410 200 200\nArts 560 150 149\n"
    assert cells(text)[1:] == [
        "Law | 1 240 | 120 | 118", "Medicine | 3 410 | 200 | 200", "Arts | 560 | 150 | 149",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "North 1 240 120\nSouth 3 410 200\nWest 1 560 150\n",  # one number, or two
        "Region Average, EUR Employees Share, %\nNorth 1 245 12 300 24.6\nSouth 987 20 100 40.2\n",
        "Open in 2024 were 12 345\nand in 2025 there were 12 846\n",
        "Anna 8 701 123 45 67\nIvan 8 702 345 67 89\nOlga 8 703 345 67 10\n",
        "by Anna, May 28, 1992\nby Ivan, May 28, 1993\nby Olga, May 28, 1994\n",
        "North – 80,18 %\nSouth – 78,87 %\nWest – 72,81 %\n",
        "Hall of the City - 2\nHouse of the City - 14\nClub of the City - 1\n",
    ],
)
def test_what_leaves_a_doubt_is_not_cut(text):
    assert cells(text) == []


def test_a_row_with_a_gap_ends_the_table_if_nothing_says_where_the_gap_is():
    text = "Month 2015 2016 2017\nMay 894 2 105 2 310\nJune 943 1 912 2 034\nJuly 740 1 518\nMay 743 1 098\n"
    assert len(rows(text)) == 3


def test_rows_without_a_sure_one_are_read_with_the_shortest_numbers():
    text = "Males Females\nTotal 96 080 131 260\nCity 14 067 22 800\nVillage 82 013 108 460\n"
    assert cells(text)[1:] == [
        "Total | 96 080 | 131 260",
        "City | 14 067 | 22 800",
        "Village | 82 013 | 108 460",
    ]


def test_signs_and_marks_belong_to_their_numbers_and_a_dash_is_a_cell():
    text = "Item 2023 2024\nFees $ 1 234 (2 345)\nRents 950 p -\nShare 4.5 % 5.1 %\nGrants n/a 1 020(a)\n"
    assert cells(text) == [
        "Item | 2023 | 2024", "Fees | $ 1 234 | (2 345)", "Rents | 950 p | -", "Share | 4.5 % | 5.1 %",
        "Grants | n/a | 1 020(a)",
    ]  # fmt: skip


def test_titles_and_lines_may_stand_between_rows():
    text = "Year 2023 2024\n---- ----\nPupils\nNorth 812 820\nSouth 640 655\n---- ----\nAll 1 452 1 475\n"
    assert cells(text) == [
        "Year | 2023 | 2024",
        "Pupils",
        "North | 812 | 820",
        "South | 640 | 655",
        "All | 1 452 | 1 475",
    ]


def test_a_head_may_lack_the_corner_and_say_more_beside_its_years():
    assert cells("2023 2024\nNorth 812 820\nSouth 640 655\n")[0] == "2023 | 2024"
    text = "31 March 2024 (£000) 31 March 2023 (£000)\nNorth 812 820\nSouth 640 655\n"
    assert cells(text)[0] == "31 March 2024 (£000) | 31 March 2023 (£000)"
    assert cells(f"Item As of May 2024 May 2023\n{text.partition(chr(10))[2]}")[:1] != ["Item"]
    head = "Item 2023 actual 2024 plan\n"
    assert cells(f"{head}North 812 820\nSouth 640 655\n")[0] == "Item | 2023 actual | 2024 plan"


def test_lines_of_dashes_are_no_cells_of_wide_columns():
    text = (
        "County     Rooms   Loans\n------     -----   -----\nAshby      14      203\nBarrow     9       870\n"
    )
    assert cells(text) == ["County | Rooms | Loans", "Ashby | 14 | 203", "Barrow | 9 | 870"]


@pytest.mark.parametrize(
    "text",
    [
        "School Pupils\nOakford 1 234\nNorthmoor 2 345\nAshby 3 456",
        "Район Учеников 2024\nАкжол 1 234\nБирлик 2 345",
        "Oakford 12 345\nNorthmoor 2 345\nAshby 3 456",
    ],
)
def test_numbers_that_may_each_be_one_are_not_cut(text):
    assert cells(text) == []


def test_rows_among_titles_are_gone_through_once():
    counted = []
    for times in (100, 200):
        lines = "Rooms of town\nOakford 1 234 567 1 890 123\n" * times
        counted.append(work("reading", lambda lines=lines: cells(lines)))
    assert counted[1] < 3 * counted[0]
