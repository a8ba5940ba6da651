"""Audit: every figure of a text, what the data say of it, and what does not follow in the text."""

from collections.abc import Container, Iterator, Sequence

from edureport.audit.candidates import candidates, setting
from edureport.audit.comparing import finding_of
from edureport.audit.context import Context
from edureport.audit.doubts import doubtful, is_against, strange_title
from edureport.audit.findings import Audit, AuditFinding
from edureport.audit.matching import Match, match_all
from edureport.audit.scoring import Scorer
from edureport.audit.verdicts import said
from edureport.model.interval import Answer
from edureport.model.report import Report
from edureport.prose import read
from edureport.prose.context_window import surroundings
from edureport.prose.reading import Reading
from edureport.prose.relations.relations import Group, Relation


def audit(text: str, language: str, reports: Sequence[Report]) -> Audit:
    """Read the figures of a text in a language of prose.LANGUAGES, and compare them with the reports."""
    reading = read(text, language)
    figures, found = reading.figures, reading.relations
    parts = {part for group in found if group.relation is Relation.PARTS for part in group.parts}
    findings = list(_against(reports, reading, parts)) if reports else [AuditFinding(one) for one in figures]
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


def _others_known(group: Group, findings: Sequence[AuditFinding]) -> bool:
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


def _against(reports: Sequence[Report], reading: Reading, parts: Container[int]) -> Iterator[AuditFinding]:
    """The findings on the figures of a text against the reports; `parts` are said to be parts of others."""
    page, figures, language = reading.page, reading.figures, reading.language
    context = Context(reading, reports)
    scorer = Scorer(candidates(reports, language), setting(reports, language), language)
    around = surroundings(page, figures, context.tokens)
    against = {place for place, figure in enumerate(figures) if is_against(page, figure)}
    periods = [time and time.period for time in context.times]
    strange = strange_title(page, scorer.knows)
    for place, match in enumerate(match_all(scorer, figures, around, periods, against)):
        figure = figures[place]
        part = figure.role == "part" or place in parts  # which is seldom all that there is
        open_ = strange or context.is_open(place) or (part and _is_whole(match))
        sure = match.sure and not open_ and not doubtful(page, figure, match.candidate, scorer.knows)
        yield finding_of(figure, match._replace(sure=sure), context.when(place, against))


def _is_whole(match: Match) -> bool:
    return match.candidate is not None and match.candidate.category is None
