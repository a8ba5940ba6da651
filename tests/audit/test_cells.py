"""Figures of tables, and beside plans, against data: schools 45 in 2024, 40 in 2025, 50 planned."""

import csv
import io

import pytest

DATA = """\
edureport: 1
report:
  id: made-up
  organisation:
    en: Education Department of Mapleford
    ru: Отдел образования Примерова
    kk: Мысал білім бөлімі
  period: 2025
  language: en
units: {school: {en: {one: school, other: schools}, ru: {one: школа, few: школы, many: школ}, kk: мектеп}}
indicators:
  schools:
    label: {en: Schools, ru: Школы, kk: Мектептер}
    unit: school
    kind: stock
    value: 40
    earlier: {2024: 45}
targets:
  more: {label: {en: Schools, ru: Школы, kk: Мектептер}, indicator: schools, value: 50, due: 2026-12-31}
"""


@pytest.fixture
def verdicts(run, tmp_path):
    """`verdicts(text)`: the words of its figures with what the data say of each."""

    def ask(text):
        source, data = tmp_path / "text.md", tmp_path / "data.yaml"
        source.write_text(text, "utf-8")
        data.write_text(DATA, "utf-8")
        done = run("audit", source, "--data", data, "-f", "csv")
        rows = csv.DictReader(io.StringIO(done.text))
        return {row["words"]: row["verdict"] for row in rows if row["verdict"]}

    return ask


def table(*heads, row):
    return f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n| {' | '.join(row)} |\n"


@pytest.mark.parametrize(
    ("name", "head", "words", "verdict"),
    [
        ("Schools", "Change", "-5", "confirmed"),
        ("Schools", "Change", "-8", "contradicted"),
        ("Schools", "Change", "5", "ambiguous"),  # the column may leave out the signs
        ("Школы", "Темп прироста, %", "11,1", "ambiguous"),
        ("Schools", "Change", "8", "contradicted"),
        ("Schools", "Decrease", "5", "confirmed"),
        ("Schools", "Reduction", "8", "contradicted"),
        ("Schools", "Decrease, %", "11.1", "confirmed"),
        ("Школы", "Снижение", "5", "confirmed"),
        ("Школы", "Снижение, %", "11,1", "confirmed"),
        ("Школы", "Снижение", "8", "contradicted"),
        ("Мектептер", "Төмендеу", "5", "confirmed"),
        ("Школы", "в % к 2024", "88,9", "not_in_data"),
        ("Школы", "Темп роста, %", "88,9", "not_in_data"),
        ("Школы", "Темп прироста, %", "-11,1", "confirmed"),
    ],
)
def test_a_change_in_a_table_has_the_direction_of_its_head_and_an_index_is_none(
    verdicts, name, head, words, verdict
):
    first = {"Schools": "Indicator", "Школы": "Показатель", "Мектептер": "Көрсеткіш"}[name]
    found = verdicts(table(first, "2024", "2025", head, row=(name, "45", "40", words)))
    assert found == {"45": "confirmed", "40": "confirmed", words: verdict}


@pytest.mark.parametrize(
    ("first", "name", "plan", "fact"),
    [
        ("Indicator", "Schools", "Plan", "Actual"),
        ("Показатель", "Школы", "План", "Факт"),
        ("Көрсеткіш", "Мектептер", "Жоспар", "Факт"),
    ],
)
def test_plan_and_fact_in_a_table_are_those_of_the_target(verdicts, first, name, plan, fact):
    assert verdicts(table(first, plan, fact, row=(name, "50", "40"))) == {
        "50": "confirmed",
        "40": "confirmed",
    }
    assert verdicts(table(first, plan, fact, row=(name, "55", "40")))["55"] == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 there were 40 schools, and the plan for the end of 2026 is 50 schools.",
        "В 2024 году было 40 школ, а план на конец 2026 года – 50 школ.",
    ],
)
def test_what_was_reached_is_of_the_time_that_the_text_names(verdicts, text):
    assert verdicts(text)["40"] != "confirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Department of Education, Mapleford. There are 41 schools.",
        "Report for 2025 to the Ministry of Education\n\nDepartment of Education, Mapleford: 41 schools.",
    ],
)
def test_a_text_that_names_the_body_of_the_data_is_compared_with_them(verdicts, text):
    assert verdicts(text)["41"] in {"contradicted", "ambiguous"}


def test_a_number_beside_words_of_its_cell_contradicts_nothing_for_certain(verdicts):
    assert verdicts(f"# Mapleford in 2025\n\n{table('', '2025', row=('Schools', '41'))}") == {
        "41": "contradicted"
    }
    assert verdicts(f"# Mapleford in 2025\n\n{table('', '2025', row=('Schools', 'about 4 of 41'))}") == {
        "4": "ambiguous",
        "41": "ambiguous",
    }


SPENDING = """\
edureport: 1
report: {id: made-up, organisation: Town of Mapleford (invented), period: 2025, language: en}
units: {tenge: {en: million tenge}, person: {en: {one: person, other: people}}}
indicators:
  spending: {label: {en: Spending}, unit: tenge, kind: flow, value: 5400}
  population: {label: {en: Population}, unit: person, kind: stock, value: 18900}
"""


@pytest.mark.parametrize(
    ("heads", "row", "verdict"),
    [
        (("Item", "Unit", "2025"), ("Spending", "million tenge", "5,400"), "confirmed"),
        (("Item", "Unit", "2025"), ("Spending", "thousand tenge", "5,400,000"), "confirmed"),
        (("Item", "Unit", "2025"), ("Spending", "million tenge", "5,500"), "contradicted"),
        (("Item", "Unit", "2025"), ("Population", "thousand people", "18.9"), "confirmed"),
        (("Item", "Unit", "2025"), ("Population", "thousand tonnes", "18.9"), "ambiguous"),
        (("Item", "Unit", "2025"), ("Population", "people", "18,900"), "confirmed"),
        (("Item", "Unit", "2025"), ("Population", "people", "18,800"), "contradicted"),
        (("Item", "2025 (revised, million tenge)"), ("Spending", "5,500"), "ambiguous"),  # may be one
    ],
)
def test_a_unit_may_begin_with_a_power_of_ten(run, tmp_path, heads, row, verdict):
    source, data = tmp_path / "text.md", tmp_path / "data.yaml"
    source.write_text(f"# Mapleford in 2025\n\n{table(*heads, row=row)}", "utf-8")
    data.write_text(SPENDING, "utf-8")
    done = run("audit", source, "--data", data, "-f", "csv", "--text-lang", "en")
    rows = csv.DictReader(io.StringIO(done.text))
    assert [one["verdict"] for one in rows if one["words"] == row[-1]] == [verdict]


def test_the_unit_of_a_whole_table_is_that_of_what_it_can_count(run, tmp_path):
    text = "# Mapleford in 2025\n\nMain figures (million tenge)\n\n"
    text += "| Item | 2025 |\n|---|---|\n| Spending | 5,400 |\n| Population | 18,900 |\n"
    (tmp_path / "text.md").write_text(text, "utf-8")
    (tmp_path / "data.yaml").write_text(SPENDING, "utf-8")

    def verdicts():
        done = run("audit", tmp_path / "text.md", "--data", tmp_path / "data.yaml", "-f", "csv")
        rows = csv.DictReader(io.StringIO(done.text))
        return [row["verdict"] for row in rows if row["words"] in {"5,400", "18,900", "18,800"}]

    assert verdicts() == ["confirmed", "confirmed"]
    (tmp_path / "text.md").write_text(text.replace("18,900", "18,800"), "utf-8")
    assert verdicts() == ["confirmed", "ambiguous"]
