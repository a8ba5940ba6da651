"""How wide texts are in the font that pictures are drawn with, and how they are folded to a width."""

from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_THOUSAND = 1000  # parts of the size of the font, in which its widths are given
_OTHERS = 1000  # of a letter that the font lacks: as wide as any


@cache
def widths(name: str = "regular") -> dict[str, int]:
    """The width of each letter that a font has, in thousandths of its size."""
    table: dict[str, int] = {}
    for line in (FONTS / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n"):
        width, letters = line.split(" ", 1)
        table |= dict.fromkeys(letters, int(width))
    return table


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in the unit of the size."""
    known = widths("bold" if bold else "regular")
    return sum(known.get(letter, _OTHERS) for letter in text) * size / _THOUSAND


def fold(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines that are no wider than the room, broken at spaces, a longer word anywhere."""
    lines = [""]
    for word in text.split(" "):
        trial = f"{lines[-1]} {word}" if lines[-1] else word
        if width(trial, size, bold=bold) <= room:
            lines[-1] = trial
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if lines[-1] and width(lines[-1] + letter, size, bold=bold) > room:
                lines.append("")
            lines[-1] += letter
    return lines
