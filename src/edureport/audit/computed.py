"""Computed figures: the changes and shares that follow from the data."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from edureport.analysis.breakdown import HUNDRED, share
from edureport.analysis.change import compare
from edureport.analysis.progress import Assessment, assess_all
from edureport.audit.candidates import Candidate
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Observation, Report
from edureport.prose.figures.figure import Figure, Mode, Way

ONE = Interval.point(HUNDRED / HUNDRED)


def share_of(candidate: Candidate, figure: Observation) -> Quantity | None:
    """The share of a part in its whole, in percent; None where the data do not show it."""
    category, indicator = candidate.category, candidate.indicator
    if figure.all_of is not None:
        return Quantity(HUNDRED)
    if category is None:
        return None
    whole = indicator.whole_of(category)
    if whole is None or whole.period != figure.period:
        return None
    return Quantity.known(share(figure.quantity, whole.quantity))


def change_to(text: Figure, candidate: Candidate, before: Observation, after: Observation) -> Quantity | None:
    """The change between two figures of the data, in the measure and the direction of the text.

    A fall by 5 is a change by −5, so that a text which says so about a rise does not fit. None where the
    data do not show the change, or the text does not say in which direction it went.
    """
    change = compare(before, after, candidate.indicator.kind)
    if text.mode is Mode.TIMES:
        ratio = change.percent and change.percent / Interval.point(HUNDRED) + ONE
        return None if ratio is None else Quantity.known(ONE / ratio if text.direction is Way.DOWN else ratio)
    relative = text.percent and not text.points and not candidate.indicator.unit.is_percent
    size = change.percent if relative else change.difference
    if size is None or text.direction is None:
        return None
    amount = Quantity.known(-size if text.direction is Way.DOWN else size)
    return amount if amount is None or relative else candidate.unscaled(amount)


class TargetsOf:
    """The targets of reports as of a day, each assessed when it is asked for."""

    def __init__(self, reports: Sequence[Report], day: date) -> None:
        self._reports = reports
        self._day = day

    @cached_property
    def _libraries(self) -> Mapping[str, Library]:
        return {library.latest.body: library for library in Library.by_organisation(self._reports)}

    def assessment(self, candidate: Candidate) -> Assessment | None:
        """The target that a candidate is, as of the day of the text; None if it is none."""
        if candidate.target is None:
            return None
        return assess_all(self._libraries[candidate.organisation], [candidate.target], self._day)[0]

    def of_indicator(self, candidate: Candidate) -> list[Assessment]:
        """The targets for what a candidate counts."""
        library = self._libraries[candidate.organisation]
        mine = [
            target
            for target in library.targets(self._day)
            if (target.indicator.key, target.category) == (candidate.indicator.key, candidate.category)
        ]
        return list(assess_all(library, mine, self._day))
