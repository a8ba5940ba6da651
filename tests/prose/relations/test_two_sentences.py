"""Across a full stop: a change and its levels in two sentences are asked about if one digit is wrong."""

import pytest
from said import relations

ROSE = (
    "Sales were up 52%. They came to 1,{}30 million crowns, compared with 874 million crowns a year before."
)
GRANT = "Размер помощи составлял 250 тыс. рублей. За год он вырос на {} % и составил 453 тыс. рублей."
INCOME = "Кіріс {} млн теңгені құрады. Өткен жылмен салыстырғанда ол 4,77 млн теңгеге немесе 4,1%-ға өсті."
CASES = "Істер 2015 жылға қарағанда 18,5 %-ға кеміген. 2015 жылы {} іс болса, 2016 жылы 1 946 іс болды."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", ROSE.format(3), ["change_roles likely follows: 1,330 million <- 874 million + 52%"]),
        ("en", ROSE.format(8), ["change_roles likely doubtful: 1,830 million <- 874 million + 52%"]),
        ("en", ROSE.replace("52", "25").format(8), []),
        ("en", ROSE.replace(". They", ", bread 6%. They").format(8), []),
        ("en", ROSE.replace(" compared with", " and wages").format(8), []),
        (
            "en",
            "Takings fell by 178. They went from 1,230 in May to 1,058 in June.",
            ["change_roles likely doubtful: 1,058 <- 1,230 + 178"],
        ),
        (
            "ru",
            "Число дел снизилось на 451. В 2015 году было 2 387 дел, в 2016 году – 1 946 дел.",
            ["change_roles likely doubtful: 1 946 <- 2 387 + 451"],
        ),
        (
            "ru",
            "Число дел снизилось на 451. В 2016 году было 1 946 дел, в 2015 году – 2 387 дел.",
            ["change_roles likely doubtful: 1 946 <- 2 387 + 451"],
        ),
        (
            "kk",
            CASES.format("2 787"),
            ["change_roles likely doubtful: 1 946 <- 2 787 + 18,5 %-ға"],
        ),
        ("ru", GRANT.format(81), ["change_roles likely follows: 453 тыс. <- 250 тыс. + 81 %"]),
        ("ru", GRANT.format(31), ["change_roles likely doubtful: 453 тыс. <- 250 тыс. + 31 %"]),
        ("ru", GRANT.replace(" он ", " доход ").format(31), []),
        ("kk", INCOME.format("121,1"), ["change_twice likely follows: 121,1 млн <- 4,77 млн + 4,1%-ға"]),
        ("kk", INCOME.format("171,1"), ["change_twice likely doubtful: 171,1 млн <- 4,77 млн + 4,1%-ға"]),
        ("kk", INCOME.format("121,1").replace("ол ", "").replace("салыстырғанда", "есептегенде"), []),
    ],
)
def test_a_change_and_its_levels_in_two_sentences(language, text, expected):
    assert relations(language, text) == expected
