"""Ranking: organisations in the order of one figure; ties and overlapping intervals share ranks.

The first rank that a figure can have counts those that certainly are better, the last one those that
certainly are not worse (Goldstein and Spiegelhalter, 1996, on the uncertainty of league tables).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.analysis.sides import figure_at
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.report import Better, Blank, Category, Indicator, Observation


class Ranks(NamedTuple):
    """The ranks that something can have, from 1."""

    first: int
    last: int


class Ranked(NamedTuple):
    """An organisation with its figure; without one, or with one in another unit, it has no ranks."""

    library: Library
    indicator: Indicator
    entry: Observation | Blank | None
    whole: Observation | None
    ranks: Ranks | None
    apart: bool = False  # in another unit, or of another kind


def ranks(intervals: Sequence[Interval], *, higher: bool) -> list[Ranks]:
    """The ranks of each of these figures among all of them, the best first."""
    if not higher:
        intervals = [-interval for interval in intervals]
    # An open end is a little nearer: just above a low one, just below a high one.
    lows = sorted(_low(interval) for interval in intervals)
    highs = sorted(_high(interval) for interval in intervals)
    count = len(intervals)
    return [
        Ranks(
            1 + count - bisect_right(lows, _high(interval)),  # those that begin above its end
            count - bisect_left(highs, _low(interval)),  # all but those that end below its beginning
        )
        for interval in intervals
    ]


def _low(interval: Interval) -> tuple[Decimal, int]:
    return interval.low, int(interval.low_open)


def _high(interval: Interval) -> tuple[Decimal, int]:
    return interval.high, -int(interval.high_open)


class Stated(NamedTuple):
    """What one organisation states of an indicator."""

    library: Library
    indicator: Indicator
    series: Mapping[Category | None, tuple[Observation, ...]]

    def at(self, period: Period, category: Category | None) -> Observation | None:
        """The figure of a part, or of the whole, for a period."""
        return figure_at(self.series.get(category, ()), self.indicator, period)


def stated_by(libraries: Sequence[Library], key: str) -> list[Stated]:
    """What the organisations that have an indicator state of it."""
    return [
        Stated(library, defined[-1], library.every_series(key, like=defined[-1]))
        for library in libraries
        if (defined := [report[key] for report in library.reports if key in report])
    ]


def ranking(bodies: Sequence[Stated], period: Period, category: Category | None = None) -> list[Ranked]:
    """The organisations by their figure of an indicator, or of a part of it; those without one last."""
    common = bodies[-1].indicator
    rows: list[Ranked] = []
    for one in bodies:
        figure = one.at(period, category)
        breakdown = one.indicator.breakdowns.get(category.dimension) if category else None
        whole = one.at(period, breakdown.of) if breakdown else figure
        apart = not one.indicator.is_like(common)
        entry: Observation | Blank | None = figure
        if figure is None and category is None:
            entry = _blank(one.library, common.key, period)
        rows.append(Ranked(one.library, one.indicator, entry, whole, None, apart))
    better = next((one.indicator.better for one in reversed(bodies) if one.indicator.better), Better.HIGHER)
    placed = [
        (number, row.entry.quantity.interval)
        for number, row in enumerate(rows)
        if isinstance(row.entry, Observation) and not row.apart
    ]
    found = ranks([interval for _, interval in placed], higher=better is Better.HIGHER)
    for (number, _), each in zip(placed, found, strict=True):
        rows[number] = rows[number]._replace(ranks=each)
    last = len(rows) + 1
    return sorted(rows, key=lambda row: row.ranks or Ranks(last, last))


def _blank(library: Library, key: str, period: Period) -> Blank | None:
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
