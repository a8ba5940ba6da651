"""Resolved times: the expressions that name one time together, and the days that they mean."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from edureport.model.period import DAY, Period
from edureport.prose.grammar.forms import Ending
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
    span = _year(own.last.year - expression.low + 1, own.last.year)  # the last so many years
    return (span, Grain.YEARS) if span else None


def _years(expression: Expression, own: Period | None) -> Period | None:
    """The days of what names years."""
    if expression.sense is Sense.YEARS:
        return _year(expression.low, expression.high)
    if expression.sense is Sense.SCHOOL:
        return _school(expression.low)
    if own is None:
        return None
    if expression.sense is Sense.RELATIVE_SCHOOL or expression.grain == Grain.SCHOOL_YEAR:
        offset = expression.low if expression.sense is Sense.RELATIVE_SCHOOL else 0
        return _school(own.last.year - (own.last.month < 9) + offset)
    return _year(own.last.year + expression.low)


def _year(first: int, last: int | None = None) -> Period | None:
    """The days of a year, or of those to the last one."""
    return _between(_date(first, 1, 1), _date(last or first, 12, 31))


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
        within = words.at(group.last - 1, TimeMark.MONTHS_WITHIN)  # «за 6 месяцев» are those of the year
        within = within or words.at(group.first - 1, TimeMark.MONTHS_OF)
        return own if part.high == own.months or (part.high < own.months and within) else None
    if len(years) == 1:
        return _year(*years)
    return own if not years else None


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


class ResolvedTime(NamedTuple):
    """A time without its role: the tokens from `first` to before `last`, and its days."""

    first: int
    last: int
    period: Period
    grain: Grain
    joined: bool = False  # «с января по май», and so governed by its own words
    compared: bool = False  # of the year before, which texts compare with
    years: tuple[int, ...] = ()  # listed one by one


def resolved_times(
    words: TimePage, groups: Sequence[TimeGroup], dated: AbstractSet[int], own: Period | None
) -> list[ResolvedTime]:
    """The times of groups whose days can be told; four digits alone are a year where `dated` has them."""
    saying = [group for group in groups if _says_something(words, group, dated)]
    result: list[ResolvedTime] = []
    sentence, years = -1, set[int]()
    covered = 0
    for index, group in enumerate(saying):
        if words.page.sentence[group.first] != sentence:
            sentence, years = words.page.sentence[group.first], set()
        if group.first < covered:
            continue
        following = saying[index + 1 : index + 2]
        resolved = _span(words, group, following[0], own) if following else None
        resolved = resolved or _resolved(words, group, own, years)
        if resolved:
            covered = resolved.last
            result.append(resolved)
            one = resolved.period.first.year == resolved.period.last.year
            if one and not resolved.compared and _lasts(words, group):
                years.add(resolved.period.first.year)
    return result


def _lasts(words: TimePage, group: TimeGroup) -> bool:
    """Whether what the sentence says after a time is said of it: «в 2024 году», not «с 2016 года»."""
    throughout = words.at(group.last - 1, TimeMark.THROUGHOUT) > 0
    return throughout if words.page.language.head_final else words.till(group.first - 1, TimeMark.IN) > 0


def _says_something(words: TimePage, group: TimeGroup, dated: AbstractSet[int]) -> bool:
    """Whether a group is a time: not «год» or «начало» alone, or four digits that may be a number."""
    year, part, edge = group.year, group.part, group.edge
    if group.whole:
        return True
    if year and not part and not edge:
        if year.sense is Sense.YEARS and not year.worded:
            spoken = words.page.cardinal(year.last) is not None  # "in 2025 five bridges"
            leads = spoken and words.till(year.first - 1, TimeMark.IN) > 0
            return year.listed or leads or not dated.isdisjoint(range(year.first, year.last))
        return year.sense is not Sense.BARE_YEAR
    if part and not year:
        # "the second half" may be of anything
        return part.grain != Grain.HALF or words.at(part.last - 1, TimeMark.HALF_YEAR) > 0
    return year is not None or part is not None


def _span(words: TimePage, group: TimeGroup, following: TimeGroup, own: Period | None) -> ResolvedTime | None:
    """«с января по сентябрь 2025 года», "between 2021 and 2025", «2021 жылдан 2025 жылға дейін»."""
    page = words.page
    if page.sentence[group.first] != page.sentence[following.first]:
        return None
    last = following.last
    dashed = page.word(group.last) in {"-", "–"} and following.first == group.last + 1
    if page.language.head_final:
        until = words.at(following.last, TimeMark.UNTIL) > 0
        led = until and page.has_case(group.last - 1, Ending.ABLATIVE) and following.first == group.last
        last += not dashed
        if following.year is None and group.year:
            following = following._replace(year=group.year)
    else:
        size = words.at(group.last, TimeMark.TO)
        led = size > 0 and following.first == group.last + size
        led = led and words.till(group.first - 1, TimeMark.SPAN_FROM) > 0
    if not dashed and not led:
        return None
    if group.year is None and following.year:
        group = group._replace(year=following.year)
    first, second = _resolved(words, group, own, set()), _resolved(words, following, own, set())
    if first is None or second is None or second.period.last < first.period.first:
        return None
    grains = {first.grain, second.grain}
    of_months = grains <= {Grain.MONTH, Grain.MONTHS, Grain.QUARTER}
    grain = Grain.YEARS if grains == {Grain.YEAR} else Grain.MONTHS if of_months else Grain.DAYS
    return ResolvedTime(first.first, last, Period(first.period.first, second.period.last), grain, joined=True)


def _resolved(
    words: TimePage, group: TimeGroup, own: Period | None, years: AbstractSet[int]
) -> ResolvedTime | None:
    """The days of a group; `years` are those that its sentence has named before it."""
    days = days_of(words, group, own, years)
    if days is None:
        return None
    period, grain = days
    if group.edge:
        day = period.last if group.edge.low else period.first
        period, grain = Period(day, day), Grain.EDGE
    year = group.year
    earlier = year is not None and year.sense in {Sense.RELATIVE, Sense.RELATIVE_SCHOOL} and year.low < 0
    same = group.part is not None and group.part.sense is Sense.SAME
    part = group.part
    ranged = part is not None and part.low < part.high and not part.counted and part.grain == Grain.MONTHS
    led = ranged and words.till(group.first - 1, TimeMark.SPAN_FROM) > 0
    listed = tuple(range(year.low, year.high + 1)) if year and year.listed else ()
    return ResolvedTime(group.first, group.last, period, grain, led, compared=earlier or same, years=listed)
