"""Labels where the verb comes last, as in Kazakh: what describes a noun stands before it."""

from collections.abc import Sequence
from itertools import pairwise

from edureport.drafting.clause_words import LEAD, LOOSE, Tags
from edureport.drafting.head_final_words import (
    PLACES,
    HeadFinalWords,
    basic_noun,
    is_bare,
    predicate,
    relative_label,
)
from edureport.drafting.names import joined, lowered
from edureport.drafting.neighbours import MOST_BEFORE
from edureport.drafting.ruling import ruling_word
from edureport.prose.figures.figure import PARTS, FigureKind
from edureport.prose.grammar.forms import BARE, Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

MANY = 2  # figures that make a list
_COPULA: Tags = frozenset({ClauseMark.COPULA})


class HeadFinal(HeadFinalWords):
    """What describes a noun stands before it, the verb at the end."""

    def label(self) -> str:
        stated = self.since_comparison(self.stated)
        pointing = stated and self.word(stated[0]) in self.naming.pointing  # «онда 15 мың орын ашылды»
        some = self.clauses.any_at(self.after, ClauseMark.SOME)  # «30 мектептің көбі»
        some = some or (self.measures and self.word(self.units.stop) in self.naming.costing)
        if pointing or some or self.is_compound() or self.is_extent() or self.is_elsewhere():
            return ""
        after = self.without_copula(self.without_size(self.after))
        behind = [index for index in after if index not in self.units]
        if not stated and not self.says(behind) and self.figure.role not in PARTS:
            stated = self.clauses.trimmed(self.clauses.further(self.figure), LEAD)
        stated = self.without_unit(stated)
        if named := self.named_behind():
            return named
        counted = self.generic or self.figure.unit_span is None or self.clauses.counts(stated)
        counted = counted or self.amounts(after)
        alone = not self.says(behind)
        if self.is_subject(stated) and (self.joined or (counted and alone)):
            return self.text(self.without_most(stated))
        listed = self.listed(self.after)
        return "" if listed is None else listed or self.told(stated, after)

    def without_most(self, stated: Sequence[int]) -> Sequence[int]:
        """What a place has the most of, without that: «ең жоғары жалақы Атырау облысында тіркелді»."""
        observed = self.word(stated[-1]).startswith(self.naming.placing_most)
        words = stated[:-1] if observed and len(stated) > 1 else stated
        most = next((at for at, index in enumerate(words) if self.word(index) == self.naming.most), None)
        if most is None or not self.language.has_case(self.word(words[-1]), Ending.LOCATIVE):
            return stated
        of = words[:most]  # «қазақтардың ең көп саны Абай облысында», not «өңірлерде ең көп саны»
        of = () if of and self.language.has_case(self.word(of[-1]), Ending.LOCATIVE) else of
        what = words[most + 2 :]
        return (*of, *what) if self.clauses.content(what) > 1 else stated

    def told(self, stated: Sequence[int], after: Sequence[int]) -> str:
        """The noun behind the number with what is said of it."""
        clause = self.share(stated, after) or relative_label(self, stated, self.after)
        if clause or self.is_owner():
            return clause
        if len(after) == 1 and self.language.has_case(self.word(after[0]), Ending.GENITIVE):
            return self.whole(stated, after)
        end = after[-1] + 1 if after else self.last
        cut = end + (self.word(end) == "«") in self.clauses.starts and self.naming.closes(self.word(end - 1))
        if cut or self.is_done():
            return ""  # «45 оқушы емтиханды «беске» тапсырды»
        behind = [index for index in after if index not in self.units]
        noun, middle, verb = self.parts(after)
        placed = verb is not None and self.where(stated, verb=True)  # «оқуға бөлінген теңге»
        if not placed and (not self.says(after) or (self.generic and not self.says(behind))):
            return ""
        return self.noun(stated, after) if verb is None else self.with_verb(stated, noun, middle, verb)

    def without_unit(self, stated: Sequence[int]) -> Sequence[int]:
        """The words before the number without the measure of one before that: «5 млн [теңгеге] 12 грант»."""
        if self.clauses.unit_tokens.isdisjoint(stated):
            return stated
        return [index for index in stated if not (index in self.clauses.unit_tokens and self.is_cost(index))]

    def is_cost(self, index: int) -> bool:
        """Whether a word is a measure in the case that says for how much, or of how much: «теңгеге»."""
        word = self.word(index)
        measure = self.language.known(word) in self.language.measures
        return measure and self.language.has_case(word, Ending.DATIVE, Ending.GENITIVE)

    def without_size(self, after: Sequence[int]) -> Sequence[int]:
        """The words behind the number without that for its size: «5 млн теңге [көлемінде] несие»."""
        sized = self.measures and self.word(self.units.stop) in self.naming.sizes
        return [index for index in after if index != self.units.stop] if sized else after

    def without_copula(self, after: Sequence[int]) -> Sequence[int]:
        """The words behind the number without the verb that links: «құрап отыр», but not «істеп тұр»."""
        if len(after) > 1 and not self.clauses.at(after[-2], ClauseMark.COPULA):
            word, state = self.word(after[-1]), self.word(after[-2])
            if self.naming.is_finite(word) and state.endswith(self.naming.converb):
                return after
            became = self.people and self.says(after[-2:-1]) and after[-2] >= self.units.stop > 0
            if became and word.startswith(self.naming.becoming) and self.naming.done(state) is None:
                return after
        return self.clauses.trimmed(after, tail=_COPULA)

    def noun(self, stated: Sequence[int], after: Sequence[int]) -> str:
        """The noun behind the number: «12 мыңнан астам оқушы»."""
        cut = self.clause.is_cut_short and not self.where(stated)  # «266 оқушы 130 балл жинады»
        aside = self.clause.is_bracketed and self.figure.role not in PARTS  # «Ақ кенті (12 үй)»
        if (cut or aside) and len(after) == 1 and self.is_unit(after[0]):
            return ""
        last = self.word(after[-1])
        dative = self.language.case(last) is Ending.DATIVE and self.language.basic(last)
        if dative and not self.figure.percent:
            return ""  # «9 адам қалаға, ал 4 адам ауылға жіберілді»
        rest = after[len(self.units) :]
        if self.measures and self.is_unit(after[0]) and rest:
            return joined(self.where(stated), self.of_measure(rest))
        return "" if self.hangs(after) else joined(self.where(stated), self.text(after))

    def whole(self, stated: Sequence[int], noun: Sequence[int]) -> str:
        """That of which some are told of: «түскен 9 өтініштің 5-і»; not «9 мектептің 5 мұғалімі»."""
        part = self.clause.following
        counted = part is not None and part.figure.unit_span is not None
        if part and counted and self.word(part.figure.span.last - 1) not in self.language.suffixes:
            return ""
        if self.language.basic(self.word(noun[0])) is None:
            return ""
        if not stated:
            return "" if self.generic and self.figure.unit_span else basic_noun(self, noun)
        placed = self.language.has_case(self.word(stated[-1]), Ending.LOCATIVE)
        where = self.naming.of_place(self.text(stated)) if placed else self.described(stated)
        return joined(where, basic_noun(self, noun)) if where else ""

    def of_measure(self, words: Sequence[int]) -> str:
        """What is measured, in the words behind a measure; nothing if they say what it is done to or with."""
        last = self.word(words[-1])
        if self.language.has_case(last, Ending.GENITIVE):
            return basic_noun(self, words)
        oblique = self.language.has_case(last, *PLACES) and self.language.basic(last)
        return "" if (oblique and not self.is_possessed()) or self.hangs(words) else self.text(words)

    def with_verb(self, stated: Sequence[int], noun: Sequence[int], middle: Sequence[int], verb: int) -> str:
        """The noun with what was done to it before it: «50 сынып ашылды» is «ашылған сынып»."""
        places = (Ending.LOCATIVE, Ending.ABLATIVE)
        unknown = self.figure.unit not in self.language.lemmas
        if unknown and noun and self.language.has_case(self.word(noun[-1]), *places):
            return ""  # «4 ауылдық округте іске асырылды»
        if middle and self.word(middle[0]).endswith(self.naming.action_done):
            return ""  # «15 кісі өлтіруді ашты»: the action is counted
        said = [*noun, *middle]
        finite = self.naming.is_finite(self.word(verb))  # «салынып жатыр»
        going = finite and any(self.word(index).endswith(self.naming.converb) for index in said[-1:])
        if self.is_halved(noun) or self.has_subject(said[len(noun) if middle or not going else 1 :], verb):
            return ""  # «30 күміс медаль алынды»
        if said and not self.is_unit(said[-1]) and self.naming.reports(self.word(said[-1])):
            return ""
        form = self.naming.done(self.word(verb))
        if self.figure.percent:
            return ""  # whose share it is stands somewhere else
        light = self.word(verb).startswith(self.naming.light) or going
        if form is not None and said and light:  # «қамтамасыз етілді»
            *rest, own = said
            form = f"{self.text([own])} {form}"
            noun, middle = rest[: len(noun)], rest[len(noun) :]
        if form is not None and self.measures:  # «6 рет барды», «59 тонна ет өндірілді»
            return self.measured(stated, [*noun, *middle], form)
        if any(self.is_oblique(self.word(index)) for index in noun[-1:] if self.is_unit(index)):
            return ""  # «12 мектепке көмектесті»
        if form is None:
            there = self.clauses.at(verb, ClauseMark.STOCK)
            return joined(self.where(stated), self.bare(noun)) if there else ""
        where = self.where(stated, verb=True) or self.described(stated)
        return joined(where, self.text(middle), form, self.bare(noun))

    def measured(self, stated: Sequence[int], words: Sequence[int], form: str) -> str:
        """What is measured with what was done to it: «500 м² үй іске қосылды» is «іске қосылған үй»."""
        rest = [index for index in words if index not in self.units]
        end = len(rest)
        while end and self.is_how(rest[end - 1]):
            end -= 1
        where = self.where(stated, verb=True)
        if not where and 0 < len(stated) < MOST_BEFORE and all(is_bare(self, index) for index in stated):
            where = self.text(stated)  # who did it: «зауыт»
        before = joined(where, self.text(rest[end:]))
        unit = next((self.word(index) for index in words if index in self.units), "")
        noun = self.text(rest[:end])
        if end and self.language.has_case(unit, Ending.GENITIVE):  # «5 млн теңгенің өнімін өндірген»
            noun = basic_noun(self, rest[:end])
        return joined(before, form, noun) if before or rest else ""

    def is_how(self, index: int) -> bool:
        """Whether a word before a verb says where or how, and is not what it tells of."""
        word = self.word(index)
        how = word.endswith(self.naming.how) and self.language.known(word) is None
        return how or self.language.has_case(word, *PLACES)

    def hangs(self, after: Sequence[int]) -> bool:
        """Whether what stands behind the number is governed by a verb that is not there."""
        ends = () if self.figure.percent else (after[0], after[-1]) if self.generic else (after[-1],)
        oblique = any(self.is_unit(index) and self.is_oblique(self.word(index)) for index in ends)
        return oblique or any(self.naming.reports(self.word(index)) for index in after)

    def parts(self, after: Sequence[int]) -> tuple[Sequence[int], Sequence[int], int | None]:
        """The noun with what describes it, what stands behind it, and the verb at the end."""
        last = self.word(after[-1]) if after else ""
        verbal = bool(after) and not self.is_unit(after[-1]) and self.language.known(last) is None
        done = self.naming.done(last) == last  # «45 қылмыс тіркелген.»
        if verbal and not done and self.page.at(after[-1] + 1, Mark.JOIN):  # «3 ет комбинаты және 8 фабрика»
            verbal = after[-1] in self.clauses.kinds or self.page.at(after[-1], Mark.DONE) > 0
        told = verbal and (self.is_verb(after[-1]) or last.endswith(self.naming.going_on))
        told = told or self.language.intends(last) or self.naming.closes(last)
        verbal = verbal and (done or told or self.language.ends_clause(last))
        if not verbal:
            return after, (), None
        known = self.is_named()
        unit = next((place for place, index in enumerate(after[:-1]) if known and index in self.units), None)
        listed = unit is not None and self.clauses.any_at(after[unit:-1], Mark.JOIN)
        end = len(after) - 1 if unit is None or listed or self.owns(after[unit:]) else unit + 1
        if not known and end > 1 and self.language.has_case(self.word(after[end - 1]), Ending.DATIVE):
            end -= 1  # «8 фабрика іске қосылды»
        return after[:end], after[end:-1], after[-1]

    def is_named(self) -> bool:
        """Whether the unit surely is the noun that is counted, and does not only describe another one."""
        span = self.figure.unit_span
        if span is None or self.page.at(span.last, Mark.MEANT_FOR):
            return False
        describes = self.word(span.first).endswith(self.naming.describing)
        whole = self.word(span.last) != "-"  # «жол-көлік оқиғасы»
        return whole and (self.figure.unit in self.language.lemmas or not describes)

    def listed(self, after: Sequence[int]) -> str | None:
        """One of several nouns with the verb behind the last: «5 мектеп, 3 колледж ашылды»; None: unsure."""
        figures = self.clause.listed
        if len(figures) < MANY or not self.says(after) or self.figure.percent or self.measures:
            return ""
        last, unit = figures[-1].after, figures[-1].figure.unit_span
        end = next((place for place, index in enumerate(last, 1) if unit and index == unit.first), None)
        if end is None:
            return ""
        noun, rest = last[:end] if self.figure.span == figures[-1].figure.span else after, last[end:]
        if self.page.has(noun[-1], Mark.SKIP) or self.language.describes(self.word(noun[-1])):
            return None  # «3 орта, 2 бастауыш мектеп»
        found = predicate(self, rest)
        if found is None or self.is_oblique(self.word(noun[-1])) or predicate(self, noun):
            return ""
        if self.is_done() or self.has_object(rest[: found.first]):
            return None
        first = self.clauses.trimmed(figures[0].before, LEAD, LOOSE)
        there = found.form in self.naming.states
        form = "" if there else joined(self.text(rest[: found.first]), found.form)
        return joined(self.where(first, verb=not there), form, self.bare(noun))

    def has_object(self, words: Sequence[int]) -> bool:
        """Whether words before a verb name its object: «[өлтіру фактісін] тіркеді», not «қызмет етеді»."""
        bare = [index for index in words if is_bare(self, index)]
        light = bool(bare) and bare == [*words[-1:]] and self.language.known(self.word(bare[0])) is None
        accusative = any(self.language.has_case(self.word(index), Ending.ACCUSATIVE) for index in words)
        return accusative or bool(bare and not light)

    def is_done(self) -> bool:
        """Whether the verb of a plan tells what was done, or goes on to another: «5 үй салынып…»."""
        ruling = ruling_word(self.clause) if self.figure.kind is FigureKind.TARGET else None
        if ruling is None or self.clauses.any_at([ruling], Mark.PLAN, ClauseMark.WILL):
            return False
        return self.language.is_participle(self.naming.done(self.word(ruling)) or "")

    def is_halved(self, noun: Sequence[int]) -> bool:
        """Whether more than «сынып-комплект» is taken for the noun: «34 сынып-комплект жұмыс істейді»."""
        span, last = self.figure.unit_span, noun[-1] if noun else 0
        hyphen = span is not None and self.word(span.last) == "-" and last > span.last + 1
        return hyphen and not self.word(last).endswith(self.naming.possessed)

    def has_subject(self, words: Sequence[int], verb: int) -> bool:
        """Whether a noun between a number's own and a verb is what is counted: «30 күміс [медаль] алынды»."""
        passive = self.naming.is_passive(self.word(verb)) and not self.measures
        for index, following in pairwise((*words, verb)):
            word = self.word(index)
            subject = word in self.language.people or (passive and self.language.known(word) == word)
            if subject and not self.language.describes_next(word, self.word(following)):
                return True
        return False

    def share(self, stated: Sequence[int], after: Sequence[int]) -> str:
        """Those of a whole of whom something is so: «оқушылардың 85 пайызы оқиды» is «оқитын оқушылар»."""
        counted = self.is_possessed() and self.figure.unit not in self.language.measures
        rest = [index for index in after if counted or index not in self.units]
        rest = [index for index in rest if not self.page.at(index, Mark.PERCENT)]
        whole = self.word(stated[-1]) if stated and self.figure.percent else ""
        if self.page.has(self.first, Mark.EACH) or (stated and self.page.counts(stated[0] - 1)):
            return ""  # «әр оныншы бала», «3-6 жастағы балалардың 98 пайызы»
        if rest and not stated and (self.figure.percent or self.is_possessed()):
            return self.of_them(rest)
        if not whole or not rest or not self.language.has_case(whole, Ending.GENITIVE):
            return ""
        found, base = predicate(self, rest), self.language.basic(whole)
        told = any(map(self.is_verb, stated)) or self.clauses.at(stated[0], ClauseMark.AGAIN)
        copula = self.clauses.at(rest[-1], ClauseMark.COPULA)
        if found is None or base is None or told or copula or not found.first or self.page.counts(rest[0]):
            return ""
        noun = joined(self.text(stated[:-1]), base)
        if self.language.known(self.word(stated[0])):
            noun = lowered(noun)  # it begins the sentence
        return joined(self.text(rest[: found.first]), found.form, noun)

    def is_possessed(self) -> bool:
        """Whether the number is one of something: «оның 31-і», «4 мыңнан астамы»."""
        last = self.word(self.last - 1)
        bound = self.figure.modifier_span is not None and last.endswith(self.naming.possessed_bound)
        units = [self.word(index)[:-1] for index in self.after if index in self.units]  # «71 мың гектары»
        measure = self.figure.unit in self.language.measures and units[-1:] == [self.figure.unit]
        return bound or measure or self.language.suffixes.get(last, BARE).possessed

    def of_them(self, rest: Sequence[int]) -> str:
        """What is said of some of those that were named before: «31-і жарақат алған»."""
        found, copula = predicate(self, rest), self.clauses.at(rest[-1], ClauseMark.COPULA)
        told = found is not None and found.first and not copula
        return joined(self.text(rest[: found.first]), found.form) if found and told else ""
