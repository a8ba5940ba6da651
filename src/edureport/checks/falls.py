"""falls: what is counted from one first day on does not become less."""

from collections.abc import Iterator

from edureport.analysis.change import incomparable
from edureport.analysis.history import histories, series
from edureport.checks.finding import Finding, Severity, excluded
from edureport.model.interval import Answer
from edureport.model.library import Library, Statement
from edureport.model.printing import follows
from edureport.model.quantity import Quantity
from edureport.model.report import Flag, IndicatorKind


def check(library: Library) -> Iterator[Finding]:
    """A finding for each cumulative figure that is certainly below an earlier one from the same day.

    A count contradicts itself so; money and the like can be paid back, and what can be below zero is
    passed over. After a break in the series it begins anew.
    """
    for statements in histories(library):
        highest: dict[object, Statement] = {}  # by first day
        for now in series(statements):
            if now.indicator.kind is not IndicatorKind.FLOW or now.figure.quantity.stated < 0:
                continue
            first = now.figure.period.first
            before = highest.get(first)
            if (
                before is None
                or Flag.BREAK in now.figure.flags
                or incomparable(before.indicator, now.indicator)
            ):
                highest[first] = now
            elif _is_less(now.figure.quantity, before.figure.quantity):
                yield _finding(before, now)
                highest[first] = now
            elif now.figure.quantity.interval.low >= before.figure.quantity.interval.low:
                highest[first] = now


def _is_less(now: Quantity, before: Quantity) -> bool:
    """Whether a figure is below another however both were printed."""
    return not follows(lambda printing: printing.of(now).less_than(printing.of(before)) is not Answer.YES)


def _finding(before: Statement, now: Statement) -> Finding:
    old, new = before.figure, now.figure
    values = {"before_period": old.period, "before": old.quantity}
    values |= {"after_period": new.period, "after": new.quantity}
    severity = Severity.CONTRADICTION if new.quantity.counted else Severity.DOUBT
    return excluded("finding.falls", severity, before, now, values)
