"""Drawings of reports: which figures are on them, with which ends, beside which."""

from decimal import Decimal

import pytest

from edureport.charts.bars import bars_of, comparable_bars_of, parts_of
from edureport.charts.progress import progress_of
from edureport.charts.trend import trend_of
from edureport.drawing import Extent
from edureport.languages import catalogue
from edureport.model.library import Library
from edureport.reading.load import load_all


@pytest.fixture(scope="module")
def words():
    return catalogue.load("en")


def exactly(number):
    return Extent(Decimal(number), Decimal(number))


def test_bars_of_one_unit_stand_on_one_scale_below_their_section(report, words):
    drawing = bars_of(report, list(report.indicators.values()), words)
    assert drawing.title == "City of Examples: January–September 2025"
    assert [(panel.heading, [bar.label for bar in panel.bars]) for panel in drawing.panels] == [
        (
            "School network",
            [
                "Schools",
                "Ownership: State",
                "Ownership: Private",
                "Size: Small",
                "Size: Large",
                "New schools",
            ],
        ),
        ("", ["Rooms"]),
        ("Results", ["Coverage"]),
    ]


def test_a_picture_for_a_page_has_bars_to_compare_and_no_more_than_fit(report, words):
    every = list(report.indicators.values())
    (panel,) = comparable_bars_of(report, every, words).panels
    assert (panel.heading, len(panel.bars)) == ("", 6)
    assert comparable_bars_of(report, [report["coverage"], report["rooms"]], words) is None
    assert comparable_bars_of(report, [report["schools"]] * 4, words) is None


def test_bars_end_where_their_figures_do(report, words):
    whole, state, *_ = bars_of(report, [report["schools"]], words).panels[0].bars
    assert whole.extent == Extent(Decimal(300), None)
    assert (state.extent, state.part, state.start) == (exactly(250), True, 0)
    (rooms,) = bars_of(report, [report["rooms"]], words).panels[0].bars
    assert (rooms.extent, rooms.text) == (None, "no data")
    (coverage,) = bars_of(report, [report["coverage"]], words).panels[0].bars
    assert (coverage.extent, coverage.text) == (exactly("71.25"), "71.25%")


def test_everything_that_is_drawn_is_described(report, words):
    drawing = bars_of(report, [report["schools"], report["rooms"]], words)
    assert drawing.description == (
        "Schools: more than 300 schools; Ownership: State: 250 schools; Ownership: Private: 50 schools; "
        "Size: Small: about 100 schools; Size: Large: 20 schools; Rooms: no data. "
        "Each group of bars has a scale of its own."
    )


def test_exact_parts_stand_one_behind_another_and_others_all_at_zero(report, words):
    ownership, size = parts_of(report, [report["schools"]], words).panels
    assert [(bar.label, bar.start) for bar in ownership.bars] == [
        ("Schools", 0),
        ("State", 0),
        ("Private", 250),
    ]
    assert [bar.text for bar in ownership.bars] == [
        "more than 300 schools",
        "250 schools, less than 83.4%",
        "50 schools, less than 16.7%",
    ]
    assert [(bar.label, bar.start, bar.extent) for bar in size.bars[1:]] == [
        ("Small", 0, Extent(Decimal(95), Decimal(105))),
        ("Large", 0, exactly(20)),
        ("Closed", 0, None),
    ]


def test_behind_a_part_that_nobody_knows_no_part_begins(tmp_path, words):
    path = tmp_path / "report.yaml"
    path.write_text(
        """\
edureport: 1
report: {id: a-2025, organisation: City of Examples, period: 2025, language: en}
units: {school: {en: {one: school, other: schools}}}
indicators:
  schools: {label: Schools, unit: school, kind: stock, value: 90, breakdown: {size: {label: Size, members: {
    small: {label: Small, value: 40}, middle: {label: Middle}, large: {label: Large, value: 20}}}}}
""",
        encoding="utf-8",
    )
    report = Library.of(load_all([str(path)])).latest
    (panel,) = parts_of(report, [report["schools"]], words).panels
    assert [bar.start for bar in panel.bars] == [0, 0, 0, 0]


def test_a_trend_has_each_figure_on_the_last_day_of_its_period(library, report, words):
    (panel,) = trend_of(library, [report["schools"]], words).panels
    assert [(str(point.day), point.label, point.extent) for point in panel.points] == [
        ("2023-12-31", "2023", exactly(280)),
        ("2024-12-31", "2024", exactly(290)),
        ("2025-09-30", "January–September 2025", Extent(Decimal(300), None)),
    ]


def test_a_flow_is_drawn_over_periods_of_one_length_and_what_is_left_out_is_told(library, report, words):
    drawing = trend_of(library, [report["new_schools"]], words)
    (panel,) = drawing.panels
    assert [(bar.label, bar.text) for bar in panel.bars] == [
        ("January–September 2024", "9 schools"),
        ("January–September 2025", "12 schools"),
    ]
    assert drawing.notes == ("1 figure is for a period of another length and is left out.",)


def test_one_figure_is_no_trend(library, report, words):
    assert not trend_of(library, [report["rooms"]], words).panels


def test_progress_is_that_of_the_targets(library, report, words):
    (panel,) = progress_of(library, set(report.indicators), words).panels
    built, covered, roomy = panel.tracks
    assert (built.done, built.status) == (exactly("0.6"), "behind")
    assert built.gone.quantize(Decimal("0.001")) == Decimal("0.748")
    assert covered.done == exactly("1.125")
    assert covered.text == "Progress: 112.5%; Actual: 71.25%; Plan: 70%; Due: 31 Dec 2025"
    assert (roomy.done, roomy.status) == (None, "no_data")


def test_a_break_parts_a_figure_from_the_one_before(words, tmp_path):
    path = tmp_path / "break.yaml"
    path.write_text(
        "edureport: 1\nreport: {id: a, organisation: City of Examples, period: 2025, language: en}\n"
        'units: {percent: "%"}\nsections: {a: A}\n'
        "indicators: {c: {label: C, section: a, unit: percent, kind: ratio, value: 7, flags: [break],"
        " earlier: {2024: 6}}}\n"
    )
    broken = Library.of(load_all([str(path)]))
    (panel,) = trend_of(broken, [broken.latest["c"]], words).panels
    assert [point.apart for point in panel.points] == [False, True]
    assert panel.points[-1].text == "7% (break in the series)"
