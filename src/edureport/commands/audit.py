"""edureport audit: every figure of a prose report against data, and against the rest of the text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from typing import Annotated, NamedTuple

import typer

from edureport import output, prose
from edureport.audit.audit import audit as audited
from edureport.audit.candidates import Candidate
from edureport.audit.findings import Finding
from edureport.audit.relations import arithmetic_of, as_said, contradicts, worst
from edureport.audit.verdicts import Verdict, said
from edureport.commands.columns import Columns, column, columns_of, rows_of
from edureport.commands.completion import complete_reports
from edureport.commands.language import chosen_language
from edureport.commands.options import Prose, TextLanguage, View, read, with_view
from edureport.commands.selection import fitting, listed
from edureport.errors import FOUND, UsageError
from edureport.languages.values import rounded
from edureport.languages.visible import visible, visible_lines
from edureport.marked import Block, Mark, MarkedText
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Report, Target, Text
from edureport.problem import Place
from edureport.prose.figures.figure import Figure
from edureport.prose.figures.figure import Kind as Said
from edureport.reading.text_file import Document, load_text
from edureport.table import Kind, Table

NO_DATA = "none"
EXCERPT = 40  # letters of the text that stand for a figure
DERIVED_DECIMALS = 2


class AuditRow(NamedTuple):
    """A figure of a text and what was found of it; `figures` are all those of the text."""

    document: Document
    finding: Finding
    figures: Sequence[Figure]

    @property
    def figure(self) -> Figure:
        """The figure of the text."""
        return self.finding.figure

    @property
    def category(self) -> Category | None:
        """The part that the figure is about."""
        return self.finding.candidate.category if self.finding.candidate else None

    @property
    def indicator(self) -> Indicator | None:
        """The indicator that the figure is about."""
        return self.finding.candidate.indicator if self.finding.candidate else None

    @property
    def target(self) -> Target | None:
        """The target that the figure is about."""
        return self.finding.candidate.target if self.finding.candidate else None

    @property
    def data(self) -> Quantity | None:
        """What the data say."""
        return _data(self.finding)

    @property
    def place(self) -> Place:
        """Where the figure stands."""
        return self.document.place(self.figure.start)

    @property
    def bound(self) -> str | None:
        """The bound of the figure; None where it has none."""
        return self.figure.bound if self.figure.stated is not None or self.figure.bound != "exact" else None

    @property
    def said_of(self) -> Message | None:
        """What the figure is about, and what the data say of that."""
        candidate = self.finding.candidate
        return _said_of(candidate, self.data, self.figure) if candidate else None

    @property
    def arithmetic(self) -> Message | None:
        """What it should follow from and does not."""
        group = worst(self.finding)
        return arithmetic_of(group, self.figures) if group else None


COLUMNS: Columns[AuditRow] = (
    column("start", Kind.COUNT, lambda row: row.figure.start),
    column("end", Kind.COUNT, lambda row: row.figure.end),
    column("words", Kind.TEXT, lambda row: visible_lines(row.figure.words)),
    column("kind", Kind.CODE, lambda row: row.figure.kind.value),
    column("value", Kind.END, lambda row: row.figure.stated),
    column("upper", Kind.END, lambda row: row.figure.upper),
    column("bound", Kind.CODE, lambda row: row.bound),
    column("unit", Kind.TEXT, lambda row: row.figure.unit),
    column("indicator", Kind.KEY, lambda row: row.indicator and row.indicator.key),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("data_value", Kind.END, lambda row: row.data and row.data.stated),
    column("data_bound", Kind.CODE, lambda row: row.data and row.data.bound.value),
    column(
        "verdict", Kind.STATUS, lambda row: row.finding.judged and row.finding.judged.verdict.value, people=6
    ),
    column("note", Kind.MESSAGE, lambda row: row.finding.judged and row.finding.judged.note, people=7),
    column("data_upper", Kind.END, lambda row: row.data and row.data.upper),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("target", Kind.KEY, lambda row: row.target and row.target.key),
    column("period", Kind.PERIOD, lambda row: row.finding.period),
    column("relation", Kind.CODE, lambda row: (group := worst(row.finding)) and group.verdict.value),
    column("candidates", Kind.TEXT, lambda row: _candidates(row.finding)),
    column("sentence", Kind.COUNT, lambda row: row.figure.sentence + 1),
    column("file", Kind.TEXT, lambda row: visible(row.place.path)),
    column("line", Kind.COUNT, lambda row: row.place.line),
    column("column", Kind.COUNT, lambda row: row.place.column),
    column("place", Kind.MESSAGE, lambda row: _place(row.document, row.figure), people=1, machines=False),
    column(
        "excerpt", Kind.TEXT, lambda row: _excerpt(row.document.text, row.figure), people=2, machines=False
    ),
    column("reading", Kind.MESSAGE, lambda row: _reading(row.figure), people=3, machines=False),
    column("data", Kind.MESSAGE, lambda row: row.said_of, people=4, machines=False),
    column("arithmetic", Kind.MESSAGE, lambda row: row.arithmetic, people=8, machines=False),
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
    named = None if text_lang is None else chosen_language(text_lang, {})
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
        columns=columns_of(COLUMNS, hidden),
        rows=rows_of(COLUMNS, (AuditRow(document, finding, figures) for finding in findings)),
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


def _said_of(candidate: Candidate, data: Quantity | None, figure: Figure) -> Message:
    """What a figure is about, and what the data say of it; a part names its whole."""
    label: Message | Text = candidate.label
    if candidate.category is not None:
        label = message("part", whole=candidate.indicator.label, part=label)
    if data is None:
        return message("audit.about", label=label)
    return message("audit.data", label=label, value=as_said(data, figure))


def _candidates(finding: Finding) -> str | None:
    """What the figure may be about, where that is open."""
    if not finding.rivals:
        return None
    return "; ".join(_key(one) for one in (finding.candidate, *finding.rivals) if one)


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


def _place(document: Document, figure: Figure) -> Message:
    """Where a figure stands: a line and a column, or a paragraph or a cell of a Word file."""
    block = None if document.lined else document.block(figure.start)
    if block is None:
        place = document.place(figure.start)
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
