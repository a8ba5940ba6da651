"""Shares of one whole: "Sweden (42,500, or 10 %), Italy (28,400, or 7 %)", "36 % (218) for, 64 % (382) no".

So are multiples of one number: "bankers 458 (2.5 times as much), miners 387 (2.1 times)".

Each count with its percentage tells how large their whole is. Where several agree, and the text has a number
of that size, or all of them add up to it, one that does not agree is to be looked at.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial, reduce
from itertools import groupby
from operator import add, itemgetter

from edureport.model.interval import Interval
from edureport.model.printing import Printing, follows
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figures
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    derive,
    digits,
    fits,
    is_digit_off,
    is_near_miss,
    percentage,
    quantity,
    with_another_digit,
)
from edureport.prose.relations.ends import same_unit
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.share_pairs import SharePair, is_level, is_right_of_any, share_pairs
from edureport.prose.relations.shares import without_others

FEW = 3  # shares of which two must agree
APART = 2  # sentences between one share and the next, and from a whole to those that add up to it
FAR = 6  # and between those of which one is a digit off
EXACT = 3  # digits of a percentage that fits hardly by chance
BACK = 60  # figures before, among which the whole is
TWO = 2  # pairs that add up, and digits of their parts where one may be wrong
ALL = Decimal(100)  # percent
MOST = 12  # pairs that add up to what no other number tells
Known = Mapping[int, Relation]  # the relations of some shares, by their indices


def common_wholes(page: Page, figures: Figures, known: Known) -> Iterator[Relation]:
    """The shares, but for those that are `known`, whose whole others have, too.

    Where but two agree, or others stand further apart, one that does not is looked at if it is a digit off.
    """
    pairs = list(share_pairs(page, figures, {share: one.parts[0] for share, one in known.items()}))
    found = [one for group in _groups(figures, pairs, APART) for one in _of(figures, group, known)]
    yield from (one for one in found if one.parts[-1] not in known)
    told = {one.parts[-1] for one in found}
    for group in _groups(figures, pairs, FAR):
        if not 1 < len(group) <= MOST or group[0].multiple:
            continue
        slip = _slip(figures, group, known)
        slips = [slip] if slip else [one for one in _of_sums(figures, group, known) if not one.holds]
        right = {pair.share for pair in group if is_right_of_any(figures, pair)}
        yield from without_others(page, figures, (one for one in slips if one.parts[-1] not in told | right))


def _groups(figures: Figures, pairs: Iterable[SharePair], apart: int) -> Iterator[list[SharePair]]:
    """The shares, and the multiples, each no more than some sentences from the one before."""
    groups: dict[bool, list[SharePair]] = {}
    for pair in pairs:
        group = groups.setdefault(pair.multiple, [])
        if group and figures[pair.share].sentence - figures[group[-1].share].sentence > apart:
            yield group
            groups[pair.multiple] = group = []
        group.append(pair)
    yield from groups.values()


def _slip(figures: Figures, group: Sequence[SharePair], known: Known) -> Relation | None:
    """The only share of a group that is one digit off, if the others are of a number before all of them."""
    slips, asked = [], [one for one in group if one.share not in known]
    for whole in _levels(figures, group, known):
        wrong = [one for one in _read(figures, asked, [whole]) if not one.holds]
        if len(wrong) != 1 or not _is_digit_off(figures, wrong[0]):
            continue  # the shares of a long table, each of its own whole, are not read for each of these
        read = [*wrong, *(one for one in _read(figures, group, [whole]) if one.holds)]
        if _nearly_agree(figures, read):
            slips.append((len(read), wrong[0]))
    best = [slip for agreeing, slip in slips if agreeing == max(slips, key=itemgetter(0))[0]]
    return best[0] if len(best) == 1 else None


def _is_digit_off(figures: Figures, share: Relation) -> bool:
    whole, part, stated = (figures[index] for index in share.members)
    alike = same_unit(whole, part) and whole.stated != part.stated
    return alike and is_digit_off(percentage, (part, whole), stated)


def _of(figures: Figures, group: Sequence[SharePair], known: Known) -> list[Relation]:
    """The shares of a group, or of each of its sentences, if one whole explains them."""
    found = list(_of_one(figures, group, known))
    sentences = [list(own) for _, own in groupby(group, key=lambda pair: figures[pair.share].sentence)]
    if found or len(sentences) < 2:
        return found
    return [one for own in sentences for one in _of_one(figures, own, known)]


def _of_one(figures: Figures, group: Sequence[SharePair], known: Known) -> Iterator[Relation]:
    """The shares of a group, if all of them, or all but one, are of one number, or of their sum."""
    if len(group) < TWO:
        return
    levels = _levels(figures, group, known) if len(group) >= FEW else ()
    wholes = [index for index in levels if _can_be_whole(figures, index, group)]
    read = [_read(figures, group, [whole]) for whole in wholes]
    agreeing = [shares for shares in read if all(one.holds for one in shares)]
    nearly = [shares for shares in read if _nearly_agree(figures, shares)]
    exact = sum(digits(figures[one.share]) >= EXACT for one in group) >= TWO
    slips = [figures[whole] for whole in wholes[:1] if exact and digits(figures[whole]) >= EXACT]
    if agreeing or len(nearly) == 1:
        told = (agreeing or nearly)[0]
        right = [figures[one.parts[-1]] for one in told if one.holds]
        sure = group[0].multiple or sum(digits(share) >= EXACT for share in right) >= TWO
        yield from (one for one in told if one.holds or sure or _is_digit_off(figures, one))
    elif not nearly and slips and is_near_miss(partial(_agree, figures, group), slips):
        yield read[0][0]
    elif not group[0].multiple:
        yield from _of_sums(figures, group, known)


def _levels(figures: Figures, group: Sequence[SharePair], known: Known) -> list[int]:
    """The numbers that may be the whole: that of a known share, and each before once, the nearest first."""
    start = min(min(pair.part, pair.share) for pair in group)
    told = [known[pair.share].whole for pair in group if pair.share in known]
    levels: dict[Decimal | None, int] = {}
    for index in (*told, *range(start - 1, max(start - BACK, 0) - 1, -1)):
        if index is not None and is_level(figures[index]):
            levels.setdefault(figures[index].stated, index)
    return list(levels.values())


def _can_be_whole(figures: Figures, whole: int, group: Sequence[SharePair]) -> bool:
    counts = sorted(figures[pair.part].stated or 0 for pair in group)
    stated = figures[whole].stated or 0
    if group[0].multiple:
        return 0 < stated < counts[1]  # the smallest may be wrong
    return stated > counts[-2]  # the largest may be wrong


def _read(figures: Figures, group: Sequence[SharePair], whole: Sequence[int]) -> list[Relation]:
    """The shares as those of a number, or of all parts."""
    result = []
    for part, share, multiple in group:
        given = [figures[index] for index in (part, *whole)]
        verdict, value = derive(_multiple if multiple else _share, given, figures[share]) or (None, None)
        kind = RelationKind.MULTIPLE if multiple else RelationKind.SHARE
        told, others = (whole[0], ()) if len(whole) == 1 else (None, [one for one in whole if one != part])
        members = (part, whole[0], share) if multiple else (told, part, *others, share)
        verdict = verdict if verdict is Consistency.FOLLOWS else Consistency.DOUBTFUL
        known = Certainty.LIKELY
        result.append(Relation(kind, Rule.SHARE_COMMON, known, members[0], members[1:], verdict, value))
    return result


def _multiple(part: Interval, *whole: Interval) -> Interval:
    return part / _sum(*whole)


def _share(part: Interval, *whole: Interval) -> Interval:
    return percentage(part, _sum(*whole))


def _sum(*parts: Interval) -> Interval:
    return reduce(add, parts)


def _agree(figures: Figures, group: Sequence[SharePair], whole: Figures) -> bool:
    """Whether all shares of a group are those of a number, or of all parts."""
    return all(
        fits(_multiple if multiple else _share, (figures[part], *whole), figures[share])
        for part, share, multiple in group
    )


def _nearly_agree(figures: Figures, shares: Sequence[Relation]) -> bool:
    """Whether all shares but one agree, or most, and not by chance as "7 %" and "6 %" do."""
    agreeing = [figures[one.parts[-1]] for one in shares if one.holds]
    wrong = [[figures[index] for index in one.members] for one in shares if not one.holds]
    exact = any(digits(share) >= EXACT for share in agreeing)
    if len(wrong) <= 1:
        return len(wrong) == 1 and (exact or len(agreeing) >= FEW)
    few = exact and len(agreeing) >= FEW * len(wrong)
    return few and all(is_digit_off(percentage, (part, whole), share) for whole, part, share in wrong)


def _of_sums(figures: Figures, group: Sequence[SharePair], known: Known) -> Iterator[Relation]:
    """The runs of pairs that are shares of their sum, and those between them that one digit would make so."""
    at, rest = 0, list[SharePair]()
    while at < len(group):
        sizes = range(min(len(group) - at, MOST), 1, -1)
        size = next((one for one in sizes if _make_a_whole(figures, group[at : at + one])), 0)
        if size:
            yield from _nearly_a_whole(figures, rest, known)
            yield from _whole_of(figures, group[at : at + size], known)
            rest = []
        else:
            rest.append(group[at])
        at += size or 1
    yield from _nearly_a_whole(figures, rest, known)


def _make_a_whole(figures: Figures, run: Sequence[SharePair]) -> bool:
    """Whether each share of a run is that of its part in the sum of all parts."""
    total = sum((figures[one.share].stated or ALL for one in run), -ALL)
    if abs(total) > len(run):  # each may be rounded, or cut off
        return False
    exact = all(figures[index].bound is Bound.EXACT for one in run for index in (one.part, one.share))
    return exact and _agree(figures, run, [figures[one.part] for one in run])


def _whole_of(figures: Figures, run: Sequence[SharePair], known: Known) -> list[Relation]:
    """The shares of a run, of the number that is its sum; the first if that is one digit off."""
    indices, levels = [one.part for one in run], _levels(figures, run, known)
    parts = [figures[index] for index in indices]
    whole = next(([index] for index in levels if fits(_sum, parts, figures[index])), None)
    for index in levels if whole is None else ():
        one = [figures[index]]
        if _is_near(figures, index, run) and is_near_miss(lambda it: fits(_sum, parts, it[0]), one):
            return _read(figures, run, [index])[:1]
    return _read(figures, run, whole or indices)


def _is_near(figures: Figures, whole: int, run: Sequence[SharePair]) -> bool:
    first, one = figures[min(run[0].part, run[0].share)], figures[whole]
    near = first.sentence - one.sentence <= APART
    return near and all(same_unit(one, figures[pair.part]) for pair in run)


def _nearly_a_whole(figures: Figures, run: Sequence[SharePair], known: Known) -> Iterator[Relation]:
    """The pair of a run that one other digit would make shares of their sum, told before them or not."""
    if not 1 < len(run) <= MOST or min(digits(figures[one.part]) for one in run) < TWO:
        return
    if _may_be_of_one(figures, run):
        return  # "6 % (276), 90 % (4,079)"
    levels, found = _levels(figures, run, known), dict[bool, Relation]()
    own = [figures[index] for one in run for index in (one.share, one.part)]
    pairs = [SharePair(place + 1, place) for place in range(0, len(own), 2)]
    for place in range(len(own)):
        for read in with_another_digit(own, place):
            if _make_a_whole(read, pairs):
                whole = next(([index] for index in levels if fits(_sum, read[1::2], figures[index])), None)
                asked = _read(figures, run, whole or [one.part for one in run])[place // 2]
                found.setdefault(whole is None, asked._replace(verdict=Consistency.DOUBTFUL))
    yield from [found[unsaid] for unsaid in sorted(found)][:1]


def _may_be_of_one(figures: Figures, run: Sequence[SharePair]) -> bool:
    """Whether a number that is not told can be the whole of all pairs."""
    pairs = [(quantity(figures[one.part]), quantity(figures[one.share])) for one in run]

    def meet(printing: Printing) -> bool:
        wholes = [printing.of(part) / printing.of(share) for part, share in pairs]
        return max(one.low for one in wholes) <= min(one.high for one in wholes)

    try:
        return follows(meet)
    except ZeroDivisionError:
        return True
