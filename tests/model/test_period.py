"""Period: every notation that reports use, and the calendar beneath."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edureport.errors import ReportError
from edureport.languages import catalogue
from edureport.model.period import Period, parse_date

days = st.dates()
years = st.integers(2, 9998)


@st.composite
def periods(draw):
    first, last = sorted([draw(days), draw(days)])
    return Period(first, last)


@st.composite
def whole_months(draw):
    year, month, count = draw(st.integers(3, 9000)), draw(st.integers(1, 12)), draw(st.integers(1, 36))
    months = year * 12 + month - 1 + count
    return Period(date(year, month, 1), date(months // 12, months % 12 + 1, 1) - timedelta(1))


def diagnosis(parse, text):
    with pytest.raises(ReportError) as caught:
        parse(text)
    (problem,) = caught.value.problems
    assert problem.message.values["text"] == text
    assert catalogue.load("en").say(problem.message)
    return problem.message.key


@pytest.mark.parametrize(
    ("text", "written_out"),
    [
        ("2025", "2025-01-01/2025-12-31"),
        ("2025-H1", "2025-01-01/2025-06-30"),
        ("2025-H2", "2025-07-01/2025-12-31"),
        ("2025-Q1", "2025-01-01/2025-03-31"),
        ("2025-Q2", "2025-04-01/2025-06-30"),
        ("2025-Q3", "2025-07-01/2025-09-30"),
        ("2025-Q4", "2025-10-01/2025-12-31"),
        ("2025-9M", "2025-01-01/2025-09-30"),
        ("2025-09M", "2025-01-01/2025-09-30"),
        ("2025-1M", "2025-01-01/2025-01-31"),
        ("2024-2M", "2024-01-01/2024-02-29"),
        ("2025-12M", "2025-01-01/2025-12-31"),
        ("2025-09", "2025-09-01/2025-09-30"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2025-02", "2025-02-01/2025-02-28"),
        ("2100-02", "2100-02-01/2100-02-28"),  # no leap year
        ("2000-02", "2000-02-01/2000-02-29"),  # a leap year
        ("2025-12", "2025-12-01/2025-12-31"),
        ("2025-01-01/2025-09-30", "2025-01-01/2025-09-30"),
        ("2025-09-30/2025-09-30", "2025-09-30/2025-09-30"),
        ("2025-09-30", "2025-09-30/2025-09-30"),
        ("2024-02-29", "2024-02-29/2024-02-29"),
        ("2025-01-01/P9M", "2025-01-01/2025-09-30"),
        ("2025-07-01/P3M", "2025-07-01/2025-09-30"),
        ("2025-01-01/P1Y", "2025-01-01/2025-12-31"),
        ("2024-09-01/P1Y", "2024-09-01/2025-08-31"),
        ("2025-01-15/P1M", "2025-01-15/2025-02-14"),
        ("2025-01-01/P1D", "2025-01-01/2025-01-01"),
        ("2024-01-01/P366D", "2024-01-01/2024-12-31"),
        ("2024-02-29/P1Y", "2024-02-29/2025-02-27"),
        ("2025/26", "2025-09-01/2026-08-31"),
        ("2025/2026", "2025-09-01/2026-08-31"),
        ("1999/00", "1999-09-01/2000-08-31"),
        ("2025/26-Q1", "2025-09-01/2025-10-31"),
        ("2025/26-Q2", "2025-11-01/2025-12-31"),
        ("2025/26-Q3", "2026-01-01/2026-03-31"),
        ("2025/26-Q4", "2026-04-01/2026-05-31"),
        ("2025/26-H1", "2025-09-01/2025-12-31"),
        ("2025/2026-H2", "2026-01-01/2026-05-31"),
        ("2025/26-T1", "2025-09-01/2025-12-31"),
        ("2023/24-T2", "2024-01-01/2024-03-31"),
        ("2025/26-T3", "2026-04-01/2026-07-31"),
        ("FY2024-04", "2024-04-01/2025-03-31"),
        ("FY2024-10", "2024-10-01/2025-09-30"),
        ("2025-S1", "2025-01-01/2025-06-30"),
        ("2025-S2", "2025-07-01/2025-12-31"),
        ("2025-T2", "2025-05-01/2025-08-31"),
        ("2025-M09", "2025-09-01/2025-09-30"),
        ("2025-A1", "2025-01-01/2025-12-31"),
        ("2025-W10", "2025-03-03/2025-03-09"),
        ("2020-W53", "2020-12-28/2021-01-03"),
        ("9999", "9999-01-01/9999-12-31"),
        ("0001", "0001-01-01/0001-12-31"),
    ],
)
def test_notations(text, written_out):
    assert str(Period.parse(text)) == written_out


@pytest.mark.parametrize(
    "text",
    ["0000", "2025-00", "2025-13", "2025-0M", "2025-13M", "2025-Q0", "2025-Q5", "2025-H0", "2025-H3",
     "2025-02-29", "2025-09-31", "2025-01-01/2025-02-30", "2025-02-30/2025-03-01", "2025/27", "2025/25",
     "2025/2027", "2025/24", "9999/00", "2025-01-01/P0M", "2025-01-01/P0D", "2025-13-01/P1M",
     "2025-W53", "2025-W0", "2025-S3", "2025-T4", "2025-M13", "2025-A2", "2025/26-Q5", "2025/26-T4",
     "2025/27-Q1", "FY2025-13", "FY0000-01", "9999-W52", "9999/00-Q1", "9999-12-31/P2D",
     "9999-01-01/P9999Y", "2025-01-01/P9999Y"],
)  # fmt: skip
def test_what_is_not_in_the_calendar(text):
    assert diagnosis(Period.parse, text) == "period.no_such"


@pytest.mark.parametrize(
    "text",
    ["", " ", "25", "20255", "2025-", "2025 ", "2025-9", "2025-9m", "2025-q3", "2025Q3", "Q3 2025", "3Q2025",
     "2025-9-30", "30.09.2025", "2025-09-30/", "/2025-09-30", "2025-09-30/2025", "2025/6", "2025/026",
     "2025-01-01/P9W", "2025-01-01/9M", "2025-01-01/P1Y6M", "2025-01-01/2025-06-30/2025-09-30", "-2025",
     "2025-01-01--2025-09-30", "9 months of 2025", "2025-01-01T00:00", "2025-100M", "2025\n",
     "FY2025", "2025-W1O",
     "2025/26-M1", "2025/26Q1", "2025-w10", "2025-M009"],
)  # fmt: skip
def test_what_is_no_notation(text):
    assert diagnosis(Period.parse, text) == "period.unknown"


@pytest.mark.parametrize("text", ["2025-09-30/2025-01-01", "2025-01-02/2025-01-01"])
def test_what_runs_backwards(text):
    assert diagnosis(Period.parse, text) == "period.backwards"


@given(st.text(max_size=30) | st.text(alphabet="0123456789-/PQHMYD", max_size=24))
def test_any_text_is_read_or_diagnosed(text):
    try:
        period = Period.parse(text)
    except ReportError as error:
        assert str(error)  # noqa: PT017  # most texts are wrong, some are not
    else:
        assert period.first <= period.last


@given(periods())
@example(Period(date.min, date.max))
@example(Period(date.max, date.max))
def test_what_is_written_is_read_back(period):
    assert Period.parse(str(period)) == period


@given(days)
def test_a_day_is_a_period(day):
    period = Period.parse(day.isoformat())
    assert period == Period(day, day)
    assert period.days == 1


@given(years, st.integers(1, 12))
def test_notations_of_months_agree(year, month):
    period = Period.parse(f"{year:04}-{month:02}")
    assert period == Period.parse(f"{year:04}-{month:02}-01/P1M")
    assert period.months == 1
    assert period.first.month == period.last.month
    assert (period.last + timedelta(1)).day == 1
    assert Period.parse(f"{year:04}-{month}M") == Period.parse(f"{year:04}-01-01/P{month}M")


@given(years)
def test_parts_of_a_year_fill_it(year):
    for parts in (["Q1", "Q2", "Q3", "Q4"], ["H1", "H2"], [f"{month:02}" for month in range(1, 13)]):
        found = [Period.parse(f"{year:04}-{part}") for part in parts]
        assert all(one.last + timedelta(1) == other.first for one, other in pairwise(found))
        assert Period(found[0].first, found[-1].last) == Period.parse(f"{year:04}")


@given(st.dates(date(1, 1, 1), date(8000, 1, 1)), st.integers(1, 9999))
def test_a_duration_of_days_is_that_long(first, count):
    assert Period.parse(f"{first}/P{count}D").days == count


@given(years)
def test_a_school_year_is_twelve_months_from_september(year):
    period = Period.parse(f"{year:04}/{(year + 1) % 100:02}")
    assert period.months == 12
    assert (period.first.month, period.last.month) == (9, 8)


# Length


@pytest.mark.parametrize(
    ("text", "days", "months"),
    [
        ("2025", 365, 12),
        ("2024", 366, 12),
        ("2025-9M", 273, 9),
        ("2024-9M", 274, 9),
        ("2025/26", 365, 12),
        ("2024-12-01/2025-01-31", 62, 2),
        ("2025-01-01/2025-09-29", 272, None),
        ("2025-01-02/2025-09-30", 272, None),
        ("2024-02-01/2024-02-28", 28, None),
        ("2025-02-01/2025-02-28", 28, 1),
        ("2025-09-30", 1, None),
    ],
)
def test_length(text, days, months):
    period = Period.parse(text)
    assert period.days == days
    assert period.months == months


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2025-9M", "2024-9M", True),  # 273 and 274 days
        ("2025-Q1", "2025-Q3", True),
        ("2025-01", "2025-02", True),
        ("2025", "2025/26", True),
        ("2025-9M", "2025-H1", False),
        ("2025", "2025-12-01/2025-12-31", False),
        ("2025-01-10/2025-01-20", "2025-02-10/2025-02-20", True),
        ("2025-01-10/2025-01-20", "2025-02-10/2025-02-21", False),
        ("2025-09-30", "2024-09-30", True),
        ("2025-02", "2025-01-02/2025-01-29", True),  # 28 days both, whole months only one
        ("2024-01-01/2024-07-29", "2025-01-01/2025-07-29", True),  # a leap year
        ("2023-09-15/2024-03-10", "2024-09-15/2025-03-10", True),
        ("2024-01-10/2024-02-29", "2025-01-10/2025-02-28", True),
        ("2024-01-01/2024-07-29", "2025-01-01/2025-07-28", False),
        ("2024-01-10/2025-03-10", "2024-01-10/2024-03-10", False),  # one year apart at one end only
    ],
)
def test_as_long_as(one, other, same):
    one, other = Period.parse(one), Period.parse(other)
    assert one.as_long_as(other) is same
    assert other.as_long_as(one) is same


@given(periods())
def test_a_period_is_as_long_as_itself(period):
    assert period.as_long_as(period)


# A year earlier


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("2025", "2024"),
        ("2025-9M", "2024-9M"),
        ("2025-Q1", "2024-Q1"),
        ("2025-02", "2024-02"),  # to the 29th
        ("2024-02", "2023-02"),  # to the 28th
        ("2025/26", "2024/25"),
        ("2025-01-10/2025-01-20", "2024-01-10/2024-01-20"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),  # a day stays a day
        ("2025-09-30", "2024-09-30"),
        ("2024-02-10/2024-02-29", "2023-02-10/2023-02-28"),
        ("2025-W10", "2024-W10"),
        ("2025/26-Q3", "2024/25-Q3"),
        ("FY2025-04", "FY2024-04"),
    ],
)
def test_year_earlier(text, earlier):
    assert Period.parse(text).year_earlier() == Period.parse(earlier)


def test_a_week_that_the_year_before_has_not_has_none_in_it():
    assert Period.parse("2020-W53").year_earlier() is None


def test_periods_come_in_the_order_in_which_they_end_the_longest_last():
    texts = ["2025-Q1", "2025-06", "2025-Q2", "2025-H1", "2025-Q3", "2025-9M", "2025-W52", "2025-S2", "2025"]
    periods = [Period.parse(text) for text in texts]
    mixed = periods[::-1]
    assert sorted(mixed, key=lambda period: period.order) == periods


@given(whole_months())
def test_a_year_earlier_whole_months_are_as_many(period):
    earlier = period.year_earlier()
    assert earlier.months == period.months
    assert earlier.as_long_as(period)
    assert (earlier.first.year, earlier.first.month) == (period.first.year - 1, period.first.month)


@given(st.dates(min_value=date(2, 1, 1)))
@example(date(2025, 2, 28))
@example(date(2024, 2, 29))
def test_a_year_earlier_a_day_is_a_day(day):
    assert Period(day, day).year_earlier().days == 1


# Dates


@given(days)
def test_dates_are_read_back(day):
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize("text", ["2025-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "0000-01-01"])
def test_dates_that_do_not_exist(text):
    assert diagnosis(parse_date, text) == "date.no_such"


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-1-1", "31.12.2025", "2025-12-31 ", "20251231", "soon", "2025-12-31T00:00"]
)
def test_what_is_no_date(text):
    assert diagnosis(parse_date, text) == "date.unknown"


def test_periods_are_frozen_and_hashable():
    with pytest.raises(AttributeError):
        Period.parse("2025").first = date(2024, 1, 1)
    assert len({Period.parse("2025"), Period.parse("2025-12M")}) == 1
