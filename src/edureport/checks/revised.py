"""revised: a figure that is quoted later is the figure that was published then."""

from collections.abc import Iterator
from itertools import pairwise

from edureport.analysis.change import incomparable
from edureport.analysis.history import by_period, histories
from edureport.checks.finding import Finding, Severity, difference
from edureport.message import message
from edureport.model.library import Library, Statement
from edureport.model.printing import agree
from edureport.model.report import Flag


def check(library: Library) -> Iterator[Finding]:
    """A finding for each figure for a period that certainly differs from the one published before it.

    None where it is flagged as revised: then it says so itself.
    """
    for statements in histories(library):
        for same in by_period(statements).values():
            for before, now in pairwise(same):
                right = Flag.REVISED in now.figure.flags or agree(before.figure.quantity, now.figure.quantity)
                if not right and not incomparable(before.indicator, now.indicator):
                    yield _finding(before, now)


def _finding(before: Statement, now: Statement) -> Finding:
    old, new = before.figure, now.figure
    said = message(
        "finding.revised",
        label=now.indicator.label_of(new.category),
        period=new.period,
        after=new.quantity,
        before=old.quantity,
        place=old.place,
    )
    arithmetic = difference(new.quantity, old.quantity)
    return Finding.on_figure("revised", Severity.DOUBT, now.indicator, new, said, arithmetic, now.report)
