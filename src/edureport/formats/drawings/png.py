"""A drawing as PNG, by resvg, with a font of our own: the same on every machine, with or without fonts."""

from typing import BinaryIO

from edureport.drawing import Drawing
from edureport.errors import EdureportError, UsageError
from edureport.formats import Style
from edureport.formats.drawings.canvas import FONTS, widths
from edureport.formats.drawings.svg import svg
from edureport.languages.visible import visible
from edureport.message import message

_ZOOM = 2  # dots for each unit of the SVG


def write(drawing: Drawing, out: BinaryIO, style: Style) -> None:  # noqa: ARG001  # as every format
    """Write the picture on white."""
    out.write(png(drawing))


def png(drawing: Drawing, *, titled: bool = True) -> bytes:
    """The picture; UsageError for letters that the font lacks: they would be missing without a word."""
    try:
        from resvg_py import svg_to_bytes
    except ModuleNotFoundError:
        raise EdureportError(message("output.extra", what="PNG", extra="document")) from None
    picture = svg(drawing, titled=titled)
    lacking = _lacking(drawing, picture)
    if lacking:
        raise UsageError(message("chart.letters", letters=tuple(lacking)))
    fonts = [FONTS / f"{name}.ttf" for name in ("regular", "bold")]
    for font in fonts:  # one that it cannot open resvg does without, and the picture has no letters
        font.open("rb").close()
    return bytes(
        svg_to_bytes(
            svg_string=picture,
            font_files=list(map(str, fonts)),
            skip_system_fonts=True,
            font_family="DejaVu Sans",
            zoom=_ZOOM,
            background="#ffffff",
        )
    )


def _lacking(drawing: Drawing, picture: str) -> list[str]:
    """The letters of a picture that the font has not; only those that are drawn count."""
    known = widths()
    unknown = sorted({letter for letter in picture if letter not in known and not letter.isascii()})
    said = visible(drawing.description)
    return [letter for letter in unknown if letter in picture.replace(said, "")]
