"""Twice: the amount and the percentage of one change, and the level that both are of.

"Down 18.2 percent, or 1.7 million tonnes, to 7.6 million", "74,064 pupils, 1,242 or 1.6 % fewer than before":
the amount is that percentage of what the level was before the change.
"""

from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.told_twice import CLOSE, joins
from edureport.prose.page import Page
from edureport.prose.relations.chains import level_now
from edureport.prose.relations.comparisons import level_before
from edureport.prose.relations.ends import ChangeEnds, is_level
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.same_change import pair_of
from edureport.prose.relations.spans import Lead, between, next_level

_PAUSES = frozenset(",(–—")


def amount_and_percent(
    page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int
) -> ChangeEnds | None:
    """The amount beside a percentage, and what it led to: `before` and `after` of what is told twice."""
    first, last = pair_of(page, figures, index)
    if not figures[index].percent or first == last:
        return None
    amount = first + last - index
    measured = page.language.measures

    def ends(level: int, *, sure: bool) -> ChangeEnds | None:
        one, other = figures[level].unit, figures[amount].unit
        if one != other and None not in {one, other}:
            if one in measured or other in measured:
                return None  # cents of dollars
            sure = False
        return ChangeEnds(Rule.CHANGE_TWICE, amount, level, sure)

    if not page.language.head_final and (closed := _closed(page, figures, (first, last), amount)) is not None:
        return ends(closed, sure=True)
    levels = [one for one in indices if is_level(figures[one], figures[amount]) and not figures[one].percent]
    if not levels and (level := level_before(page, figures, amount)) is not None:
        return ends(level, sure=False)
    if len(levels) != 1:
        return None
    following = figures[min(levels[0] + 1, len(figures) - 1)]
    if following.percent and 0 < following.span.first - figures[levels[0]].span.last <= CLOSE:
        return None  # an amount, too
    amounts = [one for one in indices if figures[one].kind is FigureKind.CHANGE and not figures[one].percent]
    return ends(levels[0], sure=len(amounts) == 1)


def _closed(page: Page, figures: Sequence[Figure], pair: tuple[int, int], amount: int) -> int | None:
    """The level that the words right behind a change lead to, or of whose clause it is the end."""
    first, last = pair
    behind = next_level(page, figures, last)
    if behind is not None and is_level(figures[behind], figures[amount]) and not figures[behind].percent:
        span = between(page, figures, last, behind)
        if span.lead is Lead.TO and span.joined and not span.moves and not span.rebased:
            return behind
    now = level_now(page, figures, first, amount)
    if now is None or (figures[amount].unit in page.language.measures and figures[now].unit is None):
        return None
    span = between(page, figures, now, first)
    if span.rebased or any(page.word(at) == ";" for at in span.tokens):
        return None
    sign = next((at for at in reversed(span.tokens) if page.word(at) in _PAUSES), None)
    joined = sign is not None and joins(page, range(sign, figures[first].first), [figures[amount]])
    return now if joined or not span.moves else None
