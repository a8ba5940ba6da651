"""Growth: figures that say by how much something changed, though the words around them are a level's."""

from collections.abc import Sequence

from edureport.drafting.clause_words import LOOSE, REACH, STOPS
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.items import is_placed
from edureport.drafting.ruling import is_amount_of_change, is_by, is_dative, names_only, waits_for_change
from edureport.prose.figures.figure import LEVELS, FigureKind, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import ClauseMark, Mark

EARLIER = 5  # tokens behind a percentage to the time that it is compared with
HEAD = 2  # words of a label with its noun, in Russian and Kazakh
NEAR = 8  # words between a number and the verb that says how it changed
_LEADING = (Mark.BY, Mark.TO, Mark.FROM)  # to an end of a change, or to its size: "by 5% to 40"
_CHANGES = frozenset({Mark.RISE, Mark.FALL})
_GROWTH = _CHANGES | {Mark.GROWTH_NOUN, Mark.FALL_NOUN}
_THAN = frozenset({Mark.THAN_UP, Mark.THAN_DOWN})
_SIGNS = frozenset(",;(")
_ENDS = frozenset({Mode.FROM, Mode.TO})
NEAR_NOUN = 8  # words between a number and the noun of its change
UNIT = 3  # tokens between a change and what says it again
SIZE = 4  # tokens of "by an impressive"


def is_growth(clause: Clause, previous: Clause | None, last: Clause | None = None) -> bool:
    """Whether a figure is a change; `previous` is the percentage before it, `last` the figure of any kind."""
    figure, clauses, page = clause.figure, clause.clauses, clause.page
    if waits_for_change(clause):
        return True
    if figure.kind not in LEVELS or figure.mode in _ENDS:
        return False
    if clause.is_signed or is_by(clause) or is_amount_of_change(clause):
        return True
    if figure.percent and (_is_of_earlier(clause) or _goes_on(clause, previous) or _grows(clause)):
        return True
    low, high = clause.bounds
    low = max(low, figure.span.first - REACH)
    ahead = range(figure.span.last, min(high, figure.span.last + NEAR))
    if clause.is_bracketed and figure.percent:
        return clauses.any_at(range(low, figure.span.first), *_GROWTH)
    if not page.language.head_final:
        more = bool(ahead) and clauses.at(ahead[0], ClauseMark.MORE) > 0 and not clause.is_joined
        if more or not figure.percent:
            return more or _is_amount_of_rise(clause)
        alone = _is_sized(clause) or _is_rate(clause) or _is_yearly(clause)
        return alone or _says_again(clause, last) or _is_rise(clause, ahead)
    compared = clauses.any_at(range(low, figure.span.first), ClauseMark.COMPARES)
    grown = compared or (figure.percent and is_dative(clause))  # «3%-ға (831 млрд теңгеге дейін)»
    return (grown and _ends_in_change(clauses, high)) or _changes_behind(clause, ahead, compared=compared)


def _is_of_earlier(clause: Clause) -> bool:
    """Whether a percentage is one of another time: «84 % к 2012 году», «былтырғы жылмен 105 %»."""
    clauses, page, last = clause.clauses, clause.page, clause.figure.span.last
    if page.language.head_final:
        before = clause.first - 1
        cases = (Ending.INSTRUMENTAL, Ending.GENITIVE)
        period = page.word(before).startswith(page.language.naming.periods)
        return period and page.language.has_case(page.word(before), *cases)
    to = not page.language.articles and page.word(last) in page.language.naming.measuring
    return to and not clauses.dated.isdisjoint(range(last + 1, last + EARLIER))


def is_rate_of_change(label: str, language: Language) -> bool:
    """Whether the noun of a label makes a change of a percentage: "inflation", «жалақы индексі»."""
    words = [word.strip(",:") for word in label.lower().split()]
    if language.articles:
        ends = (place for place, word in enumerate(words) if word in language.naming.prepositions)
        head = words[: next(ends, len(words))]
    else:
        head = words[-HEAD:] if language.head_final else words[:HEAD]
    return any(word.startswith(language.naming.growing) for word in head)


def _goes_on(clause: Clause, previous: Clause | None) -> bool:
    """Whether a list of changes goes on: «металл подорожал на 9 %, лес – на 5 %».

    A level may stand behind a change, too, «доходы выросли на 9 %, явка – 60 %»: the list goes on where the
    same preposition governs the number, or where its words only say where it is.
    """
    figure, clauses, page = clause.figure, clause.clauses, clause.page
    if previous is None or previous.figure.sentence != figure.sentence:
        return False
    if previous.figure.kind is not FigureKind.CHANGE:
        return False
    between = range(previous.figure.span.last, figure.span.first)
    if len(between) > REACH or page.word(figure.span.last) == "-":
        return False
    if any(clauses.at(index, ClauseMark.COPULA) and not page.has(index, *_LEADING) for index in between):
        return False
    governed = _governed(clause) and _governed(clause) == _governed(previous)
    listed = bool(governed) or clause.is_bracketed or _says_where(clause)
    joined = clause.is_joined and previous.is_joined  # «химия – 5 % және жиһаз – 7 %»
    signs = any(page.word(index) in _SIGNS for index in between) or joined
    return listed and signs and names_only(between, clauses)


def _governed(clause: Clause) -> str:
    """The preposition right before a number; nothing if there is none."""
    index = clause.first - 1
    return clause.page.word(index) if clause.clauses.at(index, ClauseMark.PREPOSITION) else ""


def _says_where(clause: Clause) -> bool:
    """Whether the words before a number say where, and name nothing else: «в Орле – 5 %»."""
    clauses = clause.clauses
    words = clauses.trimmed(clause.before, tail=LOOSE)
    return bool(words) and is_placed(words, clauses) and clauses.content(words) == 1


def _grows(clause: Clause) -> bool:
    """Whether words of a percentage without others behind it say that something grew: «өсімі – 5 %»."""
    figure, clauses, page = clause.figure, clause.clauses, clause.page
    rest = [index for index in clause.after if not page.at(index, Mark.PERCENT)]
    first, (low, high) = clause.first, clause.bounds
    listed = page.language.head_final and (clause.is_joined or is_dative(clause))
    if listed and _ends_in_change(clauses, high) and names_only(range(first, figure.span.last), clauses):
        return True
    if clauses.content(rest):
        return False
    start = max(low, first - REACH) if page.language.head_final else next(iter(clause.before), first)
    told = [index for index in range(start, first) if clauses.at(index, ClauseMark.GROWS)]
    if not told:
        return False
    behind = told[-1] + clauses.at(told[-1], ClauseMark.GROWS)
    heads = any(page.word(index) == ":" for index in range(behind, first))  # and so a list
    listed = heads or _says_where(clause)
    if not listed and not clauses.numbers.isdisjoint(range(start, first)):
        return False  # «бағалар 9 %-ға өсті, келу – 60 %»
    return names_only(range(behind, first), clauses)


def _changes_behind(clause: Clause, ahead: range, *, compared: bool) -> bool:
    """Kazakh: whether the words behind a number make a change of it."""
    figure, clauses, page = clause.figure, clause.clauses, clause.page
    for index in ahead if clauses.any_at(ahead, *_CHANGES, *_THAN) else ():
        if index in clauses.numbers:
            if index - 1 in clauses.numbers or page.has(index - 1, Mark.CONJ, Mark.EQUAL):
                continue  # «5 мың тоннаға немесе 3,2 пайызға артып»
            return False
        if page.tokens[index].text in _SIGNS and not page.at(index + 1, Mark.EQUAL):
            return False
        if clauses.any_at([index], *_CHANGES):
            return figure.percent or is_dative(clause)
        if clauses.any_at([index], *_THAN):
            return compared or clauses.any_at(ahead, ClauseMark.COMPARES)
    return False


def _ends_in_change(clauses: Clauses, high: int) -> bool:
    """Whether the last word of a sentence says that something grew or fell."""
    page = clauses.page
    last = next((index for index in range(high - 1, high - 4, -1) if page.is_word(index)), None)
    if last is None:
        return False
    seen = page.word(last).startswith(page.language.naming.observing)
    grows = clauses.any_at(range(last - seen, last + 1), ClauseMark.GROWS)
    return grows or any(page.till(last, mark) for mark in _CHANGES)


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
    low = max(page.bounds(first)[0], first - NEAR_NOUN)
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
    """English: whether a noun parts two numbers of one verb: "thefts fell 12% and burglaries 7%"."""
    page, noun = clauses.page, between[1:]
    if not page.language.articles or not noun or len(noun) > UNIT:
        return False
    joint = page.word(between[0]) == "," or page.at(between[0], Mark.JOIN) > 0
    named = all(page.is_word(index) and not clauses.is_verb(index) for index in noun)
    helped = clauses.any_at(noun, ClauseMark.COPULA, ClauseMark.AUXILIARY, ClauseMark.PREPOSITION)
    return joint and named and not helped and names_only(noun, clauses)


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
        near = range(first - 2, max(page.bounds(first)[0], first - NEAR_NOUN) - 1, -1)
        before = next((index for index in near if index not in clauses.numbers), first)
        return clauses.any_at(range(before - 1, before + 1), ClauseMark.GROWS)
    at = page.word(first - 1) in page.language.naming.at
    if at and clauses.at(first - 2 - (page.word(first - 2) == ","), ClauseMark.GROWS):
        low = max(page.bounds(first)[0], first - NEAR_NOUN)
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
