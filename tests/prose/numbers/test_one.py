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
        ("en", "only one bridge", ["one: figure 1 bridge"]),
        ("en", "more than one bridge", []),
        ("en", "only one of the bridges", []),
        ("en", "two bridges and one school", ["two: figure 2 bridge", "one: figure 1 school"]),
        ("en", "1 bridge", ["1: figure 1 bridge"]),
        ("ru", "Погиб один человек.", ["один: figure 1 человек"]),
        ("ru", "Один ребенок спасен.", ["Один: figure 1 ребёнок"]),
        ("ru", "Зафиксирован один случай кражи.", ["один: figure 1 случа"]),
        ("ru", "Погиб один из них.", []),
        ("ru", "Один человек сказал правду.", []),
        ("ru", "Один случай из жизни.", []),
        ("ru", "Еще один район.", []),
        (
            "ru",
            "5 – в аварии, двое детей – в огне, один – на воде",
            ["5: figure 5", "двое: figure 2 ребёнок", "один: figure 1 ребёнок"],
        ),
        ("kk", "Тағы бір науқас келді.", ["бір: figure 1 науқас"]),
        ("kk", "Бір бала құтқарылды.", ["Бір: figure 1 бала"]),
        ("kk", "Бір адам айтты.", []),
        ("kk", "Тағы бір мәселе.", []),
        ("en", "11 cases including one death", ["11: figure 11 case", "one: figure 1 death"]),
        ("en", "including one of them", []),
        ("en", "They took one look", []),
        ("en", "the only one to keep it", []),
        ("en", "Payments to be made: None.", []),
        ("en", "None of the schools", ["None: figure 0 school"]),
        ("ru", "Пострадали двое (один погиб).", ["двое: figure 2", "один: figure 1 погиб"]),
        ("ru", "7 – из Сосновки, по одному – из Нуры и Косколя", ["7: figure 7", "одному: figure 1"]),
        ("ru", "по одному из направлений", []),
        ("kk", "Бір сәби шетінеп кетті.", ["Бір: figure 1 сәби"]),
    ],
)
def test_one(language, text, expected):
    assert figures(language, text) == expected
