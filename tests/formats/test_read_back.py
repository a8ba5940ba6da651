"""Every format, read back by a reader of its own, holds what the CSV holds."""

import csv
import io
from pathlib import Path

import pytest
import yaml

from edureport import languages

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
