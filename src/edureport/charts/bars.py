"""Bars: the figures of sections, those in one unit on one scale, parts below their whole."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edureport.charts.wording import bar, drawing_of_bars
from edureport.drawing import Bars, Drawing, DrawnBar
from edureport.languages.catalogue import Catalogue
from edureport.model.report import Indicator, Report
from edureport.showing import label_of

MOST_BARS = 16  # of a picture that stands on a page


def bars_of(report: Report, indicators: Sequence[Indicator], words: Catalogue) -> Drawing:
    """The figures of these indicators for the period of their report; those without one say so."""
    return drawing_of_bars(report, list(_panels(indicators, words)), words)


def comparable_bars_of(report: Report, indicators: Sequence[Indicator], words: Catalogue) -> Drawing | None:
    """Those of them of which three or more stand on one scale, without headings; None if there are none such.

    There are no more than fit a page: a unit with which there would be more is left to the tables.
    """
    panels: list[Bars] = []
    for panel in _panels(indicators, words):
        known = sum(bar.extent is not None for bar in panel.bars)
        if known > 2 and sum(len(one.bars) for one in (*panels, panel)) <= MOST_BARS:
            panels.append(panel._replace(heading=""))
    return drawing_of_bars(report, panels, words) if panels else None


def _panels(indicators: Sequence[Indicator], words: Catalogue) -> Iterator[Bars]:
    """A panel for what is in one section and one unit; the first of a section is headed by its name."""
    before = None
    for (section, _), together in groupby(indicators, key=_side_by_side):
        group = list(together)
        name = group[0].section.label.in_language(words.code) if group[0].section else ""
        bars = tuple(bar for indicator in group for bar in _bars(indicator, words))
        yield Bars(name if section != before else "", bars)
        before = section


def _side_by_side(indicator: Indicator) -> tuple[str, str]:
    """What has to be the same of figures on one scale: their section and their unit."""
    unit = "%" if indicator.unit.is_percent else indicator.unit.key
    return indicator.section.key if indicator.section else "", unit


def _bars(indicator: Indicator, words: Catalogue) -> Iterator[DrawnBar]:
    """The indicator, then each of its parts."""
    yield bar(indicator.label.in_language(words.code), indicator.observation, indicator, words)
    for figure in indicator.observations:
        if figure.category is not None and figure.period == indicator.period:
            part = label_of(indicator, figure.category, words.code).part
            yield bar(part, figure, indicator, words, part=True)
