"""Subjects: where the noun comes first, the words before a number that say what is so many."""

from collections.abc import Sequence

from edureport.drafting.clause_words import CHANGES, LEAD, LOOSE
from edureport.drafting.clauses import Clause
from edureport.drafting.neighbours import Neighbours
from edureport.prose.figures.figure import Mode
from edureport.prose.grammar.marks import ClauseMark, Mark

_TOTALLING = frozenset({Mark.TOTAL, Mark.OPENER_STRONG})
_LINKS = frozenset({Mark.TO, Mark.BY, Mark.FROM, Mark.AGAINST})
DATELINE = 5  # letters of a word in capitals that names a place or an agency


class Subjects(Neighbours):
    """What stands before the number of one figure: its subject, or what it is the number of.

    `governed` says that a preposition stands before the number: «в 53 случаях» does not count the cases;
    `placed` that it says where or to whom, and links no subject with the number.
    """

    def __init__(self, clause: Clause) -> None:
        super().__init__(clause)
        self.noun_and_verb = self._noun_and_verb()
        before, page = self.first - 1, self.page
        self.governed = self.clauses.at(before, ClauseMark.PREPOSITION) > 0 and before >= clause.bounds[0]
        # "a total of", "made up of"
        self.governed = self.governed and page.ends[before].keys().isdisjoint(_TOTALLING)
        self.placed = self.governed and page.ends[before].keys().isdisjoint(_LINKS)
        self.placed = self.placed and not self.clauses.links(before)

    def _noun_and_verb(self) -> tuple[Sequence[int], Sequence[int]]:
        """The noun behind the number, and the words from the verb on."""
        for place, index in enumerate(self.after):
            if place and self.clauses.tells(index):
                return self.after[:place], self.after[place:]
        return self.after, ()

    def number_of(self) -> Sequence[int]:
        """«общее число школ», "number of schools", up to the verb."""
        for place, index in enumerate(self.stated):
            measured = self.clauses.at(index, ClauseMark.MEASURED) > 0
            if measured and self.clauses.content(self.stated[place:]) < 2:
                continue
            if measured or self.page.at(index, Mark.NUMBER_OF):
                return self.named_from(place)
        return ()

    def named_from(self, start: int) -> Sequence[int]:
        """What the word at a place measures, with what describes it; none if that is the object of a verb."""
        while start and (self.describes(self.stated[start - 1]) or self.compounds(start)):
            start -= 1
        part = self.clauses.at(self.stated[start] - 1, ClauseMark.PREPOSITION)
        named = self.up_to_verb(self.stated[start:])
        at = self.word(self.first - 1) in self.naming.at
        linked = self.linked or at or self.figure.mode in (Mode.FROM, Mode.TO)
        cut = len(named) < len(self.stated) - start  # "pupils scoring 60"
        object_ = not linked and (cut or self.naming.hangs(self.word(named[-1])))
        near = self.stated[max(start - 1, 0) : start + 1]  # «их количество»
        return () if part or object_ or self.clauses.any_at(near, ClauseMark.AGAIN) else named

    def describes(self, index: int) -> bool:
        """Whether a word before a noun says of which kind it is."""
        word = self.word(index)
        return self.language.describes(word) or bool(self.page.at(index, Mark.TOTAL))

    def compounds(self, place: int) -> bool:
        """English: whether the word before a place is a noun that describes the next one: "pass rate"."""
        index = self.stated[place - 1]
        near = self.language.articles and index == self.stated[place] - 1
        grows = self.clauses.at(index, ClauseMark.GROWS)  # "growth rate"
        marks = (Mark.ARTICLE, Mark.CONJ, *(() if grows else CHANGES))
        if not near or not self.page.is_word(index) or self.clauses.any_at([index], *marks):
            return False
        return not (self.clauses.at(index, ClauseMark.PREPOSITION) or self.is_verb(index))

    def subject(self) -> Sequence[int]:
        """The words before the number, up to the verb that links them; none if a pronoun stands there."""
        pronoun = any(self.word(index) in self.naming.pronouns for index in self.stated)
        if pronoun:
            return ()
        named = self.up_to_verb(self.stated)
        rest = self.stated[len(named) :]
        if not (named and rest and self.linked):
            return named
        joint = max((at for at, index in enumerate(rest) if self.page.at(index, Mark.JOIN)), default=None)
        was = not self.joined and self.figure.mode is None
        if was and joint and self.says(rest[joint + 1 :]):  # "sales fell and the loss was 5"
            return self.up_to_verb(rest[joint + 1 :])
        return named

    def up_to_verb(self, indices: Sequence[int]) -> Sequence[int]:
        for place, index in enumerate(indices):
            if not place or self.language.describes(self.word(indices[place - 1])):
                continue  # behind an adjective stands a noun: «текущий ремонт дорог»
            if not self.language.articles and self.clauses.at(index - 1, ClauseMark.PREPOSITION):
                continue  # no verb: «сумма поставок по открытым группам»
            if self.word(index - 1) in self.naming.who or self.is_participle(index):
                continue  # "people who work fell to"
            if self.language.articles and self.word(index - 1) == "-" and self.page.glued(index):
                continue  # "clear-up rate"
            verb = self.is_verb(index) and not self.naming.is_event(self.word(index))
            if verb or self.has(index) or self.clauses.any_at([index], *CHANGES):
                return self.clauses.trimmed(indices[:place], tail=LOOSE)
        return indices

    def has(self, index: int) -> bool:
        """Whether a word is a verb of having and no participle: "saw"."""
        word = self.word(index)
        return word in self.naming.having and self.naming.done(word) is None

    def is_participle(self, index: int) -> bool:
        """English: whether a verb form says which things are meant: "calls attended rose"."""
        page, following = self.page, index + 1
        if not self.language.articles or self.clauses.at(index, ClauseMark.AUXILIARY):
            return False
        if self.naming.done(page.word(index)) is None or self.clauses.any_at([index], *CHANGES):
            return False
        if page.word(index - 1).endswith(self.naming.adverb):
            return True
        verb = self.clauses.at(following, ClauseMark.AUXILIARY) or self.clauses.any_at([following], *CHANGES)
        has = page.word(following) in self.naming.having
        return bool(verb) or has or (page.is_word(following) and self.is_verb(following))

    def is_object(self, indices: Sequence[int], verb: int) -> bool:
        """Whether the words before a verb surely are no subject of it: «молока надоено»."""
        words = [self.word(index) for index in indices]
        joined = any(self.page.at(index, Mark.JOIN) for index in indices)
        if not words or joined or not self.clauses.begins_clause(indices[0]):
            return False
        told = "" if indices[0] - 1 in self.clauses.dated else self.word(verb)  # «первой декады убрано»
        return self.naming.is_object(words, told, named=self.page.tokens[indices[0]].capital)

    def is_name(self, indices: Sequence[int]) -> bool:
        """Whether words are a noun with what describes it: they begin with no preposition and no verb."""
        if not self.says(indices):
            return False
        first = indices[0]
        opening = self.clauses.at(first, ClauseMark.PREPOSITION) or self.page.at(first, Mark.CONJ)
        pointing = self.clauses.at(first, ClauseMark.AGAIN) or any(
            not self.page.glued(index + 1)  # "part-time"
            for index in self.clauses.which(indices, ClauseMark.SOME)
        )
        behind = first > self.figure.span.first
        dateline = len(indices) == 1 and len(self.text(indices)) >= DATELINE and self.text(indices).isupper()
        dateline = dateline and not behind and self.word(indices[0] + 1) != ":"
        changed = self.figure.mode in (Mode.FROM, Mode.TO)  # "a drop in reports from 221 to 195"
        changed = changed and self.clauses.at(first, ClauseMark.CHANGE_HEAD) > 0
        verb = self.is_verb(first) and not self.describes_noun(indices)
        grows = self.clauses.at(first, ClauseMark.GROWS) > 0 and not self.joined and not behind
        changed = changed or (grows and (len(indices) == 1 or not self.noun_behind(indices)))
        return not (opening or pointing or dateline or changed or verb)

    def describes_noun(self, indices: Sequence[int]) -> bool:
        """English: whether a participle begins a subject: "planted area was 40 hectares"."""
        if len(indices) < 2 or not (self.language.articles and self.linked):
            return False
        return self.noun_behind(indices) and self.naming.done(self.word(indices[0])) is not None

    def noun_behind(self, indices: Sequence[int]) -> bool:
        """Whether the first of some words describes the noun behind it: "growth rate", not "growth of"."""
        index = indices[1]
        joint = self.page.at(index, Mark.CONJ) or self.clauses.at(index, ClauseMark.PREPOSITION)
        return index == indices[0] + 1 and self.page.is_word(index) and not joint

    def caused(self) -> str:
        """What was taken to a number: "that brought the total number of cases to 40"."""
        before = self.clause.before
        if not before or not self.clauses.at(before[-1], ClauseMark.PREPOSITION):
            return ""
        for place in range(len(self.stated) - 1, -1, -1):
            if self.word(self.stated[place]) in self.naming.causing:
                what = self.clauses.trimmed(self.stated[place + 1 :], LEAD)
                named = self.clauses.content(what) > 1 and self.is_name(what)
                return self.text(what) if named else ""
        return ""
