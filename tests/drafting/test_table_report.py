"""A report file made of a table: its figures are those of the table, and what is left open is marked."""

from decimal import Decimal

import pytest

from edureport.reading.load import load_all

SHEET = """\
Sampleton (made up), 2025;;;;
No.;Indicator;Unit of measure;2024;2025
1;Schools;school;40;43
2;Pupils;pupil;31 245;32 000 1)
3;Coverage;%;98,5;x
1) provisional;;;;
"""
DISTRICTS = "District,Schools,Pupils\nNorth,12,450\nSouth,9,x\nTotal,21,\n"
CITIES = """\
edureport: 1
report: {id: made-up, language: en, source: {title: Made up, published: 2025-01-02}}
units: {thing: {en: {one: thing, other: things}, kk: зат}}
sections: {all: {en: All, kk: Барлығы}}
indicators:
  things: {label: {en: Things, kk: Заттар}, section: all, unit: thing, kind: flow, better: higher}
tables:
  - file: table.csv
    organisation: City
    indicator: {constant: things}
    period: Year
    value: Value
    precision: 5
    dimensions:
      owner: {label: {en: Owner, kk: Иесі}, column: Owner, total: All, complete: yes}
      level: {column: Level, total: All}
    symbols: {x: suppressed}
"""
ROWS = """\
City,Year,Owner,Level,Value
East,2023,All,All,30
East,2024,All,All,>40
East,2024,State,All,25
East,2024,State,No. 1,10
East,2024,State,yes,x
East,2024,Private,All,15
West,2024,All,All,5
"""


@pytest.fixture
def drafted(run, tmp_path):
    """`drafted(table, …)`: what is printed of a report file, and the reports that are read in it."""

    def draft(table, *options, description=None):
        (tmp_path / "table.csv").write_text(table, encoding="utf-8")
        source, made = tmp_path / "table.csv", tmp_path / "made.yaml"
        if description is not None:
            source = tmp_path / "described.yaml"
            source.write_text(description, encoding="utf-8")
        done = run("draft", source, "--report", "-o", made, "--force", *options)
        assert done.code == 0, done.errors
        (report,) = load_all([str(made)])
        return done.errors, made.read_text(encoding="utf-8"), report

    return draft


def figures(report):
    """The figures of a report by the labels of what they are of."""
    return {
        (
            indicator.label.in_language("en"),
            indicator.label_of(figure.category).in_language("en"),
            str(figure.period if hasattr(figure, "period") else report.period)[:4],
        ): (str(figure.quantity) if hasattr(figure, "quantity") else None, figure.flags)
        for indicator in report.indicators.values()
        for figure in indicator.entries
    }


def test_a_sheet_of_indicators_with_years_across(drafted):
    said, text, report = drafted(SHEET)
    assert figures(report) == {
        ("Schools", "Schools", "2025"): ("43", ()),
        ("Schools", "Schools", "2024"): ("40", ()),
        ("Pupils", "Pupils", "2025"): ("32000", ()),
        ("Pupils", "Pupils", "2024"): ("31245", ()),
        ("Coverage", "Coverage", "2024"): ("98.5", ()),
    }
    assert report["Pupils"].note.in_language("en") == "provisional"
    assert "# to be completed: what “x” in table.csv:5:5 means, as a value or one of the flags" in text
    assert "6 figures; 3 places to be completed" in said
    assert [unit.forms["en"]["other"] for unit in report.units.values()] == ["school", "pupil", "%"]


def test_rows_of_parts_and_a_total(drafted):
    _, text, report = drafted(DISTRICTS, "--period", "2025-9M", "--organisation", "Sampleton", "--id", "s")
    assert (report.id, report.organisation.in_language("en")) == ("s", "Sampleton")
    assert figures(report) == {
        ("Schools", "Schools", "2025"): ("21", ()),
        ("Schools", "North", "2025"): ("12", ()),
        ("Schools", "South", "2025"): ("9", ()),
        ("Pupils", "North", "2025"): ("450", ()),
        ("Pupils", "South", "2025"): (None, ()),
    }
    assert "label:\n          en: District" in text


def test_a_description_gives_the_same_figures_in_all_its_languages(drafted):
    said, _, report = drafted(ROWS, "--organisation", "East", description=CITIES)
    assert "6 figures; no places to be completed; 1 of other organisations or periods is left out" in said
    things = report["things"]
    assert (things.label.in_language("kk"), things.section.label.in_language("kk")) == ("Заттар", "Барлығы")
    assert (things.kind, things.better, things.unit.forms["kk"]["other"]) == ("flow", "higher", "зат")
    assert report.source.published.isoformat() == "2025-01-02"
    assert figures(report) == {
        ("Things", "Things", "2024"): ("more than 40", ()),
        ("Things", "Things", "2023"): ("30", ()),
        ("Things", "State", "2024"): ("25", ()),
        ("Things", "No. 1", "2024"): ("10", ()),
        ("Things", "yes", "2024"): (None, ("suppressed",)),
        ("Things", "Private", "2024"): ("15", ()),
    }
    assert things.breakdowns["owner"].complete
    assert {str(one.quantity.precision) for one in things.parts("owner")} == {"5"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "has figures for several organisations; choose one with --organisation: East, West"),
        (
            ["--organisation", "East", "--period", "2022"],
            "no figures for 2022; it has some for 2023, 2024",
        ),
    ],
)
def test_which_report_is_meant_is_asked(run, tmp_path, options, said):
    (tmp_path / "table.csv").write_text(ROWS)
    (tmp_path / "described.yaml").write_text(CITIES)
    done = run("draft", tmp_path / "described.yaml", "--report", *options)
    assert done.code == 2
    assert said in done.errors


def test_a_sheet_that_says_no_period_asks_for_it(run, tmp_path):
    (tmp_path / "table.csv").write_text(DISTRICTS)
    done = run("draft", tmp_path / "table.csv", "--report")
    assert (done.code, done.data) == (2, b"")
    assert "set it with --period" in done.errors


def test_what_a_number_is_rounded_to_is_kept_in_every_period(drafted):
    years = "City,Year,Owner,Level,Value\nEast,2023,All,All,1.200\nEast,2024,All,All,2.500\n"
    _, _, report = drafted(years, description=CITIES.replace("    precision: 5\n", ""))
    found = [(str(one.quantity), one.quantity.step) for one in report["things"].observations]
    assert found == [("2.500", Decimal("0.001")), ("1.200", Decimal("0.001"))]
    tens = years.replace("1.200", "35").replace("2.500", "40")
    _, _, report = drafted(tens, description=CITIES)
    assert [one.quantity.step for one in report["things"].observations] == [5, 5]


def test_a_total_is_no_organisation(run, tmp_path):
    (tmp_path / "table.csv").write_text(
        "City,Year,Owner,Level,Value\nEast,2024,All,All,5\nTotal,2024,All,All,5\n"
    )
    (tmp_path / "described.yaml").write_text(CITIES, encoding="utf-8")
    done = run("draft", tmp_path / "described.yaml", "--report")
    assert (done.code, "East" in done.text) == (0, True)


@pytest.mark.parametrize(
    ("title", "kind", "marked"),
    [
        ("Births during the year 2025", "flow", False),
        ("Schools of Sampleton, 2025", "stock", True),
        ("Share of pupils who swim, %, 2025", "ratio", False),
    ],
)
def test_the_kind_is_what_the_words_say_or_is_marked(drafted, title, kind, marked):
    _, made, report = drafted(f"{title},,\n,,\nDistrict,Town,Village\nNorth,12,45\nSouth,9,10\n")
    assert {indicator.kind.value for indicator in report.indicators.values()} == {kind}
    assert ("stock, flow or ratio" in made) == marked


def test_a_unit_of_what_falls_below_zero_counts_no_whole_things(drafted):
    sheet = SHEET.replace("1;Schools;school;40;43", "1;Balance;dollar;-3;43")
    _, _, report = drafted(sheet)
    units = {str(one.label.in_language("en")): one.unit.whole for one in report.indicators.values()}
    assert (units["Balance"], units["Pupils"]) == (False, True)


@pytest.mark.parametrize("length", [9_990, 10_000])
def test_a_cell_as_long_as_a_report_file_may_hold_is_no_problem(run, tmp_path, length):
    (tmp_path / "table.csv").write_text(f"City,2023,2024\n{'x' * length},1,2\nNortham,3,4\n")
    done = run("draft", tmp_path / "table.csv", "--report")
    assert done.code == 0
    assert b"x" * length in done.data


def test_a_cell_that_is_longer_than_a_report_file_may_hold_is_refused(run, tmp_path):
    (tmp_path / "table.csv").write_text(f"City,2023,2024\n{'x' * 10_001},1,2\nNortham,3,4\n")
    done = run("draft", tmp_path / "table.csv", "--report")
    assert (done.code, done.data) == (2, b"")
    assert "more than 10,000 characters in one cell; shorten it" in done.errors
