"""Bars and tracks from left to right: the label, what is drawn, and the figure in words behind it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from edureport.drawing import BarPiece, Bars, DrawnBar, Extent, Look, Track, Tracks, pieces, reach
from edureport.formats.drawings.canvas import GRID, LINE, SIZE, Canvas, fold, width
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
    def of(cls, panels: Iterable[Bars], whole: float) -> "BarColumns":
        """Those of all bars, folded where they would take too much of the whole width."""
        bars = [bar for panel in panels for bar in panel.bars]
        labels = (width(line, _SMALL) + _indent(bar) for bar in bars for line in _label(bar, whole))
        texts = (width(line, SIZE) for bar in bars for line in fold(bar.text, SIZE, whole * _TEXTS))
        return cls(max(labels, default=0.0), max(texts, default=0.0))


def _indent(bar: DrawnBar) -> float:
    return _INDENT if bar.part else 0.0


def _label(bar: DrawnBar, whole: float) -> list[str]:
    return fold(bar.label, _SMALL, whole * _LABELS - _indent(bar))


def draw_bars(canvas: Canvas, panel: Bars, columns: BarColumns) -> None:
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


def _scale(drawn: Iterable[BarPiece], left: float, right: float) -> _Scale:
    """A scale from the lowest number to the highest, with room for arrows at either side."""
    low, high, below, above = reach(drawn)
    top = float(high) if float(low) < float(high) else 1.0
    return _Scale(left + _ARROW * below, right - _ARROW * above, float(low), top)


def _piece(canvas: Canvas, piece: BarPiece, scale: _Scale, middle: float) -> float:
    """Draw a piece; returns where it ends on the right."""
    y = middle - _HIGH / 2
    start, end = sorted((scale.x(float(piece.start)), scale.x(float(piece.end))))
    match piece.look:
        case Look.SOLID:
            canvas.solid(start, y, end - start, _HIGH)
        case Look.RANGE:
            canvas.hatched(start, y, end - start, _HIGH)
        case Look.OPEN:
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


def draw_tracks(canvas: Canvas, panel: Tracks) -> None:
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


def _track(canvas: Canvas, track: Track, scale: _Scale, middle: float) -> None:
    y, wide = middle - _HIGH / 2, scale.right - scale.left
    # Without a progress the track is dotted, lest an empty one is taken for none.
    dots: dict[str, str] = {} if track.done else {"stroke_dasharray": "2 4"}
    canvas.add("rect", "g", x=scale.left, y=y, width=wide, height=_HIGH, fill="none", stroke=GRID, **dots)
    for piece in pieces(_within(track.done, Decimal(str(_ARROW / wide)))):
        _piece(canvas, piece, scale, middle)
    if scale.left:
        canvas.line(scale.left, y - SIZE * 0.35, scale.left, y + _HIGH + SIZE * 0.35)
    if track.done is not None and track.done.high is None:
        canvas.fading(scale.right, y, _ARROW, _HIGH, "r")
    if track.gone is not None:
        x = scale.x(float(track.gone))
        canvas.line(x, y - SIZE * 0.35, x, y + _HIGH + SIZE * 0.35, of="k", width=2.5)


def _within(done: Extent | None, beyond: Decimal) -> Extent | None:
    """What of a progress there is room for: the track, and so much beyond either of its ends."""
    if done is None:
        return None
    low = -beyond if done.low is None else min(max(done.low, -beyond), 1 + beyond)
    high = Decimal(1) if done.high is None else min(max(done.high, -beyond), 1 + beyond)
    return Extent(min(low, high), high)
