"""Relative clauses before a noun that stands in a case of their verb: «жол жөнделген ауыл»."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.names import joined
from edureport.drafting.neighbours import Neighbours
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 14  # words of a clause that becomes part of a label
REACH = 4  # words behind a number to the noun that it counts
CASES = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE, Ending.ACCUSATIVE)


class Predicate(NamedTuple):
    """What a clause says of a noun, as a participle before it; `first` is its place among the words."""

    first: int
    form: str


def predicate(around: Neighbours, words: Sequence[int]) -> Predicate | None:
    """The verb at the end of some words: «салынып жатыр», «ашылды», «жоқ»; None if they end in none."""
    if not words:
        return None
    place, word = len(words) - 1, around.word(words[-1])
    if word in around.naming.states:
        return Predicate(place, around.text(words[-1:]))
    form = around.naming.done(word)
    if form is None:
        return None
    if around.naming.is_finite(word):  # «салынып жатыр»
        return Predicate(place - 1, f"{around.text(words[-2:-1])} {form}") if place else None
    verb = form == word or around.is_verb(words[-1]) or around.naming.closes(word)
    verb = verb or around.language.intends(word) or (word.endswith(around.naming.going_on) and " " in form)
    return Predicate(place, form) if verb and around.language.known(word) is None else None


def relative_label(around: Neighbours, before: Sequence[int], after: Sequence[int]) -> str:
    """The noun with its clause; nothing if it stands in no case, or if something is not sure.

    The subject or the object has to stand in the clause: «5 ауылда іске асырылды» does not say what.
    """
    if around.figure.percent or around.measures or around.clause.is_cut_short:
        return ""
    found = predicate(around, after)
    if found is None or around.clauses.at(after[-1], ClauseMark.COPULA):
        return ""
    head = _head(around, after)
    if head is None or found.first <= head:
        return ""
    clause, owner = _split(around, before)
    if clause is None:
        return ""
    middle = after[head + 1 : found.first]
    word = around.word(after[head])
    if around.language.has_case(word, Ending.ABLATIVE) and around.clauses.any_at(after, Mark.CONSISTS):
        return ""  # «45 адамнан тұратын топ құрылды»
    if around.language.has_case(word, Ending.GENITIVE):  # «7 оқушының жұмысы марапатталды»
        named = bool(middle) and _is_possessed(around, middle[-1])
    elif around.language.has_case(word, Ending.ACCUSATIVE):  # «12 көлікті тексерді», «3 жобаны іске қосу»
        subject = any(is_bare(around, index) for index in clause)
        named = subject or (bool(middle) and around.word(middle[-1]).endswith(around.naming.action))
    else:
        named = any(is_bare(around, index) for index in (*clause, *middle))
    if not named or len(clause) + len(after) > LONGEST:
        return ""
    noun = basic_noun(around, [*owner, *after[: head + 1]])
    return joined(around.text(clause), around.text(middle), found.form, noun)


def basic_noun(around: Neighbours, words: Sequence[int]) -> str:
    """A noun without the case that its verb asks for: «жаңа мектепте» is «жаңа мектеп»."""
    word = around.word(words[-1])
    base = around.language.basic(word)
    lemma = around.language.known(word)
    if owned := belongs(around, words):
        return f"{around.text(words[:-1])} {owned}"
    return joined(around.text(words[:-1]), lemma or base or around.text(words[-1:]))


def belongs(around: Neighbours, words: Sequence[int]) -> str | None:
    """A noun with its possessive ending, if the word before it asks for that: «жұмыс орны»."""
    if len(words) < 2:
        return None
    page, language = around.page, around.language
    word, before = page.word(words[-1]), page.word(words[-2])
    owned = language.basic(word) or word
    possessed = owned.endswith(around.naming.possessed) and owned != language.known(owned)
    owner = not language.describes(before) and not page.at(words[-2], Mark.SKIP)
    return owned if possessed and owner else None


def _head(around: Neighbours, after: Sequence[int]) -> int | None:
    """The place of the noun that is counted, the first in a case; None if there is none."""
    for place, index in enumerate(after[:REACH]):
        word = around.word(index)
        if around.page.at(index, Mark.JOIN):
            return None
        cased = around.language.has_case(word, *CASES, Ending.GENITIVE)
        if around.is_unit(index) and word == around.figure.unit and word in around.language.lemmas:
            return None  # «5 адам орындарға тұрды»
        if around.page.at(index, Mark.SKIP) or not cased:
            continue
        if around.language.basic(word) is None:
            continue
        meant = place + 1 < len(after) and around.page.at(after[place + 1], Mark.MEANT_FOR)
        if not meant:  # «туристке арналған орын»
            return place
    return None


def _split(around: Neighbours, before: Sequence[int]) -> tuple[Sequence[int] | None, Sequence[int]]:
    """The words before a number that belong to the clause, and those that belong to the noun.

    None if one cannot be told from the other, or if a word points to what was said before.
    """
    page = around.page
    if not before:
        return (), ()
    again = around.clauses.any_at(before, ClauseMark.AGAIN)
    last = page.word(before[-1])
    if again or page.word(before[0]) in around.naming.pointing:
        return None, ()
    if last in around.naming.states or around.naming.done(last) == last:
        return (), before  # «мүгедектігі бар 56 адамға»
    owner = around.language.has_case(last, Ending.GENITIVE)
    if not owner and not around.language.describes(last):
        return before, ()
    alone = len(before) == 1
    named = not alone and owner and page.tokens[before[-1]].capital and not page.tokens[before[-2]].capital
    return (before[:-1], before[-1:]) if alone or named else (None, ())


def _is_possessed(around: Neighbours, index: int) -> bool:
    """Whether a word belongs to something and stands in no case: «жұмысы»."""
    return is_bare(around, index) and around.word(index).endswith(around.naming.possessed)


def is_bare(around: Neighbours, index: int) -> bool:
    """Whether a word may be the subject or the object of a clause: it stands in no case."""
    word = around.word(index)
    says = around.clauses.content([index]) > 0 and not around.language.describes(word)
    return says and around.language.basic(word) is None and not around.language.has_case(word, *CASES)
