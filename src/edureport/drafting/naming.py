"""Naming: a label in the dictionary form made of a figure's own words, or none where they do not give one."""

from collections.abc import Sequence

from edureport.drafting.clause_before import MOST_WORDS
from edureport.drafting.clauses import Clauses
from edureport.drafting.head_final import HeadFinal
from edureport.drafting.head_first import HeadFirst
from edureport.drafting.neighbours import LOOSE
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.forms import Ending
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
    if figure.span.first in clauses.leading:
        return None
    if clauses.whole_of(figure) is not None:
        return _whole(figure, clauses)
    if whole := _whole_behind(figure, clauses):
        return HeadFirst(whole, clauses).label() or None if _is_told_of_part(figure, whole, clauses) else None
    if bracketed and not language.head_final and not language.articles:
        before = bracketed[0] - 1  # «99 % площадей (40 га)»
        if before in clauses.stated or (len(bracketed) == MOST_WORDS and clauses.page.is_word(before)):
            return None
    if alone and bracketed:  # not "30 children (12 girls)"
        return _item(figure, clauses.trimmed(bracketed, (ClauseMark.LEAD,), LOOSE), clauses)
    if (counted := _counted_item(figure, clauses, bracketed)) is not None:
        return counted
    around = HeadFinal(figure, clauses) if language.head_final else HeadFirst(figure, clauses)
    return around.label() or None


def _whole(figure: Figure, clauses: Clauses) -> str | None:
    """The noun of "some of the 30 libraries were closed", without what is said of some only."""
    page, span = clauses.page, figure.unit_span
    after = clauses.after(figure)
    if span is None or span.first not in after or figure.percent:
        return None
    behind = span.last
    ends = not page.is_word(behind) or clauses.is_verb(behind) or page.has(behind, Mark.CONJ, Mark.MODAL)
    relative = page.has(behind, Mark.RELATIVE, Mark.THAT)  # "of the 30 clubs that were inspected"
    return clauses.text(after[: after.index(span.first) + 1]) if ends and not relative else None


def _whole_behind(figure: Figure, clauses: Clauses) -> Figure | None:
    """The whole right behind a part of it: "12 of the 30 libraries"."""
    whole = clauses.following(figure)
    place = whole and clauses.whole_of(whole)
    return whole if place is not None and place in range(*clauses.extent(figure)) else None


def _is_told_of_part(figure: Figure, whole: Figure, clauses: Clauses) -> bool:
    """Whether a verb behind a whole tells of a part of it: "12 of the 30 libraries were closed"."""
    before, after = clauses.before(figure), clauses.after(whole)
    told = any(clauses.is_verb(index) or clauses.at(index, ClauseMark.AUXILIARY) for index in after)
    reported = bool(before) and clauses.page.at(before[-1], Mark.THAT) > 0
    own = not clauses.page.till(clauses.extent(figure)[0] - 1, Mark.DENIES)  # "all but 3 of the 30"
    own = own and (reported or not clauses.content(before))
    return told and own and _whole(whole, clauses) is not None


def _counted_item(figure: Figure, clauses: Clauses, item: Sequence[int]) -> str | None:
    """The item of a list with what is counted of it: «библиотеки (51 тысяча посещений), театры (…)»."""
    page, span = clauses.page, figure.unit_span
    after = clauses.after(figure)
    if not item or page.language.head_final or span is None or after != [*range(*span)]:
        return None
    first = item[0] - 1
    listed = page.word(first) in {",", ")", ":"} or page.at(first, Mark.JOIN) or not page.is_word(first)
    if not listed or first in clauses.stated or page.word(span.last) != ")":
        return None
    name = _item(figure, clauses.trimmed(item, (ClauseMark.LEAD,), LOOSE), clauses)
    return f"{name}: {clauses.text(after)}" if name else None


def _item(figure: Figure, words: Sequence[int], clauses: Clauses) -> str | None:
    """The item of a list that a number in brackets follows; None if it is not named there."""
    page = clauses.page
    if not words or not clauses.content(words) or page.at(words[0], Mark.CONJ):
        return None
    if page.word(words[0] - 1) in page.language.naming.of and words[0] - 2 in clauses.stated:
        return None  # "12% of houses (40) are empty"
    size = clauses.at(words[0], ClauseMark.CHANGE_HEAD)
    if size and not page.language.head_final:  # "an increase in fires (12)" may be twelve more
        behind = range(figure.span.last, figure.span.last + NEAR)
        compared = clauses.any_at(behind, Mark.AGAINST)
        words = clauses.trimmed(words[size:], (ClauseMark.LEAD, ClauseMark.PREPOSITION), ())
        return clauses.text(words) if compared and clauses.content(words) else None
    place = page.language.head_final and page.language.has_case(page.word(words[-1]), Ending.LOCATIVE)
    if place or page.language.naming.is_oblique(page.word(words[0])):
        return None  # «ең көбі – Ақ кентте (24)»
    if clauses.at(words[0], ClauseMark.AGAIN) or clauses.at(words[0], ClauseMark.PREPOSITION):
        return None
    compares = clauses.any_at(words, *_COMPARES)
    some = clauses.any_at(words, ClauseMark.SOME)
    return None if compares or some else clauses.text(words)
