"""target-direction: a target is not bounded on the side that its indicator should go to."""

from collections.abc import Iterator

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.quantity import Bound
from edureport.model.report import Better, Report

_AT_ODDS = {
    Better.HIGHER: ((Bound.LESS_THAN, Bound.AT_MOST), "finding.direction_higher"),
    Better.LOWER: ((Bound.MORE_THAN, Bound.AT_LEAST), "finding.direction_lower"),
}


def check(report: Report) -> Iterator[Finding]:
    """A finding for each target of "at most" where higher is better, or the other way round."""
    for target in report.targets.values():
        if target.indicator.better is None:
            continue
        bounds, key = _AT_ODDS[target.indicator.better]
        if target.quantity.bound in bounds:
            said = message(key, label=target.label, value=target.quantity)
            yield Finding.on_target("target-direction", Severity.DOUBT, target, said)
