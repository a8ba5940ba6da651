"""Relations: figures of a text that belong together, and whether they follow from one another."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.relations.differences import differences
from edureport.prose.relations.parts import Division, divisions
from edureport.prose.relations.products import products
from edureport.prose.relations.relation import Consistency, Relation, RelationKind, certainty
from edureport.prose.relations.restatements import restatements
from edureport.prose.relations.shares import hundreds, shares
from edureport.prose.relations.sums import CLOSE, VERY_CLOSE, added, nearly_adds_up, verdict_of

MANY = 24  # figures in a sentence; of a longer list nobody says what follows from what


def relations_of(page: Page, figures: Sequence[Figure]) -> list[Relation]:
    """What belongs together among the figures of a page, each set of figures once."""
    relations: dict[tuple[RelationKind, int | None, tuple[int, ...]], Relation] = {}
    for relation in _all(page, figures):
        counts = relation.counts or (1,) * len(relation.parts)
        key = relation.kind, relation.whole, relation.parts
        relations.setdefault(key, relation._replace(counts=counts))
    return list(relations.values())


def _all(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    for division in divisions(page, figures):
        if relation := _parts(figures, division):
            yield relation
    stating = [index for index, figure in enumerate(figures) if figure.states and not figure.all]
    for _, group in groupby(stating, key=lambda index: figures[index].sentence):
        indices = list(group)
        if 1 < len(indices) <= MANY:
            yield from shares(page, figures, indices)
            yield from differences(page, figures, indices)
            yield from products(figures, indices)
            yield from hundreds(page, figures, indices)
    yield from restatements(page, figures)


def _parts(figures: Sequence[Figure], division: Division) -> Relation | None:
    """A whole and its parts; of a division that is not sure only a sum that is nearly right tells."""
    parts = [figures[part] for part in division.parts]
    verdict = verdict_of(figures[division.whole], parts, division.counts, complete=division.complete)
    within = VERY_CLOSE if division.sure and not division.colon else CLOSE
    near = nearly_adds_up(figures[division.whole], parts, division.counts, within)
    if verdict is not Consistency.FOLLOWS and not division.sure:
        if not near:
            return None
        verdict = Consistency.DOES_NOT_FOLLOW if division.closed else Consistency.DOUBTFUL
    if verdict is Consistency.PARTIAL and (division.listed or ((division.closed or division.colon) and near)):
        verdict = Consistency.DOUBTFUL
    return Relation(
        RelationKind.PARTS,
        division.rule,
        certainty(sure=division.sure),
        division.whole,
        division.parts,
        verdict,
        Quantity.of(added(parts, division.counts)),
        division.counts,
        division.complete,
    )
