"""What the panels of a drawing hold: bars and tracks from left to right, and trends over days.

Bars and tracks have their label before them and the figure in words behind them; of a trend each figure
is drawn as what it can be, with its number above it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, pairwise
from typing import NamedTuple

from edureport import drawing
from edureport.formats.drawings.canvas import BAR, GRID, LINE, SIZE, Canvas, fold, width
from edureport.formats.signs import SIGNS

_SMALL = SIZE * 0.93
_HIGH = SIZE * 1.1  # of a bar
_GAP = SIZE * 0.6
_INDENT = SIZE
_ARROW = SIZE * 3.4  # how long an open end is drawn
_LABELS, _TEXTS = 0.42, 0.32  # of the width, at most


class _Scale(NamedTuple):
    """Where numbers stand between two edges."""

    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)


class BarColumns(NamedTuple):
    """How wide the labels of bars are, and the words behind them: the same for all on one picture."""

    labels: float
    texts: float

    @classmethod
    def of(cls, panels: Iterable[drawing.Bars], whole: float) -> "BarColumns":
        """Those of all bars, folded where they would take too much of the whole width."""
        bars = [bar for panel in panels for bar in panel.bars]
        labels = (width(line, _SMALL) + _indent(bar) for bar in bars for line in _label(bar, whole))
        texts = (width(line, SIZE) for bar in bars for line in fold(bar.text, SIZE, whole * _TEXTS))
        return cls(max(labels, default=0.0), max(texts, default=0.0))


def _indent(bar: drawing.DrawnBar) -> float:
    return _INDENT if bar.part else 0.0


def _label(bar: drawing.DrawnBar, whole: float) -> list[str]:
    return fold(bar.label, _SMALL, whole * _LABELS - _indent(bar))


def draw_bars(canvas: Canvas, panel: drawing.Bars, columns: BarColumns) -> None:
    """The bars below each other on one scale, beside a line at zero."""
    drawn = [bar.pieces for bar in panel.bars]
    left, right = columns.labels + _GAP, canvas.width - columns.texts - _GAP
    scale = _scale(chain.from_iterable(drawn), left, right)
    top = canvas.y
    for bar, some in zip(panel.bars, drawn, strict=True):
        label, text = _label(bar, canvas.width), fold(bar.text, SIZE, canvas.width * _TEXTS)
        high = max(len(label), len(text)) * SIZE * LINE + SIZE * 0.6
        middle = canvas.y + high / 2
        _lines(canvas, label, _indent(bar), middle, size=_SMALL, of=bar.label)
        end = max([scale.x(0), *(_piece(canvas, piece, scale, middle) for piece in some)])
        _lines(canvas, text, end + _GAP, middle, size=SIZE, of=bar.text, muted=bar.extent is None)
        canvas.y += high
    canvas.line(scale.x(0), top, scale.x(0), canvas.y)


def _scale(drawn: Iterable[drawing.BarPiece], left: float, right: float) -> _Scale:
    """A scale from the lowest number to the highest, with room for arrows at either side."""
    low, high, below, above = drawing.reach(drawn)
    top = float(high) if float(low) < float(high) else 1.0
    return _Scale(left + _ARROW * below, right - _ARROW * above, float(low), top)


def _piece(canvas: Canvas, piece: drawing.BarPiece, scale: _Scale, middle: float) -> float:
    """Draw a piece; returns where it ends on the right."""
    y = middle - _HIGH / 2
    start, end = sorted((scale.x(float(piece.start)), scale.x(float(piece.end))))
    match piece.look:
        case drawing.Look.SOLID:
            canvas.solid(start, y, end - start, _HIGH)
        case drawing.Look.RANGE:
            canvas.hatched(start, y, end - start, _HIGH)
        case drawing.Look.OPEN:
            at = scale.x(float(piece.start))
            if piece.end > piece.start:
                canvas.fading(at, y, _ARROW, _HIGH, "r")
                return at + _ARROW
            canvas.fading(at - _ARROW, y, _ARROW, _HIGH, "l")
            return at
    return end


def _lines(
    canvas: Canvas,
    lines: Sequence[str],
    x: float,
    middle: float,
    *,
    size: float,
    of: str,
    muted: bool = False,
) -> None:
    """Write lines of text around the middle of a bar."""
    y = middle + size * 0.36 - (len(lines) - 1) / 2 * size * LINE
    for number, line in enumerate(lines):
        canvas.text(line, x, y + number * size * LINE, size=size, muted=muted, of=of)


def draw_tracks(canvas: Canvas, panel: drawing.Tracks) -> None:
    """The targets below each other: how much of the way is gone, and a mark of how much of the time is."""
    statuses = [f"{SIGNS[track.status].letter} {track.status_text}" for track in panel.tracks]
    folded = [fold(text, SIZE, canvas.width * _TEXTS) for text in statuses]
    right = canvas.width - _GAP - max((width(line, SIZE) for lines in folded for line in lines), default=0)
    back = any(track.done and (track.done.low is None or track.done.low < 0) for track in panel.tracks)
    scale = _Scale(_ARROW if back else 0, right - _ARROW, 0, 1)
    for track, status in zip(panel.tracks, folded, strict=True):
        canvas.paragraph(track.label)
        middle = canvas.y + SIZE * 1.3
        _track(canvas, track, scale, middle)
        _lines(canvas, status, right + _GAP, middle, size=SIZE, of=track.status_text)
        canvas.y = middle + SIZE * 0.9
        canvas.paragraph(track.text, size=_SMALL, muted=True)
        canvas.y += SIZE


def _track(canvas: Canvas, track: drawing.Track, scale: _Scale, middle: float) -> None:
    y, wide = middle - _HIGH / 2, scale.right - scale.left
    # Without a progress the track is dotted, lest an empty one is taken for none.
    dots: dict[str, str] = {} if track.done else {"stroke_dasharray": "2 4"}
    canvas.add("rect", "g", x=scale.left, y=y, width=wide, height=_HIGH, fill="none", stroke=GRID, **dots)
    for piece in drawing.pieces(_within(track.done, Decimal(str(_ARROW / wide)))):
        _piece(canvas, piece, scale, middle)
    if scale.left:
        canvas.line(scale.left, y - SIZE * 0.35, scale.left, y + _HIGH + SIZE * 0.35)
    if track.done is not None and track.done.high is None:
        canvas.fading(scale.right, y, _ARROW, _HIGH, "r")
    if track.gone is not None:
        x = scale.x(float(track.gone))
        canvas.line(x, y - SIZE * 0.35, x, y + _HIGH + SIZE * 0.35, of="k", width=2.5)


def _within(done: drawing.Extent | None, beyond: Decimal) -> drawing.Extent | None:
    """What of a progress there is room for: the track, and so much beyond either of its ends."""
    if done is None:
        return None
    low = -beyond if done.low is None else min(max(done.low, -beyond), 1 + beyond)
    high = Decimal(1) if done.high is None else min(max(done.high, -beyond), 1 + beyond)
    return drawing.Extent(min(low, high), high)


_HEIGHT = SIZE * 12
_ARROW_UP = SIZE * 2.6
_SMALLER = SIZE * 0.86
_DOT = SIZE * 0.32
_LABEL = 8 * SIZE  # the widest label below the axis


class _Field(NamedTuple):
    """Where days and numbers stand."""

    left: float
    right: float
    top: float
    bottom: float
    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return self.left + (self.right - self.left) * share

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


class _Box(NamedTuple):
    """What a text takes up."""

    left: float
    right: float
    top: float
    low: float


def draw_trend(canvas: Canvas, panel: drawing.Trend) -> None:
    """The points above an axis of days; a line joins those that are exact and can be compared."""
    points = panel.points
    low, high = (float(end) for end in panel.span)
    high = high if low < high else low + abs(low) / 100  # numbers that differ in their last digits
    up = any(point.extent.high is None for point in points)
    down = any(point.extent.low is None for point in points)
    top = canvas.y + SIZE * 3 + _ARROW_UP * up
    bottom = top + _HEIGHT
    edge = _LABEL / 2 + SIZE
    field = _Field(edge, canvas.width - edge, top, bottom, points[0].day, points[-1].day, low, high)
    axis = bottom + SIZE * 0.8 + _ARROW_UP * down
    canvas.line(0, axis, canvas.width, axis)
    for before, point in pairwise(points):
        if before.extent.is_exact and point.extent.is_exact and not point.apart:
            ends = [(field.x(one.day), field.y(float(one.extent.ends[0]))) for one in (before, point)]
            canvas.line(*ends[0], *ends[1], of="l", width=1.8)
    for point in points:
        _mark(canvas, point, field)
    _texts(canvas, points, field, axis)


def _mark(canvas: Canvas, point: drawing.Point, field: _Field) -> None:
    """A dot, or all that the figure can be."""
    x, half = field.x(point.day), SIZE * 0.4
    low, high = (None if end is None else float(end) for end in point.extent)
    if low is not None and high is not None:
        if point.extent.is_exact:
            canvas.add("circle", "b", cx=x, cy=field.y(low), r=_DOT, fill=BAR)
        else:
            canvas.hatched(x - half, field.y(high), 2 * half, field.y(low) - field.y(high))
        return
    at = field.y(low if low is not None else high if high is not None else 0)
    canvas.line(x - 2 * half, at, x + 2 * half, at, of="l", width=1.8)
    if low is not None:
        canvas.fading(x - half, at - _ARROW_UP, 2 * half, _ARROW_UP, "u")
    else:
        canvas.fading(x - half, at, 2 * half, _ARROW_UP, "d")


def _texts(canvas: Canvas, points: tuple[drawing.Point, ...], field: _Field, axis: float) -> None:
    """The numbers above their points, the periods below the axis, the last one first; none over another."""
    order = sorted(range(len(points)), key=lambda number: (number != len(points) - 1, number != 0, number))
    taken: list[_Box] = []
    deepest = axis
    for number in order:
        point, x = points[number], field.x(points[number].day)
        high = max(float(end) for end in point.extent.ends)
        top = field.y(high) - SIZE * 0.7 - (_ARROW_UP if point.extent.high is None else 0)
        line, wide = _SMALLER * LINE, width(point.text, _SMALLER)
        aside, below = _beside_line(points, number)
        center = x + aside * (wide / 2 + _DOT)
        center = min(max(center, wide / 2), canvas.width - wide / 2)  # lest it is cut at an edge
        under = field.y(high) + line + _DOT
        for y in ((under,) if below and under < axis else ()) + (top, top - line, top - 2 * line):
            if _free(taken, _box(center, y, [point.text])):
                canvas.text(point.text, center, y, size=_SMALLER, anchor="middle")
                break
        label = fold(point.label, _SMALLER, _LABEL)
        first = axis + SIZE * 0.4 + line
        for y in (first, first + 2 * line):
            if _free(taken, _box(x, y, label)):
                canvas.line(x, axis, x, y - line * 0.8)
                for place, words in enumerate(label):
                    at = y + place * line
                    canvas.text(words, x, at, size=_SMALLER, anchor="middle", muted=True, of=point.label)
                deepest = max(deepest, y + (len(label) - 1) * line)
                break
    canvas.y = deepest + SIZE * 0.6


def _beside_line(points: Sequence[drawing.Point], number: int) -> tuple[int, bool]:
    """On which side of its point a number stands clear of the line, -1 left or 1 right, and whether below."""
    own = points[number]

    def higher(other: int, later: drawing.Point) -> bool:
        """Whether a line leads to another point, and upwards."""
        if not 0 <= other < len(points) or later.apart:
            return False
        low, high = points[other].extent, own.extent
        return low.is_exact and high.is_exact and low.ends[0] > high.ends[0]

    before = higher(number - 1, own)
    after = number + 1 < len(points) and higher(number + 1, points[number + 1])
    return after * -1 + before, before and after


def _box(x: float, y: float, lines: Sequence[str]) -> _Box:
    """What lines around x take, the first of them on y."""
    half = max(width(line, _SMALLER) for line in lines) / 2 + SIZE * 0.3
    return _Box(x - half, x + half, y - _SMALLER, y + (len(lines) - 1) * _SMALLER * LINE + 1)


def _free(taken: list[_Box], box: _Box) -> bool:
    """Whether there is room; then it is taken."""
    for other in taken:
        if box.left < other.right and other.left < box.right and box.top < other.low and other.top < box.low:
            return False
    taken.append(box)
    return True
