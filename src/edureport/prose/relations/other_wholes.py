"""Other wholes: whether a share is one of something else than the count that seems to be its whole.

"Of 2,256 farms 1,046 (48.1 % of the plan) were inspected", "(60.3 % women)", "(a turnout of 48.4 %)";
"coverage rose from 29.9 % to 49.0 % (3,370 of 6,879)", "of the rest 257 (11.5 %) were sent back".
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import HUNDRED, fits, percentage
from edureport.prose.relations.named_wholes import PLANS, Name, name_of, stem_of, stems, total_named
from edureport.prose.relations.other_things import JOINTS, STEM, named
from edureport.prose.relations.relation import Relation, RelationKind
from edureport.prose.relations.share_pairs import NEAR, NOUNS, is_count, is_share

SAYS_SHARE = (
    *JOINTS, Mark.SHARE, Mark.PROPORTION, Mark.MAKING, Mark.AMOUNTING, Mark.THAT, Mark.TOTAL,
)  # fmt: skip
ENDS = frozenset(",;)")


class ShareOf(NamedTuple):
    """A share with the part and the whole that it is not right of."""

    part: int
    whole: int
    share: int


def without_others(
    page: Page, figures: Sequence[Figure], relations: Iterable[Relation]
) -> Iterator[Relation]:
    """The relations but for shares that are wrong and of something else."""
    for one in relations:
        if one.kind is RelationKind.SHARE and not one.holds and one.whole is not None:
            read = ShareOf(one.parts[0], one.whole, one.parts[-1])
            sentence = figures[read.share].sentence
            indices = [index for index, figure in enumerate(figures) if figure.sentence == sentence]
            if is_of_another(page, figures, indices, read):
                continue
        yield one


def is_of_another(page: Page, figures: Sequence[Figure], indices: Sequence[int], read: ShareOf) -> bool:
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


def _fits_others(page: Page, figures: Sequence[Figure], indices: Sequence[int], read: ShareOf) -> bool:
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
        or any(
            _fits_the_rest(part, whole, figures[index], share) for index in range(read.whole + 1, read.part)
        )
    )


def _fits_the_rest(part: Figure, whole: Figure, other: Figure, share: Figure) -> bool:
    """Whether a part is that share of what is left of the whole without another part before it."""
    room = is_count(other) and (part.stated or 0) + (other.stated or 0) <= (whole.stated or 0)
    return room and fits(_share_of_rest, (part, whole, other), share)


def _share_of_rest(part: Interval, whole: Interval, other: Interval) -> Interval:
    return percentage(part, whole - other)


def is_no_share(page: Page, figures: Sequence[Figure], read: ShareOf) -> bool:
    """Whether a percentage may be no share of a whole: more than all of it, or as the whole has one, too.

    «471 голова (101,0 % к 2023 году), в том числе коров 176 (105,1 %)»; «567 км, или 62 % …, в городе 211».
    """
    whole, index = read.whole, read.share
    of_total = total_named(page, figures[index])  # "28 (3.9 % of all minors)" of the disabled
    if of_total and not of_total & (stems(page, figures[index]) | stems(page, figures[whole])):
        return True
    behind = next(
        (one for one in figures[whole + 1 : index] if one.kind is not FigureKind.DATE), figures[index]
    )
    between = range(figures[whole].span.last, behind.span.first)
    joined = any(page.word(at) == "(" or page.at(at, Mark.EQUAL) for at in between)
    own = joined and behind.percent and behind is not figures[index] and len(between) < NEAR
    return own or (figures[index].stated or 0) > HUNDRED.low


def is_called_otherwise(page: Page, figures: Sequence[Figure], read: ShareOf) -> bool:
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


def may_be_called_otherwise(page: Page, figures: Sequence[Figure], read: ShareOf) -> bool:
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


def _has_noun_in_bracket(page: Page, figures: Sequence[Figure], share: Figure, start: int) -> bool:
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
