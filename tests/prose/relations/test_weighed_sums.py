"""Weighed sums: lines that add up though nothing says so, and what so many digits weigh against chance."""

import pytest
from said import table

from edureport.prose import read
from edureport.prose.cells import TextCell
from edureport.prose.relations.relation import Consistency


def told(reading, *verdicts):
    return [
        [reading.figures[index].words for index in (one.whole, *one.parts)]
        for one in reading.relations
        if one.verdict in verdicts
    ]


def asked(reading):
    return told(reading, Consistency.DOUBTFUL, Consistency.DOES_NOT_FOLLOW)


STATEMENT = ["Statement | 2024 | 2025", "Fees | 412,345 | 398,217", "Gifts | 120,118 | 133,946",
             "Grants | 87,402 | 91,336", "Income | 619,865 | 623,499", "Wages | 301,280 | 310,554",
             "Rent | 142,917 | 150,121", "Spent | 444,197 | 460,675", "Left | 175,668 | 162,824"]  # fmt: skip


def test_totals_and_totals_of_totals():
    assert sorted(told(table(*STATEMENT), Consistency.FOLLOWS)) == [
        ["444,197", "301,280", "142,917"],
        ["460,675", "310,554", "150,121"],
        ["619,865", "412,345", "120,118", "87,402"],
        ["619,865", "444,197", "175,668"],
        ["623,499", "398,217", "133,946", "91,336"],
        ["623,499", "460,675", "162,824"],
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "sums"),
    [
        ("120,118", "170,118", [["619,865", "412,345", "170,118", "87,402"]]),
        ("142,917", "142,971", [["444,197", "301,280", "142,971"]]),  # two digits have changed places
        ("162,824", "862,824", [["623,499", "460,675", "862,824"]]),
        ("120,118", "171,118", []),  # two digits are no slip
    ],
)
def test_one_digit(right, wrong, sums):
    changed = [row.replace(right, wrong) for row in STATEMENT]
    assert asked(table(*changed)) == sums


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["Town | 9,412,345", "Vale | 7,120,118", "All | 16,532,453"], 0),  # a hundredth may be untold
        (["Town | 9,412,345", "Vale | 7,120,118", "All | 17,532,463"], 1),
        (["Town | 4,412", "Vale | 1,120", "Moor | 5,632"], 0),  # short numbers are chance
        (["Town | 4,412", "Vale | 1,120", "Total | 5,632"], 1),  # but what a word calls a total is none
        (["Staff | 19", "Money | 6,412,345", "Spent | 6,412,355"], 0),  # right without one of them
        (["Fees | 6,412,345", "Costs | 500,000", "Left | 5,912,345"], 0),  # which may be taken away
    ],
)
def test_one_column(lines, count):
    assert len(asked(table("Fund | 2025", *lines))) == count


ACCOUNT = """Carried over: 5,641.69
Received: 16,719.49
Together: 22,361.18

Spending

Pay: 5,360.00
Hall: 8,826.97
Total: {}
"""


def test_lines_of_a_list_are_a_column():
    right, wrong = (read(ACCOUNT.format(total), "en") for total in ("14,186.97", "14,786.97"))
    assert ["22,361.18", "5,641.69", "16,719.49"] in told(right, Consistency.FOLLOWS)
    assert asked(wrong) == [["14,786.97", "5,360.00", "8,826.97"]]


def test_the_total_of_a_table_of_one_column_may_stand_above_it():
    text, cells = "Income ({})\n\n", []
    for row, (label, number) in enumerate(
        [("Taxes", "1,972,641"), ("Fees", "444,753"), ("Sales", "1,077,253"), ("Gifts", "303,513")]
    ):
        for column, words in enumerate((label, number)):
            start = len(text) + len("3,798,160") - len("{}")
            cells.append(TextCell(start, start + len(words), 1, row, column))
            text += words + ("–  ", "\u2029")[column]
    right, wrong = (read(text.format(total), "en", cells) for total in ("3,798,160", "3,998,160"))
    numbers = ["1,972,641", "444,753", "1,077,253", "303,513"]
    assert ["3,798,160", *numbers] in told(right, Consistency.FOLLOWS)
    assert asked(wrong) == [["3,998,160", *numbers]]


def test_lines_with_units_of_their_own_are_no_column():
    text = "In the halls 1,464,000 seats\nIn the clubs 328,400 people\nIn all 1,792,400 visits\n"
    assert not [one for one in read(text, "en").relations if one.rule == "parts_digits"]


IN_TURN = """The city built {} rooms for 94,130 people. In North there are 1,612 rooms for 40,219 people.
In South there are 1,205 rooms for 31,844 people; in West there are 957 rooms for 22,067 people.
"""


def test_what_is_told_in_turn_in_the_same_units():
    assert ["3,774", "1,612", "1,205", "957"] in told(
        read(IN_TURN.format("3,774"), "en"), Consistency.FOLLOWS
    )
    assert asked(read(IN_TURN.format("3,974"), "en")) == [["3,974", "1,612", "1,205", "957"]]


def test_a_long_text_is_weighed_to_its_end():
    before = "".join(
        f"Hall {number} sold {number + 100} tickets and {number} books.\n\n" for number in range(2, 150)
    )
    wrong = read(before + IN_TURN.format("3,974"), "en")
    assert ["3,974", "1,612", "1,205", "957"] in asked(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "They lent 90 million dollars. They paid 40 million dollars. They sold 20 dollars.",
        "They lent 41,230,500 dollars. They paid 41,230,500 dollars. They sold 20,000 dollars.",  # told twice
        "They lent 5,200 dollars. They paid 3,300 dollars. They sold 2,900 dollars.",  # short
        "They lent 480,317 dollars. They paid 325,294 dollars. In 2022 they lent 255,023 dollars.",
    ],
)
def test_sentences_that_only_look_like_a_sum(text):
    assert asked(read(text, "en")) == []


@pytest.mark.parametrize(
    ("cell", "total", "count"),
    [("x", "429", 0), ("..", "429", 0), ("<5", "429", 0), ("", "429", 0), ("-", "429", 1), ("x", "411", 1)],
)
def test_what_is_hidden_may_be_the_rest(cell, total, count):
    rows = [
        "Club | 2023 | 2024 | 2025",
        "Oak | 124 | 231 | 318",
        f"Ash | 210 | {cell} | 118",
        "Elm | 150 | 190 | 207",
    ]
    assert len(asked(table(*rows, f"Total | 484 | {total} | 643"))) == count


def test_lists_of_two_units_one_of_which_counts_some_once():
    rows = ["North: 47 halls, 698 boys", "South: 56 halls, 606 boys", "East: 47 halls, 1,721 boys"]
    text = "\n".join(["Total: 150 halls, {} boys", *rows])
    assert asked(read(text.format("3,017"), "en")) == []
    assert asked(read(text.format("3,525"), "en"))


def test_a_bound_among_the_parts_leaves_a_rest():
    text = (
        "They sold 912,437 tickets. Oak sold 404,112 tickets; Elm sold 204,008 tickets; Ash sold {} tickets."
    )
    assert asked(read(text.format("304,317"), "en")) == []
    assert asked(read(text.format("254,317"), "en"))
    assert asked(read(text.format("more than 254,317"), "en")) == []


PEOPLE = ["Visitors | 2024 | 2025", "Visits | 1,284 | 1,377", "On foot | 803 | 911", "By bus | 481 | 466",
          "Of which", "Children | 412 | 398", "Women | 517 | 603", "Men | 355 | 376",
          "Costs", "Spent | 77 | 81"]  # fmt: skip


def test_a_total_is_split_again_by_a_section_further_down():
    wrong = [row.replace("603", "693") for row in PEOPLE]
    assert ["1,284", "412", "517", "355"] in told(table(*wrong), Consistency.FOLLOWS)
    assert asked(table(*wrong)) == [["1,377", "398", "693", "376"]]


def test_each_column_in_which_one_digit_is_wrong():
    rows = [
        "Area | a | b | c | d",
        "Lake | 412 | 318 | 277 | 514",
        "Vale | 353 | 296 | 188 | 402",
        "All | 765 | 614 | 465 | 916",
    ]
    assert asked(table(*rows)) == []
    wrong = [rows[0], rows[1].replace("318", "378"), rows[2], rows[3].replace("465", "865")]
    assert asked(table(*wrong)) == [["614", "378", "296"], ["865", "277", "188"]]


@pytest.mark.parametrize(("sign", "count"), [(":", 1), (".", 0)])
def test_a_line_that_leads_to_its_parts(sign, count):
    text = f"Halls 7,412{sign}\n\nOld 4,120\n\nNew 3,392\n\nBooks 5,230\n"
    assert len(asked(read(text, "en"))) == count


def test_a_line_below_a_heading_is_no_total_of_those_above_it():
    rows = ["Use | 2025", "Novels | 14,512", "Atlases | 4,345", "Maps | 1,212", "Rooms", "Halls | 20,869"]
    assert asked(table(*rows)) == []
    assert len(asked(table(*(row for row in rows if row != "Rooms")))) == 1


@pytest.mark.parametrize(("name", "count"), [("Native", 0), ("Total", 1)])
def test_lines_of_the_own_section_and_the_next_are_no_sum(name, count):
    rows = [
        "People",
        f"{name} | 145 | 48",
        "Other | 14 | 1",
        "Families",
        "Both parents | 151 | 47",
        "One | 97 | 39",
    ]
    assert len(asked(table(*rows))) == count


@pytest.mark.parametrize(
    ("water", "wrong"),
    [
        ("102,832.66", []),
        ("182,832.66", [["642,918.37", "229,418.13", "310,667.58", "182,832.66"]]),
    ],
)
def test_parts_may_be_indented_into_a_column_before_that_of_their_totals(water, wrong):
    rows = ["Due in May | | 871,405.12", "Paid in May | | 642,918.37", "Repairs | 229,418.13",
            "Heating | 310,667.58", f"Water | {water}", "Left | | 228,486.75"]  # fmt: skip
    assert asked(table(*rows)) == wrong


@pytest.mark.parametrize(("penalties", "wrong"), [("17,414.65", 0), ("13,414.65", 1), ("13,508.23", 0)])
def test_a_little_rest_that_nobody_tells_is_no_round_number(penalties, wrong):
    rows = [
        "Paid | 2,004,978.00",
        "Repairs | 986,419.36",
        "Heating | 1,001,143.99",
        f"Penalties | {penalties}",
    ]
    assert len(asked(table("Account | Sum", *rows))) == wrong
