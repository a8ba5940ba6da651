"""What a change leads from and to: the two numbers that its words, brackets and verbs point at."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.comparisons import (
    in_one_bracket,
    is_summed_up,
    of_sentence_before,
    with_earlier,
)
from edureport.prose.relations.directions import in_one_clause, is_contrary
from edureport.prose.relations.ends import ChangeEnds, is_level
from edureport.prose.relations.relation import Rule

CLOSE = 5  # tokens from a verb to the change that it tells of
NEAR = 12  # tokens between a change and what changed
YEARLY = 3  # tokens behind a change that tell that it is of each year
ALIKE = 10  # times what was done that its plan is at most
FEW = 8  # figures before and behind a change
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def ends_of(page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int) -> ChangeEnds | None:
    """What a change leads from and to, and whether the words leave no doubt of it."""
    ends = _ends_of(page, figures, indices, index)
    if ends is None or ends.rule is Rule.CHANGE_TWICE:
        return ends
    if is_contrary(page, figures, ends, index):
        bound = ends.rule is Rule.CHANGE_FROM_TO and in_one_clause(page, figures, ends, index)
        known = bound or (ends.sure and ends.rule is not Rule.CHANGE_FROM_TO)
        ends = ends._replace(sure=known, contrary=True)
    doubtful = (
        _is_yearly(page, figures[index])
        or _years_apart(figures, index)
        or _from_elsewhere(page, figures, ends, index)
    )
    return ends._replace(sure=ends.sure and not doubtful)


def _is_yearly(page: Page, change: Figure) -> bool:
    """Whether a change is that of each year: "by 5% a year", «на 5 % за год», «жылына 5 %-ға»."""
    first, last = change.span
    behind = range(last, last + YEARLY)
    each = any(page.at(at, Mark.YEAR) and not page.tokens[at - 1].is_digits for at in behind)
    return each or any(page.at(at, Mark.PERIODIC) for at in behind) or page.till(first - 1, Mark.PERIODIC) > 0


def _years_apart(figures: Sequence[Figure], index: int) -> bool:
    """Whether a sentence names years that do not follow each other, from one of which a change may lead."""
    years = {
        int(year)
        for figure in figures[max(0, index - FEW) : index + FEW]
        if figure.kind is FigureKind.DATE and figure.sentence == figures[index].sentence
        for year in _YEAR.findall(figure.words)
    }
    return bool(years) and max(years) - min(years) > 1


def _from_elsewhere(page: Page, figures: Sequence[Figure], ends: ChangeEnds, index: int) -> bool:
    """Whether a change may lead from what is no number here, or be that of something else.

    "From 200 to 230, 15 more than planned", «с 50 до 54, что на 2 % ниже плана», "to 108, wages fell 3 %".
    """
    change, given = figures[index], [figures[ends.before], figures[ends.after]]
    if any(0 <= one.span.first - change.span.last <= NEAR for one in given):
        return False  # "41 fewer than the 51,431 of 2011"
    behind = range(change.span.last, min(change.span.last + CLOSE, len(page.begins)))
    if ends.rule is Rule.CHANGE_PLAN and any(page.at(at, Mark.PLAN) for at in behind):
        return False  # "60 short of the target"
    for at in behind:
        tags = page.begins[at].keys()
        if not page.is_word(at):
            break
        if not tags.isdisjoint({Mark.THAN, Mark.AGAINST, Mark.PLAN}):
            return True
        more = not tags.isdisjoint({Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN})
        if more and (page.is_word(at + 1) or page.till(at + 2, Mark.THAN)):
            return True  # «на 10 % больше, чем в 2023 году»
    before = range(max(one.span.last for one in given), change.span.first)
    ablative = [at for at in before if page.language.case(page.word(at)) is Ending.ABLATIVE]
    if ends.rule is Rule.CHANGE_PLAN:  # «жоспардан 147-ге артық», but «өткен жылдан 5 үйге көп»
        return any(page.at(at, Mark.YEAR) for at in ablative)
    return bool(ablative)


def _ends_of(page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int) -> ChangeEnds | None:
    change = figures[index]
    counts = [other for other in indices if is_level(figures[other], change)]
    pair = _nearest_pair(page, figures, counts, index)
    if pair is not None and _told_apart(page, figures, pair, index):
        return None
    if pair is not None:
        inner = sorted((*pair, index))
        sure = not _contrast(page, figures, inner) and _same(figures[pair[1]], change)
        sure = sure and not _of_something_else(page, figures, pair, index)
        return ChangeEnds(Rule.CHANGE_FROM_TO, *pair, sure)
    if twice := _amount_and_percent(page, figures, indices, index):
        return twice
    if joined := in_one_bracket(page, figures, counts, index):
        return joined
    if bracketed := _bracketed(page, figures, counts, index):
        return bracketed
    if compared := _compared(page, figures, counts, index) or _than(page, figures, counts, index):
        return compared
    earlier = with_earlier(page, figures, counts, index)
    if earlier := earlier or of_sentence_before(page, figures, counts, index):
        return earlier
    planned = [other for other in counts if figures[other].kind is FigureKind.TARGET]
    done = [other for other in counts if figures[other].kind is not FigureKind.TARGET]
    if len(counts) != 2:
        return None
    plan = len(planned) == len(done) == 1 and _same(figures[done[0]], change) and not change.percent
    plan = plan and _alike(figures[planned[0]], figures[done[0]])
    before, after = (planned[0], done[0]) if plan else (counts[0], counts[1])
    if figures[before].percent is not figures[after].percent:
        return None
    sure = plan and not _contrast(page, figures, sorted((*counts, index)))
    told = not plan and is_summed_up(page, figures, (before, after), index)
    return ChangeEnds(Rule.CHANGE_PLAN if plan else Rule.CHANGE_BESIDE, before, after, sure, told)


def _alike(first: Figure, second: Figure) -> bool:
    """Whether two levels are of a size: a plan is not ten times what was done."""
    low, high = sorted(abs(one.stated or Decimal(0)) for one in (first, second))
    return high <= ALIKE * low


def _nearest_pair(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int
) -> tuple[int, int] | None:
    """The from and to that stand next to the change."""
    pairs = [
        (first, second)
        for first, second in pairwise(counts)
        if figures[first].mode is Mode.FROM
        and figures[second].mode is Mode.TO
        and figures[first].percent is figures[second].percent
    ]
    near = [pair for pair in pairs if _are_beside(page, figures, pair, index)]
    return near[0] if len(near) == 1 else None


def _are_beside(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether nothing but times, and the same change once more, stands between a change and its ends.

    "By 0.6 % – 27,300 head – from 4,634,100 to 4,661,400"; «с 300 в 2023 году до 345, или на 15 %».
    """
    low, high = (pair[1], index) if pair[1] < index else (index, pair[0])
    return all(
        one.kind is FigureKind.DATE
        or (one.mode is Mode.BY and one.percent is not figures[index].percent)
        or _in_dashes(page, one)
        for one in figures[low + 1 : high]
    )


def _of_something_else(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
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


def _in_dashes(page: Page, figure: Figure) -> bool:
    """Whether a figure and its noun stand between two dashes."""
    behind = (page.word(at) for at in range(figure.span.last, figure.span.last + 3))
    return page.word(figure.span.first - 1) == "–" and "–" in behind


def _told_apart(page: Page, figures: Sequence[Figure], pair: tuple[int, int], index: int) -> bool:
    """Whether a verb of its own between them says that something else moved from the one to the other.

    "Births fell by 20 %, and the birth rate fell from 12.0 to 9.9"; but «с 300 до 345, рост составил 15 %».
    """
    change = figures[index]
    if index < pair[0]:
        own = change.span.last  # "a 15 % increase from 300 to 345"
        own += max(page.at(own, Mark.RISE), page.at(own, Mark.FALL))
        between = range(own, figures[pair[0]].span.first)
        return any(page.at(at, Mark.RISE) or page.at(at, Mark.FALL) for at in between)
    between = range(figures[pair[1]].span.last, change.span.first)
    verbs = [at for at in between if page.at(at, Mark.RISE) or page.at(at, Mark.FALL)]
    return bool(verbs) and change.span.first - verbs[0] > CLOSE


def _amount_and_percent(
    page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int
) -> ChangeEnds | None:
    """The amount before the percentage of one change, and the only level of their sentence."""
    change = figures[index]
    place = list(indices).index(index)
    if not change.percent or change.points or not place:
        return None
    amount = figures[indices[place - 1]]
    near = change.span.first - amount.span.last <= CLOSE
    if not near or amount.kind is not FigureKind.CHANGE or amount.percent or amount.direction is None:
        return None
    between = range(amount.span.last, change.span.first)
    if not any(page.word(at) == "(" or page.at(at, Mark.EQUAL) for at in between):
        return None
    levels = [one for one in indices if is_level(figures[one], amount) and not figures[one].percent]
    if len(levels) != 1:
        return None
    following = figures[min(levels[0] + 1, len(figures) - 1)]
    if following.percent and 0 < following.span.first - figures[levels[0]].span.last <= CLOSE:
        return None  # an amount, too
    amounts = [one for one in indices if figures[one].kind is FigureKind.CHANGE and not figures[one].percent]
    same = figures[levels[0]].unit == amount.unit or None in {figures[levels[0]].unit, amount.unit}
    return ChangeEnds(Rule.CHANGE_TWICE, indices[place - 1], levels[0], sure=same and len(amounts) == 1)


def _bracketed(page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int) -> ChangeEnds | None:
    """The pair of «398,6 (2014 жылы – 401,1) мың адам, бұл 0,6 %-ға кем»: so much, and in brackets before."""
    pairs = [
        (before, now)
        for now, before in pairwise(counts)
        if _opens_bracket(page, figures[now], figures[before]) and _same(figures[now], figures[before])
    ]
    if len(pairs) != 1 or len(counts) != 2:
        return None
    low, high = page.bounds(figures[index].span.first)
    compared = any(page.at(at, Mark.COMPARED) for at in range(low, high))
    return ChangeEnds(Rule.CHANGE_BRACKET, *pairs[0], compared and not _contrast(page, figures, counts))


def _opens_bracket(page: Page, figure: Figure, other: Figure) -> bool:
    """Whether a bracket right behind a figure holds the other one and nothing but its time."""
    between = range(figure.span.last, other.span.first)
    opened = bool(between) and page.word(between[0]) == "(" and page.word(other.span.last) == ")"
    return opened and not any(page.word(at) in "(),;:" for at in between[1:])


def _than(page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int) -> ChangeEnds | None:
    """The two numbers of "51,200, which is 45 fewer than in the previous year (51,220)".

    The second stands in brackets, or behind "of": "41 fewer than the 2011 figure of 51,431".
    """
    change = figures[index]
    behind = range(change.span.last, change.span.last + CLOSE)
    if not any(page.at(at, Mark.THAN) or page.at(at, Mark.AGAINST) for at in behind):
        return None
    before = [other for other in counts if other < index]
    after = [other for other in counts if other > index]
    if len(before) != 1 or len(after) != 1 or not _same(figures[before[0]], figures[after[0]]):
        return None
    first = figures[after[0]].span.first
    if first - change.span.last > NEAR or not (
        page.word(first - 1) == "(" or page.till(first - 1, Mark.OUT_OF)
    ):
        return None
    sure = not _contrast(page, figures, [before[0], after[0]])
    sure = sure and _same(figures[before[0]], change) and _same(figures[after[0]], change)
    return ChangeEnds(Rule.CHANGE_AGAINST, after[0], before[0], sure)


def _same(level: Figure, change: Figure) -> bool:
    """Whether both count the same, as far as their units tell."""
    if change.percent or change.mode is Mode.TIMES or change.unit is None or level.unit is None:
        return True
    return change.unit == level.unit


def _contrast(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> bool:
    """Whether a word of contrast stands between the figures: what follows is about another thing."""
    between = range(figures[indices[0]].span[1], figures[indices[-1]].span[0])
    return any(page.at(token, Mark.CONTRAST) or page.word(token) == ";" for token in between)


def _compared(page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int) -> ChangeEnds | None:
    """«413 против 389, рост – 6,2 %», "rose by 57 to 2,019, compared with 1,962"."""
    for first, second in pairwise(counts):
        against = page.till(figures[second].span[0] - 1, Mark.AGAINST)
        instead = page.till(figures[first].span[0] - 1, Mark.AGAINST)
        near = max(
            figures[index].span[0] - figures[second].span[1], figures[first].span[0] - figures[index].span[1]
        )
        if Bound.RANGE in (figures[first].bound, figures[second].bound):
            continue  # "from 4,634,100 to 4,661,400" that is taken for one
        if not (against or instead) or near > NEAR or figures[first].percent is not figures[second].percent:
            continue
        if figures[first].unit in {figures[second].unit, None} or figures[second].unit is None:
            sure = len(counts) == 2 and not _contrast(page, figures, sorted((first, second, index)))
            sure = sure and _same(figures[first], figures[index])
            before, after = (second, first) if against else (first, second)
            return ChangeEnds(Rule.CHANGE_AGAINST, before, after, sure)
    return None
