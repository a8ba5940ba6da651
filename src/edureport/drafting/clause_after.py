"""ClauseAfter: which words of a sentence belong to the number before them."""

from edureport.drafting.clause_before import LIST, MOST_WORDS, NEAR, REACH, ClauseBefore
from edureport.drafting.clause_figures import DASHES, JOINED, JOINING, PARTING
from edureport.drafting.clause_words import VERBS
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark, Mark


class ClauseAfter(ClauseBefore):
    """The words behind the figures of a page by their tokens."""

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
        numbers = all(
            place in self.stated or place in self.dated or place in self.unit_tokens for place in said
        )
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
        """The words without what the next number measures: "finished [at a total cost of $5]".

        In Russian that is what goes with it at once: «собрано зерна [при урожайности] 14 ц».
        """
        language = self.page.language
        ends = language.naming.measures_next or (words and self.page.word(words[-1]) in language.naming.of)
        if not words or not ends:
            return words
        for place in range(len(words) - 2, max(len(words) - 2 - JOINED, -1), -1):
            if self.at(words[place], ClauseMark.PREPOSITION):
                return words[:place]
        if len(words) == 1 or not language.naming.measured(self.page.word(words[-1])):
            return words
        described = (
            language.describes(self.page.word(words[-2]))
            or self.page.word(words[-2]) in language.naming.sizing
        )
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
        return comma == start or any(
            not VERBS.isdisjoint(page.begins[index]) or page.language.ends_clause(page.word(index))
            for index in said
        )
