"""Unit words: what the unit of a figure says is counted."""

from edureport.drafting.clause_figures import PARTING
from edureport.drafting.clauses import Clause, Clauses
from edureport.prose.figures.units import PERCENT
from edureport.prose.grammar.marks import Mark

POWERS = frozenset("²³23")
DESCRIBING = 2  # words between a number and the noun that it counts


def unit_beside(clause: Clause) -> str | None:
    """The lemma of what is counted, if that stands beside the number; None if it may be another's.

    Of words that are not known only those count that follow the number and look like a noun.
    """
    figure, clauses = clause.figure, clause.clauses
    page, span = clauses.page, figure.unit_span
    if figure.percent or figure.unit == PERCENT:
        return PERCENT
    if figure.unit is None or span is None:
        return None
    first, last = figure.span
    between = range(last, span.first) if span.first >= last else range(span.last, first)
    if any(index in clauses.numbers or page.word(index) in PARTING for index in between):
        return None
    if page.word(span.last) == "-" and not page.tokens[span.last].gap:
        return None  # «жол-көлік оқиғасы»
    if page.word(span.first) in page.language.naming.powers or any(
        page.word(index).startswith(page.language.naming.powers) for index in between
    ):
        return None  # «5 квадратных метров» are no metres
    end = page.tokens[span.last - 1].end
    if page.text[end : end + 1] in POWERS:
        return None  # "5 m²", «5 м2»
    if figure.unit in page.language.lemmas:
        return figure.unit
    if page.language.head_final and _goes_on_as_noun(span.last, clauses):
        return None  # «ұсақ бұзақылық»
    beside = 0 <= span.first - clause.end <= DESCRIBING
    return figure.unit if beside and page.language.naming.is_counted(page.word(span.first)) else None


def _goes_on_as_noun(index: int, clauses: Clauses) -> bool:
    """Whether no verb stands behind a noun that would be last, but a noun, or what describes another noun."""
    page = clauses.page
    high = page.bounds(index - 1)[1]
    if index >= high or not page.is_word(index) or page.at(index, Mark.JOIN):
        return False
    word, more = page.word(index), index + 1 < high and page.is_word(index + 1)
    if page.language.is_participle(word) or word in page.language.naming.states:
        return more  # «мүгедектігі бар адам», but «хабарлама түскен.»
    return not clauses.is_verb(index) and not page.language.ends_clause(word)
