"""explanations: findings that the report file explains, and explanations that no longer fit any."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from edureport.checks.finding import Finding, Severity
from edureport.message import Message, message
from edureport.model.report import Indicator, Report, Skip, Target
from edureport.near import unknown

NAME = "explanations"

_About = tuple[str, str, str | None]  # the file, the indicator, and the target if it is about one
_Holder = tuple[_About, Report, Indicator | Target]


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
    if NAME not in names:
        return
    for holder in {holder[0]: holder for holder in holders}.values():  # reports of one file share them
        about, _, one = holder
        for skip in one.skip:
            if skip.check not in known:
                said = unknown("finding.skip_unknown", skip.check, known, label=one.label)
                yield _finding(holder, skip, said)
            elif skip.check in names and (*about, skip.check) not in used:
                said = message("finding.skip_unused", label=one.label, check=skip.check)
                yield _finding(holder, skip, said)


def _holders(reports: Sequence[Report]) -> Iterator[_Holder]:
    for report in reports:
        for indicator in report.indicators.values():
            if indicator.skip:
                yield (report.path, indicator.key, None), report, indicator
        for target in report.targets.values():
            if target.skip:
                yield (report.path, target.indicator.key, target.key), report, target


def _finding(holder: _Holder, skip: Skip, said: Message) -> Finding:
    (_, indicator, target), report, _ = holder
    return Finding(NAME, Severity.REMARK, indicator, skip.place, said, target=target, report=report)
