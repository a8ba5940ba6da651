"""Net amounts of a budget: what was lent less what was repaid, what was bought less what was sold.

«Чистое бюджетное кредитование – 60 тыс. тенге, в том числе: бюджетные кредиты – 100; погашение – 40»: the
words open a list of parts, but these do not add up.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable, is_difference
from edureport.prose.relations.division import Division
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.slips import is_slip
from edureport.prose.relations.sums import adds_up

FAR = 40  # tokens from one figure to the next
LONG = 5  # digits of a number that is one digit off hardly by chance


class Net(NamedTuple):
    """A net amount, and behind it what was given and what was taken back."""

    net: int
    given: int
    taken: int


def net_amounts(page: Page, figures: Sequence[Figure]) -> Iterator[Net]:
    """Each net amount that is followed by what it is made of."""
    amounts = [index for index, figure in enumerate(figures) if comparable(figure) and not figure.percent]
    for place, index in enumerate(amounts[:-2]):
        given, taken = amounts[place + 1 : place + 3]
        before = amounts[place - 1] if place else None
        near = figures[taken].span.first - figures[index].span.last <= 2 * FAR
        net = near and _named(page, figures, before, index, Mark.NET)
        if not net or not _named(page, figures, given, taken, Mark.REPAID):
            continue
        yield Net(index, given, taken)


def is_netted(page: Page, figures: Sequence[Figure], division: Division) -> bool:
    """Whether what seems a whole may be less than its parts, as something is taken from them.

    "The loss grew to 987 million, including 1,500 million of write-offs"; "45 million, of it 20 and 38,
    offset by 13".
    """
    whole, parts = figures[division.whole], [figures[part] for part in division.parts]
    between = range(whole.span.last, max(part.span.last for part in parts))
    if page.any_at(between, Mark.OFFSET):
        return not adds_up(figures, division)
    more = any((part.stated or 0) > (whole.stated or 0) for part in parts)
    before = range(page.bounds(whole.span.first)[0], whole.span.first)
    return more and page.any_at(before, Mark.NETTED)


def net_relations(figures: Sequence[Figure], named: Sequence[Net]) -> Iterator[Relation]:
    """The difference that each net amount is; nothing of one that neither fits nor would but for a digit."""
    for one in named:
        if relation := _judged(figures, *one):
            yield relation


def _named(page: Page, figures: Sequence[Figure], before: int | None, index: int, mark: Mark) -> bool:
    """Whether the words right before a figure, behind the one before it, have a mark."""
    first = figures[index].span.first
    start = max(first - FAR, 0 if before is None else figures[before].span.last)
    if not page.any_at(range(start, first), mark):
        return False  # nearly always
    words = range(start, first - 1)  # "Net lending: 60"
    return page.any_at(range(max((at for at in words if page.word(at) in ";:"), default=start), first), mark)


def _judged(figures: Sequence[Figure], net: int, given: int, taken: int) -> Relation | None:
    numbers = [abs(figures[one].stated or Decimal(0)) for one in (given, taken)]
    stated, computed = abs(figures[net].stated or Decimal(0)), abs(numbers[0] - numbers[1])
    if is_difference(figures[net], figures[given], figures[taken]):
        verdict, certainty = Consistency.FOLLOWS, Certainty.CERTAIN
    elif is_slip(computed, stated, numbers, LONG):
        verdict, certainty = Consistency.DOUBTFUL, Certainty.LIKELY
    else:
        return None
    return Relation(
        RelationKind.DIFFERENCE, Rule.NET, certainty, given, (taken, net), verdict, Quantity(computed)
    )
