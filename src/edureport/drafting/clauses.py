"""Clauses: which words of a sentence belong to a number: those before it and those behind it."""

from collections.abc import Sequence

from edureport.drafting.clause_figures import DASHES, PARTING
from edureport.drafting.clause_lists import JOINED, ClauseLists
from edureport.drafting.clause_words import VERBS
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.times.times import Time

MOST_WORDS = 14  # that belong to a number behind it
MOST_BEFORE = 28  # and before it
REACH = 40  # words that are looked through for them
NEAR = 6  # words between a number and its modifier
LIST = 8  # words from a comma to the joint that shows it to be one of a list

STOPS = frozenset(";:!?…()[]|")
_BETWEEN_ITEMS = frozenset(",;:()–—")


class Clauses(ClauseLists):
    """The words around the figures of a page by their tokens, looked for once."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[Time]) -> None:
        super().__init__(page, figures, times)
        self._cut_short: set[int] = set()
        self._cut_before: set[int] = set()
        self._before: dict[int, list[int]] = {}  # what was found, by the first token of each number
        self._after: dict[int, list[int]] = {}

    def after(self, figure: Figure) -> list[int]:
        """The tokens behind the number that belong to it, without dates; looked for once."""
        first = figure.span[0]
        if first not in self._after:
            self._after[first] = self._find_after(figure)
        return self._after[first]

    def _find_after(self, figure: Figure) -> list[int]:
        page = self.page
        high = page.bounds(figure.span[0])[1]
        start = self._behind(self._behind_brackets(self._last[figure.span[0]], high), high)
        words: list[int] = []
        verb, index, rate = False, start, self._rate(figure)
        for index in range(start, min(high, start + REACH)):
            word = page.word(index)
            if index in self._starts or self._ends_clause(index, high) or len(words) == MOST_WORDS:
                break
            if word == "," and (verb or index == start or not self._lists(index, high)):
                break
            if self.at(index, ClauseMark.BREAK) or page.at(index, Mark.OPENER_STRONG):
                break
            if page.tokens[index].gap == "\n" and page.tokens[index].capital:
                break  # the next line of a list
            if words and self._begins_anew(index):
                return words[:-1]
            if index in rate:
                continue
            verb = verb or not VERBS.isdisjoint(page.begins[index]) or self._converb(word)
            if index not in self._dated and index not in self._insides:
                words.append(index)
        if index in self._starts:
            self._cut_short.add(figure.span[0])
        return self._cut(words, index)

    def is_cut_short(self, figure: Figure) -> bool:
        """Whether another number ends the words behind this one: what is said of it may stand behind both."""
        self.after(figure)
        return figure.span[0] in self._cut_short

    def _behind(self, index: int, high: int) -> int:
        """Where the words behind a number begin: «85 из них – в сельские школы»."""
        page = self.page
        begin = index + page.at(index, Mark.OPENER_STRONG)
        dash = page.word(begin) in DASHES and bool(page.tokens[begin].gap)
        begin += dash
        return begin if begin < high and page.tokens[begin].is_word else index

    def _rate(self, figure: Figure) -> range:
        """The tokens that make a rate of a unit: "/ha" behind "tonnes"."""
        last = figure.unit_span.last if figure.unit_span else figure.span.last
        beside = self.page.word(last) == "/" and self.page.is_word(last + 1)
        return range(last, last + 2) if figure.unit_span and beside else range(0)

    def _behind_brackets(self, index: int, high: int) -> int:
        """Where the words go on behind a number alone in brackets: "872,300 (851,500) learners"."""
        page = self.page
        if page.language.head_final or page.word(index) != "(" or index + 1 not in self._starts:
            return index
        close = next(
            (place for place in range(index + 1, min(high, index + NEAR)) if page.word(place) == ")"), 0
        )
        numbers = all(place in self._insides or not page.is_word(place) for place in range(index + 1, close))
        return close + 1 if close and numbers and page.is_word(close + 1) else index

    def _cut(self, words: list[int], index: int) -> list[int]:
        """The words behind a number without those that lead on to the next number, at `index`."""
        joints = [number for number, other in enumerate(words) if self._joins(other)]
        if index in self._starts and joints and len(words) - joints[-1] <= JOINED + 1:
            return words[: joints[-1]]
        return self._without_measure(words) if index in self._starts else words

    def _without_measure(self, words: list[int]) -> list[int]:
        """The words without what the next number measures: "finished [at a total cost of $5]"."""
        grammar = self.page.language.naming
        if not words or grammar is None or self.page.word(words[-1]) not in grammar.OF:
            return words
        for place in range(len(words) - 2, max(len(words) - 2 - JOINED, -1), -1):
            if self.at(words[place], ClauseMark.PREPOSITION):
                return words[:place]
        return words

    def _begins_anew(self, index: int) -> bool:
        """Whether a pronoun begins a clause with the joint before it: "allocated, and it is"."""
        grammar = self.page.language.naming
        if grammar is None or not grammar.PRONOUNS:
            return False
        joint = self.page.at(index - 1, Mark.JOIN) and not self.page.at(index - 1, Mark.TO)
        verb = joint and self.at(index, ClauseMark.AUXILIARY)  # "and had decided", but not "to be"
        pronoun = bool(verb) or self.page.word(index) in grammar.PRONOUNS
        return pronoun and self.page.at(index - 1, Mark.CONJ) > 0

    def before(self, figure: Figure) -> list[int]:
        """The tokens before the number that belong to it, without dates; looked for once."""
        first = figure.span[0]
        if first not in self._before:
            self._before[first] = self._find_before(figure)
        return self._before[first]

    def _find_before(self, figure: Figure) -> list[int]:
        page = self.page
        first = self._first[figure.span[0]]
        low = max(page.bounds(figure.span[0])[0], first - REACH)
        index = self._behind_name(first - 1, low)
        words: list[int] = []
        last = self._last[figure.span[0]]
        lined = last >= len(page.tokens) or page.tokens[last].gap in {"\n", "¶"}  # a name and its number
        while index >= low and len(words) < MOST_BEFORE:
            word = page.word(index)
            if word == ")" and words and (opening := self._before_brackets(index, low)) != index:
                index = opening  # "pupils with special needs (SEN) have risen to"
                continue
            if index in self._insides:
                return self._own_of(words)
            if word == "," and (start := self._over_comma(index, low, words)) is not None:
                words[:0] = self.undated(range(start, index + 1))
                index = start - 1
                continue
            if word == "," or self._ends_clause(index, first):
                break
            if size := self._breaks(index):
                return [other for other in words if other >= index + size]
            if index not in self._dated:
                words.insert(0, index)
            if lined and page.tokens[index].gap == "\n" and page.tokens[index].capital:
                break
            index -= 1
        if len(words) == MOST_BEFORE:
            self._cut_before.add(figure.span[0])
        return words

    def _over_comma(self, comma: int, low: int, words: Sequence[int]) -> int | None:
        """Where the words go on before a comma: at it in a list; None if they do not."""
        return comma if self._is_listed(words) else self._participles(comma, low, words)

    def _participles(self, comma: int, low: int, words: Sequence[int]) -> int | None:
        """Where a participle clause begins with its comma: «число лиц, обратившихся к врачу, составило»."""
        page = self.page
        grammar = page.language.naming
        linked = bool(words) or comma + 1 in self._insides  # «, составило 5», whose verb is a modifier
        if grammar is None or page.language.head_final or not linked or self.content(words):
            return None
        for index in range(comma - 1, max(low, comma - MOST_WORDS), -1):
            if index in self._insides or self._ends_clause(index, comma):
                return None
            if page.word(index) == ",":
                return index if grammar.follows(page.word(index + 1)) else None
        return None

    def _behind_name(self, index: int, low: int) -> int:
        """The token before a joint and brackets that end at one: "Media (CDs and tapes): 2.5 million"."""
        page = self.page
        if index >= low and page.word(index) in DASHES | {":"}:
            index -= 1 + (index > low and page.word(index - 1) in DASHES)  # «дефицит – -5»
            return self._before_brackets(index, low)
        return index if page.language.head_final else self._before_brackets(index, low)

    def _breaks(self, index: int) -> int:
        """The length of what begins another clause before a number; "saw a rise of" goes on with its verb."""
        size = self.at(index, ClauseMark.BREAK)
        object_ = self.page.at(index, Mark.ARTICLE) and self.page.is_word(index - 1)
        return 0 if object_ and index > self.page.bounds(index)[0] else size

    def is_cut_before(self, figure: Figure) -> bool:
        """Whether more words stand before a number than are looked at."""
        self.before(figure)
        return figure.span[0] in self._cut_before

    def _is_listed(self, words: Sequence[int]) -> bool:
        """Whether a comma before some words parts the items of a list: "aided, and unaided schools were"."""
        joint = next((place for place, index in enumerate(words[:LIST]) if self._joins(index)), None)
        if self.page.language.head_final or joint is None:
            return False
        return not any(map(self.is_verb, words[:joint])) and not any(
            self.page.at(index, Mark.CONJ) and not self._joins(index) for index in words[: joint + 1]
        )

    def _before_brackets(self, index: int, low: int) -> int:
        """The token before a pair of brackets that ends at a token: «дефицит (профицит) – 5»."""
        if self.page.word(index) != ")":
            return index
        for place in range(index - 1, max(low, index - NEAR) - 1, -1):
            if place in self._insides:
                return index
            if self.page.word(place) == "(":
                return place - 1
        return index

    def bracketed(self, figure: Figure) -> list[int]:
        """The words before the bracket that a number stands in: «жеңіл өнеркәсіп (107,8 %), сусындар (…)»."""
        page = self.page
        bracket = self._first[figure.span[0]] - 1
        low = page.bounds(figure.span[0])[0]
        if bracket <= low or not self.is_bracketed(figure):
            return []
        words: list[int] = []
        if bracket - 1 in self._units:
            return []  # "5 tonnes (89 %)"
        for index in range(bracket - 1, max(low, bracket - MOST_WORDS) - 1, -1):
            listed = page.word(index) in _BETWEEN_ITEMS or (words and self._joins(index))
            if words and self._joins(index) and len(words) == 1 and page.word(index - 1) not in {")", ","}:
                return []  # «парки развлечений и отдыха (…)»
            verb = self.is_verb(index) or self.at(index, ClauseMark.AUXILIARY)
            if listed or index in self._insides or (verb and not page.language.head_final):
                break
            if index not in self._dated:
                words.insert(0, index)
        return words

    def _own_of(self, words: list[int]) -> list[int]:
        """Of the words between two numbers those of the second: «50 классов и отремонтировано 12 залов»."""
        joints = [number for number, index in enumerate(words[:-1]) if self._joins(index)]  # not "fell to"
        rest = words[joints[-1] + 1 :] if joints else []
        return rest if self.counts(rest) or len(rest) <= JOINED or self._has_verb(rest) else []

    def _has_verb(self, words: Sequence[int]) -> bool:
        """Whether words behind a joint are a clause of their own; in Kazakh its verb stands behind it."""
        changes = any(self.page.at(index, mark) for index in words for mark in (Mark.RISE, Mark.FALL))
        return not self.page.language.head_final and (changes or any(map(self.is_verb, words)))

    def parts(self, index: int) -> bool:
        """Whether a sign or a joint parts what stands before a token from what stands behind it."""
        joint = self.page.at(index, Mark.CLAUSE_JOINT) or self.at(index, ClauseMark.BREAK)
        return self.page.word(index) in PARTING or bool(joint)

    def is_present(self, figure: Figure) -> bool:
        """Whether a verb of the figure's own says what is so; in Kazakh it may say what will be."""
        if self.page.language.head_final:
            return False
        return any(self.at(index, ClauseMark.STOCK) for index in (*self.before(figure), *self.after(figure)))

    def ends_change(self, figure: Figure) -> bool:
        """Whether the words before a number only name the change that ends with it: "a 2% decline to 40"."""
        before = self.before(figure)
        ends = len(before) > 1 and self.page.at(before[-1], Mark.TO) and not self.page.language.head_final
        return bool(ends) and self.at(before[-2], ClauseMark.GROWS) > 0

    def further(self, figure: Figure) -> list[int]:
        """The words before a number that follows another without a joint: «открыть 5 школ на 900 мест»."""
        page = self.page
        first = self._first[figure.span[0]]
        words: list[int] = []
        low = max(page.bounds(figure.span[0])[0], first - REACH)
        for index in range(first - 1, low - 1, -1):
            inside = index in self._insides
            if page.word(index) == "," or (not inside and self._ends_clause(index, first)):
                break
            if self._joins(index) or len(words) == MOST_WORDS:
                return []
            if not inside and index not in self._dated:
                words.insert(0, index)
        return words

    def begins_clause(self, index: int) -> bool:
        """Whether no word of the same clause stands before a token, but for a time."""
        page, before = self.page, index - 1
        while before in self._dated:
            before -= 1
        return before < page.bounds(index)[0] or not page.tokens[before].is_word

    def _ends_clause(self, index: int, high: int) -> bool:
        """Whether a sign ends the clause; a point within a sentence belongs to an abbreviation."""
        page, word = self.page, self.page.word(index)
        if word in STOPS:
            return True
        if word == ".":
            return index + 1 >= high
        return word in DASHES and bool(page.tokens[index].gap)

    def _lists(self, comma: int, high: int) -> bool:
        """Whether a comma stands between things of one list: «семинар, форум және тренингтер»."""
        page = self.page
        for index in range(comma + 1, min(high, comma + 1 + LIST)):
            if index in self._starts or self._ends_clause(index, high) or page.word(index) == ",":
                return False
            if page.at(index, Mark.JOIN) and page.word(index) not in DASHES:
                return index > comma + 1
        return False

    def _converb(self, word: str) -> bool:
        """Kazakh: whether a word ends a clause by its form: «ашылып», «өткізілді»."""
        return self.page.language.ends_clause(word)

    def sentence(self, figure: Figure) -> list[int]:
        """The words of the whole sentence, for figures that have too few of their own."""
        page = self.page
        low, high = page.bounds(figure.span[0])
        return [
            index
            for index in range(low, min(high, low + REACH))
            if index not in self._dated and index not in self._insides and page.tokens[index].is_word
        ][: 2 * MOST_WORDS]
