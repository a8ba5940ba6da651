"""Naming: a label in the dictionary form made of a figure's own words, or none where they do not give one."""

from collections.abc import Sequence

from edureport.drafting.clauses import Clauses
from edureport.drafting.head_final import HeadFinal
from edureport.drafting.head_first import HeadFirst
from edureport.drafting.neighbours import LOOSE
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark, Mark

NEAR = 3  # tokens behind a number in brackets, to what compares it
# «меньше, чем в 2022 году (19 023)»
_COMPARES = (Mark.AGAINST, Mark.THAN, Mark.THAN_UP, Mark.THAN_DOWN)


def label_of(figure: Figure, clauses: Clauses, bracketed: Sequence[int], *, alone: bool) -> str | None:
    """What a figure counts, in words that stand beside it; None if they make no name.

    `bracketed` are the words before a bracket that it stands in; `alone` says that the words behind it do not
    tell: there is at most a unit such as people or per cent.
    """
    language = clauses.page.language
    if not language.naming.can_name or clauses.is_shared(figure):
        return None
    if alone and bracketed:  # not "30 children (12 girls)"
        return _item(figure, clauses.trimmed(bracketed, (ClauseMark.LEAD,), LOOSE), clauses)
    if (counted := _counted_item(figure, clauses, bracketed)) is not None:
        return counted
    around = HeadFinal(figure, clauses) if language.head_final else HeadFirst(figure, clauses)
    return around.label() or None


def _counted_item(figure: Figure, clauses: Clauses, item: Sequence[int]) -> str | None:
    """The item of a list with what is counted of it: «библиотеки (51 тысяча посещений), театры (…)»."""
    page, span = clauses.page, figure.unit_span
    after = clauses.after(figure)
    if not item or page.language.head_final or span is None or after != [*range(*span)]:
        return None
    first = item[0] - 1
    listed = page.word(first) in {",", ")", ":"} or page.at(first, Mark.JOIN) or not page.is_word(first)
    if not listed or clauses.is_stated(first) or page.word(span.last) != ")":
        return None
    name = _item(figure, clauses.trimmed(item, (ClauseMark.LEAD,), LOOSE), clauses)
    return f"{name}: {clauses.text(after)}" if name else None


def _item(figure: Figure, words: Sequence[int], clauses: Clauses) -> str | None:
    """The item of a list that a number in brackets follows; None if it is not named there."""
    page = clauses.page
    if not words or not clauses.content(words) or page.at(words[0], Mark.CONJ):
        return None
    size = clauses.at(words[0], ClauseMark.CHANGE_HEAD)
    if size and not page.language.head_final:  # "an increase in fires (12)" may be twelve more
        behind = range(figure.span.last, figure.span.last + NEAR)
        compared = clauses.any_at(behind, Mark.AGAINST)
        words = clauses.trimmed(words[size:], (ClauseMark.LEAD, ClauseMark.PREPOSITION), ())
        return clauses.text(words) if compared and clauses.content(words) else None
    if page.language.naming.is_oblique(page.word(words[0])):
        return None
    if clauses.at(words[0], ClauseMark.AGAIN) or clauses.at(words[0], ClauseMark.PREPOSITION):
        return None
    compares = clauses.any_at(words, *_COMPARES)
    some = clauses.any_at(words, ClauseMark.SOME)
    return None if compares or some else clauses.text(words)
