"""Periods as tables write them: years, school years, days, and the notations of report files."""

import re
from datetime import date

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
    """The period that a cell names; without a form it is written as in a report file.

    Raises ReportError if it is none.
    """
    if form == "school-year":
        return _school_year(text)
    if form == "quarter":
        return _quarter(text)
    if form == "school-quarter":
        return _school_quarter(text)
    if form == "week":
        return _week(text)
    if form in _FISCAL:
        return _fiscal_year(text, form)
    if form in _DAYS:
        return _day(text, form)
    return Period.parse(text)


def _school_year(text: str) -> Period:
    """2015/16, 2015-2016, 201516 or 2015: from 1 September to 31 August."""
    match = _SCHOOL_YEAR.fullmatch(text)
    if not match or (match[2] and int(match[2]) not in ((int(match[1]) + 1) % 100, int(match[1]) + 1)):
        raise ReportError(message("table.period", text=text, form="school-year"))
    return Period.parse(f"{match[1]}/{(int(match[1]) + 1) % 100:02}")


def _school_quarter(text: str) -> Period:
    """2024/25 / III четверть, 2024-2025 1 тоқсан."""
    match = _SCHOOL_QUARTER.fullmatch(text)
    if not match:
        raise ReportError(message("table.period", text=text, form="school-quarter"))
    year, nth = _school_year(match["year"]).first.year, match["nth"].upper()
    return Period.parse(f"{year}/{(year + 1) % 100:02}-Q{_NTH.get(nth) or nth}")


def _week(text: str) -> Period:
    """2025 Week 10, 2025-W10."""
    match = _WEEK.fullmatch(text)
    if not match:
        raise ReportError(message("table.period", text=text, form="week"))
    return Period.parse(f"{match[1]}-W{match[2]}")


def _fiscal_year(text: str, form: str) -> Period:
    """2024/25, 2024-2025 or 202425; of 2024 alone it is not certain which of its two years is meant."""
    match = _SCHOOL_YEAR.fullmatch(text)
    if not match or not match[2] or int(match[2]) not in ((int(match[1]) + 1) % 100, int(match[1]) + 1):
        raise ReportError(message("table.period", text=text, form=form))
    return Period.parse(f"FY{match[1]}-{_FISCAL[form]:02}")


def _quarter(text: str) -> Period:
    """2024 / III quarter, 2024 3 квартал, 2024 IV тоқсан; 2024 / year is the whole year."""
    match = _QUARTER.fullmatch(text)
    if not match:
        raise ReportError(message("table.period", text=text, form="quarter"))
    if match["whole"]:
        return Period.parse(match["year"])
    nth = match["nth"].upper()
    return Period.parse(f"{match['year']}-Q{_NTH.get(nth) or nth}")


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
