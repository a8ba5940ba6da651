"""Growth: figures that say by how much something changed, though the words around them are a level's."""

from edureport.drafting.clause_before import REACH
from edureport.drafting.clause_words import LOOSE
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.growth_phrases import is_phrase_of_growth
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


def is_growth(clause: Clause, previous: Clause | None, last: Clause | None = None) -> bool:
    """Whether a figure is a change: "84,700 more pupils", «5 %-ға көбейіп», «өсім байқалды (9 %)».

    `previous` is the last percentage before it, `last` the last figure of any kind.
    """
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
        than = ahead and clauses.at(ahead[0], ClauseMark.MORE)
        return (bool(than) and not clause.is_joined) or is_phrase_of_growth(clause, ahead, last)
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
