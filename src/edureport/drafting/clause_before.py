"""ClauseBefore: which words of a sentence belong to a number behind them."""

from collections.abc import Sequence

from edureport.drafting.clause_figures import DASHES, JOINED, JOINING, ClauseFigures
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark, Mark

MOST_WORDS = 14  # that belong to a number behind it
MOST_BEFORE = 28  # and before it
REACH = 40  # words that are looked through for them
NEAR = 6  # words between a number and its modifier
LIST = 8  # words from a comma to the joint that shows it to be one of a list

STOPS = frozenset(";:!?…()[]|•")
_BETWEEN_ITEMS = frozenset(",;:()–—")


class ClauseBefore(ClauseFigures):
    """The words before the figures of a page by their tokens, looked for once."""

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
        if self.page.language.head_final or joint is None:
            return False
        return not any(map(self.is_verb, words[:joint])) and not any(
            self.page.at(index, Mark.CONJ) and index not in self.joints for index in words[: joint + 1]
        )

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
        words: list[int] = []
        if bracket - 1 in self.unit_tokens:
            return []  # "5 tonnes (89 %)"
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
        return rest if self.counts(rest) or len(rest) <= JOINED or self._has_verb(rest) else []

    def _has_verb(self, words: Sequence[int]) -> bool:
        """Whether words behind a joint are a clause of their own; in Kazakh its verb stands behind it."""
        changes = self.any_at(words, Mark.RISE, Mark.FALL)
        return not self.page.language.head_final and (changes or any(map(self.is_verb, words)))

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
