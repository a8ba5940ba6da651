"""Comparisons: the two levels of a change where words of comparison or a bracket stand between them.

"36,352 homes, a decrease of 1 % compared to the 36,733 of the year before", «5 246 человек (годом ранее –
5 986, −12,4 %)»: which two numbers are compared the words do not always close, so most are only likely.
"""

from collections.abc import Iterable, Sequence

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.ends import ChangeEnds, is_level, same_unit
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Rule

SOON = 5  # tokens from a change to the word of comparison
FAR = 20  # tokens from a change to what it is compared with
ALIKE = 10  # times one level that the other is at most
SIGNS = frozenset("+-−–")
NEAR = 5  # tokens from a level to its bracket
COMPARING = (Mark.THAN, Mark.AGAINST, Mark.COMPARED, Mark.COMPARISON)


def in_one_bracket(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> ChangeEnds | None:
    """«5 246 человек (годом ранее – 5 986, −12,4 %)»: what was and the change, in the bracket of what is."""
    change = figures[index]
    opening = _bracket_of(page, change)
    if opening is None or page.word(change.span.last) != ")":
        return None
    inside = [one for one in counts if opening < figures[one].span.first < change.span.first]
    before = [one for one in counts if figures[one].span.first < opening]
    if len(inside) != 1 or not before or not _follows(page, figures[before[-1]], opening):
        return None
    was, now = inside[0], before[-1]
    within = range(opening, change.span.first)
    if any(page.at(at, Mark.OPENER_STRONG) for at in within) or not same_unit(figures[was], figures[now]):
        return None
    signed = change.words[:1] in SIGNS
    return ChangeEnds(Rule.CHANGE_BRACKET, was, now, sure=signed, told=True)


def _bracket_of(page: Page, figure: Figure) -> int | None:
    """The token that opens the bracket around a figure."""
    low, _ = page.bounds(figure.span.first)
    depth = 0
    for at in range(figure.span.first - 1, max(low, figure.span.first - FAR) - 1, -1):
        depth += (page.word(at) == ")") - (page.word(at) == "(")
        if depth < 0:
            return at
    return None


def _follows(page: Page, figure: Figure, opening: int) -> bool:
    """Whether a bracket stands right behind a figure and its noun."""
    between = range(figure.span.last, opening)
    return len(between) <= NEAR and all(page.is_word(at) for at in between)


def with_earlier(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> ChangeEnds | None:
    """The levels of a change that is followed by what it is compared with: "up by 17 % from 305,700"."""
    change = figures[index]
    after = [one for one in counts if one > index and figures[one].bound is not Bound.RANGE]
    before = [one for one in counts if one < index]
    if after and (pair := _pair_behind(page, figures, after, index)):
        return pair
    if not after or figures[after[0]].span.first - change.span.last > FAR:
        return None
    was = after[0]
    if not _leads_to(page, figures, index, was):
        return None
    now = before[-1] if before else _last_of_sentence_before(figures, index)
    if now is None or not _may_be_same(page, figures[was], figures[now]):
        return None
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure=False, told=True)


def of_sentence_before(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> ChangeEnds | None:
    """What a sentence compares that begins with a pronoun: "This is 2 % more than in 2023 (300)"."""
    low, high = page.bounds(figures[index].span.first)
    sentence = figures[index].sentence
    changes = [one for one in figures if one.sentence == sentence and one.kind is FigureKind.CHANGE]
    if len(counts) != 1 or len(changes) != 1 or not page.at(low, Mark.THIS):
        return None
    if not _compares(page, range(low, high)):
        return None
    was, now = counts[0], _last_of_sentence_before(figures, index)
    if (
        now is None
        or not in_bracket(page, figures[was])
        or not _may_be_same(page, figures[was], figures[now])
    ):
        return None
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure=False, told=True)


def _may_be_same(page: Page, first: Figure, second: Figure) -> bool:
    """Whether two levels may count one thing by two names: people who applied, and applications."""
    measured = page.language.measures
    counted = first.unit not in measured and second.unit not in measured
    alike = max(first.stated or 0, second.stated or 0) <= ALIKE * min(first.stated or 0, second.stated or 0)
    return alike and (same_unit(first, second) or (counted and first.percent is second.percent))


def _pair_behind(
    page: Page, figures: Sequence[Figure], after: Sequence[int], index: int
) -> ChangeEnds | None:
    """Two levels behind a change: "with an increase of 7 % it reached 224 tonnes as against 209 tonnes"."""
    if len(after) < 2:
        return None
    now, was = after[:2]
    between = range(figures[now].span.last, figures[was].span.first)
    near = figures[now].span.first - figures[index].span.last <= FAR and len(between) <= FAR // 2
    opened = page.word(between.start) == "(" and page.word(figures[was].span.last) == ")"
    compared = opened or any(page.at(at, Mark.AGAINST) for at in between)
    reached = not opened or figures[now].mode is Mode.TO
    if not (near and compared and reached and same_unit(figures[was], figures[now])):
        return None
    return ChangeEnds(Rule.CHANGE_AGAINST, was, now, sure=False, told=True)


def _leads_to(page: Page, figures: Sequence[Figure], index: int, was: int) -> bool:
    """Whether a comparison leads from a change to a level, and nothing else is told between them.

    The percentage of the same change may stand between: «на 46, или 24,6 % меньше, чем в 2022 году (190)».
    """
    others = [one for one in figures[index + 1 : was] if one.states]
    if any(one.kind is not FigureKind.CHANGE and not one.percent for one in others):
        return False
    start = max(figures[index], *others, key=_last).span.last if others else figures[index].span.last
    behind = range(start, min(start + SOON, figures[was].span.first))
    comparing = next((at for at in behind if _compares(page, (at,))), None)
    if comparing is None:
        return False
    before = [page.word(at) == "," and not _compares(page, (at + 1,)) for at in range(start, comparing)]
    after = range(comparing, figures[was].span.first)
    return not any(before) and not any(
        page.word(at) in ",;" and not page.at(at + 1, Mark.COMPARISON) for at in after
    )


def _last(figure: Figure) -> int:
    return figure.span.last


def _compares(page: Page, tokens: Iterable[int]) -> bool:
    return any(page.at(at, mark) for at in tokens for mark in COMPARING)


def _last_of_sentence_before(figures: Sequence[Figure], index: int) -> int | None:
    """The only level of the sentence before that of a change."""
    sentence = figures[index].sentence
    levels = [
        one
        for one in range(index - 1, max(index - FAR, -1), -1)
        if figures[one].sentence == sentence - 1 and is_level(figures[one], figures[index])
    ]
    return levels[-1] if len(levels) == 1 else None


def is_summed_up(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether the sign of a change in a bracket right behind two levels is that of both: "(+12 %)"."""
    change = figures[index]
    in_bracket = page.word(change.span.first - 1) == "(" and page.word(change.span.last) == ")"
    first, second = (figures[one] for one in pair)
    if not (in_bracket and change.words[:1] in SIGNS and _follows(page, second, change.span.first - 1)):
        return False
    dated = any(one.kind in {FigureKind.DATE, FigureKind.ORDINAL} for one in figures[pair[0] + 1 : pair[1]])
    compared = _compares(page, range(first.span.last, second.span.first))
    return (dated or compared) and _may_be_same(page, first, second)
