"""What is known of a target on the day of judgement: the last observed day, and true values as of it."""

from dataclasses import dataclass
from datetime import date

from plan import UnsureError
from stated import SPARK, Span
from windows import ContraryError, gathered


@dataclass(frozen=True)
class Known:
    """True values that the figures leave possible; none where no figure tells the value."""

    day: date | None  # the last day for which something is observed; None if nothing is
    late: bool  # whether the due date has come
    only_after: bool  # whether the first thing that is observed is later than the due date
    real: tuple = ()  # (actual, baseline), from the stated intervals
    whole: tuple = ()  # the same, of counts the whole numbers only
    broken: bool = False  # whether a break in the series lies between the baseline and the day

    @property
    def values(self):
        return [v for v, _ in self.real]


def observed(case, plan):
    """The Known of a case."""
    until = min(case.as_of, case.due) if case.due else case.as_of
    late = case.due is not None and case.as_of >= case.due
    seen = [figure for figure in case.figures if figure[1] <= case.as_of]
    if plan.start:
        seen = [figure for figure in seen if figure[1] > plan.start]
    days = [last for _, last, _ in seen if last <= until]
    if not days:
        return Known(None, late, bool(seen))
    day = max(days)
    bases = [None] if plan.base is None else plan.base.draws(case.inside)
    whole_bases = [None] if plan.base is None else _closed(case, plan.base).ends()
    if case.kind == "flow":
        found = _added(case, plan.start, day, until)
        if found is None:
            return Known(day, late, only_after=False)
        added, whole_added = found
        real = tuple((b + w, b) for b in bases for w in added.draws(case.inside))
        whole = tuple((b + w, b) for b in whole_bases for w in whole_added.ends())
    else:
        span = next(figure.span for _, last, figure in seen if last == day)
        drawn = span.draws(case.inside)
        if case.milestones and span.holds(SPARK):
            drawn.append(SPARK)  # a pace of v / x is at its worst above nothing
        real = tuple((v, b) for b in bases for v in drawn)
        whole = tuple((v, b) for b in whole_bases for v in _closed(case, span).ends())
    return Known(day, late, False, real, whole, _broken(case, plan.start, day))


def _broken(case, start, day):
    return case.broken is not None and start is not None and start < case.figures[case.broken][1] <= day


def _added(case, start, day, until):
    """What the windows give from the day after `start` to `day`: the stated interval and the whole one."""
    if start is None:
        return None
    known = [figure for figure in case.figures if figure[1] <= until]
    try:
        found = gathered(known, start, day, case.counted)
    except ContraryError:
        raise UnsureError("the windows contradict each other") from None
    inside = any(first > start and last <= day for first, last, _ in known)
    if not inside and found == (Span(0, None), Span(0, None)):
        raise UnsureError("all that is known is that a count did not shrink")
    return found


def _closed(case, span):
    return span.whole() if case.counted else span
