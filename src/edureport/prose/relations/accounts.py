"""Accounts: three quantities whose names say that two make up the third, wherever the three are told.

Those born are those who died and the natural increase; trade is exports and imports; those who came are those
who left and net migration; what a budget spends is its revenue and its deficit. Each of the three may be of
another year, place or partner; so of three that do not fit only those of one sentence are asked about, which
one digit would make fit.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.division import unsure
from edureport.prose.relations.kinds import may_count_one
from edureport.prose.relations.openings import bracket_of
from edureport.prose.relations.relation import Certainty, Consistency, Relation, Rule
from edureport.prose.relations.sums import adds_up, is_one_digit_off

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


def accounts(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The accounts of which a text tells all three quantities."""
    for rule, marks in ACCOUNTS:
        if page.where.keys() >= {*marks}:
            yield from _account(page, figures, rule, marks)


def _account(page: Page, figures: Sequence[Figure], rule: Rule, marks: Sequence[Mark]) -> Iterator[Relation]:
    """One account, each time that a text tells all three.

    Of several years each may be told more than once: any three that add up are those of one year.
    """
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
        here = [
            [one for one in told if figures[one].sentence == figure.sentence] for told in of_mark.values()
        ]
        if not fitting and all(len(told) == 1 for told in here):
            yield from _slipped(page, figures, rule, [told[0] for told in here])
        taken = {part for one in fitting for part in (one.whole, *one.parts)}
        seen = {known: [one for one in told if one not in taken] for known, told in seen.items()}


def _slipped(page: Page, figures: Sequence[Figure], rule: Rule, three: Sequence[int]) -> Iterator[Relation]:
    """The only three of one sentence that tells of one time, if one digit would make them add up."""
    told = figures[min(three) : max(three) + 1]
    alike = may_count_one(page, [figures[one] for one in three])  # people and babies are one
    division = unsure(rule, three[0], three[1:])._replace(complete=True)
    dated = any(one.kind is FigureKind.DATE for one in told)
    if not dated and alike and is_one_digit_off(figures, division, FEW):
        yield relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY)


def _repeats(page: Page, figures: Sequence[Figure], last: int, index: int) -> bool:
    """Whether a figure is that of another time: "in 2024 600 were born, in 2025 650"."""
    figure, before = figures[index], figures[last]
    between = range(before.span.last, figure.span.first)
    dated = any(one.kind is FigureKind.DATE for one in figures[last + 1 : index])
    plain = figure.kind is FigureKind.FIGURE and figure.stated is not None and not figure.each
    told = page.any_at(between, *RATES)
    return dated and plain and not told and figure.sentence == before.sentence


def _mark_of(page: Page, figures: Sequence[Figure], index: int, marks: Sequence[Mark]) -> Mark | None:
    """Which of the three a figure is, by the words between it and its neighbours."""
    figure = figures[index]
    if not comparable(figure) or figure.percent or figure.each:
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


def _last_before(figures: Sequence[Figure], index: int) -> int:
    """The end of the figure before one; of a level, changes of it aside: «экспорт вырос на 10 %, до 300»."""
    before = index - 1
    if figures[index].mode is Mode.TO and before >= 0 and figures[before].mode is Mode.BY:
        before -= 1
    return figures[before].span.last if before >= 0 else 0
