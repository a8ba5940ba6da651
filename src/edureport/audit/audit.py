"""Audit: every figure of a text, what the data say about it, and whether it fits the rest of the text."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from edureport.audit.candidates import candidates, setting
from edureport.audit.comparison import finding_of
from edureport.audit.doubts import Doubt, doubts_of, is_comparison, names_others_in_title
from edureport.audit.findings import Audit, AuditFinding, Verdict, stated_quantity
from edureport.audit.matching import Match, doubts_of_cell, in_full, match_all
from edureport.audit.scoring import Scorer
from edureport.audit.series import FigureTimes, TargetsOf
from edureport.message import Message, message
from edureport.model.interval import Answer
from edureport.model.report import Report
from edureport.prose.content import content
from edureport.prose.context_window import context_windows
from edureport.prose.figures.figure import FigureKind, SumRole
from edureport.prose.organisation import organisation_of
from edureport.prose.reading import Reading
from edureport.prose.relations.relation import Relation, RelationKind, Rule

HEAD = 600  # characters in which a text names whose it is


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
    for report in reports:
        known = setting([report], reading.language)
        if words <= known or known <= words:
            return None
    return name


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
    index: int,
    called_part: bool,
    wholes: Mapping[int, int | None],
    confirmed: Container[int | None],
    match: Match,
) -> bool:
    """Whether a figure that is a part is matched with a whole of the data, or with a part of another whole.

    Of "18 schools opened since 2010, seven are private" the seven are none of those of all schools. Nor is a
    figure that has parts itself, and is none, one of the parts that the data have.
    """
    if match.candidate is None:
        return False
    if not (called_part or index in wholes):
        return match.candidate.category is not None and index in wholes.values()
    whole = wholes.get(index)
    other = whole is not None and whole < index and whole not in confirmed
    return other or match.candidate.category is None
