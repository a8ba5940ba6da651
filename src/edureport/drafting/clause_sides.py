"""ClauseSides: which words of a sentence belong to a number behind them, and which to one before them."""

from collections.abc import Sequence

from edureport.drafting.clause_words import (
    DASHES,
    JOINED,
    JOINING,
    LIST,
    MOST_BEFORE,
    MOST_WORDS,
    NEAR,
    PARTING,
    REACH,
    STOPS,
    VERBS,
    ClauseWords,
)
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark, Mark

_BETWEEN_ITEMS = frozenset(",;:()–—")


class ClauseSides(ClauseWords):
    """The words before and behind the figures of a page by their tokens."""

    def before(self, figure: Figure) -> list[int]:
        """The tokens before the number that belong to it, without dates; the last MOST_BEFORE of them."""
        page = self.page
        first, _, last = self.extents[figure.span[0]]
        low = max(page.bounds(figure.span[0])[0], first - REACH)
        index = self._behind_name(first - 1, low)
        words: list[int] = []
        lined = last >= len(page.tokens) or page.tokens[last].gap in {"\n", "¶"}  # a name and its number
        while index >= low and len(words) < MOST_BEFORE:
            word = page.word(index)
            if word == ")" and words and (opening := self._before_brackets(index, low)) != index:
                index = opening  # "pupils with special needs (SEN) have risen to"
                continue
            if index in self.stated:
                return words if figure.span[0] in self.paired else self._own_of(words)
            if word == ",":  # at it a list goes on, and before it what a participle clause describes
                start = index if self._is_listed(words) else self._participles(index, low, words)
                if start is None:
                    break
                words[:0] = self.undated(range(start, index + 1))
                index = start - 1
                continue
            if index not in self.words and self._ends_clause(index, first):
                break
            if index in self._opening and (size := self._breaks(index)):
                return [other for other in words if other >= index + size]
            if index not in self.dated:
                words.insert(0, index)
            if lined and page.tokens[index].gap == "\n" and page.tokens[index].capital:
                break
            index -= 1
        return words

    def _participles(self, comma: int, low: int, words: Sequence[int]) -> int | None:
        """Where a participle clause begins with its comma: «число лиц, обратившихся к врачу, составило»."""
        page = self.page
        linked = bool(words) or comma + 1 in self.stated  # «, составило 5», whose verb is a modifier
        if page.language.head_final or not linked or self.content(words):
            return None
        for index in range(comma - 1, max(low, comma - MOST_WORDS), -1):
            if index in self.stated or self._ends_clause(index, comma):
                return None
            if page.word(index) == ",":
                return index if page.language.naming.follows(page.word(index + 1)) else None
        return None

    def _behind_name(self, index: int, low: int) -> int:
        """The token before a joint and brackets that end at one: "Media (CDs and tapes): 2.5 million"."""
        page = self.page
        if index >= low and page.word(index) in JOINING:
            index -= 1 + (index > low and page.word(index - 1) in DASHES)  # «дефицит – -5»
            return self._before_brackets(index, low)
        return index if page.language.head_final else self._before_brackets(index, low)

    def _breaks(self, index: int) -> int:
        """The length of what begins another clause before a number; "saw a rise of" goes on with its verb."""
        size = self.at(index, ClauseMark.BREAK)
        object_ = size and self.page.at(index, Mark.ARTICLE) and self.page.is_word(index - 1)
        return 0 if object_ and index > self.page.bounds(index)[0] else size

    def _is_listed(self, words: Sequence[int]) -> bool:
        """Whether a comma before some words parts the items of a list: "aided, and unaided schools were"."""
        joint = next((place for place, index in enumerate(words[:LIST]) if index in self.joints), None)
        if self.page.language.head_final or joint is None or any(map(self.is_verb, words[:joint])):
            return False
        return not any(self.page.at(at, Mark.CONJ) and at not in self.joints for at in words[: joint + 1])

    def _before_brackets(self, index: int, low: int) -> int:
        """The token before a pair of brackets that ends at a token: «дефицит (профицит) – 5»."""
        if self.page.word(index) != ")":
            return index
        for place in range(index - 1, max(low, index - NEAR) - 1, -1):
            if place in self.stated:
                return index
            if self.page.word(place) == "(":
                return place - 1
        return index

    def bracketed(self, figure: Figure) -> list[int]:
        """The words before the bracket that a number stands in: «жеңіл өнеркәсіп (107,8 %), сусындар (…)»."""
        page = self.page
        bracket = self.extents[figure.span[0]].first - 1
        low = page.bounds(figure.span[0])[0]
        if bracket <= low or page.word(bracket) != "(":
            return []
        if bracket - 1 in self.unit_tokens:
            return []  # "5 tonnes (89 %)"
        words: list[int] = []
        for index in range(bracket - 1, max(low, bracket - MOST_WORDS) - 1, -1):
            listed = page.word(index) in _BETWEEN_ITEMS or (words and index in self.joints)
            if words and index in self.joints and len(words) == 1 and page.word(index - 1) not in {")", ","}:
                return []  # «парки развлечений и отдыха (…)»
            if listed or index in self.stated or (self.tells(index) and not page.language.head_final):
                break
            if index not in self.dated:
                words.insert(0, index)
        return words

    def _own_of(self, words: list[int]) -> list[int]:
        """Of the words between two numbers those of the second: «50 классов и отремонтировано 12 залов»."""
        joints = [number for number, index in enumerate(words[:-1]) if index in self.joints]  # not "fell to"
        rest = words[joints[-1] + 1 :] if joints else []
        if self.counts(rest) or len(rest) <= JOINED:
            return rest
        told = self.any_at(rest, Mark.RISE, Mark.FALL) or any(map(self.is_verb, rest))
        return rest if told and not self.page.language.head_final else []  # in Kazakh the verb is behind

    def further(self, figure: Figure) -> list[int]:
        """The words before a number that follows another without a joint: «открыть 5 школ на 900 мест»."""
        page = self.page
        first = self.extents[figure.span[0]].first
        words: list[int] = []
        low = max(page.bounds(figure.span[0])[0], first - REACH)
        for index in range(first - 1, low - 1, -1):
            inside = index in self.stated
            anew = inside and index + 1 in self.numbers and index + 1 not in self.stated  # «40 2-4 жастағы»
            if page.word(index) == "," or anew or (not inside and self._ends_clause(index, first)):
                break
            if index in self.joints or len(words) == MOST_WORDS:
                return []
            if not inside and index not in self.dated:
                words.insert(0, index)
        return words

    def begins_clause(self, index: int) -> bool:
        """Whether no word of the same clause stands before a token, but for a time."""
        page, before = self.page, index - 1
        while before in self.dated:
            before -= 1
        return before < page.bounds(index)[0] or not page.tokens[before].is_word

    def _ends_clause(self, index: int, high: int) -> bool:
        """Whether a sign ends the clause; a point within a sentence belongs to an abbreviation."""
        token = self.page.tokens[index]
        if token.text in STOPS:
            return True
        if token.text == ".":
            return index + 1 >= high
        halves = self.page.language.naming.is_halved(self.page.word(index - 1), self.page.word(index + 1))
        return token.text in DASHES and bool(token.gap) and not (token.text == "-" and halves)

    def after(self, figure: Figure) -> tuple[list[int], bool]:
        """The tokens behind the number that belong to it, without dates; whether another number ends them."""
        page, (first, _, end) = self.page, self.extents[figure.span[0]]
        high = page.bounds(figure.span[0])[1]
        start, inside = end + (figure.span[0] in self.leading), 0
        start = self._behind(start if page.language.head_final else self._behind_brackets(start, high), high)
        words: list[int] = []
        index, rate = start, self._rate(figure)
        for index in range(start, min(high, start + REACH)):
            token = page.tokens[index]
            if token.text == "(" and words and page.language.head_final:
                inside = max(inside, self._behind_brackets(index, high))
            if index < inside:
                continue
            if index in self.starts or len(words) == MOST_WORDS or index in self._breaking:
                break
            if not token.is_word and self._ends_list(index, start, high, rate):
                break
            if token.gap == "\n" and (token.capital or page.word(first - 1) in JOINING):
                break  # the next line of a list
            if words and index - 1 in self._conjunctions and self._begins_anew(index):
                return words[:-1], False
            if index not in rate and index not in self.dated and index not in self.stated:
                words.append(index)
        return self._cut(words, start, index), index in self.starts

    def _ends_list(self, index: int, start: int, high: int, rate: range) -> bool:
        """Whether a sign ends the clause of words from `start` on: so does a comma outside a list."""
        if self.page.word(index) == ",":
            return self._tells(start, index, rate) or not self._lists(index, high)
        return self._ends_clause(index, high)

    def _behind(self, index: int, high: int) -> int:
        """Where the words behind a number begin: «85 из них – в сельские школы»."""
        page = self.page
        if page.word(index) and page.tokens[index].gap == "\n":
            return index
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
        """Where the words go on behind a bracket: "872,300 (851,500) learners", «24 ауыл (96 %) …»."""
        page = self.page
        if page.word(index) != "(" or not (page.language.head_final or index + 1 in self.starts):
            return index
        near = range(index, min(high, index + NEAR))
        close = next((place for place in near if page.word(place) == ")"), None)
        if close is None:
            return index
        said = [place for place in range(index + 1, close) if page.is_word(place)]
        known = (self.stated, self.dated, self.unit_tokens)
        numbers = all(any(place in tokens for tokens in known) for place in said)
        return close + 1 if numbers and page.is_word(close + 1) else index

    def _cut(self, words: list[int], start: int, index: int) -> list[int]:
        """The words behind a number, from `start`, without those that lead on to the next one, at `index`."""
        age = self.page.language.head_final and start in self.numbers and start not in self.stated
        if age and index in self.starts:
            return []  # «балалар 40 2-4 жастағылар 50»
        joints = [number for number, other in enumerate(words) if other in self.joints]
        led = index in self.starts or (self.page.word(index) in DASHES and index + 1 in self.starts)
        if led and joints and len(words) - joints[-1] <= JOINED + 1:
            return words[: joints[-1]]
        return self._without_measure(words) if index in self.starts else words

    def _without_measure(self, words: list[int]) -> list[int]:
        """The words without what the next number measures: «собрано зерна [при урожайности] 14 ц»."""
        language = self.page.language
        ends = language.naming.measures_next or (words and self.page.word(words[-1]) in language.naming.of)
        if not words or not ends:
            return words
        for place in range(len(words) - 2, max(len(words) - 2 - JOINED, -1), -1):
            if self.at(words[place], ClauseMark.PREPOSITION):
                return words[:place]
        if len(words) == 1 or not language.naming.measured(self.page.word(words[-1])):
            return words
        before = self.page.word(words[-2])
        described = language.describes(before) or before in language.naming.sizing
        return words[: -1 - described]  # «домов общей площадью 40»

    def _begins_anew(self, index: int) -> bool:
        """Whether a pronoun begins a clause with the joint before it: "allocated, and it is"."""
        grammar = self.page.language.naming
        if not grammar.pronouns:
            return False
        joint = self.page.at(index - 1, Mark.JOIN) and not self.page.at(index - 1, Mark.TO)
        verb = joint and self.at(index, ClauseMark.AUXILIARY)  # "and had decided", but not "to be"
        return bool(verb) or self.page.word(index) in grammar.pronouns

    def parts(self, index: int) -> bool:
        """Whether a sign or a joint parts what stands before a token from what stands behind it."""
        joint = self.page.at(index, Mark.CLAUSE_JOINT) or self.at(index, ClauseMark.BREAK)
        return self.page.word(index) in PARTING or bool(joint)

    def _lists(self, comma: int, high: int) -> bool:
        """Whether a comma stands between things of one list: «семинар, форум және тренингтер»."""
        page = self.page
        for index in range(comma + 1, min(high, comma + 1 + LIST)):
            if index in self.starts or self._ends_clause(index, high) or page.word(index) == ",":
                return False
            if page.at(index, Mark.JOIN) and page.word(index) not in DASHES:
                return index > comma + 1
        return False

    def _tells(self, start: int, comma: int, rate: range) -> bool:
        """Whether the words before a comma have a verb, «ашылып», or there are none."""
        page = self.page
        said = [index for index in range(start, comma) if index not in rate]
        verb = any(not VERBS.isdisjoint(page.begins[index]) for index in said)
        return comma == start or verb or any(page.language.ends_clause(page.word(index)) for index in said)
