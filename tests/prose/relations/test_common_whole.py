"""Shares of one whole, or of what their parts add up to."""

import pytest
from said import relations

BUDGET = {
    "en": "The county approved a budget amounting to Kshs.{} billion. Of this, Kshs.{} billion ({} per "
    "cent) was for development, and Kshs.{} billion ({} per cent) for salaries.",
    "ru": "Бюджет района принят в сумме {} млн рублей. На развитие ушло {} млн рублей ({} %), на зарплату – "
    "{} млн рублей ({} %).",
    "kk": "Аудан бюджетіне {} млн теңге бекітілді. Дамуға {} млн теңге ({} %), жалақыға {} млн теңге ({} %) "
    "бөлінді.",
}
NUMBERS = {"en": "612.48|220.46|36|392.02|64", "ru": "612,48|220,46|36|392,02|64"}
NUMBERS["kk"] = NUMBERS["ru"]


def _told(language, text):
    return [line.split(": ")[1] for line in relations(language, text) if "common likely doubtful" in line]


@pytest.mark.parametrize("language", BUDGET)
def test_two_pairs_that_make_the_number_before_them_hold(language):
    told = relations(language, BUDGET[language].format(*NUMBERS[language].split("|")))
    assert sum("follows" in line and line.startswith("share") for line in told) == 2


@pytest.mark.parametrize("language", BUDGET)
@pytest.mark.parametrize(
    ("right", "wrong"), [("|36|", "|46|"), ("|64", "|84"), ("612", "642"), ("|392", "|592")]
)
def test_one_digit_of_pairs_that_make_the_number_before_them_is_asked_about(language, right, wrong):
    numbers = NUMBERS[language].replace(right, wrong).split("|")
    assert _told(language, BUDGET[language].format(*numbers))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The vote was 44.5% (486 members) for and 55.5% (606) against.", []),
        (
            "en",
            "The vote was 44.5% (486 members) for and 58.5% (606) against.",
            ["- <- 606 + 486 + 58.5%"],
        ),
        ("ru", "За – 486 человек, 44,5 %, против – 606 человек, 58,5 %.", ["- <- 606 + 486 + 58,5 %"]),
        ("kk", "Қолдағаны 486 адам – 44,5 %, қарсысы 606 адам – 58,5 %.", ["- <- 606 + 486 + 58,5 %"]),
        # some have not said what they think
        ("en", "Some 90% (4,079 members) were for and 6% (276) against.", []),
        # "up to" so many are no parts of a sum
        ("ru", "Доход вырос до 340 млн рублей (12 %), расход – до 512 млн (24 %).", []),
    ],
)
def test_pairs_that_add_up_to_no_number_of_the_text(language, text, expected):
    assert _told(language, text) == expected


def test_a_pair_whose_whole_is_told_with_another_is_asked_about():
    text = (
        "20 of 46 drugs (43%) were new, 23 ({}) rare, 33 (72%) fast, 21 (46%) first. Another 46 drugs wait."
    )
    assert not _told("en", text.format("50%"))
    assert _told("en", text.format("56%")) == ["46 <- 23 + 56%"]


def test_two_of_many_pairs_may_be_wrong():
    text = (
        "5,960 doctors train. In the north 2,729 (45.8%), in the south 1,799 (30.2%), abroad 417 (7.0%), "
        "by post {} (7.0%), at night 298 (5.0%), on farms 358 (6.0%), on leave 119 (2.0%), in camps 596 ({})."
    )
    assert len(_told("en", text.format("717", "15.0%"))) == 2


def test_what_stands_twice_is_no_part_of_itself():
    text = "The sum of $469.34 m drawn. Of this, $347.39 m was spent. Of this, $347.39 m (74 per cent) it."
    assert not any("does_not_follow" in line for line in relations("en", text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Женщин 90,5 % (из 692 человек 626), мужчин 9,5 % (66 человек)."),
        ("en", "Women made up 94.5% (of 692 members, 654), men 5.5% (38)."),
        ("kk", "Әйелдер 94,5 % (692 адамнан 654), ерлер 5,5 % (38 адам)."),
        ("kk", "Әйелдердің үлесі – 94,5 % (692-ден 654), ерлердікі – 5,5 % (38)."),
    ],
)
def test_a_bracket_with_the_whole_of_its_share(language, text):
    assert not [one for one in relations(language, text) if "share_common" in one and "doubtful" in one]


TWO_PAIRS = [
    (
        "en",
        "A survey reached 2,435 clients. A year later {} (73.6%) came. Then it was 1,076 (44.2%).",
        "1,792",
        "4,792",
    ),
    ("ru", "Опрошено 2 435 жителей. Через год пришли {} (73,6 %). Потом – 1 076 (44,2 %).", "1 792", "4 792"),
    (
        "kk",
        "Сауалнамаға 2 435 тұрғын қатысты. Бір жылдан соң {} (73,6%) келді. Содан соң – 1 076 (44,2%).",
        "1 792",
        "4 792",
    ),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TWO_PAIRS)
def test_of_two_pairs_with_a_whole_before_them_one_is_a_digit_off(language, text, right, wrong):
    assert _told(language, text.format(right)) == []
    assert len(_told(language, text.format(wrong))) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of 2,688 bids 480 (17.9%) were accepted; of the rest 87 (3.9%) were sent back."),
        ("ru", "Из 3 887 заявок одобрено 2 686 (69,1 %), из остальных возвращено на доработку 178 (14,8 %)."),
        (
            "kk",
            "4 047 өтінімнің 568-і (14,0 %) мақұлданды, қабылданбағандардың 490-ы (14,1 %) қайта берілді.",
        ),
    ],
)
def test_nobody_is_asked_about_shares_of_the_rest(language, text):
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2,336 firms in 2024, 2,246 in 2023. Exporters rose from 919 (40.9%) to 514 (22.0%)."),
        (
            "ru",
            (
                "В первом районе сдали 3 756 из 5 046 (74,4 %), во втором 3 957 из 4 997 (79,2 %), "
                "всего 7 713 из 10 043 (76,8 %)."
            ),
        ),
    ],
)  # fmt: skip
def test_nobody_is_asked_about_a_share_that_is_right_of_another_number(language, text):
    assert "doubtful" not in "".join(relations(language, text))
