"""Opens the HTML of every command in Chromium, in each language, and tells what a reader would miss.

It needs Chromium and pdftoppm (on Debian: chromium, poppler-utils); with the path of axe.min.js (npm:
axe-core) it looks for what hinders readers too.

    python tests/programs/pages.py [--axe node_modules/axe-core/axe.min.js] [--keep FOLDER]
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from browser import PAPERS, Browser

SOURCE = "data/report_2025q3.yaml"
HOSTILE = "tests/formats/hostile.yaml"
RIVERSIDE = "docs/examples/riverside-2025-9m.yaml"
TEXT = "docs/examples/riverside-audit.txt"
ASTANA = ("examples/astana/2024-09.yaml", "examples/astana/2025-08.yaml")
RUNS = {
    "summary": ("summary", SOURCE),
    "summary-hostile": ("summary", HOSTILE),
    "summary-two": ("summary", SOURCE, RIVERSIDE),
    "show": ("show", "schools", SOURCE),
    "check": ("check", "examples/shymkent-grade-1"),
    "targets": ("targets", "examples/shymkent-grade-1/2025-07-29.yaml"),
    "targets-hostile": ("targets", HOSTILE),
    "targets-all": ("targets", SOURCE, "--columns", "*"),
    "compare": ("compare", *ASTANA),
    "compare-sdg4": ("compare", "examples/shymkent-sdg4.yaml", "--before", "2019", "--after", "2020"),
    "compare-all": ("compare", *ASTANA, "--columns", "*"),
    "audit": ("audit", "docs/examples/nine-months.kk.txt", "--data", SOURCE),
    "audit-riverside": ("audit", TEXT, "--data", RIVERSIDE),
    "audit-all": ("audit", TEXT, "--data", RIVERSIDE, "--columns", "*"),
    "annotate": ("audit", TEXT, "--data", RIVERSIDE, "--annotate"),
}
LANGUAGES = ("kk", "ru", "en")
NARROW = 360  # pixels of a telephone
DOTS = 110  # to an inch of the pictures that ink is counted on
LOST = 0.6  # of its ink, compared with most columns: letters may be smaller on paper
LIMIT = 64

# Colours the cells of each column in a colour of its own.
PAINT = """((colors) => {
  const table = document.querySelector('table');
  if (!table || !table.tHead) return null;
  const style = document.createElement('style');
  style.textContent = 'table * { print-color-adjust: exact !important }';
  document.head.append(style);
  const heads = [...table.tHead.rows[0].cells], said = heads.map(() => 0);
  const paint = (cell, place) => [cell, ...cell.querySelectorAll('*')].forEach(
    one => one.style.setProperty('color', colors[place], 'important'));
  for (const row of table.querySelectorAll('tbody tr:not(.group)'))
    [...row.cells].forEach((cell, place) => {
      said[place] += cell.textContent.trim().length;
      paint(cell, place);
    });
  return heads.map(cell => cell.textContent);
})"""
# The columns that a narrow window shows whole at first, and how far the page is wider than the window.
SEEN = """(() => {
  const table = document.querySelector('table');
  const over = document.documentElement.scrollWidth - innerWidth;
  if (!table || !table.tHead) return {over, seen: null};
  const right = document.querySelector('.scroll').getBoundingClientRect().right + 1;
  return {over, seen: [...table.tHead.rows[0].cells].filter(
    cell => cell.getBoundingClientRect().right <= right).map(cell => cell.textContent)};
})()"""
AXE = "axe.run({resultTypes: ['violations']}).then(found => found.violations.map(one => one.id))"


def colors() -> list[tuple[int, int, int]]:
    """As many colours as a table has columns, far from each other and from white."""
    return [(r, g, b) for r in (0, 60, 120, 180) for g in (0, 60, 120, 180) for b in (20, 90, 160, 230)]


def ink(pdf: bytes) -> list[int]:
    """How many dots of each colour the pages of a PDF have."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        path.write_bytes(pdf)
        options = ["-r", str(DOTS), "-aa", "no", "-aaVector", "no"]
        subprocess.run(["pdftoppm", *options, path, Path(folder) / "page"], check=True)
        found: Counter[int] = Counter()
        for picture in Path(folder).glob("*.ppm"):
            data = picture.read_bytes()
            head = re.match(rb"P6\s+\d+\s+\d+\s+255\s", data)
            dots = np.frombuffer(data[head.end() :], dtype=np.uint8).reshape(-1, 3).astype(np.int32)
            codes, counts = np.unique(dots @ [65536, 256, 1], return_counts=True)
            found.update(dict(zip(codes.tolist(), counts.tolist(), strict=True)))
    return [found[(r << 16) + (g << 8) + b] for r, g, b in colors()]


def lost_on_paper(browser: Browser) -> Iterator[str]:
    """What each paper lacks of the columns of the page that is open."""
    heads = browser.run(f"{PAINT}({[f'rgb({r},{g},{b})' for r, g, b in colors()]})")
    if heads is None:
        return
    whole = ink(browser.printed("", width=60))
    for paper in PAPERS:
        for landscape in (False, True):
            there = ink(browser.printed(paper, landscape=landscape))
            kept = [part / all_ if all_ else None for part, all_ in zip(there, whole, strict=True)][
                : len(heads)
            ]
            usual = median(one for one in kept if one is not None)
            lost = [
                head for head, one in zip(heads, kept, strict=True) if one is not None and one < LOST * usual
            ]
            if lost:
                side = "landscape" if landscape else "portrait"
                yield f"{paper} {side}: {len(lost)} of {len(heads)} lost: {lost}"


def seen_on_a_telephone(browser: Browser) -> Iterator[str]:
    """What a narrow window does not show before it is scrolled."""
    browser.look(NARROW)
    found = browser.run(SEEN)
    if found["over"] > 0:
        yield f"{NARROW} pixels: the page is {found['over']} wider"
    if found["seen"] is not None and len(found["seen"]) < 2:
        yield f"{NARROW} pixels: only {found['seen']}"


def hindered(browser: Browser, axe: str) -> Iterator[str]:
    """What axe-core says of the page on light, dark, wide and narrow screens."""
    for width in (NARROW, 1280):
        for dark in (False, True):
            browser.look(width, dark=dark)
            browser.run(axe)
            for violation in browser.run(AXE):
                yield f"axe, {width} pixels, {'dark' if dark else 'light'}: {violation}"


def main() -> None:
    """Print a line for each page, and one for each thing that is wrong with it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--axe", type=Path)
    options.add_argument("--keep", type=Path, help="where pages, PDFs and pictures stay")
    options.add_argument("--only", default="", help="runs that begin like this")
    chosen = options.parse_args()
    axe = chosen.axe.read_text(encoding="utf-8") if chosen.axe else ""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        keep = chosen.keep or Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        print(browser.version, flush=True)
        for name, run in RUNS.items():
            for language in LANGUAGES if name.startswith(chosen.only) else ():
                page = keep / f"{name}.{language}.html"
                command = [sys.executable, "-m", "edureport", *run, "-l", language, "-o", page]
                page.unlink(missing_ok=True)
                subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
                page = page.resolve(strict=True)
                browser.open(page)
                said = list(hindered(browser, axe)) if axe else []
                if "--columns" not in run:
                    said += seen_on_a_telephone(browser)
                for width, dark in ((NARROW, True), (1280, False)):
                    browser.look(width, dark=dark)
                    browser.picture(page.with_suffix(f".{width}.png"))
                page.with_suffix(".pdf").write_bytes(browser.printed("A4"))
                said += lost_on_paper(browser)
                wrong += len(said)
                print(page.stem, "–" if said else "right", *said, sep="\n  ", flush=True)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
