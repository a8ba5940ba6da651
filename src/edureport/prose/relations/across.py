"""Across a full stop: a change told in one sentence, and its levels in the one before or behind it.

"Profits rose 52 %. They were 1,330 million, compared with 874 million a year before"; "10,163 people came.
This is 63 % fewer than in 2015 (27,471)". No grammar closes that, so it is asked about only if one digit
makes it right, neither sentence tells any other number, and words say that they go on with the same thing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.change_doubts import is_of_some_time
from edureport.prose.relations.earlier import may_be_from
from edureport.prose.relations.ends import COMPARING, ChangeEnds, are_of_a_size, is_level, may_share_unit
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.same_change import pair_of
from edureport.prose.relations.spans import Lead, between

SOON = 8  # tokens from the beginning of a sentence to the pronoun that goes on with what was told before
LEVELS = 2


def across(page: Page, figures: Sequence[Figure]) -> Iterator[tuple[int, ChangeEnds]]:
    """Changes with the two levels, or the level and the amount, of a sentence beside theirs."""
    stating = (index for index, figure in enumerate(figures) if figure.states and not figure.all)
    sentences = [list(group) for _, group in groupby(stating, key=lambda index: figures[index].sentence)]
    for first, second in pairwise(sentences):
        sentence = figures[second[0]].sentence
        follows = sentence == figures[first[0]].sentence + 1
        if not follows or page.tokens[page.first[sentence]].gap in {"¶", "\n"}:
            continue
        changes = [one for one in (*first, *second) if figures[one].kind is FigureKind.CHANGE]
        if not _tell_of_one(page, figures, changes):
            continue
        index = next((one for one in changes if figures[one].percent), changes[0])
        levels = [one for one in (*first, *second) if one not in changes]
        if not all(_counts(figures[one], figures[index]) for one in levels):
            continue
        for ends in _ends(page, figures, levels, changes, second):
            told = [index] if ends.rule is Rule.CHANGE_TWICE else changes
            yield from ((one, ends) for one in told)


def _tell_of_one(page: Page, figures: Sequence[Figure], changes: Sequence[int]) -> bool:
    """Whether one change is told, as an amount, in percent or both."""
    if not changes or pair_of(page, figures, changes[0]) != (changes[0], changes[-1]):
        return False
    change = figures[changes[0]]
    plain = change.mode in {Mode.BY, Mode.BY_OR_TO} and not change.points and change.direction is not None
    plain = plain and not page.any_at(range(*page.bounds(change.span.first)), Mark.AVERAGE, Mark.MEAN)
    return plain and not is_of_some_time(page, figures, changes[0])


def _counts(level: Figure, change: Figure) -> bool:
    return is_level(level, change) and not level.percent and not level.each and (level.stated or 0) > 0


def _ends(
    page: Page,
    figures: Sequence[Figure],
    levels: Sequence[int],
    changes: Sequence[int],
    second: Sequence[int],
) -> Iterator[ChangeEnds]:
    behind = changes[0] in second
    if len(levels) == 1 and len(changes) > 1 and behind and _goes_on(page, figures, changes[0]):
        amount = next(one for one in changes if not figures[one].percent)
        if may_share_unit(page, figures[levels[0]], figures[amount]):
            yield ChangeEnds(Rule.CHANGE_TWICE, amount, levels[0], sure=False)
    if len(levels) != LEVELS or not may_share_unit(page, *(figures[one] for one in levels)):
        return
    one, other = levels
    if not are_of_a_size(figures[one], figures[other]):
        return
    if not behind and one in second:
        if ends := _compared(page, figures, one, other):
            yield ends
    elif behind and one not in second and other in second and _goes_on(page, figures, changes[0]):
        low, high = page.bounds(figures[other].span.first)
        back = in_bracket(page, figures[other]) or page.any_at(range(low, high), *COMPARING)
        was, now = (other, one) if back and figures[other].mode is not Mode.TO else (one, other)
        if back and not may_be_from(page, figures, (was, now), changes[0]):
            return
        rises = (figures[now].stated or 0) > (figures[was].stated or 0)
        if rises is (figures[changes[0]].direction is Way.UP):
            yield ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure=False)


def _compared(page: Page, figures: Sequence[Figure], one: int, other: int) -> ChangeEnds | None:
    """Two levels of which words say which was first: "330 from 300", "from 300 to 330", "300 in 2022 …"."""
    span = between(page, figures, one, other)
    if span.rebased:
        return None
    if figures[one].mode is Mode.FROM and figures[other].mode is Mode.TO:
        return ChangeEnds(Rule.CHANGE_FROM_TO, one, other, sure=False)
    if span.lead in {Lead.FROM, Lead.AGAINST}:
        return ChangeEnds(Rule.CHANGE_AGAINST, other, one, sure=False)
    before = range(one - 1, other)
    dated = all(at >= 0 and figures[at].kind is FigureKind.DATE for at in (one - 1, other - 1))
    years = [figures[at].words for at in before if figures[at].kind is FigureKind.DATE]
    first = dated and len(years) == LEVELS and years == sorted(years)
    return ChangeEnds(Rule.CHANGE_AGAINST, one, other, sure=False) if first else None


def _goes_on(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether the sentence of a change begins with a pronoun or a comparison: "This is", «По сравнению с»."""
    first = figures[index].first
    beginning = range(page.bounds(first)[0], first)[:SOON]
    return page.any_at(beginning, Mark.THIS, Mark.IT, Mark.COMPARED)
