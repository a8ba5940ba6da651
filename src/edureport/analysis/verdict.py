"""Verdicts on targets: the first status that holds, of a limit, of a level to hold and of a path.

The thresholds are those of Eurostat's "Sustainable development in the European Union" and of
Open SDG's progress calculation.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import inf
from typing import NamedTuple

from edureport.analysis.exact import Exact
from edureport.analysis.goal import Goal, Observed
from edureport.message import Message, message
from edureport.model.interval import Answer

ON_TRACK = Fraction(95, 100)
OFF_TRACK = Fraction(60, 100)


class Status(StrEnum):
    """The verdict on a target."""

    NO_DATA = "no_data"
    ACHIEVED = "achieved"
    MISSED = "missed"
    NOT_ASSESSABLE = "not_assessable"
    REGRESSING = "regressing"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"


_BELOW = {Fraction(0): Status.REGRESSING, OFF_TRACK: Status.OFF_TRACK, ON_TRACK: Status.BEHIND}


class TargetVerdict(NamedTuple):
    """A status; where a bound leaves several open it is the worst, `best` the best that is possible."""

    status: Status
    reason: Message | None = None
    best: Status | None = None


class TargetCase(NamedTuple):
    """What a verdict is about: the value and its goal, when it is due, and what is asked of it."""

    goal: Goal
    now: Observed
    due: date | None
    as_of: date
    flow: bool

    @property
    def reached(self) -> Answer:
        """Whether the value is at the goal or beyond."""
        return self.goal.reached(self.now.possible)

    @property
    def is_due(self) -> bool:
        return self.due is not None and self.as_of >= self.due

    @property
    def is_decided(self) -> bool:
        """Whether the value is that of the due date."""
        return self.is_due and self.now.day == self.due

    def undecided(self) -> TargetVerdict:
        """Nothing is known for the due date."""
        return TargetVerdict(Status.NOT_ASSESSABLE, message("reason.not_yet_reported", due=self.due))

    def too_wide(self) -> TargetVerdict:
        """What is known leaves too much open."""
        gaps = message("reason.gaps", period=self.now.period)
        return TargetVerdict(Status.NOT_ASSESSABLE, gaps if self.now.gaps else message("reason.too_wide"))


def on_limit(case: TargetCase, projected: Exact | None) -> TargetVerdict:
    """The verdict on what is not to be exceeded; `projected` is where a flow leads to."""
    if case.reached is Answer.NO and case.flow:
        return TargetVerdict(Status.MISSED)
    if case.is_due and not case.is_decided:
        return case.undecided()
    if case.is_decided:
        return _decided(case)
    if case.now.stated.high == inf and case.reached is Answer.CANNOT_TELL:
        return case.too_wide()
    over = Status.MISSED if case.flow else Status.OFF_TRACK
    if case.flow and (case.due is None or projected is None) and case.reached is not Answer.NO:
        return TargetVerdict(Status.NOT_ASSESSABLE, message("reason.no_due"))
    kept = _kept(case.goal, projected) if case.flow and projected is not None else (Status.ON_TRACK,)
    possible = {Answer.YES: kept, Answer.NO: (over,), Answer.CANNOT_TELL: (over, *kept)}[case.reached]
    return _worst(possible[0], possible[-1])


def on_level(case: TargetCase) -> TargetVerdict:
    """The verdict on what is to stay where it is, or better."""
    if case.is_due:
        return _decided(case) if case.is_decided else case.undecided()
    if case.now.stated.is_everything:
        return case.too_wide()
    within = {
        Answer.YES: (Status.ON_TRACK,),
        Answer.NO: (Status.REGRESSING,),
        Answer.CANNOT_TELL: (Status.REGRESSING, Status.ON_TRACK),
    }[case.reached]
    return _worst(within[0], within[-1])


class PathPosition(NamedTuple):
    """How far along its path a value is.

    `on_plan` says whether it is where milestones have it by now, None without milestones; `dips` that
    they have it no further than the baseline. `no_pace` says why there can be none, `unpaced` what
    stands in its place without one.
    """

    pace: Exact | None
    on_plan: Answer | None = None
    dips: bool = False
    no_pace: Message | None = None
    unpaced: tuple[Status, Status] | None = None


def on_path(case: TargetCase, way: PathPosition) -> TargetVerdict:
    """The verdict on the way to a goal."""
    if case.reached is Answer.YES:
        return TargetVerdict(Status.ACHIEVED)
    if case.is_due:
        return _decided(case) if case.is_decided else case.undecided()
    if case.due is None:
        return TargetVerdict(Status.NOT_ASSESSABLE, message("reason.no_due"))
    if way.no_pace is not None:
        return TargetVerdict(Status.NOT_ASSESSABLE, way.no_pace)
    possible = (Status.ON_TRACK, Status.ON_TRACK) if way.on_plan is Answer.YES else _on_the_way(way)
    known = case.now.stated if case.now.gain is None else case.now.gain
    if possible is None or known.is_everything:
        return case.too_wide()
    worst, best = possible
    if case.reached is Answer.CANNOT_TELL:
        best = Status.ACHIEVED
    elif way.on_plan is Answer.CANNOT_TELL:
        best = Status.ON_TRACK
    return _worst(worst, best)


def at_pace(pace: Fraction | float, *, is_open: bool) -> Status:
    """The status of a pace, or of those just below it."""
    for threshold, below in _BELOW.items():
        if pace < threshold or (is_open and pace == threshold):
            return below
    return Status.ON_TRACK


def _on_the_way(way: PathPosition) -> tuple[Status, Status] | None:
    """The worst and the best status of a value short of its plan; None where no end is known."""
    if way.dips:  # what is short of a plan that is no further than the baseline has fallen behind both
        return Status.REGRESSING, Status.REGRESSING
    if way.pace is None:
        return way.unpaced
    best = at_pace(way.pace.high, is_open=way.pace.high_open)
    if way.pace.low == -inf and best is not Status.REGRESSING:
        return None
    return at_pace(way.pace.low, is_open=False), best


def _decided(case: TargetCase) -> TargetVerdict:
    """The verdict by the value of the due date."""
    if case.reached is Answer.CANNOT_TELL:
        return case.too_wide()
    return TargetVerdict(Status.ACHIEVED if case.reached is Answer.YES else Status.MISSED)


def _kept(goal: Goal, projected: Exact) -> tuple[Status, ...]:
    """The statuses of a flow within its limit, by where it leads to; the worst first."""
    fits = goal.reached(projected)
    if fits is Answer.CANNOT_TELL:
        return Status.OFF_TRACK, Status.ON_TRACK
    return (Status.ON_TRACK if fits is Answer.YES else Status.OFF_TRACK,)


def _worst(worst: Status, best: Status) -> TargetVerdict:
    if worst is best:
        return TargetVerdict(worst)
    return TargetVerdict(worst, message("reason.worst", best=message(f"status.{best.value}")), best)
