"""Summing: figures of several organisations as those of one, period by period.

Stocks add up as of one day, flows over one window, both as intervals; ratios do not add up. Where an
organisation gives no figure the sum of a count is at least that of the others, and there is none of
what is no count.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from types import MappingProxyType

from edureport.analysis.sides import figure_at, periods
from edureport.message import Message, message
from edureport.model.interval import INFINITY, ZERO, Interval
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import (
    Blank,
    Breakdown,
    Category,
    Figures,
    Indicator,
    Observation,
    Report,
    Text,
    categories_of,
)
from edureport.problem import Place

NOWHERE = Place("")  # a sum stands in no file


def summed(libraries: Sequence[Library], name: Text, identifier: str, area: str | None) -> list[Report]:
    """The reports of organisations added up, one for each period that any of them has a figure for.

    What a sum lacks is among what is replaced in its report, which is of no file.
    """
    known_periods = {period for library in libraries for period in periods(library)}
    first = libraries[0].latest
    known = [_Figures(library) for library in libraries]
    reports = []
    for period in sorted(known_periods, key=lambda period: period.order):
        remarks: list[Message] = []
        indicators = _indicators(libraries, known, period, remarks)
        if indicators:
            reports.append(
                Report(
                    id=f"{identifier}-{period}".replace("/", "-"),
                    organisation=name,
                    organisation_id=identifier,
                    area=area,
                    period=period,
                    language=first.language,
                    source=None,
                    units=MappingProxyType({one.unit.key: one.unit for one in indicators.values()}),
                    sections=MappingProxyType(
                        {key: one for library in libraries for key, one in library.latest.sections.items()}
                    ),
                    indicators=MappingProxyType(indicators),
                    targets=MappingProxyType({}),
                    path=NOWHERE.path,
                    replaced=tuple(remarks),
                )
            )
    return reports


class _Figures:
    """What one organisation states, by indicator and part."""

    def __init__(self, library: Library) -> None:
        self.name = library.latest.organisation
        self.indicators = {one.key: one for one in library.indicators()}
        self._series: dict[str, Mapping[Category | None, tuple[Observation, ...]]] = {}
        self.library = library

    def at(self, indicator: Indicator, category: Category | None, period: Period) -> Observation | None:
        """The figure that counts for a period: of a stock on its last day, of a flow over its days."""
        if indicator.key not in self._series:
            self._series[indicator.key] = self.library.every_series(indicator.key, like=indicator)
        return figure_at(self._series[indicator.key].get(category, ()), indicator, period)

    def has_none_of(self, indicator: Indicator, category: Category | None) -> bool:
        """Whether a part is none of this organisation, whose parts are all there are."""
        own = self.indicators.get(indicator.key)
        if own is None or category is None or category.dimension not in own.breakdowns:
            return False
        breakdown = own.breakdowns[category.dimension]
        return breakdown.complete and category.member not in breakdown.members


def _indicators(
    libraries: Sequence[Library], known: Sequence[_Figures], period: Period, remarks: list[Message]
) -> dict[str, Indicator]:
    """The sums for a period; what cannot be added up, or is not whole, is remarked."""
    definitions: dict[str, Indicator] = {}
    for library in libraries:
        for indicator in library.indicators():
            definitions.setdefault(indicator.key, indicator)
    sums: dict[str, Indicator] = {}
    left_out: list[Text] = []
    for key, indicator in definitions.items():
        if indicator.is_ratio:
            left_out.append(indicator.label)
            continue
        own = [one.indicators[key] for one in known if key in one.indicators]
        other = next((one for one in own if not one.is_like(indicator)), None)
        if other is not None:
            remarks.append(message("sum.apart", label=indicator.label, unit=indicator.unit, other=other.unit))
            continue
        summed_one = _indicator(indicator, own, known, period, remarks)
        if summed_one is not None:
            sums[key] = summed_one
    if left_out:
        remarks.append(message("sum.ratios", labels=tuple(left_out)))
    return sums


def _indicator(
    indicator: Indicator,
    own: Sequence[Indicator],
    known: Sequence[_Figures],
    period: Period,
    remarks: list[Message],
) -> Indicator | None:
    """The sum of one indicator and of each of its parts; None if nobody gives anything."""
    divided = indicator._replace(breakdowns=_breakdowns(own))
    figures: list[Observation] = []
    blanks: list[Blank] = []
    told: tuple[Text, ...] = ()
    for category in categories_of(divided):
        stated = [(one, one.at(indicator, category, period)) for one in known]
        parts = [figure for _, figure in stated if figure is not None]
        lacking = tuple(
            one.name for one, figure in stated if figure is None and not one.has_none_of(indicator, category)
        )
        total = _sum(parts, whole=not lacking) if parts else None
        if total is None:
            if category is not None and parts:
                blanks.append(Blank(NOWHERE, category, len(figures)))
            continue
        flags = tuple(dict.fromkeys(flag for figure in parts for flag in figure.flags))
        figures.append(Observation(period, total, NOWHERE, category, flags=flags))
        if lacking and lacking != told:
            values = {"label": divided.name_of(category), "organisations": lacking, "period": period}
            remarks.append(message("sum.lacking", **values))
            told = lacking
    if not figures:
        return None
    return divided._replace(
        observations=Figures(figures),
        blanks=tuple(blanks),
        period=period,
        place=NOWHERE,
        note=None,
        of=None,
        skip=(),
    )


def _sum(parts: Sequence[Observation], *, whole: bool) -> Quantity | None:
    """The sum of figures; if they are not all, one of counts has no upper end, and others there are none."""
    quantities = [figure.quantity for figure in parts]
    counted = all(quantity.counted for quantity in quantities)
    total = reduce(add, (quantity.interval for quantity in quantities))
    if not whole:
        if not counted:
            return None
        total = Interval.above(total.low, strictly=total.low_open)
    if total.low == -INFINITY and total.high == INFINITY:
        return None
    step = sum((quantity.step for quantity in quantities), ZERO) or None
    if counted and total.low == ZERO and not total.is_point and total.high.is_finite():
        bound = Bound.LESS_THAN if total.high_open else Bound.AT_MOST
        return Quantity(total.high, bound, None, True)
    found = Quantity.of(total)
    return Quantity(found.stated, found.bound, found.upper, counted, step if found.is_exact else None)


def _breakdowns(indicators: Sequence[Indicator]) -> dict[str, Breakdown]:
    """The breakdowns of all, each with every member; complete if that of each of them is."""
    merged: dict[str, Breakdown] = {}
    for key in dict.fromkeys(key for one in indicators for key in one.breakdowns):
        same = [one.breakdowns[key] for one in indicators if key in one.breakdowns]
        members = {member: text for one in reversed(same) for member, text in one.members.items()}
        complete = len(same) == len(indicators) and all(one.complete for one in same)
        merged[key] = same[0]._replace(members=members, complete=complete)
    return merged
