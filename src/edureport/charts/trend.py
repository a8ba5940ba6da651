"""Trend: an indicator over the periods that reports know, each figure with its own certainty."""

from collections.abc import Iterator, Sequence

from edureport.charts.wording import bar, drawing, extent, figure_text
from edureport.drawing import Bars, Drawing, Panel, Point, Trend
from edureport.languages.catalogue import Catalogue
from edureport.message import message
from edureport.model.library import Library
from edureport.model.report import Flag, Indicator, IndicatorKind, Observation

LEAST_POINTS = 3  # of a trend that stands on a page: two are in the table beside it
MOST_PANELS = 2  # of such a picture: more would leave half a page empty
MOST_TRENDS = 12  # of a section: more are no pictures of it


def trend_of(library: Library, indicators: Sequence[Indicator], words: Catalogue) -> Drawing:
    """A panel for each of these indicators that several figures are known of.

    Stocks and ratios are points over time. Flows are bars, one a period: those over as long a time as
    the latest one, for others are not to be compared with it.
    """
    panels, left = _panels(library, indicators, words)
    return _drawn(library, panels, words, left)


def long_trends_of(library: Library, indicators: Sequence[Indicator], words: Catalogue) -> Iterator[Drawing]:
    """The trends of three figures and more, a few on each picture; none where they are very many."""
    panels, _ = _panels(library, indicators, words)
    long = [one for one in panels if len(one.bars if isinstance(one, Bars) else one.points) >= LEAST_POINTS]
    for first in range(0, len(long) if len(long) <= MOST_TRENDS else 0, MOST_PANELS):
        yield _drawn(library, long[first : first + MOST_PANELS], words)


def _panels(
    library: Library, indicators: Sequence[Indicator], words: Catalogue
) -> tuple[list[Bars | Trend], int]:
    """A panel for each of these indicators, and how many figures of flows are not comparable."""
    panels: list[Bars | Trend] = []
    left = 0
    for indicator in indicators:
        label = indicator.label.in_language(words.code)
        series = library.series(indicator.key, like=indicator)
        # Of those whose periods end together the last one, which is over the longest time.
        by_day = {figure.period.last: figure for figure in series}
        if indicator.kind is IndicatorKind.FLOW:
            alike = [figure for figure in series if figure.period.as_long_as(series[-1].period)]
            left += len(series) - len(alike)
            bars = tuple(bar(words.period(figure.period), figure, indicator, words) for figure in alike)
            panels += [Bars(label, bars)] if len(bars) > 1 else []
        elif len(by_day) > 1:
            points = tuple(_point(figure, indicator, words) for figure in by_day.values())
            panels.append(Trend(label, points))
    return panels, left


def _drawn(library: Library, panels: Sequence[Panel], words: Catalogue, left: int = 0) -> Drawing:
    said = (text for panel in panels for text in _said(panel))
    notes = [words.say(message("chart.left_out", count=left))] if left else []
    return drawing(words.value(library.latest.organisation), panels, said, words, *notes)


def _said(panel: Panel) -> Iterator[str]:
    match panel:
        case Trend():
            yield from (f"{panel.heading}, {point.label}: {point.text}" for point in panel.points)
        case Bars():
            yield from (f"{panel.heading}, {bar.label}: {bar.text}" for bar in panel.bars)


def _point(figure: Observation, indicator: Indicator, words: Catalogue) -> Point:
    label, drawn = words.period(figure.period), extent(figure.quantity.interval)
    text, apart = figure_text(figure, indicator, words), Flag.BREAK in figure.flags
    return Point(figure.period.last, label, drawn, text, apart=apart)
