"""ClauseFigures: where the numbers of a page stand with their modifiers, and which tokens are dates."""

from collections.abc import Sequence

from edureport.drafting.clause_words import ClauseWords
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark, Modifier
from edureport.prose.page import Page
from edureport.prose.times.times import NamedTime

ROW = 3  # numbers that make a row
LONGEST_CODE = 4  # letters of a currency
DASHES = frozenset("–-—")
PARTING = frozenset(",;:()")  # that part a number from a unit or a time


class ClauseFigures(ClauseWords):
    """The figures among the words of a page; `times` are those that the text names."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[NamedTime]) -> None:
        super().__init__(page)
        self.modifiers = frozenset().union(
            *(at for tag, at in page.where.items() if isinstance(tag, Modifier))
        )
        self.numbers = {index for figure in figures for index in range(*figure.span)}  # their tokens
        self._first: dict[int, int] = {}  # by the first token of each number, that of its modifier
        self._last: dict[int, int] = {}  # and the token behind both
        self._extents: dict[int, tuple[int, int]] = {}
        for figure in figures:
            if figure.states:
                self._measure(figure)
        self.starts = frozenset(self._first.values())  # of those that state something, with their modifiers
        self.unit_tokens = {  # of units right behind a number
            figure.unit_span.first
            for figure in figures
            if figure.states and figure.unit_span and figure.unit_span.first == self._last[figure.span[0]]
        }
        self.stated = frozenset(  # the tokens of these
            index for start in self._first for index in range(self._first[start], self._last[start])
        ).union(*(figure.modifier_tokens for figure in figures if figure.states))
        self.dated = self._without(figures, times)  # the tokens of dates, and of what governs them
        self.shared = {page.sentence[index] for index in page.where.get(Mark.RESPECTIVELY, ())}

    def extent(self, figure: Figure) -> tuple[int, int]:
        """The first token of a number with its modifier, and the one behind them."""
        return self._extents[figure.span.first]

    def end(self, figure: Figure) -> int:
        """The token behind a number, and behind its modifier if that follows at once."""
        return self._last[figure.span[0]]

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

    def undated(self, indices: Sequence[int]) -> list[int]:
        """Tokens without those of dates."""
        return [index for index in indices if index not in self.dated]

    def _measure(self, figure: Figure) -> None:
        """Note where the number and its modifier stand: the one may follow the unit of the other."""
        first, last = figure.span
        said = figure.modifier_tokens
        self._first[first] = min(first, said.start) if said else first
        unit = figure.unit_span
        if unit and unit.last == self._first[first] and self.page.at(unit.first, Mark.CURRENCY):  # "$5"
            self._first[first] = unit.first
        if self._is_code(self._first[first] - 1):  # "US$5", "GHC5"
            self._first[first] -= 1
        self._last[first] = said.stop if said.start == last else last
        self._extents[first] = self._first[first], max(self._last[first], said.stop)

    def _is_code(self, index: int) -> bool:
        """Whether a word in capitals stands right before a number or the sign of its currency."""
        token = self.page.tokens[index] if index >= 0 else None
        short = token is not None and token.is_word and len(token.text) <= LONGEST_CODE
        return bool(token and short and self.page.glued(index + 1) and self._in_capitals(index))

    def _in_capitals(self, index: int) -> bool:
        token = self.page.tokens[index]
        return self.page.text[token.start : token.end].isupper()

    def _without(self, figures: Sequence[Figure], times: Sequence[NamedTime]) -> set[int]:
        """The tokens of dates, with the words that govern them."""
        dated = {
            index for figure in figures if figure.kind is FigureKind.DATE for index in range(*figure.span)
        }
        dated.update(index for one in times if one.time for index in range(one.first, one.last))
        dated -= self.stated
        for index in sorted(dated):
            end = index - 1
            while end >= 0 and end not in dated and (size := self._ends[end].get(ClauseMark.BEFORE, 0)):
                dated.update(range(end - size + 1, end + 1))
                end -= size
        for index in sorted(dated, reverse=True):
            if size := self.at(index + 1, ClauseMark.AFTER):
                dated.update(range(index + 1, index + 1 + size))
        return dated
