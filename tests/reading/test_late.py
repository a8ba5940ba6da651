"""Indicators that are read while the file is parsed give the report and the mistakes of the whole file."""

from pathlib import Path

import pytest

from edureport.errors import ReportError
from edureport.reading.nodes import Arriving, parse
from edureport.reading.report_file import read_report, report_of
from edureport.reading.report_keys import LATE

HEAD = "edureport: 1\nreport: {id: a, organisation: City of Examples, period: 2025, language: en}\n"
UNITS = "units: {school: school, place: place}\n"
INDICATORS = """\
indicators:
  schools: {label: Schools, unit: school, kind: stock, value: 40}
  new_schools: {label: New schools, unit: school, kind: flow, value: 2}
"""
TARGETS = "targets:\n  more: {label: More, indicator: schools, value: 50, due: 2026-12-31}\n"
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


def test_so_it_is_for_every_report_and_every_broken_one():
    files = [path for folder in ("data", "examples", "tests/broken") for path in Path(folder).rglob("*.yaml")]
    assert len(files) > 50
    for path in files:
        data, name = path.read_bytes(), str(path)
        whole = outcome(lambda data=data, name=name: report_of(*parse(data, name), name))
        assert outcome(lambda data=data, name=name: read_report(data, name)) == whole, name


def test_no_node_of_theirs_is_kept():
    root, _ = parse(ALL.encode(), "a.yaml", late=LATE)
    late = root[LATE]
    assert (type(late), dict(late), "targets" in root) == (Arriving, {}, False)
    assert [key for key, _ in late.entries()] == ["schools", "new_schools"]
    assert (dict(late), "targets" in root) == ({}, True)
