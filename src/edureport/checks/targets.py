"""Checks of targets: where one starts, which way it points, its milestones, its day, what it was before."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from edureport.analysis.goal import better, directions, goal
from edureport.checks import Finding, Severity
from edureport.message import message
from edureport.model.interval import Answer
from edureport.model.library import Library
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Better, Report, Target

_AT_ODDS = {
    Better.HIGHER: ((Bound.LESS_THAN, Bound.AT_MOST), "finding.direction_higher"),
    Better.LOWER: ((Bound.MORE_THAN, Bound.AT_LEAST), "finding.direction_lower"),
}


def target_baseline(report: Report) -> Iterator[Finding]:
    """A finding for each target that its baseline certainly reaches already, or is past.

    One that equals its baseline is to be held; one with a bound may be, which is worth a remark.
    """
    for target in report.targets.values():
        ways = {said.by: said.better for said in directions(target)}
        way = ways.get("bound") or ways.get("better")
        if target.baseline is None or way is None or ways.get("baseline") in (None, way):
            continue
        low, high = target.quantity, target.baseline.quantity
        if way is Better.LOWER:
            low, high = high, low
        values = {
            "label": target.label,
            "baseline": target.baseline.quantity,
            "day": target.baseline.date,
            "value": target.quantity,
        }
        if "bound" in ways:
            said = message("finding.baseline_reached", **values)
            yield Finding.on_target("target-baseline", Severity.REMARK, target, said)
        elif low.less_than(high) is Answer.YES:
            key = "finding.baseline_above" if way is Better.HIGHER else "finding.baseline_below"
            yield Finding.on_target("target-baseline", Severity.DOUBT, target, message(key, **values))


def target_direction(report: Report) -> Iterator[Finding]:
    """A finding for each target of "at most" where higher is better, or the other way round."""
    for target in report.targets.values():
        if target.indicator.better is None:
            continue
        bounds, key = _AT_ODDS[target.indicator.better]
        if target.quantity.bound in bounds:
            said = message(key, label=target.label, value=target.quantity)
            yield Finding.on_target("target-direction", Severity.DOUBT, target, said)


Step = tuple[date | None, Quantity]


def target_milestones(report: Report) -> Iterator[Finding]:
    """A finding for each step of a path that certainly goes away from the target."""
    for target in report.targets.values():
        rising = _rising(target)
        if target.milestones and rising is not None:
            for (day, before), (next_day, after) in pairwise(_steps(target)):
                low, high = (before, after) if rising else (after, before)
                if high.less_than(low) is Answer.YES:
                    yield _milestones(target, day, before, next_day, after)


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


def _milestones(
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


def target_due(report: Report) -> Iterator[Finding]:
    """A finding for each target that was due before the first day of the period."""
    for target in report.targets.values():
        if target.due is not None and target.due < report.period.first:
            said = message("finding.target_due", label=target.label, due=target.due, period=report.period)
            yield Finding.on_target("target-due", Severity.DOUBT, target, said)


def target_revised(library: Library) -> Iterator[Finding]:
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
