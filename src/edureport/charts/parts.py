"""Parts of a whole: the whole above its parts, each beginning where the one before it ends."""

from collections.abc import Iterator, Sequence

from edureport.charts.wording import bar, drawing_of_bars
from edureport.drawing import ZERO, Bars, Drawing, DrawnBar
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Percent
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
