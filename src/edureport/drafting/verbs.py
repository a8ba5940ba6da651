"""Verbs: where the noun comes first, what was done: the verb before a number, or behind its noun."""

from collections.abc import Sequence

from edureport.drafting.clause_words import CHANGES
from edureport.drafting.neighbours import MOST_BEFORE
from edureport.drafting.subjects import Subjects
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark


class Verbs(Subjects):
    """What was done to what one figure counts, or by it."""

    def verb_before(self) -> tuple[str | None, str]:
        """What was done to what is counted, and the words between that and the number: «отдохнули у нас»."""
        before = self.before
        listed = self.clause.listed
        noun = (
            self.after
            and not self.clauses.at(self.after[0], ClauseMark.PREPOSITION)
            and not self.noun_and_verb[1]
        )
        if not before and len(listed) > 1 and noun:  # «открыто 5 школ, 3 библиотеки»
            first = listed[0].before
            before = first if first and (self.is_verb(first[-1]) or self.is_to_be(first[-1])) else before
        for place in range(len(before) - 1, max(len(before) - 1 - MOST_BEFORE, -1), -1):
            index = before[place]
            past = self.is_past(index) or self.is_to_be(index)
            if (self.is_verb(index) or past) and not self.clauses.at(index, ClauseMark.STOCK):
                between = before[place + 1 :]
                if between and self.page.at(between[0], Mark.ARTICLE):  # "enrolled a record 40 people"
                    between = ()
                if between and not self.clauses.at(between[0], ClauseMark.PREPOSITION):
                    return None, ""
                return self.done_with(index), self.text(between)
        return None, ""

    def done_with(self, index: int) -> str | None:
        """What a verb says was done, or is to be, with its particle: "carried out"."""
        verb, particle = self.word(index), self.word(index + 1)
        done = self.naming.done(verb) or self.naming.done_of(verb)
        return f"{done} {particle}" if done and particle in self.naming.particles else done

    def is_to_be(self, index: int) -> bool:
        """English: whether a verb before a planned number says what is to be done: "to open 5 gyms"."""
        planned = self.figure.kind is FigureKind.TARGET and self.says([index])
        will = self.page.has(index - 1, Mark.PLAN) and self.clauses.at(index - 1, ClauseMark.AUXILIARY)
        return planned and (will or self.page.at(index - 1, Mark.INFINITIVE)) > 0

    def is_past(self, index: int) -> bool:
        """Whether a word before the number, or before "a record" and the number, says what was done."""
        near = index + 1 == self.first or self.page.at(index + 1, Mark.ARTICLE) > 0
        if not near or not self.naming.is_past(self.word(index)):
            return False
        links = self.clauses.links(index) or self.clauses.any_at([index], *CHANGES)
        helped = self.clauses.at(index - 1, ClauseMark.AUXILIARY) or self.page.at(index - 1, Mark.ARTICLE)
        return not (links or helped or self.has_clause())

    def has_clause(self) -> bool:
        """Whether more is said of the noun behind the number: "believed 30 men fled", "20 schools unsafe"."""
        words = self.clause.after
        ends = (at for at, index in enumerate(words) if self.clauses.at(index, ClauseMark.PREPOSITION))
        phrase = words[: next(ends, None)]
        noun = next((at for at, index in enumerate(phrase) if self.is_noun(index)), len(phrase))
        return not all(map(self.is_noun, phrase[noun:]))

    def is_noun(self, index: int) -> bool:
        """Whether a word behind a number is surely a noun: the unit, a known one, a plural."""
        word = self.word(index)
        return self.is_unit(index) or self.language.known(word) is not None or self.naming.is_counted(word)

    def event(self) -> Sequence[int]:
        """What is done to what is counted, with the verb before it: «завершено строительство 34 школ»."""
        start = len(self.before) - 1
        while start and self.describes(self.before[start - 1]):
            start -= 1
        verb = start and self.is_verb(self.before[start - 1])
        return self.before[start - bool(verb) :]

    def is_done(self, noun: Sequence[int]) -> bool:
        """English: whether what looks like a noun is a verb: "seven met"."""
        known = self.naming.done(self.word(noun[0])) is not None
        alone = self.figure.unit is None and len(noun) == 1
        object_ = alone or (len(noun) > 1 and self.page.at(noun[1], Mark.DETERMINER) > 0)
        return self.language.articles and object_ and known

    def is_active(self) -> bool:
        """English: whether the words behind are what so many did: "14 ports recorded 10 million boxes"."""
        words = self.clause.after
        told = bool(words) and self.language.articles and words[-1] + 1 in self.clauses.starts
        helped = self.clauses.any_at(words, ClauseMark.AUXILIARY)
        acts = told and (self.naming.done(self.word(words[-1])) or self.word(words[-1]) in self.naming.taking)
        return bool(acts) and not helped

    def tail(self, indices: Sequence[int]) -> tuple[str, str]:
        """The auxiliary and the rest of what stands behind a noun."""
        place = 0
        while place < len(indices) and self.clauses.at(indices[place], ClauseMark.AUXILIARY):
            place += 1
        return self.text(indices[:place]), self.text(indices[place:])
