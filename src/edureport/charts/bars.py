"""Bars: the figures of sections, those in one unit on one scale; and parts of a whole, one behind another."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edureport.charts.wording import bar, drawing_of_bars
from edureport.drawing import ZERO, Bars, Drawing, DrawnBar
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Percent
from edureport.model.quantity import Quantity
from edureport.model.report import Breakdown, Indicator, Observation, Report
from edureport.showing import label_of, share_of

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


def parts_of(report: Report, indicators: Sequence[Indicator], words: Catalogue) -> Drawing:
    """A panel for each breakdown of these indicators that the report has figures of."""
    panels = [
        _panel(indicator, breakdown, words)
        for indicator in indicators
        for breakdown in indicator.breakdowns.values()
        if indicator.parts(breakdown.key)
    ]
    return drawing_of_bars(report, panels, words)


def _panel(indicator: Indicator, breakdown: Breakdown, words: Catalogue) -> Bars:
    whole = indicator.figure(breakdown.of)
    label = indicator.label_of(breakdown.of).in_language(words.code)
    heading = breakdown.label.in_language(words.code) if breakdown.label else ""
    top = bar(label, whole, indicator, words)
    return Bars(heading, (top, *_parts(indicator, breakdown, whole, words)))


def _parts(
    indicator: Indicator, breakdown: Breakdown, whole: Observation | None, words: Catalogue
) -> Iterator[DrawnBar]:
    """The parts; where one has no exact number of a count, or none, nobody knows where the next begins."""
    figures = {figure.category.member: figure for figure in indicator.parts(breakdown.key) if figure.category}
    first = [figures.get(member) for member in list(breakdown.members)[:-1]]  # behind the last is nothing
    add_up = not indicator.is_ratio and all(
        figure is not None and figure.quantity.is_exact and figure.quantity.stated >= 0
        for figure in (*first, *figures.values())
    )
    start = ZERO
    for member, name in breakdown.members.items():
        figure = figures.get(member)
        drawn = bar(name.in_language(words.code), figure, indicator, words, part=True)
        if figure is None:
            yield drawn
            continue
        share = share_of(figure, whole, indicator)
        text = drawn.text if share is None else f"{drawn.text}, {words.value(Percent(Quantity.of(share)))}"
        yield drawn._replace(text=text, start=start)
        start += figure.quantity.stated if add_up else ZERO
