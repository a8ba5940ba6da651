"""Comparison: a figure against the candidate that it is about, or those that it may be about."""

from collections.abc import Sequence

from edureport.analysis.breakdown import HUNDRED
from edureport.audit.candidates import Candidate
from edureport.audit.findings import AuditFinding, Judged, Verdict, judge
from edureport.audit.matching import Match
from edureport.audit.series import FigureTime, TargetsOf, change_to, earlier, observed, planned, share_of
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Observation, Target
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.tables.head import HeadRole
from edureport.prose.tables.tables import HeadedCell
from edureport.prose.times.times import Time

_DOUBTED = Judged(Verdict.AMBIGUOUS, message("audit.note.doubt"))


def compare_with(figure: Figure, candidate: Candidate, when: FigureTime) -> AuditFinding:
    """The best verdict among those at each of the times that may be meant."""
    if candidate.target is not None:
        return _plan(figure, candidate, candidate.target, when)
    compared = [
        _at(figure, candidate, observation, time, when)
        for time in when.times
        for observation in observed(candidate.series, candidate.indicator.kind, time, when.report_period)
    ]
    if not compared:
        return not_in_data(figure, candidate, when.times[0].period if when.times[0] else when.report_period)
    fitting = [one for one in compared if one.judged and one.judged.verdict is not Verdict.CONTRADICTED]
    return min(fitting, key=_order, default=compared[0])


def _order(finding: AuditFinding) -> int:
    """The best verdict first."""
    return list(Verdict).index(finding.judged.verdict) if finding.judged else len(Verdict)


def _plan(figure: Figure, candidate: Candidate, target: Target, when: FigureTime) -> AuditFinding:
    """A plan against the target, or the milestone of its day."""
    time = when.times[0]
    quantity = planned(target, time)
    if quantity is None:
        return not_in_data(figure, candidate, time.period if time else None)
    stated = candidate.unscaled(quantity)
    return AuditFinding(figure, judge(figure, stated), candidate, stated)


def _at(
    figure: Figure, candidate: Candidate, observation: Observation, time: Time | None, when: FigureTime
) -> AuditFinding:
    """The figure against one observation."""
    indicator, compared_with = candidate.indicator, when.compared_with
    if when.is_earlier:
        before = earlier(candidate.series, indicator.kind, observation, compared_with)
        if before is None:
            return not_in_data(figure, candidate, compared_with.period if compared_with else None)
        observation = before
    if figure.kind is FigureKind.CHANGE:
        return _change(figure, candidate, observation, compared_with)
    if figure.all:
        return _all(figure, candidate, observation)
    computed = figure.percent and not indicator.unit.is_percent
    known = share_of(candidate, observation) if computed else candidate.unscaled(observation.quantity)
    if known is None:
        return not_in_data(figure, candidate, observation.period)
    judged = judge(figure, known, computed=computed)
    longer = indicator.kind is IndicatorKind.FLOW and time is not None and observation.period != time.period
    if judged.verdict is Verdict.CONTRADICTED and observation.all_of is not None:
        judged = Judged(Verdict.AMBIGUOUS, message("audit.note.all"))
    elif judged.verdict is Verdict.CONTRADICTED and longer:  # "in 2025" may mean nine months of it
        judged = _DOUBTED
    return AuditFinding(figure, judged, candidate, known, observation.period, computed=computed)


def not_in_data(figure: Figure, candidate: Candidate, period: Period | None) -> AuditFinding:
    """The data have the indicator, but no figure for this period; or, without one, not how it changed."""
    key = "audit.note.no_change" if period is None else "audit.note.no_figure"
    note = message(key, label=candidate.label, period=period)
    return AuditFinding(figure, Judged(Verdict.NOT_IN_DATA, note), candidate, period=period)


def _all(figure: Figure, candidate: Candidate, observation: Observation) -> AuditFinding:
    """«Барлық мектептерде»: the data say so too, or have a number that may be all there are."""
    judged = Judged(Verdict.POSSIBLE, message("audit.note.all"))
    hundred = candidate.indicator.unit.is_percent and observation.quantity.same_as(Quantity(HUNDRED))
    if observation.all_of is not None or hundred:
        judged = Judged(Verdict.CONFIRMED)
    known = candidate.unscaled(observation.quantity)
    return AuditFinding(figure, judged, candidate, known, observation.period)


def _change(
    figure: Figure, candidate: Candidate, after: Observation, compared_with: Time | None
) -> AuditFinding:
    """A change against the one in the data; «N-ға артты» may also name what was reached."""
    before = earlier(candidate.series, candidate.indicator.kind, after, compared_with)
    known = change_to(figure, candidate, before, after) if before else None
    size = figure if figure.direction is Way.UP else figure.unsigned  # a rise by −5 is a fall by 5
    if figure.mode is Mode.BY_OR_TO:
        reached = candidate.unscaled(after.quantity)
        readings = [(judge(size, reached), reached)]
        readings += [(judge(size, known, computed=True), known)] if known else []
        agreeing = [one for one in readings if one[0].verdict is not Verdict.CONTRADICTED]
        neither = Judged(Verdict.AMBIGUOUS, message("audit.note.by_or_to")), reached
        judged, stated = min(agreeing, key=lambda one: list(Verdict).index(one[0].verdict), default=neither)
        return AuditFinding(figure, judged, candidate, stated, after.period)
    if known is None:
        return not_in_data(figure, candidate, None)
    judged = judge(size, known, computed=True)
    in_points = figure.percent and not figure.points and candidate.indicator.unit.is_percent
    if in_points and figure.mode is not Mode.TIMES and judged.verdict is not Verdict.CONTRADICTED:
        judged = Judged(Verdict.POSSIBLE, message("audit.note.points"))
    return AuditFinding(figure, judged, candidate, known, after.period, computed=True)


def finding_of(
    figure: Figure,
    cell: HeadedCell | None,
    match: Match,
    when: FigureTime,
    targets: TargetsOf,
    *,
    planning: bool,
) -> AuditFinding:
    """The verdict on a figure, with what the data say and a note where the verdict needs one.

    `planning` says that its sentence states a plan, so that it may be what there is of a target.
    """
    if not figure.states:
        return AuditFinding(figure)
    if figure.unread:
        return AuditFinding(figure, Judged(Verdict.AMBIGUOUS, message("audit.note.unread")))
    if match.candidate is None:
        return AuditFinding(figure, Judged(Verdict.NOT_IN_DATA))
    candidate, *rivals = _due_then((match.candidate, *match.rivals), when)
    if cell is not None:
        finding = _in_cell(figure, cell, candidate, when, targets)
    else:
        finding = compare_with(figure, candidate, when)
        finding = _or_reached(finding, candidate, targets, when, None) if planning else finding
    finding = finding._replace(doubts=match.doubts)
    if rivals:
        meant = message("audit.note.meant", labels=tuple(one.label for one in (candidate, *rivals)))
        return finding._replace(judged=Judged(Verdict.AMBIGUOUS, meant), rivals=tuple(rivals))
    return finding._replace(judged=_DOUBTED) if _is_contradicted(finding) and match.doubts else finding


def _in_cell(
    figure: Figure, cell: HeadedCell, candidate: Candidate, when: FigureTime, targets: TargetsOf
) -> AuditFinding:
    """What a figure of a table says, which may be what there is of a target, or what remains of it."""
    if cell.role is HeadRole.REMAINING:
        assessment = targets.assessment(candidate)
        if assessment is None or assessment.remaining is None:
            return not_in_data(figure, candidate, None)
        known = candidate.unscaled(Quantity.of(assessment.remaining))
        return AuditFinding(figure, judge(figure, known, computed=True), candidate, known, computed=True)
    if cell.role is HeadRole.INDEX:
        return not_in_data(figure, candidate, None)
    finding = compare_with(figure, candidate, when)
    if cell.role is HeadRole.CHANGE and _is_contradicted(finding):
        fall = compare_with(figure._replace(direction=Way.DOWN), candidate, when)
        # A column of changes may tell falls without a sign.
        return finding if _is_contradicted(fall) else finding._replace(judged=_DOUBTED)
    return _or_reached(finding, candidate, targets, when, cell.due) if cell.role is HeadRole.FACT else finding


def _is_contradicted(finding: AuditFinding) -> bool:
    return finding.judged is not None and finding.judged.verdict is Verdict.CONTRADICTED


def _due_then(candidates: Sequence[Candidate], when: FigureTime) -> Sequence[Candidate]:
    """Of targets that are called alike the one that is due when the text says; else all candidates."""
    if len(candidates) < 2 or not all(one.target for one in candidates):
        return candidates
    time = when.times[0]
    due = [one for one in candidates if one.target and time and planned(one.target, time) is not None]
    return due if len(due) == 1 else candidates


def _or_reached(
    finding: AuditFinding, candidate: Candidate, targets: TargetsOf, when: FigureTime, due: Time | None
) -> AuditFinding:
    """The finding, or what the data give as reached of a target by then, if they confirm that."""
    if finding.judged is None or finding.judged.verdict is Verdict.CONFIRMED or candidate.target is not None:
        return finding
    for one in targets.of_indicator(candidate):
        if one.actual is None or (due and one.target.due != due.period.last):
            continue
        # What was reached in a period cannot be meant at a time before it; a plan is of one after.
        if one.period and all(time and time.period.last < one.period.first for time in when.times):
            continue
        known = candidate.unscaled(one.actual)
        judged = judge(finding.figure, known)
        if judged.verdict is Verdict.CONFIRMED:
            return AuditFinding(finding.figure, judged, candidate, known, one.period)
    return finding
