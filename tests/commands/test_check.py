"""edureport check: what an auditor is told, the exit code, and the choice of checks."""

import csv
import io
import json

import pytest
from needs import IN_LANGUAGE

from edureport import languages
from edureport.checks import CHECKS, NAMES
from edureport.commands.check import figures
from edureport.errors import DONE, FAILED, FOUND
from edureport.languages import catalogue
from edureport.message import message
from edureport.model.quantity import Quantity

SOURCE = "data/report_2025q3.yaml"
ENROLMENT = "examples/shymkent-grade-1"
DISTRICT = "docs/examples/district"


def rows(done):
    return list(csv.DictReader(io.StringIO(done.text)))


def found(run, *arguments):
    return [
        (row["check"], row["severity"], row["indicator"], row["figures"])
        for row in rows(run("check", *arguments, "-f", "csv"))
    ]


def test_the_source_report_has_one_thing_that_does_not_follow(run):
    assert found(run, SOURCE) == [
        ("parts-total", "contradiction", "schools", "whole=more than 300; total=300")
    ]
    assert run("check", SOURCE).code == FOUND


def test_the_enrolment_of_shymkent(run):
    assert found(run, f"{ENROLMENT}/2025-07-29.yaml") == []
    assert found(run, f"{ENROLMENT}/2025-08-02.yaml") == [
        ("parts-total", "contradiction", "grade_1_enrolment", "whole=21097; total=21094"),
    ]
    fallen = [figures for check, _, _, figures in found(run, ENROLMENT) if check == "falls"]
    assert len(fallen) == 4
    assert "before=21531; after_period=2025-01-01/2025-08-02; after=21097" in fallen[0]
    said = run("check", ENROLMENT, "--skip", "falls").text
    assert "12,777 + 4,818 + 3,499 = 21,094" in said


def test_the_ownership_of_the_schools_of_astana_follows(run):
    done = run("check", "examples/astana", "-f", "csv")
    assert (done.code, len(done.lines), done.errors) == (DONE, 1, "")


def test_nothing_found_is_a_table_without_rows(run):
    done = run("check", "examples/astana", "-f", "json")
    assert (done.code, json.loads(done.text)["rows"]) == (DONE, [])


@pytest.mark.parametrize("language", languages.available())
def test_one_line_says_that_nothing_was_found(run, language):
    done = run("check", "examples/astana", "-l", language)
    assert (done.code, done.errors) == (DONE, "")
    assert "2" in done.text  # indicators; both are in several reports
    assert done.text.count("\n") == 1


@pytest.mark.parametrize("arguments", [(SOURCE,), (ENROLMENT,), (DISTRICT, "--severity", "doubt")])
def test_csv_is_the_same_in_every_language(run, arguments):
    found = [
        [{key: cell for key, cell in row.items() if key not in IN_LANGUAGE} for row in rows(done)]
        for done in (run("check", *arguments, "-f", "csv", "-l", code) for code in languages.available())
    ]
    assert found[0]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("language", languages.available())
def test_every_check_but_one_speaks_of_the_invented_district_in_every_language(run, language):
    done = run("check", DISTRICT, "docs/examples/riverside-2025-9m.yaml", "-l", language)
    told = {row["check"] for row in rows(run("check", DISTRICT, "-f", "csv"))}
    assert told == set(NAMES) - {"labels", "explanations"}
    assert done.code == FOUND
    assert "{" not in done.text


@pytest.mark.parametrize("language", languages.available())
def test_nothing_is_ever_called_wrong(language):
    said = [
        str(words).lower()
        for key, words in catalogue.load(language).words.items()
        if key.partition(".")[0] in ("finding", "cause", "check")
    ]
    assert not [text for text in said for bad in ("wrong", "error", "ошибк", "неверн", "қате") if bad in text]


def test_only_and_skip_choose_checks(run):
    of_targets = {name for name in CHECKS if name.startswith("target-")}
    assert {name for name, *_ in found(run, DISTRICT, "--only", "target-*,falls")} == {"falls", *of_targets}
    assert {name for name, *_ in found(run, DISTRICT, "--only", "target-*", "--skip", "*-due")} == (
        of_targets - {"target-due"}
    )


def test_a_check_that_does_not_exist_brings_near_ones(run):
    done = run("check", SOURCE, "--only", "part-total")
    assert done.code == FAILED
    assert done.errors == "edureport: there is no check 'part-total'; did you mean 'parts-total'?\n"
    assert "the checks are all-of, as-written" in run("check", SOURCE, "--skip", "x").errors


def test_severity_leaves_out_what_is_less_certain(run):
    severities = {level: {s for _, s, *_ in found(run, DISTRICT, "--severity", level)} for level in LEVELS}
    assert severities["contradiction"] == {"contradiction"}
    assert severities["doubt"] == {"contradiction", "doubt"}
    assert severities["remark"] == set(LEVELS)
    assert "did you mean 'doubt'?" in run("check", SOURCE, "--severity", "doubts").errors


LEVELS = ("contradiction", "doubt", "remark")


def test_what_is_left_out_does_not_count(run):
    remark = f"{DISTRICT}/2025-9m.yaml"
    assert run("check", remark, "--only", "labels,far-bound").code == FOUND
    done = run("check", remark, "--only", "labels,far-bound", "--severity", "doubt")
    assert (done.code, done.text.count("No inconsistencies found")) == (DONE, 1)


def test_what_is_explained_is_shown_and_does_not_count(run):
    done = run("check", f"{DISTRICT}/2025-9m.yaml", "--only", "parts-total")
    assert (done.code, done.errors) == (DONE, "")
    assert "One school has both owners." in done.text
    assert "1 finding is explained in the report file." in done.text
    (row,) = rows(run("check", f"{DISTRICT}/2025-9m.yaml", "--only", "parts-total", "-f", "csv"))
    assert row["explained"] == "One school has both owners."


def test_the_summary_counts_what_is_in_doubt_and_not_explained(run):
    findings = rows(run("check", f"{DISTRICT}/2025-9m.yaml", "-f", "csv"))
    doubts = [row for row in findings if row["severity"] != "remark" and not row["explained"]]
    assert f"{len(doubts)} findings." in run("summary", f"{DISTRICT}/2025-9m.yaml").text
    assert "no findings." in run("summary", f"{ENROLMENT}/2025-07-29.yaml").text
    assert "4 findings." not in run("summary", f"{ENROLMENT}/2025-08-02.yaml").text


def test_the_summary_of_several_reports_counts_what_lies_between_them(run):
    assert "1 target, 5 findings." in run("summary", ENROLMENT).text
    both = run("summary", "examples/astana/2024-09.yaml", f"{ENROLMENT}/2025-07-29.yaml")
    assert both.code == DONE


def test_figures_are_numbers_and_names_of_files_but_no_words():
    said = message("x", a=Quantity.parse("more than 3"), b="words", c=None, d=message("y"), e=7)
    assert figures(said) == "a=more than 3; e=7"
    assert figures(message("x")) is None


TABLE = """\
edureport: 1
report: {id: board, language: en}
units: {school: {en: {one: school, other: schools}}}
indicators:
  schools: {label: Schools, unit: school, kind: stock, skip: [{check: windows, because: counted twice}]}
tables:
  - file: table.csv
    header: {has: [Body]}
    across: {columns: "20??", into: period}
    organisation: Body
    period: period
    indicator: {constant: schools}
    dimensions:
      where: {label: Where, column: Where, total: all, members: {north: North}, complete: no}
"""
ROWS = """\
Body,Where,2024,2025
City of Examples,all,5,9
City of Examples,north,7,4
Town of Examples,all,8,3
Town of Examples,north,6,6
"""


@pytest.fixture
def table(tmp_path):
    """A table of two organisations and two years, with one inconsistency in each."""
    (tmp_path / "table.csv").write_text(ROWS)
    (tmp_path / "table.yaml").write_text(TABLE)
    return tmp_path / "table.yaml"


def test_a_finding_in_a_table_is_of_the_report_that_has_it(run, table):
    told = [
        (row["organisation"], row["period"], row["check"]) for row in rows(run("check", table, "-f", "csv"))
    ]
    assert told == [
        ("city-of-examples", "2024-01-01/2024-12-31", "parts-total"),
        ("town-of-examples", "2025-01-01/2025-12-31", "parts-total"),
        ("town-of-examples", "2025-01-01/2025-12-31", "explanations"),
    ]


def test_the_reports_of_a_table_count_each_finding_once(run, table):
    for period in ("2024", "2025"):  # of one body each
        assert run("summary", table, "--period", period).text.count("Inconsistent") == 1
