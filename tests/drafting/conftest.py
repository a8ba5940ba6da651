"""What the tests of drafting share: a draft of a text, and the report that is read back from it."""

from typing import NamedTuple

import pytest

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
from edureport.reading.report_file import read_report


class Drafted(NamedTuple):
    """A draft, the text of its file, how many places of it are open, and the report that it makes."""

    draft: Draft
    text: str
    open: int
    report: Report


def draft_of(text, language, period="2025-9M", **given):
    """`drafted("There are 40 schools.", "en")`"""
    blocks = Blocks("text.txt", Limits())
    add_blocks(text, blocks)
    document = Document("text.txt", text, tuple(blocks.all), lined=True)
    draft = build(document, prose.read(document.prose, language), Period.parse(period), **given)
    written = write(draft, catalogue.load("en").say, lambda _: "to be completed")
    return Drafted(draft, *written, read_report(written.text.encode(), "draft.yaml"))


@pytest.fixture(scope="session")
def drafted():
    return draft_of
