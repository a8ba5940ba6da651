"""A file that is half filled in: what is there is read, what is left empty is counted and listed."""

import pytest

import edureport
from edureport.errors import FAILED
from edureport.reading.load import load_all
from edureport.store.packing import packed, unpacked

HALF = """\
edureport: 1
report:
  id: half
  organisation: City of Examples
  period: 2025-9M
  language: en
  source: {title: {en: , kk: }, published: }
units: {school: schools, percent: "%"}
sections:
indicators:
  schools:
    label: Schools
    unit: school
    kind: stock
    value: 40
    as_written:
    breakdown:
      owner:
        members:
          state: {label: State schools, value: }
          private: {label: Private schools, value: 12}
    earlier: {2024-9M: , 2023-9M: 38}
  gyms: {label: Gyms, unit: school, kind: flow, better: , value: }
  share: {label: Share of the plan, unit: percent, kind: ratio, value: 50, of: {part: gyms, target: new_gyms}}
targets:
  new_gyms: {label: New gyms, indicator: gyms, value: , due: 2025-12-31}
  more_schools:
    label: More schools
    indicator: schools
    value: 45
    due:
    baseline: {value: , date: 2024-12-31}
"""


@pytest.fixture
def half(tmp_path):
    path = tmp_path / "half.yaml"
    path.write_text(HALF, encoding="utf-8")
    return path


def test_what_is_there_is_read_and_what_is_empty_is_named(half):
    report = edureport.load(half)
    assert [gap.key for gap in report.gaps] == [
        "source.title.en",
        "source.title.kk",
        "source.published",
        "sections",
        "schools.as_written",
        "schools.state.value",
        "schools.earlier.2024-9M",
        "gyms.better",
        "gyms.value",
        "new_gyms.value",
        "more_schools.due",
        "more_schools.baseline.value",
    ]
    assert [str(figure.quantity) for figure in report["schools"].observations] == ["40", "12", "38"]
    assert list(report.targets) == ["more_schools"]  # a plan without a value is no target yet
    assert report["share"].of is None
    assert unpacked(packed(report)) == report


def test_commands_say_how_much_is_missing_and_check_lists_it(run, half):
    done = run("summary", half, "-f", "csv", "--columns", "indicator,member,value")
    assert "gyms" in done.text
    assert done.errors == (
        f"edureport: {half}: 3 of 7 figures are still to be filled in; "
        f"“edureport check {half}” lists what is empty\n"
    )
    done = run("check", half)
    assert (done.code, "No inconsistencies" in done.text) == (FAILED, True)
    assert len(done.errors.splitlines()) == 12
    assert f"{half}:20:48: 'schools.state.value' is empty; fill it in, or leave the key out\n" in done.errors


def test_without_figures_that_are_empty_the_other_entries_are_counted(run, half):
    half.write_text(HALF.replace("value: ,", "value: 1,").replace("value: }", "value: 1}"), encoding="utf-8")
    assert f"{half}: 8 entries are still empty" in run("targets", half).errors


def test_what_a_report_cannot_be_without_is_a_mistake(run, half):
    half.write_text(HALF.replace("id: half", "id:").replace("label: Gyms", "label: {en: }"), encoding="utf-8")
    done = run("summary", half)
    assert (done.code, done.data) == (FAILED, b"")
    lines = done.errors.splitlines()
    needed = [line.partition(": ")[2] for line in lines if line.endswith("fill it in")]
    assert needed == [
        f"{half}:3:6: 'report.id' is empty; fill it in",
        f"{half}:23:17: 'gyms.label' is empty; fill it in",
    ]
    assert len(lines) == 15  # with the gaps, and the label in the language that is one of them


def test_reports_that_are_joined_keep_their_gaps(half, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(HALF.replace("published: ", "published: 2025-11-01"), encoding="utf-8")
    (joined,) = load_all([str(half), str(other)])
    assert {gap.place.path for gap in joined.gaps} == {str(half), str(other)}


def test_an_earlier_figure_with_an_empty_value_is_a_gap_however_it_is_written(run, half):
    before = run("summary", half).errors
    given = HALF.replace("2024-9M: , ", "2024-9M: {value: }, 2022-9M: {value: , flags: [provisional]}, ")
    half.write_text(given, encoding="utf-8")
    report = edureport.load(half)
    assert [gap.key for gap in report.gaps if "earlier" in gap.key] == [
        "schools.earlier.2024-9M.value",
        "schools.earlier.2022-9M.value",
    ]
    assert [str(figure.quantity) for figure in report["schools"].observations] == ["40", "12", "38"]
    assert run("summary", half).errors == before  # neither is a figure of the period


def test_a_mistake_in_an_earlier_figure_is_told_with_its_period(run, half):
    half.write_text(HALF.replace("2024-9M: ,", "2024-9M: {value: ''},"), encoding="utf-8")
    assert "'schools.earlier.2024-9M.value' is empty" in run("summary", half).errors


def test_of_reports_that_are_joined_the_figures_of_each_file_are_counted(run, half, tmp_path):
    other = tmp_path / "other.yaml"
    head = HALF[: HALF.index("sections:")].replace("source: {title: {en: , kk: }, published: }\n", "\n")
    entry = "  {key}: {{label: {key}, unit: school, kind: stock, value: {value}}}\n"
    clubs = entry.format(key="clubs", value="") + entry.format(key="rooms", value=5)
    other.write_text(f"{head}indicators:\n{clubs}", encoding="utf-8")
    said = run("summary", half, other).errors
    assert f"{half}: 3 of 7 figures" in said
    assert f"{other}: 1 of 2 figures" in said
