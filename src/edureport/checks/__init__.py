"""What does not follow in a report: one module per check; add a check here and nowhere else."""

from collections.abc import Callable, Iterator

from edureport.checks import parts_total
from edureport.checks.finding import Finding
from edureport.model.report import Report

CHECKS: dict[str, Callable[[Report], Iterator[Finding]]] = {
    "parts-total": parts_total.check,
}


def findings(report: Report) -> Iterator[Finding]:
    """All that the checks find in a report."""
    for check in CHECKS.values():
        yield from check(report)
