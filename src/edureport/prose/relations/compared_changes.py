"""Compared changes: a change with what it is compared with right beside it, and the level somewhere before.

"67.3 million was raised, 77 % of the 87.7 million planned. This is 45 % more than 46.4 million a year ago":
no rule knows of which number before it is. Nobody is asked if the change follows from any of them; if from
none, and one digit would make it follow from one, that one is meant.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    KINDS,
    Law,
    comparable,
    derive,
    difference,
    follows_by,
    growth,
    ratio,
    slipped,
    without_about,
)
from edureport.prose.relations.ends import COMPARING, are_of_a_size, counts_as, same_unit
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

CLOSE = 8  # tokens from a change to what it is compared with
BACK, MOST = 12, 3  # figures before a change, and levels among them
SIGNS = frozenset(",;()")
PARTING = (Mark.CLAUSE_JOINT, Mark.CONTRAST)


def compared_changes(page: Page, figures: Sequence[Figure], known: AbstractSet[int]) -> Iterator[Relation]:
    """The changes, but for `known` ones, that one digit keeps from following from a level before them."""
    for index, change in enumerate(figures):
        told = change.kind is FigureKind.CHANGE and change.mode in CHANGES and comparable(change)
        digital = page.tokens[change.span.first].is_digits
        if index in known or not (told and digital) or (was := _compared(page, figures, index)) is None:
            continue
        law = _law(change)
        levels = list(_levels(page, figures, was, index))
        if any(_follow(figures, (was, level, index), law) for level in levels):
            continue
        for level in levels:
            three = [without_about(figures[one]) for one in (was, level, index)]
            if slipped(three, (law,)) and (derived := derive(law, three[:2], three[-1].unsigned)):
                kind = KINDS.get(law, RelationKind.DIFFERENCE)
                members = (level, (was, index))
                rule, likely = Rule.CHANGE_AGAINST, Certainty.LIKELY
                yield Relation(kind, rule, likely, *members, Consistency.DOUBTFUL, derived[1])
                break


def _law(change: Figure) -> Law:
    if change.mode is Mode.TIMES:
        return ratio
    return growth if change.percent and not change.points else difference


def _follow(figures: Sequence[Figure], three: Sequence[int], law: Law) -> bool:
    """Whether a change follows from two levels, as they are told or as their digits are."""
    told = [figures[one] for one in three]
    return follows_by(told, law) or follows_by([without_about(one) for one in told], law)


def _compared(page: Page, figures: Sequence[Figure], index: int) -> int | None:
    """The number right beside a change that words compare it with: behind it, in Kazakh before it."""
    change, before = figures[index], page.language.head_final
    beside = range(index - 1, max(index - 3, -1), -1) if before else range(index + 1, len(figures))
    was = next((at for at in beside if figures[at].states), None)
    if was is None or figures[was].sentence != change.sentence or not _is_level(page, figures[was], change):
        return None
    first, second = sorted((figures[was], change), key=_start)
    gap = range(max(first.tokens) + 1, second.first)
    joined = (at for at in gap if page.is_word(at) and page.at(at, Mark.JOIN))
    apart = any(not page.has(at, Mark.EQUAL, Mark.TO, Mark.FROM, *COMPARING) for at in joined)
    if apart or len(gap) > CLOSE or any(_parts(page, at) for at in gap):
        return None
    words = (Mark.COMPARED, Mark.COMPARISON) if before else (Mark.FROM, *COMPARING)
    return was if page.any_at(gap, *words) else None


def _parts(page: Page, at: int) -> bool:
    """Whether a sign or a word begins another clause; but not the comma of «больше, чем 46,4 млн»."""
    led = page.word(at) == "," and page.has(at + 1, *COMPARING)
    return page.has(at, *PARTING) or (page.word(at) in SIGNS and not led)


def _levels(page: Page, figures: Sequence[Figure], was: int, index: int) -> Iterator[int]:
    """The levels that a change may lead to, the nearest first, in its sentence or the one before."""
    start, change, found = min(was, index), figures[index], 0
    behind = range(index + 1, min(index + 3, len(figures))) if page.language.head_final else range(0)
    own = (at for at in behind if figures[at].sentence == change.sentence)
    for at in (*own, *range(start - 1, max(start - BACK, -1), -1)):
        level = figures[at]
        if change.sentence - level.sentence > 1 or found == MOST:
            return
        alike = same_unit(level, figures[was]) and are_of_a_size(level, figures[was])
        if any(page.till(level.first - 1, mark) for mark in (Mark.FROM, *COMPARING)):
            return  # what was there before is compared with this one
        if alike and _is_level(page, level, change):
            found += 1
            yield at


def _is_level(page: Page, figure: Figure, change: Figure) -> bool:
    """Whether a number in digits can be what something was or is."""
    level = comparable(figure) and figure.kind is not FigureKind.CHANGE and not figure.points
    single = not figure.each and figure.upper is None and "/" not in figure.words and bool(figure.stated)
    counted = figure.percent if change.points else not figure.percent and counts_as(figure, change)
    return level and single and counted and page.tokens[figure.span.first].is_digits


def _start(figure: Figure) -> int:
    return figure.span.first
