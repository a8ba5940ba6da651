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
        ("en", "EU Directive 96/16/EC applies", ["96/16: identifier 96"]),
        ("en", "Regions 2, 8 and 10 were late", ["2: identifier 2", "8: identifier 8", "10: identifier 10"]),
        (
            "en",
            "In regions 2, 8 and 10 schools opened",
            ["2: figure 2", "8: figure 8", "10: figure 10 school"],
        ),
        ("en", "zones 1-3", ["1-3: identifier 1..3"]),
        ("en", "In zones 1-3 schools opened", ["1-3: figure 1..3 school"]),
        ("en", "In quarters 1 and 2 it fell", ["1: identifier 1", "2: identifier 2"]),
        ("en", "In both quarters 12 opened", ["12: figure 12"]),
        ("en", "of all traffic.1 This note", ["1: identifier 1"]),
        ("en", "It was v.2 of it", ["2: figure 2"]),
        ("en", "the 100 largest towns", ["100: identifier 100"]),
        ("en", "the 100 forest schools", ["100: figure 100 school"]),
        ("en", "the bottom 10 trusts", ["10: identifier 10"]),
        ("en", "School District 299 IL", ["299: identifier 299"]),
        ("en", "Goal 4 is met", ["4: identifier 4"]),
    ],
)
def test_identifiers(language, text, expected):
    assert figures(language, text) == expected
