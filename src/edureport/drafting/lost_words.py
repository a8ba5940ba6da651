"""Lost words: labels that lack what the clause before a Russian number says: «питанием охвачены 40 детей»."""

from edureport.drafting.clause_words import CHANGES
from edureport.drafting.subjects import Subjects
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.text.tokens import folded_words

STEM = 4  # letters of a verb that its other forms have, too
# What says only that there is something, how much it is, or that it is planned.
_EMPTY = (ClauseMark.STOCK, ClauseMark.COPULA, ClauseMark.AUXILIARY, *CHANGES)
_PLANS = (Mark.PLAN, ClauseMark.WILL)


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
        return _is_verb(around, around.first - 1)
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
    kept = [index for index in before if index not in verbs and _is_kept(around, index, said)]
    lost = [index for index in matter if index not in (*verbs, *kept)]
    if not lost:
        return False
    if any(_is_verb(around, index) for index in lost) or (verbs and lost[-1] > verbs[-1]):
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


def _is_kept(around: Subjects, index: int, said: frozenset[str]) -> bool:
    word = around.word(index)
    return word in said or around.naming.measured(word) in said


def _matters(around: Subjects, index: int) -> bool:
    """Whether a word says more than that there is something, or that it is planned."""
    if not (around.says([index]) or around.is_verb(index)):
        return False
    planned = around.figure.kind is FigureKind.TARGET
    plans = around.clauses.any_at([index], *_PLANS) or around.naming.is_infinitive(around.word(index))
    return not (planned and plans)


def _is_verb(around: Subjects, index: int) -> bool:
    """Whether a word says what somebody did or is to do, and not only that there is something."""
    word, naming = around.word(index), around.naming
    form = around.page.is_word(index) and (naming.is_infinitive(word) or naming.plural_of(word))
    told = around.is_verb(index) or form
    return bool(told) and not around.clauses.any_at([index], *_EMPTY, *_PLANS)


def _is_done_by(around: Subjects, verb: int) -> bool:
    """Whether what stands before a verb is who did it: the verb has one, and the number counts no people."""
    unit, language = around.figure.unit, around.language
    sure = (
        (around.generic and unit is not None)
        or unit in language.lemmas
        or not around.naming.is_finite(around.word(verb))
    )
    return around.naming.is_active(around.word(verb)) and sure and not around.people
