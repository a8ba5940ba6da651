"""Computed figures: the changes and shares that follow from the data."""

from edureport.analysis.breakdown import HUNDRED, share
from edureport.analysis.change import compare
from edureport.audit.candidates import Candidate
from edureport.model.interval import INFINITY, Interval
from edureport.model.quantity import Quantity
from edureport.model.report import Observation
from edureport.prose.figures.figure import Figure, Mode, Way

ONE = Interval.point(HUNDRED / HUNDRED)


def share_of(candidate: Candidate, figure: Observation) -> Quantity | None:
    """The share of a part in its whole, in percent; None where the data do not show it."""
    category, indicator = candidate.category, candidate.indicator
    if category is None:
        return None
    whole = indicator.whole_of(category)
    if whole is None or whole.period != figure.period:
        return None
    return _quantity(share(figure.quantity, whole.quantity))


def change_to(text: Figure, candidate: Candidate, before: Observation, after: Observation) -> Quantity | None:
    """The change between two figures of the data, in the measure and the direction of the text.

    A fall by 5 is a change by −5, so that a text which says so about a rise does not fit. None where the
    data do not show the change, or the text does not say in which direction it went.
    """
    change = compare(before, after, candidate.indicator.kind)
    if text.mode is Mode.TIMES:
        ratio = change.percent and change.percent / Interval.point(HUNDRED) + ONE
        return None if ratio is None else _quantity(ONE / ratio if text.direction is Way.DOWN else ratio)
    relative = text.percent and not text.points and not candidate.indicator.unit.is_percent
    size = change.percent if relative else change.difference
    if size is None or text.direction is None:
        return None
    amount = _quantity(-size if text.direction is Way.DOWN else size)
    return amount if amount is None or relative else candidate.unscaled(amount)


def _quantity(interval: Interval | None) -> Quantity | None:
    """The interval as a quantity; None if it says nothing."""
    if interval is None or (interval.low == -INFINITY and interval.high == INFINITY):
        return None
    return Quantity.of(interval)
