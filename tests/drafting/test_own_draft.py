"""A text against its own draft: nothing in it contradicts what it says itself."""

import csv
from pathlib import Path

import pytest

from edureport import prose
from edureport.audit.audit import audit
from edureport.audit.verdicts import Verdict
from edureport.drafting.build import build
from edureport.drafting.layout import write
from edureport.languages import catalogue
from edureport.model.period import Period
from edureport.prose.cells import TextCell
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks
from edureport.reading.report_file import read_report

TESTS = Path(__file__).parents[1]
REPORTS = sorted((TESTS / "audit" / "corpus").glob("*.txt"))
OWN = Period.parse("2025-9M")
EVERY, TOGETHER = 4, 30  # of the sentences every fourth, so many in a text


def contradicted(text, language):
    """The figures that the draft of a text contradicts, with the words behind them."""
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    document = Document("made-up.txt", text, tuple(blocks.all), lined=True)
    reading = prose.read(document.prose, language, [TextCell(*one) for one in document.cells])
    written = write(build(document, reading, OWN), catalogue.load("en").say, lambda _: "to be completed")
    report = read_report(written.text.encode(), "draft.yaml")
    figures = [
        finding.figure
        for finding in audit(reading, [report]).findings
        if finding.judged and finding.judged.verdict is Verdict.CONTRADICTED
    ]
    return [text[figure.start : figure.end + 40] for figure in figures]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_does_not_contradict_its_draft(path):
    text = path.read_text("utf-8")
    assert contradicted(text, prose.language_of(text)) == []


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_nor_do_sentences_of_all_kinds(name):
    with (TESTS / "prose" / "corpus" / f"{name}.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        sentences = {row["case_id"]: (row["lang"], row["text"]) for row in rows}
    for language in prose.LANGUAGES:
        texts = [text for of, text in sentences.values() if of == language][::EVERY]
        for start in range(0, len(texts), TOGETHER):
            assert contradicted("\n\n".join(texts[start : start + TOGETHER]), language) == []
