"""One: where it counts, and where it is an article."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "один из мостов", []),
        ("ru", "два моста и одна школа", ["два: figure 2 мост", "одна: figure 1 школа"]),
        ("kk", "бір мектеп", []),
        ("kk", "төрт мектеп, бір лагерь", ["төрт: figure 4 мектеп", "бір: figure 1 лагерь"]),
        ("en", "one bridge", []),
        ("en", "two bridges and one school", ["two: figure 2 bridge", "one: figure 1 school"]),
        ("en", "1 bridge", ["1: figure 1 bridge"]),
    ],
)
def test_one(language, text, expected):
    assert figures(language, text) == expected
