"""Changes of a number from one that is told before it, and that no rule of sentences knows of.

"67.3 million was raised, 77 % of the 87.7 million planned. This is 45 % more than 46.4 million a year ago":
what the change is compared with stands beside it, the level somewhere before. Nobody is asked if the change
follows from any of them; if from none, and one digit would make it follow from one, that one is meant.

"The average wage is 1,840. Miners earn 4,416, 2.4 times the average"; «бұл орташа деңгейден 2,4 есе жоғары»:
how many times, or by how much more, a number is of an average that the text has told before.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from edureport.prose.figures.figure import CHANGES, Figure, FigureKind, Figures, Indices, Mode
from edureport.prose.figures.told_twice import COMPARING
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations import derivation
from edureport.prose.relations.ends import are_of_a_size, counts_as, same_unit
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.spans import named, tells_more

CLOSE = 8  # tokens from a change to what it is compared with
BACK, MOST = 12, 3  # figures before a change, and levels among them
SIGNS = frozenset(",;()")
PARTING = (Mark.CLAUSE_JOINT, Mark.CONTRAST)
NEAR = 5  # tokens from a multiple to the average that it is of, or to its sign of one
LINK = 12  # tokens from a number to what multiple it is
EXACT = 3  # digits of a percentage that fits hardly by chance
SENTENCES = 8  # sentences to the average
ENDS = frozenset(",;:().")


def compared_changes(page: Page, figures: Figures, known: AbstractSet[int]) -> Iterator[Relation]:
    """The changes, but for `known` ones, that one digit keeps from following from a level before them."""
    for index, change in enumerate(figures):
        told = change.kind is FigureKind.CHANGE and change.mode in CHANGES and derivation.comparable(change)
        digital = page.tokens[change.span.first].is_digits
        if index in known or not (told and digital) or (was := _compared(page, figures, index)) is None:
            continue
        growing = derivation.growth if change.percent and not change.points else derivation.difference
        law = derivation.ratio if change.mode is Mode.TIMES else growing
        levels = list(_levels(page, figures, was, index))
        if any(_follow(figures, (was, level, index), law) for level in levels):
            continue
        for level in levels:
            three = [derivation.without_about(figures[one]) for one in (was, level, index)]
            near = derivation.slipped(three, (law,))
            if near and (derived := derivation.derive(law, three[:2], three[-1].unsigned)):
                kind = derivation.KINDS.get(law, RelationKind.DIFFERENCE)
                members = (level, (was, index))
                rule, likely = Rule.CHANGE_AGAINST, Certainty.LIKELY
                yield Relation(kind, rule, likely, *members, Consistency.DOUBTFUL, derived[1])
                break


def _follow(figures: Figures, three: Indices, law: derivation.Law) -> bool:
    """Whether a change follows from two levels, as they are told or as their digits are."""
    told = [figures[one] for one in three]
    exact = [derivation.without_about(one) for one in told]
    return derivation.follows_by(told, law) or derivation.follows_by(exact, law)


def _compared(page: Page, figures: Figures, index: int) -> int | None:
    """The number right beside a change that words compare it with: behind it, in Kazakh before it."""
    change, before = figures[index], page.language.head_final
    beside = range(index - 1, max(index - 3, -1), -1) if before else range(index + 1, len(figures))
    was = next((at for at in beside if figures[at].states), None)
    if was is None or figures[was].sentence != change.sentence or not _is_level(page, figures[was], change):
        return None
    first, second = sorted((figures[was], change), key=lambda one: one.span.first)
    gap = range(max(first.tokens) + 1, second.first)
    joined = (at for at in gap if page.is_word(at) and page.at(at, Mark.JOIN))
    apart = any(not page.has(at, Mark.EQUAL, Mark.TO, Mark.FROM, *COMPARING) for at in joined)
    if apart or len(gap) > CLOSE or any(_parts(page, at) for at in gap) or page.any_at(gap, Mark.BASIS):
        return None
    words = (Mark.COMPARED, Mark.COMPARISON) if before else (Mark.FROM, *COMPARING)
    return was if page.any_at(gap, *words) else None


def _parts(page: Page, at: int) -> bool:
    """Whether a sign or a word begins another clause; but not the comma of «больше, чем 46,4 млн»."""
    led = page.word(at) == "," and page.has(at + 1, *COMPARING)
    return page.has(at, *PARTING) or (page.word(at) in SIGNS and not led)


def _levels(page: Page, figures: Figures, was: int, index: int) -> Iterator[int]:
    """The levels that a change may lead to, the nearest first, in its sentence or the one before."""
    start, change, found = min(was, index), figures[index], 0
    behind = range(index + 1, min(index + 3, len(figures))) if page.language.head_final else range(0)
    own = (at for at in behind if figures[at].sentence == change.sentence)
    for at in (*own, *range(start - 1, max(start - BACK, -1), -1)):
        level = figures[at]
        if change.sentence - level.sentence > 1 or found == MOST:
            return
        alike = same_unit(level, figures[was]) and are_of_a_size(level, figures[was])
        if any(page.till(level.first - 1, mark) for mark in (Mark.FROM, *COMPARING)):
            return  # what was there before is compared with this one
        if alike and _is_level(page, level, change):
            found += 1
            yield at


def _is_level(page: Page, figure: Figure, change: Figure) -> bool:
    """Whether a number in digits can be what something was or is."""
    level = derivation.comparable(figure) and figure.kind is not FigureKind.CHANGE and not figure.points
    single = not figure.each and figure.upper is None and "/" not in figure.words and bool(figure.stated)
    counted = figure.percent if change.points else not figure.percent and counts_as(figure, change)
    return level and single and counted and page.tokens[figure.span.first].is_digits


def averages(page: Page, figures: Figures, told: AbstractSet[int]) -> Iterator[Relation]:
    """The changes from an average, but for those `told`, where they fit, or would but for one digit."""
    last, base = None, 0  # the change that is known to be from an average, and that
    for index in range(1, len(figures)):
        change, now = figures[index], figures[index - 1]
        multiple = change.mode is Mode.TIMES
        percent = change.kind is FigureKind.CHANGE and change.percent and not change.points
        exact = multiple or (percent and derivation.digits(change) >= EXACT)
        if index in told or not exact or not derivation.is_amount(now):
            continue
        listed = last == index - 2 and _is_listed(page, figures[index - 2 : index + 1], figures[base])
        if not (listed or _is_of_average(page, change)) or not _takes_up(page, now, change):
            continue
        before = [base] if listed else range(index - 2, -1, -1)
        was = next((at for at in before if listed or _is_average(page, figures[at], now)), None)
        if was is None or now.sentence - figures[was].sentence > SENTENCES:
            continue
        if not listed and _is_of_another(page, figures, figures[was], change):
            continue
        last, base = index, was
        given, compute = (
            (figures[was], now),
            derivation.ratio if multiple else derivation.growth,
        )  # "half as much" is twice less
        if derived := derivation.derive_or_slip(compute, given, change):
            kind = RelationKind.MULTIPLE if multiple else RelationKind.DIFFERENCE
            rule, known = Rule.CHANGE_AVERAGE, Certainty.LIKELY
            yield Relation(kind, rule, known, index - 1, (was, index), *derived)


def _is_listed(page: Page, three: Figures, average: Figure) -> bool:
    """Whether a multiple in a bracket goes on with another: "(3 times the average), mining 387 (2 times)"."""
    last, now, change = three
    opening = change.first - 1 - page.till(change.first - 1, Mark.IN)
    alone = page.word(opening) == "(" and page.word(max(change.tokens) + 1) == ")"
    alone = alone and change.mode is Mode.TIMES
    return alone and now.unit == average.unit and last.sentence == change.sentence


def _takes_up(page: Page, now: Figure, change: Figure) -> bool:
    """Whether a change stands in the sentence of a number, or in one that takes it up: "This is"."""
    if change.span.first - now.span.last > LINK:
        return False
    if now.sentence == change.sentence:
        return True
    return change.sentence - now.sentence == 1 and page.has(page.bounds(change.span.first)[0], Mark.THIS)


def _is_of_average(page: Page, change: Figure) -> bool:
    """Whether words say that a multiple is one of the average."""
    low, high = page.bounds(change.span.first)
    if page.language.head_final:
        return page.any_at(range(max(low, change.span.first - NEAR), change.span.first), Mark.AVERAGE)
    return page.any_at(range(change.span.last, min(high, change.span.last + NEAR)), Mark.AVERAGE)


def _is_of_another(page: Page, figures: Figures, was: Figure, change: Figure) -> bool:
    """Whether words beside "average" say that it is not the one before: "the average of farms"."""
    low, high = page.bounds(change.span.first)
    words = range(low, change.first) if page.language.head_final else range(change.span.last, high)
    average = next((at for at in words if page.has(at, Mark.AVERAGE)), words.stop)
    beside = range(average + 1, high)
    if page.language.head_final:
        joint = next((at for at in reversed(words) if at < average and page.has(at, Mark.THIS)), average)
        beside = range(joint, average)
    end = next((at for at in beside if page.word(at) in ENDS), beside.stop)
    told = named(page, figures, range(beside.start, end))
    return tells_more(page, told, range(*page.bounds(was.span.first)))


def _is_average(page: Page, figure: Figure, now: Figure) -> bool:
    """Whether words before a number call it an average, of what another counts, too."""
    if not derivation.is_amount(figure) or figure.unit is None or figure.unit != now.unit:
        return False
    low, _ = page.bounds(figure.span.first)
    return page.any_at(range(low, figure.span.first), Mark.AVERAGE)
