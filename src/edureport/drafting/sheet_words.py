"""What the words of a sheet that nobody has described say: a total, a period, a year, a value with flags."""

import re
from collections.abc import Sequence
from contextlib import suppress

from edureport.errors import ReportError
from edureport.reading.tables.grid import Cell, text_of
from edureport.reading.tables.periods import read_period

TOTALS = frozenset(
    (
        "total",
        "all",
        "итого",
        "всего",
        "все",
        "барлығы",
        "жиыны",
        "республика казахстан",
        "қазақстан республикасы",
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(
    r"\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ -]"
    r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
    r"|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_FLAGGED = re.compile(r"([^a-z]{1,20}) ([a-z]{1,3})")


def period_form(text: str) -> str | None:
    """In which form a text is a period: "" as report files write it, or school-year; None if it is none."""
    for form in ("", "school-year", "quarter"):
        with suppress(ReportError):
            read_period(text, form)
            return form
    return None


def year_in(lines: Sequence[str]) -> str | None:
    """The only year that lines name; none beside a day: the state on 1 January is not that of the year."""
    if any(_DAY.search(line) for line in lines):
        return None
    years = {year for line in lines for year in _YEAR.findall(line)}
    return years.pop() if len(years) == 1 else None


def is_total(text: str) -> bool:
    """Whether a text calls a total by its name."""
    return text.casefold().strip(" :*") in TOTALS


def flagged(text: str) -> tuple[str, str]:
    """A value and the letters of flags behind it."""
    match = _FLAGGED.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def is_year(cell: Cell) -> bool:
    """Whether a cell has four digits that may be a year."""
    return _YEAR.fullmatch(text_of(cell)) is not None
