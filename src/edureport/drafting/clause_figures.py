"""ClauseFigures: the numbers of a page with their modifiers, their lists, and which tokens are dates."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from edureport.drafting.clause_words import ClauseWords
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark, Modifier
from edureport.prose.page import Page
from edureport.prose.times.times import NamedTime

ROW = 3  # numbers that make a row
LONGEST_CODE = 4  # letters of a currency
DASHES = frozenset("–-—")
JOINED = 4  # words between a joint and the number that it leads to
JOINING = frozenset("–-—:")  # signs between a name and its number: «доходы – 5 млн»
PARTING = frozenset(",;:()")  # that part a number from a unit or a time


class NumberExtent(NamedTuple):
    """Where a number stands: from its modifier, if that is before it, to the token behind both.

    `end` is the token behind the number, and behind its modifier if that follows at once.
    """

    first: int
    last: int
    end: int


class ClauseFigures(ClauseWords):
    """The figures among the words of a page; `times` are those that the text names."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[NamedTime]) -> None:
        super().__init__(page)
        bounds = (at for tag, at in page.where.items() if isinstance(tag, Modifier))
        self.modifiers = frozenset().union(*bounds)
        self.numbers = {index for figure in figures for index in range(*figure.span)}  # their tokens
        stating = [figure for figure in figures if figure.states]
        self.extents = {figure.span.first: self._extent(figure) for figure in stating}  # by first tokens
        self.starts = frozenset(extent.first for extent in self.extents.values())
        self.unit_tokens = {  # of units right behind a number
            figure.unit_span.first
            for figure in stating
            if figure.unit_span and figure.unit_span.first == self.extents[figure.span.first].end
        }
        self.stated = frozenset(  # the tokens of those that state something, with their modifiers
            index for first, _, end in self.extents.values() for index in range(first, end)
        ).union(*(figure.modifier_tokens for figure in stating))
        self.dated = self._without(figures, times)  # the tokens of dates, and of what governs them
        joints = self.tokens_at(Mark.JOIN)  # where one such as "and" begins
        self.joints = frozenset(index for index in joints if page.word(index) not in DASHES)
        self.leading, self.paired = self._find_leading(stating), self._find_paired(stating)
        self.shared = {page.sentence[index] for index in page.where.get(Mark.RESPECTIVELY, ())}
        self.following = {  # by the first token of a number, the next figure of the same sentence
            one.span.first: other for one, other in pairwise(stating) if one.sentence == other.sentence
        }
        self.listed = self._find_lists(stating)  # by it, those of the list that a figure stands in

    def rows(self, figures: Sequence[Figure]) -> frozenset[int]:
        """The first tokens of numbers in a row with no word between them: a table that lost its heads."""
        found: set[int] = set()
        row: list[int] = []
        for figure in figures:
            extent = self.extents.get(figure.span.first)
            if extent is None:
                continue
            near = row and self.page.sentence[extent.first] == self.page.sentence[row[-1]]
            between = range(self.extents[row[-1]].end, extent.first) if near else ()
            if not near or any(self.page.tokens[index].is_word for index in between):
                row = []
            row.append(figure.span.first)
            if len(row) >= ROW:
                found.update(row[-ROW:])
        return frozenset(found)

    def undated(self, indices: Sequence[int]) -> list[int]:
        """Tokens without those of dates."""
        return [index for index in indices if index not in self.dated]

    def _extent(self, figure: Figure) -> NumberExtent:
        """Where the number and its modifier stand: the one may follow the unit of the other."""
        (start, last), said, unit = figure.span, figure.modifier_tokens, figure.unit_span
        first = min(start, said.start) if said else start
        if unit and unit.last == first and self.page.at(unit.first, Mark.CURRENCY):  # "$5"
            first = unit.first
        if self._is_code(first - 1):  # "US$5", "GHC5"
            first -= 1
        end = said.stop if said.start == last else last
        return NumberExtent(first, max(end, said.stop), end)

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

    # Lists

    def _find_leading(self, stating: Sequence[Figure]) -> AbstractSet[int]:
        """The first tokens of numbers that belong to words behind a colon: "12: Chairs rented 9: Guests"."""
        page, found, sentence = self.page, set[int](), -1
        for figure in stating:
            first, last, _ = self.extents[figure.span.first]
            if page.word(last) != ":" or not page.is_word(last + 1):
                continue
            begins = first == page.bounds(first)[0] or page.tokens[first].gap == "\n"
            if begins or page.word(first - 1) == ")" or figure.sentence == sentence:
                found.add(figure.span.first)
                sentence = figure.sentence
        return found

    def _find_paired(self, stating: Sequence[Figure]) -> AbstractSet[int]:
        """English: the first tokens of numbers in a row of names and numbers: "North 12 South 9"."""
        found: set[int] = set()
        row: list[int] = []
        for figure in stating if self.page.language.articles else ():
            number, (first, last, _) = figure.span.first, self.extents[figure.span.first]
            if not (row and self._is_named(range(self.extents[row[-1]].last, first))):
                row = []
            row.append(number)
            named = self.page.is_word(self.extents[row[0]].first - 1)
            goes_on = self.page.is_word(last) and self.page.tokens[last].gap != "\n"
            if len(row) > 1 and named and not goes_on:
                found.update(row)
        return found

    def _is_named(self, between: range) -> bool:
        """Whether what stands between two numbers is a name with a capital."""
        page = self.page
        named = 0 < len(between) < JOINED and page.tokens[between[0]].capital
        return named and all(map(page.is_word, between))

    def _find_lists(self, stating: Sequence[Figure]) -> Mapping[int, Sequence[Figure]]:
        """The figures of each list, by the first tokens of its numbers: «12 мектеп, 3 колледж ашылды»."""
        found: dict[int, Sequence[Figure]] = {}
        row: list[Figure] = []
        for figure in stating:
            if row and not self._goes_on(row[-1], figure):
                row = []
            row.append(figure)
            found[figure.span.first] = row
        return found

    def _goes_on(self, figure: Figure, following: Figure) -> bool:
        """Whether only a noun and a sign or a joint stand between two numbers: «12 мектеп, 3 колледж»."""
        page = self.page
        if page.sentence[figure.span.first] != page.sentence[following.span.first]:
            return False
        first = self.extents[figure.span.first].last
        between: Sequence[int] = range(first, self.extents[following.span.first].first)
        if page.language.articles or page.language.head_final:
            # "open 2 schools by 2027 and 3 clubs", «3 үй, 2025 жылы 5 үй салынды»
            between = self.undated(between)
        if not 1 < len(between) <= JOINED + 1 or self.at(first, ClauseMark.PREPOSITION):
            return False
        *noun, joint = between
        if page.word(joint) != "," and joint not in self.joints:
            return False
        return all(page.tokens[index].is_word and not self.is_verb(index) for index in noun)
