"""Audit: every figure of a text, what the data say about it, and whether it fits the rest of the text."""

from collections.abc import Container, Iterator, Mapping, Sequence

from edureport.audit.candidates import candidates, setting
from edureport.audit.cells import doubts_of_cell, in_full
from edureport.audit.comparison import finding_beside_plan, finding_in_cell, finding_of
from edureport.audit.computed import TargetsOf
from edureport.audit.doubts import Doubt, doubts_of, is_comparison, names_others_in_title
from edureport.audit.findings import Audit, AuditFinding
from edureport.audit.matching import Match, match_all
from edureport.audit.scoring import Scorer
from edureport.audit.times import FigureTimes
from edureport.audit.verdicts import Verdict, stated_quantity
from edureport.model.interval import Answer
from edureport.model.report import Report
from edureport.prose.context_window import context_windows
from edureport.prose.figures.figure import FigureKind, SumRole
from edureport.prose.reading import Reading
from edureport.prose.relations.relation import Relation, RelationKind, Rule


def audit(reading: Reading, reports: Sequence[Report]) -> Audit:
    """The findings on every figure of a text, against these reports and against the rest of the text."""
    relations = reading.relations
    findings = list(_against(reading, reports)) if reports else [AuditFinding(one) for one in reading.figures]
    by_figure: dict[int, list[Relation]] = {}
    for relation in relations:
        if not _is_incomplete(relation, findings):
            index = relation.parts[-1] if relation.whole is None else relation.whole
            by_figure.setdefault(index, []).append(relation)
    return Audit(
        tuple(
            finding._replace(relations=tuple(by_figure.get(index, ())))
            for index, finding in enumerate(findings)
        )
    )


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
    compared = {
        index for index, figure in enumerate(figures) if index not in cells and is_comparison(page, figure)
    }
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
        if cell is None:
            doubts = match.doubts.union(everywhere, doubts_of(page, figure, match.candidate, scorer.knows))
        else:
            found = doubts_of_cell(cell, match.candidate, scorer.knows, language)
            doubts = match.doubts.union(everywhere, found)
        if times.is_uncertain(index):
            doubts |= {Doubt.OTHER_TIME}
        if _is_of_another_whole(index, figure.role is SumRole.PART, wholes, confirmed, match):
            doubts |= {Doubt.PART}
        if index in taken_from:
            doubts |= {Doubt.SOME}
        when, doubted = times.of(index, compared, match.candidate), match._replace(doubts=doubts)
        if cell is None and figure.sentence in planning:
            finding = finding_beside_plan(figure, doubted, when, targets)
        elif cell is None:
            finding = finding_of(figure, doubted, when)
        else:
            full = in_full(figure, cell, match.candidate, language)
            finding = finding_in_cell(full, cell, doubted, when, targets)
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
    return match.candidate.category is None or (
        whole is not None and whole < index and whole not in confirmed
    )
