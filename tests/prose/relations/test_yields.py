"""Yields: area, harvest and what a hectare gave."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            (
                "Зерно убрано с 31,4 тыс. га (в 2016 г. – 34,5 тыс. га). Намолочено 101,5 тыс. тонн (в "
                "2016 г. – 95,6 тыс. тонн) при урожайности 32,3 ц/га (в 2016 г. – 47,7 ц/га)."
            ),
            [
                "yield likely follows: 101,5 тыс. <- 31,4 тыс. + 32,3",
                "yield likely doubtful: 95,6 тыс. <- 34,5 тыс. + 47,7",
            ],
        ),
        (
            "ru",
            "Убрано 204,8 тысячи гектаров, намолочено 508,5 тысячи тонн, 22,8 центнера с гектара.",
            ["yield likely doubtful: 508,5 тысячи <- 204,8 тысячи + 22,8"],
        ),
        (
            "ru",  # of two areas one is meant
            "Посеяно 300,1 тыс. га, убрано 204,8 тыс. га, намолочено 508,5 тыс. тонн, урожайность 22,8 ц/га.",
            [],
        ),
        # What was sown need not have been reaped, and of few digits many are one digit off.
        ("ru", "Посеяно 141,0 га ржи. Намолочено 219,3 тонны, урожайность – 19,1 ц/га.", []),
        ("ru", "Убрано 140 га ржи. Намолочено 216 тонн, урожайность – 9 ц/га.", []),
        ("ru", "Убрано 96 га ржи. Намолочено 98 тонн, урожайность – 13 ц/га.", []),
        ("kk", "Қара бидай 141,0 га жерге егілді. 219,3 тонна жиналды, өнімділігі 19,1 ц/га.", []),
        ("en", "They sowed 141.0 hectares and harvested 219.3 tonnes, 1.91 tonnes per hectare.", []),
        ("ru", "Убрано 200 га, собрано 500 тонн. С га собрали 9 ц/га больше плана.", []),
        # They miss each other by less, or by more, than what is not threshed yet.
        ("ru", "Репа убрана на 62 га. Собрано 94 тонны с урожайностью 14,2 центнера на гектар.", []),
        (
            "ru",
            "Убрано 17,9 тыс. га, намолочено 34 тыс. тонн при урожайности 49 ц/га.",
            ["yield likely doubtful: 34 тыс. <- 17,9 тыс. + 49"],
        ),
        (
            "kk",
            "45,6 мың га жерден астық жиналып, 32,1 мың тонна бастырылды. Гектарына 18 центнерді құрады.",
            ["yield likely doubtful: 32,1 мың <- 45,6 мың + 18"],
        ),
        (  # of which a percentage of the plan tells, and is no plan
            "ru",
            "Убрано 61 % от плана на площади 13,6 тыс. га. Собрано 36 тыс. тонн при урожайности 26 ц/га.",
            ["yield likely follows: 36 тыс. <- 13,6 тыс. + 26"],
        ),
        (
            "kk",
            "15,9 мың га астық жиналды, орташа өнімділігі 16,5 ц/га, 21,5 мың тонна астық бастырылды.",
            ["yield likely doubtful: 21,5 мың <- 15,9 мың + 16,5"],
        ),
        (
            "kk",
            "15,9 мың га астық жиналды, орташа өнімділігі 13,5 ц/га, 21,5 мың тонна астық бастырылды.",
            ["yield likely follows: 21,5 мың <- 15,9 мың + 13,5"],
        ),
        (  # 39.5, cut to whole centners
            "ru",
            "Убрано 49,4 тыс. га, намолочено 195 тыс. тонн, урожайность составила 39 центнеров с гектара.",
            ["yield likely follows: 195 тыс. <- 49,4 тыс. + 39"],
        ),
        (  # each yield has the harvest behind it
            "ru",
            (
                "Репа собрана с 300 га. Урожайность составила 216 центнеров с гектара, сбор – 6,5 тыс. тонн. "
                "Лук собран с 100 га, урожайность составила 150 центнеров с гектара, сбор – 1,5 тыс. тонн."
            ),
            [
                "yield likely follows: 6,5 тыс. <- 300 + 216",
                "yield likely follows: 1,5 тыс. <- 100 + 150",
            ],
        ),
        (
            "en",
            "They reaped 2,600 hectares and threshed 10,800 tonnes, a yield of 4.15 tonnes per hectare.",
            ["rate likely follows: 10,800 <- 2,600 + 4.15"],
        ),
        (
            "en",
            "They reaped 2,600 hectares and threshed 10,800 tonnes, a yield of 5.15 tonnes per hectare.",
            ["yield likely doubtful: 10,800 <- 2,600 + 5.15"],
        ),
    ],
)
def test_yields(language, text, expected):
    assert [one for one in relations(language, text) if one.startswith(("yield", "rate"))] == expected
