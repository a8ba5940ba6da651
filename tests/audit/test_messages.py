"""What an audit says of a figure: how it was read, what the data have, what follows in the text."""

import pytest

from edureport.audit.audit import audit
from edureport.audit.messages import reading_of, remarks_on
from edureport.languages import catalogue
from edureport.prose import read

WORDS = catalogue.load("en")
PAY = (
    "A worker gets 186 tenge. Bankers get 558 tenge (3 times as much), miners 372 tenge (twice as much), "
    "doctors 205 tenge (1.1 times as much), drivers 250 tenge (1.9 times as much)."
)


def said(text, *reports):
    """For each figure of a text all that is said of it, in English."""
    made = audit(read(text, "en"), reports)
    return [[WORDS.say(note) for note in remarks_on(finding, made.figures)] for finding in made.findings]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("more than 300 bridges", "more than 300"),
        ("hundreds of bridges", "an indefinite number"),
        ("All schools have a pool.", "all"),
        ("They plan to build 14 bridges.", "14 (plan)"),
        ("The number of bridges rose by 14.", "up by 14"),
        ("The number of bridges fell by 14%.", "down by 14%"),
        ("The number of bridges tripled.", "3 times"),
        ("3.5% of the bridges", "3.5%"),
        ("12–15.5% of the bridges", "12.0–15.5%"),
    ],
)
def test_how_a_figure_was_read(text, reading):
    (figure,) = read(text, "en").figures
    assert WORDS.say(reading_of(figure)) == reading


@pytest.mark.parametrize(
    ("language", "text", "reading"),
    [
        ("ru", "Число мостов выросло в 3 раза.", "в 3 раза"),
        ("ru", "Число мостов выросло в 5 раз.", "в 5 раз"),
        ("ru", "Число мостов выросло в 21 раз.", "в 21 раз"),
        ("ru", "Число мостов выросло в 1,5 раза.", "в 1,5 раза"),
        ("ru", "Число мостов выросло в 2–3 раза.", "кратность: 2–3"),
        ("ru", "Число мостов выросло вдвое.", "в 2 раза"),
        ("ru", "Число мостов выросло более чем в 3 раза.", "кратность: более 3"),
        ("kk", "Көпір саны 3 есе артты.", "3 есе"),
        ("kk", "Көпір саны 3 еседен астам артты.", "3-тен астам есе"),
        ("en", "The number of bridges rose more than 3 times.", "more than 3 times"),
    ],
)
def test_a_multiple_has_the_form_of_its_number(language, text, reading):
    (figure,) = read(text, language).figures
    assert catalogue.load(language).say(reading_of(figure)) == reading


@pytest.mark.parametrize(
    ("text", "remarks"),
    [
        # against the data
        ("There are 42 schools.", [[]]),
        ("There are 43 schools.", [["Schools: 42", "the text is off by +1"]]),
        ("There are 31 urban schools.", [["Schools – Urban schools: 30", "the text is off by +1"]]),
        ("28.6% of schools are rural.", [[]]),
        ("25% of schools are rural.", [["Schools – Rural schools: 28.57%", "the text is off by −3.57"]]),
        ("The number of schools rose by 2 compared with last year.", [[]]),
        (
            "The number of schools rose by 3 compared with last year.",
            [["Schools: 2", "the text is off by +1"]],
        ),
        ("The number of schools rose by 5% compared with last year.", [[]]),
        # within the text
        (
            "The town has 45 bridges: 30 state and 10 private.",
            [["30 + 10 = 40; the text says 45"], [], []],
        ),
        (
            "209 of the 418 boats, or 60%, are new.",
            [[], ["209 of 418 is 50%; the text says 60%"], []],
        ),
        (
            "The number of bridges rose by 6 from 40 to 45.",
            [[], [], ["from 40 to 45 is 5; the text says 6"]],
        ),
        (
            "20 families got 50 tenge each, 1,900 tenge in all.",
            [[], [], ["20 times 50 is 1,000; the text says 1,900"]],
        ),
        (
            "14 bridges (the headline says 15) were built.",
            [["the text says 14 here and 15 elsewhere"], []],
        ),
        (
            PAY,
            [*[[]] * 7, ["please check: from 186 to 250 is a factor of 1.34; the text says 1.9"], []],
        ),
    ],
)
def test_what_is_said_of_the_figures_of_a_text(riverside, text, remarks):
    assert said(text, riverside) == remarks


def test_a_part_is_more_than_its_whole():
    assert said("Of the 40 halls 55 are new.") == [["the part (55) is more than the whole (40)"], []]
