"""Footnotes of tables: marks are taken off names and values, and what they say is kept with the figures."""

import pytest

from edureport.commands.show import show_table
from edureport.languages import catalogue
from edureport.reading.load import load_all

REST = """\
header: {has: [City]}
until: ["1)*"]
marks: ["1)", "2)", "*", "¹"]
across: {columns: "20??", into: period}
organisation: City
indicator: {constant: schools}
dimensions: {owner: {column: Owner, total: All}}
symbols: {x: suppressed}
"""
TABLE = """\
City,Owner,2023,2024 2)
East*,All,12,"254 1), 2)"
East*,State*,5,x 1)
West,All,7¹,8
1) Without evening schools.,,,
2) Provisional.,,,
* Before the town was divided.,,,
"""


@pytest.fixture
def noted(described):
    """The footnotes of each figure."""

    def read(rest=REST, table=TABLE):
        return {
            (
                report.organisation.in_language("en"),
                report.period.first.year,
                figure.category and figure.category.member,
            ): [note.in_language("en") for note in figure.footnotes]
            for report in load_all([str(described(rest, table))])
            for indicator in report.indicators.values()
            for figure in indicator.entries
        }

    return read


def test_marks_of_values_rows_and_columns_become_notes_of_the_figure(noted):
    evening, soon, town = "Without evening schools.", "Provisional.", "Before the town was divided."
    assert noted() == {
        ("East", 2023, None): [town],
        ("East", 2023, "State"): [town],
        ("East", 2024, None): [evening, soon, town],
        ("East", 2024, "State"): [evening, town, soon],
        ("West", 2023, None): ["¹"],
        ("West", 2024, None): [soon],
    }


def test_a_mark_behind_the_title_is_one_of_every_figure(noted):
    found = noted(table=TABLE.replace("City,", "Schools 1),,,\nCity,", 1).replace("2024 2)", "2024"))
    assert all("Without evening schools." in notes for notes in found.values())


def test_a_mark_that_may_be_another_is_refused(refused):
    rest = REST.replace("marks: [", "marks: ['11)', ")
    (said,) = refused(rest, TABLE.replace('"254 1), 2)"', "25411)"))
    assert "'25411)' is not a number" in said


SHOWN = """\
City,Owner,2023,2024
East{},All,11,12{}
West{},All,7,8
1) Without evening schools.,,,
* Before the town was divided.,,,
"""


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (("", " 1)", ""), ["East, 2024: Without evening schools."]),
        (("*", "", ""), ["East: Before the town was divided."]),
        (("*", "", "*"), ["Note: Before the town was divided."]),
        (("", "", ""), []),
    ],
)
def test_show_says_whose_note_it_is_unless_it_is_one_of_all(described, marks, said):
    assert notes(described(REST, SHOWN.format(*marks))) == said


def notes(path):
    words = catalogue.load("en")
    return [words.say(note) for note in show_table("schools", load_all([str(path)]), "en").notes]


def test_a_note_goes_on_in_the_next_line_where_its_sentence_does(noted):
    table = TABLE.replace(
        "2) Provisional.,,,\n", "2) Provisional:,,,\nof schools that,,,\nreported.,,,\nSource: us,,,\n"
    )
    assert noted(table=table)["West", 2024, None] == ["Provisional: of schools that reported."]
