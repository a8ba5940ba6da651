"""edureport audit: every figure of a prose report against data, and against the rest of the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import Annotated

import typer

from edureport import output, prose
from edureport.audit.audit import audit as audited
from edureport.audit.candidates import Candidate
from edureport.audit.findings import Finding
from edureport.audit.relations import arithmetic_of, as_said, contradicts, worst
from edureport.audit.verdicts import Verdict, said
from edureport.commands.completion import complete_reports
from edureport.commands.options import Prose, TextLanguage, View, read, with_view
from edureport.commands.selection import fitting, listed
from edureport.errors import FOUND, Place, UsageError
from edureport.languages import choice
from edureport.languages.values import rounded
from edureport.languages.visible import visible, visible_lines
from edureport.marked import Block, Mark, MarkedText
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Report, Text
from edureport.prose.figures.figure import Figure
from edureport.prose.figures.figure import Kind as Said
from edureport.reading.text_file import Document, load_text
from edureport.table import Column, Kind, Row, Table

NO_DATA = "none"
EXCERPT = 40  # letters of the text that stand for a figure
DERIVED_DECIMALS = 2

COLUMNS = (
    Column("start", Kind.COUNT),
    Column("end", Kind.COUNT),
    Column("words", Kind.TEXT),
    Column("kind", Kind.CODE),
    Column("value", Kind.END),
    Column("upper", Kind.END),
    Column("bound", Kind.CODE),
    Column("unit", Kind.TEXT),
    Column("indicator", Kind.KEY),
    Column("member", Kind.KEY),
    Column("data_value", Kind.END),
    Column("data_bound", Kind.CODE),
    Column("verdict", Kind.STATUS, people=6),
    Column("note", Kind.MESSAGE, people=7),
    Column("data_upper", Kind.END),
    Column("dimension", Kind.KEY),
    Column("target", Kind.KEY),
    Column("period", Kind.PERIOD),
    Column("relation", Kind.CODE),
    Column("candidates", Kind.TEXT),
    Column("sentence", Kind.COUNT),
    Column("file", Kind.TEXT),
    Column("line", Kind.COUNT),
    Column("column", Kind.COUNT),
    Column("place", Kind.MESSAGE, people=1, machines=False),
    Column("excerpt", Kind.TEXT, people=2, machines=False),
    Column("reading", Kind.MESSAGE, people=3, machines=False),
    Column("data", Kind.MESSAGE, people=4, machines=False),
    Column("arithmetic", Kind.MESSAGE, people=8, machines=False),
)
_OF_DATA = frozenset({"verdict", "note", "data"})  # columns that say something only beside data


def _complete_verdicts(incomplete: str) -> list[str]:
    """Verdicts that begin like this, for the shell."""
    return [verdict for verdict in Verdict if verdict.startswith(incomplete)]


@with_view
def audit(
    text: Prose,
    data: Annotated[
        list[str] | None,
        typer.Option("--data", metavar="REPORT", help="help.data", autocompletion=complete_reports),
    ] = None,
    text_lang: TextLanguage = None,
    verdict: Annotated[
        list[str] | None,
        typer.Option("--verdict", metavar="NAME", help="help.verdict", autocompletion=_complete_verdicts),
    ] = None,
    annotate: Annotated[bool, typer.Option("--annotate", help="help.annotate")] = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    if annotate:
        output.format_of(view.choice, marked=True)
    wanted = fitting([verdict.value for verdict in Verdict], listed(verdict), "verdict")
    named = None if text_lang is None else choice.choose(text_lang, {})
    if data and NO_DATA in data and data != [NO_DATA]:
        raise UsageError(message("usage.no_data"))
    document = load_text(text)
    reports = [] if data == [NO_DATA] else read(data, view.language, text)
    language = named or prose.language_of(document.prose)
    findings = audited(document.prose, language, reports).findings
    if annotate:
        shown = [one for one in findings if not wanted or _is_wanted(one, wanted)]
        marked = audit_text(document, reports, findings, shown, view.language)
        view.annotate(marked, reports, document.path)
    else:
        table = audit_table(document, reports, findings, view.language)
        view.write(_only(table, findings, wanted) if wanted else table, reports, document.path)
    if any(_is_wanted(finding, [Verdict.CONTRADICTED]) for finding in findings):
        raise typer.Exit(FOUND)


def audit_table(
    document: Document, reports: Sequence[Report], findings: Sequence[Finding], language: str
) -> Table:
    """Every number of the text, one row each; for people only those that state something."""
    hidden = set() if reports else set(_OF_DATA)
    if not any(finding.judged and finding.judged.note for finding in findings):
        hidden.add("note")
    if not any(worst(finding) for finding in findings):
        hidden.add("arithmetic")
    figures = [finding.figure for finding in findings]
    return Table(
        name="audit",
        title=_title(document, reports),
        language=language,
        columns=tuple(c._replace(people=0) if c.key in hidden else c for c in COLUMNS),
        rows=[_row(document, finding, figures) for finding in findings],
        notes=tuple(_notes(findings)),
        nested=False,
        details=frozenset(place for place, figure in enumerate(figures) if not figure.states),
    )


def audit_text(
    document: Document,
    reports: Sequence[Report],
    findings: Sequence[Finding],
    shown: Sequence[Finding],
    language: str,
) -> MarkedText:
    """The text with the figures of `shown` marked by their verdicts, and what there is to say of them."""
    figures = [finding.figure for finding in findings]
    return MarkedText(
        name="audit",
        title=_title(document, reports),
        language=language,
        text=document.text,
        marks=[_mark(finding, figures) for finding in shown if finding.figure.states],
        blocks=list(_blocks(document)),
        notes=tuple(_relations(findings)),
    )


def _only(table: Table, findings: Sequence[Finding], wanted: Sequence[str]) -> Table:
    """The rows of figures with these verdicts; the notes count them all."""
    rows = [row for row, finding in zip(table.rows, findings, strict=True) if _is_wanted(finding, wanted)]
    return table._replace(rows=rows, details=frozenset())


def _is_wanted(finding: Finding, wanted: Sequence[str]) -> bool:
    """Whether a figure has one of these verdicts; what does not follow in the text is contradicted too."""
    given = finding.judged is not None and finding.judged.verdict in wanted
    return given or (Verdict.CONTRADICTED in wanted and contradicts(finding))


def _title(document: Document, reports: Sequence[Report]) -> Message:
    if not reports:
        return message("title.audit_alone", text=document.path)
    if len(reports) > 1:
        return message("title.audit_several", text=document.path, count=len(reports))
    (report,) = reports
    return message("title.audit", text=document.path, organisation=report.organisation, period=report.period)


# Rows


def _row(document: Document, finding: Finding, figures: Sequence[Figure]) -> Row:
    figure, candidate, judged = finding.figure, finding.candidate, finding.judged
    category = candidate.category if candidate else None
    data = _data(finding)
    group = worst(finding)
    place = document.place(figure.start)
    stated = figure.stated is not None
    return (
        figure.start,
        figure.end,
        visible_lines(figure.words),
        figure.kind.value,
        figure.stated,
        figure.upper,
        figure.bound if stated or figure.bound != "exact" else None,
        figure.unit,
        candidate.indicator.key if candidate else None,
        category.member if category else None,
        data.stated if data else None,
        data.bound.value if data else None,
        judged.verdict.value if judged else None,
        judged.note if judged else None,
        data.upper if data else None,
        category.dimension if category else None,
        candidate.target.key if candidate and candidate.target else None,
        finding.period,
        group.verdict.value if group else None,
        "; ".join(_key(one) for one in (candidate, *finding.rivals) if one) if finding.rivals else None,
        figure.sentence + 1,
        visible(place.path),
        place.line,
        place.column,
        _place(document, figure, place),
        _excerpt(document.text, figure),
        _reading(figure),
        _said_of(candidate, data, figure) if candidate else None,
        arithmetic_of(group, figures) if group else None,
    )


def _said_of(candidate: Candidate, data: Quantity | None, figure: Figure) -> Message:
    """What a figure is about, and what the data say of it; a part names its whole."""
    label: Message | Text = candidate.label
    if candidate.category is not None:
        label = message("part", whole=candidate.indicator.label, part=label)
    if data is None:
        return message("audit.about", label=label)
    return message("audit.data", label=label, value=as_said(data, figure))


def _key(candidate: Candidate) -> str:
    """A candidate as machines name it: the target, or the indicator with the part."""
    if candidate.target is not None:
        return candidate.target.key
    category = candidate.category
    return (
        f"{candidate.indicator.key}/{category.dimension}/{category.member}"
        if category
        else (candidate.indicator.key)
    )


def _data(finding: Finding) -> Quantity | None:
    """What the data say; what was derived from them with no more digits than anybody reads."""
    data = finding.stated
    if data is None:
        return None
    upper = None if data.upper is None else rounded(data.upper, DERIVED_DECIMALS)
    long = _decimals(data.stated) > DERIVED_DECIMALS and finding.derived
    return Quantity(rounded(data.stated, DERIVED_DECIMALS), data.bound, upper) if long else data


def _decimals(value: Decimal) -> int:
    return -int(value.as_tuple().exponent)


def _place(document: Document, figure: Figure, place: Place) -> Message:
    """Where a figure stands: a line and a column, or a paragraph or a cell of a Word file."""
    block = None if document.lined else document.block(figure.start)
    if block is None:
        return message("audit.place.line", line=place.line, column=place.column)
    if block.kind == "cell":
        return message("audit.place.cell", table=block.number, row=block.row, column=block.column)
    return message("audit.place.paragraph", number=block.number)


def _excerpt(text: str, figure: Figure) -> str:
    """The figure with its qualifier and what is counted, in one line."""
    start, end = figure.start, figure.end
    if figure.qualifier:
        before = text.rfind(figure.qualifier, max(0, start - EXCERPT), start)
        start = before if before >= 0 else start
    following = text[end : end + EXCERPT]
    for number, letter in enumerate(following):
        if letter in ".,;:()|\t\n" or (letter == " " and number > EXCERPT // 2):
            following = following[:number]
            break
    return visible(" ".join((text[start:end] + following).split()))


def _reading(figure: Figure) -> Message | None:
    """How a figure was read."""
    if figure.all:
        return message("audit.reading.all")
    amount = said(figure, counted=False)
    if amount is None:
        unread = figure.stated is None and figure.bound == "exact"
        return message("audit.reading.unread" if unread else "audit.reading.indefinite")
    value = as_said(amount, figure)
    if figure.kind is not Said.CHANGE:
        return message(
            "audit.reading.plan" if figure.kind is Said.TARGET else "audit.reading.value", value=value
        )
    if figure.mode in ("times", "by_or_to"):
        return message(f"audit.reading.{figure.mode}", value=value)
    return message(f"audit.reading.{figure.direction or 'changed'}", value=value)


def _blocks(document: Document) -> Iterator[Block]:
    for block in document.blocks:
        table = 0 if block.row is None else block.number
        yield Block(block.start, block.end, block.kind, table, block.row or 0, block.column or 0)


def _mark(finding: Finding, figures: Sequence[Figure]) -> Mark:
    """A figure that is right needs no note; of another it says what the data say, and why."""
    judged, group, figure = finding.judged, worst(finding), finding.figure
    told: list[Message] = []
    if judged and judged.note:
        if finding.candidate and not finding.rivals and finding.stated:
            told.append(_said_of(finding.candidate, _data(finding), figure))
        told.append(judged.note)
    if group:
        told.append(arithmetic_of(group, figures))
    note = reduce(lambda one, other: message("audit.two", one=one, other=other), told) if told else None
    return Mark(figure.start, figure.end, judged.verdict.value if judged else "", note)


# Notes


def _notes(findings: Sequence[Finding]) -> Iterator[Message]:
    """How many figures have which verdict, and how many numbers state nothing."""
    stating = [finding for finding in findings if finding.figure.states]
    counts = Counter(finding.judged.verdict for finding in stating if finding.judged)
    number = message("count.figures", count=len(stating))
    if counts:
        each = tuple(_count(verdict, counts[verdict]) for verdict in Verdict if counts[verdict])
        yield message("audit.counts", figures=number, each=each)
    else:
        yield message("audit.found", figures=number)
    if others := len(findings) - len(stating):
        yield message("audit.others", count=others)
    yield from _relations(stating)


def _count(verdict: Verdict, number: int) -> Message:
    return message("audit.verdict_count", verdict=message(f"verdict.{verdict.value}"), number=number)


def _relations(findings: Iterable[Finding]) -> Iterator[Message]:
    """How many figures do not follow from others of the text."""
    broken = sum(contradicts(finding) for finding in findings)
    if broken:
        yield message("audit.not_following", count=broken)
