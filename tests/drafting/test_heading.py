"""Heading: the title, the organisation and the sections of made-up texts."""

import pytest

from edureport import prose
from edureport.drafting.heading import headings, period_of, title_of
from edureport.drafting.names import identifier_of
from edureport.model.period import Period
from edureport.prose.organisation import organisation_of
from edureport.prose.page import Page
from edureport.reading.document import Block, BlockKind, Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.plain_text import add_blocks


def document(text):
    blocks = Blocks("text.txt", Limits())
    add_blocks(text, blocks)
    return Document("text.txt", text, tuple(blocks.all), lined=True)


@pytest.mark.parametrize(
    ("language", "text", "organisation"),
    [
        ("en", "The Ministry of Parks and Rivers opened 5 parks.", "Ministry of Parks and Rivers"),
        ("en", "Report of the Sampleton Education Department for 2025", "Sampleton Education Department"),
        ("en", "The department opened 5 parks.", None),
        ("ru", "Отчёт Министерства парков и рек о работе за 2025 год", "Министерство парков и рек"),
        ("ru", "Управление образования Примерска провело 5 встреч.", "Управление образования Примерска"),
        ("ru", "Наш отдел провёл 5 встреч.", None),
        ("kk", "2025 жылы Үлгі облысының Саябақтар басқармасы жұмыс істеді.",
         "Үлгі облысының Саябақтар басқармасы"),
        ("kk", "Үлгі ауданы Білім бөлімінің есебі", "Үлгі ауданы Білім бөлімі"),
        ("kk", "Басқарма жұмыс істеді.", None),
    ],
)  # fmt: skip
def test_the_organisation_is_one_that_is_named_in_full(language, text, organisation):
    assert organisation_of(Page.of(text, language)) == organisation


def test_an_organisation_that_is_named_late_is_not_taken():
    text = "One. Two. Three. The Ministry of Parks opened 5 parks."
    assert organisation_of(Page.of(text, "en")) is None


def test_the_title_is_a_line_of_its_own_at_the_beginning():
    assert title_of(document("Report for 2025\n\nThere are 40 schools."), "en") == "Report for 2025"
    assert title_of(document("There are 40 schools.\n\nMore on them"), "en") is None
    assert title_of(document("There are 40 schools.\n\nStaff\n\nAnd 9 cooks."), "en") is None


def test_lines_of_a_list_with_a_number_each_head_nothing():
    text = "Largest towns 2025\n\nHilltown 450\n\nMilltown 312\n\nThey grew.\n\nChapter 3\n\nMore."
    found = document(text)
    lines = [found.text[block.start : block.end] for block in headings(found)]
    assert lines == ["Largest towns 2025", "Chapter 3"]


def test_marked_headings_are_the_only_ones_where_there_are_any():
    text = "Title\nLine\nText."
    blocks = (
        Block(0, 5, BlockKind.HEADING, 1),
        Block(6, 10, BlockKind.PARAGRAPH, 2),
        Block(11, 16, BlockKind.PARAGRAPH, 3),
    )
    assert headings(Document("x.md", text, blocks, lined=True)) == [blocks[0]]


@pytest.mark.parametrize(
    ("path", "identifier"),
    [
        ("reports/Sampleton 2025-9M.docx", "sampleton_2025_9m"),
        ("Есеп_2025.txt", "esep_2025"),
        ("-", "report"),
    ],
)
def test_the_identifier_is_the_name_of_the_file(path, identifier):
    assert identifier_of(path) == identifier


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        # Most of the text is about a year, and nothing speaks against it.
        ("en", "The town had 5 parks in 2024. In 2024 we planted 40 trees.", "2024"),
        # A later year is named: the first may be what that is compared with.
        ("en", "In 2024 there were 5 parks and 40 trees in 2024. In 2025 there were 6.", None),
        # «В текущем году» stands before it.
        ("ru", "За 9 месяцев текущего года собрано 13 тонн. В 2024 году было 9. Рекорд 2024 года!", None),
        # Only comparisons name it.
        ("ru", "Парков стало больше: 5 против 4 в 2024 году, деревьев 40 против 30 в 2024 году.", None),
        # A text may begin with the day that it is about; the morning after a period is its end.
        ("ru", "По состоянию на 5 мая 2025 года убрано 5 га (в 2024 г. – 4), собрано 9 тонн (в 2024 г. – 7).",
         "2025-05-05"),
        # It may as well begin with a day from which it tells on, and so that day is no period of its own.
        ("en", "As of 1 September 1998 the school had 40 pupils. In 2024 it had 300 pupils and 20 teachers.",
         "2024"),
        # Plans are for a time after the period.
        ("ru", "В 2024 году открыто 5 парков и 9 аллей. В 2025 году планируется открыть 6 парков.", "2024"),
        ("ru", "В 2024 году открыто 5 парков и 9 аллей. В 2025 году открыто 7, планируется открыть 6.", None),
        ("ru", "На 5 мая 2025 года открыто 5 парков. В 2026 году планируется открыть 6.", "2025-05-05"),
        # A day that the text looks forward to, or back from "now", is not what it is about.
        ("en", "As of 5 May 2025 the town will have 3 parks. It plans to plant 40 trees.", None),
        ("ru", "На 5 мая 2024 года было 40 парков. Сейчас их 50.", None),
        # What was done by a later day speaks against a year, and what will be does not.
        ("ru", "К 5 мая 2025 года открыто 3 парка, в 2024 году – 2.", None),
        ("ru", "В 2024 году открыто 2 парка и 9 аллей. К 5 мая 2026 года будет открыто 3 парка.", "2024"),
    ],
)  # fmt: skip
def test_a_period_is_guessed_only_where_nothing_speaks_against_it(language, text, period):
    found = period_of(document(text), prose.read(text, language))
    assert found == (period and Period.parse(period))
