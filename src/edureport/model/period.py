"""Period: a span of days, both ends included, in every notation that reports use."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from edureport.errors import ReportError
from edureport.message import message

DAY = timedelta(days=1)
_ISO_DATE = r"(\d{4})-(\d\d)-(\d\d)"
# Of a school year: how many months after September each part begins, and how many it has.
_SCHOOL_PARTS = {
    "Q": ((0, 2), (2, 2), (4, 3), (7, 2)),  # Kazakhstan: the months in which each quarter is taught
    "H": ((0, 4), (4, 5)),
    "T": ((0, 4), (4, 3), (7, 4)),  # autumn, spring and summer term
}
_MONTHS = {"Q": 3, "H": 6, "A": 12, "S": 6, "T": 4, "M": 1}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read any notation of a period.

        `2025`, `2025-H1`, `2025-Q3`, `2025-9M`, `2025-09`, the school year `2025/26` and its quarters,
        halves and terms (`2025/26-Q1`), a fiscal year by its first month (`FY2025-04`), a day, two days
        with a slash between, or what SDMX writes (`2025-S1`, `2025-W10`, `2025-01-01/P9M`).

        Raises ReportError with what is wrong and what to write instead.
        """
        try:
            period = _parse(text)
        except (ValueError, OverflowError):
            raise ReportError(message("period.no_such", text=text)) from None
        if period is None:
            raise ReportError(message("period.unknown", text=text))
        if period.last < period.first:
            raise ReportError(message("period.backwards", text=text))
        return period

    @property
    def order(self) -> tuple[date, int]:
        """What periods are sorted by: their ends, and of those that end on one day the longest last."""
        return self.last, self.days

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def months(self) -> int | None:
        """How many calendar months it holds, if it holds whole ones only."""
        if self.first.day != 1 or self.last.day != _month_days(self.last):
            return None
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1

    def as_long_as(self, other: "Period") -> bool:
        """Whether both are as many months or days, or the same days of two years, whatever February is."""
        if self.months and other.months:
            return self.months == other.months
        return self.days == other.days or self._same_days(other)

    def _same_days(self, other: "Period") -> bool:
        """Whether both go from one day of the calendar to another, over as many years."""
        ends = ((self.first, other.first), (self.last, other.last))
        years = {one.year - two.year for one, two in ends}
        return len(years) == 1 and all(
            (one.month, one.day) == (two.month, two.day) or _both_end_february(one, two) for one, two in ends
        )

    def year_earlier(self) -> "Period | None":
        """The same months, days or week of the year before; None in the first year of the calendar."""
        if self.first.year == 1:
            return None
        if self.days == 7 and self.first.isoweekday() == 1:
            year, week, _ = self.first.isocalendar()
            weeks = date(year - 1, 12, 28).isocalendar()[1]  # by ISO 8601
            return _week(year - 1, week) if week <= weeks else None
        return months_later(self, -12)

    def __str__(self) -> str:
        """As machines write it: `2025-01-01/2025-09-30` (ISO 8601-1)."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def months_later(period: Period, months: int) -> Period:
    """The same months so many later, whole ones if the period has whole ones only."""
    last = _add_months(period.last, months)
    if period.months:  # a year before the end of February 2025 is the end of February 2024
        last = last.replace(day=_month_days(last))
    return Period(_add_months(period.first, months), last)


def parse_date(text: str) -> date:
    """Read an ISO date; raises ReportError if it is none or does not exist."""
    match = re.fullmatch(_ISO_DATE, text)
    if not match:
        raise ReportError(message("date.unknown", text=text))
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise ReportError(message("date.no_such", text=text)) from None


def _parse(text: str) -> Period | None:
    """The period in the first notation that fits; ValueError or OverflowError if there is no such one."""
    for pattern, read in _NOTATIONS:
        if match := re.fullmatch(pattern, text):
            return read(match)
    first, slash, last = text.partition("/")
    if re.fullmatch(_ISO_DATE, first) and (not slash or re.fullmatch(_ISO_DATE, last)):
        return Period(_iso(first), _iso(last or first))
    return None


def _school_year(match: re.Match[str]) -> Period:
    year = int(match[1])
    if match[2] not in (f"{(year + 1) % 100:02}", f"{year + 1:04}"):
        raise ValueError(match[0])
    return Period(date(year, 9, 1), date(year + 1, 8, 31))


def _part_of_school_year(match: re.Match[str]) -> Period:
    """A quarter, half or term of a school year; whole months, whatever days holidays begin on."""
    parts = _SCHOOL_PARTS[match[3]]
    begin, months = parts[_nth(match[4], len(parts)) - 1]
    first = _add_months(_school_year(match).first, begin)
    return Period(first, _add_months(first, months) - DAY)


def _reporting_period(match: re.Match[str]) -> Period:
    """A part of the calendar year, or a week of ISO 8601."""
    year, kind, number = int(match[1]), match[2], int(match[3])
    if kind == "W":
        return _week(year, number)
    months = _MONTHS[kind]
    return _months(year, 1 + (_nth(match[3], 12 // months) - 1) * months, months)


def _fiscal_year(match: re.Match[str]) -> Period:
    start = date(int(match[1]), int(match[2]), 1)
    return Period(start, _add_months(start, 12) - DAY)


def _week(year: int, number: int) -> Period:
    monday = date.fromisocalendar(year, number, 1)
    return Period(monday, monday + 6 * DAY)


def _iso(text: str) -> date:
    return date(*map(int, text.split("-")))


def _nth(text: str, most: int) -> int:
    number = int(text)
    if not 1 <= number <= most:
        raise ValueError(text)
    return number


def _months(year: int, first: int, count: int) -> Period:
    start = date(year, first, 1)
    if not 1 <= count <= 12:
        raise ValueError(count)
    last = _add_months(start, count - 1)
    return Period(start, last.replace(day=_month_days(last)))


def _lasting(first: date, count: int, unit: str) -> Period:
    if count < 1:
        raise ValueError(count)
    if unit == "D":
        return Period(first, first + (count - 1) * DAY)
    return Period(first, _add_months(first, count * (12 if unit == "Y" else 1)) - DAY)


def _both_end_february(one: date, two: date) -> bool:
    return one.month == two.month == 2 and one.day == _month_days(one) and two.day == _month_days(two)


def _month_days(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, _month_days(first)))


# Compiled by `re` when they are first used, as most runs need one or two of them.
_NOTATIONS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (r"(\d{4})", lambda match: _months(int(match[1]), 1, 12)),
    (r"(\d{4})-(\d{1,2})M", lambda match: _months(int(match[1]), 1, int(match[2]))),
    (r"(\d{4})-(\d\d)", lambda match: _months(int(match[1]), int(match[2]), 1)),
    (r"(\d{4})-([QH])(\d)", _reporting_period),
    (r"(\d{4})/(\d\d|\d{4})", _school_year),
    (r"(\d{4})/(\d\d|\d{4})-([QHT])(\d)", _part_of_school_year),
    (r"(\d{4})-([ASTMW])(\d{1,2})", _reporting_period),  # SDMX 3.0, section 2, 4.2.6
    (r"FY(\d{4})-(\d\d)", _fiscal_year),
    (r"(\d{4}-\d\d-\d\d)/P(\d{1,7})([YMD])", lambda match: _lasting(_iso(match[1]), int(match[2]), match[3])),
)
