"""explanations: findings that the report file explains, and explanations that no longer fit any."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.report import Indicator, Report, Skip, Target
from edureport.near import unknown

NAME = "explanations"

_About = tuple[str, str, str | None]  # the file, the indicator, and the target if it is about one


def explained(
    found: Iterable[Finding], reports: Sequence[Report], names: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """The findings, each with the reason that its file gives for it; then explanations without any.

    An explanation stands at an indicator or a target, and fits all findings of its check there.
    Only `names`, the checks that ran, can tell whether one fits; `known` are all that there are.
    """
    holders = list(_holders(reports))
    owners = {path: report.path for report in reports for path in report.paths}
    skips = {(*about, skip.check): skip for about, one in holders for skip in one.skip}
    used = set()
    for finding in found:
        path = owners.get(finding.place.path, finding.place.path)
        key = (path, finding.indicator, finding.target, finding.check)
        used.add(key)
        yield finding._replace(explained=skips[key].because) if key in skips else finding
    if NAME not in names:
        return
    for about, one in holders:
        for skip in one.skip:
            if skip.check not in known:
                yield _unknown(about, one, skip, known)
            elif skip.check in names and (*about, skip.check) not in used:
                yield _unused(about, one, skip)


def _holders(reports: Sequence[Report]) -> Iterator[tuple[_About, Indicator | Target]]:
    for report in reports:
        for indicator in report.indicators.values():
            if indicator.skip:
                yield (report.path, indicator.key, None), indicator
        for target in report.targets.values():
            if target.skip:
                yield (report.path, target.indicator.key, target.key), target


def _unused(about: _About, one: Indicator | Target, skip: Skip) -> Finding:
    said = message("finding.skip_unused", label=one.label, check=skip.check)
    return Finding(NAME, Severity.REMARK, about[1], skip.place, said, target=about[2])


def _unknown(about: _About, one: Indicator | Target, skip: Skip, known: Collection[str]) -> Finding:
    said = unknown("finding.skip_unknown", skip.check, known, label=one.label)
    return Finding(NAME, Severity.REMARK, about[1], skip.place, said, target=about[2])
