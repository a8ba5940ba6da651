"""Differences: what rose or fell, from where to where, and by how much or how many times.

Which two numbers a change leads from and to its words, brackets and verbs tell.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from edureport.model.interval import Interval
from edureport.model.quantity import Bound
from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Figures, Indices, Mode, Way
from edureport.prose.figures.told_twice import CLOSE, COMPARING
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.chains import amount_and_percent, in_chain
from edureport.prose.relations.change_brackets import (
    in_one_bracket,
    is_summed_up,
    with_bracket,
    with_compared_bracket,
    with_pair,
)
from edureport.prose.relations.comparisons import (
    against_another,
    may_be_from_plan,
    of_sentence_before,
    with_earlier,
)
from edureport.prose.relations.derivation import (
    HUNDRED,
    Law,
    comparable,
    derive,
    difference,
    digits,
    excess,
    follows_by,
    growth,
    is_near_miss,
    points_of_shares,
    ratio,
    slipped,
    without_about,
)
from edureport.prose.relations.ends import (
    ORDERED,
    ChangeEnds,
    are_of_a_size,
    counts_as,
    has_contrast,
    in_one_clause,
    is_contrary,
    is_level,
    is_narrowed,
    is_of_some_time,
    is_of_something_else,
    is_rebased,
    is_told_apart,
    leads_elsewhere,
    nearest_pair,
)
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule, certainty
from edureport.prose.relations.spans import has_own_noun

ROUND = 2  # zeros
TEN = 10
LOOSELY = 4  # percent by which a change in round tens may be off
LEADING = (*COMPARING, Mark.FROM, Mark.EARLIER)
PARTING = (Mark.CLAUSE_JOINT, Mark.CONTRAST)
FEW = 3  # digits of each level of a change that one digit is off
SCALES = (3, 6, 9)  # powers of ten that words tell
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{3}\s[^\W\d]+")  # "6,052 billion"
# Each finds the two levels of a change or None; the first that does is asked.
_IN_BRACKETS = (with_pair, in_one_bracket, with_bracket)
_RULES = (*_IN_BRACKETS, against_another, with_compared_bracket, with_earlier, of_sentence_before)


def differences(page: Page, figures: Figures, indices: Indices) -> Iterator[Relation]:
    """The changes of one sentence, each with the two numbers it leads from and to."""
    for index in indices:
        change, figure = _change(page, figures, index), figures[index]
        # "Rose 24 % in May to 923 from 744 and 19 % in the year to 1,806 from 1,524", "off 3 % to 97 from 99"
        plain = figure.kind is FigureKind.PERCENT and figure.mode is None and not figure.points
        bare = change is None and plain and comparable(figure) and not page.language.head_final
        if bare:
            change = figure._replace(kind=FigureKind.CHANGE, mode=Mode.BY)
        if change is None:
            continue
        with_change = [*figures[:index], change, *figures[index + 1 :]]
        ends = in_chain(page, with_change, index) if bare else ends_of(page, figures, indices, index)
        if ends is not None and (relation := _judged(page, with_change, ends, index)):
            yield relation


def _judged(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> Relation | None:
    """The relation of a change and its ends; None if it does not hold and nobody is to be asked."""
    relation = _changed(page, figures, ends, index)
    if relation is None:
        return None
    if not relation.holds and (
        is_rebased(page, figures[index])
        or _is_rounded_again(figures, ends, index)
        or _is_of_cut_amounts(page, figures, ends, index)
        or _lacks_scale(page, figures, ends, index)
    ):
        return None
    if ends.contrary and (ends.rule is Rule.CHANGE_FROM_TO or relation.holds):
        if not ends.sure or ends.rule is not Rule.CHANGE_FROM_TO:
            slipped = not relation.holds and _is_near_miss(page, figures, ends, index)
            return _doubtful(relation) if slipped else None
        # "Fell from 200 to 230, by 30": where one verb tells of all three it is wrong.
        relation = relation._replace(verdict=Consistency.DOES_NOT_FOLLOW, contrary=True)
    sure = relation.certainty is Certainty.CERTAIN or relation.holds
    if not relation.holds and _is_in_round_tens(figures, ends, index):
        relation = relation._replace(certainty=Certainty.LIKELY)
    if sure or (ends.told and not _may_be_rounded(page, figures, ends, index)):
        return relation
    if not ends.told and _is_near_miss(page, figures, ends, index):
        return _doubtful(relation)
    return _slip_of_compared(page, figures, ends, index)


def _is_in_round_tens(figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether a percentage may be told in round tens, 50 of 52, or an amount as nearly so much, 30 of 27."""
    change = figures[index]
    before, after = (figures[one].stated or Decimal(0) for one in (ends.before, ends.after))
    told = change.unsigned.stated or Decimal(0)
    if not change.percent and change.bound in {Bound.ABOUT, Bound.NEARLY}:
        return abs(abs(after - before) - told) * TEN <= told
    if not change.percent or ends.rule is Rule.CHANGE_TWICE or not before or last_digit(told) < 1:
        return False
    return abs(abs(after / before - 1) * 100 - told) <= LOOSELY


def _is_of_cut_amounts(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether a percentage may be that of amounts of a measure before they were cut to whole ones."""
    pair = [figures[ends.before], figures[ends.after]]
    measured = {one.unit for one in pair} <= page.language.measures
    percent = figures[index].percent and ends.rule is not Rule.CHANGE_TWICE
    return measured and percent and follows_by((*map(_cut, pair), figures[index]), growth)


def _cut(level: Figure) -> Figure:
    """A whole amount as one that has been rounded to that: "£574" of pay."""
    whole = level.quantity is not None and level.quantity.precision is None
    if not whole or level.quantity is None or level.quantity.stated % 1:
        return level
    return level._replace(quantity=replace(level.quantity, precision=Decimal(1), counted=False))


def _slip_of_compared(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> Relation | None:
    """Of the only two levels: "an increase of 1,219, with revenue of 4,243 compared to 3,024"."""
    pair = (ends.before, ends.after)
    planned = any(figures[one].kind is FigureKind.TARGET for one in pair)
    if ends.rule is not Rule.CHANGE_BESIDE or planned or not _are_compared(page, figures, (*pair, index)):
        return None
    around = sorted(figures[one].span.first for one in (*pair, index))
    hoped = range(page.bounds(around[0])[0], around[-1])
    if has_own_noun(page, figures, pair, index) or page.any_at(hoped, Mark.PLAN_NOUN, Mark.PLAN):
        return None
    found = None
    for one, other in (pair, pair[::-1]):
        told = [figures[place] for place in (one, other, index)]
        exact = [without_about(figure) for figure in told]
        laws = _laws(page, figures[index], told[1])
        if any(follows_by(read, law) for read in (told, exact) for law in laws):
            return None
        turned = ends._replace(before=one, after=other)
        rounded = _may_be_rounded(page, figures, turned, index)
        rounded = rounded or _is_of_cut_amounts(page, figures, turned, index)
        if found is None and slipped(exact, laws) and not rounded:
            found = _changed(page, figures, turned, index)
    return found and _doubtful(found)


def _are_compared(page: Page, figures: Figures, three: Indices) -> bool:
    """Whether words compare three numbers, with nothing else: not "up 5 % on last year, at home 780"."""
    order = sorted(three)
    if any(figures[at].states for at in range(order[0], order[-1]) if at not in order):
        return False
    compared = False
    for one, other in pairwise(order):
        gap = range(figures[one].span.last, figures[other].span.first)
        joined = [at for at in gap if page.is_word(at) and page.at(at, Mark.JOIN)]
        apart = any(not page.has(at, Mark.EQUAL, Mark.TO, Mark.FROM) for at in joined)
        closed = any(page.word(at) in {";", ")"} or page.has(at, *PARTING) for at in gap)
        aside = order[-1] == three[-1] and any(page.word(at) == "(" for at in gap)
        if apart or closed or aside:
            return False
        words = [at for at in gap if page.has(at, *LEADING)]
        level = other != three[-1] and not page.language.head_final
        ended = level and any(page.word(at) == "," for at in range(words[-1], gap.stop)) if words else True
        compared = compared or not ended
    return compared


def _doubtful(relation: Relation) -> Relation:
    return relation._replace(verdict=Consistency.DOUBTFUL, certainty=Certainty.LIKELY)


def _is_rounded_again(figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether an amount is told with fewer digits than its ends: from 18,400 to 23,300, up 5,000."""
    three = (ends.before, ends.after, index)
    before, after, change = (abs(figures[one].stated or Decimal(0)) for one in three)
    place = last_digit(change)
    rounder = place >= ROUND and place > max(last_digit(before), last_digit(after))
    off = abs(abs(after - before) - change)
    return not figures[index].percent and rounder and 2 * off < Decimal(1).scaleb(place)


def _lacks_scale(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether one of two levels tells the thousands of both: "from 212.6 million to 231.7, up 8.99 %".

    Or a comma in both of them is that of decimals: "by R40 million from R6,012 billion to R6,052 billion".
    """
    before, after = figures[ends.before], figures[ends.after]
    three = [figures[one] for one in (ends.before, ends.after, index)]
    if any(follows_by(_with_decimal_commas(three), law) for law in _laws(page, figures[index], after)):
        return True
    smaller = min(before, after, key=lambda one: abs(one.stated or Decimal(0)))
    for power in SCALES:
        pair = [_scaled(one, power) if one is smaller else one for one in (before, after)]
        change = figures[index]
        if any(follows_by((*pair, change), law) for law in _laws(page, change, pair[1])):
            return True
    return False


def _with_decimal_commas(three: Figures) -> list[Figure]:
    """Numbers with a scale word whose only comma parts no thousands: a thousandth of what it would."""
    return [_scaled(one, -3) if _DECIMAL_COMMA.fullmatch(one.words) else one for one in three]


def _scaled(figure: Figure, power: int) -> Figure:
    """A number times a power of ten."""
    told = figure.quantity
    if told is None or told.upper is not None:
        return figure
    precision = told.precision and told.precision.scaleb(power)
    return figure._replace(quantity=replace(told, stated=told.stated.scaleb(power), precision=precision))


def _may_be_rounded(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether the percentage is that of numbers which are rounded: 65,700 and 64,700 may be 1.6 % apart."""
    read = [*figures]
    for end in (ends.before, ends.after):
        amount = figures[end].quantity
        if amount is not None and amount.precision is None and amount.stated:
            step = Decimal(1).scaleb(last_digit(amount.stated))
            read[end] = figures[end]._replace(quantity=replace(amount, precision=step))
    relation = _changed(page, read, ends, index)
    return figures[index].percent and relation is not None and relation.holds


def _is_near_miss(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether another digit in a number would make a change fit its ends, and lead where its words say."""
    three = (ends.before, ends.after, index)
    if not _is_told(page, [figures[one] for one in three]) or _may_be_rounded(page, figures, ends, index):
        return False
    if ends.rule is not Rule.CHANGE_TWICE and not _are_together(figures, ends, index):
        return False

    def fits(others: Figures) -> bool:
        read = list(figures)
        for place, other in zip(three, others, strict=True):
            read[place] = other
        relation = _changed(page, read, ends, index)
        follows_by = relation is not None and relation.holds
        return follows_by and not is_contrary(page, read, ends, index)

    return is_near_miss(fits, [figures[one] for one in three])


def _is_told(page: Page, three: Figures) -> bool:
    """Whether three numbers are written exactly, in digits, and two of them with enough digits."""
    exact = all(one.bound is Bound.EXACT and not one.indefinite for one in three)
    digital = all(any(page.tokens[at].is_digits for at in range(*one.span)) for one in three)
    return exact and digital and not three[0].percent and min(map(digits, three[:2])) >= FEW


def _are_together(figures: Figures, ends: ChangeEnds, index: int) -> bool:
    """Whether words put two levels and a change in order, and no other number stands among them.

    "Profits rose by 4 % as sales grew by 6 % to 650 from 614"; "413 calls against 389 in towns, up 12 %";
    "imports compared with 15.3 million in May and fell 18 % from 17.4 million".
    """
    three = (ends.before, ends.after, index)
    others = [one for one in range(min(three), max(three)) if figures[one].states and one not in three]
    ordered = ends.rule in ORDERED and ends.rule is not Rule.CHANGE_PLAN
    bracket = ends.rule is Rule.CHANGE_BRACKET and digits(figures[index]) >= FEW
    closed = ends.rule is Rule.CHANGE_FROM_TO and counts_as(figures[ends.after], figures[index])
    closed = closed or bracket
    return ordered and not others and (closed or index == min(three))


def _change(page: Page, figures: Figures, index: int) -> Figure | None:
    """A figure as a change, if it is one, also "or by 15 %" behind its ends."""
    change = figures[index]
    if not comparable(change):
        return None
    if change.kind is FigureKind.CHANGE:
        return change if change.mode in CHANGES else None
    amount = figures[index - 1] if index else change
    if _is_behind_ends(page, figures, index):
        known = amount.direction if change.span.first > amount.span.last and amount.mode is Mode.TO else None
        return change._replace(kind=FigureKind.CHANGE, mode=Mode.BY, direction=known)
    return None


def _is_behind_ends(page: Page, figures: Figures, index: int) -> bool:
    """Whether a percentage is of two ends: «с 300 до 345, или на 15 %», «на 15 % (с 300 до 345)»."""
    change, after = figures[index], figures[index - 1] if index else figures[index]
    ends, between = figures[index + 1 : index + 3], range(after.span.last, change.span.first)
    if not change.percent or not page.till(change.span.first - 1, Mark.BY):
        return False
    if [one.mode for one in ends] == [Mode.FROM, Mode.TO]:
        return page.word(ends[0].span.first - 2) == "(" and not ends[1].percent
    return after.mode is Mode.TO and len(between) <= CLOSE and page.any_at(between, Mark.EQUAL)


def _changed(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> Relation | None:
    """The change at `index` against what it leads from and to."""
    change, given = figures[index], [figures[ends.before], figures[ends.after]]
    if ends.rule is Rule.CHANGE_TWICE:
        return _twice(page, figures, ends, index)
    low, high = sorted(one.stated or Decimal(0) for one in given)
    multiple = change.mode is Mode.TIMES
    if not multiple and not change.percent and low >= 0 and (change.unsigned.stated or 0) > high:
        return None  # «на 100 тысяч жителей: 462 против 500»: no change of these
    if multiple and (not low or low == high):
        return None
    readings = [derive(law, given, change.unsigned) for law in _laws(page, change, given[1])]
    told = [one for one in readings if one is not None]
    if not told:
        return None
    derived = next((one for one in told if one[0] is Consistency.FOLLOWS), told[0])
    kind = RelationKind.MULTIPLE if multiple else RelationKind.DIFFERENCE
    known = certainty(sure=ends.sure and change.mode is not Mode.BY_OR_TO)
    return Relation(kind, ends.rule, known, ends.after, (ends.before, index), *derived)


def _laws(page: Page, change: Figure, now: Figure) -> tuple[Law, ...]:
    """What a change may be of its levels: the first is meant where none fits."""
    if change.mode is Mode.TIMES:  # "three times more" is also said of four times as many
        return (ratio,) if page.language.factor_is_exact else (ratio, excess)
    if change.points or not change.percent:
        return (difference,)
    if not now.percent and abs(now.stated or Decimal(0)) < 1:  # "0.820 → 0.905 (+8.5%)"
        return (growth, points_of_shares)
    return (growth, difference) if now.percent else (growth,)  # points, or percent of percents


def _twice(page: Page, figures: Figures, ends: ChangeEnds, index: int) -> Relation | None:
    """The percentage of a change whose amount is given, too: "6,673,600, an increase of 60,200 (0.9 %)"."""
    amount, level, change = figures[ends.before].unsigned, figures[ends.after], figures[index].unsigned
    down = figures[ends.before].direction is Way.DOWN
    if not down and (amount.stated or 0) >= (level.stated or 0):
        return None  # "rose by 123 million, or 35 %, due to 70 million more for advertising"

    def growth(difference: Interval, now: Interval) -> Interval:
        return difference / (now + difference if down else now - difference) * HUNDRED

    def left(difference: Interval, now: Interval) -> Interval:
        return HUNDRED - growth(difference, now) if down else HUNDRED + growth(difference, now)

    derived = derive(growth, (amount, level), change)
    index_of = derive(left, (amount, level), change)  # «меньше на 10 тонн (61,5 %)», but «на 10, или на 61 %»
    by = page.till(change.span.first - 1, Mark.BY)
    if derived is None or index_of is None or (not by and index_of[0] is Consistency.FOLLOWS):
        return None
    kind, known = RelationKind.DIFFERENCE, certainty(sure=ends.sure)
    return Relation(kind, ends.rule, known, ends.after, (ends.before, index), *derived)


def ends_of(page: Page, figures: Figures, indices: Indices, index: int) -> ChangeEnds | None:
    """What a change leads from and to, and whether the words leave no doubt of it."""
    ends = _ends_of(page, figures, indices, index)
    if ends is None or ends.rule is Rule.CHANGE_TWICE:
        return ends
    if is_contrary(page, figures, ends, index):
        from_to = ends.rule is Rule.CHANGE_FROM_TO
        known = in_one_clause(page, figures, ends, index) if from_to else ends.sure
        ends = ends._replace(sure=known, contrary=True)
    doubtful = is_of_some_time(page, figures, index) or leads_elsewhere(page, figures, ends, index)
    behind = ends.rule is Rule.CHANGE_FROM_TO and index > ends.after
    doubtful = doubtful or (behind and is_narrowed(page, figures, figures[index]))
    return ends._replace(sure=ends.sure and not doubtful)


def _ends_of(page: Page, figures: Figures, indices: Indices, index: int) -> ChangeEnds | None:
    change = figures[index]
    counts = [other for other in indices if is_level(figures[other], change)]
    if not page.language.head_final and (chain := in_chain(page, figures, index)):
        return chain
    if pair := nearest_pair(page, figures, counts, index):
        if is_told_apart(page, figures, pair, index):
            return None
        sure = not has_contrast(page, figures, (*pair, index)) and counts_as(figures[pair[1]], change)
        sure = sure and not is_of_something_else(page, figures, pair, index)
        return ChangeEnds(Rule.CHANGE_FROM_TO, *pair, sure)
    if twice := amount_and_percent(page, figures, indices, index):
        return twice
    for rule in _RULES:
        if ends := rule(page, figures, counts, index):
            return ends
    return _only_two(page, figures, counts, index) if len(counts) == 2 else None


def _only_two(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """The only two levels of a sentence: what is done against the plan, or the first and the second."""
    change = figures[index]
    if figures[counts[0]].percent is not figures[counts[1]].percent:
        return None
    planned, done = sorted(counts, key=lambda one: figures[one].kind is not FigureKind.TARGET)
    plan = figures[planned].kind is FigureKind.TARGET is not figures[done].kind and not change.percent
    plan = plan and may_be_from_plan(page, figures[planned], change)
    if plan and counts_as(figures[done], change) and are_of_a_size(figures[planned], figures[done]):
        sure = not has_contrast(page, figures, (*counts, index)) and figures[done].upper is None
        sure = sure and figures[planned].upper is None
        return ChangeEnds(Rule.CHANGE_PLAN, planned, done, sure)
    told = is_summed_up(page, figures, (counts[0], counts[1]), index)
    return ChangeEnds(Rule.CHANGE_BESIDE, counts[0], counts[1], sure=False, told=told)
