"""edureport new: a first report file, and the next one after the last."""

import re
from pathlib import Path

import pytest
import yaml

import edureport
from edureport.authoring.canonical import formatted
from edureport.errors import DONE, FAILED

SOURCE = "data/report_2025q3.yaml"
LAST = """\
# What this file is about.
edureport: 1
report:
  id: examples-2025-9M
  organisation: City of Examples
  period: 2025-9M
  language: en
  source: {title: Report of October, published: 2025-10-10}
units: {school: {en: {one: school, other: schools}}}
indicators:
  # Only general schools.
  schools:
    label: Schools  # not nurseries
    unit: school
    kind: stock
    value: more than 300  # May
    as_written: over 300
    where: {page: 3}  # of the printed one
    breakdown:
      owner:
        complete: true
        members:
          state: {as_written: 250 of the state, label: State, value: 250}
          private: {label: Private, value: 50, flags: [provisional]}
    earlier: {2024-9M: 290}
    skip: {check: labels, because: Known.}
    note: Counted in autumn.
  gyms: {label: Gyms, unit: school, kind: stock, flags: missing}
targets:
  gyms_2025: {label: Gyms by 2025, indicator: gyms, value: 5, due: 2025-12-31}
  # The plan of 2024.
  gyms_2030:
    label: Gyms by 2030
    indicator: gyms
    value: at least 20
    due: 2030-12-31
    as_written: 20 gyms
    baseline: {value: 2, date: 2024-12-31}
"""
NEXT = """\
# yaml-language-server: $schema=edureport.schema.json
# What this file is about.
edureport: 1
report:
  id: examples-2026
  organisation: City of Examples
  period: 2026
  language: en
  source: {title: , published: }  # Report of October; 2025-10-10
units: {school: {en: {one: school, other: schools}}}
indicators:
  # Only general schools.
  schools:
    label: Schools  # not nurseries
    unit: school
    kind: stock
    value:  # May  # 2025-9M: more than 300 (over 300); 2024-9M: 290; skip: {check: labels, because: Known.}
    # of the printed one
    breakdown:
      owner:
        complete: true
        members:
          state: {label: State, value: }  # 2025-9M: 250 (250 of the state)
          private: {label: Private, value: }  # 2025-9M: 50 ([provisional])
    note: Counted in autumn.
  gyms: {label: Gyms, unit: school, kind: stock}
targets:
  # The plan of 2024.
  gyms_2030:
    label: Gyms by 2030
    indicator: gyms
    value:  # 2025-9M: at least 20 (20 gyms)
    due: 2030-12-31
    baseline: {value: 2, date: 2024-12-31}
"""


@pytest.fixture
def last(tmp_path):
    path = tmp_path / "last.yaml"
    path.write_text(LAST, encoding="utf-8")
    return path


def test_the_next_report_keeps_definitions_and_comments(run, last):
    done = run("new", "--like", last, "--period", "2026")
    assert done.text == NEXT
    assert done.errors == (
        "edureport: 4 figures are to be filled in; the last ones stand beside them as comments\n"
        "edureport: 1 target was due before this period and is left out: gyms_2025\n"
    )


def test_what_is_empty_is_listed_by_check(run, last, tmp_path):
    path = tmp_path / "next.yaml"
    assert run("new", "--like", last, "--period", "2026", "-o", path).code == DONE
    done = run("check", path)
    assert (done.code, len(done.errors.splitlines())) == (FAILED, 6)
    assert all("fill it in" in line for line in done.errors.splitlines())
    filled = re.sub(r"value: ?(?=\}|  #)", "value: 5", path.read_text(encoding="utf-8"))
    path.write_text(filled.replace("{title: , published: }", "{}"), encoding="utf-8")
    assert edureport.load(path)["schools"].value.stated == 5


def test_the_report_of_the_project_comes_back_once_it_is_filled_in(run, tmp_path):
    """Somebody types after each comment what it quotes, and where that stands."""
    whole = edureport.load(SOURCE)
    path = tmp_path / "next.yaml"
    assert run("new", "--like", SOURCE, "--period", "2025-9M", "-o", path).code == DONE
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    text = re.sub(r"(?m)^( +(?:kk|ru|en)):  # (.*)$", r"\1: \2", text)
    text = re.sub(r"(?m)^( +)value:  # 2025-9M: (.*?) \((.*)\)$", r"\1as_written: \3\n\1value: \2", text)
    for key, entry in [*whole.indicators.items(), *whole.targets.items()]:
        stated = entry if key in whole.targets else next(iter(entry.observations), None)
        if stated and stated.where:
            words = ", ".join(f"{what}: {number}" for what, number in stated.where.items())
            text = re.sub(rf"(?m)^  {key}:$", f"  {key}:\n    where: {{{words}}}", text)
    assert formatted(text) == Path(SOURCE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("period", "name"),
    [("2026", "examples-2026"), ("2025/26", "examples-2025-26"), ("2026-9M", "examples-2026-9m")],
)
def test_the_id_follows_the_period(run, last, period, name):
    assert f"  id: {name}\n" in run("new", "--like", last, "--period", period).text


def test_an_id_may_be_given(run, last):
    assert "  id: 'a: b'\n" in run("new", "--like", last, "--period", "2026", "--id", "a: b").text


def test_all_targets_may_be_past(run, last):
    last.write_text(LAST.partition("  # The plan")[0], encoding="utf-8")
    done = run("new", "--like", last, "--period", "2026")
    assert "targets" not in done.text
    assert done.text.endswith("  gyms: {label: Gyms, unit: school, kind: stock}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--like", SOURCE), "add --period"),
        (("--like", SOURCE, "--period", "nine months"), "--period"),
        (("--like", SOURCE, "--period", "2026", "--organisation", "X"), "leave it out"),
        (
            ("--like", "data/report_2025q4.yaml", "--period", "2026"),
            "did you mean 'data/report_2025q3",
        ),
        (("--like", "examples/kz-schools/schools.yaml", "--period", "2026"), "describes tables"),
        (("--like", "tests/broken/file-kind.yaml", "--period", "2026"), "file-kind.yaml:"),
    ],
)
def test_what_is_missing_is_said(run, arguments, said):
    done = run("new", *arguments)
    assert (done.code, done.data) == (FAILED, b"")
    assert said in done.errors


def test_the_last_report_is_not_replaced(run, last):
    assert run("new", "--like", last, "--period", "2026", "-o", last, "--force").code == FAILED
    assert last.read_text(encoding="utf-8") == LAST


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_template_is_canonical_and_its_head_is_filled_in(run, language):
    done = run("new", "-l", language, "--period", "2025-9M", "--id", "x", "--organisation", "Town: #1")
    assert formatted(done.text) == done.text
    assert "\n  id: x  #" in done.text
    assert "\n  organisation: 'Town: #1'  #" in done.text
    assert f"\n  language: {language}  #" in done.text
    keys = re.findall(r"(?m)^ *[\w]+:", done.text)
    assert keys == re.findall(r"(?m)^ *[\w]+:", run("new", "-l", "en").text)


def test_a_file_that_is_there_stays(run, tmp_path):
    path = tmp_path / "report.yaml"
    assert run("new", "-o", path).code == DONE
    assert "already" in run("new", "-o", path).errors
    assert run("new", "-o", path, "--force").code == DONE


def test_a_name_cannot_steer_a_terminal(run):
    done = run("new", "--period", "2026", "--organisation", "City \u202eof\x1b[2J Examples")
    assert not {"\u202e", "\x1b"} & set(done.text)
    assert yaml.safe_load(done.text)["report"]["organisation"] == "City \u202eof\x1b[2J Examples"
