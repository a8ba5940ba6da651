"""ClauseLists: figures with a noun each in one list: «12 мектеп, 3 колледж және 5 кітапхана ашылды»."""

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from edureport.drafting.clause_figures import DASHES, ClauseFigures
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.times.times import NamedTime

JOINED = 4  # words between a joint and the number that it leads to


class ClauseLists(ClauseFigures):
    """Which figures of a page share the words before the first of them or behind the last."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[NamedTime]) -> None:
        super().__init__(page, figures, times)
        joints = self.tokens_at(Mark.JOIN)  # where one such as "and" begins
        self.joints = frozenset(index for index in joints if page.word(index) not in DASHES)
        self._listed: dict[int, Sequence[Figure]] = {}  # by the first token of each number
        self._stating = [figure for figure in figures if figure.states]
        self._places = [figure.start for figure in self._stating]

    def listed(self, figure: Figure) -> Sequence[Figure]:
        """The figures of a list that this one stands in: «12 мектеп, 3 колледж және 5 кітапхана ашылды»."""
        if not self._listed:
            self._find_lists()
        return self._listed.get(figure.span.first, ())

    @cached_property
    def leading(self) -> AbstractSet[int]:
        """The first tokens of numbers that belong to words behind a colon: "12: Chairs rented 9: Guests"."""
        page, found, sentence = self.page, set[int](), -1
        for figure in self._stating:
            first, last = self.extent(figure)
            begins = first == page.bounds(first)[0] or page.tokens[first].gap == "\n"
            begins = begins or page.word(first - 1) == ")" or figure.sentence == sentence
            if begins and page.word(last) == ":" and page.is_word(last + 1):
                found.add(figure.span.first)
                sentence = figure.sentence
        return found

    @cached_property
    def paired(self) -> AbstractSet[int]:
        """English: the first tokens of numbers in a row of names and numbers: "North 12 South 9"."""
        found: set[int] = set()
        row: list[Figure] = []
        for figure in self._stating if self.page.language.articles else ():
            if not (row and self._is_named(range(self.extent(row[-1])[1], self.extent(figure)[0]))):
                row = []
            row.append(figure)
            named = self.page.is_word(self.extent(row[0])[0] - 1)
            if len(row) > 1 and named and not self._goes_on_in_line(figure):
                found.update(one.span.first for one in row)
        return found

    def _is_named(self, between: range) -> bool:
        """Whether what stands between two numbers is a name with a capital."""
        page = self.page
        named = 0 < len(between) < JOINED and page.tokens[between[0]].capital
        return named and all(map(page.is_word, between))

    def _goes_on_in_line(self, figure: Figure) -> bool:
        last = self.extent(figure)[1]
        return self.page.is_word(last) and self.page.tokens[last].gap != "\n"

    def following(self, figure: Figure) -> Figure | None:
        """The next figure of the same sentence."""
        place = bisect_right(self._places, figure.start)
        after = self._stating[place] if place < len(self._stating) else None
        return after if after and after.sentence == figure.sentence else None

    def _find_lists(self) -> None:
        row: list[Figure] = []
        for figure in self._stating:
            if row and not self._goes_on(row[-1], figure):
                row = []
            row.append(figure)
            self._listed[figure.span.first] = row

    def _goes_on(self, figure: Figure, following: Figure) -> bool:
        """Whether only a noun and a sign or a joint stand between two numbers: «12 мектеп, 3 колледж»."""
        page = self.page
        if page.sentence[figure.span.first] != page.sentence[following.span.first]:
            return False
        first, last = self.extent(figure)[1], self.extent(following)[0]
        between: Sequence[int] = range(first, last)
        if page.language.articles or page.language.head_final:
            between = self.undated(
                between
            )  # "open 2 schools by 2027 and 3 clubs", «3 үй, 2025 жылы 5 үй салынды»
        if not 1 < len(between) <= JOINED + 1 or self.at(first, ClauseMark.PREPOSITION):
            return False
        *noun, joint = between
        if page.word(joint) != "," and joint not in self.joints:
            return False
        return all(page.tokens[index].is_word and not self.is_verb(index) for index in noun)
