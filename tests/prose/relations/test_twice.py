"""Twice: an amount is the percentage beside it of what the level was before."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Loans dropped 5.2 percent or 2.55 million in May to 46.46 million.",
            ["change_twice certain follows: 46.46 million <- 2.55 million + 5.2 percent"],
        ),
        (
            "en",
            "Loans dropped 5.2 percent or 2.55 million in May to 41.46 million.",
            ["change_twice certain does_not_follow: 41.46 million <- 2.55 million + 5.2 percent"],
        ),
        (
            "en",
            "Clinics saw 21.09 thousand people in May, down 18.2 percent or 3.69 thousand; hotels saw 900.",
            ["change_twice certain does_not_follow: 21.09 thousand <- 3.69 thousand + 18.2 percent"],
        ),
        (
            "ru",
            "Оборот столовых вырос на 7 %, или на 873 тыс. рублей, до 13,345 млн рублей.",
            ["change_twice certain follows: 13,345 млн <- 873 тыс. + 7 %"],
        ),
        (
            "kk",
            "Жүк 5,2%-ға немесе 25,5 мың тоннаға азайып, 464,6 мың тонна болды.",
            ["change_twice certain follows: 464,6 мың <- 25,5 мың + 5,2%-ға"],
        ),
        (  # from and to, which both tell of
            "en",
            "Ridership fell 0.8 million, or 4%, to 19.2 million from 20.0 million.",
            [
                "change_against certain follows: 19.2 million <- 20.0 million + 0.8 million",
                "change_against certain follows: 19.2 million <- 20.0 million + 4%",
            ],
        ),
        # Of what was before, or of something else between them.
        ("en", "The budget of 500 million was cut by 10%, or 50 million.", []),
        ("ru", "План – 500 млн рублей, он увеличен на 50 млн рублей, или на 10 %.", []),
        ("kk", "640 адамдық штат 96 адамға немесе 15 %-ға қысқарады.", []),
        ("ru", "Доход – 900 млн, расход вырос на 50 млн, или на 10 %.", []),
        ("kk", "Кіріс 900 млн теңге, шығыс 50 млн теңгеге немесе 10 %-ға өсті.", []),
        ("en", "Sales were 340 million, down 5% or 12 million at constant prices.", []),
        # Not cents of dollars, nor what begins another clause, nor kilometres of something.
        ("en", "Shares were up 12 cents, or 5%, at 2.40 dollars.", []),
        ("ru", "Сдано 490 домов (в городе – 480; +10 км за год или 3 %).", []),
    ],
)
def test_an_amount_and_its_percentage_have_one_level(language, text, expected):
    assert [one for one in relations(language, text) if "beside" not in one] == expected
