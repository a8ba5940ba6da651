"""Parallels: quantities that are told at two times, of which one follows from two others at both.

"Occupancy rose to 61.8 % from 58.9 %, nights sold to 480,000 from 350,500 and beds to 776,700 from 595,000":
no word says that the first is a share of the others, but that three digits agree at one time is no chance. So
the other time is asked about where one digit would make them agree there, too.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, permutations
from operator import add
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, derive, digits, is_digit_off, percentage
from edureport.prose.relations.ends import same_unit
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

FAR = 14  # tokens from what something is to what it was
MANY = 8  # lines of a passage
EXACT = 3  # digits of a number that follows from two others hardly by chance
LEAST = 2  # digits of each of these
NEAR = 1.1  # times what is stated that two floats may give where the exact numbers agree


class TwoTimes(NamedTuple):
    """What something is now and what it was before, by their indices."""

    now: int
    before: int


class ParallelLaw(NamedTuple):
    """Lines of which the first follows from the two others."""

    result: TwoTimes
    one: TwoTimes
    other: TwoTimes


def parallels(page: Page, figures: Figures) -> Iterator[Relation]:
    """What follows at both times, and the one law of a passage that is a digit off at one of them."""
    lines = _lines(page, figures)
    sentences = [list(group) for _, group in groupby(lines, key=lambda line: figures[line.now].sentence)]
    laws: dict[ParallelLaw, list[Relation]] = {}
    for place, sentence in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else []
        next_one = figures[sentence[0].now].sentence + 1
        passage = [*sentence, *(line for line in following if figures[line.now].sentence == next_one)]
        if len(passage) <= MANY:
            for law in map(ParallelLaw._make, permutations(passage, 3)):
                if law not in laws and _may_hold(figures, law):
                    laws[law] = [_relation(figures, [line[time] for line in law]) for time in (0, 1)]
    held = {line for law, both in laws.items() if all(one.holds for one in both) for line in law}
    slipped = []
    for law, both in laws.items():
        if all(one.holds for one in both):
            yield from both
        elif held.isdisjoint(law) and (broken := _broken(figures, law, both)):
            slipped.append(broken)
    if len(slipped) == 1:
        yield slipped[0]


def _lines(page: Page, figures: Figures) -> list[TwoTimes]:
    """The pairs of levels that words set against each other: "to 776,700 from 595,000"."""
    levels = [index for index, figure in enumerate(figures) if _is_level(figure)]
    lines: list[TwoTimes] = []
    for first, second in pairwise(levels):
        one, two = figures[first], figures[second]
        between = range(one.span.last, two.span.first)
        if one.sentence != two.sentence or not same_unit(one, two) or len(between) > FAR:
            continue
        if lines and first in lines[-1]:
            continue
        if one.mode is Mode.FROM and two.mode is Mode.TO:
            lines.append(TwoTimes(second, first))
        elif two.mode is Mode.FROM or page.any_at(between, Mark.AGAINST):
            lines.append(TwoTimes(first, second))
    return lines


def _is_level(figure: Figure) -> bool:
    plain = comparable(figure) and figure.bound is Bound.EXACT and not figure.each
    return plain and figure.kind is not FigureKind.CHANGE and not figure.points


def _may_hold(figures: Figures, law: ParallelLaw) -> bool:
    """Whether lines can follow from each other by their units, and nearly do at one of the times."""
    result, one, other = (figures[line.now] for line in law)
    added = law.one < law.other and same_unit(result, one)
    if one.percent or other.percent or not (result.percent or added):
        return False
    for time in (0, 1):
        stated, first, second = (float(figures[line[time]].stated or 0) for line in law)
        computed = (first / second * 100 if second else 0.0) if result.percent else first + second
        if stated / NEAR < computed < stated * NEAR:
            return min(digits(figures[line[place]]) for line in law for place in (0, 1)) >= LEAST
    return False


def _relation(figures: Figures, law: Sequence[int]) -> Relation:
    """The three figures of one time, and whether the first follows from the others."""
    result, one, other = law
    share = figures[result].percent
    computed = derive(percentage if share else add, (figures[one], figures[other]), figures[result])
    verdict, value = computed or (Consistency.DOES_NOT_FOLLOW, None)
    kind = RelationKind.SHARE if share else RelationKind.PARTS
    rule = Rule.SHARE_PARALLEL if share else Rule.PARTS_BESIDE
    whole, parts = (other, (one, result)) if share else (result, (one, other))
    return Relation(kind, rule, Certainty.LIKELY, whole, parts, verdict, value)


def _broken(figures: Figures, law: ParallelLaw, both: Sequence[Relation]) -> Relation | None:
    """The relation of the time at which a law is one digit off that holds at the other, and not by chance."""
    off = 1 if both[0].holds else 0
    if not both[1 - off].holds or digits(figures[law.result[1 - off]]) < EXACT:
        return None
    result, *given = (figures[line[off]] for line in law)
    near = is_digit_off(percentage if result.percent else add, given, result)
    return both[off]._replace(verdict=Consistency.DOUBTFUL) if near else None
