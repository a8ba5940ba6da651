"""target-milestones: where a planned path from the baseline to the target goes back for a while."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from edureport.analysis.goal import directions
from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.interval import Answer
from edureport.model.quantity import Quantity
from edureport.model.report import Better, Report, Target

Step = tuple[date | None, Quantity]


def check(report: Report) -> Iterator[Finding]:
    """A finding for each step of a path that certainly goes away from the target."""
    for target in report.targets.values():
        rising = _rising(target)
        if target.milestones and rising is not None:
            for (day, before), (next_day, after) in pairwise(_steps(target)):
                low, high = (before, after) if rising else (after, before)
                if high.less_than(low) is Answer.YES:
                    yield _finding(target, day, before, next_day, after)


def _steps(target: Target) -> list[Step]:
    """The path by its days: the baseline, the milestones, the target."""
    start: list[Step] = [(target.baseline.date, target.baseline.quantity)] if target.baseline else []
    return [*start, *target.milestones.items(), (target.due, target.quantity)]


def _rising(target: Target) -> bool | None:
    """Whether the path has to rise: as the target says, else from its first step to the target."""
    for said in directions(target):
        return said.better is Better.HIGHER
    first = _steps(target)[0][1]
    if first.less_than(target.quantity) is Answer.YES:
        return True
    return False if target.quantity.less_than(first) is Answer.YES else None


def _finding(
    target: Target, day: date | None, before: Quantity, next_day: date | None, after: Quantity
) -> Finding:
    said = message(
        "finding.milestones",
        label=target.label,
        before=before,
        before_day=day,
        after=after,
        after_day=message("finding.due") if next_day is None else next_day,
    )
    return Finding.on_target("target-milestones", Severity.REMARK, target, said)
