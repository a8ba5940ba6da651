"""edureport chart: figures as a picture, each drawn as what it can be."""

import os
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from edureport import output
from edureport.charts.bars import bars_of, parts_of
from edureport.charts.progress import progress_of
from edureport.charts.trend import trend_of
from edureport.commands.language import chosen_language
from edureport.commands.options import Lang, Sections, read, refuse_overwriting
from edureport.commands.selection import apart, as_date, one_of, selected
from edureport.commands.values import (
    argument,
    complete_indicators,
    complete_reports,
    completing,
    completing_names,
    option,
)
from edureport.drawing import Drawing
from edureport.errors import UsageError
from edureport.formats import DRAWINGS
from edureport.languages.catalogue import Catalogue, load
from edureport.message import message
from edureport.model.library import Library
from edureport.model.report import Indicator

_FORMATS = completing_names(DRAWINGS)
KINDS = ("bars", "parts", "trend", "progress")


def chart(
    words: Annotated[
        list[str] | None, argument("[INDICATOR]... [REPORT]...", "help.chart_words", complete_indicators)
    ] = None,
    data: Annotated[list[str] | None, option("REPORT", "help.chart_data", complete_reports)] = None,
    section: Sections = None,
    kind: Annotated[
        str | None, option("bars|parts|trend|progress", "help.chart_kind", completing("kind"))
    ] = None,
    as_of: Annotated[str | None, option("DATE", "help.as_of")] = None,
    form: Annotated[str | None, option("NAME", "help.chart_format", _FORMATS, "--format", "-f")] = None,
    file: Annotated[str | None, option("FILE", "help.output", None, "--output", "-o")] = None,
    lang: Lang = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="help.no_color")] = False,
) -> None:
    """Run the command."""
    language = chosen_language(lang, os.environ)
    choice = output.Choice(form, file, language, color=not no_color)
    output.format_of(choice, Drawing.__name__)  # a wrong name is reported before any work is done
    chosen_kind = None if kind is None else one_of("--kind", kind, {name: name for name in KINDS})
    day = as_date("--as-of", as_of)
    indicators, reports = apart(words or ())
    loaded = read([*(data or ()), *reports], language)
    refuse_overwriting(file, *(path for report in loaded for path in report.paths))
    if day is not None and (first := min(report.period.last for report in loaded)) > day:
        raise UsageError.at("--as-of", "targets.too_early", day=day, first=first)
    library = Library.of(loaded)
    every = selected(library.reports, section, indicators)
    chosen = list({one.key: one for one in every}.values())  # as the latest report defines each
    drawing = drawn(chosen_kind or _fitting(library, chosen), library, chosen, load(language), day)
    if not drawing.panels:
        raise UsageError(message("chart.nothing"))
    output.write(drawing, choice, os.environ)


def drawn(
    kind: str, library: Library, indicators: Sequence[Indicator], words: Catalogue, day: date | None = None
) -> Drawing:
    """These indicators of one organisation as a drawing of a kind; without a panel if there is nothing."""
    latest = library.latest
    match kind:
        case "bars":
            return bars_of(latest, [one for one in indicators if one.key in latest], words)
        case "parts":
            return parts_of(latest, [one for one in indicators if one.key in latest], words)
        case "trend":
            return trend_of(library, indicators, words)
    return progress_of(library, {one.key for one in indicators}, words, day)


def _fitting(library: Library, indicators: Sequence[Indicator]) -> str:
    """What shows most: of one indicator its trend where there is one, else its parts; else bars."""
    if len(indicators) == 1:
        if len(library.series(indicators[0].key, like=indicators[0])) > 1:
            return "trend"
        if any(indicators[0].parts(key) for key in indicators[0].breakdowns):
            return "parts"
    return "bars"
