"""same-label: two indicators do not have the same label and the same unit."""

from collections.abc import Iterator

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.report import Indicator, Report


def check(report: Report) -> Iterator[Finding]:
    """A finding for each indicator that looks like one before it, in the language of the report."""
    seen: dict[tuple[str, str], Indicator] = {}
    for indicator in report.indicators.values():
        name = (indicator.label.in_language(report.language).casefold(), indicator.unit.key)
        first = seen.setdefault(name, indicator)
        if first is not indicator:
            said = message("finding.same_label", label=indicator.label, other=first.key, place=first.place)
            yield Finding("same-label", Severity.DOUBT, indicator.key, indicator.place, said)
