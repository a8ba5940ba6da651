"""What the tests of drafting share: a draft of a text, and the report that is read back from it."""

import re
from typing import NamedTuple

import pytest
from reported import read_report

from edureport import prose
from edureport.drafting.build import build
from edureport.drafting.draft import Draft
from edureport.drafting.layout import write
from edureport.languages import catalogue
from edureport.model.period import Period
from edureport.model.report import Report
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks

# What stands in comments because it has no label, not the comments in words.
IN_COMMENTS = re.compile(r"""^( *)# (?=[a-z0-9_"']+:$|complete: true$| {2,}\S)""", re.MULTILINE)


class Drafted(NamedTuple):
    """A draft, the text of its file, how many places of it are open, and the report that it makes.

    `completed` is that text without the marks before what has no label, as if somebody had given it one; the
    report is made of that.
    """

    draft: Draft
    text: str
    open: int
    report: Report
    completed: str


def draft_of(text, language, period="2025-9M", **given):
    """`drafted("There are 40 schools.", "en")`"""
    blocks = Blocks("text.txt", Limits())
    add_blocks(text, blocks)
    document = Document("text.txt", text, tuple(blocks.all), lined=True)
    draft = build(document, prose.read(document.prose, language), Period.parse(period), **given)
    written = write(draft, catalogue.load("en").say, lambda _: "to be completed")
    whole = completed(written.text)
    return Drafted(draft, *written, read_report(whole.encode(), "draft.yaml"), whole)


def completed(text):
    taken_out, count = IN_COMMENTS.subn(r"\1", text)
    return taken_out.replace("indicators: {}\n", "indicators:\n") if count else text


@pytest.fixture(scope="session")
def drafted():
    return draft_of
