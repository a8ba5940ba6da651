"""Products: so many, each so much, make a total."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "40 семей по 20 тонн, всего 800 тонн.", ["rate certain follows: 800 <- 40 + 20"]),
        ("ru", "40 семей по 20 тонн, всего 900 тонн.", ["rate certain does_not_follow: 900 <- 40 + 20"]),
        ("ru", "40 семей по 20 тонн и 800 тонн.", ["rate likely follows: 800 <- 40 + 20"]),
        ("ru", "40 семей по 20 тонн и 900 тонн.", []),
        ("ru", "40 семей по 20 тонн, 5 семей и 800 тонн.", []),
        ("en", "18 buildings with 36 flats each, 648 flats in all", ["rate likely follows: 648 <- 18 + 36"]),
        (
            "en",
            "5 trainers held 12 courses each, 55 in total.",
            ["rate likely does_not_follow: 55 <- 5 + 12"],
        ),
        ("ru", "5 автобусов сделали по 12 рейсов в день, всего 360 рейсов.", []),
        ("ru", "20 детей получают по 3 тонны ежемесячно, всего 720 тонн.", []),
    ],
)
def test_products(language, text, expected):
    assert relations(language, text) == expected
