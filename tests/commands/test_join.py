"""Rows of different commands, formats and languages belong together by their columns alone."""

import csv
import io
import json

import duckdb
import pandas as pd
import pytest
from needs import IN_LANGUAGE, filled

from edureport import languages
from edureport.commands import TABLES

KEYS = ["organisation", "indicator", "dimension", "member", "period"]
REPORT = """\
edureport: 1
report:
  id: examples-{year}
  organisation: {{id: examples, en: City of Examples, kk: Мысалдар қаласы, ru: Город примеров}}
  period: {year}-9M
  language: {language}
units:
  school: {{en: {{one: school, other: schools}}, kk: мектеп, ru: {{one: школа, few: школы, many: школ}}}}
indicators:
  schools:
    label: {{en: Schools, kk: Мектептер, ru: Школы}}
    unit: school
    kind: stock
    value: {schools}
    breakdown:
      place:
        label: {{en: Place, kk: Орны, ru: Место}}
        complete: true
        members:
          town: {{label: {{en: Schools in town, kk: Қаладағы мектептер, ru: Городские школы}}, value: 12}}
          village: {{label: {{en: Village schools, kk: Ауыл мектептері, ru: Сельские школы}}, value: 30}}
targets:
  more_schools:
    label: {{en: More schools, kk: Көбірек мектеп, ru: Больше школ}}
    indicator: schools
    value: at least 50
    due: 2025-12-31
    baseline: {{value: 35, date: 2024-12-31}}
"""
TEXT = "In the first nine months of 2025 there were 41 schools in the City of Examples.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two reports of one organisation, each in a language of its own, and a text on the later period."""
    found = tmp_path_factory.mktemp("join")
    for year, language, schools in ((2024, "kk", 38), (2025, "en", 41)):
        text = REPORT.format(year=year, language=language, schools=schools)
        (found / f"{year}.yaml").write_text(text, encoding="utf-8")
    (found / "text.txt").write_text(TEXT, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def tables(run, folder):
    """`tables("kk")`: what each command says of them to machines, as pandas reads its CSV."""

    def read(language):
        named = (folder / "2024.yaml", folder / "2025.yaml")
        said = {
            "summary": ("summary", *named),
            "targets": ("targets", *named),
            "compare": ("compare", *named),
            "check": ("check", *named),
            "audit": ("audit", folder / "text.txt", "--data", folder),
        }
        found = {}
        for name, arguments in said.items():
            path = folder / f"{name}.csv"
            assert run(*arguments, "-l", language, "-o", path).code in (0, 1)
            found[name] = pd.read_csv(path, dtype=str, keep_default_na=False)
        audited = found["audit"]
        found["audit"] = audited[audited["indicator"] != ""]  # not what is about nothing in the data
        found["compare"] = found["compare"].rename(columns={"after_period": "period"})
        return found

    return read


@pytest.mark.parametrize("language", languages.available())
def test_rows_of_all_commands_join(tables, language):
    found = tables(language)
    rows = found["summary"][["value", "value_bound", *KEYS]]
    for name, column in (
        ("targets", "goal"),
        ("compare", "before"),
        ("check", "severity"),
        ("audit", "words"),
    ):
        rows = rows.merge(found[name][[column, *KEYS]], on=KEYS, how="left", validate="one_to_one")
    rows = rows[rows["period"] == "2025-01-01/2025-09-30"].set_index("member").fillna("")
    assert rows.loc[""].to_dict() == {
        "value": "41",
        "value_bound": "exact",
        "organisation": "examples",
        "indicator": "schools",
        "dimension": "",
        "period": "2025-01-01/2025-09-30",
        "goal": "50",
        "before": "38",
        "severity": "contradiction",
        "words": "41",
    }
    assert rows.loc["town", ["dimension", "value", "before", "severity", "words"]].tolist() == [
        "place",
        "12",
        "12",
        "",
        "",
    ]


def test_duckdb_joins_them_too(tables, folder):
    tables("en")
    said = duckdb.sql(
        f"""select t.target, s.value, t.goal_low, s.value_low >= t.goal_low
        from '{folder}/targets.csv' t
        join '{folder}/summary.csv' s using (organisation, indicator, period)
        where s.member is null"""
    )
    assert said.fetchall() == [("more_schools", 41, 50, False)]


def test_only_texts_depend_on_the_language(tables):
    known = [tables(language) for language in languages.available()]
    for name, first in known[0].items():
        assert len(first)
        for other in known[1:]:
            columns = [column for column in first.columns if column not in IN_LANGUAGE]
            pd.testing.assert_frame_equal(first[columns], other[name][columns])
            texts = [column for column in ("label", "text") if column in first.columns]
            assert all(not first[column].equals(other[name][column]) for column in texts)


@pytest.mark.parametrize("name", TABLES)
def test_every_format_for_machines_has_the_same_columns_and_values(run, tmp_path, name):
    rows = list(csv.DictReader(io.StringIO(run(*filled(name), "-f", "csv").text, newline="")))
    lines = run(*filled(name), "-f", "jsonl").text.splitlines()
    assert [as_text(json.loads(line, parse_float=str, parse_int=str)) for line in lines] == rows
    found = json.loads(run(*filled(name), "-f", "json").text, parse_float=str, parse_int=str)["rows"]
    assert [as_text(row) for row in found] == rows
    run(*filled(name), "--machine", "-o", tmp_path / "a.xlsx")
    sheet = pd.read_excel(tmp_path / "a.xlsx", dtype=object, engine="calamine")
    assert list(sheet.columns) == list(rows[0])
    assert [as_text(row) for row in plain(sheet)] == [numbered(row) for row in rows]


def as_text(row):
    return {key: "" if value is None else value for key, value in row.items()}


def plain(sheet):
    """The rows of a sheet as texts; a number without the zeros at its end, a date as ISO 8601 has it."""
    for row in sheet.astype(object).where(sheet.notna(), None).to_dict("records"):
        yield {key: value if value is None else _plain(value) for key, value in row.items()}


def _plain(value):
    return value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else as_number(str(value))


def numbered(row):
    return {key: as_number(value) for key, value in row.items()}


def as_number(text):
    try:
        return f"{float(text):g}"
    except ValueError:
        return text
