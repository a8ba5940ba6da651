"""Merging: two reports on one period are one, figure by figure, whatever their order."""

from itertools import permutations

import pytest
from reported import read_report

from edureport.errors import ReportError
from edureport.languages import catalogue
from edureport.model.merging import merged
from edureport.model.report import Category

OWN = "organisation: City of Examples"


def report(path, indicators, *, published=None, targets="{}", organisation=OWN, period="2025-9M"):
    source = f", source: {{published: {published}}}" if published else ""
    text = f"""\
edureport: 1
report: {{id: {path}, {organisation}, period: {period}, language: en{source}}}
units: {{school: schools, centre: centres}}
indicators: {indicators}
targets: {targets}
"""
    return read_report(text.encode(), path)


def opened(value, more="", unit="school"):
    return f"{{opened: {{label: Opened, unit: {unit}, kind: flow, value: {value}{more}}}}}"


def one(*reports):
    """The reports as one, the same in every order."""
    found = [merged(order) for order in permutations(reports)]
    assert all(len(result) == 1 and result[0] == found[0][0] for result in found)
    return found[0][0]


def said(problem):
    return catalogue.load("en").problem(problem)


def refused(*reports):
    problems = []
    for order in permutations(reports):
        with pytest.raises(ReportError) as caught:
            merged(order)
        problems.append([said(problem) for problem in caught.value.problems])
    assert all(found == problems[0] for found in problems)
    return problems[0]


def test_reports_on_other_periods_and_of_others_stay_as_they_are():
    reports = [
        report("a", opened(5)),
        report("b", opened(6), period="2025-H1"),
        report("c", opened(7), organisation="organisation: Town of Examples"),
    ]
    assert merged(reports) == reports


def test_equal_figures_are_one():
    found = one(report("a", opened(5)), report("b", opened("5.0")))
    assert len(found["opened"].observations) == 1
    assert found.replaced == ()
    assert set(found.paths) == {"a", "b"}


def test_of_different_figures_the_later_published_counts_and_a_note_names_the_other():
    found = one(
        report("z-old", opened(5), published="2025-10-10"),
        report("a-new", opened(15), published="2025-11-20"),
    )
    assert str(found["opened"].value) == "15"
    (note,) = found.replaced
    assert catalogue.load("en").say(note) == (
        "“Opened” for January–September 2025 is 15 (a-new:4:14), published later than the 5 of z-old:4:14."
    )


@pytest.mark.parametrize("days", [(None, None), ("2025-10-10", None), ("2025-10-10", "2025-10-10")])
def test_without_two_days_of_publication_nobody_knows_which_counts(days):
    (problem,) = refused(
        report("a", opened(5), published=days[0]), report("b", opened(15), published=days[1])
    )
    assert "“Opened” for January–September 2025 is " in problem
    assert "a:4:14" in problem
    assert "b:4:14" in problem
    assert "add the date under source: published to both reports" in problem


def test_each_report_adds_what_the_other_leaves_out():
    breakdown = (
        ", breakdown: {owner: {complete: true, members: {state: {label: S, value: 3}, own: {label: O}}}}"
    )
    found = one(
        report("a", opened(5, breakdown), published="2025-10-10"),
        report(
            "b",
            opened(5, ", breakdown: {owner: {complete: true, members: {own: {label: O, value: 2}}}}"),
            published="2025-11-20",
        ),
    )
    parts = {figure.category: str(figure.quantity) for figure in found["opened"].parts("owner")}
    assert parts == {Category("owner", "state"): "3", Category("owner", "own"): "2"}
    assert not found["opened"].breakdowns["owner"].complete  # the later one knows no state schools
    assert found["opened"].blanks == ()


def test_another_unit_is_as_published_last():
    first, second = opened(5), opened(6, unit="centre")
    found = one(report("a", first, published="2025-10-10"), report("b", second, published="2025-11-20"))
    assert (found["opened"].unit.key, str(found["opened"].value)) == ("centre", "6")
    (problem,) = refused(report("a", first), report("b", second))
    assert "is different in" in problem


def test_a_plan_is_the_one_published_last():
    def plan(value):
        return f"{{more: {{label: Open more, indicator: opened, value: {value}, due: 2025-12-31}}}}"

    found = one(
        report("a", opened(5), targets=plan(20), published="2025-10-10"),
        report("b", opened(5), targets=plan(18), published="2025-11-20"),
    )
    assert str(found.targets["more"].quantity) == "18"
    assert found.targets["more"].indicator is found["opened"]
    assert catalogue.load("en").say(found.replaced[0]) == (
        "“Open more”: the plan in b:5:11 applies, as it was published later than the one in a:5:11."
    )
    (problem,) = refused(report("a", opened(5), targets=plan(20)), report("b", opened(5), targets=plan(18)))
    assert "“Open more” is different in" in problem


def test_of_three_the_latest_counts():
    found = one(
        *(
            report(name, opened(value), published=f"2025-1{day}-01")
            for name, value, day in zip("abc", (7, 5, 6), (0, 2, 1), strict=True)
        )
    )
    assert str(found["opened"].value) == "5"
    assert len(found.replaced) == 2
