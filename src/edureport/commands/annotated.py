"""The text of an audit with its figures marked, for `audit --annotate`."""

from collections.abc import Iterator, Sequence
from functools import reduce

from edureport.audit.findings import Audit, AuditFinding
from edureport.audit.messages import inconsistencies_of, remarks_on
from edureport.marked import MarkedText, TextBlock, TextMark
from edureport.message import Message, message
from edureport.prose.figures.figure import Figure
from edureport.reading.text_file import Document


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
        blocks=list(_blocks(document)),
        notes=tuple(inconsistencies_of(made)),
    )


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
