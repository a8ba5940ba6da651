"""A text against its own draft, or half of it: nothing in it contradicts what it says itself.

No data have all that a text states, and a figure that they lack is not wrong for it.
"""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from reported import read_report

from edureport import prose
from edureport.audit.audit import audit
from edureport.audit.findings import Verdict
from edureport.drafting.build import build
from edureport.drafting.draft import DraftIndicator
from edureport.drafting.layout import write
from edureport.languages import catalogue
from edureport.model.period import Period
from edureport.prose.cells import TextCell
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks

TESTS = Path(__file__).parents[1]
REPORTS = sorted((TESTS / "audit" / "corpus").glob("*.txt"))
OWN = Period.parse("2025-9M")
EVERY, TOGETHER = 4, 30  # of the sentences every fourth, so many in a text


def contradicted(text, language, kept=frozenset([0, 1])):
    """The figures that the draft of a text contradicts, with the words behind them.

    Of its indicators the even ones, the odd ones, or all are kept.
    """
    blocks = Blocks("made-up.txt", Limits())
    add_blocks(text, blocks)
    document = Document("made-up.txt", text, tuple(blocks.all), lined=True)
    reading = prose.read(document.prose, language, [TextCell(*one) for one in document.cells])
    made = build(document, reading, OWN)
    items = [item for number, item in enumerate(made.items) if number % 2 in kept]
    keys = {item.key for item in items if isinstance(item, DraftIndicator)}
    if len(kept) == 1:  # no "all schools" of schools that are not there
        items = [one for one in items if not str(getattr(one, "value", "")).startswith("all of")]
    made = replace(made, items=items, targets=[one for one in made.targets if one.indicator in keys])
    written = write(made, catalogue.load("en").say, lambda _: "to be completed")
    report = read_report(written.text.encode(), "draft.yaml")
    figures = [
        finding.figure
        for finding in audit(reading, [report]).findings
        if finding.judged and finding.judged.verdict is Verdict.CONTRADICTED
    ]
    return [text[figure.start : figure.end + 40] for figure in figures]


@pytest.mark.parametrize("kept", [{0, 1}, {0}, {1}], ids=str)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_does_not_contradict_its_draft(path, kept):
    text = path.read_text("utf-8")
    assert contradicted(text, prose.language_of(text), kept) == []


@pytest.mark.parametrize("name", ["a", "b", "c"])
def test_nor_do_sentences_of_all_kinds(name):
    with (TESTS / "prose" / "corpus" / f"{name}.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        sentences = {row["case_id"]: (row["lang"], row["text"]) for row in rows}
    for language in prose.LANGUAGES:
        texts = [text for of, text in sentences.values() if of == language][::EVERY]
        for start in range(0, len(texts), TOGETHER):
            together = "\n\n".join(texts[start : start + TOGETHER])
            assert [contradicted(together, language, kept) for kept in ({0, 1}, {0}, {1})] == [[], [], []]


STAFF = """\
Кешкі білім беру жүйесінде 4325 маман жұмыс істейді, оның ішінде жоғары білімді – 2434 (56,3%) маман, \
жоғары санаты бар – 325 (7,5%), бірінші санаты бар – 743 (17,2%) маман.
Қашық білім беру жүйесінде 11248 маман жұмыс істейді, оның ішінде жоғары білімді – 9762 (86,8%) маман, \
жоғары санаты бар – 2830 (25,2%), бірінші санаты бар – 3670 (32,6%) маман.
"""


def test_a_whole_with_its_parts_is_none_of_the_parts_that_have_words_of_its_own():
    assert contradicted(STAFF, "kk") == []
