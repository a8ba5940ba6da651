"""Identifiers and ordinals: numbers that are names."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "phase 2 of the road", ["2: ordinal 2"]),
        ("en", "Article 14(2) applies", ["14: identifier 14", "2: identifier 2"]),
        ("en", "rural libraries number 68", ["68: figure 68"]),
        ("en", "School No. 7", ["7: identifier 7"]),
        ("en", "School 7", ["7: identifier 7"]),
        ("en", "5G network", ["5: identifier 5"]),
        ("en", "COVID-19", ["19: identifier 19"]),
        ("en", "8 Steppe Street", ["8: identifier 8"]),
        ("en", "grades 1 to 11", ["1 to 11: ordinal 1..11"]),
        ("en", "Call 87010000000", ["87010000000: identifier 87010000000"]),
        ("ru", "1) школа; 2) сад", ["1: ordinal 1", "2: ordinal 2"]),
        ("ru", "1. Школа", ["1: ordinal 1"]),
        ("ru", "«100 шагов»", ["100: identifier 100"]),
        ("ru", "ул. Абая, 15", ["15: identifier 15"]),
        ("ru", "в 7 классе", ["7: ordinal 7"]),
        ("ru", "5 класса", ["5: ordinal 5"]),
        ("ru", "4 класса", ["4: figure 4 класс"]),
        ("ru", "2 этап", ["2: ordinal 2"]),
        ("ru", "21 место", ["21: figure 21 место"]),
        ("ru", "007", ["007: identifier 7"]),
        ("kk", "3 орын алды", ["3: ordinal 3"]),
        ("kk", "9 сынып оқушылары", ["9: ordinal 9"]),
        ("kk", "9 сыныпқа", ["9: ordinal 9"]),
        ("kk", "9 сынып ашылды", ["9: figure 9 сынып"]),
        ("kk", "15-мектеп", ["15: identifier 15"]),
        ("kk", "27-баптың", ["27: identifier 27"]),
        ("kk", "31-көпір", ["31: ordinal 31"]),
        ("kk", "300-орындық мектеп", ["300: attribute 300 орын"]),
        ("en", "575-seat hall", ["575: attribute 575 place"]),
    ],
)
def test_identifiers(language, text, expected):
    assert figures(language, text) == expected
