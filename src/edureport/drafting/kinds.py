"""Kinds: whether a figure is a stock, a flow or a ratio, by the words around it."""

from collections.abc import Iterator, Sequence

from edureport.drafting.clauses import REACH, STOPS, Clauses
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark


def kind_of(figure: Figure, clauses: Clauses) -> IndicatorKind | None:
    """The kind that the nearest telling word gives; None if no word tells it."""
    if figure.percent:
        return IndicatorKind.RATIO
    for indices in _telling_tokens(figure, clauses):
        for index in indices:
            if index in clauses.kinds:
                return clauses.kinds[index]
    if any(clauses.at(index, ClauseMark.FLOW_WEAK) for index in clauses.after(figure)):
        return IndicatorKind.FLOW
    return IndicatorKind.STOCK if clauses.counts(clauses.before(figure)) else None


def _telling_tokens(figure: Figure, clauses: Clauses) -> Iterator[Sequence[int]]:
    """The tokens whose words may say the kind, the most certain first."""
    yield clauses.after(figure)
    page, (first, last) = clauses.page, figure.span
    low, high = page.bounds(first)
    low, high = max(low, first - REACH), min(high, last + REACH)
    signs = STOPS | {","}
    end = next((index for index in range(last, high) if page.word(index) in signs), high)
    start = next((index for index in range(first - 1, low - 1, -1) if page.word(index) in signs), low - 1)
    yield range(last, end)
    yield range(first - 1, start, -1)
    if page.language.head_final:  # the verb comes last
        yield range(end, high)
    else:
        yield range(start, low - 1, -1)
