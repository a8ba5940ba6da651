"""The SQL of series and ranks: what DuckDB finds in random reports is what `trend` and `rank` say."""

import csv
import io
import random
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

KEY = ("organisation", "indicator", "dimension", "member")
PERIOD = ("period_start", "period_end")
HEAD = """
edureport: 1
report:
  organisation: {{id: body-{body}, en: Made-up Body {body}}}
  id: r-{body}-{year}
  period: {year}-9M
  language: en
  source: {{title: Report, published: {year}-12-01}}
units: {{school: school, percent: percent, tenge: {{en: tenge, whole: no}}}}
indicators:
"""
INDICATOR = """
  {key}:
    {{label: {key}, unit: {unit}, kind: {kind}, better: {better}, value: {value}, flags: {flags}{parts}}}
"""
PARTS = ", breakdown: {{owner: {{members: {{state: {0}, other: {1}}}}}}}"
PART = "{{label: Part, value: {}}}"
KINDS = (
    ("schools", "school", "stock", "higher"),
    ("repairs", "school", "flow", "lower"),
    ("funds", "tenge", "flow", "higher"),
    ("share", "percent", "ratio", "lower"),
)
BOUNDS = ("", "", "", "more than ", "at least ", "less than ", "at most ", "nearly ", "about ")


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Reports of six bodies over four years; few numbers, so that many are alike and touch."""
    folder = tmp_path_factory.mktemp("reports")
    made = random.Random(16)
    for body in range(6):
        for year in range(2021, 2025):
            text = HEAD.format(body=body, year=year).lstrip()
            for key, unit, kind, better in KINDS:
                value = f"{made.choice(BOUNDS)}{made.randint(8, 12)}"
                values = made.randint(3, 5), f"more than {made.randint(3, 5)}"
                parts = PARTS.format(*map(PART.format, values))
                flags = made.choice(["[]", "[]", "[]", "[break]", "[provisional]"])
                names = {"key": key, "unit": unit, "kind": kind, "better": better}
                text += INDICATOR.format(
                    **names, value=value, flags=flags, parts=parts if kind == "stock" else ""
                )
            (folder / f"{body}-{year}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def answers(run, reports, tmp_path):
    """`answers(name)`: the rows of a question in SQL, asked of what `data` writes."""
    return answers_of(run, reports, tmp_path)


def answers_of(run, reports, tmp_path):
    done = run("data", reports, "-f", "parquet", "-o", tmp_path / "figures.parquet")
    assert done.code == 0, done.errors

    def ask(name):
        with duckdb.connect() as base:
            base.execute(f"CREATE VIEW figures AS FROM '{tmp_path}/figures.parquet'")
            found = base.execute(Path("examples/sql", f"{name}.sql").read_text("utf-8"))
            names = [column[0] for column in found.description]
            return [dict(zip(names, map(plain, row), strict=True)) for row in found.fetchall()]

    return ask


def test_each_unit_and_kind_has_ranks_of_its_own(run, tmp_path):
    (tmp_path / "reports").mkdir()
    stated = ("tenge", "stock"), ("school", "flow"), ("school", "stock"), ("school", "stock")
    for body, (unit, kind) in enumerate(stated):
        names = {"key": "schools", "unit": unit, "kind": kind, "better": "higher", "flags": "[]", "parts": ""}
        text = HEAD.format(body=body, year=2024).lstrip() + INDICATOR.format(**names, value=10 + body)
        (tmp_path / "reports" / f"{body}.yaml").write_text(text, encoding="utf-8")
    rows = answers_of(run, tmp_path / "reports", tmp_path)("rank")
    ranks = {row["organisation"]: (row["rank_first"], row["rank_last"]) for row in rows}
    assert list(ranks.values()) == [("1", "1"), ("1", "1"), ("1", "1"), ("2", "2")]
    ranked = {
        row["organisation"]: (row["rank_first"], row["rank_last"])
        for row in said(run, "rank", "schools", tmp_path / "reports")
        if row["rank_first"]
    }
    assert ranked == {"body-3": ("1", "1"), "body-2": ("2", "2")}
    assert ranked.items() <= ranks.items()


def plain(value):
    """A cell as CSV has it, numbers without zeros at their end."""
    if value is None or value == "":
        return ""
    try:
        return f"{Decimal(str(value)).normalize():f}"
    except ArithmeticError:
        return str(value)


def said(run, *words):
    done = run(*words, "-f", "csv")
    assert done.code == 0, done.errors
    return [{key: plain(cell) for key, cell in row.items()} for row in csv.DictReader(io.StringIO(done.text))]


def compared(rows, columns):
    return sorted(tuple(row[column] for column in columns) for row in rows)


def test_the_series_are_those_of_trend(run, reports, answers):
    rows, expected = answers("trend"), said(run, "trend", "*", reports)
    columns = (
        *KEY,
        *PERIOD,
        "value",
        "value_low",
        "value_high",
        "before",
        "change",
        "change_low",
        "change_high",
    )
    assert len(rows) == 6 * 4 * 6
    assert compared(rows, columns) == compared(expected, columns)


def test_the_ranks_are_those_of_rank(run, reports, answers):
    rows, columns = answers("rank"), (*KEY, *PERIOD, "value", "rank_first", "rank_last")
    for key, *_ in KINDS:
        for year in range(2021, 2025):
            asked = key, f"{year}-09-30"
            found = [row for row in rows if (row["indicator"], row["period_end"]) == asked]
            expected = said(run, "rank", key, reports, "--period", f"{year}-9M")
            assert compared(found, columns) == compared(expected, columns)
