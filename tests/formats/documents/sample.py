"""A publication for tests of its writers: every block, tables of real commands, pictures."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from edureport.analysis.path import Method
from edureport.charts.bars import bars_of, parts_of
from edureport.charts.progress import progress_of
from edureport.commands.show import show_table
from edureport.commands.summary import summary_table
from edureport.commands.targets import stand, targets_table
from edureport.languages import catalogue
from edureport.model.library import Library
from edureport.publication import (
    Approval,
    Caption,
    CaptionKind,
    Chapter,
    Items,
    Paragraph,
    Phrase,
    Picture,
    Publication,
    Run,
    TableBlock,
    walk,
)
from edureport.reading.load import load_all

HOSTILE = "tests/formats/hostile.yaml"
SOURCE = "data/report_2025q3.yaml"


@cache
def loaded(path: str = SOURCE) -> Library:
    """A library of the reports in a file or a folder."""
    return Library.of(load_all([path]))


def caption(number: int, text: str, kind: CaptionKind = CaptionKind.TABLE) -> Caption:
    """A caption as Kazakh has them."""
    return Caption(
        kind, number, "", "-кесте – " if kind is CaptionKind.TABLE else "-сурет – ", Phrase.of(text)
    )


def publication(language: str = "kk", path: str = SOURCE, said: str = "Мәтін") -> Publication:
    """A document on a report with the tables that commands make of it; `said` is what its texts say."""
    library = loaded(path)
    report, words = library.latest, catalogue.load(language)
    indicators = list(report.indicators.values())
    pictures = [
        bars_of(report, indicators, words),
        parts_of(report, indicators, words),
        progress_of(library, set(report.indicators), words),
    ]
    tables = [
        summary_table([report], indicators, language),
        targets_table([stand(library, set(report.indicators), None, Method.LINEAR)], language),
        show_table(indicators[0].key, [report], language),
    ]
    return Publication(
        language,
        Phrase((Run(report.organisation.in_language(language)),)),
        Phrase((Run(said), Run(" words of English", "en"))),
        date(2025, 9, 30),
        (
            Chapter(
                Phrase.of(said),
                (
                    Paragraph(Phrase.of(said)),
                    TableBlock(caption(1, said), tables[0], {"value": said}),
                    *(
                        Picture(caption(number, said, CaptionKind.PICTURE), picture, said)
                        for number, picture in enumerate(pictures, start=1)
                        if picture.panels
                    ),
                    Chapter(Phrase.of(said), (Items((Phrase.of(said), Phrase.of("b"))),)),
                ),
            ),
            Chapter(Phrase.of("Targets"), (TableBlock(caption(2, said), tables[1]),)),
            Chapter(Phrase.of("Third"), (Paragraph(Phrase.of("c")),)),
            Chapter(Phrase.of("Annex"), (TableBlock(caption(3, said), tables[2]),), annex=True),
        ),
        Approval(said, (Phrase.of(said), Phrase.of("____________ A. Example"))),
    )


def tables(made: Publication) -> list[TableBlock]:
    """The tables of a document in their order, those of annexes last."""
    return [block for block in walk(made.blocks) if isinstance(block, TableBlock)]


def numbers(made: Publication) -> Sequence[str]:
    """The numbers of all figures of the tables, as CSV writes them."""
    return [
        f"{cell.stated:f}"
        for block in tables(made)
        for row in block.table.for_people().rows
        for cell in row
        if hasattr(cell, "stated") and not getattr(cell, "rest", False)
    ]
