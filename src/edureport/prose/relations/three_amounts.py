"""Three amounts and no other number, of which words say that one follows from the two others.

"With 6,418 departures and 5,870 arrivals, net out-migration was 548": an account, one number of which is the
sum of the others. «1 250 ноутбук 285 мың теңгеден, 356,25 млн теңге төленді»: so many, so much each or on
average, and all of it. Asked about only where one digit would make the three follow from each other.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import groupby, permutations
from operator import add, mul
from typing import Any

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.derivation import derive, fits
from edureport.prose.relations.kinds import may_count_one
from edureport.prose.relations.near_misses import digits, is_digit_off
from edureport.prose.relations.other_things import JOINTS, named
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

Law = Callable[..., Any]

THREE = 3
AROUND = 24  # figures before and behind, of which some may be dates of the same sentences
FEW = 2  # digits of each number, of which two have more
NEAR = Decimal("1.5")  # times what is stated that may follow
PAIRS = (
    (Mark.BORN, Mark.DIED),
    (Mark.EXPORTS, Mark.IMPORTS),
    (Mark.CAME, Mark.LEFT),
    (Mark.REVENUE, Mark.SPENDING),
)
SHARED = (Mark.MEAN, Mark.ON_AVERAGE, Mark.EACH, Mark.EACH_OF, Mark.EVERY, Mark.FOR_EACH)
GOES_ON = (
    *JOINTS, *(mark for pair in PAIRS for mark in pair), Mark.NATURAL_GROWTH, Mark.NET_MIGRATION,
    Mark.BY_NOUN, Mark.NOW, Mark.SURPLUS, Mark.DEFICIT,
)  # fmt: skip
OTHER_TIME = (Mark.EARLIER, Mark.PLAN, Mark.OPENER_STRONG, Mark.OF_THEM)


def three_amounts(page: Page, figures: Sequence[Figure], known: AbstractSet[int]) -> Iterator[Relation]:
    """What is to be looked at of sentences, or two of them, that tell three amounts."""
    stating = [index for index, one in enumerate(figures) if one.states and not one.all]
    sentences = [list(group) for _, group in groupby(stating, key=lambda index: figures[index].sentence)]
    for place, sentence in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else []
        near = bool(following) and figures[following[0]].sentence == figures[sentence[0]].sentence + 1
        for three in (sentence, [*sentence, *following] if near else []):
            if len(three) == THREE and known.isdisjoint(three) and _are_amounts(figures, three):
                yield from _slipped(page, figures, three)


def _are_amounts(figures: Sequence[Figure], three: Sequence[int]) -> bool:
    told = [figures[one] for one in three]
    plain = all(
        one.kind in {FigureKind.FIGURE, FigureKind.CHANGE} and not one.percent and one.mode is not Mode.TIMES
        for one in told
    )
    exact = all(one.bound is Bound.EXACT and _is_written(one) for one in told)
    long = sorted(digits(one) for one in told)
    return plain and exact and long[0] >= FEW and long[1] > FEW and all(one.stated for one in told)


def _is_written(figure: Figure) -> bool:
    return any(sign.isdigit() for sign in figure.words)


def _slipped(page: Page, figures: Sequence[Figure], three: Sequence[int]) -> Iterator[Relation]:
    first, last = (figures[one].span.first for one in (three[0], three[-1]))
    words = range(page.bounds(first)[0], page.bounds(last)[1])
    near = figures[max(0, three[0] - AROUND) : three[-1] + AROUND]  # each time all would be too many
    dates = [one for one in near if one.kind is FigureKind.DATE and one.span.first in words]
    if len(dates) > 1 or _is_of_another_time(page, words):
        return
    one_sentence = figures[three[0]].sentence == figures[three[-1]].sentence
    between = any(first < one.span.first < last for one in dates)  # "780 in 2024 and deaths 1,200"
    if any(page.any_at(words, one) and page.any_at(words, other) for one, other in PAIRS):
        others = range(*page.bounds(last))
        apart = not one_sentence and bool(named(page, figures, others, GOES_ON))
        rated = page.any_at(words, Mark.RATE, Mark.PER)  # 19.6 born and 8.5 dead of 1000
        if between or apart or rated or not may_count_one(page, (figures[one] for one in three)):
            return
        yield from _by(figures, three, add, RelationKind.PARTS, Rule.ACCOUNT)
    elif one_sentence and page.any_at(words, *SHARED) and _has_count(page, figures, three):
        yield from _by(figures, three, mul, RelationKind.PRODUCT, Rule.RATE)


def _is_of_another_time(page: Page, words: range) -> bool:
    """Whether words tell of another time, a plan or parts; «олардың» alone is "their"."""
    least = 1 + page.language.head_final
    return any(page.at(at, mark) >= least for at in words for mark in OTHER_TIME)


def _has_count(page: Page, figures: Sequence[Figure], three: Sequence[int]) -> bool:
    """Whether one of the three counts things, and they are not all so much of one thing, or of a field."""
    units = [figures[one].unit for one in three]
    first, last = (figures[one].span.first for one in (three[0], three[-1]))
    sown = page.any_at(range(first, last), Mark.SOWN) or not page.language.hectares.isdisjoint(
        {one or "" for one in units}
    )
    counted = any(
        figures[one].unit not in {None, *page.language.measures}
        and figures[one].stated == int(figures[one].stated or 0)
        for one in three
    )
    return len(set(units)) > 1 and counted and not sown


def _by(
    figures: Sequence[Figure], three: Sequence[int], law: Law, kind: RelationKind, rule: Rule
) -> Iterator[Relation]:
    orders = [order for order in permutations(three) if order[1] < order[2]]
    if any(_holds(figures, order, law) for order in orders):
        return
    for whole, one, other in orders:
        given, stated = [figures[one].unsigned, figures[other].unsigned], figures[whole].unsigned
        rough = law(*(abs(part.stated or Decimal(0)) for part in given)) / abs(stated.stated or Decimal(1))
        if not 1 / NEAR < rough < NEAR or (stated.stated or 0) <= max(part.stated or 0 for part in given):
            continue
        if is_digit_off(law, given, stated):
            derived = derive(law, given, stated)
            computed = derived and derived[1]
            yield Relation(kind, rule, Certainty.LIKELY, whole, (one, other), Consistency.DOUBTFUL, computed)
            return


def _holds(figures: Sequence[Figure], order: Sequence[int], law: Law) -> bool:
    """Whether one number follows from two others, or the average of them is rounded."""
    whole, one, other = (figures[index].unsigned for index in order)
    if fits(law, (one, other), whole):
        return True
    total, *parts = (abs(part.stated or Decimal(1)) for part in (whole, one, other))
    count, average = sorted(parts)
    return law is mul and abs(total / count - average) * 2 <= Decimal(1).scaleb(last_digit(average))
