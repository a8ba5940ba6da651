"""mixed-units: a percentage is of things that are counted in one unit."""

from collections.abc import Iterator

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.report import Report


def check(report: Report) -> Iterator[Finding]:
    """A finding for each percentage whose part and whole are in different units.

    Nothing else mixes units: parts have the unit of their whole, and "all of" demands it.
    """
    for indicator in report.indicators.values():
        of = indicator.of
        if of is None or of.part is None:
            continue
        part = report[of.part]
        whole = report.targets[of.target].indicator if of.target else report[of.whole or of.part]
        if part.unit.key != whole.unit.key:
            said = message(
                "finding.mixed_units",
                label=indicator.label,
                part=part.label,
                part_unit=part.unit,
                whole=whole.label,
                whole_unit=whole.unit,
            )
            yield Finding("mixed-units", Severity.DOUBT, indicator.key, indicator.place, said)
