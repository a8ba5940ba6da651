"""Shares of one whole: "Sweden (42,500, or 10 %), Italy (28,400, or 7 %)", "36 % (218) for, 64 % (382) no".

So are multiples of one number: "bankers 458 (2.5 times as much), miners 387 (2.1 times)".

Each count with its percentage tells how large their whole is. Where several agree, and the text has a number
of that size, or all of them add up to it, one that does not agree is to be looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from operator import add, truediv

from edureport.model.interval import Interval
from edureport.model.printing import Printing, follows
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, derive, fits, percentage
from edureport.prose.relations.ends import same_unit
from edureport.prose.relations.near_misses import digits, is_digit_off, is_near_miss, with_another_digit
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.share_pairs import SharePair, share_pairs
from edureport.prose.relations.sums import quantity

FEW = 3  # shares of which two must agree
APART = 2  # sentences between one share and the next, and from a whole to those that add up to it
EXACT = 3  # digits of a percentage that fits hardly by chance
BACK = 60  # figures before, among which the whole is
TWO = 2  # pairs that add up, and digits of their parts where one may be wrong
MOST = 12  # pairs that add up to what no other number tells


def common_wholes(page: Page, figures: Sequence[Figure], known: Mapping[int, Relation]) -> Iterator[Relation]:
    """The shares, but for those that are `known`, whose whole others have, too."""
    groups: dict[bool, list[SharePair]] = {False: [], True: []}
    found: list[Relation] = []
    for pair in share_pairs(page, figures, {share: one.parts[0] for share, one in known.items()}):
        group = groups[pair.multiple]
        if group and figures[pair.share].sentence - figures[group[-1].share].sentence > APART:
            found += _of(figures, group, known)
            groups[pair.multiple] = group = []
        group.append(pair)
    for group in groups.values():
        found += _of(figures, group, known)
    return (one for one in found if one.parts[-1] not in known)


def _of(
    figures: Sequence[Figure], group: Sequence[SharePair], known: Mapping[int, Relation]
) -> list[Relation]:
    """The shares of a group, or of each of its sentences, if one whole explains them."""
    found = list(_of_one(figures, group, known))
    sentences = [list(own) for _, own in groupby(group, key=lambda pair: figures[pair.share].sentence)]
    if found or len(sentences) < 2:
        return found
    return [one for own in sentences for one in _of_one(figures, own, known)]


def _of_one(
    figures: Sequence[Figure], group: Sequence[SharePair], known: Mapping[int, Relation]
) -> Iterator[Relation]:
    """The shares of a group, if all of them, or all but one, are of one number, or of their sum."""
    if len(group) < 2:
        return
    levels = list(_levels(figures, group, known))
    read = [_read(figures, whole, group) for whole in levels if _can_be_whole(figures, whole, group)]
    agreeing = [shares for shares in read if all(one.holds for one in shares)]
    nearly = [shares for shares in read if _nearly_agree(figures, shares)]
    many = len(group) >= FEW
    if many and (agreeing or len(nearly) == 1):
        yield from (agreeing or nearly)[0]
    elif slipped := [*_of_slipped(figures, group, read[0])] if many and read and not nearly else []:
        yield from slipped
    elif not group[0].multiple:
        yield from _of_sums(figures, group, known)


def _levels(
    figures: Sequence[Figure], group: Sequence[SharePair], known: Mapping[int, Relation]
) -> Iterator[int]:
    """The numbers that may be the whole: that of a known share, and each before once, the nearest first."""
    start = min(min(pair.part, pair.share) for pair in group)
    told = [known[pair.share].whole for pair in group if pair.share in known]
    values = set()
    for index in (*told, *range(start - 1, max(start - BACK, 0) - 1, -1)):
        if index is None or figures[index].stated in values or not _is_level(figures[index]):
            continue
        values.add(figures[index].stated)
        yield index


def _is_level(figure: Figure) -> bool:
    level = comparable(figure) and figure.bound is Bound.EXACT and not figure.percent
    return level and figure.kind is not FigureKind.CHANGE


def _can_be_whole(figures: Sequence[Figure], whole: int, group: Sequence[SharePair]) -> bool:
    counts = sorted(figures[pair.part].stated or 0 for pair in group)
    stated = figures[whole].stated or 0
    if group[0].multiple:
        return 0 < stated < counts[1]  # the smallest may be wrong
    return stated > counts[-2]  # the largest may be wrong


def _read(figures: Sequence[Figure], whole: int, group: Sequence[SharePair]) -> list[Relation]:
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


def _nearly_agree(figures: Sequence[Figure], shares: Sequence[Relation]) -> bool:
    """Whether all shares but one agree, or most, and not by chance as "7 %" and "6 %" do."""
    agreeing = [one for one in shares if one.holds]
    wrong = [one for one in shares if not one.holds]
    exact = any(digits(figures[one.parts[-1]]) >= EXACT for one in agreeing)
    if len(wrong) <= 1:
        return len(wrong) == 1 and (exact or len(agreeing) >= FEW)
    return exact and len(agreeing) >= FEW * len(wrong) and all(_is_off(figures, one) for one in wrong)


def _is_off(figures: Sequence[Figure], one: Relation) -> bool:
    if one.whole is None or one.kind is not RelationKind.SHARE:
        return False
    part, share = (figures[index] for index in one.parts)
    return is_digit_off(percentage, (part, figures[one.whole]), share)


def _of_slipped(
    figures: Sequence[Figure], group: Sequence[SharePair], read: Sequence[Relation]
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


def _of_sums(
    figures: Sequence[Figure], group: Sequence[SharePair], known: Mapping[int, Relation]
) -> Iterator[Relation]:
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


def _make_a_whole(figures: Sequence[Figure], run: Sequence[SharePair]) -> bool:
    """Whether each share of a run is that of its part in the sum of all parts."""
    parts = [figures[one.part] for one in run]
    exact = all(figures[index].bound is Bound.EXACT for one in run for index in (one.part, one.share))
    return exact and all(fits(_in_sum, (figures[one.part], *parts), figures[one.share]) for one in run)


def _in_sum(part: Interval, *parts: Interval) -> Interval:
    return percentage(part, _sum(*parts))


def _sum(*parts: Interval) -> Interval:
    return reduce(add, parts)


def _whole_of(
    figures: Sequence[Figure], run: Sequence[SharePair], known: Mapping[int, Relation]
) -> Iterator[Relation]:
    """The shares of a run, of the number that is its sum; the first if that is one digit off."""
    parts, levels = [figures[one.part] for one in run], list(_levels(figures, run, known))
    whole = next((index for index in levels if fits(_sum, parts, figures[index])), None)
    if whole is None:
        near = (index for index in levels if _is_near(figures, index, run))
        slipped = next(near, None)
        if slipped is not None and is_near_miss(lambda read: fits(_sum, parts, read[0]), [figures[slipped]]):
            yield _read(figures, slipped, run)[0]
            return
    for pair in run:
        yield _in_run(figures, run, pair, whole, Consistency.FOLLOWS)


def _is_near(figures: Sequence[Figure], whole: int, run: Sequence[SharePair]) -> bool:
    first, one = figures[min(run[0].part, run[0].share)], figures[whole]
    near = first.sentence - one.sentence <= APART and digits(one) >= EXACT
    return near and all(same_unit(one, figures[pair.part]) for pair in run)


def _in_run(
    figures: Sequence[Figure],
    run: Sequence[SharePair],
    pair: SharePair,
    whole: int | None,
    verdict: Consistency,
) -> Relation:
    """A share of a run as one of a number, or of the sum of the parts."""
    others = [one.part for one in run if one is not pair]
    parts = [figures[index] for index in (pair.part, pair.part, *others)]
    compute, given = (_in_sum, parts) if whole is None else (percentage, [parts[0], figures[whole]])
    found = derive(compute, given, figures[pair.share])
    members = (pair.part, *(() if whole is not None else others), pair.share)
    value = found[1] if found else None
    return Relation(RelationKind.SHARE, Rule.SHARE_COMMON, Certainty.LIKELY, whole, members, verdict, value)


def _nearly_a_whole(
    figures: Sequence[Figure], run: Sequence[SharePair], known: Mapping[int, Relation]
) -> Iterator[Relation]:
    """The pair of a run that one other digit would make shares of their sum, which may stand before them."""
    if not 1 < len(run) <= MOST or min(digits(figures[one.part]) for one in run) < TWO:
        return
    if _may_be_of_one(figures, run):
        return  # "6 % (276), 90 % (4,079)"
    found: dict[bool, Relation] = {}
    levels = list(_levels(figures, run, known))
    for pair, parts in _mended(figures, run):
        whole = next((at for at in levels if fits(_sum, parts, figures[at])), None)
        found.setdefault(whole is None, _in_run(figures, run, pair, whole, Consistency.DOUBTFUL))
    yield from [found[unsaid] for unsaid in sorted(found)][:1]


def _mended(figures: Sequence[Figure], run: Sequence[SharePair]) -> Iterator[tuple[SharePair, list[Figure]]]:
    """Which pair of a run has another digit in its share or its part, and all parts, if so they agree."""
    for pair in run:
        for index in (pair.share, pair.part):
            for other in with_another_digit(figures[index]):
                read = [*figures[:index], other, *figures[index + 1 :]]
                if _make_a_whole(read, run):
                    yield pair, [read[one.part] for one in run]


def _may_be_of_one(figures: Sequence[Figure], run: Sequence[SharePair]) -> bool:
    """Whether a number that is not told can be the whole of all pairs."""
    pairs = [(quantity(figures[one.part]), quantity(figures[one.share])) for one in run]

    def meet(printing: Printing) -> bool:
        wholes = [printing.of(part) / printing.of(share) for part, share in pairs]
        return max(one.low for one in wholes) <= min(one.high for one in wholes)

    try:
        return follows(meet)
    except ZeroDivisionError:
        return True
