"""Siblings: lists of one form, of which all but one add up: "52 people (42 old; 10 young), 47 people (…)".

A list alone may leave something unsaid. Where others of the same form add up to the last digit, one that does
not is to be looked at.
"""

from collections.abc import Hashable, Iterable, Sequence

from edureport.prose.figures.figure import Figure
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.division import Division
from edureport.prose.relations.near_misses import digits
from edureport.prose.relations.relation import Certainty, Consistency, Relation
from edureport.prose.relations.sums import adds_up

FEW = 2  # lists that add up
LONG = 5  # digits of their wholes together, so that this is no chance


Members = tuple[int, tuple[int, ...]]


def odd_ones_out(figures: Sequence[Figure], divisions: Iterable[Division]) -> set[Members]:
    """The whole and the parts of each list that does not add up where all others of the same form do."""
    groups: dict[Hashable, dict[Members, Division]] = {}
    for division in divisions:
        if len(division.parts) > 1 and not division.open:  # two signs may open one list
            groups.setdefault(_form(figures, division), {})[division.whole, division.parts] = division
    odd = set()
    for group in (list(divided.values()) for divided in groups.values()):
        broken = [one for one in group if not adds_up(figures, one)]
        wholes = {one.whole for one in group} - {one.whole for one in broken}
        shown = sum(digits(figures[whole]) for whole in wholes)
        if len(broken) == 1 and len(wholes) >= FEW and shown >= LONG:
            odd.add((broken[0].whole, broken[0].parts))
    return odd


def asked(figures: Sequence[Figure], division: Division) -> Relation:
    """The list as one that is to be looked at."""
    complete = division._replace(complete=True)
    return relation_of(figures, complete, Consistency.DOUBTFUL, Certainty.LIKELY)


def _form(figures: Sequence[Figure], division: Division) -> Hashable:
    """What lists of one form share: the words that open them, and the units of the whole and the parts."""
    return division.rule, figures[division.whole].unit, tuple(figures[part].unit for part in division.parts)
