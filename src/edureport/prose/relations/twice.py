"""Twice: the amount and the percentage of one change, and the level that both are of.

"Down 18.2 percent, or 1.7 million tonnes, to 7.6 million", "74,064 pupils, 1,242 or 1.6 % fewer than before":
the amount is that percentage of what the level was before the change.
"""

from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.told_twice import CLOSE, COMPARING, ENDS, GOES, joins
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.chains import level_now
from edureport.prose.relations.change_doubts import is_of_some_time
from edureport.prose.relations.comparisons import level_before
from edureport.prose.relations.derivation import fits, percentage
from edureport.prose.relations.ends import ChangeEnds, is_level
from edureport.prose.relations.other_things import JOINTS, named, tells_more
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.same_change import pair_of
from edureport.prose.relations.spans import Lead, between, next_level

SOON = 6  # tokens behind a change to what it is measured by
_PAUSES = frozenset(",(–—")
_LEADS = (*GOES, *COMPARING, Mark.INDEX_TO, Mark.TO, Mark.FROM)
_KNOWN = (
    *JOINTS,
    Mark.IT,
    Mark.THAT,
    Mark.NUMBER_OF,
    Mark.AMOUNTING,
    Mark.REACH,
    Mark.AGAINST,
    Mark.INDEX_TO,
)


def amount_and_percent(
    page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int
) -> ChangeEnds | None:
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


def _is_plain(page: Page, figures: Sequence[Figure], pair: tuple[int, int]) -> bool:
    """Whether no words beside a change measure it by something else: "6 % in real terms", "of the budget"."""
    first, last = (figures[one] for one in pair)
    end, high = max(last.tokens) + 1, page.bounds(last.span.first)[1]
    if page.any_at(_behind(page, last), Mark.BASIS):
        return False
    if not page.has(end, *_LEADS) and any(is_of_some_time(page, figures, one) for one in pair):
        return False
    joint = range(first.span.last, last.first)
    start = next((at for at in joint if page.word(at) in _PAUSES or page.at(at, Mark.EQUAL)), joint.start)
    behind = range(end, next((at for at in range(end, high) if _closes(page, at)), high))
    words = map(page.word, named(page, figures, behind, _KNOWN))
    return joins(page, range(start, last.first), [first]) and page.language.stop_words.issuperset(words)


def _closes(page: Page, at: int) -> bool:
    """Whether what is told of a change itself ends at a token."""
    return page.word(at) in ENDS | _PAUSES or page.has(at, *_LEADS)


def _is_of_another(page: Page, figures: Sequence[Figure], level: int, pair: tuple[int, int]) -> bool:
    """Whether a noun between a level and a change may say that it is of something else."""
    first, last = pair
    one, other = (level, first) if level < first else (last, level)
    span = range(max(figures[one].tokens) + 1, figures[other].first)
    nouns = named(page, figures, span, _KNOWN)
    if page.language.head_final:  # a verb ends its clause
        nouns = [at for at in nouns if page.is_word(at + 1) or page.counts(at + 1)]
    return tells_more(page, nouns, range(page.bounds(span.start)[0], figures[one].first))


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
    return now if joined and not page.any_at(_behind(page, figures[last]), Mark.BASIS) else None


def _behind(page: Page, figure: Figure) -> range:
    """The tokens behind a number in its sentence."""
    return range(figure.span.last, page.bounds(figure.span.first)[1])[:SOON]
