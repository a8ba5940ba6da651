"""Faults that can be put into the program: a piece of a module, and what it becomes."""

from typing import NamedTuple


class Fault(NamedTuple):
    """What a piece of a module becomes, and the kind of cases in which that shows."""

    name: str
    module: str
    right: str
    wrong: str
    kind: str = "targets"


GOAL, PATH, SEEN = "analysis/goal.py", "analysis/path.py", "analysis/goal.py"
VERDICT, PROGRESS, MEASURES = "analysis/verdict.py", "analysis/progress.py", "analysis/path.py"
VALUES, COLUMNS, CHANGE = "languages/values.py", "commands/columns.py", "analysis/change.py"

FAULTS = (
    # Which way, and to where
    Fault("at most is to be reached from below", GOAL,
          'Said("bound", Better.LOWER)', 'Said("bound", Better.HIGHER)'),
    Fault("a goal of zero is better above", GOAL,
          "Better.LOWER if target.quantity.is_exact and not target.quantity.stated else Better.HIGHER",
          "Better.HIGHER"),
    Fault("the baseline does not say which way", GOAL, 'yield Said("baseline", way)', "return"),
    Fault("a range is reached at its far end", GOAL,
          "known.ends[0] if higher else known.ends[1]", "known.ends[1] if higher else known.ends[0]"),
    Fault("more than 10 counts is reached at 10", GOAL, "(1 if higher else -1), False", "0, False"),
    Fault("more than 10 of others is reached at 10", GOAL,
          "Goal(Fraction(quantity.stated), True, higher)", "Goal(Fraction(quantity.stated), False, higher)"),
    Fault("a flow counts from its first day, not from the day before", GOAL,
          "(NOTHING, first - DAY) if", "(NOTHING, first) if"),
    # What is known, and on which day
    Fault("windows of a flow are not added up", SEEN,
          "known = [figure for figure in series if figure.period.last <= last.period.last]",
          "known = [last]"),
    Fault("a figure of the day of the baseline is progress", SEEN,
          "news[-1].period.last > start", "news[-1].period.last >= start"),
    Fault("what is observed after the due date decides", PROGRESS,
          "as_of if target.due is None else min(as_of, target.due)", "as_of"),
    Fault("what cannot shrink has no bounds over a gap", SEEN,
          "windows = Windows(known, grows=counted)", "windows = Windows(known, grows=False)"),
    Fault("what can shrink has bounds over a gap", SEEN,
          "windows = Windows(known, grows=counted)", "windows = Windows(known, grows=True)"),
    Fault("counts are not closed at whole numbers", SEEN,
          "possible = quantity.possible if counted else quantity.interval", "possible = quantity.interval"),
    Fault("a target of a part takes the whole", PROGRESS,
          "library.series(indicator.key, target.category, like=indicator)",
          "library.series(indicator.key, None, like=indicator)"),
    Fault("a later report's target is taken before its day", "model/library.py",
          "if day is None or report.period.last <= day:", "if True:"),
    Fault("of two reports on one period the earlier published counts", "model/merging.py",
          "version.published == max(days)]", "version.published == min(days)]"),
    Fault("a break in a series is bridged", SEEN,
          "if Flag.BREAK in figure.flags and figure.period.last", "if False and figure.period.last"),
    # The verdict
    Fault("a path is missed before anything is reported for the day", VERDICT,
          "return _decided(case) if case.is_decided else case.undecided()\n    if case.due is None:",
          "return _decided(case)\n    if case.due is None:"),
    Fault("a level is lost before anything is reported for the day", VERDICT,
          "return _decided(case) if case.is_decided else case.undecided()\n    if case.now",
          "return _decided(case)\n    if case.now"),
    Fault("a limit of a flow that is broken waits for the due date", VERDICT,
          "if case.reached is Answer.NO and case.flow:", "if False:"),
    Fault("a limit is kept whatever the flow leads to", VERDICT,
          "kept = _kept(case.goal, projected) if case.flow and projected is not None else (Status.ON_TRACK,)",
          "kept = (Status.ON_TRACK,)"),
    Fault("a lower bound within a limit is enough", VERDICT,
          "if case.now.stated.high == inf and case.reached is Answer.CANNOT_TELL:", "if False:"),
    Fault("what may be reached at the due date is missed", VERDICT,
          "        return case.too_wide()\n    return", "        pass\n    return"),
    Fault("a level is a path", PROGRESS,
          "TargetKind.LEVEL if at_goal is Answer.YES else TargetKind.PATH", "TargetKind.PATH"),
    Fault("a limit of a flow with a baseline is a path", PROGRESS,
          "if target.indicator.kind is IndicatorKind.FLOW or at_goal is Answer.YES:",
          "if at_goal is Answer.YES:"),
    Fault("on track from 0.96 on", VERDICT, "ON_TRACK = Fraction(95, 100)", "ON_TRACK = Fraction(96, 100)"),
    Fault("a pace of exactly 0.60 is off track", VERDICT, "if pace < threshold", "if pace <= threshold"),
    Fault("what moves away is off track", VERDICT, "{Fraction(0): Status.REGRESSING, ", "{"),
    Fault("the best status is told, not the worst", VERDICT, "(worst, message(", "(best, message("),
    Fault("the best status is not named", VERDICT, 'best.value}")), best)', 'best.value}")))'),
    Fault("a pace without an end is judged", VERDICT,
          "if way.pace.low == -inf and best is not Status.REGRESSING:", "if False:"),
    Fault("a planned dip is regress", VERDICT,
          "if way.on_plan is Answer.YES else _on_the_way(way)", "if False else _on_the_way(way)"),
    Fault("exactly on plan is short of it", PATH,
          "if interval.low >= threshold:", "if interval.low > threshold:"),
    # The formulas
    Fault("one baseline is two numbers", PATH,
          "return quotient(now.stated, 1, self.base, way)",
          "return quotient(now.stated.minus(self.base), 0, self.base, way)"),
    Fault("milestones begin without the baseline", PATH, "points.append((self.start, _BASE))", "pass"),
    Fault("a count is projected below zero", PATH, "if self.counted and value.low < 0:", "if False:"),
    Fault("what was there before is projected, too", PATH,
          "value = self.base.plus(now.gain.times(1 / gone))",
          "value = self.base.plus(now.gain).times(1 / gone)"),
    Fault("nothing remains of what has to be passed", PATH,
          "if self.goal.strict and (distance.low if higher else distance.high) == 0:", "if False:"),
    Fault("required from the last observation on", PROGRESS,
          "_a_month(remaining, target.due, as_of)",
          "_a_month(remaining, target.due, now.day if now else as_of)"),
    Fault("required a month with less than a month left", PROGRESS,
          "if months >= 1 else", "if months > 0 else"),
    Fault("attainment upside down where lower is better", PATH,
          "        if self.goal.higher:\n            return value.times(1 / planned)\n",
          "        return value.times(1 / planned)\n"),
    Fault("a compound rate counts the days of the year before", PATH,
          'DAYS_A_YEAR = Decimal("365.25")', 'DAYS_A_YEAR = Decimal("200")'),
    # What is printed
    Fault("a pace is rounded to the threshold", VALUES,
          'PACE_THRESHOLDS = (Decimal("0.60"), Decimal("0.95"))', "PACE_THRESHOLDS = ()"),
    Fault("ends are rounded to the nearest", COLUMNS,
          "end(interval.low, ROUND_FLOOR), end(interval.high, ROUND_CEILING)",
          "end(interval.low, ROUND_HALF_UP), end(interval.high, ROUND_HALF_UP)"),
    Fault("ends of shares are rounded inwards", COLUMNS,
          "end(interval.high, ROUND_CEILING)", "end(interval.high, ROUND_FLOOR)",
          "shares"),
    Fault("ends that are not included are not told", COLUMNS,
          'return "both" if low and high else', "return None if low else"),
    # Changes and shares
    Fault("a difference of stated numbers stands beside cannot tell", CHANGE,
          "interval.low.is_finite() or interval.high.is_finite() else None",
          "interval.low.is_finite() or interval.high.is_finite() else Interval.point(Decimal(200))",
          "changes"),
    Fault("the same days of a leap year are another length", "model/period.py",
          "return self.days == other.days or self._same_days(other)", "return self.days == other.days",
          "changes"),
    Fault("flows are compared over any windows", CHANGE,
          "unequal = kind is IndicatorKind.FLOW and not", "unequal = False and not", "changes"),
    Fault("percentages change in percent", CHANGE,
          "if kind is not IndicatorKind.RATIO:", "if True:", "changes"),
    Fault("a count that fell is a negative count", CHANGE,
          "if added < 0 and figure.quantity.counted:", "if False:", "quarters"),
    Fault("the third quarter is named as nine months", CHANGE,
          "alone = Period(last.period.last + DAY, figure.period.last)", "alone = figure.period", "quarters"),
    Fault("a whole may be less than its part", "analysis/breakdown.py",
          "if large.low < small.low:", "if False:", "shares"),
    Fault("a ratio of two lower bounds is a share", "analysis/breakdown.py",
          "unknown = possible.low <= 0 and possible.high >= HUNDRED", "unknown = False", "shares"),
)  # fmt: skip


def planted(fault, text):
    """The module with the fault in it; ValueError if the place is not there, or more than once."""
    if text.count(fault.right) != 1:
        raise ValueError(f"{fault.name}: {fault.module} has {text.count(fault.right)} times: {fault.right}")
    return text.replace(fault.right, fault.wrong)
