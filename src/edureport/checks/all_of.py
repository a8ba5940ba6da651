"""all-of: what is all of another indicator has the same parts as that one."""

from collections.abc import Iterator

from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.printing import agree
from edureport.model.report import Indicator, Report


def check(report: Report) -> Iterator[Finding]:
    """A finding for each part of "all of …" that is stated in both, and cannot be the same number.

    Parts are the same if they stand under the same keys.
    """
    for indicator in report.indicators.values():
        claim = indicator.observation
        if claim is not None and claim.all_of is not None:
            yield from _check(indicator, report[claim.all_of])


def _check(indicator: Indicator, whole: Indicator) -> Iterator[Finding]:
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
