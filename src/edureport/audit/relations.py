"""Relations: what does not follow within a text, with its arithmetic."""

from collections.abc import Sequence

from edureport.audit.findings import Finding
from edureport.languages.values import Percent, Sum
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relations import Group, Relation
from edureport.prose.relations.sums import Verdict, quantity

WORST_FIRST = (Verdict.DOES_NOT_FOLLOW, Verdict.DOUBTFUL)


def worst(finding: Finding) -> Group | None:
    """The group of a finding that does not follow, or else one that is doubtful; None if there is none."""
    for verdict in WORST_FIRST:
        for group in finding.groups:
            if group.verdict is verdict:
                return group
    return None


def contradicts(finding: Finding) -> bool:
    """Whether a finding cannot be right together with the rest of its text."""
    return any(group.verdict is Verdict.DOES_NOT_FOLLOW for group in finding.groups)


def arithmetic_of(group: Group, figures: Sequence[Figure]) -> Message:
    """What follows from the figures of a group, and what the text says instead; see `Group`."""
    parts = [_said(figures[part], count) for part, count in zip(group.parts, group.counts, strict=True)]
    whole = None if group.whole is None else _said(figures[group.whole])
    computed = group.computed and as_said(group.computed, figures[_computed(group)])
    key = f"audit.relation.{group.relation}"
    match group.relation:
        case Relation.PARTS | Relation.HUNDRED:
            return message(key, parts=Sum(parts), computed=computed, whole=whole)
        case Relation.RESTATED:
            return message(key, one=whole, other=parts[0])
    return message(key, whole=whole, first=parts[0], second=parts[1], computed=computed)


def _computed(group: Group) -> int:
    """The figure of a group that is computed from the others."""
    of_whole = group.relation in (Relation.PARTS, Relation.PRODUCT)
    return group.whole if of_whole and group.whole is not None else group.parts[-1]


def _said(figure: Figure, count: int = 1) -> Quantity | Percent:
    return as_said(quantity(figure, count), figure)


def as_said(amount: Quantity, figure: Figure) -> Quantity | Percent:
    """A quantity with all its digits, in percent if the figure is."""
    return (
        Percent(amount, digits=max(-int(amount.stated.as_tuple().exponent), 0)) if figure.percent else amount
    )
