"""Blocks of Markdown: headings, paragraphs, items and cells, without what is no prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.reading.document import Blocks
from edureport.reading.limits import Limits
from edureport.reading.markdown import add_blocks, is_markdown
from edureport.reading.markup import GONE, pasted, unmarked


def blocks_of(text):
    blocks = Blocks("made-up.md", Limits())
    add_blocks(text, blocks)
    return blocks.all


def found(text):
    return [(block.kind, text[block.start : block.end]) for block in blocks_of(text)]


def paragraphs(*texts):
    return [("paragraph", text) for text in texts]


@pytest.mark.parametrize(
    "heading", ["# Schools", "###### Schools ##", "  ## Schools", "Schools\n===", "Schools\n-"]
)
def test_headings(heading):
    assert found(f"{heading}\nMore than 300.") == [("heading", "Schools"), ("paragraph", "More than 300.")]


@pytest.mark.parametrize("text", ["#Schools", "####### Schools", "C# 5", "#"])
def test_what_is_no_heading(text):
    assert ("heading", "Schools") not in found(text)


def test_a_wrapped_paragraph_is_one():
    assert found("More than\n300 schools\nOf them 250\n\nAll") == paragraphs(
        "More than\n300 schools\nOf them 250", "All"
    )


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "2)"])
def test_items(mark):
    text = f"{mark} 5 schools\n   and more\n{mark} 7\n  {mark} 8 nested\n\n{mark} 9"
    assert found(text) == [
        ("item", "5 schools\n   and more"),
        ("item", "7"),
        ("item", "8 nested"),
        ("item", "9"),
    ]


def test_in_a_paragraph_only_a_list_from_1_begins():
    assert found("It was in\n2024. Not an item") == paragraphs("It was in\n2024. Not an item")
    assert found("Opened:\n1. Five") == [("paragraph", "Opened:"), ("item", "Five")]


def test_a_table_is_read_cell_by_cell():
    text = "Schools:\n| Kind | 2025 |\n|:--|--:|\n| State \\| city | 250 |\n||50|\n\nAll"
    cells = [(block.number, block.row, block.column) for block in blocks_of(text) if block.kind == "cell"]
    assert cells == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2), (1, 3, 2)]
    words = [words for kind, words in found(text) if kind == "cell"]
    assert words == ["Kind", "2025", "State \\| city", "250", "50"]
    assert found(text)[0] == ("paragraph", "Schools:")
    assert found(text)[-1] == ("paragraph", "All")


def test_a_table_without_outer_bars():
    assert found("a | b\n- | -\n1 | 2\nend") == [
        *(("cell", words) for words in "ab12"),
        ("paragraph", "end"),
    ]


@pytest.mark.parametrize("text", ["a | b\n1 | 2", "a | b\n--|--|--", "a\n| - |"])
def test_bars_alone_make_no_table(text):
    assert {kind for kind, _ in found(text)} <= {"paragraph", "heading"}


def test_tables_are_numbered():
    table = "|a|\n|-|\n"
    assert [block.number for block in blocks_of(f"{table}\n{table}")] == [1, 2]


def test_the_mark_of_a_quote_is_no_bound():
    assert found("Said:\n> 300 schools\n> > 250\n>\nAfter") == paragraphs(
        "Said:", "300 schools", "250", "After"
    )


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode 5\n```",
        "~~~~ text\n5\n~~~\n~~~~",
        "<!-- 5 -->",
        "<!--\n5\n-->",
        "***",
        "- - -",
        "[link]: https://example.org/5",
        "---\ntitle: 5\n---",
        "",
    ],
)
def test_what_is_no_prose_is_in_no_block(text):
    assert found(f"{text}\n\nAfter") == paragraphs("After")


@pytest.mark.parametrize("text", ["```\n5", "<!--\n5"])
def test_what_is_never_closed_goes_on_to_the_end(text):
    assert found(f"Before\n{text}\n\nAfter") == paragraphs("Before")


def test_footnotes_are_prose_without_their_marks():
    assert found("[^1]: Of them 5 new.\n[^2]: And 6.") == paragraphs("Of them 5 new.", "And 6.")


@pytest.mark.parametrize("text", ["# Schools\n5", "a | b\n--|--", "text\n```\n5"])
def test_markdown_without_a_name_is_known(text):
    assert is_markdown(text, "<stdin>", Limits())


@pytest.mark.parametrize("text", ["Schools\n- 5", "> 300", "a | b", "#5", "--\n**"])
def test_text_without_a_name_is_text(text):
    assert not is_markdown(text, "<stdin>", Limits())


@given(st.text("ab1 #>|-=*`~[]^:.!<\\\n", max_size=80))
def test_any_text_gives_blocks_in_order(text):
    last = 0
    for block in blocks_of(text):
        assert last <= block.start < block.end
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        last = block.end


def test_a_table_that_is_drawn_is_not_read():
    drawn = "+-----+-----+\n| One | 12  |\n+=====+=====+\n| Two | 13  |\n+-----+-----+"
    assert found(f"Before\n\n{drawn}\n\nBehind") == paragraphs("Before", "Behind")


@pytest.mark.parametrize(
    "gone", ["`size = 300`", '`{"a": 1, "a": 2}`', "$x_1^{2} = 300$", "$$\n250 \\cdot 3\n$$"]
)
def test_code_and_formulas_say_nothing(gone):
    assert unmarked(f"More {gone} here") == "More " + GONE * len(gone) + " here"


def test_an_escaped_price_is_one():
    for without_marks in (unmarked, pasted):
        assert without_marks("up to \\$500") == f"up to {GONE}$500"


@pytest.mark.parametrize("said", ["`300` schools", "$300 and $400 for 5 schools", "`300 schools`"])
def test_figures_in_other_type_and_sums_of_money_are_read(said):
    assert unmarked(said).replace(GONE, "") == said.replace("`", "")


@pytest.mark.parametrize(
    "said",
    [
        "The `schools: 250` and `250/300` of `2024: 40 schools`.",
        "The city`s schools: 250 [1]. The region`s schools: 300.",
        "In Grade `A` and `B's` 5; 'the' `\"best\"` 6.",
        "It cost $300 for 25 schools (see form_1) and 400 $ more.",
        "It cost $300 for 25 schools (see {1}) and 400 $ more.",
        "From $300 for form_1 to 400$ for form_2.",
    ],
)
def test_what_only_looks_like_code_or_a_formula_is_read(said):
    left = unmarked(said).replace(GONE, "")
    assert left.replace("`", "") == said.replace("`", "")
