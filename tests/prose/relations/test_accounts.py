"""Accounts: quantities whose names say that two of them make up the third."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            (
                "Товарооборот составил 8,14 млн тенге: экспорт вырос на 10,9 %, до 3,37 млн, импорт – "
                "на 2 %, до 4,77 млн."
            ),
            ["trade likely follows: 8,14 млн <- 3,37 млн + 4,77 млн"],
        ),
        (
            "ru",
            (
                "Товарооборот составил 8,142 млн тенге. Экспорт вырос на 10,9 %, до 1,371 млн, импорт – "
                "на 2 %, до 4,771 млн."
            ),
            ["trade likely doubtful: 8,142 млн <- 1,371 млн + 4,771 млн"],
        ),
        (
            "ru",  # with one country of several
            "Товарооборот области составил 8,14 млн тенге. Экспорт вырос до 1,37 млн, импорт – до 1,15 млн.",
            [],
        ),
        (
            "ru",
            (
                "За год родились 278,7 тыс. детей, умерших – 99,5 тыс. человек. Естественный прирост "
                "населения – 139,2 тыс. человек."
            ),
            ["natural_growth likely doubtful: 278,7 тыс. <- 99,5 тыс. + 139,2 тыс."],
        ),
        (
            "kk",
            "Сыртқы сауда айналымы 8,142 млн теңгені құрады. Экспорт – 1,371 млн, импорт – 4,771 млн теңге.",
            ["trade likely doubtful: 8,142 млн <- 1,371 млн + 4,771 млн"],
        ),
        (
            "kk",
            "Сыртқы сауда айналымы 8,14 млн теңгені құрады. Экспорт – 3,37 млн, импорт – 4,77 млн теңге.",
            ["trade likely follows: 8,14 млн <- 3,37 млн + 4,77 млн"],
        ),
        ("kk", "Сыртқы сауда айналымы 8,14 млн теңгені құрады. Экспорт – 1,37 млн теңге.", []),
        (
            "en",
            "There were 1,420 arrivals and 1,300 departures. Net migration was 120.",
            ["migration likely follows: 1,420 <- 1,300 + 120"],
        ),
        (
            "en",
            "There were 1,425 arrivals and 1,205 departures. Net migration was 120.",
            ["migration likely doubtful: 1,425 <- 1,205 + 120"],
        ),
        # Another year, another place, another partner; and of few digits many nearly fit.
        ("en", "In 2024 there were 1,425 arrivals and 1,205 departures. In 2025 net migration was 120.", []),
        ("en", "In 2024 1,425 were born and 1,205 died, in 2025 the natural increase was 120.", []),
        ("ru", "Прибыло 2 512 человек, выбыло 2 101. Сальдо миграции в сёлах – 311 человек.", []),
        ("ru", "Прибыло 2 512 человек, выбыло 2 101, сальдо миграции в Примерске – 311 человек.", []),
        (
            "kk",
            "Экспорт – 3 415 млн, импорт – 4 862 млн теңге. Мысалстанмен сауда айналымы – 7 277 млн теңге.",
            [],
        ),
        ("en", "There were 1,420 arrivals and 1,200 departures. Net migration was 120.", []),
        ("kk", "Келгендер – 4 200 адам, кеткендер – 4 050 адам. Көші-қон айырымы – 190 адам.", []),
        (
            "ru",
            "Прибыло 2 512 человек, выбыло 2 101. Сальдо миграции – 311 человек.",
            ["migration likely doubtful: 2 512 <- 2 101 + 311"],
        ),
        (
            "en",
            "In 2024 there were 1,425 arrivals and 1,205 departures. Net migration was 120.",
            ["migration likely doubtful: 1,425 <- 1,205 + 120"],
        ),
        ("en", "There were 1,420 arrivals by air and 300 departures by sea. Net migration was 120.", []),
    ],
)
def test_accounts(language, text, expected):
    assert relations(language, text) == expected
