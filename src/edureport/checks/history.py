"""Checks of what several reports say: figures over time, stated again, or defined otherwise."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from edureport.analysis.breakdown import total
from edureport.analysis.change import incomparable
from edureport.analysis.series import histories
from edureport.analysis.windows import Clash, Windows
from edureport.checks import Finding, Severity, excluded
from edureport.languages.values import Difference
from edureport.message import message
from edureport.model.interval import NEAREST, Answer
from edureport.model.library import Library, Statement, by_period, counted
from edureport.model.printing import Printing, agree, follows
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Flag, Indicator, IndicatorKind

FAR = Decimal("0.10")  # of the stated number
_LOWER = (Bound.MORE_THAN, Bound.AT_LEAST)
_UPPER = (Bound.LESS_THAN, Bound.AT_MOST)


def falls(library: Library) -> Iterator[Finding]:
    """A finding for each cumulative figure that is certainly below an earlier one from the same day.

    A count contradicts itself so; money and the like can be paid back, and what can be below zero is
    passed over. After a break in the series it begins anew.
    """
    for statements in histories(library):
        highest: dict[object, Statement] = {}  # by first day
        for now in counted(statements):
            if now.indicator.kind is not IndicatorKind.FLOW or now.figure.quantity.stated < 0:
                continue
            first = now.figure.period.first
            before = highest.get(first)
            if (
                before is None
                or Flag.BREAK in now.figure.flags
                or incomparable(before.indicator, now.indicator)
            ):
                highest[first] = now
            elif _is_less(now.figure.quantity, before.figure.quantity):
                yield _falls(before, now)
                highest[first] = now
            elif now.figure.quantity.interval.low >= before.figure.quantity.interval.low:
                highest[first] = now


def _is_less(now: Quantity, before: Quantity) -> bool:
    """Whether a figure is below another however both were printed."""
    return not follows(lambda printing: printing.of(now).less_than(printing.of(before)) is not Answer.YES)


def _falls(before: Statement, now: Statement) -> Finding:
    old, new = before.figure, now.figure
    values = {"before_period": old.period, "before": old.quantity}
    values |= {"after_period": new.period, "after": new.quantity}
    severity = Severity.CONTRADICTION if new.quantity.counted else Severity.DOUBT
    return excluded("finding.falls", severity, before, now, values)


def windows(library: Library) -> Iterator[Finding]:
    """A finding for each window whose figure is certainly another than longer ones leave for it.

    It contradicts what the same file says; what another report said may have been corrected since.
    That a count from one day on does not become less is the business of `falls`.
    """
    for statements in histories(library):
        known = [one for one in counted(statements) if one.indicator.kind is IndicatorKind.FLOW]
        broken = any(Flag.BREAK in one.figure.flags for one in known)
        alike = {(one.indicator.unit.key, one.indicator.unit.is_percent) for one in known}
        if len(known) > 2 and not broken and len(alike) == 1:
            for clash in _certain(known):
                yield _windows(known, clash)


def _certain(known: Sequence[Statement]) -> list[Clash]:
    """The clashes that no way of printing explains."""
    figures = [one.figure for one in known]
    clashes: list[Clash] = []
    for printing in Printing:
        clashes = Windows(figures, grows=False, interval=printing.possible).clashes
        if not clashes:
            break
    return clashes


def _windows(known: Sequence[Statement], clash: Clash) -> Finding:
    figure = clash.figure
    (stated,) = [one for one in known if one.figure is figure]
    indicator = stated.indicator
    said = message(
        "finding.windows",
        label=indicator.label_of(figure.category),
        period=figure.period,
        value=figure.quantity,
        others=Quantity.of(clash.others),
    )
    one_file = len({one.figure.place.path for one in known}) == 1
    severity = Severity.CONTRADICTION if one_file else Severity.DOUBT
    return Finding.on_figure("windows", severity, indicator, figure, said, report=stated.report)


def revised(library: Library) -> Iterator[Finding]:
    """A finding for each figure that certainly differs from one published before, and is not flagged so."""
    for statements in histories(library):
        for same in by_period(statements).values():
            for before, now in pairwise(same):
                right = Flag.REVISED in now.figure.flags or agree(before.figure.quantity, now.figure.quantity)
                if not right and not incomparable(before.indicator, now.indicator):
                    old, new = before.figure.quantity, now.figure.quantity
                    values = {"period": now.figure.period, "after": new, "before": old}
                    yield excluded("finding.revised", Severity.DOUBT, before, now, values)


def definition(library: Library) -> Iterator[Finding]:
    """A finding for each report that gives an indicator another unit or kind than the one before it."""
    for key in {key: None for report in library.reports for key in report}:
        for earlier, later in pairwise([report for report in library.reports if key in report]):
            before, now = earlier[key], later[key]
            why = incomparable(before, now)
            if why is not None:
                said = message(
                    "finding.definition",
                    label=now.label,
                    why=why,
                    before_period=before.period,
                    after_period=now.period,
                    place=before.place,
                )
                yield Finding("definition", Severity.DOUBT, key, now.place, said, report=later)


def far_bound(library: Library) -> Iterator[Finding]:
    """A remark for each "more than" or "less than" whose true number is known and far off."""
    for statements in histories(library):
        for same in by_period(statements).values():
            exact = [one.figure.quantity for one in same if one.figure.quantity.is_exact]
            for one in same:
                if exact and is_far(one.figure.quantity, exact[-1]):
                    yield _far_bound(one, exact[-1])
    for report in library.reports:
        for indicator in report.indicators.values():
            figure, known = indicator.observation, _known_by_parts(indicator)
            if figure is not None and known is not None and is_far(figure.quantity, known):
                yield _far_bound(Statement(report, indicator, figure), known)


def is_far(bounded: Quantity, exact: Quantity) -> bool:
    """Whether the number fits the bound, and is beyond it by more than a tenth of it."""
    stated, number = bounded.stated, exact.stated
    slack = NEAREST.multiply(stated, FAR)
    if stated <= 0 or number not in bounded.interval:
        return False
    return (bounded.bound in _LOWER and number > NEAREST.add(stated, slack)) or (
        bounded.bound in _UPPER and number < NEAREST.subtract(stated, slack)
    )


def _known_by_parts(indicator: Indicator) -> Quantity | None:
    """The number that the parts of a complete breakdown add up to, if all are exact."""
    if indicator.kind is IndicatorKind.RATIO:
        return None
    for breakdown in indicator.breakdowns.values():
        parts = [part.quantity for part in indicator.parts(breakdown.key)]
        if breakdown.of is None and breakdown.complete and len(parts) == len(breakdown.members):
            added = total(parts)
            if parts and added.is_point:
                return Quantity.of(added)
    return None


def _far_bound(one: Statement, known: Quantity) -> Finding:
    indicator, figure = one.indicator, one.figure
    said = message(
        "finding.far_bound",
        label=indicator.label_of(figure.category),
        value=figure.quantity,
        known=known,
        period=figure.period,
    )
    difference = NEAREST.subtract(known.stated, figure.quantity.stated)
    arithmetic = message(
        "arithmetic.minus",
        first=known,
        second=Quantity(figure.quantity.stated),
        result=Difference(difference, Bound.EXACT.value),
    )
    return Finding.on_figure("far-bound", Severity.REMARK, indicator, figure, said, arithmetic, one.report)
