"""as-written: the words of the source give the number and the bound that the file gives.

Words that cannot be read with certainty are passed over.
"""

from collections.abc import Iterator

from edureport.checks import Finding, Severity
from edureport.message import Message, message
from edureport.model.printing import agree
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Report
from edureport.prose import quantity_of


def as_written(report: Report) -> Iterator[Finding]:
    """A finding for each figure and target that its words say differently.

    A contradiction if no number fits both; a remark if some does, but the words are not the same. That
    the file has more digits than the words is none.
    """
    for indicator, figure in report.observations:
        if figure.as_written is not None:
            label = indicator.label_of(figure.category)
            counted = indicator.kind is not IndicatorKind.RATIO
            words = quantity_of(figure.as_written, report.language, counted=counted)
            for severity, said in _compare(label, figure.quantity, figure.as_written, words):
                yield Finding.on_figure("as-written", severity, indicator, figure, said)
    for target in report.targets.values():
        if target.as_written is not None:
            counted = target.indicator.kind is not IndicatorKind.RATIO
            words = quantity_of(target.as_written, report.language, counted=counted)
            for severity, said in _compare(target.label, target.quantity, target.as_written, words):
                yield Finding.on_target("as-written", severity, target, said)


def _compare(
    label: object, value: Quantity, words: str, meant: Quantity | None
) -> Iterator[tuple[Severity, Message]]:
    if meant is None or meant.same_as(value) or (meant.is_exact and value.is_exact and agree(meant, value)):
        return
    values = {"label": label, "words": words, "meant": meant, "value": value}
    if value.interval.meets(meant.interval):
        yield Severity.REMARK, message("finding.as_written_near", **values)
    else:
        yield Severity.CONTRADICTION, message("finding.as_written", **values)
