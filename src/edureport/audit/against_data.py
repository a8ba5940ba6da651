"""Against data: a figure and what the data say about one candidate, at the times that may be meant."""

from edureport.analysis.breakdown import HUNDRED
from edureport.audit.candidates import Candidate
from edureport.audit.computed import change_to, share_of
from edureport.audit.findings import AuditFinding
from edureport.audit.series import earlier, observed, planned
from edureport.audit.times import FigureTime
from edureport.audit.verdicts import Judged, Verdict, judge
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Observation, Target
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.times.times import Time


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
    if judged.verdict is Verdict.CONTRADICTED and observation.all_of is not None:
        judged = Judged(Verdict.AMBIGUOUS, message("audit.note.all"))
    longer = indicator.kind is IndicatorKind.FLOW and time is not None and observation.period != time.period
    if judged.verdict is Verdict.CONTRADICTED and longer:  # "in 2025" may mean nine months of it
        judged = Judged(Verdict.AMBIGUOUS, message("audit.note.doubt"))
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
    return AuditFinding(
        figure, judged, candidate, candidate.unscaled(observation.quantity), observation.period
    )


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
        neither = Judged(Verdict.AMBIGUOUS, message("audit.note.by_or_to"))
        agreeing = [one for one in readings if one[0].verdict is not Verdict.CONTRADICTED]
        agreeing.sort(key=lambda one: list(Verdict).index(one[0].verdict))
        judged, stated = agreeing[0] if agreeing else (neither, reached)
        return AuditFinding(figure, judged, candidate, stated, after.period)
    if known is None:
        return not_in_data(figure, candidate, None)
    judged = judge(size, known, computed=True)
    in_points = figure.percent and not figure.points and candidate.indicator.unit.is_percent
    if in_points and figure.mode is not Mode.TIMES and judged.verdict is not Verdict.CONTRADICTED:
        judged = Judged(Verdict.POSSIBLE, message("audit.note.points"))
    return AuditFinding(figure, judged, candidate, known, after.period, computed=True)
