"""ClauseWords: the words and the numbers of a page, and which words are nouns, verbs, dates or empty."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial
from itertools import pairwise
from typing import Any, NamedTuple

from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark, Modifier
from edureport.prose.page import Marks, Page, beginnings
from edureport.prose.times.times import NamedTime

_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"%0123456789')
CHANGES = (Mark.RISE, Mark.FALL, Mark.REACH)
VERBS = frozenset({Mark.DONE, Mark.PRESENT, Mark.PLAN, Mark.MODAL, *CHANGES})
_EMPTY = VERBS | {Mark.CONJ, Mark.JOIN, Mark.NOT_NOUN, Mark.TOTAL, Mark.PERCENT, Mark.POINTS, Mark.EACH,
                  Mark.ARTICLE}  # fmt: skip
_RULING = (ClauseMark.GROWS, ClauseMark.COPULA, ClauseMark.WILL, Mark.PLAN, Mark.DONE, Mark.PRESENT, *CHANGES)
_POINTING = frozenset({ClauseMark.COPULA, ClauseMark.AGAIN})
NOWHERE: frozenset[int] = frozenset()

Tags = frozenset[ClauseMark | Mark]
LEAD: Tags = frozenset({ClauseMark.LEAD})  # what a label does not begin with
LOOSE: Tags = frozenset({Mark.CONJ, Mark.JOIN, Mark.BY, Mark.TO, Mark.FROM, Mark.IN, Mark.PREP_YEAR,
                         Mark.OPENER_STRONG})  # at the end of a label  # fmt: skip
NO_TAGS: Tags = frozenset()
ROW = 3  # numbers that make a row
LONGEST_CODE = 4  # letters of a currency
DASHES = frozenset("–-—")
JOINED = 4  # words between a joint and the number that it leads to
JOINING = frozenset("–-—:")  # signs between a name and its number: «доходы – 5 млн»
PARTING = frozenset(",;:()")  # that part a number from a unit or a time
MOST_WORDS = 14  # that belong to a number behind it
MOST_BEFORE = 28  # and before it
REACH = 40  # words that are looked through for them
NEAR = 6  # words between a number and its modifier
LIST = 8  # words from a comma to the joint that shows it to be one of a list

STOPS = frozenset(";:!?…()[]|•")


class NumberExtent(NamedTuple):
    """Where a number and its modifier stand; `end` is behind the number, or behind what follows at once."""

    first: int
    last: int
    end: int


class ClauseWords:
    """The words and figures of a page by their tokens; `times` are those that the text names."""

    def __init__(self, page: Page, figures: Sequence[Figure], times: Sequence[NamedTime]) -> None:
        self.page = page
        self._begins, self._ends = page.language.clause_phrases.mark([token.text for token in page.tokens])
        self.words = {index for index, token in enumerate(page.tokens) if token.is_word}
        self._where: Mapping[Any, AbstractSet[int]] = {**page.where, **beginnings(self._begins)}
        until: Mapping[Any, AbstractSet[int]] = {**beginnings(page.ends), **beginnings(self._ends)}
        self._beginning, self._ending = cache(partial(_united, self._where)), cache(partial(_united, until))
        self._opening = self.tokens_at(ClauseMark.BREAK)  # another clause
        self._breaking = self._opening | self.tokens_at(Mark.OPENER_STRONG)
        self._conjunctions = self.tokens_at(Mark.CONJ)
        self._telling = self.words - self.tokens_at(*_EMPTY, *_POINTING)
        self.kinds = {  # that words tell, by the tokens that they begin at
            index: IndicatorKind.FLOW if ClauseMark.FLOW in self._begins[index] else IndicatorKind.STOCK
            for index in self.tokens_at(ClauseMark.FLOW, ClauseMark.STOCK)
        }
        # Words that a number may hang on: verbs of which a phrase tells, nouns of a change.
        self.ruling = self.tokens_at(*_RULING)
        self._told = self.tokens_at(Mark.DONE, Mark.PRESENT) | self.kinds.keys()
        self._verb_by_form = cache(self._is_verb_by_form)
        self.is_verb = cache(self._is_verb)  # each word is asked about by several rules
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

    def at(self, index: int, tag: ClauseMark) -> int:
        """The length of the phrase with a tag of `words` that begins at a token; 0 if there is none."""
        try:
            return self._begins[index].get(tag, 0)
        except IndexError:
            return 0

    def any_at(self, indices: Collection[int], *tags: ClauseMark | Mark) -> bool:
        """Whether a phrase with one of some tags begins at one of some tokens."""
        where = self._where
        for tag in tags:  # noqa: SIM110  # asked too often for a generator
            if tag in where and not where[tag].isdisjoint(indices):
                return True
        return False

    def tokens_at(self, *tags: ClauseMark | Mark) -> frozenset[int]:
        """The tokens at which a phrase with one of some tags begins."""
        return _united(self._where, tags)

    def which(self, indices: Collection[int], *tags: ClauseMark | Mark) -> Collection[int]:
        """Those of some tokens at which a phrase with one of some tags begins."""
        if not self.any_at(indices, *tags):
            return ()  # mostly
        found = [self._where[tag] for tag in tags if tag in self._where]
        return [index for index in indices if any(index in at for at in found)]

    def ends(self, index: int, tag: ClauseMark) -> bool:
        """Whether a phrase with a tag of `words` ends at a token."""
        return index >= 0 and tag in self._ends[index]

    def links(self, index: int) -> bool:
        """Whether the words up to a token link a subject with a number: "amounted to"."""
        return self.ends(index, ClauseMark.COPULA)

    def _is_verb(self, index: int) -> bool:
        """Whether a word says what was done or what is so."""
        if index not in self.words or ClauseMark.MEASURED in self._begins[index]:
            return False
        known = self._verb_by_form(self.page.word(index))
        return index in self._told if known is None else known

    def tells(self, index: int) -> bool:
        """Whether a word is a verb, or helps one."""
        return self.is_verb(index) or self.at(index, ClauseMark.AUXILIARY) > 0

    def is_told(self, index: int) -> bool:
        """Whether a word is a verb that says what was."""
        told = self.is_verb(index) or self.any_at([index], ClauseMark.COPULA, *CHANGES)
        return told and self.page.language.naming.is_told(self.page.word(index))

    def _is_verb_by_form(self, word: str) -> bool | None:
        """Whether a word is a verb by its form; None if only a phrase can tell."""
        language = self.page.language
        if language.describes(word) or language.naming.is_action(word):
            return False
        return language.is_verbal(word) or language.naming.is_finite(word) or None

    def counts(self, indices: Sequence[int]) -> bool:
        """Whether some words call what follows a number of things: «число школ», "the number of"."""
        return self.any_at(indices, Mark.NUMBER_OF)

    def content(self, indices: Sequence[int]) -> int:
        """How many of the tokens say what something is."""
        return sum(map(self._telling.__contains__, indices))

    def says(self, indices: Collection[int]) -> bool:
        """Whether one of the tokens says what something is."""
        return not self._telling.isdisjoint(indices)

    def trimmed(self, indices: Sequence[int], head: Tags = NO_TAGS, tail: Tags = NO_TAGS) -> Sequence[int]:
        """The tokens without signs and phrases of these tags at the beginning and the end."""
        words, heads, tails = self.words, self._beginning(head), self._ending(tail)
        first, last = 0, len(indices)
        while first < last and ((index := indices[first]) not in words or index in heads):
            if index not in heads and self.page.word(index) in _OPENING:
                break
            first += _longest(self._begins, self.page.begins, index, head)
        while first < last and ((index := indices[last - 1]) not in words or index in tails):
            if (index not in tails and self.page.word(index)[-1] in _CLOSING) or self._is_letter(index):
                break
            last -= _longest(self._ends, self.page.ends, index, tail)
        return indices[first : max(first, last)] if first or last < len(indices) else indices

    def _is_letter(self, index: int) -> bool:
        """Whether a token is one capital letter within a sentence, "Category A": a name, and no article."""
        token = self.page.tokens[index]
        alone = token.is_word and len(token.text) == 1 and self.page.text[token.start].isupper()
        return alone and index > self.page.bounds(index)[0]

    def text(self, indices: Sequence[int]) -> str:
        """The words at some tokens as they are written, with the gaps that the text has between them."""
        if not indices:
            return ""
        first, last = indices[0], indices[-1]
        if last - first == len(indices) - 1:
            return " ".join(self.page.between(first, last + 1).split())
        cut = next(place for place, (one, other) in enumerate(pairwise(indices), 1) if other != one + 1)
        return f"{self.text(indices[:cut])} {self.text(indices[cut:])}"

    def approval(self) -> int | None:
        """Where a text approves what follows, so that its figures are planned; None if it does not."""
        first = min(self.tokens_at(ClauseMark.APPROVES), default=None)
        return None if first is None else self.page.tokens[first].start

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
        token = self.page.tokens[index]
        if index < 0 or not token.is_word or len(token.text) > LONGEST_CODE:
            return False
        return self.page.glued(index + 1) and self.page.text[token.start : token.end].isupper()

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


def _united(where: Mapping[Any, AbstractSet[int]], tags: Collection[ClauseMark | Mark]) -> frozenset[int]:
    """The tokens of all of some tags."""
    return frozenset().union(*(where.get(tag, NOWHERE) for tag in tags))


def _longest(own: Sequence[Mapping[ClauseMark, int]], marks: Marks, index: int, tags: Tags) -> int:
    """The length of the longest phrase with one of these tags at a token; 1 if there is none."""
    sizes = (*own[index].items(), *marks[index].items())
    return max([size for tag, size in sizes if tag in tags], default=1)
