"""Trend: an indicator over the periods that reports know, each figure with its own certainty."""

from collections.abc import Iterator, Sequence

from edureport.charts.wording import drawing, extent, figure_text
from edureport.drawing import Bars, Drawing, DrawnBar, Panel, Point, Trend
from edureport.languages.catalogue import Catalogue
from edureport.message import message
from edureport.model.library import Library
from edureport.model.report import Flag, Indicator, IndicatorKind, Observation


def trend_of(library: Library, indicators: Sequence[Indicator], words: Catalogue) -> Drawing:
    """A panel for each of these indicators that several figures are known of.

    Stocks and ratios are points over time. Flows are bars, one a period: those over as long a time as
    the latest one, for others are not to be compared with it.
    """
    panels: list[Panel] = []
    left = 0
    for indicator in indicators:
        series = library.series(indicator.key, like=indicator)
        if indicator.kind is IndicatorKind.FLOW:
            alike = [figure for figure in series if figure.period.as_long_as(series[-1].period)]
            left += len(series) - len(alike)
            panels += [_bars(alike, indicator, words)] if len(alike) > 1 else []
        elif len(days := _last_of_each_day(series)) > 1:
            panels.append(_points(days, indicator, words))
    said = (text for panel in panels for text in _said(panel))
    notes = [words.say(message("chart.left_out", count=left))] if left else []
    return drawing(words.value(library.latest.organisation), panels, said, words, *notes)


def _said(panel: Panel) -> Iterator[str]:
    match panel:
        case Trend():
            yield from (f"{panel.heading}, {point.label}: {point.text}" for point in panel.points)
        case Bars():
            yield from (f"{panel.heading}, {bar.label}: {bar.text}" for bar in panel.bars)


def _last_of_each_day(series: Sequence[Observation]) -> list[Observation]:
    """One figure a day: of those whose periods end together the last one, which is over the longest time."""
    return list({figure.period.last: figure for figure in series}.values())


def _bars(series: Sequence[Observation], indicator: Indicator, words: Catalogue) -> Bars:
    bars = (
        DrawnBar(
            words.period(figure.period),
            extent(figure.quantity.interval),
            figure_text(figure, indicator, words),
        )
        for figure in series
    )
    return Bars(indicator.label.in_language(words.code), tuple(bars))


def _points(series: Sequence[Observation], indicator: Indicator, words: Catalogue) -> Trend:
    points = (
        Point(
            figure.period.last,
            words.period(figure.period),
            extent(figure.quantity.interval),
            figure_text(figure, indicator, words),
            apart=Flag.BREAK in figure.flags,
        )
        for figure in series
    )
    return Trend(indicator.label.in_language(words.code), tuple(points))
