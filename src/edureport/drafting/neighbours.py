"""The words on both sides of a number, of which a label can be made."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from edureport.drafting.clause_words import CHANGES, LEAD, LOOSE, MOST_WORDS, Tags
from edureport.drafting.clauses import Clause
from edureport.prose.figures.figure import Mode
from edureport.prose.grammar.marks import ClauseMark, Mark

LINE_END = 4  # tokens behind the last number of a line: its unit and a point
MOST_BEFORE = 4  # words before a number that say where something was done
_AUXILIARY: Tags = frozenset({ClauseMark.AUXILIARY})
_LINKING: Tags = frozenset({*LOOSE, *CHANGES, ClauseMark.COPULA})
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_DASHES = frozenset("–—")
_POINTING = (ClauseMark.AGAIN, ClauseMark.PREPOSITION, ClauseMark.COPULA)
_TOTALLING = frozenset({Mark.TOTAL, Mark.OPENER_STRONG})
_LINKS = frozenset({Mark.TO, Mark.BY, Mark.FROM, Mark.AGAINST})
DATELINE = 5  # letters of a word in capitals that names a place or an agency


class Neighbours(ABC):
    """The words around one figure: what stands before it, `stated`, and behind it, `after`."""

    def __init__(self, clause: Clause) -> None:
        clauses, figure = clause.clauses, clause.figure
        self.clause, self.clauses, self.figure, self.page = clause, clauses, figure, clause.page
        self.word, self.text = clause.page.word, clauses.text
        self.is_verb, self.says = clauses.is_verb, clauses.says
        self.language = clauses.page.language
        self.naming = self.language.naming
        self.generic, unit = clause.generic, figure.unit  # whether the unit does not say what is counted
        self.people = unit in self.language.people or unit in self.language.persons  # pupils, patients
        # Tonnes, times: whether the unit is a measure, and neither people nor a share.
        measures = self.generic and figure.unit_span is not None and not figure.percent
        self.measures = measures and unit not in self.language.people
        self.units = self._unit_tokens()  # both words of «шаршы метр»
        before = self.unquoted(clause.before)
        led = clause.led if before is clause.before else clauses.trimmed(before, LEAD)
        self.before = clauses.trimmed(led, tail=LOOSE)
        self.stated = clauses.trimmed(led, tail=_LINKING)
        end = clause.end  # "40 and counting", but not "5 million to the schools"
        behind = () if end in clauses.joints and not self.page.at(end, Mark.TO) else clause.after
        after = clauses.trimmed(behind, LEAD, LOOSE)
        more = clauses.at(after[0], ClauseMark.MORE) if after else 0
        if 0 < more < len(after) and self.language.is_counted(self.word(after[more])):
            after = after[more:]  # "20 more schools", but not "20 more and"
        self.after = self.unquoted(clauses.trimmed(after, _AUXILIARY))
        self.rest = [index for index in self.after if index not in self.units]
        self.predicate = len(self.after) < len(after)  # "were enrolled": of something that was named before
        first, last = self.first, self.last = clause.first, clause.last
        self.joined = clause.is_joined and first > clause.bounds[0]
        own = self.page.at(last, Mark.OF_THEM)  # "113 of those to the main library"
        self.joined = (self.joined or figure.span.first in clauses.paired or self._fills_line()) and not own
        verb = clauses.any_at(figure.modifier_tokens, ClauseMark.COPULA)
        was = before and before[-1] == first - 1 and self.word(before[-1]) in self.naming.being
        self.linked = bool(self.joined or verb or was or len(self.stated) < len(self.before))

    def _fills_line(self) -> bool:
        """Whether a sentence is a name and this number, and nothing else: "Readers 2,405"."""
        (low, high), first, last = self.clause.bounds, self.first, self.last
        high = next((index for index in range(last, min(high, last + 2)) if self.word(index) == "("), high)
        if not self.generic or first - low > MOST_WORDS or high - last > LINE_END:
            return False
        words, before = [*filter(self.page.is_word, range(last, high))], self.clause.before
        # All words before the number are its name, but for a bracket behind them.
        name = range(low, before[-1] + 1 if before and self.word(first - 1) == ")" else first)
        if not all(map(self.is_unit, words)) or not before or before != [*name]:
            return False
        marks = (Mark.DONE, Mark.PRESENT, *CHANGES, Mark.TO, Mark.FROM, Mark.BY)
        told = self.clauses.any_at(before, *marks)
        linked = len(self.stated) < len(self.before) or self.clauses.at(before[-1], ClauseMark.PREPOSITION)
        waits = self.language.head_final and self.waits(before[-1])
        waits = waits or (bool(words) and self.naming.is_past(self.word(first - 1)))  # "checked 5 cars"
        describes = self.language.articles and len(before) > 1 and self.naming.done(self.word(before[0]))
        named = before[1:] if describes else before  # "Registered readers 40"
        return not (told or linked or waits or any(map(self.is_verb, named)))

    def unquoted(self, indices: Sequence[int]) -> Sequence[int]:
        """Words without the sign at their begin or end that opens or closes a longer speech."""
        if self.clauses.words.issuperset(indices):
            return indices
        signs = [index for index in indices if index not in self.clauses.words]
        opens = [index for index in signs if self.word(index) in _OPENING]
        closes = [index for index in signs if self.word(index) in _CLOSING]
        if indices[0] in opens and not closes:
            return indices[1:]
        return indices[:-1] if indices[-1] in closes and not opens else indices

    def waits(self, index: int) -> bool:
        """Whether a word waits for others: «мүмкіндік беретін 5 млн теңге», «ҰБТ-ға 5 адам»."""
        word = self.word(index)
        return self.naming.done(word) == word or self.word(index - 1) == "-" or self.naming.hangs(word)

    def named_behind(self) -> str:
        """The name behind a dash: «из них 12 человек – жители сёл»; nothing if there is none."""
        page, clauses = self.page, self.clauses
        if not self.generic or self.says(self.stated) or self.joined:
            return ""
        high = page.bounds(self.figure.span.first)[1]
        last = next((index for index in range(self.last, high) if not self.is_unit(index)), high)
        if last + 1 >= high or page.word(last) not in _DASHES or not page.tokens[last].gap:
            return ""
        ends = (index for index in range(last + 1, high) if index in clauses.stated or clauses.parts(index))
        words = range(last + 1, next(ends, high))
        pointing = words and clauses.any_at(words[:1], *_POINTING)
        if not self.says(words) or len(words) > MOST_WORDS or pointing or words[-1] + 1 in clauses.numbers:
            return ""
        return self.text(clauses.trimmed(words, LEAD, LOOSE))

    @abstractmethod
    def label(self) -> str:
        """A label in the dictionary form; nothing if the words make none."""

    def is_unit(self, index: int) -> bool:
        return index in self.units

    def _unit_tokens(self) -> range:
        span, unit = self.figure.unit_span, self.figure.unit
        if span is None:
            return range(0)
        double = unit in self.language.measures and self.word(span.last).startswith(unit or "-")
        double = double or self.word(span.first) in self.language.naming.powers  # «шаршы шақырым»
        return range(span.first, span.last + double)


class Subjects(Neighbours):
    """What stands before the number of one figure: its subject, or what it is the number of."""

    def __init__(self, clause: Clause) -> None:
        super().__init__(clause)
        tells = (place for place, index in enumerate(self.after) if place and self.clauses.tells(index))
        verb = next(tells, len(self.after))
        self.noun_and_verb = self.after[:verb], self.after[verb:]  # behind the number, with what follows
        before, page = self.first - 1, self.page
        # A preposition stands before the number: «в 53 случаях» does not count the cases.
        self.governed = self.clauses.at(before, ClauseMark.PREPOSITION) > 0 and before >= clause.bounds[0]
        self.governed = self.governed and page.ends[before].keys().isdisjoint(_TOTALLING)  # "a total of"
        # It says where or to whom, and links no subject with the number.
        self.placed = self.governed and page.ends[before].keys().isdisjoint(_LINKS)
        self.placed = self.placed and not self.clauses.links(before)

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
        if any(self.word(index) in self.naming.pronouns for index in self.stated):
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
        some = self.clauses.which(indices, ClauseMark.SOME)
        pointing = not all(self.page.glued(index + 1) for index in some)  # "part-time"
        pointing = pointing or self.clauses.at(first, ClauseMark.AGAIN) > 0
        behind = first > self.figure.span.first
        dateline = len(indices) == 1 and len(self.text(indices)) >= DATELINE and self.text(indices).isupper()
        dateline = dateline and not behind and self.word(indices[0] + 1) != ":"
        changed = self.figure.mode in (Mode.FROM, Mode.TO)  # "a drop in reports from 221 to 195"
        changed = changed and self.clauses.at(first, ClauseMark.CHANGE_HEAD) > 0
        may_describe = len(indices) > 1 and self.language.articles and self.linked
        form = self.naming.done(self.word(first)) if may_describe and self.noun_behind(indices) else None
        verb = self.is_verb(first) and form is None  # but "planted area was 40 hectares"
        grows = self.clauses.at(first, ClauseMark.GROWS) > 0 and not self.joined and not behind
        changed = changed or (grows and (len(indices) == 1 or not self.noun_behind(indices)))
        return not (opening or pointing or dateline or changed or verb)

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
