"""Periods as tables write them: years, school years, days, and the notations of report files."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from edureport.errors import ReportError
from edureport.message import message
from edureport.model.period import Period

_FISCAL = {"fiscal-april": 4, "fiscal-july": 7, "fiscal-october": 10}  # by the month that it begins in
_DAYS = ("dd/mm/yyyy", "mm/dd/yyyy", "yyyymmdd")
FORMS = ("year", "school-year", "school-quarter", "quarter", "week", *_FISCAL, *_DAYS)
_SCHOOL_YEAR = re.compile(r"(\d{4})(?:[/–-]?(\d{2}|\d{4}))?(?: *(?:уч\. ?г\.?|учебный год|оқу жылы))?")
_SCHOOL_QUARTER = re.compile(
    r"(?P<year>\d{4}[/–-]\d{2,4})[ /.,:–—-]{1,5}(?P<nth>IV|I{1,3}|[1-4])[- ]?(?:quarter|четверть|тоқсан)",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(\d{4})[ /.,:–—-]{1,5}(?:W|week|неделя|апта) ?(\d{1,2})", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")  # also a cell of a sheet that is a day
_QUARTER = re.compile(
    r"(?P<year>\d{4})[ /.,:–—-]{1,5}"
    r"(?:(?P<nth>IV|I{1,3}|[1-4])[- ]?(?:quarter|квартал|тоқсан)|(?P<whole>year|год|жыл))",
    re.IGNORECASE,
)
_NTH = {"I": 1, "II": 2, "III": 3, "IV": 4}
_ORDER = {"dd/mm/yyyy": (4, 3, 1), "mm/dd/yyyy": (4, 1, 3)}  # groups of _DAY that are year, month, day


def read_period(text: str, form: str) -> Period:
    """The period that a cell names, without a form as in a report file; ReportError if it is none."""
    if form in _DAYS:
        return _day(text, form)
    if form not in _WRITTEN:
        return Period.parse(text)
    pattern, as_written = _WRITTEN[form]
    match = pattern.fullmatch(text)
    written = as_written(match) if match else None
    if written is None:
        raise ReportError(message("table.period", text=text, form=form))
    return Period.parse(written)


def _school_year(match: re.Match[str]) -> str | None:
    """2015/16, 2015-2016, 201516 or 2015: from 1 September to 31 August."""
    return f"{match[1]}/{(int(match[1]) + 1) % 100:02}" if not match[2] or _goes_on(match) else None


def _school_quarter(match: re.Match[str]) -> str:
    """2024/25 / III четверть, 2024-2025 1 тоқсан."""
    year, nth = read_period(match["year"], "school-year").first.year, match["nth"].upper()
    return f"{year}/{(year + 1) % 100:02}-Q{_NTH.get(nth) or nth}"


def _fiscal_year(month: int, match: re.Match[str]) -> str | None:
    """2024/25, 2024-2025 or 202425; of 2024 alone it is not certain which of its two years is meant."""
    return f"FY{match[1]}-{month:02}" if match[2] and _goes_on(match) else None


def _quarter(match: re.Match[str]) -> str:
    """2024 / III quarter, 2024 3 квартал, 2024 IV тоқсан; 2024 / year is the whole year."""
    if match["whole"]:
        return match["year"]
    nth = match["nth"].upper()
    return f"{match['year']}-Q{_NTH.get(nth) or nth}"


def _goes_on(match: re.Match[str]) -> bool:
    """Whether the second year is the next one."""
    return int(match[2]) in ((int(match[1]) + 1) % 100, int(match[1]) + 1)


_WRITTEN: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]] = {
    "school-year": (_SCHOOL_YEAR, _school_year),
    "school-quarter": (_SCHOOL_QUARTER, _school_quarter),
    "quarter": (_QUARTER, _quarter),
    "week": (_WEEK, lambda match: f"{match[1]}-W{match[2]}"),  # 2025 Week 10, 2025-W10
    **{form: (_SCHOOL_YEAR, partial(_fiscal_year, month)) for form, month in _FISCAL.items()},
}


def _day(text: str, form: str) -> Period:
    if iso := _ISO.fullmatch(text):
        parts: tuple[str, ...] = iso.groups()
    elif form == "yyyymmdd" and len(text) == len(form) and text.isascii() and text.isdigit():
        parts = (text[:4], text[4:6], text[6:])
    elif form != "yyyymmdd" and (match := _DAY.fullmatch(text)):
        parts = tuple(match[number] for number in _ORDER[form])
    else:
        raise ReportError(message("table.period", text=text, form=form))
    try:
        day = date(*map(int, parts))
    except ValueError:
        raise ReportError(message("date.no_such", text=text)) from None
    return Period(day, day)
