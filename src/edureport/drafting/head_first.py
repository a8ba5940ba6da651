"""Labels where the noun comes first, as in Russian and English: the verb stands before or behind it."""

from collections.abc import Sequence

from edureport.drafting.clause_words import CHANGES, LEAD, LOOSE, Tags
from edureport.drafting.names import joined, lowered
from edureport.drafting.neighbours import MOST_BEFORE, Subjects
from edureport.drafting.unsaid import loses_words
from edureport.drafting.verb_first import governed_label, impersonal_label, told_label
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.grammar.naming import CountedNoun
from edureport.prose.numbers.number import asks_for

_DETERMINER: Tags = frozenset({Mark.DETERMINER})
LONGEST = 9  # words before a number that say what is measured


class HeadFirst(Subjects):
    """The noun stands behind the number, the verb before the number or behind the noun."""

    def label(self) -> str:
        named = self.named()
        return named if named and not loses_words(self, named) else told_label(self)

    def named(self) -> str:
        """What the noun behind the number or the subject before it names; nothing if neither does."""
        cut = self.clause.is_cut_before
        number_of = () if self.placed or cut else self.number_of()
        numbered = joined(self.text(number_of), self.where(number_of[0])) if number_of else ""
        if named := self.named_behind() or numbered:
            return named
        subject = () if self.placed or cut else self.subject()
        empty = self.generic and not self.says([index for index in self.rest if not self.is_verb(index)])
        hangs = bool(subject) and self.naming.hangs(self.word(subject[-1]))
        if hangs and not self.joined and not self.is_participle(subject[-1]):
            subject = ()
        if (said := self.of_subject(subject, empty=empty)) is not None:
            return said
        whole = self.text(self.clause.whole) if self.figure.percent else ""
        if self.figure.percent and (falls := self.naming.falls(self.text(self.stated), whole)):
            return falls
        if measured := self.measured(empty=empty) or self.caused():
            return measured
        people = empty and self.figure.unit in self.language.people and self.verb_before()[0]
        if self.says(self.after) and (people or not empty):
            if self.is_active():
                return ""  # "closure of 3 schools saved $9", "14 ports recorded 10 million boxes"
            return governed_label(self) if self.governed else self.counted()
        return (impersonal_label(self) if empty else "") or self.alone(subject, empty=empty)

    def alone(self, subject: Sequence[int], *, empty: bool) -> str:
        """A noun before the number, or one that a preposition governs."""
        alone = empty and self.is_name(subject) and not self.governed
        alone = alone and not any(map(self.is_verb, self.before))
        if alone and self.naming.is_counted(self.word(subject[0])):
            return self.text(subject)
        return governed_label(self) if self.governed else ""

    def of_subject(self, subject: Sequence[int], *, empty: bool) -> str | None:
        """The subject, or its share of a whole, if the number is surely of that; None if it is not."""
        if not self.is_name(subject):
            return None
        grows = self.clauses.any_at(self.rest, ClauseMark.GROWS)  # "saw a 2% decline to 40"
        change = self.figure.kind is FigureKind.CHANGE and (grows or not self.says(self.rest))
        if change and len(subject) < len(self.before):
            return self.text(subject)  # for what follows: "enrolment fell by 40 pupils to 300"
        if self.figure.percent and self.linked and self.word(self.last) in self.naming.of:
            # "102% of the plan"
            return self.naming.share(self.text(subject), self.text(self.clause.whole)) or ""
        before = self.word(self.first - 1)
        done = self.language.articles and any(self.naming.done(self.word(index)) for index in self.rest)
        told = bool(self.noun_and_verb[1]) or done
        own = before == ":" and not self.generic and told  # «причина: 5 домов сгорели»
        if self.joined and self.word(subject[-1] + 1) in self.naming.particles:
            subject = (*subject, subject[-1] + 1)  # "crime cleared up: 62%"
        if not own and (self.joined or (self.linked and empty)):
            return self.text(subject)
        if self.figure.percent and self.linked and self.says(self.rest):
            return self.naming.share(self.text(subject), self.text(self.clause.whole)) or ""
        return None

    def measured(self, *, empty: bool) -> str:
        """What happened and what is measured of it: «рожь убрана с площади 5 га», «ранены 8»."""
        before = self.clause.before
        if not empty or len(before) < 2 or len(before) > LONGEST:
            return ""
        what = self.naming.measured(self.word(before[-1]))
        said = self.clauses.trimmed(before[:-1], LEAD, LOOSE)
        if what and self.is_name(said) and not self.language.describes(self.word(said[-1])):
            return f"{self.text(said)}: {what}"
        injured = self.figure.unit in self.language.people and self.is_verb(before[0]) and not self.governed
        stock = self.clauses.any_at(before, ClauseMark.STOCK)
        more = self.says(before[1:]) and not any(map(self.is_verb, before[1:]))
        more = more and not self.clauses.at(before[1], ClauseMark.PREPOSITION)
        return self.text(before) if injured and more and not stock else ""

    def counted(self) -> str:
        """The noun behind the number with the verb before or behind it."""
        if self.predicate and not self.clauses.at(self.after[0], ClauseMark.PREPOSITION):
            alone = self.clauses.content(self.after) < 2 and self.is_verb(self.after[0])
            return "" if alone else self.text(self.after)
        noun, behind = self.noun_and_verb
        if behind and self.word(noun[-1]) == "," and not self.language.articles:
            noun, behind = noun[:-1], ()  # «40 школ, сообщили в акимате»
        if spent := self.spent():
            return spent
        if not self.is_name(noun) or self.is_done(noun):
            return ""
        if noun[0] > self.figure.span.first and noun[0] - 1 in self.clauses.dated:
            return ""  # "5 million in the 2025 budget"
        if self.figure.percent and not behind and (share := self.share_alone()) is not None:
            return share
        beside = bool(self.before) and self.before[-1] == self.first - 1
        if beside and self.naming.is_event(self.word(self.before[-1])):
            return f"{self.text(self.event())} {self.text(noun)}"
        auxiliary, tail = self.tail(behind)
        done, object_place = self.verb_before()
        words = tuple(self.text(noun).split())
        unit = next((place for place, index in enumerate(noun) if index in self.units), None)
        head = None if unit is None else len(self.text(noun[: unit + 1]).split()) - 1
        form = asks_for(None if self.figure.upper is not None else self.figure.stated)
        counted = CountedNoun(
            words,
            head,
            self.figure.unit if head is not None and self.figure.unit in self.language.lemmas else None,
            auxiliary,
            tail,
            done,
            one=form == "one",
            many=form == "many",
            share=self.figure.percent,
            every=self.figure.all,
            measure=self.figure.unit in self.language.measures,
            told=any(map(self.is_verb, self.before)),
        )
        name = self.naming.name(counted)
        return joined(name, object_place or self.where()) if name else ""

    def spent(self) -> str:
        """What was done with so much, where the unit stands before the number: "spent $5 on tea"."""
        unit = any(map(self.is_unit, self.after))
        opens = self.clauses.at(self.after[0], ClauseMark.PREPOSITION)
        if not self.generic or self.figure.percent or unit or not opens:
            return ""
        if self.word(self.after[0]) in self.naming.of:
            return ""
        done, _ = self.verb_before()
        was = any(self.word(index) in self.naming.being for index in self.before)
        if was and self.says(self.before[:1]):  # "the fund was given $5 for tea"
            return ""
        return f"{done} {self.text(self.after)}" if done else ""

    def share_alone(self) -> str | None:
        """The share of what nothing else is said of, "92% of the readers"; nothing if more is said."""
        words = [self.word(index) for index in self.clause.whole]
        told = any(self.naming.hangs(word) or word in self.naming.who for word in words)
        share = None if told else self.naming.share_of(self.text(self.clause.whole))
        after, high = self.clause.after, self.clause.bounds[1]
        further = any(map(self.page.is_word, range(after[-1] + 1 if after else high, high)))
        return "" if share is not None and (further or self.clause.is_cut_short) else share

    def where(self, end: int | None = None) -> str:
        """The words before the number, its verb or the token `end` that say where or of what: «в сёлах»."""
        words, verb = self.before, end
        for place, index in enumerate(words):
            if index == end or self.clauses.tells(index):
                words, verb = words[:place], index
                break
        most = MOST_BEFORE if self.language.articles else LONGEST  # where a label may lack nothing
        if self.clauses.any_at(words, ClauseMark.AGAIN) or not 0 < len(words) <= most:
            return ""
        if verb is None and self.naming.plural_of(self.word(words[-1])):
            return ""  # a verb that is not known: «на линию выходят 38 автобусов»
        oblique = self.naming.is_oblique(self.word(words[0]))  # «адресную помощь получили»
        placed = len(words) > 1 and (oblique or self.clauses.at(words[0], ClauseMark.PREPOSITION) > 0)
        told = verb is not None and not self.clauses.at(verb, ClauseMark.STOCK)
        placed = placed or (told and verb is not None and self.is_object(words, verb))
        words = self.clauses.trimmed(words, tail=_DETERMINER)
        return lowered(self.text(words)) if placed and self.says(words) else ""

    def verb_before(self) -> tuple[str | None, str]:
        """What was done to what is counted, and the words between that and the number: «отдохнули у нас»."""
        before = self.before
        listed = self.clause.listed
        noun = self.after and not self.noun_and_verb[1]
        noun = noun and not self.clauses.at(self.after[0], ClauseMark.PREPOSITION)
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
                verb, particle = self.word(index), self.word(index + 1)  # "carried out"
                done = self.naming.done(verb) or self.naming.done_of(verb)
                both = done and particle in self.naming.particles
                return f"{done} {particle}" if both else done, self.text(between)
        return None, ""

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
