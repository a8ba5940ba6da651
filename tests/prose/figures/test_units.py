"""Units: the noun that a number counts."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "14 road bridges", ["14: figure 14 bridge"]),
        ("en", "14 new libraries", ["14: figure 14 library"]),
        ("en", "none of the schools", ["none: figure 0 school"]),
        ("en", "The number of pupils – 223", ["223: figure 223 pupil"]),
        ("en", "The number rose from 20 to 60.", ["20: figure 20 from up", "60: figure 60 to up"]),
        ("en", "$300 were spent", ["300: figure 300 dollar"]),
        ("en", "14 of the 20 boxes", ["14: figure 14", "20: figure 20 box"]),
        ("en", "hundreds of the schools", ["hundreds: figure school indefinite"]),
        ("en", "The number of pupils - 223", ["223: figure 223 pupil"]),
        ("en", "14 on islands", ["14: figure 14"]),
        ("en", "5 percent of pupils", ["5 percent: percent 5 %"]),
        ("ru", "школ - 7 429", ["7 429: figure 7429 школа"]),
        ("ru", "школ: 7 429", ["7 429: figure 7429 школа"]),
        ("ru", "пришли человек пять", ["пять: figure about 5 человек"]),
        ("ru", "14 годом ранее", ["14: figure 14"]),
        ("ru", "известно число школ, садов – 223", ["223: figure 223 сад"]),
        ("ru", "известно число школ; садов – 223", ["223: figure 223 сад"]),
        ("ru", "(число школ) – 223", ["223: figure 223"]),
        ("ru", "14 новых школ", ["14: figure 14 школа"]),
        ("ru", "школ – 7 429", ["7 429: figure 7429 школа"]),
        ("ru", "мест в детсадах – 4 520", ["4 520: figure 4520 место"]),
        ("ru", "в заголовке – 250", ["250: figure 250"]),
        ("ru", "число средних школ – 223", ["223: figure 223 школа"]),
        ("ru", "14 закрыты", ["14: figure 14"]),
        ("ru", "500 тенге", ["500: figure 500 тенге"]),
        ("kk", "спорт алаңы 14", ["14: figure 14"]),
        ("kk", "14 спорт алаңы", ["14: figure 14 алаң"]),
        ("kk", "14 жаңа мектеп", ["14: figure 14 мектеп"]),
        ("kk", "мектеп саны – 223", ["223: figure 223 мектеп"]),
        ("kk", "300 орындық мектеп", ["300: attribute 300 орын"]),
        ("kk", "14 ашылып", ["14: figure 14"]),
        (
            "en",
            "There are 11 schools for 16,000 pupils and 30 for 69,000.",
            [
                "11: figure 11 school",
                "16,000: figure 16000 pupil",
                "30: figure 30 school",
                "69,000: figure 69000 pupil",
            ],
        ),
    ],
)
def test_units(language, text, expected):
    assert figures(language, text) == expected
