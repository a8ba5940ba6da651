"""Parts of a whole: the whole above its parts, each beginning where the one before it ends."""

from collections.abc import Iterator, Sequence
from itertools import chain

from edureport.charts.wording import drawing, extent, figure_text
from edureport.drawing import ZERO, Bars, Drawing, DrawnBar
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Percent
from edureport.message import message
from edureport.model.quantity import Quantity
from edureport.model.report import Breakdown, Indicator, Observation, Report
from edureport.showing import share_of


def parts_of(report: Report, indicators: Sequence[Indicator], words: Catalogue) -> Drawing:
    """A panel for each breakdown of these indicators that the report has figures of."""
    panels = [
        _panel(indicator, breakdown, words)
        for indicator in indicators
        for breakdown in indicator.breakdowns.values()
        if indicator.parts(breakdown.key)
    ]
    title = words.say(message("title.summary", organisation=report.organisation, period=report.period))
    said = (f"{bar.label}: {bar.text}" for panel in panels for bar in panel.bars)
    return drawing(title, panels, said, words, *((words.word("chart.scales"),) if len(panels) > 1 else ()))


def _panel(indicator: Indicator, breakdown: Breakdown, words: Catalogue) -> Bars:
    whole = indicator.figure(breakdown.of)
    label = indicator.label_of(breakdown.of).in_language(words.code)
    heading = breakdown.label.in_language(words.code) if breakdown.label else ""
    if whole is None:
        top = DrawnBar(label, None, words.word("no_data"))
    else:
        top = DrawnBar(label, extent(whole.quantity.interval), figure_text(whole, indicator, words))
    return Bars(heading, tuple(chain((top,), _parts(indicator, breakdown, whole, words))))


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
        if figure is None:
            yield DrawnBar(name.in_language(words.code), None, words.word("no_data"), part=True)
            continue
        text = figure_text(figure, indicator, words)
        share = share_of(figure, whole, indicator)
        if share is not None:
            text = f"{text}, {words.value(Percent(Quantity.of(share)))}"
        yield DrawnBar(
            name.in_language(words.code), extent(figure.quantity.interval), text, part=True, start=start
        )
        start += figure.quantity.stated if add_up else ZERO
