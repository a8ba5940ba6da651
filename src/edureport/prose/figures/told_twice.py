"""Told twice: an amount and a percentage of one change, and what it led to: "by 7 %, or 860 kg, to 13,000".

Words of a rise or a fall make a change of the number beside them, and of what is set equal to it.
"""

from collections.abc import Iterable, Sequence

from edureport.prose.figures.figure import LEVELS, Figure, FigureKind, Mode, Way
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page

CLOSE = 5  # tokens from an amount to its percentage
LONG = 12  # tokens from a change to what it led to
COMPARING = (Mark.THAN, Mark.AGAINST, Mark.COMPARED, Mark.COMPARISON)
ENDS = frozenset({"", ".", ",", ";", ")", "!", "?", "\n"})
GOES = (Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN)
_OPEN = (None, Mode.BY_OR_TO)
_ELSE = (Mark.CLAUSE_JOINT, Mark.CONTRAST, Mark.RELATIVE, Mark.RISE, Mark.FALL, Mark.FROM, Mark.AGAINST)
# What may stand between a change and its levels.
_JOINING = (
    *GOES, Mark.AGAINST, Mark.AMOUNTING, Mark.ARTICLE, Mark.BY, Mark.CHANGE_AS, Mark.EQUAL, Mark.EXISTS,
    Mark.FALL_NOUN, Mark.FROM, Mark.GROWTH_NOUN, Mark.JOIN, Mark.OUT_OF, Mark.REACH, Mark.THAT, Mark.THIS,
    Mark.TO,
)  # fmt: skip


def told_twice(page: Page, figures: Sequence[Figure]) -> list[Figure]:
    """The figures: what is set equal to a change is one, and what stands behind "to" is what it led to."""
    read = _set_equal(page, figures)
    for place in range(len(read) - 2):
        read[place : place + 3] = _with_its_ends(page, *read[place : place + 3])
    return read


def _set_equal(page: Page, figures: Sequence[Figure]) -> list[Figure]:
    """Changes of what is set equal to one, and levels of what such lead to."""
    read = list(figures)
    change: Figure | None = None  # the last that is known, with no level behind it
    for place, figure in enumerate(read):
        if change and change.sentence != figure.sentence:
            change = None
        before = read[place - 1] if place else None
        if before and before.sentence == figure.sentence:
            if _is_told_before(page, before, figure):
                read[place - 1] = _same(before, figure)
                read[place] = _same(figure, figure)
            elif _is_amount_behind(page, before, figure) or _is_percent_behind(page, before, figure):
                read[place] = _same(figure, before)
            elif figure.mode is Mode.BY_OR_TO and _is_from_ends(page, before, figure):
                read[place] = figure._replace(mode=Mode.BY)
            elif change and _is_led_to(page, change, figure):
                read[place] = figure._replace(mode=Mode.TO, direction=change.direction)
        if _is_known(read[place]):
            change = read[place]
        elif read[place].states:
            change = None
    return read


def _with_its_ends(page: Page, percent: Figure, first: Figure, second: Figure) -> Sequence[Figure]:
    """A percentage with its two levels in a bracket: «12 % (с 300 до 336)», «(300-ден 336-ға)»."""
    given = percent, first, second
    opening = percent.span.last
    plain = percent.percent and not percent.points and _is_open(percent)
    levels = all(one.kind in LEVELS and one.states and not one.percent for one in given[1:])
    closed = page.word(opening) == "(" and page.word(_end(second)) == ")" and _end(percent) == opening
    if not (plain and levels and closed) or first.stated is None or second.stated in {None, first.stated}:
        return given
    between = range(_end(first), _start(second))
    led = _start(first) == opening + 2 and page.at(opening + 1, Mark.FROM)
    led = bool(led) and any(page.at(at, Mark.TO) for at in between) and len(between) == 1
    if page.language.head_final:
        led = _start(first) == opening + 1 and not between
        led = led and _stands_in(page, first, Ending.ABLATIVE) and _stands_in(page, second, Ending.DATIVE)
    if not led:
        return given
    way = Way.UP if (second.stated or 0) > first.stated else Way.DOWN
    modes = zip(given, (Mode.BY, Mode.FROM, Mode.TO), strict=True)
    change, *ends = (one._replace(mode=mode, direction=way) for one, mode in modes)
    return change._replace(kind=FigureKind.CHANGE), *ends


def _is_known(figure: Figure) -> bool:
    """Whether words tell where a change goes."""
    return figure.kind is FigureKind.CHANGE and figure.direction is not None


def _same(figure: Figure, change: Figure) -> Figure:
    return figure._replace(kind=FigureKind.CHANGE, mode=Mode.BY, direction=change.direction)


def _is_open(figure: Figure) -> bool:
    """Whether a number may yet be told to be a change."""
    return figure.states and figure.stated is not None and not figure.each and figure.mode in _OPEN


def _is_amount_behind(page: Page, percent: Figure, amount: Figure) -> bool:
    """Whether an amount is set equal to a percentage before it: "by 7 %, or 860 kg", "(by 860 kg)"."""
    if not percent.percent or percent.points or amount.percent or percent.mode is not Mode.BY:
        return False
    if not (_is_known(percent) and _is_open(amount)) or page.has(_end(amount), Mark.OUT_OF):
        return False
    between = range(_end(percent), _start(amount))
    if len(between) == 2 and page.word(between[0]) == "(" and page.at(between[1], Mark.BY):
        return page.word(_end(amount)) == ")"
    if [page.word(at) for at in between] == ["("] and page.has(_end(amount) + 1, Mark.RISE, Mark.FALL):
        return page.word(_end(amount)) == ")"  # "a 4.8% ($13.2 million) increase"
    if any(page.at(at, Mark.THAT) and page.at(at + 1, Mark.EXISTS) for at in between):
        return False  # «на 5 %, что составило 860 рублей» may be what it is now
    cased = amount.mode is Mode.BY_OR_TO or not page.language.head_final
    return (cased or _stands_in(page, amount, Ending.DATIVE)) and _sets_equal(page, between)


def _is_percent_behind(page: Page, amount: Figure, percent: Figure) -> bool:
    """Whether a percentage is that of the amount before it: "by 3,860 (35.3 per cent)"."""
    if not _is_known(amount) or amount.percent or not percent.percent or not _is_open(percent):
        return False
    between = range(amount.span.last, percent.span.first)
    joined = any(page.word(at) in {"(", "–"} or page.at(at, Mark.EQUAL) for at in between)
    return joined and 0 < len(between) <= CLOSE and tells_again(page, amount, percent)


def _is_told_before(page: Page, first: Figure, second: Figure) -> bool:
    """Whether a number before a change is set equal to it: "which was 36 children, or 0.4 %, fewer".

    A level may stand there, too, "2.2 million hectares, or 30 % less than before": not where the number has
    the case or the preposition of a change, or words lead to it from the level before it.
    """
    if first.percent is second.percent or not (_is_open(first) and _is_known(second)):
        return False
    between = range(_end(first), _start(second))
    if (_is_known(first) and first.mode is Mode.BY) or not _sets_equal(page, between):
        return False
    start = first.first
    if page.language.head_final:  # the case may stand once: «441 немесе 18,5 пайызға кеміген»
        return _stands_in(page, first, Ending.DATIVE) or page.at(first.span.last, Mark.OR) > 0
    if second.mode is not Mode.BY or page.till(start - 1, Mark.BY):
        return second.mode is Mode.BY
    led = page.till(start - 1, Mark.EXISTS) and page.has(start - 2, Mark.THAT, Mark.THIS)
    return bool(led) and (page.bounds(start)[0] == start - 2 or page.word(start - 3) == ",")


def _is_from_ends(page: Page, level: Figure, amount: Figure) -> bool:
    """Whether an amount says how far two ends are apart: «300-ден 345-ке дейін, яғни 45 мектепке өсті»."""
    between = range(_end(level), _start(amount))
    return level.mode is Mode.TO and any(_sets_equal(page, range(at, between.stop)) for at in between)


def _sets_equal(page: Page, between: range) -> bool:
    """Whether no more than "or" or "that is" stands between two numbers."""
    joints = (at for at in between if page.has(at, Mark.EQUAL) and not page.has(at, Mark.EXISTS, Mark.THIS))
    joint = next(joints, None)
    if joint is None:
        return False
    equal = range(joint, joint + page.at(joint, Mark.EQUAL))
    return all(at in equal or page.word(at) == "," or page.at(at, Mark.BY) for at in between)


def _is_led_to(page: Page, change: Figure, level: Figure) -> bool:
    """Whether a level stands behind "to", and nothing else is told between it and a change."""
    to = _start(level) - 1
    plain = level.kind in LEVELS and level.mode is None and level.states and not level.each
    if not plain or not page.at(to, Mark.TO) or page.language.head_final:
        return False
    between = range(_end(change), to)
    return len(between) <= LONG and not any(page.word(at) in ";:(–" or page.has(at, *_ELSE) for at in between)


def tells_again(page: Page, amount: Figure, percent: Figure) -> bool:
    """Whether a percentage behind an amount is that of the same change, and no share of it.

    It does in "(6 %)", and in "or 6 %" where nothing behind says whose it is.
    """
    first, last = percent.first, percent.span.last
    between = range(amount.span.last, first)
    joint = next((at for at in between if page.word(at) == "(" or page.at(at, Mark.EQUAL)), first)
    if not joins(page, range(joint, first), [amount]):
        return False  # "(at weekends, 12 %)", «(из них 12 %)»
    if any(page.word(at) == "(" for at in between):
        return page.word(last) == ")" and not _is_owned(page, percent)
    if page.has(last, *GOES):
        return not page.any_at(range(last, last + CLOSE), Mark.PLAN)
    compared = page.has(last, *COMPARING, Mark.INDEX_TO)
    closed = page.word(last) == "–" and any(page.word(at) == "–" for at in between)
    return (page.word(last) in ENDS or compared or closed) and not _is_owned(page, percent)


def joins(page: Page, tokens: Iterable[int], figures: Sequence[Figure]) -> bool:
    """Whether tokens do no more than join a change to its levels."""
    left = set(tokens)
    for at in sorted(left):
        left -= set(range(at, at + max(page.at(at, mark) for mark in _JOINING)))
    left.difference_update(*(one.unit_tokens for one in figures))
    return not any(map(page.is_word, left))


def _is_owned(page: Page, percent: Figure) -> bool:
    """Whether the ending of a percentage makes it that of something: «65 %-ы», «65 пайызы»."""
    if percent.kind is FigureKind.CHANGE or not page.language.head_final:
        return False
    return page.word(percent.span.last - 1).endswith(("ы", "і", "ын", "ін"))


def _stands_in(page: Page, figure: Figure, case: Ending) -> bool:
    """Whether a number, its ending or its unit has a case: the dative of what something rises by or to."""
    last = _end(figure) - 1
    return page.case(last) is case or page.suffix(last).ending is case


def _start(figure: Figure) -> int:
    """The first token of a number with the unit that may stand before it."""
    return min(figure.first, figure.unit_span.first) if figure.unit_span else figure.first


def _end(figure: Figure) -> int:
    """The token behind a number and the unit that may stand behind it."""
    return max(figure.span.last, figure.unit_span.last) if figure.unit_span else figure.span.last
