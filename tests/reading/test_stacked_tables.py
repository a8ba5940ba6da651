"""Tables whose cells stand in a line each."""

import pytest

from edureport.reading.document import Blocks
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks

ROWS = "Schools\n40\n44\nClubs\n7\n9\nHalls\n3\n2\n"


def cells(text):
    """Where each cell stands, by its words and, of equal ones, the last."""
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    return {text[cell.start : cell.end]: (cell.row, cell.column) for cell in blocks.all if cell.column}


@pytest.mark.parametrize(
    "text",
    [
        ROWS,
        ROWS.replace("\n", "\n\n"),  # with an empty line behind each
        ROWS.replace("\n", " |\n"),
        ROWS.replace("\n", "\n|\n"),
        f"Northmoor has built much in the last year.\n{ROWS}All was paid for by the district itself.",
    ],
)
def test_as_many_numbers_behind_each_name_are_a_row(text):
    found = cells(text)
    assert (found["Schools"], found["44"], found["Halls"], found["2"]) == ((1, 1), (1, 3), (3, 1), (3, 3))


@pytest.mark.parametrize("text", [ROWS.replace("9\n", ""), "Schools\n40\nClubs\n7\nHalls\n3", ROWS[:26]])
def test_fewer_rows_or_numbers_are_no_table(text):
    assert not cells(text)


def test_a_head_that_names_times_stands_above_its_numbers():
    found = cells(f"Table\n2024\n2025\n{ROWS}")
    assert (found["2024"], found["2025"], found["40"]) == ((1, 2), (1, 3), (2, 2))


def test_a_title_may_stand_between_a_head_and_the_first_row():
    found = cells(f"Change in % \n2024\n2025\nWhat the district has\n{ROWS}")
    assert (found["2025"], found["What the district has"], found["40"]) == ((1, 3), (2, 1), (3, 2))


def test_a_name_without_numbers_heads_those_below():
    found = cells(ROWS.replace("Clubs", "Of the towns\nClubs"))
    assert (found["Of the towns"], found["Clubs"], found["9"]) == ((2, 1), (3, 1), (3, 3))


def test_units_behind_the_names_are_a_column():
    rows = ROWS.replace("Schools", "Schools\nunits").replace("Clubs", "Clubs\nunits")
    found = cells(f"{rows}Fields\nunits\n8\n1\n")
    assert (found["Schools"], found["40"], found["Halls"], found["3"]) == ((1, 1), (1, 3), (3, 1), (3, 3))


def test_the_numbers_of_the_rows_are_no_cells():
    rows = "".join(f"{at}\nSchool of town {at}\n{500 + at}\n{700 + at}\n" for at in range(1, 7))
    found = cells(rows)
    assert found["School of town 4"][1] == 1
    assert (found["504"][1], found["704"][1]) == (2, 3)
    assert "4" not in found


def test_bars_that_end_rows_tell_more():
    text = "Unit |\nSchools |\nClubs |\n||\nA |\n40 |\n7 |\n||\nB |\n|\n9 |\n||\nC |\n44 |\n3 |\n||"
    assert cells(text)["9"][1] == 3


def test_a_bar_is_an_empty_cell_where_a_number_lacks():
    found = cells("Schools |\n40 |\n44 |\nClubs |\n|\n9 |\nHalls |\n3 |\n2 |\nFields |\n8 |\n1 |\n")
    assert found["9"] == (2, 3)


def test_a_total_may_have_no_number_in_the_first_column():
    rows = ROWS.replace("Schools\n", "Schools\n412\n").replace("Clubs\n", "Clubs\n96\n")
    found = cells(rows.replace("Halls\n", "Halls\n55\n") + "Total\n50\n57\nSource: none")
    assert (found["Total"], found["50"], found["57"]) == ((4, 1), (4, 3), (4, 4))
    assert "Source: none" not in found
