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
        ("en", "500 € were spent", ["500: figure 500 euro"]),
        ("en", "14 of the 20 boxes", ["14: figure 14", "20: figure 20 box"]),
        ("en", "hundreds of the schools", ["hundreds: figure school indefinite"]),
        ("en", "The number of pupils - 223", ["223: figure 223 pupil"]),
        ("en", "14 on islands", ["14: figure 14"]),
        ("en", "5 percent of pupils", ["5 percent: percent 5 %"]),
        ("ru", "школ - 7 429", ["7 429: figure 7429 школа"]),
        ("ru", "школ: 7 429", ["7 429: figure 7429 школа"]),
        ("ru", "пришли человек пять", ["пять: figure about 5 человек"]),
        ("ru", "14 годом ранее", ["14: figure 14"]),
        # what describes a noun is none
        ("en", "The number of new pupils: 223", ["223: figure 223 pupil"]),
        ("en", "The number of school canteens: 223", ["223: figure 223 canteen"]),
        ("ru", "число построенных школ – 14", ["14: figure 14 школа"]),
        ("ru", "Число поступивших – 223", ["223: figure 223"]),
        ("ru", "провели 14 заседаний", ["14: figure 14 заседан"]),
        ("ru", "21 средний балл", ["21: figure 21 балл"]),
        # "and" joins what one number counts
        ("en", "14 library and halls", ["14: figure 14"]),
        ("en", "14 schools and new kindergartens were opened", ["14: figure 14"]),
        ("en", "14 schools and 20 halls", ["14: figure 14 school", "20: figure 20 hall"]),
        (
            "en",
            "runs 14 schools and employs 400 teachers",
            ["14: figure 14 school", "400: figure 400 teacher"],
        ),
        ("ru", "школ и садов – 223", ["223: figure 223"]),
        ("ru", "Число школ и детских садов: 223", ["223: figure 223"]),
        ("ru", "14 школ и закрыли", ["14: figure 14 школа"]),
        ("kk", "мектептер мен балабақшалар саны – 223", ["223: figure 223"]),
        ("kk", "15 мектеп пен балабақша", ["15: figure 15"]),
        ("kk", "15 спорт алаңы мен ойын алаңдары", ["15: figure 15 алаң"]),
        # a name before a dash
        ("ru", "Открыто 223 против 215", ["223: figure 223", "215: figure 215"]),
        ("ru", "215 в прошлом году – 223", ["215: figure 215", "223: figure 223"]),
        ("ru", "комитет – 14", ["14: figure 14"]),
        ("ru", "клубов – 14", ["14: figure 14 клуб"]),
        ("ru", "Школ – 223, резюме – 14", ["223: figure 223 школа", "14: figure 14"]),
        ("ru", "400 аптек: 290 сельских", ["400: figure 400 аптек", "290: figure 290 аптек"]),
        ("ru", "известно число школ, садов – 223", ["223: figure 223 сад"]),
        ("ru", "известно число школ; садов – 223", ["223: figure 223 сад"]),
        ("ru", "(число школ) – 223", ["223: figure 223"]),
        ("ru", "14 новых школ", ["14: figure 14 школа"]),
        ("ru", "14 новых малых средних сельских школ", ["14: figure 14 школа"]),
        ("ru", "14 новых малых средних сельских деревянных школ", ["14: figure 14"]),  # too far
        ("ru", "уборка офисов – 5206,21", ["5206,21: figure 5206.21"]),  # money
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
