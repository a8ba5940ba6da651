"""parts-total: it finds what cannot be, and nothing else."""

from pathlib import Path

import pytest
from reported import read_report

from edureport.checks import Severity, findings, parts_total
from edureport.languages import catalogue
from edureport.problem import Place
from edureport.reading.load import load

SHIPPED = Path(__file__).parents[2] / "data" / "report_2025q3.yaml"


def report(value, members, *, kind="stock", complete="true", label="label: By owner, "):
    entries = ", ".join(
        f"m{number}: {{label: Part {number}, {value and f'value: {value}'}}}"
        for number, value in enumerate(members)
    )
    stated = f"value: {value}, " if value else ""
    text = f"""\
edureport: 1
report: {{id: made-up, organisation: Made-up Education Department, period: 2025-9M, language: en}}
units: {{school: schools}}
indicators:
  schools:
    label: Schools
    unit: school
    kind: {kind}
    {stated and f"value: {value}"}
    breakdown:
      ownership: {{{label}complete: {complete}, members: {{{entries}}}}}
"""
    return read_report(text.encode(), "made-up.yaml")


def said(given):
    words = catalogue.load("en")
    return [words.say(finding.message) for finding in parts_total.parts_total(given)]


def test_the_source_report_says_more_than_300_and_lists_300():
    (finding,) = parts_total.parts_total(load(str(SHIPPED)))
    assert finding.check == "parts-total"
    assert finding.severity is Severity.CONTRADICTION
    assert finding.indicator == "schools"
    assert finding.place.path == str(SHIPPED)
    assert SHIPPED.read_text(encoding="utf-8").splitlines()[finding.place.line - 1].strip() == "schools:"
    assert catalogue.load("en").say(finding.message) == (
        "Inconsistent: “General schools” is given as more than 300, "
        "but its parts (Form of ownership) add up to 300."
    )


@pytest.mark.parametrize(
    ("value", "members"),
    [
        ("more than 300", ["250", "50"]),
        ("300", ["250", "49"]),
        ("300", ["250", "51"]),
        ("300", ["250", "more than 50"]),
        ("nearly 300", ["250", "50"]),
        ("about 300", ["200", "50"]),
        ("less than 300", ["250", "at least 50"]),
    ],
)
def test_parts_that_do_not_add_up(value, members):
    assert len(said(report(value, members))) == 1
    assert len(said(report(value, members, kind="flow"))) == 1


@pytest.mark.parametrize(
    ("value", "members"),
    [
        ("at least 300", ["250", "50"]),
        ("300", ["250", "50"]),
        ("about 300", ["250", "50"]),
        ("nearly 300", ["250", "49"]),
        ("more than 300", ["250", "51"]),
        ("more than 300", ["250", "at least 50"]),
        ("300", ["250", "at least 50"]),
        ("300", ["about 250", "50"]),
        ("300..310", ["250", "50"]),
        ("300", ["300"]),
        ("0", ["0", "0"]),
        ("9.5", ["4.25", "5.25"]),
    ],
)
def test_near_misses(value, members):
    assert said(report(value, members)) == []


def test_ratios_are_not_added():
    assert said(report("50", ["80", "90"], kind="ratio")) == []


def test_without_a_whole_or_without_parts_there_is_nothing_to_add():
    assert said(report("", ["250", "50"])) == []
    assert said(report("300", ["", ""])) == []


@pytest.mark.parametrize("options", [{"complete": "true"}, {"complete": "false"}])
def test_where_parts_are_missing_the_rest_may_only_not_exceed_the_whole(options):
    assert said(report("more than 300", ["250", ""], **options)) == []
    assert said(report("300", ["250", ""], **options)) == []
    (words,) = said(report("300", ["301", ""], **options))
    assert (
        words
        == "Inconsistent: “Schools” is given as 300, but some of its parts (By owner) already add up to 301."
    )


def test_an_incomplete_breakdown_may_fall_short():
    assert said(report("300", ["100", "50"], complete="false")) == []
    assert len(said(report("300", ["100", "201"], complete="false"))) == 1


def test_the_only_breakdown_needs_no_name():
    (words,) = said(report("300", ["250", "51"], label=""))
    assert words == "Inconsistent: “Schools” is given as 300, but its parts add up to 301."


def test_the_finding_stands_where_the_indicator_does():
    (finding,) = parts_total.parts_total(report("300", ["250", "51"]))
    assert finding.place == Place("made-up.yaml", 5, 3)


def test_each_breakdown_is_checked():
    text = """\
edureport: 1
report: {id: made-up, organisation: Made-up Education Department, period: 2025-9M, language: en}
units: {school: schools}
indicators:
  schools:
    label: Schools
    unit: school
    kind: stock
    value: 300
    breakdown:
      a: {complete: true, members: {x: {label: X, value: 300}}}
      b: {complete: true, members: {x: {label: X, value: 301}}}
      c: {complete: true, members: {x: {label: X, value: 299}}}
"""
    assert len(said(read_report(text.encode(), "made-up.yaml"))) == 2


def test_the_check_is_registered():
    given = report("300", ["250", "51"])
    assert [one._replace(report=None) for one in findings([given], ["parts-total"])] == list(
        parts_total.parts_total(given)
    )


def test_a_sum_of_rounded_parts_has_no_decimals_that_nobody_stated():
    (words,) = said(report("300", ["about 200", "50"]))
    assert words == "Inconsistent: “Schools” is given as 300, but its parts (By owner) add up to 240–260."
