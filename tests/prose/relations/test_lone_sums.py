"""Sums of sentences that tell no other amounts, where one digit would make them add up."""

import pytest
from said import relations

TOLD = [
    ("en", "Fees ({}), fines (385) and grants (1,126) together came to 5,721 dollars.", "4,210", "4,710"),
    ("en", "The lists hold 48 names, made up of {} cooks, 14 guards and 3 clerks.", "31", "37"),
    (
        "en",
        "Wards have 12 beds, Oakmere 19, Lowdale 7 and Westby {}. That makes 54 in four homes.",
        "16",
        "15",
    ),
    ("en", "Among 1,250 singers, {} sang alone, 235 sang in pairs, and 155 were ill.", "860", "560"),
    ("en", "Of a fund of $5.40 million, ${} million was spent, leaving $0.53 million.", "4.87", "4.57"),
    ("en", "Pumps 84.5\nWells {}\nSprings 22.8\nAll sources: 144.5", "37.2", "31.2"),
    ("ru", "Поступило {} писем в первом полугодии и 2 216 во втором (за год — 4 061).", "1 845", "1 345"),
    ("ru", "Всего изучено 104 заявки: поддержано 67, отклонено {}, отложено 13.", "24", "29"),
    (
        "ru",
        "Ввезено чая на 146,2 млн долл. и кофе на {} млн долл., в сумме 377,9 млн долл.",
        "231,7",
        "261,7",
    ),
    (
        "ru",
        "Собрано {} тонн зерна и 23 500 тонн лука. Всей продукции получено 88 300 тонн.",
        "64 800",
        "67 800",
    ),
    ("ru", "Из 27,6 млрд руб. выпуска 15,9 млрд приходится на хлеб, {} млрд — на чай.", "11,7", "14,7"),
    ("kk", "Қой – {} бас, сиыр – 64 210 бас. Барлығы 82 660 бас мал бар.", "18 450", "13 450"),
    ("kk", "Барлық 138 үйдің {}-і кірпіш, 28-і ағаш, 7-еуі тас.", "103", "183"),
    ("kk", "Бірінші тоқсанда {} орын, екіншісінде 5 038 орын ашылды; жыл бойынша – 9 550.", "4 512", "4 912"),
]


def verdicts(language, text):
    return [line.partition(":")[0].split()[-1] for line in relations(language, text) if "parts" in line]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD)
def test_one_digit_of_a_part(language, text, right, wrong):
    assert "follows" in verdicts(language, text.format(right))
    assert not {"doubtful", "does_not_follow"}.isdisjoint(verdicts(language, text.format(wrong)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were 120 boats, 64 carts and 41 sleds."),
        ("en", "Of 940 claims, 610 were paid, 20 more than in May, leaving 300 open."),
        ("ru", "За год посажено 120 лип, 64 клёна и 41 дуб."),
        ("kk", "Ауылда 120 үй, 64 қора және 41 моншa бар."),
    ],
)
def test_what_is_no_total(language, text):
    assert {"doubtful", "does_not_follow"}.isdisjoint(verdicts(language, text))
