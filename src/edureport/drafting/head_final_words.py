"""The words around a number where the verb comes last: which name something, and in which case they stand."""

from collections.abc import Sequence

from edureport.drafting.clause_words import LEAD
from edureport.drafting.names import joined
from edureport.drafting.neighbours import MOST_BEFORE, Neighbours
from edureport.drafting.relative_clause import belongs, is_bare
from edureport.drafting.ruling import is_dative
from edureport.prose.figures.figure import Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

MOST_BEFORE_VERB = 11  # words before a number that say where or with what something was done
PLACES = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE)
LONGEST_NAME = 4  # words
RATE = 2  # words at least of what has a rate: «туу 1000 адамға 20»


class HeadFinalWords(Neighbours):
    """What stands before and behind a number where the verb comes last."""

    def amounts(self, after: Sequence[int]) -> bool:
        """Whether a verb says that something is so many: «саны 697 оқушыны құрады»."""
        word = self.word(after[0]) if after else ""
        return len(after) == 1 < len(self.after) and self.language.has_case(
            word, Ending.ACCUSATIVE, Ending.DATIVE
        )

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
        if self.clauses.any_at(indices, ClauseMark.SOME):
            return False
        return not self.clauses.at(indices[0], ClauseMark.AGAIN)

    def is_compound(self) -> bool:
        """Whether a number is half of a measure, «4 тонна 286 кг», or a quotation of its own: «беске»."""
        last, before = self.units.stop, self.first - 1
        halves = last and last in self.clauses.starts and self.is_measure(last - 1)
        halves = halves or (before in self.clauses.unit_tokens and self.is_measure(before))
        return (self.measures and halves) or (self.word(before) == "«" and self.word(self.last) == "»")

    def is_elsewhere(self) -> bool:
        """Whether the unit shows that the number is told of something else, or says again what it is of.

        «Абай 40 адаммен екінші орында», «қызметте 40 теңгені, ауылда 30 теңгені құрады», «яғни 5 %-ы».
        """
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
        return word in self.naming.generic or (
            word in self.language.measures and word == self.language.known(word)
        )

    def described(self, indices: Sequence[int]) -> str:
        """The words before the number that say which ones are counted: «шалғай ауылдағы», «үйі бар»."""
        last = self.word(indices[-1]) if indices else ""
        describes = (
            last.endswith(self.naming.placed) or self.naming.done(last) == last or last in self.naming.states
        )
        again = indices and self.clauses.at(indices[0], ClauseMark.AGAIN)
        return self.text(indices) if describes and not again and len(indices) <= MOST_BEFORE_VERB else ""

    def is_owner(self) -> bool:
        """Whether what is counted only has what is told of, or is around it: «15 жобаның құны».

        «34 мектептің саны» are those schools.
        """
        for index in self.after[:-1]:
            if self.language.has_case(self.word(index), Ending.GENITIVE):
                return not (self.measures or self.page.at(index + 1, Mark.NUMBER_OF))
            if not (self.language.describes(self.word(index)) or self.page.at(index, Mark.SKIP)):
                break
        return False

    def is_oblique(self, word: str) -> bool:
        """Whether a noun stands in a case that a verb asks for: not «мектебі», which belongs to something."""
        cased = self.language.basic(word) is not None or self.language.has_case(
            word, *PLACES, Ending.GENITIVE
        )
        return word != self.figure.unit and cased

    def owns(self, words: Sequence[int]) -> bool:
        """Whether a noun before a verb only describes the one behind it: «құқық бұзу дерегі тіркелді».

        The second belongs to the first by its ending, or the verb is one that has no object.
        """
        *nouns, verb = words
        last = self.word(nouns[-1]) if nouns else ""
        bare = (is_bare(self, index) or last.endswith(self.naming.quality) for index in nouns[1:])
        if not 1 < len(nouns) <= LONGEST_NAME or not all(bare):
            return False
        belongs_to = last.endswith(self.naming.possessed) and not (
            self.language.describes(last) or self.people  # «5 адам жәрдемақы алады»
        )
        passive = self.naming.is_passive(self.word(verb)) and self.figure.unit not in self.language.lemmas
        return belongs_to or passive

    def since_comparison(self, indices: Sequence[int]) -> Sequence[int]:
        """The words behind those that name what is compared: «өткен жылмен салыстырғанда»."""
        for place in range(len(indices) - 1, -1, -1):
            if self.clauses.at(indices[place], ClauseMark.COMPARES):
                behind = self.clauses.trimmed(indices[place + 1 :], LEAD)
                return behind or self.not_compared(indices[:place])
        return indices

    def not_compared(self, indices: Sequence[int]) -> Sequence[int]:
        """The words before those that compare, if that is with a time: «саны 2024 жылмен салыстырғанда»."""
        compared = (Ending.INSTRUMENTAL, Ending.DATIVE)
        return () if indices and self.language.has_case(self.word(indices[-1]), *compared) else indices

    def where(self, indices: Sequence[int], *, verb: bool = False) -> str:
        """A few words before the number that say where: «ауылда» before a verb, «ауылдағы» before a noun."""
        told = (
            index
            for index in indices
            if not self.naming.is_action_in_case(self.word(index))
            and self.word(index) not in self.naming.states
        )
        most, cases = (MOST_BEFORE_VERB, (*PLACES, Ending.INSTRUMENTAL)) if verb else (MOST_BEFORE, PLACES)
        if not 0 < len(indices) <= most or any(map(self.is_verb, told)):
            return ""
        last = self.text(indices[-1:])
        object_ = verb and self.word(indices[-1]).endswith(self.naming.objects)
        if not (object_ or self.language.has_case(self.word(indices[-1]), *cases)):
            return ""
        if verb:
            return self.text(indices)
        return joined(self.text(indices[:-1]), self.naming.of_place(last))

    def bare(self, noun: Sequence[int]) -> str:
        """A noun without the case that its verb asks for."""
        if not noun or not self.is_unit(noun[-1]) or self.figure.unit not in self.language.lemmas:
            return self.text(noun)
        if owned := belongs(self, noun):
            return f"{self.text(noun[:-1])} {owned}"
        return joined(self.text(noun[:-1]), self.figure.unit)
