"""Relative clauses in Kazakh: a noun in a case of its verb with what was done there: «жол жөнделген ауыл»."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.neighbours import Neighbours
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 14  # words of a clause that becomes part of a label
REACH = 4  # words behind a number to the noun that it counts
CASES = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE, Ending.ACCUSATIVE)


class Predicate(NamedTuple):
    """What a clause says of a noun, as a participle before it; `first` is its place among the words."""

    first: int
    form: str


def predicate(figure: Neighbours, words: Sequence[int]) -> Predicate | None:
    """The verb at the end of some words: «салынып жатыр», «ашылды», «жоқ»; None if they end in none."""
    if not words:
        return None
    place, word = len(words) - 1, figure.page.word(words[-1])
    if word in figure.grammar.states:
        return Predicate(place, figure.text(words[-1:]))
    form = figure.grammar.done(word)
    if form is None:
        return None
    if figure.grammar.is_finite(word):  # «салынып жатыр»
        return Predicate(place - 1, f"{figure.text(words[-2:-1])} {form}") if place else None
    verb = form == word or figure.is_verb(words[-1]) or figure.grammar.closes(word)
    verb = verb or figure.language.intends(word) or (figure.grammar.goes_on(word) and " " in form)
    return Predicate(place, form) if verb and figure.language.known(word) is None else None


def relative_label(figure: Neighbours, before: Sequence[int], after: Sequence[int]) -> str:
    """The noun with its clause; nothing if it stands in no case, or if something is not sure.

    The subject or the object has to stand in the clause: «5 ауылда іске асырылды» does not say what.
    """
    people = figure.figure.unit in figure.language.people
    measures = figure.generic and figure.figure.unit_span is not None and not people
    if figure.figure.percent or measures or figure.clauses.is_cut_short(figure.figure):
        return ""
    head = _head(figure, after)
    found = predicate(figure, after)
    if (
        head is None
        or found is None
        or found.first <= head
        or figure.clauses.at(after[-1], ClauseMark.COPULA)
    ):
        return ""
    clause, owner = _split(figure, before)
    if clause is None:
        return ""
    middle = after[head + 1 : found.first]
    word = figure.page.word(after[head])
    if figure.language.has_case(word, Ending.GENITIVE):  # «7 оқушының жұмысы марапатталды»
        named = bool(middle) and _is_possessed(figure, middle[-1])
    elif figure.language.has_case(word, Ending.ACCUSATIVE):  # «12 көлікті тексерді», «3 жобаны іске қосу»
        subject = any(is_bare(figure, index) for index in clause)
        named = subject or (bool(middle) and figure.grammar.is_action(figure.page.word(middle[-1])))
    else:
        named = any(is_bare(figure, index) for index in (*clause, *middle))
    if not named or len(clause) + len(after) > LONGEST:
        return ""
    noun = basic_noun(figure, [*owner, *after[: head + 1]])
    return " ".join(filter(None, (figure.text(clause), figure.text(middle), found.form, noun)))


def basic_noun(figure: Neighbours, words: Sequence[int]) -> str:
    """A noun without the case that its verb asks for: «жаңа мектепте» is «жаңа мектеп»."""
    word = figure.page.word(words[-1])
    base = figure.language.basic(word)
    lemma = figure.language.known(word)
    if owned := belongs(figure, words):
        return f"{figure.text(words[:-1])} {owned}"
    return " ".join(filter(None, (figure.text(words[:-1]), lemma or base or figure.text(words[-1:]))))


def belongs(figure: Neighbours, words: Sequence[int]) -> str | None:
    """A noun with its possessive ending, if the word before it asks for that: «жұмыс орны»."""
    if len(words) < 2:
        return None
    page, language = figure.page, figure.language
    word, before = page.word(words[-1]), page.word(words[-2])
    owned = language.basic(word) or word
    possessed = figure.grammar.is_possessed(owned) and owned != language.known(owned)
    owner = not language.describes(before) and not page.at(words[-2], Mark.SKIP)
    return owned if possessed and owner else None


def _head(figure: Neighbours, after: Sequence[int]) -> int | None:
    """The place of the noun that is counted, the first in a case; None if there is none."""
    for place, index in enumerate(after[:REACH]):
        word = figure.page.word(index)
        if figure.page.at(index, Mark.JOIN):
            return None
        cased = figure.language.has_case(word, *CASES, Ending.GENITIVE)
        if figure.is_unit(index) and word == figure.figure.unit and word in figure.language.lemmas:
            return None  # «5 адам орындарға тұрды»
        if figure.page.at(index, Mark.SKIP) or not cased:
            continue
        if figure.language.basic(word) is None:
            continue
        meant = place + 1 < len(after) and figure.page.at(after[place + 1], Mark.MEANT_FOR)
        if not meant:  # «туристке арналған орын»
            return place
    return None


def _split(figure: Neighbours, before: Sequence[int]) -> tuple[Sequence[int] | None, Sequence[int]]:
    """The words before a number that belong to the clause, and those that belong to the noun.

    None if one cannot be told from the other, or if a word points to what was said before.
    """
    page = figure.page
    if not before:
        return (), ()
    again = any(figure.clauses.at(index, ClauseMark.AGAIN) for index in before)
    if again or page.word(before[0]) in figure.grammar.pointing:
        return None, ()
    last = page.word(before[-1])
    owner = figure.language.has_case(last, Ending.GENITIVE)
    if not owner and not figure.language.describes(last):
        return before, ()
    alone = len(before) == 1
    named = not alone and owner and page.tokens[before[-1]].capital and not page.tokens[before[-2]].capital
    return (before[:-1], before[-1:]) if alone or named else (None, ())


def _is_possessed(figure: Neighbours, index: int) -> bool:
    """Whether a word belongs to something and stands in no case: «жұмысы»."""
    return is_bare(figure, index) and figure.grammar.is_possessed(figure.page.word(index))


def is_bare(figure: Neighbours, index: int) -> bool:
    """Whether a word may be the subject or the object of a clause: it stands in no case."""
    word = figure.page.word(index)
    says = figure.clauses.content([index]) > 0 and not figure.language.describes(word)
    return says and figure.language.basic(word) is None and not figure.language.has_case(word, *CASES)
