"""Labels in Russian and English: the noun behind the number, the verb before or behind it."""

from collections.abc import Sequence

from edureport.drafting.governed import governed_label
from edureport.drafting.neighbours import CHANGES, LOOSE, MOST_BEFORE, Neighbours
from edureport.prose.figures.figure import Mode
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.grammar.naming import CountedNoun

LONGEST = 9  # words before a number that say what is measured
DATELINE = 5  # letters of a word in capitals that names a place or an agency


class HeadFirst(Neighbours):
    """Russian and English: the noun behind the number, the verb before or behind it."""

    def label(self) -> str:
        number_of = () if self.placed else self.number_of()
        if number_of:
            return " ".join(filter(None, (self.text(number_of), self.where(number_of[0]))))
        subject = () if self.placed else self.subject()
        empty = self.generic and not self.says(self.nouns_behind())
        if subject and not self.joined and self.grammar.hangs(self.page.word(subject[-1])):
            subject = ()
        if self.is_name(subject) and (self.joined or (self.linked and empty)):
            return self.text(subject)
        if self.figure.percent and self.linked and self.is_name(subject) and self.says(self.rest):
            whole = self.clauses.trimmed(self.clauses.after(self.figure), (), LOOSE)
            return self.grammar.share(self.text(subject), self.text(whole)) or ""
        if self.figure.percent:
            whole = self.clauses.trimmed(self.clauses.after(self.figure), (), LOOSE)
            if part := self.grammar.falls(self.text(self.stated), self.text(whole)):
                return part
        if measured := self.measured(empty=empty):
            return measured
        people = empty and self.figure.unit in self.language.people and self.verb_before()[0]
        if self.says(self.after) and (people or not empty):
            return governed_label(self) if self.governed else self.counted()
        alone = empty and self.is_name(subject) and not self.verbs_in(self.before) and not self.governed
        if alone and self.grammar.is_counted(self.page.word(subject[0])):
            return self.text(subject)
        return governed_label(self) if self.governed else ""

    def measured(self, *, empty: bool) -> str:
        """What happened and what is measured of it: «рожь убрана с площади 5 га», «ранены 8»."""
        before = self.clauses.before(self.figure)
        if not empty or len(before) < 2 or len(before) > LONGEST:
            return ""
        what = self.grammar.measured(self.page.word(before[-1]))
        said = self.clauses.trimmed(before[:-1], (ClauseMark.LEAD,), LOOSE)
        if what and self.is_name(said):
            return f"{self.text(said)}: {what}"
        injured = self.figure.unit in self.language.people and self.is_verb(before[0]) and not self.governed
        stock = any(self.clauses.at(index, ClauseMark.STOCK) for index in before)
        more = not self.clauses.at(before[1], ClauseMark.PREPOSITION) and not any(
            map(self.is_verb, before[1:])
        )
        return self.text(before) if injured and more and not stock and self.says(before[1:]) else ""

    def nouns_behind(self) -> list[int]:
        return [index for index in self.rest if not self.is_verb(index)]

    def number_of(self) -> Sequence[int]:
        """«общее число школ», "number of schools", up to the verb."""
        for place, index in enumerate(self.stated):
            if self.page.at(index, Mark.NUMBER_OF) or self.clauses.at(index, ClauseMark.MEASURED):
                start = place
                if (
                    self.clauses.at(index, ClauseMark.MEASURED)
                    and self.clauses.content(self.stated[place:]) < 2
                ):
                    continue
                while start and self.describes(self.stated[start - 1]):
                    start -= 1
                part = self.clauses.at(self.stated[start] - 1, ClauseMark.PREPOSITION)
                named = self.up_to_verb(self.stated[start:])
                linked = self.linked or self.figure.mode in (Mode.FROM, Mode.TO)
                object_ = not linked and len(named) < len(self.stated) - start  # "pupils scoring 60"
                object_ = object_ or (not linked and self.grammar.hangs(self.page.word(named[-1])))
                near = self.stated[max(start - 1, 0) : start + 1]  # «их количество»
                pointing = any(self.clauses.at(at, ClauseMark.AGAIN) for at in near)
                return () if part or object_ or pointing else named
        return ()

    def describes(self, index: int) -> bool:
        """Whether a word before a noun says of which kind it is."""
        word = self.page.word(index)
        return self.language.describes(word) or bool(self.page.at(index, Mark.TOTAL))

    def subject(self) -> Sequence[int]:
        """The words before the number, up to the verb that links them."""
        return self.up_to_verb(self.stated)

    def up_to_verb(self, indices: Sequence[int]) -> Sequence[int]:
        for place, index in enumerate(indices):
            if not place or self.language.describes(self.page.word(indices[place - 1])):
                continue  # behind an adjective stands a noun: «текущий ремонт дорог»
            if self.is_verb(index) or any(self.page.at(index, mark) for mark in CHANGES):
                return self.clauses.trimmed(indices[:place], (), LOOSE)
        return indices

    def verbs_in(self, indices: Sequence[int]) -> bool:
        return any(map(self.is_verb, indices))

    def is_name(self, indices: Sequence[int]) -> bool:
        """Whether words are a noun with what describes it: they begin with no preposition and no verb."""
        if not self.says(indices):
            return False
        first = indices[0]
        opening = self.clauses.at(first, ClauseMark.PREPOSITION) or self.page.at(first, Mark.CONJ)
        pointing = self.clauses.at(first, ClauseMark.AGAIN) or any(
            self.clauses.at(index, ClauseMark.SOME) for index in indices
        )
        behind = first > self.figure.span.first
        dateline = len(indices) == 1 and len(self.text(indices)) >= DATELINE and self.text(indices).isupper()
        dateline = dateline and not behind and self.page.word(indices[0] + 1) != ":"
        changed = self.figure.mode in (Mode.FROM, Mode.TO)  # "a drop in reports from 221 to 195"
        changed = changed and self.clauses.at(first, ClauseMark.CHANGE_HEAD) > 0
        return not (opening or pointing or dateline or changed or self.is_verb(first))

    @property
    def placed(self) -> bool:
        """Whether a preposition before the number says where or to whom, and links no subject with it."""
        before = self.clauses.extent(self.figure)[0] - 1
        links = (Mark.TO, Mark.BY, Mark.FROM, Mark.TOTAL, Mark.OPENER_STRONG, Mark.AGAINST)
        linked = any(self.page.till(before, mark) for mark in links) or self.clauses.links(before)
        return self.governed and not linked

    @property
    def governed(self) -> bool:
        """Whether a preposition stands before the number: «в 53 случаях» does not count the cases."""
        before = self.clauses.extent(self.figure)[0] - 1
        if before < self.page.bounds(before + 1)[0]:
            return False
        if self.page.till(before, Mark.TOTAL) or self.page.till(before, Mark.OPENER_STRONG):
            return False  # "a total of", "made up of"
        return self.clauses.at(before, ClauseMark.PREPOSITION) > 0

    def counted(self) -> str:
        """The noun behind the number with the verb before or behind it."""
        if self.predicate and not self.clauses.at(self.after[0], ClauseMark.PREPOSITION):
            alone = self.clauses.content(self.after) < 2 and self.is_verb(self.after[0])
            return "" if alone else self.text(self.after)
        noun, behind = self.split()
        if not self.is_name(noun):
            return ""
        beside = bool(self.before) and self.before[-1] == self.clauses.extent(self.figure)[0] - 1
        if beside and self.grammar.is_event(self.page.word(self.before[-1])):
            return f"{self.text(self.event())} {self.text(noun)}"
        auxiliary, tail = self.tail(behind)
        done, object_place = self.verb_before()
        words = tuple(self.text(noun).split())
        unit = next((place for place, index in enumerate(noun) if self.is_unit(index)), None)
        head = None if unit is None else len(self.text(noun[: unit + 1]).split()) - 1
        stated = self.figure.stated
        whole = stated is not None and self.figure.upper is None and stated == int(stated)
        teens = whole and stated is not None and stated % 100 in range(11, 15)
        last = int(stated % 10) if whole and stated is not None else 0
        counted = CountedNoun(
            words,
            head,
            None if head is None else self.lemma,
            auxiliary,
            tail,
            done,
            one=last == 1 and not teens,
            many=teens or last not in range(1, 5),
            share=self.figure.percent,
            every=self.figure.all,
            measure=self.figure.unit in self.language.measures,
        )
        name = self.grammar.name(counted)
        return " ".join(filter(None, (name, object_place or self.where()))) if name else ""

    def verb_before(self) -> tuple[str | None, str]:
        """What was done to what is counted, and the words between that and the number: «отдохнули у нас»."""
        for place in range(len(self.before) - 1, max(len(self.before) - 1 - MOST_BEFORE, -1), -1):
            index = self.before[place]
            if self.is_verb(index) and not self.clauses.at(index, ClauseMark.STOCK):
                between = self.before[place + 1 :]
                if between and not self.clauses.at(between[0], ClauseMark.PREPOSITION):
                    return None, ""
                return self.grammar.done(self.page.word(index)), self.text(between)
        return None, ""

    def event(self) -> Sequence[int]:
        """What is done to what is counted, with the verb before it: «завершено строительство 34 школ»."""
        start = len(self.before) - 1
        while start and self.describes(self.before[start - 1]):
            start -= 1
        verb = start and self.is_verb(self.before[start - 1])
        return self.before[start - bool(verb) :]

    def where(self, end: int | None = None) -> str:
        """A few words before the number, its verb or the token `end` that say where: «в сёлах»."""
        words = self.before
        for place, index in enumerate(words):
            if index == end or self.is_verb(index) or self.clauses.at(index, ClauseMark.AUXILIARY):
                words = words[:place]
                break
        placed = 1 < len(words) <= MOST_BEFORE and self.clauses.at(words[0], ClauseMark.PREPOSITION)
        if any(self.clauses.at(index, ClauseMark.AGAIN) for index in words):
            return ""
        text = self.text(words)
        return text[:1].lower() + text[1:] if placed and self.says(words) else ""

    @property
    def lemma(self) -> str | None:
        """The basic form of the unit, if it is known."""
        return self.figure.unit if self.figure.unit in self.language.lemmas else None

    def tail(self, indices: Sequence[int]) -> tuple[str, str]:
        """The auxiliary and the rest of what stands behind a noun."""
        place = 0
        while place < len(indices) and self.clauses.at(indices[place], ClauseMark.AUXILIARY):
            place += 1
        return self.text(indices[:place]), self.text(indices[place:])
