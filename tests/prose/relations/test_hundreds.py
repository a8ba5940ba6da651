"""Lines with a share each that make a hundred, though no word says so."""

import pytest
from said import relations

LISTS = [
    ("en", "Guests by home\nNear: {}%\nFar: 24.6%\nAbroad: 17.1%", "58.3", "53.3"),
    ("ru", "Гости по месту\nРядом – {} %\nДалеко – 24,6 %\nЗа границей – 17,1 %", "58,3", "53,3"),
    ("kk", "Қонақтар\nЖақын – {} %\nАлыс – 24,6 %\nШетел – 17,1 %", "58,3", "53,3"),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), LISTS)
def test_one_digit_of_a_share(language, text, right, wrong):
    told = relations(language, text.format(right))
    assert [line.partition(":")[0].partition(" ")[2] for line in told] == ["likely follows"]
    told = relations(language, text.format(wrong))
    assert [line.partition(":")[0] for line in told] == ["shares_lines likely doubtful"]


@pytest.mark.parametrize(
    "text",
    [
        "Literate: 95.2%\nHoused: 71.4%\nInsured: 88.1%",
        "Near: 58%\nFar: 24%\nAbroad: 13%",  # whole percents miss a hundred by chance
        "Near rose 53.3%\nFar rose 24.6%\nAbroad rose 17.1%",
        "Near: 53.3%\nFar: 24.6%",
    ],
)
def test_lines_of_no_whole(text):
    assert relations("en", text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of 1,200 letters 960 (80.0%) were answered; of the rest 120 (50.0%) were lost."),
        ("ru", "Из 1 200 писем отвечено на 960 (80,0 %); из остальных 120 (50,0 %) утеряны."),
        ("kk", "1 200 хаттың 960-ы (80,0 %) жауап алды; қалғандарының 120-сы (50,0 %) жоғалды."),
    ],
)
def test_a_share_of_the_rest_makes_no_hundred_with_that_of_the_whole(language, text):
    assert not any("shares_kinds" in one for one in relations(language, text))


def test_the_rest_itself_makes_a_hundred():
    text = "Of 1,200 letters 960 (80.0%) were answered; the rest 240 (2{}.0%) were lost."
    told = [relations("en", text.format(digit)) for digit in (0, 7)]
    assert [any("shares_kinds" in one and "not_follow" in one for one in found) for found in told] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("language", "text", "right", "wrong"),
    [
        ("en", "Of all loans, 41.7% were novels, 35.8% plays and 22.5% poems.", "22.5", "12.5"),
        ("ru", "Из всех жалоб 45,2 % касались жилья, 32,6 % – дорог и 22,2 % – школ.", "45,2", "35,2"),
        ("kk", "Өтініштердің 45,2 %-ы үйге, 32,6 %-ы жолға және 22,2 %-ы көпірге қатысты.", "22,2", "25,2"),
    ],
)
def test_a_digit_of_a_list_that_and_closes_is_asked_about(language, text, right, wrong):
    assert [one.split()[2] for one in relations(language, text)] == ["follows:"]
    assert [one.split()[2] for one in relations(language, text.replace(right, wrong))] == ["doubtful:"]


def test_nobody_is_asked_about_the_largest_shares():
    text = "Наибольшая доля жалоб касалась жилья – 45,2 %, дорог – 32,6 % и школ – 12,2 %."
    assert relations("ru", text) == []
