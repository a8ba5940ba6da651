"""percent-counts: a percentage and the counts that it is of, at the precision that is printed.

A percentage passes if the quotient rounded or truncated gives it, with the counts as finely as they are
printed themselves. Where the part is not stated, some whole number of things has to give it.
"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from edureport.checks.finding import Finding, Severity
from edureport.languages.values import Percent, decimals_of
from edureport.message import message
from edureport.model.interval import NEAREST, Interval
from edureport.model.period import Period
from edureport.model.printing import Printing, follows
from edureport.model.quantity import Quantity
from edureport.model.report import Indicator, Observation, PercentOf, Report

HUNDRED = Decimal(100)


def check(report: Report) -> Iterator[Finding]:
    """A finding for each percentage that its counts do not give."""
    for indicator in report.indicators.values():
        if indicator.of is not None:
            for figure in indicator.observations:
                if figure.category is None:
                    yield from _check(report, indicator, indicator.of, figure)


def _check(report: Report, indicator: Indicator, of: PercentOf, figure: Observation) -> Iterator[Finding]:
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
    try:
        if follows(
            lambda printing: _percentage(printing.of(part), printing.of(whole)).meets(
                printing.of(figure.quantity)
            )
        ):
            return
        result = _percentage(part.interval, whole.interval)
    except ZeroDivisionError:
        return
    digits = decimals_of(figure.quantity)
    recomputed = _shown(Quantity.of(result), digits)
    said = message(
        "finding.percent_counts",
        label=indicator.label,
        percent=Percent(figure.quantity, digits=digits),
        part=part,
        whole=whole,
        recomputed=recomputed,
    )
    arithmetic = message("arithmetic.percent", part=part, whole=whole, percent=recomputed)
    yield Finding.on_figure("percent-counts", Severity.CONTRADICTION, indicator, figure, said, arithmetic)


def _percentage(part: Interval, whole: Interval) -> Interval:
    """The part in percent of the whole; there is a percentage, so it is not of nothing."""
    if whole.low <= 0 < whole.high:
        whole = Interval(Decimal(0), whole.high, True, whole.high_open)
    return part * Interval.point(HUNDRED) / whole


def _feasible(indicator: Indicator, figure: Observation, whole: Quantity) -> Iterator[Finding]:
    """A finding if no whole number of `whole` things comes out as the percentage."""
    count = whole.stated
    percent = figure.quantity
    known = whole.counted and whole.is_exact and not whole.step and count > 0
    if not known or count != count.to_integral_value() or not percent.is_exact or percent.stated < 0:
        return
    one = Interval.point(NEAREST.divide(count, HUNDRED))
    # The smallest number of things that is not below what the percentage can be of them.
    lowest = (Printing.ROUNDED.of(percent) * one).low
    least = max(lowest.to_integral_value(ROUND_CEILING), Decimal(0))
    below = NEAREST.subtract(least, 1)
    share = Interval.point(NEAREST.divide(NEAREST.multiply(least, HUNDRED), count))
    if follows(lambda printing: share.meets(printing.of(percent))):
        return
    digits = decimals_of(percent)
    said = message(
        "finding.percent_infeasible",
        label=indicator.label,
        percent=Percent(percent, digits=digits),
        whole=whole,
        below=below,
        above=least,
    )
    one_below, one_above = (_quotient(number, whole, digits) for number in (below, least))
    arithmetic = message("arithmetic.two", one=one_below, other=one_above)
    yield Finding.on_figure("percent-counts", Severity.CONTRADICTION, indicator, figure, said, arithmetic)


def _quotient(number: Decimal, whole: Quantity, digits: int) -> object:
    percent = Quantity(NEAREST.divide(NEAREST.multiply(number, HUNDRED), whole.stated))
    return message("arithmetic.percent", part=Quantity(number), whole=whole, percent=_shown(percent, digits))


def _shown(percent: Quantity, digits: int) -> Percent:
    """A percentage to two decimals more than are printed, or to fewer if it has no more."""
    own = decimals_of(Quantity(percent.stated.normalize())) if percent.is_exact else digits + 2
    return Percent(percent, digits=min(max(own, digits), digits + 2))
