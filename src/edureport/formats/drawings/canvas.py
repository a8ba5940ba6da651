"""Canvas: the elements of an SVG (SVG 1.1) one by one, in the colours of a light page.

Programs that know no style sheets (Word, LibreOffice, typst, resvg) read the colours beside each element;
a style sheet changes them by the classes, where the reader's page is dark.
"""

from functools import cache
from html import escape
from pathlib import Path

from edureport.languages.visible import visible
from edureport.message import Foreign

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


SIZE = 14.0
LINE = 1.25  # times the size
_SEAM = 0.6
TEXT, MUTED, BAR, GRID = "#1a1a1a", "#595959", "#0b5fa5", "#bbbbbb"
# Where the page is dark: every colour has a contrast of 4.5 or more on it, the lines of the grid need none.
DARK = (
    ".t{fill:#e8e8e8}.m{fill:#b0b0b0}.b{fill:#5aa9e6}.e{stop-color:#5aa9e6}.l{stroke:#5aa9e6}"
    ".g{stroke:#5c6066}.k{stroke:#e8e8e8}"
)
STYLE = f"@media screen and (prefers-color-scheme:dark){{{DARK}}}"


def number(value: float) -> str:
    """A length, the same on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Canvas:
    """Elements, and how far down the next one goes; `name` begins the names of what they refer to."""

    def __init__(self, name: str, width: float) -> None:
        self.name = name
        self.width = width
        self.y = 0.0
        self.elements: list[str] = []

    def add(self, tag: str, names: str, /, inside: str = "", **attributes: float | str) -> None:
        """An element of these classes; `_` in the name of an attribute is a hyphen."""
        written = "".join(
            f' {key.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
        )
        classes = f' class="{names}"' if names else ""
        self.elements.append(f"<{tag}{classes}{written}{f'>{inside}</{tag}>' if inside else '/>'}")

    def text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float = SIZE,
        anchor: str = "start",
        muted: bool = False,
        bold: bool = False,
        of: str = "",
    ) -> None:
        """A line of text; `of` is the whole that it is a line of, which may be in another language."""
        attributes: dict[str, float | str] = {"x": x, "y": y, "fill": MUTED if muted else TEXT}
        if size != SIZE:
            attributes["font_size"] = size
        if anchor != "start":
            attributes["text_anchor"] = anchor
        if bold:
            attributes["font_weight"] = "bold"
        whole = of or text
        if isinstance(whole, Foreign):
            attributes["xml:lang"] = whole.language
        self.add("text", "m" if muted else "t", escape(visible(text)), **attributes)

    def paragraph(
        self, text: str, x: float = 0, *, size: float = SIZE, muted: bool = False, bold: bool = False
    ) -> None:
        """A text from here down, folded to the width that is left."""
        for line in fold(text, size, self.width - x, bold=bold):
            self.y += size * LINE
            self.text(line, x, self.y - size * (LINE - 1), size=size, muted=muted, bold=bold, of=text)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, of: str = "g", width: float = 1) -> None:
        """A straight line: of the grid, a mark (`k`) or one of the data (`l`)."""
        color = {"g": GRID, "k": TEXT, "l": BAR}[of]
        self.add("line", of, x1=x1, y1=y1, x2=x2, y2=y2, stroke=color, stroke_width=width)

    def solid(self, x: float, y: float, width: float, height: float) -> None:
        """What is certain."""
        self.add("rect", "b", x=x, y=y, width=width, height=height, fill=BAR)

    def hatched(self, x: float, y: float, width: float, height: float) -> None:
        """What can be anywhere in it."""
        fill = f"url(#{self.name}h)"
        look: dict[str, str] = {"fill": fill, "stroke": BAR, "stroke_dasharray": "3 2"}
        self.add("rect", "l", x=x, y=y, width=width, height=height, **look)

    def fading(self, x: float, y: float, width: float, height: float, way: str) -> None:
        """What goes on nobody knows how far, to the right, the left, up or down; an arrow shows the way."""
        # A little over what is certain, lest a line of the page shows between.
        left, right = _SEAM if way == "r" else 0, _SEAM if way == "l" else 0
        fill = f"url(#{self.name}{way})"
        self.add("rect", "", x=x - left, y=y, width=width + left + right, height=height, fill=fill)
        middle_x, middle_y, tip = x + width / 2, y + height / 2, SIZE * 0.5
        end, back = {
            "r": ((x + width, middle_y), ((-tip, -tip), (-tip, tip))),
            "l": ((x, middle_y), ((tip, -tip), (tip, tip))),
            "u": ((middle_x, y), ((-tip, tip), (tip, tip))),
            "d": ((middle_x, y + height), ((-tip, -tip), (tip, -tip))),
        }[way]
        points = [(end[0] + dx * 0.8, end[1] + dy * 0.8) for dx, dy in back]
        points.insert(1, end)
        path = "L".join(f"{number(px)} {number(py)}" for px, py in points)
        self.add("path", "l", d=f"M{path}", fill="none", stroke=BAR, stroke_width=1.8)

    @property
    def definitions(self) -> str:
        """What elements refer to: the fading of each way, and the hatching."""
        ways = {"r": (0, 0, 1, 0), "l": (1, 0, 0, 0), "u": (0, 1, 0, 0), "d": (0, 0, 0, 1)}
        made = "".join(self.elements)
        stop = f'<stop class="e" offset="0" stop-color="{BAR}"/>'
        stop += f'<stop class="e" offset="1" stop-color="{BAR}" stop-opacity="0"/>'
        used = [
            f'<linearGradient id="{self.name}{way}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
            f"{stop}</linearGradient>"
            for way, (x1, y1, x2, y2) in ways.items()
            if f"#{self.name}{way})" in made
        ]
        if f"#{self.name}h)" in made:
            used.append(
                f'<pattern id="{self.name}h" width="6" height="6" patternUnits="userSpaceOnUse"'
                f' patternTransform="rotate(45)"><rect class="b" width="2.4" height="6" fill="{BAR}"/>'
                "</pattern>"
            )
        return f"<defs>{''.join(used)}</defs>" if used else ""
