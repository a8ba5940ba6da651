"""Growth where the noun comes first: phrases that make a change of a number, "a 2% decline"."""

from collections.abc import Sequence

from edureport.drafting.clause_before import STOPS
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.ruling import names_only
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark

NEAR = 8  # words between a number and the noun of its change
UNIT = 3  # tokens between a change and what says it again
SIZE = 4  # tokens of "by an impressive"


def is_phrase_of_growth(clause: Clause, ahead: range, last: Clause | None) -> bool:
    """Whether the words right beside a number make a change of it; `last` is the figure before it."""
    if not clause.figure.percent:
        return _is_amount_of_rise(clause)
    alone = _is_sized(clause) or _is_rate(clause) or _is_yearly(clause)
    return alone or _says_again(clause, last) or _is_rise(clause, ahead)


def _is_amount_of_rise(clause: Clause) -> bool:
    """English: whether an amount is that of the noun of change behind it: "a $40 increase from 2024"."""
    clauses, page, span = clause.clauses, clause.page, clause.figure.unit_span
    first, last = clause.figure.span
    if span is not None:
        first, last = min(first, span.first), max(last, span.last)
    grows = clauses.at(last, ClauseMark.GROWS)
    sized = grows and page.at(first - 1, Mark.ARTICLE) and clauses.at(last + grows, ClauseMark.PREPOSITION)
    than = clauses.at(last, ClauseMark.MORE_THAN)  # "it is $5 million larger than last year's"
    return page.language.articles and bool(sized or than)


def _is_rate(clause: Clause) -> bool:
    """English: whether something changed at a rate: "prices increased at an annual rate of 2%"."""
    clauses, page, first = clause.clauses, clause.page, clause.figure.span.first
    low = max(page.bounds(first)[0], first - NEAR)
    at = next((at for at in range(first - 1, low, -1) if page.word(at) in page.language.naming.at), None)
    rate = at is not None and clauses.any_at(range(at, first), ClauseMark.PACE)
    return at is not None and rate and clauses.any_at([at - 1], Mark.RISE, Mark.FALL)


def _says_again(clause: Clause, last: Clause | None) -> bool:
    """Whether a percentage goes on with a change before it: "up 8% and 7%", "fell 12 posts, or 2%"."""
    clauses, page, first, behind = clause.clauses, clause.page, clause.first, clause.last
    by = page.at(first - 1, Mark.BY) > 0
    if by and page.at(first - 2, Mark.OR):
        return True
    before = last.figure if last else None
    if before is None or before.kind is not FigureKind.CHANGE or before.sentence != clause.figure.sentence:
        return False
    between: Sequence[int] = range(before.span.last, first - by)
    if before.percent and not by and _is_gapped(between, clauses):
        return not page.is_word(behind) or page.at(behind, Mark.JOIN) > 0
    if not between or len(between) > UNIT or not page.at(between[-1], Mark.JOIN):
        return False
    if page.at(between[-1], Mark.OR):
        return True
    # "up 8% and 60% of it", "up 4% and 3% closed"
    where = clauses.at(behind, ClauseMark.PREPOSITION) > 0 and not page.at(behind, Mark.OUT_OF)
    ends = not page.is_word(behind) or (where and not clauses.content(clause.after))
    alone = before.percent and len(between) <= 2 and ends
    return alone and all(page.word(index) == "," for index in between[:-1])


def _is_gapped(between: Sequence[int], clauses: Clauses) -> bool:
    """English: whether a joint and a noun stand between two numbers, without the verb of the first one.

    "Thefts fell 12% and burglaries 7%", but not "prices rose 9% and turnout 60%", which measures something.
    """
    page, noun = clauses.page, between[1:]
    joint = (
        page.language.articles
        and bool(noun)
        and (page.word(between[0]) == "," or page.at(between[0], Mark.JOIN) > 0)
    )
    named = all(page.is_word(index) and not clauses.is_verb(index) for index in noun)
    helped = clauses.any_at(noun, ClauseMark.COPULA, ClauseMark.AUXILIARY, ClauseMark.PREPOSITION)
    return joint and len(noun) <= UNIT and named and not helped and names_only(noun, clauses)


def _is_sized(clause: Clause) -> bool:
    """Whether a verb of change has a number with an adjective: "rose by an impressive 64%"."""
    clauses, page, first = clause.clauses, clause.page, clause.first
    by = next((at for at in range(first - 1, first - 1 - SIZE, -1) if page.at(at, Mark.BY)), None)
    if by is None or by + 1 == first or not page.at(by + 1, Mark.ARTICLE):
        return False
    return clauses.any_at([by - 1], Mark.RISE, Mark.FALL)


def _is_yearly(clause: Clause) -> bool:
    """Whether a percentage is compared with a year before, and no verb says that it is a level."""
    level = clause.clauses.any_at(clause.before, ClauseMark.COPULA, ClauseMark.MEASURED)
    return clause.clauses.at(clause.last, ClauseMark.COMPARES) > 0 and not level


def _is_rise(clause: Clause, ahead: range) -> bool:
    """Whether a percentage is that of a noun of change: "a 2% yearly decline", "saw a decline, at 2%"."""
    clauses, page, first = clause.clauses, clause.page, clause.figure.span.first
    behind = ahead.start + (clauses.at(ahead.start, ClauseMark.GROWS) if ahead else 0)
    if behind > ahead.start and (clauses.at(behind, ClauseMark.PREPOSITION) or not page.is_word(behind)):
        return True  # "9.7 percent reduction from", but not "5% growth fund"
    if page.at(first - 1, Mark.OR):  # "an increase of 40 or 3%"
        near = range(first - 2, max(page.bounds(first)[0], first - NEAR) - 1, -1)
        before = next((index for index in near if index not in clauses.numbers), first)
        return clauses.any_at(range(before - 1, before + 1), ClauseMark.GROWS)
    at = page.word(first - 1) in page.language.naming.at
    if at and clauses.at(first - 2 - (page.word(first - 2) == ","), ClauseMark.GROWS):
        low = max(page.bounds(first)[0], first - NEAR)
        return any(page.word(index) in page.language.naming.having for index in range(low, first))
    if not page.at(first - 1, Mark.ARTICLE):
        return False
    for index in ahead:
        if clauses.at(index, ClauseMark.GROWS):
            return True
        behind = clauses.at(index, ClauseMark.PREPOSITION) and not page.glued(index + 1)  # "year-on-year"
        if page.word(index) in STOPS or behind:
            return False
    return False
