"""Chains: a change, what it led to and from, in a clause of their own among others."""

import pytest
from said import relations

TOLD = [
    # The second change of a clause leads to the level that the clause began with, as the first does.
    (
        "Sales were 24.12 million, up 2.6% on April's 23.52 million and 42% above the 16.98 million of May.",
        [
            "likely follows: 24.12 million <- 23.52 million + 2.6%",
            "likely follows: 24.12 million <- 16.98 million + 42%",
        ],
    ),
    (
        "Profit jumped 76% to 1,130 million crowns (600 million euros) from 639 million crowns.",
        ["certain follows: 1,130 million <- 639 million + 76%"],
    ),
    (
        "Waste fell 9.0% to 182,300 tonnes from 200,300, while peat rose 6.1% to 1,061 from 1,000.",
        ["certain follows: 182,300 <- 200,300 + 9.0%", "certain follows: 1,061 <- 1,000 + 6.1%"],
    ),
    (
        "Waste fell 7.0% to 182,300 tonnes from 200,300, while peat rose 6.1% to 1,061 from 1,000.",
        ["certain does_not_follow: 182,300 <- 200,300 + 7.0%", "certain follows: 1,061 <- 1,000 + 6.1%"],
    ),
    # The verb is left out, or is none that is known.
    (
        "Gas use rose 24% in May to 1,240 from 1,000 and 19% in the year to date to 8,192 from 6,011.",
        ["certain follows: 1,240 <- 1,000 + 24%", "likely does_not_follow: 8,192 <- 6,011 + 19%"],
    ),
    ("Visits were off 8.6% to 97,986 from 107,207.", ["certain follows: 97,986 <- 107,207 + 8.6%"]),
    # What a change led to begins its clause, or that of the change before it.
    (
        "The town lent 51,080 books in May, up 2.4% from 48,910 a year before, it said.",
        ["certain does_not_follow: 51,080 <- 48,910 + 2.4%"],
    ),
    (
        "Loans fell 6.8% to 137.7 million from 147.7 million and were 32.1% below the 202.7 million of 2022.",
        [
            "certain follows: 137.7 million <- 147.7 million + 6.8%",
            "likely follows: 137.7 million <- 202.7 million + 32.1%",
        ],
    ),
    (
        "The price is 2,604 crowns a share, a premium of 3.52% over the last one of 2,540 crowns.",
        ["likely does_not_follow: 2,604 <- 2,540 + 3.52%"],
    ),
    # Behind both of them.
    ("Fires rose to 127 from 85 last year, up 33.1%.", ["certain does_not_follow: 127 <- 85 + 33.1%"]),
]

LOOK_ALIKE = [
    # What changed over a month is not what changed over a year.
    "Prices rose 2% on the month to 120 crowns, from 100 crowns a year earlier.",
    "Prices rose 2% on the month to 120 crowns from 100 crowns a year earlier.",
    "Prices rose 2% from May to 120 crowns from 100 crowns a year earlier.",
    "Sales rose 5% in May to 340 tonnes from 300 tonnes in January.",
    # Loosely said.
    "Sales rose 9% to over 182 tonnes from 150 tonnes.",
    "Sales rose two per cent to 108 tonnes from 100 tonnes.",
    "Sales rose 3.3% on a comparable-store basis to 342.9 million from 323.2 million.",
    "In the north the number of cranes was up 14 to 164, against 422 a year ago.",
    "Prices rose 1.2% to 242.5 in April, compared with 208.9 a year earlier.",
    "Output was 8.38 million litres, down 8.7% from 9.18 million, and imports averaged 4.11, up 37% from 3.",
    "Tin, 99.97% pure, was raised to 4.50 dollars from 3.95 dollars.",
    "Gifts fell to 36,510, or 1.7% of all, compared with 39,700 (1.9%) in May.",
    "The rate would rise to 2.07 crowns from 0.80 crowns if the levy was cut to 70%.",
    "Gifts rose 12% to 340 books from 200 donors.",
    "Output rose 12% to 340 tonnes from 200 hectares.",
    "Output rose 12% in the north to 300 tonnes and to 500 from 450 tonnes in the south.",
    "Exports in May compared with 15.0 million in April and were 25% below the 18.9 million of last May.",
    "The north sold 7,447 cars compared with 5,031, the south 3,358, up 10.7%, the east 1,330, down 35%.",
    "Cranes were 71, an increase of three in the week, compared to a total of 111 then.",
    "The gallery had 52 guests in May and 47 in June, and those from abroad were down 20%.",
    "There were 2,019 calls in May against 1,962 in April, up 12%, compared with last May.",
    "A growth of 8.6 boxes was against 11.3 boxes and 11.8 boxes at 40 firms.",
    "The firms showed an increase of 120% in profits, which rose from 1,732 crowns to 3,926 crowns.",
    "The firm raised its price for sugar, minimum 99.8%, to 4.50 crowns from 3.95 crowns.",
    "Grants exceeded the plan by nine billion to reach 164 billion in 2024, up from 152.9 billion in 2023.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_stands_in_one_clause_is_one_change(text, expected):
    assert relations("en", text) == [f"change_against {one}" for one in expected]


@pytest.mark.parametrize("text", LOOK_ALIKE)
def test_what_is_no_change_of_the_numbers_around_it_is_not_asked_about(text):
    assert not [one for one in relations("en", text) if "follows" not in one]


def test_what_a_word_of_contrast_parts_from_a_change_is_of_another_thing():
    text = "За год кошек стало на 1,9 % меньше, а доля мышей снижается, составив 2,29 (в 2019 г. – 2,35)."
    assert relations("ru", text) == []


def test_a_chain_in_russian():
    text = (
        "Выпуск вырос на 12,4 % до 1 124 тонн с 900 тонн, а вывоз снизился на 5,0 % до 190 тонн с 200 тонн."
    )
    assert relations("ru", text) == [
        "change_against certain does_not_follow: 1 124 <- 900 + 12,4 %",
        "change_against certain follows: 190 <- 200 + 5,0 %",
    ]
    assert relations("ru", "Выпуск вырос на 2,4 % в сопоставимых ценах до 1 124 тонн с 900 тонн.") == []
