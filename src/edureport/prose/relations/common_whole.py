"""Shares of one whole that stands before them: "Sweden (42,500, or 10 %), Italy (28,400, or 7 %)".

So are multiples of one number: "bankers 458 (2.5 times as much), miners 387 (2.1 times)".

Each count with its percentage tells how large their whole is. Where several agree, and the text has a number
of that size, one that does not agree is to be looked at.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import pairwise
from operator import truediv
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, derive, is_index, percentage
from edureport.prose.relations.near_misses import digits, is_near_miss
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

NEAR = 6  # tokens from a count to its share
FEW = 3  # shares of which two must agree
APART = 2  # sentences between one share and the next
EXACT = 3  # digits of a percentage that fits hardly by chance
BACK = 60  # figures before, among which the whole is


class Pair(NamedTuple):
    """A count and the share or the multiple that it is."""

    part: int
    share: int
    multiple: bool = False


def common_wholes(page: Page, figures: Sequence[Figure], known: AbstractSet[int]) -> Iterator[Relation]:
    """The shares, but for those that are `known`, whose whole stands further before."""
    groups: dict[bool, list[Pair]] = {False: [], True: []}
    for pair in _pairs(page, figures, known):
        group = groups[pair.multiple]
        if group and figures[pair.part].sentence - figures[group[-1].part].sentence > APART:
            yield from _of(figures, group)
            groups[pair.multiple] = group = []
        group.append(pair)
    for group in groups.values():
        yield from _of(figures, group)


def _pairs(page: Page, figures: Sequence[Figure], known: AbstractSet[int]) -> Iterator[Pair]:
    """Counts with their shares behind them, and shares with their counts in a bracket."""
    stating = (index for index, figure in enumerate(figures) if figure.states and not figure.all)
    told = set(known)
    for first, second in pairwise(stating):
        count, share = (second, first) if figures[first].kind is FigureKind.PERCENT else (first, second)
        one, other = figures[count], figures[share]
        if share in told or one.sentence != other.sentence or one.percent or one.kind is FigureKind.CHANGE:
            continue
        multiple = other.mode is Mode.TIMES
        is_share = multiple or other.kind is FigureKind.PERCENT
        between = range(figures[first].span.last, figures[second].span.first)
        bracket = any(page.word(at) == "(" for at in between)
        joined = bracket or (share == second and any(page.at(at, Mark.EQUAL) for at in between))
        plain = comparable(one) and comparable(other) and other.upper is None and not is_index(page, other)
        if plain and is_share and joined and len(between) <= NEAR and (one.stated or 0) > 0:
            told.add(share)
            yield Pair(count, share, multiple)


def _of(figures: Sequence[Figure], group: Sequence[Pair]) -> Iterator[Relation]:
    """The shares of a group, if all of them, or all but one, are of one number before it."""
    if len(group) < FEW:
        return
    start = min(group[0].part, group[0].share)
    before = range(start - 1, max(start - BACK, 0) - 1, -1)
    read = [_read(figures, whole, group) for whole in before if _can_be_whole(figures, whole, group)]
    agreeing = [shares for shares in read if all(one.holds for one in shares)]
    nearly = [shares for shares in read if _all_but_one(figures, shares)]
    if agreeing or len(nearly) == 1:
        yield from (agreeing or nearly)[0]
    elif read and not nearly:
        yield from _of_slipped(figures, group, read[0])


def _of_slipped(
    figures: Sequence[Figure], group: Sequence[Pair], read: Sequence[Relation]
) -> Iterator[Relation]:
    """The first share, if all are of the nearest number before them but for one digit of that."""
    whole = read[0].parts[0] if group[0].multiple else read[0].whole
    if whole is None:
        return

    def fit(given: Sequence[Figure]) -> bool:
        read = _read([*figures[:whole], *given, *figures[whole + 1 :]], whole, group)
        return all(one.holds for one in read)

    exact = sum(digits(figures[one.share]) >= EXACT for one in group)
    if digits(figures[whole]) >= EXACT and exact >= FEW - 1 and is_near_miss(fit, [figures[whole]]):
        yield read[0]


def _read(figures: Sequence[Figure], whole: int, group: Sequence[Pair]) -> list[Relation]:
    """The shares as those of a whole."""
    result = []
    for pair in group:
        compute = truediv if pair.multiple else percentage
        found = derive(compute, (figures[pair.part], figures[whole]), figures[pair.share])
        holds = found is not None and found[0] is Consistency.FOLLOWS
        verdict = Consistency.FOLLOWS if holds else Consistency.DOUBTFUL
        value = found[1] if found else None
        kind = RelationKind.MULTIPLE if pair.multiple else RelationKind.SHARE
        first, second = (pair.part, whole) if pair.multiple else (whole, pair.part)
        parts = second, pair.share
        result.append(Relation(kind, Rule.SHARE_COMMON, Certainty.LIKELY, first, parts, verdict, value))
    return result


def _all_but_one(figures: Sequence[Figure], shares: Sequence[Relation]) -> bool:
    """Whether all shares but one agree, and not by chance as "7 %" and "6 %" do."""
    agreeing = [figures[one.parts[-1]] for one in shares if one.holds]
    exact = any(len((one.stated or Decimal(0)).as_tuple().digits) >= EXACT for one in agreeing)
    return len(agreeing) == len(shares) - 1 and (exact or len(agreeing) >= FEW)


def _can_be_whole(figures: Sequence[Figure], whole: int, group: Sequence[Pair]) -> bool:
    figure = figures[whole]
    level = (
        comparable(figure)
        and figure.bound is Bound.EXACT
        and not figure.percent
        and figure.kind is not FigureKind.CHANGE
    )
    counts = sorted(figures[pair.part].stated or 0 for pair in group)
    stated = figure.stated or 0
    if group[0].multiple:
        return level and 0 < stated < counts[1]  # the smallest may be wrong
    return level and stated > counts[-2]  # the largest may be wrong
