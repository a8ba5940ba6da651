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
                "За год родились 238,7 тыс. детей, умерших – 99,5 тыс. человек. Естественный прирост "
                "населения – 139,2 тыс. человек."
            ),
            ["natural_growth likely follows: 238,7 тыс. <- 99,5 тыс. + 139,2 тыс."],
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
            "ru",
            "Доходы бюджета составили 120,5 млн тенге, расходы – 133 млн, дефицит – 12,5 млн тенге.",
            ["budget likely follows: 133 млн <- 120,5 млн + 12,5 млн"],
        ),
        (
            "kk",
            "Бюджет кірісі 120,5 млн теңге болды. Шығысы 133 млн теңгені құрады. Тапшылығы – 12,5 млн теңге.",
            ["budget likely follows: 133 млн <- 120,5 млн + 12,5 млн"],
        ),
        (
            "en",
            "Revenue was $420 million. Spending came to $405 million. That left a surplus of $15 million.",
            ["budget likely follows: 420 million <- 405 million + 15 million"],
        ),
        (
            "en",
            "The budget has revenue of $405 million, spending of $420 million and a deficit of $25 million.",
            ["budget likely doubtful: 420 million <- 405 million + 25 million"],
        ),
        ("en", "Spending rose to $420 million; the trade deficit was $15 million.", []),
        (
            "kk",
            "Ауданда кіріс 405 млн теңге, шығын 420 млн теңге, судың тапшылығы 25 млн текше метр.",
            [],
        ),
        (
            "ru",
            "Естественная убыль составила 420 человек (родилось 780, умерло 1 300).",
            ["natural_growth likely doubtful: 1 300 <- 780 + 420"],
        ),
        (
            "kk",
            "Табиғи өсім 420 адам (туғандар – 1 200, қайтыс болғандар – 880).",
            ["natural_growth likely doubtful: 1 200 <- 880 + 420"],
        ),
        (
            "en",
            "Births totalled 780 and deaths 1,200, a natural decrease of 320.",
            ["natural_growth likely doubtful: 1,200 <- 780 + 320"],
        ),
        ("en", "Births totalled 780 in 2024 and deaths 1,200, a natural decrease of 320.", []),
        ("en", "Births totalled 780 and deaths 1,200, a natural decrease of 435.", []),  # two digits off
        # Three that do not fit may be of one country of several, of another year or place: nothing is said.
        (
            "ru",
            "Товарооборот области составил 8,14 млн тенге. Экспорт вырос до 1,37 млн, импорт – до 1,15 млн.",
            [],
        ),
        ("en", "In 2024 there were 1,425 arrivals and 1,205 departures. In 2025 net migration was 120.", []),
        ("ru", "Прибыло 2 512 человек, выбыло 2 101. Сальдо миграции в сёлах – 311 человек.", []),
    ],
)
def test_accounts(language, text, expected):
    assert relations(language, text) == expected
