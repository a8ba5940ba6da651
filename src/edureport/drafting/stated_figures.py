"""StatedFigures: the figures that a text states, each with its label, unit, kind, period and sentence."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edureport.drafting.clauses import Clauses
from edureport.drafting.draft import Passage
from edureport.drafting.heading import headings
from edureport.drafting.kinds import kind_of
from edureport.drafting.labels import Wording, wording_of
from edureport.drafting.names import cleaned
from edureport.drafting.tables import TableCell, cell_of, cells_of
from edureport.drafting.values import period_of, refused, value_of
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.page import Page
from edureport.prose.reading import Reading
from edureport.prose.relations.relation import Relation, RelationKind
from edureport.prose.times.times import Time
from edureport.reading.document import Block, BlockKind, Document

LONGEST = 600  # characters of a sentence that are shown
DEEPEST = 3  # breakdowns within breakdowns


class StatedFigure(NamedTuple):
    """A figure that states something, and what its sentence says about it.

    `period` is None if a report on the period in hand cannot hold it; `heading` is the one above it.
    """

    figure: Figure
    wording: Wording
    unit: str | None  # its lemma
    kind: IndicatorKind | None
    time: Time | None
    period: Period | None
    passage: Passage
    heading: Block | None


class StatedFigures(NamedTuple):
    """The stated figures by their index among all numbers of the text, and which have parts."""

    document: Document
    page: Page
    period: Period
    figures: Mapping[int, StatedFigure]
    divisions: Mapping[int, Relation]  # by the whole


def stated_figures(document: Document, reading: Reading, period: Period) -> StatedFigures:
    """The figures that a document states for a report on this period; `reading` is that of its text."""
    times, time_of_figure = reading.times(period)
    clauses = Clauses(reading.page, reading.figures, [one.time for one in times if one.time])
    sections, cells = headings(document), cells_of(document)
    section_starts = [block.start for block in sections]
    stated: dict[int, StatedFigure] = {}
    before: StatedFigure | None = None
    for index, (figure, time) in enumerate(zip(reading.figures, time_of_figure, strict=True)):
        if not figure.states:
            continue
        block = document.block(figure.start)
        if block is not None and block.kind is BlockKind.CELL:
            cell = cell_of(figure, block, cells, reading.language, period)
            stated[index] = _in_table(figure, cell, _where(document, figure), period)
            continue
        start, end = reading.sentences[figure.sentence]
        section = bisect_right(section_starts, figure.start)
        new = StatedFigure(
            figure,
            wording_of(figure, clauses),
            figure.unit,
            kind_of(figure, clauses),
            time,
            period_of(time, period),
            Passage(_shown(reading.text[start:end]), _where(document, figure)),
            sections[section - 1] if section else None,
        )
        before = stated[index] = _continued(new, before) if before else new
    divisions = _divisions(reading.relations, stated, period)
    return StatedFigures(document, reading.page, period, stated, divisions)


def _continued(stated: StatedFigure, before: StatedFigure) -> StatedFigure:
    """A figure without words of its own with those of the one before it: «223 школы (годом ранее 215)»."""
    apart = stated.figure.sentence - before.figure.sentence
    if stated.wording.own or apart > 1 or (apart == 1 and stated.period == before.period):
        return stated
    wording = stated.wording._replace(labels=before.wording.labels)
    return stated._replace(wording=wording, unit=stated.unit or before.unit, kind=stated.kind or before.kind)


def _in_table(figure: Figure, cell: TableCell, where: Mapping[str, int], period: Period) -> StatedFigure:
    """A figure in a cell, by the heads of its row and column; a number in a head states nothing."""
    kind = IndicatorKind.RATIO if figure.percent else None
    wording = cell.wording or Wording((cell.text,), cell.text, own=True, totals=False)
    return StatedFigure(
        figure if cell.wording else figure._replace(kind=FigureKind.ATTRIBUTE),
        wording,
        figure.unit,
        kind,
        cell.time,
        period_of(cell.time, period),
        Passage(_shown(cell.text), where),
        None,
    )


def _shown(sentence: str) -> str:
    """A sentence in one line, the beginning of a very long one."""
    return cleaned(sentence) if len(sentence) <= LONGEST else f"{cleaned(sentence[:LONGEST])} …"


def _where(document: Document, figure: Figure) -> dict[str, int]:
    """The sentence, counted over the whole text; of a Word file the paragraph or the table as well."""
    where = {"sentence": figure.sentence + 1}
    block = None if document.lined else document.block(figure.start)
    if block is not None:
        where["table" if block.kind is BlockKind.CELL else "paragraph"] = block.number
    return where


def _divisions(
    relations: Sequence[Relation], stated: Mapping[int, StatedFigure], period: Period
) -> dict[int, Relation]:
    """The wholes with parts that a report file can hold: each figure is part of one whole at most."""
    divisions: dict[int, Relation] = {}
    above: dict[int, int] = {}
    for group in relations:
        whole = group.whole
        if group.kind is not RelationKind.PARTS or whole is None or set(group.counts) != {1}:
            continue
        chain = [whole]
        while chain[-1] in above:
            chain.append(above[chain[-1]])
        free = whole not in divisions and not any(part in above or part in chain for part in group.parts)
        # A part that was divided before would come to lie deeper.
        flat = len(chain) <= DEEPEST and divisions.keys().isdisjoint(group.parts)
        if free and flat and all(_counts(stated.get(p), period) for p in (whole, *group.parts)):
            divisions[whole] = group
            above.update(dict.fromkeys(group.parts, whole))
    return divisions


def _counts(statement: StatedFigure | None, period: Period) -> bool:
    """Whether a figure counts something for the period of the report."""
    if statement is None or statement.period != period:
        return False
    figure = statement.figure
    plain = figure.kind is FigureKind.FIGURE and not figure.percent and figure.mode is not Mode.FROM
    return plain and refused(figure) is None and value_of(figure) is not None
