"""Was and is: two levels and a change that words give their roles, and what only looks like that."""

import pytest
from said import relations

ASKED = "likely doubtful"


@pytest.mark.parametrize(
    ("language", "text", "digit"),
    [
        ("en", "Debts: £5.12m, a reduction of £0.{}4m compared with the opening balance of £5.96m.", "83"),
        ("en", "Visits, spring: 4,120\nVisits, spring last year: 5,150\nChange: -{}0%", "27"),
        ("en", "Fines, $4.25m last year, came to $6.1{}m – a rise of $1.91m.", "64"),
        ("en", "Some 61,843 births in 2014, against 63,112 in 2013, a fall of {}.0%.", "28"),
        ("ru", "Очередь (семей)\n2022 г. — 2 460\n2023 г. — 1 722\nизменение — −{}0 %", "37"),
        ("ru", "Выдано 5{}2 справки вместо 690 годом раньше: спад на 20 %.", "53"),
        ("ru", "Книг было: 315,4 тыс. на начало года, 32{},1 тыс. на конец. Прирост — 8,7 тыс.", "47"),
        ("kk", "Шеберханалар\n2022 жыл: 3 140\n2023 жыл: 3 454\nӨзгеріс: +3{}4 (+10,0%)", "17"),
        ("kk", "Ақы 224 000 теңге, бір жыл бұрынғы 200 000 теңгемен салыстырғанда 1{},0%-ға өсті.", "27"),
    ],
)  # fmt: skip
def test_a_change_of_what_was_to_what_is(language, text, digit):
    right, wrong = digit
    assert not [one for one in relations(language, text.format(right)) if "doubtful" in one]
    assert any(ASKED in one for one in relations(language, text.format(wrong)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Bree the count was up 14 to 164, against 172 one year ago."),
        (
            "en",
            "Volume rose to 362.4 million, up from 274.8 million a year ago and up 27% from the record.",
        ),
        (
            "en",
            "Imports rose to 65.1 billion from 58.7 billion. There was a 21% increase in imports of wool.",
        ),
        ("ru", "В области было 153,73 МВт. У соседей результат вдвое ниже – 79,08 МВт."),
    ],
)
def test_a_change_of_something_else_is_not_asked_about(language, text):
    assert not [one for one in relations(language, text) if "doubtful" in one]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Over the month sales rose 4.7% to 511; a year ago they were 468."),
        ("ru", "За месяц выдача выросла на 4,7 % до 511; год назад было 468."),
        ("ru", "В марте было 468 заявок. В июле – 511. За последний месяц рост на 4,7 %."),
        ("ru", "Подано 511 жалоб, что на 4,7 % больше, чем в прошлом году; удовлетворено 468."),
        ("kk", "Бір айда сату 4,7 %-ға өсіп, 511 болды; бір жыл бұрын 468 болған."),
    ],
)
def test_a_change_over_a_time_of_its_own_is_not_that_of_levels_further_apart(language, text):
    assert not any("doubtful" in one for one in relations(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose 4.7% to 511; a year ago they were 468."),
        ("kk", "Өткен жылы сату 4,7 %-ға артты. 2015 жылы сату 468 болса, 2016 жылы 511 болды."),
        ("en", "Over 9 months sales rose 4.7% to 511; a year ago they were 468."),
        ("ru", "Выдача выросла на 4,7 % до 511; год назад было 468."),
    ],
)
def test_a_change_of_the_same_time_is_asked_about(language, text):
    assert any(ASKED in one for one in relations(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plan was 640 seats, actual 373 seats, against last year 88.3%."),
        ("ru", "План – 640 млн тенге, факт – 373 млн тенге, к прошлому году – 88,3 %."),
        ("ru", "План – 640 млн тенге, факт – 373 млн тенге, темп роста – 88,3 %."),
        ("kk", "Жоспар – 640 млн теңге, нақты – 373 млн теңге, өткен жылға – 88,3 %."),
        ("kk", "Жоспар – 640 млн теңге, нақты – 373 млн теңге, өсу қарқыны – 88,3 %."),
    ],
)
def test_an_index_to_last_year_is_no_share_of_a_plan(language, text):
    assert not any("doubtful" in one for one in relations(language, text))
