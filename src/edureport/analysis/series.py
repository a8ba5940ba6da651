"""Series: every time that reports state a figure, and one over all periods, with gaps, breaks and changes."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from edureport.analysis.change import Change, compare, discrete, incomparable, not_comparable
from edureport.message import Message, message
from edureport.model.interval import NEAREST
from edureport.model.library import Library, Statement, by_period, counting
from edureport.model.period import DAY, Period, months_later
from edureport.model.printing import agree
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Category, Flag, Indicator, IndicatorKind, Observation, Report

MOST_GAPS = 3  # for each figure; a series with more is none that is kept regularly


def histories(library: Library) -> Iterator[list[Statement]]:
    """The statements on each indicator and each part of one, where there are several."""
    for key in {key: None for report in library.reports for key in report}:
        yield from (statements for statements in library.every_statement(key).values() if len(statements) > 1)


class SeriesPoint(NamedTuple):
    """A figure of a series, or a place without one: stated so by a report, or a gap.

    `change` is from the figure before it that it can be compared with, `revised` what was stated of the
    period before, or is stated otherwise elsewhere; `whole` the figure that a part is a part of.
    """

    period: Period
    report: Report
    indicator: Indicator
    entry: Observation | Blank | None
    whole: Observation | None = None
    change: Change | None = None
    revised: tuple[Observation, ...] = ()

    @property
    def figure(self) -> Observation | None:
        return self.entry if isinstance(self.entry, Observation) else None


class TimeSeries(NamedTuple):
    """The points of an indicator, or of a part of it, the earliest first."""

    indicator: Indicator
    category: Category | None
    points: tuple[SeriesPoint, ...]


def all_series(library: Library, key: str, *, alone: bool = False) -> list[TimeSeries]:
    """The series of an indicator and of each of its parts that anything is known of.

    With `alone` cumulative figures are taken apart, and windows that touch added up to those of one length.
    """
    having = [report for report in library.reports if key in report]
    if not having:
        return []
    statements: dict[Category | None, list[Statement]] = {None: [], **library.every_statement(key)}
    blanks: dict[Category | None, list[tuple[Report, Blank]]] = {}
    for report in having:
        for blank in report[key].blanks:
            blanks.setdefault(blank.category, []).append((report, blank))
    latest = having[-1][key]
    breaks = [one.figure for own in statements.values() for one in own if Flag.BREAK in one.figure.flags]
    found: dict[Category | None, list[SeriesPoint]] = {}
    for category in dict.fromkeys((*statements, *blanks)):
        points = _points(statements.get(category, []), blanks.get(category, []), key)
        if alone and latest.kind is IndicatorKind.FLOW:
            points = _alone(points)
        found[category] = points
    return [
        TimeSeries(
            _defining(having, key, category),
            category,
            tuple(_with_changes(_with_gaps(_beside_whole(points, category, found)), category, breaks)),
        )
        for category, points in found.items()
        if points or category is None
    ]


def _defining(having: Sequence[Report], key: str, category: Category | None) -> Indicator:
    """The indicator as the latest report defines it that knows the part."""
    knowing = (report[key] for report in reversed(having) if report[key].has(category))
    return next(knowing, having[-1][key])


def _points(
    statements: Sequence[Statement], blanks: Sequence[tuple[Report, Blank]], key: str
) -> list[SeriesPoint]:
    """The figure of each period that counts, and the places without one."""
    points: dict[Period, SeriesPoint] = {}
    for period, same in by_period(statements).items():
        chosen = reduce(counting, same)
        revised = tuple(one.figure for one in same if not agree(one.figure.quantity, chosen.figure.quantity))
        points[period] = SeriesPoint(period, chosen.report, chosen.indicator, chosen.figure, revised=revised)
    for report, blank in blanks:
        points.setdefault(report.period, SeriesPoint(report.period, report, report[key], blank))
    return sorted(points.values(), key=lambda point: point.period.order)


def _beside_whole(
    points: Sequence[SeriesPoint], category: Category | None, found: dict[Category | None, list[SeriesPoint]]
) -> list[SeriesPoint]:
    """The points of a part, each with the figure that it is a part of."""
    if category is None:
        return [point._replace(whole=point.figure) for point in points]
    placed = []
    for point in points:
        breakdown = point.indicator.breakdowns.get(category.dimension)
        above = found.get(breakdown.of, []) if breakdown else []
        whole = next((one.figure for one in above if one.period == point.period), None)
        placed.append(point._replace(whole=whole))
    return placed


# Cumulative figures


def _alone(points: Sequence[SeriesPoint]) -> list[SeriesPoint]:
    """What each last window alone added; what cannot be told has a reason and no figure."""
    figures = [point.figure for point in points if point.figure]
    taken: dict[Period, SeriesPoint] = {}
    for point in points:
        if point.figure is None:
            taken[point.period] = point
            continue
        found = _last_window(point.figure, figures)
        if isinstance(found, Message):
            change = not_comparable(None, None, found)
            taken.setdefault(point.period, point._replace(entry=None, change=change, revised=()))
        else:
            own = found.period == point.period
            if own or found.period not in taken:
                taken[found.period] = point._replace(period=found.period, entry=found)
    return _added_up(sorted(taken.values(), key=lambda point: point.period.order))


def _last_window(figure: Observation, figures: Sequence[Observation]) -> Observation | Message:
    """A figure without those that begin where it does: of nine months without a quarter the second, too."""
    found = discrete(figure, figures)
    while isinstance(found, Observation) and found.period != figure.period:
        less = discrete(found, figures)
        if isinstance(less, Message) or less.period == found.period:
            break
        found = less
    return found


def _added_up(points: list[SeriesPoint]) -> list[SeriesPoint]:
    """The windows of one length: months that make up a quarter as one, where others are quarters."""
    lengths = {point.period.months for point in points if point.figure}
    longest = max((months for months in lengths if months), default=0)
    if None in lengths or len(lengths) < 2:
        return points
    joined: list[SeriesPoint] = []
    waiting: list[SeriesPoint] = []
    for point in points:
        figure, months = point.figure, point.period.months or longest
        if figure is None or months == longest or not figure.quantity.is_exact:
            joined += waiting
            waiting = []
            joined.append(point)
            continue
        if waiting and waiting[-1].period.last + DAY != point.period.first:
            joined += waiting
            waiting = []
        waiting.append(point)
        span = Period(waiting[0].period.first, point.period.last)
        if span.months == longest and (span.first.month - 1) % longest == 0:
            joined.append(_joined(waiting, span))
            waiting = []
    return [*joined, *waiting]


def _joined(points: Sequence[SeriesPoint], span: Period) -> SeriesPoint:
    """Windows that touch, as one."""
    last = points[-1]
    figures = [point.figure for point in points if point.figure]
    total = reduce(NEAREST.add, (figure.quantity.stated for figure in figures))
    flags = tuple(dict.fromkeys(flag for figure in figures for flag in figure.flags))
    quantity = Quantity(total, counted=all(figure.quantity.counted for figure in figures))
    return last._replace(
        period=span, entry=Observation(span, quantity, figures[-1].place, figures[-1].category, flags=flags)
    )


# Gaps


def _with_gaps(points: list[SeriesPoint]) -> list[SeriesPoint]:
    """The points, and one without a figure for each period that is left out of a regular series."""
    length = {point.period.months for point in points}
    if len(points) < 3 or len(length) > 1 or None in length:
        return points
    steps = [_months_between(one, other) for one, other in pairwise(points)]
    step = min(steps)
    regular = step > 0 and all(each % step == 0 for each in steps) and 2 * steps.count(step) >= len(steps)
    # One after the other, every year, or again and again.
    regular = regular and (step in (*length, 12) or steps.count(step) > 1)
    missing = sum(steps) // step - len(steps) if regular else 0
    if not 0 < missing <= MOST_GAPS * len(points):
        return points
    filled = [points[0]]
    for point, months in zip(points[1:], steps, strict=True):
        before = filled[-1]
        filled += (
            SeriesPoint(months_later(before.period, number * step), point.report, point.indicator, None)
            for number in range(1, months // step)
        )
        filled.append(point)
    return filled


def _months_between(one: SeriesPoint, other: SeriesPoint) -> int:
    first, second = one.period.first, other.period.first
    return 12 * (second.year - first.year) + second.month - first.month


# Changes


def _with_changes(
    points: Sequence[SeriesPoint], category: Category | None, breaks: Sequence[Observation]
) -> list[SeriesPoint]:
    """The points with the change from the figure before, over a break or another unit without one."""
    own = sorted({one.period.last for one in breaks if one.category in (None, category)})
    found: list[SeriesPoint] = []
    for point in points:
        before = _comparable(point, found)
        if point.figure is None or before is None or before.figure is None or point.change is not None:
            found.append(point)
            continue
        why = incomparable(before.indicator, point.indicator)
        crossed = [day for day in own if before.period.last < day <= point.period.last]
        if why is None and crossed:
            why = message("change.break", day=crossed[-1])
        kind = IndicatorKind.RATIO if point.indicator.is_ratio else point.indicator.kind
        both = before.figure, point.figure
        change = not_comparable(*both, why) if why else compare(*both, kind)
        found.append(point._replace(change=change))
    return found


def _comparable(point: SeriesPoint, earlier: Sequence[SeriesPoint]) -> SeriesPoint | None:
    """The figure that a figure is compared with: the last, of a flow the last over a window as long."""
    flow = point.indicator.kind is IndicatorKind.FLOW and not point.indicator.is_ratio
    for before in reversed(earlier):
        if before.figure and (not flow or before.period.as_long_as(point.period)):
            return before
    return None
