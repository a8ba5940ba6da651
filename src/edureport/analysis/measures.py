"""The numbers of a target on the last observed day, by its kind and by one of the methods."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from edureport.analysis.exact import Exact
from edureport.analysis.goal import Goal
from edureport.analysis.observed import Observed
from edureport.analysis.path import Method, PlannedPath
from edureport.analysis.verdict import PathPosition, Status, at_pace
from edureport.message import message


class TargetKind(StrEnum):
    """What a target asks for."""

    LIMIT = "limit"  # not to be exceeded
    LEVEL = "level"  # to be held
    PATH = "path"  # to be reached from a baseline


class Measures(NamedTuple):
    """The numbers; None is "not known" or "not defined"."""

    elapsed: Fraction | None = None
    progress: Exact | None = None
    expected: Exact | None = None
    pace: Exact | None = None
    projected: Exact | None = None


def measures(
    path: PlannedPath, kind: TargetKind, now: Observed | None, method: Method, *, broken: bool
) -> Measures:
    """Those that the kind of the target and the method have; a break leaves nothing of the way."""
    if now is None:
        return Measures()
    elapsed = path.elapsed(now.day)
    if broken and kind is TargetKind.PATH:
        return Measures(elapsed)
    if kind is TargetKind.LIMIT:
        return Measures(elapsed, projected=path.projected(now) if now.gain is not None else None)
    if kind is TargetKind.LEVEL:
        return Measures(elapsed)
    if method is Method.ATTAINMENT:
        attained = path.attainment(now)
        pace = attained.times(1 / elapsed) if attained and elapsed else None  # over the time gone
        return Measures(elapsed, attained, pace=pace)
    progress = path.progress(now)
    if method is Method.CAGR:
        return Measures(elapsed, progress, pace=path.compound(now))
    return Measures(elapsed, progress, path.expected(now.day), path.pace(now), path.projected(now))


def way(path: PlannedPath, now: Observed, numbers: Measures, method: Method, *, broken: bool) -> PathPosition:
    """How far along its path a value is, by one of the methods; a break is not bridged."""
    if broken:
        return PathPosition(None, no_pace=message("reason.break"))
    if path.base is None and (method is not Method.LINEAR or not path.milestones):
        return PathPosition(None, no_pace=message("reason.no_baseline"))
    if method is not Method.LINEAR:
        why = message("reason.cagr" if method is Method.CAGR else "reason.attainment")
        return PathPosition(numbers.pace, no_pace=None if numbers.pace else why)
    if path.leads_nowhere:
        return PathPosition(None, no_pace=message("reason.no_way"))
    planned = path.planned(now.day)
    if planned is None:
        begins = min(path.milestones, default=None)
        return PathPosition(None, no_pace=message("reason.before_plan", day=begins))
    return PathPosition(
        numbers.pace,
        path.against_plan(now) if path.milestones else None,
        dips=path.dips(now.day),
        unpaced=_unpaced(now.stated, planned.constant, path.goal) if path.base is None else None,
    )


def _unpaced(value: Exact, planned: Fraction, goal: Goal) -> tuple[Status, Status]:
    """The worst and the best of a value short of a milestone where not both are above zero.

    Their ratio has no meaning then: it is behind, unless the value can be above zero as well.
    """
    if planned <= 0 or value.high <= 0 or (goal.higher and goal.number <= 0):
        return Status.BEHIND, Status.BEHIND
    if not goal.higher:
        return at_pace(planned / value.high, is_open=False), Status.ON_TRACK
    furthest = at_pace(value.high / planned, is_open=value.high_open)
    return Status.OFF_TRACK, Status.BEHIND if furthest is Status.OFF_TRACK else furthest
