"""StatedFigures: the figures that a text states, each with its label, unit, kind, period and sentence."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.draft import Passage
from edureport.drafting.entries import divisions_of
from edureport.drafting.growth import is_growth, is_rate_of_change
from edureport.drafting.heading import Rankings, card_of, headings
from edureport.drafting.items import is_in_list_of_plans, item_of
from edureport.drafting.labels import Wording, as_label, wording_of
from edureport.drafting.names import cleaned
from edureport.drafting.ruling import is_no_plan, is_no_target, is_planned
from edureport.drafting.stated_figure import Before, Places, StatedFigure
from edureport.drafting.values import kind_of, period_of, unit_beside, value_of
from edureport.model.period import DAY, Period
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import LEVELS, Figure, FigureKind, Mode
from edureport.prose.figures.units import PERCENT
from edureport.prose.page import Page
from edureport.prose.reading import Reading
from edureport.prose.relations.relation import Relation
from edureport.prose.tables.tables import HeadedCell, TextTables
from edureport.prose.times.times import NamedTime, Role, Time
from edureport.reading.document import BlockKind, Document

LONGEST = 600  # characters of a sentence that are shown


class StatedFigures(NamedTuple):
    """The stated figures by their index among all numbers of the text, and which have parts."""

    figures: Mapping[int, StatedFigure]
    divisions: Mapping[int, Relation]  # by the whole


def stated_figures(document: Document, reading: Reading, period: Period) -> StatedFigures:
    """The figures that a document states for a report on this period; `reading` is that of its text."""
    times, time_of_figure = reading.times(period)
    clauses = Clauses(reading.page, reading.figures, times)
    sections, tables = headings(document), reading.tables(period)
    rankings = Rankings(document, tables.heads)
    stated: dict[int, StatedFigure] = {}
    shown = cache(lambda sentence: _shown(reading.text[slice(*reading.sentences[sentence])]))
    before, places = Before(), Places(clauses)
    ahead = _ahead(reading.page, times, period)
    now = frozenset(one.first for one in times if one.time is None)
    percentage: Clause | None = None
    last: Clause | None = None
    approved, rows = clauses.approval(), clauses.rows(reading.figures)
    for index, (figure, time) in enumerate(zip(reading.figures, time_of_figure, strict=True)):
        if not figure.states:
            continue
        if (block := document.block(figure.start)) and block.kind is BlockKind.CELL:
            stated[index] = _in_table(index, time, document, reading, tables, period)
            continue
        clause, wording = _in_words(_as_told(clauses.of(figure), percentage, last))
        figure, last = clause.figure, clause  # noqa: PLW2901
        percentage = clause if figure.percent else percentage
        section = bisect_right(sections, figure.start, key=lambda block: block.start)
        kind = kind_of(clause)
        new = StatedFigure(
            figure,
            value_of(figure),
            wording,
            unit_beside(clause),
            kind,
            time,
            None if time is None and _is_ahead(clause, ahead, now) else period_of(time, period),
            Passage(shown(figure.sentence), _where(document, figure)),
            sections[section - 1] if section else None,
            in_row=figure.span.first in rows,
            on_top=clause.is_on_top,
            alone=wording.bare and clause.is_alone,
            has_subject=figure.kind is FigureKind.CHANGE and wording.open and clause.has_subject,
            level=kind is IndicatorKind.STOCK or wording.totals or figure.mode is Mode.TO,
        )
        item, ranked = None, rankings.label(figure)
        if card := card_of(figure, document, tables.heads):  # alone in its line, a name and a time above it
            new = new.worded(label=card.words, around=card.words, open=not card.words, own=True)
            told = card.time or time
            new = new._replace(unit=new.unit or card.unit, time=told, period=period_of(told, period))
        elif ranked is not None:
            new = _in_ranking(new, ranked)
        else:
            item = item_of(clause, document)
            new = before.shared(before.continued(new, clause), clause)
            new = places.placed(before.itemised(new, item, reading.page))
            if is_in_list_of_plans(clause, document):
                new = new.worded(open=True)
        planned = approved is not None and figure.start > approved and clause.is_joined
        if planned and figure.kind is FigureKind.FIGURE:
            new = new._replace(figure=figure._replace(kind=FigureKind.TARGET))
        before.add(new, item)
        stated[index] = new
    return StatedFigures(stated, divisions_of(reading.divisions, stated, period))


def _as_told(clause: Clause, percentage: Clause | None, last: Clause | None) -> Clause:
    """A figure as its words tell: a level, a plan or a change; the others are those before it."""
    figure = clause.figure
    level = FigureKind.PERCENT if figure.percent else FigureKind.FIGURE
    if figure.span.first in clause.clauses.paired and not figure.percent:
        figure = figure._replace(unit=None, unit_span=None)  # "Girls" of "Total 90 Girls 40"
        clause = Clause(figure, clause.clauses)
    if is_no_plan(clause):
        clause = clause.of_kind(level)
    if is_growth(clause, percentage, last):
        clause = clause.of_kind(FigureKind.CHANGE)
    if is_no_target(clause):
        return clause.of_kind(level)
    return clause.of_kind(FigureKind.TARGET) if is_planned(clause) else clause


def _in_words(clause: Clause) -> tuple[Clause, Wording]:
    """A figure with its words; a percentage that they call an index or growth is a change."""
    wording = wording_of(clause)
    level = clause.figure.percent and clause.figure.kind in LEVELS and not wording.open
    rate = level and is_rate_of_change(wording.label, clause.page.language)
    return (clause.of_kind(FigureKind.CHANGE) if rate else clause), wording


def _ahead(page: Page, times: Sequence[NamedTime], period: Period) -> Mapping[int, list[NamedTime]]:
    """The times after the report by which something is to be, by sentence."""
    ahead: dict[int, list[NamedTime]] = defaultdict(list)
    for one in times:
        if one.time and one.time.role is Role.DUE and one.time.period.last > period.last + DAY:
            ahead[page.sentence[one.first]].append(one)
    return ahead


def _is_ahead(clause: Clause, ahead: Mapping[int, Sequence[NamedTime]], now: frozenset[int]) -> bool:
    """Whether one of these times, which only an opening comma parts from a level, is when it is to be."""
    later = ahead.get(clause.figure.sentence)
    if not later or clause.figure.kind not in LEVELS or not now.isdisjoint(clause.own):
        return False
    clauses, first = clause.clauses, clause.first
    for one in later:
        opens = clauses.begins_clause(one.first) and clause.page.word(one.last) == ","
        between = range(one.last + opens, first) if one.first < first else range(clause.last, one.first)
        if not any(map(clauses.parts, between)):
            return True
    return False


def _in_ranking(stated: StatedFigure, label: str) -> StatedFigure:
    """A figure of a ranking with its label; a rank, or the year of a line, states nothing."""
    figure = stated.figure if label else stated.figure._replace(kind=FigureKind.ATTRIBUTE)
    named = stated.figure.unit_span and stated.figure.unit_span.first < stated.figure.span.first
    stated = stated.worded(label=label, around=label, open=not label, own=True)
    return stated._replace(figure=figure, unit=None if named else stated.unit)


def _in_table(
    index: int, time: Time | None, document: Document, reading: Reading, tables: TextTables, period: Period
) -> StatedFigure:
    """A figure in a cell, by the heads of its row and column; a number in a head states nothing."""
    figure, language = reading.figures[index], reading.page.language
    where, block = _where(document, figure), document.block(figure.start)
    text = cleaned(document.text[block.start : block.end]) if block else ""
    cell = tables.cell(index) or HeadedCell(head=True, fills=False)
    heads = () if cell.head else tables.label(index)
    name = as_label(", ".join(heads), language.code)
    wording = Wording(name or text, name or text, text, own=True, totals=False, open=not (name or cell.head))
    share = figure.percent or cell.unit == PERCENT
    if cell.head:
        figure = figure._replace(kind=FigureKind.ATTRIBUTE)
    elif figure.kind in LEVELS:
        percent = cell.unit == PERCENT or tables.tells_percent(index)  # else below zero itself: temperatures
        changed = percent and tables.is_change(index)
        needed = cell.role is None and any(map(tables.heads.speaks_of_needs, (cell.caption, *cell.names)))
        if needed and not changed:
            figure = figure._replace(kind=FigureKind.TARGET)
            time = time and time._replace(role=Role.DUE)
        elif changed or (share and is_rate_of_change(wording.label, language)):
            figure = figure._replace(kind=FigureKind.CHANGE)
    unit, kind = cell.unit or figure.unit, IndicatorKind.RATIO if share else None
    of = period_of(cell.time, period)
    passage = Passage(_shown(" – ".join(filter(None, (*heads, text)))), where)
    return StatedFigure(figure, value_of(figure), wording, unit, kind, time, of, passage, None)


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
