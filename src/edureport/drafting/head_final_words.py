"""Where the verb comes last: which words around a number name something, and which are its clause."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.clause_words import LEAD
from edureport.drafting.names import joined
from edureport.drafting.neighbours import MOST_BEFORE, Neighbours
from edureport.drafting.ruling import is_dative
from edureport.prose.figures.figure import Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 14  # words of a clause that becomes part of a label
NOUN_REACH = 4  # words behind a number to the noun that it counts
CASES = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE, Ending.ACCUSATIVE)
MOST_BEFORE_VERB = 11  # words before a number that say where or with what something was done
PLACES = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE)
LONGEST_NAME = 4  # words
RATE = 2  # words at least of what has a rate: «туу 1000 адамға 20»


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
    """The noun with its clause, in which its subject or object has to stand; nothing if that is not sure."""
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
        named = bool(middle) and is_bare(around, middle[-1])
        named = named and around.word(middle[-1]).endswith(around.naming.possessed)
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
    for place, index in enumerate(after[:NOUN_REACH]):
        word = around.word(index)
        if around.page.at(index, Mark.JOIN):
            return None
        cased = around.language.has_case(word, *CASES, Ending.GENITIVE)
        if around.is_unit(index) and word == around.figure.unit and word in around.language.lemmas:
            return None  # «5 адам орындарға тұрды»
        if around.page.at(index, Mark.SKIP) or not cased or around.language.basic(word) is None:
            continue
        if not any(around.page.at(other, Mark.MEANT_FOR) for other in after[place + 1 : place + 2]):
            return place  # but «туристке арналған орын»
    return None


def _split(around: Neighbours, before: Sequence[int]) -> tuple[Sequence[int] | None, Sequence[int]]:
    """The words before a number that are of the clause, and of the noun; None if that cannot be told."""
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


def is_bare(around: Neighbours, index: int) -> bool:
    """Whether a word may be the subject or the object of a clause: it stands in no case."""
    word = around.word(index)
    says = around.clauses.content([index]) > 0 and not around.language.describes(word)
    return says and around.language.basic(word) is None and not around.language.has_case(word, *CASES)


class HeadFinalWords(Neighbours):
    """What stands before and behind a number where the verb comes last."""

    def amounts(self, after: Sequence[int]) -> bool:
        """Whether a verb says that something is so many: «саны 697 оқушыны құрады»."""
        cases = (Ending.ACCUSATIVE, Ending.DATIVE)
        return len(after) == 1 < len(self.after) and self.language.has_case(self.word(after[0]), *cases)

    def is_subject(self, indices: Sequence[int]) -> bool:
        """Whether the words before the number name something: no pronoun, and no verb at their end."""
        if not self.says(indices) or (not self.joined and self.is_verb(indices[-1])):
            return False
        last = self.word(indices[-1])
        hangs = self.language.has_case(last, Ending.GENITIVE) or last.endswith(self.naming.placed)
        if hangs and not self.joined:
            return False  # «240 шақырым жолдың 56 шақырымы», «54 үйдегі 29 адам»
        before = indices[-1] - 1
        numbered = self.page.counts(before) and before not in self.clauses.stated  # «1000 адамға»
        if numbered and self.clauses.content(indices) < RATE:
            return False
        rate = self.page.at(indices[-1], Mark.RATE)  # «1000 адамға шаққанда»
        if not self.joined and not numbered and not rate and self.waits(indices[-1]):
            return False
        again = self.clauses.at(indices[0], ClauseMark.AGAIN)
        return not (again or self.clauses.any_at(indices, ClauseMark.SOME))

    def is_compound(self) -> bool:
        """Whether a number is half of a measure, «4 тонна 286 кг», or a quotation of its own: «беске»."""
        last, before = self.units.stop, self.first - 1
        halves = last and last in self.clauses.starts and self.is_measure(last - 1)
        halves = halves or (before in self.clauses.unit_tokens and self.is_measure(before))
        return (self.measures and halves) or (self.word(before) == "«" and self.word(self.last) == "»")

    def is_elsewhere(self) -> bool:
        """Whether the unit shows that something else is told: «Абай 40 адаммен екінші орында»."""
        unit, before = self.word(self.units.stop - 1) if self.units else "", self.clause.before
        again = bool(before) and self.figure.percent and self.word(before[0]) in self.naming.restating
        beside = self.generic and not self.measures and self.language.has_case(unit, Ending.INSTRUMENTAL)
        accusative = self.measures and self.language.has_case(unit, Ending.ACCUSATIVE)
        cut = accusative and self.word(self.units.stop) == "," and not self.says(self.stated)
        return again or beside or cut

    def is_extent(self) -> bool:
        """Whether a number says how far something was done, or for how many it is: «103 %-ға орындалды»."""
        verb = self.after[-1:] if self.figure.percent and self.figure.mode is not Mode.FROM else ()
        told = any(self.naming.done(self.word(index)) for index in verb) and is_dative(self.clause)
        far = told and not self.clauses.any_at(verb, ClauseMark.COPULA, Mark.RISE, Mark.FALL)
        return far or self.clauses.any_at(self.after, Mark.MEANT_FOR)

    def is_measure(self, index: int) -> bool:
        """Whether a word is a measure, in no case."""
        word = self.word(index)
        measure = word in self.language.measures and word == self.language.known(word)
        return measure or word in self.naming.generic

    def described(self, indices: Sequence[int]) -> str:
        """The words before the number that say which ones are counted: «шалғай ауылдағы», «үйі бар»."""
        last = self.word(indices[-1]) if indices else ""
        describes = last.endswith(self.naming.placed) or last in self.naming.states
        describes = describes or self.naming.done(last) == last
        again = indices and self.clauses.at(indices[0], ClauseMark.AGAIN)
        return self.text(indices) if describes and not again and len(indices) <= MOST_BEFORE_VERB else ""

    def is_owner(self) -> bool:
        """Whether what is counted only has what is told: «15 жобаның құны», but not «34 мектептің саны»."""
        for index in self.after[:-1]:
            if self.language.has_case(self.word(index), Ending.GENITIVE):
                return not (self.measures or self.page.at(index + 1, Mark.NUMBER_OF))
            if not (self.language.describes(self.word(index)) or self.page.at(index, Mark.SKIP)):
                break
        return False

    def is_oblique(self, word: str) -> bool:
        """Whether a noun stands in a case that a verb asks for: not «мектебі», which belongs to something."""
        cased = self.language.has_case(word, *PLACES, Ending.GENITIVE)
        return word != self.figure.unit and (cased or self.language.basic(word) is not None)

    def owns(self, words: Sequence[int]) -> bool:
        """Whether a noun before a verb only describes the one behind it: «құқық бұзу дерегі тіркелді»."""
        *nouns, verb = words
        last = self.word(nouns[-1]) if nouns else ""
        bare = (is_bare(self, index) or last.endswith(self.naming.quality) for index in nouns[1:])
        if not 1 < len(nouns) <= LONGEST_NAME or not all(bare):
            return False
        owned = last.endswith(self.naming.possessed) and not self.language.describes(last)
        passive = self.naming.is_passive(self.word(verb)) and self.figure.unit not in self.language.lemmas
        # By its ending the second is of the first, but «5 адам жәрдемақы алады»; or the verb has no object.
        return (owned and not self.people) or passive

    def since_comparison(self, indices: Sequence[int]) -> Sequence[int]:
        """The words behind those that name what is compared: «өткен жылмен салыстырғанда»."""
        for place in range(len(indices) - 1, -1, -1):
            if self.clauses.at(indices[place], ClauseMark.COMPARES):
                behind, before = self.clauses.trimmed(indices[place + 1 :], LEAD), indices[:place]
                compared = (Ending.INSTRUMENTAL, Ending.DATIVE)  # if not with a time: «саны 2024 жылмен …»
                other = before and self.language.has_case(self.word(before[-1]), *compared)
                return behind or (() if other else before)
        return indices

    def where(self, indices: Sequence[int], *, verb: bool = False) -> str:
        """A few words before the number that say where: «ауылда» before a verb, «ауылдағы» before a noun."""
        told = map(self.word, filter(self.is_verb, indices))
        verbs = (word for word in told if word not in self.naming.states)
        most, cases = (MOST_BEFORE_VERB, (*PLACES, Ending.INSTRUMENTAL)) if verb else (MOST_BEFORE, PLACES)
        if not 0 < len(indices) <= most or not all(map(self.naming.is_action_in_case, verbs)):
            return ""
        object_ = verb and self.word(indices[-1]).endswith(self.naming.objects)
        if not (object_ or self.language.has_case(self.word(indices[-1]), *cases)):
            return ""
        if verb:
            return self.text(indices)
        return joined(self.text(indices[:-1]), self.naming.of_place(self.text(indices[-1:])))

    def bare(self, noun: Sequence[int]) -> str:
        """A noun without the case that its verb asks for."""
        if not noun or not self.is_unit(noun[-1]) or self.figure.unit not in self.language.lemmas:
            return self.text(noun)
        if owned := belongs(self, noun):
            return f"{self.text(noun[:-1])} {owned}"
        return joined(self.text(noun[:-1]), self.figure.unit)
