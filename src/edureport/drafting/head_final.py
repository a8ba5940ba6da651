"""Labels in Kazakh: what describes a noun stands before it, the verb at the end."""

from collections.abc import Sequence

from edureport.drafting.head_final_words import PLACES, HeadFinalWords
from edureport.drafting.neighbours import LOOSE, MOST_BEFORE
from edureport.drafting.relative_clause import CASES, basic_noun, is_bare, predicate, relative_label
from edureport.prose.figures.figure import PARTS
from edureport.prose.grammar.language import BARE, Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

MANY = 2  # figures that make a list
BECAME = 3  # words: «адам мерт болды»

# Endings of words that describe the noun behind them: «тұрақты жұмыс орны», «ауылдық».
_ACTIONS = ("уды", "уді", "уын", "уін")
_OF_BOUND = ("амы", "ығы", "амында", "ығында", "амынан", "ығынан")  # «астамы», «жуығы»
_DESCRIBING = (
    "сыз",
    "сіз",
    "лы",
    "лі",
    "ды",
    "ді",
    "ты",
    "ті",
    "ғы",
    "гі",
    "дық",
    "дік",
    "лық",
    "лік",
    "тық",
    "тік",
)


class HeadFinal(HeadFinalWords):
    """Kazakh: what describes a noun stands before it, the verb at the end."""

    def label(self) -> str:
        stated = self.since_comparison(self.stated)
        if stated and self.page.word(stated[0]) in self.grammar.POINTING:
            return ""  # «онда 15 мың орын ашылды»: where is said elsewhere
        after = self.without_copula(self.after)
        behind = [index for index in after if not self.is_unit(index)]
        if not stated and not self.says(behind) and self.figure.role not in PARTS:
            stated = self.clauses.trimmed(self.clauses.further(self.figure), (ClauseMark.LEAD,), ())
        if behind_dash := self.named_behind():
            return behind_dash
        if became := self.became(stated):
            return became
        counted = self.generic or self.figure.unit_span is None or self.clauses.counts(stated)
        counted = counted or self.amounts(after)
        alone = not self.says(behind)
        if self.is_subject(stated) and (self.joined or (counted and alone)):
            return self.text(stated)
        if listed := self.listed(self.after) or self.gapped(stated):
            return listed
        if clause := self.share(stated, after) or relative_label(self, stated, self.after):
            return clause
        if reported := self.reported(stated, after):
            return reported
        noun, middle, verb = self.parts(after)
        placed = verb is not None and self.where(stated, verb=True)  # «оқуға бөлінген теңге»
        if not placed and (not self.says(after) or (self.generic and not self.says(behind))):
            return ""
        return self.noun(stated, after) if verb is None else self.clause(stated, noun, middle, verb)

    def without_copula(self, after: Sequence[int]) -> Sequence[int]:
        """The words behind the number without the verb that links: «құрап отыр», but not «істеп тұр»."""
        going = len(after) > 1 and self.grammar.is_finite(self.page.word(after[-1]))
        converb = going and self.page.word(after[-2]).endswith("п")
        if converb and not self.clauses.at(after[-2], ClauseMark.COPULA):
            return after
        return self.clauses.trimmed(after, (), (ClauseMark.COPULA,))

    def became(self, stated: Sequence[int]) -> str:
        """The people of whom a word says what became of them: «80 адам мерт болды»."""
        after, span = self.after, self.figure.unit_span
        people = self.figure.unit in self.language.people | self.language.persons
        if not people or span is None or len(after) != BECAME or not self.is_unit(after[0]):
            return ""
        word = self.page.word(after[1])
        state = self.says(after[1:2]) and self.language.basic(word) is None and not self.is_verb(after[1])
        if not state or self.page.word(after[0]) != self.figure.unit or self.page.word(after[2])[:3] != "бол":
            return ""
        form = self.grammar.done(self.page.word(after[2]))
        where = self.where(stated, verb=True)
        return self.joined_up(where, self.text(after[1:2]), form or "", self.text(after[:1])) if form else ""

    def reported(self, stated: Sequence[int], after: Sequence[int]) -> str:
        """The noun of which somebody says what it did: «5 түлек қатысқанын айтты»."""
        for place, index in enumerate(after):
            if place and (form := self.grammar.reported(self.page.word(index))):
                noun, middle = after[:1], after[1:place]
                hung = self.language.has_case(self.page.word(noun[0]), *CASES, Ending.GENITIVE)
                where = self.where(stated, verb=True)
                return "" if hung else self.joined_up(where, self.text(middle), form, self.text(noun))
        return ""

    def listed(self, after: Sequence[int]) -> str:
        """One of several nouns with the verb behind the last: «5 мектеп, 3 колледж ашылды»."""
        figures = self.clauses.listed(self.figure)
        if len(figures) < MANY or not self.says(after) or self.figure.percent or self.measures:
            return ""
        last, unit = self.clauses.after(figures[-1]), figures[-1].unit_span
        end = next((place for place, index in enumerate(last, 1) if unit and index == unit.first), None)
        if end is None:
            return ""
        noun, rest = last[:end] if self.figure is figures[-1] else after, last[end:]
        found = predicate(self, rest)
        if found is None or self.is_oblique(self.page.word(noun[-1])):
            return ""
        first = self.clauses.trimmed(self.clauses.before(figures[0]), (ClauseMark.LEAD,), LOOSE)
        there = found.form in self.grammar.STATES
        form = "" if there else self.joined_up(self.text(rest[: found.first]), found.form)
        return self.joined_up(self.where(first, verb=not there), form, self.bare(noun))

    def gapped(self, stated: Sequence[int]) -> str:
        """A noun with the verb of the next clause: «9 адам қалаға, ал 4 адам ауылға жіберілді»."""
        after = self.after
        following = self.clauses.following(self.figure)
        if len(after) < 2 or following is None or self.measures or self.figure.percent:
            return ""
        cased = self.language.has_case(self.page.word(after[-1]), *CASES)
        noun = self.is_unit(after[0]) and self.page.word(after[0]) == self.figure.unit == following.unit
        found = predicate(self, self.clauses.after(following))
        if not cased or not noun or found is None or any(map(self.is_verb, after)):
            return ""
        verb = self.joined_up(self.text(after[1:]), found.form)
        return self.joined_up(self.where(stated, verb=True), verb, self.text(after[:1]))

    def share(self, stated: Sequence[int], after: Sequence[int]) -> str:
        """Those of a whole of whom something is so: «оқушылардың 85 пайызы оқиды» is «оқитын оқушылар»."""
        rest = [index for index in after if self.is_possessed() or not self.is_unit(index)]
        rest = [index for index in rest if not self.page.at(index, Mark.PERCENT)]
        whole = self.page.word(stated[-1]) if stated and self.figure.percent else ""
        if rest and not stated and (self.figure.percent or self.is_possessed()):
            return self.of_them(rest)
        if not whole or not rest or not self.language.has_case(whole, Ending.GENITIVE):
            return ""
        found, base = predicate(self, rest), self.language.basic(whole)
        told = any(map(self.is_verb, stated)) or self.clauses.at(stated[0], ClauseMark.AGAIN)
        copula = self.clauses.at(rest[-1], ClauseMark.COPULA)
        if found is None or base is None or told or copula or not found.first or self.page.counts(rest[0]):
            return ""
        noun = self.joined_up(self.text(stated[:-1]), base)
        if self.language.known(self.page.word(stated[0])):
            noun = noun[:1].lower() + noun[1:]  # it begins the sentence
        return self.joined_up(self.text(rest[: found.first]), found.form, noun)

    def is_possessed(self) -> bool:
        """Whether the number is one of something: «оның 31-і», «4 мыңнан астамы»."""
        last = self.page.word(self.clauses.extent(self.figure)[1] - 1)
        bound = self.figure.modifier_span is not None and last.endswith(_OF_BOUND)
        return bound or self.language.suffixes.get(last, BARE).possessed

    def of_them(self, rest: Sequence[int]) -> str:
        """What is said of some of those that were named before: «31-і жарақат алған»."""
        found = predicate(self, rest)
        copula = self.clauses.at(rest[-1], ClauseMark.COPULA)
        if found is None or not found.first or copula:
            return ""
        return self.joined_up(self.text(rest[: found.first]), found.form)

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
        if middle and self.page.word(middle[0]).endswith(_ACTIONS):
            return ""  # «15 кісі өлтіруді ашты»: the action is counted
        said = [*noun, *middle][-1:]
        if said and not self.is_unit(said[0]) and self.grammar.reports(self.page.word(said[0])):
            return ""
        form = self.grammar.done(self.page.word(verb))
        if form is not None and self.measures:  # «6 рет барды», «59 тонна ет өндірілді»
            return self.measured(stated, [*noun, *middle], form)
        if noun and self.is_unit(noun[-1]) and self.is_oblique(self.page.word(noun[-1])):
            return ""  # «12 мектепке көмектесті»
        if form is None:
            there = self.clauses.at(verb, ClauseMark.STOCK)
            return self.joined_up(self.where(stated), self.bare(noun)) if there else ""
        return self.joined_up(self.where(stated, verb=True), self.text(middle), form, self.bare(noun))

    def measured(self, stated: Sequence[int], words: Sequence[int], form: str) -> str:
        """What is measured with what was done to it: «500 м² үй іске қосылды» is «іске қосылған үй»."""
        rest = [index for index in words if not self.is_unit(index)]
        end = len(rest)
        while end and self.language.has_case(self.page.word(rest[end - 1]), *PLACES):
            end -= 1
        where = self.where(stated, verb=True)
        if not where and 0 < len(stated) < MOST_BEFORE and all(is_bare(self, index) for index in stated):
            where = self.text(stated)  # who did it: «зауыт»
        before = self.joined_up(where, self.text(rest[end:]))
        unit = next((self.page.word(index) for index in words if self.is_unit(index)), "")
        noun = self.text(rest[:end])
        if end and self.language.has_case(unit, Ending.GENITIVE):  # «5 млн теңгенің өнімін өндірген»
            noun = basic_noun(self, rest[:end])
        return self.joined_up(before, form, noun) if before or rest else ""

    def hangs(self, after: Sequence[int]) -> bool:
        """Whether what stands behind the number is governed by a verb that is not there."""
        ends = (after[0], after[-1]) if self.generic else (after[-1],)
        oblique = any(self.is_unit(index) and self.is_oblique(self.page.word(index)) for index in ends)
        return (oblique and not self.figure.percent) or any(
            self.grammar.reports(self.page.word(index)) for index in after
        )

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
        known = known and span is not None and not self.page.at(span.last, Mark.MEANT_FOR)
        known = known and span is not None and self.page.word(span.last) != "-"  # «жол-көлік оқиғасы»
        units = (place for place, index in enumerate(after[:-1]) if known and self.is_unit(index))
        unit = next(units, None)
        listed = unit is not None and any(self.page.at(index, Mark.JOIN) for index in after[unit:-1])
        end = len(after) - 1 if unit is None or listed or self.owns(after[unit:-1]) else unit + 1
        if not known and end > 1 and self.language.has_case(self.page.word(after[end - 1]), Ending.DATIVE):
            end -= 1  # «8 фабрика іске қосылды»
        return after[:end], after[end:-1], after[-1]
