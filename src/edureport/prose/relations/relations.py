"""Groups: figures of a text that belong together, and whether they follow from one another."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.relations.derived import derived
from edureport.prose.relations.parts import Division, divisions
from edureport.prose.relations.sums import CLOSE, VERY_CLOSE, Verdict, added, nearly_adds_up, verdict_of


class Relation(StrEnum):
    """How the figures of a group hang together."""

    PARTS = "parts"
    SHARE = "share"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    MULTIPLE = "multiple"  # twice, threefold
    HUNDRED = "hundred"  # shares that add up to 100 %
    RESTATED = "restated"  # the same quantity, stated twice


class Group(NamedTuple):
    """Figures by their places in the list that was given, and what comes of comparing them.

    `counts` says how many times each part is taken: «үшеуі 1200 орыннан» is three times 1200.
    `complete` says that the words leave no room for other parts. What `whole` and `parts` are depends
    on the relation, and so does which of them `computed` is the right value of:

    | relation | whole | parts | computed |
    |---|---|---|---|
    | parts | the total | its parts | the total |
    | product | the total | the count, and the number for each | the total |
    | share | what it is a share of | the part, the share | the share |
    | difference | what it is now | what it was, the change | the change |
    | multiple | what it is now | what it was, the factor | the factor |
    | hundred | none | the shares | their sum |
    | restated | the first statement | the second | none |
    """

    relation: Relation
    whole: int | None  # none of shares, which add up to 100 %
    parts: tuple[int, ...]
    counts: tuple[int, ...]
    complete: bool
    verdict: Verdict
    computed: Quantity | None = None


def groups_of(page: Page, figures: Sequence[Figure]) -> list[Group]:
    """The same for a page in which `figures` were found."""
    found = [group for division in divisions(page, figures) if (group := _group(figures, division))]
    found += [
        Group(
            Relation(relation),
            whole,
            parts,
            (1,) * len(parts),
            complete=True,
            verdict=verdict,
            computed=value,
        )
        for relation, whole, parts, verdict, value in derived(page, figures)
    ]
    return list(_once(found))


def _group(figures: Sequence[Figure], division: Division) -> Group | None:
    parts = [figures[part] for part in division.parts]
    verdict = verdict_of(figures[division.whole], parts, division.counts, complete=division.complete)
    within = VERY_CLOSE if division.sure and not division.colon else CLOSE
    near = nearly_adds_up(figures[division.whole], parts, division.counts, within)
    if verdict is not Verdict.FOLLOWS and not division.sure:
        if not near:
            return None
        verdict = Verdict.DOES_NOT_FOLLOW if division.closed else Verdict.DOUBTFUL
    if verdict is Verdict.PARTIAL and (division.listed or ((division.closed or division.colon) and near)):
        verdict = Verdict.DOUBTFUL
    computed = Quantity.of(added(parts, division.counts))
    return Group(
        Relation.PARTS, division.whole, division.parts, division.counts, division.complete, verdict, computed
    )


def _once(found: Sequence[Group]) -> Iterator[Group]:
    """Each set of figures once."""
    seen: set[tuple[Relation, int | None, tuple[int, ...]]] = set()
    for group in found:
        key = (group.relation, group.whole, group.parts)
        if key not in seen:
            seen.add(key)
            yield group
