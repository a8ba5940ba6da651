"""far-bound: a bound that is true, but more than 10 % away from the number that is known.

The number is known from another report on the same period, or from parts that are all stated.
"""

from collections.abc import Iterator
from decimal import Decimal

from edureport.analysis.breakdown import total
from edureport.analysis.history import by_period, histories
from edureport.checks.finding import Finding, Severity
from edureport.languages.values import Difference
from edureport.message import message
from edureport.model.interval import NEAREST
from edureport.model.library import Library, Statement
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Indicator, IndicatorKind

FAR = Decimal("0.10")  # of the stated number
_LOWER = (Bound.MORE_THAN, Bound.AT_LEAST)
_UPPER = (Bound.LESS_THAN, Bound.AT_MOST)


def check(library: Library) -> Iterator[Finding]:
    """A remark for each "more than" or "less than" whose true number is known and far off."""
    for statements in histories(library):
        for same in by_period(statements).values():
            exact = [one.figure.quantity for one in same if one.figure.quantity.is_exact]
            for one in same:
                if exact and is_far(one.figure.quantity, exact[-1]):
                    yield _finding(one, exact[-1])
    for report in library.reports:
        for indicator in report.indicators.values():
            figure, known = indicator.observation, _known_by_parts(indicator)
            if figure is not None and known is not None and is_far(figure.quantity, known):
                yield _finding(Statement(report, indicator, figure), known)


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


def _finding(one: Statement, known: Quantity) -> Finding:
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
