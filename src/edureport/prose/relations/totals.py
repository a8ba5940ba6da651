"""Parts that no word opens: by the endings of Kazakh numbers, before a total, as kinds, or alone.

In a sentence whose only amounts are parts and their total, in any order, words give one number the role of
the total: "Thefts (1,764), burglaries (582) and robberies (139) together accounted for 2,485", "Among 1,250
graduates, 860 found work, 235 studied, and 155 did neither". Where one digit would make them add up they are
to be looked at.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Figures, Indices, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import by_sentence, digits, is_amount, stating
from edureport.prose.relations.division import (
    SIZES,
    Division,
    all_split,
    in_genitive,
    may_count_one,
    unsure,
    with_counts,
)
from edureport.prose.relations.itemised import LINE
from edureport.prose.relations.listing import Listing, in_bracket, is_taken_out_of
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.spans import JOINTS, STEM, named
from edureport.prose.relations.sums import (
    LONG,
    adds_up,
    first_sum,
    is_one_digit_off,
    may_be_cumulated,
    missing,
)

JOINED = 2  # tokens from a conjunction to the last part
NEAR = 5  # tokens from the beginning of a sentence to its total
DIGITS = 3  # of a number that is one digit off hardly by chance
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


def of_them(page: Page, figures: Figures, plain: Indices) -> list[Division] | None:
    """Kazakh: «124 мектептің 121-і …, 3-уі …», «21 531 баладан 13 211 …, 4 821 …, 3 499 …»."""
    if not page.language.head_final:
        return None
    result: list[Division] = []

    def close() -> None:
        if parts and whole is not None:
            division = with_counts(page, figures, whole, Listing(tuple(parts)))
            result.append(division._replace(rule=Rule.PARTS_SUFFIX, sure=in_genitive(page, figures[whole])))

    whole: int | None = None
    parts: list[int] = []
    for index in plain:
        figure = figures[index]
        part = figure.role is SumRole.PART or (figure.role is SumRole.REST and parts)
        more = page.till(figure.span.first - 1, Mark.ANOTHER)  # «1 847 үй салынды, тағы 347-сін сатып алды»
        if part and not more and whole is not None:
            parts.append(index)
            continue
        owned = page.language.has_case(page.word(figure.span.last - 1), Ending.GENITIVE, Ending.ABLATIVE)
        if whole is None and figure.role in PARTS and not owned:
            continue  # «4 520 хат түсті. 2 310-ы бірден, 1 200-і кейін қаралды»: of the sentence before
        before = figures[index - 1] if index else figure
        held = before.role is SumRole.PART and before.unit != figure.unit and before.span[1] == figure.span[0]
        if not figure.each and not held:
            close()
            whole, parts = index, []
    close()
    if result:
        return result
    first = figures[plain[0]]
    ablative = page.language.case(page.word(first.span[1])) is Ending.ABLATIVE
    noun = ablative and not first.each and first.bound is Bound.EXACT
    exact = (index for index in plain[1:] if figures[index].bound is Bound.EXACT)
    bare = [index for index in exact if figures[index].role is None]
    if noun and len(bare) > 1 and len(bare) == len(plain) - 1:
        division = with_counts(page, figures, plain[0], Listing(tuple(bare)))
        return [division._replace(rule=Rule.PARTS_ABLATIVE, sure=False, closed=False)]
    return None


def summed(page: Page, figures: Figures, plain: Indices) -> list[Division]:
    """Parts first, then «барлығы», «всего», "in all"."""
    last = plain[-1]
    if figures[last].role is not SumRole.TOTAL or run_on(figures, plain):
        return []
    among = range(figures[plain[0]].span.last, figures[last].span.first)
    breaks = [at for at in among if page.tokens[at].gap == "\n"]
    plain = [p for p in plain if figures[p].span.first >= max(breaks, default=0)]  # of its line
    unit = figures[last].unit
    parts = [p for p in plain[:-1] if figures[p].unit == unit or figures[p].each]
    if may_be_cumulated(figures, last, parts):
        return []
    if len(parts) > 1:
        return [with_counts(page, figures, last, Listing(tuple(parts)))._replace(rule=Rule.PARTS_TOTAL)]
    others = [p for p in plain[:-1] if not figures[p].each]
    if len(others) < 2:
        return []
    # «девять библиотек, семь клубов и один музей – всего 17 учреждений»
    division = with_counts(page, figures, last, Listing(tuple(others)))
    return [division._replace(rule=Rule.PARTS_TOTAL, sure=False, closed=False)]


def run_on(figures: Figures, parts: Indices) -> bool:
    """Whether numbers of one thing follow each other without a word: "13 h 15 h", the cells of a row."""
    pairs = ((figures[first], figures[second]) for first, second in pairwise(parts))
    near = (pair for pair in pairs if pair[1].first - max(pair[0].tokens) <= 1)
    return any(one.unit == other.unit and not other.each for one, other in near)


def summed_by_year(page: Page, figures: Figures, plain: Indices, previous: Indices) -> list[Division]:
    """«По годам: 2021 – 100 тыс., 2022 – 120 тыс. Всего – 220 тыс.»: a total behind figures of each year."""
    whole = plain[0]
    begins = figures[whole].span.first - page.bounds(figures[whole].span.first)[0] <= NEAR
    if len(plain) > 1 or figures[whole].role is not SumRole.TOTAL or not begins or len(previous) < 2:
        return []
    dated = all(figures[index - 1].kind is FigureKind.DATE for index in previous if index)
    if not dated or {figures[index].unit for index in (*previous, whole)} != {figures[whole].unit}:
        return []
    division = with_counts(page, figures, whole, Listing(tuple(previous)))
    return [division._replace(rule=Rule.PARTS_TOTAL, complete=True)]


def apposed(page: Page, figures: Figures, plain: Indices) -> list[Division]:
    """Kinds that leave no other, behind the whole: "400 people live here, 228 women and 165 men"."""
    for size in sorted(set(SIZES.values())):
        whole, parts = plain[:-size], plain[-size:]
        if len(whole) == 1 and all_split(page, figures, parts):
            division = with_counts(page, figures, whole[0], Listing(tuple(parts)))
            return [division._replace(rule=Rule.PARTS_KINDS, sure=False, closed=False)]
    return []


def counted_off(page: Page, figures: Figures, plain: Indices) -> list[Division]:
    """Parts of which the first says "of them": "350 staff, 200 of whom are women, 140 men and 10 trainees".

    Not all need be told, so only what adds up, or would but for one digit, is taken for that.
    """
    for place in range(1, len(plain) - 1):
        figure = figures[plain[place]]
        if not page.at(figure.span.last, Mark.OF_THEM):
            continue
        whole, parts = plain[place - 1], plain[place:]
        near = range(figures[whole].span.last, figure.span.first)
        last = figures[parts[-1]].span.first
        joined = any(page.till(at, Mark.JOIN) for at in range(last - JOINED, last))
        if len(near) <= NEAR and joined:
            division = with_counts(page, figures, whole, Listing(tuple(parts)))
            if adds_up(figures, division) or is_one_digit_off(figures, division, DIGITS):
                same = {figures[part].unit for part in parts} == {figures[whole].unit}
                return [division._replace(sure=same, closed=False, complete=False)]
    return []


def lone_sums(page: Page, figures: Figures, known: AbstractSet[int | None]) -> Iterator[Relation]:
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


def _of_sentence(page: Page, figures: Figures, own: Indices) -> Iterator[tuple[Division, int]]:
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


def _are_whole_list(page: Page, figures: Figures, whole: int, parts: Indices) -> bool:
    """Whether none, or all, of «115 получили аттестат, 4 – справку» is in brackets, and no fewer do."""
    aside = {in_bracket(page, figures[index]) for index in parts}
    fewer = ([part for part in parts if part != other] for other in parts if len(parts) > TWO)
    enough = any(adds_up(figures, unsure(Rule.PARTS_LONE, whole, some)) for some in fewer)
    return len(aside) == 1 and not enough and max(digits(figures[part]) for part in parts) >= TWO


def _is_part(page: Page, figure: Figure) -> bool:
    return is_amount(figure) and (figure.stated or 0) > 0 and page.tokens[figure.span.first].is_digits


def _digits_behind(page: Page, figures: Figures, whole: int, own: Indices) -> int:
    """The digits that a total behind its parts must have; 0 if no word calls it one."""
    start, high = page.bounds(figures[whole].span.first)
    others = page.any_at(range(start, high), *SOME) or is_taken_out_of(page, figures[whole])
    if whole != own[-1] or others or may_be_cumulated(figures, whole, own[:-1]):
        return 0  # "the two account for most of the 900", "1,240 by March, 2,680 by June, 5,040 in all"
    gap = range(figures[own[-2]].span.last, figures[whole].first)
    last = max(figures[whole].tokens) + 1
    called = page.any_at(gap, Mark.SUMMING) or page.at(last, Mark.TOTAL_AFTER)
    return TWO if called or figures[whole].role is SumRole.TOTAL else 0


def _digits_before(page: Page, figures: Figures, whole: int, own: Indices) -> int:
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
    page: Page, figures: Figures, own: Indices, before: Sequence[Sequence[int]]
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


def _names_others(page: Page, figures: Figures, words: range, division: Division) -> bool:
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


def _are_alike(page: Page, figures: Figures, division: Division) -> bool:
    """Whether parts may count what their whole does, where a unit is no verb."""
    members = (figures[index] for index in (division.whole, *division.parts))
    named = [one for one in members if one.unit_span and not _is_verb(page, one.unit_span.first)]
    return may_count_one(page, named)


def _is_verb(page: Page, token: int) -> bool:
    """Whether what seems a unit says what is done with it: «15,9 млрд приходится на хлеб»."""
    return page.language.is_verbal(page.word(token)) or page.has(token, Mark.SHARE, Mark.DONE)
