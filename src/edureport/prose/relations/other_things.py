"""Other things: whether words beside a change name something else than what its ends count.

"Imports fell from 300 to 285 tonnes, exports by 12 %": a noun of its own makes a change that of another
thing, unless it is a word for the change itself («рост составил 15 %», "an increase of", «өсім»).
"""

from collections.abc import Iterable, Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark, Modifier
from edureport.prose.page import Page

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
    Mark.CHANGE_SIZE, Mark.CONJ, Mark.CLAUSE_JOINT, Mark.EXISTS, Mark.AUX, Mark.THIS, Mark.PRECISELY,
)  # fmt: skip


def named(page: Page, figures: Sequence[Figure], span: range, known: Sequence[Mark] = JOINTS) -> list[int]:
    """The words between that are no figure with its unit, no time and none of the `known` marks."""
    told = {at for one in figures if one.span.first in span for at in one.tokens}
    for at in span:
        if at not in told:
            told.update(range(at, at + _length(page, at, known)))
    return [at for at in span if page.is_word(at) and at not in told]


def tells_more(page: Page, words: Iterable[int], known: Iterable[int]) -> bool:
    """Whether one of some words is no verb, and begins like none of those that are known."""
    stems = {page.word(at)[:STEM] for at in known}
    told = [page.word(at) for at in words]
    return not all(page.language.is_verbal(word) or word[:STEM] in stems for word in told)


def leads_from(page: Page, figures: Sequence[Figure], was: Figure, now: Figure, change: Figure) -> bool:
    """Whether nothing between what was and a change says that it is of another thing, or since another day.

    A noun that is behind what is, too, is that of both: «490 краж (годом ранее – 480 краж, +2 %)».
    """
    start = was.span.last
    start += page.is_word(start) and page.word(start)[:STEM] == page.word(now.span.last)[:STEM]
    between = range(start, change.span.first)
    return not named(page, figures, between, SINCE) and not _is_dated(page, figures, between)


def is_earlier(page: Page, figures: Sequence[Figure], opening: int, ends: tuple[int, int], sign: str) -> bool:
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


def has_own_noun(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether a change beside its ends is of another thing by a noun of its own.

    The clause of the ends may name what they count; a comma, a dash or "and" ends it.
    """
    change, first, second = figures[index], figures[pair[0]], figures[pair[1]]
    if index < pair[0]:
        between = range(change.span.last, first.span.first)
        return _is_apart(page, figures, between) or (
            _clause(page, between) != between and _is_of_noun_behind(page, figures, second)
        )
    between = range(_end(second), change.span.first)
    if not page.language.head_final and page.any_at(_clause(page, between), *MOVES):
        own = bool(named(page, figures, range(between.start + 1, between.stop)))  # "285 as sales fell by"
    else:
        own = _is_apart(page, figures, between)
    if page.language.head_final:
        return own or _is_of_noun_behind(page, figures, change)
    return own or _is_in_another(page, figures, change)


def _is_apart(page: Page, figures: Sequence[Figure], between: range) -> bool:
    """Whether there is a noun, or a time, behind the clause that the tokens begin in."""
    clause = _clause(page, between)
    if page.language.head_final:  # its verb ends it
        verb = next((at for at in clause if page.has(at, Mark.RISE, Mark.FALL)), clause.stop)
        clause = range(clause.start, verb)
    behind = range(clause.stop, between.stop)
    return bool(named(page, figures, behind)) or _is_dated(page, figures, behind)


def _is_dated(page: Page, figures: Sequence[Figure], span: range) -> bool:
    """Whether a date or a month stands among tokens."""
    dates = (one.span.first for one in figures if one.kind is FigureKind.DATE)
    return any(at in span for at in dates) or page.any_at(span, Mark.MONTH, Mark.PERIOD)


def _clause(page: Page, between: range) -> range:
    """The tokens up to a comma, a dash, a bracket or "and"."""
    ends = (at for at in between if page.word(at) in BREAKS or page.has(at, Mark.CLAUSE_JOINT, Mark.CONTRAST))
    return range(between.start, next(ends, between.stop))


def _is_of_noun_behind(page: Page, figures: Sequence[Figure], figure: Figure) -> bool:
    """Whether what follows a figure says what it is of: «, с 300 до 285 тонн – импорт»."""
    last = _end(figure)
    high = page.bounds(figure.span.first)[1]
    if page.language.head_final:
        clause = _clause(page, range(last, high))
        verb = next((at for at in clause if page.has(at, Mark.RISE, Mark.FALL)), last)
        return any(not page.glued(at) for at in named(page, figures, range(last, verb)))
    led = page.has(last, Mark.RISE, Mark.FALL) or (page.word(last) == "–" and page.is_word(last + 1))
    return led or (page.has(last, *LEADS) and _is_in_another(page, figures, figure))


def _is_in_another(page: Page, figures: Sequence[Figure], figure: Figure) -> bool:
    """Whether words behind a figure say in what, or of what: "with a 12% fall in exports", «на 8 % учеников».

    What has been named in front of it is no other thing: "an increase of 12% in imports".
    """
    at = _end(figure)
    at += max((page.at(at, mark) for mark in MOVES), default=0)
    low, high = page.bounds(figure.span.first)
    clause = _clause(page, range(at, high))
    nouns = named(page, figures, clause)
    of_noun = figure.percent and bool(nouns) and nouns[0] == at == _end(figure)  # else it is the unit
    if not nouns or not (page.has(at, *LEADS) or of_noun):
        return False
    known = {page.word(before)[:STEM] for before in range(low, figure.span.first) if page.is_word(before)}
    return not any(page.word(one)[:STEM] in known for one in nouns)


def _length(page: Page, at: int, known: Sequence[Mark]) -> int:
    """The length of the longest phrase of the marks, or of a bound, at a token."""
    tags = page.begins[at]
    return max((size for tag, size in tags.items() if tag in known or isinstance(tag, Modifier)), default=0)


def _years(page: Page, figures: Sequence[Figure], span: range) -> set[str]:
    """The years of four digits among the dates."""
    dated = {at for one in figures if one.kind is FigureKind.DATE for at in range(*one.span)}
    return {
        page.word(at) for at in span if at in dated and page.word(at).isdigit() and len(page.word(at)) == YEAR
    }


def _end(figure: Figure) -> int:
    return max(figure.span.last, figure.unit_span.last if figure.unit_span else 0)
