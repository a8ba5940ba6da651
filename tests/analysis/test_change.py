"""Change: no more certainty than both figures have."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from edureport.analysis.change import Direction, compare, discrete, incomparable, not_comparable
from edureport.languages import catalogue
from edureport.message import message
from edureport.model.interval import Interval
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Flag, Indicator, IndicatorKind, Observation, Text, Unit
from edureport.problem import Place

PLACE = Place("made-up.yaml", 1, 1)


def figure(text, period="2025-9M", *, counted=True):
    quantity = text if isinstance(text, Quantity) else Quantity.parse(text, counted=counted)
    return Observation(Period.parse(period), quantity, PLACE, as_written="as written")


def change(before, after, kind=IndicatorKind.STOCK, **options):
    counted = kind is not IndicatorKind.RATIO
    return compare(
        figure(before, "2024-9M", counted=counted), figure(after, counted=counted), kind, **options
    )


def span(text):
    """Interval by the signs of mathematics: "[285, 300)"."""
    low, high = map(Decimal, text[1:-1].split(", "))
    return Interval(low, high, text[0] == "(", text[-1] == ")")


def point(number):
    return Interval.point(Decimal(number))


def indicator(unit="school", kind=IndicatorKind.STOCK):
    label = Text.of({"en": "Schools"}, "en")
    forms = {"en": {"other": unit}}
    own = Period.parse("2025-9M")
    return Indicator("schools", label, None, Unit(unit, forms, "en"), kind, None, {}, (), None, own, PLACE)


# Differences


@pytest.mark.parametrize(
    ("before", "after", "difference", "direction"),
    [
        ("281", "300", "[19, 19]", "up"),
        ("300", "281", "[-19, -19]", "down"),
        ("300", "300", "[0, 0]", "same"),
        ("250", "more than 300", "(50, inf)", "up"),
        ("300", "more than 300", "(0, inf)", "up"),
        ("300", "at least 300", "[0, inf)", "unknown"),
        ("at least 300", "300", "(-inf, 0]", "unknown"),
        ("more than 300", "300", "(-inf, 0)", "down"),
        ("more than 300", "250", "(-inf, -50)", "down"),
        ("301", "more than 300", "(-1, inf)", "unknown"),
        ("300", "nearly 300", "[-15, 0)", "down"),
        ("about 300", "about 300", "[-30, 30]", "unknown"),
        ("100", "about 300", "[185, 215]", "up"),
        ("at most 10", "10", "[0, inf)", "unknown"),
        ("less than 10", "10", "(0, inf)", "up"),
        ("10", "at most 8", "(-inf, -2]", "down"),
        ("250", "less than 300", "(-inf, 50)", "unknown"),
        ("250", "240..300", "[-10, 50]", "unknown"),
        ("more than 1 000", "1 060", "(-inf, 60)", "unknown"),
        ("1 060", "at least 1 000", "[-60, inf)", "unknown"),
    ],
)
def test_differences(before, after, difference, direction):
    found = change(before, after)
    assert found.difference == span(difference)
    assert found.direction == direction
    assert found.before.quantity == Quantity.parse(before, counted=True)
    assert found.after.quantity == Quantity.parse(after, counted=True)


def test_two_lower_bounds_leave_the_sign_unknown():
    found = change("more than 110 000", "more than 120 000")
    assert found.direction is Direction.UNKNOWN
    assert (found.difference, found.percent) == (None, None)
    assert found.remark == message("change.cannot_tell")


def test_300_from_more_than_250_is_not_taken_the_wrong_way_round():
    assert change("250", "more than 300").difference == span("(50, inf)")
    assert change("more than 250", "300").difference == span("(-inf, 50)")
    assert change("more than 250", "300").direction is Direction.UNKNOWN


def test_long_numbers_lose_no_digit():
    found = change("1" * 30, "1" * 29 + "2")
    assert found.difference == point("1")


# Percentages


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [
        ("200", "300", "[50, 50]"),
        ("200", "100", "[-50, -50]"),
        ("200", "200", "[0, 0]"),
        ("250", "more than 300", "(20, inf)"),
        ("300", "more than 300", "(0, inf)"),
        ("300", "at least 300", "[0, inf)"),
        ("300", "less than 300", "(-inf, 0)"),
        ("more than 250", "200", "(-inf, -20)"),
        ("more than 1 000", "1 060", "(-inf, 6)"),
        ("100", "0", "[-100, -100]"),
        ("10", "about 20", "[90, 110]"),
    ],
)
def test_percentages(before, after, percent):
    found = change(before, after).percent
    assert found == span(percent)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("at least 250", "at least 200"),  # two lower bounds
        ("0", "5"),
        ("0", "0"),
        ("less than 5", "10"),  # the base can be zero
        ("at most 5", "10"),
        ("about 1", "10"),
    ],
)
def test_where_nothing_is_known_there_is_no_percentage(before, after):
    assert change(before, after).percent is None


@pytest.mark.parametrize(
    ("before", "after"), [("-10", "10"), ("10", "-10"), ("-10..10", "20"), ("less than 5", "4")]
)
def test_there_is_no_percentage_across_a_sign(before, after):
    assert (
        compare(figure(before, counted=False), figure(after, counted=False), IndicatorKind.STOCK).percent
        is None
    )


def test_from_zero_is_new():
    found = change("0", "5")
    assert found.direction is Direction.NEW
    assert found.remark == message("change.from_zero")
    assert found.difference == point("5")
    assert change("0", "0").direction is Direction.SAME
    assert change("0", "more than 0").direction is Direction.NEW


@pytest.mark.parametrize(("before", "marked"), [("9", True), ("1", True), ("10", False), ("100", False)])
def test_a_percentage_from_a_small_base_is_marked(before, marked):
    found = change(before, "50")
    assert found.percent is not None
    assert (found.remark == message("change.small_base", base=Quantity.parse(before, counted=True))) is marked


def test_no_change_from_a_small_base_needs_no_mark():
    assert change("5", "5").remark is None


# Kinds


def test_ratios_change_in_points_alone():
    found = change("95.0", "98.5", IndicatorKind.RATIO)
    assert found.difference == point("3.5")
    assert found.direction is Direction.UP
    assert found.percent is None
    assert found.remark is None


def test_a_ratio_from_zero_is_not_new():
    assert change("0", "3", IndicatorKind.RATIO).direction is Direction.UP


def test_stocks_compare_at_their_last_days_whatever_the_length():
    found = compare(figure("281", "2024"), figure("300", "2025-9M"), IndicatorKind.STOCK)
    assert found.difference == point("19")
    assert found.remark is None


def test_flows_over_windows_of_one_length_compare():
    found = compare(figure("40", "2024-9M"), figure("50", "2025-9M"), IndicatorKind.FLOW)  # 274 and 273 days
    assert found.difference == point("10")
    assert found.percent == point("25.00")
    assert found.remark is None


def test_flows_over_unequal_windows_have_only_rates():
    found = compare(figure("60", "2024-H1"), figure("more than 90", "2025-9M"), IndicatorKind.FLOW)
    assert found.direction is Direction.UNKNOWN
    assert (found.difference, found.percent) == (None, None)
    assert found.remark.key == "change.unequal_windows"
    said = catalogue.load("en").say(found.remark)
    assert re.search(r"per month: 10(\.0)? and more than 10(\.0)?$", said)


def test_the_rate_over_days_takes_a_month_as_365_25_over_12_days():
    found = compare(
        figure("100", "2025-01-01/2025-04-10"), figure("100", "2025-9M"), IndicatorKind.FLOW
    )  # 100 days
    assert "per month: 30.4 and 11.1" in catalogue.load("en").say(found.remark)


def test_a_rate_is_rounded_once_from_the_exact_number():
    found = compare(figure("120", "2025-01-01/2025-02-19"), figure("100", "2025-9M"), IndicatorKind.FLOW)
    assert "per month: 73.1 and 11.1" in catalogue.load("en").say(found.remark)  # 73.05, of 50 days


def test_unequal_windows_can_be_allowed():
    found = compare(figure("60", "2024-H1"), figure("90", "2025-9M"), IndicatorKind.FLOW, allow_unequal=True)
    assert found.difference == point("30")
    assert found.percent == point("50.0")
    assert found.direction is Direction.UP
    assert found.remark.key == "change.allowed_unequal"


# What is missing, what is not comparable


def test_what_stands_on_one_side_only():
    known = figure("300")
    assert compare(None, known, IndicatorKind.STOCK).direction is Direction.NEW
    assert compare(None, known, IndicatorKind.STOCK).remark == message("change.only_after")
    assert compare(known, None, IndicatorKind.STOCK).direction is Direction.GONE
    assert compare(known, None, IndicatorKind.STOCK).remark == message("change.only_before")
    assert compare(None, None, IndicatorKind.STOCK).direction is Direction.UNKNOWN
    assert compare(None, known, IndicatorKind.STOCK).difference is None
    assert compare(known, None, IndicatorKind.STOCK).percent is None


def test_another_unit_is_not_comparable():
    why = incomparable(indicator("school"), indicator("centre"))
    assert catalogue.load("en").say(why) == "not comparable: unit school → centre"


def test_another_kind_is_not_comparable():
    why = incomparable(indicator(kind=IndicatorKind.STOCK), indicator(kind=IndicatorKind.FLOW))
    assert catalogue.load("en").say(why) == "not comparable: kind stock → flow"


def test_the_same_definition_is_comparable():
    assert incomparable(indicator(), indicator()) is None


def test_what_is_not_comparable_has_no_change():
    why = message("change.unit", before="school", after="centre")
    found = not_comparable(figure("10"), figure("20"), why)
    assert found.direction is Direction.UNKNOWN
    assert (found.difference, found.percent) == (None, None)
    assert found.remark == why


# The last period alone


def series(*figures):
    return [figure(text, period) for period, text in figures]


def test_the_third_quarter_alone_is_nine_months_less_the_first_half():
    known = series(("2025-Q1", "10"), ("2025-H1", "25"), ("2025-9M", "45"))
    alone = discrete(known[-1], known)
    assert str(alone.quantity) == "20"
    assert alone.period == Period.parse("2025-Q3")
    assert alone.as_written is None  # no words of the source say so
    assert str(discrete(known[1], known).quantity) == "15"


def test_the_first_quarter_is_its_own():
    known = series(("2025-Q1", "10"), ("2025-H1", "25"))
    assert discrete(known[0], known) == known[0]
    assert discrete(figure("3", "2025-01"), []) == figure("3", "2025-01")


@pytest.mark.parametrize(
    "known",
    [
        series(("2025-H1", "more than 25"), ("2025-9M", "45")),
        series(("2025-H1", "25"), ("2025-9M", "more than 45")),
        series(("2024-H1", "25"), ("2025-9M", "45")),  # not counted from the same day
        series(("2025-9M", "45")),
    ],
)
def test_without_two_exact_figures_nothing_is_known_of_the_last_quarter(known):
    assert discrete(known[-1], known) == message("change.not_separable")


def test_a_count_that_falls_gives_no_negative_quarter():
    known = series(("2025-H1", "25"), ("2025-9M", "20"))
    said = catalogue.load("en").say(discrete(known[-1], known))
    assert said.startswith("the cumulative figure fell from 25 (January–June 2025) to 20")


def test_what_does_not_count_can_fall():
    known = [figure("25", "2025-H1", counted=False), figure("20", "2025-9M", counted=False)]
    assert discrete(known[-1], known).quantity.stated == -5


def test_nothing_is_subtracted_across_a_break():
    known = series(("2025-H1", "25"), ("2025-9M", "45"))
    broken = known[-1]._replace(flags=(Flag.BREAK,))
    assert discrete(broken, [known[0], broken]) == message("change.not_separable")


def test_the_last_quarter_has_the_flags_of_both():
    known = series(("2025-H1", "25"), ("2025-9M", "45"))
    first, last = known[0]._replace(flags=(Flag.ESTIMATED,)), known[1]._replace(flags=(Flag.PROVISIONAL,))
    assert discrete(last, [first, last]).flags == ("estimated", "provisional")


def test_the_last_quarter_of_long_numbers_loses_no_digit():
    known = series(("2025-H1", "1" * 30), ("2025-9M", "1" * 29 + "2"))
    assert discrete(known[-1], known).quantity.stated == 1


# Whatever the figures really are


@st.composite
def known_counts(draw):
    """A count, and a number that it can be."""
    stated = Decimal(draw(st.integers(0, 20) | st.integers(0, 10**6) | st.integers(0, 10**29)))
    bound = draw(st.sampled_from(Bound))
    upper = stated + draw(st.integers(1, 100)) if bound is Bound.RANGE else None
    quantity = Quantity(stated, bound, upper, counted=True)
    interval = quantity.interval
    assume(interval.low.is_finite())
    top = min(interval.high, interval.low + 10**6)
    share = draw(st.sampled_from([Fraction(0), Fraction(1, 10**6), Fraction(1, 2), Fraction(1)]))
    number = Fraction(interval.low) + (Fraction(top) - Fraction(interval.low)) * share
    assume(not (interval.low_open and number == interval.low))
    assume(not (interval.high_open and number == interval.high))
    return quantity, number


def holds(interval: Interval, number):
    low, high = interval.low, interval.high
    above = (
        not low.is_finite() or Fraction(low) < number or (Fraction(low) == number and not interval.low_open)
    )
    below = (
        not high.is_finite()
        or number < Fraction(high)
        or (number == Fraction(high) and not interval.high_open)
    )
    return above and below


@given(known_counts(), known_counts())
@example((Quantity(Decimal("1" * 30)), Fraction("1" * 30)), (Quantity(Decimal("7" * 30)), Fraction("7" * 30)))
def test_a_change_holds_whatever_the_figures_are(before, after):
    (old, x), (new, y) = before, after
    found = compare(figure(old), figure(new), IndicatorKind.STOCK)
    assert found.difference is None or holds(found.difference, y - x)
    possible = {
        Direction.UP: y > x,
        Direction.NEW: y > x,
        Direction.DOWN: y < x,
        Direction.SAME: y == x,
        Direction.UNKNOWN: True,
    }
    assert possible[found.direction]
    if found.percent is not None:
        assert x > 0
        true = (y - x) / x * 100
        if old.is_exact and new.is_exact:
            assert abs(Fraction(found.percent.low) - true) <= max(abs(true), 1) / 10**50
        else:
            assert holds(found.percent, true)


@given(known_counts(), known_counts())
def test_difference_percentage_and_direction_agree(before, after):
    """A figure that rose is never shown beside a percentage below zero."""
    found = compare(figure(before[0]), figure(after[0]), IndicatorKind.STOCK)
    if found.direction in (Direction.UP, Direction.NEW):
        assert found.difference.low >= 0
        assert found.percent is None or found.percent.low >= 0
    if found.direction is Direction.DOWN:
        assert found.difference.high <= 0
        assert found.percent is None or found.percent.high <= 0
    if found.direction is Direction.UNKNOWN:
        assert found.remark is not None
