"""Paragraphs and items of plain text: which line breaks end them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import work

from edureport.errors import ReportError
from edureport.reading import limits
from edureport.reading.document import BlockKind, Blocks
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks

LONG = "В городе Примеров более 300 школ " * 5  # longer than a wrapped line


def found(text):
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    assert [block.number for block in blocks.all] == list(range(1, len(blocks.all) + 1))
    return [(block.kind, text[block.start : block.end]) for block in blocks.all]


def paragraphs(*texts):
    return [("paragraph", text) for text in texts]


def test_an_empty_line_ends_a_paragraph():
    assert found("one\n\ntwo\n \t\nthree\n") == paragraphs("one", "two", "three")


def test_white_space_around_a_paragraph_is_not_its_own():
    assert found("\n\n   one \n\f\n  \f two \n") == paragraphs("one", "two")


def test_a_wrapped_paragraph_is_one():
    text = "Число школ выросло и составило более\n300, из них 250 государственных, а\n50 частных школ"
    assert found(text) == paragraphs(text)


def test_wrapped_lines_may_begin_with_capitals_where_nothing_more_fits():
    text = "Более 300 школ работает в городе\nПримеров, из них 250 – школы"
    assert found(text) == paragraphs(text)


def test_a_line_with_room_for_the_next_word_is_a_paragraph():
    assert found("Сеть школ\nВ городе Примеров более 300 школ") == paragraphs(
        "Сеть школ", "В городе Примеров более 300 школ"
    )


def test_a_small_letter_goes_on_with_the_line_before():
    assert found("Сеть\nшкол города Примеров велика") == paragraphs("Сеть\nшкол города Примеров велика")


def test_short_lines_are_no_wrapped_paragraph():
    assert found("Отчёт города\nПримеров\n2025 год") == paragraphs("Отчёт города", "Примеров", "2025 год")


def test_items_need_no_room_after_items():
    assert found("1. a\n2. b\n3. c") == [("item", letter) for letter in "abc"]


def test_long_lines_are_paragraphs():
    first, second = LONG.strip(), LONG.strip() + "."
    assert found(f"{first}\n2025 год: {first}\n{second}\n") == paragraphs(first, f"2025 год: {first}", second)


@pytest.mark.parametrize("mark", ["- ", "– ", "— ", "• ", "* ", "1. ", "12) ", "а) ", "-\t"])
def test_items_are_found_without_their_marks(mark):
    text = f"Открыто:\n{mark}5 школ;\n{mark}7 садов,\n  из них 2 новых"
    assert found(text) == [
        ("paragraph", "Открыто:"),
        ("item", "5 школ;"),
        ("item", "7 садов,\n  из них 2 новых"),
    ]


@pytest.mark.parametrize("text", ["2025. Школы", "г. Пример", "-5 школ", "5.5 школ", "–", "1."])
def test_what_only_looks_like_an_item_is_none(text):
    assert found(text) == paragraphs(text)


def test_a_dash_that_is_wrapped_begins_no_item():
    text = "Общее число школ города Примеров\n– более 300"
    assert found(text) == paragraphs(text)


def test_a_text_has_no_more_lines_than_any_report(monkeypatch):
    monkeypatch.setattr(limits, "PIECES", 3)
    assert len(found("a\n\nb")) == 2
    with pytest.raises(ReportError) as caught:
        found("a\n\nb\n")
    assert caught.value.problems[0].message.key == "text.pieces"


@given(st.text("аБ1 .,-–\n\t\f\u2028", max_size=80))
def test_every_word_is_in_one_block(text):
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    inside = set()
    last = 0
    for block in blocks.all:
        assert last <= block.start < block.end
        inside.update(range(block.start, block.end))
        last = block.end
    assert not [place for place, sign in enumerate(text) if sign.isalpha() and place not in inside]


@pytest.mark.parametrize(
    "text",
    [
        "Schools\t40\t44\nClubs\t7\t9",
        "Schools | 40 | 44\nClubs | 7 | 9",
        "| Schools | 40 | 44 |\n|---|---|---|\n| Clubs | 7 | 9 |",
        "│Schools │ 40 │ 44 │\n├────────┼────┼────┤\n│Clubs   │  7 │  9 │",
        "Schools done      40   44\nClubs              7    9",
    ],
)
def test_lines_that_are_cut_alike_make_a_table(text):
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    cells = [text[block.start : block.end] for block in blocks.all if block.kind is BlockKind.CELL]
    assert [cells[0][:7], *cells[1:]] == ["Schools", "40", "44", "Clubs", "7", "9"]


def places(text):
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    cells = (block for block in blocks.all if block.kind is BlockKind.CELL)
    return {text[block.start : block.end]: (block.row, block.column) for block in cells}


TOWNS = "| Town | School | Pupils | Clubs |\n| North | First | 410 | 12 |\n"


@pytest.mark.parametrize(
    ("row", "words", "column"),
    [
        ("| Second | 381 | 9 |", "Second", 2),  # of the same town
        ("| Total | 791 | 21 |", "791", 3),
        ("| Total | – | 21 |", "21", 3),  # it fits where it is
        ("| Third | 381 |", "381", 2),  # neither fits
        ("| East | Third | 381 |", "381", 3),  # of which the last cell is missing
        ("| Third | 17.03.04 | 9 |", "9", 3),  # a code among words
    ],
)
def test_a_row_that_lacks_cells_at_the_left_stands_below_its_heads(row, words, column):
    assert places(f"{TOWNS}| South | Other | 262 | 7 |\n{row}")[words] == (4, column)


def test_one_row_does_not_show_how_many_cells_another_lacks():
    assert places(f"{TOWNS}| Second | 381 | 9 |")["Second"] == (3, 1)


def test_heads_stay_where_they_are():
    text = "| Town | School | Numbers |\n| in all | in clubs |\n| North | First | 410 | 12 |\n"
    assert places(f"{text}| South | Other | 262 | 7 |")["in all"] == (2, 1)


SHEET = "\tIn all\tIn %\t\nClubs\t\t2024\t2025\nChess\t\t52\nSport:\t\t\nGolf\t41\t48\t57\nPolo\t9\t11\t12\n"


@pytest.mark.parametrize("title", ["", "I\tClubs of the town\n", "Clubs of the town\n"])
def test_what_is_copied_from_a_sheet_has_empty_cells(title):
    expected = {
        "In all": (1, 2),
        "In %": (1, 3),
        "Clubs": (2, 1),
        "2024": (2, 3),
        "2025": (2, 4),
        "Chess": (3, 1),
    }
    expected |= {"52": (3, 3), "Sport:": (4, 1), "Golf": (5, 1), "41": (5, 2), "48": (5, 3), "57": (5, 4)}
    found = places(title + SHEET)
    assert {words: found[words] for words in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Golf\t\t41\t48\nPolo\t\t\t9\t11\n",  # tabs that only set numbers below each other
        "\tIn all\t\tIn %\nGolf\t41\t\t48\nPolo\t9\t11\t12\n",  # only one row is full
        "Golf\t41\nPolo\t\t9\n",
    ],
)
def test_a_sheet_has_two_full_rows(text):
    assert (3, 4) not in places(text).values() or (2, 3) not in places(text).values()


def test_many_rows_of_a_sheet_that_are_not_full_take_linear_time():
    few, many = (
        work("reading", lambda size=size: places("a\t\tb\tc\td\n5\t\n" * size)) for size in (200, 400)
    )
    assert many < 2.5 * few


def test_a_line_alone_is_no_table():
    blocks = Blocks("made-up.txt", Limits())
    add_blocks("Schools | 40\nClubs are new.", blocks)
    assert {block.kind for block in blocks.all} == {BlockKind.PARAGRAPH}


def test_a_number_alone_is_that_of_a_page():
    assert found("250 schools.\n\n- 17 -\n\nAnd 40 clubs.") == paragraphs("250 schools.", "And 40 clubs.")


def test_numbers_alone_in_a_row_are_cells():
    assert found("Clubs\n\n53\n\n1,200\n\n54\n\nRooms\n\n7\n\nthe end") == paragraphs(
        "Clubs", "53", "1,200", "54", "Rooms", "the end"
    )


def test_a_number_may_go_on_in_the_next_line():
    assert found("Открыто более 1\n250 школ") == paragraphs("Открыто более 1\n250 школ")


def test_numbers_alone_below_names_are_figures():
    names = ("Swimmers in halls", "Boys", "27", "Girls", "31", "All of them", "58")
    assert found("\n\n".join(names)) == paragraphs(*names)
