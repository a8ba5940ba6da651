"""Makes the fonts of pictures: DejaVu Sans, regular and bold, with the letters that they need.

It needs fonttools (pip install fonttools) and DejaVu (on Debian: fonts-dejavu-core), and writes both fonts,
the widths of their letters, by which texts are folded, and their licence.

    python tests/programs/fonts.py [/usr/share/fonts/truetype/dejavu]
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[2] / "src/edureport/formats/drawings/fonts"
NAMES = (("DejaVuSans", "regular"), ("DejaVuSans-Bold", "bold"))
# Latin, Cyrillic with the letters of Kazakh, signs of texts, arrows, currencies, comparisons, statuses.
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x400, 0x4FF), (0x2010, 0x2027), (0x2030, 0x203A), (0x2190, 0x2193))
MORE = "\u2009\u202f€₸₽№™−∞≈≠≤≥●○◐✓✗"
LICENCE = 13  # in the table of names


def main(folder: Path) -> None:
    """Write the files, the same from the same fonts."""
    letters = {code for first, last in RANGES for code in range(first, last + 1)} | set(map(ord, MORE))
    for name, new in NAMES:
        font = TTFont(folder / f"{name}.ttf", recalcTimestamp=False)
        licence = font["name"].getName(LICENCE, 3, 1, 0x409).toUnicode()
        options = subset.Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 4, 6])
        options.drop_tables += ["FFTM"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.save(FONTS / f"{new}.ttf")
        cmap, em = font.getBestCmap(), font["head"].unitsPerEm
        widths: dict[int, list[str]] = {}
        for code, glyph in sorted(cmap.items()):
            widths.setdefault(round(1000 * font["hmtx"][glyph][0] / em), []).append(chr(code))
        lines = [f"{width} {''.join(signs)}\n" for width, signs in sorted(widths.items())]
        (FONTS / f"{new}.txt").write_text("".join(lines), encoding="utf-8")
    (FONTS / "LICENSE.txt").write_text(licence.replace("\r\n", "\n").strip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/dejavu"))
