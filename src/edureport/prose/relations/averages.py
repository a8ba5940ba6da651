"""Multiples and changes of an average that is told before.

"The average wage is 1,840. Miners earn 4,416, 2.4 times the average"; «бұл орташа деңгейден 2,4 есе жоғары»:
how many times, or by how much more, a number is of an average that the text has told before.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from edureport.prose.figures.figure import Figure, FigureKind, Figures, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations import derivation
from edureport.prose.relations.relation import Certainty, Relation, RelationKind, Rule
from edureport.prose.relations.spans import named, tells_more

NEAR = 5  # tokens from a multiple to the average that it is of, or to its sign of one
LINK = 12  # tokens from a number to what multiple it is
EXACT = 3  # digits of a percentage that fits hardly by chance
SENTENCES = 8  # sentences to the average
ENDS = frozenset(",;:().")


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
        # "Half as much" is twice less.
        compute = derivation.ratio if multiple else derivation.growth
        if derived := derivation.derive_or_slip(compute, (figures[was], now), change):
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
