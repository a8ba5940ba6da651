"""Identifiers: numbers that are names."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Article 14(2) applies", ["14: identifier 14", "2: identifier 2"]),
        ("en", "rural libraries number 68", ["68: figure 68"]),
        ("en", "School No. 7", ["7: identifier 7"]),
        ("en", "School 7", ["7: identifier 7"]),
        ("en", "5G network", ["5: identifier 5"]),
        ("en", "COVID-19", ["19: identifier 19"]),
        ("en", "mortality rate(1)", ["1: identifier 1"]),
        ("en", "clubs (5)", ["5: figure 5"]),
        ("en", "See figure 9 on page 4", ["9: identifier 9", "4: identifier 4"]),
        ("en", "Of this figure 949 had a pass", ["949: figure 949"]),
        ("ru", "«100 шагов»", ["100: identifier 100"]),
        ("ru", "007", ["007: identifier 7"]),
        ("kk", "15-мектеп", ["15: identifier 15"]),
        ("kk", "27-баптың", ["27: identifier 27"]),
        ("kk", "31-көпір", ["31: ordinal 31"]),
        ("kk", "300-орындық мектеп", ["300: attribute 300 орын"]),
        ("en", "575-seat hall", ["575: attribute 575 place"]),
        ("ru", "Школа № 5 – 1 108 учеников", ["5: identifier 5", "1 108: figure 1108 ученик"]),
        ("ru", "Школы № 5–8", ["5–8: identifier 5..8"]),
        ("ru", "Школы №№ 5 – 8", ["5 – 8: identifier 5..8"]),
        ("en", "School No. 5 – 1,108.", ["5: identifier 5", "1,108: figure 1108"]),
        ("en", "Schools nos. 5 – 8", ["5 – 8: identifier 5..8"]),
        ("kk", "әр балаға немесе15 728 теңге", ["15 728: figure 15728 теңге"]),
        ("kk", "одан бөлек15 көлік", ["15: figure 15 көлік"]),
        ("ru", "65 642студента", ["65 642: figure 65642 студент"]),
        ("ru", "форма2 школ", ["2: identifier 2"]),
        ("ru", "корпус2 мест", ["2: identifier 2"]),
        ("ru", "Зенит2 000 мест", ["2 000: identifier 2000"]),
        ("ru", "9класса", ["9: identifier 9"]),
        (
            "kk",
            "1-топ-936, 2-топ-3845",
            ["1: ordinal 1", "936: figure 936", "2: ordinal 2", "3845: figure 3845"],
        ),
        ("kk", "топ-10 ел", ["10: identifier 10"]),
        ("kk", "көш бастап тұр-40 мың турист", ["40 мың: figure 40000 турист"]),
        (
            "ru",
            "согласно приложениям 1, 2 и 3 соответственно",
            ["1: identifier 1", "2: identifier 2", "3: identifier 3"],
        ),
        ("ru", "пункты 1, 2 и 3 школы", ["1: identifier 1", "2: identifier 2", "3: figure 3 школа"]),
    ],
)
def test_identifiers(language, text, expected):
    assert figures(language, text) == expected
