"""Notes below the targets: how many there are of each status, the reasons, and how figures came about."""

from collections.abc import Iterator, Sequence

from edureport.analysis.measures import TargetKind
from edureport.analysis.path import Method
from edureport.analysis.progress import Assessment
from edureport.commands.figures import tally
from edureport.languages.values import Pace, Percent, Rounded
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Target


def notes(
    assessed: Sequence[Assessment], before: Sequence[Target | None], *, explain: bool
) -> Iterator[Message]:
    """The counts, then a line for each reason and each revised target, then the formulas if asked for."""
    yield _counts(assessed) if assessed else message("targets.none")
    for one, replaced in zip(assessed, before, strict=True):
        label, keys = one.target.label, _keys(one.target)
        soon = None if one.soon is one.reason else one.soon  # why nothing is required a month
        for reason in filter(None, (one.reason, soon)):
            yield message("targets.reason", label=label, reason=reason, **keys)
        if replaced is not None:
            yield message(
                "targets.revised",
                label=label,
                **keys,
                before=replaced.quantity,
                due=replaced.due or message("targets.no_due"),
                period=replaced.stated_for,
            )
    if explain:
        for one in assessed:
            yield from _explanation(one)


def earlier_notes(assessed: Sequence[Assessment]) -> Iterator[Message]:
    """How each target stood on an earlier day."""
    for one in assessed:
        values = {
            "label": one.target.label,
            **_keys(one.target),
            "day": one.as_of,
            "status": message(f"status.{one.status.value}"),
        }
        if (progress := Quantity.known(one.percent)) is None:
            yield message("targets.earlier", **values)
        else:
            yield message("targets.earlier_progress", **values, progress=Percent(progress))


def _keys(target: Target) -> dict[str, str]:
    """The keys of a target's row, for programs that read a note."""
    return {"target": target.key, "indicator": target.indicator.key}


def _counts(assessed: Sequence[Assessment]) -> Message:
    """How many targets there are of each status; they are counted, never averaged."""
    each = tally("targets.status_count", "status", [one.status for one in assessed])
    return message("targets.counts", targets=message("count.targets", count=len(assessed)), each=each)


def _explanation(one: Assessment) -> Iterator[Message]:
    """The formulas of METHODS with the numbers of this target."""
    target = one.target
    goal = Quantity(one.goal)
    values: dict[str, object] = {
        "label": target.label,
        **_keys(target),
        "baseline": one.baseline,
        "baseline_date": one.baseline_date,
        "value": goal,
        "actual": one.actual,
        "due": target.due,
        "observed": one.observed,
    }
    yield from _premises(one, values)
    if one.percent is not None:
        progress = Percent(Quantity.of(one.percent))
        key = "explain.progress"
        if one.method is Method.ATTAINMENT:
            key = "explain.attainment" if one.higher_is_better else "explain.attainment_lower"
        yield message(key, **values, progress=progress)
    if one.elapsed_percent is not None:
        yield message("explain.elapsed", **values, elapsed=Percent(one.elapsed_percent))
    if one.pace is not None:
        yield message("explain.pace", **values, formula=_pace(one, values), pace=Pace(Quantity.of(one.pace)))
    if one.projected is not None:
        yield message("explain.projected", **values, projected=_rounded(one.projected, 1))
    if one.remaining is not None:
        base = one.actual or one.baseline
        yield message("explain.remaining", **values, base=base, remaining=Quantity.of(one.remaining))
    if one.required_per_month is not None and one.remaining is not None:
        yield message(
            "explain.required",
            **values,
            remaining=Quantity.of(one.remaining),
            days=one.days_left,
            required=_rounded(one.required_per_month, 1),
        )


def _premises(one: Assessment, values: dict[str, object]) -> Iterator[Message]:
    """What kind of target it is, the number to reach, and what the value was found from."""
    target = one.target
    if one.kind is not TargetKind.PATH:
        key = "explain.limit" if one.kind is TargetKind.LIMIT else "explain.level"
        yield message(key, **values)
    if one.goal != target.quantity.stated or target.quantity.upper is not None:
        yield message("explain.goal", **values, stated=target.quantity, goal=Quantity(one.goal))
    if target.indicator.kind is IndicatorKind.FLOW and one.baseline is not None and len(one.figures) > 1:
        each = tuple(
            message("explain.window", value=figure.quantity, period=figure.period) for figure in one.figures
        )
        yield message("explain.windows", **values, period=one.period, each=each)


def _pace(one: Assessment, values: dict[str, object]) -> Message:
    """The formula of the pace."""
    expected = _rounded(one.expected, 1)
    if one.method is Method.LINEAR and one.baseline is None:
        key = "explain.pace_plan" if one.higher_is_better else "explain.pace_plan_lower"
        return message(key, **values, expected=expected)
    return message(f"explain.pace_{one.method.value}", **values, expected=expected)


def _rounded(interval: Interval | None, digits: int) -> Rounded | None:
    """The amount as the table shows it."""
    return None if interval is None else Rounded(Quantity.of(interval), digits)
