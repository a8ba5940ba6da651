"""Unsaid: what a label may not leave out, or it would say something else: a "not", a verb, an "if", a "?"."""

from functools import partial
from itertools import pairwise

from edureport.drafting.clause_words import CHANGES, REACH
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.neighbours import Subjects
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import ClauseMark, Mark, Slot
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.text.tokens import folded_words

_CHANGES = (ClauseMark.CHANGE_HEAD, ClauseMark.FALL_HEAD, ClauseMark.GROWS)
STEM = 4  # letters of a verb that its other forms have, too
# What says only that there is something, how much it is, or that it is planned.
_EMPTY = (ClauseMark.STOCK, ClauseMark.COPULA, ClauseMark.AUXILIARY, *CHANGES)
_PLANS = (Mark.PLAN, ClauseMark.WILL)


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
    said = own & clauses.words
    denying = [at for at in said if Mark.DENIES in page.begins[at] or language.denies(page.word(at))]
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
        words = label.lower().split()
        if not language.naming.referring.isdisjoint(words):
            return True  # «аталған ауданда ашылған мектеп»
        will = any(map(language.naming.is_to_be, words))  # «салынатын»
        to_be = will and not clause.page.any_at(clause.own, Mark.HABITUAL)
        return clause.figure.kind is not FigureKind.TARGET and (to_be or _goes_on_to_plan(clause))
    if not language.articles:  # «в них учатся 5 тыс. детей»
        return any(clause.page.word(index) in language.naming.referring for index in clause.led)
    hidden = _hides_condition(label, clause) or _hides_verb(label, clause) or _hides_predicate(clause)
    return hidden or _hides_share(label, clause) or _is_of_other(clause)


def _words(label: str) -> set[str]:
    """The words of an English label, which few rules have to know."""
    return set(folded_words(label, latin=True))


def _goes_on_to_plan(clause: Clause) -> bool:
    """Kazakh: whether a verb goes on to that of a plan: «40 жоба іске асырылып, 90 орын ашылмақ»."""
    page, following = clause.page, clause.following
    if following is None or following.figure.kind is not FigureKind.TARGET or not clause.after:
        return False
    last = clause.after[-1]
    goes_on = page.word(last).endswith(page.language.naming.converb) and page.word(last + 1) == ","
    return goes_on and not clause.clauses.links(last)  # «40 теңгені құрап, …»


def _hides_condition(label: str, clause: Clause) -> bool:
    """Whether a sentence tells of a case, "if 12 schools closed", of so many each, or of "the 3 largest"."""
    clauses, page, first, last = clause.clauses, clause.page, clause.first, clause.last
    low, high = max(clause.bounds[0], first - REACH), min(clause.bounds[1], last + REACH)
    may = [index for index in clauses.which(clause.own, Mark.MODAL) if index not in clauses.dated]
    hidden = any(page.word(index) not in label.lower() for index in may)
    if hidden or clauses.any_at(range(low, high), ClauseMark.IF):
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
    """Whether the verb stands behind an aside or another number: "40 farmers (30 a year ago) got grants"."""
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
    """Whether the words beside are no name of it: "net reductions of 6", "the 2012 figures", "is 78 with"."""
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


def loses_words(around: Subjects, label: str) -> bool:
    """Whether a label lacks a verb before the number, or all that stands there but who did it.

    «Аграрии собрали 5 тонн» is «собрало тонн»; but people may be the subject themselves: «музей посетили 40
    человек».
    """
    clauses, listed = around.clauses, around.clause.listed
    event = around.naming.is_event(around.word(around.first - 1))  # «начата закупка 34 автобусов»
    if around.language.articles or around.joined or event or around.figure.kind is FigureKind.CHANGE:
        return False
    before = around.clause.led
    if not before and listed:  # «водой обеспечены 5 сёл и 3 города»
        shared = listed[0].led
        before = () if shared and clauses.at(shared[0], ClauseMark.PREPOSITION) else shared
    if not before:  # «позволило отремонтировать 5 школ»
        return _is_lost_verb(around, around.first - 1)
    opens, begin = before[0] - 1, around.page.bounds(before[0])[0]
    relative, beside = around.word(opens) in around.naming.who, around.page.is_word(opens - 1)
    broken = opens > begin and clauses.at(opens, ClauseMark.BREAK) and beside and not relative
    if broken or (relative and not beside) or _is_one_of(around, label):
        return True  # «выставки, которые посетили 40 человек»
    said = frozenset(folded_words(label, latin=around.language.latin))
    if said.issuperset(map(around.word, before)):
        return False
    empty = clauses.which(before, *_EMPTY)
    matter = [index for index in before if index not in empty and _matters(around, index)]
    if not matter:
        return False
    verbs = [index for index in before if _is_told(around, index, said)]
    words = [(index, around.word(index)) for index in before if index not in verbs]
    kept = [index for index, word in words if word in said or around.naming.measured(word) in said]
    lost = [index for index in matter if index not in (*verbs, *kept)]
    if not lost:
        return False
    if any(_is_lost_verb(around, index) for index in lost) or (verbs and lost[-1] > verbs[-1]):
        return True
    governed = clauses.at(lost[0] - 1, ClauseMark.PREPOSITION)
    done = bool(verbs) and not governed and _is_done_by(around, verbs[-1])
    return not (done or clauses.content(kept))


def _is_one_of(around: Subjects, label: str) -> bool:
    """Whether a number says of what one thing something is, «в расчёте на 1 гектар», or sizes a plan."""
    plan = around.clauses.any_at([around.first - 1], Mark.PLAN) and around.describes(around.first - 1)
    one = around.figure.stated == 1 and not around.joined
    return plan or any(one and around.word(noun)[:STEM] not in label.lower() for noun in around.after[:1])


def _is_told(around: Subjects, index: int, said: frozenset[str]) -> bool:
    """Whether a label has a verb in some form: «открыто», «которые открыты»."""
    word = around.word(index)
    if around.is_verb(index):
        stem = word[: max(len(word) - 3, STEM)]
        return any(other.startswith(stem) for other in said)
    return word not in said and around.naming.done(word) in said


def _matters(around: Subjects, index: int) -> bool:
    """Whether a word says more than that there is something, or that it is planned."""
    if not (around.says([index]) or around.is_verb(index)):
        return False
    planned = around.figure.kind is FigureKind.TARGET
    plans = around.clauses.any_at([index], *_PLANS) or around.naming.is_infinitive(around.word(index))
    return not (planned and plans)


def _is_lost_verb(around: Subjects, index: int) -> bool:
    """Whether a word says what somebody did or is to do, and not only that there is something."""
    word, naming = around.word(index), around.naming
    form = around.page.is_word(index) and (naming.is_infinitive(word) or naming.plural_of(word))
    told = around.is_verb(index) or form
    return bool(told) and not around.clauses.any_at([index], *_EMPTY, *_PLANS)


def _is_done_by(around: Subjects, verb: int) -> bool:
    """Whether what stands before a verb is who did it: the verb has one, and the number counts no people."""
    unit, language = around.figure.unit, around.language
    sure = unit in language.lemmas or (around.generic and unit is not None)
    sure = sure or not around.naming.is_finite(around.word(verb))
    return around.naming.is_active(around.word(verb)) and sure and not around.people
