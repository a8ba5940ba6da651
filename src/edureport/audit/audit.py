"""Audit: every figure of a text, what the data say of it, and what does not follow in the text."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from edureport.analysis.breakdown import HUNDRED
from edureport.audit.candidates import Candidate, candidates, setting
from edureport.audit.derived import change_to, share_of
from edureport.audit.doubts import doubtful, strange_title
from edureport.audit.findings import Finding
from edureport.audit.matching import Match, match_all
from edureport.audit.periods import earlier, observed, planned
from edureport.audit.scoring import Scorer
from edureport.audit.verdicts import Judged, Verdict, judge, said
from edureport.message import Message, message
from edureport.model.interval import Answer
from edureport.model.period import Period
from edureport.model.report import Kind as Measures
from edureport.model.report import Observation, Report, Target
from edureport.prose.figure import Figure, Kind
from edureport.prose.grouping import Group, Relation, groups_of
from edureport.prose.page import Page
from edureport.prose.reader import read_page
from edureport.prose.surroundings import surroundings
from edureport.prose.times import Role, Time, named_times
from edureport.prose.timing import assigned, period_of


class _When(NamedTuple):
    """The times that a figure may be of, the likeliest first, the one it is compared with, the text's own."""

    times: Sequence[Time | None]
    compared: Time | None
    own: Period
    before: bool  # whether the figure is what another one is compared with


class Audit(NamedTuple):
    """The findings on a text in the order of the text."""

    text: str
    language: str
    findings: tuple[Finding, ...]


def audit(text: str, language: str, reports: Sequence[Report]) -> Audit:
    """Read the figures of a text in a language of prose.WRITERS, and compare them with the reports."""
    page = Page.of(text, language)
    figures = read_page(page)
    found = groups_of(page, figures)
    parts = {part for group in found if group.relation is Relation.PARTS for part in group.parts}
    findings = list(_against(reports, page, figures, parts)) if reports else [Finding(one) for one in figures]
    belonging: dict[int, list[Group]] = {}
    for group in found:
        if not _others_known(group, findings):
            place = group.parts[-1] if group.whole is None else group.whole
            belonging.setdefault(place, []).append(group)
    return Audit(
        text,
        language,
        tuple(
            finding._replace(groups=tuple(belonging.get(place, ()))) for place, finding in enumerate(findings)
        ),
    )


def _others_known(group: Group, findings: Sequence[Finding]) -> bool:
    """Whether the data have more parts of a whole than the text tells, so that the sum may fall short."""
    if group.relation is not Relation.PARTS or group.whole is None or group.computed is None:
        return False
    whole, parts = findings[group.whole], [findings[part] for part in group.parts]
    members = {part.candidate.category for part in parts if part.candidate and part.candidate.category}
    if whole.candidate is None or not members or any(part.candidate is None for part in parts):
        return False
    indicator = whole.candidate.indicator
    (dimension, *others) = {category.dimension for category in members}
    known = indicator.breakdowns.get(dimension)
    stated = said(whole.figure, counted=True)
    short = stated is not None and group.computed.possible.less_than(stated.possible) is Answer.YES
    return not others and known is not None and len(members) < len(known.members) and short


def _against(
    reports: Sequence[Report], page: Page, figures: Sequence[Figure], parts: Container[int]
) -> Iterator[Finding]:
    language = page.lexicon.language
    known = candidates(reports, language)
    own, certain = _own_period(reports, page, figures)
    times = named_times(page, figures, own)
    named = assigned(page, figures, times, own)
    compared: dict[int, Time] = {}  # with what each sentence compares
    for one in times:
        if one.time and one.time.role is Role.COMPARED:
            compared.setdefault(page.sentence[one.first], one.time)
    when = {place for time in times for place in range(time.first, time.last)}
    scorer = Scorer(known, setting(reports, language), language)
    around = surroundings(page, figures, when)
    against = {place for place, figure in enumerate(figures) if _against_it(page, figure)}
    matches = match_all(scorer, figures, around, [time and time.period for time in named], against)
    elsewhen = {page.sentence[time.first] for time in times if time.time and _is_other(time.time, own)}
    timed = {(page.sentence[time.first], time.time.period) for time in times if time.time}
    strange = strange_title(page, scorer.knows)
    for place, (figure, match, time) in enumerate(zip(figures, matches, named, strict=True)):
        part = figure.role == "part" or place in parts  # which is seldom all that there is
        own_time = time is not None and (figure.sentence, time.period) in timed
        open_time = not own_time and (figure.sentence in elsewhen or not certain)
        sure = match.sure and not (part and _is_whole(match)) and not open_time
        sure = sure and not strange and not doubtful(page, figure, match.candidate, scorer.knows)
        # A time that another sentence has set may have ended.
        spans = [time] if time is None or own_time else [time, None]
        before = figure.mode == "from" or (place in against and time is None)
        told = _When(spans, compared.get(figure.sentence), own, before)
        yield _finding(figure, match._replace(sure=sure), told)


def _against_it(page: Page, figure: Figure) -> bool:
    """Whether another figure is compared with this one: "against 187", "up from 5", not "more than 300"."""
    before = figure.span[0] - 1
    return page.till(before, "against") > 0 and not page.bound(before, "before.", ends=True)[0]


def _is_whole(match: Match) -> bool:
    return match.candidate is not None and match.candidate.category is None


def _is_other(time: Time, own: Period) -> bool:
    """Whether figures beside this time may be of another one."""
    return time.role not in (Role.COMPARED, Role.DUE) and not _meets(time.period, own)


def _meets(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _own_period(reports: Sequence[Report], page: Page, figures: Sequence[Figure]) -> tuple[Period, bool]:
    """The period of the report that the text is about, else of the latest; its own if none is near it.

    With it whether the text leaves no doubt: it names this period, or none.
    """
    named = period_of(page, figures)
    periods = sorted((report.period for report in reports), key=lambda period: (period.last, period.days))
    if named is None or named in periods:
        return named or periods[-1], True
    near = [period for period in periods if _meets(period, named)]
    return (near[-1] if near else named), False


def _finding(figure: Figure, match: Match, when: _When) -> Finding:
    if not figure.states:
        return Finding(figure)
    if figure.stated is None and not figure.all and figure.bound == "exact":
        return Finding(figure, Judged(Verdict.AMBIGUOUS, message("audit.note.unread")))
    if match.candidate is None:
        return Finding(figure, Judged(Verdict.NOT_IN_DATA))
    found = _compare(figure, match.candidate, when)
    if match.rivals:
        judged = Judged(Verdict.AMBIGUOUS, _others((match.candidate, *match.rivals)))
        return found._replace(judged=judged, rivals=match.rivals)
    if found.judged and found.judged.verdict is Verdict.CONTRADICTED and not match.sure:
        return found._replace(judged=Judged(Verdict.AMBIGUOUS, message("audit.note.doubt")))
    return found


def _others(meant: Sequence[Candidate]) -> Message:
    return message("audit.note.meant", labels=tuple(candidate.label for candidate in meant))


def _compare(figure: Figure, candidate: Candidate, when: _When) -> Finding:
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


def _order(finding: Finding) -> int:
    """The best verdict first."""
    return list(Verdict).index(finding.judged.verdict) if finding.judged else len(Verdict)


def _plan(figure: Figure, candidate: Candidate, target: Target, when: _When) -> Finding:
    """A plan against the target, or the milestone of its day."""
    time = when.times[0]
    quantity = planned(target, time)
    if quantity is None:
        return _none(figure, candidate, time.period if time else None)
    stated = candidate.ones(quantity)
    return Finding(figure, judge(figure, stated), candidate, stated)


def _at(
    figure: Figure, candidate: Candidate, observation: Observation, time: Time | None, when: _When
) -> Finding:
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
    return Finding(figure, judged, candidate, known, observation.period, derived=derived)


def _is_looser(time: Time | None, observation: Observation, kind: Measures) -> bool:
    """Whether what is counted over one period may be meant by the name of a longer one: "in 2025"."""
    return time is not None and kind is Measures.FLOW and observation.period != time.period


def _none(figure: Figure, candidate: Candidate, period: Period | None) -> Finding:
    """The data know the thing, and nothing of it for that time, or of how it changed."""
    key = "audit.note.no_change" if period is None else "audit.note.no_figure"
    note = message(key, label=candidate.label, period=period)
    return Finding(figure, Judged(Verdict.NOT_IN_DATA, note), candidate, period=period)


def _all(figure: Figure, candidate: Candidate, observation: Observation) -> Finding:
    """«Барлық мектептерде»: the data may say the same, or a number that may be all there are."""
    judged = Judged(Verdict.POSSIBLE, message("audit.note.all"))
    if observation.all_of is not None or (candidate.indicator.unit.is_percent and _hundred(observation)):
        judged = Judged(Verdict.CONFIRMED)
    return Finding(figure, judged, candidate, candidate.ones(observation.quantity), observation.period)


def _hundred(observation: Observation) -> bool:
    return observation.quantity.is_exact and observation.quantity.stated == HUNDRED


def _change(figure: Figure, candidate: Candidate, after: Observation, compared: Time | None) -> Finding:
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
        return Finding(figure, judged, candidate, stated, after.period)
    if known is None:
        return _none(figure, candidate, None)
    judged = judge(size, known, derived=True)
    in_points = figure.percent and not figure.points and candidate.indicator.unit.is_percent
    if in_points and figure.mode != "times" and judged.verdict is not Verdict.CONTRADICTED:
        judged = Judged(Verdict.POSSIBLE, message("audit.note.points"))
    return Finding(figure, judged, candidate, known, after.period, derived=True)
