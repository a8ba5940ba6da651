"""Series: what stands in a row of periods, what is compared with what, gaps, breaks, revisions."""

import pytest

from edureport.analysis.change import Direction
from edureport.analysis.series import all_series
from edureport.model.library import Library
from edureport.reading.load import load_all
from edureport.showing import sparkline

HEAD = """\
edureport: 1
report: {{id: r{number}, organisation: City of Examples, period: {period}, language: en{source}}}
units: {{school: schools, centre: centres, percent: "%"}}
indicators:
  x: {{label: X, unit: {unit}, kind: {kind}{rest}}}
"""


@pytest.fixture
def series(tmp_path):
    """`series("stock", ("2024", "5"), …)`: the points of an indicator by reports on these periods."""

    def make(kind, *given, unit="school", alone=False, category=None):
        paths = []
        for number, (period, value, *more) in enumerate(given):
            options = dict(zip(("rest", "source", "unit"), more, strict=False))
            rest = (f", value: {value}" if value else "") + options.pop("rest", "")
            values = {"unit": unit, "source": "", **options}
            path = tmp_path / f"{number}.yaml"
            path.write_text(HEAD.format(number=number, period=period, kind=kind, rest=rest, **values))
            paths.append(str(path))
        found = {one.category: one for one in all_series(Library.of(load_all(paths)), "x", alone=alone)}
        return found[category].points

    return make


def told(points):
    """The periods with their figures and changes, in short."""
    return [
        (
            str(point.period.first)[:7] + (f"+{point.period.months}" if point.period.months else ""),
            str(point.figure.quantity) if point.figure else None,
            None
            if point.change is None or point.change.difference is None
            else tuple(map(int, (point.change.difference.low, point.change.difference.high)))
            if point.change.difference.is_point
            else point.change.direction,
        )
        for point in points
    ]


def test_stocks_change_from_the_figure_before(series):
    points = series("stock", ("2022-09", "149"), ("2024-09", "187"), ("2025-05", "more than 200"))
    assert told(points) == [
        ("2022-09+1", "149", None),
        ("2024-09+1", "187", (38, 38)),
        ("2025-05+1", "more than 200", Direction.UP),
    ]


def test_flows_change_from_the_last_window_as_long(series):
    points = series(
        "flow", ("2024-H1", "5"), ("2024-9M", "8"), ("2025-H1", "7"), ("2025-9M", "9"), ("2025", "12")
    )
    assert [change for *_, change in told(points)] == [None, None, (2, 2), (1, 1), None]
    assert points[3].change.before.period.last.year == 2024


def test_a_period_that_is_left_out_is_a_gap(series):
    points = series("stock", ("2019", "5"), ("2020", "6"), ("2021", "7"), ("2024", "9"))
    assert [(when[:4], value) for when, value, _ in told(points)] == [
        ("2019", "5"),
        ("2020", "6"),
        ("2021", "7"),
        ("2022", None),
        ("2023", None),
        ("2024", "9"),
    ]
    assert points[-1].change.before.period.last.year == 2021


@pytest.mark.parametrize(
    "periods",
    [
        ("2019", "2021"),  # nobody knows how often
        ("2022-08", "2024-09", "2025-05", "2025-08"),  # now and then
        ("2010", "2015", "2020"),  # every five years
        ("2022-05", "2022-08", "2024-08"),
        ("2024-H1", "2024-9M", "2025-9M"),
    ],
)
def test_there_is_no_gap_where_nothing_is_kept_regularly(series, periods):
    assert len(series("stock", *((period, "5") for period in periods))) == len(periods)


def test_a_flag_without_a_value_has_a_place(series):
    points = series("stock", ("2023", "5"), ("2024", "", ", flags: [suppressed]"), ("2025", "6"))
    assert [value for _, value, _ in told(points)] == ["5", None, "6"]
    assert points[1].entry.flags == ("suppressed",)
    assert points[2].change.before.period.last.year == 2023


def test_a_break_is_not_bridged(series):
    points = series("stock", ("2022", "800"), ("2023", "464", ", flags: [break]"), ("2024", "470"))
    assert [point.change and point.change.remark and point.change.remark.key for point in points] == [
        None,
        "change.break",
        None,
    ]
    assert told(points)[2][2] == (6, 6)


def test_another_unit_is_not_compared(series):
    points = series("stock", ("2023", "5"), ("2024", "9", "", "", "centre"))
    assert points[1].change.remark.key == "change.unit"


def test_a_revision_is_kept_beside_what_counts(series):
    points = series("stock", ("2024", "44"), ("2025", "50", ", earlier: {2024: 45}"))
    assert told(points)[0][1] == "45"
    assert [str(other.quantity) for other in points[0].revised] == ["44"]
    assert told(points)[1][2] == (5, 5)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((("2025-Q1", "4"), ("2025-H1", "10"), ("2025-9M", "15")), [("01", "4"), ("04", "6"), ("07", "5")]),
        ((("2025-Q1", "4"), ("2025-Q2", "6"), ("2025-H1", "10")), [("01", "4"), ("04", "6")]),
        ((("2025-H1", "10"), ("2025-9M", "15")), [("01", None), ("07", "5")]),
        (
            (("2025-Q1", "4"), ("2025-Q2", "6"), ("2025-Q3", "5"), ("2025-9M", "16")),
            [("01", "4"), ("04", "6"), ("07", "5")],
        ),
        ((("2025-Q1", "4"), ("2025-Q2", "6"), ("2025-9M", "16")), [("01", "4"), ("04", "6"), ("07", "6")]),
        ((("2025-Q1", "more than 4"), ("2025-H1", "10")), [("01", None), ("01", None)]),
        (
            (("2024-Q1", "9"), ("2025-01", "1"), ("2025-02", "2"), ("2025-03", "3"), ("2025-04", "4")),
            [("01", "9"), ("01", "6"), ("04", "4")],
        ),
    ],
    ids=[
        "cumulative",
        "both",
        "half a year",
        "all windows",
        "one is not known",
        "bounds",
        "months and quarters",
    ],
)
def test_cumulative_figures_are_taken_apart_and_months_added_up(series, given, expected):
    points = series("flow", *given, alone=True)
    assert [
        (str(point.period.first)[5:7], point.figure and str(point.figure.quantity)) for point in points
    ] == (expected)


def test_a_count_that_fell_gives_no_negative_quarter(series):
    points = series("flow", ("2025-H1", "6"), ("2025-9M", "5"), alone=True)
    assert (points[-1].figure, points[-1].change.remark.key) == (None, "change.fell")


@pytest.mark.parametrize(
    ("amounts", "line"),
    [
        (["5", "6", "7"], "▁▅█"),
        (["5", None, "6"], "▁ █"),
        (["5", "more than 6", "about 6", "7"], "▁░▒█"),
        (["5", "5"], "▄▄"),
        (["5", "more than 6"], ""),
    ],
)
def test_a_line_has_heights_for_what_is_known(amounts, line):
    from edureport.model.quantity import Quantity

    assert sparkline([amount and Quantity.parse(amount) for amount in amounts]) == line
