"""Drawing: bars, progress against time, or a trend, the fourth thing that formats write.

Its texts are words already. A figure is drawn as all that it can be: it has two ends, and None is an end
that nobody knows. It knows no format, and no report.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

ZERO = Decimal(0)


class Extent(NamedTuple):
    """What a figure can be, from one end to the other; None is an end that is not known."""

    low: Decimal | None
    high: Decimal | None

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The ends that are known."""
        return tuple(end for end in self if end is not None)


class Look(Enum):
    """How a piece of a bar is drawn."""

    SOLID = "solid"  # certainly there
    RANGE = "range"  # hatched: the end is somewhere in it
    OPEN = "open"  # fades out: how far it goes is not known


class BarPiece(NamedTuple):
    """A piece of a bar; of an open one `end` is only the way that it goes, below or above `start`."""

    look: Look
    start: Decimal
    end: Decimal


class DrawnBar(NamedTuple):
    """A figure as a bar from `start`; the text says it in words. Without an extent nothing is drawn.

    `part` says that it is one of the bar above that is none; parts that add up stand one behind another.
    """

    label: str
    extent: Extent | None
    text: str
    part: bool = False
    start: Decimal = ZERO

    @property
    def pieces(self) -> tuple[BarPiece, ...]:
        """What is drawn of it, from zero on."""
        drawn = pieces(self.extent)
        return tuple(BarPiece(one.look, one.start + self.start, one.end + self.start) for one in drawn)


class Bars(NamedTuple):
    """Bars on one scale, of figures in one unit."""

    heading: str
    bars: tuple[DrawnBar, ...]


class Track(NamedTuple):
    """A target: how far along it is and how much of its time is gone, as shares of 1, None if not known."""

    label: str
    status: str
    status_text: str
    done: Extent | None
    gone: Decimal | None
    text: str


class Tracks(NamedTuple):
    """Targets below each other, each from where it starts to where it is to be."""

    heading: str
    tracks: tuple[Track, ...]


class Point(NamedTuple):
    """A figure on a day; `apart` says that it is not to be compared with the one before it."""

    day: date
    label: str
    extent: Extent
    text: str
    apart: bool = False


class Trend(NamedTuple):
    """Figures over time, the earliest first."""

    heading: str
    points: tuple[Point, ...]

    @property
    def span(self) -> tuple[Decimal, Decimal]:
        """From where to where its scale goes: from zero, unless that left most of its room empty."""
        ends = [end for point in self.points for end in point.extent.ends]
        low, high = min(ends), max(ends)
        if low == high:
            low, high = min(low, ZERO), max(high, ZERO)
        elif 0 < low < high / 2:
            low = ZERO
        elif low / 2 < high < 0:
            high = ZERO
        return low, high if low < high else low + 1


Panel = Bars | Tracks | Trend


class Drawing(NamedTuple):
    """Panels below each other under one title; `description` says all that they show."""

    language: str
    title: str
    description: str
    panels: tuple[Panel, ...]
    legend: Mapping[str, str]  # what its signs mean: open, range, gone, cut
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> Iterator[str]:
        """What of the legend is to be explained: the words for the signs that are there."""
        bars = [bar.extent for panel in self.panels if isinstance(panel, Bars) for bar in panel.bars]
        tracks = [track for panel in self.panels if isinstance(panel, Tracks) for track in panel.tracks]
        points = [point.extent for panel in self.panels if isinstance(panel, Trend) for point in panel.points]
        if any(track.gone is not None for track in tracks):
            yield "gone"
        extents = (*bars, *(track.done for track in tracks), *points)
        looks = {piece.look for extent in extents for piece in pieces(extent)}
        yield from (look.value for look in (Look.OPEN, Look.RANGE) if look in looks)
        spans = [panel.span for panel in self.panels if isinstance(panel, Trend)]
        if any(low > 0 or high < 0 for low, high in spans):
            yield "cut"


def pieces(extent: Extent | None) -> Iterator[BarPiece]:
    """What is drawn of a figure, from zero on: solid only as far as it certainly goes."""
    if extent is None:
        return
    low, high = extent
    if low is not None and low >= 0:
        yield from _onwards(low, high, 1)
    elif high is not None and high <= 0:
        yield from _onwards(high, low, -1)
    elif high is None:  # more than something below zero
        if low is not None:
            yield BarPiece(Look.RANGE, low, ZERO)
        yield BarPiece(Look.OPEN, ZERO, Decimal(1))
    else:  # less than something: how far below is not drawn where nothing is said of it
        yield BarPiece(Look.RANGE, low or ZERO, high)


def reach(drawn: Iterable[BarPiece]) -> tuple[Decimal, Decimal, bool, bool]:
    """The lowest and the highest of zero and some pieces, and whether any is open below, and above."""
    drawn = list(drawn)
    known = [ZERO, *(one.start for one in drawn), *(one.end for one in drawn if one.look is not Look.OPEN)]
    ways = {one.end > one.start for one in drawn if one.look is Look.OPEN}
    return min(known), max(known), False in ways, True in ways


def _onwards(near: Decimal, far: Decimal | None, way: int) -> Iterator[BarPiece]:
    """The pieces of a figure on one side of zero."""
    if near:
        yield BarPiece(Look.SOLID, ZERO, near)
    if far is None:
        yield BarPiece(Look.OPEN, near, near + way)
    elif far != near:
        yield BarPiece(Look.RANGE, near, far)
