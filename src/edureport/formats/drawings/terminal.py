"""A drawing in letters: bars of eighths of a cell, `▓▒░` where nobody knows how far one goes."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TextIO

from rich.cells import cell_len

from edureport.drawing import BarPiece, Bars, Drawing, DrawnBar, Extent, Look, Panel, Tracks, Trend, reach
from edureport.formats import Style
from edureport.formats.lines import Paint, folded, painter, paragraph
from edureport.formats.signs import SIGNS
from edureport.languages.visible import visible

WIDTH = 80  # where there is no terminal
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_OPEN, _OPEN_LEFT, _RANGE = "▓▒░▸", "◂░▒▓", "▒"
_LEAST = 12  # cells of the longest bar
_GAP = "  "
_LEVELS = "▁▂▃▄▅▆▇█"
_SIGNS = {"open": _OPEN, "range": _RANGE * 2, "gone": "│"}


def write(drawing: Drawing, out: TextIO, style: Style) -> None:
    """Write the title, the panels, and what the signs mean."""
    paint, width = painter(color=style.color), style.width or WIDTH
    out.write(paragraph(visible(drawing.title), style.width, paint, "bold"))
    for panel in drawing.panels:
        out.write("\n")
        if panel.heading:
            out.write(paragraph(visible(panel.heading), style.width, paint, "bold cyan"))
        out.writelines(line.rstrip() + "\n" for line in _panel(panel, width, paint))
    signs = [sign for sign in drawing.shown if sign in _SIGNS]
    explained = [f"{_SIGNS[sign]} {drawing.legend[sign]}" for sign in signs]
    if explained or drawing.notes:
        out.write("\n")
    out.writelines(paragraph(line, style.width, paint, "dim") for line in (*explained, *drawing.notes))


def _panel(panel: Panel, width: int, paint: Paint) -> Iterator[str]:
    match panel:
        case Bars():
            yield from _bars(panel.bars, width, paint)
        case Tracks():
            yield from _tracks(panel, width, paint)
        case Trend():
            bars = tuple(DrawnBar(point.label, point.extent, point.text) for point in panel.points)
            yield from _levels(panel)
            yield from _bars(bars, width, paint)


def _bars(bars: tuple[DrawnBar, ...], width: int, paint: Paint) -> Iterator[str]:
    """A line for each bar, or several where its label is long; the words behind the bar are not cut."""
    labels = [("  " if bar.part else "") + visible(bar.label) for bar in bars]
    texts = max(cell_len(visible(bar.text)) for bar in bars)
    widest = max(map(cell_len, labels))
    label_room = max(min(widest, width - texts - 2 * len(_GAP) - _LEAST), min(widest, width // 3))
    room = max(width - label_room - texts - 2 * len(_GAP), _LEAST)
    cells = _CellScale([piece for bar in bars for piece in bar.pieces], room)
    for bar, label in zip(bars, labels, strict=True):
        lines = folded(label, label_room)
        drawn = cells.row(bar.pieces)
        first = lines[0] + " " * (label_room - cell_len(lines[0]))
        yield f"{first}{_GAP}{paint(drawn, 'blue')}{_GAP if drawn else ''}{visible(bar.text)}"
        yield from lines[1:]


class _CellScale:
    """A scale of cells from the lowest number to the highest, with room for open ends."""

    def __init__(self, pieces: list[BarPiece], room: int) -> None:
        self.low, high, below, above = reach(pieces)
        self.before = len(_OPEN) * below
        self.room = max(room - self.before - len(_OPEN) * above, 1)
        self.span = (high - self.low) or Decimal(1)

    def place(self, value: Decimal) -> float:
        """How many cells lie before a number."""
        return self.before + float((value - self.low) / self.span) * self.room

    def row(self, pieces: tuple[BarPiece, ...]) -> str:
        """The pieces of a bar, from its left end on."""
        row: dict[int, str] = {}
        for piece in pieces:
            start, end = sorted((self.place(piece.start), self.place(piece.end)))
            if piece.look is Look.OPEN:
                at = round(self.place(piece.start))
                upwards = piece.end > piece.start
                first = at if upwards else at - len(_OPEN_LEFT)
                row |= dict(enumerate(_OPEN if upwards else _OPEN_LEFT, start=first))
            elif piece.look is Look.RANGE:
                row |= dict.fromkeys(range(round(start), max(round(end), round(start) + 1)), _RANGE)
            else:  # to the eighth of a cell where it ends; what is not nothing shows as one eighth at least
                full = dict.fromkeys(range(round(start), int(end)), "█")
                eighths = max(round((end - int(end)) * 8), 0 if full else 1)
                row |= full | ({int(end): _EIGHTHS[eighths]} if eighths else {})
        return "".join(row.get(cell, " ") for cell in range(max(row, default=-1) + 1))


def _tracks(panel: Tracks, width: int, paint: Paint) -> Iterator[str]:
    """Three lines for each target: what it is, how far it is, its numbers."""
    room = max(min(width - 30, 40), _LEAST)
    for place, track in enumerate(panel.tracks):
        if place:
            yield ""
        yield from folded(visible(track.label), width)
        sign = SIGNS[track.status]
        drawn = _track(track.done, track.gone, room)
        yield f"{paint(drawn, 'blue')}{_GAP}{paint(f'{sign.letter} {track.status_text}', sign.color)}"
        yield from folded(visible(track.text), width)


def _track(done: Extent | None, gone: Decimal | None, room: int) -> str:
    """The way of a target: what is certainly gone of it, what may be, and a mark of the time."""
    low = None if done is None or done.low is None else min(max(done.low, Decimal(0)), Decimal(1))
    high = Decimal(1) if done is None or done.high is None else min(max(done.high, Decimal(0)), Decimal(1))
    certain = int((low or 0) * room)
    possible = 0 if done is None else max(int(high * room) - certain, 0)
    row = list("█" * certain + _RANGE * possible + "░" * (room - certain - possible))
    if done is None:
        row = list("·" * room)
    if gone is not None:
        row[min(int(gone * room), room - 1)] = "│"
    return "".join(row)


def _levels(panel: Trend) -> Iterator[str]:
    """The numbers as a row of levels; a blank where one is not exact."""
    exact = [point.extent.ends[0] if point.extent.is_exact else None for point in panel.points]
    known = [value for value in exact if value is not None]
    if len(known) < 2 or min(known) == max(known):
        return
    low, span = min(known), max(known) - min(known)
    top = len(_LEVELS) - 1
    yield "".join("·" if one is None else _LEVELS[int((one - low) / span * top)] for one in exact)
