"""Restatements: the same quantity, stated twice."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "15 (пятнадцать) школ", []),  # one number
        ("ru", "15 (шестнадцать) школ", ["same_beside certain does_not_follow: 15 <- шестнадцать"]),
        ("ru", "15 (16) школ", []),
        (
            "kk",
            "12,3 мың азамат, дәлірек айтқанда, 12 345 адам",
            ["same_beside certain follows: 12,3 мың <- 12 345"],
        ),
        (
            "kk",
            "12,3 мың азамат, дәлірек айтқанда, 12 545 адам",
            ["same_beside certain does_not_follow: 12,3 мың <- 12 545"],
        ),
        (
            "en",
            "In all 40 schools have gyms. Later: in all 41 schools have gyms.",
            ["same_again certain does_not_follow: 40 <- 41"],
        ),
        ("en", "40 schools have warm gyms. Later 41 schools have warm gyms.", []),
        ("en", "In all 40 schools have gyms. School No. 2 is new. In all 41 schools have gyms.", []),
        (
            "ru",
            "70 тысяч жителей (в заголовке – около 70 тыс.)",
            ["same_beside certain follows: 70 тысяч <- 70 тыс"],
        ),
        ("en", "They got 15 (sixteen) buses.", ["same_beside certain does_not_follow: 15 <- sixteen"]),
        ("en", "Two towns have just under half (46%) of all buses.", []),
        ("en", "A third (41%) of all buses are new.", []),
        ("en", "They sold buses: Northam 300 (zero), Southam 900 (700), Westham 800 (nine hundred).", []),
        (
            "en",
            "They put it at 13.76 tonnes in the May report, from 13.74 tonnes a month earlier.",
            [],
        ),
        ("en", "The five offices issued a joint report, in which three – A, B and C – saw a rise.", []),
        (
            "en",
            "A total of 85 cranes were up. At this time last year, a total of 109 cranes were up.",
            [],
        ),
        ("en", "Pay is 90,000 tenge in June. Pay is 70,000 tenge now.", []),
        (  # a list of changes, of which a press release tells
            "ru",
            "Потери снизились: зерна – на 1,5%, овощей – на 11,0%, в итоге – на 4,5%», – сказано в отчёте.",
            [],
        ),
        (  # every field has its own yield
            "ru",
            "Урожайность составила 216 ц с гектара. Овощи убраны, урожайность составила 150 ц с гектара.",
            [],
        ),
        ("kk", "30 отбасы есепте тұр, оның ішінде көпбалалы – 20, толық емес – 15.", []),
    ],
)
def test_restatements(language, text, expected):
    assert relations(language, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Northam (79.8 per cent) and Southam (83.7 per cent) districts report the highest numbers.",
        "The number of cows rose by 0.6% – 27,300 head – since then.",
    ],
)
def test_two_things_are_not_taken_for_one(text):
    assert relations("en", text) == []


def test_what_a_report_says_is_no_other_words_for_a_number_of_another_size():
    assert relations("en", "Damage of three storms is close to 2 billion, according to the report.") == []
