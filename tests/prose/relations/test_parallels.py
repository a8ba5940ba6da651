"""Quantities that are told at two times, of which one follows from two others at both."""

import pytest
from said import relations

USE = "Use {} to {} % from 58.9 %, evenings let {} to 480,000 from {}, and evenings open to {} from 595,000."


def of_shares(language, text):
    return [line for line in relations(language, text) if line.startswith("share_parallel")]


def test_a_share_that_holds_at_both_times():
    assert of_shares("en", USE.format("rose", "61.8", "rose", "350,500", "776,700")) == [
        "share_parallel likely follows: 776,700 <- 480,000 + 61.8 %",
        "share_parallel likely follows: 595,000 <- 350,500 + 58.9 %",
    ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("68.1", "350,500", "776,700"), []),  # no slip of one digit
        (("61.3", "350,500", "776,700"), ["share_parallel likely doubtful: 776,700 <- 480,000 + 61.3 %"]),
        (("61.8", "380,500", "776,700"), ["share_parallel likely doubtful: 595,000 <- 380,500 + 58.9 %"]),
        (("61.8", "350,500", "736,700"), ["share_parallel likely doubtful: 736,700 <- 480,000 + 61.8 %"]),
        (("61.3", "380,500", "776,700"), []),  # it holds at no time
    ],
)
def test_a_share_that_holds_at_one_time_and_is_a_digit_off_at_the_other(numbers, expected):
    share, before, whole = numbers
    assert of_shares("en", USE.format("rose", share, "rose", before, whole)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Число сосен выросло с 25 180 до 27 415, деревьев – с 27 304 до 30 627, елей – с 2 124 до 3 212.",
            ["30 627 <- 27 415 + 3 212", "27 304 <- 25 180 + 2 124"],
        ),
        (
            "en",
            (
                "A deficit of 9.4 million, down from 11.6 million, with spending of 27.4 million, down from "
                "50.8 million, and revenue of 18.0 million against 19.2 million."
            ),
            ["50.8 million <- 11.6 million + 19.2 million"],
        ),
        # Lines of another passage, and shares of few digits.
        (
            "en",
            "Use rose to 62 % from 59 %, evenings let to 48 from 35, and evenings open to 77 from 69.",
            [],
        ),
    ],
)
def test_sums_at_two_times(language, text, expected):
    told = [line.partition(": ")[2] for line in relations(language, text) if line.startswith("parts_beside")]
    assert told == expected


def test_a_number_that_follows_elsewhere_is_not_asked_about():
    text = (
        "Use rose to 40.4 % from 39.4 %, seats to 9.6 million from 7.1 million and guests to 3.88 million "
        "from 2.8 million. For the year use rose to 40.6 % from 38.1 %."
    )
    assert [line for line in relations("en", text) if "doubtful" in line] == []
