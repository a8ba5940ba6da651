"""percent-counts: a percentage and the counts that it is of, at the precision that is printed.

A percentage passes if the quotient rounded or cut off gives it; if only cutting off does, that is
worth a remark. Where the part is not stated, some whole number of things has to give it.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from edureport.checks.finding import Finding, Severity
from edureport.languages.values import Percent
from edureport.message import message
from edureport.model.interval import NEAREST, Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Indicator, Observation, Report

HUNDRED = Decimal(100)


class Printed(NamedTuple):
    """The percentages that come out as the printed one."""

    by_rounding: Interval
    by_truncation: Interval
    digits: int


def printed(percent: Quantity) -> Printed:
    """What is behind a printed percentage: half a unit of its last digit to both sides, or one above.

    Which half is rounded up and which down is left open.
    """
    exponent = percent.stated.as_tuple().exponent
    digits = max(-exponent, 0) if isinstance(exponent, int) else 0
    unit = Decimal(1).scaleb(-digits)
    given = percent.interval
    half = Interval(-unit / 2, unit / 2)
    cut = Interval(Decimal(0), unit, high_open=True)
    if percent.stated < 0:
        cut = -cut
    return Printed(given + half, given + cut, digits)


def check(report: Report) -> Iterator[Finding]:
    """A finding for each percentage that its counts do not give, or give only if cut off."""
    for indicator in report.indicators.values():
        if indicator.of is not None:
            for figure in indicator.observations:
                if figure.category is None:
                    yield from _check(report, indicator, figure)


def _check(report: Report, indicator: Indicator, figure: Observation) -> Iterator[Finding]:
    of = indicator.of
    if of is None:
        return
    whole = _stated(report, of.whole, figure.period)
    if of.target is not None and figure.period == report.period:
        whole = report.targets[of.target].quantity
    if whole is None:
        return
    if of.part is None:
        yield from _feasible(indicator, figure, whole)
    elif (part := _stated(report, of.part, figure.period)) is not None:
        yield from _recomputed(indicator, figure, part, whole)


def _stated(report: Report, key: str | None, period: Period) -> Quantity | None:
    """What the report states of an indicator for a period."""
    if key is None:
        return None
    for figure in report[key].observations:
        if figure.category is None and figure.period == period:
            return figure.quantity
    return None


def _recomputed(
    indicator: Indicator, figure: Observation, part: Quantity, whole: Quantity
) -> Iterator[Finding]:
    divisor = whole.interval
    if divisor.low == 0 < divisor.high:  # there is a percentage, so it is not of nothing
        divisor = Interval(divisor.low, divisor.high, True, divisor.high_open)
    try:
        result = part.interval / divisor * Interval.point(HUNDRED)
    except ZeroDivisionError:
        return
    behind = printed(figure.quantity)
    if result.meets(behind.by_rounding):
        return
    cut = result.meets(behind.by_truncation)
    recomputed = Percent(Quantity.of(result), digits=behind.digits + 2)
    said = message(
        "finding.percent_truncated" if cut else "finding.percent_counts",
        label=indicator.label,
        percent=Percent(figure.quantity, digits=behind.digits),
        part=part,
        whole=whole,
        recomputed=recomputed,
    )
    severity = Severity.REMARK if cut else Severity.CONTRADICTION
    arithmetic = message("arithmetic.percent", part=part, whole=whole, percent=recomputed)
    yield Finding("percent-counts", severity, indicator.key, figure.place, said, arithmetic)


def _feasible(indicator: Indicator, figure: Observation, whole: Quantity) -> Iterator[Finding]:
    """A finding if no whole number of `whole` things comes out as the percentage."""
    count = whole.stated
    percent = figure.quantity
    counted = whole.is_exact and count > 0 and count == count.to_integral_value()
    if not counted or not percent.is_exact or percent.stated < 0:
        return
    behind = printed(percent)
    one = Interval.point(NEAREST.divide(count, HUNDRED))
    # The smallest number of things that is not below what the percentage can be of them.
    least = max((behind.by_rounding * one).low.to_integral_value(ROUND_CEILING), Decimal(0))
    below = NEAREST.subtract(least, 1)
    share = Interval.point(NEAREST.divide(NEAREST.multiply(least, HUNDRED), count))
    if share.meets(behind.by_rounding) or share.meets(behind.by_truncation):
        return
    said = message(
        "finding.percent_infeasible",
        label=indicator.label,
        percent=Percent(percent, digits=behind.digits),
        whole=whole,
        below=below,
        above=least,
    )
    digits = behind.digits + 2
    arithmetic = message(
        "arithmetic.two",
        one=_quotient(below, whole, digits),
        other=_quotient(least, whole, digits),
    )
    yield Finding("percent-counts", Severity.CONTRADICTION, indicator.key, figure.place, said, arithmetic)


def _quotient(number: Decimal, whole: Quantity, digits: int) -> object:
    percent = Quantity(NEAREST.divide(NEAREST.multiply(number, HUNDRED), whole.stated))
    return message(
        "arithmetic.percent", part=Quantity(number), whole=whole, percent=Percent(percent, digits=digits)
    )
