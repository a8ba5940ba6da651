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
