"""falls: what is counted from one first day on does not become less."""

from collections.abc import Iterator

from edureport.analysis.change import incomparable
from edureport.analysis.history import histories, series
from edureport.checks.finding import Finding, Severity, difference
from edureport.message import message
from edureport.model.interval import Answer
from edureport.model.library import Library, Statement
from edureport.model.report import IndicatorKind


def check(library: Library) -> Iterator[Finding]:
    """A finding for each cumulative figure that is certainly below an earlier one from the same day."""
    for statements in histories(library):
        highest: dict[object, Statement] = {}  # by first day
        for now in series(statements):
            if now.indicator.kind is not IndicatorKind.FLOW:
                continue
            first = now.figure.period.first
            before = highest.get(first)
            if before is None or incomparable(before.indicator, now.indicator):
                highest[first] = now
            elif now.figure.quantity.less_than(before.figure.quantity) is Answer.YES:
                yield _finding(before, now)
                highest[first] = now
            elif now.figure.quantity.interval.low >= before.figure.quantity.interval.low:
                highest[first] = now


def _finding(before: Statement, now: Statement) -> Finding:
    old, new = before.figure, now.figure
    said = message(
        "finding.falls",
        label=now.indicator.label_of(new.category),
        before_period=old.period,
        before=old.quantity,
        after_period=new.period,
        after=new.quantity,
        place=old.place,
    )
    arithmetic = difference(new.quantity, old.quantity)
    return Finding("falls", Severity.CONTRADICTION, now.indicator.key, new.place, said, arithmetic)
