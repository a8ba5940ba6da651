"""Lone changes: three numbers of a sentence that tells no others, where one digit would make them follow.

"The average wage rose by 8.4 % to 54,200 (in 2023 it was 70,000)": two levels and a change, an index or a
plan in percent. If words compare the levels, no rule need know in which order they tell of them, and there is
no other number that the change can be of.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import groupby

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.change_doubts import is_of_some_time
from edureport.prose.relations.derivation import derive, difference, growth, is_index, percentage
from edureport.prose.relations.ends import COMPARING, are_of_a_size, counts_as
from edureport.prose.relations.near_misses import digits, is_near_miss
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.other_things import JOINTS, STEM, TIMES, named
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
Law = Callable[[Interval, Interval], Interval]

LEVELS = 2
SOON = 4  # tokens from words of comparison to an index
SHORT = 3  # and from a change to the plan that it is of
FEW = 3  # digits of a level that is one digit off hardly by chance
COMPARED = (*COMPARING, Mark.THAN_UP, Mark.THAN_DOWN, Mark.INDEX_TO)
KNOWN = (*JOINTS, Mark.IT, Mark.AMOUNTING, Mark.THAT, Mark.FULFILLED, Mark.DONE, Mark.EXISTS, Mark.PLAN)
OVER = (Mark.DURING, Mark.FOR_TIME, Mark.PERIOD, Mark.OVER)
SIGNS = frozenset(",(:–")
APART = (Mark.BASIS, Mark.CONTRAST, Mark.OPENER_STRONG, Mark.MEAN)


def lone_changes(page: Page, figures: Sequence[Figure], known: AbstractSet[int]) -> Iterator[Relation]:
    """What is to be looked at in the sentences of which no relation is known."""
    first = 0
    for _, group in groupby(figures, key=lambda figure: figure.sentence):
        own = list(group)  # those of other sentences are not looked through for each
        stating = [index for index, figure in enumerate(own) if figure.states and not figure.all]
        levels = [index for index in stating if _is_level(own[index])]
        told = [index for index in stating if index not in levels]
        new = len(levels) == LEVELS and known.isdisjoint(first + index for index in told)
        for change in told if new and _is_one_change(own, told) else ():
            for found in _slipped(page, own, levels, change):
                parts = tuple(first + part for part in found.parts)
                yield found._replace(whole=first + (found.whole or 0), parts=parts)
        first += len(own)


def _is_level(figure: Figure) -> bool:
    plain = not figure.percent and not figure.each and figure.kind is not FigureKind.CHANGE
    exact = figure.states and figure.bound is Bound.EXACT and figure.quantity is not None
    return exact and plain and (figure.stated or 0) > 0 and digits(figure) >= FEW


def _is_one_change(figures: Sequence[Figure], told: Sequence[int]) -> bool:
    """Whether a change is told once, or as an amount and in percent."""
    changes = [figures[one] for one in told]
    exact = all(one.bound is Bound.EXACT and (one.stated or 0) > 0 and not one.points for one in changes)
    exact = exact and all(one.percent or one.kind is FigureKind.CHANGE for one in changes)
    return exact and 0 < len(changes) == len({one.percent for one in changes})


def _slipped(page: Page, figures: Sequence[Figure], levels: Sequence[int], index: int) -> Iterator[Relation]:
    change = figures[index]
    if not page.tokens[change.span.first].is_digits:
        return
    laws = _laws(page, figures, levels, index)
    if not laws or not _are_compared(page, figures, levels, index):
        return
    three = [*(figures[one] for one in levels), change]
    readings = [(order, law) for order in ((0, 1), (1, 0)) for law in laws]
    if any(_follows(three, *one) for one in readings):
        return
    near = (one for one in readings if is_near_miss(lambda read: _follows(read, *one), three))  # noqa: B023
    (first, second), law = next(near, ((0, 1), None))
    if law is None or _may_be_rounded(three[first], three[second], change):
        return
    derived = derive(law, (three[first], three[second]), change.unsigned)
    computed = derived and derived[1]
    before, after = levels[first], levels[second]
    kind = RelationKind.SHARE if law is _share else RelationKind.DIFFERENCE
    whole, parts = (before, (after, index)) if law is _share else (after, (before, index))
    rule, verdict = Rule.CHANGE_BESIDE, Consistency.DOUBTFUL
    yield Relation(kind, rule, Certainty.LIKELY, whole, parts, verdict, computed)


def _laws(page: Page, figures: Sequence[Figure], levels: Sequence[int], index: int) -> tuple[Law, ...]:
    """What the third number may be of the two levels."""
    change = figures[index]
    planned = _is_planned(figures, levels)
    if change.kind is FigureKind.CHANGE and not planned:
        if change.mode not in {Mode.BY, Mode.BY_OR_TO} or change.direction is None:
            return ()
        return (growth, _share) if change.percent else (difference,)  # «рост 105 %»
    if not change.percent:
        return ()
    compared = page.language.head_final and page.any_at(page.before(change.first, SOON), Mark.COMPARED)
    return (_share,) if planned or compared or is_index(page, change) else ()


def _is_planned(figures: Sequence[Figure], levels: Sequence[int]) -> bool:
    return sum(figures[one].kind is FigureKind.TARGET for one in levels) == 1


def _share(whole: Interval, part: Interval) -> Interval:
    return percentage(part, whole)


def _follows(three: Sequence[Figure], order: tuple[int, int], law: Law) -> bool:
    """Whether the change follows from the levels in that order: a plan first, and a rise to the larger."""
    before, after = (three[one] for one in order)
    change = three[-1]
    rises = (after.stated or 0) > (before.stated or 0)
    led = change.direction is None or rises is (change.direction is Way.UP)
    planned = any(one.kind is FigureKind.TARGET for one in three[:LEVELS])
    if not led or (planned and before.kind is not FigureKind.TARGET):
        return False
    if not _is_close(before, after, change, law):
        return False  # nearly always
    derived = derive(law, (before, after), change.unsigned)
    return derived is not None and derived[0] is Consistency.FOLLOWS


def _is_close(before: Figure, after: Figure, change: Figure, law: Law) -> bool:
    """Whether a change may follow from two levels, reckoned roughly, which takes a hundredth of the time."""
    first, second, told = (abs(float(one.stated or 0)) for one in (before, after, change))
    steps = [
        number * 10.0 ** (1 - digits(one))
        for number, one in ((first, before), (second, after), (told, change))
    ]
    if law is difference:
        return abs(abs(second - first) - told) <= sum(steps)
    percent = second / first * 100 if first else 0.0
    off = percent - told if law is _share else abs(percent - 100) - told
    return (
        abs(off) <= steps[2] + percent * (steps[0] / first + steps[1] / second) if first and second else False
    )


def _are_compared(page: Page, figures: Sequence[Figure], levels: Sequence[int], index: int) -> bool:
    """Whether words compare two levels of one thing, and nothing in the sentence is of another."""
    first, second = (figures[one] for one in levels)
    sentence = range(*page.bounds(first.span.first))
    clauses = ((sentence.start, first), (first.span.last, second))
    aside = in_bracket(page, second)
    goal = second.mode is Mode.TO and first.mode is None and _is_between(figures, levels, index)
    same = first.unit == second.unit if goal or (first.unit and second.unit) else aside
    if not same or not are_of_a_size(first, second) or not counts_as(first, figures[index]):
        return False
    if page.any_at(sentence, *APART) or any(page.word(at) == ";" for at in sentence):
        return False
    change = figures[index]
    behind = range(change.span.last, sentence.stop)
    if page.any_at(behind[:SHORT], Mark.PLAN) and not _is_planned(figures, levels):
        return False  # "more than planned"
    ends = change.span.first > second.span.first and change.kind is FigureKind.CHANGE
    if ends and (page.any_at(behind, Mark.PLAN) or _is_over_a_time(page, behind)):
        return False
    nouns = range(second.span.last, min(second.span.last + 1, sentence.stop))
    if aside and second.unit is None and named(page, figures, nouns):
        return False
    if _lasts(page, figures, sentence, min(one.first for one in (first, second, change))):
        return False
    led = Mode.FROM in {first.mode, second.mode} or page.till(second.first - 1, Mark.FROM)
    if led or _is_contrary(page, first, second, change):
        return False
    if is_of_some_time(page, figures, index) or _is_another_named(page, figures, [*levels, index]):
        return False
    dates = sum(one.kind is FigureKind.DATE and one.span.first in sentence for one in figures)
    timed = dates >= LEVELS or all(page.any_at(range(low, one.first), *TIMES) for low, one in clauses)
    timed = timed or page.any_at(range(sentence.start, first.first), Mark.EARLIER)
    dated = timed and change.span.first > second.span.first  # but "rose 5 % in May to 340 from …"
    ordered = _is_planned(figures, levels) or aside is not in_bracket(page, first) or dated or goal
    return ordered or page.any_at(sentence, *COMPARED)


def _is_between(figures: Sequence[Figure], levels: Sequence[int], index: int) -> bool:
    """Whether a change stands between its levels: "sales of 757 million rose 5 % to 795 million"."""
    return levels[0] < index < levels[1] and figures[index].direction is not None


def _lasts(page: Page, figures: Sequence[Figure], sentence: range, start: int) -> bool:
    """Whether a sentence tells how long something took: "over three years", «с начала года».

    Then a change may be that of the whole time, unless it is compared with the same time before.
    """
    if page.any_at(sentence, Mark.EARLIER):
        return False
    dates = [one for one in figures if one.kind is FigureKind.DATE and one.span.first in sentence]
    # "Three years", and no day whose year is a date behind it
    lasting = not any(YEAR.search(one.words) for one in dates if one.span.first < start) and any(
        not YEAR.search(one.words) for one in dates
    )
    return lasting or page.any_at(range(sentence.start, start), Mark.PERIOD)


def _is_another_named(page: Page, figures: Sequence[Figure], three: Sequence[int]) -> bool:
    """Whether words between the three, or behind the last, may be of something else.

    What stands behind the first up to a sign says what it counts.
    """
    members = [figures[one] for one in sorted(three)]
    ends = [max(one.tokens) + 1 for one in members]
    first, second = (range(end, other.first) for end, other in zip(ends, members[1:], strict=False))
    signs = [at for at in first if page.word(at) in SIGNS]
    spans = [first[signs[0] - first.start :] if signs else first, second]
    spans.append(range(ends[-1], page.bounds(members[-1].span.first)[1]))
    # "To 541 from 529, and a 5 % increase in dividends"; "a rise of 9, against 11 and 12 in 2017 and 2018"
    joined = {0: second, 1: first, 2: [*first, *second]}[sorted(three).index(three[-1])]
    if any(page.is_word(at) and page.at(at, Mark.JOIN) and not page.at(at, Mark.EQUAL) for at in joined):
        return True
    counted = signs[0] if signs else ends[0]
    known = {page.word(at)[:STEM] for at in range(page.bounds(members[0].span.first)[0], counted)}
    words = [page.word(at) for span in spans for at in _others(page, figures, span)]
    return not all(page.language.is_verbal(word) or word[:STEM] in known for word in words)


def _others(page: Page, figures: Sequence[Figure], span: range) -> list[int]:
    """The words of a span that are neither joints nor of a time."""
    begins, _ = page.language.time_phrases.mark([page.word(at) for at in span])
    times = {
        span[at] + one for at, marks in enumerate(begins) for size in marks.values() for one in range(size)
    }
    return [at for at in named(page, figures, span, KNOWN) if at not in times]


def _is_contrary(page: Page, first: Figure, second: Figure, change: Figure) -> bool:
    """Whether the first of two levels is compared with the second, and the words tell of the other way."""
    between = range(first.span.last, second.span.first)
    if page.language.head_final or change.direction is None or not page.any_at(between, *COMPARING):
        return False
    return ((first.stated or 0) > (second.stated or 0)) is not (change.direction is Way.UP)


def _is_over_a_time(page: Page, behind: range) -> bool:
    """Whether a change is that over a longer time: "a rise of 14 % over the half-year"."""
    return page.any_at(behind, *OVER) and not page.any_at(behind, *COMPARED)


def _may_be_rounded(before: Figure, after: Figure, change: Figure) -> bool:
    """Whether an amount is told in round numbers: from 6,810 to 5,500, by 1,300."""
    amount = change.stated or Decimal(0)
    off = abs(abs((after.stated or Decimal(0)) - (before.stated or Decimal(0))) - abs(amount))
    return not change.percent and 2 * off <= Decimal(1).scaleb(last_digit(amount))
