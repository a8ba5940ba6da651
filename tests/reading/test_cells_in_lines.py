"""Tables that were written a cell a line; all figures are invented."""

import pytest
from work import work

from edureport.reading.document import BlockKind, Blocks
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks


def read(text):
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    return blocks.all


def cells(text):
    found = [block for block in read(text) if block.kind is BlockKind.CELL]
    return [(block.row, block.column, text[block.start : block.end]) for block in found]


ROWS = [
    (1, 1, "Clubs"), (1, 2, "2024"), (1, 3, "2025"),
    (2, 1, "Chess"), (2, 2, "41"), (2, 3, "38"),
    (3, 1, "Dance"), (3, 2, "29"), (3, 3, "33"),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "| Clubs |\n2024 |\n2025 |\n| Chess |\n41 |\n38 |\n| Dance |\n29 |\n33 |\n",
        "Clubs |\n2024 |\n2025 |\n||\nChess |\n41 |\n38 |\n||\nDance |\n29 |\n33 |\n||\n",
        "Clubs | 2024 | 2025 |\nChess\n|\n41\n|\n38\n|\nDance\n|\n29\n|\n33\n|\n",
        "  Clubs | 2024 | 2025 |\n Chess \n|\n 41\n|\n38\n|\nDance\n |\n29\n|\n33\n|\n",
    ],
)
def test_cells_in_lines_are_rows(text):
    assert cells(text) == ROWS


def test_a_bar_alone_is_an_empty_cell():
    text = "Clubs |\n|\n2024 |\n2025 |\n||\nChess |\n|\n41 |\n38 |\n||\n"
    assert [(row, column) for row, column, _ in cells(text)] == [
        (1, 1),
        (1, 3),
        (1, 4),
        (2, 1),
        (2, 3),
        (2, 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chess |\n41 |\nDance |\n29 |\n",  # where does a row end?
        "Clubs | 2024 | 2025 |\nChess\n|\n41\n|\n",  # no full row
        "Clubs | 2024\nChess\n|\n41\n|\n38\n|\nDance\n|\n29\n|\n33\n|\n",
        "Chess\n|\n41\n|\n",
    ],
)
def test_lines_that_make_no_rows_are_no_table(text):
    assert not cells(text)


def test_many_cells_take_linear_time():
    few, many = (work("reading", lambda size=size: read("Chess |\n" * size)) for size in (500, 1000))
    assert many < 2.5 * few
