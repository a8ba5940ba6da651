"""Opens documents as pages in Chromium, in each language, and tells what a reader would miss.

It needs Chromium; with the path of axe.min.js (npm: axe-core) it looks for what hinders readers too, with
that of vnu.jar (npm: vnu-jar; Java) for errors of HTML. It looks whether tables sort and filter, whether
anything is wider than its window or its paper, and whether Chromium says anything.

    python tests/programs/documents.py [--axe axe.min.js] [--vnu vnu.jar] [--keep FOLDER] [PAGE]...
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "formats/documents"))
from browser import Browser
from pages import hindered
from sample import publication

from edureport import output

LANGUAGES = ("kk", "ru", "en")
HOSTILE = "tests/formats/hostile.yaml"
WIDTHS = (360, 768, 1280, 1600)
PAPERS = {"A4": 210 - 35, "Letter": 215.9 - 35}  # millimetres between the margins
DOT = 96 / 25.4

OVER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Of each table how far it is wider than its place.
TOO_WIDE = """[...document.querySelectorAll('.scroll')].map(one => one.scrollWidth - one.clientWidth)"""
# Sorts the first table with numbers by each column, up, down and back; what is then out of order.
SORTS = """(() => {
  const wrong = [], table = document.querySelector('table');
  const texts = () => [...table.querySelectorAll('tbody tr:not(.group)')].map(row => row.textContent);
  const before = texts().join('|');
  [...table.tHead.rows[0].cells].forEach((head, place) => {
    for (const way of ['ascending', 'descending', null]) {
      head.querySelector('button').click();
      if (head.getAttribute('aria-sort') !== way) wrong.push(`${place}: ${head.getAttribute('aria-sort')}`);
      for (const body of way ? table.tBodies : []) {
        const cells = [...body.rows].filter(row => !row.matches('.group') && !row.querySelector('.part'))
          .map(row => row.cells[place]);
        if (!cells.some(cell => cell.dataset.v)) continue;
        const values = cells.map(cell => cell.dataset.v).filter(value => value).map(Number);
        const sorted = [...values].sort((a, b) => way === 'ascending' ? a - b : b - a);
        if (values.join() !== sorted.join()) wrong.push(`${place} ${way}: ${values}`);
      }
    }
  });
  if (texts().join('|') !== before) wrong.push('not as before');
  return wrong;
})()"""
# Filters by the first words of the second row; whether that row and no other kind is left, and all come back.
FILTERS = """(() => {
  const box = document.querySelector('.filter input');
  if (!box) return [];
  const table = document.getElementById(box.getAttribute('aria-controls')), wrong = [];
  const rows = [...table.querySelectorAll('tbody tr:not(.group)')];
  const enter = text => { box.value = text; box.dispatchEvent(new Event('input')); };
  const shown = () => rows.filter(row => row.getClientRects().length);
  const wanted = rows.at(-1).cells[0].textContent;
  if (!box.getClientRects().length) wrong.push('no box');
  enter(wanted.toUpperCase());
  if (!shown().includes(rows.at(-1)) || shown().length === rows.length) wrong.push(`${shown().length} rows`);
  if (!document.querySelector('.filter output').textContent.includes(shown().length)) wrong.push('no count');
  enter('');
  if (shown().length !== rows.length) wrong.push('rows are lost');
  return wrong;
})()"""


def faults(browser: Browser, page: Path, axe: str) -> Iterator[str]:
    """What is wrong with a page."""
    browser.open(page)
    if axe:
        yield from hindered(browser, axe)
    for width in WIDTHS:
        for dark in (False, True):
            browser.look(width, dark=dark)
            if browser.run(OVER) > 0:
                yield f"{width} pixels: the page is {browser.run(OVER)} wider"
    yield from (f"sorting: {one}" for one in browser.run(SORTS))
    yield from (f"filter: {one}" for one in browser.run(FILTERS))
    for paper, wide in PAPERS.items():
        browser.look(int(wide * DOT))
        browser.ask("Emulation.setEmulatedMedia", media="print", features=[])
        if any(over > 0 for over in browser.run(TOO_WIDE)):
            yield f"{paper}: {browser.run(TOO_WIDE)} dots of tables are lost"
    yield from browser.heard


def main() -> None:
    """Print a line for each page, and one for each thing that is wrong with it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--axe", type=Path)
    options.add_argument("--vnu", type=Path)
    options.add_argument("--keep", type=Path, help="where pages, PDFs and pictures stay")
    options.add_argument("pages", nargs="*", type=Path)
    chosen = options.parse_args()
    axe = chosen.axe.read_text(encoding="utf-8") if chosen.axe else ""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        browser.listen()
        keep = chosen.keep or Path(folder)
        keep.mkdir(parents=True, exist_ok=True)
        pages = chosen.pages or list(made(keep))
        for page in pages:
            said = list(faults(browser, page, axe))
            if chosen.vnu:
                command = ["java", "-jar", chosen.vnu, "--errors-only", page]
                done = subprocess.run(command, check=False, capture_output=True, text=True)
                said += done.stderr.splitlines()
            for width, dark in ((360, True), (1280, False)):
                browser.look(width, dark=dark)
                browser.picture(keep / f"{page.stem}.{width}.png")
            (keep / f"{page.stem}.pdf").write_bytes(browser.printed("A4", size_of_page=True))
            wrong += len(said)
            print(page.name, "–" if said else "right", *said, sep="\n  ", flush=True)
    raise SystemExit(1 if wrong else 0)


def made(folder: Path) -> Iterator[Path]:
    """The pages of the sample, on the source report and on hostile labels."""
    samples = [(language, publication(language)) for language in LANGUAGES]
    samples.append(("en", publication("en", HOSTILE, "</h1><script>alert(1)</script>")))
    for number, (language, document) in enumerate(samples):
        page = folder / f"{number}.{language}.html"
        page.unlink(missing_ok=True)
        output.write(document, output.Choice("html", str(page), language), {})
        yield page


if __name__ == "__main__":
    main()
