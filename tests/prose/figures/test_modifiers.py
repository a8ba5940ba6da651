"""Modifiers: the words that give a number a bound."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "300-ден астам мектеп", ["300-ден: figure more than 300 мектеп"]),
        ("kk", "300 ден астам мектеп", ["300 ден: figure more than 300 мектеп"]),
        ("kk", "300 мектептен астам", ["300: figure more than 300 мектеп"]),
        ("kk", "300-ге жуық мектеп", ["300-ге: figure nearly 300 мектеп"]),
        ("kk", "300 мектепке дейін", ["300: figure at most 300 мектеп"]),
        ("kk", "6 кг-дан астам есірткі", ["6: figure more than 6 кг"]),
        ("kk", "6 кг-дан есірткі", ["6: figure 6 кг"]),
        ("en", "42 Rh+ donors", ["42: figure 42 rh"]),
        ("ru", "Показатель превышал 300", ["300: figure more than 300"]),
        ("kk", "300-дей мектеп", ["300-дей: figure about 300 мектеп"]),
        ("kk", "300 шақты мектеп", ["300: figure about 300 мектеп"]),
        ("kk", "кемінде 300 мектеп", ["300: figure at least 300 мектеп"]),
        ("kk", "жыл соңына дейін 300 мектеп", ["жыл соңына дейін: date", "300: figure 300 мектеп"]),
        ("ru", "более 300 школ", ["300: figure more than 300 школа"]),
        ("ru", "почти на 8 тонн", ["8: figure nearly 8 тонна"]),
        ("ru", "цена – от 70 тысяч тенге", ["70 тысяч: figure at least 70000 тенге"]),
        ("ru", "человек двадцать", ["двадцать: figure about 20 человек"]),
        ("ru", "300 с лишним школ", ["300: figure more than 300 школа"]),
        ("en", "at least 300 schools", ["300: figure at least 300 school"]),
        ("en", "300 or more schools", ["300: figure at least 300 school"]),
        ("en", "300+ schools", ["300: figure at least 300 school"]),
        ("en", "up to 300 schools", ["300: figure at most 300 school"]),
    ],
)
def test_modifiers(language, text, expected):
    assert figures(language, text) == expected
