"""Days and periods as a language writes them."""

import datetime as dt

from edureport.languages.values import Span


class Days:
    """The part of a catalogue that writes days; the catalogue has the words."""

    def word(self, key: str) -> str:
        """The words for a key."""
        raise NotImplementedError

    def date(self, day: dt.date) -> str:
        """A day: "31 December 2025"."""
        return self._day("day", "months.of_day", day)

    def short_date(self, day: dt.date) -> str:
        """A day for a table: "31 Dec 2025"."""
        return self._day("short_day", "months.short", day)

    def _day(self, template: str, names: str, day: dt.date) -> str:
        values = {"day": day.day, "month": self._month(day, names), "number": day.month, "year": day.year}
        return self.word(template).format_map(values)

    def day_of_year(self, day: dt.date) -> str:
        """A day whose year is said elsewhere: "31 December"."""
        return f"{day.day} {self._month(day, 'months.of_day')}"

    def period(self, span: Span) -> str:
        """A period: "January–September 2025", "2025", "29 July 2025"."""
        first, last = span.first, span.last
        form = shape(first, last)
        if form == "day":
            return self.date(first)
        if form == "days":
            return self._days(first, last)
        return self.word(f"period.{form}").format(
            first=self._month(first, "months.alone"),
            last=self._month(last, "months.alone"),
            year=last.year,
            first_year=first.year,
            short_year=f"{last.year % 100:02}",
        )

    def _days(self, first: dt.date, last: dt.date) -> str:
        """A period from one day to another; the year is said once."""
        if first.year != last.year:
            return self.word("period.days").format(first=self.date(first), last=self.date(last))
        return self.word("period.days_of_year").format(
            first_day=first.day,
            first_month=self._month(first, "months.of_day"),
            last_day=last.day,
            last_month=self._month(last, "months.of_day"),
            year=last.year,
        )

    def _month(self, day: dt.date, names: str) -> str:
        """The name of the month, of those under this key."""
        return self.word(names).split()[day.month - 1]


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
