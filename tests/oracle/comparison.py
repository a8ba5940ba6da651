"""What the program prints of random reports against the truth: three kinds of cases, and what was wrong."""

from collections import Counter
from typing import NamedTuple

import movements
import program
import random_movements
import random_targets
import verdicts
from columns import NOTHING
from plan import UnsureError
from printed import Rule, problem
from stated import ENDLESS, LIMIT
from verdicts import BEHIND, ON_TRACK

PERCENT = Rule(1, never=(0, 100, -100))
AMOUNT = Rule(1)
TARGET_RULES = {
    "elapsed": PERCENT,
    "progress": PERCENT,
    "expected": AMOUNT,
    "pace": Rule(2, steps=(BEHIND, ON_TRACK), sparks=False),
    "remaining": Rule(),
    "required_per_month": AMOUNT,
    "projected": Rule(1, trivial=(0,)),
}
REASONS = {  # of what is not assessable, by the way to the verdict
    "no_data": {"no_data", "not_yet_reported"},
    "no_start": {"no_start"},
    "gap": {
        "gaps",
        "too_wide",
        "no_due",
        "not_yet_reported",
        "cagr",
        "attainment",
        "no_way",
    },  # the first that holds
    "no_due": {"no_due", "too_wide", "gaps"},
    "nothing_for_due": {"not_yet_reported"},
    "open_at_due": {"too_wide", "gaps"},
    "too_wide": {"too_wide", "gaps"},
    "no_plan": {"no_baseline", "before_plan"},
    "no_meaning": {"cagr", "attainment"},
    "no_way": {"no_way", "too_wide", "gaps"},
    "broken": {"break"},
}
# A reason is held to the facts of its case too, so that one that is merely accepted elsewhere is seen.
TRUE_OF = {
    "no_due": lambda case: case.due is None,
    "not_yet_reported": lambda case: case.due is not None and case.as_of >= case.due,
    "cagr": lambda case: case.method == "cagr",
    "attainment": lambda case: case.method == "attainment",
    "no_way": lambda case: case.baseline is not None or case.kind == "flow",
    "no_baseline": lambda case: case.baseline is None,
    "before_plan": lambda case: bool(case.milestones),
}
SHARE = Rule(1, never=(0, 100), trivial=(0, 100))
PERCENT_OF_CHANGE = Rule(1, never=(0, 100, -100), trivial=(-100,))


BELOW = ("less_than", "at_most")
COLUMNS = {
    "targets": "indicator,member,better,target_kind,baseline*,goal*,as_of,observed,actual*,elapsed,"
    "progress*,expected*,pace*,remaining*,required_per_month*,projected*,status,best_status,reason,days_left",
    "compare": "indicator,before*,after*,change*,percent*,direction",
    "summary": "indicator,member,value*,share*",
}


class Finding(NamedTuple):
    """A case in which the program prints something else than the truth."""

    case: object
    wrong: tuple
    sheaf: object
    options: tuple
    row: dict | None


def targets(random, size, folder, counts):
    """Findings in `size` random targets; `counts` counts the branches."""
    sheaf = random_targets.sheaf(random, size)
    options = ("--as-of", str(sheaf.as_of)) if sheaf.as_of else ()
    if sheaf.method != "linear":
        options = (*options, "--method", sheaf.method)
    return _judged(sheaf, "targets", options, _target, folder, counts)


def changes(random, size, folder, counts):
    """Findings in `size` random changes."""
    return _judged(random_movements.pair(random, size), "compare", (), _change, folder, counts)


def shares(random, size, folder, counts):
    """Findings in `size` random shares."""
    return _judged(random_movements.wholes(random, size), "summary", (), _share, folder, counts)


def quarters(random, size, folder, counts):
    """Findings in `size` random third quarters."""
    return _judged(random_movements.year(random, size), "compare", ("--discrete",), _quarter, folder, counts)


def again(finding, folder):
    """The finding with this case alone in its reports; None if that is right."""
    judges = {"targets": _target, "compare": _change, "summary": _share}
    command, *options = finding.options
    judge = _quarter if "--discrete" in options else judges[command]
    found = _judged(finding.sheaf.only(finding.case), command, options, judge, folder, Counter())
    return next(found, None)


def _judged(sheaf, command, options, judge, folder, counts):
    given = (command, *options)
    try:
        printed = program.rows(folder, sheaf.files(), command, *options, "--columns", COLUMNS[command])
    except Exception as error:  # noqa: BLE001  # what is refused, and a crash, are findings too
        if len(sheaf.cases) == 1:
            yield Finding(sheaf.cases[0], (f"no table: {error!r}",), sheaf, given, None)
        else:
            for case in sheaf.cases:
                yield from _judged(sheaf.only(case), command, options, judge, folder, counts)
        return
    by_key = {(row["indicator"], row.get("member")): row for row in printed}
    for case in sheaf.cases:
        part = "part" if command == "summary" or getattr(case, "member", False) else None
        row = by_key.get((case.key, part))
        wrong = ("no row",) if row is None else tuple(judge(case, row, sheaf, counts))
        if wrong:
            yield Finding(case, wrong, sheaf, given, row)


def _target(case, row, _sheaf, counts):
    try:
        truth = verdicts.truth(case)
    except UnsureError as unsure:
        counts[f"unsure: {unsure}"] += 1
        return
    counts[truth.branch] += 1
    yield from _verdict(truth, row)
    yield from _reason(case, truth.verdict, row)
    yield from _dates(case, row)
    yield from _actual(truth.actual, row)
    if "elapsed" in truth.columns and (row["elapsed"] is not None or not truth.columns["elapsed"].optional):
        row = row | dict.fromkeys(("elapsed_low", "elapsed_high"), row["elapsed"]) | {"elapsed_open": None}
    for column, expected in truth.columns.items():
        if column != "elapsed" or "elapsed_low" in row:
            compounded = column == "pace" and case.method == "cagr"
            found = problem(row, column, expected, TARGET_RULES[column]._replace(smooth=compounded))
            if found:
                yield found


def _verdict(truth, row):
    status, best, verdict = row["status"], row["best_status"], truth.verdict
    if status not in verdict.statuses:
        yield f"status is {status}, not {' or '.join(sorted(verdict.statuses))} ({truth.branch})"
    elif verdict.best and (best or status) != verdict.best:
        yield f"best_status is {best}, not {verdict.best}"
    if truth.kind and truth.kind != row["target_kind"]:
        yield f"target_kind is {row['target_kind']}, not {truth.kind}"
    if row["better"] != truth.better:
        yield f"better is {row['better']}, not {truth.better}"
    day = truth.observed and str(truth.observed)
    if row["observed"] != day and verdict.way not in ("no_start", "gap"):
        yield f"observed is {row['observed']}, not {day}"


def _reason(case, verdict, row):
    reason, way = row["reason"], verdict.way.removeprefix("planned_").removeprefix("cagr_")
    if row["status"] == "not_assessable":
        right = reason in REASONS.get(way.removeprefix("attainment_"), {reason})
        right = right and (reason not in TRUE_OF or TRUE_OF[reason](case))
    elif row["status"] == "no_data":
        right = reason == "no_data"
    elif row["best_status"] is not None:
        right = reason == "worst"
    else:
        right = reason in (None, "under_a_month")
    if not right:
        yield f"reason is {reason} ({row['status']}, {verdict.way})"


def _dates(case, row):
    if row["as_of"] != str(case.as_of):
        yield f"as_of is {row['as_of']}, not {case.as_of}"
    if case.due and row["days_left"] not in (None, max((case.due - case.as_of).days, 0)):
        yield f"days_left is {row['days_left']}"
    yield from _stated(row, "goal", case.goal)
    if case.baseline:
        yield from _stated(row, "baseline", case.baseline[0])


def _actual(values, row):
    if values:
        ends = [None if abs(end) > ENDLESS else end for end in (min(values), max(values))]
        if ends == [None, None]:
            return  # the last figure stands there then, as it is
        printed = [row["actual_low"], row["actual_high"]]
        if any(
            (one is None) != (other is None) or (one is not None and abs(one - other) > LIMIT)
            for one, other in zip(printed, ends, strict=True)
        ):
            yield f"actual is {printed}, not {ends}"


def _stated(row, column, quantity):
    span = quantity.span
    printed = row[column], row[f"{column}_bound"], row[f"{column}_low"], row[f"{column}_high"]
    if printed != (quantity.number, quantity.bound, span.low, span.high):
        yield f"{column} is {printed}, not {quantity.words}"


def _change(case, row, sheaf, counts):
    columns, directions = movements.change(case, sheaf.periods)
    counts["change " + _sort(columns["change"])] += 1
    counts["percent " + _sort(columns["percent"])] += 1
    for column, rule in (("change", Rule(trivial=_trivial(case))), ("percent", PERCENT_OF_CHANGE)):
        wrong = problem(row, column, columns[column], rule)
        if wrong:
            yield wrong
    if directions is not None and row["direction"] not in directions:
        yield f"direction is {row['direction']}, not {directions}"
    for column in ("before", "after"):
        if getattr(case, column):
            yield from _stated(row, column, getattr(case, column))


def _trivial(case):
    """The ends of a change that only say that there is nothing below zero."""
    if case.before is None or case.after is None:
        return ()
    ends = []
    if case.after.bound in BELOW and case.before.span.high is not None:
        ends.append(-case.before.span.high)
    if case.before.bound in BELOW and case.after.span.high is not None:
        ends.append(case.after.span.high)
    return tuple(ends)


def _quarter(case, row, _sheaf, counts):
    try:
        truth = movements.quarters(case)
    except UnsureError as unsure:
        counts[f"unsure: {unsure}"] += 1
        return
    counts["quarter " + ("told" if truth else "not told")] += 1
    if truth is None:
        printed = [column for column in ("change", "percent") if row[column] is not None]
        yield from (f"{column} is {row[column]}; the quarters alone cannot be told" for column in printed)
        return
    before, after = truth
    windows = [f"{year}-07-01/{year}-09-30" for year in (2024, 2025)]
    wanted = (*windows, before, after, after - before)
    printed = tuple(row[name] for name in ("before_period", "after_period", "before", "after", "change"))
    if printed != wanted:
        yield f"the quarters are {printed}, not {wanted}"


def _share(case, row, _sheaf, counts):
    expected = movements.shares(case)
    counts["share " + _sort(expected)] += 1
    wrong = problem(row, "share", expected, SHARE)
    if wrong:
        yield wrong
    yield from _stated(row, "value", case.part)


def _sort(expected):
    if expected == NOTHING:
        return "nothing"
    low, high = min(expected.numbers), max(expected.numbers)
    if low == high:
        return "exact"
    return f"{'open' if low < -(10**9) else 'from'} {'open' if high > 10**9 else 'to'}"
