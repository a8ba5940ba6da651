"""History: what reports stated of a figure, in their order, and which statement counts."""

from reported import read_report

from edureport.analysis.series import histories
from edureport.model.library import Library, by_period, counted


def report(period, fields):
    text = f"""\
edureport: 1
report: {{id: made-up, organisation: Made-up Education Department, period: {period}, language: en}}
units: {{school: schools}}
indicators: {{schools: {{label: Schools, unit: school, kind: flow, {fields}}}}}
"""
    return read_report(text.encode(), f"{period}.yaml")


def stated(statements):
    return [(str(one.figure.quantity), one.figure.place.path) for one in statements]


LIBRARY = Library.of(
    [
        report("2025-9M", "value: 30, earlier: {2025-H1: 21, 2024: 9}"),
        report("2025-H1", "value: 20, earlier: {2024: 8}"),
    ]
)


def test_every_statement_is_there_the_earliest_report_first():
    (statements,) = histories(LIBRARY)
    assert [text for text, _ in stated(statements)] == ["20", "8", "30", "21", "9"]
    assert [one.own for one in statements] == [True, False, True, False, False]


def test_statements_on_one_period_stay_in_their_order():
    (statements,) = histories(LIBRARY)
    same = {
        str(period): [text for text, _ in stated(found)] for period, found in by_period(statements).items()
    }
    assert same == {
        "2025-01-01/2025-06-30": ["20", "21"],
        "2024-01-01/2024-12-31": ["8", "9"],
        "2025-01-01/2025-09-30": ["30"],
    }


def test_of_different_figures_for_one_period_the_later_one_counts():
    (statements,) = histories(LIBRARY)
    assert stated(counted(statements)) == [
        ("9", "2025-9M.yaml"),
        ("21", "2025-9M.yaml"),
        ("30", "2025-9M.yaml"),
    ]


def test_series_is_that_of_the_library():
    (statements,) = histories(LIBRARY)
    assert tuple(one.figure for one in counted(statements)) == LIBRARY.series("schools")


def test_what_is_stated_once_has_no_history():
    assert list(histories(Library.of([report("2025", "value: 3")]))) == []
