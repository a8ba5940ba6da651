"""--by: the figures of several organisations added up."""

from typing import Annotated

from edureport.commands.selection import one_of
from edureport.commands.values import completing, option
from edureport.errors import UsageError
from edureport.message import message
from edureport.model.library import Library
from edureport.model.report import LANGUAGES, Report, Text

BY = ("organisation", "area", "section")
TOTAL = "total"  # what machines call the sum of all

By = Annotated[str | None, option("|".join(BY), "help.by", completing("by"), "--by")]


def grouped(reports: list[Report], by: str | None, language: str) -> list[Report]:
    """The reports as they are, or those of each area, or of all for one sum in each section, added up.

    Raises UsageError for another word, for an organisation whose area is not stated, and where nothing is
    added up.
    """
    if by is None or one_of("--by", by, {word: word for word in BY}) == "organisation":
        return reports
    from edureport.analysis.summing import summed

    libraries = Library.by_organisation(reports)
    if by == "section":
        from edureport.languages.catalogue import load

        count = load(language).say(message("count.organisations", count=len(libraries)))
        return _some(summed(libraries, _named(count, language), TOTAL, None))
    areas: dict[str, list[Library]] = {}
    for library in libraries:
        area = library.latest.area
        if area is None:
            raise UsageError(message("usage.no_area", organisation=library.latest.organisation))
        areas.setdefault(area, []).append(library)
    return _some(
        [
            report
            for area, members in areas.items()
            for report in summed(members, _named(area, language), area, area)
        ]
    )


def _some(reports: list[Report]) -> list[Report]:
    """The reports, of which there are some."""
    if not reports:
        raise UsageError(message("usage.no_sums"))
    return reports


def _named(words: str, language: str) -> Text:
    """These words as the name of a sum; the program may speak a language that no report file has."""
    own = language if language in LANGUAGES else LANGUAGES[0]
    return Text.of({own: words}, own)
