"""Products: so many, each so much, make a total: «40 семей по 20 тыс. тенге, всего 800 тыс. тенге».

So is a harvest its area times what each hectare gave: «31,4 млн га, 101,5 млн тонн, 32,3 ц/га». Fields are
reaped that are not threshed, and grain is weighed before and after drying. So a yield that does not fit is
asked about only if one digit of numbers with enough of them would mend it, nothing else near it can be meant,
and the area is not that which was sown, of which all is seldom reaped.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import mul

from edureport.model.interval import Interval
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, Mode, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import (
    comparable,
    derive,
    derive_or_slip,
    digits,
    is_digit_off,
    is_slip,
)
from edureport.prose.relations.listing import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule, certainty

TIMES = (Mark.PERIOD, Mark.PERIODIC, Mark.YEAR, Mark.HOUR)
NEAR = 3  # tokens from a rate to its time
BESIDE = 3  # tokens from a yield to its hectare
PER = frozenset({"/", "с", "на", "per", "a"})
FAR = 2  # sentences back to the area and the harvest
MANY = 12  # figures back
TWO = 2  # digits of a total that is one digit off
LEAST = 3  # digits of each of three numbers that are one digit off
SHORT, TOGETHER = 2, 7  # digits of each, and of all three, if these miss each other by much
LITTLE = Decimal("1.08")  # times what a yield makes of an area: what is not threshed yet, or not dried


def products(page: Page, figures: Figures, indices: Indices) -> Iterator[Relation]:
    """The product of one sentence, if it has a rate, a count and a total and no fourth number."""
    stated = [index for index in indices if comparable(figures[index])]
    stated = [index for index in stated if figures[index].kind is not FigureKind.CHANGE]
    rates = [index for index in stated if figures[index].each]
    if len(stated) != 3 or len(rates) != 1 or any(figures[index].percent for index in stated):
        return
    rate = figures[rates[0]]
    others = [(index, figures[index]) for index in stated if index not in rates]
    alone = (None, SumRole.TOTAL)
    wholes = [index for index, one in others if one.unit == rate.unit or (one.unit, one.role) == alone]
    if len(wholes) != 1:
        return
    count = next(index for index in stated if index not in (rates[0], wholes[0]))
    derived = derive(mul, (figures[count], rate), figures[wholes[0]])
    told = figures[wholes[0]].role is SumRole.TOTAL and not _over_time(page, figures[count], rate)
    sure = told and rate.unit in page.language.measures  # two trainers may hold one course together
    if derived and (derived[0] is Consistency.FOLLOWS or told):
        slip = _is_slip(figures[count], rate, figures[wholes[0]])
        more = (figures[wholes[0]].stated or 0) > (figures[count].stated or 0) * (rate.stated or 0)
        if more and derived[0] is not Consistency.FOLLOWS and not slip:
            return  # "40 families got 20,000 each, in all 1.2 million with the bonus"
        sure = sure and (slip or derived[0] is Consistency.FOLLOWS)
        kind, known = RelationKind.PRODUCT, certainty(sure=sure)
        yield Relation(kind, Rule.RATE, known, wholes[0], (count, rates[0]), *derived)


def _is_slip(count: Figure, rate: Figure, total: Figure) -> bool:
    """Whether one digit, or two that have changed places, would make the total right."""
    product = (count.stated or Decimal(0)) * (rate.stated or Decimal(0))
    swapped = is_slip(product, total.stated or Decimal(0), (), TWO)
    return swapped or is_digit_off(mul, (count, rate), total)


def _over_time(page: Page, count: Figure, rate: Figure) -> bool:
    """Whether it is so much each day or month, and the total that of many: "5 buses make 12 trips a day"."""
    first, last = sorted((count.span, rate.span))
    start = max(first.last, last.first - NEAR)
    return page.any_at(range(start, last.last + NEAR), *TIMES)


def yields(page: Page, figures: Figures) -> Iterator[Relation]:
    """Each yield with the area and the harvest around it."""
    tonnes, hectares = page.language.tonnes, page.language.hectares
    if not any(figure.unit in hectares for figure in figures):
        return
    rates = [index for index, figure in enumerate(figures) if _level(figure) and is_yield(page, figure)]
    levels = [index for index, figure in enumerate(figures) if _level(figure) and index not in rates]
    areas = [index for index in levels if figures[index].unit in hectares]
    masses = [index for index in levels if figures[index].unit in tonnes]
    for index in rates:
        area = _around(page, figures, index, rates, areas)
        mass = _around(page, figures, index, rates, masses)
        if len(area) != 1 or len(mass) != 1:
            continue
        behind = _harvest_behind(page, figures, index, rates, masses)
        relation = _judged(page, figures, mass[0], area[0], index)
        if behind not in {None, mass[0]} and not _fits(relation):
            other = _judged(page, figures, behind, area[0], index)
            relation = other if _fits(other) else None
        if relation and (_fits(relation) or not _is_sown(page, figures, area[0])):
            yield relation


def _level(figure: Figure) -> bool:
    return comparable(figure) and figure.kind is FigureKind.FIGURE and figure.mode not in {Mode.FROM, Mode.BY}


def is_yield(page: Page, figure: Figure) -> bool:
    """Whether so many tonnes are told of each hectare: "4.1 t/ha", «24,8 центнера с гектара»."""
    if figure.unit not in page.language.tonnes or figure.unit_span is None:
        return False
    last, first = figure.unit_span.last, figure.span.first
    behind = [page.language.lemma(page.word(at)) for at in range(last, last + BESIDE)]
    before = [page.language.lemma(page.word(at)) for at in range(first - BESIDE, first)]
    hectare = any(one in page.language.hectares for one in behind[1:])
    owned = behind[0] in PER and hectare
    beside = page.language.head_final and page.has_case(first - 1, Ending.DATIVE)  # «гектарына 18 центнер»
    each = figure.each or (beside and page.tokens[first].is_digits)
    return owned or (each and any(one in page.language.hectares for one in before))


def _around(page: Page, figures: Figures, index: int, rates: Indices, members: Indices) -> list[int]:
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


def _is_sown(page: Page, figures: Figures, area: int) -> bool:
    """Whether the words between an area and its neighbours say that it was sown."""
    low, high = page.bounds(figures[area].span.first)
    if area:
        low = max(low, figures[area - 1].span.last)
    if area + 1 < len(figures):
        high = min(high, figures[area + 1].span.first)
    return page.any_at(range(low, high), Mark.SOWN)


def _harvest_behind(page: Page, figures: Figures, index: int, rates: Indices, masses: Indices) -> int | None:
    """The harvest that a yield's own sentence goes on to: "the yield was 15, the harvest 1,450"."""
    after = min((one for one in rates if one > index), default=len(figures))
    own = [one for one in masses if index < one < after and figures[one].sentence == figures[index].sentence]
    return own[0] if own and in_bracket(page, figures[own[0]]) is in_bracket(page, figures[index]) else None


def _measured(figure: Figure) -> Figure:
    """The same, where a whole number is no count: "39 centners" are as many as 39.5 cut to that."""
    stated = figure.stated
    if figure.quantity is None or figure.quantity.precision or stated != round(stated or 0):
        return figure
    return figure._replace(quantity=replace(figure.quantity, precision=Decimal(1)))


def _fits(relation: Relation | None) -> bool:
    return relation is not None and relation.verdict is Consistency.FOLLOWS


def _is_no_chance(given: Sequence[Figure], stated: Figure, factor: Interval) -> bool:
    """Whether three numbers that are one digit off have many digits, or enough and are far off."""
    told = [digits(figure) for figure in (*given, stated)]
    made = (given[0].stated or 0) * (given[1].stated or 0) * factor.low
    low, high = sorted((made, stated.stated or Decimal(0)))
    enough = min(told) >= SHORT and sum(told) >= TOGETHER and high > LITTLE * low
    return enough or min(told) >= LEAST


def _judged(page: Page, figures: Figures, mass: int, area: int, rate: int) -> Relation | None:
    unit = page.language.tonnes
    factor = Interval.point(unit[figures[rate].unit or ""] / unit[figures[mass].unit or ""])

    def harvest(reaped: Interval, given: Interval) -> Interval:
        return reaped * given * factor

    *given, stated = (_measured(figures[one]) for one in (area, rate, mass))
    derived = derive_or_slip(harvest, given, stated)
    if derived is None or (derived[0] is Consistency.DOUBTFUL and not _is_no_chance(given, stated, factor)):
        return None
    return Relation(RelationKind.PRODUCT, Rule.YIELD, Certainty.LIKELY, mass, (area, rate), *derived)
