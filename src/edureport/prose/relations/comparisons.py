"""Comparisons: the two levels of a change where words of comparison stand between them.

"36,352 homes, a decrease of 1 % compared to the 36,733 of the year before": which two numbers are compared
the words do not always close, so many are only likely. A number behind a change, mostly in brackets, is what
was before it in "85 fewer than last year (1,325)", but not in "85 fewer than last year (capacity: 1,400)".

The words around a change may give it to another thing: "an increase of 2,400 (60 per cent of them e-books)",
"2,019 in May against 1,962 in April, up 12 % on last May".
"""

from collections.abc import Sequence
from itertools import pairwise

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, Mode
from edureport.prose.figures.told_twice import CLOSE, COMPARING, ENDS, GOES, joins
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import Month, TimeMark
from edureport.prose.page import Page
from edureport.prose.relations.ends import (
    ChangeEnds,
    are_of_a_size,
    counts_as,
    has_contrast,
    is_level,
    may_share_unit,
    same_unit,
)
from edureport.prose.relations.listing import aside, in_bracket
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.spans import STEM, TIMES, end_of, named

BACK = 3  # sentences back to the level of a change
FAR = 20  # tokens from a change to what it is compared with, and in brackets
BEGIN = 8  # tokens from the beginning of a sentence to the pronoun that goes on with what was told before
NEAR = 12  # tokens between a change and its levels, where words join them
SOON = 5  # tokens from a change to the word of comparison
_TIMES = frozenset({TimeMark.RELATIVE_LAST, TimeMark.SAME, TimeMark.YEAR, TimeMark.SCHOOLYEAR})
_TO_COME = {TimeMark.NOW, TimeMark.RELATIVE_NEXT, TimeMark.RELATIVE_THIS}
_NOT_BEFORE = _TO_COME | {TimeMark.LAW, TimeMark.OWN, TimeMark.PAPER}
FEW = 3  # figures before a level
_PAUSES = frozenset(",;:(–—")
_WHEN = (*TIMES, Mark.ARTICLE, Mark.DETERMINER, Mark.PER)


def against_another(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """«413 против 389, рост – 6,2 %», "rose by 57 to 2,019, compared with 1,962"."""
    change = figures[index]
    for first, second in pairwise(counts):
        one, other = figures[first], figures[second]
        against = page.till(other.span.first - 1, Mark.AGAINST)
        if not against and not page.till(one.span.first - 1, Mark.AGAINST):
            continue
        far = max(change.span.first - other.span.last, one.span.first - change.span.last) > NEAR
        if far or not same_unit(one, other) or Bound.RANGE in (one.bound, other.bound):
            continue  # "from 4,634,100 to 4,661,400" may be taken for one
        beside = 0 < one.span.first - change.span.last <= SOON and not change.percent
        if beside and page.till(one.span.first - 1, Mark.AGAINST):
            continue  # "8.6 GW were added against 11.3 GW and 11.8 GW in 2017 and 2018"
        before, after = (second, first) if against else (first, second)
        return ChangeEnds(Rule.CHANGE_AGAINST, before, after, sure=False)
    return None


def with_earlier(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """What was is told in a bracket behind a comparison: "85 fewer than last year (1,325)".

    The change itself may begin a sentence with a pronoun: "This was 2 % more than in 2023 (300)".
    """
    change = figures[index]
    after = [one for one in counts if one > index]
    before = [one for one in counts if one < index and not aside(page, figures[one], change.span.first)]
    if after and (pair := _pair_behind(page, figures, after, index)):
        return pair
    if not after or not in_bracket(page, figures[after[0]]) or not leads_to(page, figures, index, after[0]):
        return None
    was = after[0]
    begins = page.at(page.bounds(change.span.first)[0], Mark.THIS)
    now = before[-1] if before else _last_of_sentence_before(figures, index) if begins else None
    if now is None or not may_be_same(page, figures[was], figures[now]):
        return None
    led = page.any_at(page.before(figures[now].first, SOON), Mark.FROM, *COMPARING)
    if figures[now].mode is Mode.FROM or led:
        return None  # "10 % up on the 640 of May and 7 % more than the 650 …"
    if not may_be_from(page, figures, (was, now), index):
        return None
    sure = len(before) == 1 == len(after) and same_unit(figures[was], figures[now])
    sure = sure and not has_contrast(page, figures, (now, was))
    sure = sure and counts_as(figures[was], change) and counts_as(figures[now], change)
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure, told=True)


def of_sentence_before(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """What a sentence compares that begins with a pronoun: "This is 2 % more than in 2023 (300)"."""
    low, high = page.bounds(figures[index].span.first)
    sentence = figures[index].sentence
    changes = [one for one in figures if one.sentence == sentence and one.kind is FigureKind.CHANGE]
    if len(counts) != 1 or len(changes) != 1 or not page.at(low, Mark.THIS):
        return None
    if not page.any_at(range(low, high), *COMPARING):
        return None
    was, now = counts[0], _last_of_sentence_before(figures, index)
    if now is None or not in_bracket(page, figures[was]) or not may_be_same(page, figures[was], figures[now]):
        return None
    if not may_be_from(page, figures, (was, now), index):
        return None
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure=False, told=True)


def level_before(page: Page, figures: Figures, index: int) -> int | None:
    """The level that an amount has brought about, in a sentence before that names the same thing.

    "On 1 June there were 18,253 pupils, 10,514 of them in towns. Over the year their number of pupils …"; or
    that tells no other, if that of the amount goes on with it.
    """
    amount = figures[index]
    only = _last_of_sentence_before(figures, index)
    if only is not None and goes_on(page, amount) and may_share_unit(page, figures[only], amount):
        return only
    near = [
        one
        for one in range(max(index - FAR, 0), index)
        if 0 < amount.sentence - figures[one].sentence <= BACK
        and is_level(figures[one], amount)
        and figures[one].unit == amount.unit
        and not figures[one].percent
        and (figures[one].stated or 0) > (amount.stated or 0)
    ]
    if not near or amount.unit is None:
        return None
    level = max(near, key=lambda one: figures[one].stated or 0)
    return level if _names_again(page, figures, level, index) else None


def goes_on(page: Page, figure: Figure) -> bool:
    """Whether the sentence of a figure begins with a pronoun or a comparison: "This is", «По сравнению с»."""
    first = figure.first
    return page.any_at(range(page.bounds(first)[0], first)[:BEGIN], Mark.THIS, Mark.IT, Mark.COMPARED)


def _names_again(page: Page, figures: Figures, first: int, second: int) -> bool:
    """Whether the clause before a number has no noun but those before another in a sentence before."""
    known, told = (
        {page.word(at)[:STEM] for at in named(page, figures, range(low, figures[one].span.first))}
        for one, low in (
            (first, page.bounds(figures[first].span.first)[0]),
            (second, _clause(page, figures, second)),
        )
    )
    return bool(told) and told <= known


def _clause(page: Page, figures: Figures, index: int) -> int:
    """The first token of the clause before a number."""
    first = figures[index].span.first
    low = page.bounds(first)[0]
    return next((at + 1 for at in range(first - 1, low, -1) if page.word(at) in {",", ";", ":"}), low)


def may_be_same(page: Page, first: Figure, second: Figure) -> bool:
    """Whether two levels may count one thing by two names: people who applied, and applications."""
    measured = page.language.measures
    counted = first.unit not in measured and second.unit not in measured
    same = same_unit(first, second) or (counted and first.percent is second.percent)
    return same and are_of_a_size(first, second)


def _pair_behind(page: Page, figures: Figures, after: Indices, index: int) -> ChangeEnds | None:
    """Two levels behind a change: "with an increase of 7 % it reached 224 tonnes as against 209 tonnes"."""
    if len(after) < 2:
        return None
    now, was = after[:2]
    between = range(figures[now].span.last, figures[was].span.first)
    change = figures[index]
    near = figures[now].span.first - change.span.last <= FAR and len(between) <= FAR // 2
    led = figures[now].mode is Mode.TO and page.till(figures[was].span.first - 1, Mark.FROM)
    if not led and page.word(max(change.tokens) + 1) != ",":
        return None  # "down 8 points at 1,981, compared with 1,987 at noon"
    opened = page.word(between.start) == "(" and page.word(figures[was].span.last) == ")"
    compared = opened or page.any_at(between, Mark.AGAINST)
    reached = not opened or figures[now].mode is Mode.TO
    if not (near and compared and reached and same_unit(figures[was], figures[now])):
        return None
    if not may_be_from(page, figures, (was, now), index):
        return None
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure=False, told=True)


def _last_of_sentence_before(figures: Figures, index: int) -> int | None:
    """The only level of the sentence before that of a change."""
    sentence = figures[index].sentence
    levels = [
        one
        for one in range(index - 1, max(index - FAR, -1), -1)
        if figures[one].sentence == sentence - 1 and is_level(figures[one], figures[index])
    ]
    return levels[-1] if len(levels) == 1 else None


def may_be_from(page: Page, figures: Figures, ends: tuple[int, int], index: int) -> bool:
    """Whether a change may lead from a level behind it: no other does, and nothing names it otherwise."""
    was, now = ends
    between = [one for one in figures[index:was] if one.kind is FigureKind.CHANGE or one.percent]
    return are_one(page, between) and _may_be_earlier(page, figures[was], figures[now], figures[index])


def leads_to(page: Page, figures: Figures, index: int, was: int) -> bool:
    """Whether a comparison leads from a change to a level, and nothing else is told between them.

    The percentage of the same change may stand between: «на 46, или 24,6 % меньше, чем в 2022 году (190)».
    """
    others = [one for one in figures[index + 1 : was] if one.states]
    if any(one.kind is not FigureKind.CHANGE and not one.percent for one in others):
        return False
    start = max(one.span.last for one in (figures[index], *others))
    behind = range(start, min(start + SOON, figures[was].span.first))
    comparing = next((at for at in behind if page.has(at, *COMPARING)), None)
    if comparing is None:
        return False
    before = [page.word(at) == "," and not page.has(at + 1, *COMPARING) for at in range(start, comparing)]
    after = range(comparing, figures[was].span.first)
    parted = (at for at in after if page.word(at) in ",;")
    return not any(before) and all(page.at(at + 1, Mark.COMPARISON) for at in parted)


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


def pair_of(page: Page, figures: Figures, index: int) -> tuple[int, int]:
    """The first and the last number that tell of one change, if it is an amount and a percentage."""
    for one, other in ((index - 1, index), (index, index + 1)):
        if one >= 0 and other < len(figures) and _are_one(page, figures[one], figures[other]):
            return one, other
    return index, index


def _are_one(page: Page, first: Figure, second: Figure) -> bool:
    """Whether an amount and a percentage beside each other are joined by "or" or a bracket."""
    if first.sentence != second.sentence or first.percent is second.percent or first.points or second.points:
        return False
    if not first.kind is second.kind is FigureKind.CHANGE or first.direction is not second.direction:
        return False
    joint = range(first.span.last, second.span.first)
    joined = any(page.word(at) in {"(", "–"} or page.at(at, Mark.EQUAL) for at in joint)
    return first.direction is not None and joined and len(joint) <= CLOSE


def is_theirs(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether nothing between two levels and the change behind them, nor after it, is of another thing."""
    change, before = figures[index], [figures[one] for one in pair]
    first, level = change.first, max(before, key=end_of)
    last = max(level.span.last, *level.unit_span or level.span)  # «1 623 рабочих места»
    last += any(_have_one_noun(page, level, one) for one in before if one is not level)
    pause = next((at for at in range(last, first) if page.word(at) in _PAUSES), last)
    if named(page, figures[max(min(pair) - FEW, 0) : index], range(last, pause), _WHEN):
        return False  # "against 389 in the north, up 12 %"
    return joins(page, range(pause, first), [change, *before]) and _closes(page, figures, index)


def _closes(page: Page, figures: Figures, index: int) -> bool:
    """Whether a clause ends with a change, and is not carried on by what it compares with."""
    last = end_of(figures[index])
    again = figures[index + 1] if index + 1 < len(figures) else None
    between = range(last, again.span.first) if again else range(0)
    if again and 0 < len(between) <= CLOSE and _restates(page, between):
        last = again.span.last + (page.word(again.span.last) == ")")
        last += page.word(last) == "," and page.is_word(last + 1)
    while page.has(last, *GOES):
        last += max(page.at(last, mark) for mark in GOES)
    if page.word(last) == "," and page.has(last + 1, *COMPARING):
        return False
    return not page.is_word(last)


def are_one(page: Page, figures: Figures) -> bool:
    """Whether each change is told a second time by the one behind it: «на 46, или 24,6 %»."""
    return all(_restates(page, range(end_of(one), other.span.first)) for one, other in pairwise(figures))


def _restates(page: Page, between: range) -> bool:
    told = any(page.word(at) == "(" or page.at(at, Mark.EQUAL) for at in between)
    words = [at for at in between if page.is_word(at)]
    return told and len(between) <= CLOSE and all(page.has(at, Mark.EQUAL, Mark.BY, Mark.OR) for at in words)


def _have_one_noun(page: Page, first: Figure, second: Figure) -> bool:
    """Whether the words behind two numbers are forms of one: «413 жалоб против 389 жалоб»."""
    one, other = (page.word(figure.span.last)[:STEM] for figure in (first, second))
    return one == other and page.is_word(first.span.last)
