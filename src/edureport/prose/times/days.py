"""Days: those that the expressions of one time mean, with how precisely they state them."""

from collections.abc import Set as AbstractSet
from datetime import date

from edureport.model.period import DAY, Period
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage
from edureport.prose.times.groups import TimeGroup


def days_of(
    words: TimePage, group: TimeGroup, own: Period | None, years: AbstractSet[int]
) -> tuple[Period, Grain] | None:
    """The days of a group without its edge; `years` are those that its sentence has named before it."""
    if group.whole:
        return _whole(group.whole, own)
    year, part = group.year, group.part
    span = _years(year, own) if year else None
    if year and span is None:
        return None
    if part is None:
        return (span, year.grain) if year and span else None
    if part.sense is Sense.SAME:
        return _same(span, own)
    if span is None:
        span = _understood(words, group, part, own, years)
    return _part(part, span)


def _whole(expression: Expression, own: Period | None) -> tuple[Period, Grain] | None:
    if expression.sense is Sense.DATE:
        day = _date(expression.low, *divmod(expression.high, 100))
        return (Period(day, day), Grain.DAY) if day else None
    if own is None:
        return None
    if expression.sense is Sense.OWN:
        return own, Grain.PERIOD
    first = _date(own.last.year - expression.low + 1, 1, 1)  # the last so many years
    last = _date(own.last.year, 12, 31)
    return (Period(first, last), Grain.YEARS) if first and last else None


def _years(expression: Expression, own: Period | None) -> Period | None:
    """The days of what names years."""
    if expression.sense is Sense.YEARS:
        return _between(_date(expression.low, 1, 1), _date(expression.high, 12, 31))
    if expression.sense is Sense.SCHOOL:
        return _school(expression.low)
    if own is None:
        return None
    if expression.sense is Sense.RELATIVE_SCHOOL or expression.grain == Grain.SCHOOL_YEAR:
        offset = expression.low if expression.sense is Sense.RELATIVE_SCHOOL else 0
        return _school(own.last.year - (own.last.month < 9) + offset)
    year = own.last.year + expression.low
    return _between(_date(year, 1, 1), _date(year, 12, 31))


def _school(year: int) -> Period | None:
    """The school year that begins in a year: from 1 September to 31 August."""
    return _between(_date(year, 9, 1), _date(year + 1, 8, 31))


def _same(span: Period | None, own: Period | None) -> tuple[Period, Grain] | None:
    """The days of the report's period in another year, in the one before if no year is said."""
    if own is None:
        return None
    if span is None or (own.last.year - span.last.year == 1):
        earlier = own.year_earlier()
        return (earlier, Grain.PERIOD) if earlier else None
    years = own.last.year - span.last.year
    period: Period | None = own
    for _ in range(years if 0 <= years <= 100 else 0):
        period = period.year_earlier() if period else None
    return (period, Grain.PERIOD) if period and years >= 0 else None


def _understood(
    words: TimePage, group: TimeGroup, part: Expression, own: Period | None, years: AbstractSet[int]
) -> Period | None:
    """The days in which a month, a quarter or a day without a year is to be found."""
    if part.counted and not part.prefix:  # «9 айда» of this report, or nine months of something
        if own is None or (own.first.month, own.first.day) != (1, 1) or not own.months:
            return None
        return own if part.high == own.months or (part.high < own.months and _within(words, group)) else None
    if len(years) == 1:
        (year,) = years
        return _between(_date(year, 1, 1), _date(year, 12, 31))
    return own if not years else None


def _within(words: TimePage, group: TimeGroup) -> bool:
    """Whether the words around so many months say that they are those of the year: «за 6 месяцев»."""
    return (
        words.at(group.last - 1, TimeMark.MONTHS_WITHIN) > 0
        or words.at(group.first - 1, TimeMark.MONTHS_OF) > 0
    )


def _part(part: Expression, span: Period | None) -> tuple[Period, Grain] | None:
    """The months or the day of a part, as they fall into the days of a year, or else of its last year."""
    if span is None:
        return None
    for year in sorted({span.first.year, span.last.year}):
        if part.sense is Sense.DAY:
            period = _between(_date(year, part.low, part.high), _date(year, part.low, part.high))
        else:
            after = _date(year + part.high // 12, part.high % 12 + 1, 1)
            period = _between(_date(year, part.low, 1), after - DAY if after else None)
        if period and (year == span.last.year or (span.first <= period.first and period.last <= span.last)):
            return period, part.grain
    return None


def _between(first: date | None, last: date | None) -> Period | None:
    return Period(first, last) if first and last else None


def _date(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
