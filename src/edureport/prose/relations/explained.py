"""Sums that do not come out, and which other relations of the text explain: nobody is asked about them."""

from collections.abc import Collection, Iterator

from edureport.prose.relations.relation import Consistency, Relation, RelationKind

BROKEN = frozenset({Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL})


def unexplained(relations: Collection[Relation]) -> Iterator[Relation]:
    """The relations without broken sums whose parts may overlap, or of which the text has the other parts."""
    shares, sums = set(), []
    for one in relations:
        if one.verdict is Consistency.FOLLOWS and one.kind is RelationKind.SHARE:
            shares.add((one.whole, one.parts[0]))
        elif one.verdict is Consistency.FOLLOWS and one.kind is RelationKind.PARTS:
            sums.append((one.whole, frozenset(one.parts)))
    for one in relations:
        if one.kind is RelationKind.PARTS and one.verdict in BROKEN:
            # The percentage of each part is right, so that none of them is a slip.
            if all((one.whole, part) in shares for part in one.parts):
                continue
            # "11,775 jobs, of which 8,141 full-time and 2,634 part-time; 1,000 are casual"
            if any(whole == one.whole and parts.issuperset(one.parts) for whole, parts in sums):
                continue
        yield one
