"""Fractions in words, as percentages."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "two thirds of pupils", ["two thirds: percent about 66.67 %"]),
        ("en", "9 out of 10 women", ["9 out of 10: percent 90 %"]),
        ("en", "3 out of 10 halls", ["3: figure 3", "10: figure 10 hall"]),
        ("ru", "7 из 10 учеников", ["7: figure 7", "10: figure 10 ученик"]),
        ("en", "three in ten pupils", ["three in ten: percent 30 %"]),
        ("en", "12 in every 100 pupils", ["12 in every 100: percent 12 %"]),
        ("en", "one in ten years", ["ten: date 10"]),
        ("en", "a third successive year", ["third: ordinal 3"]),
        ("en", "more than a third admitted it", ["a third: percent more than 33.33 %"]),
        ("en", "a quarter of a million", ["a quarter of a million: figure 250000"]),
        ("ru", "каждый третий школьник", ["каждый третий: percent about 33.33 %"]),
        ("ru", "каждый третий день", ["третий: date 3"]),
        ("ru", "семь из десяти школ", ["семь из десяти: percent 70 %"]),
        ("ru", "две из пяти школ", ["две: figure 2", "пяти: figure 5 школа"]),
        ("kk", "оннан үші", ["оннан үші: percent 30 %"]),
        ("kk", "төрттен бірі", ["төрттен бірі: percent 25 %"]),
        ("ru", "около четверти школ", ["четверти: percent about 25 %"]),
        ("ru", "более четверти часа", []),
        ("ru", "итоги четверти", []),
        ("ru", "снизился почти вполовину", ["вполовину: percent nearly 50 %"]),
        ("ru", "пол миллиона жителей", ["пол миллиона: figure 500000 житель"]),
        ("ru", "пол школы", []),
        ("kk", "жарты миллион теңге", ["жарты миллион: figure 500000 теңге"]),
        ("kk", "жарты жыл", []),
        ("en", "half (50%) of them", ["half: percent 50 %", "50%: percent 50 %"]),
        ("en", "half (of the pupils)", ["half: percent 50 %"]),
        ("en", "about a fourth bigger than before", ["a fourth: percent about 25 %"]),
        ("en", "about a fourth school", ["fourth: ordinal 4"]),
        ("en", "one household in four, it said", ["one household in four: percent 25 %"]),
        ("en", "one school in four villages", ["four: figure 4 village"]),
        ("en", "in all, 7 in 10", ["7 in 10: percent 70 %"]),
        ("en", "4.7 in 10", ["4.7: figure 4.7", "10: figure 10"]),
    ],
)
def test_fractions(language, text, expected):
    assert figures(language, text) == expected
