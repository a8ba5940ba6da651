"""Growth: figures that say by how much something changed, though the words around them are a level's."""

from edureport.drafting.clause_before import REACH
from edureport.drafting.clauses import Clauses
from edureport.drafting.growth_phrases import is_phrase_of_growth
from edureport.drafting.items import is_placed
from edureport.drafting.neighbours import LOOSE
from edureport.drafting.ruling import is_amount_of_change, is_by, is_dative, names_only, waits_for_change
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import ClauseMark, Mark

NEAR = 8  # words between a number and the verb that says how it changed
_LEADING = (Mark.BY, Mark.TO, Mark.FROM)  # to an end of a change, or to its size: "by 5% to 40"
_CHANGES = frozenset({Mark.RISE, Mark.FALL})
_GROWTH = _CHANGES | {Mark.GROWTH_NOUN, Mark.FALL_NOUN}
_THAN = frozenset({Mark.THAN_UP, Mark.THAN_DOWN})
_SIGNS = frozenset(",;(")
_LEVELS = frozenset({Mode.FROM, Mode.TO})


def is_growth(figure: Figure, clauses: Clauses, previous: Figure | None, last: Figure | None = None) -> bool:
    """Whether a figure is a change: "84,700 more pupils", «5 %-ға көбейіп», «өсім байқалды (9 %)».

    `previous` is the last percentage before it, `last` the last figure of any kind.
    """
    if waits_for_change(figure, clauses):
        return True
    if figure.kind not in (FigureKind.FIGURE, FigureKind.PERCENT) or figure.mode in _LEVELS:
        return False
    page = clauses.page
    if clauses.is_signed(figure):
        return True
    if is_by(figure, clauses) or is_amount_of_change(figure, clauses):
        return True
    if figure.percent and (_goes_on(figure, previous, clauses) or _grows(figure, clauses)):
        return True
    low, high = page.bounds(figure.span.first)
    low = max(low, figure.span.first - REACH)
    ahead = range(figure.span.last, min(high, figure.span.last + NEAR))
    if clauses.is_bracketed(figure) and figure.percent:
        return clauses.any_at(range(low, figure.span.first), *_GROWTH)
    if not page.language.head_final:
        than = ahead and clauses.at(ahead[0], ClauseMark.MORE)
        return (bool(than) and not clauses.is_joined(figure)) or is_phrase_of_growth(
            figure, clauses, ahead, last
        )
    compared = clauses.any_at(range(low, figure.span.first), ClauseMark.COMPARES)
    grown = compared or (figure.percent and is_dative(figure, clauses))  # «3%-ға (831 млрд теңгеге дейін)»
    return (grown and _ends_in_change(clauses, high)) or _changes_behind(
        figure, clauses, ahead, compared=compared
    )


def _goes_on(figure: Figure, previous: Figure | None, clauses: Clauses) -> bool:
    """Whether a list of changes goes on: «металл подорожал на 9 %, лес – на 5 %».

    A level may stand behind a change, too, «доходы выросли на 9 %, явка – 60 %»: the list goes on where the
    same preposition governs the number, or where its words only say where it is.
    """
    if previous is None or previous.kind is not FigureKind.CHANGE or previous.sentence != figure.sentence:
        return False
    between = range(previous.span.last, figure.span.first)
    if len(between) > REACH or clauses.page.word(figure.span.last) == "-":
        return False
    if any(
        clauses.at(index, ClauseMark.COPULA) and not clauses.page.has(index, *_LEADING) for index in between
    ):
        return False
    governed = _governed(figure, clauses) and _governed(figure, clauses) == _governed(previous, clauses)
    listed = bool(governed) or clauses.is_bracketed(figure) or _says_where(figure, clauses)
    joined = clauses.is_joined(figure) and clauses.is_joined(previous)  # «химия – 5 % және жиһаз – 7 %»
    signs = any(clauses.page.word(index) in _SIGNS for index in between) or joined
    return listed and signs and names_only(between, clauses)


def _governed(figure: Figure, clauses: Clauses) -> str:
    """The preposition right before a number; nothing if there is none."""
    index = clauses.extent(figure)[0] - 1
    return clauses.page.word(index) if clauses.at(index, ClauseMark.PREPOSITION) else ""


def _says_where(figure: Figure, clauses: Clauses) -> bool:
    """Whether the words before a number say where, and name nothing else: «в Орле – 5 %»."""
    words = clauses.trimmed(clauses.before(figure), (), LOOSE)
    return bool(words) and is_placed(words, clauses) and clauses.content(words) == 1


def _grows(figure: Figure, clauses: Clauses) -> bool:
    """Whether words of a percentage without others behind it say that something grew: «өсімі – 5 %»."""
    page = clauses.page
    rest = [index for index in clauses.after(figure) if not page.at(index, Mark.PERCENT)]
    first = clauses.extent(figure)[0]
    low, high = page.bounds(first)
    listed = page.language.head_final and (clauses.is_joined(figure) or is_dative(figure, clauses))
    if listed and _ends_in_change(clauses, high) and names_only(range(first, figure.span.last), clauses):
        return True
    if clauses.content(rest):
        return False
    start = max(low, first - REACH) if page.language.head_final else next(iter(clauses.before(figure)), first)
    told = [index for index in range(start, first) if clauses.at(index, ClauseMark.GROWS)]
    if not told:
        return False
    behind = told[-1] + clauses.at(told[-1], ClauseMark.GROWS)
    heads = any(page.word(index) == ":" for index in range(behind, first))  # and so a list
    listed = heads or _says_where(figure, clauses)
    if not listed and not clauses.numbers.isdisjoint(range(start, first)):
        return False  # «бағалар 9 %-ға өсті, келу – 60 %»
    return names_only(range(behind, first), clauses)


def _changes_behind(figure: Figure, clauses: Clauses, ahead: range, *, compared: bool) -> bool:
    """Kazakh: whether the words behind a number make a change of it."""
    page = clauses.page
    for index in ahead if clauses.any_at(ahead, *_CHANGES, *_THAN) else ():
        if index in clauses.numbers:
            if index - 1 in clauses.numbers or page.has(index - 1, Mark.CONJ, Mark.EQUAL):
                continue  # «5 мың тоннаға немесе 3,2 пайызға артып»
            return False
        if page.tokens[index].text in _SIGNS and not page.at(index + 1, Mark.EQUAL):
            return False
        if clauses.any_at([index], *_CHANGES):
            return figure.percent or is_dative(figure, clauses)
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
