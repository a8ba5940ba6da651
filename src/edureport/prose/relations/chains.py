"""Chains: a change, what it led to and what it led from, one behind the other in a clause of their own.

"Fell 9 % in May to 182 tonnes from 200 a year before"; "182, down 9 % from the 200 of 1986"; "182 in May
against 200 in April, a fall of 9 %": as many of them in a sentence as there are. An amount and a percentage
may tell one change twice, with the level that both are of: "down 18.2 percent, or 1.7 million tonnes, to 7.6
million", "74,064 pupils, 1,242 or 1.6 % fewer than before": the amount is that percentage of what the level
was before.
"""

from collections.abc import Sequence

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, Mode
from edureport.prose.figures.told_twice import CLOSE, COMPARING, ENDS, GOES, joins
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.comparisons import is_theirs, level_before, may_be_same, pair_of
from edureport.prose.relations.derivation import fits, percentage
from edureport.prose.relations.ends import ChangeEnds, counts_as, is_level, is_of_some_time
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.share_pairs import equals
from edureport.prose.relations.spans import (
    JOINTS,
    Lead,
    SpanBetween,
    between,
    is_compared,
    levels_before,
    named,
    next_level,
    tells_more,
)

_FROM = (Lead.FROM, Lead.AGAINST)
_BASES = (Mark.AGAINST, Mark.COMPARED, Mark.FROM, Mark.OVER, Mark.THAN)
_TIMED = (Mark.EARLIER, Mark.MONTH, Mark.PERIOD, Mark.TIME_NOUN, Mark.YEAR)
_NEAR = 4  # tokens behind a number in which its time stands
_KNOWN = (*JOINTS, Mark.AGAINST, Mark.FROM, Mark.TO, Mark.TOTAL, Mark.PERIODIC)
SOON = 6  # tokens behind a change to what it is measured by
_PAUSES = frozenset(",(–—")
_LEADS = (*GOES, *COMPARING, Mark.INDEX_TO, Mark.TO, Mark.FROM)
_OWN = (
    *JOINTS, Mark.IT, Mark.THAT, Mark.NUMBER_OF, Mark.AMOUNTING, Mark.REACH, Mark.AGAINST, Mark.INDEX_TO,
)  # fmt: skip


def in_chain(page: Page, figures: Figures, index: int) -> ChangeEnds | None:
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


def _behind_both(page: Page, figures: Figures, index: int) -> ChangeEnds | None:
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


def level_now(page: Page, figures: Figures, begin: int, index: int) -> int | None:
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
    page: Page, figures: Figures, three: tuple[int, int, int], spans: Sequence[SpanBetween]
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
    words = (range(span.tokens[0], span.tokens[-1] + 1) for span in spans)
    sure = sure and own.issuperset(at for span in words for at in named(page, around, span, _KNOWN))
    return ChangeEnds(Rule.CHANGE_AGAINST, three[0], three[1], sure, told)


def amount_and_percent(page: Page, figures: Figures, indices: Indices, index: int) -> ChangeEnds | None:
    """The amount beside a percentage, and what it led to: `before` and `after` of what is told twice."""
    first, last = pair_of(page, figures, index)
    if not figures[index].percent or first == last:
        return None
    amount = first + last - index
    measured = page.language.measures

    behind = max(figures[amount].tokens) + 1
    each = page.has(behind, Mark.ARTICLE, Mark.PER, Mark.PERIODIC)  # "4,000 a month"
    plain = not each and _is_plain(page, figures, (first, last))

    def ends(level: int, *, sure: bool) -> ChangeEnds | None:
        one, other = figures[level].unit, figures[amount].unit
        if one != other and None not in {one, other}:
            if one in measured or other in measured:
                return None  # cents of dollars
            sure = False
        return ChangeEnds(Rule.CHANGE_TWICE, amount, level, sure and plain)

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
    shares = (percentage, (figures[amount].unsigned, figures[levels[0]]), figures[index].unsigned)
    if fits(*shares):
        return None  # of what was before: "the budget of 500 million was cut by 50 million, or 10 %"
    amounts = [one for one in indices if figures[one].kind is FigureKind.CHANGE and not figures[one].percent]
    sure = len(amounts) == 1 and not _is_of_another(page, figures, levels[0], (first, last))
    return ends(levels[0], sure=sure)


def _is_plain(page: Page, figures: Figures, pair: tuple[int, int]) -> bool:
    """Whether no words beside a change measure it by something else: "6 % in real terms", "of the budget"."""
    first, last = (figures[one] for one in pair)
    end, high = max(last.tokens) + 1, page.bounds(last.span.first)[1]
    if page.any_at(_just_behind(page, last), Mark.BASIS):
        return False
    if not page.has(end, *_LEADS) and any(is_of_some_time(page, figures, one) for one in pair):
        return False
    joint = range(first.span.last, last.first)
    start = next((at for at in joint if page.word(at) in _PAUSES or page.at(at, Mark.EQUAL)), joint.start)
    stop = next(
        (at for at in range(end, high) if page.word(at) in ENDS | _PAUSES or page.has(at, *_LEADS)), high
    )
    behind = range(end, stop)
    words = map(page.word, named(page, figures, behind, _OWN))
    return joins(page, range(start, last.first), [first]) and page.language.stop_words.issuperset(words)


def _is_of_another(page: Page, figures: Figures, level: int, pair: tuple[int, int]) -> bool:
    """Whether a noun between a level and a change may say that it is of something else."""
    first, last = pair
    one, other = (level, first) if level < first else (last, level)
    span = range(max(figures[one].tokens) + 1, figures[other].first)
    nouns = named(page, figures, span, _OWN)
    if page.language.head_final:  # a verb ends its clause
        nouns = [at for at in nouns if page.is_word(at + 1) or page.counts(at + 1)]
    return tells_more(page, nouns, range(page.bounds(span.start)[0], figures[one].first))


def _closed(page: Page, figures: Figures, pair: tuple[int, int], amount: int) -> int | None:
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
    return now if joined and not page.any_at(_just_behind(page, figures[last]), Mark.BASIS) else None


def _just_behind(page: Page, figure: Figure) -> range:
    """The tokens behind a number in its sentence."""
    return range(figure.span.last, page.bounds(figure.span.first)[1])[:SOON]
