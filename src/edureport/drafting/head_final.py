"""Labels in Kazakh: what describes a noun stands before it, the verb at the end."""

from collections.abc import Sequence

from edureport.drafting.neighbours import MOST_BEFORE, Neighbours
from edureport.prose.figures.figure import PARTS
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

RATE = 2  # words at least of what has a rate: «туу 1000 адамға 20»

# Endings of words that describe the noun behind them: «тұрақты жұмыс орны», «ауылдық».
_DESCRIBING = ("лы", "лі", "ды", "ді", "ты", "ті", "ғы", "гі", "дық", "дік", "лық", "лік", "тық", "тік")


class HeadFinal(Neighbours):
    """Kazakh: what describes a noun stands before it, the verb at the end."""

    def label(self) -> str:
        stated = self.since_comparison(self.stated)
        if stated and self.page.word(stated[0]) in self.grammar.POINTING:
            return ""  # «онда 15 мың орын ашылды»: where is said elsewhere
        after = self.clauses.trimmed(self.after, (), (ClauseMark.COPULA,))
        behind = [index for index in after if not self.is_unit(index)]
        if not stated and not self.says(behind) and self.figure.role not in PARTS:
            stated = self.clauses.trimmed(self.clauses.further(self.figure), (ClauseMark.LEAD,), ())
        counted = self.generic or self.figure.unit_span is None or self.clauses.counts(stated)
        if self.is_subject(stated) and (self.joined or (counted and not self.says(behind))):
            return self.text(stated)
        noun, middle, verb = self.parts(after)
        placed = verb is not None and self.where(stated, verb=True)  # «оқуға бөлінген теңге»
        if not placed and (not self.says(after) or (self.generic and not self.says(behind))):
            return ""
        return self.noun(stated, after) if verb is None else self.clause(stated, noun, middle, verb)

    def noun(self, stated: Sequence[int], after: Sequence[int]) -> str:
        """The noun behind the number: «12 мыңнан астам оқушы»."""
        if len(after) == 1 and self.language.has_case(self.page.word(after[0]), Ending.GENITIVE):
            return self.bare(after) if self.figure.unit in self.language.lemmas else ""
        if (
            len(after) == 1
            and self.is_unit(after[0])
            and self.clauses.is_cut_short(self.figure)
            and not self.where(stated)
        ):
            return ""  # «266 талапкер 130 балдан жоғары жинады»
        return "" if self.hangs(after) else self.joined_up(self.where(stated), self.text(after))

    def clause(self, stated: Sequence[int], noun: Sequence[int], middle: Sequence[int], verb: int) -> str:
        """The noun with what was done to it before it: «50 сынып ашылды» is «ашылған сынып»."""
        places = (Ending.LOCATIVE, Ending.ABLATIVE)
        unknown = self.figure.unit not in self.language.lemmas
        if unknown and noun and self.language.has_case(self.page.word(noun[-1]), *places):
            return ""  # «4 ауылдық округте іске асырылды»
        said = [*noun, *middle][-1:]
        if said and not self.is_unit(said[0]) and self.grammar.reports(self.page.word(said[0])):
            return ""
        if noun and self.is_unit(noun[-1]) and self.page.word(noun[-1]) != self.figure.unit:
            cases = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE)
            if self.language.has_case(self.page.word(noun[-1]), *cases):
                return ""  # «12 мектепке көмектесті»
        form = self.grammar.done(self.page.word(verb))
        if form is not None and self.measures:  # «6 рет барды», «59 тонна ет өндірілді»
            oblique = (Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE)
            where = bool(middle) and self.language.has_case(self.page.word(middle[-1]), *oblique)
            rest = [index for index in (*noun, *(() if where else middle)) if not self.is_unit(index)]
            before = self.joined_up(self.where(stated, verb=True), self.text(middle) if where else "")
            return self.joined_up(before, form, self.text(rest)) if before or rest else ""
        if form is None:
            there = self.clauses.at(verb, ClauseMark.STOCK)
            return self.joined_up(self.where(stated), self.bare(noun)) if there else ""
        return self.joined_up(self.where(stated, verb=True), self.text(middle), form, self.bare(noun))

    @property
    def measures(self) -> bool:
        """Whether the unit is a measure: tonnes, times; not people, and no share."""
        people = self.figure.unit in self.language.people
        return self.generic and self.figure.unit_span is not None and not people and not self.figure.percent

    @staticmethod
    def joined_up(*words: str) -> str:
        return " ".join(filter(None, words))

    def is_subject(self, indices: Sequence[int]) -> bool:
        """Whether the words before the number name something: no pronoun, and no verb at their end."""
        if not self.says(indices) or (not self.joined and self.is_verb(indices[-1])):
            return False
        before = indices[-1] - 1
        numbered = self.page.counts(before) and not self.clauses.is_stated(before)  # «1000 адамға»
        if numbered and self.clauses.content(indices) < RATE:
            return False
        if not self.joined and not numbered and self.waits(indices[-1]):
            return False
        if any(self.clauses.at(index, ClauseMark.SOME) for index in indices):
            return False
        return not self.clauses.at(indices[0], ClauseMark.AGAIN)

    def hangs(self, after: Sequence[int]) -> bool:
        """Whether what stands behind the number is governed by a verb that is not there."""
        ends = (after[0], after[-1]) if self.generic else (after[-1],)
        oblique = any(self.is_unit(index) and self.page.word(index) != self.figure.unit for index in ends)
        return (oblique and not self.figure.percent) or any(
            self.grammar.reports(self.page.word(index)) for index in after
        )

    def since_comparison(self, indices: Sequence[int]) -> Sequence[int]:
        """The words behind those that name what is compared: «өткен жылмен салыстырғанда»."""
        for place in range(len(indices) - 1, -1, -1):
            if self.clauses.at(indices[place], ClauseMark.COMPARES):
                return self.clauses.trimmed(indices[place + 1 :], (ClauseMark.LEAD,), ())
        return indices

    def parts(self, after: Sequence[int]) -> tuple[Sequence[int], Sequence[int], int | None]:
        """The noun with what describes it, what stands behind it, and the verb at the end."""
        last = self.page.word(after[-1]) if after else ""
        verbal = bool(after) and not self.is_unit(after[-1]) and self.language.known(last) is None
        done = self.grammar.done(last) == last  # «45 қылмыс тіркелген.»
        if verbal and not done and self.page.at(after[-1] + 1, Mark.JOIN):  # «3 ет комбинаты және 8 фабрика»
            verbal = after[-1] in self.clauses.kinds or self.page.at(after[-1], Mark.DONE) > 0
        verbal = verbal and (done or self.is_verb(after[-1]) or self.language.ends_clause(last))
        if not verbal:
            return after, (), None
        span = self.figure.unit_span
        known = span is not None and not self.page.word(span.first).endswith(_DESCRIBING)
        units = (place for place, index in enumerate(after[:-1]) if known and self.is_unit(index))
        unit = next(units, None)
        listed = unit is not None and any(self.page.at(index, Mark.JOIN) for index in after[unit:-1])
        end = len(after) - 1 if unit is None or listed else unit + 1
        if not known and end > 1 and self.language.has_case(self.page.word(after[end - 1]), Ending.DATIVE):
            end -= 1  # «8 фабрика іске қосылды»
        return after[:end], after[end:-1], after[-1]

    def where(self, indices: Sequence[int], *, verb: bool = False) -> str:
        """A few words before the number that say where: «ауылда» before a verb, «ауылдағы» before a noun."""
        if not 0 < len(indices) <= MOST_BEFORE or any(map(self.is_verb, indices)):
            return ""
        last = self.text(indices[-1:])
        if not self.language.has_case(
            self.page.word(indices[-1]), Ending.LOCATIVE, Ending.DATIVE, Ending.ABLATIVE
        ):
            return ""
        return self.joined_up(self.text(indices[:-1]), last if verb else self.grammar.of_place(last))

    def bare(self, noun: Sequence[int]) -> str:
        """A noun without the case that its verb asks for."""
        if not noun or not self.is_unit(noun[-1]) or self.figure.unit not in self.language.lemmas:
            return self.text(noun)
        return " ".join(filter(None, (self.text(noun[:-1]), self.figure.unit or "")))
