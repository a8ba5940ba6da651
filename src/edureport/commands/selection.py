"""The values of options: which indicators, dates, periods, names and groups they choose."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any

from edureport.commands.values import completing, option
from edureport.errors import EdureportError, UsageError
from edureport.message import message
from edureport.model.library import Library
from edureport.model.period import Period, parse_date
from edureport.model.report import LANGUAGES, Indicator, Report, Text
from edureport.near import unknown
from edureport.reading.files import as_argument
from edureport.reading.locate import SUFFIXES
from edureport.reading.tables import TABLE_SUFFIXES

_SUFFIXES = (*SUFFIXES, *TABLE_SUFFIXES)
BY = ("organisation", "area", "section")
TOTAL = "total"  # what machines call the sum of all


def listed(values: Iterable[str | None] | None) -> tuple[str, ...]:
    """The words of options that take several, with commas between or the option repeated."""
    return tuple(word.strip() for value in values or () if value for word in value.split(",") if word.strip())


def selected(
    reports: Iterable[Report], section: Iterable[str] | None, indicator: Iterable[str] | None
) -> list[Indicator]:
    """The indicators that the patterns in options choose, all without; UsageError if one fits nothing."""
    reports, sections, indicators = list(reports), listed(section), listed(indicator)
    _must_fit(sections, {key for report in reports for key in report.sections}, "section")
    _must_fit(indicators, {key for report in reports for key in report.indicators}, "indicator")
    return [
        indicator
        for report in reports
        for indicator in report.indicators.values()
        if (not indicators or _fits(indicator.key, indicators))
        and (not sections or (indicator.section and _fits(indicator.section.key, sections)))
    ]


def named_first(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The indicators that a command begins with, and the reports behind them.

    The first word names indicators; of the others those are reports that lead to a file, and all behind one.
    Raises UsageError if the first word is a file.
    """
    if words:
        refuse_file(words[0])
    count = next((place for place, word in enumerate(words) if place and _is_path(word)), len(words))
    return listed(words[:count]), tuple(words[count:])


def refuse_file(indicator: str) -> None:
    """UsageError if the word in the place of an indicator is the name of a file."""
    if Path(indicator).suffix in _SUFFIXES:
        raise UsageError(message("usage.indicator_first", word=indicator, file=as_argument(indicator)))


def having(indicator: str, reports: Sequence[Report]) -> list[Report]:
    """The reports that have an indicator; UsageError with near keys if none has."""
    found = [report for report in reports if indicator in report]
    if not found:
        known = sorted({key for report in reports for key in report})
        raise UsageError(unknown("usage.indicator", indicator, known))
    return found


def apart(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The indicators among some words, and the reports, of a command that takes either alone."""
    words = list(words)
    return listed(word for word in words if not _is_path(word)), tuple(filter(_is_path, words))


def _is_path(word: str) -> bool:
    """Whether a word names a file rather than an indicator: there is one, or it is written like one."""
    try:
        there = Path(word).exists()
    except (OSError, ValueError):  # a name that no disk can hold
        there = False
    return there or word == "-" or "/" in word or os.sep in word or Path(word).suffix in _SUFFIXES


def as_date(option: str, text: str | None) -> date | None:
    """The date that an option gives."""
    return None if text is None else _parsed(option, text, parse_date)


def as_period(option: str, text: str | None) -> Period | None:
    """The period that an option gives."""
    return None if text is None else _parsed(option, text, Period.parse)


def one_of(option: str, word: str, known: Mapping[str, Any]) -> Any:
    """The value that a word of an option names; `-` and `_` are the same in it."""
    name = word.replace("-", "_")
    if name in known:
        return known[name]
    raise UsageError(unknown("usage.word", word, known, option=option))


def _parsed(option: str, text: str, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(text)
    except EdureportError as error:
        raise UsageError.at(option, error.problems[0].message) from None


def fitting(known: Iterable[str], patterns: tuple[str, ...], what: str) -> list[str]:
    """Those of the known names that a pattern fits; UsageError for a pattern that fits none."""
    known = list(known)
    _must_fit(patterns, set(known), what)
    return [name for name in known if _fits(name, patterns)]


def _fits(key: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(key, pattern) for pattern in patterns)


def _must_fit(patterns: tuple[str, ...], keys: set[str], what: str) -> None:
    for pattern in patterns:
        if not any(fnmatchcase(key, pattern) for key in keys):
            raise UsageError(unknown(f"usage.{what}", pattern, sorted(keys)))


By = Annotated[str | None, option("|".join(BY), "help.by", completing("by"), "--by")]


def grouped(reports: list[Report], by: str | None, language: str) -> list[Report]:
    """The reports as they are, or those of each area, or of all for one sum in each section, added up.

    Raises UsageError for another word, for an organisation whose area is not stated, and where nothing is
    added up.
    """
    if by is None or one_of("--by", by, {word: word for word in BY}) == "organisation":
        return reports
    from edureport.analysis.organisations import summed

    libraries = Library.by_organisation(reports)
    found: list[Report] = []
    areas: dict[str, list[Library]] = {}
    if by == "section":
        from edureport.languages.catalogue import load

        count = load(language).say(message("count.organisations", count=len(libraries)))
        found = summed(libraries, _sum_named(count, language), TOTAL, None)
        libraries = []
    for library in libraries:
        area = library.latest.area
        if area is None:
            raise UsageError(message("usage.no_area", organisation=library.latest.organisation))
        areas.setdefault(area, []).append(library)
    for area, members in areas.items():
        found += summed(members, _sum_named(area, language), area, area)
    if not found:
        raise UsageError(message("usage.no_sums"))
    return found


def _sum_named(words: str, language: str) -> Text:
    """These words as the name of a sum; the program may speak a language that no report file has."""
    own = language if language in LANGUAGES else LANGUAGES[0]
    return Text.of({own: words}, own)
