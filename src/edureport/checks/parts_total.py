"""parts-total: the parts of a breakdown add up to the whole, or at least do not exceed it.

Two complete breakdowns of one whole must be able to add up to the same, too.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from edureport.analysis.breakdown import add_up_alike, follows, total
from edureport.checks.finding import Finding, Severity
from edureport.languages.values import Sum
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Breakdown, Category, Indicator, IndicatorKind, Report

Divided = tuple[Breakdown, Sequence[Quantity]]  # with the figures of its members


def check(report: Report) -> Iterator[Finding]:
    """A finding for each breakdown whose parts cannot be parts of the whole that is stated.

    A whole is an indicator, or a part of it that has parts of its own. Shares are not added: each
    has a base of its own.
    """
    for indicator in report.indicators.values():
        if indicator.kind is not IndicatorKind.RATIO and indicator.breakdowns:
            yield from _of_indicator(indicator)


def _of_indicator(indicator: Indicator) -> Iterator[Finding]:
    sound: dict[Category | None, list[Divided]] = {}
    for breakdown in indicator.breakdowns.values():
        whole = indicator.figure(breakdown.of)
        parts = [part.quantity for part in indicator.parts(breakdown.key)]
        # A member without a figure can be anything: then the parts may only not exceed the whole.
        complete = breakdown.complete and len(parts) == len(breakdown.members)
        if parts and whole and not follows(parts, whole.quantity, complete=complete):
            yield _finding(indicator, breakdown, parts, whole.quantity, complete)
        elif parts and complete:
            sound.setdefault(breakdown.of, []).append((breakdown, parts))
    for same in sound.values():
        for one, other in combinations(same, 2):
            if not add_up_alike(one[1], other[1]):
                yield _differing(indicator, one, other)


def _finding(
    indicator: Indicator, breakdown: Breakdown, parts: Sequence[Quantity], whole: Quantity, complete: bool
) -> Finding:
    key = "finding.parts_total" if complete else "finding.parts_exceed"
    named = breakdown.label or (breakdown.key if breakdown.beside_others else None)
    said = message(
        key,
        label=indicator.name_of(breakdown.of),
        parts=message("parts.of", breakdown=named) if named else message("parts.bare"),
        whole=whole,
        total=Quantity.of(total(parts)),
    )
    figure = indicator.figure(breakdown.of)
    return Finding(
        "parts-total",
        Severity.CONTRADICTION,
        indicator.key,
        figure.place if figure else indicator.place,
        said,
        _sum(parts) if len(parts) > 1 else None,
        category=breakdown.of,
    )


def _differing(indicator: Indicator, one: Divided, other: Divided) -> Finding:
    said = message(
        "finding.parts_differ",
        label=indicator.name_of(one[0].of),
        breakdown=one[0].label or one[0].key,
        total=Quantity.of(total(one[1])),
        other=other[0].label or other[0].key,
        other_total=Quantity.of(total(other[1])),
    )
    arithmetic = message("arithmetic.two", one=_sum(one[1]), other=_sum(other[1]))
    found = Finding("parts-total", Severity.CONTRADICTION, indicator.key, indicator.place, said, arithmetic)
    return found._replace(category=one[0].of)


def _sum(parts: Sequence[Quantity]) -> Message:
    return message("arithmetic.sum", parts=Sum(parts), total=Quantity.of(total(parts)))
