"""Flags and figures without a value: in every table, for people and for machines."""

import csv
import io

import pytest

HEAD = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2025, language: en}
units: {school: {en: {one: school, other: schools}}, ha: ha}
indicators:
  schools:
    label: Schools
    unit: school
    kind: stock
"""


@pytest.fixture
def file(tmp_path):
    def write(fields):
        path = tmp_path / "made-up.yaml"
        path.write_text(HEAD + "".join(f"    {line}\n" for line in fields), encoding="utf-8")
        return path

    return write


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def split(value, members, complete="true"):
    return [f"value: {value}", f"breakdown: {{owner: {{complete: {complete}, members: {{{members}}}}}}}"]


def test_flags_stand_beside_their_figure(run, file):
    path = file(
        ["value: 300", "flags: [provisional, low_reliability]", "earlier: {2024: {value: 9, flags: break}}"]
    )
    assert "provisional, of low reliability" in run("summary", path).text
    assert "предварительно, низкая надёжность" in run("summary", path, "-l", "ru").text
    assert "алдын ала, сенімділігі төмен" in run("summary", path, "-l", "kk").text
    (row,) = rows(run("summary", path, "-f", "csv").text)
    assert row["flags"] == "provisional low_reliability"
    shown = [row["flags"] for row in rows(run("show", "schools", path, "-f", "csv").text)]
    assert shown == ["provisional low_reliability", "break"]
    (row,) = rows(run("compare", path, "-f", "csv").text)
    assert (row["before_flags"], row["after_flags"]) == ("break", "provisional low_reliability")


def test_without_flags_nobody_sees_a_column_of_them(run, file):
    assert "Flags" not in run("summary", file(["value: 300"])).text


def test_a_flag_says_why_there_is_no_figure(run, file):
    path = file(["flags: suppressed"])
    (row,) = rows(run("summary", path, "-f", "csv").text)
    assert (row["value"], row["flags"]) == ("", "suppressed")
    assert "no data" in run("summary", path).text


@pytest.mark.parametrize(
    ("value", "members", "shown"),
    [
        ("300", "a: {label: A, value: 207}, b: {label: B}", "no data (93 remain)"),
        ("300", "a: {label: A, value: more than 207}, b: {label: B}", "no data (0–92 remain)"),
        ("more than 300", "a: {label: A, value: 207}, b: {label: B}", "no data (at least 94 remain)"),
        ("300", "a: {label: A, value: 300}, b: {label: B}", "no data (0 remain)"),
        ("120.5", "a: {label: A, value: 60.3}, b: {label: B}", "no data (60.2 remain)"),
    ],
)
def test_what_the_other_parts_leave_for_the_only_one_without_a_value(run, file, value, members, shown):
    path = file(split(value, members))
    assert shown in run("summary", path).text
    found = rows(run("summary", path, "-f", "csv").text)
    assert [(row["member"], row["value"] != "") for row in found] == [("", True), ("a", True), ("b", False)]


@pytest.mark.parametrize(
    ("value", "members", "complete"),
    [
        ("300", "a: {label: A, value: 207}, b: {label: B}", "false"),
        ("300", "a: {label: A}, b: {label: B}", "true"),
        ("300", "a: {label: A, value: 301}, b: {label: B}", "true"),
        ("more than 300", "a: {label: A, value: more than 207}, b: {label: B}", "true"),
    ],
)
def test_where_nothing_is_known_of_it_there_is_no_data(run, file, value, members, complete):
    path = file(split(value, members, complete))
    shown = run("summary", path).text
    assert "remain" not in shown
    assert "no data" in shown
    assert [row["member"] for row in rows(run("summary", path, "-f", "csv").text)] == ["", "a", "b"]


def test_a_part_without_a_value_keeps_its_place_before_the_parts_of_another(run, file):
    inner = "breakdown: {level: {members: {x: {label: X, value: 1}, y: {label: Y}}}}"
    path = file(split("300", f"a: {{label: A}}, b: {{label: B, value: 5, {inner}}}, c: {{label: C}}"))
    for command in (("summary", path), ("show", "schools", path)):
        found = rows(run(*command, "-f", "csv").text)
        assert [row["member"] for row in found] == ["", "a", "b", "x", "y", "c"]
