"""What drawings say of a figure: its amount with its unit, both its ends, and all of it as one text."""

from collections.abc import Iterable, Sequence

from edureport.drawing import Bars, Drawing, DrawnBar, Extent, Panel
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Amount, Counted, decimals_of
from edureport.message import message
from edureport.model.interval import Interval
from edureport.model.report import Indicator, Observation, Report
from edureport.showing import as_people_write


def extent(interval: Interval) -> Extent:
    """An interval as what is drawn."""
    low, high = interval.low, interval.high
    return Extent(low if low.is_finite() else None, high if high.is_finite() else None)


def amount_text(amount: Amount, indicator: Indicator, words: Catalogue) -> str:
    """An amount with its unit, in words: "more than 300 schools", "63.4%"."""
    if indicator.unit.is_percent:
        return words.quantity(amount, decimals_of(amount), percent=True)
    unit = Counted(indicator.unit.key, indicator.unit.in_language(words.code), amount)
    return f"{words.quantity(amount)} {words.unit(unit)}"


def figure_text(figure: Observation, indicator: Indicator, words: Catalogue) -> str:
    """The same of a figure, in thousands where its source writes it so, with its flags."""
    text = amount_text(as_people_write(figure), indicator, words)
    flags = ", ".join(words.word(f"flags.{flag.value}") for flag in figure.flags)
    return f"{text} ({flags})" if flags else text


def bar(
    label: str, figure: Observation | None, indicator: Indicator, words: Catalogue, *, part: bool = False
) -> DrawnBar:
    """A figure as a bar, with what it says; without one it says so."""
    if figure is None:
        return DrawnBar(label, None, words.word("no_data"), part)
    return DrawnBar(label, extent(figure.quantity.interval), figure_text(figure, indicator, words), part)


def drawing_of_bars(report: Report, panels: Sequence[Bars], words: Catalogue) -> Drawing:
    """The figures of a report as bars; several panels are on scales of their own, which it says."""
    title = words.say(message("title.summary", organisation=report.organisation, period=report.period))
    said = (f"{bar.label}: {bar.text}" for panel in panels for bar in panel.bars)
    scales = (words.word("chart.scales"),) if len(panels) > 1 else ()
    return drawing(title, panels, said, words, *scales)


def drawing(
    title: str, panels: Sequence[Panel], said: Iterable[str], words: Catalogue, *notes: str
) -> Drawing:
    """A drawing of these panels; `said` is what each thing in it says."""
    keys = ("chart.open", "chart.range", "chart.gone", "chart.cut")
    legend = {key.removeprefix("chart."): words.word(key) for key in keys}
    description = " ".join(("; ".join(said) + ".", *notes))
    return Drawing(words.code, title, description, tuple(panels), legend, notes)
