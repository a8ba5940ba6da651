"""How many times the average a number is."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "kk",
            "Облыстағы орташа жалақы – 186 500 теңге. Мұнайда – 466 250 теңге, бұл орташадан 2,5 есе көп.",
            ["change_average likely follows: 466 250 <- 186 500 + 2,5 есе"],
        ),
        (
            "kk",
            "Облыстағы орташа жалақы – 186 500 теңге. Мұнайда – 466 250 теңге. Бұл орташадан 8,5 есе көп.",
            ["change_average likely doubtful: 466 250 <- 186 500 + 8,5 есе"],
        ),
        (
            "ru",
            "Средняя зарплата – 186 500 тенге. В нефтедобыче – 466 250 тенге, что в 8,5 раза выше среднего.",
            ["change_average likely doubtful: 466 250 <- 186 500 + 8,5 раза"],
        ),
        (  # less than the average
            "ru",
            "Средняя зарплата – 186 500 тенге. В сёлах – 74 600 тенге, что в 2,6 раза ниже средней.",
            ["change_average likely doubtful: 74 600 <- 186 500 + 2,6 раза"],
        ),
        (  # in per cent
            "kk",
            "Орташа жалақы – 186 500 теңге. Ауылда – 93 200 теңге. Бұл орта көрсеткіштен 70,0%-ға төмен.",
            ["change_average likely doubtful: 93 200 <- 186 500 + 70,0%-ға"],
        ),
        (
            "en",
            "The average wage was $1,840. Farmers earned $1,380, 25.0% less than the average.",
            ["change_average likely follows: 1,380 <- 1,840 + 25.0%"],
        ),
        ("en", "The average wage was $1,840. Farmers earned $1,380, 75% less than the average.", []),
        (  # a list of multiples goes on with the first
            "ru",
            "Средняя плата – 1 840 кг. В лесу – 4 416 кг (в 2,4 раза выше средней), тут 3 680 кг (в 8 раз).",
            [
                "change_average likely follows: 4 416 <- 1 840 + 2,4 раза",
                "change_average likely doubtful: 3 680 <- 1 840 + 8 раз",
            ],
        ),
        (
            "kk",
            "Орташа ақы – 1 840 кг. Бұл – 4 416 кг (орташадан 2,4 есе артық), сол – 3 680 кг (2 есе).",
            [
                "change_average likely follows: 4 416 <- 1 840 + 2,4 есе",
                "change_average likely follows: 3 680 <- 1 840 + 2 есе",
            ],
        ),
        # The average of another thing, or none that is told.
        ("ru", "Средняя зарплата – 186 500 тенге. Занято 466 250 человек, что в 8,5 раза выше среднего.", []),
        ("ru", "Зарплата – 186 500 тенге. В нефтедобыче – 466 250 тенге, что в 8,5 раза выше среднего.", []),
        ("kk", "Орташа жалақы – 186 500 теңге. Мұнайда – 466 250 теңге, 2024 жылдан 8,5 есе көп.", []),
    ],
)
def test_a_multiple_of_the_average(language, text, expected):
    assert relations(language, text) == expected
