"""Divisions: the wholes with parts that a report file can hold."""

from collections.abc import Mapping, Sequence

from edureport.drafting.stated_figure import StatedFigure
from edureport.drafting.values import refused
from edureport.model.period import Period
from edureport.prose.figures.figure import FigureKind, Mode
from edureport.prose.relations.relation import Relation, RelationKind

DEEPEST = 3  # breakdowns within breakdowns


def divisions_of(
    relations: Sequence[Relation], stated: Mapping[int, StatedFigure], period: Period
) -> dict[int, Relation]:
    """The wholes with parts that a report file can hold: each figure is part of one whole at most."""
    divisions: dict[int, Relation] = {}
    above: dict[int, int] = {}
    for group in relations:
        whole = group.whole
        if group.kind is not RelationKind.PARTS or whole is None or set(group.counts) != {1}:
            continue
        chain = [whole]
        while chain[-1] in above:
            chain.append(above[chain[-1]])
        free = whole not in divisions and not any(part in above or part in chain for part in group.parts)
        # A part that was divided before would come to lie deeper.
        flat = len(chain) <= DEEPEST and divisions.keys().isdisjoint(group.parts)
        if free and flat and all(_counts(stated.get(p), period) for p in (whole, *group.parts)):
            divisions[whole] = group
            above.update(dict.fromkeys(group.parts, whole))
    return divisions


def _counts(statement: StatedFigure | None, period: Period) -> bool:
    """Whether a figure counts something for the period of the report."""
    if statement is None or statement.period != period:
        return False
    figure = statement.figure
    plain = figure.kind is FigureKind.FIGURE and not figure.percent and figure.mode is not Mode.FROM
    return plain and statement.value is not None and refused(figure, statement.value) is None
