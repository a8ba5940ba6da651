"""Tables between bars that lack their first cell, or do not; all figures are invented."""

import pytest

from edureport.reading.document import BlockKind, Blocks
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks


def columns(text):
    """The column of each cell, by its words."""
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    return {
        text[block.start : block.end]: block.column for block in blocks.all if block.kind is BlockKind.CELL
    }


def test_a_bar_before_a_row_parts_an_empty_first_cell_where_bars_only_part_cells():
    found = columns("Note | Name | 2024 | 2025\n| Halls | 7 | 15\n4 | Rooms | 12 | 20\n| Clubs | 3 | |\n")
    assert found == {
        "Note": 1, "Name": 2, "2024": 3, "2025": 4, "Halls": 2, "7": 3, "15": 4,
        "4": 1, "Rooms": 2, "12": 3, "20": 4, "Clubs": 2, "3": 3,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["| Name | 2024 |\n| Halls | 7 |\n| Rooms | 12 |\n", "Name | 2024\n| Halls | 7 |\n| Rooms | 12 |\n"],
)
def test_a_bar_that_opens_a_row_parts_nothing(text):
    assert columns(text) == {"Name": 1, "2024": 2, "Halls": 1, "7": 2, "Rooms": 1, "12": 2}
