"""Reading measured on sentences of our own: other fields, labelled by hand; what is missed is counted."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from edureport.prose import read
from edureport.prose.figures.figure import STATING

LABELLED = Path(__file__).with_name("sentences.tsv")
LEAST = 0.93


def rows():
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def expected(labels):
    for label in labels.split("; "):
        words, _, reading = label.partition(" = ")
        yield words, tuple(reading.split())


def reading_of(figure):
    if figure.all:
        return ("all",)
    if figure.kind not in STATING:
        return (str(figure.kind),)
    value = "-" if figure.stated is None else figure.stated
    return (str(figure.kind), (value, figure.upper), "indefinite" if figure.indefinite else figure.bound)


def wanted(reading):
    if len(reading) < 3:
        return reading
    kind, value, bound = reading
    low, _, high = value.partition("..")
    number = "-" if low == "-" else Decimal(low)
    return (kind, (number, Decimal(high) if high else None), bound)


def differences():
    """Labels that were not read so, and stating figures that are in no label, by language."""
    counts, missed = Counter(), []
    for language, text, labels in rows():
        left = {figure.words: reading_of(figure) for figure in read(text, language).figures}
        for words, reading in expected(labels):
            counts[language] += 1
            if left.pop(words, None) != wanted(reading):
                missed.append((language, words, text))
        missed += [(language, words, text) for words, reading in left.items() if len(reading) > 1]
    return counts, missed


def test_sentences():
    counts, missed = differences()
    wrong = Counter(language for language, *_ in missed)
    for language, count in counts.items():
        assert 1 - wrong[language] / count >= LEAST, (language, missed)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_enough_of_each_language(language):
    assert sum(row[0] == language for row in rows()) >= 16
