"""Every format, read back by a reader of its own, holds what the CSV holds.

What needs a program that pip does not bring is tried by tests/programs/run.py.
"""

import csv
import io
import json
import re
from functools import cache
from itertools import cycle
from pathlib import Path

import agate
import duckdb
import pandas as pd
import pytest
import yaml
from readers import READERS
from seen import differences, expected, tsv_rows

from edureport import languages
from edureport.languages import catalogue

HOSTILE = "tests/formats/hostile.yaml"
SOURCE = "data/report_2025q3.yaml"
LANGUAGES = languages.available()
RUNS = {
    "source": ("summary", SOURCE),
    "source-targets": ("targets", SOURCE),
    "source-check": ("check", SOURCE),
    "hostile": ("summary", HOSTILE),
    "hostile-show": ("show", "start_6", HOSTILE),
    "hostile-targets": ("targets", HOSTILE),
    "hostile-compare": ("compare", HOSTILE, "--before", "2024-9M", "--after", "2025-9M"),
    "hostile-check": ("check", HOSTILE),
}
# The languages take turns, so that every format meets each of them.
IN_TURN = list(zip(RUNS, cycle(LANGUAGES), strict=False))
SEEN = [
    (name, form, LANGUAGES[(first + second) % len(LANGUAGES)])
    for first, name in enumerate(RUNS)
    for second, form in enumerate(READERS)
]
ALSO_READ_AS = {"latex": {"\u2009": "\u202f"}}  # signs that a format has no two of


@pytest.fixture(scope="module")
def made(made_by):
    """A table of RUNS in a language and how it is to be written, made once."""
    return cache(lambda name, language: made_by(*RUNS[name], "--lang", language))


@pytest.fixture(scope="module")
def text_of(made, piped):
    """`text_of("source", "csv", "en")`: what a pipe gets."""

    def write(name, form, language):
        table, choice = made(name, language)
        return piped(table, choice._replace(format=form)).decode()

    return write


def read_csv(text):
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    return [dict(zip(header, row, strict=True)) for row in rows]


# For people


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_holds_every_hostile_label(text_of, language):
    report = yaml.safe_load(Path(HOSTILE).read_text(encoding="utf-8"))
    own = report["report"]["language"]
    found = {
        row["indicator"]: row["label"]
        for row in read_csv(text_of("hostile", "csv", language))
        if not row["member"]
    }
    labels = {key: indicator["label"] for key, indicator in report["indicators"].items()}
    assert found == {key: label.get(language, label[own]) for key, label in labels.items()}


@pytest.mark.parametrize(("name", "form", "language"), SEEN)
def test_people_see_every_cell(made, text_of, name, form, language):
    table, _ = made(name, language)
    wanted = expected(table, catalogue.load(language), form)
    found = differences(wanted, READERS[form](text_of(name, form, language)))
    signs = str.maketrans(ALSO_READ_AS.get(form, {}))
    assert [(one, other) for one, other in found if (one or "").translate(signs) != other] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["source", "hostile"])
def test_what_people_see_is_what_the_csv_holds(made, text_of, name, language):
    """The label of each row, and its figure."""
    table, _ = made(name, language)
    page = expected(table, catalogue.load(language), "html")
    groups = {number + place for place, (number, _) in enumerate(table.groups)}
    rows = [row for number, row in enumerate(page.rows[1:]) if number not in groups]
    place = page.rows[0].index(catalogue.load(language).word("column.value"))
    for cells, row in zip(rows, read_csv(text_of(name, "csv", language)), strict=True):
        assert cells[0] == " ".join(row["label"].split(" "))
        assert str(_number(cells[place])) == row["value"]


def _number(words):
    """The first number of words, or nothing if there is none; what stands in brackets is a plan."""
    found = re.search(r"\d[\d\u00a0\u202f,]*", words.partition("(")[0])
    times = 1000 if re.search("thousand|тыс|мың", words) else 1
    return int(re.sub(r"\D", "", found[0])) * times if found else ""


# For programs


@pytest.mark.parametrize(("name", "language"), IN_TURN)
def test_programs_read_every_cell(text_of, tmp_path, name, language):
    wanted = read_csv(text_of(name, "csv", language))
    assert wanted or name == "source-check"
    path = tmp_path / "table.csv"
    path.write_text(text_of(name, "csv", language), encoding="utf-8", newline="")
    found = {
        "tsv": _tsv(text_of(name, "tsv", language)),
        "json": _json(json.loads(text_of(name, "json", language), parse_float=str, parse_int=str)["rows"]),
        "jsonl": _json(
            [
                json.loads(line, parse_float=str, parse_int=str)
                for line in text_of(name, "jsonl", language).splitlines()
            ]
        ),
        "pandas": pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records"),
        "duckdb": _duckdb(path),
        "agate": _agate(path),
    }
    assert {reader: rows for reader, rows in found.items() if rows != wanted} == {}


def _tsv(text):
    header, *rows = tsv_rows(text)
    return [dict(zip(header, row, strict=True)) for row in rows]


def _json(rows):
    return [{key: "" if value is None else value for key, value in row.items()} for row in rows]


def _duckdb(path):
    found = duckdb.read_csv(str(path), header=True, all_varchar=True)
    return [
        dict(zip(found.columns, ("" if cell is None else cell for cell in row), strict=True))
        for row in found.fetchall()
    ]


def _agate(path):
    """csvkit's reader."""
    words = agate.TypeTester(types=[agate.Text(cast_nulls=False)])
    return [dict(row) for row in agate.Table.from_csv(path, column_types=words).rows]


@pytest.mark.parametrize(("name", "language"), IN_TURN)
def test_excel_shows_what_the_csv_holds(made, piped, text_of, name, language):
    table, choice = made(name, language)
    shown = _excel(piped(table, choice._replace(format="csv", excel=True)))
    for found, row in zip(shown, read_csv(text_of(name, "csv", language)), strict=True):
        numbers = {key for key in row if re.fullmatch(r"-?\d+\.\d+", row[key]) and key != "label"}
        assert found == {key: row[key].replace(".", ",") if key in numbers else row[key] for key in row}


def _excel(data):
    """As Excel shows it in Russian settings: what is guarded is the text that it is."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    return [{key: _unguarded(cell) for key, cell in row.items()} for row in rows]


def _unguarded(cell):
    formula = re.fullmatch(r'="(.*)"', cell)
    return formula[1] if formula else cell.removeprefix("'") if cell[1:2] in tuple("=+-@") else cell
