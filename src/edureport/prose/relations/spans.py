"""Spans: what stands between two figures of a sentence, and where it leads."""

from collections.abc import Iterator, Sequence
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.openings import in_bracket

LONG = 14  # tokens within one clause
_SHORT = 8  # tokens from where a clause is taken up again to its change
_SIGNS = frozenset(",;:()–")
_CLAUSES = (Mark.CONTRAST, Mark.CLAUSE_JOINT, Mark.RELATIVE)
_MOVES = (Mark.RISE, Mark.FALL)
# What may stand before a change where a clause goes on with it: ", a rise of", "but were down", "or".
_RESUMING = (
    *_MOVES, Mark.AMOUNTING, Mark.ARTICLE, Mark.AUX, Mark.BY, Mark.CHANGE_NOUN, Mark.CHANGE_SIZE,
    Mark.CLAUSE_JOINT, Mark.CONTRAST, Mark.EQUAL, Mark.EXISTS, Mark.FALL_NOUN, Mark.GROWTH_NOUN, Mark.JOIN,
    Mark.OUT_OF, Mark.THAT,
)  # fmt: skip


class Lead(StrEnum):
    """What the words before the second figure make of it."""

    TO = auto()  # what was reached
    FROM = auto()  # what something rose or fell from
    AGAINST = auto()  # what it is compared with
    NONE = auto()


class SpanBetween(NamedTuple):
    """The tokens between two figures and their units, without those in brackets."""

    tokens: Sequence[int]
    lead: Lead
    paused: bool  # a comma stands before the words that lead on
    joined: bool  # no sign or word in it begins another clause, and it is short
    moves: bool  # it has a word of a rise or a fall, other than one right behind the first figure
    resumed: bool  # a clause ends in it and is taken up again by no more than words of a change


def between(page: Page, figures: Sequence[Figure], one: int | None, other: int) -> SpanBetween:
    """What stands between two figures of a sentence; with None from its beginning."""
    start = page.bounds(figures[other].span.first)[0] if one is None else behind(figures[one])
    tokens = _outside_brackets(page, range(start, figures[other].first))
    ends = [at for at in tokens if page.word(at) in _SIGNS or page.has(at, *_CLAUSES)]
    lead, place = _lead(page, tokens, start)
    apart = [at for at in ends if at != place - 1]
    return SpanBetween(
        tokens,
        lead,
        paused=len(apart) < len(ends),
        joined=not apart and len(tokens) <= LONG,
        moves=page.any_at(tokens[2:], *_MOVES),
        resumed=_is_resumed(page, tokens, ends),
    )


def levels(page: Page, figures: Sequence[Figure], index: int, step: int) -> Iterator[int]:
    """The numbers behind another in its sentence, or with -1 before it, that state something, in order.

    Those in brackets are none, as "(£600m)" behind "$1.13bn", if the other is not.
    """
    one, inside = index + step, in_bracket(page, figures[index])
    while 0 <= one < len(figures) and figures[one].sentence == figures[index].sentence:
        if comparable(figures[one]) and (inside or not in_bracket(page, figures[one])):
            yield one
        one += step


def behind(figure: Figure) -> int:
    """The token behind a number and its unit."""
    unit = figure.unit_span
    return unit.last if unit and unit.first == figure.span.last else figure.span.last


def _outside_brackets(page: Page, span: range) -> list[int]:
    depth, left = 0, []
    for at in span:
        depth += page.word(at) == "("
        if not depth:
            left.append(at)
        depth -= page.word(at) == ")" and depth > 0
    return left


def _lead(page: Page, tokens: Sequence[int], start: int) -> tuple[Lead, int]:
    """Where the last words of comparison or of a goal lead, and at which token."""
    for at in reversed(tokens):
        compared = max(page.till(at, mark) for mark in (Mark.AGAINST, Mark.COMPARED))
        if page.has(at, Mark.FROM, Mark.THAN):
            return Lead.FROM, at - max(compared, 1) + 1  # "up from"
        if compared:
            return Lead.AGAINST, at - compared + 1
        if page.has(at, Mark.OVER) and at <= start + 1:
            return Lead.AGAINST, at
        if page.has(at, Mark.TO):
            return Lead.TO, at
    return Lead.NONE, start


def _is_resumed(page: Page, tokens: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether what is behind the first end of a clause, or its verb, only leads on to a change."""
    start = next((at for at in (*ends[:1], *tokens) if at in ends or page.has(at, Mark.AUX, *_MOVES)), 0)
    rest = [at for at in tokens if 0 < start <= at]
    led = {one for at in rest for one in range(at, at + max(page.at(at, mark) for mark in _RESUMING))}
    return 0 < len(rest) <= _SHORT and all(at in led or not page.is_word(at) for at in rest)
