"""Growth: figures that say by how much something changed, though the words around them are a level's."""

from edureport.drafting.clauses import REACH, Clauses
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

NEAR = 8  # words between a number and the verb that says how it changed
_CHANGES = (Mark.RISE, Mark.FALL)
_GROWTH = (Mark.GROWTH_NOUN, Mark.FALL_NOUN, *_CHANGES)
_THAN = (Mark.THAN_UP, Mark.THAN_DOWN)
_LEVELS = frozenset({Mode.FROM, Mode.TO})


def is_growth(figure: Figure, clauses: Clauses) -> bool:
    """Whether a figure is a change: "84,700 more pupils", «5 %-ға көбейіп», «өсім байқалды (9 %)»."""
    if figure.kind not in (FigureKind.FIGURE, FigureKind.PERCENT) or figure.mode in _LEVELS:
        return False
    page = clauses.page
    low, high = page.bounds(figure.span.first)
    low = max(low, figure.span.first - REACH)
    ahead = range(figure.span.last, min(high, figure.span.last + NEAR))
    if clauses.is_bracketed(figure) and figure.percent:
        return any(page.at(index, mark) for index in range(low, figure.span.first) for mark in _GROWTH)
    if not page.language.head_final:
        than = ahead and clauses.at(ahead[0], ClauseMark.MORE)
        return bool(than) and not clauses.is_joined(figure)
    compared = any(clauses.at(other, ClauseMark.COMPARES) for other in range(low, figure.span.first))
    grown = compared or (figure.percent and _dative(figure, clauses))  # «3%-ға (831 млрд теңгеге дейін)»
    return (grown and _ends_in_change(clauses, high)) or _changes_behind(
        figure, clauses, ahead, compared=compared
    )


def _changes_behind(figure: Figure, clauses: Clauses, ahead: range, *, compared: bool) -> bool:
    """Kazakh: whether the words behind a number make a change of it."""
    page = clauses.page
    for index in ahead:
        if clauses.is_number(index):
            if clauses.is_number(index - 1) or page.at(index - 1, Mark.CONJ):
                continue  # «5 мың тоннаға немесе 3,2 пайызға артып»
            return False
        if page.word(index) in {",", ";", "("}:
            return False
        if any(page.at(index, mark) for mark in _CHANGES):
            return figure.percent or _dative(figure, clauses)
        if any(page.at(index, mark) for mark in _THAN):
            return compared or any(clauses.at(other, ClauseMark.COMPARES) for other in ahead)
    return False


def _ends_in_change(clauses: Clauses, high: int) -> bool:
    """Whether the last word of a sentence says that something grew or fell."""
    page = clauses.page
    last = next((index for index in range(high - 1, high - 4, -1) if page.is_word(index)), None)
    return last is not None and any(page.till(last, mark) for mark in _CHANGES)


def _dative(figure: Figure, clauses: Clauses) -> bool:
    """Kazakh: whether the unit, or the number without one, stands in the case of a difference."""
    word = figure.unit_span.first if figure.unit_span else figure.span.last - 1
    return clauses.page.language.has_case(clauses.page.word(word), Ending.DATIVE)
