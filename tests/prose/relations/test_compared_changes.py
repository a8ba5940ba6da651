"""Changes beside what they are compared with, of a level that stands somewhere before them."""

import pytest
from said import relations

TOLD = [
    (
        "en",
        "Ulla raised 67.3 million and planned 87.7 million. This is a {}% rise compared to 46.4 million.",
    ),
    (
        "ru",
        "Улла собрала 67,3 млн, или 77 % плана в 87,7 млн. Это на {} % больше по сравнению с 46,4 млн в мае.",
    ),
    (
        "kk",
        "Улла 67,3 млн теңге жинады, жоспар 87,7 млн теңге. Ол 46,4 млн теңгемен салыстырғанда {}%-ға көп.",
    ),
    (
        "kk",
        "Былтырғы 46,4 млн теңгемен салыстырғанда {}%-ға артып, 67,3 млн теңге болды, жоспар 87,7 млн теңге.",
    ),
]


def asked(language, text):
    return [line for line in relations(language, text) if "doubtful" in line or "not_follow" in line]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_one_digit_would_make_a_change_follow_from_a_level_before_it(language, text):
    assert asked(language, text.format(45)) == []
    assert [line.split(":")[0] for line in asked(language, text.format(65))] == [
        "change_against likely doubtful"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # it leads to a number of another unit, or words begin another clause before what seems compared
        (
            "en",
            "Ulla has 673 pupils and 877 crowns. Fees rose by 65 per cent compared to 464 crowns in 2020.",
        ),
        (
            "en",
            "Ulla raised 67.3 million. Tolls rose 65 per cent, while 46.4 million came from fees.",
        ),
        (
            "ru",
            "Улла собрала 67,3 млн рублей. Пошлины выросли на 65 %, а от сборов поступило 46,4 млн рублей.",
        ),
        # it is measured by something else than the two
        ("en", "Output came to 915.8 billion, 1.0% more in real terms than the 839.9 billion of 2023."),
        ("kk", "Улла 67,3 млн теңге жинады. Баж 65%-ға өсті, ал алымнан 46,4 млн теңге түсті."),
    ],
)
def test_nobody_is_asked_where_nothing_is_compared(language, text):
    assert asked(language, text) == []
