"""revised: a figure that is quoted later is the figure that was published then."""

from collections.abc import Iterator
from itertools import pairwise

from edureport.analysis.change import incomparable
from edureport.analysis.history import Statement, by_period, histories
from edureport.checks.finding import Finding, Severity
from edureport.languages.values import Difference
from edureport.message import message
from edureport.model.library import Library
from edureport.model.quantity import Quantity


def check(library: Library) -> Iterator[Finding]:
    """A finding for each figure for a period that certainly differs from the one published before it."""
    for statements in histories(library):
        for same in by_period(statements).values():
            for before, now in pairwise(same):
                meets = now.figure.quantity.interval.meets(before.figure.quantity.interval)
                if not meets and not incomparable(before.indicator, now.indicator):
                    yield _finding(before, now)


def _finding(before: Statement, now: Statement) -> Finding:
    old, new = before.figure, now.figure
    change = Quantity.of(new.quantity.interval - old.quantity.interval)
    said = message(
        "finding.revised",
        label=now.indicator.label_of(new.category),
        period=new.period,
        after=new.quantity,
        before=old.quantity,
        place=old.place,
    )
    arithmetic = message(
        "arithmetic.minus",
        first=new.quantity,
        second=old.quantity,
        result=Difference(change.stated, change.bound.value, change.upper),
    )
    return Finding("revised", Severity.DOUBT, now.indicator.key, new.place, said, arithmetic)
