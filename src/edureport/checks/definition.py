"""definition: an indicator keeps its unit and its kind from one report to the next."""

from collections.abc import Iterator
from itertools import pairwise

from edureport.analysis.change import incomparable
from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.library import Library


def check(library: Library) -> Iterator[Finding]:
    """A finding for each report that gives an indicator another unit or kind than the one before it."""
    for key in {key: None for report in library.reports for key in report}:
        for earlier, later in pairwise([report for report in library.reports if key in report]):
            before, now = earlier[key], later[key]
            why = incomparable(before, now)
            if why is not None:
                said = message(
                    "finding.definition",
                    label=now.label,
                    why=why,
                    before_period=before.period,
                    after_period=now.period,
                    place=before.place,
                )
                yield Finding("definition", Severity.DOUBT, key, now.place, said, report=later)
