"""Progress: a target against what has been observed, by the methods of Eurostat and Open SDG.

The thresholds are those of Eurostat's "Sustainable development in the European Union" and of
Open SDG's progress calculation; see docs/methods.md for the formulas and worked examples.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from edureport.analysis.change import DAYS_A_MONTH
from edureport.analysis.path import Method, PlannedPath
from edureport.message import Message, message
from edureport.model.interval import INFINITY, ZERO, Answer, Interval
from edureport.model.library import Library
from edureport.model.period import DAY
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Observation, Target

ON_TRACK = Decimal("0.95")
OFF_TRACK = Decimal("0.60")
PLAN_BEGINS = ((1, 1), (9, 1))  # month and day: of a calendar year, of a school year


class Status(StrEnum):
    """The verdict on a target; the first that holds."""

    NO_DATA = "no_data"
    ACHIEVED = "achieved"
    MISSED = "missed"
    NOT_ASSESSABLE = "not_assessable"
    REGRESSING = "regressing"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"


class Assessment(NamedTuple):
    """A target as of a day. Ratios are plain numbers (0.782, not 78.2 %); None is "not known".

    `remaining` and `required_per_month` are in the unit of the indicator.
    """

    target: Target
    as_of: date
    method: Method
    status: Status
    reason: Message | None
    actual: Observation | None
    baseline: Quantity | None
    baseline_date: date | None
    progress: Interval | None
    elapsed: Decimal | None
    expected: Interval | None
    pace: Interval | None
    remaining: Interval | None
    required_per_month: Interval | None
    projected: Interval | None
    days_left: int | None
    higher_is_better: bool


def assess(
    target: Target,
    series: Sequence[Observation],
    as_of: date,
    method: Method = Method.LINEAR,
) -> Assessment:
    """The target as of a day, against the figures of its indicator that were known by then.

    `series` is what `Library.series` gives: one figure a period, the earliest first.
    """
    known = [figure for figure in series if figure.period.last <= as_of]
    actual = known[-1] if known else None
    base, start = _baseline(target, actual)
    if actual is not None and target.baseline and actual.period.last <= target.baseline.date:
        actual = None
    path = PlannedPath(target, base, start)
    now = actual.quantity.interval if actual else None
    elapsed = path.elapsed(as_of)
    expected = path.expected(as_of)
    progress = path.progress(now, method)
    pace = path.pace(now, as_of, method)
    possible = actual.quantity.possible if actual else None
    status, reason = _status(path, possible, as_of, progress, pace, method)
    remaining = path.remaining(now)
    return Assessment(
        target=target,
        as_of=as_of,
        method=method,
        status=status,
        reason=reason,
        actual=actual,
        baseline=base if start is not None else None,
        baseline_date=start,
        progress=_known(progress),
        elapsed=elapsed,
        expected=_known(expected) if method is Method.LINEAR else None,
        pace=_known(pace),
        remaining=_known(remaining),
        required_per_month=_known(_required(remaining, target.due, as_of, status)),
        projected=_known(path.projected(now, as_of)) if method is Method.LINEAR else None,
        higher_is_better=path.higher_is_better,
        days_left=None if target.due is None else max((target.due - as_of).days, 0),
    )


def assess_all(
    library: Library, targets: Iterable[Target], as_of: date, method: Method = Method.LINEAR
) -> list[Assessment]:
    """The targets as of a day, against the figures of a library.

    Figures in another unit or of another kind than the target's indicator do not count.
    """
    return [_assess_in(library, target, as_of, method) for target in targets]


def _assess_in(library: Library, target: Target, as_of: date, method: Method) -> Assessment:
    indicator = target.indicator
    found = assess(target, library.series(indicator.key, like=indicator), as_of, method)
    others = [figure for figure in library.series(indicator.key) if figure.period.last <= as_of]
    if found.status is Status.NO_DATA and others:
        return found._replace(status=Status.NOT_ASSESSABLE, reason=message("reason.unit"))
    return found


def _known(interval: Interval | None) -> Interval | None:
    """The interval, unless it holds all numbers there are."""
    if interval is None or (interval.low == -INFINITY and interval.high == INFINITY):
        return None
    return interval


def _baseline(target: Target, actual: Observation | None) -> tuple[Quantity | None, date | None]:
    """The stated baseline; for a flow nothing on the day before its period, where that is known."""
    if target.baseline:
        return target.baseline.quantity, target.baseline.date
    if target.indicator.kind is IndicatorKind.FLOW:
        zero = Quantity(ZERO, counted=True)
        start = actual.period.first if actual else date.min
        if actual and (start.month, start.day) not in PLAN_BEGINS:
            return None, None  # a quarter alone is not what the year has brought so far
        return zero, start - DAY if start > date.min else None
    return None, None


def _status(
    path: PlannedPath,
    now: Interval | None,
    as_of: date,
    progress: Interval | None,
    pace: Interval | None,
    method: Method,
) -> tuple[Status, Message | None]:
    if now is None:
        return Status.NO_DATA, message("reason.no_data")
    reached = path.reached(now)
    due = path.target.due
    if reached is Answer.YES:
        can_rise = path.target.indicator.kind is IndicatorKind.FLOW and not path.higher_is_better
        if can_rise and (due is None or as_of < due):
            return Status.NOT_ASSESSABLE, message("reason.can_still_rise")
        return Status.ACHIEVED, None
    if due is not None and as_of >= due:
        if reached is Answer.NO:
            return Status.MISSED, None
        return Status.NOT_ASSESSABLE, message("reason.too_wide")
    if path.to_hold:
        worst = Status.REGRESSING if reached is Answer.NO else Status.NOT_ASSESSABLE
        return worst, None if reached is Answer.NO else message("reason.too_wide")
    if path.is_backwards:
        worst = Status.REGRESSING if reached is Answer.NO else Status.NOT_ASSESSABLE
        return worst, message("reason.backwards")
    if due is None:
        return Status.NOT_ASSESSABLE, message("reason.no_due")
    if pace is None and not (progress and _is_below(progress, ZERO)):
        return Status.NOT_ASSESSABLE, _why_no_pace(path, as_of, method)
    return _on_the_way(progress, pace, reached)


def _on_the_way(
    progress: Interval | None, pace: Interval | None, reached: Answer
) -> tuple[Status, Message | None]:
    """The status before the due date: the worst that remains possible."""
    if progress is not None and _is_below(progress, ZERO):
        return Status.REGRESSING, None
    if pace is None or pace.low == -INFINITY:
        return Status.NOT_ASSESSABLE, message("reason.too_wide")
    worst = _worst(progress or pace, pace)
    best = Status.ACHIEVED if reached is Answer.CANNOT_TELL else _best(progress or pace, pace)
    if worst is best:
        return worst, None
    return worst, message("reason.worst", best=message(f"status.{best.value}"))


def _worst(progress: Interval, pace: Interval) -> Status:
    """The status at the low ends."""
    if progress.low < 0:
        return Status.REGRESSING
    if pace.low >= ON_TRACK:
        return Status.ON_TRACK
    return Status.BEHIND if pace.low >= OFF_TRACK else Status.OFF_TRACK


def _best(progress: Interval, pace: Interval) -> Status:
    """The status at the high ends, which may be open: all below 0.95 is not on track."""
    if _is_below(progress, ZERO):
        return Status.REGRESSING
    if not _is_below(pace, ON_TRACK):
        return Status.ON_TRACK
    return Status.OFF_TRACK if _is_below(pace, OFF_TRACK) else Status.BEHIND


def _is_below(interval: Interval, threshold: Decimal) -> bool:
    return interval.less_than(Interval.point(threshold)) is Answer.YES


def _why_no_pace(path: PlannedPath, as_of: date, method: Method) -> Message:
    if path.target.indicator.kind is IndicatorKind.FLOW and path.base is None:
        return message("reason.partial_flow")
    no_start = path.base is None or path.start is None
    if no_start and (not path.target.milestones or method is not Method.LINEAR):
        return message("reason.no_baseline")
    if method is Method.CAGR:
        return message("reason.cagr")
    expected = path.expected(as_of)
    if expected is None or expected.is_point or as_of == path.start:
        return message("reason.nothing_planned")
    return message("reason.too_wide")


def _required(remaining: Interval | None, due: date | None, as_of: date, status: Status) -> Interval | None:
    """What is left a month; nothing once the target is reached or the day has come."""
    if remaining is None or due is None or as_of >= due or status is Status.ACHIEVED:
        return None
    months = Decimal((due - as_of).days) / DAYS_A_MONTH
    return remaining / Interval.point(months)
