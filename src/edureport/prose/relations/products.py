"""Products: so many, each so much, make a total: «40 семей по 20 тыс. тенге, всего 800 тыс. тенге»."""

from collections.abc import Iterator, Sequence
from operator import mul

from edureport.prose.figures.figure import Figure, FigureKind, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, derive
from edureport.prose.relations.relation import Consistency, Relation, RelationKind, Rule, certainty

TIMES = frozenset({Mark.PERIOD, Mark.PERIODIC, Mark.YEAR, Mark.HOUR})
NEAR = 3  # tokens from a rate to its time


def products(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> Iterator[Relation]:
    """The product of one sentence, if it has a rate, a count and a total and no fourth number."""
    stated = [
        index
        for index in indices
        if comparable(figures[index]) and figures[index].kind is not FigureKind.CHANGE
    ]
    rates = [index for index in stated if figures[index].each]
    if len(stated) != 3 or len(rates) != 1 or any(figures[index].percent for index in stated):
        return
    rate = figures[rates[0]]
    wholes = [index for index in stated if index not in rates and _totals(figures[index], rate)]
    if len(wholes) != 1:
        return
    count = next(index for index in stated if index not in (rates[0], wholes[0]))
    derived = derive(mul, (figures[count], rate), figures[wholes[0]])
    told = figures[wholes[0]].role is SumRole.TOTAL and not _over_time(page, figures[count], rate)
    sure = told and rate.unit in page.language.measures  # two trainers may hold one course together
    if derived and (derived[0] is Consistency.FOLLOWS or told):
        yield Relation(
            RelationKind.PRODUCT, Rule.RATE, certainty(sure=sure), wholes[0], (count, rates[0]), *derived
        )


def _over_time(page: Page, count: Figure, rate: Figure) -> bool:
    """Whether it is so much each day or month, and the total that of many: "5 buses make 12 trips a day"."""
    first, last = sorted((count.span, rate.span))
    start = max(first.last, last.first - NEAR)
    near = (page.begins[at].keys() for at in range(start, min(last.last + NEAR, len(page.begins))))
    return any(not tags.isdisjoint(TIMES) for tags in near)


def _totals(figure: Figure, rate: Figure) -> bool:
    return figure.unit == rate.unit or (figure.unit is None and figure.role is SumRole.TOTAL)
