"""Labels of clauses with their verb at the end, that say what became of somebody, or share that verb."""

from collections.abc import Sequence
from itertools import pairwise

from edureport.drafting.clause_words import LEAD, LOOSE
from edureport.drafting.head_final_words import HeadFinalWords
from edureport.drafting.names import joined, lowered
from edureport.drafting.relative_clause import is_bare, predicate
from edureport.drafting.ruling import ruling_word
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.forms import BARE, Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

MANY = 2  # figures that make a list


class HeadFinalClauses(HeadFinalWords):
    """What clauses of some kinds say of a noun."""

    def listed(self, after: Sequence[int]) -> str | None:
        """One of several nouns with the verb behind the last: «5 мектеп, 3 колледж ашылды».

        None if that verb has an object of its own, or may have: what was done to the others is not sure.
        """
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
        """Whether words before a verb name something that it is said of: «3 кісі [өлтіру фактісін] тіркеді».

        One word right before it may belong to the verb: «қызмет етеді».
        """
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
        units = [self.word(index) for index in self.after if index in self.units]  # «71 мың гектары»
        measure = bool(units) and self.figure.unit in self.language.measures
        measure = measure and units[-1][:-1] == self.figure.unit
        return bound or measure or self.language.suffixes.get(last, BARE).possessed

    def of_them(self, rest: Sequence[int]) -> str:
        """What is said of some of those that were named before: «31-і жарақат алған»."""
        found = predicate(self, rest)
        copula = self.clauses.at(rest[-1], ClauseMark.COPULA)
        if found is None or not found.first or copula:
            return ""
        return joined(self.text(rest[: found.first]), found.form)
