"""Progress: targets against time, each from where it starts to where it is to be."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from edureport.analysis.progress import Assessment, assess_all
from edureport.charts.wording import amount_text, drawing, extent
from edureport.drawing import Drawing, Track, Tracks
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Percent
from edureport.message import message
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Report

MOST_TRACKS = 12  # of a picture that stands on a page


def progress_of(
    library: Library, indicators: Collection[str], words: Catalogue, day: date | None = None
) -> Drawing:
    """The targets of these indicators as of a day, else as of the end of the latest report."""
    as_of = day or library.latest.period.last
    targets = [target for target in library.targets(as_of) if target.indicator.key in indicators]
    return tracks_of(library.latest, assess_all(library, targets, as_of), as_of, words)


def tracks_of(report: Report, assessed: Sequence[Assessment], as_of: date, words: Catalogue) -> Drawing:
    """Targets as they were assessed on a day; without a panel if there are none."""
    tracks = tuple(_track(one, words) for one in assessed)
    title = words.say(message("title.targets", organisation=report.organisation, day=as_of))
    said = (f"{track.label}: {track.status_text}, {track.text}" for track in tracks)
    return drawing(title, [Tracks("", tracks)] if tracks else [], said, words)


def _track(one: Assessment, words: Catalogue) -> Track:
    status = one.status.value
    return Track(
        one.target.label.in_language(words.code),
        status,
        words.word(f"status.{status}"),
        None if one.progress is None else extent(one.progress),
        one.elapsed,
        "; ".join(_figures(one, words)),
    )


def _figures(one: Assessment, words: Catalogue) -> Iterator[str]:
    """What is known of a target in numbers, each after its heading."""
    indicator = one.target.indicator
    numbers = {
        "progress": one.percent and words.value(Percent(Quantity.of(one.percent))),
        "actual": one.actual and amount_text(one.actual, indicator, words),
        "goal": amount_text(one.target.quantity, indicator, words),
        "due": one.target.due and words.short_date(one.target.due),
    }
    for key, text in numbers.items():
        if text:
            yield words.say(message("chart.named", name=words.word(f"column.{key}"), value=text))
