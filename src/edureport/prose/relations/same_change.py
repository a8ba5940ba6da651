"""Same change: whether the words around a change leave it to what stands beside it, or give it to another.

"An increase of 2,400 (60 per cent of them e-books)", "2,019 in May against 1,962 in April, up 12 % on last
May": the percentages are right, and not those of the numbers before them.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import COMPARING
from edureport.prose.relations.other_things import STEM, TIMES, named

CLOSE = 5  # tokens from an amount to its percentage
ENDS = frozenset({"", ".", ",", ";", ")", "!", "?", "\n"})
FEW = 3  # figures before a level
_PAUSES = frozenset(",;:(–—")
_GOES = (Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN)
_WHEN = (*TIMES, Mark.ARTICLE, Mark.DETERMINER, Mark.PER)
# What may stand between a change and its levels.
_JOINING = (
    *_GOES, Mark.AGAINST, Mark.AMOUNTING, Mark.ARTICLE, Mark.BY, Mark.CHANGE_AS, Mark.EQUAL, Mark.EXISTS,
    Mark.FALL_NOUN, Mark.FROM, Mark.GROWTH_NOUN, Mark.JOIN, Mark.OUT_OF, Mark.REACH, Mark.THAT, Mark.THIS,
    Mark.TO,
)  # fmt: skip


def tells_again(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether a percentage behind an amount is that of the same change, and no share of it.

    It does in "(6 %)", and in "or 6 %" where nothing behind says whose it is.
    """
    percent, amount = figures[index], figures[index - 1]
    first, last = percent.first, percent.span.last
    between = range(amount.span.last, first)
    joint = next((at for at in between if page.word(at) == "(" or page.at(at, Mark.EQUAL)), first)
    if not _joins(page, range(joint, first), [amount]):
        return False  # "(at weekends, 12 %)", «(из них 12 %)»
    if any(page.word(at) == "(" for at in between):
        return page.word(last) == ")" and not _is_owned(page, percent)
    if page.has(last, *_GOES):
        return not page.any_at(range(last, last + CLOSE), Mark.PLAN)
    compared = page.has(last, *COMPARING, Mark.INDEX_TO)
    closed = page.word(last) == "–" and any(page.word(at) == "–" for at in between)
    return (page.word(last) in ENDS or compared or closed) and not _is_owned(page, percent)


def _is_owned(page: Page, percent: Figure) -> bool:
    """Whether the ending of a percentage makes it that of something: «65 %-ы», «65 пайызы»."""
    if percent.kind is FigureKind.CHANGE or not page.language.head_final:
        return False
    return page.word(percent.span.last - 1).endswith(("ы", "і", "ын", "ін"))


def is_theirs(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether nothing between two levels and the change behind them, nor after it, is of another thing."""
    change, before = figures[index], [figures[one] for one in pair]
    first, level = change.first, max(before, key=_end)
    last = max(level.span.last, *level.unit_span or level.span)  # «1 623 рабочих места»
    last += any(_have_one_noun(page, level, one) for one in before if one is not level)
    pause = next((at for at in range(last, first) if page.word(at) in _PAUSES), last)
    if named(page, figures[max(min(pair) - FEW, 0) : index], range(last, pause), _WHEN):
        return False  # "against 389 in the north, up 12 %"
    return _joins(page, range(pause, first), [change, *before]) and _closes(page, figures, index)


def _closes(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether a clause ends with a change, and is not carried on by what it compares with."""
    last = _end(figures[index])
    again = figures[index + 1] if index + 1 < len(figures) else None
    between = range(last, again.span.first) if again else range(0)
    if again and 0 < len(between) <= CLOSE and _restates(page, between):
        last = again.span.last + (page.word(again.span.last) == ")")
        last += page.word(last) == "," and page.is_word(last + 1)
    while page.has(last, *_GOES):
        last += max(page.at(last, mark) for mark in _GOES)
    if page.word(last) == "," and page.has(last + 1, *COMPARING):
        return False
    return not page.is_word(last)


def are_one(page: Page, figures: Sequence[Figure]) -> bool:
    """Whether each change is told a second time by the one behind it: «на 46, или 24,6 %»."""
    return all(_restates(page, range(_end(one), other.span.first)) for one, other in pairwise(figures))


def _restates(page: Page, between: range) -> bool:
    told = any(page.word(at) == "(" or page.at(at, Mark.EQUAL) for at in between)
    words = [at for at in between if page.is_word(at)]
    return told and len(between) <= CLOSE and all(page.has(at, Mark.EQUAL, Mark.BY, Mark.OR) for at in words)


def _joins(page: Page, tokens: Iterable[int], figures: Sequence[Figure]) -> bool:
    """Whether tokens do no more than join a change to its levels."""
    left = set(tokens)
    for at in sorted(left):
        left -= set(range(at, at + max(page.at(at, mark) for mark in _JOINING)))
    left.difference_update(*(one.unit_tokens for one in figures))
    return not any(map(page.is_word, left))


def _have_one_noun(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the words behind two numbers are forms of one: «413 жалоб против 389 жалоб»."""
    one, other = (page.word(figure.span.last)[:STEM] for figure in (first, second))
    return one == other and page.is_word(first.span.last)


def _end(figure: Figure) -> int:
    """The token behind a number and its unit."""
    unit = figure.unit_span
    return unit.last if unit and unit.first == figure.span.last else figure.span.last
