"""What comes near a limit costs: the rows of the table of seconds and memory in docs/limits.md.

    python benchmarks/limits.py [NAME …]

Each row is one run of the program over a file that is made up: its processor time, start-up included, and
the most memory. All of them take some two minutes on a quiet machine; names of rows choose among them.
Nothing is held against a limit, since seconds are those of a machine.
"""

import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from measure import give_up

ROOT = Path(__file__).parents[1]
INDICATORS, CHARACTERS, CELLS, FIGURES = 100_000, 1_000_000, 9_000, 1_000_000
NUMBERS = 50_000  # of one sentence; each takes a quarter of a millisecond
COLUMNS = 9
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = """\
edureport: 1
report: {id: made-up, organisation: Made-up Department, period: 2025-9M, language: en}
units: {pupil: {en: {one: pupil, other: pupils}}}
indicators:
"""
INDICATOR = """\
  indicator_%d:
    {label: Indicator %d, unit: pupil, kind: stock, value: 30, breakdown: {place: {label: Place,
     members: {town: {label: Town, value: 20}, village: {label: Village, value: 10}}}}}
"""
DESCRIPTION = """\
edureport: 1
report: {id: made-up, language: en}
units: {school: schools}
indicators: {schools: {label: Schools, unit: school, kind: stock}}
tables:
  - {file: "figures.csv", organisation: region, indicator: {constant: schools}, period: year, value: schools}
"""


def main() -> int:
    """Measure and print a line for each row that is asked for."""
    asked = sys.argv[1:] or ROWS
    with tempfile.TemporaryDirectory(prefix="edureport-limits-") as name:
        for row in asked:
            make, command = ROWS[row]
            _measure(row, command, make(Path(name)))
    return 0


def _measure(row: str, command: str, path: Path) -> None:
    """Print what one run takes; an audit may end in 1."""
    program = sys.executable, "-m", "edureport", *command.split(), str(path)
    with subprocess.Popen(program, stdout=subprocess.DEVNULL) as started:
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode not in {0, 1}:
        give_up(f"exit code {started.returncode}: {' '.join(program)}")
    peak = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)  # bytes there, KiB elsewhere
    print(f"{row}: {usage.ru_utime + usage.ru_stime:.1f} s, {peak:.0f} MiB", flush=True)


def _report(folder: Path) -> Path:
    indicators = (INDICATOR % (number, number) for number in range(INDICATORS))
    return _written(folder / "report.yaml", (HEAD, *indicators))


def _text(folder: Path) -> Path:
    """The example of the manual again and again."""
    example = (ROOT / "docs" / "examples" / "nine-months.en.txt").read_text("utf-8") + "\n"
    return _written(folder / "text.txt", [example] * (CHARACTERS // len(example)))


def _digits(folder: Path) -> Path:
    """A sentence of nothing but numbers."""
    return _written(folder / "numbers.txt", ["5 " * NUMBERS])


def _rows() -> Iterator[list[str]]:
    chosen = random.Random(1)
    yield ["District", *(f"Kind {kind} schools" for kind in range(1, COLUMNS))]
    for number in range(1, CELLS // COLUMNS):
        yield [f"District {number}", *(str(chosen.randint(10, 9_999)) for _ in range(1, COLUMNS))]


def _word(folder: Path) -> Path:
    """One long table in a Word file."""
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in _rows())
    body = f"<w:p><w:r><w:t>Schools in 2025</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>"
    path = folder / "table.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
    return path


def _figures(folder: Path) -> Path:
    """A table of figures of 100 years, and its description."""
    rows = (f"Place {number // 100},{1925 + number % 100},{number % 977}\n" for number in range(FIGURES))
    _written(folder / "figures.csv", ("region,year,schools\n", *rows))
    return _written(folder / "figures.yaml", [DESCRIPTION])


def _written(path: Path, pieces: Iterator[str] | list[str] | tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(pieces)
    return path


AUDIT = "audit --data none -f csv"
DRAFT = "draft --period 2025-9M"
ROWS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "report": (_report, "summary -f csv"),
    "text-audit": (_text, AUDIT),
    "text-draft": (_text, DRAFT),
    "numbers-audit": (_digits, AUDIT),
    "word-audit": (_word, AUDIT),
    "word-draft": (_word, DRAFT),
    "figures": (_figures, "data -f csv"),
}

if __name__ == "__main__":
    sys.exit(main())
