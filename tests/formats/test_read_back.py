"""Every format, read back by a reader of its own, holds what the CSV holds."""

import csv
import io
import re
from pathlib import Path

import pytest
import yaml

from edureport import languages

SOURCE = "data/report_2025q3.yaml"
HOSTILE = "tests/formats/hostile.yaml"
LANGUAGES = languages.available()


def table_of_csv(text):
    """The rows of a CSV, as texts under its columns."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_holds_every_hostile_label(run, language):
    indicators = yaml.safe_load(Path(HOSTILE).read_text(encoding="utf-8"))["indicators"]
    done = run("summary", HOSTILE, "-f", "csv", "-l", language)
    found = {row["indicator"]: row["label"] for row in table_of_csv(done.text) if not row["member"]}
    assert done.code == 0
    assert found == {key: indicator["label"][language] for key, indicator in indicators.items()}


def table_for_excel(data):
    """The rows of a CSV as Excel shows them in Russian settings: what is guarded is the text that it is."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    return [{key: _unguarded(cell) for key, cell in row.items()} for row in rows]


def _unguarded(cell):
    formula = re.fullmatch(r'="(.*)"', cell)
    return formula[1] if formula else cell.removeprefix("'") if cell[1:2] in tuple("=+-@") else cell


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [SOURCE, HOSTILE])
@pytest.mark.parametrize("command", ["summary", "targets", "check"])
def test_excel_shows_what_the_csv_holds(run, command, path, language):
    plain = run(command, path, "-f", "csv", "-l", language)
    excel = run(command, path, "--excel", "-l", language)
    expected = table_of_csv(plain.text)
    for shown, row in zip(table_for_excel(excel.data), expected, strict=True):
        numbers = {key for key in row if re.fullmatch(r"-?\d+\.\d+", row[key]) and key != "label"}
        assert shown == {key: row[key].replace(".", ",") if key in numbers else row[key] for key in row}
