"""target-revised: a target that is stated again asks for as much as before, by the same day."""

from collections.abc import Iterator
from itertools import pairwise

from edureport.analysis.goal import better, goal
from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.library import Library
from edureport.model.report import Better, Target


def check(library: Library) -> Iterator[Finding]:
    """A finding for each target that was lowered, and for each that was postponed or lost its day."""
    by_period = {report.period: report for report in library.reports}
    for statements in library.statements().values():
        for before, now in pairwise(statements):
            report = by_period[now.stated_for]
            values = {"label": now.label, "place": before.place}
            if _lowered(before, now):
                said = message("finding.target_lowered", **values, after=now.quantity, before=before.quantity)
                yield Finding.on_target("target-revised", Severity.REMARK, now, said, report)
            if before.due is not None and now.due is None:
                said = message("finding.target_undated", **values, before=before.due)
                yield Finding.on_target("target-revised", Severity.REMARK, now, said, report)
            elif before.due is not None and now.due is not None and now.due > before.due:
                said = message("finding.target_postponed", **values, after=now.due, before=before.due)
                yield Finding.on_target("target-revised", Severity.REMARK, now, said, report)


def _lowered(before: Target, now: Target) -> bool:
    """Whether less is asked for, of the same thing in the same direction."""
    same = before.indicator.unit.same_as(now.indicator.unit) and before.category == now.category
    higher = better(before) is Better.HIGHER
    if not same or better(before) is not better(now):
        return False
    counted = before.quantity.counted and now.quantity.counted
    old, new = (goal(one.quantity, higher=higher, counted=counted) for one in (before, now))
    less = new.number < old.number if higher else new.number > old.number
    return less or (new.number == old.number and old.strict and not new.strict)
