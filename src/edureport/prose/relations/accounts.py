"""Accounts: three quantities of which words say that one follows from the two others.

Those born are those who died and the natural increase; trade is exports and imports; those who came are those
who left and net migration; what a budget spends is its revenue and its deficit. Each of the three may be of
another year, place or partner; so of three that do not fit only those of one sentence are asked about, which
one digit would make fit.

Net amounts of a budget are what was lent less what was repaid. «Чистое бюджетное кредитование – 60 тыс.
тенге, в том числе: бюджетные кредиты – 100; погашение – 40»: the words open a list of parts, but these do not
add up.

A sentence may tell no other number: "With 6,418 departures and 5,870 arrivals, net out-migration was 548";
«1 250 ноутбук 285 мың теңгеден, 356,25 млн теңге төленді»: so many, so much each or on average, and all.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import permutations, product
from operator import add, mul
from typing import Any

from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import FigureKind, Figures, Indices, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations import derivation
from edureport.prose.relations.derivation import is_difference
from edureport.prose.relations.division import Division, may_count_one, unsure
from edureport.prose.relations.listing import bracket_of
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.spans import JOINTS, named
from edureport.prose.relations.sums import adds_up, is_one_digit_off, relation_of

ACCOUNTS = (
    (Rule.NATURAL_GROWTH, (Mark.BORN, Mark.DIED, Mark.NATURAL_GROWTH)),
    (Rule.NATURAL_GROWTH, (Mark.DIED, Mark.BORN, Mark.NATURAL_GROWTH)),  # a decrease
    (Rule.TRADE, (Mark.TRADE, Mark.EXPORTS, Mark.IMPORTS)),
    (Rule.MIGRATION, (Mark.CAME, Mark.LEFT, Mark.NET_MIGRATION)),
    (Rule.BUDGET, (Mark.SPENDING, Mark.REVENUE, Mark.DEFICIT)),
    (Rule.BUDGET, (Mark.REVENUE, Mark.SPENDING, Mark.SURPLUS)),
)
GROWTH = frozenset({Mark.NATURAL_GROWTH, Mark.NET_MIGRATION})  # which are read as changes
RATES = frozenset({Mark.RATE, Mark.PER, Mark.RATE_OF})
SIGNS = frozenset(",;:.()–")
NOUN = 2  # tokens from a number to what it counts: "1,420 arrivals", "650 live births"
FEW = 3  # digits of a number that is one digit off hardly by chance
APART = 8  # sentences from the first to the last of the three
MOST = 10  # numbers by one name that are still compared
FAR = 40  # tokens from one figure to the next
LONG = 5  # digits of a number that is one digit off hardly by chance
Law = Callable[..., Any]
AROUND = 24  # figures before and behind, of which some may be dates of the same sentences
DIGITS = 2  # digits of each number, of which two have more
NEAR = Decimal("1.5")  # times what is stated that may follow
PAIRS = (
    (Mark.BORN, Mark.DIED),
    (Mark.EXPORTS, Mark.IMPORTS),
    (Mark.CAME, Mark.LEFT),
    (Mark.REVENUE, Mark.SPENDING),
)
SHARED = (Mark.MEAN, Mark.ON_AVERAGE, Mark.EACH, Mark.EACH_OF, Mark.EVERY, Mark.FOR_EACH)
MEAN = 6  # tokens from the word for an average to its number
GOES_ON = (
    *JOINTS, *(mark for pair in PAIRS for mark in pair), Mark.NATURAL_GROWTH, Mark.NET_MIGRATION,
    Mark.BY_NOUN, Mark.NOW, Mark.SURPLUS, Mark.DEFICIT,
)  # fmt: skip
OTHER_TIME = (Mark.EARLIER, Mark.PLAN, Mark.OPENER_STRONG, Mark.OF_THEM)


def accounts(page: Page, figures: Figures) -> Iterator[Relation]:
    """The accounts of which a text tells all three quantities."""
    for rule, marks in ACCOUNTS:
        if page.where.keys() >= {*marks}:
            yield from _account(page, figures, rule, marks)


def _account(page: Page, figures: Figures, rule: Rule, marks: Sequence[Mark]) -> Iterator[Relation]:
    """One account, each time that a text tells all three; any three that add up are those of one year."""
    seen: dict[Mark, list[int]] = {mark: [] for mark in marks}
    last: tuple[Mark, int] | None = None
    for index, figure in enumerate(figures):
        mark = _mark_of(page, figures, index, marks)
        if mark is None and last is not None and _repeats(page, figures, last[1], index):
            mark = last[0]
        if mark is None:
            continue
        last = mark, index
        for known, told in seen.items():
            near = [one for one in told[-MOST:] if figure.sentence - figures[one].sentence <= APART]
            seen[known] = [*near, index] if known is mark else near
        of_mark = {**seen, mark: [index]}
        fitting = [
            one
            for three in product(*(of_mark[one] for one in marks))
            if adds_up(figures, one := unsure(rule, three[0], three[1:])._replace(complete=True))
        ]
        for one in fitting:
            yield relation_of(figures, one, Consistency.FOLLOWS, Certainty.LIKELY)
        own = figure.sentence
        here = [[one for one in told if figures[one].sentence == own] for told in of_mark.values()]
        if not fitting and all(len(told) == 1 for told in here):
            yield from _slipped(page, figures, rule, [told[0] for told in here])
        taken = {part for one in fitting for part in (one.whole, *one.parts)}
        seen = {known: [one for one in told if one not in taken] for known, told in seen.items()}


def _slipped(page: Page, figures: Figures, rule: Rule, three: Indices) -> Iterator[Relation]:
    """The only three of one sentence that tells of one time, if one digit would make them add up."""
    told = figures[min(three) : max(three) + 1]
    alike = may_count_one(page, [figures[one] for one in three])  # people and babies are one
    division = unsure(rule, three[0], three[1:])._replace(complete=True)
    dated = any(one.kind is FigureKind.DATE for one in told)
    # Births, deaths and what they differ by, which may be told as a decrease or as an increase.
    right = is_difference(*(figures[one] for one in three))
    if not dated and alike and not right and is_one_digit_off(figures, division, FEW):
        yield relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY)


def _repeats(page: Page, figures: Figures, last: int, index: int) -> bool:
    """Whether a figure is that of another time: "in 2024 600 were born, in 2025 650"."""
    figure, before = figures[index], figures[last]
    between = range(before.span.last, figure.span.first)
    dated = any(one.kind is FigureKind.DATE for one in figures[last + 1 : index])
    plain = figure.kind is FigureKind.FIGURE and figure.stated is not None and not figure.each
    told = page.any_at(between, *RATES)
    return dated and plain and not told and figure.sentence == before.sentence


def _mark_of(page: Page, figures: Figures, index: int, marks: Sequence[Mark]) -> Mark | None:
    """Which of the three a figure is, by the words between it and its neighbours."""
    figure = figures[index]
    if not derivation.comparable(figure) or figure.percent or figure.each:
        return None
    low, high = page.bounds(figure.span.first)
    start = max(low, _last_before(figures, index))
    start = max(start, bracket_of(page, figure) or 0)  # what it is of must be named in there
    after = figures[index + 1].span.first if index + 1 < len(figures) else high
    behind = range(figure.span.last, min(after, high))
    sign = next((at for at in behind if page.word(at) in SIGNS or page.at(at, Mark.JOIN)), behind.stop)
    words = [*range(start, figure.span.first), *range(figure.span.last, sign)]
    own = {at + page.at(at, mark) for at in words for mark in marks}  # «естественный прирост населения»
    if any(not RATES.isdisjoint(page.begins[at]) for at in words if at not in own):
        return None
    noun = [mark for mark in marks if any(mark in page.begins[at] for at in behind[:NOUN] if at < sign)]
    found = noun or [mark for mark in marks if page.any_at(words, mark)]
    grown = len(found) == 1 and found[0] in GROWTH
    return found[0] if len(found) == 1 and (grown or figure.kind is not FigureKind.CHANGE) else None


def _last_before(figures: Figures, index: int) -> int:
    """The end of the figure before one; of a level, changes of it aside: «экспорт вырос на 10 %, до 300»."""
    before = index - 1
    if figures[index].mode is Mode.TO and before >= 0 and figures[before].mode is Mode.BY:
        before -= 1
    return figures[before].span.last if before >= 0 else 0


def net_amounts(page: Page, figures: Figures) -> Iterator[tuple[int, int, int]]:
    """Each net amount that is followed by what was given and what was taken back."""
    comparable = (index for index, figure in enumerate(figures) if derivation.comparable(figure))
    amounts = [index for index in comparable if not figures[index].percent]
    for place, index in enumerate(amounts[:-2]):
        given, taken = amounts[place + 1 : place + 3]
        before = amounts[place - 1] if place else None
        near = figures[taken].span.first - figures[index].span.last <= 2 * FAR
        net = near and _named(page, figures, before, index, Mark.NET)
        if net and _named(page, figures, given, taken, Mark.REPAID):
            yield index, given, taken


def is_netted(page: Page, figures: Figures, division: Division) -> bool:
    """Whether what seems a whole may be less than its parts, as it is a mean or something is taken from them.

    "The loss grew to 987 million, including 1,500 million of write-offs"; "45 million, of it 20 and 38,
    offset by 13".
    """
    whole, parts = figures[division.whole], [figures[part] for part in division.parts]
    if page.any_at(page.before(whole.first, MEAN), Mark.AVERAGE, Mark.MEAN, Mark.ON_AVERAGE):
        return not adds_up(figures, division)  # "an average fine of 10,620 (in Ayr 10,000, in Bute 9,790)"
    between = range(whole.span.last, max(part.span.last for part in parts))
    if page.any_at(between, Mark.OFFSET):
        return not adds_up(figures, division)
    more = any((part.stated or 0) > (whole.stated or 0) for part in parts)
    before = range(page.bounds(whole.span.first)[0], whole.span.first)
    return more and page.any_at(before, Mark.NETTED)


def net_relations(figures: Figures, named: Sequence[tuple[int, int, int]]) -> Iterator[Relation]:
    """The difference that each net amount is; nothing of one that neither fits nor would but for a digit."""
    for net, given, taken in named:
        numbers = [abs(figures[one].stated or Decimal(0)) for one in (given, taken)]
        stated, computed = abs(figures[net].stated or Decimal(0)), abs(numbers[0] - numbers[1])
        if derivation.is_difference(figures[net], figures[given], figures[taken]):
            verdict, known = Consistency.FOLLOWS, Certainty.CERTAIN
        elif derivation.is_slip(computed, stated, numbers, LONG):
            verdict, known = Consistency.DOUBTFUL, Certainty.LIKELY
        else:
            continue
        kind, parts = RelationKind.DIFFERENCE, (taken, net)
        yield Relation(kind, Rule.NET, known, given, parts, verdict, Quantity(computed))


def _named(page: Page, figures: Figures, before: int | None, index: int, mark: Mark) -> bool:
    """Whether the words right before a figure, behind the one before it, have a mark."""
    first = figures[index].span.first
    start = max(first - FAR, 0 if before is None else figures[before].span.last)
    if not page.any_at(range(start, first), mark):
        return False  # nearly always
    words = range(start, first - 1)  # "Net lending: 60"
    return page.any_at(range(max((at for at in words if page.word(at) in ";:"), default=start), first), mark)


def three_amounts(page: Page, figures: Figures, known: AbstractSet[int]) -> Iterator[Relation]:
    """What is to be looked at of sentences, or two of them, that tell three amounts."""
    sentences = list(derivation.by_sentence(figures, derivation.stating(figures)))
    for place, sentence in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else []
        near = bool(following) and figures[following[0]].sentence == figures[sentence[0]].sentence + 1
        for three in (sentence, [*sentence, *following] if near else []):
            if len(three) == 3 and known.isdisjoint(three) and _are_amounts(figures, three):
                yield from _slipped_amounts(page, figures, three)


def _are_amounts(figures: Figures, three: Indices) -> bool:
    told = [figures[one] for one in three]
    plain = all(
        one.kind in {FigureKind.FIGURE, FigureKind.CHANGE} and not one.percent and one.mode is not Mode.TIMES
        for one in told
    )
    exact = all(one.bound is Bound.EXACT and any(map(str.isdigit, one.words)) for one in told)
    long = sorted(derivation.digits(one) for one in told)
    return plain and exact and long[0] >= DIGITS and long[1] > DIGITS and all(one.stated for one in told)


def _slipped_amounts(page: Page, figures: Figures, three: Indices) -> Iterator[Relation]:
    first, last = (figures[one].span.first for one in (three[0], three[-1]))
    words = range(page.bounds(first)[0], page.bounds(last)[1])
    near = figures[max(0, three[0] - AROUND) : three[-1] + AROUND]  # each time all would be too many
    dates = [one for one in near if one.kind is FigureKind.DATE and one.span.first in words]
    least = 1 + page.language.head_final  # «олардың» alone is "their"
    if len(dates) > 1 or any(page.at(at, mark) >= least for at in words for mark in OTHER_TIME):
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


def _has_count(page: Page, figures: Figures, three: Indices) -> bool:
    """Whether one of the three counts things, and they are not all so much of one thing, or of a field."""
    units = [figures[one].unit for one in three]
    first, last = (figures[one].span.first for one in (three[0], three[-1]))
    fields = not page.language.hectares.isdisjoint({one or "" for one in units})
    sown = fields or page.any_at(range(first, last), Mark.SOWN)
    counted = any(
        figures[one].unit not in {None, *page.language.measures}
        and figures[one].stated == int(figures[one].stated or 0)
        for one in three
    )
    return len(set(units)) > 1 and counted and not sown


def _by(figures: Figures, three: Indices, law: Law, kind: RelationKind, rule: Rule) -> Iterator[Relation]:
    orders = [order for order in permutations(three) if order[1] < order[2]]
    if any(_holds(figures, order, law) for order in orders):
        return
    for whole, one, other in orders:
        given, stated = [figures[one].unsigned, figures[other].unsigned], figures[whole].unsigned
        rough = law(*(abs(part.stated or Decimal(0)) for part in given)) / abs(stated.stated or Decimal(1))
        if not 1 / NEAR < rough < NEAR or (stated.stated or 0) <= max(part.stated or 0 for part in given):
            continue
        if derivation.is_digit_off(law, given, stated):
            derived = derivation.derive(law, given, stated)
            computed = derived and derived[1]
            yield Relation(kind, rule, Certainty.LIKELY, whole, (one, other), Consistency.DOUBTFUL, computed)
            return


def _holds(figures: Figures, order: Sequence[int], law: Law) -> bool:
    """Whether one number follows from two others, or the average of them is rounded."""
    whole, one, other = (figures[index].unsigned for index in order)
    if derivation.fits(law, (one, other), whole):
        return True
    total, *parts = (abs(part.stated or Decimal(1)) for part in (whole, one, other))
    count, average = sorted(parts)
    return law is mul and abs(total / count - average) * 2 <= Decimal(1).scaleb(last_digit(average))
