"""Several organisations: in the order of one figure, or their figures as those of one, period by period.

Ties and overlapping intervals share ranks: the first rank that a figure can have counts those that certainly
are better, the last one those that certainly are not worse (Goldstein and Spiegelhalter, 1996, on the
uncertainty of league tables).

Stocks add up as of one day, flows over one window, both as intervals; ratios do not add up. Where an
organisation gives no figure the sum of a count is at least that of the others, and there is none of
what is no count.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from types import MappingProxyType
from typing import NamedTuple

from edureport.analysis.sides import figure_at, periods
from edureport.message import Message, message
from edureport.model import report as model
from edureport.model.interval import INFINITY, ZERO, Interval
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.problem import Place

NOWHERE = Place("")  # a sum stands in no file


class Ranks(NamedTuple):
    """The ranks that something can have, from 1."""

    first: int
    last: int


class Ranked(NamedTuple):
    """An organisation with its figure; without one, or with one in another unit, it has no ranks."""

    library: Library
    indicator: model.Indicator
    entry: model.Observation | model.Blank | None
    whole: model.Observation | None
    ranks: Ranks | None
    apart: bool = False  # in another unit, or of another kind


def ranks(intervals: Sequence[Interval], *, higher: bool) -> list[Ranks]:
    """The ranks of each of these figures among all of them, the best first."""
    if not higher:
        intervals = [-interval for interval in intervals]
    # An open end is a little nearer: just above a low one, just below a high one.
    lows = [(one.low, int(one.low_open)) for one in intervals]
    highs = [(one.high, -int(one.high_open)) for one in intervals]
    starts, ends, count = sorted(lows), sorted(highs), len(intervals)
    # Better are those that begin above its end, not worse all but those that end below its beginning.
    return [
        Ranks(1 + count - bisect_right(starts, high), count - bisect_left(ends, low))
        for low, high in zip(lows, highs, strict=True)
    ]


class Stated(NamedTuple):
    """What one organisation states of an indicator."""

    library: Library
    indicator: model.Indicator
    series: Mapping[model.Category | None, tuple[model.Observation, ...]]

    def at(self, period: Period, category: model.Category | None) -> model.Observation | None:
        """The figure of a part, or of the whole, for a period."""
        return figure_at(self.series.get(category, ()), self.indicator, period)


def stated_by(libraries: Sequence[Library], key: str) -> list[Stated]:
    """What the organisations that have an indicator state of it."""
    return [
        Stated(library, defined[-1], library.every_series(key, like=defined[-1]))
        for library in libraries
        if (defined := [report[key] for report in library.reports if key in report])
    ]


def ranking(bodies: Sequence[Stated], period: Period, category: model.Category | None = None) -> list[Ranked]:
    """The organisations by their figure of an indicator, or of a part of it; those without one last."""
    common = bodies[-1].indicator
    rows: list[Ranked] = []
    for one in bodies:
        figure = one.at(period, category)
        breakdown = one.indicator.breakdowns.get(category.dimension) if category else None
        whole = one.at(period, breakdown.of) if breakdown else figure
        apart = not one.indicator.is_like(common)
        entry: model.Observation | model.Blank | None = figure
        if figure is None and category is None:
            entry = _blank(one.library, common.key, period)
        rows.append(Ranked(one.library, one.indicator, entry, whole, None, apart))
    better = next(
        (one.indicator.better for one in reversed(bodies) if one.indicator.better), model.Better.HIGHER
    )
    placed = [
        (number, row.entry.quantity.interval)
        for number, row in enumerate(rows)
        if isinstance(row.entry, model.Observation) and not row.apart
    ]
    found = ranks([interval for _, interval in placed], higher=better is model.Better.HIGHER)
    for (number, _), each in zip(placed, found, strict=True):
        rows[number] = rows[number]._replace(ranks=each)
    last = len(rows) + 1
    return sorted(rows, key=lambda row: row.ranks or Ranks(last, last))


def _blank(library: Library, key: str, period: Period) -> model.Blank | None:
    """The place without a figure for a period, whose flags may say why."""
    for report in library.reports:
        if report.period == period and key in report:
            return next((blank for blank in report[key].blanks if blank.category is None), None)
    return None


def periods_of(bodies: Sequence[Stated]) -> dict[Period, int]:
    """For how many organisations each period of the indicator is known, the earliest first."""
    counts = Counter[Period]()
    for one in bodies:
        own = one.series.get(None) or [figure for series in one.series.values() for figure in series]
        counts.update({figure.period for figure in own})
    return dict(sorted(counts.items(), key=lambda item: item[0].order))


def summed(
    libraries: Sequence[Library], name: model.Text, identifier: str, area: str | None
) -> list[model.Report]:
    """The reports added up, one a period; what a sum lacks is among what is replaced in it, of no file."""
    known_periods = {period for library in libraries for period in periods(library)}
    first = libraries[0].latest
    known = [_Figures(library) for library in libraries]
    reports = []
    for period in sorted(known_periods, key=lambda period: period.order):
        remarks: list[Message] = []
        indicators = _indicators(libraries, known, period, remarks)
        if indicators:
            reports.append(
                model.Report(
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
        self._series: dict[str, Mapping[model.Category | None, tuple[model.Observation, ...]]] = {}
        self.library = library

    def at(
        self, indicator: model.Indicator, category: model.Category | None, period: Period
    ) -> model.Observation | None:
        """The figure that counts for a period: of a stock on its last day, of a flow over its days."""
        if indicator.key not in self._series:
            self._series[indicator.key] = self.library.every_series(indicator.key, like=indicator)
        return figure_at(self._series[indicator.key].get(category, ()), indicator, period)

    def has_none_of(self, indicator: model.Indicator, category: model.Category | None) -> bool:
        """Whether a part is none of this organisation, whose parts are all there are."""
        own = self.indicators.get(indicator.key)
        if own is None or category is None or category.dimension not in own.breakdowns:
            return False
        breakdown = own.breakdowns[category.dimension]
        return breakdown.complete and category.member not in breakdown.members


def _indicators(
    libraries: Sequence[Library], known: Sequence[_Figures], period: Period, remarks: list[Message]
) -> dict[str, model.Indicator]:
    """The sums for a period; what cannot be added up, or is not whole, is remarked."""
    definitions: dict[str, model.Indicator] = {}
    for library in libraries:
        for indicator in library.indicators():
            definitions.setdefault(indicator.key, indicator)
    sums: dict[str, model.Indicator] = {}
    left_out: list[model.Text] = []
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
    indicator: model.Indicator,
    own: Sequence[model.Indicator],
    known: Sequence[_Figures],
    period: Period,
    remarks: list[Message],
) -> model.Indicator | None:
    """The sum of one indicator and of each of its parts; None if nobody gives anything."""
    divided = indicator._replace(breakdowns=_breakdowns(own))
    figures: list[model.Observation] = []
    blanks: list[model.Blank] = []
    told: tuple[model.Text, ...] = ()
    for category in model.categories_of(divided):
        stated = [(one, one.at(indicator, category, period)) for one in known]
        parts = [figure for _, figure in stated if figure is not None]
        lacking = tuple(
            one.name for one, figure in stated if figure is None and not one.has_none_of(indicator, category)
        )
        total = _sum(parts, whole=not lacking) if parts else None
        if total is None:
            if category is not None and parts:
                blanks.append(model.Blank(NOWHERE, category, len(figures)))
            continue
        flags = tuple(dict.fromkeys(flag for figure in parts for flag in figure.flags))
        figures.append(model.Observation(period, total, NOWHERE, category, flags=flags))
        if lacking and lacking != told:
            values = {"label": divided.name_of(category), "organisations": lacking, "period": period}
            remarks.append(message("sum.lacking", **values))
            told = lacking
    if not figures:
        return None
    return divided._replace(
        observations=model.Figures(figures),
        blanks=tuple(blanks),
        period=period,
        place=NOWHERE,
        note=None,
        of=None,
        skip=(),
    )


def _sum(parts: Sequence[model.Observation], *, whole: bool) -> Quantity | None:
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
        return Quantity(total.high, Bound.LESS_THAN if total.high_open else Bound.AT_MOST, None, True)
    found = Quantity.of(total)
    return Quantity(found.stated, found.bound, found.upper, counted, step if found.is_exact else None)


def _breakdowns(indicators: Sequence[model.Indicator]) -> dict[str, model.Breakdown]:
    """The breakdowns of all, each with every member; complete if that of each of them is."""
    merged: dict[str, model.Breakdown] = {}
    for key in dict.fromkeys(key for one in indicators for key in one.breakdowns):
        same = [one.breakdowns[key] for one in indicators if key in one.breakdowns]
        members = {member: text for one in reversed(same) for member, text in one.members.items()}
        complete = len(same) == len(indicators) and all(one.complete for one in same)
        merged[key] = same[0]._replace(members=members, complete=complete)
    return merged
