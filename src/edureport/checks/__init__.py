"""Inconsistencies in reports: one module per check; add a check here and nowhere else.

The module of a check has its name, with "_" for "-", and is imported when the check runs.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum, auto
from importlib import import_module
from typing import Any

from edureport.checks.explanations import NAME as EXPLANATIONS
from edureport.checks.explanations import explained
from edureport.checks.finding import Finding, Severity
from edureport.model.library import Library
from edureport.model.report import Report


class Takes(Enum):
    """What the function `check` of a module is given; it yields Findings."""

    REPORT = auto()  # one report, for inconsistencies inside it
    LIBRARY = auto()  # all reports of one organisation, for inconsistencies between them


CHECKS = {
    "parts-total": Takes.REPORT,
    "all-of": Takes.REPORT,
    "percent-counts": Takes.REPORT,
    "as-written": Takes.REPORT,
    "falls": Takes.LIBRARY,
    "windows": Takes.LIBRARY,
    "revised": Takes.LIBRARY,
    "definition": Takes.LIBRARY,
    "far-bound": Takes.LIBRARY,
    "target-baseline": Takes.REPORT,
    "target-direction": Takes.REPORT,
    "target-milestones": Takes.REPORT,
    "target-due": Takes.REPORT,
    "target-revised": Takes.LIBRARY,
    "mixed-units": Takes.REPORT,
    "same-label": Takes.REPORT,
    "labels": Takes.REPORT,
}
NAMES = (*CHECKS, EXPLANATIONS)  # explanations are looked at last: they need the other findings


def findings(reports: Sequence[Report], names: Collection[str] = NAMES) -> list[Finding]:
    """All that these checks find in the reports, in the order of the reports and of their lines.

    Reports of different organisations are not compared with each other.
    """
    found = [finding for library in Library.by_organisation(reports) for finding in _found(library, names)]
    order = {id(report): number for number, report in enumerate(reports)}
    found = list(explained(found, reports, names, NAMES))
    return sorted(found, key=lambda one: (order.get(id(one.report), len(order)), *one.place.position))


def doubts(reports: Sequence[Report]) -> list[Finding]:
    """Those of all findings that matter to readers: no remarks, and nothing that a file explains."""
    return [one for one in findings(reports) if one.severity is not Severity.REMARK and not one.explained]


def _found(library: Library, names: Collection[str]) -> Iterator[Finding]:
    for name, takes in CHECKS.items():
        if name in names:
            module = import_module(f"{__name__}.{name.replace('-', '_')}")
            check: Callable[[Any], Iterator[Finding]] = module.check
            if takes is Takes.LIBRARY:
                yield from check(library)
            else:
                for report in library.reports:
                    yield from (finding._replace(report=report) for finding in check(report))
