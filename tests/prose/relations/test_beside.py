"""Lists of parts behind "comprised", or behind a dash and closed by "and"."""

import pytest
from said import relations

BOUGHT = "The port bought {} tonnes of oil on 5 May, 500 tonnes more than planned. "
COMPRISED = (
    BOUGHT + "The purchase comprised {} tonnes of crude oil at 348 crowns and {} tonnes of refined oil."
)
DASHED = "Sales of {} boxes – {} boxes for this year and {} boxes for the next – were below those of May."


def asked(text, language="en"):
    return [line for line in relations(language, text) if "doubtful" in line or "not_follow" in line]


@pytest.mark.parametrize("text", [COMPRISED, DASHED])
@pytest.mark.parametrize(
    ("whole", "one", "other"),
    [("46,100", "41,700", "4,400"), ("46,100", "41,700", "5,400"), ("56,100", "41,700", "4,400")],
)
def test_a_list_is_asked_about_that_is_one_digit_off(text, whole, one, other):
    right = (whole, other) == ("46,100", "4,400")
    told = f"parts_beside likely {'follows' if right else 'doubtful'}: {whole} <- {one} + {other}"
    assert told in relations("en", text.format(whole, one, other))
    assert asked(text.format(whole, one, other)) == ([] if right else [told])


@pytest.mark.parametrize(
    "text",
    [
        # A number that is no digit off may be a part of more, and one that exceeds it of something else.
        COMPRISED.format("46,100", "31,200", "2,400"),
        "The port bought 46,000 tonnes. The cargoes comprised 48,000 tonnes of oil and 5,000 tonnes of salt.",
        # Levels, and what they rose from.
        "They sold 136,000 tonnes. Stocks comprised 38,000 tonnes of oil, against 88,000 tonnes in May.",
        "They sold 136,100 tonnes. Prices fell by 38,400 tonnes in May and 96,700 tonnes in June.",
        # The list of another time.
        "They bought 46,100 tonnes. Last year they comprised 41,700 tonnes of oil and 5,400 tonnes of salt.",
        "They bought 46,100 tonnes. That of May comprised 41,700 tonnes of oil and 5,400 tonnes of salt.",
        # Sentences that no word makes a list of parts.
        "There are 46,100 trees. They planted 41,700 trees in spring and 5,400 trees in autumn.",
        # Of two numbers before them, the parts can be of either.
        "Of 46,100 tonnes 45,100 tonnes came. They comprised 43,700 tonnes of oil and 4,400 tonnes of salt.",
        # A dash that opens no list, and one that joins a number to another.
        "Sales of 46,100 boxes – in May 41,700 boxes went to towns and 5,400 boxes to farms – were low.",
        "Classes of 46-100 boxes: 41 boxes and 15 boxes.",
    ],
)
def test_lists_that_may_be_of_something_else(text):
    assert asked(text) == []
