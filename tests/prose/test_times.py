"""Times: a made-up sentence for each construct, the near misses, and the time of each figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.model.period import Period
from edureport.prose import read

OWN = Period.parse("2025-9M")


def times_in(text, language, own):
    return [named.time for named in read(text, language).times(own).named if named.time]


@pytest.mark.parametrize(
    ("language", "text", "periods"),
    [
        ("en", "In Q1–Q3 5 schools opened.", ["2025-9M"]),
        ("en", "In Q3–Q1 5 schools opened.", ["2025-Q3", "2025-Q1"]),  # no time goes back
        ("en", "In Q7 5 schools opened.", []),
        ("en", "In Q 2 5 schools opened.", []),
        ("en", "In the 7th quarter 5 schools opened.", []),
        ("en", "In the first half a million people came.", []),
        ("en", "In the last 5 months 3 schools opened.", []),  # not the first five
        ("en", "In the last 1 years 5 schools opened.", []),
        ("en", "In 1 month 5 schools opened.", []),
        ("en", "Plan: 1 –", []),
        ("ru", "За 1- квартал открыто 5 школ.", ["2025-Q1"]),
    ],
)
def test_what_is_a_part_of_a_year(language, text, periods):
    assert [one.period for one in times_in(text, language, OWN)] == [Period.parse(one) for one in periods]


OWNS = [None, OWN, *map(Period.parse, ("0001", "9999", "2024/25", "2024-02-29", "2025-09"))]


@pytest.mark.parametrize(
    ("language", "text", "words", "period", "role", "fine"),
    [
        ("en", "There were 40 fires, a 15% increase on 2024.", "2024", "2024", "compared", "year"),
        ("en", "We focus on 2024, when 40 schools opened.", "2024", "2024", "during", "year"),
        ("kk", "2025 жылы 5 көпір салынды.", "2025 жылы", "2025", "during", "year"),
        ("kk", "2024-2025 оқу жылында", "2024-2025 оқу жылында", "2024/25", "during", "school_year"),
        ("kk", "2025 жылдың алғашқы 9 айында", "2025 жылдың алғашқы 9 айында", "2025-9M", "during", "months"),
        ("kk", "9 айда 5 көпір салынды.", "9 айда", "2025-9M", "during", "months"),
        (
            "kk",
            "2025 жылғы қаңтар-мамыр айларында",
            "2025 жылғы қаңтар-мамыр айларында",
            "2025-5M",
            "during",
            "months",
        ),
        ("kk", "2025 жылдың ІІІ тоқсанында", "2025 жылдың ІІІ тоқсанында", "2025-Q3", "during", "quarter"),
        (
            "kk",
            "2025 жылдың екінші тоқсанында",
            "2025 жылдың екінші тоқсанында",
            "2025-Q2",
            "during",
            "quarter",
        ),
        ("kk", "бірінші жартыжылдықта", "бірінші жартыжылдықта", "2025-H1", "during", "half"),
        ("kk", "шілдеде 5 көпір салынды", "шілдеде", "2025-07", "during", "month"),
        ("kk", "2021-2025 жылдары", "2021-2025 жылдары", "2021-01-01/2025-12-31", "during", "years"),
        (
            "kk",
            "2023, 2024 және 2025 жылдары",
            "2023, 2024 және 2025 жылдары",
            "2023-01-01/2025-12-31",
            "during",
            "years",
        ),
        (
            "kk",
            "2021 жылдан 2025 жылға дейін",
            "2021 жылдан 2025 жылға дейін",
            "2021-01-01/2025-12-31",
            "during",
            "years",
        ),
        ("kk", "2025 жылдың 1 қазанына", "2025 жылдың 1 қазанына", "2025-10-01", "as_of", "day"),
        (
            "kk",
            "2025 жылғы 1 қазандағы жағдай бойынша",
            "2025 жылғы 1 қазандағы",
            "2025-10-01",
            "as_of",
            "day",
        ),
        ("kk", "жыл соңына дейін", "жыл соңына", "2025-12-31", "due", "edge"),
        ("kk", "2029 жылға қарай", "2029 жылға", "2029", "due", "year"),
        ("kk", "жыл басынан бері", "жыл басынан", "2025-9M", "since", "edge"),
        ("kk", "2016 жылдан бері", "2016 жылдан", "2016-01-01/2025-09-30", "since", "year"),
        ("kk", "былтырмен салыстырғанда", "былтырмен", "2024", "compared", "year"),
        (
            "kk",
            "өткен жылдың сәйкес кезеңімен салыстырғанда",
            "өткен жылдың сәйкес кезеңімен",
            "2024-9M",
            "compared",
            "period",
        ),
        ("ru", "В 2024/2025 учебном году", "2024/2025 учебном году", "2024/25", "during", "school_year"),
        ("ru", "За 9 месяцев 2025 года", "9 месяцев 2025 года", "2025-9M", "during", "months"),
        ("ru", "в январе–мае 2025 г.", "январе–мае 2025 г.", "2025-5M", "during", "months"),
        ("ru", "с января по май 2025 года", "января по май 2025 года", "2025-5M", "during", "months"),
        ("ru", "в I квартале 2025 года", "I квартале 2025 года", "2025-Q1", "during", "quarter"),
        ("ru", "в третьем квартале", "третьем квартале", "2025-Q3", "during", "quarter"),
        ("ru", "в первом полугодии", "первом полугодии", "2025-H1", "during", "half"),
        ("ru", "в 2023 и 2024 годах", "2023 и 2024 годах", "2023-01-01/2024-12-31", "during", "years"),
        ("ru", "за последние 5 лет", "последние 5 лет", "2021-01-01/2025-12-31", "during", "years"),
        ("ru", "за отчётный период", "отчётный период", "2025-9M", "during", "period"),
        ("ru", "01.09.2025", "01.09.2025", "2025-09-01", "during", "day"),
        ("ru", "на 1 января 2026 года", "1 января 2026 года", "2026-01-01", "as_of", "day"),
        ("ru", "к 2030 году", "2030 году", "2030", "due", "year"),
        ("ru", "до конца 2026 года", "конца 2026 года", "2026-12-31", "due", "edge"),
        ("ru", "с начала года", "начала года", "2025-9M", "since", "edge"),
        ("ru", "по сравнению с прошлым годом", "прошлым годом", "2024", "compared", "year"),
        (
            "ru",
            "к аналогичному периоду прошлого года",
            "аналогичному периоду прошлого года",
            "2024-9M",
            "compared",
            "period",
        ),
        ("en", "In 2025 five bridges were built.", "2025", "2025", "during", "year"),
        ("en", "in the 2024/25 school year", "2024/25 school year", "2024/25", "during", "school_year"),
        (
            "en",
            "the first nine months of 2025",
            "the first nine months of 2025",
            "2025-9M",
            "during",
            "months",
        ),
        ("en", "in January–May 2025", "January–May 2025", "2025-5M", "during", "months"),
        ("en", "in Q1 2025", "Q1 2025", "2025-Q1", "during", "quarter"),
        ("en", "the third quarter of 2025", "third quarter of 2025", "2025-Q3", "during", "quarter"),
        ("en", "the first half of 2025", "first half of 2025", "2025-H1", "during", "half"),
        ("en", "between 2021 and 2025", "2021 and 2025", "2021-01-01/2025-12-31", "during", "years"),
        ("en", "on September 1, 2025", "September 1, 2025", "2025-09-01", "during", "day"),
        ("en", "2025-09-01", "2025-09-01", "2025-09-01", "during", "day"),
        ("en", "as of 1 October 2025", "1 October 2025", "2025-10-01", "as_of", "day"),
        ("en", "by the end of 2026", "end of 2026", "2026-12-31", "due", "edge"),
        ("en", "since the start of the year", "start of the year", "2025-9M", "since", "edge"),
        ("en", "since 2016", "2016", "2016-01-01/2025-09-30", "since", "year"),
        ("en", "compared with last year", "last year", "2024", "compared", "year"),
        ("en", "It rose from 45 in 2024", "2024", "2024", "compared", "year"),
    ],
)
def test_constructs(language, text, words, period, role, fine):
    (time,) = times_in(text, language, OWN)
    assert text[time.start : time.end] == words
    assert (time.period, time.role, time.grain) == (Period.parse(period), role, fine)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "№9 мектеп, 9 мектеп, 2025 оқушы, 9-11-сынып"),
        ("kk", "2007 жылғы 27 шілдедегі заң бойынша"),
        ("ru", "школа № 9, 9 школ, 2025 учащихся, 9–11 классы"),
        ("ru", "Закон от 27 июля 2007 года"),
        ("en", "School No. 9, 9 schools, 2025 pupils, grades 9 to 11"),
        ("en", "the Law of 27 July 2007; they may march in the end"),
    ],
)
def test_what_is_no_time(language, text):
    assert times_in(text, language, OWN) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "былтыр, 9 айда, жыл басынан бері"),
        ("ru", "с начала года, в мае"),
        ("en", "last year, since 2016"),
    ],
)
def test_what_needs_the_period_of_the_report(language, text):
    assert times_in(text, language, None) == []
    assert times_in(text, language, OWN)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "There were 187 bridges in 2024 and 206 in 2025.", ["2024", "2025"]),
        ("en", "The number rose from 187 in 2024 to 206.", ["2024", None]),
        ("en", "The number rose from 187 to 206 in 2025.", [None, "2025"]),
        ("en", "It fell to 88 in May 2025 from 76 in 2024 and 30 in 2023.", ["2025-05", "2024", "2023"]),
        (
            "en",
            "In 2024 we had 206 dams compared with 187 in 2023 and 160 in 2020.",
            ["2024", "2023", "2020"],
        ),
        ("ru", "В 2025 году построено 206 мостов против 187.", ["2025", None]),
        ("ru", "В 2025 году построено 206 мостов против 187 в 2024 году.", ["2025", "2024"]),
        ("en", "45 roads, 20 bridges and 3 dams were built in 2025.", ["2025"] * 3),
        ("en", "45 bridges were built, of which 20 in 2025, and 30 dams.", [None, "2025", None]),
        ("kk", "2024 жылы 187 көпір, 2025 жылы 206 көпір болды.", ["2024", "2025"]),
        (
            "kk",
            "2025 жылдың 9 айында 15 көпір салынды, жыл соңына дейін тағы 5 көпір салынады.",
            ["2025-9M", "2025-12-31"],
        ),
        ("ru", "В 2024 году – 187 мостов, в 2025 году – 206.", ["2024", "2025"]),
        ("ru", "Число мостов выросло с 187 в 2024 году до 206 в 2025 году.", ["2024", "2025"]),
        (
            "ru",
            "До конца года планируется построить 5 мостов, а за 9 месяцев построено 15.",
            ["2025-12-31", "2025-9M"],
        ),
        (
            "ru",
            "За 9 месяцев построено 45 мостов. Из них 20 сельских.\n\nИмеется 300 дорог.",
            ["2025-9M", "2025-9M", None],
        ),
        (
            "ru",
            "За 9 месяцев построено 45 мостов. Сейчас имеется 300 дорог. Есть 7 озёр.",
            ["2025-9M", None, None],
        ),
        ("ru", "Итоги за 9 месяцев 2025 года\n\nПостроено 45 мостов.", ["2025-9M"]),
        ("ru", "В 2023 и 2024 годах построено 18 и 20 мостов.", [None, None]),
        ("ru", "В 2023 и 2024 годах построено 18 и 20 мостов соответственно.", ["2023", "2024"]),
        ("ru", "Имеется 300 мостов (в 2024 году – 290).", [None, "2024"]),
    ],
)
def test_time_of_each_figure(language, text, expected):
    reading = read(text, language)
    figures = reading.figures
    found = zip(figures, reading.times(OWN).of_figures, strict=True)
    told = [time and time.period for figure, time in found if figure.states]
    assert told == [period and Period.parse(period) for period in expected]


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("ru", "На 01.10.25 г. имеется 120 мостов, на 1.10.24 г. – 118.", ["2025-10-01", "2024-10-01"]),
        ("ru", "С 01.01.25 по 01.10.25 построено 12 мостов.", ["2025-01-01/2025-10-01"]),
        ("ru", "Построить до 31.12.25: 12 мостов.", ["2025-12-31"]),
        ("kk", "01.10.25 ж. жағдай бойынша 120 көпір бар.", ["2025-10-01"]),
        ("en", "On 01.10.25 there were 120 bridges.", ["2025-10-01"]),
        ("en", "01.10.25", ["2025-10-01"]),  # the head of a column
        ("ru", "На 1 октября 24 г. – 118 мостов.", ["2024-10-01"]),
        ("kk", "1 қазан 24 ж. 118 көпір болды.", ["2024-10-01"]),
        ("en", "At 30-Jun-24 there were 118 bridges, on 5-May 12.", ["2024-06-30", "2025-05-05"]),
        # what only looks like it
        ("ru", "Код товара 10.11.12: 12 мостов.", []),
        ("ru", "См. п. 1.10.25: 12 мостов.", []),
        ("ru", "Счёт на 01.10.25.30 открыт.", []),
        ("en", "Version 01.10.25 counts 12 bridges.", []),
        ("ru", "До 09.05.45 г. было 12 мостов.", []),  # of which century?
        ("ru", "На 31.09.25 г. имеется 12 мостов.", []),
        ("ru", "1 октября 25 мостов закрыто.", ["2025-10-01"]),
    ],
)
def test_years_of_two_digits(language, text, days):
    whole = [day if "/" in day else f"{day}/{day}" for day in days]
    assert [str(one.period) for one in times_in(text, language, OWN)] == whole


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Отчёт о работе за 9 месяцев 2025 года\n\nВ 2024 году построено 5 мостов.", "2025-9M"),
        ("kk", "2025 жылдың 9 айында 5 көпір салынды. 2025 жылдың 9 айында 7 жол салынды.", "2025-9M"),
        ("en", "There were 187 bridges in 2024 and 206 in 2025.", None),
        ("en", "Bridges are built of stone.", None),
        ("en", "", None),
    ],
)
def test_reporting_period(language, text, expected):
    assert read(text, language).period == (expected and Period.parse(expected))


WORDS = [
    "2025",
    "2024",
    "9",
    "1",
    "45",
    "31",
    "0001",
    "9999",
    "01.09.2025",
    "2025-26",
    "-",
    "–",
    ",",
    ".",
    ";",
    "(",
    ")",
    "\n",
    "\n\n",
    "жылы",
    "оқу",
    "тоқсан",
    "II",
    "І",
    "соңына",
    "дейін",
    "бастап",
    "салыстырғанда",
    "қараша",
    "с",
    "по",
    "до",
    "на",
    "года",
    "квартале",
    "аналогичного",
    "периода",
    "соответственно",
    "сейчас",
    "from",
    "to",
    "by",
    "end",
    "of",
    "the",
    "year",
    "May",
    "school",
    "half",
    "Q1",
    "last",
    "same",
    "since",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=40),
    st.sampled_from(["kk", "ru", "en"]),
    st.sampled_from(OWNS),
)
def test_any_text(text, language, own):
    for time in times_in(text, language, own):
        assert 0 <= time.start < time.end <= len(text)
        assert time.period.first <= time.period.last
    reading = read(text, language)
    figures = reading.figures
    assert len(reading.times(own).of_figures) == len(figures)
    assert reading.period is None or reading.period.days
