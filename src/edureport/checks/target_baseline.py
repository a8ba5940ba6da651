"""target-baseline: where a target starts from is not already past it."""

from collections.abc import Iterator

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.interval import Answer
from edureport.model.report import Better, Report


def check(report: Report) -> Iterator[Finding]:
    """A finding for each target that leads away from its baseline against `better`.

    A target that equals its baseline is one to hold.
    """
    for target in report.targets.values():
        better, baseline = target.indicator.better, target.baseline
        if better is None or baseline is None:
            continue
        low, high = target.quantity, baseline.quantity
        if better is Better.LOWER:
            low, high = high, low
        if low.less_than(high) is Answer.YES:
            key = "finding.baseline_above" if better is Better.HIGHER else "finding.baseline_below"
            said = message(
                key, label=target.label, baseline=baseline.quantity, day=baseline.date, value=target.quantity
            )
            yield Finding(
                "target-baseline",
                Severity.DOUBT,
                target.indicator.key,
                target.place,
                said,
                target=target.key,
            )
