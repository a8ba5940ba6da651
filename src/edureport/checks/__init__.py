"""Inconsistencies in reports: findings, and which function finds them; add a check here and nowhere else.

The function of a check has its name, with "_" for "-", in a module that is imported when the check runs.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple, Self

from edureport.languages.values import Difference
from edureport.message import Message, message
from edureport.model.library import Library, Statement
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Observation, Report, Skip, Target, Text
from edureport.near import unknown
from edureport.problem import Place


class Severity(StrEnum):
    """How certain a finding is; the most certain first."""

    CONTRADICTION = "contradiction"  # both figures cannot hold as they are stated
    DOUBT = "doubt"  # both can hold, but something has to be added that the report does not say
    REMARK = "remark"  # worth knowing, and nothing speaks against it

    @property
    def certainty(self) -> str:
        """Whether it certainly is so: a doubt is one because it may be otherwise."""
        return "likely" if self is Severity.DOUBT else "certain"

    @property
    def rank(self) -> int:
        """0 for the most certain."""
        return list(Severity).index(self)


class Finding(NamedTuple):
    """A value, never an exception: which check, how certain, of which indicator, where and why.

    `arithmetic` is the calculation behind it, `target` the key of the target that it is about, and
    `explained` the reason that the report file gives for it. `category` is the part that it is about,
    `period` that of the figure if it is not the report's. `report` is the one that it is in; `findings`
    sets it where a check sees one report only.
    """

    check: str
    severity: Severity
    indicator: str
    place: Place
    message: Message
    arithmetic: Message | None = None
    target: str | None = None
    explained: Text | None = None
    category: Category | None = None
    period: Period | None = None
    report: Report | None = None

    @classmethod
    def on_figure(
        cls,
        check: str,
        severity: Severity,
        indicator: Indicator,
        figure: Observation,
        said: Message,
        arithmetic: Message | None = None,
        report: Report | None = None,
    ) -> Self:
        found = cls(check, severity, indicator.key, figure.place, said, arithmetic, report=report)
        return found._replace(category=figure.category, period=figure.period)

    @classmethod
    def on_target(
        cls, check: str, severity: Severity, target: Target, said: Message, report: Report | None = None
    ) -> Self:
        key, place = target.indicator.key, target.place
        return cls(check, severity, key, place, said, target=target.key, report=report)


def excluded(
    key: str, severity: Severity, before: Statement, now: Statement, values: Mapping[str, object]
) -> Finding:
    """A finding about a figure that an earlier one excludes; the key of its words ends in its check."""
    old, new = before.figure, now.figure
    said = message(key, label=now.indicator.label_of(new.category), **values, place=old.place)
    change = Quantity.of(new.quantity.interval - old.quantity.interval)
    result = Difference(change.stated, change.bound.value, change.upper)
    arithmetic = message("arithmetic.minus", first=new.quantity, second=old.quantity, result=result)
    check = key.removeprefix("finding.")
    return Finding.on_figure(check, severity, now.indicator, new, said, arithmetic, now.report)


EXPLANATIONS = "explanations"

_About = tuple[str, str, str | None]  # the file, the indicator, and the target if it is about one
_Holder = tuple[_About, Report, Indicator | Target]


class Check(NamedTuple):
    """The module that a check is in; whether it is given all reports of an organisation, or one of them."""

    module: str
    library: bool = False


CHECKS = {
    "parts-total": Check("parts_total"),
    "all-of": Check("parts_total"),
    "percent-counts": Check("parts_total"),
    "as-written": Check("as_written"),
    "falls": Check("history", library=True),
    "windows": Check("history", library=True),
    "revised": Check("history", library=True),
    "definition": Check("history", library=True),
    "far-bound": Check("history", library=True),
    "target-baseline": Check("targets"),
    "target-direction": Check("targets"),
    "target-milestones": Check("targets"),
    "target-due": Check("targets"),
    "target-revised": Check("targets", library=True),
    "mixed-units": Check("names"),
    "same-label": Check("names"),
    "labels": Check("names"),
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
    for name, (module, of_library) in CHECKS.items():
        if name in names:
            check = getattr(import_module(f"{__name__}.{module}"), name.replace("-", "_"))
            if of_library:
                yield from check(library)
            else:
                for report in library.reports:
                    yield from (finding._replace(report=report) for finding in check(report))


def explained(
    findings: Iterable[Finding], reports: Sequence[Report], names: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """The findings, each with the reason that its file gives for it; then explanations without any.

    An explanation stands at an indicator or a target, and fits all findings of its check there.
    Only `names`, the checks that ran, can tell whether one fits; `known` are all that there are.
    """
    holders = list(_holders(reports))
    skips = {(*about, skip.check): skip for about, _, one in holders for skip in one.skip}
    used = set()
    for finding in findings:
        path = finding.report.path if finding.report else finding.place.path
        key = (path, finding.indicator, finding.target, finding.check)
        used.add(key)
        yield finding._replace(explained=skips[key].because) if key in skips else finding
    if EXPLANATIONS not in names:
        return
    for holder in {holder[0]: holder for holder in holders}.values():  # reports of one file share them
        about, _, one = holder
        for skip in one.skip:
            if skip.check not in known:
                said = unknown("finding.skip_unknown", skip.check, known, label=one.label)
                yield _explanation(holder, skip, said)
            elif skip.check in names and (*about, skip.check) not in used:
                said = message("finding.skip_unused", label=one.label, check=skip.check)
                yield _explanation(holder, skip, said)


def _holders(reports: Sequence[Report]) -> Iterator[_Holder]:
    for report in reports:
        for indicator in report.indicators.values():
            if indicator.skip:
                yield (report.path, indicator.key, None), report, indicator
        for target in report.targets.values():
            if target.skip:
                yield (report.path, target.indicator.key, target.key), report, target


def _explanation(holder: _Holder, skip: Skip, said: Message) -> Finding:
    (_, indicator, target), report, _ = holder
    return Finding(EXPLANATIONS, Severity.REMARK, indicator, skip.place, said, target=target, report=report)
