"""windows: figures of one flow over windows that touch add up to the figure over all of them."""

from collections.abc import Iterator, Sequence

from edureport.analysis.history import histories, series
from edureport.analysis.windows import Clash, Windows
from edureport.checks.finding import Finding, Severity
from edureport.message import message
from edureport.model.library import Library, Statement
from edureport.model.printing import Printing
from edureport.model.quantity import Quantity
from edureport.model.report import Flag, IndicatorKind


def check(library: Library) -> Iterator[Finding]:
    """A finding for each window whose figure is certainly another than longer ones leave for it.

    It contradicts what the same file says; what another report said may have been corrected since.
    That a count from one day on does not become less is the business of `falls`.
    """
    for statements in histories(library):
        known = [one for one in series(statements) if one.indicator.kind is IndicatorKind.FLOW]
        broken = any(Flag.BREAK in one.figure.flags for one in known)
        alike = {(one.indicator.unit.key, one.indicator.unit.is_percent) for one in known}
        if len(known) > 2 and not broken and len(alike) == 1:
            for clash in _certain(known):
                yield _finding(known, clash)


def _certain(known: Sequence[Statement]) -> list[Clash]:
    """The clashes that no way of printing explains."""
    figures = [one.figure for one in known]
    clashes: list[Clash] = []
    for printing in Printing:
        clashes = Windows(figures, grows=False, interval=printing.possible).clashes
        if not clashes:
            break
    return clashes


def _finding(known: Sequence[Statement], clash: Clash) -> Finding:
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
