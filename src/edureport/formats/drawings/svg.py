"""A drawing as SVG: real text, a title and a description, in the colours of light and dark pages."""

from html import escape
from typing import TextIO

from edureport.drawing import Bars, Drawing, Tracks
from edureport.formats import Style
from edureport.formats.drawings.canvas import LINE, SIZE, STYLE, Canvas, number
from edureport.formats.drawings.panels import BarColumns, draw_bars, draw_tracks, draw_trend
from edureport.languages.visible import visible
from edureport.message import Foreign

WIDTH = 720.0
_MARGIN = SIZE * 0.8
_FACES = "'DejaVu Sans','Noto Sans',Arial,sans-serif"
_SMALL = SIZE * 0.86


def write(drawing: Drawing, out: TextIO, style: Style) -> None:  # noqa: ARG001  # as every format
    """Write the picture as a file of its own."""
    out.write(svg(drawing, style=STYLE) + "\n")


def svg(drawing: Drawing, name: str = "", style: str = "", *, titled: bool = True) -> str:
    """The picture as an element; `name` keeps what it refers to apart from that of others on a page.

    With `style` it brings its style sheet. Without a title above it a caption elsewhere has to name it.
    """
    canvas = Canvas(name or "c", WIDTH - 2 * _MARGIN)
    if titled:
        canvas.paragraph(drawing.title, size=SIZE * 1.15, bold=True)
        canvas.y += SIZE * 0.6
    bars = [panel for panel in drawing.panels if isinstance(panel, Bars)]
    columns = BarColumns.of(bars, canvas.width)
    for place, panel in enumerate(drawing.panels):
        canvas.y += SIZE * 0.8 if place and panel.heading else 0
        if panel.heading:
            canvas.paragraph(panel.heading, bold=True)
            canvas.y += SIZE * 0.3
        if isinstance(panel, Bars):
            draw_bars(canvas, panel, columns)
        elif isinstance(panel, Tracks):
            draw_tracks(canvas, panel)
        else:
            draw_trend(canvas, panel)
        canvas.y += SIZE * 0.3
    for sign in drawing.shown:
        _explain(canvas, sign, drawing.legend[sign])
    for note in drawing.notes:
        canvas.y += SIZE * 0.3
        canvas.paragraph(note, size=_SMALL, muted=True)
    return _element(drawing, canvas, name or "c", style)


def _explain(canvas: Canvas, sign: str, words: str) -> None:
    """A line that says what a sign means."""
    canvas.y += SIZE * 0.3
    if sign == "cut":
        canvas.paragraph(words, size=_SMALL, muted=True)
        return
    wide, high = SIZE * 2.6, SIZE * 0.8
    y = canvas.y + SIZE * 0.2
    if sign == "open":
        canvas.fading(0, y, wide, high, "r")
    elif sign == "range":
        canvas.hatched(0, y, wide, high)
    else:
        canvas.line(wide / 2, y - SIZE * 0.1, wide / 2, y + high + SIZE * 0.1, of="k", width=2.5)
    canvas.paragraph(words, wide + SIZE * 0.6, size=_SMALL, muted=True)


def _element(drawing: Drawing, canvas: Canvas, name: str, style: str) -> str:
    width, height = number(WIDTH), number(canvas.y + 2 * _MARGIN + SIZE * (LINE - 1))
    tongue, title = drawing.language, drawing.title
    sheet = f"<style>{style}</style>" if style else ""
    speech = f' xml:lang="{escape(title.language)}"' if isinstance(title, Foreign) else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-labelledby="{name}t {name}s" xml:lang="{tongue}"'
        f' font-family="{_FACES}" font-size="{number(SIZE)}">'
        f'<title id="{name}t"{speech}>{escape(visible(title))}</title>'
        f'<desc id="{name}s">{escape(visible(drawing.description))}</desc>{sheet}{canvas.definitions}'
        f'<g transform="translate({number(_MARGIN)} {number(_MARGIN)})">{"".join(canvas.elements)}</g></svg>'
    )
