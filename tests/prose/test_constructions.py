"""What real reports write and grammars forget, each construction in a sentence of our own, read exactly."""

from pathlib import Path

import pytest
from test_sentences import expected, reading_of, wanted

from edureport.prose import read

LABELLED = Path(__file__).with_name("constructions.tsv")
ROWS = [
    line.split("\t") for line in LABELLED.read_text("utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text", "labels"), ROWS, ids=[row[1] for row in ROWS])
def test_construction(language, text, labels):
    readings = {figure.words: reading_of(figure) for figure in read(text, language).figures}
    labelled = {words: wanted(reading) for words, reading in expected(labels)}
    assert stating(readings) == stating(labelled)


def stating(readings):
    return {words: reading for words, reading in readings.items() if len(reading) > 1}
