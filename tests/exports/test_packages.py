"""Data packages and CSV on the Web: their readers accept what is written, and find faults."""

import csv
import json
import re
import zipfile
from pathlib import Path

import csvw
import frictionless
import pytest
from fuzzing import odd_reports
from hypothesis import given, settings

SOURCE = "data/report_2025q3.yaml"
HOSTILE = "tests/formats/hostile.yaml"
FORMATS = {"datapackage": "datapackage.json", "csvw": "csv-metadata.json"}
REPORTS = [
    (SOURCE, "data"),
    ("examples/astana", "summary"),
    ("examples/shymkent-grade-1", "data"),
    (HOSTILE, "data"),
]
PUBLISHED = """\
edureport: 1
report:
  {id: made-up, organisation: City of Examples, period: 2025, language: en, source: {published: 2026-01-15}}
units: {school: schools}
indicators:
  schools:
    {label: '"All"', unit: school, kind: stock, value: more than 300, flags: [provisional, estimated]}
"""


def problems(form, folder):
    """What the reader of a format finds wrong."""
    path = Path(folder) / FORMATS[form]
    if form == "datapackage":
        found = frictionless.validate(str(path), type="package")
        return [*found.errors, *(error for task in found.tasks for error in task.errors)]
    try:
        group = csvw.CSVW(str(path), validate=True)
        valid = group.is_valid
    except (ValueError, OSError, UserWarning) as error:
        return [error]
    return [] if valid else (group.warnings or ["not valid"])


@pytest.fixture
def exported(run, tmp_path):
    """`exported(form, report, command)`: the folder with an export."""

    def export(form, report=SOURCE, command="data", *more):
        done = run(command, report, "-f", form, "-o", tmp_path / "out", *more)
        assert (done.code, done.text) == (0, ""), done.errors
        return tmp_path / "out"

    return export


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("report", "command"), REPORTS)
def test_its_reader_accepts_it(exported, run, form, report, command):
    folder = exported(form, report, command)
    assert problems(form, folder) == []
    assert (folder / f"{command}.csv").read_bytes() == run(command, report, "-f", "csv").data


@settings(max_examples=3, deadline=None)
@given(data=odd_reports())
def test_odd_reports_are_accepted(run, tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("odd")
    (folder / "r.yaml").write_bytes(data)
    for form in FORMATS:
        if run("data", folder / "r.yaml", "-f", form, "-o", folder / form).code == 0:
            assert problems(form, folder / form) == []


FAULTS = {
    "code": ("data.csv", ",schools,", ",scools,"),
    "column": ("data.csv", "organisation,organisation_label", "organisation,organisation_lable"),
    "type": ("data.csv", "more_than,300", "more_than,three hundred"),
    "code of a closed list": ("data.csv", "more_than", "more_then"),
    "flag": ("data.csv", "provisional", "provisonal"),
    "date": ("data.csv", "2026-01-15", "2026-13-45"),
    "key": ("data.csv", r"(?s)\n(.*)$", r"\n\1\1"),
    "key of a code list": ("codes-unit.csv", r"(?s)\n(.*)$", r"\n\1\1"),
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("fault", [*FAULTS, "missing file"])
def test_its_reader_finds_a_planted_fault(exported, tmp_path, form, fault):
    report = tmp_path / "report.yaml"
    report.write_text(PUBLISHED, encoding="utf-8")
    folder = exported(form, report)
    assert problems(form, folder) == []
    if fault == "missing file":
        (folder / "codes-indicator.csv").unlink()
    else:
        name, right, wrong = FAULTS[fault]
        path = folder / name
        text = path.read_text(encoding="utf-8")
        broken = re.sub(right, wrong, text, count=1)
        assert broken != text
        path.write_text(broken, encoding="utf-8")
    assert problems(form, folder)


def test_codes_have_their_labels_in_three_languages(exported):
    with (exported("csvw") / "codes-indicator.csv").open(encoding="utf-8", newline="") as file:
        schools = next(row for row in csv.DictReader(file) if row["code"] == "schools")
    assert schools == {
        "code": "schools",
        "kk": "Жалпы білім беретін мектептер",
        "ru": "Общеобразовательные школы",
        "en": "General schools",
    }


def test_sources_and_the_day_of_publication_are_kept(exported, tmp_path):
    report = tmp_path / "report.yaml"
    report.write_text(
        PUBLISHED.replace("{published:", "{title: Made up, url: 'https://example.org/r', published:"), "utf-8"
    )
    package = json.loads((exported("datapackage", report) / "datapackage.json").read_text("utf-8"))
    assert package["created"] == "2026-01-15T00:00:00Z"
    assert package["sources"] == [{"title": "Made up", "path": "https://example.org/r"}]
    assert "licenses" not in package


def test_chosen_columns_are_described_alone(exported):
    folder = exported("datapackage", SOURCE, "data", "--columns", "indicator,value*")
    assert problems("datapackage", folder) == []
    assert sorted(path.name for path in folder.iterdir()) == [
        "codes-indicator.csv",
        "data.csv",
        "datapackage.json",
    ]


def test_what_is_exported_is_read_back(exported, run):
    folder = exported("csvw", "examples/astana")
    was, now = (
        run("trend", "schools", data, "-f", "csv", "--columns", "period,value*,flags")
        for data in ("examples/astana", folder / "data.csv")
    )
    assert now.text == was.text != ""


@pytest.mark.parametrize("form", FORMATS)
def test_a_zip_holds_the_same_files_and_always_the_same_bytes(exported, run, tmp_path, form):
    folder = exported(form)
    zips = [tmp_path / "one.zip", tmp_path / "two.ZIP"]
    for file in zips:
        run("data", SOURCE, "-f", form, "-o", file)
    assert zips[0].read_bytes() == zips[1].read_bytes()
    with zipfile.ZipFile(zips[0]) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            path.name: path.read_bytes() for path in folder.iterdir()
        }


@pytest.mark.parametrize(
    ("form", "file", "written"),
    [
        ("datapackage", "datapackage.json", '"name": "CC-BY-4.0"'),
        ("csvw", "csv-metadata.json", '"dc:license"'),
        ("sdmx-csv", "structure-2.1.xml", "LICENCE</com:AnnotationType>"),
    ],
)
def test_a_licence_is_kept(run, tmp_path, form, file, written):
    text = PUBLISHED.replace("published: 2026-01-15", "licence: CC-BY-4.0")
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    done = run("data", tmp_path / "report.yaml", "-f", form, "-o", tmp_path / "out")
    assert done.code == 0, done.errors
    described = (tmp_path / "out" / file).read_text(encoding="utf-8")
    assert "CC-BY-4.0" in described
    assert written in described
    assert form == "sdmx-csv" or problems(form, tmp_path / "out") == []
