"""Targets from report files to verdicts: each rule of docs/methods.md, on figures that are made up."""

from datetime import date
from decimal import Decimal

import pytest
from reported import read_report

from edureport.analysis.path import Method, TargetKind
from edureport.analysis.progress import assess_all
from edureport.model.library import Library
from edureport.model.quantity import Quantity

HEAD = """\
edureport: 1
report: {{id: made-up, organisation: City of Examples, period: {period}, language: en}}
units: {{school: schools, hectare: {{whole: false, en: hectares}}, percent: "%"}}
indicators: {{x: {{label: X, {indicator}}}}}
targets: {{t: {{label: T, indicator: x, {target}}}}}
"""
STOCK, FLOW = "unit: school, kind: stock", "unit: school, kind: flow"
RATIO, AREA = "unit: percent, kind: ratio", "unit: hectare, kind: stock"
MONEY = "unit: hectare, kind: flow"
DUE = "due: 2025-12-31"


def report(indicator, target, period="2025-9M"):
    text = HEAD.format(period=period, indicator=indicator, target=target)
    return read_report(text.encode(), f"{period.replace('/', '-')}.yaml")


def judged(indicator, target, period="2025-9M", as_of=None, method=Method.LINEAR):
    """The assessment of the only target of a report."""
    return of(report(indicator, target, period), as_of=as_of, method=method)


def of(*reports, as_of=None, method=Method.LINEAR):
    library = Library.of(reports)
    day = as_of or library.latest.period.last
    (found,) = assess_all(library, library.targets(day), day, method)
    return found


def verdict(found):
    """The kind, the status, the best one and the reason, as codes."""
    reason = found.reason and found.reason.key.removeprefix("reason.")
    return (
        found.kind.value,
        found.status.value,
        found.best_status and found.best_status.value,
        reason,
    )


def told(interval, digits=None):
    """An interval in the notation of report files, its ends to so many decimals."""
    if interval is None:
        return None
    quantity = Quantity.of(interval)
    if digits is None:
        return str(quantity)
    upper = None if quantity.upper is None else round(quantity.upper, digits)
    return str(Quantity(round(quantity.stated, digits), quantity.bound, upper))


# Limits


@pytest.mark.parametrize(
    ("value", "target", "status", "best", "reason"),
    [
        (15, "at most 10", "missed", None, None),
        (11, "at most 10", "missed", None, None),
        (10, "less than 10", "missed", None, None),
        (10, "at most 10", "off_track", None, None),  # and three months to go
        (9, "at most 10", "off_track", None, None),  # 12 by the end of the year
        (7, "at most 10", "on_track", None, None),
        (7, "less than 10", "off_track", None, None),  # 9.4 is no whole number under 10
        (6, "less than 10", "on_track", None, None),
        ("7..9", "at most 10", "off_track", "on_track", "worst"),
        ("9..11", "at most 10", "missed", "off_track", "worst"),
        ("more than 10", "at most 10", "missed", None, None),
        ("more than 5", "at most 10", "not_assessable", None, "too_wide"),
        ("less than 5", "at most 10", "on_track", None, None),
    ],
)
def test_a_limit_of_a_flow(value, target, status, best, reason):
    found = judged(f"{FLOW}, value: {value}", f"value: {target}, {DUE}")
    assert verdict(found) == ("limit", status, best, reason)
    assert found.progress is found.pace is found.expected is found.required_per_month is None


@pytest.mark.parametrize(("value", "status"), [(5, "achieved"), (10, "achieved"), (11, "missed")])
def test_a_limit_of_a_flow_on_its_day(value, status):
    found = judged(f"{FLOW}, value: {value}", f"value: at most 10, {DUE}", "2025")
    assert verdict(found) == ("limit", status, None, None)
    assert told(found.remaining) == str(10 - value)


def test_what_may_still_be_used_is_what_remains_of_a_limit():
    found = judged(f"{FLOW}, value: 7", f"value: at most 10, {DUE}")
    assert (told(found.remaining), told(found.projected, 1)) == ("3", "9.4")
    assert told(judged(f"{FLOW}, value: 7", f"value: less than 10, {DUE}").remaining) == "2"


@pytest.mark.parametrize(
    ("value", "target", "status"),
    [
        (27, f"at most 25, {DUE}", "off_track"),
        (25, f"at most 25, {DUE}", "on_track"),
        (25, f"less than 25, {DUE}", "off_track"),
        (27, "at most 25", "off_track"),  # a standing limit needs no day
        (25, "at most 25", "on_track"),
        (27, f"at most 25, {DUE}, baseline: {{value: 20, date: 2024-12-31}}", "off_track"),
        (27, "at most 25, due: 2025-09-30", "missed"),
        (25, "at most 25, due: 2025-09-30", "achieved"),
    ],
)
def test_a_limit_of_a_stock(value, target, status):
    found = judged(f"{STOCK}, value: {value}", f"value: {target}")
    assert verdict(found) == ("limit", status, None, None)
    assert found.projected is None


def test_a_limit_that_may_be_exceeded_on_its_day_is_no_verdict():
    found = judged(f"{STOCK}, value: about 25", "value: at most 25, due: 2025-09-30")
    assert verdict(found) == ("limit", "not_assessable", None, "too_wide")
    found = judged(f"{STOCK}, value: about 25", f"value: at most 25, {DUE}")
    assert verdict(found) == ("limit", "off_track", "on_track", "worst")


def test_a_flow_within_a_limit_without_a_day_is_no_verdict():
    found = judged(f"{FLOW}, value: 7", "value: at most 10, from: 2025-01-01")
    assert verdict(found) == ("limit", "not_assessable", None, "no_due")
    assert verdict(judged(f"{FLOW}, value: 12", "value: at most 10, from: 2025-01-01"))[1] == "missed"


# Levels to hold


@pytest.mark.parametrize(
    ("indicator", "target", "status", "best", "required"),
    [
        (f"{STOCK}, value: 15", "at least 20", "regressing", None, "1.7"),
        (f"{STOCK}, value: 20", "at least 20", "on_track", None, None),
        (f"{STOCK}, value: 25", "more than 24", "on_track", None, None),
        (f"{STOCK}, value: 24", "more than 24", "regressing", None, "0.3"),
        (f"{STOCK}, value: about 20", "at least 20", "regressing", "on_track", "-0.3..0.3"),
        (f"{RATIO}, value: 95.5", "at least 95", "on_track", None, None),
        (f"{STOCK}, value: 26, better: higher", "25..35", "on_track", None, None),  # 30 is inside
    ],
)
def test_a_level_to_hold(indicator, target, status, best, required):
    kind = "ratio" if RATIO in indicator else "stock"
    base = "96.1" if kind == "ratio" else "30"
    found = judged(indicator, f"value: {target}, {DUE}, baseline: {{value: {base}, date: 2024-12-31}}")
    assert verdict(found) == ("level", status, best, "worst" if best else None)
    assert told(found.required_per_month, 1) == required
    assert found.progress is found.pace is found.expected is found.projected is None


def test_a_level_on_its_day():
    target = "value: at least 20, due: 2025-09-30, baseline: {value: 30, date: 2024-12-31}"
    assert verdict(judged(f"{STOCK}, value: 20", target)) == ("level", "achieved", None, None)
    assert verdict(judged(f"{STOCK}, value: 19", target)) == ("level", "missed", None, None)
    assert verdict(judged(f"{STOCK}, value: about 20", target))[1:] == ("not_assessable", None, "too_wide")


def test_of_a_level_that_nothing_is_known_of_there_is_no_verdict():
    target = f"value: at least 20, {DUE}, baseline: {{value: 30, date: 2024-12-31}}"
    figures = "earlier: {2025-Q1: at most 4, 2025-Q2: at least 6}"
    assert verdict(judged(f"{MONEY}, {figures}", target)) == ("level", "not_assessable", None, "too_wide")


# Which way is better


@pytest.mark.parametrize(
    ("more", "target", "better"),
    [
        (", better: lower", "at least 20", "higher"),
        (", better: higher", "at most 20", "lower"),
        (", better: lower", "20, due: 2025-12-31, baseline: {value: 10, date: 2024-12-31}", "lower"),
        ("", "20, due: 2025-12-31, baseline: {value: 30, date: 2024-12-31}", "lower"),
        ("", "20, due: 2025-12-31, baseline: {value: more than 20, date: 2024-12-31}", "lower"),
        ("", "98, due: 2025-12-31, baseline: {value: about 100, date: 2024-12-31}", "lower"),
        ("", "20, due: 2025-12-31, baseline: {value: 20, date: 2024-12-31}", "higher"),
        ("", "15..25, due: 2025-12-31, baseline: {value: 20, date: 2024-12-31}", "higher"),
        ("", "20", "higher"),
        ("", "0", "lower"),
        ("", "0..7", "higher"),
        (", better: higher", "0", "higher"),
    ],
)
def test_the_first_that_says_which_way_is_better(more, target, better):
    assert judged(f"{STOCK}, value: 12{more}", f"value: {target}").better.value == better


@pytest.mark.parametrize(("value", "status"), [(5, "missed"), (0, "achieved")])
def test_to_zero_lower_is_better(value, status):
    assert judged(f"{STOCK}, value: {value}", f"value: 0, {DUE}", "2025").status.value == status
    assert judged(f"{STOCK}, value: {value}", "value: 0, due: 2025-09-30").status.value == status


# Flows over windows

HALF = "value: 12, earlier: {2025-H1: 7}"
QUARTERS = "earlier: {2025-Q1: 4, 2025-Q2: 6, 2025-Q3: 5}"


@pytest.mark.parametrize(
    ("figures", "target", "period", "start", "actual"),
    [
        (QUARTERS, f"value: 20, {DUE}", "2025-9M", "2024-12-31", "15"),
        ("earlier: {2025-Q1: 4, 2025-Q3: 5}", f"value: 20, {DUE}", "2025-9M", "2024-12-31", "at least 9"),
        (
            HALF,
            f"value: 9, {DUE}, from: 2025-07-01",
            "2025-9M",
            "2025-06-30",
            "5",
        ),
        (
            HALF,
            f"value: 9, {DUE}, baseline: {{value: 3, date: 2025-06-30}}",
            "2025-9M",
            "2025-06-30",
            "8",
        ),
        ("value: 12", f"value: 20, {DUE}, from: 2025-07-01", "2025-9M", "2025-06-30", "0..12"),
        ("value: about 12", f"value: 20, {DUE}", "2025-9M", "2024-12-31", "about 12"),
        ("value: 8", "value: 20, due: 2026-05-31", "2025-09-01/2026-02-28", "2025-08-31", "8"),
        ("value: 8", f"value: 20, {DUE}", "2025-09-01/2025-11-30", "2024-12-31", "at least 8"),
    ],
)
def test_a_flow_is_counted_from_its_beginning(figures, target, period, start, actual):
    found = judged(f"{FLOW}, {figures}", target, period)
    assert (str(found.baseline_date), str(found.actual)) == (start, actual)


def test_quarters_of_three_reports():
    quarters = [
        report(f"{FLOW}, value: {value}", f"value: 20, {DUE}", f"2025-Q{number}")
        for number, value in ((1, 4), (2, 6), (3, 5))
    ]
    found = of(*quarters)
    assert verdict(found) == ("path", "on_track", None, None)
    assert (told(found.progress), told(found.remaining), told(found.pace, 2)) == ("0.75", "5", "1.00")
    assert told(found.required_per_month, 1) == "1.7"
    assert [str(one.quantity) for one in found.figures] == ["4", "6", "5"]
    assert str(found.period) == "2025-01-01/2025-09-30"


def test_days_that_are_missing_leave_bounds():
    found = judged(f"{FLOW}, earlier: {{2025-Q1: 4, 2025-Q3: 5}}", f"value: 20, {DUE}")
    assert verdict(found) == ("path", "behind", "achieved", "worst")
    assert (told(found.remaining), told(found.progress)) == ("at most 11", "at least 0.45")
    found = judged(f"{MONEY}, earlier: {{2025-Q1: 4.5, 2025-Q3: 5}}", f"value: 20, {DUE}")
    assert verdict(found) == ("path", "not_assessable", None, "gaps")  # what can shrink has none
    assert found.remaining is None
    assert str(found.actual) == "5"


@pytest.mark.parametrize("target", ["value: 20", "value: 20, due: 2026-06-30"])
def test_without_a_beginning_a_flow_is_not_assessed(target):
    found = judged(f"{FLOW}, value: 6", target)
    assert verdict(found) == ("path", "not_assessable", None, "no_start")
    assert found.remaining is found.required_per_month is found.progress is None
    assert (str(found.actual), found.observed) == ("6", date(2025, 9, 30))


def test_an_uncertain_baseline_of_a_flow_is_one_quantity():
    found = judged(f"{FLOW}, value: 5", f"value: 20, {DUE}, baseline: {{value: about 10, date: 2024-12-31}}")
    assert told(found.progress, 3) == "0.455..0.556"  # 5 of 9 to 11, whatever the baseline
    assert str(found.actual) == "14..16"
    assert told(found.remaining) == "4..6"


# The days


def test_what_is_observed_after_the_due_date_decides_nothing():
    target = "value: 20, due: 2025-06-30, baseline: {value: 10, date: 2024-12-31}"
    found = judged(f"{STOCK}, value: 18, earlier: {{2025-H1: 20}}", target)
    assert (found.status.value, found.observed) == ("achieved", date(2025, 6, 30))
    found = judged(f"{STOCK}, value: 21, earlier: {{2025-H1: 19}}", target)
    assert (found.status.value, str(found.actual)) == ("missed", "19")


@pytest.mark.parametrize(
    ("indicator", "target", "status"),
    [
        (f"{STOCK}, value: 18, earlier: {{2025-H1: 12}}", "value: 20", None),
        (f"{STOCK}, value: 18, earlier: {{2025-H1: 20}}", "value: 20", "achieved"),
        (f"{STOCK}, value: 18, earlier: {{2025-H1: 12}}", "value: at most 20", None),
        (f"{STOCK}, value: 18, earlier: {{2025-H1: 22}}", "value: at most 20", None),
        (f"{FLOW}, value: 40, earlier: {{2025-H1: 22}}", "value: at most 20", "missed"),
        (f"{FLOW}, value: 40, earlier: {{2025-H1: 12}}", "value: at most 20", None),
        (f"{STOCK}, value: 18", "value: 20", None),
    ],
)
def test_nothing_is_missed_before_something_is_reported_for_the_day(indicator, target, status):
    base = "" if "at most" in target or "flow" in indicator else ", baseline: {value: 10, date: 2024-12-31}"
    found = judged(indicator, f"{target}, due: 2025-08-31{base}")
    if status is None:
        assert verdict(found)[1:] == ("not_assessable", None, "not_yet_reported")
    else:
        assert verdict(found)[1:] == (status, None, None)


@pytest.mark.parametrize("value", [12, 25])
def test_an_observation_on_the_day_of_the_baseline_is_no_progress(value):
    found = judged(f"{STOCK}, value: {value}", f"value: 20, {DUE}, baseline: {{value: 12, date: 2025-09-30}}")
    assert verdict(found) == ("path", "no_data", None, "no_data")
    assert (told(found.remaining), told(found.required_per_month, 1), found.elapsed) == ("8", "2.6", None)


def test_days_left_are_those_of_the_day_of_judgement():
    found = judged(
        f"{STOCK}, value: 15",
        f"value: 20, {DUE}, baseline: {{value: 10, date: 2024-12-31}}",
        as_of=date(2025, 10, 31),
    )
    assert (found.observed, found.days_left) == (date(2025, 9, 30), 61)
    assert round(found.elapsed, 3) == Decimal("0.748")
    assert told(found.required_per_month, 2) == "2.49"


@pytest.mark.parametrize(
    ("due", "required", "reason"),
    [
        ("2025-10-30", None, "under_a_month"),
        ("2025-10-31", "8", None),  # 31 days are just over one month
        ("2025-11-19", "4.9", None),
    ],
)
def test_with_less_than_a_month_left_nothing_is_said_of_a_month(due, required, reason):
    found = judged(f"{FLOW}, value: 22", f"value: 30, due: {due}")
    assert found.reason is None or found.reason.key == f"reason.{reason}"
    assert (found.reason is None) == (reason is None)
    asked = told(found.required_per_month, 1)
    assert asked == required or (required == "8" and asked == "7.9")


def test_that_less_than_a_month_is_left_does_not_hide_the_reason():
    found = judged(f"{FLOW}, value: 22..28", "value: 30, due: 2025-10-20")
    assert (found.reason.key, found.soon.key) == ("reason.worst", "reason.under_a_month")
    assert str(found.soon.values["remaining"]) == "2..8"


def test_what_is_required_is_rounded_once():
    """120 left in 50 days are 73.05 a month."""
    found = judged(f"{FLOW}, value: 30", "value: 150, due: 2025-11-19")
    assert told(found.required_per_month) == "73.05"


# Bounds of the target


@pytest.mark.parametrize(
    ("indicator", "target", "status", "progress", "remaining"),
    [
        (f"{STOCK}, value: 10", "more than 10", "missed", "0.9091", "1"),
        (f"{STOCK}, value: 11", "more than 10", "achieved", "1.0000", "0"),
        (f"{AREA}, value: 10", "more than 10", "missed", "less than 1.0000", "more than 0"),
        (f"{AREA}, value: 10.5", "more than 10", "achieved", "1.0500", "-0.5"),
        (f"{AREA}, value: 5", "more than 10", "missed", "0.5000", "5"),
        (f"{STOCK}, value: 400", "400..450", "achieved", "1.0000", "0"),
        (f"{STOCK}, value: 399", "400..450", "missed", "0.9975", "1"),
        (f"{STOCK}, value: 24", "about 25", "achieved", "1.0000", "0"),
    ],
)
def test_the_number_to_reach(indicator, target, status, progress, remaining):
    found = judged(indicator, f"value: {target}, due: 2025-09-30, baseline: {{value: 0, date: 2024-12-31}}")
    assert (found.status.value, told(found.progress, 4), told(found.remaining)) == (
        status,
        progress,
        remaining,
    )


def test_a_goal_below_zero():
    base = "baseline: {value: -20, date: 2024-12-31}"
    found = judged(f"{RATIO}, value: -12", f"value: -10, {DUE}, {base}")
    assert (found.kind, told(found.progress), told(found.remaining)) == (TargetKind.PATH, "0.8", "2")
    found = judged(f"{RATIO}, value: -12", f"value: -30, {DUE}, {base}")
    assert (found.better.value, found.status.value, told(found.progress)) == ("lower", "regressing", "-0.8")


# Uncertain figures


def test_an_uncertain_baseline_is_one_quantity_at_its_corners():
    found = judged(
        f"{STOCK}, value: 115", f"value: 120, {DUE}, baseline: {{value: about 100, date: 2024-12-31}}"
    )
    assert verdict(found) == ("path", "behind", "on_track", "worst")
    assert (told(found.progress, 3), told(found.pace, 2)) == ("0.667..0.800", "0.89..1.07")
    assert told(found.projected, 1) == "118.4..121.7"


def test_where_the_baseline_can_be_the_goal_nothing_of_the_way_is_told():
    target = "value: 102, {}, baseline: {{value: about 100, date: 2024-12-31}}"
    found = judged(f"{STOCK}, value: 96", target.format(DUE))
    assert verdict(found) == ("path", "not_assessable", None, "no_way")
    assert found.progress is found.pace is None
    assert judged(f"{STOCK}, value: 96", target.format("due: 2025-09-30")).status.value == "missed"
    assert judged(f"{STOCK}, value: 104", target.format(DUE)).status.value == "achieved"


@pytest.mark.parametrize(
    ("base", "value", "progress", "status"),
    [
        ("less than 10", 15, "0.5..1", "behind"),  # the lower it began, the nearer the way is to all of it
        ("at most 8", 20, "1", "achieved"),
        ("less than 10", "at most 5", None, "not_assessable"),
    ],
)
def test_a_baseline_without_a_lower_end(base, value, progress, status):
    found = judged(
        f"{RATIO}, value: {value}", f"value: 20, {DUE}, baseline: {{value: {base}, date: 2024-12-31}}"
    )
    assert found.status.value == status
    assert progress is None or told(found.progress) == progress


def test_what_has_moved_away_whatever_it_is():
    found = judged(
        f"{RATIO}, value: less than 5", f"value: 20, {DUE}, baseline: {{value: 10, date: 2024-12-31}}"
    )
    assert verdict(found) == ("path", "regressing", None, None)


# Milestones


@pytest.mark.parametrize(
    ("indicator", "target", "status", "pace"),
    [
        (f"{STOCK}, value: 90", "120, FROM_100, milestones: {2025-09-30: 85}", "on_track", None),
        (f"{STOCK}, value: 84", "120, FROM_100, milestones: {2025-09-30: 85}", "regressing", None),
        (f"{STOCK}, value: 108", "120, FROM_100, milestones: {2025-09-30: 110}", "behind", "0.80"),
        (f"{STOCK}, value: 100", "120, FROM_100, milestones: {2025-09-30: 100}", "on_track", None),
        (f"{FLOW}, value: 0", "120, milestones: {2025-09-30: 0}", "on_track", None),
        (f"{RATIO}, value: -12", "20, milestones: {2025-09-30: -10}", "behind", None),
        (f"{RATIO}, value: -9", "20, milestones: {2025-09-30: -10}", "on_track", None),
        (f"{STOCK}, value: 35", "at most 20, milestones: {2025-09-30: 30}", "behind", "0.86"),
        (f"{STOCK}, value: 28", "at most 20, milestones: {2025-09-30: 30}", "on_track", "1.07"),
        (f"{STOCK}, value: 7", "20, milestones: {2025-09-30: 8}", "behind", "0.88"),
    ],
)  # fmt: skip
def test_a_path_by_milestones(indicator, target, status, pace):
    target = target.replace("FROM_100", "baseline: {value: 100, date: 2024-12-31}")
    found = judged(indicator, f"value: {target}, {DUE}")
    assert (found.status.value, told(found.pace, 2)) == (status, pace)


def test_before_its_first_point_there_is_no_path():
    found = judged(f"{STOCK}, value: 7", f"value: 20, {DUE}, milestones: {{2025-11-15: 8}}")
    assert verdict(found) == ("path", "not_assessable", None, "before_plan")
    assert found.expected is None


def test_an_uncertain_value_beside_a_planned_dip():
    target = f"value: 120, {DUE}, baseline: {{value: 100, date: 2024-12-31}}, milestones: {{2025-09-30: 85}}"
    assert verdict(judged(f"{STOCK}, value: 80..90", target)) == ("path", "regressing", "on_track", "worst")
    assert verdict(judged(f"{STOCK}, value: at least 85", target)) == (
        "path",
        "on_track",
        "achieved",
        "worst",
    )


# Methods


@pytest.mark.parametrize(
    ("indicator", "target", "method", "reason"),
    [
        (f"{RATIO}, value: -1", "20", Method.ATTAINMENT, "attainment"),
        (f"{RATIO}, value: -10", "-5", Method.ATTAINMENT, "attainment"),
        (f"{RATIO}, value: -1", "20", Method.CAGR, "cagr"),
    ],
)
def test_what_a_method_cannot_measure(indicator, target, method, reason):
    base = "-20" if target == "-5" else "2"
    found = judged(
        indicator, f"value: {target}, {DUE}, baseline: {{value: {base}, date: 2024-12-31}}", method=method
    )
    assert verdict(found) == ("path", "not_assessable", None, reason)


def test_of_a_pace_beyond_a_million_only_that_is_told():
    target = "value: 30, due: 2026-01-14, baseline: {value: 0.01, date: 2025-09-29}"
    found = judged(f"{RATIO}, value: 8", target, method=Method.CAGR)
    assert told(found.measures.pace if hasattr(found, "measures") else found.pace) == "more than 1000000"
    assert verdict(found)[1] == "on_track"


@pytest.mark.parametrize("method", Method)
def test_limits_and_levels_are_judged_alike_by_every_method(method):
    found = judged(f"{FLOW}, value: 9", f"value: at most 10, {DUE}", method=method)
    assert verdict(found) == ("limit", "off_track", None, None)
    target = f"value: at least 20, {DUE}, baseline: {{value: 30, date: 2024-12-31}}"
    assert verdict(judged(f"{STOCK}, value: 15", target, method=method))[:2] == ("level", "regressing")


# Targets that change, and targets of parts


def test_a_target_is_judged_as_it_was_valid_on_the_day():
    half = report(f"{FLOW}, value: 10", f"value: 20, {DUE}", "2025-H1")
    nine = report(f"{FLOW}, value: 11", "value: 12, due: 2026-06-30, from: 2025-01-01")
    then, now = of(half, nine, as_of=date(2025, 6, 30)), of(half, nine)
    assert (str(then.target.quantity), str(then.target.due), str(then.actual)) == ("20", "2025-12-31", "10")
    assert (str(now.target.quantity), str(now.target.due), str(now.actual)) == ("12", "2026-06-30", "11")
    assert str(of(half, nine, as_of=date(2025, 9, 29)).target.quantity) == "20"


def test_a_target_that_is_not_repeated_is_not_withdrawn():
    half = report(f"{FLOW}, value: 10", f"value: 20, {DUE}", "2025-H1")
    text = HEAD.format(period="2025-9M", indicator=f"{FLOW}, value: 16", target="value: 1")
    nine = read_report("".join(text.partition("targets")[:1]).encode(), "2025-9M.yaml")
    found = of(half, nine)
    assert (str(found.target.quantity), str(found.actual)) == ("20", "16")
    assert not list(Library.of([nine, half]).targets(date(2025, 6, 29)))


MEMBERS = "breakdown: {ownership: {members: {state: {label: State, value: 33}, private: {label: Private}}}}"


@pytest.mark.parametrize(
    ("part", "status", "actual"), [("state", "behind", "33"), ("private", "no_data", "None")]
)
def test_a_target_of_a_part(part, status, actual):
    target = f"value: 40, {DUE}, baseline: {{value: 20, date: 2024-12-31}}, member: {{ownership: {part}}}"
    found = judged(f"{STOCK}, value: 60, {MEMBERS}", target)
    assert (found.status.value, str(found.actual)) == (status, actual)


# Breaks


def test_a_break_is_not_bridged():
    target = f"value: 20, {DUE}, baseline: {{value: 10, date: 2024-12-31}}"
    found = judged(f"{STOCK}, value: 15, flags: [break]", target)
    assert verdict(found) == ("path", "not_assessable", None, "break")
    assert found.progress is found.pace is found.projected is None
    assert judged(f"{STOCK}, value: 20, flags: [break]", target).status.value == "achieved"
    flagged = "earlier: {2025-Q1: 4, 2025-Q2: {value: 6, flags: [break]}, 2025-Q3: 5}"
    assert verdict(judged(f"{FLOW}, {flagged}", f"value: 20, {DUE}"))[1:] == ("not_assessable", None, "break")


def test_a_break_before_the_beginning_divides_nothing():
    figures = "value: 15, flags: [break], earlier: {2024: 30}"
    assert judged(f"{FLOW}, {figures}", f"value: 20, {DUE}").status.value == "on_track"
    figures = "value: 15, earlier: {2024-H1: {value: 3, flags: [break]}}"
    target = f"value: 20, {DUE}, baseline: {{value: 10, date: 2024-12-31}}"
    assert judged(f"{STOCK}, {figures}", target).status.value == "behind"
