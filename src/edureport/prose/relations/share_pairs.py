"""SharePair: a count and the percentage, or the multiple, that it is, as words or signs join the two.

"42,500 (10 %)", "42,500, or 10 %", "10 % (42,500)", "42,500 – 10 %", «3 431 510 адам, яғни 53,9 %».
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, is_index

NEAR = 6  # tokens from a count to its share
SIGNS = frozenset(",–-:")


class SharePair(NamedTuple):
    """A count and the share or the multiple that it is."""

    part: int
    share: int
    multiple: bool = False


def share_pairs(page: Page, figures: Sequence[Figure], known: Mapping[int, int]) -> Iterator[SharePair]:
    """The pairs in their order; of shares that are `known` the part is told."""
    stating = (index for index, figure in enumerate(figures) if figure.states and not figure.all)
    told: set[int] = set()
    for first, second in pairwise(stating):
        count, share = (second, first) if figures[first].kind is FigureKind.PERCENT else (first, second)
        if share in told:
            continue
        if share in known:
            told.add(share)
            yield SharePair(known[share], share)
        elif _may_pair(page, figures[count], figures[share]) and _are_joined(page, figures, first, second):
            told.add(share)
            yield SharePair(count, share, figures[share].mode is Mode.TIMES)


def _may_pair(page: Page, count: Figure, share: Figure) -> bool:
    if count.sentence != share.sentence or count.percent or count.kind is FigureKind.CHANGE:
        return False
    kind = share.mode is Mode.TIMES or share.kind is FigureKind.PERCENT
    plain = comparable(count) and comparable(share) and share.upper is None and not is_index(page, share)
    return kind and plain and (count.stated or 0) > 0


def _are_joined(page: Page, figures: Sequence[Figure], first: int, second: int) -> bool:
    """Whether a bracket, or words or signs alone, stand between two figures that belong together."""
    one, other = figures[first], figures[second]
    between = range(one.span.last, other.span.first)
    if len(between) > NEAR:
        return False
    alone = range(max(one.tokens) + 1, other.first)
    signs = other.percent and bool(alone) and all(page.word(at) in SIGNS for at in alone)
    equal = one.mode is not Mode.TIMES and any(page.at(at, Mark.EQUAL) for at in between)
    return signs or equal or any(page.word(at) == "(" for at in between)
