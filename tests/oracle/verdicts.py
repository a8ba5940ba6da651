"""The truth about a target, from METHODS 4 alone: the status that the true values give, and every column.

Nothing here is shared with the program. A case is a `Case` of cases.py; all numbers are fractions.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from columns import columns
from observed import observed
from plan import UnsureError, plan
from stated import ENDLESS

ON_TRACK, BEHIND = Fraction(95, 100), Fraction(60, 100)
ORDER = ("achieved", "on_track", "behind", "off_track", "regressing", "missed")  # from the best to the worst


@dataclass(frozen=True)
class Verdict:
    """The way to a verdict, to be counted; the statuses that may be printed, and the best beside them."""

    way: str
    statuses: frozenset
    best: str | None = None  # None: not looked at

    @classmethod
    def of(cls, way, *statuses):
        return cls(way, frozenset(statuses))


@dataclass(frozen=True)
class Truth:
    """What may be printed of a target."""

    kind: str | None
    better: str
    observed: date | None
    verdict: Verdict
    columns: dict
    actual: list  # draws of what is known

    @property
    def branch(self):
        return f"{self.kind or 'either'} {self.verdict.way}"


def truth(case):
    """The Truth of a case; raises UnsureError where METHODS is silent."""
    asked = plan(case)
    known = observed(case, asked)
    return Truth(
        asked.kind, asked.better, known.day, _verdict(asked, known), columns(asked, known), known.values
    )


def _verdict(asked, known):
    case = asked.case
    if known.day is None:
        return Verdict.of("no_data", "no_data", *(("not_assessable",) if known.only_after else ()))
    if not known.real:
        return Verdict.of("no_start" if asked.start is None else "gap", "not_assessable")
    reached = {asked.reaches(v) for v, _ in known.whole}
    if asked.kind is None:
        return _of_either_kind(asked, known, reached)
    if asked.kind == "path" and reached == {True}:
        return Verdict.of("reached", "achieved")
    if asked.kind == "limit" and case.kind == "flow" and reached == {False}:
        return Verdict.of("over", "missed")
    if case.due is None:
        return _without_due(asked, reached)
    if known.day == case.due:
        return _at_due(reached)
    if known.late:
        return Verdict.of("nothing_for_due", "not_assessable")
    return {"limit": _limit, "level": _level, "path": _path}[asked.kind](asked, known, reached)


def _without_due(asked, reached):
    """A path has no plan then; whether a limit or a level holds can be said."""
    if asked.kind == "path" or (asked.kind == "limit" and asked.case.kind == "flow"):
        return Verdict.of("no_due", "not_assessable")
    broken = "regressing" if asked.kind == "level" else "off_track"
    return Verdict.of("no_due", "not_assessable", broken if False in reached else "on_track")


def _at_due(reached):
    if len(reached) > 1:
        return Verdict.of("open_at_due", "not_assessable")
    return Verdict.of("kept", "achieved") if True in reached else Verdict.of("not_kept", "missed")


def _of_either_kind(asked, known, reached):
    """The baseline may be at the goal: what holds in both cases may be said, or nothing."""
    if asked.case.method == "attainment":
        return Verdict.of("may_be_there", *ORDER, "not_assessable")
    if known.day == asked.case.due:
        return _at_due(reached)
    may = {"not_assessable"}
    if True in reached:
        may |= {"achieved", "on_track"}
    if False in reached:
        may |= {"regressing"} if asked.better == "higher" else {"off_track"}
    return Verdict.of("may_be_there", *may)


def _limit(asked, known, reached):
    """The verdict on a limit before its due date."""
    if len(reached) > 1 and any(abs(v) > ENDLESS and not asked.reaches(v) for v in known.values):
        return Verdict.of("too_wide", "not_assessable")
    broken = "missed" if asked.case.kind == "flow" else "off_track"
    found = {broken} if False in reached else set()
    within = [one for one in (*known.whole, *known.real) if asked.reaches(one[0])]
    for v, b in known.real if reached == {True} else within:  # a projection takes the stated interval
        heads_over = asked.case.kind == "flow" and not asked.reaches(asked.projected(v, b, known.day))
        found.add("off_track" if heads_over else "on_track")
    return _worst_and_best(found if True in reached else {broken})


def _level(_asked, known, reached):
    """The verdict on a level to hold before its due date; none of what may be anything."""
    if min(known.values) < -ENDLESS and max(known.values) > ENDLESS:
        return Verdict.of("too_wide", "not_assessable")
    return _worst_and_best({"on_track" if held else "regressing" for held in reached})


def _path(asked, known, reached):
    """The verdict on a path that is not certainly at its end, before the due date."""
    if known.broken:
        return Verdict.of("broken", "not_assessable")
    if not asked.leads(known.day):
        return Verdict.of("no_plan", "not_assessable")
    method = asked.case.method
    way = "planned_" if asked.case.milestones else "" if method == "linear" else f"{method}_"
    if method == "attainment" and asked.better == "lower" and 0 in known.values:
        raise UnsureError("a goal over nothing")
    if not all(asked.measures(v, b) for v, b in known.real):
        return Verdict.of(way + "no_meaning", "not_assessable")
    if method != "attainment" and asked.base is not None and asked.base.holds(asked.goal):
        stays = ("off_track",) if asked.strict else ()  # a goal that begins where the baseline is
        return Verdict.of(way + "no_way", "not_assessable", *stays)
    found = {_on_the_way(asked, known.day, v, b) for v, b in known.real if not asked.reaches(v)}
    if True in reached:
        found.add("achieved")
    if plan_may_stand(asked, known):
        on_plan = found if found <= {"on_track", "achieved"} else ()
        return Verdict.of(way + "no_way", "not_assessable", *on_plan)
    if "endless" in found and found - {"endless", "regressing"}:
        return Verdict.of(way + "too_wide", "not_assessable")
    return _worst_and_best({"regressing" if one == "endless" else one for one in found}, way)


def plan_may_stand(asked, known):
    """Whether what is planned may be the baseline, or lie on either side of it."""
    if asked.base is None or not asked.case.milestones:
        return False
    ways = [asked.expected(b, known.day) - b for _, b in known.real]
    return min(ways) <= 0 <= max(ways) and min(ways) < max(ways)


def _on_the_way(asked, day, v, b):
    """The status of one true value."""
    if asked.case.milestones and asked.at_or_better(v, asked.expected(b, day)):
        return "on_track"
    pace = asked.pace(v, b, day)
    if pace is not None and pace < -ENDLESS and (asked.case.method != "cagr" or abs(v) > ENDLESS):
        return "endless"  # which no rate of a few days is
    if b is not None and asked.case.method != "attainment" and not asked.at_or_better(v, b):
        return "regressing"
    if pace is None:
        return "behind"
    return "on_track" if pace >= ON_TRACK else "behind" if pace >= BEHIND else "off_track"


def _worst_and_best(found, planned=""):
    best, *_, worst = sorted([*found, *found], key=ORDER.index)
    way = planned + worst + ("" if best == worst else "_at_worst")
    return Verdict(way, frozenset({worst}), best)
