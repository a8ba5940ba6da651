"""Verdicts: whether the data confirm what a figure of a text says."""

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from edureport.languages.values import Difference, decimals_of, outward, rounded
from edureport.message import Message, message
from edureport.model.interval import NEAREST, Interval
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure

COMPUTED_DECIMALS = 2  # that are shown


HOLDS = "holds"  # no verdict, but asked for like one: relations that were checked and hold


class Verdict(StrEnum):
    """What the data say about a figure; the best one first."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    POSSIBLE = "possible"  # the intervals meet, but are not the same
    AMBIGUOUS = "ambiguous"
    NOT_IN_DATA = "not_in_data"


class Judged(NamedTuple):
    """A verdict, and a note that explains it where it needs one."""

    verdict: Verdict
    note: Message | None = None


def stated_quantity(figure: Figure, *, counted: bool) -> Quantity | None:
    """The quantity that a figure states; None where it states none that could be compared."""
    if figure.quantity is None:
        return None
    return replace(figure.quantity, counted=counted and figure.quantity.stated >= 0, precision=None)


def judge(figure: Figure, data: Quantity, *, computed: bool = False) -> Judged:
    """A figure against what the data say of the same thing.

    A value `computed` from the data has more digits than a text prints: rounded or truncated it is the same.
    So it is with data that are printed with fewer digits than the text.
    """
    text = stated_quantity(figure, counted=data.counted)
    if text is None:
        return Judged(Verdict.POSSIBLE, message("audit.note.indefinite"))
    if (text.stated, text.bound, text.upper) == (data.stated, data.bound, data.upper):
        return Judged(Verdict.CONFIRMED)
    if computed and _as_shown(text, data, percent=figure.percent):
        return Judged(Verdict.CONFIRMED)
    if text.possible.meets(data.possible):
        inside = data.is_exact or _within(data.possible, text.possible)
        return Judged(Verdict.POSSIBLE, message("audit.note.fits" if inside else "audit.note.narrower"))
    printed = _printed(figure, text.stated)
    if text.is_exact and follows(lambda printing: printed.meets(printing.possible(data))):
        if computed and data.is_exact:
            return Judged(Verdict.CONFIRMED)
        return Judged(Verdict.POSSIBLE, message("audit.note.rounded"))
    return Judged(Verdict.CONTRADICTED, _difference(text, data, computed=computed))


def _as_shown(text: Quantity, data: Quantity, *, percent: bool) -> bool:
    """Whether what the text says is what the data say with so many decimals, its bounds rounded outwards."""
    shown = outward(data, decimals_of(text), percent=percent)
    return (text.stated, text.bound, text.upper) == (shown.stated, shown.bound, shown.upper)


def _printed(figure: Figure, stated: Decimal) -> Interval:
    """The numbers that are printed so when rounded or truncated: «12,3 мың», 76 %."""
    half = figure.half_step
    if figure.percent and not half:
        half = Decimal("0.5")
    below = NEAREST.subtract(stated, half)
    above = NEAREST.add(stated, NEAREST.add(half, half))
    return Interval(below, above, high_open=below < above)


def _within(inner: Interval, outer: Interval) -> bool:
    """Whether all numbers of one interval belong to the other."""
    low = inner.low > outer.low or (inner.low == outer.low and (inner.low_open or not outer.low_open))
    high = inner.high < outer.high or (inner.high == outer.high and (inner.high_open or not outer.high_open))
    return low and high


def _difference(text: Quantity, data: Quantity, *, computed: bool) -> Message:
    """How far the text is from the data; of bounds only the stated numbers have a difference."""
    off = NEAREST.subtract(text.stated, data.stated)
    if not off:
        return message("audit.note.bound", text=text, data=data)
    if text.is_exact and data.is_exact:
        if computed and -int(off.as_tuple().exponent) > COMPUTED_DECIMALS:
            off = rounded(off, COMPUTED_DECIMALS)
        return message("audit.note.differs", difference=Difference(off, Bound.EXACT))
    return message("audit.note.apart", text=text, data=data)
