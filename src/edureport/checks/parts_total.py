"""Checks of parts and wholes: sums, percentages, and "all of" another indicator.

A percentage passes if the quotient rounded or truncated gives it, with the counts as finely as they are
printed themselves. Where the part is not stated, some whole number of things has to give it.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import combinations

from edureport.analysis.breakdown import add_up_alike, total
from edureport.analysis.breakdown import follows as parts_follow
from edureport.checks import Finding, Severity
from edureport.languages.values import Percent, Sum, decimals_of
from edureport.message import Message, message
from edureport.model import report as model
from edureport.model.interval import NEAREST, Interval
from edureport.model.period import Period
from edureport.model.printing import Printing, agree, follows
from edureport.model.quantity import Quantity

Divided = tuple[model.Breakdown, Sequence[Quantity]]  # with the figures of its members
HUNDRED = Decimal(100)


def parts_total(report: model.Report) -> Iterator[Finding]:
    """A finding for each breakdown whose parts cannot be parts of the whole that is stated.

    A whole is an indicator, or a part of it that has parts of its own. Shares are not added: each
    has a base of its own.
    """
    for indicator in report.indicators.values():
        if indicator.kind is not model.IndicatorKind.RATIO and indicator.breakdowns:
            yield from _of_indicator(indicator)


def _of_indicator(indicator: model.Indicator) -> Iterator[Finding]:
    sound: dict[model.Category | None, list[Divided]] = {}
    for breakdown in indicator.breakdowns.values():
        whole = indicator.figure(breakdown.of)
        parts = [part.quantity for part in indicator.parts(breakdown.key)]
        # A member without a figure can be anything: then the parts may only not exceed the whole.
        complete = breakdown.complete and len(parts) == len(breakdown.members)
        if parts and whole and not parts_follow(parts, whole.quantity, complete=complete):
            yield _parts_total(indicator, breakdown, parts, whole.quantity, complete)
        elif parts and complete:
            sound.setdefault(breakdown.of, []).append((breakdown, parts))
    for same in sound.values():
        for one, other in combinations(same, 2):
            if not add_up_alike(one[1], other[1]):
                yield _differing(indicator, one, other)


def _parts_total(
    indicator: model.Indicator,
    breakdown: model.Breakdown,
    parts: Sequence[Quantity],
    whole: Quantity,
    complete: bool,
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


def _differing(indicator: model.Indicator, one: Divided, other: Divided) -> Finding:
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


def all_of(report: model.Report) -> Iterator[Finding]:
    """A finding for each part of "all of …" that cannot be the same number as that under the same keys."""
    for indicator in report.indicators.values():
        claim = indicator.observation
        if claim is not None and claim.all_of is not None:
            yield from _same_parts(indicator, report[claim.all_of])


def _same_parts(indicator: model.Indicator, whole: model.Indicator) -> Iterator[Finding]:
    others = {figure.category: figure for figure in whole.observations}
    for figure in indicator.observations:
        category = figure.category
        other = others.get(category)
        if category is None or other is None or agree(figure.quantity, other.quantity):
            continue
        said = message(
            "finding.all_of",
            label=indicator.label,
            whole=whole.label,
            part=indicator.label_of(category),
            value=figure.quantity,
            all=other.quantity,
        )
        yield Finding.on_figure("all-of", Severity.CONTRADICTION, indicator, figure, said)


def percent_counts(report: model.Report) -> Iterator[Finding]:
    """A finding for each percentage that its counts do not give."""
    for indicator in report.indicators.values():
        if indicator.of is not None:
            for figure in indicator.observations:
                if figure.category is None:
                    yield from _of_figure(report, indicator, indicator.of, figure)


def _of_figure(
    report: model.Report, indicator: model.Indicator, of: model.PercentOf, figure: model.Observation
) -> Iterator[Finding]:
    whole = _stated(report, of.whole, figure.period)
    if of.target is not None and figure.period == report.period:
        whole = report.targets[of.target].quantity
    if whole is None:
        return
    if of.part is None:
        yield from _feasible(indicator, figure, whole)
    elif (part := _stated(report, of.part, figure.period)) is not None:
        yield from _recomputed(indicator, figure, part, whole)


def _stated(report: model.Report, key: str | None, period: Period) -> Quantity | None:
    """What the report states of an indicator for a period."""
    if key is None:
        return None
    for figure in report[key].observations:
        if figure.category is None and figure.period == period:
            return figure.quantity
    return None


def _recomputed(
    indicator: model.Indicator, figure: model.Observation, part: Quantity, whole: Quantity
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


def _feasible(indicator: model.Indicator, figure: model.Observation, whole: Quantity) -> Iterator[Finding]:
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
