"""Told twice: an amount and a percentage that words set equal are one change."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The canteens raised their sales by 7%, or 873,000 euros, to 13.3 million euros.",
            [
                "7%: change 7 % by up",
                "873,000: change 873000 euro by up",
                "13.3 million: figure 13300000 euro to up",
            ],
        ),
        (
            "en",
            "Loans dropped 5 percent or 24 million tons in the north to 46 million tons.",
            [
                "5 percent: change 5 % by down",
                "24 million: change 24000000 tonne by down",
                "46 million: figure 46000000 tonne to down",
            ],
        ),
        (
            "en",
            "Spending grew 4% (by $4.77 million) to $121 million.",
            [
                "4%: change 4 % by up",
                "4.77 million: change 4770000 dollar by up",
                "121 million: figure 121000000 dollar to up",
            ],
        ),
        (
            "en",
            "The club had 730 members, which was 12 members or 1.6% fewer than before.",
            [
                "730: figure 730 member",
                "12: change 12 member by down",
                "1.6%: change 1.6 % by down",
            ],
        ),
        (
            "en",
            "The hall had 240 seats, a rise of 24 (11%).",
            ["240: figure 240 place", "24: change 24 place by up", "11%: change 11 % by up"],
        ),
        (
            "ru",
            "Приняли 219 человек, что на 18 %, или 48, меньше.",
            ["219: figure 219 человек", "18 %: change 18 % by down", "48: change 48 человек by down"],
        ),
        (
            "kk",
            "Бұл былтырғыдан 18%-ға немесе 469 балаға аз.",
            ["18%-ға: change 18 % by down", "469: change 469 бала by down"],
        ),
        (
            "kk",
            "Кіріс 477 теңгеге немесе 4%-ға өсті.",
            ["477: change 477 теңге by up", "4%-ға: change 4 % by up"],
        ),
        (
            "kk",
            "Істер 441 немесе 18 %-ға кеміген.",
            ["441: change 441 by down", "18 %-ға: change 18 % by down"],
        ),
        # What is set equal to a level is one, too.
        (
            "en",
            "The area was 2,200 hectares, or 30 pct less than before.",
            ["2,200: figure 2200 hectare", "30 pct: change 30 % by down"],
        ),
        (
            "ru",
            "Построено 132 дома, или на 25 % меньше, чем раньше.",
            ["132: figure 132 дом", "25 %: change 25 % by down"],
        ),
        (
            "en",
            "Absences rose by 20%, or 98 of the pupils.",
            ["20%: change 20 % by up", "98: figure 98"],
        ),
        (
            "ru",
            "Поголовье сократилось на 10 % и составило 646 голов.",
            ["10 %: change 10 % by down", "646: figure 646 гол"],
        ),
    ],
)
def test_what_is_set_equal_to_a_change_is_one(language, text, expected):
    assert figures(language, text) == expected
