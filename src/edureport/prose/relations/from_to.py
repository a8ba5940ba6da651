"""From and to: the two levels beside a change that its words call so, "from 25 to 28, by 12 %"."""

from collections.abc import Sequence
from itertools import pairwise

from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.other_things import has_own_noun

BETWEEN = {FigureKind.DATE, FigureKind.ATTRIBUTE}  # "from 7.6 to 38.8 per 100,000 people, or fivefold"
CLOSE = 5  # tokens from a verb to the change that it tells of


def nearest_pair(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> tuple[int, int] | None:
    """The from and to that stand next to the change; None if there are none, or several."""
    near = [
        (first, second)
        for first, second in pairwise(counts)
        if figures[first].mode is Mode.FROM
        and figures[second].mode is Mode.TO
        and figures[first].percent is figures[second].percent
        and _are_beside(page, figures, (first, second), index)
    ]
    return near[0] if len(near) == 1 else None


def _are_beside(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether nothing but times, and the same change once more, stands between a change and its ends.

    "By 0.6 % – 27,300 head – from 4,634,100 to 4,661,400"; «с 300 в 2023 году до 345, или на 15 %».
    """
    if _is_in_bracket_of_another(page, figures, pair, index):
        return False
    low, high = (pair[1], index) if pair[1] < index else (index, pair[0])
    between = figures[low + 1 : high]
    return all(one.kind in BETWEEN or _in_dashes(page, one) for one in between)


def _is_in_bracket_of_another(
    page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int
) -> bool:
    """Whether the ends are in the bracket of another change: «в 12 раз (с 40 до 480), овец – в 3 раза»."""
    before = pair[0] - 1
    if index < pair[0] and page.word(figures[pair[0]].span.first - 2) == "(":
        # «(со 159 до 184, +15 %), из них в сёлах (с 82 до 92, +12 %)»
        return any(
            page.word(at) == ")" for at in range(figures[index].span.last, figures[pair[0]].span.first)
        )
    if index < pair[1] or before < 0 or not (figures[before].percent or figures[before].mode in CHANGES):
        return False
    opened = range(figures[before].span.last, figures[pair[0]].span.first)
    closed = range(figures[pair[1]].span.last, figures[index].span.first)
    if page.any_at(closed, Mark.EQUAL):
        return False  # "by 15 (from 300 to 315), or by 5%"
    return any(page.word(at) == "(" for at in opened) and any(page.word(at) == ")" for at in closed)


def _in_dashes(page: Page, figure: Figure) -> bool:
    """Whether a figure and its noun stand between two dashes."""
    behind = (page.word(at) for at in range(figure.span.last, figure.span.last + 3))
    return page.word(figure.span.first - 1) == "–" and "–" in behind


def is_told_apart(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether a verb or a noun of its own says that something else moved from the one to the other.

    "Births fell by 20 %, and the birth rate fell from 12.0 to 9.9"; but «с 300 до 345, рост составил 15 %».
    """
    change = figures[index]
    if has_own_noun(page, figures, pair, index):
        return True
    if index < pair[0]:
        own = change.span.last  # "a 15 % increase from 300 to 345"
        own += max(page.at(own, Mark.RISE), page.at(own, Mark.FALL))
        return page.any_at(range(own, figures[pair[0]].span.first), Mark.RISE, Mark.FALL)
    between = range(figures[pair[1]].span.last, change.span.first)
    verbs = [at for at in between if page.has(at, Mark.RISE, Mark.FALL)]
    return bool(verbs) and change.span.first - verbs[0] > CLOSE


def is_of_something_else(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether a change is told of more than what its ends are: "a 5% rise in calls and letters from …".

    So is one that a dash leads on from: «с 300 до 345, на 5 % – в городе».
    """
    change = figures[index]
    between = range(change.span.last, figures[pair[0]].span.first)
    joined = any(page.is_word(at) and page.at(at, Mark.JOIN) and not page.at(at, Mark.TO) for at in between)
    led_on = index > pair[1] and page.word(change.span.last) == "–"
    if joined or led_on:
        return True
    following = figures[min(index + 1, len(figures) - 1)]  # "from 300 to 345, by 20 in towns, by 25 in …"
    again = page.till(following.span.first - 1, Mark.BY) > 0 and following.sentence == change.sentence
    return again and following is not change and following.percent is change.percent
