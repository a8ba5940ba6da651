"""SharePair: a count and the percentage, or the multiple, that it is, as words or signs join the two.

"42,500 (10 %)", "42,500, or 10 %", "10 % (42,500)", "42,500 – 10 %", «3 431 510 адам, яғни 53,9 %».
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Mode, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    comparable,
    derive,
    fits,
    is_digit_off,
    is_index,
    percentage,
    stating,
)
from edureport.prose.relations.division import in_genitive
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.spans import MOVES

CLOSE = 6  # tokens from a count to its share in a list of such
NEAR = 8  # and where words set the two equal
NOUNS = 4  # words behind a count that say what it is
BACK, AHEAD = 40, 12  # figures around a share
SIGNS = frozenset(",–-:")
LINKS = (Mark.EQUAL, Mark.MAKING, Mark.THIS, Mark.CLAUSE_JOINT, Mark.ARTICLE, Mark.EXISTS, Mark.OF_THEM)
JOINTS = (Mark.CLAUSE_JOINT, Mark.CONTRAST)
Law = Callable[[Interval, Interval], Interval]


class SharePair(NamedTuple):
    """A count and the share or the multiple that it is."""

    part: int
    share: int
    multiple: bool = False


class ShareReading(NamedTuple):
    """The figures that may be the part and the whole of a share, and whether the words leave no doubt of it.

    If they do, but say enough to ask about numbers that are a digit off, it is `told`. Of what is done and
    what was planned a share may follow another `law`.
    """

    part: int
    whole: int
    sure: bool = False
    told: bool = False
    rule: Rule = Rule.SHARE_EQUAL
    law: Law = percentage

    def given(self, figures: Figures) -> tuple[Figure, Figure]:
        """The figures that the share is computed from."""
        return figures[self.part], figures[self.whole]


def is_share(page: Page, figure: Figure) -> bool:
    """Whether a figure is a share, had or hoped for, and no index against another time.

    Nor is it one where its bracket stands before the noun of a change: "a 13.2 million (4.8 %) increase".
    """
    end = max(figure.tokens) + 1
    if page.word(end) == ")" and page.has(end + 1, *MOVES):
        return False
    kind = figure.kind in {FigureKind.PERCENT, FigureKind.TARGET} and figure.percent and not figure.points
    return kind and comparable(figure) and figure.upper is None and not is_index(page, figure)


def is_count(figure: Figure) -> bool:
    """Whether a figure can be a part or a whole."""
    if figure.percent or figure.each or figure.kind is FigureKind.CHANGE:
        return False
    return comparable(figure) and figure.mode not in {Mode.FROM, Mode.TIMES}


def is_level(figure: Figure) -> bool:
    """Whether a figure states exactly how many there are, at one time or another."""
    level = comparable(figure) and figure.bound is Bound.EXACT and not figure.percent
    return level and figure.kind is not FigureKind.CHANGE


def is_right_of_any(figures: Figures, read: SharePair) -> bool:
    """Whether a share is right of any number around it, or its count is the whole: "957 of 997 (96 %)"."""
    part, share = figures[read.part], figures[read.share]
    around = figures[max(read.share - BACK, 0) : read.share + AHEAD]
    levels = (one for one in around if is_level(one) and one.stated)
    return any(fits(percentage, pair, share) for one in levels for pair in ((part, one), (one, part)))


def likely_share(
    figures: Figures, share: int, readings: Iterable[ShareReading], doubted: Iterable[ShareReading]
) -> Iterator[Relation]:
    """The first reading of a share that follows, or else the first of the others but for one digit."""
    stated = figures[share].unsigned
    fitting = (one for one in readings if fits(one.law, one.given(figures), stated))
    found, verdict = next(fitting, None), Consistency.FOLLOWS
    if found is None:
        near = (one for one in doubted if is_digit_off(one.law, one.given(figures), stated))
        found, verdict = next(near, None), Consistency.DOUBTFUL
    derived = found and derive(found.law, found.given(figures), stated)
    if found and derived:
        known, parts = Certainty.LIKELY, (found.part, share)
        yield Relation(RelationKind.SHARE, found.rule, known, found.whole, parts, verdict, derived[1])


def equals(page: Page, figure: Figure) -> bool:
    """Whether the words before a figure set it equal to the one before: "or", «что составляет», a bracket."""
    index = figure.span.first - 1
    if figure.modifier_span and figure.modifier_span.last == figure.span.first:
        index = figure.modifier_span.first - 1
    if page.word(index) in {"–", ":"}:
        index -= 1
    return page.word(index) == "(" or page.till(index, Mark.EQUAL) > 0


def is_apposed(page: Page, figure: Figure) -> bool:
    """Whether a figure behind a comma, a dash, or words that set it equal, says once more how many."""
    return page.word(figure.first - 1) in SIGNS or equals(page, figure)


def are_near(first: Figure, second: Figure) -> bool:
    """Whether no more than a few words part two figures."""
    return second.span.first - first.span.last < NEAR


def share_pairs(page: Page, figures: Figures, known: Mapping[int, int]) -> Iterator[SharePair]:
    """The pairs in their order; of shares that are `known` the part is told."""
    told: set[int] = set()
    for first, second in pairwise(stating(figures)):
        count, share = (second, first) if figures[first].percent else (first, second)
        if share in told:
            continue
        if share in known:
            told.add(share)
            yield SharePair(known[share], share)
        elif share == first and _is_divided(page, figures[count]):
            continue
        elif _may_pair(page, figures[count], figures[share]) and _are_joined(page, figures, first, second):
            told.add(share)
            yield SharePair(count, share, figures[share].mode is Mode.TIMES)


def _is_divided(page: Page, count: Figure) -> bool:
    """Whether a count behind a share is its whole: «95,4 % (583-тен 556)», "96.0% (of 574 members, 551)"."""
    taken = any(page.till(count.first - 1, mark) for mark in (Mark.OUT_OF, Mark.LEAST_FROM))
    owned = page.language.has_case(page.word(count.span.last - 1), Ending.GENITIVE, Ending.ABLATIVE)
    owned = owned or in_genitive(page, count)
    return taken or count.role is SumRole.TOTAL or (page.language.head_final and owned)


def _may_pair(page: Page, count: Figure, share: Figure) -> bool:
    multiple = share.mode is Mode.TIMES and comparable(share) and share.upper is None
    had = share.kind is FigureKind.PERCENT and is_share(page, share)  # no plan, which another whole may have
    return is_part(count) and count.sentence == share.sentence and (multiple or had)


def _are_joined(page: Page, figures: Figures, first: int, second: int) -> bool:
    """Whether a bracket, or words or signs alone, stand between two figures that belong together."""
    one, other = figures[first], figures[second]
    between = range(one.span.last, other.span.first)
    if len(between) > CLOSE:
        return False
    if _fill_a_bracket(page, figures, first, second):
        return True
    if second + 1 < len(figures) and _fill_a_bracket(page, figures, second, second + 1):
        return False  # "$275.4 million, followed by capital outlay (24.0 percent, $111.8 million)"
    alone = range(max(one.tokens) + 1, other.first)
    signs = other.percent and bool(alone) and all(page.word(at) in SIGNS for at in alone)
    equal = one.mode is not Mode.TIMES and any(page.at(at, Mark.EQUAL) for at in between)
    return signs or equal or any(page.word(at) == "(" for at in between)


def _fill_a_bracket(page: Page, figures: Figures, first: int, second: int) -> bool:
    """Whether a share and its count are all that a bracket holds: "taxes (59.1 percent, $275.4 million)"."""
    one, other = figures[first], figures[second]
    between = [page.word(at) for at in range(max(one.tokens) + 1, min(other.tokens, default=0))]
    ends = page.word(min(one.tokens) - 1), page.word(max(other.tokens) + 1)
    return one.percent and not other.percent and between == [","] and ends == ("(", ")")


def linked_part(page: Page, figures: Figures, index: int, name: range) -> int | None:
    """The count that a share is, as words link them around the `name` of its whole.

    It stands right before the share, in a sentence that this one takes up, or behind it.
    """
    before = next((at for at in range(index - 1, max(index - 3, -1), -1) if figures[at].states), None)
    if before is not None and is_part(figures[before]) and _is_linked(page, figures, before, index, name):
        return before
    behind, share = index + 1, figures[index]
    if behind == len(figures) or not is_part(figures[behind]) or figures[behind].sentence != share.sentence:
        return None
    between = range(max(name.stop, share.span.last), figures[behind].first)
    if not between or len(between) > NOUNS or page.any_at(between, *JOINTS):
        return None
    led = all(page.word(at) in SIGNS or page.word(at) == "(" or page.has(at, *LINKS) for at in between)
    linked = led and any(page.word(at) != "," for at in between)
    return behind if linked or page.word(between[-1]) == "(" else None


def is_part(figure: Figure) -> bool:
    """Whether a figure can be a part or a whole that stands further off: some of it, and no range."""
    return is_count(figure) and figure.bound is not Bound.RANGE and (figure.stated or 0) > 0


def _is_linked(page: Page, figures: Figures, part: int, index: int, name: range) -> bool:
    """Whether the words from a count to a share set them equal: "31,270 hectares and this forms 37 %"."""
    count, share = figures[part], figures[index]
    start = max(count.span.last, count.unit_span.last if count.unit_span else 0)
    at = (name.start if name and name.start < share.first else share.first) - 1
    if at - start > NEAR or share.sentence - count.sentence > 1 or page.till(share.first - 1, Mark.OF_THEM):
        return False
    linked, low = False, page.bounds(share.span.first)[0]
    while at >= start:
        size = max(page.till(at, mark) for mark in LINKS)
        if not size and page.word(at) not in SIGNS and page.word(at) != "(":
            break
        joint = page.till(at, Mark.CLAUSE_JOINT) == size
        linked = linked or (size > 0 and not joint) or page.word(at) in {"(", ","}
        at -= size or 1
    if count.sentence != share.sentence:
        return linked and at < low and page.has(low, Mark.THIS)
    nouns = range(start, at + 1)
    return (
        linked
        and len(nouns) <= NOUNS
        and all(page.is_word(one) and not page.has(one, Mark.CLAUSE_JOINT, Mark.RELATIVE) for one in nouns)
    )
