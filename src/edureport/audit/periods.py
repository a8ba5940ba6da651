"""Periods: the figure of a series that is about the time which a text names."""

from collections.abc import Sequence

from edureport.model.period import DAY, Period
from edureport.model.report import Kind, Observation
from edureport.prose.times import Role, Time


def observed(series: Sequence[Observation], kind: Kind, time: Time | None, own: Period) -> Observation | None:
    """The figure for that time; without one, that for the period of the report.

    "In 2025" may mean what has been counted of that year so far, and what is counted at the end of a
    period may be dated on the morning after.
    """
    named = own if time is None else time.period
    found = [figure for figure in series if figure.period == named]
    if time is not None and not found:
        found = [figure for figure in series if _meant(figure.period, kind, time)]
    return found[-1] if found else None


def earlier(
    series: Sequence[Observation], kind: Kind, after: Observation, compared: Time | None
) -> Observation | None:
    """What a figure is compared with: at the time that the text names, else a year earlier."""
    before = [figure for figure in series if figure.period.last < after.period.last]
    if compared is not None:
        return observed(before, kind, compared, compared.period)
    year = after.period.year_earlier()
    return next((figure for figure in before if figure.period == year), None)


def _meant(period: Period, kind: Kind, time: Time) -> bool:
    """Whether a figure for this period can be what the text says of its time."""
    named = time.period
    if time.role is Role.SINCE:
        return period.first == named.first
    if time.fine in ("year", "school_year") and named.first <= period.first and period.last <= named.last:
        return True
    if time.role is not Role.AS_OF and kind is Kind.FLOW:
        return False
    days = {named.last, named.last - DAY} if named.first == named.last else {named.last}
    return period.last in days
