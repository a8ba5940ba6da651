"""parts-total: the parts of a breakdown add up to the whole, or at least do not exceed it."""

from collections.abc import Iterator

from edureport.analysis.breakdown import follows, total
from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.quantity import Quantity
from edureport.model.report import Breakdown, Indicator, Kind, Report


def check(report: Report) -> Iterator[Finding]:
    """A finding for each breakdown whose parts cannot be parts of the whole that is stated.

    Shares are not added: each has a base of its own.
    """
    for indicator in report.indicators.values():
        if indicator.kind is not Kind.RATIO:
            for breakdown in indicator.breakdowns.values():
                yield from _check(indicator, breakdown)


def _check(indicator: Indicator, breakdown: Breakdown) -> Iterator[Finding]:
    whole = indicator.value
    parts = [part.quantity for part in indicator.parts(breakdown.key)]
    if whole is None or not parts:
        return
    # A member without a figure can be anything: then the parts may only not exceed the whole.
    complete = breakdown.complete and len(parts) == len(breakdown.members)
    if follows(parts, whole, complete=complete):
        return
    key = "finding.parts_total" if complete else "finding.parts_exceed"
    yield Finding(
        "parts-total",
        Severity.CONTRADICTION,
        indicator.key,
        indicator.place,
        message(
            key,
            label=indicator.label,
            breakdown=breakdown.label or breakdown.key,
            whole=whole,
            total=Quantity.of(total(parts)),
        ),
    )
