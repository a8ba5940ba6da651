"""Unsaid: what a label may not leave out, or it would say something else: a "not", a verb, an "if", a "?"."""

from functools import partial
from itertools import pairwise

from edureport.drafting.clause_before import REACH
from edureport.drafting.clauses import Clause, Clauses
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import ClauseMark, Mark, Slot
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.text.tokens import folded_words

_CHANGES = (ClauseMark.CHANGE_HEAD, ClauseMark.FALL_HEAD, ClauseMark.GROWS)


def hides_denial(label: str, clause: Clause) -> bool:
    """Whether a figure is asked for, or its own words deny something that the label does not surely say.

    It does where the denial stands before the same word: "Schools not repaired". In Kazakh it stands behind
    that, «интернет жоқ клуб», or in the verb, «бөлінбеген»; at the end of a label it is no part of a name.
    """
    clauses, page, language = clause.clauses, clause.page, clause.page.language
    if page.asks(clause.figure.span.first):
        return True
    if clause.whole_of is not None:
        return False  # "5 of the 9 clubs have no hall" denies nothing of the 9
    own = {*clause.own, clause.first - 1}  # "all schools except 3 have"
    ends = [page.word(index) for index in clauses.which(own, ClauseMark.DROPS)]
    named = any(word[:-1] in label.lower() for word in ends)
    if ends and (clause.figure.kind is FigureKind.TARGET or not named):
        return True  # «план по строительству 3 школ отменён», but not «отменено 3 рейса»
    denying = [
        index
        for index in own & clauses.words
        if Mark.DENIES in page.begins[index] or language.denies(page.word(index))
    ]
    if not denying:
        return False  # most figures
    words = folded_words(label, latin=language.latin)
    pairs = set(pairwise(words))
    for index in denying:
        if language.denies(page.word(index)) and not any(map(language.denies, words)):
            return True
        if not page.at(index, Mark.DENIES) or page.modifier_at(index, Slot.BEFORE):
            continue
        first = index - 1 if language.head_final else index
        if words[-1] == page.word(index) or (page.word(first), page.word(first + 1)) not in pairs:
            return True
    return False


def hides_meaning(label: str, clause: Clause) -> bool:
    """Whether a label leaves out what its sentence says of a figure, and so says something else."""
    language = clause.page.language
    if language.head_final:
        level = clause.figure.kind is not FigureKind.TARGET
        return level and (_is_to_be(label, clause) or _goes_on_to_plan(clause))
    if not language.articles:  # «в них учатся 5 тыс. детей»
        return any(clause.page.word(index) in language.naming.referring for index in clause.led)
    return (
        _hides_condition(label, clause)
        or _hides_verb(label, clause)
        or _hides_predicate(clause)
        or _hides_share(label, clause)
        or _is_of_other(clause)
    )


def _words(label: str) -> set[str]:
    """The words of an English label, which few rules have to know."""
    return set(folded_words(label, latin=True))


def _is_to_be(label: str, clause: Clause) -> bool:
    """Kazakh: whether a label says what will be done, «салынатын», and not what is done each year."""
    will = any(map(clause.page.language.naming.is_to_be, label.lower().split()))
    return will and not clause.page.any_at(clause.own, Mark.HABITUAL)


def _goes_on_to_plan(clause: Clause) -> bool:
    """Kazakh: whether a verb goes on to that of a plan: «40 жоба іске асырылып, 90 орын ашылмақ».

    It may be done by then, or planned, too.
    """
    page, following = clause.page, clause.following
    if following is None or following.figure.kind is not FigureKind.TARGET or not clause.after:
        return False
    last = clause.after[-1]
    goes_on = page.word(last).endswith(page.language.naming.converb) and page.word(last + 1) == ","
    return goes_on and not clause.clauses.links(last)  # «40 теңгені құрап, …»


def _hides_condition(label: str, clause: Clause) -> bool:
    """Whether a sentence tells of a case, "if 12 schools closed", or of so many to each of some others.

    So does "the 3 largest towns", which counts no towns.
    """
    clauses, page, first, last = clause.clauses, clause.page, clause.first, clause.last
    low, high = max(clause.bounds[0], first - REACH), min(clause.bounds[1], last + REACH)
    may = [index for index in clauses.which(clause.own, Mark.MODAL) if index not in clauses.dated]
    if any(page.word(index) not in label.lower() for index in may) or clauses.any_at(
        range(low, high), ClauseMark.IF
    ):
        return True
    each, per = clauses.which(clause.before, Mark.EACH), clauses.which(range(low, first), Mark.PER)
    rates = [index for index in each if page.word(index + 1) not in page.language.naming.of]
    rates += [index for index in per if page.at(index, Mark.PER) > 1]  # "for every 100 men"
    if rates and not _words(label).issuperset(map(page.word, rates)):
        return True
    return page.at(first - 1, Mark.DETERMINER) > 0 and page.language.naming.is_most(page.word(last))


def _hides_verb(label: str, clause: Clause) -> bool:
    """Whether a label drops the word right before a number: "lent 40 books", "benefiting 9 farmers"."""
    clauses, page, naming = clause.clauses, clause.page, clause.page.language.naming
    index, after = clause.first - 1, clause.after
    index -= 2 if page.at(index - 1, Mark.ARTICLE) else page.word(index) in naming.particles  # "a record 40"
    empty = not clauses.says([index])
    if index <= page.bounds(index)[0] or page.tokens[index].capital or empty:
        return False
    told = any(_tells(index, clauses) for index in after[1:] if page.word(index - 1) not in naming.who)
    told = told and not page.at(index - 1, Mark.INFINITIVE)  # "plans to close 3 schools were dropped"
    kept = told or clauses.at(index, ClauseMark.STOCK) or page.word(index) in naming.keeping
    opens = page.till(index, Mark.OPENER_STRONG) > 0  # "of whom 40 women"
    said = {page.word(index), naming.done_of(page.word(index))}
    return not (kept or opens) and said.isdisjoint(_words(label))


def _hides_predicate(clause: Clause) -> bool:
    """Whether the verb of a number stands behind an aside, or behind another number.

    "40 farmers (30 a year ago) got grants", "40 farmers from 12 villages got grants".
    """
    clauses, page, after = clause.clauses, clause.page, clause.after
    tells = partial(_tells, clauses=clauses)
    if clauses.says(clause.before) or any(map(clauses.is_verb, after)):
        return False
    following = clause.following if clause.is_cut_short else None
    alone = following is not None and following.whole_of is None and not any(map(tells, after))
    if following and alone and clauses.begins_clause(clause.first):
        return any(map(tells, following.after))
    opens = after[-1] + 1 if after else clause.last
    sign, high = page.word(opens), page.bounds(opens - 1)[1]
    closing = {"(": ")", ",": ","}.get(sign)
    behind = range(opens + 1, min(high, opens + REACH))
    close = next((index for index in behind if page.word(index) == closing), high)
    goes_on = close + 1 < high and page.is_word(close + 1)
    return goes_on and _tells(close + 1, clauses)


def _hides_share(label: str, clause: Clause) -> bool:
    """Whether a label names the whole of a percentage only, or not even that: "82% of the plan"."""
    page, last, whole = clause.page, clause.last, clause.rest
    if not clause.figure.percent or not page.language.naming.of & {page.word(last), page.word(last - 1)}:
        return False
    told = any(_tells(index, clause.clauses) or page.word(index).endswith("ing") for index in whole)
    again = page.word(clause.first - 1) in page.language.naming.restating  # "$5, or 4% of the"
    return (again or not told) and {page.word(index) for index in whole}.issuperset(_words(label))


def _is_of_other(clause: Clause) -> bool:
    """Whether the words beside a number are no name of it: a change, a year's, or what follows "with".

    "Net reductions of 6 posts", "the 2012 figures", "it is 78 with girls at 79", "it uses its $90 grant".
    """
    figure, clauses, page, first, last = clause.figure, clause.clauses, clause.page, clause.first, clause.last
    naming, before = page.language.naming, clause.led
    for index in clauses.which(before, *_CHANGES) if figure.mode is None else ():
        size = max(clauses.at(index, tag) for tag in _CHANGES)
        if size and (clauses.at(index + size, ClauseMark.PREPOSITION) or index + size == first):
            return True
    year = figure.stated is not None and figure.words.isdecimal() and int(figure.stated) in YEARS
    if year and page.is_word(last):
        noun = page.language.known(page.word(last)) or naming.is_counted(page.word(last))
        if not noun or page.at(last, Mark.OF_YEAR):
            return True
    ratio = figure.mode is None and page.at(last, Mark.TO) and last + 1 in clauses.numbers  # "210 to 190"
    planned = figure.kind is FigureKind.TARGET and page.at(first - 1, Mark.DETERMINER)
    return bool(planned or ratio) or page.word(last) in naming.alongside


def _tells(index: int, clauses: Clauses) -> bool:
    """Whether a word says what was done or what is so."""
    return clauses.page.language.naming.done(clauses.page.word(index)) is not None or clauses.tells(index)


def denies(text: str, language: Language) -> bool:
    """Whether a text denies something."""
    words = folded_words(text, latin=language.latin)
    begins, _ = language.phrases.mark(words)
    return any(Mark.DENIES in marks for marks in begins) or any(map(language.denies, words))
