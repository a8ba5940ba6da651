"""A trend: figures from left to right by their days, each as what it can be, with its number above it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from edureport.drawing import Point, Trend
from edureport.formats.drawings.canvas import BAR, LINE, SIZE, Canvas, fold, width

_HEIGHT = SIZE * 12
_ARROW = SIZE * 2.6
_SMALL = SIZE * 0.86
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


def draw_trend(canvas: Canvas, panel: Trend) -> None:
    """The points above an axis of days; a line joins those that are exact and can be compared."""
    points = panel.points
    low, high = (float(end) for end in panel.span)
    high = high if low < high else low + abs(low) / 100  # numbers that differ in their last digits
    up = any(point.extent.high is None for point in points)
    down = any(point.extent.low is None for point in points)
    top = canvas.y + SIZE * 3 + _ARROW * up
    bottom = top + _HEIGHT
    edge = _LABEL / 2 + SIZE
    field = _Field(edge, canvas.width - edge, top, bottom, points[0].day, points[-1].day, low, high)
    axis = bottom + SIZE * 0.8 + _ARROW * down
    canvas.line(0, axis, canvas.width, axis)
    for before, point in pairwise(points):
        if before.extent.is_exact and point.extent.is_exact and not point.apart:
            ends = [(field.x(one.day), field.y(float(one.extent.ends[0]))) for one in (before, point)]
            canvas.line(*ends[0], *ends[1], of="l", width=1.8)
    for point in points:
        _mark(canvas, point, field)
    _texts(canvas, points, field, axis)


def _mark(canvas: Canvas, point: Point, field: _Field) -> None:
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
        canvas.fading(x - half, at - _ARROW, 2 * half, _ARROW, "u")
    else:
        canvas.fading(x - half, at, 2 * half, _ARROW, "d")


def _texts(canvas: Canvas, points: tuple[Point, ...], field: _Field, axis: float) -> None:
    """The numbers above their points, the periods below the axis, the last one first; none over another."""
    order = sorted(range(len(points)), key=lambda number: (number != len(points) - 1, number != 0, number))
    taken: list[_Box] = []
    deepest = axis
    for number in order:
        point, x = points[number], field.x(points[number].day)
        high = max(float(end) for end in point.extent.ends)
        top = field.y(high) - SIZE * 0.7 - (_ARROW if point.extent.high is None else 0)
        line, wide = _SMALL * LINE, width(point.text, _SMALL)
        aside, below = _beside_line(points, number)
        center = x + aside * (wide / 2 + _DOT)
        center = min(max(center, wide / 2), canvas.width - wide / 2)  # lest it is cut at an edge
        under = field.y(high) + line + _DOT
        for y in ((under,) if below and under < axis else ()) + (top, top - line, top - 2 * line):
            if _free(taken, _box(center, y, [point.text])):
                canvas.text(point.text, center, y, size=_SMALL, anchor="middle")
                break
        label = fold(point.label, _SMALL, _LABEL)
        first = axis + SIZE * 0.4 + line
        for y in (first, first + 2 * line):
            if _free(taken, _box(x, y, label)):
                canvas.line(x, axis, x, y - line * 0.8)
                for place, words in enumerate(label):
                    at = y + place * line
                    canvas.text(words, x, at, size=_SMALL, anchor="middle", muted=True, of=point.label)
                deepest = max(deepest, y + (len(label) - 1) * line)
                break
    canvas.y = deepest + SIZE * 0.6


def _beside_line(points: Sequence[Point], number: int) -> tuple[int, bool]:
    """On which side of its point a number stands clear of the line, -1 left or 1 right, and whether below."""
    own = points[number]

    def higher(other: int, later: Point) -> bool:
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
    half = max(width(line, _SMALL) for line in lines) / 2 + SIZE * 0.3
    return _Box(x - half, x + half, y - _SMALL, y + (len(lines) - 1) * _SMALL * LINE + 1)


def _free(taken: list[_Box], box: _Box) -> bool:
    """Whether there is room; then it is taken."""
    for other in taken:
        if box.left < other.right and other.left < box.right and box.top < other.low and other.top < box.low:
            return False
    taken.append(box)
    return True
