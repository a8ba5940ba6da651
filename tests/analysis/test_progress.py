"""Progress: the statuses and numbers of targets, with the worked examples of the methods."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reported import read_report

from edureport.analysis.path import Method
from edureport.analysis.progress import Assessment, Status, assess
from edureport.languages import catalogue
from edureport.message import message
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Baseline, Better, Indicator, IndicatorKind, Observation, Target, Text, Unit
from edureport.problem import Place

PLACE = Place("made-up.yaml", 1, 1)
OWN = Period.parse("2025-9M")
UNIT = Unit("school", {"en": {"other": "schools"}}, "en")
NEW_YEAR = date(2024, 12, 31)
AUTUMN = date(2025, 9, 30)
END = date(2025, 12, 31)


def target(
    value,
    *,
    base=None,
    start=NEW_YEAR,
    due=END,
    better=Better.HIGHER,
    kind=IndicatorKind.STOCK,
    milestones=None,
):
    text = Text.of({"en": "Schools"}, "en")
    indicator = Indicator("schools", text, None, UNIT, kind, better, {}, (), None, OWN, PLACE)
    counted = kind is not IndicatorKind.RATIO

    def quantity(written):
        return Quantity.parse(str(written), counted=counted)

    return Target(
        key="plan",
        label=text,
        indicator=indicator,
        quantity=quantity(value),
        due=due,
        baseline=None if base is None else Baseline(quantity(base), start),
        milestones={day: quantity(written) for day, written in (milestones or {}).items()},
        as_written=None,
        where=None,
        note=None,
        place=PLACE,
    )


def judged(plan, value=None, as_of=AUTUMN, method=Method.LINEAR, period=None) -> Assessment:
    """The assessment of a plan by one figure, for the year up to the day of judgement."""
    counted = plan.indicator.kind is not IndicatorKind.RATIO
    series = []
    if value is not None:
        known = Period.parse(period) if period else Period(date(as_of.year, 1, 1), as_of)
        series = [Observation(known, Quantity.parse(str(value), counted=counted), PLACE)]
    return assess(plan, series, as_of, method)


def single(interval):
    """The number of an interval that holds only one."""
    assert interval is not None
    assert interval.is_point
    return interval.low


def near(interval, number, digits=4):
    return round(single(interval), digits) == Decimal(str(number))


# The worked examples of the methods


def test_half_way_with_three_quarters_of_the_time_gone_is_behind():
    plan = target(20, base=10)
    found = judged(plan, 15)
    assert found.status is Status.BEHIND
    assert single(found.progress) == Decimal("0.5")
    assert round(found.elapsed, 3) == Decimal("0.748")
    assert near(found.pace, "0.67", 2)
    assert near(found.expected, "17.48", 2)
    assert single(found.remaining) == 5
    assert near(found.projected, "16.68", 2)
    assert found.reason is None
    assert found.baseline_date == NEW_YEAR
    assert found.baseline.stated == 10
    assert found.as_of == AUTUMN
    assert found.method is Method.LINEAR
    assert str(found.actual) == "15"
    assert found.observed == AUTUMN


def test_the_attainment_of_the_same_looks_on_time():
    found = judged(target(20, base=10), 15, method=Method.ATTAINMENT)
    assert single(found.progress) == Decimal("0.75")
    assert near(found.pace, "1.0027")
    assert found.status is Status.ON_TRACK
    assert found.projected is None


def test_a_fifth_with_four_fifths_of_the_time_gone_is_off_track():
    """A compound rate with zero replaced by 0.001 would call it on track; it is not asked."""
    start, due = date(2025, 1, 1), date(2025, 1, 1) + timedelta(100)
    plan = target(20, base=0, start=start, due=due)
    found = judged(plan, 4, as_of=start + timedelta(80))
    assert found.elapsed == Decimal("0.8")
    assert single(found.pace) == Decimal("0.25")
    assert found.status is Status.OFF_TRACK
    compound = judged(plan, 4, as_of=start + timedelta(80), method=Method.CAGR)
    assert compound.status is Status.NOT_ASSESSABLE
    assert compound.reason.key == "reason.cagr"


def test_bounds_go_through_to_the_worst_status():
    found = judged(target(20, base=0), "more than 15")
    assert found.progress == Interval(Decimal("0.75"), Decimal("Infinity"), low_open=True, high_open=True)
    assert found.status is Status.ON_TRACK
    assert found.reason.key == "reason.worst"
    assert found.reason.values["best"] == message("status.achieved")
    assert found.remaining.high == 5
    assert catalogue.load("en").say(found.reason)


@pytest.mark.parametrize(("value", "a_month"), [(20, "6.6"), (10, "3.3")])
def test_the_targets_of_the_source_report(value, a_month):
    """Planned on 30 September for the end of the year, nothing reported against them yet."""
    found = judged(target(value, kind=IndicatorKind.FLOW), None)
    assert found.status is Status.NO_DATA
    assert found.reason.key == "reason.no_data"
    assert found.days_left == 92
    assert single(found.remaining) == value
    assert near(found.required_per_month, a_month, 1)
    months_left = Decimal(92) / (Decimal("365.25") / 12)
    assert near(found.required_per_month, round(value / months_left, 10), 10)
    assert found.progress is None
    assert found.pace is None
    assert found.actual is None


def test_the_shipped_report_itself():
    from edureport.reading.load import load
    from edureport.reading.locate import shipped

    report = load(str(shipped()))
    library = Library.of([report])
    found = {
        key: assess(plan, library.series(plan.indicator.key), report.period.last)
        for key, plan in report.targets.items()
    }
    assert {key: one.status for key, one in found.items()} == {
        "stem_centres_2025": Status.NO_DATA,
        "digital_school_projects_2025": Status.NO_DATA,
    }
    assert near(found["stem_centres_2025"].required_per_month, "6.6", 1)
    assert near(found["digital_school_projects_2025"].required_per_month, "3.3", 1)


# Statuses, in their order


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (20, Status.ACHIEVED),
        (25, Status.ACHIEVED),
        ("at least 20", Status.ACHIEVED),
        ("more than 20", Status.ACHIEVED),
        ("about 22", Status.ACHIEVED),
        (19, Status.ON_TRACK),
        (9, Status.REGRESSING),
        (10, Status.OFF_TRACK),
        (11, Status.OFF_TRACK),
        ("nearly 20", Status.ON_TRACK),
    ],
)
def test_statuses_before_the_day(value, status):
    assert judged(target(20, base=10), value).status is status


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (20, Status.ACHIEVED),
        ("more than 20", Status.ACHIEVED),
        (19, Status.MISSED),
        ("less than 20", Status.MISSED),
        ("nearly 20", Status.MISSED),
        ("more than 15", Status.NOT_ASSESSABLE),
        ("about 20", Status.NOT_ASSESSABLE),
        (None, Status.NO_DATA),
    ],
)
@pytest.mark.parametrize("as_of", [END, END + timedelta(30)])
def test_statuses_from_the_day_on(value, status, as_of):
    found = judged(target(20, base=10), value, as_of=as_of, period="2025")
    assert found.status is status
    assert found.days_left == 0
    assert found.required_per_month is None
    assert found.elapsed == (None if value is None else 1)
    if status is Status.NOT_ASSESSABLE:
        assert found.reason.key == "reason.too_wide"


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (10, Status.ACHIEVED),
        (8, Status.ACHIEVED),
        ("at most 10", Status.ACHIEVED),
        (12, Status.ON_TRACK),
        (15, Status.BEHIND),
        (19, Status.OFF_TRACK),
        (21, Status.REGRESSING),
        ("more than 21", Status.REGRESSING),
    ],
)
def test_lower_can_be_better(value, status):
    plan = target(10, base=20, better=Better.LOWER)
    assert judged(plan, value).status is status
    assert judged(plan, value, as_of=END).status in (Status.ACHIEVED, Status.MISSED)


def test_lower_is_better_in_numbers():
    found = judged(target(10, base=20, better=Better.LOWER), 15)
    assert single(found.progress) == Decimal("0.5")
    assert near(found.pace, "0.67", 2)
    assert single(found.remaining) == -5


@pytest.mark.parametrize(("base", "value", "status"), [(20, 15, Status.BEHIND), (5, 8, Status.BEHIND)])
def test_the_way_to_go_is_told_by_the_baseline(base, value, status):
    assert judged(target(10, base=base, better=None), value).status is status


@pytest.mark.parametrize("written", ["at most 10", "less than 10"])
def test_the_way_to_go_is_told_by_the_bound(written):
    assert judged(target(written, better=None), 8).status is Status.ON_TRACK
    assert judged(target(written, better=None), 8, as_of=END).status is Status.ACHIEVED
    assert judged(target(written, better=None), 11, as_of=END).status is Status.MISSED


@pytest.mark.parametrize(
    ("plan", "value", "status"),
    [
        (target("more than 20", base=10), 20, Status.MISSED),
        (target("more than 20", base=10), "more than 20", Status.ACHIEVED),
        (target("more than 20", base=10), 21, Status.ACHIEVED),
        (target("at least 20", base=10), 20, Status.ACHIEVED),
        (target("less than 20", base=30, better=Better.LOWER), 20, Status.MISSED),
        (target("less than 20", base=30, better=Better.LOWER), 19, Status.ACHIEVED),
        (target("less than 20", base=30, better=Better.LOWER), "less than 20", Status.ACHIEVED),
        (target("about 300", base=100), 285, Status.ACHIEVED),
        (target("about 300", base=100), 284, Status.MISSED),
        (target("about 300", base=500, better=Better.LOWER), 315, Status.ACHIEVED),
        (target("about 300", base=500, better=Better.LOWER), 316, Status.MISSED),
        (target("300..350", base=100), 300, Status.ACHIEVED),
    ],
)
def test_a_target_can_have_a_bound(plan, value, status):
    assert judged(plan, value, as_of=END).status is status


@pytest.mark.parametrize("better", [Better.HIGHER, None])
def test_a_target_to_hold(better):
    plan = target(100, base=100, better=better)
    assert judged(plan, 100).status is Status.ON_TRACK
    assert judged(plan, 101).status is Status.ON_TRACK
    assert judged(plan, 101, as_of=END).status is Status.ACHIEVED
    assert judged(plan, 99).status is Status.REGRESSING
    assert judged(plan, 99, as_of=END).status is Status.MISSED
    found = judged(plan, "about 100")
    assert (found.status, found.best_status) == (Status.REGRESSING, Status.ON_TRACK)
    assert judged(plan, "about 100", as_of=END).status is Status.NOT_ASSESSABLE


def test_a_low_target_is_a_limit():
    plan = target(0, base=0, better=Better.LOWER)
    assert judged(plan, 0).status is Status.ON_TRACK
    assert judged(plan, 1).status is Status.OFF_TRACK


def test_a_target_to_hold_needs_no_due_date():
    assert judged(target(100, base=100, due=None), 99).status is Status.REGRESSING


# The thresholds


def paced(planned, done, days, gone):
    """A plan from zero of so many days, by a figure on one of them."""
    start = date(2025, 1, 1)
    plan = target(planned, base=0, start=start, due=start + timedelta(days), kind=IndicatorKind.RATIO)
    return judged(plan, done, as_of=start + timedelta(gone))


@pytest.mark.parametrize(
    ("planned", "done", "days", "gone", "status"),
    [
        (100, "47.5", 100, 50, Status.ON_TRACK),
        (100, "47.4999", 100, 50, Status.BEHIND),
        (100, 30, 100, 50, Status.BEHIND),
        (100, "29.9999", 100, 50, Status.OFF_TRACK),
        (180, 57, 300, 100, Status.ON_TRACK),  # a third of the days
        (180, "56.999999", 300, 100, Status.BEHIND),
        (180, 114, 300, 200, Status.ON_TRACK),  # two thirds
        (180, 72, 300, 200, Status.BEHIND),
        (20, 1, 19, 1, Status.ON_TRACK),
        (20, 19, 365, 364, Status.ON_TRACK),
        (700, 95, 7, 1, Status.ON_TRACK),
        (700, 570, 7, 6, Status.ON_TRACK),
        (700, 360, 7, 6, Status.BEHIND),
        (60, "at least 57", 2, 1, Status.ACHIEVED),
        (120, "at least 57", 2, 1, Status.ON_TRACK),  # of 60
        (120, "more than 57", 2, 1, Status.ON_TRACK),
        (120, "at least 36", 2, 1, Status.BEHIND),
        (120, "at least 35.9999", 2, 1, Status.OFF_TRACK),
    ],
)  # fmt: skip
def test_thresholds_are_exactly_95_and_60_percent(planned, done, days, gone, status):
    found = paced(planned, done, days, gone)
    if status is Status.ACHIEVED:  # at least 57 of 60 is not yet 60
        assert found.status is not Status.ACHIEVED
    else:
        assert found.status is status


@given(
    st.integers(2, 2000).flatmap(lambda days: st.tuples(st.just(days), st.integers(1, days - 1))),
    st.integers(1, 10**6),
    st.sampled_from([Fraction(95, 100), Fraction(60, 100)]),
)
def test_whatever_the_days_the_threshold_itself_is_enough(window, step, threshold):
    """Figures such that the pace is the threshold to the last digit."""
    days, gone = window
    planned = step * days * 20  # so that the expected value is a whole number
    done = planned * Fraction(gone, days) * threshold
    assume(done.denominator == 1)
    status = Status.ON_TRACK if threshold == Fraction(95, 100) else Status.BEHIND
    assert paced(planned, int(done), days, gone).status is status


@given(
    st.integers(2, 3000).flatmap(lambda days: st.tuples(st.just(days), st.integers(1, days - 1))),
    st.integers(1, 1000).flatmap(lambda planned: st.tuples(st.just(planned), st.integers(0, planned - 1))),
)
def test_the_status_is_that_of_exact_arithmetic(window, figures):
    (days, gone), (planned, done) = window, figures
    pace = Fraction(done) / (planned * Fraction(gone, days))
    if pace >= Fraction(95, 100):
        status = Status.ON_TRACK
    else:
        status = Status.BEHIND if pace >= Fraction(60, 100) else Status.OFF_TRACK
    assert paced(planned, done, days, gone).status is status


# What cannot be judged


def test_without_a_baseline_nothing_is_judged():
    found = judged(target(20), 15)
    assert found.status is Status.NOT_ASSESSABLE
    assert found.reason.key == "reason.no_baseline"
    assert found.progress is None
    assert single(found.remaining) == 5
    assert near(found.required_per_month, "1.65", 2)


def test_without_a_baseline_the_target_can_still_be_reached_or_missed():
    assert judged(target(20), 20).status is Status.ACHIEVED
    assert judged(target(20), 19, as_of=END).status is Status.MISSED


def test_without_a_due_date_there_is_progress_and_no_verdict():
    found = judged(target(20, base=10, due=None), 15)
    assert found.status is Status.NOT_ASSESSABLE
    assert found.reason.key == "reason.no_due"
    assert single(found.progress) == Decimal("0.5")
    assert single(found.remaining) == 5
    assert found.days_left is None
    assert found.elapsed is None
    assert found.required_per_month is None
    assert judged(target(20, base=10, due=None), 20).status is Status.ACHIEVED


def test_a_figure_from_before_the_baseline_is_no_data():
    found = judged(target(20, base=10, start=AUTUMN), 15, as_of=date(2025, 11, 30), period="2025-9M")
    assert found.status is Status.NO_DATA
    assert found.actual is None


def test_a_figure_from_after_the_day_of_judgement_is_not_known_yet():
    found = judged(target(20, base=10), 15, as_of=date(2025, 8, 31), period="2025-9M")
    assert found.status is Status.NO_DATA


def test_the_latest_figure_counts():
    plan = target(20, base=10)
    series = [
        Observation(Period.parse(period), Quantity.parse(value), PLACE)
        for period, value in (("2025-Q1", "12"), ("2025-H1", "14"), ("2025-9M", "18"))
    ]
    assert str(assess(plan, series, AUTUMN).actual) == "18"
    assert str(assess(plan, series, date(2025, 7, 31)).actual) == "14"


def test_a_flow_is_judged_by_the_whole_year_so_far():
    """Nine months say more than their last quarter, though both end on one day."""
    text = """\
edureport: 1
report: {id: made-up, organisation: Made-up Education Department, period: 2025-9M, language: en}
units: {school: schools}
indicators:
  opened: {label: Opened, unit: school, kind: flow, value: 15, earlier: {2025-Q3: 5, 2025-H1: 10}}
targets:
  plan: {label: Plan, indicator: opened, value: 20, due: 2025-12-31}
"""
    library = Library.of([read_report(text.encode(), "made-up.yaml")])
    (plan,) = library.targets()
    assert str(assess(plan, library.series("opened"), AUTUMN).actual) == "15"


def test_a_wide_bound_gives_the_worst_status_and_the_best():
    found = judged(target(20, base=10), "11..19")
    assert found.status is Status.OFF_TRACK
    assert found.reason.key == "reason.worst"
    assert found.reason.values["best"] == message("status.on_track")


def test_the_best_status_is_one_that_is_possible():
    """Less than 57 of the 60 that were planned by now is never on track."""
    found = paced(120, "0..57", 2, 1)
    assert found.reason.values["best"] == message("status.on_track")  # 57 itself can be
    plan = target(120, base=0, start=date(2025, 1, 1), due=date(2025, 1, 3))
    found = judged(plan, "less than 57", as_of=date(2025, 1, 2))
    assert found.status is Status.OFF_TRACK
    assert found.reason.values["best"] == message("status.behind")


def test_a_bound_that_allows_for_one_status_needs_no_reason():
    found = judged(target(20, base=10), "18..19")
    assert found.status is Status.ON_TRACK
    assert found.reason is None


def test_at_least_nothing_is_too_wide():
    found = judged(target(20, base=10, kind=IndicatorKind.RATIO), "less than 15")
    assert found.status is Status.NOT_ASSESSABLE
    assert found.reason.key == "reason.too_wide"


# Flows


def test_a_flow_starts_from_zero_on_the_day_before_its_period():
    found = judged(target(20, kind=IndicatorKind.FLOW), 15)
    assert found.baseline.stated == 0
    assert found.baseline_date == NEW_YEAR
    assert single(found.progress) == Decimal("0.75")
    assert near(found.pace, "1.0027")
    assert found.status is Status.ON_TRACK


def test_a_stated_baseline_of_a_flow_goes_first():
    plan = target(20, base=0, start=AUTUMN, kind=IndicatorKind.FLOW)
    found = judged(plan, 8, as_of=date(2025, 11, 15), period="2025-10-01/2025-11-15")
    assert found.baseline_date == AUTUMN
    assert near(found.pace, "0.8")
    assert found.status is Status.BEHIND


def test_a_flow_of_the_first_year_of_the_calendar():
    plan = target(20, kind=IndicatorKind.FLOW, due=date(1, 12, 31))
    found = judged(plan, 5, as_of=date(1, 9, 30))
    assert found.status in set(Status)


# Milestones


MILESTONES = {date(2025, 11, 15): 8}


@pytest.mark.parametrize(
    ("as_of", "value", "expected", "status"),
    [
        (date(2025, 11, 15), 8, 8, Status.ON_TRACK),
        (date(2025, 11, 15), 7, 8, Status.BEHIND),
        (date(2025, 11, 15), 4, 8, Status.OFF_TRACK),
        (date(2025, 10, 23), 4, 4, Status.ON_TRACK),  # half way to the milestone
        (date(2025, 12, 8), 14, 14, Status.ON_TRACK),  # half way from it to the target
        (date(2025, 12, 8), 9, 14, Status.BEHIND),
    ],
)
def test_milestones_bend_the_path(as_of, value, expected, status):
    found = judged(target(20, base=0, start=AUTUMN, milestones=MILESTONES), value, as_of=as_of)
    assert single(found.expected) == expected
    assert near(found.pace, round(Decimal(value) / expected, 4))
    assert found.status is status


def test_milestones_alone_are_enough():
    plan = target(20, milestones={date(2025, 6, 30): 10, date(2025, 9, 30): 15})
    found = judged(plan, 15)
    assert single(found.expected) == 15
    assert single(found.pace) == 1
    assert found.status is Status.ON_TRACK
    assert judged(plan, 10).status is Status.BEHIND


@pytest.mark.parametrize(
    "plan",
    [
        target(20, milestones={date(2025, 11, 15): 18}),  # the path begins later
        target(20, base=0, milestones={AUTUMN: 0}),  # nothing was planned by now
    ],
)
def test_a_path_that_says_nothing_yet_is_not_blamed_on_the_figure(plan):
    """15 is exact: "the bound of the figure is too wide" would be untrue."""
    found = judged(plan, 15)
    assert found.reason is None or found.reason.key != "reason.too_wide"


# Compound growth


DECADE = {"base": 10, "start": date(2020, 12, 31), "due": date(2030, 12, 31)}


def test_compound_growth_is_the_ratio_of_yearly_rates():
    found = judged(target(20, **DECADE), 15, as_of=date(2025, 12, 31), method=Method.CAGR)
    actual = Decimal("1.5") ** (Decimal("365.25") / 1826) - 1
    required = Decimal(2) ** (Decimal("365.25") / 3652) - 1
    assert near(found.pace, round(actual / required, 4))
    assert near(found.pace, "1.1769")
    assert found.status is Status.ON_TRACK
    assert found.projected is None


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (20, Status.ACHIEVED),
        (13, Status.BEHIND),
        (12, Status.OFF_TRACK),
        (9, Status.REGRESSING),
        (0, Status.REGRESSING),
    ],
)
def test_compound_growth_has_the_same_statuses(value, status):
    found = judged(target(20, **DECADE), value, as_of=date(2025, 12, 31), method=Method.CAGR)
    assert found.status is status


def test_compound_decline():
    plan = target(5, **DECADE, better=Better.LOWER)
    found = judged(plan, 7, as_of=date(2025, 12, 31), method=Method.CAGR)
    assert found.pace.low > 1
    assert found.status is Status.ON_TRACK
    assert judged(plan, 9, as_of=date(2025, 12, 31), method=Method.CAGR).status is Status.OFF_TRACK


@pytest.mark.parametrize(
    ("plan", "value"),
    [
        (target(20, base=0), 15),
        (target(20, base="about 10"), 15),
        (target(20, base=10, kind=IndicatorKind.RATIO), -2),
        (target(20, base=-5, kind=IndicatorKind.RATIO), 15),
    ],
)
def test_compound_growth_needs_an_exact_start_above_zero(plan, value):
    found = judged(plan, value, method=Method.CAGR)
    assert found.status is Status.NOT_ASSESSABLE
    assert found.reason.key == "reason.cagr"


def test_the_bounds_of_compound_growth_go_through():
    found = judged(target(20, **DECADE), "more than 15", as_of=date(2025, 12, 31), method=Method.CAGR)
    assert found.status is Status.ON_TRACK
    assert not found.pace.high.is_finite()


# Attainment


@pytest.mark.parametrize(
    ("value", "status"), [(15, Status.ON_TRACK), (10, Status.BEHIND), (5, Status.OFF_TRACK)]
)
def test_attainment_over_the_time_gone(value, status):
    found = judged(target(20, base=0), value, method=Method.ATTAINMENT)
    assert single(found.progress) == Decimal(value) / 20
    assert found.status is status


def test_attainment_where_lower_is_better_is_turned_round():
    found = judged(target(10, base=20, better=Better.LOWER), 16, method=Method.ATTAINMENT)
    assert single(found.progress) == Decimal("0.625")


def test_attainment_without_a_start_is_a_number_without_a_verdict():
    found = judged(target(20), 15, method=Method.ATTAINMENT)
    assert single(found.progress) == Decimal("0.75")
    assert found.status is Status.NOT_ASSESSABLE
    assert found.reason.key == "reason.no_baseline"


# Whatever the figures really are


@given(
    st.sampled_from(Bound),
    st.integers(1, 30),
    st.integers(1, 10),
    st.integers(0, 15),
    st.integers(16, 40),
    st.sampled_from([Fraction(0), Fraction(1, 100), Fraction(1, 2), Fraction(1)]),
    st.sampled_from([Method.LINEAR, Method.ATTAINMENT]),
)
def test_the_status_is_the_worst_that_is_possible(bound, stated, width, base, goal, share, method):
    """No number that the figure can be is judged worse than the figure."""
    upper = Decimal(stated + width) if bound is Bound.RANGE else None
    quantity = Quantity(Decimal(stated), bound, upper, counted=True)
    interval = quantity.interval
    top = min(interval.high, interval.low + 50)
    number = Fraction(interval.low) + (Fraction(top) - Fraction(interval.low)) * share
    number = Decimal(number.numerator * 10**4 // number.denominator) / 10**4  # what a report could state
    assume(number in interval)
    plan = target(goal, base=base)
    whole = judged(plan, quantity, method=method)
    one = judged(plan, number, method=method)
    order = [Status.REGRESSING, Status.OFF_TRACK, Status.BEHIND, Status.ON_TRACK, Status.ACHIEVED]
    assert order.index(whole.status) <= order.index(one.status)
    if whole.reason is not None:
        assert order.index(one.status) <= order.index(
            Status(whole.reason.values["best"].key.removeprefix("status."))
        )
    else:
        assert whole.status is one.status
    for name in ("progress", "pace", "remaining", "required_per_month", "projected"):
        bounds, value = getattr(whole, name), getattr(one, name)
        if bounds is not None and value is not None:
            slack = Decimal("1e-20")  # of quotients of exact numbers, which are rounded
            assert bounds.low - slack <= single(value) <= bounds.high + slack
