"""Did you mean: what is near to a mistyped word."""

import pytest

from edureport.near import near, unknown

KNOWN = ["value", "value_bound", "label", "period"]


def test_the_likest_come_first():
    assert near("valuebound", KNOWN)[0] == "value_bound"
    assert near("valuebound", KNOWN, most=1) == ("value_bound",)
    assert near("xyz", KNOWN) == ()


def test_a_very_long_word_is_not_compared_whole():
    assert near("value" * 100_000, KNOWN) == ()


@pytest.mark.parametrize(
    ("word", "key", "offered"),
    [
        ("perod", "usage.column_near", ("period",)),
        ("bound", "usage.column_near", ("value_bound",)),  # a part of it
        ("bo", "usage.column", None),  # too short to look for in others
        ("xyz", "usage.column", None),
    ],
)
def test_a_word_that_names_nothing_is_told_with_what_is_near_or_with_all_there_is(word, key, offered):
    said = unknown("usage.column", word, KNOWN)
    assert said.key == key
    assert said.values == {"word": word, **({"near": offered} if offered else {"known": tuple(KNOWN)})}


def test_of_many_names_the_first_are_listed():
    said = unknown("usage.column", "xyz", map(str, range(1000)))
    assert len(said.values["known"]) == 21
    assert said.values["known"][-1] == "…"


def test_what_was_meant_may_be_known_already():
    assert unknown("usage.column", "lable", KNOWN, meant=()).key == "usage.column"
