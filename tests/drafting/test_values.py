"""Stating: values in the notation of report files, and the periods that figures are for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport import prose
from edureport.drafting.values import notation, period_of, refused, value_of
from edureport.model.period import Period
from edureport.prose.times.times import Role, Time

OWN = Period.parse("2025-9M")


def only(text, language="en"):
    (figure,) = (figure for figure in prose.read(text, language).figures if figure.states)
    return figure


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("There are 40 schools.", "en", "40"),
        ("more than 120 thousand pupils", "en", "more than 120 000"),
        ("1,200 teachers", "en", "1200"),
        ("у 94,3 процента школ", "ru", "94.3"),
        ("от 300 до 12 500 мест", "ru", "300..12 500"),
        ("шамамен 3,2 млрд теңге", "kk", "about 3 200 000 000"),
    ],
)
def test_a_value_is_in_the_notation_of_report_files(text, language, value):
    assert value_of(only(text, language)) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Attendance rose by 5%.", "draft.left_change"),
        ("Hundreds of parents came.", "draft.left_indefinite"),
        ("There are 12345678901234567890123456789012345 schools.", "draft.left_unread"),
    ],
)
def test_what_is_no_figure_is_refused_with_a_reason(text, reason):
    assert refused(only(text), value_of(only(text))).key == reason


@pytest.mark.parametrize("text", ["40 schools", "all schools have a library"])
def test_what_states_something_is_not_refused(text):
    assert refused(only(text), value_of(only(text))) is None


def time(period, role=Role.DURING, fine="months"):
    return Time(0, 1, Period.parse(period), role, fine)


@pytest.mark.parametrize(
    ("named", "period"),
    [
        (None, "2025-9M"),
        (time("2025-9M"), "2025-9M"),
        (time("2025", fine="year"), "2025-9M"),
        (time("2025-01-01/2025-09-01", Role.SINCE), "2025-9M"),
        (time("2025-10-01", Role.AS_OF, "day"), "2025-9M"),
        (time("2025-09-30", Role.AS_OF, "day"), "2025-9M"),
        (time("2025-12-31", Role.DUE, "edge"), "2025-9M"),
        (time("2024-9M"), "2024-9M"),
        (time("2025-Q2", fine="quarter"), "2025-Q2"),
        (time("2025-10", fine="month"), None),
        (time("2025-11-05", Role.AS_OF, "day"), None),
    ],
)
def test_a_figure_is_for_the_period_of_the_report_or_an_earlier_one(named, period):
    assert period_of(named, OWN) == (period and Period.parse(period))


@pytest.mark.parametrize(
    "text",
    ["2025", "2025-H2", "2025-Q3", "2025-9M", "2025-09", "2025/26", "2025-03-08", "2024-11-02/2025-03-08"],
)
def test_the_shortest_notation_of_a_period(text):
    assert notation(Period.parse(text)) == text


@given(*[st.dates(date(1000, 1, 1), date(9000, 1, 1))] * 2)
def test_a_notation_is_read_back(one, other):
    period = Period(min(one, other), max(one, other))
    assert Period.parse(notation(period)) == period
