"""Weighed shares: counts with a percentage beside them, and what most likely is the whole of each.

"Last year 26,244 guests came, 6,681 of them from afar. Most – 21,271, or 87 % – came privately": no word says
surely what the share is of. Words that lead from a number to the part speak for it, and each number between
them against it. Somebody is asked where no less speaks for a number than against it, the share is right of no
number around, and one digit would make it right of this one.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, SumRole, TokenSpan
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    HUNDRED,
    derive,
    digits,
    fits,
    is_digit_off,
    is_index,
    percentage,
    stating,
)
from edureport.prose.relations.division import in_genitive
from edureport.prose.relations.ends import same_unit
from edureport.prose.relations.named_wholes import Name, has_name, name_of
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.share_pairs import (
    BACK,
    SharePair,
    is_level,
    is_part,
    is_right_of_any,
    is_share,
    share_pairs,
)
from edureport.prose.relations.shares import ShareOf, is_called_otherwise
from edureport.prose.relations.spans import MOVES

SURE, STRONG, AGAINST = 3, 2, -2  # what speaks for a whole, and against it; other words are 1
THOUSANDS = 3  # zeros at the end of a count that is a rounded one
FEW = 2  # digits of a count and of a percentage
SENTENCES = 4  # before a share
CLOSE, AFTER = 6, 3  # tokens from a count to its percentage, and from a percentage to its count
LEADING = (Mark.OF_THEM, Mark.OPENER_STRONG)
TAKEN = (Mark.OUT_OF, Mark.LEAST_FROM)
APART = (Mark.CLAUSE_JOINT, Mark.CONTRAST, Mark.INTEREST, Mark.EARLIER, *MOVES)


class KnownShares(NamedTuple):
    """What is known of the figures: which are shares that are right, or accused; of which wholes they are."""

    shares: AbstractSet[int]
    accused: AbstractSet[int]
    divided: AbstractSet[tuple[int, int]]  # parts, each with a whole
    wholes: AbstractSet[int]  # of shares that are right

    @classmethod
    def of(cls, relations: Sequence[Relation]) -> "KnownShares":
        """What some relations tell."""
        parts = [one for one in relations if one.kind is RelationKind.PARTS and one.whole is not None]
        right = [one for one in relations if one.holds]
        shares = [one for one in right if one.kind is RelationKind.SHARE and one.whole is not None]
        wrong = [one for one in relations if not one.holds and one.verdict is not Consistency.PARTIAL]
        return cls(
            {one.parts[-1] for one in right},
            {index for one in wrong for index in one.members},
            {(part, one.whole) for one in parts for part in one.parts if one.whole is not None},
            {one.whole for one in shares if one.whole is not None},
        )


def weighed_shares(page: Page, figures: Figures, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The shares that one digit keeps from being right of their likeliest whole."""
    known = KnownShares.of(relations)
    for pair in _pairs(page, figures):
        if pair.multiple or pair.share in known.shares or known.accused & {pair.part, pair.share}:
            continue
        if _is_of_another_time(page, figures, pair) or _is_in_list_of_others(page, figures, pair):
            continue
        part, share = figures[pair.part], figures[pair.share]
        if not _is_told(page, part, share) or is_right_of_any(figures, pair):
            continue
        weight, best = max(_wholes(page, figures, pair, known), default=(-1, 0))
        if weight >= 0 and (derived := derive(percentage, (part, figures[best]), share)):
            kind, rule, parts = RelationKind.SHARE, Rule.SHARE_WEIGHED, (pair.part, pair.share)
            yield Relation(kind, rule, Certainty.LIKELY, best, parts, Consistency.DOUBTFUL, derived[1])


def _pairs(page: Page, figures: Figures) -> Iterator[SharePair]:
    """The counts that words or signs join with a percentage, and those that just stand beside one."""
    joined = {pair.share: pair for pair in share_pairs(page, figures, {})}
    yield from joined.values()

    paired = set(joined)
    for first, second in pairwise(stating(figures)):
        part, share = (second, first) if figures[first].percent else (first, second)
        if share not in paired and _are_beside(page, figures, part, share):
            paired.add(share)
            yield SharePair(part, share)


def _is_of_another_time(page: Page, figures: Figures, pair: SharePair) -> bool:
    """Whether words between a count and its percentage set one of them in a time before: "(in 2023 42 %)".

    Or call both a change: "a 16 % or $154.0 million, increase".
    """
    first, second = sorted((figures[pair.part], figures[pair.share]), key=lambda one: one.span.first)
    last = max(second.tokens) + 1
    changes = page.any_at(range(last, min(last + FEW, page.bounds(last - 1)[1])), *MOVES)
    return changes or page.any_at(range(first.span.last, second.span.first), Mark.EARLIER)


def _is_in_list_of_others(page: Page, figures: Figures, pair: SharePair) -> bool:
    """Whether it, or a percentage before in the sentence, is a change, an index or one of a plan.

    So are the others of a list then: "5,452 to Ayr (up 9.5 %), 4,311 to Bute (51.0 %)".
    """
    sentence = figures[pair.share].sentence
    return any(
        figures[at].percent and figures[at].sentence == sentence and _is_compared(page, figures, at)
        for at in range(max(pair.share - BACK, 0), pair.share + 1)
    )


def _is_compared(page: Page, figures: Figures, at: int) -> bool:
    """Whether a percentage is a change, an index or one of a plan."""
    one = figures[at]
    if at and figures[at - 1].kind is FigureKind.DATE:
        gap = range(figures[at - 1].span.last, one.first)
        if page.language.head_final and len(gap) < FEW and all(page.is_word(word) for word in gap):
            return True
    name = name_of(page, one)
    against = page.at(max(one.tokens) + 1, Mark.AGAINST) > 0
    return one.kind is FigureKind.CHANGE or against or is_index(page, one) or bool(name and name.plan)


def _are_beside(page: Page, figures: Figures, part: int, share: int) -> bool:
    """Whether nothing but a few words of one clause part a count and a percentage that ends it."""
    first, second = figures[min(part, share)], figures[max(part, share)]
    gap = range(first.span.last, second.first)
    told = is_part(figures[part]) and is_share(page, figures[share]) and first.sentence == second.sentence
    if not told or len(gap) > (CLOSE if part < share else AFTER):
        return False
    low, high = page.bounds(figures[share].span.first)
    before = range(max(low, first.first - AFTER), second.first)
    behind = max(figures[share].tokens) + 1
    told_on = any(page.word(at) == "," and page.is_word(at + 1) for at in gap[:-1])
    goes_on = part < share and behind < high and page.is_word(behind) and not page.language.head_final
    moved = share < part and page.any_at(gap, Mark.FROM, Mark.TO)  # "to 14.5 % from 11.8", "17.9 % to 1.5"
    parted = told_on or goes_on or moved or page.any_at(before, *APART)
    return not parted and all(page.word(at) != ";" for at in gap)


def _is_told(page: Page, part: Figure, share: Figure) -> bool:
    """Whether a count and its percentage are written exactly, and with enough digits."""
    exact = part.bound is Bound.EXACT is share.bound and "/" not in share.words
    digital = page.tokens[part.span.first].is_digits and page.tokens[share.span.first].is_digits
    enough = min(digits(part), digits(share)) >= FEW and 0 < (share.stated or 0) < HUNDRED.low
    return exact and digital and enough and is_share(page, share)


def _wholes(page: Page, figures: Figures, pair: SharePair, known: KnownShares) -> Iterator[tuple[int, int]]:
    """The numbers before a pair of which its share would be but for one digit, behind what each weighs."""
    part, share, start = figures[pair.part], figures[pair.share], min(pair.part, pair.share)
    told: set[Decimal | None] = set()
    for index in range(start - 1, max(start - BACK, -1), -1):
        level = figures[index]
        if part.sentence - level.sentence > SENTENCES:
            break
        larger = not told or (level.stated or 0) > (part.stated or 0)
        if (
            larger
            and is_level(level)
            and level.stated not in {*told, part.stated}
            and not _is_count_beside_fraction(level, part)
            and page.tokens[level.span.first].is_digits
            and same_unit(level, part)
        ):
            told.add(level.stated)
            rounded = fits(percentage, (_rounded(part), _rounded(level)), share)
            if not rounded and is_digit_off(percentage, (part, level), share):
                yield _weight(page, figures, pair, index, known) - len(told) + 1, index


def _rounded(count: Figure) -> Figure:
    """A count in thousands as one that is rounded to the last of its digits but zeros: 15,000."""
    told = count.quantity
    place = last_digit(told.stated) if told is not None else 0
    if told is None or told.precision or place < THOUSANDS:
        return count
    return count._replace(quantity=replace(told, precision=Decimal(1).scaleb(place)))


def _is_count_beside_fraction(level: Figure, part: Figure) -> bool:
    """Whether one is a whole number and the other no part of it: "raised 14 times, to 14.5 % from 11.8"."""
    return part.unit is None and not (level.stated or 0) % 1 and (part.stated or 0) % 1 > 0


def _has_percentage(page: Page, figures: Figures, index: int) -> bool:
    """Whether a number has a percentage of its own right beside it."""
    for one, other in pairwise(figures[max(index - 1, 0) : index + 2]):
        gap = range(one.span.last, other.span.first)
        close = 0 < len(gap) <= AFTER and all(page.word(at) != ";" for at in gap)
        if close and (one.percent or other.percent) and one.sentence == other.sentence:
            return True
    return False


def _name_behind_bracket(page: Page, share: Figure, part: Figure) -> Name | None:
    """What the words behind the bracket of a part call the whole: "44 % (5.44 GW) of the new capacity"."""
    closing = max(part.tokens) + 1
    if part.first < share.first or page.word(closing) != ")" or page.language.head_final:
        return None
    if not (
        page.at(closing + 1, Mark.OUT_OF) or page.language.has_case(page.word(closing + 1), Ending.GENITIVE)
    ):
        return None
    return name_of(page, share._replace(span=TokenSpan(share.span.first, closing + 1)))


def _weight(page: Page, figures: Figures, pair: SharePair, index: int, known: KnownShares) -> int:
    """How much speaks for a whole: other relations, unit, words; and against it: another number or name."""
    part, share, level = figures[pair.part], figures[pair.share], figures[index]
    start = min(pair.part, pair.share)
    taken = any(page.till(level.first - 1, mark) for mark in TAKEN) or level.role is SumRole.TOTAL
    taken = taken or (page.language.head_final and in_genitive(page, level))
    weight = level.sentence - part.sentence + taken + (part.unit == level.unit is not None)
    weight += page.any_at(range(level.span.last, figures[start].first), *LEADING)
    weight += not any(one.states for one in figures[index + 1 : start])
    weight += SURE * ((pair.part, index) in known.divided) + STRONG * (index in known.wholes)
    weight += AGAINST * is_called_otherwise(page, figures, ShareOf(pair.part, index, pair.share))
    name = name_of(page, share) or _name_behind_bracket(page, share, part)
    if name and (name.stems or name.narrowed):
        named = not name.narrowed and has_name(page, level, name)
        weight += STRONG if named else -SURE
    return weight - SURE * _has_percentage(page, figures, index)
