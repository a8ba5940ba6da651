"""Windows: what figures over several periods say of other spans of days."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.analysis.windows import Windows
from edureport.model.interval import INFINITY, Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Observation
from edureport.problem import Place

PLACE = Place("made-up.yaml", 1, 1)


def windows(figures, *, grows=True, **more):
    stated = tuple(
        Observation(Period.parse(period), Quantity.parse(str(value), counted=grows), PLACE)
        for period, value in figures.items()
    )
    return Windows(stated, grows=grows, **more)


def over(period, figures, **more):
    return windows(figures, **more).over(Period.parse(period))


def exactly(number):
    return Interval.point(Decimal(number))


@pytest.mark.parametrize("grows", [True, False])
@pytest.mark.parametrize(
    ("period", "figures", "found"),
    [
        ("2025-9M", {"2025-Q1": 4, "2025-Q2": 6, "2025-Q3": 5}, 15),
        ("2025-Q4", {"2025-9M": 15, "2025": 22}, 7),
        ("2025-Q3", {"2025-9M": 15, "2025-Q1": 4, "2025-Q2": 6}, 5),
        ("2025-Q1", {"2025-9M": 15, "2025-Q3": 5, "2025-Q2": 6}, 4),  # with one last day as well
        ("2024-07-01/2025-06-30", {"2024": 20, "2024-H1": 12, "2025-H1": 3}, 11),
        ("2025-H1", {"2025-H1": 3}, 3),
        ("2024-02", {"2024-01": 1, "2024-01-01/2024-02-29": 3}, 2),
    ],
)
def test_windows_add_and_subtract(period, figures, found, grows):
    assert over(period, figures, grows=grows) == exactly(found)


@pytest.mark.parametrize(
    ("period", "figures", "low", "high"),
    [
        ("2025-9M", {"2025-Q1": 4, "2025-Q3": 5}, 9, INFINITY),  # a quarter is missing
        ("2025-9M", {"2025-Q1": 4, "2025-Q3": 5, "2025": 20}, 9, 20),  # a window around it
        ("2025-Q2", {"2025-H1": 6}, 0, 6),
        ("2025-Q2", {"2025-02": 3, "2025-H1": 10}, 0, 7),
        ("2025-H1", {"2024": 12}, 0, INFINITY),
        ("2025-H1", {}, 0, INFINITY),
    ],
)
def test_what_cannot_shrink_has_bounds_where_days_are_missing(period, figures, low, high):
    found = over(period, figures)
    assert (found.low, found.high) == (low, high)
    assert over(period, figures, grows=False) == Interval(-INFINITY, INFINITY, True, True)


def test_bounds_add_up_with_their_open_ends():
    stated = {"2025-Q1": "more than 3", "2025-Q2": 2}
    assert over("2025-H1", stated) == Interval.above(Decimal(5), strictly=True)
    stated = {"2025-Q1": "less than 3", "2025-Q2": "at most 2"}
    assert over("2025-H1", stated) == Interval(Decimal(0), Decimal(5), high_open=True)
    stated = {"2025-9M": "10..12", "2025-H1": "about 5.5"}
    found = over("2025-Q3", stated, grows=False)
    assert (found.low, found.high) == (Decimal("4.225"), Decimal("6.775"))


def test_counts_can_be_closed_at_whole_numbers():
    stated = {"2025-Q1": "more than 3", "2025-Q2": "more than 4"}
    assert over("2025-H1", stated).low == 7
    assert over("2025-H1", stated, interval=lambda quantity: quantity.possible).low == 9


def test_figures_of_many_digits_are_never_rounded():
    small, large = "0." + "0" * 27 + "1", "1" + "0" * 28
    found = over("2025-H1", {"2025-Q1": large, "2025-Q2": small}, grows=False)
    assert f"{found.low:f}" == large + small[1:]


def test_of_windows_that_contradict_each_other_the_longest_counts():
    found = windows({"2025-Q1": 4, "2025-Q2": 6, "2025-Q3": 5, "2025-9M": 16})
    assert found.over(Period.parse("2025-9M")) == exactly(16)
    (clash,) = found.clashes
    assert clash.figure.period.days <= 92
    # What is stated for just these days stays what it is.
    for quarter, value in {"2025-Q1": 4, "2025-Q2": 6, "2025-Q3": 5}.items():
        assert found.over(Period.parse(quarter)) == exactly(value)


def test_a_cumulative_figure_that_falls_is_a_clash():
    (clash,) = windows({"2025-H1": 9, "2025-9M": 7}).clashes
    assert (clash.figure.period, clash.others.high) == (Period.parse("2025-H1"), 7)
    assert not windows({"2025-H1": 9, "2025-9M": 7}, grows=False).clashes


def test_bounds_that_touch_at_an_open_end_are_a_clash():
    assert windows({"2025-Q1": "more than 3", "2025-Q2": 2, "2025-H1": 5}).clashes
    assert not windows({"2025-Q1": "at least 3", "2025-Q2": 2, "2025-H1": 5}).clashes


def test_the_ends_of_the_calendar():
    assert over("9999", {"9999-H1": 2, "9999-H2": 3}) == exactly(5)
    assert over("0001", {"0001-H1": 2, "0001-H2": 3}) == exactly(5)


days = st.integers(0, 40)


@given(
    st.lists(st.integers(0, 5), min_size=41, max_size=41),
    st.lists(st.tuples(days, days).filter(lambda ends: ends[0] != ends[1]), max_size=8),
    st.tuples(days, days).filter(lambda ends: ends[0] != ends[1]),
)
def test_what_happened_is_never_left_out(daily, spans, asked):
    """Exact windows over a known series of days: what they say of any other window holds its sum."""
    start = date(2025, 1, 1)

    def period(ends):
        first, last = sorted(ends)
        return Period(start + timedelta(first), start + timedelta(last - 1))

    def total(ends):
        first, last = sorted(ends)
        return sum(daily[first:last])

    figures = tuple(
        Observation(period(ends), Quantity(Decimal(total(ends)), counted=True), PLACE)
        for ends in {tuple(sorted(ends)) for ends in spans}
    )
    for grows in (True, False):
        found = Windows(figures, grows=grows)
        assert not found.clashes
        assert Decimal(total(asked)) in found.over(period(asked))
    # Parts that leave no day out give the figure itself.
    cuts = sorted({*asked, *(end for ends in spans for end in ends if min(asked) < end < max(asked))})
    parts = tuple(
        Observation(period(ends), Quantity(Decimal(total(ends)), counted=True), PLACE)
        for ends in pairwise(cuts)
    )
    assert Windows(parts, grows=False).over(period(asked)) == exactly(total(asked))
