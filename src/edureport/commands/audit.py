"""edureport audit: every figure of a written report against data, and against the rest of its text."""

import os
from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from edureport import output, prose
from edureport.audit.audit import audit as audited
from edureport.audit.audit import comparable_reports
from edureport.audit.findings import HOLDS, Audit, Verdict
from edureport.audit.messages import summary_of
from edureport.commands.annotated import annotated
from edureport.commands.audit_rows import COLUMNS, OF_DATA, AuditRow
from edureport.commands.columns import columns_of, each_row
from edureport.commands.completion import complete_reports
from edureport.commands.figures import whose
from edureport.commands.language import chosen_text_language, language_of
from edureport.commands.options import TextLanguage, Texts, View, print_message, read, with_view
from edureport.commands.selection import fitting, listed, one_of
from edureport.commands.values import completing, option
from edureport.errors import FOUND, UsageError
from edureport.formats import Base
from edureport.languages.visible import visible
from edureport.marked import MarkedText
from edureport.message import Message, message
from edureport.model.report import Report
from edureport.prose.cells import TextCell
from edureport.prose.relations.relation import Certainty
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.locate import STDIN, Origin, locate
from edureport.reading.text_file import Document, load_text
from edureport.table import Later, Table

NO_DATA = "none"


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
    if not data and locate([], os.environ).origin is Origin.SHIPPED:
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
    rows = []
    for document, _, made in done:
        figures = made.figures
        chosen = made.chosen(wanted)
        rows += [AuditRow(document, one, figures, bodies, several, holding) for one in chosen]
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
        notes=tuple(note for one in done for note in _notes(one, several=several)),
        nested=False,
        details=frozenset(unasked),
        order=tuple(sorted(range(len(findings)), key=lambda number: findings[number].rank)),
    )


def _notes(one: Audited, *, several: bool) -> Iterator[Message]:
    if several:
        yield message("audit.of_text", text=one.document.path)
    yield from summary_of(one.made, one.document.tables)


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
