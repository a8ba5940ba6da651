"""Naming: a label in the dictionary form made of a figure's own words, or none where they do not give one."""

from edureport.drafting.clause_before import MOST_WORDS
from edureport.drafting.clause_words import LEAD, LOOSE, Tags
from edureport.drafting.clauses import Clause
from edureport.drafting.head_final import HeadFinal
from edureport.drafting.head_first import HeadFirst
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

_OPENS: Tags = frozenset({ClauseMark.LEAD, ClauseMark.PREPOSITION})
NEAR = 3  # tokens behind a number in brackets, to what compares it
# «меньше, чем в 2022 году (19 023)»
_COMPARES = (Mark.AGAINST, Mark.THAN, Mark.THAN_UP, Mark.THAN_DOWN)


def label_of(clause: Clause) -> str | None:
    """What a figure counts, in words that stand beside it; None if they make no name."""
    clauses, language, bracketed = clause.clauses, clause.page.language, clause.bracketed
    if not language.naming.can_name or clause.is_shared:
        return None
    if clause.figure.span.first in clauses.leading:
        return None
    if clause.whole_of is not None:
        return _whole(clause)
    if whole := _whole_behind(clause):
        return HeadFirst(whole).label() or None if _is_told_of_part(clause, whole) else None
    if bracketed and not language.head_final and not language.articles:
        before = bracketed[0] - 1  # «99 % площадей (40 га)»
        if before in clauses.stated or (len(bracketed) == MOST_WORDS and clause.page.is_word(before)):
            return None
    if bracketed and clause.generic and not clauses.says(clause.rest):  # not "30 children (12 girls)"
        return _item(clause)
    if bracketed and (counted := _counted_item(clause)) is not None:
        return counted
    around = HeadFinal(clause) if language.head_final else HeadFirst(clause)
    return around.label() or None


def _whole(clause: Clause) -> str | None:
    """The noun of "some of the 30 libraries were closed", without what is said of some only."""
    clauses, page, after, span = clause.clauses, clause.page, clause.after, clause.figure.unit_span
    if span is None or span.first not in after or clause.figure.percent:
        return None
    behind = span.last
    ends = not page.is_word(behind) or clauses.is_verb(behind) or page.has(behind, Mark.CONJ, Mark.MODAL)
    relative = page.has(behind, Mark.RELATIVE, Mark.THAT)  # "of the 30 clubs that were inspected"
    return clauses.text(after[: after.index(span.first) + 1]) if ends and not relative else None


def _whole_behind(clause: Clause) -> Clause | None:
    """The whole right behind a part of it: "12 of the 30 libraries"."""
    whole = clause.following
    place = whole.whole_of if whole else None
    return whole if place is not None and place in range(clause.first, clause.last) else None


def _is_told_of_part(clause: Clause, whole: Clause) -> bool:
    """Whether a verb behind a whole tells of a part of it: "12 of the 30 libraries were closed"."""
    clauses, page, before = clause.clauses, clause.page, clause.before
    told = any(map(clauses.tells, whole.after))
    reported = bool(before) and page.at(before[-1], Mark.THAT) > 0
    own = not page.till(clause.first - 1, Mark.DENIES)  # "all but 3 of the 30"
    own = own and (reported or not clauses.says(before))
    return told and own and _whole(whole) is not None


def _counted_item(clause: Clause) -> str | None:
    """The item of a list with what is counted of it: «библиотеки (51 тысяча посещений), театры (…)»."""
    clauses, page, span = clause.clauses, clause.page, clause.figure.unit_span
    if page.language.head_final or span is None or clause.after != [*range(*span)]:
        return None
    first = clause.bracketed[0] - 1
    listed = page.word(first) in {",", ")", ":"} or page.at(first, Mark.JOIN) or not page.is_word(first)
    if not listed or first in clauses.stated or page.word(span.last) != ")":
        return None
    name = _item(clause)
    return f"{name}: {clauses.text(clause.after)}" if name else None


def _item(clause: Clause) -> str | None:
    """The item of a list that a number in brackets follows; None if it is not named there."""
    clauses, page, last = clause.clauses, clause.page, clause.figure.span.last
    words = clauses.trimmed(clause.bracketed, LEAD, LOOSE)
    if not clauses.says(words) or page.at(words[0], Mark.CONJ):
        return None
    if page.word(words[0] - 1) in page.language.naming.of and words[0] - 2 in clauses.stated:
        return None  # "12% of houses (40) are empty"
    size = clauses.at(words[0], ClauseMark.CHANGE_HEAD)
    if size and not page.language.head_final:  # "an increase in fires (12)" may be twelve more
        compared = clauses.any_at(range(last, last + NEAR), Mark.AGAINST)
        words = clauses.trimmed(words[size:], _OPENS)
        return clauses.text(words) if compared and clauses.says(words) else None
    place = page.language.head_final and page.language.has_case(page.word(words[-1]), Ending.LOCATIVE)
    if place or page.language.naming.is_oblique(page.word(words[0])):
        return None  # «ең көбі – Ақ кентте (24)»
    if clauses.at(words[0], ClauseMark.AGAIN) or clauses.at(words[0], ClauseMark.PREPOSITION):
        return None
    return None if clauses.any_at(words, ClauseMark.SOME, *_COMPARES) else clauses.text(words)
