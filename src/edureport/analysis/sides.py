"""Sides: what is compared with what, and which figures stand on each side."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from edureport.analysis.change import Change, compare, discrete, incomparable, not_comparable
from edureport.errors import UsageError
from edureport.message import message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.report import Category, Indicator, IndicatorKind, Observation, Report


class Side(NamedTuple):
    """One side of a comparison: a period, the indicators as defined then, and their figures."""

    period: Period
    indicators: Mapping[str, Indicator]
    figures: Mapping[tuple[str, Category | None], Observation]
    untold: frozenset[tuple[str, Category | None]] = frozenset()  # figures that cannot be separated


def sides(reports: Sequence[Report], before: Period | None, after: Period | None) -> tuple[Side, Side]:
    """What to compare: two reports as they were given, or two periods that the reports know.

    Without a period given: the latest, and the same a year earlier or else the last one before it
    of the same length. Raises UsageError where there is nothing to compare with.
    """
    library = Library.of(reports)
    if len(reports) == 2 and before is None and after is None:
        return _of_report(reports[0]), _of_report(reports[1])
    known = _periods(library)
    new = after or library.latest.period
    for period in (before, after):
        if period is not None and period not in known:
            raise UsageError(message("compare.no_such_period", period=period, known=tuple(known)))
    old = before or _base(new, known)
    return _of_period(library, old), _of_period(library, new)


def discrete_side(side: Side, library: Library) -> Side:
    """The side with each flow as what its last period alone added; without those that do not tell."""
    figures, untold, periods = dict(side.figures), set(), set()
    for (key, category), figure in side.figures.items():
        if side.indicators[key].kind is IndicatorKind.FLOW:
            alone = discrete(figure, library.series(key, category))
            if alone is None:
                del figures[key, category]
                untold.add((key, category))
            else:
                figures[key, category] = alone
                periods.add(alone.period)
    period = periods.pop() if len(periods) == 1 else side.period
    return side._replace(period=period, figures=figures, untold=frozenset(untold))


def pairs(before: Side, after: Side) -> Iterator[tuple[Indicator, Category | None]]:
    """Everything that either side has: each indicator, then its parts; as the later side defines it."""
    for key in {**after.indicators, **before.indicators}:
        old, new = before.indicators.get(key), after.indicators.get(key)
        for category in _categories(new, old):
            for indicator in (new, old):
                if indicator is not None and _has(indicator, category):
                    yield indicator, category
                    break


def change_of(
    before: Side, after: Side, key: str, category: Category | None, *, allow_unequal: bool = False
) -> Change:
    """The change of an indicator or a part of it from one side to the other."""
    old, new = before.indicators.get(key), after.indicators.get(key)
    first, second = before.figures.get((key, category)), after.figures.get((key, category))
    why = incomparable(old, new) if old and new else None
    if (key, category) in before.untold | after.untold:
        return not_comparable(first, second, message("change.not_separable"))
    if why is not None and first and second:
        return not_comparable(first, second, why)
    indicator = new or old
    return compare(
        first, second, indicator.kind if indicator else IndicatorKind.STOCK, allow_unequal=allow_unequal
    )


def _of_report(report: Report) -> Side:
    return _side(report.period, report.indicators, report)


def _side(period: Period, indicators: Mapping[str, Indicator], report: Report) -> Side:
    figures = {
        (indicator.key, figure.category): figure
        for indicator, figure in report.observations
        if figure.period == period
    }
    return Side(period, indicators, figures)


def _of_period(library: Library, period: Period) -> Side:
    """The figures of a period, wherever in the library they stand."""
    for report in reversed(library.reports):
        if report.period == period:
            return _side(period, report.indicators, report)
    indicators = {indicator.key: indicator for indicator in library.indicators()}
    figures: dict[tuple[str, Category | None], Observation] = {
        (key, None): figure for key in indicators for figure in library.series(key) if figure.period == period
    }
    return Side(period, indicators, figures)


def _periods(library: Library) -> list[Period]:
    """All periods that some figure is for, the earliest first."""
    found = {report.period for report in library.reports}
    found |= {figure.period for report in library.reports for _, figure in report.observations}
    return sorted(found, key=lambda period: (period.last, period.first))


def _base(new: Period, known: list[Period]) -> Period:
    """The same period a year earlier, else the last one before it of the same length."""
    year_earlier = new.year_earlier()
    if year_earlier in known and year_earlier is not None:
        return year_earlier
    earlier = [period for period in known if period.last < new.last]
    same = [period for period in earlier if period.as_long_as(new)]
    if same:
        return same[-1]
    if earlier:
        raise UsageError(message("compare.none_as_long", period=new, known=tuple(earlier)))
    raise UsageError(message("compare.one_period", period=new))


def _categories(*indicators: Indicator | None) -> list[Category | None]:
    """The whole, then the parts that any of the indicators has."""
    found: dict[Category | None, None] = {None: None}
    for indicator in indicators:
        for dimension, breakdown in indicator.breakdowns.items() if indicator else ():
            for member in breakdown.members:
                found[Category(dimension, member)] = None
    return list(found)


def _has(indicator: Indicator, category: Category | None) -> bool:
    if category is None:
        return True
    breakdown = indicator.breakdowns.get(category.dimension)
    return breakdown is not None and category.member in breakdown.members
