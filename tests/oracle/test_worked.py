"""The truth itself, against examples that were worked out by hand."""

import re
from datetime import date
from fractions import Fraction

import movements
import pytest
from cases import Case
from columns import NOTHING, Draws
from comparison import PERCENT, SHARE, TARGET_RULES
from plan import UnsureError
from printed import Rule, problem
from stated import Span, Stated
from verdicts import truth

YEAR = date(2025, 1, 1), date(2025, 12, 31)
Q1, Q2, Q3 = ((date(2025, m, 1), date(2025, m + 2, d)) for m, d in ((1, 31), (4, 30), (7, 30)))
H1, NINE = (YEAR[0], date(2025, 6, 30)), (YEAR[0], date(2025, 9, 30))
END, BEFORE = date(2025, 12, 31), date(2024, 12, 31)


def stated(words, counted=True):
    """A quantity from its words: "more than 300", "300..350", 20."""
    bound, number, upper = re.fullmatch(r"([a-z ]*?) ?(-?\d+(?:\.\d+)?)(?:\.\.(\d+))?", str(words)).groups()
    if upper:
        return Stated("range", Fraction(number), Fraction(upper), counted)
    return Stated(bound.replace(" ", "_") or "exact", Fraction(number), None, counted)


def judged(kind, goal, figures, unit="school", as_of=None, **more):
    """The truth about a target; `figures` by period, a baseline as (words, day)."""
    counted = unit == "school"
    if "baseline" in more:
        more["baseline"] = stated(more["baseline"][0], counted), more["baseline"][1]
    if "milestones" in more:
        more["milestones"] = tuple((day, stated(w, counted)) for day, w in more["milestones"].items())
    more.setdefault("due", END)
    return truth(Case(
        "x", kind, unit, stated(goal, counted),
        tuple((*period, stated(words, counted)) for period, words in figures.items()),
        (), as_of or max((last for _, last in figures), default=NINE[1]), YEAR, 0, NINE[1],
        inside=(Fraction(1, 2), Fraction(1, 3)), **more,
    ))  # fmt: skip


def row(column, shown):
    """The four columns of a derived number as they have to be printed: "50.0", "66.6 to 80.0", "(1 to"."""
    names = (column, f"{column}_low", f"{column}_high", f"{column}_open")
    if not shown:
        return dict.fromkeys(names)
    if " to" not in f" {shown}":
        return dict(zip(names, (*[Fraction(shown)] * 3, None), strict=True))
    opened = {"(": "low", ")": "high", "()": "both"}.get(re.sub("[^()]", "", shown))
    ends = [Fraction(end) if end else None for end in re.split(" ?to ?", shown.strip("()"))]
    return dict(zip(names, (None, *ends, opened), strict=True))


def holds(found, **columns):
    """Demand that the truth takes these for right."""
    for column, shown in columns.items():
        wrong = problem(row(column, shown), column, found.columns[column], TARGET_RULES[column])
        assert wrong is None, wrong


def test_half_of_the_way_in_three_quarters_of_the_time():
    found = judged("stock", 20, {NINE: 15}, baseline=(10, BEFORE))
    assert (found.verdict.statuses, found.kind) == ({"behind"}, "path")
    holds(
        found,
        progress="50",
        pace="0.67",
        expected="17.5",
        remaining="5",
        required_per_month="1.7",
        projected="16.7",
    )


def test_a_fifth_in_four_fifths_of_the_time():
    found = judged(
        "stock", 20, {(YEAR[0], date(2025, 1, 9)): 4}, baseline=(0, date(2025, 1, 1)), due=date(2025, 1, 11)
    )
    assert found.verdict.statuses == {"off_track"}
    holds(found, pace="0.25")


def test_windows_that_touch_add_up():
    found = judged("flow", 20, {Q1: 4, Q2: 6, Q3: 5}, baseline=(0, BEFORE))
    assert found.verdict.statuses == {"on_track"}
    holds(found, progress="75", remaining="5", required_per_month="1.7", pace="1.00")


def test_windows_with_the_same_first_day_subtract():
    found = judged("flow", 20, {H1: 10, NINE: 16}, baseline=(3, H1[1]))
    holds(found, remaining="11", progress=str(Fraction(353, 10)))


def test_a_gap_leaves_a_lower_bound():
    found = judged("flow", 20, {Q1: 4, Q3: 5})
    assert (found.verdict.statuses, found.verdict.best) == ({"behind"}, "achieved")
    holds(found, remaining="to 11", progress="45.0 to")


def test_a_window_around_is_an_upper_bound():
    found = judged("flow", 20, {NINE: 16}, baseline=(0, H1[1]))
    holds(found, remaining="4 to 20", progress="0 to 80")


@pytest.mark.parametrize(
    ("figures", "status"),
    [({NINE: 15}, "missed"), ({YEAR: 5}, "achieved"), ({NINE: 9}, "off_track"), ({NINE: 7}, "on_track"),
     ({YEAR: "at most 12"}, "not_assessable"), ({Q1: 4, Q3: 5}, "not_assessable"), ({Q1: 6, Q3: 5}, "missed"),
     ({NINE: "6..12"}, "missed"), ({NINE: "6..8"}, "off_track")],
)  # fmt: skip
def test_a_limit_of_a_flow(figures, status):
    found = judged("flow", "at most 10", figures)
    assert (found.kind, found.verdict.statuses) == ("limit", {status})
    assert found.columns["progress"] == found.columns["pace"] == NOTHING


def test_a_limit_is_projected():
    holds(judged("flow", "at most 10", {NINE: 9}), projected="12.0", remaining="1", required_per_month="")


@pytest.mark.parametrize(
    ("period", "value", "status"),
    [(NINE, 9, "on_track"), (NINE, 15, "off_track"), (YEAR, 10, "achieved"), (YEAR, 11, "missed")],
)
def test_a_limit_of_a_stock(period, value, status):
    found = judged("stock", "at most 10", {period: value})
    assert (found.kind, found.verdict.statuses) == ("limit", {status})


@pytest.mark.parametrize(
    ("period", "value", "status"),
    [(NINE, 15, "regressing"), (NINE, 20, "on_track"), (YEAR, 20, "achieved"), (YEAR, 19, "missed")],
)
def test_a_level_to_hold(period, value, status):
    found = judged("stock", "at least 20", {period: value}, baseline=(30, BEFORE))
    assert (found.kind, found.verdict.statuses) == ("level", {status})


def test_a_baseline_that_is_used_twice_is_one_number():
    found = judged("stock", 120, {NINE: 115}, baseline=("about 100", BEFORE))
    assert (found.verdict.statuses, found.verdict.best) == ({"behind"}, "on_track")
    holds(found, progress="66.6 to 80.0", pace="0.89 to 1.07", projected="118.3 to 121.8")


def test_what_has_to_be_passed_of_counts_is_the_next_whole_number():
    found = judged("flow", "more than 10", {YEAR: 10})
    assert found.verdict.statuses == {"missed"}
    holds(found, progress=str(Fraction(909, 10)), remaining="1")


def test_what_has_to_be_passed_of_others_is_not_reached_at_the_number():
    found = judged("stock", "more than 10", {YEAR: 10}, unit="hectare", baseline=(0, BEFORE))
    assert found.verdict.statuses == {"missed"}
    holds(found, progress="to 100)", remaining="(0 to")


@pytest.mark.parametrize(("value", "status"), [(12, "achieved"), (18, "missed")])
def test_where_nothing_else_says_so_a_goal_of_zero_is_better_below(value, status):
    found = judged("stock", 0, {YEAR: 0 if status == "achieved" else value})
    assert (found.better, found.verdict.statuses) == ("lower", {status})


def test_without_a_baseline_there_is_no_pace_below_zero():
    found = judged("ratio", 20, {NINE: -12}, unit="percent", milestones={NINE[1]: -10})
    assert found.verdict.statuses == {"behind"}
    holds(found, expected="-10", pace="", progress="")


def test_a_planned_dip_is_no_regress():
    found = judged("stock", 40, {NINE: 18}, baseline=(20, BEFORE), milestones={NINE[1]: 16})
    assert found.verdict.statuses == {"on_track"}
    holds(found, progress="-10", expected="16")


def test_where_the_plan_is_still_nothing_nothing_is_on_track():
    found = judged("stock", 40, {NINE: 0}, baseline=(0, BEFORE), milestones={NINE[1]: 0})
    assert found.verdict.statuses == {"on_track"}


def test_the_day_of_the_baseline_is_no_progress():
    found = judged("stock", 40, {H1: 12}, baseline=(12, H1[1]))
    assert found.verdict.statuses == {"no_data"}
    holds(found, remaining="28", required_per_month="4.6")


def test_what_is_observed_later_does_not_decide():
    found = judged("stock", 20, {H1: 20, NINE: 18}, baseline=(10, BEFORE), due=H1[1])
    assert (found.verdict.statuses, found.observed) == ({"achieved"}, H1[1])


def test_nothing_is_missed_before_something_is_reported_for_the_day():
    found = judged("flow", 20, {H1: 8, Q3: 5}, due=date(2025, 8, 31))
    assert (found.verdict.statuses, found.observed) == ({"not_assessable"}, H1[1])


def test_a_limit_that_was_broken_stays_broken():
    found = judged("flow", "at most 7", {H1: 8}, as_of=END)
    assert found.verdict.statuses == {"missed"}


def test_a_range_is_reached_at_its_nearer_end():
    found = judged("stock", "400..450", {NINE: 400}, baseline=(300, BEFORE))
    assert found.verdict.statuses == {"achieved"}
    holds(found, progress="100", remaining="0")


def test_no_count_is_projected_below_nothing():
    found = judged("stock", 0, {H1: 0}, better="lower", baseline=(10, BEFORE))
    assert found.verdict.statuses == {"achieved"}
    holds(found, projected="0")


def test_what_is_planned_and_not_yet_reported():
    for goal, required in ((20, "6.6"), (10, "3.3")):
        found = judged("flow", goal, {}, as_of=NINE[1])
        assert found.verdict.statuses == {"no_data"}
        holds(found, remaining=str(goal), required_per_month=str(Fraction(required)))


def test_under_a_month_nothing_is_required_a_month():
    holds(judged("flow", 30, {NINE: 22}, due=date(2025, 10, 2)), required_per_month="", remaining="8")


def test_from_when_a_flow_counts_has_to_be_known():
    found = judged("flow", 30, {NINE: 22}, due=date(2027, 3, 31))
    assert (found.verdict.statuses, found.columns["remaining"]) == ({"not_assessable"}, NOTHING)
    assert judged("flow", 30, {NINE: 22}, due=date(2027, 3, 31), start=YEAR[0]).verdict.statuses == {
        "on_track"
    }


def test_by_attainment_what_was_there_before_counts():
    found = judged("stock", 20, {NINE: 15}, baseline=(10, BEFORE), method="attainment")
    assert found.verdict.statuses == {"on_track"}
    holds(found, progress="75", pace="1.00")


def test_a_compound_rate():
    found = judged("stock", 20, {NINE: 15}, baseline=(10, BEFORE), method="cagr")
    assert found.verdict.statuses == {"behind"}
    holds(found, progress="50", pace="0.72")


@pytest.mark.parametrize("method", ["cagr", "attainment"])
def test_where_a_method_has_no_meaning(method):
    found = judged("ratio", 20, {NINE: -1}, "percent", baseline=(10, BEFORE), method=method)
    assert found.verdict.statuses == {"not_assessable"}


def test_an_uncertain_baseline_may_not_say_which_way_is_better():
    with pytest.raises(UnsureError):
        judged("stock", 20, {NINE: 15}, baseline=("about 20", BEFORE))


def test_the_pace_is_cut_at_a_threshold():
    rule = TARGET_RULES["pace"]
    for exact, right, wrong in (
        ("0.9496", "0.949", "0.95"),
        ("0.5999", "0.599", "0.6"),
        ("0.955", "0.96", "0.955"),
    ):
        expected = truthful(Fraction(exact))
        assert problem(row("pace", right), "pace", expected, rule) is None
        assert problem(row("pace", wrong), "pace", expected, rule)


def truthful(*numbers):
    return Draws(list(numbers))


def test_amounts_are_rounded_once_and_half_up():
    rule = TARGET_RULES["required_per_month"]
    assert problem(row("r", "73.1"), "r", truthful(Fraction("73.05")), rule) is None
    assert problem(row("r", "-73.1"), "r", truthful(Fraction("-73.05")), rule) is None
    assert problem(row("r", "73.0"), "r", truthful(Fraction("73.05")), rule)


def test_a_percent_is_100_only_if_it_is():
    almost = truthful(Fraction("99.97"))
    assert problem(row("p", "99.97"), "p", almost, PERCENT) is None
    assert problem(row("p", "100.0"), "p", almost, PERCENT)


def test_ends_are_rounded_outwards_and_reached():
    two = truthful(Fraction(50, 3), Fraction(100, 3))
    assert problem(row("p", "16.6 to 33.4"), "p", two, PERCENT) is None
    for wrong in ("16.7 to 33.4", "16.6 to 33.3", "16.5 to 33.4", "16.6 to 33.5", "16.6 to", "25.0"):
        assert problem(row("p", wrong), "p", two, PERCENT)


def share(part, whole):
    case = movements.Share("x", "stock", "school", stated(whole), stated(part), (Fraction(1, 2),))
    return movements.shares(case)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(250, "more than 300", "to 83.4"), ("at most 49", 300, "to 16.4"), ("at least 50", 300, "16.6 to"),
     ("more than 50", "more than 300", ""), (1, 3000, "0.033"), (50, "less than 300", "16.6 to")],
)  # fmt: skip
def test_shares(part, whole, shown):
    wrong = problem(row("share", shown), "share", share(part, whole), SHARE)
    assert wrong is None, wrong


def moved(before, after, kind="stock", unit="school", periods=(NINE, NINE)):
    counted = unit == "school"
    case = movements.Change("x", kind, unit, stated(before, counted), stated(after, counted))
    return movements.change(case, periods)


@pytest.mark.parametrize(
    ("before", "after", "change", "percent", "direction"),
    [("more than 1000", 1060, "to 60)", "to 6)", "unknown"),
     ("more than 1000", "more than 1200", "", "", "unknown"),
     (250, "more than 300", "(50 to", "(20 to", "up"), (187, 206, "19", str(Fraction(102, 10)), "up"),
     (0, 2, "2", "", "new"),
     (64, 64, "0", "0", "same")],
)  # fmt: skip
def test_changes(before, after, change, percent, direction):
    columns, directions = moved(before, after)
    for column, shown in (("change", change), ("percent", percent)):
        wrong = problem(row(column, shown), column, columns[column], Rule(1, trivial=(-100,)))
        assert wrong is None, wrong
    assert direction in directions


def test_percentages_change_in_points():
    columns, _ = moved("64.2", "72.7", "ratio", "percent")
    assert problem(row("change", "8.5"), "change", columns["change"], Rule()) is None
    assert columns["percent"] == NOTHING


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [((date(2024, 1, 1), date(2024, 7, 29)), (date(2025, 1, 1), date(2025, 7, 29)), True),
     ((date(2024, 2, 1), date(2024, 2, 29)), (date(2025, 2, 1), date(2025, 2, 28)), True),
     (Q1, Q2, True), (H1, NINE, False),
     ((date(2025, 1, 1), date(2025, 1, 20)), (date(2025, 2, 3), date(2025, 2, 22)), True)],
)  # fmt: skip
def test_windows_of_equal_length(one, other, equal):
    assert movements.equal_windows(one, other) is equal


def test_spans_of_words():
    assert stated("about 300").span == Span(285, 315)
    assert stated("nearly 300").span == Span(285, 300, high_open=True)
    assert stated("about 10").span == Span(9, 11)
    assert stated("less than 300").span == Span(0, 300, high_open=True)
    assert stated("less than 300", counted=False).span == Span(None, 300, high_open=True)
    assert stated("more than 300").span.whole() == Span(301, None)
