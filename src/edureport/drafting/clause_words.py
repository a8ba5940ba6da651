"""ClauseWords: what the words of a page say of what is counted: nouns, verbs, empty words; and their text."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial
from itertools import pairwise
from typing import Any

from edureport.model.report import IndicatorKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Marks, Page, beginnings

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


class ClauseWords:
    """The words of a page by their tokens, with the phrases around what is counted."""

    def __init__(self, page: Page) -> None:
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


def _united(where: Mapping[Any, AbstractSet[int]], tags: Collection[ClauseMark | Mark]) -> frozenset[int]:
    """The tokens of all of some tags."""
    return frozenset().union(*(where.get(tag, NOWHERE) for tag in tags))


def _longest(own: Sequence[Mapping[ClauseMark, int]], marks: Marks, index: int, tags: Tags) -> int:
    """The length of the longest phrase with one of these tags at a token; 1 if there is none."""
    sizes = (*own[index].items(), *marks[index].items())
    return max([size for tag, size in sizes if tag in tags], default=1)
