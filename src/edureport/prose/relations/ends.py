"""ChangeEnds: the two levels that a change leads from and to; and which figures can be levels."""

from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.relation import Rule


class ChangeEnds(NamedTuple):
    """What a change leads from and to, and whether the words leave no doubt of it.

    If they do, but say enough to ask about numbers that do not fit, it is `told`. It is `contrary` if the
    words tell of a fall and the numbers of a rise, or the other way round.
    """

    rule: Rule
    before: int
    after: int
    sure: bool
    told: bool = False
    contrary: bool = False


def is_level(figure: Figure, change: Figure) -> bool:
    """Whether a figure can be what something was before or is after the change."""
    level = (
        comparable(figure) and figure.kind is not FigureKind.CHANGE and not figure.points and not figure.each
    )
    if change.points:
        return level and figure.percent
    return level and (not figure.percent or change.percent or change.mode is Mode.TIMES)


def same_unit(first: Figure, second: Figure) -> bool:
    """Whether two levels can count the same, as far as their units tell."""
    if first.percent is not second.percent:
        return False
    return first.unit == second.unit or None in {first.unit, second.unit}
