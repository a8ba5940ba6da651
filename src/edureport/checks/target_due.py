"""target-due: a target of a report is not due before the period of the report."""

from collections.abc import Iterator

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.report import Report


def check(report: Report) -> Iterator[Finding]:
    """A finding for each target that was due before the first day of the period."""
    for target in report.targets.values():
        if target.due is not None and target.due < report.period.first:
            said = message("finding.target_due", label=target.label, due=target.due, period=report.period)
            yield Finding.on_target("target-due", Severity.DOUBT, target, said)
