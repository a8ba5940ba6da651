"""target-baseline: where a target starts from is not already past it."""

from collections.abc import Iterator

from edureport.analysis.goal import directions
from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.interval import Answer
from edureport.model.report import Better, Report


def check(report: Report) -> Iterator[Finding]:
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
