"""Numerals: number words and their mixtures with digits."""

import pytest
from said import figures

from edureport.prose import read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "залдардың 3/4-і", ["3/4-і: percent 75 %"]),
        ("kk", "Абай көшесі, 1/3-үй", ["1/3: identifier 1"]),
        ("en", "3/4 of the halls", ["3/4: percent 75 %"]),
        ("en", "on 2/3 of May", ["2/3: figure"]),
        ("en", "1/16 of a percentage point", ["1/16: figure"]),
        ("en", "fell by 3/4 percentage points", ["3/4 percentage points: change 0.75 % by down points"]),
        ("ru", "примерно 3/4 залов", ["3/4: percent about 75 %"]),
        ("ru", "дошли до 1/8 финала", ["1/8: figure финал"]),
        ("ru", "около 1/2 га", ["1/2: figure гектар"]),
        ("en", "nineteen hundred trees", ["nineteen hundred: figure 1900 tree"]),
        ("en", "two hundred and five trees", ["two hundred and five: figure 205 tree"]),
        ("en", "half a million", ["half a million: figure 500000"]),
        ("en", "a hundred trees", ["a hundred: figure 100 tree"]),
        ("ru", "полтора миллиона литров", ["полтора миллиона: figure 1500000 литр"]),
        ("ru", "более тысячи школ", ["тысячи: figure more than 1000 школа"]),
        ("kk", "3 жүз мектеп", ["3 жүз: figure 300 мектеп"]),
        ("kk", "12 жарым мың", ["12 жарым мың: figure 12500"]),
        ("kk", "134 мың 812 адам", ["134 мың 812: figure 134812 адам"]),
        ("kk", "ІІІ тоқсан", ["ІІІ: ordinal 3"]),
        ("ru", "вдвое больше", ["вдвое: change 2 times up"]),
        ("ru", "ни одной школы", ["ни одной: figure 0 школа"]),
        ("en", "hundreds of schools", ["hundreds: figure school indefinite"]),
        ("kk", "жүздеген мектеп", ["жүздеген: figure мектеп indefinite"]),
        ("en", "3/4 of a million", ["3/4 of a million: figure 750000"]),
        (
            "en",
            "8-1/2 percent and 5/16 percent",
            ["8-1/2 percent: percent 8.5 %", "5/16 percent: percent 0.3125 %"],
        ),
        ("en", "4 1/2 days and 11/12 posts", ["4 1/2: figure 4.5 day", "11/12: figure post"]),
        ("en", "class 3/4 and 11/12 of the plan", ["3/4: figure", "11/12: figure"]),
        ("en", "the 1.7 lakh-crore plan", ["1.7 lakh-crore: target 1700000000000"]),
        ("en", "1½ tonnes", ["1½: figure 1.5 tonne"]),
        ("ru", "10⁶ тонн", ["10⁶: figure 1000000 тонна"]),
        ("kk", "5 мың 2 мектеп", ["5 мың: figure 5000", "2: figure 2 мектеп"]),
        ("ru", "3 тысячи 4000 школ", ["3 тысячи: figure 3000", "4000: figure 4000 школа"]),
        ("en", "it would almost double over 3 years", ["double: change nearly 2 times up", "3: date 3"]),
        ("en", "almost double rooms", []),
        ("en", "roughly four-and-a-half percent", ["four-and-a-half percent: percent about 4.5 %"]),
        ("ru", "семерых водителей", ["семерых: figure 7 водител"]),
    ],
)
def test_numerals(language, text, expected):
    assert figures(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # each is told to one of its last multiplier, noughts or not
        ("kk", "2 млрд 070 млн теңге", 1_000_000),
        ("ru", "3 млн 400 тыс. рублей", 1_000),
        ("ru", "400 тыс. рублей", 1_000),
        ("ru", "5 млрд 914,2 млн рублей", 100_000),
        ("kk", "134 мың 800 адам", None),  # written out in full
    ],
)
def test_what_a_number_is_told_to(language, text, expected):
    (figure,) = read(text, language).figures
    assert figure.quantity.precision == expected
