"""Numbers: signs, suffixes, percent signs, ranges, and multipliers that several share."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "$5m was spent", ["5m: figure 5000000 dollar"]),
        ("en", "1.2m tonnes", ["1.2m: figure 1200000 tonne"]),
        ("en", "a 50m pool", ["50: figure 50 pool"]),
        (
            "en",
            "eight libraries, five clubs and a museum",
            ["eight: figure 8 library", "five: figure 5 club", "a: figure 1 museum"],
        ),
        ("en", "between 5 and 9 schools", ["5 and 9: figure 5..9 school"]),
        ("en", "5 to 9 schools", ["5 to 9: figure 5..9 school"]),
        ("ru", "от 5 до 9 школ", ["5 до 9: figure 5..9 школа"]),
        ("ru", "10–15 мостов", ["10–15: figure 10..15 мост"]),
        ("ru", "с 5,9 до 7,1 %", ["5,9 до 7,1 %: percent 5.9..7.1 %"]),
        (
            "ru",
            "9,4, 11,85 и 17,2 млн тонн",
            ["9,4: figure 9400000", "11,85: figure 11850000", "17,2 млн: figure 17200000 тонна"],
        ),
        ("ru", "−3 тонны", ["−3: change -3 тонна by down"]),
        ("ru", "2-х школ", ["2-х: figure 2 школа"]),
        ("ru", "11-х классов", ["11-х: ordinal 11"]),
        ("kk", "5-тен 12-ге дейін мектеп", ["5-тен 12-ге: figure 5..12 мектеп"]),
        ("kk", "10–15 мың адам", ["10–15 мың: figure 10000..15000 адам"]),
        ("kk", "2205- ауылда", ["2205: figure"]),
        ("kk", "62,5 пайызы", ["62,5 пайызы: percent 62.5 %"]),
        ("ru", "3 п. п.", ["3 п. п.: percent 3 % points"]),
        ("en", "12 million (–3%)", ["12 million: figure 12000000", "–3%: change -3 % by down"]),
        ("en", "rates (2–3 %)", ["2–3 %: percent 2..3 %"]),
        ("ru", "доход (доля – 3 %)", ["3 %: percent 3 %"]),
        ("ru", "доход (– 3 %)", ["3 %: percent 3 %"]),
        ("ru", "доход (—3 %)", ["3 %: percent 3 %"]),
        (
            "ru",
            "с $1,5 до $4,5 миллиона",
            ["1,5: figure 1500000 доллар", "4,5 миллиона: figure 4500000 доллар to"],
        ),
        ("ru", "с $500 до $2 миллионов", ["500: figure 500 доллар", "2 миллионов: figure 2000000 доллар to"]),
        ("en", "from $300 to $2 million", ["300: figure 300 dollar", "2 million: figure 2000000 dollar to"]),
    ],
)
def test_numbers(language, text, expected):
    assert figures(language, text) == expected
