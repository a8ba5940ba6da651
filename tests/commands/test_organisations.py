"""Tables of several organisations say whose each row is; those of one say it in their title."""

import csv
import io

import pytest

from edureport.errors import DONE, FOUND

REPORT = """\
edureport: 1
report: {{id: {key}, organisation: {{id: {key}, en: {name}}}, period: 2025-9M, language: en}}
units: {{school: {{en: {{one: school, other: schools}}}}}}
indicators:
  schools:
    {{label: Schools, unit: school, kind: stock, value: {value}, breakdown: {{o: {{complete: true, members: {{
      state: {{label: State schools, value: {value}}}, other: {{label: Other schools, value: 1}}}}}}}}}}
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Reports of two organisations on one period, with the same keys."""
    folder = tmp_path_factory.mktemp("organisations")
    for key, name, value in (("north", "North of Examples", 5), ("south", "South of Examples", 7)):
        text = REPORT.format(key=key, name=name, value=value)
        (folder / f"{key}.yaml").write_text(text, encoding="utf-8")
    return folder / "north.yaml", folder / "south.yaml"


ARGUMENTS = {"summary": ("summary",), "show": ("show", "schools"), "check": ("check",)}


@pytest.mark.parametrize("arguments", [("summary",), ("show", "schools")], ids=str)
def test_a_heading_says_whose_the_rows_below_it_are(run, reports, arguments):
    lines = run(*arguments, *reports).lines
    assert not any("Organisation" in line for line in lines)
    for name in ("North of Examples", "South of Examples"):
        assert len([line for line in lines if line.startswith(name)]) == 1


@pytest.mark.parametrize(
    "arguments",
    [("summary", "--sort", "value"), ("show", "schools", "--sort", "value"), ("check",)],
    ids=["summary", "show", "check"],
)
def test_people_see_whose_a_row_is_if_there_are_several(run, reports, arguments):
    shown = run(*arguments, *reports)
    assert shown.code in (DONE, FOUND)
    heading = next(line for line in shown.lines if "Organisation" in line)
    for name in ("North of Examples", "South of Examples"):
        rows = [line for line in shown.lines if heading.index("Organisation") == line.find(name)]
        assert rows, name
    assert not any("Organisation" in line for line in run(*arguments, reports[0]).lines)


@pytest.mark.parametrize("arguments", ARGUMENTS.values(), ids=ARGUMENTS)
def test_machines_get_it_always(run, reports, arguments):
    for chosen in (reports, reports[:1]):
        rows = list(csv.DictReader(io.StringIO(run(*arguments, *chosen, "-f", "csv").text)))
        assert {row["organisation"] for row in rows} == {path.stem for path in chosen}


def test_an_audit_says_whose_data_a_figure_is_of(run, reports, tmp_path):
    (tmp_path / "text.txt").write_text("There are 5 schools in the North of Examples.\n", encoding="utf-8")
    several = run("audit", tmp_path / "text.txt", "--data", reports[0], "--data", reports[1])
    assert "Organisation" in several.text
    one = run("audit", tmp_path / "text.txt", "--data", reports[0])
    assert "Organisation" not in one.text
    (row,) = csv.DictReader(
        io.StringIO(run("audit", tmp_path / "text.txt", "--data", reports[0], "-f", "csv").text)
    )
    assert (row["organisation"], row["indicator"], row["verdict"]) == ("north", "schools", "confirmed")


def test_the_title_of_show_names_none_of_several(run, reports):
    assert run("show", "schools", *reports).lines[0] == "Schools: 2 reports"
    assert run("show", "schools", reports[0]).lines[0] == "Schools. North of Examples"
