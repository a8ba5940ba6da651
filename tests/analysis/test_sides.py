"""Sides: what is compared with what when nobody says, and which figures stand on each side."""

from decimal import Decimal

import pytest
from reported import read_report

from edureport.analysis.change import Direction
from edureport.analysis.sides import change_of, discrete_side, pairs, sides
from edureport.errors import UsageError
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.report import Category

PRIVATE, STATE = Category("ownership", "private"), Category("ownership", "state")


def report(period, indicators, path="made-up.yaml"):
    text = f"""\
edureport: 1
report: {{id: made-up, organisation: Made-up Education Department, period: {period}, language: en}}
units: {{school: schools, centre: centres}}
indicators:
"""
    for key, values in indicators.items():
        text += f"  {key}: {{label: {key}, {values}}}\n"
    return read_report(text.encode(), path)


def stock(period, value, earlier="{}", unit="school", path="made-up.yaml"):
    text = f"unit: {unit}, kind: stock, value: {value}, earlier: {earlier}"
    return report(period, {"schools": text}, path)


def flow(period, value, earlier="{}"):
    return report(period, {"opened": f"unit: school, kind: flow, value: {value}, earlier: {earlier}"})


def split(period, **members):
    entries = ", ".join(f"{name}: {{label: {name}, value: {value}}}" for name, value in members.items())
    breakdown = f"{{ownership: {{members: {{{entries}}}}}}}"
    return report(period, {"schools": f"unit: school, kind: stock, value: 300, breakdown: {breakdown}"})


def chosen(*reports, before=None, after=None):
    """The periods of both sides."""
    found = sides(reports, before and Period.parse(before), after and Period.parse(after))
    return tuple(str(side.period) for side in found)


def written(*periods):
    return tuple(str(Period.parse(period)) for period in periods)


# Which periods


def test_two_reports_stand_as_they_were_given():
    assert chosen(stock("2024", 1), stock("2025", 2)) == written("2024", "2025")
    assert chosen(stock("2025", 2), stock("2024", 1)) == written("2025", "2024")


def test_one_report_with_the_same_period_a_year_earlier():
    given = stock("2025-9M", 300, "{2024-9M: 290, 2025-H1: 295, 2024: 293}")
    assert chosen(given) == written("2024-9M", "2025-9M")


def test_without_it_the_last_period_of_the_same_length():
    assert chosen(flow("2025-Q3", 30, "{2025-Q1: 10, 2025-Q2: 20, 2025-H1: 30}")) == written(
        "2025-Q2", "2025-Q3"
    )
    assert chosen(stock("2025", 300, "{2020: 250, 2023: 290}")) == written("2023", "2025")


def test_a_leap_year_is_no_obstacle():
    assert chosen(stock("2025-02", 300, "{2024-02: 290}")) == written("2024-02", "2025-02")
    assert chosen(stock("2025-02-28", 300, "{2024-02-28: 290}")) == written("2024-02-28", "2025-02-28")


def test_three_reports_compare_the_latest_with_a_year_earlier():
    given = [stock("2023", 1), stock("2025", 3), stock("2024", 2)]
    assert chosen(*given) == written("2024", "2025")


def test_the_user_chooses():
    given = stock("2025", 300, "{2020: 250, 2023: 290, 2024: 295}")
    assert chosen(given, before="2020") == written("2020", "2025")
    assert chosen(given, before="2020", after="2023") == written("2020", "2023")
    assert chosen(given, after="2024") == written("2023", "2024")
    assert chosen(stock("2024", 1), stock("2025", 2, "{2023: 0}"), before="2023") == written("2023", "2025")


def refused(*reports, **periods):
    with pytest.raises(UsageError) as caught:
        chosen(*reports, **periods)
    return str(caught.value)


def test_one_known_period_is_not_enough():
    assert refused(stock("2025-9M", 300)) == (
        "there are figures for one period only: January–September 2025; add a second report"
    )


@pytest.mark.parametrize("period", ["0001", "0001-9M", "0001-06-30"])
def test_the_first_year_of_the_calendar_has_none_before_it(period):
    assert refused(stock(period, 300)).startswith("there are figures for one period only")


def test_no_earlier_period_of_the_same_length():
    said = refused(flow("2025-9M", 30, "{2025-H1: 20, 2025-Q1: 10}"))
    assert "January–September 2025" in said
    assert "--before" in said
    assert "January–June 2025" in said


def test_a_period_that_no_report_knows():
    said = refused(stock("2025", 300, "{2024: 290}"), before="2019")
    assert "2019" in said
    assert "2024" in said


def test_the_period_to_compare_with_is_the_earlier_one():
    """Without a period before it there is nothing to compare with, whatever comes after."""
    assert refused(stock("2025", 300, "{2024: 290}"), after="2024").startswith(
        "there are figures for one period only"
    )


# Which figures


def test_a_side_has_the_figures_of_its_period_alone():
    before, after = sides([stock("2025", 300, "{2024: 290}")], None, None)
    assert {key: str(figure.quantity) for key, figure in before.figures.items()} == {("schools", None): "290"}
    assert {key: str(figure.quantity) for key, figure in after.figures.items()} == {("schools", None): "300"}


def test_a_figure_that_a_later_report_gives_otherwise_is_the_later_one():
    given = [
        stock("2025", 300, "{2024: 288}", path="new"),
        stock("2024", 290, path="old"),
        stock("2023", 280),
    ]
    for before, _ in (sides(given, None, None), sides([given[1], given[0]], None, None)):
        assert str(before.figures["schools", None].quantity) == "288"
        counts, other = before.restatements["schools", None]
        assert (str(other.quantity), counts.place.path, other.place.path) == ("290", "new", "old")


def test_a_vaguer_figure_of_a_later_report_restates_nothing():
    given = [stock("2025", 300, "{2024: more than 280}"), stock("2024", 290)]
    before, _ = sides(given[::-1], None, None)
    assert str(before.figures["schools", None].quantity) == "290"
    assert not before.restatements


def test_windows_that_touch_add_up_where_both_are_exact():
    given = [flow("2025-Q3", 5), flow("2025-Q2", 6), flow("2025-Q1", 4), flow("2024", 20, "{2024-Q4: 7}")]
    before, after = sides(given, Period.parse("2024-9M"), Period.parse("2025-9M"))
    assert str(before.figures["opened", None].quantity) == "13"
    assert str(after.figures["opened", None].quantity) == "15"
    with pytest.raises(UsageError):
        sides([*given[1:], flow("2025-Q3", "more than 5")], Period.parse("2024-9M"), Period.parse("2025-9M"))


def test_a_break_is_not_bridged():
    parts = "{2024: {value: 280, flags: break}, 2023: 250, 2022: 240}"
    given = stock("2025", 300, parts)
    for before, after, allowed in (
        ("2023", "2025", False),
        ("2025", "2023", False),
        ("2024", "2025", True),
        ("2022", "2023", True),
    ):
        old, new = sides([given], Period.parse(before), Period.parse(after))
        found = change_of(old, new, "schools", None)
        assert (found.difference is not None) is allowed
        assert (found.remark is None) is allowed


def test_a_break_of_the_whole_is_one_of_its_parts():
    first = split("2024", state=200)
    parts = "{ownership: {members: {state: {label: s, value: 210}}}}"
    text = f"unit: school, kind: stock, value: 300, flags: [break], breakdown: {parts}"
    old, new = sides([first, report("2025", {"schools": text})], None, None)
    found = change_of(old, new, "schools", STATE)
    assert (found.direction, found.difference) == (Direction.UNKNOWN, None)
    assert found.remark.key == "change.break"


def test_figures_of_several_reports_join_on_a_period_of_none():
    given = [
        report("2025", {"schools": "unit: school, kind: stock, value: 5, earlier: {2020: 1}"}),
        report("2024", {"centres": "unit: centre, kind: stock, value: 6, earlier: {2020: 2}"}),
    ]
    before, _ = sides(given, Period.parse("2020"), None)
    assert {key: str(figure.quantity) for (key, _), figure in before.figures.items()} == {
        "schools": "1",
        "centres": "2",
    }


def test_pairs_are_the_whole_and_its_parts_as_the_later_side_has_them():
    before, after = sides([split("2024", state=250), split("2025", private=50, state=260)], None, None)
    assert [(indicator.key, category) for indicator, category in pairs(before, after)] == [
        ("schools", None),
        ("schools", PRIVATE),
        ("schools", STATE),
    ]
    assert all(indicator is after.indicators["schools"] for indicator, _ in pairs(before, after))


def test_pairs_keep_what_is_gone():
    before, after = sides([split("2024", state=250), flow("2025", 5)], None, None)
    assert [(indicator.key, category) for indicator, category in pairs(before, after)] == [
        ("opened", None),
        ("schools", None),
        ("schools", STATE),
    ]
    assert change_of(before, after, "schools", STATE).direction is Direction.GONE
    assert change_of(before, after, "opened", None).direction is Direction.NEW


def test_a_part_that_is_gone_keeps_the_definition_of_the_earlier_side():
    before, after = sides([split("2024", state=250, private=40), split("2025", state=260)], None, None)
    definitions = {category: indicator for indicator, category in pairs(before, after)}
    assert definitions[PRIVATE] is before.indicators["schools"]
    assert change_of(before, after, "schools", PRIVATE).direction is Direction.GONE


def test_changes_of_the_whole_and_of_parts():
    before, after = sides([split("2024", state=250), split("2025", state=260)], None, None)
    assert change_of(before, after, "schools", None).direction is Direction.SAME
    assert change_of(before, after, "schools", STATE).difference == Interval.point(Decimal(10))


def test_another_unit_is_not_comparable():
    before, after = sides([stock("2024", 10), stock("2025", 20, unit="centre")], None, None)
    found = change_of(before, after, "schools", None)
    assert found.remark.key == "change.unit"
    assert found.difference is None
    assert (str(found.before.quantity), str(found.after.quantity)) == ("10", "20")


def test_flows_over_unequal_windows_are_allowed_only_on_request():
    before, after = sides([flow("2025-H1", 20), flow("2025-9M", 30)], None, None)
    assert change_of(before, after, "opened", None).difference is None
    allowed = change_of(before, after, "opened", None, allow_unequal=True)
    assert allowed.difference == Interval.point(Decimal(10))


# The last period alone


def test_discrete_flows_are_what_the_last_period_added():
    given = [flow("2025-H1", 25, "{2025-Q1: 10}"), flow("2025-9M", 45)]
    before, after = sides(given, None, None)
    library = Library.of(given)
    before, after = discrete_side(before, library), discrete_side(after, library)
    quarters = [side.figures["opened", None] for side in (before, after)]
    assert [str(figure.quantity) for figure in quarters] == ["15", "20"]
    assert [figure.period for figure in quarters] == [Period.parse("2025-Q2"), Period.parse("2025-Q3")]
    assert change_of(before, after, "opened", None).difference == Interval.point(Decimal(5))


def test_discrete_leaves_stocks_alone():
    given = [stock("2025-H1", 290), stock("2025-9M", 300)]
    _, after = sides(given, None, None)
    assert discrete_side(after, Library.of(given)) == after


def test_discrete_drops_flows_that_do_not_tell():
    given = [flow("2025-H1", "more than 25"), flow("2025-9M", 45)]
    _, after = sides(given, None, None)
    assert discrete_side(after, Library.of(given)).figures == {}
    assert str(after.figures["opened", None].quantity) == "45"  # the side itself is as it was
