"""Lone sums: a sentence whose only amounts are parts and their total, in any order.

"Thefts (1,764), burglaries (582) and robberies (139) together accounted for 2,485", "Among 1,250 graduates,
860 found work, 235 studied, and 155 did neither": words give one number the role of the total, and no other
number is told. Where one digit would make them add up they are to be looked at.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from edureport.prose.figures.figure import PARTS, Figure, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import by_sentence, digits, is_amount, stating
from edureport.prose.relations.division import Division, in_genitive, may_count_one, unsure
from edureport.prose.relations.itemised import LINE
from edureport.prose.relations.listing import in_bracket, is_taken_out_of
from edureport.prose.relations.other_things import JOINTS, STEM, named
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import (
    LONG,
    adds_up,
    first_sum,
    is_one_digit_off,
    may_be_cumulated,
    missing,
)

MANY = 9  # amounts of a sentence
SOON = 8  # tokens from the beginning of a sentence to the total of the one before
TWO, THREE = 2, 3  # digits of a total that is one digit off
COMPLETE = (Mark.CONSISTS, Mark.NAMELY)
SOME = (Mark.OPENER_STRONG, Mark.INCLUSIVE, Mark.OF_THEM)
KNOWN = (
    *JOINTS, Mark.BEFELL, Mark.SUMMING, Mark.TOTAL, Mark.ALL, Mark.TOTAL_AFTER, Mark.MAKING, Mark.AMOUNTING,
    Mark.IT,
)  # fmt: skip
OTHERS = (Mark.MEAN, Mark.THAN_UP, Mark.THAN_DOWN, Mark.AGAINST, Mark.EARLIER, Mark.COMPARED)


def lone_sums(page: Page, figures: Sequence[Figure], known: AbstractSet[int | None]) -> Iterator[Relation]:
    """The sums of sentences, but for those whose total is `known` to be one, or of two sentences."""
    before: list[list[int]] = []
    for own in by_sentence(figures, stating(figures)):
        read = [*_of_sentence(page, figures, own), *_of_sentences(page, figures, own, before)]
        sums = [figures[index].stated or 0 for index in own if index in known]
        new = [
            one
            for one in read
            if one[0].whole not in known
            and all(known_sum <= (figures[one[0].whole].stated or 0) for known_sum in sums)
            and _are_alike(page, figures, one[0])
        ]
        least = dict(new)
        yield from first_sum(figures, least, lambda one: is_one_digit_off(figures, one, least[one]))  # noqa: B023
        before = [*before[-1:], own]


def _of_sentence(page: Page, figures: Sequence[Figure], own: Sequence[int]) -> Iterator[tuple[Division, int]]:
    """The largest amount of a sentence with all others, if words call it the total; and its least digits."""
    if not THREE <= len(own) <= MANY or not all(_is_part(page, figures[index]) for index in own):
        return
    beginning = page.bounds(figures[own[0]].span.first)[0]
    words = range(beginning, figures[own[-1]].first)
    lines = any(page.tokens[at].gap in LINE for at in words if at > beginning)
    behind = range(figures[own[-1]].span.last, page.bounds(figures[own[-1]].span.first)[1])
    if lines or page.any_at(words, *OTHERS) or page.any_at(behind, Mark.REST, Mark.OTHERS):
        return  # "120 flats, 225 houses and the rest bungalows"
    ordered = sorted(own, key=lambda index: figures[index].stated or 0)
    for whole in reversed(ordered[-TWO:]):  # the largest part may be wrong
        parts = [index for index in own if index != whole]
        if not _are_whole_list(page, figures, whole, parts):
            continue
        least = _digits_behind(page, figures, whole, own) or _digits_before(page, figures, whole, own)
        if least:
            yield unsure(Rule.PARTS_LONE, whole, parts), least


def _are_whole_list(page: Page, figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> bool:
    """Whether parts stand all in brackets, or none, and no fewer of them make the whole.

    «Из 119 выпускников 9-х классов 115 получили аттестат, 4 – справку».
    """
    aside = {in_bracket(page, figures[index]) for index in parts}
    fewer = ([part for part in parts if part != other] for other in parts if len(parts) > TWO)
    enough = any(adds_up(figures, unsure(Rule.PARTS_LONE, whole, some)) for some in fewer)
    return len(aside) == 1 and not enough and max(digits(figures[part]) for part in parts) >= TWO


def _is_part(page: Page, figure: Figure) -> bool:
    return is_amount(figure) and (figure.stated or 0) > 0 and page.tokens[figure.span.first].is_digits


def _digits_behind(page: Page, figures: Sequence[Figure], whole: int, own: Sequence[int]) -> int:
    """The digits that a total behind its parts must have; 0 if no word calls it one."""
    start, high = page.bounds(figures[whole].span.first)
    others = page.any_at(range(start, high), *SOME) or is_taken_out_of(page, figures[whole])
    if whole != own[-1] or others or may_be_cumulated(figures, whole, own[:-1]):
        return 0  # "the two account for most of the 900", "1,240 by March, 2,680 by June, 5,040 in all"
    gap = range(figures[own[-2]].span.last, figures[whole].first)
    last = max(figures[whole].tokens) + 1
    called = page.any_at(gap, Mark.SUMMING) or page.at(last, Mark.TOTAL_AFTER)
    return TWO if called or figures[whole].role is SumRole.TOTAL else 0


def _digits_before(page: Page, figures: Sequence[Figure], whole: int, own: Sequence[int]) -> int:
    """The digits that a total before its parts must have; 0 if no word calls it one."""
    place = own.index(whole)
    if figures[whole].role in PARTS:
        return 0
    start = page.bounds(figures[whole].span.first)[0]
    if place == 1 and page.any_at(range(start, figures[own[0]].first), *SOME):
        return LONG  # "including 146 temporary staff, 1,484 people work here; permanent are 1,338"
    if place:
        return 0
    gap = range(figures[whole].span.last, figures[own[1]].first)
    last = figures[own[-1]]
    tail = range(figures[own[-2]].span.last, last.first)
    rest = last.role is SumRole.REST or page.any_at(tail, Mark.LEAVING)
    taken = is_taken_out_of(page, figures[whole]) or page.has(figures[whole].first - 1, Mark.AMONG)
    owned = page.language.head_final and in_genitive(page, figures[whole])
    closed = page.any_at(tail, Mark.JOIN) or len(own) > THREE
    if rest or page.any_at(gap, *COMPLETE):
        return TWO
    colon = any(page.word(at) == ":" for at in gap)
    closed = closed and missing(figures, unsure(Rule.PARTS_LONE, whole, own[1:])) >= 0  # but of 15, 12 and 9
    if taken or owned or colon:
        return TWO if closed and (not colon or len(own) > THREE) else THREE
    return LONG if page.any_at(gap, *SOME) else 0


def _of_sentences(
    page: Page, figures: Sequence[Figure], own: Sequence[int], before: Sequence[Sequence[int]]
) -> Iterator[tuple[Division, int]]:
    """The only amount of a sentence with those of the one before, or of two: "That makes 54 in all"."""
    counted = [index for index in own if page.tokens[figures[index].span.first].is_digits]
    if counted != own[:1] or not before or not _is_part(page, figures[own[0]]):
        return
    whole = figures[own[0]]
    start = page.bounds(whole.span.first)[0]
    near = range(start, whole.first)
    called = len(near) <= SOON and page.any_at(near, Mark.SUMMING)
    if not (called or (whole.role is SumRole.TOTAL and len(near) <= SOON)):
        return
    for parts in (before[-1], [index for some in before for index in some]):
        first = figures[parts[0]]
        plain = all(_is_part(page, figures[index]) for index in parts)
        close = whole.sentence - first.sentence <= len(before)
        between = range(first.span.last, whole.first)
        together = all(page.tokens[at].gap not in LINE for at in between)
        if TWO <= len(parts) <= MANY and plain and close and together and not page.any_at(between, *OTHERS):
            division = unsure(Rule.PARTS_LONE, own[0], parts)
            others = _names_others(page, figures, range(*page.bounds(start)), division)
            yield division, LONG if others else TWO


def _names_others(page: Page, figures: Sequence[Figure], words: range, division: Division) -> bool:
    """Whether a total counts and tells something else than its parts: "In all, 64 clerks were trained"."""
    whole, parts = figures[division.whole], [figures[part] for part in division.parts]
    if whole.unit in {None, *(part.unit for part in parts)}:
        return False
    start = page.bounds(parts[0].span.first)[0]
    before = {page.word(at)[:STEM] for at in range(start, parts[-1].span.last) if page.is_word(at)}
    said = [at for at in named(page, figures, words, KNOWN) if page.word(at - 1) != "-"]
    told = any(page.word(at)[:STEM] not in before for at in said)
    people = page.language.people | page.language.persons
    return told or (whole.unit in people and people.isdisjoint(part.unit for part in parts))


def _are_alike(page: Page, figures: Sequence[Figure], division: Division) -> bool:
    """Whether parts may count what their whole does, where a unit is no verb."""
    members = (figures[index] for index in (division.whole, *division.parts))
    named = [one for one in members if one.unit_span and not _is_verb(page, one.unit_span.first)]
    return may_count_one(page, named)


def _is_verb(page: Page, token: int) -> bool:
    """Whether what seems a unit says what is done with it: «15,9 млрд приходится на хлеб»."""
    return page.language.is_verbal(page.word(token)) or page.has(token, Mark.SHARE, Mark.DONE)
