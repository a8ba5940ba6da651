"""Neighbours: the words on both sides of a number, of which a label can be made."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from edureport.drafting.clause_before import MOST_WORDS
from edureport.drafting.clause_words import CHANGES, LEAD, LOOSE, Tags
from edureport.drafting.clauses import Clause
from edureport.prose.grammar.marks import ClauseMark, Mark

LINE_END = 4  # tokens behind the last number of a line: its unit and a point
MOST_BEFORE = 4  # words before a number that say where something was done
_AUXILIARY: Tags = frozenset({ClauseMark.AUXILIARY})
_LINKING: Tags = frozenset({*LOOSE, *CHANGES, ClauseMark.COPULA})
_OPENING, _CLOSING = frozenset("«“"), frozenset("»”")
_DASHES = frozenset("–—")
_POINTING = (ClauseMark.AGAIN, ClauseMark.PREPOSITION, ClauseMark.COPULA)


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
        if not self.generic:
            return False
        low, high = self.clause.bounds
        first, last = self.first, self.last
        high = next((index for index in range(last, min(high, last + 2)) if self.word(index) == "("), high)
        if first - low > MOST_WORDS or high - last > LINE_END:
            return False
        words = [index for index in range(last, high) if self.page.is_word(index)]
        if not all(map(self.is_unit, words)) or not self._names_line(low, first):
            return False
        before = self.clause.before
        marks = (Mark.DONE, Mark.PRESENT, *CHANGES, Mark.TO, Mark.FROM, Mark.BY)
        told = self.clauses.any_at(before, *marks)
        linked = len(self.stated) < len(self.before) or self.clauses.at(before[-1], ClauseMark.PREPOSITION)
        waits = self.language.head_final and self.waits(before[-1])
        waits = waits or (bool(words) and self.naming.is_past(self.word(first - 1)))  # "checked 5 cars"
        describes = self.language.articles and len(before) > 1 and self.naming.done(self.word(before[0]))
        named = before[1:] if describes else before  # "Registered readers 40"
        return not (told or linked or waits or any(map(self.is_verb, named)))

    def _names_line(self, low: int, first: int) -> bool:
        """Whether all words of a line before its number are its name, but for a bracket behind them."""
        before = self.clause.before
        bracket = self.word(first - 1) == ")"
        return bool(before) and before == list(range(low, before[-1] + 1 if bracket else first))

    def unquoted(self, indices: Sequence[int]) -> Sequence[int]:
        """Words without the sign at their begin or end that opens or closes a longer speech."""
        if self.clauses.words.issuperset(indices):
            return indices
        signs = [index for index in indices if index not in self.clauses.words]
        opens = [index for index in signs if self.word(index) in _OPENING]
        closes = [index for index in signs if self.word(index) in _CLOSING]
        if len(opens) == len(closes):
            return indices
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
        last = self.last
        high = page.bounds(self.figure.span.first)[1]
        while last < high and self.is_unit(last):
            last += 1
        if last + 1 >= high or page.word(last) not in _DASHES or not page.tokens[last].gap:
            return ""
        words: list[int] = []
        for index in range(last + 1, high):
            if index in clauses.stated or clauses.parts(index):
                break
            words.append(index)
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
