"""Values: what a figure becomes in a report file: its value, its period, or the reason why it cannot."""

from dataclasses import replace

from edureport.errors import EdureportError
from edureport.message import Message, message
from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.relations.sums import quantity
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time
from edureport.reading.amounts import notation as written


def refused(figure: Figure, value: str | None) -> Message | None:
    """Why a figure of this value cannot be that of an indicator or a target; None if it can."""
    if not figure.states:
        return message("draft.left_head")
    if figure.kind is FigureKind.CHANGE:
        return message("draft.left_change")
    if figure.indefinite:
        return message("draft.left_indefinite")
    if not figure.all and value is None:
        return message("draft.left_unread")
    return None


def value_of(figure: Figure) -> str | None:
    """The value of a figure in the notation of report files; None if they cannot hold it."""
    if figure.quantity is None:
        return None
    stated = quantity(figure)
    if stated.stated < 0:  # a deficit: its unit counts no whole things
        stated = replace(stated, counted=False)
    text = written(stated)
    try:
        same = Quantity.parse(text, counted=stated.counted) == stated
    except EdureportError:  # too long
        return None
    return text if same else None


def period_of(time: Time | None, own: Period) -> Period | None:
    """The period of a report on `own` that a figure is for; None if it is after that.

    "In 2025" may mean what has been counted of the year so far, and the state on the morning after is
    that of the last day.
    """
    if time is None or time.role is Role.DUE:
        return own
    named = time.period
    within = named.first <= own.first and own.last <= named.last
    if within and time.grain in {Grain.YEAR, Grain.SCHOOL_YEAR}:
        return own
    if time.role is Role.SINCE and named.first == own.first:
        return own
    if named.first == named.last and named.last in {own.last, own.last + DAY}:
        return own
    return named if named.last <= own.last else None


def notation(period: Period) -> str:
    """The shortest notation of a period: `2025-9M`."""
    first, last = period.first, period.last
    year, month = first.year, first.month
    months = period.months or 0
    for text in (
        f"{year:04}",
        f"{year:04}-H{month // 6 + 1}",
        f"{year:04}-Q{month // 3 + 1}",
        f"{year:04}-{months}M",
        f"{year:04}-{month:02}",
        f"{year:04}/{last.year % 100:02}",
        first.isoformat(),
    ):
        try:
            if Period.parse(text) == period:
                return text
        except EdureportError:
            continue
    return str(period)
