"""Days and periods as a language writes them, with the names of the months from CLDR."""

import datetime as dt
from typing import Any

from edureport.languages.values import Span


class Days:
    """The part of a catalogue that writes days; the catalogue has the words and the locale."""

    words: Any
    locale: Any

    def word(self, key: str) -> str:
        """The words for a key."""
        raise NotImplementedError

    def date(self, day: dt.date) -> str:
        """A day: "31 December 2025"."""
        return self._day("day", "wide", day)

    def short_date(self, day: dt.date) -> str:
        """A day for a table: "31 Dec 2025"."""
        return self._day("short_day", "abbreviated", day)

    def _day(self, template: str, names: str, day: dt.date) -> str:
        month = self.locale.months["format"][names][day.month]
        values = {"day": day.day, "month": month, "number": day.month, "year": day.year}
        return self.word(template).format_map(values)

    def day_of_year(self, day: dt.date) -> str:
        """A day whose year is said elsewhere: "31 December"."""
        return f"{day.day} {self.locale.months['format']['wide'][day.month]}"

    def period(self, span: Span) -> str:
        """A period: "January–September 2025", "2025", "29 July 2025"."""
        first, last = span.first, span.last
        form = shape(first, last)
        if form == "day":
            return self.date(first)
        if form == "days":
            return self._days(first, last)
        return self.word(f"period.{form}").format(
            first=self._month(first),
            last=self._month(last),
            year=last.year,
            first_year=first.year,
            short_year=f"{last.year % 100:02}",
        )

    def _days(self, first: dt.date, last: dt.date) -> str:
        """A period from one day to another; the year is said once."""
        if first.year != last.year:
            return self.word("period.days").format(first=self.date(first), last=self.date(last))
        months = self.locale.months["format"]["wide"]
        return self.word("period.days_of_year").format(
            first_day=first.day,
            first_month=months[first.month],
            last_day=last.day,
            last_month=months[last.month],
            year=last.year,
        )

    def _month(self, day: dt.date) -> str:
        """The name of the month by itself; CLDR has some of them with a capital, as titles."""
        name = str(self.locale.months["stand-alone"]["wide"][day.month])
        return name.lower() if self.words["months_in_lower_case"] else name


def shape(first: dt.date, last: dt.date) -> str:
    """What sort of period it is: day, days, month, months, year, school_year, or months of several years."""
    if first == last:
        return "day"
    if first.day != 1 or _next(last).day != 1:
        return "days"
    if (first.month, last.month, last.year - first.year) == (9, 8, 1):
        return "school_year"
    if first.year != last.year:
        return "years"
    if (first.month, last.month) == (1, 12):
        return "year"
    return "month" if first.month == last.month else "months"


def _next(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=1) if day < dt.date.max else dt.date(1, 1, 1)
