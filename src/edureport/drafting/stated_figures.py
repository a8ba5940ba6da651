"""StatedFigures: a text with everything that is read of it before anything is drafted."""

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
from edureport.prose.figures.figure import Figure
from edureport.prose.figures.figure import Kind as Said
from edureport.prose.page import Page
from edureport.prose.reading import Reading
from edureport.prose.relations.relations import Group, Relation
from edureport.prose.times.times import Time
from edureport.reading.document import Block, Document

LONGEST = 600  # characters of a sentence that are shown
DEEPEST = 3  # breakdowns within breakdowns


class StatedFigure(NamedTuple):
    """A figure that states something, and what its sentence says of it.

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
    """The statements of a text by their places among its figures, and which are parts of which."""

    document: Document
    page: Page
    period: Period
    statements: Mapping[int, StatedFigure]
    divided: Mapping[int, Group]  # by the whole


def stated_figures(document: Document, reading: Reading, period: Period) -> StatedFigures:
    """What the text of a document states for a report on this period."""
    text, language = reading.text, reading.language
    page, figures, found = reading.page, reading.figures, reading.sentences
    times, named = reading.times(period)
    clauses = Clauses(page, figures, [one.time for one in times if one.time])
    above, cells = headings(document), cells_of(document)
    starts = [block.start for block in above]
    statements: dict[int, StatedFigure] = {}
    before: StatedFigure | None = None
    for place, (figure, time) in enumerate(zip(figures, named, strict=True)):
        if not figure.states:
            continue
        wording, unit, kind = wording_of(figure, clauses), figure.unit, kind_of(figure, clauses)
        block = document.block(figure.start)
        if block is not None and block.kind == "cell":
            cell = cell_of(figure, block, cells, language, period)
            statements[place] = _in_table(figure, cell, _where(document, figure), period)
            continue
        own = period_of(time, period)
        if not wording.own and before and _goes_on(figure, own, before):
            wording = wording._replace(labels=before.wording.labels)  # «223 школы (годом ранее 215)»
            unit, kind = unit or before.unit, kind or before.kind
        start, end = found[figure.sentence]
        number = bisect_right(starts, figure.start)
        before = statements[place] = StatedFigure(
            figure,
            wording,
            unit,
            kind,
            time,
            own,
            Passage(_shown(text[start:end]), _where(document, figure)),
            above[number - 1] if number else None,
        )
    divided = _divided(reading.relations, statements, period)
    return StatedFigures(document, page, period, statements, divided)


def _in_table(figure: Figure, cell: TableCell, where: Mapping[str, int], period: Period) -> StatedFigure:
    """A figure by the heads of its row and column; what heads them is no figure of its own."""
    kind = IndicatorKind.RATIO if figure.percent else None
    wording = cell.wording or Wording((cell.text,), cell.text, own=True, totals=False)
    return StatedFigure(
        figure if cell.wording else figure._replace(kind=Said.ATTRIBUTE),
        wording,
        figure.unit,
        kind,
        cell.time,
        period_of(cell.time, period),
        Passage(_shown(cell.text), where),
        None,
    )


def _goes_on(figure: Figure, period: Period | None, before: StatedFigure) -> bool:
    """Whether a figure without words of its own is about the same as the one before it."""
    apart = figure.sentence - before.figure.sentence
    return apart == 0 or (apart == 1 and period != before.period)


def _shown(sentence: str) -> str:
    """A sentence in one line, the beginning of a very long one."""
    return cleaned(sentence) if len(sentence) <= LONGEST else f"{cleaned(sentence[:LONGEST])} …"


def _where(document: Document, figure: Figure) -> dict[str, int]:
    """The sentence, counted over the whole text; of a Word file the paragraph or the table as well."""
    where = {"sentence": figure.sentence + 1}
    block = None if document.lined else document.block(figure.start)
    if block is not None:
        where["table" if block.kind == "cell" else "paragraph"] = block.number
    return where


def _divided(
    found: Sequence[Group], statements: Mapping[int, StatedFigure], period: Period
) -> dict[int, Group]:
    """The groups whose parts can stand below their whole, each figure in one place."""
    divided: dict[int, Group] = {}
    above: dict[int, int] = {}
    for group in found:
        whole = group.whole
        if group.relation is not Relation.PARTS or whole is None or set(group.counts) != {1}:
            continue
        chain = [whole]
        while chain[-1] in above:
            chain.append(above[chain[-1]])
        free = whole not in divided and not any(part in above or part in chain for part in group.parts)
        # A part that was divided before would come to lie deeper.
        flat = len(chain) <= DEEPEST and divided.keys().isdisjoint(group.parts)
        if free and flat and all(_counts(statements.get(p), period) for p in (whole, *group.parts)):
            divided[whole] = group
            above.update(dict.fromkeys(group.parts, whole))
    return divided


def _counts(statement: StatedFigure | None, period: Period) -> bool:
    """Whether a figure counts something for the period of the report."""
    if statement is None or statement.period != period:
        return False
    figure = statement.figure
    plain = figure.kind is Said.FIGURE and not figure.percent and figure.mode != "from"
    return plain and refused(figure) is None and value_of(figure) is not None
