"""Audit: every figure of a text, what the data say about it, and whether it fits the rest of the text."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from edureport.analysis.breakdown import HUNDRED
from edureport.audit.candidates import (
    Candidate,
    Doubt,
    candidates,
    doubts_of,
    is_comparison,
    names_others_in_title,
    setting,
)
from edureport.audit.findings import Audit, AuditFinding, Judged, Verdict, judge, stated_quantity
from edureport.audit.matching import Match, doubts_of_cell, in_full, match_all
from edureport.audit.scoring import Scorer
from edureport.audit.series import (
    FigureTime,
    FigureTimes,
    TargetsOf,
    change_to,
    earlier,
    observed,
    planned,
    share_of,
)
from edureport.message import Message, message
from edureport.model.interval import Answer
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Observation, Report, Target
from edureport.prose.content import content, context_windows
from edureport.prose.figures.figure import Figure, FigureKind, Mode, SumRole, Way
from edureport.prose.organisation import organisation_of
from edureport.prose.reading import Reading
from edureport.prose.relations.relation import Relation, RelationKind, Rule
from edureport.prose.tables.heads import HeadRole
from edureport.prose.tables.tables import HeadedCell
from edureport.prose.times.times import Time

_DOUBTED = Judged(Verdict.AMBIGUOUS, message("audit.note.doubt"))
HEAD = 600  # characters in which a text names whose it is


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
    hundred = candidate.indicator.unit.is_percent and observation.quantity.same_as(Quantity(HUNDRED))
    confirmed = hundred or observation.all_of is not None
    judged = Judged(Verdict.CONFIRMED) if confirmed else Judged(Verdict.POSSIBLE, message("audit.note.all"))
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


def comparable_reports(
    reading: Reading, reports: Sequence[Report], path: str, *, named: bool
) -> tuple[Sequence[Report], Sequence[Message]]:
    """The reports that a text may be compared with, and what to say of those that it may not.

    That they are `named` by the user is enough unless the text is another body's; else they have to be of
    its body and its period.
    """
    if not named:
        own = [one for one in reports if _names(reading, one) and reading.period == one.period]
        return own, [message("note.no_own_data", text=path)] if reports and not own else []
    notes = []
    if reports and reading.period and all(report.period != reading.period for report in reports):
        notes.append(message("note.other_period", text=path, period=reading.period))
    if reports and (body := _other_body(reading, reports)):
        return [], [*notes, message("note.other_body", text=path, organisation=body)]
    return reports, notes


def _names(reading: Reading, report: Report) -> bool:
    words = setting([report], reading.language)
    return bool(words) and words <= set(content(reading.text[:HEAD], reading.language))


def _other_body(reading: Reading, reports: Sequence[Report]) -> str | None:
    """The organisation that a text begins with, if the text names none of those of the reports."""
    name = organisation_of(reading.page)
    if name is None or any(_names(reading, report) for report in reports):
        return None
    words = set(content(name, reading.language))
    known = [setting([report], reading.language) for report in reports]
    return None if any(words <= one or one <= words for one in known) else name


def audit(reading: Reading, reports: Sequence[Report]) -> Audit:
    """The findings on every figure of a text, against these reports and against the rest of the text."""
    relations = reading.relations
    findings = list(_against(reading, reports)) if reports else [AuditFinding(one) for one in reading.figures]
    by_figure: dict[int, list[Relation]] = defaultdict(list)
    for relation in relations:
        if not _is_incomplete(relation, findings):
            by_figure[relation.parts[-1] if relation.whole is None else relation.whole].append(relation)
    told = (finding._replace(relations=tuple(by_figure[index])) for index, finding in enumerate(findings))
    return Audit(tuple(told))


def _is_incomplete(relation: Relation, findings: Sequence[AuditFinding]) -> bool:
    """Whether the data have more parts of a whole than the text names, so that their sum may fall short."""
    if relation.kind is not RelationKind.PARTS or relation.whole is None or relation.computed is None:
        return False
    whole, parts = findings[relation.whole], [findings[part] for part in relation.parts]
    members = {part.candidate.category for part in parts if part.candidate and part.candidate.category}
    if whole.candidate is None or not members or any(part.candidate is None for part in parts):
        return False
    (dimension, *others) = {category.dimension for category in members}
    known = whole.candidate.indicator.breakdowns.get(dimension)
    stated = stated_quantity(whole.figure, counted=True)
    short = stated is not None and relation.computed.possible.less_than(stated.possible) is Answer.YES
    return not others and known is not None and len(members) < len(known.members) and short


def _against(reading: Reading, reports: Sequence[Report]) -> Iterator[AuditFinding]:
    """The findings on the figures of a text against the reports."""
    page, figures, language = reading.page, reading.figures, reading.language
    times = FigureTimes(reading, reports)
    cells = times.cells
    scorer = Scorer(candidates(reports, language), setting(reports, language), language)
    windows = context_windows(page, figures, times.tokens)
    compared = {at for at, one in enumerate(figures) if at not in cells and is_comparison(page, one)}
    periods = [time and time.period for time in times.times]
    divided = [one for one in reading.relations if one.kind is RelationKind.PARTS]
    wholes = {part: one.whole for one in divided for part in one.parts}
    taken_from = {one.whole for one in divided if one.rule is Rule.PARTS_TAKEN_OUT}
    confirmed: set[int] = set()
    everywhere = {Doubt.OTHER_NAME} if names_others_in_title(page, scorer.knows) else set[Doubt]()
    targets = TargetsOf(reports, times.day)
    planning = {figure.sentence for figure in figures if figure.kind is FigureKind.TARGET}
    for index, match in enumerate(match_all(scorer, page, figures, windows, periods, compared, cells)):
        figure, cell = figures[index], cells.get(index)
        found = doubts_of(page, figure, match.candidate, scorer.knows)
        if cell is not None:
            found = doubts_of_cell(cell, match.candidate, scorer.knows, language)
        doubts = match.doubts.union(everywhere, found)
        if times.is_uncertain(index):
            doubts |= {Doubt.OTHER_TIME}
        if _is_of_another_whole(index, figure.role is SumRole.PART, wholes, confirmed, match):
            doubts |= {Doubt.PART}
        if index in taken_from:
            doubts |= {Doubt.SOME}
        when, doubted = times.of(index, compared, match.candidate), match._replace(doubts=doubts)
        full = in_full(figure, cell, match.candidate, language) if cell else figure
        finding = finding_of(full, cell, doubted, when, targets, planning=figure.sentence in planning)
        if finding.judged and finding.judged.verdict is Verdict.CONFIRMED:
            confirmed.add(index)
        yield finding


def _is_of_another_whole(
    index: int, part: bool, wholes: Mapping[int, int | None], confirmed: Container[int | None], match: Match
) -> bool:
    """Whether a figure that is a part is matched with a whole of the data, or with a part of another whole.

    Of "18 schools opened since 2010, seven are private" the seven are none of those of all schools. Nor is a
    figure that has parts itself, and is none, one of the parts that the data have.
    """
    if match.candidate is None:
        return False
    if not (part or index in wholes):
        return match.candidate.category is not None and index in wholes.values()
    whole = wholes.get(index)
    other = whole is not None and whole < index and whole not in confirmed
    return other or match.candidate.category is None
