"""Yields: a harvest is its area times what each hectare gave: «31,4 млн га, 101,5 млн тонн, 32,3 ц/га».

Fields are reaped that are not threshed, and grain is weighed before and after drying. So a yield that does
not fit is asked about only if one digit would mend it, and nothing else near it can be meant.
"""

from collections.abc import Iterator, Sequence

from edureport.model.interval import Interval
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, derive
from edureport.prose.relations.near_misses import is_near_miss
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

NEAR = 3  # tokens from a yield to its hectare
FAR = 2  # sentences back to the area and the harvest
MANY = 12  # figures back


def yields(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Each yield with the area and the harvest around it."""
    tonnes, hectares = page.language.tonnes, page.language.hectares
    if not any(figure.unit in hectares for figure in figures):
        return
    rates = [index for index, figure in enumerate(figures) if _level(figure) and _is_yield(page, figure)]
    levels = [index for index, figure in enumerate(figures) if _level(figure) and index not in rates]
    areas = [index for index in levels if figures[index].unit in hectares]
    masses = [index for index in levels if figures[index].unit in tonnes]
    for index in rates:
        area = _around(page, figures, index, rates, areas)
        mass = _around(page, figures, index, rates, masses)
        if len(area) == len(mass) == 1 and (relation := _judged(page, figures, mass[0], area[0], index)):
            yield relation


def _level(figure: Figure) -> bool:
    return comparable(figure) and figure.kind is FigureKind.FIGURE and figure.mode not in {Mode.FROM, Mode.BY}


def _is_yield(page: Page, figure: Figure) -> bool:
    """Whether so many tonnes are told of each hectare: "4.1 t/ha", «24,8 центнера с гектара»."""
    if figure.unit not in page.language.tonnes or figure.unit_span is None:
        return False
    last, first = figure.unit_span.last, figure.span.first
    behind = [page.language.lemma(page.word(at)) for at in range(last, last + NEAR)]
    before = [page.language.lemma(page.word(at)) for at in range(first - NEAR, first)]
    owned = behind[0] in {"/", "с", "per", "a"} and any(one in page.language.hectares for one in behind[1:])
    return owned or (figure.each and any(one in page.language.hectares for one in before))


def _around(
    page: Page, figures: Sequence[Figure], index: int, rates: Sequence[int], members: Sequence[int]
) -> list[int]:
    """The figures among some that a yield can be of: up to the yields before and behind it."""
    figure, bracket = figures[index], in_bracket(page, figures[index])
    level = [one for one in rates if in_bracket(page, figures[one]) is bracket]
    before = max((one for one in level if one < index), default=-1)
    after = min((one for one in level if one > index), default=len(figures))
    near = [
        one
        for one in members
        if max(before, index - MANY) < one < after
        and in_bracket(page, figures[one]) is bracket
        and 0 <= figure.sentence - figures[one].sentence <= FAR
    ]
    back = [one for one in near if one < index]
    return back or near


def _judged(page: Page, figures: Sequence[Figure], mass: int, area: int, rate: int) -> Relation | None:
    unit = page.language.tonnes
    factor = Interval.point(unit[figures[rate].unit or ""] / unit[figures[mass].unit or ""])

    def harvest(reaped: Interval, given: Interval) -> Interval:
        return reaped * given * factor

    def follows(three: Sequence[Figure]) -> bool:
        derived = derive(harvest, three[:2], three[2])
        return derived is not None and derived[0] is Consistency.FOLLOWS

    three = [figures[area], figures[rate], figures[mass]]
    derived = derive(harvest, three[:2], three[2])
    if derived is None or not (derived[0] is Consistency.FOLLOWS or is_near_miss(follows, three)):
        return None
    verdict = Consistency.FOLLOWS if derived[0] is Consistency.FOLLOWS else Consistency.DOUBTFUL
    return Relation(
        RelationKind.PRODUCT, Rule.YIELD, Certainty.LIKELY, mass, (area, rate), verdict, derived[1]
    )
