"""Sides: what is compared with what, and which figures stand on each side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from edureport.analysis.change import Change, compare, discrete, incomparable, not_comparable
from edureport.analysis.windows import Windows
from edureport.errors import UsageError
from edureport.message import Message, message
from edureport.model import report as model
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Quantity

Figure = tuple[str, model.Category | None]  # the key of an indicator, and the part of it


class Restatement(NamedTuple):
    """A figure of a report that a later report gives otherwise; the later one counts."""

    counts: model.Observation
    other: model.Observation


class Side(NamedTuple):
    """One side of a comparison: a period, the indicators as defined then, and their figures.

    `inseparable` says why some cannot be separated, `restatements` which ones a later report replaced, and
    `breaks` on which days figures began that are not comparable with those before. `report` is the one
    on the period, if there is one; `asked` is what was asked for, if that contains the period.
    """

    period: Period
    indicators: Mapping[str, model.Indicator]
    figures: Mapping[Figure, model.Observation]
    inseparable: Mapping[Figure, Message] = MappingProxyType({})
    restatements: Mapping[Figure, Restatement] = MappingProxyType({})
    breaks: Mapping[Figure, tuple[date, ...]] = MappingProxyType({})
    report: model.Report | None = None
    asked: Period | None = None

    def as_of_then(self, indicator: model.Indicator) -> model.Indicator:
        """The indicator with the figures of this side alone, as if a report on its period stated it."""
        figures = [
            figure
            for category in model.categories_of(indicator)
            if (figure := self.figures.get((indicator.key, category))) is not None
        ]
        blanks = indicator.blanks if self.report and indicator.key in self.report else ()
        return indicator._replace(period=self.period, observations=model.Figures(figures), blanks=blanks)


def latest_side(library: Library, asked: Period | None) -> Side:
    """The side of a period, without one of the latest report; UsageError if nothing is known of it."""
    return _asked(library, asked, periods(library)) if asked else _of_period(library, library.latest.period)


def earlier_side(library: Library, later: Side, asked: Period | None) -> Side | None:
    """The side that a later one is shown beside, as `sides` chooses it, or of the period asked for.

    None if there is no such period; raises UsageError if one was asked for that nothing is known of.
    """
    known = periods(library)
    if asked is not None:
        return _asked(library, asked, known)
    try:
        return _of_period(library, _base(library, later.period, known))
    except UsageError:
        return None


def sides(reports: Sequence[model.Report], before: Period | None, after: Period | None) -> tuple[Side, Side]:
    """What to compare: two reports as they were given, or two periods that the reports know.

    Without a period given: the latest, and the same a year earlier or else the last one before it
    of the same length. Raises UsageError where there is nothing to compare with.
    """
    library = Library.of(reports)
    if len(reports) == 2 and len(library.reports) == 2 and before is None and after is None:
        return _of_report(reports[0], library), _of_report(reports[1], library)
    known = periods(library)
    new = latest_side(library, after)
    old = _asked(library, before, known) if before else _of_period(library, _base(library, new.period, known))
    return old, new


def discrete_side(side: Side, library: Library) -> Side:
    """The side with each flow as what its last period alone added; without those that do not tell."""
    figures, inseparable = dict(side.figures), dict(side.inseparable)
    for (key, category), figure in side.figures.items():
        indicator = side.indicators[key]
        if indicator.kind is model.IndicatorKind.FLOW:
            alone = discrete(figure, library.series(key, category, like=indicator))
            if isinstance(alone, Message):
                del figures[key, category]
                inseparable[key, category] = alone
            else:
                figures[key, category] = alone
    return side._replace(figures=figures, inseparable=inseparable)


def pairs(before: Side, after: Side) -> Iterator[tuple[model.Indicator, model.Category | None]]:
    """Everything that either side has: each indicator, then its parts; as the later side defines it."""
    for key in {**after.indicators, **before.indicators}:
        old, new = before.indicators.get(key), after.indicators.get(key)
        for category in model.categories_of(new, old):
            for indicator in (new, old):
                if indicator is not None and indicator.has(category):
                    yield indicator, category
                    break


def change_of(
    before: Side, after: Side, key: str, category: model.Category | None, *, allow_unequal: bool = False
) -> Change:
    """The change of an indicator or a part of it from one side to the other."""
    old, new = before.indicators.get(key), after.indicators.get(key)
    first, second = before.figures.get((key, category)), after.figures.get((key, category))
    why = incomparable(old, new) if old and new else None
    inseparable = after.inseparable.get((key, category)) or before.inseparable.get((key, category))
    if inseparable is not None:
        return not_comparable(first, second, inseparable)
    if first and second:
        why = why or _break(first, second, [after.breaks.get((key, part), ()) for part in {None, category}])
        if why is not None:
            return not_comparable(first, second, why)
    indicator = new or old
    kind = model.IndicatorKind.RATIO if indicator is None or indicator.is_ratio else indicator.kind
    return compare(first, second, kind, allow_unequal=allow_unequal)


def _asked(library: Library, period: Period, known: Sequence[Period]) -> Side:
    """The side of a period that was asked for.

    If nothing is for just this period, it is the only known one within it, for what is no flow: in 2022
    a stock of September 2022. Raises UsageError where there is none, or are several.
    """
    side = _of_period(library, period)
    if period in known or side.figures:
        return side
    within = [one for one in known if period.first <= one.first and one.last <= period.last]
    if len(within) == 1:
        side = _of_period(library, within[0])
        figures = {
            key: figure
            for key, figure in side.figures.items()
            if side.indicators[key[0]].kind is not model.IndicatorKind.FLOW
        }
        if figures:
            return side._replace(figures=figures, asked=period)
    raise UsageError(message("compare.no_such_period", period=period, known=tuple(known)))


def _break(
    before: model.Observation, after: model.Observation, breaks: Iterable[Iterable[date]]
) -> Message | None:
    """Why two figures are not comparable that a break lies between, at the later of them or before it."""
    first, last = sorted((before.period.last, after.period.last))
    days = [day for days_of_breaks in breaks for day in days_of_breaks if first < day <= last]
    return message("change.break", day=max(days)) if days else None


def _of_report(report: model.Report, library: Library) -> Side:
    """The figures of a report for its period; of those that a later one restates the later ones."""
    figures: dict[Figure, model.Observation] = {}
    restatements: dict[Figure, Restatement] = {}
    for indicator in report.indicators.values():
        own = {one.category: one for one in indicator.observations if one.period == report.period}
        known = library.at(indicator, report.period)
        for category in model.categories_of(indicator):
            if category in own:
                key, stated = (indicator.key, category), own[category]
                figures[key] = counts = known.get(category, stated)
                if counts.place != stated.place:
                    restatements[key] = Restatement(counts, stated)
    return Side(
        report.period,
        report.indicators,
        figures,
        restatements=restatements,
        breaks=_breaks(library),
        report=report,
    )


def _of_period(library: Library, period: Period) -> Side:
    """The figures of a period, wherever in the library they stand, or what windows of flows add up to."""
    for report in reversed(library.reports):
        if report.period == period:
            return _of_report(report, library)
    indicators = {indicator.key: indicator for indicator in library.indicators()}
    figures: dict[Figure, model.Observation] = {}
    for indicator in indicators.values():
        series = library.every_series(indicator.key, like=indicator)
        for category, known in series.items():
            figure = next((one for one in known if one.period == period), None)
            if figure is None and indicator.kind is model.IndicatorKind.FLOW:
                figure = _added(known, period)
            if figure is not None:
                figures[indicator.key, category] = figure
    return Side(period, indicators, figures, breaks=_breaks(library))


def figure_at(
    series: Sequence[model.Observation], indicator: model.Indicator, period: Period
) -> model.Observation | None:
    """The figure for a period: of a stock that of its last day, of a flow also what its windows add up to."""
    for figure in reversed(series):
        if figure.period == period:
            return figure
    if indicator.is_ratio:
        return None
    if indicator.kind is model.IndicatorKind.STOCK:
        return next((one for one in reversed(series) if one.period.last == period.last), None)
    return _added(series, period)


def _added(known: Sequence[model.Observation], period: Period) -> model.Observation | None:
    """What windows that touch, or that begin on one day, give for a period, if they give one number."""
    exact = [figure for figure in known if figure.quantity.is_exact]
    if len(exact) < 2 or any(model.Flag.BREAK in figure.flags for figure in known):
        return None
    amount = Windows(exact, grows=all(figure.quantity.counted for figure in exact)).over(period)
    if not amount.is_point:
        return None
    last = max(exact, key=lambda figure: figure.period.last)
    quantity = Quantity(amount.low, counted=last.quantity.counted)
    return model.Observation(period, quantity, last.place, last.category)


def _breaks(library: Library) -> dict[Figure, tuple[date, ...]]:
    """The days of figures that begin a series anew."""
    breaks: dict[Figure, tuple[date, ...]] = {}
    for report in library.reports:
        for indicator, figure in report.observations:
            if model.Flag.BREAK in figure.flags:
                key = indicator.key, figure.category
                breaks[key] = (*breaks.get(key, ()), figure.period.last)
    return breaks


def periods(library: Library) -> list[Period]:
    """All periods that some figure is for, the earliest first."""
    known = {report.period for report in library.reports}
    known |= {figure.period for report in library.reports for _, figure in report.observations}
    return sorted(known, key=lambda period: period.order)


def _base(library: Library, new: Period, known: list[Period]) -> Period:
    """The same period a year earlier, else the last one before it of the same length."""
    year_earlier = new.year_earlier()
    if year_earlier is not None and (year_earlier in known or _of_period(library, year_earlier).figures):
        return year_earlier
    earlier = [period for period in known if period.last < new.last]
    same = [period for period in earlier if period.as_long_as(new)]
    if same:
        return same[-1]
    if earlier:
        raise UsageError(message("compare.none_as_long", period=new, known=tuple(earlier)))
    raise UsageError(message("compare.one_period", period=new))
