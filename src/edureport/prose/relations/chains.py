"""Chains: a change, what it led to and what it led from, one behind the other in a clause of their own.

"Fell 9 % in May to 182 tonnes from 200 a year before"; "182, down 9 % from the 200 of 1986"; "182 in May
against 200 in April, a fall of 9 %": as many of them in a sentence as there are.
"""

from collections.abc import Sequence

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.comparisons import may_be_same
from edureport.prose.relations.ends import ChangeEnds, counts_as, is_level
from edureport.prose.relations.other_things import JOINTS, named
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.same_change import is_theirs, pair_of
from edureport.prose.relations.share_pairs import equals
from edureport.prose.relations.spans import Lead, SpanBetween, between, is_compared, levels_before, next_level

_FROM = (Lead.FROM, Lead.AGAINST)
_BASES = (Mark.AGAINST, Mark.COMPARED, Mark.FROM, Mark.OVER, Mark.THAN)
_TIMED = (Mark.EARLIER, Mark.MONTH, Mark.PERIOD, Mark.TIME_NOUN, Mark.YEAR)
_NEAR = 4  # tokens behind a number in which its time stands
_KNOWN = (*JOINTS, Mark.AGAINST, Mark.FROM, Mark.TO, Mark.TOTAL, Mark.PERIODIC)


def in_chain(page: Page, figures: Sequence[Figure], index: int) -> ChangeEnds | None:
    """The levels of a change that words lead to and from in one clause with it; None if none do."""
    change, (begin, end) = figures[index], pair_of(page, figures, index)
    first = next_level(page, figures, end)
    if first is None or not is_level(figures[first], change):
        return _behind_both(page, figures, index)
    span = between(page, figures, end, first)
    if span.lead is Lead.TO and span.joined and not span.moves:
        if span.paused and change.direction is None:
            return None  # "ingots, minimum 99.97 pct, to 4.50 from 3.95 dollars"
        second = next_level(page, figures, first)
        back = None if second is None else between(page, figures, first, second)
        if second is None or back is None or back.moves:
            return None
        return _ends(page, figures, (second, first, index), (back, span))
    if span.lead in _FROM and span.joined and not span.moves:
        now = level_now(page, figures, begin, index)
        # «430 млн, или 11,5 % от 3 740 млн» is a share, "at a premium of 4 % over 250" is none.
        share = change.direction is None and (span.lead is Lead.FROM or equals(page, change))
        if span.paused or now is None or share:
            return None
        return _ends(page, figures, (first, now, index), (span,))
    return _behind_both(page, figures, index)


def _behind_both(page: Page, figures: Sequence[Figure], index: int) -> ChangeEnds | None:
    """The two levels right before a change that sums them up, and is compared with nothing else."""
    begin, _ = pair_of(page, figures, index)
    before, change = [*levels_before(figures, begin)][:3], figures[index]
    if len(before) < 2 or change.direction is None or is_compared(page, change):
        return None
    second, first = before[:2]
    planned = change.percent and FigureKind.TARGET in (figures[first].kind, figures[second].kind)
    if planned or not is_theirs(page, figures, (first, second), index):
        return None
    span = between(page, figures, first, second)
    if span.lead is Lead.TO and span.moves:  # "52, but it fell to 47 in June, a drop of 9 %"
        return _ends(page, figures, (first, second, index), (span._replace(lead=Lead.FROM, joined=True),))
    was, now = second, first
    if span.lead is Lead.NONE and not before[2:]:  # "against 389 in June there were 413 calls, or 24 more"
        span, was, now = between(page, figures, None, first), first, second
    span = span._replace(paused=False, lead=Lead.FROM if span.lead is Lead.AGAINST else span.lead)
    ends = _ends(page, figures, (was, now, index), (span,))
    return ends and ends._replace(sure=True)


def level_now(page: Page, figures: Sequence[Figure], begin: int, index: int) -> int | None:
    """The level that the clause of a change began with: none that it or another change led from."""
    before = list(levels_before(figures, begin))
    if not before or not between(page, figures, before[0], begin).resumed:
        return None
    for place, one in enumerate(before):
        figure = figures[one]
        if not is_level(figure, figures[index]) or figure.percent or figure.mode is Mode.FROM:
            continue
        last = before[place + 1] if place + 1 < len(before) else None
        if between(page, figures, last, one).lead not in _FROM:
            return one
    return None


def _ends(
    page: Page, figures: Sequence[Figure], three: tuple[int, int, int], spans: Sequence[SpanBetween]
) -> ChangeEnds | None:
    """The ends of a change by what leads from the one to the other, the first of the spans, and to it."""
    was, now, change = (figures[one] for one in three)
    back = spans[0]
    if back.lead not in _FROM or not back.joined or any(span.rebased for span in spans):
        return None
    over = page.any_at(back.tokens[:1], Mark.OVER)  # "an increase of 14 over last year's 150"
    if back.lead is Lead.AGAINST and (back.paused or not (change.percent or over)):
        return None  # "up 14 to 164, against 422 a year ago" was up on the week
    if was.percent or not may_be_same(page, was, now) or not counts_as(now, change):
        return None
    if any(page.any_at(span.tokens, *_BASES) for span in spans[1:]):
        return None  # "rose 2 % on the month to 120 from 100 a year earlier"
    same, told = was.unit == now.unit, was.unit == now.unit or None in {was.unit, now.unit}
    if any(one.bound is not Bound.EXACT for one in (was, now, change)):
        return None
    around = figures[min(three) : max(three) + 1]
    own = {at for one in around for at in one.tokens}
    spoken = page.tokens[change.span.first].is_digits or not change.percent  # "two per cent" is loosely said
    sure = spoken and same and back.lead is Lead.FROM  # "to 340 from 200 donors" may be from each of them
    # "5 % in May to 340 from 300 in January" may be more than the May before
    timed = any(page.any_at(span.tokens, *_TIMED) for span in spans[1:])
    sure = sure and not (timed and page.any_at(range(was.span.last, was.span.last + _NEAR), *_TIMED))
    sure = sure and own.issuperset(at for span in spans for at in _named(page, around, span))
    return ChangeEnds(Rule.CHANGE_AGAINST, three[0], three[1], sure, told)


def _named(page: Page, figures: Sequence[Figure], span: SpanBetween) -> list[int]:
    return named(page, figures, range(span.tokens[0], span.tokens[-1] + 1), _KNOWN)
