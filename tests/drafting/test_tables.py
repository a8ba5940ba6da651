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
    assert pupils.earlier == {Period.parse("2024"): "800"}


def test_what_heads_a_row_or_a_column_is_left_out():
    found = items("| Pupils | 50 places |\n|---|---|\n| 40 schools | 12 |\n")
    assert [item.why.key for item in found if isinstance(item, LeftOut)] == ["draft.left_head"] * 2
    assert [item.label for item in found if isinstance(item, DraftIndicator)] == ["40 schools, 50 places"]


def test_a_table_of_one_cell_or_with_empty_heads_is_no_trouble():
    assert items("| 5 |\n|---|\n")[0].why.key == "draft.left_head"
    assert [item.label for item in items("| | |\n|---|---|\n| | 7 |\n")] == ["7"]
