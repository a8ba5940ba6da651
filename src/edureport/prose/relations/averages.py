"""Averages: how many times an average a number is, where the text has told the average before.

"The average wage is 1,840. Miners earn 4,416, 2.4 times the average"; «бұл орташа деңгейден 2,4 есе жоғары».
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import truediv

from edureport.prose.figures.figure import Figure, Mode
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import derive, is_amount
from edureport.prose.relations.near_misses import is_digit_off
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

NEAR = 5  # tokens from a multiple to the average that it is of, or to its sign of one
LINK = 12  # tokens from a number to what multiple it is
BACK = 8  # sentences to the average


def averages(page: Page, figures: Sequence[Figure], told: AbstractSet[int]) -> Iterator[Relation]:
    """The multiples of an average, but for those `told`, where they fit, or would but for one digit."""
    for index in range(1, len(figures)):
        factor, now = figures[index], figures[index - 1]
        if (
            index in told
            or factor.mode is not Mode.TIMES
            or not is_amount(now)
            or not _is_of_average(page, factor)
        ):
            continue
        if factor.span.first - now.span.last > LINK or not _takes_up(page, now, factor):
            continue
        was = next((at for at in range(index - 2, -1, -1) if _is_average(page, figures[at], now)), None)
        if was is None or now.sentence - figures[was].sentence > BACK:
            continue
        ends = sorted((now, figures[was]), key=lambda one: one.stated or 0, reverse=True)
        derived = derive(truediv, ends, factor)
        if derived and (derived[0] is Consistency.FOLLOWS or is_digit_off(truediv, ends, factor)):
            verdict = Consistency.FOLLOWS if derived[0] is Consistency.FOLLOWS else Consistency.DOUBTFUL
            parts, known = (was, index), Certainty.LIKELY
            yield Relation(
                RelationKind.MULTIPLE, Rule.CHANGE_AVERAGE, known, index - 1, parts, verdict, derived[1]
            )


def _takes_up(page: Page, now: Figure, factor: Figure) -> bool:
    """Whether a multiple stands in the sentence of a number, or in one that takes it up: "This is"."""
    if now.sentence == factor.sentence:
        return True
    return factor.sentence - now.sentence == 1 and page.has(page.bounds(factor.span.first)[0], Mark.THIS)


def _is_of_average(page: Page, factor: Figure) -> bool:
    """Whether words say that a multiple is one of the average."""
    low, high = page.bounds(factor.span.first)
    if page.language.head_final:
        return page.any_at(range(max(low, factor.span.first - NEAR), factor.span.first), Mark.AVERAGE)
    return page.any_at(range(factor.span.last, min(high, factor.span.last + NEAR)), Mark.AVERAGE)


def _is_average(page: Page, figure: Figure, now: Figure) -> bool:
    """Whether words before a number call it an average, of what another counts, too."""
    if not is_amount(figure) or figure.unit is None or figure.unit != now.unit:
        return False
    low, _ = page.bounds(figure.span.first)
    return page.any_at(range(low, figure.span.first), Mark.AVERAGE)
