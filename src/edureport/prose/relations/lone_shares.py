"""Lone shares: a part, its whole and a percentage in any order, and no other number that they can be of.

"Smallholders account for 36,400 of the 52,000 hectares, a share of 70 %", "target 400, delivered 346,
shortfall 13.5 %": words give one of two numbers the role of a whole or of a plan, and one digit would make
them follow.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Mode, SumRole, Way
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    HUNDRED,
    comparable,
    digits,
    growth,
    is_index,
    percentage,
    stating,
)
from edureport.prose.relations.division import in_genitive
from edureport.prose.relations.ends import same_unit
from edureport.prose.relations.named_wholes import name_of
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.share_pairs import Law, ShareReading, equals, likely_share
from edureport.prose.relations.spans import JOINTS, MOVES, named

NEAR = 6  # tokens before a number in which words give it its role
SOON = 4  # and before a share, where they call it one
FEW = 2  # digits of a percentage that is one digit off
PRICE, CENTS = 100, -2  # below which a number with two decimals is one
SIGNS = frozenset(":–-(")
PLANS = (Mark.PLAN, Mark.PLAN_NOUN, Mark.PLAN_BEFORE, Mark.OF_PLAN, Mark.NEED, Mark.ESTIMATE)
NOUN = 3  # tokens before a share, in which a noun makes it an index

TIMES = (Mark.EARLIER, Mark.COMPARED, Mark.INDEX_TO, Mark.MEAN, Mark.INTEREST, Mark.BASIS)
TAKEN = (Mark.OUT_OF, Mark.LEAST_FROM)
ALL_OF = (*TAKEN, Mark.TOTAL, Mark.ALL)
OPENING = (Mark.OPENER_STRONG, Mark.OF_THEM)
CALLED = (*PLANS, Mark.SHARE, Mark.PROPORTION, Mark.SHORTFALL)
KNOWN = (*JOINTS, *CALLED, Mark.MAKING, Mark.AMOUNTING, Mark.THAT, Mark.FULFILLED, Mark.DONE, Mark.OUT_OF)
ENDS = frozenset({",", ";", ".", "("})
SHARES = (Mark.SHARE, Mark.MAKING, Mark.PROPORTION, Mark.SHORTFALL)


class Triple(NamedTuple):
    """A share with the two counts beside it, in the order of the text."""

    share: int
    counts: tuple[int, int]


def lone_shares(page: Page, figures: Figures, known: AbstractSet[int]) -> Iterator[Relation]:
    """The shares, but for those that are `known`, which follow or would but for one digit."""
    before: list[int] = []

    ends = [at for at in range(len(page.tokens)) if page.word(at) == ";"]
    firsts = {index: figures[index].span.first for index in stating(figures)}
    for _, group in groupby(firsts, key=lambda one: (figures[one].sentence, bisect_left(ends, firsts[one]))):
        own = list(group)
        triple = _triple(page, figures, own, before)
        if triple is not None and triple.share not in known:
            readings = _readings(page, figures, triple)
            doubted = [one for one in readings if one.law is readings[0].law]
            yield from likely_share(figures, triple.share, readings, doubted)
        before = own


def _triple(page: Page, figures: Figures, own: list[int], before: list[int]) -> Triple | None:
    """The only share and the only two counts of a sentence, or of it and the one before."""
    shares = [index for index in own if figures[index].percent]
    counts = [index for index in own if index not in shares]
    told = {figures[index].stated for index in shares}  # «каждый пятый (20 %)»
    shares = [index for index in shares if page.tokens[figures[index].span.first].is_digits]
    if len(shares) != 1 or len(told) != 1 or not _is_share(page, figures[shares[0]]):
        return None
    if len(counts) == 1 and len(before) == 1 and _goes_on(page, figures, before[0], own[0]):
        counts = [*before, *counts]
    if len(counts) != 2 or not all(_is_count(page, figures[index]) for index in counts):
        return None
    first, second = counts
    units = {figures[index].unit for index in counts}
    people = units <= page.language.people | page.language.persons
    alike = people or same_unit(figures[first], figures[second])
    return Triple(shares[0], (first, second)) if alike else None


def _goes_on(page: Page, figures: Figures, before: int, first: int) -> bool:
    """Whether a sentence goes on from the number of the one before, in the same paragraph."""
    one, other = figures[before], figures[first]
    between = range(one.span.last, other.span.first)
    return other.sentence - one.sentence == 1 and all(page.tokens[at].gap != "\n" for at in between)


def _is_share(page: Page, figure: Figure) -> bool:
    plain = figure.bound is Bound.EXACT and not figure.points and figure.mode is not Mode.TIMES
    exact = digits(figure) >= FEW and (figure.stated or 0) > 0
    return plain and exact and not is_index(page, figure)


def _is_count(page: Page, figure: Figure) -> bool:
    taken = any(page.till(figure.first - 1, mark) for mark in TAKEN)  # "of the 52,000 hectares under maize"
    level = taken or (figure.kind is not FigureKind.CHANGE and figure.mode in {None, Mode.TO})
    exact = comparable(figure) and figure.bound is Bound.EXACT and not figure.points
    stated = figure.stated or Decimal(0)
    price = stated < PRICE and stated.as_tuple().exponent == CENTS  # these are no parts of each other
    digit = page.tokens[figure.span.first].is_digits and not price
    return level and exact and digit and not figure.each and (figure.stated or 0) > 1


def _is_excess(page: Page, share: Figure) -> bool:
    """Whether a share tells by how much something is more or less: "exceeded the budget by 4.9 %"."""
    by = page.language.articles and page.till(share.first - 1, Mark.BY) > 0
    return by or share.kind is FigureKind.CHANGE


def _lack(part: Interval, whole: Interval) -> Interval:
    """What a part lacks of its whole in percent."""
    return HUNDRED - percentage(part, whole)


def _excess(part: Interval, plan: Interval) -> Interval:
    """What is more than a plan, or less, in percent of it."""
    return growth(plan, part)


def _readings(page: Page, figures: Figures, triple: Triple) -> list[ShareReading]:
    """The part and the whole, as the words call one of them; what they say most surely comes first."""
    share = figures[triple.share]
    start = min(page.bounds(figures[triple.counts[0]].span.first)[0], page.bounds(share.span.first)[0])
    words = range(start, page.bounds(share.span.first)[1])
    if page.any_at(words, *TIMES) or _is_of_another(page, figures, triple):
        return []
    lacking = page.any_at(words, Mark.SHORTFALL)
    own = range(*page.bounds(share.span.first))
    law = _lack if page.any_at(own, Mark.SHORTFALL) else _excess if _is_excess(page, share) else percentage
    small, large = sorted(triple.counts, key=lambda index: figures[index].stated or 0)
    counts = range(figures[triple.counts[0]].span.last, figures[triple.counts[1]].span.first)
    if _is_excess(page, share) and not lacking:
        against = triple.counts[1] if page.any_at(counts, Mark.AGAINST) else None
        whole = against if share.direction is None else small if share.direction is Way.UP else large
        return _of(triple, whole, law) if whole is not None and page.any_at(words, *PLANS) else []
    if page.any_at(page.before(share.first, NOUN), Mark.CHANGE_NOUN, Mark.GROWTH_NOUN):
        return []  # «темп роста – 88 %»
    moved = page.any_at(words, *MOVES)
    plan = _planned(page, figures, triple, moved=moved)
    result = [] if plan is None else _of(triple, plan, law)
    moved = moved or page.any_at(counts, Mark.AGAINST)
    if (share.stated or 0) > HUNDRED.low or (moved and not lacking):
        return result
    laws = (law, _lack) if law is percentage and not lacking else (law,)
    called = [index for index in triple.counts if _is_called(page, figures[index])]
    if len(called) == 1:
        return [*result, *_of(triple, called[0], *laws)]
    # a whole that no word calls so stands first, or in brackets: else it may be another part
    first = large == triple.counts[0] or page.word(figures[large].first - 1) == "("
    if called or (first and _are_set_equal(page, figures, triple, words)):
        result += _of(triple, large, *laws)
    return result


def _is_of_another(page: Page, figures: Figures, triple: Triple) -> bool:
    """Whether another clause begins between a share and the counts: "won 28 % of the votes, and 30 of 101".

    So it is where a share leads and no sign leads on from it, and where words call its own whole behind it.
    """
    if _has_own_words(page, figures, triple):
        return True
    share, (one, other) = figures[triple.share], (figures[index] for index in triple.counts)
    gap = range((other if other.span.first < share.span.first else one).span.last, share.first)
    if share.span.first < other.span.first:
        following = one if share.span.first < one.span.first else other
        gap = range(share.span.last, following.first)
    led = any(page.word(at) in SIGNS or page.at(at, Mark.EQUAL) for at in gap)
    if share.span.first < one.span.first and not led and page.word(share.first - 1) != "(":
        return True
    joins = any(page.at(at, Mark.JOIN) and not page.at(at, Mark.EQUAL) for at in gap)  # "and", but not "or"
    joined = joins and not led and not page.language.head_final
    name = None if _is_of_one_sentence(figures, triple) else name_of(page, share)
    return joined or bool(name and (name.stems or name.narrowed) and not name.plan)


def _has_own_words(page: Page, figures: Figures, triple: Triple) -> bool:
    """Whether a share is one of the part, or of its own clause: ", of them 76 % are let", ", 80 % of tin"."""
    share = figures[triple.share]
    last = figures[triple.counts[1]]
    gap = range(max(last.tokens) + 1, share.first)
    comma = next((at for at in reversed(gap) if page.word(at) == ","), None)
    if comma is None or last.sentence != share.sentence:
        return False
    if page.any_at(range(comma, share.first), Mark.OF_THEM):
        return True
    apposed = page.has(comma + 1, Mark.ARTICLE)  # ", an achievement of 90 %"
    if apposed or page.any_at(gap, Mark.EQUAL, *CALLED) or page.word(gap[-1]) in SIGNS:
        return False
    end = max(share.tokens) + 1
    stop = next((at for at in range(end, page.bounds(end - 1)[1]) if page.word(at) in ENDS), end)
    words = [*range(comma, share.first), *range(end, stop)]
    return any(at in words for at in named(page, figures, range(comma, stop), KNOWN))


def _of(triple: Triple, whole: int, *laws: Law) -> list[ShareReading]:
    part = next(index for index in triple.counts if index != whole)
    return [ShareReading(part, whole, rule=Rule.SHARE_LONE, law=law) for law in laws]


def _planned(page: Page, figures: Figures, triple: Triple, *, moved: bool) -> int | None:
    """The only count that words call a plan, the nearer ones first; where something `moved` no other is."""
    near = [index for index in triple.counts if _is_led(page, figures[index], PLANS, {",", ";", ":"})]
    if not near and not moved and _is_of_one_sentence(figures, triple):
        near = [index for index in triple.counts if figures[index].kind is FigureKind.TARGET]
    return near[0] if len(near) == 1 else None


def _is_called(page: Page, figure: Figure) -> bool:
    """Whether words call a number the whole: "of the 52,000", «при общей численности 1 236», «200-дің»."""
    owned = page.language.head_final and in_genitive(page, figure)
    return figure.role is SumRole.TOTAL or owned or _is_led(page, figure, ALL_OF, {";", ":"})


def _is_led(page: Page, figure: Figure, marks: Sequence[Mark], ends: AbstractSet[str]) -> bool:
    """Whether one of some words stands before a number, and no other number or end of a clause between."""
    for at in page.before(figure.first, NEAR):
        if page.has(at, *marks):
            return True
        if page.word(at) in ends or page.counts(at):
            return False
    return False


def _is_of_one_sentence(figures: Figures, triple: Triple) -> bool:
    return len({figures[index].sentence for index in triple.counts}) == 1


def _are_set_equal(page: Page, figures: Figures, triple: Triple, words: range) -> bool:
    """Whether words set a share equal to a part, or lead to parts."""
    equal = any(equals(page, figures[index]) for index in (triple.share, *triple.counts))
    near = page.before(figures[triple.share].first, SOON)  # "faults in 35, an error rate of 14 %"
    told = page.any_at(words if _is_of_one_sentence(figures, triple) else near, *SHARES)
    return equal or told or page.any_at(words, *OPENING)
