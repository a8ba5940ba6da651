"""edureport audit: every figure of a written report against data, and against the rest of its text."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Annotated, NamedTuple

import typer

from edureport import output, prose
from edureport.audit.audit import audit as audited
from edureport.audit.candidates import Candidate
from edureport.audit.excerpts import excerpt
from edureport.audit.findings import Audit, AuditFinding
from edureport.audit.messages import arithmetic_of, data_of, reading_of, remarks_on
from edureport.audit.verdicts import Judged, Verdict
from edureport.commands.columns import Columns, column, columns_of, for_people, rows_of, stated
from edureport.commands.completion import complete_reports
from edureport.commands.figures import whose
from edureport.commands.language import chosen_text_language
from edureport.commands.options import Prose, TextLanguage, View, read, with_view
from edureport.commands.selection import fitting, listed
from edureport.commands.values import completing
from edureport.errors import FOUND, UsageError
from edureport.formats import Base
from edureport.languages.visible import visible, visible_lines
from edureport.marked import MarkedText, TextBlock, TextMark
from edureport.message import Message, message
from edureport.model.report import Category, Report, Target
from edureport.problem import Place, Problem
from edureport.prose.cells import TextCell
from edureport.prose.figures.figure import Figure
from edureport.reading.document import BlockKind
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.locate import STDIN
from edureport.reading.text_file import Document, load_text
from edureport.table import Compact, Kind, Table

NO_DATA = "none"


class AuditRow(NamedTuple):
    """A figure of a text, and what was found about it; `figures` are all those of the text.

    `bodies` are the names of the organisations that the data are of, by their ids.
    """

    document: Document
    finding: AuditFinding
    figures: Sequence[Figure]
    bodies: Mapping[str, str]

    @property
    def figure(self) -> Figure:
        """The figure of the text."""
        return self.finding.figure

    @property
    def organisation(self) -> str | None:
        """The name of the organisation of the data that the figure is about."""
        return self.bodies[self.candidate.organisation] if self.candidate else None

    @property
    def category(self) -> Category | None:
        """The part that the figure is about."""
        return self.candidate.category if self.candidate else None

    @property
    def candidate(self) -> Candidate | None:
        """What the figure is about."""
        return self.finding.candidate

    @property
    def judged(self) -> Judged | None:
        """What the data say of it."""
        return self.finding.judged

    @property
    def target(self) -> Target | None:
        """The target that the figure is about."""
        return self.candidate.target if self.candidate else None

    @property
    def place(self) -> Place:
        """The place of the figure in its file."""
        return self.document.place(self.figure.start)

    @property
    def excerpt(self) -> str:
        """The figure with its modifier and what is counted."""
        return excerpt(self.document.text, self.figure)

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
    column("target", Kind.KEY, lambda row: row.target and row.target.key),
    column("period", Kind.PERIOD, lambda row: row.finding.period),
    stated("data", lambda row: row.finding.data),
    column("verdict", Kind.STATUS, lambda row: row.judged and row.judged.verdict.value, people=2),
    column("certainty", Kind.CODE, lambda row: (sure := row.finding.certainty) and sure.value),
    column("reason", Kind.MESSAGE, lambda row: row.judged and row.judged.note, people=7),
    column("relation", Kind.CODE, lambda row: (group := row.finding.inconsistency) and group.kind.value),
    column("arithmetic", Kind.SENTENCE, lambda row: arithmetic_of(row.finding, row.figures), people=8),
    column("candidates", Kind.TEXT, lambda row: _candidates(row.finding)),
    column("sentence", Kind.COUNT, lambda row: row.figure.sentence + 1),
    column("report", Kind.TEXT, lambda row: visible(row.place.path)),
    column("line", Kind.COUNT, lambda row: row.place.line),
    column("column", Kind.COUNT, lambda row: row.place.column),
    for_people("place", Kind.MESSAGE, lambda row: _place(row.document, row.figure), 1, Compact.LEAD),
    for_people("excerpt", Kind.TEXT, lambda row: row.excerpt, 3, Compact.LEAD),
    for_people("reading", Kind.MESSAGE, lambda row: reading_of(row.figure), 4, Compact.NAMED),
    for_people("in_data", Kind.MESSAGE, lambda row: data_of(row.finding), 5, Compact.NAMED),
    for_people("organisation_label", Kind.TEXT, lambda row: row.organisation, 6),
)
_OF_DATA = frozenset({"verdict", "reason", "in_data"})  # columns that say something only beside data


@with_view
def audit(
    text: Prose,
    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="REPORT", help="help.audit_data", autocompletion=complete_reports),
    ] = None,
    text_lang: TextLanguage = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option("--verdict", metavar="NAME", help="help.verdict", autocompletion=completing("verdict")),
    ] = None,
    annotate: Annotated[bool, typer.Option("--annotate", help="help.annotate")] = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    comments = annotate and output.format_of(view.choice, MarkedText.__name__) == "docx"
    wanted = [Verdict(name) for name in fitting(list(Verdict), listed(verdict), "verdict")]
    named = chosen_text_language(text_lang)
    if data and NO_DATA in data and data != [NO_DATA]:
        raise UsageError(message("usage.no_data"))
    document = load_text(text)
    reports = [] if data == [NO_DATA] else read(data, view.language, text)
    cells = [TextCell(*one) for one in document.cells]
    reading = prose.read(document.prose, named or prose.language_of(document.prose), cells)
    made = audited(reading, reports)
    shown = [finding for finding in made.findings if not wanted or finding.has_one_of(wanted)]
    if comments:
        view = view._replace(choice=view.choice._replace(base=_base(text, document)))
    if annotate:
        view.annotate(audit_text(document, reports, made, shown, view.language), reports, document.path)
    else:
        table = audit_table(document, reports, made, view.language)
        view.write(_only(table, made, shown) if wanted else table, reports, document.path)
    if any(finding.contradicted for finding in made.findings):
        raise typer.Exit(FOUND)


def _base(path: str, document: Document) -> Base:
    """The author's Word file, into which comments are written; raises UsageError for another text."""
    if document.lined or path == STDIN:
        raise UsageError(Problem(message("usage.comments"), Place(document.path)))
    return Base(path, read_bytes(path, path, limits(os.environ)))


def audit_table(document: Document, reports: Sequence[Report], made: Audit, language: str) -> Table:
    """Every number of the text, one row each; for people only those that state something."""
    hidden = {*whose(reports), *(() if reports else _OF_DATA)}
    if not any(finding.judged and finding.judged.note for finding in made.findings):
        hidden.add("reason")
    if not any(finding.inconsistency for finding in made.findings):
        hidden.add("arithmetic")
    figures = made.figures
    bodies = {report.body: report.organisation.in_language(language) for report in reports}
    rows = (AuditRow(document, finding, figures, bodies) for finding in made.findings)
    return Table(
        name="audit",
        title=_title(document, reports),
        language=language,
        columns=columns_of(COLUMNS, hidden),
        rows=rows_of(COLUMNS, rows),
        notes=tuple(_notes(made)),
        nested=False,
        details=frozenset(place for place, figure in enumerate(figures) if not figure.states),
    )


def audit_text(
    document: Document, reports: Sequence[Report], made: Audit, shown: Sequence[AuditFinding], language: str
) -> MarkedText:
    """The text with the figures of `shown` marked by their verdicts, and what there is to say about them."""
    figures = made.figures
    return MarkedText(
        name="audit",
        title=_title(document, reports),
        language=language,
        text=document.text,
        marks=[_mark(finding, figures) for finding in shown if finding.figure.states],
        blocks=list(_blocks(document)),
        notes=tuple(_inconsistent(made)),
    )


def _only(table: Table, made: Audit, shown: Sequence[AuditFinding]) -> Table:
    """The rows of these findings; the notes count them all."""
    starts = {finding.figure.start for finding in shown}
    rows = [row for row, figure in zip(table.rows, made.figures, strict=True) if figure.start in starts]
    return table._replace(rows=rows, details=frozenset())


def _title(document: Document, reports: Sequence[Report]) -> Message:
    if not reports:
        return message("title.audit_alone", text=document.path)
    if len(reports) > 1:
        return message("title.audit_several", text=document.path, count=len(reports))
    (report,) = reports
    return message("title.audit", text=document.path, organisation=report.organisation, period=report.period)


def _candidates(finding: AuditFinding) -> str | None:
    """What the figure may be about, where that is open."""
    if not finding.rivals:
        return None
    return "; ".join(one.key for one in (finding.candidate, *finding.rivals) if one)


def _place(document: Document, figure: Figure) -> Message:
    """The place of a figure: a line and a column, or a paragraph or a cell of a Word file."""
    block = None if document.lined else document.block(figure.start)
    if block is None:
        place = document.place(figure.start)
        return message("audit.place.line", line=place.line, column=place.column)
    if block.kind is BlockKind.CELL:
        return message("audit.place.cell", table=block.number, row=block.row, column=block.column)
    return message("audit.place.paragraph", number=block.number)


def _blocks(document: Document) -> Iterator[TextBlock]:
    for block in document.blocks:
        table = 0 if block.row is None else block.number
        yield TextBlock(block.start, block.end, block.kind, table, block.row or 0, block.column or 0)


def _mark(finding: AuditFinding, figures: Sequence[Figure]) -> TextMark:
    """A marked figure with its verdict, and what there is to say about it."""
    remarks = remarks_on(finding, figures)
    note = reduce(lambda one, other: message("audit.two", one=one, other=other), remarks) if remarks else None
    verdict = finding.judged.verdict.value if finding.judged else ""
    return TextMark(finding.figure.start, finding.figure.end, verdict, note)


# Notes


def _notes(made: Audit) -> Iterator[Message]:
    """How many figures have which verdict, and how many numbers state nothing."""
    counts, stating = made.counts, len(made.stating)
    number = message("count.figures", count=stating)
    if counts:
        each = tuple(_count(verdict, counts[verdict]) for verdict in Verdict if counts[verdict])
        yield message("audit.counts", figures=number, each=each)
    else:
        yield message("audit.found", figures=number)
    if others := len(made.findings) - stating:
        yield message("audit.others", count=others)
    yield from _inconsistent(made)


def _count(verdict: Verdict, number: int) -> Message:
    return message("audit.verdict_count", verdict=message(f"verdict.{verdict.value}"), number=number)


def _inconsistent(made: Audit) -> Iterator[Message]:
    """How many figures are inconsistent with others of the text."""
    if made.inconsistent:
        yield message("audit.not_following", count=made.inconsistent)
