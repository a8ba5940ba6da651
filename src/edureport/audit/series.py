"""Series: which figures of an indicator or a target are for the time that a text names."""

from collections.abc import Sequence

from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Observation, Target
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time

MONTH = 31  # days; within one, a day stands for its end


def observed(
    series: Sequence[Observation], kind: IndicatorKind, time: Time | None, report_period: Period
) -> list[Observation]:
    """The figures for that time, the latest first; without one, that for the period of the report.

    "In 2025" may mean what has been counted of that year so far, and what is counted at the end of a
    period may be dated on the morning after. What has been reached since some day is what there is now.
    """
    if time is None or (time.role is Role.SINCE and kind is not IndicatorKind.FLOW):
        return [figure for figure in series if figure.period == report_period]
    exact = [figure for figure in series if figure.period == time.period]
    return exact or [figure for figure in reversed(series) if _is_meant(figure.period, kind, time)]


def earlier(
    series: Sequence[Observation], kind: IndicatorKind, after: Observation, compared_with: Time | None
) -> Observation | None:
    """What a figure is compared with: at the time that the text names, else a year earlier."""
    before = [figure for figure in series if figure.period.last < after.period.last]
    if compared_with is not None:
        return next(iter(observed(before, kind, compared_with, compared_with.period)), None)
    year = after.period.year_earlier()
    return next((figure for figure in before if figure.period == year), None)


def planned(target: Target, time: Time | None) -> Quantity | None:
    """What the target says for that day: its value when it is due, or a milestone; None for other days."""
    if time is None:
        return target.quantity
    if target.due is None:
        return None
    days = {time.period.last, time.period.last - DAY}
    for day, quantity in ((target.due, target.quantity), *target.milestones.items()):
        if day in days:
            return quantity
    whole = time.period.first <= target.due <= time.period.last and time.period.days > MONTH
    return target.quantity if whole else None


def _is_meant(period: Period, kind: IndicatorKind, time: Time) -> bool:
    """Whether a figure for this period can be what the text says of its time."""
    named = time.period
    if time.role is Role.SINCE:
        return period.first == named.first
    if (
        time.grain in {Grain.YEAR, Grain.SCHOOL_YEAR}
        and named.first <= period.first
        and period.last <= named.last
    ):
        return True
    if time.role is not Role.AS_OF and kind is IndicatorKind.FLOW:
        return False
    if named.first == named.last and period.days <= MONTH and period.first <= named.last <= period.last:
        return True
    days = {named.last, named.last - DAY} if named.first == named.last else {named.last}
    return period.last in days
