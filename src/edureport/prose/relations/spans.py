"""Spans: what stands between two figures of a sentence, where it leads, and whether it names another thing.

"Imports fell from 300 to 285 tonnes, exports by 12 %": a noun of its own makes a change that of another
thing, unless it is a word for the change itself («рост составил 15 %», "an increase of", «өсім»).
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures
from edureport.prose.grammar.marks import Mark, Modifier
from edureport.prose.page import Page

LONG = 14  # tokens within one clause
_SHORT = 8  # tokens from where a clause is taken up again to its change
_SIGNS = frozenset(",;:()–")
_MOVES = (Mark.RISE, Mark.FALL)
# What may stand before a change where a clause goes on with it: ", a rise of", "but were down", "or".
_RESUMING = (
    *_MOVES, Mark.AMOUNTING, Mark.ARTICLE, Mark.AUX, Mark.BY, Mark.CHANGE_NOUN, Mark.CHANGE_SIZE,
    Mark.CLAUSE_JOINT, Mark.CONTRAST, Mark.EQUAL, Mark.EXISTS, Mark.FALL_NOUN, Mark.GROWTH_NOUN, Mark.JOIN,
    Mark.OUT_OF, Mark.THAT,
)  # fmt: skip
BREAKS = frozenset(",;:()–")
YEAR = 4  # digits
LEADS = (Mark.INSIDE, Mark.PER, Mark.BY_CAPACITY)  # to what a change is in, or of
STEM = 4  # letters that two forms of one noun have in common
MOVES = (Mark.RISE, Mark.FALL, Mark.CHANGE_NOUN, Mark.GROWTH_NOUN, Mark.FALL_NOUN)
TIMES = (
    Mark.EARLIER, Mark.MONTH, Mark.YEAR, Mark.PERIOD, Mark.TIME_NOUN, Mark.TIME_OF, Mark.FOR_TIME,
    Mark.PREP_YEAR, Mark.DURING, Mark.BEFORE_DAY, Mark.COMPARISON, Mark.COMPARED,
)  # fmt: skip
SINCE = (*MOVES, Mark.EARLIER, Mark.COMPARISON, Mark.EQUAL, Mark.OR, Mark.ADDED, Mark.BY)
JOINTS = (
    *MOVES, *TIMES, Mark.ADDED, Mark.EQUAL, Mark.OR, Mark.BY, Mark.ARTICLE, Mark.DETERMINER, Mark.CHANGE_AS,
    Mark.CHANGE_SIZE, Mark.CONJ, Mark.AMOUNTING, Mark.CLAUSE_JOINT, Mark.EXISTS, Mark.AUX, Mark.THIS,
    Mark.PRECISELY,
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
    rebased: bool  # it measures a change by something else than the figures: "on a comparable basis"


def between(page: Page, figures: Figures, one: int | None, other: int) -> SpanBetween:
    """What stands between two figures of a sentence; with None from its beginning."""
    start = page.bounds(figures[other].span.first)[0] if one is None else end_of(figures[one])
    tokens = _outside_brackets(page, range(start, figures[other].first))
    within = figures[0 if one is None else one + 1 : other]
    dated = {at for figure in within if figure.kind is FigureKind.DATE for at in range(*figure.span)}
    ends = [at for at in tokens if _ends_clause(page, at) and at + 1 not in dated]  # "February, 1986"
    lead, place = _lead(page, tokens, start)
    apart = [at for at in ends if at != place - 1]
    near = {start, start + 1}
    return SpanBetween(
        tokens,
        lead,
        paused=len(apart) < len(ends),
        joined=not apart and len(tokens) <= LONG,
        moves=any(at not in near for at in tokens if page.has(at, *_MOVES)),
        resumed=_is_resumed(page, [at for at in tokens if at not in dated], ends),
        rebased=page.any_at(tokens, Mark.BASIS),
    )


def next_level(page: Page, figures: Figures, index: int) -> int | None:
    """The number behind another in its sentence that states something, not in brackets between them."""
    for one in range(index + 1, len(figures)):
        figure = figures[one]
        if figure.sentence != figures[index].sentence:
            return None
        if not figure.states or figure.stated is None or figure.bound is Bound.RANGE:
            continue
        if figure.span.first - 1 in _outside_brackets(page, range(end_of(figures[index]), figure.span.first)):
            return one
        if figure.span.first == end_of(figures[index]):
            return one
    return None


def levels_before(figures: Figures, index: int) -> Iterator[int]:
    """The numbers before another in its sentence that state something, the nearest first."""
    for one in range(index - 1, -1, -1):
        if figures[one].sentence != figures[index].sentence:
            return
        if figures[one].states and figures[one].stated is not None:
            yield one


def is_compared(page: Page, figure: Figure) -> bool:
    """Whether words behind a change say what it is compared with: "up 12 % on last May"."""
    at, high = end_of(figure), page.bounds(figure.span.first)[1]
    behind = range(at, min(at + _SHORT // 2, high))
    compared = page.any_at(behind, Mark.AGAINST, Mark.COMPARED, Mark.COMPARISON, Mark.THAN, Mark.OVER)
    return compared or page.any_at(behind, Mark.THAN_UP, Mark.THAN_DOWN)


def _lead(page: Page, tokens: Sequence[int], start: int) -> tuple[Lead, int]:
    """Where the last words of comparison or of a goal lead, and at which token."""
    for at in reversed(tokens):
        if _ends_clause(page, at):
            break
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


def _ends_clause(page: Page, at: int) -> bool:
    return page.word(at) in _SIGNS or page.has(at, Mark.CONTRAST, Mark.CLAUSE_JOINT, Mark.RELATIVE)


def _is_resumed(page: Page, tokens: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether what is behind the first end of a clause, or its verb, only leads on to a change."""
    verb = next((at for at in tokens if page.has(at, Mark.AUX, *_MOVES)), None)
    start = ends[0] if ends else verb
    behind = [at for at in tokens if start is not None and at >= start]
    led = {one for at in behind for one in range(at, at + max(page.at(at, mark) for mark in _RESUMING))}
    return 0 < len(behind) <= _SHORT and all(at in led or not page.is_word(at) for at in behind)


def _outside_brackets(page: Page, span: range) -> list[int]:
    depth, left = 0, []
    for at in span:
        depth += page.word(at) == "("
        if not depth:
            left.append(at)
        depth -= page.word(at) == ")" and depth > 0
    return left


def end_of(figure: Figure) -> int:
    """The token behind a number and its unit."""
    unit = figure.unit_span
    return unit.last if unit and unit.first == figure.span.last else figure.span.last


def named(page: Page, figures: Figures, span: range, known: Sequence[Mark] = JOINTS) -> list[int]:
    """The words between that are no figure with its unit, no time and none of the `known` marks."""
    told = {at for one in figures if one.span.first in span for at in one.tokens}
    for at in span:
        if at not in told:
            tags = page.begins[at].items()
            sizes = (size for tag, size in tags if tag in known or isinstance(tag, Modifier))
            told.update(range(at, at + max(sizes, default=0)))
    return [at for at in span if page.is_word(at) and at not in told]


def tells_more(page: Page, words: Iterable[int], known: Iterable[int]) -> bool:
    """Whether one of some words is no verb, and begins like none of those that are known."""
    stems = {page.word(at)[:STEM] for at in known}
    told = [page.word(at) for at in words]
    return not all(page.language.is_verbal(word) or word[:STEM] in stems for word in told)


def leads_from(page: Page, figures: Figures, was: Figure, now: Figure, change: Figure) -> bool:
    """Whether nothing between what was and a change says that it is of another thing, or since another day.

    A noun that is behind what is, too, is that of both: «490 краж (годом ранее – 480 краж, +2 %)».
    """
    start = was.span.last
    start += page.is_word(start) and page.word(start)[:STEM] == page.word(now.span.last)[:STEM]
    between = range(start, change.span.first)
    return not named(page, figures, between, SINCE) and not _is_dated(page, figures, between)


def is_earlier(page: Page, figures: Figures, opening: int, ends: tuple[int, int], sign: str) -> bool:
    """Whether a bracket calls a figure in it what was before: «(годом ранее – 5 986», "(2023: 5,986".

    It then has no noun of its own, and says "earlier" or names a year: one before any that stands in front
    of the bracket, or else, as the year may be to come, one from which the change goes where its sign says.
    """
    was, now = (figures[one] for one in ends)
    low, high = page.bounds(opening)
    span = range(opening + 1, was.span.first)
    if named(page, figures, span, TIMES):
        return False
    behind = _clause(page, range(was.span.last, high))  # "(480 a year before, +2%)"
    if page.any_at((*span, *behind), Mark.EARLIER):
        return True
    within, before = _years(page, figures, span), _years(page, figures, range(low, opening))
    if before:
        return bool(within) and max(within) < max(before)
    return bool(within) and ((was.stated or 0) < (now.stated or 0)) is (sign == "+")


def has_own_noun(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether a change beside its ends is of another thing by a noun of its own.

    The clause of the ends may name what they count; a comma, a dash or "and" ends it.
    """
    change, first, second = figures[index], figures[pair[0]], figures[pair[1]]
    if index < pair[0]:
        between = range(change.span.last, first.span.first)
        another = _clause(page, between) != between and _is_of_noun_behind(page, figures, second)
        return another or _is_apart(page, figures, between)
    between = range(_last_of(second), change.span.first)
    if not page.language.head_final and page.any_at(_clause(page, between), *MOVES):
        own = bool(named(page, figures, range(between.start + 1, between.stop)))  # "285 as sales fell by"
    else:
        own = _is_apart(page, figures, between)
    if page.language.head_final:
        return own or _is_of_noun_behind(page, figures, change)
    return own or _is_in_another(page, figures, change)


def _is_apart(page: Page, figures: Figures, between: range) -> bool:
    """Whether there is a noun, or a time, behind the clause that the tokens begin in."""
    clause = _clause(page, between)
    if page.language.head_final:  # its verb ends it
        verb = next((at for at in clause if page.has(at, Mark.RISE, Mark.FALL)), clause.stop)
        clause = range(clause.start, verb)
    behind = range(clause.stop, between.stop)
    return bool(named(page, figures, behind)) or _is_dated(page, figures, behind)


def _is_dated(page: Page, figures: Figures, span: range) -> bool:
    """Whether a date or a month stands among tokens."""
    dates = (one.span.first for one in figures if one.kind is FigureKind.DATE)
    return any(at in span for at in dates) or page.any_at(span, Mark.MONTH, Mark.PERIOD)


def _clause(page: Page, between: range) -> range:
    """The tokens up to a comma, a dash, a bracket or "and"."""
    ends = (at for at in between if page.word(at) in BREAKS or page.has(at, Mark.CLAUSE_JOINT, Mark.CONTRAST))
    return range(between.start, next(ends, between.stop))


def _is_of_noun_behind(page: Page, figures: Figures, figure: Figure) -> bool:
    """Whether what follows a figure says what it is of: «, с 300 до 285 тонн – импорт»."""
    last = _last_of(figure)
    high = page.bounds(figure.span.first)[1]
    if page.language.head_final:
        clause = _clause(page, range(last, high))
        verb = next((at for at in clause if page.has(at, Mark.RISE, Mark.FALL)), last)
        return any(not page.glued(at) for at in named(page, figures, range(last, verb)))
    led = page.has(last, Mark.RISE, Mark.FALL) or (page.word(last) == "–" and page.is_word(last + 1))
    return led or (page.has(last, *LEADS) and _is_in_another(page, figures, figure))


def _is_in_another(page: Page, figures: Figures, figure: Figure) -> bool:
    """Whether words behind a figure say in what, or of what: "with a 12% fall in exports", «на 8 % учеников».

    What has been named in front of it is no other thing: "an increase of 12% in imports".
    """
    at = _last_of(figure)
    at += max((page.at(at, mark) for mark in MOVES), default=0)
    low, high = page.bounds(figure.span.first)
    clause = _clause(page, range(at, high))
    nouns = named(page, figures, clause)
    of_noun = figure.percent and bool(nouns) and nouns[0] == at == _last_of(figure)  # else it is the unit
    if not nouns or not (page.has(at, *LEADS) or of_noun):
        return False
    known = {page.word(before)[:STEM] for before in range(low, figure.span.first) if page.is_word(before)}
    return not any(page.word(one)[:STEM] in known for one in nouns)


def _years(page: Page, figures: Figures, span: range) -> set[str]:
    """The years of four digits among the dates."""
    dated = {at for one in figures if one.kind is FigureKind.DATE for at in range(*one.span)}
    words = (page.word(at) for at in span if at in dated)
    return {word for word in words if word.isdigit() and len(word) == YEAR}


def _last_of(figure: Figure) -> int:
    return max(figure.span.last, figure.unit_span.last if figure.unit_span else 0)
