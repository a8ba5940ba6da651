"""Accounts: three quantities whose names say that two make up the third, wherever the three are told.

Those born are those who died and the natural increase; trade is exports and imports; those who came are those
who left and net migration. Each of the three may be of another year, place or partner; so three that do not
fit are asked about only if one digit would mend them and nothing tells them apart.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Family, Mark, Split
from edureport.prose.page import Page
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.division import Division
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, Rule
from edureport.prose.relations.sums import adds_up, is_one_digit_off

ACCOUNTS = (
    (Rule.NATURAL_GROWTH, (Mark.BORN, Mark.DIED, Mark.NATURAL_GROWTH)),
    (Rule.TRADE, (Mark.TRADE, Mark.EXPORTS, Mark.IMPORTS)),
    (Rule.MIGRATION, (Mark.CAME, Mark.LEFT, Mark.NET_MIGRATION)),
)
GROWTH = frozenset({Mark.NATURAL_GROWTH, Mark.NET_MIGRATION})  # which are read as changes
RATES = frozenset({Mark.RATE, Mark.PER, Mark.RATE_OF})
SIGNS = frozenset(",;:.()–")
NOUN = 2  # tokens from a number to what it counts: "1,420 arrivals", "650 live births"
APART = 8  # sentences from the first to the last of the three


def accounts(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The accounts of which a text tells all three quantities."""
    for rule, marks in ACCOUNTS:
        if page.where.keys() >= {*marks}:
            yield from _account(page, figures, rule, marks)


def _account(page: Page, figures: Sequence[Figure], rule: Rule, marks: Sequence[Mark]) -> Iterator[Relation]:
    """One account, each time that a text tells all three.

    Of several years each may be told more than once: any three that add up are those of one year, and
    only where none do can one be wrong.
    """
    seen: dict[Mark, list[int]] = {mark: [] for mark in marks}
    doubts: list[Relation] = []
    last: tuple[Mark, int] | None = None
    for index, figure in enumerate(figures):
        mark = _mark_of(page, figures, index, marks)
        if mark is None and last is not None and _repeats(page, figures, last[1], index):
            mark = last[0]
        if mark is None:
            continue
        last = mark, index
        for known, told in seen.items():
            near = [one for one in told if figure.sentence - figures[one].sentence <= APART]
            seen[known] = [*near, index] if known is mark else near
        of_mark = {**seen, mark: [index]}
        read = [
            one
            for three in product(*(of_mark[one] for one in marks))
            for one in _read(page, figures, rule, three)
        ]
        relations = [one for division in read if (one := _judged(page, figures, division))]
        fitting = [one for one in relations if one.verdict is Consistency.FOLLOWS]
        yield from fitting
        taken = {part for one in fitting for part in _members(one)}
        seen = {known: [one for one in told if one not in taken] for known, told in seen.items()}
        doubts = [one for one in doubts if taken.isdisjoint(_members(one))]
        doubts += [] if fitting else relations
    members = Counter(part for one in doubts for part in {*_members(one)})
    yield from (one for one in doubts if all(members[part] == 1 for part in _members(one)))


def _repeats(page: Page, figures: Sequence[Figure], last: int, index: int) -> bool:
    """Whether a figure is that of another time: "in 2024 600 were born, in 2025 650"."""
    figure, before = figures[index], figures[last]
    between = range(before.span.last, figure.span.first)
    dated = any(one.kind is FigureKind.DATE for one in figures[last + 1 : index])
    plain = figure.kind is FigureKind.FIGURE and figure.stated is not None and not figure.each
    told = page.any_at(between, *RATES)
    return dated and plain and not told and figure.sentence == before.sentence


def _members(relation: Relation) -> tuple[int, ...]:
    return relation.parts if relation.whole is None else (relation.whole, *relation.parts)


def _read(page: Page, figures: Sequence[Figure], rule: Rule, three: Sequence[int]) -> Iterator[Division]:
    """What three figures say, and what those in the brackets behind them do."""
    whole, *parts = three
    division = Division(whole, tuple(parts), (1, 1), complete=True, rule=rule, sure=False)
    yield division
    if second := in_brackets_of(page, figures, division):
        yield second


def _judged(page: Page, figures: Sequence[Figure], division: Division) -> Relation | None:
    if adds_up(figures, division):
        return relation_of(figures, division, Consistency.FOLLOWS, Certainty.LIKELY)
    if is_one_digit_off(figures, division) and _is_of_one(page, figures, division):
        return relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY)
    return None


def _is_of_one(page: Page, figures: Sequence[Figure], division: Division) -> bool:
    """Whether three figures seem to be of one year and place.

    What is told before the first of them is said of all, unless a sentence of another names its own. A whole
    that is told in a sentence behind its parts may be that of one partner: "Trade with Ruritania was …".
    """
    first, *others = sorted(figures[one] for one in (division.whole, *division.parts))
    if figures[division.whole].sentence > first.sentence:
        return False
    low, high = page.bounds(first.span.first)
    times, places = _times(figures, low, first.span.first), _places(page, low, first.span.first)
    if _places(page, first.span.last, high):
        return False
    later = {page.bounds(one.span.first) for one in others if one.sentence != first.sentence}
    return all(_places(page, *words) == places for words in later) and all(
        _times(figures, *words) in (set(), times) for words in ((first.span.last, high), *later)
    )


def _times(figures: Sequence[Figure], first: int, last: int) -> set[str]:
    """The dates among the tokens from one to before another."""
    dates = (one for one in figures if one.kind is FigureKind.DATE)
    return {one.words for one in dates if first <= one.span.first < last}


def _places(page: Page, first: int, last: int) -> set[str]:
    """The names there, and the words for town and country."""
    start = page.bounds(first)[0] if first < last else first
    kinds = {tag for at in range(first, last) for tag in page.begins[at] if isinstance(tag, Split)}
    names = {page.word(at) for at in range(first, last) if at > start and page.tokens[at].capital}
    return names | {str(kind.kind) for kind in kinds if kind.family is Family.PLACE}


def _mark_of(page: Page, figures: Sequence[Figure], index: int, marks: Sequence[Mark]) -> Mark | None:
    """Which of the three a figure is, by the words between it and its neighbours."""
    figure = figures[index]
    plain = figure.states and figure.stated is not None and not figure.percent and not figure.each
    if not plain or in_bracket(page, figure):
        return None
    low, high = page.bounds(figure.span.first)
    start = max(low, _last_before(figures, index))
    after = figures[index + 1].span.first if index + 1 < len(figures) else high
    behind = range(figure.span.last, min(after, high))
    sign = next((at for at in behind if page.word(at) in SIGNS), behind.stop)
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
