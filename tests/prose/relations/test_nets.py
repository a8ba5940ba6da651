"""Net amounts of a budget."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            (
                "чистое бюджетное кредитование – 112 150 тыс. тенге: бюджетные кредиты – 205 240 тыс. "
                "тенге; погашение кредитов – 93 090 тыс. тенге."
            ),
            ["net certain follows: 205 240 тыс. <- 93 090 тыс. + 112 150 тыс."],
        ),
        (
            "ru",
            (
                "чистое бюджетное кредитование – 112 150 тыс. тенге: бюджетные кредиты – 205 240 тыс. "
                "тенге; погашение кредитов – 73 090 тыс. тенге."
            ),
            ["net likely doubtful: 205 240 тыс. <- 73 090 тыс. + 112 150 тыс."],
        ),
        (
            "ru",  # what was repaid is that of other years
            (
                "чистое бюджетное кредитование – 112 150 тыс. тенге: бюджетные кредиты – 205 240 тыс. "
                "тенге; погашение кредитов – 18 376 тыс. тенге."
            ),
            [],
        ),
        (
            "kk",
            (
                "таза бюджеттік кредиттеу – 112 150 мың теңге: бюджеттік кредиттер – 205 240 мың "
                "теңге; бюджеттік кредиттерді өтеу – 73 090 мың теңге."
            ),
            ["net likely doubtful: 205 240 мың <- 73 090 мың + 112 150 мың"],
        ),
        (
            "en",
            (
                "Net lending: 112,150 thousand tenge; budget loans: 205,240 thousand tenge; repayment of "
                "loans: 93,090 thousand tenge."
            ),
            ["net certain follows: 205,240 thousand <- 93,090 thousand + 112,150 thousand"],
        ),
        (
            "en",
            (
                "Net lending: 112,150 thousand tenge; budget loans: 105,240 thousand tenge; repayment of "
                "loans: 93,090 thousand tenge."
            ),
            ["net likely doubtful: 105,240 thousand <- 93,090 thousand + 112,150 thousand"],
        ),
        (  # as they are printed: 205.24, 93.09 and 112.15
            "en",
            "Net lending: 112.2 million; budget loans: 205.2 million; repayment of loans: 93.1 million.",
            ["net certain follows: 205.2 million <- 93.1 million + 112.2 million"],
        ),
        (  # what was repaid is that of other years; these are no parts in any case
            "en",
            "Net lending: 112,150 tenge: budget loans: 205,240 tenge; repayment of loans: 18,376 tenge.",
            [],
        ),
    ],
)
def test_nets(language, text, expected):
    assert relations(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The operating loss increased by $63 million to $987 million, including $1,500 million of rent.",
        ),
        (
            "en",
            "Cash was $45 million, consisting of $20 million and $38 million of tax, offset by $13 million.",
        ),
        ("ru", "Чистая прибыль составила 120 млн тенге, в том числе доход от продаж 450 млн тенге."),
        ("kk", "Таза пайдасы 120 млн теңге, оның ішінде сатудан түскені 450 млн теңге."),
    ],
)
def test_what_is_left_may_be_less_than_what_it_is_left_of(language, text):
    assert relations(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were 987 visitors, including 1,500 from abroad."),
        ("en", "As a result 987 visitors came, including 1,500 from abroad."),
        ("ru", "Чистых колодцев в районе 40, в том числе сельских колодцев 120."),
    ],
)
def test_a_part_must_fit_into_its_whole_where_nothing_is_taken_away(language, text):
    found = relations(language, text)
    assert [one.split(":")[0].split()[-1] for one in found] == ["does_not_follow"]


def test_a_word_of_comparison_takes_nothing_away():
    found = relations("en", "There are 412 halls: 384 with less light and 128 with more.")
    assert found == ["parts_colon likely doubtful: 412 <- 384 + 128"]
