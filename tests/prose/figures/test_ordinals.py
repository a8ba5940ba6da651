"""Ordinals: items of lists, grades and ranks."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "phase 2 of the road", ["2: ordinal 2"]),
        ("en", "5 The results follow", ["5: ordinal 5"]),
        ("en", "2.19\tThe revenue grew", ["2.19: ordinal 2.19"]),
        ("en", "5 In-patient wards", ["5: figure 5"]),
        ("en", "the bill (Chapter 541) raises it", ["541: ordinal 541"]),
        ("en", "2 The fund opened.\n\n3 Plans were read.", ["2: ordinal 2", "3: ordinal 3"]),
        ("ru", "5 На конец года", ["5: ordinal 5"]),
        ("kk", "5 Бұл көрсеткіш", ["5: ordinal 5"]),
        ("en", "Fewer category 2 calls came", ["2: ordinal 2"]),
        ("en", "in this category 2 calls came", ["2: figure 2 call"]),
        ("en", "of category two calls", ["two: ordinal 2"]),
        ("en", "at level 30 pupils left", ["30: figure 30 pupil"]),
        ("en", "*8. Mr Smith asked", ["8: ordinal 8"]),
        ("ru", "**3. Выводы** Приняли 30 больных", ["3: ordinal 3", "30: figure 30"]),
        ("kk", "_4. Жоба қалай басталды_", ["4: ordinal 4"]),
        ("en", "**30** schools", ["30: figure 30"]),
        ("ru", "занимает 63 место", ["63: ordinal 63"]),
        ("ru", "занято 63 места", ["63: figure 63 место"]),
        ("en", "grades 1 to 11", ["1 to 11: ordinal 1..11"]),
        (
            "en",
            "| 1 | Halls | 45 | 1.1 | Rooms | 31 | 2 | Clubs | 7 |",
            [
                "1: ordinal 1",
                "45: figure 45",
                "1.1: ordinal 1.1",
                "31: figure 31",
                "2: ordinal 2",
                "7: figure 7",
            ],
        ),
        (
            "en",
            "| 1 | Halls | 45 | 3 | Rooms | 31 |",
            ["1: figure 1", "45: figure 45", "3: figure 3", "31: figure 31"],
        ),
        ("en", "| 1. | Halls", ["1: ordinal 1"]),
        ("en", "1   Preliminary figures", ["1: ordinal 1"]),
        ("en", "1 500  Halls", ["1 500: figure 1500 hall"]),
        ("en", "They had 2.  Others had 3", ["2: figure 2", "3: figure 3"]),
        ("ru", "1) школа; 2) сад", ["1: ordinal 1", "2: ordinal 2"]),
        ("ru", "1. Школа", ["1: ordinal 1"]),
        ("ru", "в 7 классе", ["7: ordinal 7"]),
        (
            "en",
            "4 The cost rose.\n\n5 Prices fell.\n\n6 Both are low.",
            ["4: ordinal 4", "5: ordinal 5", "6: ordinal 6"],
        ),
        (
            "en",
            "4 Schools rose.\n\n6 Schools fell.\n\n7 Schools stood.",
            ["4: figure 4 school", "6: figure 6 school", "7: figure 7 school"],
        ),
        ("en", "Proposition 98 funds rose", ["98: ordinal 98"]),
        ("en", "Proposition 398 funds rose", ["398: figure 398 fund"]),
        ("en", "in the division 98 funds rose", ["98: figure 98 fund"]),
        ("en", "In Q 4 sales rose", ["4: ordinal 4"]),
        ("ru", "9 классы показали", ["9: ordinal 9"]),
        ("ru", "9 классов", ["9: figure 9 класс"]),
        ("ru", "5 класса", ["5: ordinal 5"]),
        ("ru", "4 класса", ["4: figure 4 класс"]),
        ("ru", "2 этап", ["2: ordinal 2"]),
        ("ru", "21 место", ["21: figure 21 место"]),
        ("kk", "3 орын алды", ["3: ordinal 3"]),
        ("kk", "9 сынып оқушылары", ["9: ordinal 9"]),
        ("kk", "9 сыныпқа", ["9: ordinal 9"]),
        ("kk", "9 сынып ашылды", ["9: figure 9 сынып"]),
        ("en", "It was up in 2014/15. 2. This report", ["2014/15: date 2014", "2: ordinal 2"]),
        ("en", "They had 2. The rest left", ["2: figure 2"]),
        ("en", "For Year 13 the pass rate", ["13: ordinal 13"]),
        ("en", "In the year 13 schools opened", ["13: figure 13 school"]),
    ],
)
def test_ordinals(language, text, expected):
    assert figures(language, text) == expected
