"""Lines of a terminal: folded to its width, in colours; rich measures the text."""

import re
from collections.abc import Callable

from rich.cells import cell_len

Paint = Callable[[str, str], str]  # a text in a style, "bold cyan", or as it is

# What terminals know them as (ECMA-48, 8.3.117). Rich writes the same, but to load it is 3 % of a run.
_STYLES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}


def painter(*, color: bool) -> Paint:
    """What sets a text in colours, or leaves it as it is."""
    if not color:
        return lambda text, _: text

    def paint(text: str, style: str) -> str:
        if not text or not style:
            return text
        return f"\x1b[{';'.join(str(_STYLES[word]) for word in style.split())}m{text}\x1b[0m"

    return paint


def paragraph(text: str, width: int | None, paint: Paint, style: str) -> str:
    """The text in lines that each end in a line end; on one line where there is no width."""
    lines = [text] if width is None else folded(text, width)
    return "".join(paint(line, style) + "\n" for line in lines)


def folded(text: str, width: int) -> list[str]:
    """The text in lines of this width, broken at spaces; longer words are broken anywhere."""
    if cell_len(text) <= width:
        return [text]
    indent = text[: len(text) - len(text.lstrip(" "))][: width - 1]
    lines, filled = [indent], len(indent)  # and how many columns of the last line are
    for word in re.split(" (?![–—→])", text.strip(" ")):  # a dash does not begin a line
        size = cell_len(word)
        joint = " " if lines[-1] != indent else ""
        if joint and filled + 1 + size > width:
            lines.append(indent)
            filled, joint = len(indent), ""
        filled += len(joint)
        # Letter by letter the line is not measured: it has no end if its letters have no width.
        pieces = [(word, size)] if filled + size <= width else [(letter, cell_len(letter)) for letter in word]
        lines[-1] += joint
        for piece, columns in pieces:
            if filled + columns > width:
                lines.append(indent)
                filled = len(indent)
            lines[-1] += piece
            filled += columns
    return lines
