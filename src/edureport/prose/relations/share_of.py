"""Shares of a whole that words behind them name: "430 million, or 11.5 % of the cost of 3,740 million"."""

from collections.abc import Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.other_things import STEM
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.share_pairs import are_near, equals, is_apposed

APOSTROPHES = frozenset("'’")
BACK = 2  # words back to that for a total


class CountedShare(NamedTuple):
    """The part and the whole of a share, and whether the words leave no doubt of it.

    If they do, but say enough to ask about numbers that are a digit off, it is `told`.
    """

    rule: Rule
    part: int
    whole: int
    sure: bool
    told: bool = False


def of_named(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], share: Figure
) -> CountedShare | None:
    """The whole behind "of", and the part before the share or behind the whole: "46 % of 120 pupils, 55"."""
    before = [index for index in counts if figures[index].span.first < share.span.first]
    after = counts[len(before) :]
    if not page.tokens[share.span.first].is_digits or not after or equals(page, figures[after[0]]):
        return None  # "half of them"; "63 %, or 1,968 of 3,700"
    whole = after[0]
    named = range(share.span.last, min(figures[whole].tokens))
    if not _is_named(page, named):
        return None
    close = bool(before) and are_near(figures[before[-1]], share)
    equal = close and equals(page, share)
    if close and is_apposed(page, share):
        part = before[-1]
    elif len(after) > 1 and is_apposed(page, figures[after[1]]):
        part = after[1]
    else:
        return None
    # "8 % of the votes of the 5 million shares" may be no part of these
    second = any(
        page.has(at, Mark.OUT_OF) and page.has(at + 1, Mark.ARTICLE, Mark.DETERMINER) for at in named[1:]
    )
    sure = equal and not second
    sure = sure and figures[part].unit == figures[whole].unit is not None
    return CountedShare(Rule.SHARE_EQUAL, part, whole, sure, told=True)


def total_named(page: Page, share: Figure) -> frozenset[str] | None:
    """How the words begin that name the total a share is of: «51,5 % всего населения»; None if none do."""
    words = [*takewhile(page.is_word, range(share.span.last, page.bounds(share.span.first)[1]))]
    total = next((at for at in words[:BACK] if page.at(at, Mark.TOTAL)), None)
    if total is None:
        return None
    behind = words[words.index(total) + page.at(total, Mark.TOTAL) :]
    name = takewhile(lambda at: not page.at(at, Mark.CONJ), behind)
    return frozenset(page.word(at)[:STEM] for at in name)


def stems(page: Page, figure: Figure) -> frozenset[str]:
    """How the words of the sentence of a figure begin, up to it and its unit."""
    low, _ = page.bounds(figure.span.first)
    return frozenset(page.word(at)[:STEM] for at in range(low, figure.span.last + 1))


def _is_named(page: Page, words: range) -> bool:
    """Whether words behind a share name what it is of: "of the", "of the company's", but not "of it for"."""
    words = words[page.word(words.start) == "," :]
    led = page.at(words.start, Mark.OUT_OF) > 0 or page.at(words.start, Mark.LEAST_FROM) > 0  # «от суммы»
    return led and all(map(partial(_names, page), range(words.start + 1, words.stop)))


def _names(page: Page, token: int) -> bool:
    """Whether a token can stand in a name that "of" opens: no other preposition, verb or sign."""
    if page.at(token, Mark.OUT_OF) or page.at(token, Mark.DETERMINER) or page.word(token) in APOSTROPHES:
        return True
    return page.is_word(token) and not page.at(token, Mark.CONJ)
