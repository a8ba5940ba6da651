"""Kinds: whether a figure is a stock, a flow or a ratio, by the words around it."""

from collections.abc import Sequence

from edureport.drafting.clause_before import REACH, STOPS
from edureport.drafting.clauses import Clause
from edureport.model.report import IndicatorKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page

_SIGNS = STOPS | {","}


def kind_of(clause: Clause) -> IndicatorKind | None:
    """The kind that the nearest telling word gives; None if none does, or if two say different things."""
    clauses, before, after = clause.clauses, clause.before, clause.after
    if clause.figure.percent:
        return IndicatorKind.RATIO
    near, further = _around(clause)
    kinds = clauses.kinds
    told = next((kinds[index] for index in (*after, *near, *further) if index in kinds), None)
    if told is IndicatorKind.FLOW:
        return told
    happens = clauses.any_at(clause.own, ClauseMark.FLOW_NOUN)
    spans = clauses.any_at(near, ClauseMark.FLOW_SPAN)
    weak = told is None and clauses.any_at(after, ClauseMark.FLOW_WEAK)
    flow = happens or spans or weak
    counted = not flow and clauses.counts(before)
    return _of_signs(flow=flow, stock=told is not None or counted)


def named_kind(words: str, language: str) -> IndicatorKind | None:
    """The kind that a heading tells: "Births, 2025"; None if no word does, or if two say different things."""
    page = Page.of(words, language)
    begins, _ = page.language.clause_phrases.mark([token.text for token in page.tokens])
    found = {tag for tags in begins for tag in tags}
    flow = bool(found & {ClauseMark.FLOW, ClauseMark.FLOW_NOUN, ClauseMark.FLOW_SPAN})
    shares = "%" in words or page.any_at(range(len(page.tokens)), Mark.SHARE, Mark.PERCENT)
    if shares:
        return None if flow else IndicatorKind.RATIO
    return _of_signs(flow=flow, stock=ClauseMark.STOCK in found)


def _of_signs(*, flow: bool, stock: bool) -> IndicatorKind | None:
    """The kind of which there are signs; None if there are none, or of both."""
    if flow == stock:
        return None
    return IndicatorKind.FLOW if flow else IndicatorKind.STOCK


def _around(clause: Clause) -> tuple[Sequence[int], Sequence[int]]:
    """The tokens behind and before a number up to a sign, and those further, where its verb may be."""
    page, (first, last), (low, high) = clause.page, clause.figure.span, clause.bounds
    low, high = max(low, first - REACH), min(high, last + REACH)
    signs = [index for index in range(low, high) if page.word(index) in _SIGNS]
    end = next((index for index in signs if index >= last), high)
    start = next((index for index in reversed(signs) if index < first), low - 1)
    further = range(end, high) if page.language.head_final else range(start, low - 1, -1)
    return (*range(last, end), *range(first - 1, start, -1)), further
