"""Comparison: a figure against the candidate that it is about, or those that it may be about."""

from collections.abc import Callable, Sequence

from edureport.audit.against_data import compare_with, not_in_data
from edureport.audit.candidates import Candidate
from edureport.audit.computed import TargetsOf
from edureport.audit.findings import AuditFinding
from edureport.audit.matching import Match
from edureport.audit.series import planned
from edureport.audit.times import FigureTime
from edureport.audit.verdicts import Judged, Verdict, judge
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure, Way
from edureport.prose.tables.head import HeadRole
from edureport.prose.tables.layout import HeadedCell
from edureport.prose.times.times import Time

_DOUBTED = Judged(Verdict.AMBIGUOUS, message("audit.note.doubt"))


def finding_of(figure: Figure, match: Match, when: FigureTime) -> AuditFinding:
    """The verdict on a figure, with what the data say and a note where the verdict needs one."""
    return _found(figure, match, when, lambda candidate: compare_with(figure, candidate, when))


def finding_beside_plan(figure: Figure, match: Match, when: FigureTime, targets: TargetsOf) -> AuditFinding:
    """The same of a figure whose sentence states a plan, so that it may be what there is of a target."""

    def compare(candidate: Candidate) -> AuditFinding:
        return _or_reached(compare_with(figure, candidate, when), figure, candidate, targets, when, None)

    return _found(figure, match, when, compare)


def finding_in_cell(
    figure: Figure, cell: HeadedCell, match: Match, when: FigureTime, targets: TargetsOf
) -> AuditFinding:
    """The same of a figure of a table, which may be what there is of a target, or what remains of it."""

    def compare(candidate: Candidate) -> AuditFinding:
        if cell.role is HeadRole.REMAINING:
            return _remaining(figure, candidate, targets)
        if cell.role is HeadRole.INDEX:
            return not_in_data(figure, candidate, None)
        finding = compare_with(figure, candidate, when)
        if cell.role is HeadRole.CHANGE and _is_contradicted(finding):
            fall = compare_with(figure._replace(direction=Way.DOWN), candidate, when)
            # A column of changes may tell falls without a sign.
            return finding if _is_contradicted(fall) else finding._replace(judged=_DOUBTED)
        fact = cell.role is HeadRole.FACT
        return _or_reached(finding, figure, candidate, targets, when, cell.due) if fact else finding

    return _found(figure, match, when, compare)


def _found(
    figure: Figure, match: Match, when: FigureTime, compare: Callable[[Candidate], AuditFinding]
) -> AuditFinding:
    """What a comparison finds of a figure, as far as it is certain what it is about."""
    if not figure.states:
        return AuditFinding(figure)
    if figure.unread:
        return AuditFinding(figure, Judged(Verdict.AMBIGUOUS, message("audit.note.unread")))
    if match.candidate is None:
        return AuditFinding(figure, Judged(Verdict.NOT_IN_DATA))
    candidate, *rivals = _due_then((match.candidate, *match.rivals), when)
    finding = compare(candidate)._replace(doubts=match.doubts)
    if rivals:
        meant = message("audit.note.meant", labels=tuple(one.label for one in (candidate, *rivals)))
        return finding._replace(judged=Judged(Verdict.AMBIGUOUS, meant), rivals=tuple(rivals))
    if _is_contradicted(finding) and match.doubts:
        return finding._replace(judged=_DOUBTED)
    return finding


def _is_contradicted(finding: AuditFinding) -> bool:
    return finding.judged is not None and finding.judged.verdict is Verdict.CONTRADICTED


def _due_then(candidates: Sequence[Candidate], when: FigureTime) -> Sequence[Candidate]:
    """Of targets that are called alike the one that is due when the text says; else all candidates."""
    if len(candidates) < 2 or not all(one.target for one in candidates):
        return candidates
    time = when.times[0]
    due = [one for one in candidates if one.target and time and planned(one.target, time) is not None]
    return due if len(due) == 1 else candidates


def _remaining(figure: Figure, candidate: Candidate, targets: TargetsOf) -> AuditFinding:
    """What remains of a target, against what the data leave of it."""
    assessment = targets.assessment(candidate)
    if assessment is None or assessment.remaining is None:
        return not_in_data(figure, candidate, None)
    known = candidate.unscaled(Quantity.of(assessment.remaining))
    return AuditFinding(figure, judge(figure, known, computed=True), candidate, known, computed=True)


def _or_reached(
    finding: AuditFinding,
    figure: Figure,
    candidate: Candidate,
    targets: TargetsOf,
    when: FigureTime,
    due: Time | None,
) -> AuditFinding:
    """The finding, or what the data give as reached of a target by then, if they confirm that."""
    if finding.judged is None or finding.judged.verdict is Verdict.CONFIRMED or candidate.target is not None:
        return finding
    for one in targets.of_indicator(candidate):
        if one.actual is None or (due and one.target.due != due.period.last):
            continue
        if one.period and not any(_may_be_of(time, one.period) for time in when.times):
            continue
        known = candidate.unscaled(one.actual)
        judged = judge(figure, known)
        if judged.verdict is Verdict.CONFIRMED:
            return AuditFinding(figure, judged, candidate, known, one.period)
    return finding


def _may_be_of(time: Time | None, period: Period) -> bool:
    """Whether what was reached in a period can be meant: not at a time before it; a plan is of one after."""
    return time is None or time.period.last >= period.first
