"""revised: a figure that is quoted later is the figure that was published then."""

from collections.abc import Iterator
from itertools import pairwise

from edureport.analysis.change import incomparable
from edureport.analysis.history import by_period, histories
from edureport.checks.finding import Finding, Severity, excluded
from edureport.model.library import Library
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
                    old, new = before.figure.quantity, now.figure.quantity
                    values = {"period": now.figure.period, "after": new, "before": old}
                    yield excluded("finding.revised", Severity.DOUBT, before, now, values)
