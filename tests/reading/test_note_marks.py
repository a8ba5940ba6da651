"""Marks of notes that are digits behind the numbers of a table; all figures are invented."""

import pytest

from edureport.prose import read
from edureport.prose.cells import TextCell
from edureport.reading import text_file

HEAD = "Показатель\t2023\t2024\t2025\n"
ROWS = "Чай\t20,4\t21,9\t23,5\nСоль\t9,1\t9,3\t9,2\n"


def stated(tmp_path, text):
    path = tmp_path / "made-up.txt"
    path.write_text(text, encoding="utf-8")
    document = text_file.load_text(str(path))
    assert len(document.spoken) == len(document.text)
    figures = read(document.prose, "ru", [TextCell(*cell) for cell in document.cells]).figures
    return [str(figure.stated) for figure in figures if figure.states]


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("Мука\t11,51)\t12,7\t13,3", ["11.5", "12.7", "13.3"]),
        ("Мука\t11,51),2)\t12,7\t13,312)", ["11.5", "12.7", "13.3"]),
        ("Мука\t11,51) 2)\t12,7\t-3,32)", ["11.5", "12.7", "-3.3"]),
        ("Мука\t11,51)\t12753)\t13,33)", ["11.5", "12753", "13.3"]),  # which mark is it?
        ("Мука\t11,53)\t12753)\t13,33)", ["11.5", "1275", "13.3"]),
        ("Мука\t11,5\t12,7123)\t13,3", ["11.5", "13.3"]),  # no mark is so long, and what it is nobody knows
        ("Мука\t(11,51)\t12,7\t13,3", ["11.51", "12.7", "13.3"]),
        ("Мука1)\t11,5\t12,7\t13,3", ["11.5", "12.7", "13.3"]),
    ],
)
def test_a_bracket_that_was_not_opened_says_that_a_mark_is_before_it(tmp_path, row, numbers):
    assert stated(tmp_path, HEAD + ROWS + row)[6:] == numbers


def test_a_column_of_whole_numbers_says_nothing_of_decimals(tmp_path):
    numbers = stated(tmp_path, f"{HEAD}Чай\t20\t21\t23\nСоль\t9\t9\t9\nМука\t11\t12,71)\t13")
    assert numbers[6:] == ["11", "13"]


def test_behind_a_year_stands_a_mark(tmp_path):
    rows = "2023\t120\t131\n20241)\t125\t138\n202512)\t127\t140\n"
    assert stated(tmp_path, f"Год\tКлубы\tХоры\n{rows}") == ["120", "131", "125", "138", "127", "140"]
