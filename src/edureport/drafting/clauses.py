"""Clauses: which words of a sentence belong to a number, and which of them say what something is."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.units import PERCENT
from edureport.prose.grammar.marks import Annotation, ClauseMark, Mark, Modifier
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.page import Page
from edureport.prose.times.times import Time

MOST_WORDS = 14  # that belong to a number behind it
MOST_BEFORE = 18  # and before it
REACH = 40  # words that are looked through for them
ROW = 3  # numbers that make a row
NEAR = 6  # words between a number and its modifier
JOINED = 4  # words between a joint and the number that it leads to
DESCRIBING = 2  # words between a number and the noun that it counts
LIST = 8  # words from a comma to the joint that shows it to be one of a list

STOPS = frozenset(";:!?…()[]|")
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"%0123456789')
_DASHES = frozenset("–-—")
_BETWEEN_ITEMS = frozenset(",;:()–—")
_PARTS = frozenset(",;:()")  # that part a number from a unit
_VERBS = frozenset({Mark.DONE, Mark.PRESENT, Mark.PLAN, Mark.RISE, Mark.FALL, Mark.REACH, Mark.MODAL})
_EMPTY = _VERBS | {Mark.CONJ, Mark.JOIN, Mark.NOT_NOUN, Mark.TOTAL, Mark.PERCENT, Mark.POINTS, Mark.EACH,
                   Mark.ARTICLE}  # fmt: skip
_POINTING = frozenset({ClauseMark.COPULA, ClauseMark.AGAIN})

Tags = Sequence[ClauseMark | Mark]


class Clauses:
    """The words around the figures of a page by their tokens; `times` are those that the text names."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[Time]) -> None:
        self.page = page
        self._begins, self._ends = page.language.clause_phrases.mark([token.text for token in page.tokens])
        self._numbers = {index for figure in figures for index in range(*figure.span)}
        self._first: dict[int, int] = {}  # by the first token of each number, that of its modifier
        self._last: dict[int, int] = {}  # and the token behind both
        self._modifier: dict[int, range] = {}
        for figure in figures:
            if figure.states:
                self._measure(figure)
        self._starts = frozenset(self._first.values())
        self._insides = frozenset(
            index for start in self._first for index in range(self._first[start], self._last[start])
        ).union(*self._modifier.values())
        self._dated = self._without(figures, times)
        self._telling = frozenset(filter(self._tells, range(len(page.tokens))))
        self._verbs: dict[int, bool] = {}  # what was found, by the token
        self._shared = {
            page.sentence[index] for index, tags in enumerate(self._begins) if ClauseMark.RESPECTIVELY in tags
        }
        self._cut_short: set[int] = set()
        self._before: dict[int, list[int]] = {}  # what was found, by the first token of each number
        self._after: dict[int, list[int]] = {}

    def extent(self, figure: Figure) -> tuple[int, int]:
        """The first token of a number with its modifier, and the one behind them."""
        first = figure.span[0]
        return self._first[first], max(self._last[first], self._modifier[first].stop)

    def stands_alone(self, figure: Figure, first: int, last: int) -> bool:
        """Whether these tokens surely say the same without their sentence; else they have to be read.

        They do if they hold the number in digits with its modifier, no other number and no other modifier,
        and if no number is so near that it could lend a multiplier.
        """
        page, (start, end) = self.page, figure.span
        said = figure.modifier_span or figure.span
        digits = page.tokens[start].is_digits and not page.counts(end) and not page.counts(end + 1)
        if not digits or figure.quantity is None or YEARS.start <= figure.quantity.stated < YEARS.stop:
            return False
        others = [index for index in (*range(first, start), *range(end, last)) if index not in range(*said)]
        tags = (tag for index in others for tag in page.begins[index])
        return self._numbers.isdisjoint(others) and not any(isinstance(tag, Modifier) for tag in tags)

    def unit_beside(self, figure: Figure) -> str | None:
        """The lemma of what is counted, if that stands beside the number; None if it may be another's.

        Of words that are not known only those count that follow the number and look like a noun.
        """
        page, span = self.page, figure.unit_span
        if figure.percent or figure.unit == PERCENT:
            return PERCENT
        if figure.unit is None or span is None:
            return None
        first, last = figure.span
        between = range(last, span.first) if span.first >= last else range(span.last, first)
        if any(index in self._numbers or page.word(index) in _PARTS for index in between):
            return None
        if figure.unit in page.language.lemmas:
            return figure.unit
        grammar = page.language.naming
        beside = 0 <= span.first - self._last[first] <= DESCRIBING
        return figure.unit if beside and grammar and grammar.is_counted(page.word(span.first)) else None

    def is_joined(self, figure: Figure) -> bool:
        """Whether a dash or a colon stands between a name and this number: «доходы – 5 млн»."""
        return self.page.word(self._first[figure.span[0]] - 1) in _DASHES | {":"}

    def approval(self) -> int | None:
        """Where a text approves what follows, so that its figures are planned; None if it does not."""
        for index, tags in enumerate(self._begins):
            if ClauseMark.APPROVES in tags:
                return self.page.tokens[index].start
        return None

    def rows(self, figures: Sequence[Figure]) -> frozenset[int]:
        """The first tokens of numbers in a row with no word between them: a table that lost its heads."""
        found: set[int] = set()
        row: list[int] = []
        for figure in figures:
            first = self._first.get(figure.span.first)
            if first is None:
                continue
            near = row and self.page.sentence[first] == self.page.sentence[row[-1]]
            between = range(self._last[row[-1]], first) if near else ()
            if not near or any(self.page.tokens[index].is_word for index in between):
                row = []
            row.append(figure.span.first)
            if len(row) >= ROW:
                found.update(row[-ROW:])
        return frozenset(found)

    def is_shared(self, figure: Figure) -> bool:
        """Whether its sentence has a word such as "respectively": which number is whose stands elsewhere."""
        return figure.sentence in self._shared

    def is_stated(self, index: int) -> bool:
        """Whether a token belongs to a number that states something, or to its modifier."""
        return index in self._insides

    def is_number(self, index: int) -> bool:
        """Whether a token belongs to a number."""
        return index in self._numbers

    def is_against(self, figure: Figure) -> bool:
        """Whether a number follows a word such as "against"."""
        first = self._first[figure.span[0]]
        return self.page.till(first - 1, Mark.AGAINST) > 0 and not self.page.language.head_final

    def _measure(self, figure: Figure) -> None:
        """Note where the number and its modifier stand: the one may follow the unit of the other."""
        first, last = figure.span
        said = range(*figure.modifier_span) if figure.modifier_span else range(0)
        self._modifier[first] = said
        self._first[first] = min(first, said.start) if said else first
        if figure.unit_span and figure.unit_span.last == self._first[first]:  # "$5"
            self._first[first] = figure.unit_span.first
        self._last[first] = said.stop if said.start == last else last

    def _without(self, figures: Sequence[Figure], times: Sequence[Time]) -> set[int]:
        """The tokens of dates, with the words that govern them."""
        page = self.page
        dated = {
            index for figure in figures if figure.kind is FigureKind.DATE for index in range(*figure.span)
        }
        index = 0
        for time in times:
            while index < len(page.tokens) and page.tokens[index].start < time.start:
                index += 1
            while index < len(page.tokens) and page.tokens[index].start < time.end:
                dated.add(index)
                index += 1
        dated -= self._insides
        for index in sorted(dated):
            end = index - 1
            while end >= 0 and end not in dated and (size := self._ends[end].get(ClauseMark.BEFORE, 0)):
                dated.update(range(end - size + 1, end + 1))
                end -= size
        for index in sorted(dated, reverse=True):
            if size := self.at(index + 1, ClauseMark.AFTER):
                dated.update(range(index + 1, index + 1 + size))
        return dated

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
            if index in rate:
                continue
            verb = verb or not _VERBS.isdisjoint(page.begins[index]) or self._converb(word)
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
        dash = page.word(begin) in _DASHES and bool(page.tokens[begin].gap)
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
        return words

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
        index = first - 1
        if index >= low and page.word(index) in _DASHES | {":"}:
            index -= 1 + (index > low and page.word(index - 1) in _DASHES)  # «дефицит – -5»
            index = self._before_brackets(index, low)
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
            if word == "," and self._is_listed(words):
                words.insert(0, index)
                index -= 1
                continue
            if word == "," or self._ends_clause(index, first) or self.at(index, ClauseMark.BREAK):
                break
            if index not in self._dated:
                words.insert(0, index)
            if lined and page.tokens[index].gap == "\n" and page.tokens[index].capital:
                break
            index -= 1
        return words

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

    def is_bracketed(self, figure: Figure) -> bool:
        """Whether a number begins what stands in brackets."""
        return self.page.word(self._first[figure.span[0]] - 1) == "("

    def bracketed(self, figure: Figure) -> list[int]:
        """The words before the bracket that a number stands in: «жеңіл өнеркәсіп (107,8 %), сусындар (…)»."""
        page = self.page
        bracket = self._first[figure.span[0]] - 1
        low = page.bounds(figure.span[0])[0]
        if bracket <= low or not self.is_bracketed(figure):
            return []
        words: list[int] = []
        for index in range(bracket - 1, max(low, bracket - MOST_WORDS) - 1, -1):
            listed = page.word(index) in _BETWEEN_ITEMS or (words and self._joins(index))
            verb = self.is_verb(index) or self.at(index, ClauseMark.AUXILIARY)
            if listed or index in self._insides or (verb and not page.language.head_final):
                break
            if index not in self._dated:
                words.insert(0, index)
        return words

    def _own_of(self, words: list[int]) -> list[int]:
        """Of the words between two numbers those of the second: «50 классов и отремонтировано 12 залов»."""
        joints = [number for number, index in enumerate(words) if self._joins(index)]
        rest = words[joints[-1] + 1 :] if joints else []
        return rest if self.counts(rest) or len(rest) <= JOINED else []

    def _joins(self, index: int) -> bool:
        return self.page.at(index, Mark.JOIN) > 0 and self.page.word(index) not in _DASHES

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
        return word in _DASHES and bool(page.tokens[index].gap)

    def _lists(self, comma: int, high: int) -> bool:
        """Whether a comma stands between things of one list: «семинар, форум және тренингтер»."""
        page = self.page
        for index in range(comma + 1, min(high, comma + 1 + LIST)):
            if index in self._starts or self._ends_clause(index, high) or page.word(index) == ",":
                return False
            if page.at(index, Mark.JOIN) and page.word(index) not in _DASHES:
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

    # What words are

    @cached_property
    def kinds(self) -> Mapping[int, IndicatorKind]:
        """The kinds that words tell, by the tokens that they begin at."""
        return {
            index: IndicatorKind.FLOW if ClauseMark.FLOW in tags else IndicatorKind.STOCK
            for index, tags in enumerate(self._begins)
            if ClauseMark.FLOW in tags or ClauseMark.STOCK in tags
        }

    def at(self, index: int, tag: ClauseMark) -> int:
        """The length of the phrase with a tag of `words` that begins at a token; 0 if there is none."""
        return self._begins[index].get(tag, 0) if index < len(self._begins) else 0

    def links(self, index: int) -> bool:
        """Whether the words up to a token link a subject with a number: "amounted to"."""
        return ClauseMark.COPULA in self._ends[index]

    def is_verb(self, index: int) -> bool:
        """Whether a word says what was done or what is so; looked for once."""
        if index not in self._verbs:
            self._verbs[index] = self._find_verb(index)
        return self._verbs[index]

    def _find_verb(self, index: int) -> bool:
        page = self.page
        if ClauseMark.MEASURED in self._begins[index] or not page.tokens[index].is_word:
            return False
        word = page.word(index)
        if page.language.describes(word):
            return False
        told = index in self.kinds or Mark.DONE in page.begins[index] or Mark.PRESENT in page.begins[index]
        grammar = page.language.naming
        return told or page.language.is_verbal(word) or (grammar is not None and grammar.is_finite(word))

    def is_on_top(self, figure: Figure) -> bool:
        """Whether a number comes on top of what there is: «ещё 2 школы», "2 more schools"."""
        first, last = self.extent(figure)
        before = self._ends[first - 1] if first else {}
        return ClauseMark.ON_TOP in before or self.at(last, ClauseMark.MORE) > 0

    def counts(self, indices: Sequence[int]) -> bool:
        """Whether some words call what follows a number of things: «число школ», "the number of"."""
        return any(self.page.at(index, Mark.NUMBER_OF) for index in indices)

    def content(self, indices: Sequence[int]) -> int:
        """How many of the tokens say what something is."""
        return sum(index in self._telling for index in indices)

    def _tells(self, index: int) -> bool:
        page = self.page
        return (
            page.tokens[index].is_word
            and _EMPTY.isdisjoint(page.begins[index])
            and _POINTING.isdisjoint(self._begins[index])
        )

    def trimmed(self, indices: Sequence[int], head: Tags, tail: Tags) -> Sequence[int]:
        """The tokens without signs and phrases of these tags at the beginning and the end."""
        page, kept = self.page, list(indices)
        while kept:
            size = _longest(self._begins[kept[0]], page.begins[kept[0]], head)
            if not size and (page.tokens[kept[0]].is_word or page.word(kept[0]) in _OPENING):
                break
            del kept[: max(size, 1)]
        while kept:
            size = _longest(self._ends[kept[-1]], page.ends[kept[-1]], tail)
            if not size and (page.tokens[kept[-1]].is_word or page.word(kept[-1])[-1] in _CLOSING):
                break
            del kept[-max(size, 1) :]
        return kept

    def text(self, indices: Sequence[int]) -> str:
        """The words at some tokens as they are written, with the gaps that the text has between them."""
        page = self.page
        parts: list[str] = []
        for number, index in enumerate(indices):
            token = page.tokens[index]
            close = number and not token.gap and indices[number - 1] == index - 1
            if number and not close:
                parts.append(" ")
            parts.append(page.text[token.start : token.end])
        return "".join(parts)


def _longest(own: Mapping[ClauseMark, int], marks: Mapping[Annotation, int], tags: Tags) -> int:
    """The length of the longest phrase with one of these tags; 0 if there is none."""
    if not own and not marks:
        return 0  # most words
    lengths = [size for tag, size in own.items() if tag in tags]
    return max(lengths + [size for tag, size in marks.items() if tag in tags], default=0)
