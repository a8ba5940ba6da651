"""Summary: what there is to say of an audit as a whole, how many figures have which verdict."""

from collections.abc import Iterator

from edureport.audit.findings import Audit
from edureport.audit.verdicts import Verdict
from edureport.message import Message, message
from edureport.prose.relations.relation import Consistency


def summary_of(audit: Audit, tables: int) -> Iterator[Message]:
    """How many figures have which verdict, how many numbers state nothing, and what was checked."""
    counts, stating = audit.counts, len(audit.stating)
    number = message("count.figures", count=stating)
    if counts:
        each = tuple(_count(verdict, counts[verdict]) for verdict in Verdict if counts[verdict])
        yield message("audit.counts", figures=number, each=each)
    else:
        yield message("audit.found", figures=number)
    if others := len(audit.findings) - stating:
        yield message("audit.others", count=others)
    yield from inconsistencies_of(audit)
    yield message(
        "audit.checked",
        figures=number,
        relations=message("count.relations", count=len(audit.relations)),
        holding=sum(relation.verdict is Consistency.FOLLOWS for relation in audit.relations),
        tables=message("count.tables", count=tables),
    )


def inconsistencies_of(audit: Audit) -> Iterator[Message]:
    """How many figures are inconsistent with others of the text, and how many may be."""
    if audit.inconsistent:
        yield message("audit.not_following", count=audit.inconsistent)
    if audit.to_check:
        yield message("audit.to_check", count=audit.to_check)


def _count(verdict: Verdict, number: int) -> Message:
    return message("audit.verdict_count", verdict=message(f"verdict.{verdict.value}"), number=number)
