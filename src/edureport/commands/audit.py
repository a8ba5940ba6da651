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
from edureport.audit.messages import arithmetic_of, data_of, holding_of, reading_of, remarks_on
from edureport.audit.own import is_own, other_body, other_period
from edureport.audit.verdicts import HOLDS, Judged, Verdict
from edureport.commands.columns import Columns, column, columns_of, for_people, rows_of, stated
from edureport.commands.completion import complete_reports
from edureport.commands.figures import whose
from edureport.commands.language import chosen_text_language
from edureport.commands.options import TextLanguage, Texts, View, print_message, read, with_view
from edureport.commands.selection import fitting, listed, one_of
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
from edureport.prose.relations.relation import Certainty, Consistency, Relation
from edureport.reading.document import BlockKind
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.locate import STDIN, Origin, locate
from edureport.reading.text_file import Document, load_text
from edureport.table import Compact, Kind, Table

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
    def place_among(self) -> Message:
        """The place of the figure for people, with its text where there are several."""
        place = _place(self.document, self.figure)
        return message("audit.place.of", text=self.document.path, place=place) if self.several else place

    @property
    def excerpt(self) -> str:
        """The figure with its modifier and what is counted."""
        return excerpt(self.document.text, self.figure)

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
    column("target", Kind.KEY, lambda row: row.target and row.target.key),
    column("period", Kind.PERIOD, lambda row: row.finding.period),
    stated("data", lambda row: row.finding.data),
    column("verdict", Kind.STATUS, lambda row: row.judged and row.judged.verdict.value, people=2),
    column("certainty", Kind.CODE, lambda row: (sure := row.finding.certainty) and sure.value),
    column("reason", Kind.MESSAGE, lambda row: row.judged and row.judged.note, people=7),
    column("relation", Kind.CODE, lambda row: (group := row.relation) and group.kind.value),
    column("arithmetic", Kind.SENTENCE, lambda row: row.arithmetic, people=8),
    column("candidates", Kind.TEXT, lambda row: _candidates(row.finding)),
    column("sentence", Kind.COUNT, lambda row: row.figure.sentence + 1),
    column("report", Kind.TEXT, lambda row: visible(row.place.path)),
    column("line", Kind.COUNT, lambda row: row.place.line),
    column("column", Kind.COUNT, lambda row: row.place.column),
    for_people("place", Kind.MESSAGE, lambda row: row.place_among, 1, Compact.LEAD),
    for_people("excerpt", Kind.TEXT, lambda row: row.excerpt, 3, Compact.LEAD),
    for_people("reading", Kind.MESSAGE, lambda row: reading_of(row.figure), 4, Compact.NAMED),
    for_people("in_data", Kind.MESSAGE, lambda row: data_of(row.finding), 5, Compact.NAMED),
    for_people("organisation_label", Kind.TEXT, lambda row: row.organisation, 6),
)
_OF_DATA = frozenset({"verdict", "reason", "in_data"})  # columns that say something only beside data


class Audited(NamedTuple):
    """A text, the reports that it was compared with, and what was found."""

    document: Document
    reports: Sequence[Report]
    made: Audit

    def shown(self, wanted: Sequence[str]) -> list[AuditFinding]:
        """The findings that were asked for; all of them if nothing was."""
        verdicts = [Verdict(name) for name in wanted if name != HOLDS]
        return [
            finding
            for finding in self.made.findings
            if not wanted or finding.has_one_of(verdicts) or (HOLDS in wanted and finding.holding)
        ]


@with_view
def audit(
    text: Texts,
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
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="CERTAINTY", help="help.audit_fail_on")
    ] = None,
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
        marked = audit_text(document, reports, made, done[0].shown(wanted), view.language)
        view.annotate(marked, reports, document.path)
    else:
        view.write(audit_table(done, wanted, view.language), known, *(one.document.path for one in done))
    certainties = {finding.certainty for one in done for finding in one.made.findings}
    if Certainty.CERTAIN in certainties or (gate is Certainty.LIKELY and Certainty.LIKELY in certainties):
        raise typer.Exit(FOUND)


def _known(data: list[str] | None, view: View, texts: Sequence[str]) -> list[Report]:
    """The reports that may be compared with: those that are named, or of the working folder."""
    if not data and locate([], os.environ).origin is Origin.SHIPPED:
        return []
    return read(data, view.language, *texts, cache=view.cache)


def _audited(path: str, known: Sequence[Report], named: str | None, *, given: bool, language: str) -> Audited:
    """A text against these reports; if they were not named, against those of its own body and period."""
    document = load_text(path)
    cells = [TextCell(*one) for one in document.cells]
    reading = prose.read(document.prose, named or prose.language_of(document.prose), cells)
    reports = list(known) if given else [report for report in known if is_own(reading, report)]
    if known and not reports:
        print_message(message("note.no_own_data", text=document.path), language)
    if given and reports and (other := other_period(reading, reports)):
        print_message(message("note.other_period", text=document.path, period=other), language)
    if given and reports and (body := other_body(reading, reports)):
        print_message(message("note.other_body", text=document.path, organisation=body), language)
        reports = []
    return Audited(document, reports, audited(reading, reports))


def _base(path: str, document: Document) -> Base:
    """The author's Word file, into which comments are written; raises UsageError for another text."""
    if document.lined or path == STDIN:
        raise UsageError(Problem(message("usage.comments"), Place(document.path)))
    return Base(path, read_bytes(path, path, limits(os.environ)))


def audit_table(done: Sequence[Audited], wanted: Sequence[str], language: str) -> Table:
    """Every number of the texts, one row each; for people those first that are not right."""
    reports = [report for one in done for report in one.reports]
    findings = [(one, finding) for one in done for finding in one.shown(wanted)]
    hidden = {*whose(reports), *(() if reports else _OF_DATA)}
    if not any(finding.judged and finding.judged.note for _, finding in findings):
        hidden.add("reason")
    if not any(finding.inconsistency for _, finding in findings) and HOLDS not in wanted:
        hidden.add("arithmetic")
    bodies = {report.body: report.organisation.in_language(language) for report in reports}
    several, holding = len(done) > 1, HOLDS in wanted
    figures = {id(one): one.made.figures for one in done}
    rows = (
        AuditRow(one.document, finding, figures[id(one)], bodies, several, holding)
        for one, finding in findings
    )
    unasked = (number for number, (_, finding) in enumerate(findings) if not _is_told(finding))
    return Table(
        name="audit",
        title=_title(done[0].document, reports) if not several else _title_of_several(done, reports),
        language=language,
        columns=columns_of(COLUMNS, hidden),
        rows=rows_of(COLUMNS, rows),
        notes=tuple(note for one in done for note in _notes(one, several=several)),
        nested=False,
        details=frozenset() if wanted else frozenset(unasked),
        order=tuple(sorted(range(len(findings)), key=lambda number: _rank(findings[number][1]))),
    )


def _is_told(finding: AuditFinding) -> bool:
    """Whether people see a figure unasked: not what states nothing, and not what is confirmed."""
    confirmed = finding.judged is not None and finding.judged.verdict is Verdict.CONFIRMED
    return finding.figure.states and not (confirmed and finding.certainty is None)


def _rank(finding: AuditFinding) -> int:
    """Contradictions come first, then what is to be checked."""
    return 0 if finding.contradicted else 1 if finding.certainty else 2


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


def _title(document: Document, reports: Sequence[Report]) -> Message:
    if not reports:
        return message("title.audit_alone", text=document.path)
    if len(reports) > 1:
        return message("title.audit_several", text=document.path, count=len(reports))
    (report,) = reports
    return message("title.audit", text=document.path, organisation=report.organisation, period=report.period)


def _title_of_several(done: Sequence[Audited], reports: Sequence[Report]) -> Message:
    names = ", ".join(visible(one.document.path) for one in done)
    if not reports:
        return message("title.audit_alone", text=names)
    return message("title.audit_several", text=names, count=len({id(report) for report in reports}))


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
        return message("audit.place.line", line=str(place.line), column=str(place.column))  # not grouped
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


def _notes(one: Audited, *, several: bool) -> Iterator[Message]:
    """How many figures have which verdict, how many numbers state nothing, and what was checked."""
    made = one.made
    counts, stating = made.counts, len(made.stating)
    if several:
        yield message("audit.of_text", text=one.document.path)
    number = message("count.figures", count=stating)
    if counts:
        each = tuple(_count(verdict, counts[verdict]) for verdict in Verdict if counts[verdict])
        yield message("audit.counts", figures=number, each=each)
    else:
        yield message("audit.found", figures=number)
    if others := len(made.findings) - stating:
        yield message("audit.others", count=others)
    yield from _inconsistent(made)
    holding = sum(relation.verdict is Consistency.FOLLOWS for relation in made.relations)
    yield message(
        "audit.checked",
        figures=number,
        relations=message("count.relations", count=len(made.relations)),
        holding=holding,
        tables=message("count.tables", count=one.document.tables),
    )


def _count(verdict: Verdict, number: int) -> Message:
    return message("audit.verdict_count", verdict=message(f"verdict.{verdict.value}"), number=number)


def _inconsistent(made: Audit) -> Iterator[Message]:
    """How many figures are inconsistent with others of the text."""
    if made.inconsistent:
        yield message("audit.not_following", count=made.inconsistent)
    if made.to_check:
        yield message("audit.to_check", count=made.to_check)
