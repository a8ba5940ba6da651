"""Indicators that are read while the file is parsed give the report and the mistakes of the whole file."""

from pathlib import Path

import pytest
from reported import read_report

from edureport.errors import ReportError
from edureport.reading.load import reports_in
from edureport.reading.nodes import Arriving
from edureport.reading.parsing import parse
from edureport.reading.report_file import report_of
from edureport.reading.report_keys import LATE

HEAD = "edureport: 1\nreport: {id: a, organisation: City of Examples, period: 2025, language: en}\n"
UNITS = "units: {school: school, place: place}\n"
INDICATORS = """\
indicators:
  schools: {label: Schools, unit: school, kind: stock, value: 40}
  new_schools: {label: New schools, unit: school, kind: flow, value: 2}
"""
TARGETS = "targets:\n  more: {label: More, indicator: schools, value: 50, due: 2026-12-31}\n"
DEFINITIONS = "indicators:\n  schools: {label: Schools, unit: school, kind: stock, better: higher}\n"
ALL = HEAD + UNITS + INDICATORS + TARGETS

TEXTS = {
    "as it is written": ALL,
    "no targets": HEAD + UNITS + INDICATORS,
    "comments and lines without anything": ALL.replace("targets:", "# a comment\n\ntargets:"),
    "units below": HEAD + INDICATORS + UNITS + TARGETS,
    "the head below": INDICATORS + TARGETS + HEAD + UNITS,
    "units below after a bare carriage return": HEAD + INDICATORS.rstrip() + "\r" + UNITS,
    "an alias of an indicator": ALL.replace("schools: {", "schools: &s {", 1).replace(
        "targets:", "  others: *s\ntargets:"
    ),
    "in brackets": HEAD + UNITS + "indicators: {schools: {label: S, unit: school, kind: stock, value: 1}}\n",
    "all in brackets": "{edureport: 1,\nindicators: {},\nreport: {}}\n",
    "with an anchor": ALL.replace("indicators:", "indicators: &all"),
    "with a tag": ALL.replace("indicators:", "indicators: !!map"),
    "all with a tag": "--- !!map\n" + ALL,
    "all with an anchor": "--- &all\n" + ALL,
    "empty": HEAD + UNITS + "indicators:\n" + TARGETS,
    "a list": HEAD + "indicators:\n- schools\n",
    "twice": ALL + INDICATORS,
    "a key twice": ALL.replace("new_schools", "schools"),
    "a key that is a list": ALL.replace("new_schools", "[new]"),
    "no such unit and a wrong value": ALL.replace("unit: school", "unit: house").replace("40", "many"),
    "an unknown key below": ALL + "tragets: {}\n",
    "a mistake above an error of syntax": ALL.replace("40", "many").replace("New schools", "New: schools"),
    "an error of syntax in the targets": ALL.replace("More", "More: schools"),
    "another version and an error of syntax": ALL.replace("edureport: 1", "edureport: 2") + "  - }\n",
    "another document": ALL + "---\nedureport: 1\n",
    "many mistakes": HEAD + "indicators:\n" + "".join(f"  a{one}: {{unit: b}}\n" for one in range(600)),
    "a root in braces, one key of which begins a line": (
        "{edureport: 1, report: {id: a, organisation: City, period: 2025, language: en},\n"
        "indicators: {a: {label: A, unit: school, kind: stock, value: 1}}, units: {school: school}}\n"
    ),
    "twice, with quotes above": HEAD
    + UNITS
    + INDICATORS.replace("indicators", '"indicators"')
    + INDICATORS
    + TARGETS,
    "twice, with quotes below": ALL + INDICATORS.replace("indicators", '"indicators"'),
    "in quotes, and again within braces": (
        HEAD.replace("{id", "{\nindicators: {},\nid").replace(", lang", ",\n lang")
        + UNITS
        + INDICATORS.replace("indicators", '"indicators"')
    ),
    "targets above and below": HEAD + UNITS + TARGETS + INDICATORS + TARGETS,
    "targets twice below": ALL + TARGETS,
    "below a bare carriage return and letters of several bytes": (
        HEAD.replace("City", "Қала").rstrip() + "\r" + UNITS + INDICATORS + TARGETS
    ),
    "lines that end as on Windows": ALL.replace("\n", "\r\n"),
    "an unknown key that begins as targets": HEAD + UNITS + INDICATORS + "targets:x: {}\n",
    "an unknown key that begins as indicators": HEAD + UNITS + "indicators:x: {}\n" + INDICATORS,
    "none": HEAD + UNITS + "indicators: {}\n" + TARGETS,
    "its line within a text": HEAD + UNITS + 'sections: {a: "A\nindicators: b"}\n' + INDICATORS + TARGETS,
    "tables": "edureport: 1\ntables: {}\nindicators:\n  a: {b: }}\n",
}


def outcome(read):
    """The report, or every mistake with its place, and how many more there are."""
    try:
        return read()
    except ReportError as error:
        return [
            (one.message.key, dict(one.message.values), one.place) for one in error.problems
        ], error.omitted


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_report_is_that_of_the_whole_file(text):
    data = text.encode()
    assert outcome(lambda: read_report(data, "a.yaml")) == outcome(
        lambda: report_of(*parse(data, "a.yaml"), "a.yaml")
    )


def test_a_repeated_key_is_told_though_the_first_is_in_quotes():
    text = TEXTS["twice, with quotes above"]
    problems, _ = outcome(lambda: read_report(text.encode(), "a.yaml"))
    assert [(key, values["line"]) for key, values, _ in problems] == [("yaml.duplicate", 4)]


def test_the_indicators_of_a_description_are_kept(tmp_path):
    table = "tables: [{file: a.csv, period: {constant: '2025'}, indicator: what, value: number}]\n"
    head = HEAD.replace(", period: 2025", "")
    targets = "targets: {}\n"
    orders = [head + UNITS + table + DEFINITIONS + targets, head + UNITS + DEFINITIONS + table]
    (tmp_path / "a.csv").write_text("what,number\nschools,40\n", encoding="utf-8")
    found = []
    for text in orders:
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        (report,) = reports_in(str(tmp_path / "a.yaml"))
        found.append(report.indicators["schools"])
    assert found[0].label.texts == {"en": "Schools"}
    assert found[0]._replace(place=None, observations=None) == found[1]._replace(
        place=None, observations=None
    )


def test_so_it_is_for_every_report_and_every_broken_one():
    files = [path for folder in ("data", "examples", "tests/broken") for path in Path(folder).rglob("*.yaml")]
    assert len(files) > 50
    for path in files:
        data, name = path.read_bytes(), str(path)
        whole = outcome(lambda data=data, name=name: report_of(*parse(data, name), name))
        assert outcome(lambda data=data, name=name: read_report(data, name)) == whole, name


def test_no_node_of_theirs_is_kept():
    root, _ = parse(ALL.replace("City", "Қаласы").encode(), "a.yaml", late=LATE)
    late = root[LATE]
    assert (type(late), dict(late), "targets" in root) == (Arriving, {}, False)
    assert [key for key, _ in late.entries()] == ["schools", "new_schools"]
    assert (dict(late), "targets" in root) == ({}, True)
