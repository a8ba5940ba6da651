"""Across a full stop: a change and its levels in two sentences are asked about if one digit is wrong."""

import pytest
from said import relations

ROSE = (
    "Sales were up 52%. They came to 1,{}30 million crowns, compared with 874 million crowns a year before."
)
GRANT = "Размер помощи составлял 250 тыс. рублей. За год он вырос на {} % и составил 453 тыс. рублей."
INCOME = "Кіріс {} млн теңгені құрады. Өткен жылмен салыстырғанда ол 4,77 млн теңгеге немесе 4,1%-ға өсті."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", ROSE.format(3), ["change_against likely follows: 1,330 million <- 874 million + 52%"]),
        ("en", ROSE.format(8), ["change_against likely doubtful: 1,830 million <- 874 million + 52%"]),
        ("en", ROSE.replace("52", "25").format(8), []),
        ("en", ROSE.replace(". They", ", bread 6%. They").format(8), []),
        ("en", ROSE.replace(" compared with", " and wages").format(8), []),
        ("ru", GRANT.format(81), ["change_against likely follows: 453 тыс. <- 250 тыс. + 81 %"]),
        ("ru", GRANT.format(31), ["change_against likely doubtful: 453 тыс. <- 250 тыс. + 31 %"]),
        ("ru", GRANT.replace(" он ", " доход ").format(31), []),
        ("kk", INCOME.format("121,1"), ["change_twice likely follows: 121,1 млн <- 4,77 млн + 4,1%-ға"]),
        ("kk", INCOME.format("171,1"), ["change_twice likely doubtful: 171,1 млн <- 4,77 млн + 4,1%-ға"]),
        ("kk", INCOME.format("121,1").replace("ол ", "").replace("салыстырғанда", "есептегенде"), []),
    ],
)
def test_a_change_and_its_levels_in_two_sentences(language, text, expected):
    assert relations(language, text) == expected
