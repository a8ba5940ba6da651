"""edureport audit: every figure of a written report against data, and against the rest of its text."""

import os
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Annotated, NamedTuple

import typer

from edureport import output, prose
from edureport.audit.audit import audit as audited
from edureport.audit.audit import comparable_reports
from edureport.audit.candidates import Candidate
from edureport.audit.findings import HOLDS, Audit, AuditFinding, Verdict
from edureport.audit.messages import (
    arithmetic_of,
    data_of,
    excerpt,
    holding_of,
    inconsistencies_of,
    reading_of,
    remarks_on,
    summary_of,
)
from edureport.commands.columns import Columns, column, columns_of, derived, each_row, for_people, stated
from edureport.commands.figures import whose
from edureport.commands.language import chosen_text_language, language_of
from edureport.commands.options import TextLanguage, Texts, View, print_message, read, with_view
from edureport.commands.selection import fitting, listed, one_of
from edureport.commands.values import complete_reports, completing, option
from edureport.errors import FOUND, UsageError
from edureport.formats import Base
from edureport.languages.visible import visible, visible_lines
from edureport.marked import MarkedText, TextBlock, TextMark
from edureport.message import Message, message
from edureport.model.report import Category, Report
from edureport.problem import Place
from edureport.prose.cells import TextCell
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relation import Certainty, Relation
from edureport.reading.document import Block, BlockKind
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.locate import STDIN, locate
from edureport.reading.text_file import Document, load_text
from edureport.table import Compact, Kind, Later, Table

OF_DATA = frozenset({"verdict", "reason", "in_data"})  # columns that say something only beside data
NO_DATA = "none"


class AuditRow(NamedTuple):
    """A figure of a text, and what was found about it; `figures` are all those of the text.

    `bodies` are the names of the organisations that the data are of, by their ids. Of `several` texts the
    place of a figure names its own. `holding` says that what holds is listed, too.
    """

    document: Document
    finding: AuditFinding
    figures: Sequence[Figure]
    bodies: Mapping[str, str]
    several: bool = False
    holding: bool = False

    @property
    def figure(self) -> Figure:
        return self.finding.figure

    @property
    def candidate(self) -> Candidate | None:
        return self.finding.candidate

    @property
    def category(self) -> Category | None:
        return self.candidate.category if self.candidate else None

    @property
    def place(self) -> Place:
        return self.document.place(self.figure.start)

    @property
    def place_among(self) -> Message:
        """The place of the figure for people, with its text where there are several."""
        place = _place_of(self.document, self.figure)
        return message("audit.place.of", text=self.document.path, place=place) if self.several else place

    @property
    def relation(self) -> Relation | None:
        """The relation that is reported of the figure."""
        return self.finding.inconsistency or (self.finding.holding if self.holding else None)

    @property
    def arithmetic(self) -> Message | None:
        """What follows from other figures, and what the text says."""
        said = arithmetic_of(self.finding, self.figures)
        return said or (holding_of(self.finding, self.figures) if self.holding else None)

    @property
    def bound(self) -> str | None:
        """The bound of the figure; None where it has none."""
        if self.figure.indefinite:
            return "indefinite"
        return self.figure.bound.value if self.figure.quantity else None


COLUMNS: Columns[AuditRow] = (
    column("char_start", Kind.COUNT, lambda row: row.figure.start),
    column("char_end", Kind.COUNT, lambda row: row.figure.end),
    column("words", Kind.TEXT, lambda row: visible_lines(row.figure.words)),
    column("figure_kind", Kind.CODE, lambda row: row.figure.kind.value),
    stated("value", lambda row: row.figure.quantity, bound=lambda row: row.bound),
    column("unit", Kind.TEXT, lambda row: row.figure.unit),
    column("organisation", Kind.KEY, lambda row: row.candidate and row.candidate.organisation),
    column("indicator", Kind.KEY, lambda row: row.candidate and row.candidate.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("target", Kind.KEY, lambda row: (of := row.candidate) and of.target and of.target.key),
    column("period", Kind.PERIOD, lambda row: row.finding.period),
    stated("data", lambda row: row.finding.data),
    derived("difference", Kind.CHANGE, lambda row: row.finding.difference),
    column("verdict", Kind.STATUS, lambda row: (said := row.finding.judged) and said.verdict.value, people=2),
    column("certainty", Kind.CODE, lambda row: (sure := row.finding.certainty) and sure.value),
    column("reason", Kind.MESSAGE, lambda row: (said := row.finding.judged) and said.note, people=7),
    column("relation", Kind.CODE, lambda row: (group := row.relation) and group.kind.value),
    column("arithmetic", Kind.SENTENCE, lambda row: row.arithmetic, people=8),
    column("candidates", Kind.TEXT, lambda row: _candidates(row.finding)),
    column("sentence", Kind.COUNT, lambda row: row.figure.sentence + 1),
    column("report", Kind.TEXT, lambda row: visible(row.place.path)),
    column("line", Kind.COUNT, lambda row: row.place.line),
    column("column", Kind.COUNT, lambda row: row.place.column),
    for_people("place", Kind.MESSAGE, lambda row: row.place_among, 1, Compact.LEAD),
    for_people("excerpt", Kind.TEXT, lambda row: excerpt(row.document.text, row.figure), 3, Compact.LEAD),
    for_people("reading", Kind.MESSAGE, lambda row: reading_of(row.figure), 4, Compact.NAMED),
    for_people("in_data", Kind.MESSAGE, lambda row: data_of(row.finding), 5, Compact.NAMED),
    for_people(
        "organisation_label", Kind.TEXT, lambda row: (of := row.candidate) and row.bodies[of.organisation], 6
    ),
)


def _candidates(finding: AuditFinding) -> str | None:
    """What the figure may be about, where that is open."""
    if not finding.rivals:
        return None
    return "; ".join(one.key for one in (finding.candidate, *finding.rivals) if one)


def _place_of(document: Document, figure: Figure) -> Message:
    """The place of a figure: a line and a column, or a paragraph or a cell of a Word file."""
    block = None if document.lined else document.block(figure.start)
    if block is None:
        place = document.place(figure.start)
        return message("audit.place.line", line=str(place.line), column=str(place.column))  # not grouped
    if block.kind is BlockKind.CELL:
        return message("audit.place.cell", table=block.number, row=block.row, column=block.column)
    return message("audit.place.paragraph", number=block.number)


def annotated(
    document: Document, made: Audit, shown: Sequence[AuditFinding], title: Message, language: str
) -> MarkedText:
    """The text with the figures of `shown` marked by their verdicts, and what there is to say about them."""
    figures = made.figures
    return MarkedText(
        name="audit",
        title=title,
        language=language,
        text=document.text,
        marks=[_mark(finding, figures) for finding in shown if finding.figure.states],
        blocks=list(map(_marked, document.blocks)),
        notes=tuple(inconsistencies_of(made)),
    )


def _marked(block: Block) -> TextBlock:
    table = 0 if block.row is None else block.number
    return TextBlock(block.start, block.end, block.kind, table, block.row or 0, block.column or 0)


def _mark(finding: AuditFinding, figures: Sequence[Figure]) -> TextMark:
    """A marked figure with its verdict, and what there is to say about it."""
    remarks = remarks_on(finding, figures)
    note = reduce(lambda one, other: message("audit.two", one=one, other=other), remarks) if remarks else None
    verdict = finding.judged.verdict.value if finding.judged else ""
    return TextMark(finding.figure.start, finding.figure.end, verdict, note)


class Audited(NamedTuple):
    """A text, the reports that it was compared with, and what was found."""

    document: Document
    reports: Sequence[Report]
    made: Audit


@with_view
def audit(
    text: Texts,
    data: Annotated[list[str] | None, option("REPORT", "help.audit_data", complete_reports)] = None,
    text_lang: TextLanguage = None,
    verdict: Annotated[list[str] | None, option("NAME", "help.verdict", completing("verdict"))] = None,
    annotate: Annotated[bool, typer.Option("--annotate", help="help.annotate")] = False,
    fail_on: Annotated[str | None, option("CERTAINTY", "help.audit_fail_on")] = None,
    *,
    view: View,
) -> None:
    """Run the command."""
    comments = annotate and output.format_of(view.choice, MarkedText.__name__) == "docx"
    wanted = fitting([*Verdict, HOLDS], listed(verdict), "verdict")
    gate = (
        one_of("--fail-on", fail_on, {one.value: one for one in Certainty}) if fail_on else Certainty.CERTAIN
    )
    named = chosen_text_language(text_lang)
    if data and NO_DATA in data and data != [NO_DATA]:
        raise UsageError(message("usage.no_data"))
    if annotate and len(text) > 1:
        raise UsageError(message("usage.annotate_one"))
    known = [] if data == [NO_DATA] else _known(data, view, text)
    done = [_audited(path, known, named, given=bool(data), language=view.language) for path in text]
    document, reports, made = done[0]
    if comments:
        view = view._replace(choice=view.choice._replace(base=_base(text[0], document)))
    if annotate:
        marked = annotated(document, made, made.chosen(wanted), _title(done), view.language)
        view.annotate(marked, reports, document.path)
    else:
        view.write(audit_table(done, wanted, view.language), known, *(one.document.path for one in done))
    certainties = set[Certainty]().union(*(one.made.certainties for one in done))
    if Certainty.CERTAIN in certainties or gate in certainties:
        raise typer.Exit(FOUND)


def _known(data: list[str] | None, view: View, texts: Sequence[str]) -> list[Report]:
    """The reports that may be compared with: those that are named, or of the working folder."""
    if not data and locate([], os.environ).is_shipped:
        return []
    return read(data, view.language, *texts, cache=view.cache)


def _audited(path: str, known: Sequence[Report], named: str | None, *, given: bool, language: str) -> Audited:
    """A text against these reports; if they were not named, against those of its own body and period."""
    document = load_text(path)
    cells = [TextCell(*one) for one in document.cells]
    reading = prose.read(document.prose, language_of(document, named), cells)
    reports, notes = comparable_reports(reading, known, document.path, named=given)
    for note in notes:
        print_message(note, language)
    return Audited(document, reports, audited(reading, reports))


def _base(path: str, document: Document) -> Base:
    """The author's Word file, into which comments are written; raises UsageError for another text."""
    if document.lined or path == STDIN:
        raise UsageError.at(document.path, "usage.comments")
    return Base(path, read_bytes(path, path, limits(os.environ)))


def audit_table(done: Sequence[Audited], wanted: Sequence[str], language: str) -> Table:
    """Every number of the texts, one row each; for people those first that are not right."""
    reports = [report for one in done for report in one.reports]
    bodies = {report.body: report.organisation.in_language(language) for report in reports}
    several, holding = len(done) > 1, HOLDS in wanted
    rows: list[AuditRow] = []
    notes: list[Message] = []
    for document, _, made in done:
        figures, chosen = made.figures, made.chosen(wanted)
        rows += [AuditRow(document, one, figures, bodies, several, holding) for one in chosen]
        notes += [message("audit.of_text", text=document.path)] if several else []
        notes += summary_of(made, document.tables)
    findings = [row.finding for row in rows]
    hidden = {*whose(reports), *(() if reports else OF_DATA)}
    if not any(finding.judged and finding.judged.note for finding in findings):
        hidden.add("reason")
    if not any(finding.inconsistency for finding in findings) and not holding:
        hidden.add("arithmetic")
    unasked = () if wanted else (number for number, one in enumerate(findings) if not one.is_told)
    return Table(
        name="audit",
        title=_title(done),
        language=language,
        columns=columns_of(COLUMNS, hidden),
        rows=Later(lambda: each_row(COLUMNS, rows)),
        notes=tuple(notes),
        nested=False,
        details=frozenset(unasked),
        order=tuple(sorted(range(len(findings)), key=lambda number: findings[number].rank)),
    )


def _title(done: Sequence[Audited]) -> Message:
    """Which texts, against which reports."""
    reports = {id(report): report for one in done for report in one.reports}
    text = done[0].document.path if len(done) == 1 else ", ".join(visible(one.document.path) for one in done)
    if not reports:
        return message("title.audit_alone", text=text)
    if len(done) > 1 or len(reports) > 1:
        return message("title.audit_several", text=text, count=len(reports))
    (report,) = reports.values()
    return message("title.audit", text=text, organisation=report.organisation, period=report.period)
