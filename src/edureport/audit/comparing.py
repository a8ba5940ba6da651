"""Comparing: a figure that is about something against what the data say of it."""

from collections.abc import Sequence

from edureport.analysis.breakdown import HUNDRED
from edureport.audit.candidates import Candidate
from edureport.audit.context import When
from edureport.audit.derived import change_to, share_of
from edureport.audit.findings import AuditFinding
from edureport.audit.matching import Match
from edureport.audit.periods import earlier, observed, planned
from edureport.audit.verdicts import Judged, Verdict, judge
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import IndicatorKind, Observation, Target
from edureport.prose.figures.figure import Figure, Kind
from edureport.prose.times.times import Time


def finding_of(figure: Figure, match: Match, when: When) -> AuditFinding:
    """The finding on a figure: its verdict, and what is said of that."""
    if not figure.states:
        return AuditFinding(figure)
    if figure.stated is None and not figure.all and figure.bound == "exact":
        return AuditFinding(figure, Judged(Verdict.AMBIGUOUS, message("audit.note.unread")))
    if match.candidate is None:
        return AuditFinding(figure, Judged(Verdict.NOT_IN_DATA))
    found = _compare(figure, match.candidate, when)
    if match.rivals:
        judged = Judged(Verdict.AMBIGUOUS, _others((match.candidate, *match.rivals)))
        return found._replace(judged=judged, rivals=match.rivals)
    if found.judged and found.judged.verdict is Verdict.CONTRADICTED and not match.sure:
        return found._replace(judged=Judged(Verdict.AMBIGUOUS, message("audit.note.doubt")))
    return found


def _others(meant: Sequence[Candidate]) -> Message:
    return message("audit.note.meant", labels=tuple(candidate.label for candidate in meant))


def _compare(figure: Figure, candidate: Candidate, when: When) -> AuditFinding:
    """The figure against what the data say of the candidate: at any of the times that may be meant."""
    if candidate.target is not None:
        return _plan(figure, candidate, candidate.target, when)
    found = [
        _at(figure, candidate, observation, time, when)
        for time in when.times
        for observation in observed(candidate.series, candidate.indicator.kind, time, when.own)
    ]
    if not found:
        return _none(figure, candidate, when.times[0].period if when.times[0] else when.own)
    fitting = [one for one in found if one.judged and one.judged.verdict is not Verdict.CONTRADICTED]
    return min(fitting, key=_order, default=found[0])


def _order(finding: AuditFinding) -> int:
    """The best verdict first."""
    return list(Verdict).index(finding.judged.verdict) if finding.judged else len(Verdict)


def _plan(figure: Figure, candidate: Candidate, target: Target, when: When) -> AuditFinding:
    """A plan against the target, or the milestone of its day."""
    time = when.times[0]
    quantity = planned(target, time)
    if quantity is None:
        return _none(figure, candidate, time.period if time else None)
    stated = candidate.ones(quantity)
    return AuditFinding(figure, judge(figure, stated), candidate, stated)


def _at(
    figure: Figure, candidate: Candidate, observation: Observation, time: Time | None, when: When
) -> AuditFinding:
    """The figure against one of the data."""
    indicator, compared = candidate.indicator, when.compared
    if when.before:
        before = earlier(candidate.series, indicator.kind, observation, compared)
        if before is None:
            return _none(figure, candidate, compared.period if compared else None)
        observation = before
    if figure.kind is Kind.CHANGE:
        return _change(figure, candidate, observation, compared)
    if figure.all:
        return _all(figure, candidate, observation)
    derived = figure.percent and not indicator.unit.is_percent
    known = share_of(candidate, observation) if derived else candidate.ones(observation.quantity)
    if known is None:
        return _none(figure, candidate, observation.period)
    judged = judge(figure, known, derived=derived)
    if judged.verdict is Verdict.CONTRADICTED and observation.all_of is not None:
        judged = Judged(Verdict.AMBIGUOUS, message("audit.note.all"))
    if judged.verdict is Verdict.CONTRADICTED and _is_looser(time, observation, indicator.kind):
        judged = Judged(Verdict.AMBIGUOUS, message("audit.note.doubt"))
    return AuditFinding(figure, judged, candidate, known, observation.period, derived=derived)


def _is_looser(time: Time | None, observation: Observation, kind: IndicatorKind) -> bool:
    """Whether what is counted over one period may be meant by the name of a longer one: "in 2025"."""
    return time is not None and kind is IndicatorKind.FLOW and observation.period != time.period


def _none(figure: Figure, candidate: Candidate, period: Period | None) -> AuditFinding:
    """The data know the thing, and nothing of it for that time, or of how it changed."""
    key = "audit.note.no_change" if period is None else "audit.note.no_figure"
    note = message(key, label=candidate.label, period=period)
    return AuditFinding(figure, Judged(Verdict.NOT_IN_DATA, note), candidate, period=period)


def _all(figure: Figure, candidate: Candidate, observation: Observation) -> AuditFinding:
    """«Барлық мектептерде»: the data may say the same, or a number that may be all there are."""
    judged = Judged(Verdict.POSSIBLE, message("audit.note.all"))
    if observation.all_of is not None or (candidate.indicator.unit.is_percent and _hundred(observation)):
        judged = Judged(Verdict.CONFIRMED)
    return AuditFinding(figure, judged, candidate, candidate.ones(observation.quantity), observation.period)


def _hundred(observation: Observation) -> bool:
    return observation.quantity.is_exact and observation.quantity.stated == HUNDRED


def _change(figure: Figure, candidate: Candidate, after: Observation, compared: Time | None) -> AuditFinding:
    """A change against that which the data know; «N-ға артты» may also name what was reached."""
    before = earlier(candidate.series, candidate.indicator.kind, after, compared)
    known = change_to(figure, candidate, before, after) if before else None
    size = figure._replace(stated=figure.stated.copy_abs()) if figure.stated is not None else figure
    if figure.mode == "by_or_to":
        reached = candidate.ones(after.quantity)
        readings = [(judge(size, reached), reached)]
        readings += [(judge(size, known, derived=True), known)] if known else []
        neither = Judged(Verdict.AMBIGUOUS, message("audit.note.by_or_to"))
        agreeing = (one for one in readings if one[0].verdict is not Verdict.CONTRADICTED)
        judged, stated = next(agreeing, (neither, reached))
        return AuditFinding(figure, judged, candidate, stated, after.period)
    if known is None:
        return _none(figure, candidate, None)
    judged = judge(size, known, derived=True)
    in_points = figure.percent and not figure.points and candidate.indicator.unit.is_percent
    if in_points and figure.mode != "times" and judged.verdict is not Verdict.CONTRADICTED:
        judged = Judged(Verdict.POSSIBLE, message("audit.note.points"))
    return AuditFinding(figure, judged, candidate, known, after.period, derived=True)
