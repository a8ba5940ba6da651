"""Was and is: two levels and a change, of which words give each its role, in whatever order they are told.

"Spending, $9.2m last year, has jumped to $11.9m – a rise of $2.7m"; «был 728, стал 655. Разница – 73»; lines
of a level each with a line "Change" below. Words call one level what was before, or date both, and a noun, a
sign or a preposition makes the third number that of the change; or a sentence compares two levels of one
thing, and tells nothing else: then no rule need know which came first. Nothing closes such a passage, so one
in which the three do not follow is asked about only if one digit would make them.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, Mode, Way
from edureport.prose.figures.told_twice import COMPARING
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations import derivation
from edureport.prose.relations.comparisons import goes_on
from edureport.prose.relations.ends import counts_as, is_of_some_time
from edureport.prose.relations.levels_and_changes import (
    BEFORE,
    ENDS,
    GOES_ON,
    LEAD,
    LEVELS,
    YEAR,
    LevelsAndChanges,
    order_of,
    others_among,
    passages,
    segment,
    year_of,
)
from edureport.prose.relations.listing import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.spans import TIMES, has_own_noun, named, tells_more

INDEX = 50  # percent from which on it may be that of the level itself
LONG = 5  # digits up to the last that is no zero, of a number that is not rounded
SOON = 4  # tokens from words of comparison to an index
COMPARED_BEHIND = (Mark.THAN, Mark.AGAINST, Mark.OVER, Mark.COMPARED, Mark.PLAN)
COMPARED = (*COMPARING, Mark.THAN_UP, Mark.THAN_DOWN, Mark.INDEX_TO)
GROWTHS = (
    Mark.EARLIER, Mark.INDEX_TO, Mark.INDEX_TO_YEAR, Mark.CHANGE_NOUN, Mark.GROWTH_NOUN, Mark.FALL_NOUN,
    Mark.RISE, Mark.FALL,
)  # fmt: skip
OVER = (Mark.DURING, Mark.FOR_TIME, Mark.PERIOD, Mark.OVER)


def was_and_is(page: Page, figures: Figures, known: AbstractSet[int]) -> Iterator[Relation]:
    """The changes of passages, but for `known` ones, that follow or would but for one digit."""
    told = set(known)
    for first, passage in passages(page, figures):
        for index in passage.changes:
            if first + index not in told and (found := _judged(page, passage, index)):
                told.add(first + index)
                parts = tuple(first + part for part in found.parts)
                yield found._replace(whole=first + (found.whole or 0), parts=parts)


def _judged(page: Page, passage: LevelsAndChanges, index: int) -> Relation | None:
    """What follows of a change and its levels in an order that may be, or would but for one digit."""
    figures, laws = passage.figures, _laws(page, passage, index)
    if not laws or not _is_told(page, passage, index):
        return None
    first, second = passage.levels
    orders, rule = [(first, second), (second, first)], Rule.CHANGE_BESIDE
    if not (passage.lone and _are_compared(page, passage, index)):
        known = order_of(page, passage) if _may_have_roles(page, passage, index) else None
        orders, rule = [known] if known else [], Rule.CHANGE_ROLES
    elif planned := _planned(passage):
        orders = [one for one in orders if one[0] in planned]
    readings = [(order, [_printed(figures[one]) for one in (*order, index)]) for order in orders]
    for ends, three in readings:
        if law := next((law for law in laws if derivation.follows_by(three, law)), None):
            return _relation(rule, ends, index, three, law)
    for ends, three in readings:
        turned = _may_be_turned(passage, ends, index) and not _has_own_time(page, passage, ends, index)
        if (turned or rule is not Rule.CHANGE_ROLES) and (law := derivation.slipped(three, laws)):
            return _relation(rule, ends, index, three, law)
    return None


def _printed(figure: Figure) -> Figure:
    """A figure without an "about" that its digits belie: "an estimated 884,748"."""
    stated = figure.stated or Decimal(0)
    rounded = stated.adjusted() - last_digit(stated) + 1 < LONG
    if figure.quantity is None or figure.bound is not Bound.ABOUT or rounded:
        return figure
    return figure._replace(quantity=replace(figure.quantity, bound=Bound.EXACT))


def _relation(
    rule: Rule, ends: tuple[int, int], index: int, three: Figures, law: derivation.Law
) -> Relation | None:
    """What is and a change of what was, or what was and a share of it."""
    whole, part = ends if law is derivation.index_of else ends[::-1]
    derived = derivation.derive(law, three[:2], three[-1].unsigned)
    if derived is None:
        return None
    found = derived[0] if derived[0] is Consistency.FOLLOWS else Consistency.DOUBTFUL
    kind = derivation.KINDS.get(law, RelationKind.DIFFERENCE)
    return Relation(kind, rule, Certainty.LIKELY, whole, (part, index), found, derived[1])


def _laws(page: Page, passage: LevelsAndChanges, index: int) -> tuple[derivation.Law, ...]:
    """What a number may be of the two levels."""
    change = passage.figures[index]
    if change.mode is Mode.TIMES:
        return (derivation.ratio,)
    if _planned(passage):
        before, behind = segment(page, passage.figures, index)
        earlier = page.any_at((*before, *behind), *GROWTHS)  # «к прошлому году – 88 %», and not to the plan
        return (derivation.index_of,) if change.percent and not earlier else ()
    if index in passage.shares:
        compared = page.any_at(page.before(change.first, SOON), Mark.COMPARED)
        compared = page.language.head_final and compared
        return (derivation.index_of,) if compared or derivation.is_index(page, change) else ()
    if change.points or not change.percent:
        return (derivation.difference,)
    signed = change.words[0] in "+-−–"
    of_level = not signed and (change.direction is None or (change.stated or 0) > INDEX)
    return (
        (derivation.growth, derivation.index_of) if of_level else (derivation.growth,)
    )  # «темп роста – 115 %»


def _planned(passage: LevelsAndChanges) -> list[int]:
    planned = [one for one in passage.levels if passage.figures[one].kind is FigureKind.TARGET]
    return planned if len(planned) == 1 else []


def _is_told(page: Page, passage: LevelsAndChanges, index: int) -> bool:
    """Whether a change is told in digits, and of this time."""
    change = passage.figures[index]
    written = any(page.tokens[at].is_digits for at in range(*change.span))
    return (written or change.mode is Mode.TIMES) and not is_of_some_time(page, passage.figures, index)


def _may_have_roles(page: Page, passage: LevelsAndChanges, index: int) -> bool:
    """Whether a change may be that of levels whose roles words tell."""
    figures, levels = passage.figures, [passage.figures[one] for one in passage.levels]
    change = figures[index]
    planned = any(one.kind is FigureKind.TARGET for one in levels)
    if index in passage.shares or planned or (levels[0].percent and not change.points):
        return False
    one_sentence = levels[0].sentence == change.sentence
    from_to = [one.mode for one in levels] == [Mode.FROM, Mode.TO]
    if from_to and one_sentence and not page.language.head_final:
        return False  # "an increase of 120 % in profits, which rose from 1,732 to 3,926"
    return not _is_of_another(page, passage, index)


def _may_be_turned(passage: LevelsAndChanges, order: tuple[int, int], index: int) -> bool:
    """Whether a change goes where its levels do, or closes them with so many digits that one is the slip."""
    was, now = (passage.figures[one] for one in order)
    change = passage.figures[index]
    long = derivation.digits(change) >= derivation.FEW
    # "Up 14 this week to 164, against 422 a year ago"
    last = index > max(order) and (was.sentence != now.sentence or long)
    return last or (long and not change.percent) or not derivation.is_contrary((was, now, change))


def _has_own_time(page: Page, passage: LevelsAndChanges, order: tuple[int, int], index: int) -> bool:
    """Whether a change is over a time, or from one, that is not that of what was.

    "Over the month sales rose 11 % to 588; a year ago they were 365", «на 7 % больше, чем в прошлом году;
    раскрыто 422».
    """
    was, change = passage.figures[order[0]], passage.figures[index]
    own, other = _between_semicolons(page, change), _between_semicolons(page, was)
    if own == other or all(year_of(page, passage.figures, one) for one in passage.levels):
        return False
    if page.any_at(own, Mark.EARLIER):
        return not page.any_at(other, Mark.EARLIER, Mark.WAS)
    return any(page.has(at, Mark.PERIOD) and not page.tokens[at - 1].is_digits for at in own)


def _between_semicolons(page: Page, figure: Figure) -> range:
    """The tokens of the sentence of a figure, or of the part of it that semicolons end."""
    low, high = page.bounds(figure.first)
    ends = [at for at in range(low, high) if page.word(at) == ";"]
    start = max((at + 1 for at in ends if at < figure.first), default=low)
    return range(start, next((at for at in ends if at >= figure.first), high))


def _is_of_another(page: Page, passage: LevelsAndChanges, index: int) -> bool:
    """Whether words beside a change name another thing, or another time that it leads from."""
    figures, change = passage.figures, passage.figures[index]
    levels = [figures[one] for one in passage.levels]
    low, (_, high) = page.bounds(levels[-1].span.first)[0], page.bounds(change.span.first)
    both = levels[0].sentence == levels[1].sentence == change.sentence + 1 and change.mode is not Mode.TIMES
    if both and "\n" not in page.tokens[low].gap and _are_ordered(page, passage):
        return False  # "Takings fell by 178. They went from 1,230 to 1,052"
    end = max(change.tokens) + 1
    behind = range(end, next((at for at in range(end, high) if page.word(at) in ENDS), high))
    other = any(one.span.first in behind for one in levels)
    if not other and not page.language.head_final and page.any_at(behind, *COMPARED_BEHIND):
        return True  # "up 27 % from the record of 1983"
    first, second = sorted(passage.levels)
    told = [*levels, change]
    together = len({one.sentence for one in told}) == 1
    if together and has_own_noun(page, figures, (first, second), index):
        return True
    first = min(one.sentence for one in told)
    others = {one.sentence for one in told} - {first}
    if change.mode is Mode.TIMES and others:
        return True
    words = [at for other in others for at in named(page, figures, _own_words(page, told, other), GOES_ON)]
    return tells_more(page, words, range(*page.extents[first]))


def _are_ordered(page: Page, passage: LevelsAndChanges) -> bool:
    """Whether words between two levels lead from one to the other, or both have years."""
    first, second = (passage.figures[one] for one in passage.levels)
    led = page.any_at(range(first.span.last, second.first), *BEFORE, Mark.TO)
    return led or all(year_of(page, passage.figures, one) for one in passage.levels)


def _own_words(page: Page, told: Figures, sentence: int) -> range:
    """The tokens of a sentence; those among its figures if a pronoun in it takes up the one before."""
    own = sorted((one for one in told if one.sentence == sentence), key=lambda one: one.first)
    taken_up = goes_on(page, own[0]) and any(one.kind is not FigureKind.CHANGE for one in own)
    return range(own[0].first, own[-1].span.last) if taken_up else range(*page.extents[sentence])


def _are_compared(page: Page, passage: LevelsAndChanges, index: int) -> bool:
    """Whether words compare two levels of one thing, and nothing in the sentence is of another."""
    figures, levels, change = passage.figures, passage.levels, passage.figures[index]
    first, second = members = [figures[one] for one in levels]
    planned, moved = bool(_planned(passage)), change.mode in {Mode.BY, Mode.BY_OR_TO} and change.direction
    sentence = range(*page.bounds(first.span.first))
    plain = not any(one.percent or one.each or one.kind is FigureKind.CHANGE for one in members)
    plain = plain and not any(figures[one].points for one in passage.changes)
    apart = page.any_at(sentence, Mark.CONTRAST, Mark.OPENER_STRONG) or ";" in map(page.word, sentence)
    if not plain or apart or not (moved or planned or index in passage.shares):
        return False
    clauses = ((sentence.start, first), (first.span.last, second))
    aside = in_bracket(page, second)
    # "Sales of 757 million rose 5 % to 795 million"
    goal = second.mode is Mode.TO and first.mode is None and levels[0] < index < levels[1]
    goal = goal and change.direction is not None
    same = first.unit == second.unit if goal or (first.unit and second.unit) else aside
    if not same or not counts_as(first, change):
        return False
    behind = range(change.span.last, sentence.stop)
    if page.any_at(behind[:LEAD], Mark.PLAN) and not planned:
        return False  # "more than planned"
    ends = change.span.first > second.span.first and change.kind is FigureKind.CHANGE
    over = page.any_at(behind, *OVER) and not page.any_at(behind, *COMPARED)  # "over the half-year"
    if ends and (over or page.any_at(behind, Mark.PLAN)):
        return False
    nouns = range(second.span.last, min(second.span.last + 1, sentence.stop))
    if aside and second.unit is None and named(page, figures, nouns):
        return False
    if _lasts(page, figures, sentence, min(one.first for one in (first, second, change))):
        return False
    led = Mode.FROM in {first.mode, second.mode} or page.till(second.first - 1, Mark.FROM)
    if led or _turns(page, first, second, change) or _is_another_named(page, figures, [*levels, index]):
        return False
    dates = sum(one.kind is FigureKind.DATE and one.span.first in sentence for one in figures)
    timed = dates >= LEVELS or all(page.any_at(range(low, one.first), *TIMES) for low, one in clauses)
    timed = timed or page.any_at(range(sentence.start, first.first), Mark.EARLIER)
    dated = timed and change.span.first > second.span.first  # but "rose 5 % in May to 340 from …"
    ordered = planned or aside is not in_bracket(page, first) or dated or goal
    return ordered or page.any_at(sentence, *COMPARED)


def _lasts(page: Page, figures: Figures, sentence: range, start: int) -> bool:
    """Whether a sentence tells how long it took, "over three years", «с начала года», as a change may."""
    if page.any_at(sentence, Mark.EARLIER):
        return False
    dates = [one for one in figures if one.kind is FigureKind.DATE and one.span.first in sentence]
    # "Three years", and no day whose year is a date behind it
    yearly = [one for one in dates if YEAR.search(one.words)]
    lasting = len(yearly) < len(dates) and not any(one.span.first < start for one in yearly)
    return lasting or page.any_at(range(sentence.start, start), Mark.PERIOD)


def _is_another_named(page: Page, figures: Figures, three: Indices) -> bool:
    """Whether words between the three, or behind the last, may be of something else than the first is."""
    members = [figures[one] for one in sorted(three)]
    ends = [max(one.tokens) + 1 for one in members]
    first, second = (range(end, other.first) for end, other in zip(ends, members[1:], strict=False))
    signs = [at for at in first if page.word(at) in ENDS]
    spans = [first[signs[0] - first.start :] if signs else first, second]
    spans.append(range(ends[-1], page.bounds(members[-1].span.first)[1]))
    # "To 541 from 529, and a 5 % increase in dividends"; "a rise of 9, against 11 and 12 in 2017 and 2018"
    joined = {0: second, 1: first, 2: [*first, *second]}[sorted(three).index(three[-1])]
    if any(page.is_word(at) and page.at(at, Mark.JOIN) and not page.at(at, Mark.EQUAL) for at in joined):
        return True
    counted = signs[0] if signs else ends[0]
    words = [at for span in spans for at in others_among(page, figures, span)]
    return tells_more(page, words, range(page.bounds(members[0].span.first)[0], counted))


def _turns(page: Page, first: Figure, second: Figure, change: Figure) -> bool:
    """Whether the first of two levels is compared with the second, and the words tell of the other way."""
    between = range(first.span.last, second.span.first)
    if page.language.head_final or change.direction is None or not page.any_at(between, *COMPARING):
        return False
    return ((first.stated or 0) > (second.stated or 0)) is not (change.direction is Way.UP)
