"""Earlier levels: whether a number behind a change, mostly in brackets, is what was before it.

It is in "85 fewer than last year (1,325)", but not in "85 fewer than last year (capacity: 1,400)".
"""

from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.told_twice import CLOSE, ENDS
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import Month, TimeMark
from edureport.prose.page import Page
from edureport.prose.relations.ends import COMPARING, same_unit
from edureport.prose.relations.same_change import are_one

FAR = 20  # tokens in brackets
SOON = 5  # tokens from a change to the word of comparison
_TIMES = frozenset({TimeMark.RELATIVE_LAST, TimeMark.SAME, TimeMark.YEAR, TimeMark.SCHOOLYEAR})
_NOT_BEFORE = frozenset(
    {TimeMark.LAW, TimeMark.NOW, TimeMark.OWN, TimeMark.PAPER, TimeMark.RELATIVE_NEXT, TimeMark.RELATIVE_THIS}
)


def may_be_from(page: Page, figures: Sequence[Figure], ends: tuple[int, int], index: int) -> bool:
    """Whether a change may lead from a level behind it: no other does, and nothing names it otherwise."""
    was, now = ends
    between = [one for one in figures[index:was] if one.kind is FigureKind.CHANGE or one.percent]
    return are_one(page, between) and _may_be_earlier(page, figures[was], figures[now], figures[index])


def leads_to(page: Page, figures: Sequence[Figure], index: int, was: int) -> bool:
    """Whether a comparison leads from a change to a level, and nothing else is told between them.

    The percentage of the same change may stand between: «на 46, или 24,6 % меньше, чем в 2022 году (190)».
    """
    others = [one for one in figures[index + 1 : was] if one.states]
    if any(one.kind is not FigureKind.CHANGE and not one.percent for one in others):
        return False
    start = max(figures[index], *others, key=_last).span.last if others else figures[index].span.last
    behind = range(start, min(start + SOON, figures[was].span.first))
    comparing = next((at for at in behind if page.has(at, *COMPARING)), None)
    if comparing is None:
        return False
    before = [page.word(at) == "," and not page.has(at + 1, *COMPARING) for at in range(start, comparing)]
    after = range(comparing, figures[was].span.first)
    return not any(before) and not any(
        page.word(at) in ",;" and not page.at(at + 1, Mark.COMPARISON) for at in after
    )


def _last(figure: Figure) -> int:
    return figure.span.last


def _may_be_earlier(page: Page, level: Figure, now: Figure, change: Figure) -> bool:
    """Whether a level behind a change may be what was before it: in brackets, alone there, or with a time.

    A noun, a target or "of which" there makes it something else. `now` is what the change led to.
    """
    opening = next((at for at in page.before(level.span.first, FAR) if page.word(at) in {"(", ")"}), None)
    if opening is None or page.word(opening) == ")" or opening < change.span.last:
        return may_be_from_plan(page, level, change)
    closing = next((at for at in range(level.span.last, level.span.last + FAR) if page.word(at) in ENDS), 0)
    own = level.tokens
    tokens = [at for at in range(opening + 1, closing) if at not in own]
    named = level.unit_span is not None and level.unit_span.first > opening
    if (named and not same_unit(level, now)) or not may_be_from_plan(page, level, change):
        return False
    if level.role is not None:
        return False  # «(всего – 1 400)»
    words = [page.word(at) for at in tokens]
    if words and not _names_time(page, words):
        return False
    told = {page.word(at) for at in range(change.span.last, opening) if _is_year(page.word(at))}
    years = {word for word in words if _is_year(word)}
    return not told or not years or bool(told & years)


def may_be_from_plan(page: Page, level: Figure, change: Figure) -> bool:
    """Whether a change may lead from a level behind it, as far as plans go.

    Not in "85 fewer than last year (plan: 1,300)".
    """
    behind = range(change.span.last, min(change.span.last + CLOSE, level.span.first))
    compared = page.any_at(behind, *COMPARING)
    planned = level.kind is FigureKind.TARGET and compared
    return not planned or page.any_at(behind, Mark.PLAN)


def _names_time(page: Page, words: Sequence[str]) -> bool:
    """Whether words name a time before, and nothing besides."""
    begins, _ = page.language.time_phrases.mark(words)
    left, dated = set(range(len(words))), any(_is_year(word) for word in words)
    for at, marks in enumerate(begins):
        for mark, length in marks.items():
            if mark in _NOT_BEFORE:
                return False
            dated = dated or mark in _TIMES or isinstance(mark, Month)
            left -= set(range(at, at + length))
    return dated and not any(words[at].isalpha() for at in left)


def _is_year(word: str) -> bool:
    return len(word) == len("2000") and word.isdigit() and word[:2] in {"19", "20"}
