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
        for before, now in pairwise([report[key] for report in library.reports if key in report]):
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
                yield Finding("definition", Severity.DOUBT, key, now.place, said)
