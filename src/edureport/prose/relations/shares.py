"""Shares in percent beside the counts they are shares of: «3700 қатысушының 1968-і (53,2 %)».

A share may be one of something else than the count that seems to be its whole: "of 2,256 farms 1,046 (48.1 %
of the plan) were inspected", "(60.3 % women)", "(a turnout of 48.4 %)"; "coverage rose from 29.9 % to 49.0 %
(3,370 of 6,879)", "of the rest 257 (11.5 %) were sent back".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Figures, Indices
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    HUNDRED,
    derive,
    digits,
    fits,
    is_digit_off,
    percentage,
    quantity,
)
from edureport.prose.relations.division import Division, in_genitive
from edureport.prose.relations.named_wholes import PLANS, Name, name_of, of_named, stem_of, stems, total_named
from edureport.prose.relations.relation import Consistency, Relation, RelationKind, Rule, certainty
from edureport.prose.relations.share_pairs import (
    NEAR,
    NOUNS,
    SIGNS,
    ShareReading,
    are_near,
    equals,
    is_count,
    is_share,
)
from edureport.prose.relations.spans import JOINTS, STEM, named

SAYS_SHARE = (
    *JOINTS, Mark.SHARE, Mark.PROPORTION, Mark.MAKING, Mark.AMOUNTING, Mark.THAT, Mark.TOTAL,
)  # fmt: skip
ENDS = frozenset(",;)")
LISTING = frozenset(":;–")
LOOSE = Decimal(10)  # percent within which a fraction in words is told
Wholes = Mapping[int, Division]  # the division of each part, by the index of the part


def wholes_of(divided: Iterable[Division]) -> dict[int, Division]:
    """The division of each part, by the index of the part; the first that is sure of it."""
    wholes: dict[int, Division] = {}
    for one in divided:
        sure = one.sure or (one.direct and one.countable and len(one.parts) == 1)
        for part in one.parts:
            if part not in wholes or (sure and not wholes[part].sure):
                wholes[part] = one._replace(sure=sure)
    return wholes


def shares(page: Page, figures: Figures, indices: Indices, wholes: Wholes) -> Iterator[Relation]:
    """The shares of one sentence, whose figures are at `indices`, with the part and the whole of each.

    Where as many shares of a whole are wrong as right, or more, they are of something else, or it is wrong.
    """
    found = list(_shares(page, figures, indices, wholes))
    for one in found:
        wrong = [other for other in found if other.whole == one.whole and not other.holds]
        right = [other for other in found if other.whole == one.whole and other.holds]
        if one.holds or len(wrong) == 1 or len(wrong) < len(right):
            yield one


def _shares(page: Page, figures: Figures, indices: Indices, wholes: Wholes) -> Iterator[Relation]:
    for at, index in enumerate(indices):
        share = figures[index]
        if not is_share(page, share):
            continue
        counted = _counted(page, figures, indices, at, wholes)
        before = counted and figures[max(counted.part - 1, 0)]
        if counted is None or before is None or before.span.last == figures[counted.part].span.first:
            continue  # something is missing before it: «11 187,2 169,7 мың»
        part, whole, sure, told, rule, _ = counted
        given = counted.given(figures)
        computed = derive(percentage, given, share)
        if computed is None:
            continue
        verdict, value = computed
        least, most = (quantity(one).interval.low for one in given)
        exceeds = most < least or (most == least and verdict is not Consistency.FOLLOWS)
        if exceeds and not ((sure or told) and digits(share) > 1 and is_digit_off(percentage, given, share)):
            continue  # a whole that is less than its part, but for a slip, is none
        if verdict is Consistency.DOES_NOT_FOLLOW:
            read = ShareOf(part, whole, index)
            another = is_of_another(page, figures, indices, read) or is_no_share(page, figures, read)
            if another or _is_loosely_told(page, given, share):
                continue
            doubted = may_be_called_otherwise(page, figures, read)
            sure, told = sure and not doubted, told or doubted
        sure = sure and not exceeds and page.tokens[share.span.first].is_digits  # half of it, or nearly
        likely = rule is Rule.SHARE_EQUAL and _is_lone_whole(figures, whole, index)
        asked = (told or exceeds or likely) and not sure and verdict is not Consistency.FOLLOWS
        near = asked and is_digit_off(percentage, given, share)
        if sure or near or verdict is Consistency.FOLLOWS:
            if near or (verdict is not Consistency.FOLLOWS and _is_rounded(given, share)):
                verdict, sure = Consistency.DOUBTFUL, False
            known = certainty(sure=sure)
            yield Relation(RelationKind.SHARE, rule, known, whole, (part, index), verdict, value)


def _is_lone_whole(figures: Figures, whole: int, share: int) -> bool:
    """Whether a number without a percentage of its own stands before a share of more digits than one."""
    before = figures[max(whole - 1, 0)]
    own = before.percent and before.sentence == figures[whole].sentence
    return digits(figures[share]) > 1 and not own and not _has_share(figures, whole)


def _is_loosely_told(page: Page, given: Figures, share: Figure) -> bool:
    """Whether a share is right without its bound, or a fraction in words: "to 4.3 % (2 of 46)", "a third"."""
    exact = share._replace(quantity=share.quantity and replace(share.quantity, bound=Bound.EXACT))
    if share.bound is not Bound.EXACT and fits(percentage, given, exact):
        return True
    if page.tokens[share.span.first].is_digits or share.quantity is None:
        return False
    about = replace(share.quantity, bound=Bound.EXACT, precision=LOOSE)
    return fits(percentage, given, share._replace(quantity=about))


def _is_rounded(given: Figures, share: Figure) -> bool:
    """Whether a share may be one in whole percent, printed with a zero behind it: 6 of 69 as 9.0 %."""
    if share.quantity is None or share.stated != round(share.stated or 0):
        return False
    whole = share._replace(quantity=replace(share.quantity, precision=Decimal(1)))
    return fits(percentage, given, whole)


def _counted(page: Page, figures: Figures, indices: Indices, at: int, wholes: Wholes) -> ShareReading | None:
    """The part and the whole of a share, and whether the words leave no doubt of it."""
    share = figures[indices[at]]
    counts = [index for index in indices if is_count(figures[index])]
    if share.kind is FigureKind.TARGET:
        return of_named(page, figures, counts, share)
    before = [index for index in counts if figures[index].span.first < share.span.first]
    owned = page.language.has_case(page.word(share.span.first - 1), Ending.GENITIVE)
    if before and page.language.head_final and owned and are_near(figures[before[-1]], share):
        # «21 097 өтініш, бұл 27 546 орындық жоспардың 76 пайызы»
        if len(before) < 2:
            return None
        return ShareReading(before[-2], before[-1], equals(page, figures[before[-1]]), rule=Rule.SHARE_OWNED)
    if at and figures[indices[at - 1]].kind is FigureKind.CHANGE and equals(page, share):
        return None  # it tells once more what changed: «490 краж (480 год назад; +10, или 2,1 %)»
    named = of_named(page, figures, counts, share)
    if before and equals(page, share) and _is_of_each(page, figures[before[-1]], share):
        return None
    if before and equals(page, share) and are_near(figures[before[-1]], share):
        counted = _with_whole(page, figures, counts, before[-1], wholes)
        return counted if counted and counted.sure else named or counted
    if named:
        return named
    within = all(page.word(at) in SIGNS for at in (share.first - 1, share.span.last))
    if before and within and (known := wholes.get(before[-1])) and are_near(figures[before[-1]], share):
        # "Of these 18 – 40 % – were gold"
        return ShareReading(before[-1], known.whole, told=True)
    after = next((index for index in counts if figures[index].span.first > share.span.first), None)
    if after is not None and equals(page, figures[after]) and are_near(share, figures[after]):
        return _with_whole(page, figures, counts, after, wholes)
    return _in_words(page, figures, share, before, [index for index in counts if index not in before])


def _is_of_each(page: Page, count: Figure, share: Figure) -> bool:
    """Whether a share is in the bracket of a name in a list: "in 6 of 12 regions: Ayr (8.1 %), Bute …"."""
    opening = _bracket(page, share)
    between = range(max(count.tokens) + 1, share.first if opening is None else opening)
    listed = (at for at in between if page.word(at) in LISTING)
    return opening is not None and any(page.tokens[at + 1].capital for at in listed)


def _in_words(
    page: Page, figures: Figures, share: Figure, before: Indices, after: Indices
) -> ShareReading | None:
    """«6 400 саженцев, четверть из них – 1 600», "a third of the 5,700 saplings, 1,900,"."""
    order = [*before[-1:], *after[:1]] if before else list(after[:2])
    if page.tokens[share.span.first].is_digits or len(order) < 2:
        return None
    if page.word(figures[order[1]].span.first - 1) not in {",", "–"}:
        return None
    return ShareReading(order[1], order[0], rule=Rule.SHARE_WORDS)


def _with_whole(
    page: Page, figures: Figures, counts: Indices, part: int, wholes: Wholes
) -> ShareReading | None:
    """The whole of a part, or the part of a whole: «57 из 60», «3700 қатысушының 1968-і»."""
    index = counts.index(part)
    for one, other in pairwise(counts[max(0, index - 1) : index + 2]):
        # "63%, or 1,968 of 3,700"; «в 57 из 60 сёл (95 %)»
        near = figures[other].span.first - figures[one].span.last < NEAR // 2
        if near and page.till(figures[other].span.first - 1, Mark.OUT_OF):
            # "6 % (one in 20)" is about as many.
            return ShareReading(one, other, sure=figures[one].stated != 1)
    if known := wholes.get(part):
        # Behind a list «бұл 80 пайыз» may be the share of all of it.
        same = [one for one in counts if one in wholes and wholes[one].whole == known.whole]
        listed = len(known.parts) > 1 and len(same) > 1 and same[-1] == part
        last = figures[part].span.last
        alone = not listed or any(page.word(at) == "(" for at in range(last, last + 3))
        return ShareReading(part, known.whole, known.sure and alone)
    return _before(page, figures, counts, index) if index else None


def _before(page: Page, figures: Figures, counts: Indices, index: int) -> ShareReading | None:
    """The count before a part as its whole, if nothing else says what its whole is."""
    part, whole = counts[index], counts[index - 1]
    figure, given = figures[whole], figures[part]
    own = whole > 0 and figures[whole - 1].percent and equals(page, figure)  # «на 14 % (7,2 млрд)»
    if given.role in PARTS or own or _has_share(figures, whole):
        return None  # «900-і, яғни 60 пайызы, 600-і, яғни 40 пайызы»
    same = given.unit == figure.unit
    if page.language.head_final and in_genitive(page, figure):  # «340-тың»
        return ShareReading(part, whole, sure=same or given.unit is None)
    between = [page.word(at) for at in range(figure.span.last, given.span.first)]
    if same and given.unit is not None and "(" in between and ")" not in between:
        # «24 педагога (у 6 педагогов (25 %))»
        return ShareReading(part, whole, sure=index == 1)
    if same and not page.language.case(page.word(figure.span.last)):
        return ShareReading(part, whole)
    return None


def _has_share(figures: Figures, index: int) -> bool:
    """Whether the figure behind one is its share in percent."""
    following = figures[min(index + 1, len(figures) - 1)]
    return following.percent and following.sentence == figures[index].sentence


class ShareOf(NamedTuple):
    """A share with the part and the whole that it is not right of."""

    part: int
    whole: int
    share: int


def without_others(page: Page, figures: Figures, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations but for shares that are wrong and of something else."""
    for one in relations:
        if one.kind is RelationKind.SHARE and not one.holds and one.whole is not None:
            read = ShareOf(one.parts[0], one.whole, one.parts[-1])
            sentence = figures[read.share].sentence
            indices = [index for index, figure in enumerate(figures) if figure.sentence == sentence]
            if is_of_another(page, figures, indices, read):
                continue
        yield one


def is_of_another(page: Page, figures: Figures, indices: Indices, read: ShareOf) -> bool:
    """Whether a share that is not right is one of something else, as words or other numbers tell.

    A list may say of what only at its first share: "in Ayr 935 (65.6 % of the plan), in Bute 887 (85.9 %)".
    More than all of the whole is none of it either.
    """
    start = read.whole if read.whole < read.share else -1
    listed = [index for index in indices if index > start and is_share(page, figures[index])]
    before = (read._replace(share=index) for index in listed if index <= read.share)
    return (
        any(is_called_otherwise(page, figures, one) for one in before)
        or (len(listed) > 1 and any(_is_measure(page, figures[index]) for index in listed))
        or any((figures[index].stated or 0) > HUNDRED.low for index in listed if index != read.share)
        or _fits_others(page, figures, indices, read)
    )


def _fits_others(page: Page, figures: Figures, indices: Indices, read: ShareOf) -> bool:
    """Whether other numbers of the sentence are right: another whole or share, or the rest of the whole.

    "12 of 15 schools have a gym; 9 of them (75 %) a pool"; "from 29.9 % to 49.0 % (3,370 of 6,879)"; "of
    3,707 1,468 were accepted, of the rest 257 (11.5 %) sent back".
    """
    part, whole, share = (figures[index] for index in read)
    others = [figures[index] for index in indices if index not in read]
    counts = [one for one in others if is_count(one)]
    digits = [one for one in others if one.percent and page.tokens[one.span.first].is_digits]
    return (
        any(fits(percentage, (part, other), share) for other in counts)
        or any(fits(percentage, (part, whole), other) for other in digits)
        or any(_fits_the_rest(part, whole, one, share) for one in figures[read.whole + 1 : read.part])
    )


def _fits_the_rest(part: Figure, whole: Figure, other: Figure, share: Figure) -> bool:
    """Whether a part is that share of what is left of the whole without another part before it."""
    room = is_count(other) and (part.stated or 0) + (other.stated or 0) <= (whole.stated or 0)
    return room and fits(lambda one, of, left: percentage(one, of - left), (part, whole, other), share)


def is_no_share(page: Page, figures: Figures, read: ShareOf) -> bool:
    """Whether a percentage may be no share of a whole: more than all of it, or as the whole has one, too.

    «471 голова (101,0 % к 2023 году), в том числе коров 176 (105,1 %)»; «567 км, или 62 % …, в городе 211».
    """
    whole, index = read.whole, read.share
    of_total = total_named(page, figures[index])  # "28 (3.9 % of all minors)" of the disabled
    if of_total and not of_total & (stems(page, figures[index]) | stems(page, figures[whole])):
        return True
    others = (one for one in figures[whole + 1 : index] if one.kind is not FigureKind.DATE)
    behind = next(others, figures[index])
    between = range(figures[whole].span.last, behind.span.first)
    joined = any(page.word(at) == "(" or page.at(at, Mark.EQUAL) for at in between)
    own = joined and behind.percent and behind is not figures[index] and len(between) < NEAR
    return own or (figures[index].stated or 0) > HUNDRED.low


def is_called_otherwise(page: Page, figures: Figures, read: ShareOf) -> bool:
    """Whether words beside a share say what it is of, and none before says the same of a whole before it."""
    whole, share = figures[read.whole], figures[read.share]
    name = name_of(page, share)
    if read.whole > read.share or (name and name.tokens.start == whole.span.last):
        return False
    start = page.bounds(whole.first)[0]
    beside = range(start, min(whole.span.last + NOUNS, share.first))
    if name and name.plan and not page.any_at(beside, *PLANS):
        return True
    if name and (name.stems or name.narrowed):
        return not page.has(name.tokens.start, Mark.ALL) and _is_new(page, name, start, share)
    return _has_noun_in_bracket(page, figures, share, start)


def may_be_called_otherwise(page: Page, figures: Figures, read: ShareOf) -> bool:
    """Whether a share is of "all" of what a synonym may name: "of 84 medals 21, or 25 % of all awards"."""
    name, start = name_of(page, figures[read.share]), page.bounds(figures[read.whole].first)[0]
    of_all = name is not None and page.has(name.tokens.start, Mark.ALL)
    return name is not None and of_all and _is_new(page, name, start, figures[read.share])


def _is_new(page: Page, name: Name, start: int, share: Figure) -> bool:
    """Whether the nouns of a name do not stand before its share."""
    before = (stem_of(page, at) for at in range(start, share.first) if at not in name.tokens)
    return not name.stems <= {*before}


def _is_measure(page: Page, share: Figure) -> bool:
    """Whether the bracket of a share calls it a measure that has its own whole: "(a turnout of 48 %)"."""
    opening = _bracket(page, share)
    return opening is not None and page.any_at(range(opening, share.first), Mark.PROPORTION)


def _has_noun_in_bracket(page: Page, figures: Figures, share: Figure, start: int) -> bool:
    """Whether the bracket of a share has a noun of its own: "(60.3 % women)"."""
    opening = _bracket(page, share)
    if opening is None or share.bound is not Bound.EXACT:
        return False
    end = max(share.tokens) + 1
    high = page.bounds(end - 1)[1]
    stop = next((at for at in range(end, high) if page.word(at) in ENDS), high)
    led = any(page.word(at) in ENDS or page.counts(at) for at in range(opening, share.first))
    words = named(page, figures, range(end if led else opening, stop), SAYS_SHARE)
    known = {page.word(at)[:STEM] for at in range(start, opening)}
    return any(page.word(at)[:STEM] not in known for at in words)


def _bracket(page: Page, share: Figure) -> int | None:
    """The token that opens the bracket of a share."""
    before = range(share.first - 1, page.bounds(share.span.first)[0] - 1, -1)
    sign = next((at for at in before if page.word(at) in {"(", ")"}), None)
    return sign if sign is not None and page.word(sign) == "(" else None
