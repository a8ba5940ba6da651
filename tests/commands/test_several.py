"""Several periods and several organisations: what stands beside what, and what is added up."""

import csv
import io

import pytest

from edureport.analysis.organisations import summed
from edureport.errors import DONE, FAILED
from edureport.formats import Style, terminal
from edureport.model.library import Library
from edureport.model.report import Text
from edureport.reading.load import load_all

HEAD = """\
edureport: 1
report:
  {{id: {name}, organisation: {{id: {name}, en: {name} of Examples}}, area: {area}, period: {period},
  language: en}}
units: {{school: schools, tenge: {{en: tenge, whole: false}}, percent: "%"}}
indicators:
"""


@pytest.fixture
def put(tmp_path):
    """`put("2025-9M", "…", name="north")`: the folder with one more report."""

    def write(period, *lines, name="north", area="KZ-79"):
        text = HEAD.format(name=name, area=area, period=period) + "".join(f"  {line}\n" for line in lines)
        (tmp_path / f"{name}-{period.replace('/', '-')}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def entry(key, value, more="", *, unit="school", kind="stock"):
    stated = f", value: {value}" if value else ""
    return f"{key}: {{label: {key.title()}, unit: {unit}, kind: {kind}{stated}{more}}}"


def parts(**values):
    members = ", ".join(f"{key}: {{label: {key.title()}, value: {value}}}" for key, value in values.items())
    return f", breakdown: {{ownership: {{complete: true, members: {{{members}}}}}}}"


def rows(done):
    assert done.code == DONE, done.errors
    return list(csv.DictReader(io.StringIO(done.text)))


# The latest beside the year before


def test_a_folder_is_shown_as_of_the_latest_period_beside_the_same_a_year_before(run, put):
    for period, value in (("2024-9M", 40), ("2024", 42), ("2025-H1", 43), ("2025-9M", "more than 44")):
        folder = put(period, entry("schools", value))
    (row,) = rows(run("summary", folder, "-f", "csv"))
    assert (row["period"], row["value"]) == ("2025-01-01/2025-09-30", "44")
    assert (row["before_period"], row["before"]) == ("2024-01-01/2024-09-30", "40")
    assert (row["change"], row["change_low"], row["change_open"]) == ("", "4", "low")
    assert row["direction"] == "up"
    shown = run("summary", folder).text
    assert shown.startswith("north of Examples: January–September 2025 (before: January–September 2024)\n")
    assert "also available for: 2024, January–June 2025; choose with --period and --with." in shown


def test_other_periods_are_shown_if_asked_for(run, put):
    for period, value in (("2023", 40), ("2024", 42), ("2025", 43)):
        folder = put(period, entry("schools", value))
    (row,) = rows(run("summary", folder, "--period", "2024", "-f", "csv"))
    assert (row["value"], row["before"]) == ("42", "40")
    (row,) = rows(run("summary", folder, "--with", "2023", "-f", "csv"))
    assert (row["value"], row["before"]) == ("43", "40")


def test_what_is_no_more_has_a_row(run, put):
    put("2024", entry("gyms", 3), entry("schools", 5, parts(state=3, private=2)))
    folder = put("2025", entry("schools", 6, parts(state=6)))
    found = [
        (row["indicator"], row["member"], row["value"], row["before"])
        for row in rows(run("summary", folder, "-f", "csv"))
    ]
    assert found == [("schools", "", "6", "5"), ("schools", "state", "6", "3"), ("gyms", "", "", "3")]


def test_one_period_alone_has_no_columns_of_changes(run, put):
    (row,) = rows(run("summary", put("2025", entry("schools", 6)), "-f", "csv"))
    assert "before" not in row


PLAN = """\
targets:
  t: {label: T, indicator: labs, value: 20, due: 2025-12-31, baseline: {value: 0, date: 2024-12-31}}
"""


def test_a_plan_stands_beside_its_value_and_in_place_of_none(run, put):
    path = next(put("2025-9M", entry("labs", 15)).iterdir())
    path.write_text(path.read_text(encoding="utf-8") + PLAN, encoding="utf-8")
    shown = run("summary", path)
    assert "Plan" in shown.lines[2]
    assert shown.lines[3].split()[:5] == ["Labs", "15", "schools", "20", "31"]
    assert shown.lines[3].endswith("75.0%")
    path.write_text(path.read_text(encoding="utf-8").replace(", value: 15", ""), encoding="utf-8")
    shown = run("summary", path)
    assert "no data (plan: 20)" in shown.text
    (row,) = rows(run("summary", path, "-f", "csv"))
    assert (row["value"], "goal" in row) == ("", False)


def test_on_a_narrow_terminal_the_value_stays_and_what_is_beside_it_goes(table_of, put):
    put("2024", entry("schools", 5))
    table = table_of("summary", put("2025", entry("schools", 6)))

    def shown(width):
        text = io.StringIO()
        terminal.write(table, text, Style("table", "en", width=width))
        return next(line for line in text.getvalue().splitlines() if line.startswith("Indicator")).split()

    assert shown(100) == ["Indicator", "Before", "Value", "Unit", "Change", "Change,", "%"]
    assert shown(45) == ["Indicator", "Before", "Value", "Unit", "Change"]
    assert shown(35) == ["Indicator", "Value", "Unit"]


# Which period is meant


def test_a_period_is_found_within_the_one_asked_for(run, put):
    put("2022-09", entry("schools", 5), entry("visits", 7, kind="flow"))
    folder = put("2023-09", entry("schools", 6), entry("visits", 9, kind="flow"))
    done = run("compare", folder, "--with", "2022")
    assert "2022 is taken as September 2022, the only period within it" in done.text
    (schools, visits) = rows(run("compare", folder, "--with", "2022", "-f", "csv"))
    assert (schools["before"], visits["before"]) == ("5", "")  # a month of visits is no year of them
    put("2022-05", entry("schools", 4))
    done = run("compare", folder, "--with", "2022")
    assert done.code == FAILED
    assert "there are no figures for 2022; available periods: May 2022, September 2022" in done.errors


def test_targets_are_judged_at_the_end_of_a_period_and_of_an_earlier_one(run):
    given = ("targets", "docs/examples/worked-revised", "--period", "2025-9M", "--with", "2025-H1")
    done = run(*given)
    assert done.text.startswith("Example District (invented): targets as of 30 September 2025\n")
    assert ": as of 30 June 2025 it was " in done.text
    done = run("targets", "docs/examples/worked-revised", "--with", "2024")
    assert (done.code, "--with: no report covers a period that ends by 31 December 2024" in done.errors) == (
        2,
        True,
    )


# Several organisations


def test_each_organisation_is_compared_with_itself(run, put):
    for name, before, after in (("north", 5, 7), ("south", 6, 6)):
        put("2024", entry("schools", before), name=name)
        folder = put("2025", entry("schools", after), name=name)
    put("2025", entry("schools", 9), name="east")
    done = run("compare", folder)
    assert done.lines[0] == "2 organisations: 2024 → 2025"
    assert "east of Examples: there are figures for one period only: 2025; add a second report." in done.lines
    changes = [(row["organisation"], row["change"]) for row in rows(run("compare", folder, "-f", "csv"))]
    assert changes == [("north", "2"), ("south", "0")]


def test_a_note_says_of_which_organisation_it_is(run, put):
    for name in ("north", "south"):
        put("2024", entry("schools", 5), name=name)
        folder = put("2025", entry("schools", 7), name=name)
    for command in (("compare",), ("summary",), ("trend", "schools")):
        notes = [line for line in run(*command, folder).lines if "small base" in line]
        assert [note.partition(" of Examples – Schools: ")[0] for note in notes] == ["north", "south"]


def test_what_all_rows_have_in_common_is_in_the_title(run, put):
    put("2025", entry("schools", 5), name="north")
    folder = put("2025", entry("schools", 6), name="south")
    assert [line for line in run("summary", folder).lines if "2025" in line] == ["2 organisations: 2025"]
    put("2024", entry("schools", 6), name="east")
    assert run("summary", folder).lines[0] == "3 organisations: 3 reports"
    assert "east of Examples, 2024" in run("summary", folder).lines


# Sums


def test_figures_of_an_area_are_added_up_with_their_bounds(run, put):
    put("2025", entry("schools", "more than 300", parts(state=250, private=60)), name="north")
    put("2025", entry("schools", 50, parts(state=50)), name="south")
    folder = put("2025", entry("schools", 7), name="west", area="KZ-11")
    found = rows(run("summary", folder, "--by", "area", "-f", "csv"))
    assert [(row["organisation"], row["member"], row["value"], row["value_bound"]) for row in found] == [
        ("KZ-79", "", "350", "more_than"),
        ("KZ-79", "state", "300", "exact"),
        ("KZ-79", "private", "60", "exact"),  # south has none: its parts are all there are
        ("KZ-11", "", "7", "exact"),
    ]
    (total, *_) = rows(run("summary", folder, "--by", "section", "-f", "csv"))
    assert (total["organisation"], total["organisation_label"], total["value"]) == (
        "total",
        "3 organisations",
        "357",
    )


def test_a_sum_that_lacks_a_figure_is_a_lower_bound_or_none(run, put):
    put("2025", entry("schools", 5), entry("cost", "1.5", unit="tenge", kind="flow"), name="north")
    folder = put("2025", entry("pupils", 6), name="south")
    found = {row["indicator"]: row for row in rows(run("summary", folder, "--by", "section", "-f", "csv"))}
    assert (found["schools"]["value"], found["schools"]["value_bound"]) == ("5", "at_least")
    assert "cost" not in found
    assert (
        "“Schools”, 2025: no figure from south of Examples" in run("summary", folder, "--by", "section").text
    )


def test_ratios_and_other_units_are_not_added_up(run, put):
    put("2025", entry("share", 5, unit="percent", kind="ratio"), entry("a", 1), entry("b", 2), name="north")
    folder = put(
        "2025",
        entry("share", 7, unit="percent", kind="ratio"),
        entry("a", 1, unit="tenge"),
        entry("b", 3),
        name="south",
    )
    done = run("summary", folder, "--by", "section")
    assert "Percentages and other ratios are not added up: Share." in done.text
    assert "“A” is not added up: the units differ" in done.text
    assert [row["indicator"] for row in rows(run("summary", folder, "--by", "section", "-f", "csv"))] == ["b"]


def test_flows_are_added_over_windows_and_stocks_on_a_day(run, put):
    put("2025-H1", entry("visits", 5, kind="flow"), entry("schools", 3), name="north")
    put("2025-Q1", entry("visits", 2, kind="flow"), name="south")
    folder = put("2025-Q2", entry("visits", 4, kind="flow"), entry("schools", 4), name="south")
    found = rows(run("summary", folder, "--by", "section", "--period", "2025-H1", "-f", "csv"))
    assert [(row["indicator"], row["value"], row["value_bound"]) for row in found] == [
        ("visits", "11", "exact"),
        ("schools", "7", "exact"),
    ]


def test_a_sum_of_rounded_numbers_is_known_as_far_as_they_are(put):
    put("2025", entry("pupils", 105, ", precision: 5"), name="north")
    folder = put("2025", entry("pupils", 210, ", precision: 5"), name="south")
    libraries = Library.by_organisation(load_all([str(path) for path in folder.iterdir()]))
    (report,) = summed(libraries, Text.of({"en": "All"}, "en"), "total", None)
    assert (report["pupils"].value.stated, report["pupils"].value.step) == (315, 10)


@pytest.mark.parametrize("by", ["area", "section"])
def test_nothing_to_add_up_is_said(run, tmp_path, by):
    text = """\
edureport: 1
report: {id: a, organisation: A, area: KZ-79, period: 2024, language: en}
units: {percent: {en: '%'}}
sections: {s: {en: S}}
indicators: {share: {label: Share, unit: percent, kind: ratio, section: s, value: 5, earlier: {2023: 4}}}
"""
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("summary", tmp_path / "a.yaml", "--by", by)
    assert done.code == 2
    assert "nothing in these reports can be added up" in done.errors


def test_an_area_that_is_not_stated_is_told(run):
    done = run("summary", "docs/examples/worked.yaml", "--by", "area")
    assert (done.code, "has no area; add 'area: KZ-79' to it" in done.errors) == (2, True)
