"""Two shares in percent that leave but a few, whose number is told: «74 %-ы …, 26 %-ы …, ал 71 адам …».

Where so few that they are no percent stand behind two shares that make a hundred, these are all there is.
Where they do not, they may overlap or leave others out: of those nothing is said.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from edureport.analysis.breakdown import total
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.relations.derivation import HUNDRED, comparable
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.sums import quantity

BACK = 6  # figures back to how many there are in all
FEW = Decimal("0.004")  # of all of them, which no percentage shows
NEAR = 8  # tokens from one share to the next, and to the few


def shares_but_few(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Each two shares of a sentence that are followed by so few."""
    stating = [index for index, figure in enumerate(figures) if comparable(figure)]
    for _, group in groupby(stating, key=lambda index: figures[index].sentence):
        sentence = list(group)
        for first, second, few in zip(sentence, sentence[1:], sentence[2:], strict=False):
            shares = [figures[first], figures[second]]
            near = shares[1].span.first - shares[0].span.last <= NEAR
            if not near or not all(_is_share(one) for one in shares) or not _is_few(figures, first, few):
                continue
            if _make_a_hundred(shares):
                added = Quantity(sum((one.stated or Decimal(0) for one in shares), Decimal(0)))
                kind, rule, parts = RelationKind.HUNDRED, Rule.SHARES_BUT_FEW, (first, second)
                yield Relation(kind, rule, Certainty.LIKELY, None, parts, Consistency.FOLLOWS, added)


def _is_share(figure: Figure) -> bool:
    plain = figure.kind is FigureKind.PERCENT and figure.bound is Bound.EXACT
    return plain and figure.upper is None and not figure.points


def _is_few(figures: Sequence[Figure], first: int, few: int) -> bool:
    """Whether so many are hardly any of all there are, whose number stands before."""
    figure = figures[few]
    counted = figure.kind is FigureKind.FIGURE and not figure.percent and figure.bound is Bound.EXACT
    before = [one for one in figures[max(0, first - BACK) : first] if comparable(one) and not one.percent]
    most = max((one.stated or Decimal(0) for one in before), default=Decimal(0))
    return counted and 0 < (figure.stated or Decimal(0)) < FEW * most


def _make_a_hundred(shares: Sequence[Figure]) -> bool:
    return follows(lambda printing: HUNDRED.low in total((quantity(one) for one in shares), printing))
