"""Was and is: two levels and a change of whose words each has its role, in whatever order they are told.

"Spending, $9.2m last year, has jumped to $11.9m – a rise of $2.7m"; «был 728, стал 655. Разница – 73»; lines
of a level each with a line "Change" below. Words call one level what was before, or date both, and a noun, a
sign or a preposition makes the third number that of the change. Nothing closes such a passage, so it is asked
about only if one digit would make the three follow from each other.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Mode, Way
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.change_doubts import is_of_some_time
from edureport.prose.relations.derivation import derive, difference, growth, percentage
from edureport.prose.relations.ends import are_of_a_size
from edureport.prose.relations.near_misses import digits, is_near_miss
from edureport.prose.relations.other_things import JOINTS, STEM, has_own_noun, named
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

LEVELS = 2
INDEX = 50  # percent from which on it may be that of the level itself
YEAR = 4  # digits
NEAR, WIDE = 4, Decimal("0.2")  # figures beside one; how far a factor of one digit may be from what it is
FEW = 3  # digits of a level that is one digit off hardly by chance
LEAD = 3  # tokens from the noun of a change to its number
MANY = 6  # figures of a passage
LINE = 20  # tokens of a line that has a level of its own
SIGNS = frozenset(",;:–")
ENDS = SIGNS | {"(", ")"}
LEADS = frozenset(":–")
BEFORE = (Mark.AGAINST, Mark.COMPARED, Mark.THAN, Mark.FROM)
COMPARED_BEHIND = (Mark.THAN, Mark.AGAINST, Mark.OVER, Mark.COMPARED, Mark.PLAN)
GOES_ON = (*JOINTS, Mark.BY_NOUN, Mark.IT, Mark.AMOUNTING, Mark.NOW, Mark.WAS)
APART = (Mark.BASIS, Mark.OPENER_STRONG, Mark.OF_THEM, Mark.MEAN)


Law = Callable[[Interval, Interval], Interval]


class LevelsAndChanges(NamedTuple):
    """The levels and the changes of a sentence, or of some that go on with each other."""

    levels: list[int]
    changes: list[int]


def was_and_is(page: Page, figures: Sequence[Figure], known: AbstractSet[int]) -> Iterator[Relation]:
    """What is to be looked at of the passages of which no relation is known."""
    told = set(known)
    for passage in _passages(page, figures):
        for index in passage.changes:
            if index not in told and (found := _judged(page, figures, passage, index)):
                told.add(index)
                yield found


def _passages(page: Page, figures: Sequence[Figure]) -> Iterator[LevelsAndChanges]:
    stating = [index for index, figure in enumerate(figures) if _counts(page, figure)]
    sentences = [list(group) for _, group in groupby(stating, key=lambda index: figures[index].sentence)]
    for place, sentence in enumerate(sentences):
        own = _passage(page, figures, sentence)
        if own is not None:
            yield own
            continue
        joined = sentence
        for last, following in zip(sentences[place:], sentences[place + 1 : place + 3], strict=False):
            if not _goes_on(page, figures, last, following):
                break
            joined = [*joined, *following]
            if (both := _passage(page, figures, joined)) is not None:
                yield both
                break


def _counts(page: Page, figure: Figure) -> bool:
    """Whether a number may take part: none of "one of", "all"."""
    if not figure.states or figure.all or figure.stated is None:
        return False
    return figure.kind is FigureKind.CHANGE or page.tokens[figure.span.first].is_digits


def _goes_on(page: Page, figures: Sequence[Figure], last: Sequence[int], following: Sequence[int]) -> bool:
    sentence = figures[following[0]].sentence
    if sentence != figures[last[0]].sentence + 1:
        return False
    low, high = page.bounds(figures[following[0]].span.first)
    start = page.tokens[page.bounds(figures[last[-1]].span.first)[1] - 1].end
    lines = page.text[start : page.tokens[low].start].count("\n")
    return lines == 0 or (lines == 1 and high - low <= LINE)


def _passage(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> LevelsAndChanges | None:
    """Two levels of one thing and a change, or its amount and percentage; None if any other is told."""
    if not LEVELS < len(indices) <= MANY:
        return None
    changes = [one for one in indices if _is_change(page, figures, indices, one)]
    levels = [one for one in indices if one not in changes]
    once = len(changes) == len({_law_kind(figures[one]) for one in changes})
    if not changes or not once or len(levels) != LEVELS or not all(_is_level(figures[one]) for one in levels):
        return None
    first, second = (figures[one] for one in levels)
    units = {_unit(page, one) for one in (first, second)} - {None}
    if len(units) > 1 or first.percent is not second.percent or not are_of_a_size(first, second):
        return None
    words = range(*_reach(page, figures, indices))
    if any(size > page.language.head_final for at in words for size in _sizes(page, at, APART)):
        return None  # «олардың» is "their", too
    return LevelsAndChanges(levels, changes)


def _reach(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> tuple[int, int]:
    """The tokens of the sentences of some figures."""
    first, last = (figures[one].span.first for one in (indices[0], indices[-1]))
    return page.bounds(first)[0], page.bounds(last)[1]


def _sizes(page: Page, at: int, marks: Sequence[Mark]) -> list[int]:
    return [size for mark in marks if (size := page.at(at, mark))]


def _law_kind(figure: Figure) -> str:
    return "times" if figure.mode is Mode.TIMES else "percent" if figure.percent else "amount"


def _is_level(figure: Figure) -> bool:
    plain = figure.kind in {FigureKind.FIGURE, FigureKind.PERCENT} or figure.mode is Mode.BY_OR_TO
    long = digits(figure) >= FEW and "/" not in figure.words
    return plain and long and figure.bound is Bound.EXACT and (figure.stated or 0) > 0


def _unit(page: Page, figure: Figure) -> str | None:
    """What a figure counts; none that is in the next line, or is no noun."""
    if figure.unit is None or figure.unit_span is None:
        return None
    first = figure.unit_span.first
    if first < figure.span.last or "\n" in page.tokens[first].gap:
        return None
    return None if page.has(first, Mark.RELATIVE, Mark.BY_NOUN) else figure.unit


def _segment(
    page: Page, figures: Sequence[Figure], index: int, *, whole: bool = False
) -> tuple[range, range]:
    """The words before and behind a figure that are its own: up to a sign, or to its neighbour."""
    figure = figures[index]
    low, high = page.bounds(figure.span.first)
    others = [
        one for one in figures[max(0, index - NEAR) : index + NEAR + 1] if one.sentence == figure.sentence
    ]
    numbers = [one for one in others if one.states and not one.all]
    low = max([low, *(one.span.last for one in numbers if one.span.last <= figure.first)])
    high = min([high, *(one.first for one in numbers if one.first >= figure.span.last)])
    last = figure.first - (page.word(figure.first - 1) in LEADS)  # "2023: 410"
    sign = next((at for at in range(low, last) if _parts(page, at, SIGNS)), None)
    begin = low if sign is None or low == page.bounds(figure.span.first)[0] else sign
    end = next((at for at in range(figure.span.last, high) if _parts(page, at, ENDS)), None)
    if whole:
        return range(begin, figure.first), range(figure.span.last, high if end is None else end)
    if end is None and high < page.bounds(figure.span.first)[1]:  # half of the words are its neighbour's
        end = (figure.span.last + high) // 2
    if not page.language.head_final and begin == low and low > page.bounds(figure.span.first)[0]:
        begin = (low + figure.first) // 2 if sign is None else low
    return range(begin, figure.first), range(figure.span.last, high if end is None else end)


def _parts(page: Page, at: int, signs: AbstractSet[str]) -> bool:
    """Whether a sign, or the end of a line before it, parts a token from those before."""
    return page.word(at) in signs or "\n" in page.tokens[at].gap


def _is_change(page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int) -> bool:
    """Whether a figure is a change by its kind, its sign, a noun before it or its preposition."""
    figure = figures[index]
    if figure.kind is FigureKind.CHANGE and figure.mode in CHANGES:
        return figure.mode is not Mode.BY_OR_TO or not _is_paired(figures, index)
    if figure.mode in {Mode.FROM, Mode.TO}:
        return False
    first = figure.first
    before = range(max(page.bounds(first)[0], first - LEAD - 1), first)
    nouns = [at for at in before if page.at(at, Mark.BY_NOUN)]
    if nouns and not page.any_at(range(nouns[-1], first), Mark.TO, Mark.FROM):
        other = any(nouns[-1] <= figures[one].span.first < first for one in indices)
        return not other
    if not figure.percent and not page.any_at(range(first - 3, first), Mark.EQUAL):
        return False
    moved = page.any_at(range(*_reach(page, figures, indices)), Mark.RISE, Mark.FALL)
    if page.language.head_final:
        return moved and figure.percent and _is_dative(page, figure)
    return moved and page.till(first - 1, Mark.BY) > 0


def _is_paired(figures: Sequence[Figure], index: int) -> bool:
    return any(one.mode is Mode.FROM for one in figures[max(0, index - 2) : index])


def _is_dative(page: Page, figure: Figure) -> bool:
    return any(
        page.language.has_case(page.word(at), Ending.DATIVE)
        for at in range(figure.span.last - 1, figure.span.last + 2)
    )


def _was(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether words call a level what was before."""
    before, behind = _segment(page, figures, index)
    figure = figures[index]
    if figure.mode is Mode.FROM or page.any_at((*before, *behind), Mark.EARLIER, Mark.WAS):
        return figure.mode is not Mode.TO
    if page.language.head_final:
        return page.any_at(behind, Mark.COMPARED)
    leads = [at + max(_sizes(page, at, BEFORE)) for at in before if page.has(at, *BEFORE)]
    if figure.mode is Mode.TO or not leads:
        return False
    # "Against 389 in the north", "compared with the north (389)"
    start = max(figure.tokens) + 1
    words = (*range(leads[-1], figure.first), *(at for at in behind if at >= start))
    known = {page.word(at)[:STEM] for at in range(page.bounds(figure.first)[0], leads[-1])}
    return all(page.word(at)[:STEM] in known for at in _named(page, figures, words))


def _named(page: Page, figures: Sequence[Figure], words: Sequence[int]) -> list[int]:
    """The words among some that are neither joints nor of a time."""
    if not words:
        return []
    begins, _ = page.language.time_phrases.mark([page.word(at) for at in words])
    times = {
        words[at] + one for at, marks in enumerate(begins) for size in marks.values() for one in range(size)
    }
    told = named(page, figures, range(min(words), max(words) + 1), GOES_ON)
    return [at for at in told if at in words and at not in times]


def _is_now(page: Page, figures: Sequence[Figure], index: int) -> bool:
    before, behind = _segment(page, figures, index)
    return page.any_at((*before, *behind), Mark.NOW)


def _year(page: Page, figures: Sequence[Figure], index: int) -> int | None:
    before, behind = _segment(page, figures, index, whole=True)
    for span in (behind, before[::-1]):
        for at in span:
            word = page.word(at)
            if len(word) == YEAR and word.isdigit() and word[:2] in {"19", "20"}:
                return int(word)
    return None


def _order(page: Page, figures: Sequence[Figure], passage: LevelsAndChanges) -> tuple[int, int] | None:
    """What was and what is, as words or years tell; None if they do not."""
    first, second = passage.levels
    was = [_was(page, figures, one) for one in passage.levels]
    one, other = (_year(page, figures, level) for level in passage.levels)
    if one and other and one != other:
        return (first, second) if one < other else (second, first)
    if was[0] is not was[1]:
        return (first, second) if was[0] else (second, first)
    now = [_is_now(page, figures, one) for one in passage.levels]
    if figures[first].sentence == figures[second].sentence and not any(was) and now[0] is not now[1]:
        return (second, first) if now[0] else (first, second)
    return None


def _judged(page: Page, figures: Sequence[Figure], passage: LevelsAndChanges, index: int) -> Relation | None:
    order = _order(page, figures, passage)
    if order is None or not _is_told(page, figures, passage, index):
        return None
    change = figures[index]
    three = [figures[order[0]], figures[order[1]], change]
    # "Up 14 this week to 164, against 422 a year ago"
    lines = figures[order[0]].sentence != figures[order[1]].sentence
    last = index > max(order) and (lines or digits(change) >= FEW)
    long = last or (not change.percent and digits(change) >= FEW)
    law = _slipped(three) if long or not _is_contrary(three) else None
    if law is None:
        return None
    derived = derive(law, three[:2], change.unsigned)
    kind, whole, parts = RelationKind.DIFFERENCE, order[1], (order[0], index)
    if law is _index:
        kind, whole, parts = RelationKind.SHARE, order[0], (order[1], index)
    elif law is _ratio:
        kind = RelationKind.MULTIPLE
    computed = derived and derived[1]
    return Relation(kind, Rule.CHANGE_ROLES, Certainty.LIKELY, whole, parts, Consistency.DOUBTFUL, computed)


def _is_told(page: Page, figures: Sequence[Figure], passage: LevelsAndChanges, index: int) -> bool:
    """Whether a change is told exactly, and may be that of the levels."""
    change = figures[index]
    written = any(page.tokens[at].is_digits for at in range(*change.span))
    if change.bound is not Bound.EXACT or not (written or change.mode is Mode.TIMES):
        return False
    if figures[passage.levels[0]].percent and not change.points:
        return False
    if is_of_some_time(page, figures, index):
        return False
    modes = [figures[one].mode for one in passage.levels]
    one_sentence = figures[passage.levels[0]].sentence == figures[index].sentence
    if modes == [Mode.FROM, Mode.TO] and one_sentence and not page.language.head_final:
        return False  # "an increase of 120 % in profits, which rose from 1,732 to 3,926"
    return not _is_of_another(page, figures, passage, index)


def _slipped(three: Sequence[Figure]) -> Law | None:
    """The law by which two levels and a change would follow from each other but for one digit."""
    laws = _laws(three[-1])
    if any(_follows(three, law) for law in laws):
        return None
    law = next((law for law in laws if is_near_miss(lambda read: _follows(read, law), three)), None)  # noqa: B023
    return None if law is None or _may_be_rounded(three, law) else law


def _is_contrary(three: Sequence[Figure]) -> bool:
    before, after, change = three
    rises = (after.stated or 0) > (before.stated or 0)
    return change.direction is not None and rises is not (change.direction is Way.UP)


def _is_of_another(page: Page, figures: Sequence[Figure], passage: LevelsAndChanges, index: int) -> bool:
    """Whether words beside a change name another thing, or another time that it leads from."""
    change = figures[index]
    levels = [figures[one] for one in passage.levels]
    _, high = page.bounds(change.span.first)
    end = max(change.tokens) + 1
    behind = range(end, next((at for at in range(end, high) if page.word(at) in ENDS), high))
    other = any(one.span.first in behind for one in levels)
    if not other and not page.language.head_final and page.any_at(behind, *COMPARED_BEHIND):
        return True  # "up 27 % from the record of 1983"
    first, second = sorted(passage.levels)
    if len({one.sentence for one in (*levels, change)}) == 1 and has_own_noun(
        page, figures, (first, second), index
    ):
        return True
    told = [*levels, change]
    first = min(one.sentence for one in told)
    others = {one.sentence for one in told} - {first}
    if change.mode is Mode.TIMES and others:
        return True
    known = {page.word(at)[:STEM] for at in range(*page.extents[first])}
    words = [
        page.word(at) for other in others for at in named(page, figures, range(*page.extents[other]), GOES_ON)
    ]
    return not all(page.language.is_verbal(word) or word[:STEM] in known for word in words)


def _laws(change: Figure) -> tuple[Law, ...]:
    if change.mode is Mode.TIMES:
        return (_ratio,)
    if change.points or not change.percent:
        return (difference,)
    signed = change.words[0] in "+-−–"
    index = not signed and (change.direction is None or (change.stated or 0) > INDEX)
    return (growth, _index) if index else (growth,)  # «темп роста – 115 %»


def _index(before: Interval, after: Interval) -> Interval:
    return percentage(after, before)


def _ratio(before: Interval, after: Interval) -> Interval:
    return after / before if after.low >= before.high else before / after


def _follows(three: Sequence[Figure], law: Law) -> bool:
    before, after, change = three
    if _is_contrary(three):
        return False
    derived = derive(law, (before, after), change.unsigned)
    return derived is not None and derived[0] is Consistency.FOLLOWS


def _may_be_rounded(three: Sequence[Figure], law: Law) -> bool:
    before, after, change = three
    amount = change.stated or Decimal(0)
    if law is difference:
        off = abs(abs((after.stated or Decimal(0)) - (before.stated or Decimal(0))) - abs(amount))
        return 2 * off <= Decimal(1).scaleb(last_digit(amount))
    if law is _ratio:
        low, high = sorted((before.stated or Decimal(1), after.stated or Decimal(1)))
        return digits(change) <= 1 and abs(high / low / (abs(amount) or 1) - 1) < WIDE  # "doubled"
    return False
