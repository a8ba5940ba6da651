"""edureport trend and rank: against the published figures, worked by hand, and in every shape."""

import csv
import io

import pytest

from edureport.errors import DONE, FAILED

ASTANA = "examples/astana"
SDG4 = "examples/shymkent-sdg4.yaml"


STATED = """\
edureport: 1
report: {{id: {name}, organisation: {name} of Examples, period: {period}, language: en}}
units: {{s: schools}}
indicators: {{x: {{label: Labs, unit: s, kind: stock, value: {value}{more}}}}}
"""


def stated(name, period, value, more=""):
    """A report with one figure."""
    return STATED.format(name=name, period=period, value=value, more=more)


def rows(done):
    assert done.code == DONE, done.errors
    return list(csv.DictReader(io.StringIO(done.text)))


def short(done, *keys):
    return [tuple(row[key] for key in keys) for row in rows(done)]


def test_astana_is_as_published(run):
    found = short(
        run("trend", "schools", ASTANA, "-f", "csv"), "member", "period_end", "value", "change", "percent"
    )
    assert found[:3] == [
        ("", "2024-09-30", "187", "", ""),
        ("", "2025-05-31", "196", "9", "4.8"),
        ("", "2025-08-31", "206", "10", "5.1"),
    ]
    pupils = short(run("trend", "pupils", ASTANA, "-f", "csv"), "value", "change", "percent")
    assert pupils[:2] == [("282150", "", ""), ("288531", "6381", "2.3")]


@pytest.mark.parametrize(
    ("key", "values", "changes"),
    [
        ("inclusive_schools", ["63.4", "64.2", "72.7"], ["", "0.8", "8.5"]),
        ("preschool_teachers", ["99.1", "98.0", "97.7"], ["", "-1.1", "-0.3"]),
        ("qualified_teachers", ["25.9", "50.7", "63.4", "66.1"], ["", "24.8", "12.7", "2.7"]),
    ],
)
def test_the_sdg_4_series_are_as_published(run, key, values, changes):
    found = rows(run("trend", key, SDG4, "-f", "csv"))
    assert [row["value"] for row in found] == values
    assert [row["change"] for row in found] == changes
    assert {row["percent"] for row in found} == {""}  # percentages change in points


def test_the_schools_of_three_regions_are_ranked(run):
    given = ("rank", "schools", "examples/kz-schools/schools.yaml", "-f", "csv")
    found = [row for row in rows(run(*given)) if not row["member"]]
    assert [(row["value"], row["rank_first"], row["rank_last"]) for row in found] == [
        ("7687", "1", "1"),
        ("251", "2", "2"),
        ("164", "3", "3"),
    ]
    assert {row["period"] for row in found} == {"2022-09-01/2023-08-31"}


def test_people_see_periods_down_or_across(run):
    down = run("trend", "schools", ASTANA)
    assert down.lines[:4] == [
        "General schools. Education Department of the City of Astana: series",
        "",
        "Period          Value  Unit     Change  Change, %",
        "General schools ▁▄█",
    ]
    across = run("trend", "schools", ASTANA, "--across")
    assert across.lines[2].split() == [
        "Indicator",
        "September",
        "2024",
        "May",
        "2025",
        "August",
        "2025",
        "Unit",
        "Series",
    ]
    assert across.lines[3].split() == ["General", "schools", "187", "196", "206", "schools", "▁▄█"]
    machine = run("trend", "schools", ASTANA, "--across", "-f", "csv")
    assert machine.lines == run("trend", "schools", ASTANA, "-f", "csv").lines


def test_several_indicators_stand_before_the_reports(run):
    found = short(run("trend", "schools", "pupils", ASTANA, "-f", "csv"), "indicator")
    assert set(found) == {("schools",), ("pupils",)}
    assert run("trend", "schools,pupils", ASTANA).text == run("trend", "schools", "pupils", ASTANA).text
    done = run("trend", "schools", "nowhere/at-all.yaml")
    assert (done.code, "nowhere/at-all.yaml: no such file or folder" in done.errors) == (FAILED, True)
    done = run("trend", "scholls", ASTANA)
    assert (done.code, "did you mean 'schools'?" in done.errors) == (FAILED, True)


@pytest.mark.parametrize("command", ["trend", "rank"])
def test_a_missing_indicator_is_told(run, command):
    done = run(command)
    assert (done.code, done.errors) == (FAILED, "edureport: INDICATOR is missing; see --help\n")


def test_a_revision_and_a_gap_are_shown(run, tmp_path):
    for period, value, more in ((2021, 3, ""), (2022, 44, ""), (2025, 50, ", earlier: {2022: 45, 2023: 47}")):
        (tmp_path / f"{period}.yaml").write_text(stated("r", period, value, more))
    shown = run("trend", "x", tmp_path)
    assert "Labs, 2022: 45 (" in shown.text
    assert "gives 44." in shown.text
    assert ("2024-12-31", "", "") in short(
        run("trend", "x", tmp_path, "-f", "csv"), "period_end", "value", "change"
    )


def test_ties_are_shown_as_ranges(run, tmp_path):
    for name, value in (("a", 5), ("b", 5), ("c", "more than 7"), ("d", 9)):
        (tmp_path / f"{name}.yaml").write_text(stated(name, 2025, value))
    assert [line.split()[:2] for line in run("rank", "x", tmp_path).lines[3:]] == [
        ["1–2", "c"],
        ["1–2", "d"],
        ["3–4", "a"],
        ["3–4", "b"],
    ]


def test_areas_are_ranked_by_their_sums(run):
    (row,) = rows(run("rank", "pupils", "docs/examples/districts", "--by", "area", "-f", "csv"))
    assert (row["organisation"], row["value"], row["value_bound"], row["rank_first"]) == (
        "KZ-79",
        "8100",
        "more_than",
        "1",
    )


def test_the_period_that_most_know_is_ranked_unless_another_is_asked_for(run, tmp_path):
    for name, period, value in (("a", 2024, 5), ("b", 2024, 6), ("c", "2025-09", 7)):
        (tmp_path / f"{name}.yaml").write_text(stated(name, period, value))
    shown = run("rank", "x", tmp_path)
    assert shown.lines[0] == "Labs: 2024"
    assert "Figures are also available for: September 2025; choose with --period." in shown.lines
    asked = run("rank", "x", tmp_path, "--period", "2025")
    assert asked.lines[0] == "Labs: September 2025"
    assert "2025 is taken as September 2025" in asked.text
    done = run("rank", "x", tmp_path, "--period", "2020")
    assert (done.code, "there are no figures for 2020; available periods:" in done.errors) == (
        FAILED,
        True,
    )


@pytest.mark.parametrize("command", ["trend", "rank", "show"])
def test_a_file_in_the_place_of_the_indicator_is_named(run, command):
    found = run(command, "data/report_2025q3.yaml")
    quoted = 'edureport data "a report(1).yaml" --columns indicator,label'
    assert quoted in run(command, "a report(1).yaml").errors
    assert found.code == 2
    assert "'data/report_2025q3.yaml' is a file; name an indicator before it" in found.errors
    assert "sample report" not in found.errors
