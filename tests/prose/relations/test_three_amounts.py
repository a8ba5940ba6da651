"""Three amounts: an account, or so many and so much each, of which one digit is wrong."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "digits"),
    [
        ("en", "With 7,254 departures and 6,130 arrivals, net migration was minus 1,1{}4.", "26"),
        ("en", "Each of the 2,340 grants was worth $450, and the scheme paid out $1,0{}3,000.", "58"),
        ("ru", "На одного врача приходится 1 4{}0 жителей (население — 59 200, врачей — 40).", "87"),
        (
            "kk",
            "Туғандар саны 6 230, қайтыс болғандар 2 110 болды. Табиғи өсім 4 1{}0 адамға тең болды.",
            "27",
        ),
        ("kk", "Жәрдемақы мөлшері 24 500 теңге, алушылар 320 адам, жалпы төлем 7,8{} млн теңге.", "42"),
    ],
)
def test_one_digit_of_three_amounts(language, text, digits):
    right, wrong = digits
    assert not [one for one in relations(language, text.format(right)) if "doubtful" in one]
    assert [one for one in relations(language, text.format(wrong)) if "likely doubtful" in one]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last year 7,254 people left, 6,130 arrivals were counted and 1,164 moved within the town."),
        ("en", "In 2022 exports were 34.8 million, in 2023 29.5 million, and imports 5.8 million."),
        ("en", "The 2,340 pupils of 450 schools wrote 1,083,000 pages."),
    ],
)
def test_three_amounts_of_which_none_is_said_to_follow(language, text):
    assert not [one for one in relations(language, text) if "doubtful" in one]
