"""What the program was built to say of the real reports, written out by hand from the reports."""

import csv
import io
import json
import re

import pytest

from edureport.errors import DONE, FAILED

SOURCE = "data/report_2025q3.yaml"
ASTANA = ("examples/astana/2024-09.yaml", "examples/astana/2025-08.yaml")
ENROLMENT = "examples/shymkent-grade-1/2025-07-29.yaml"
SDG4 = "examples/shymkent-sdg4.yaml"
HEAD = """\
edureport: 1
report: {id: examples, organisation: City of Examples, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}, centre: {en: {one: centre, other: centres}}}
sections: {network: School network}
"""
SCHOOLS = "indicators:\n  schools:\n    label: Schools\n    unit: school\n    kind: stock\n"


@pytest.fixture
def rows(run):
    """`rows("summary", …)`: the rows of its CSV."""

    def read(*arguments):
        done = run(*arguments, "-f", "csv")
        assert (done.code, done.errors) == (DONE, "")
        return list(csv.DictReader(io.StringIO(done.text)))

    return read


def chosen(row, *keys):
    return tuple(row[key] for key in keys)


# The summary of the source report: every figure that its text states


@pytest.mark.parametrize(
    ("figure", "indicator", "member", "as_written", "value", "bound", "low", "high", "kind"),
    [
        ("F01", "schools", "", "300-ден астам", "300", "more_than", "300", "", "stock"),
        ("F02", "schools", "state", "250 мектеп", "250", "exact", "250", "250", "stock"),
        ("F03", "schools", "private", "50 мектеп жекеменшік", "50", "exact", "50", "50", "stock"),
        ("F04", "pupils", "", "120 мыңнан астам", "120000", "more_than", "120000", "", "stock"),
        ("F05", "schools_with_new_rooms", "", "50 мектепте", "50", "exact", "50", "50", "flow"),
        ("F06", "schools_with_renewed_it", "", "15 мектепте", "15", "exact", "15", "15", "flow"),
        ("F07", "teachers_trained", "", "1200 мұғалім", "1200", "exact", "1200", "1200", "flow"),
        ("F08", "computer_classrooms", "", "50 жаңа компьютерлік сынып", "50", "exact", "50", "50", "flow"),
        ("F09", "digital_literacy_pupils", "", "10 мыңнан астам", "10000", "more_than", "10000", "", "flow"),
        ("F10", "e_journal_schools", "", "барлық мектептерде", "300", "more_than", "300", "", "stock"),
        ("F11", "olympiad_winners", "", "200-ден астам", "200", "more_than", "200", "", "flow"),
        ("F12", "science_project_pupils", "", "500-ден астам", "500", "more_than", "500", "", "flow"),
        ("F13", "special_rooms", "", "15 арнайы кабинет", "15", "exact", "15", "15", "flow"),
        ("F14", "sensory_rooms", "", "10 сенсорлық бөлме", "10", "exact", "10", "10", "flow"),
        ("F15", "sports_grounds", "", "30 жаңа спорт алаңы", "30", "exact", "30", "30", "flow"),
        ("F16", "schools_with_renewed_arts_rooms", "", "20 мектепте", "20", "exact", "20", "20", "flow"),
        ("F17", "events", "", "50-ден астам", "50", "more_than", "50", "", "flow"),
    ],
)
def test_a_figure_of_the_source_report(
    rows, figure, indicator, member, as_written, value, bound, low, high, kind
):
    (row,) = [
        row for row in rows("summary", SOURCE) if (row["indicator"], row["member"]) == (indicator, member)
    ]
    assert chosen(row, "value", "value_bound", "value_low", "value_high", "kind") == (
        value,
        bound,
        low,
        high,
        kind,
    ), figure
    assert row["as_written"].startswith(as_written)
    assert row["period"] == "2025-01-01/2025-09-30"


@pytest.mark.parametrize(
    ("figure", "target", "indicator", "value"),
    [
        ("F18", "stem_centres_2025", "stem_centres", "20"),
        ("F19", "digital_school_projects_2025", "digital_school_projects", "10"),
    ],
)
def test_a_plan_of_the_source_report(rows, figure, target, indicator, value):
    (row,) = [row for row in rows("targets", SOURCE) if row["target"] == target]
    assert chosen(row, "indicator", "goal", "due") == (indicator, value, "2025-12-31"), figure
    assert chosen(row, "actual", "actual_bound", "progress", "pace", "projected") == ("",) * 5, figure
    (measured,) = rows("summary", SOURCE, "--indicator", indicator)
    assert chosen(measured, "value", "value_bound", "value_low", "value_high", "share") == ("",) * 5, figure
    assert measured["as_written"] == "", figure


def test_the_summary_holds_these_figures_and_no_others(rows):
    found = rows("summary", SOURCE)
    assert len(found) == 19
    assert sum(bool(row["value"]) for row in found) == 17
    assert [row["share"] for row in found if row["share"]] == ["100.0"]  # all schools have e-journals


def test_no_share_of_a_lower_bound_is_nominal(run):
    shown = run("summary", SOURCE).text
    assert re.search(r"State schools +250 +schools +less than 83\.4%", shown)
    assert re.search(r"Private schools +50 +schools +less than 16\.7%", shown)
    assert "8.3%" not in shown.replace("83.3%", "")


def test_the_parts_that_do_not_make_more_than_300_are_told(run):
    notes = json.loads(run("summary", SOURCE, "-f", "json").text)["notes"]
    (finding,) = [note for note in notes if note["key"].startswith("finding.")]
    assert finding["key"] == "finding.parts_total"
    assert finding["whole"] == {"value": 300, "bound": "more_than"}
    assert finding["total"] == {"value": 300, "bound": "exact"}


# Targets


def test_both_targets_have_no_data_and_say_what_they_need(rows):
    keys = "status,reason,due,days_left,remaining,required_per_month,as_of,goal"
    assert [tuple(row.values()) for row in rows("targets", SOURCE, "--columns", keys)] == [
        ("no_data", "no_data", "2025-12-31", "92", "20", "6.6", "2025-09-30", "20"),
        ("no_data", "no_data", "2025-12-31", "92", "10", "3.3", "2025-09-30", "10"),
    ]


@pytest.mark.parametrize(
    "options", [(), ("--explain",), ("--method", "attainment"), ("--as-of", "2025-12-31")]
)
def test_schools_are_never_counted_as_centres(run, options):
    shown = run("targets", SOURCE, *options).text
    assert "250" not in shown
    assert "%" not in shown
    assert shown.count("no data") >= 4


def test_the_enrolment_of_29_july_is_78_2_percent_of_the_plan(rows, run):
    (row,) = rows("targets", ENROLMENT)
    assert chosen(row, "goal", "actual", "actual_bound", "progress", "remaining", "as_of") == (
        "27546",
        "21531",
        "exact",
        "78.2",
        "6015",
        "2025-07-29",
    )
    assert chosen(row, "due", "required_per_month", "elapsed", "status", "reason") == (
        "",
        "",
        "",
        "not_assessable",
        "no_due",
    )
    assert "78.2%" in run("targets", ENROLMENT).text


def test_the_enrolment_can_be_followed_over_both_reports(rows):
    (row,) = rows("targets", "examples/shymkent-grade-1")
    assert row["as_of"] == "2025-08-02"
    (row,) = rows("targets", "examples/shymkent-grade-1", "--as-of", "2025-08-01")
    assert chosen(row, "as_of", "actual", "progress") == ("2025-08-01", "21531", "78.2")


@pytest.mark.parametrize(
    ("member", "value"),
    [("kazakh", 13211), ("russian", 4821), ("uzbek", 3499), ("electronic", 17327), ("paper", 4204)],
)
def test_the_enrolment_is_broken_down(rows, member, value):
    (row,) = [row for row in rows("summary", ENROLMENT) if row["member"] == member]
    assert row["value"] == str(value)
    assert float(row["share"]) == pytest.approx(value / 21531 * 100, abs=0.05)


# Comparison


def test_the_schools_of_astana_grew_by_19(rows):
    found = {row["member"]: row for row in rows("compare", *ASTANA) if row["indicator"] == "schools"}
    keys = ("before", "after", "change", "change_low", "change_high", "percent", "direction")
    assert {member: chosen(row, *keys) for member, row in found.items()} == {
        "": ("187", "206", "19", "19", "19", "10.2", "up"),
        "state": ("110", "122", "12", "12", "12", "10.9", "up"),
        "private": ("70", "77", "7", "7", "7", "10.0", "up"),
        "republican": ("7", "7", "0", "0", "0", "0.0", "same"),
    }
    whole = chosen(found[""], "before_period", "after_period", "before_bound", "after_bound", "kind")
    assert whole == ("2024-09-01/2024-09-30", "2025-08-01/2025-08-31", "exact", "exact", "stock")


def test_the_same_is_said_to_people(run):
    shown = run("compare", *ASTANA).text
    assert shown.startswith("Education Department of the City of Astana: September 2024 → August 2025\n")
    assert re.search(r"General schools +187 +206 +schools +\+19 +\+10\.2%", shown)


def test_a_folder_compares_its_last_report_with_the_one_as_long_before(rows):
    (row, *_) = rows("compare", "examples/astana", "--indicator", "schools")
    assert chosen(row, "before", "after", "change") == ("196", "206", "10")


def test_what_only_one_side_knows_is_not_compared(rows):
    (row, *_) = [row for row in rows("compare", *ASTANA) if row["indicator"] == "pupils"]
    assert chosen(row, "before", "after", "change", "percent", "direction", "reason") == (
        "282150",
        "",
        "",
        "",
        "gone",
        "only_before",
    )


def test_one_period_alone_is_told_and_is_no_comparison(run):
    done = run("compare", SOURCE)
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors == (
        "edureport: there are figures for one period only: January–September 2025; add a second report\n"
    )


def test_shares_change_in_percentage_points(rows, run):
    found = {row["indicator"]: row for row in rows("compare", SDG4, "--before", "2019", "--after", "2020")}
    keys = ("before", "after", "change", "percent", "direction")
    assert {indicator: chosen(row, *keys) for indicator, row in found.items()} == {
        "inclusive_schools": ("64.2", "72.7", "8.5", "", "up"),
        "preschool_teachers": ("98.0", "97.7", "-0.3", "", "down"),
        "qualified_teachers": ("25.9", "50.7", "24.8", "", "up"),
    }
    shown = run("compare", SDG4, "--before", "2019", "--after", "2020").text
    assert re.search(r"64\.2 +72\.7 +% +\+8\.5 percentage points", shown)


def test_a_period_that_no_figure_is_for_is_told(run):
    done = run("compare", SDG4, "--before", "2015", "--after", "2020")
    assert done.code == FAILED
    assert done.errors.startswith("edureport: there are no figures for 2015; available periods: 2018, ")


# Every mistake has its message


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            ">300",
            "an unquoted > or | starts a block of text here; write “more than 300”, or “>300” in quotes",
        ),
        ("more then 300", "did you mean 'more than 300'?"),
        ("1,5", "write 1.5"),
        ("1e3", "write all digits"),
        ("010", "starts with a zero; write 10"),
        ("12:30", "looks like a time or a proportion; write one number"),
        ("83 %", "write 83 and let the unit say percent"),
        ("no", "'no' is not a valid quantity; write 300, more than 300, "),
        ("~", "leave the key out if there is no figure, or write about 300"),
        ("''", "is empty; fill it in, or leave the key out"),
        (".nan", "is not a number; leave the key out"),
        (".inf", "is not a number; leave the key out"),
        ("-5", "is below zero, which a count cannot be"),
        ("350..300", "is in the wrong order; write the smaller number first"),
        ("more than 300+", "has two bounds; keep one"),
        ("all of pupils", "there is no indicator 'pupils'; "),
        ("all of schools", "'schools' refers to itself"),
        ("9" * 40, "the number has more than 30 digits; check it"),
        ("[300]", "a single value is expected here, not a list or keys"),
        ("*schools", "&schools is not defined before this line; write the value out"),
        ("!!int 300", "the tag !!int is not allowed; delete it"),
        ("'300", "a quotation mark is not closed before the end of the file; close it"),
        ("\t300", "there is a tab here; use spaces"),
        ('"\\u0007"', "there is a control character here (U+0007); delete it"),
    ],
)
def test_a_mistaken_value_is_told_with_its_place(run, tmp_path, value, said):
    path = tmp_path / "report.yaml"
    path.write_text(f"{HEAD}{SCHOOLS}    value: {value}\n", encoding="utf-8")
    done = run("summary", path)
    assert (done.code, done.data) == (FAILED, b"")
    first = done.errors.splitlines()[0]
    assert re.match(rf"edureport: {re.escape(str(path))}:(10|11):\d+: ", first)
    assert said in first


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("indicatorz: {}", "unknown key 'indicatorz', did you mean 'indicators'?"),
        ("indicators: {}\nindicators: {}", "the key 'indicators' is already used on line 5"),
        (SCHOOLS + "    labl: Schools", "unknown key 'labl', did you mean 'label'?"),
        (SCHOOLS + "    section: netwrk", "is not listed under sections; did you mean 'network'?"),
        (SCHOOLS + "    earlier: {2026: 5}", "2026 is not earlier than the reporting period"),
        (SCHOOLS + "    earlier: {2024-13M: 5}", "the period '2024-13M' does not exist; check its numbers"),
        (SCHOOLS + "    earlier: {last year: 5}", "'last year' is not a valid period; write it like 2025, "),
        (SCHOOLS + "    breakdown: {ownership: {complete: maybe, members: {}}}", "neither true nor false"),
        (
            "targets: {plan: {label: Plan, indicator: schools, value: 5, due: 31.12.2025}}",
            "'31.12.2025' is not a valid date",
        ),
        ("indicators: " + "[" * 40 + "]" * 40, "nested deeper than 32 levels"),
        ("---\nindicators: {}", "a second document starts here; keep one report in a file"),
    ],
)
def test_a_mistaken_key_is_told_with_its_place(run, tmp_path, lines, said):
    path = tmp_path / "report.yaml"
    path.write_text(f"{HEAD}{lines}\n", encoding="utf-8")
    done = run("summary", path)
    assert (done.code, done.data) == (FAILED, b"")
    assert said in done.errors
    for line in done.errors.splitlines():
        assert re.match(rf"edureport: {re.escape(str(path))}:\d+:\d+: ", line)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty; a report starts with the line edureport: 1"),
        (b"\n\n# nothing\n", "is empty"),
        (b"organisation: City of Examples\n", "is not a report: the key 'edureport' is missing"),
        (b"edureport: 2\n", "format 2 is not supported; this program reads format 1"),
        (b"edureport: 1\nreport: caf\xe9\n", "2:12: is not UTF-8 (byte 0xe9); save the file as UTF-8"),
        ("edureport: 1".encode("utf-16"), "is in UTF-16; save it as UTF-8"),
        (b"- edureport: 1\n", "is not a report"),
    ],
)
def test_a_file_that_is_no_report_is_told(run, data, said):
    done = run("summary", "-", stdin=data)
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith("edureport: <stdin>")
    assert said in done.errors


def test_a_report_of_another_organisation_is_told(run):
    done = run("summary", SOURCE, ASTANA[0])
    assert done.code == DONE  # side by side they may be read
    done = run("compare", ASTANA[0], SOURCE)
    assert (done.code, done.data) == (FAILED, b"")
    assert "each of these 2 organisations has figures for one period only" in done.errors


# What the methods forbid


@pytest.fixture
def pair(tmp_path):
    """`pair("…", "…")`: two reports of nine months, of 2024 and of 2025, with this one indicator."""

    def write(before, after):
        for year, lines in ((2024, before), (2025, after)):
            head = HEAD.replace("2025-9M", f"{year}-9M")
            (tmp_path / f"{year}.yaml").write_text(
                f"{head}indicators: {{schools: {{label: Schools, {lines}}}}}\n"
            )
        return tmp_path / "2024.yaml", tmp_path / "2025.yaml"

    return write


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("more than 110000", "more than 120000", ("", "", "", "", "unknown", "cannot_tell")),
        ("250", "more than 300", ("", "50", "", "", "up", "")),
        ("0", "5", ("5", "5", "5", "", "new", "from_zero")),
        ("4", "5", ("1", "1", "1", "25.0", "up", "small_base")),
        ("20", "20", ("0", "0", "0", "0.0", "same", "")),
    ],
)
def test_a_change_says_no_more_than_is_known(rows, pair, before, after, said):
    files = pair(*(f"unit: school, kind: stock, value: {value}" for value in (before, after)))
    (row,) = rows("compare", *files)
    assert chosen(row, "change", "change_low", "change_high", "percent", "direction", "reason") == said


def test_no_nominal_difference_stands_beside_cannot_tell(run, pair):
    files = pair(*(f"unit: school, kind: stock, value: more than {n}" for n in (110000, 120000)))
    shown = run("compare", *files).text
    assert "10,000" not in shown.replace("110,000", "")


def test_another_unit_is_not_compared(rows, run, pair):
    files = pair("unit: school, kind: stock, value: 3", "unit: centre, kind: stock, value: 5")
    (row,) = rows("compare", *files)
    assert chosen(row, "change", "percent", "direction", "reason") == ("", "", "unknown", "unit")
    assert "not comparable: unit school → centre" in run("compare", *files).text


def test_the_source_of_a_report_is_told(run):
    said = run("show", "inclusive_schools", "examples/shymkent-sdg4.yaml").text
    assert said.splitlines()[-1].startswith("Source: National Reporting Platform")
    assert said.rstrip().endswith("https://github.com/kazstat/sdg-data-kazstat")


def test_a_part_names_its_breakdown_where_its_whole_has_several(run, report):
    path = report("""\
indicators:
  schools:
    label: Schools
    unit: school
    kind: stock
    value: 300
    breakdown:
      ownership:
        label: Owner
        members: {state: {label: State, value: 250}, private: {label: Private, value: 50}}
      place: {members: {urban: {label: Urban, value: 200}}}
""")
    lines = [line.split("  ")[:2] for line in run("summary", path).text.splitlines()]
    for label in ("Owner: State", "Owner: Private", "place: Urban"):
        assert ["", label] in lines
    assert run("summary", path, "-f", "csv", "--columns", "label").lines == [
        "label",
        *('"Schools"', '"State"', '"Private"', '"Urban"'),
    ]
    sorted_by_value = run("summary", path, "--sort", "value").text
    assert "Schools: Owner: Private" in sorted_by_value
