"""Labels where the noun comes first, as in Russian and English: the verb stands before or behind it."""

from collections.abc import Sequence

from edureport.drafting.clause_words import LEAD, LOOSE, Tags
from edureport.drafting.governed import governed_label
from edureport.drafting.lost_words import loses_words
from edureport.drafting.names import joined, lowered
from edureport.drafting.neighbours import MOST_BEFORE
from edureport.drafting.verb_first import impersonal_label, told_label
from edureport.drafting.verbs import Verbs
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.grammar.naming import CountedNoun
from edureport.prose.numbers.number import asks_for

_DETERMINER: Tags = frozenset({Mark.DETERMINER})
LONGEST = 9  # words before a number that say what is measured


class HeadFirst(Verbs):
    """The noun stands behind the number, the verb before the number or behind the noun."""

    def label(self) -> str:
        named = self.named()
        return named if named and not loses_words(self, named) else told_label(self)

    def named(self) -> str:
        """What the noun behind the number or the subject before it names; nothing if neither does."""
        cut = self.clause.is_cut_before
        number_of = () if self.placed or cut else self.number_of()
        if named := self.named_behind() or (
            number_of and joined(self.text(number_of), self.where(number_of[0]))
        ):
            return named
        subject = () if self.placed or cut else self.subject()
        empty = self.generic and not self.says([index for index in self.rest if not self.is_verb(index)])
        hangs = bool(subject) and self.naming.hangs(self.word(subject[-1]))
        if hangs and not self.joined and not self.is_participle(subject[-1]):
            subject = ()
        if (said := self.of_subject(subject, empty=empty)) is not None:
            return said
        falls = self.figure.percent and self.naming.falls(
            self.text(self.stated), self.text(self.clause.whole)
        )
        if falls:
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
        alone = (
            empty and self.is_name(subject) and not any(map(self.is_verb, self.before)) and not self.governed
        )
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
            return (
                self.naming.share(self.text(subject), self.text(self.clause.whole)) or ""
            )  # "102% of the plan"
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
        more = not self.clauses.at(before[1], ClauseMark.PREPOSITION) and not any(
            map(self.is_verb, before[1:])
        )
        return self.text(before) if injured and more and not stock and self.says(before[1:]) else ""

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
        """The share of something of which nothing else is said: "92% of the readers".

        Nothing if more is said behind it, "70% of men (20% of women) smoke"; None if it is no such share.
        """
        words = [self.word(index) for index in self.clause.whole]
        told = any(self.naming.hangs(word) or word in self.naming.who for word in words)
        share = None if told else self.naming.share_of(self.text(self.clause.whole))
        ends = not self.clause.is_cut_short and self.ends_sentence()
        return share if share is None or ends else ""

    def ends_sentence(self) -> bool:
        """Whether no word of the sentence follows those behind the number."""
        after, high = self.clause.after, self.clause.bounds[1]
        return not any(map(self.page.is_word, range(after[-1] + 1 if after else high, high)))

    def where(self, end: int | None = None) -> str:
        """The words before the number, its verb or the token `end` that say where or of what: «в сёлах».

        Before an impersonal verb no subject can stand: «молока надоено 5 тонн».
        """
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
        placed = len(words) > 1 and (
            self.clauses.at(words[0], ClauseMark.PREPOSITION)
            or self.naming.is_oblique(self.word(words[0]))  # «адресную помощь получили»
        )
        exists = verb is not None and self.clauses.at(verb, ClauseMark.STOCK) > 0
        placed = placed or (verb is not None and not exists and self.is_object(words, verb))
        words = self.clauses.trimmed(words, tail=_DETERMINER)
        return lowered(self.text(words)) if placed and self.says(words) else ""
