"""What it costs to read a table: 100,000 rows as CSV beside csvstat, as .xlsx beside calamine alone.

    python benchmarks/tables.py

Processor time of whole processes, run in turn; the least ratio of three rounds counts. Exits with 1 if
summary or the reading of the CSV takes more than 1.5 times what csvstat takes, or the cells of the sheet or
its figures more than twice what calamine takes. Calamine makes no figures; each of ours is a row with its
place, its quantity and its part.
"""

import sys
import tempfile
from pathlib import Path

import xlsxwriter
from measure import Command, rounds

ROWS, RUNS = 100_000, 3
LIMITS = {
    "summary of the CSV": ("csvstat", 1.5),
    "figures of the CSV": ("csvstat", 1.5),
    "cells of the sheet": ("calamine", 2.0),
    "figures of the sheet": ("calamine", 2.0),
}
DESCRIPTION = """\
edureport: 1
report: {id: made-up, language: en}
units: {school: schools}
indicators: {schools: {label: Schools, unit: school, kind: stock}}
tables:
  - file: FILE
    organisation: region
    indicator: {constant: schools}
    period: year
    value: schools
    dimensions: {level: level, sex: sex}
"""
CELLS = """
import sys
from pathlib import Path
from edureport.reading.tables.opening import open_grid
sum(1 for _ in open_grid(sys.argv[1], Path(sys.argv[1]).read_bytes()).rows())
"""
FIGURES = """
import gc, os, sys
gc.disable()  # as the program does
from edureport.reading.load import load_all
reports = load_all(sys.argv[1:])
os._exit(0)  # as the program does
"""
CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""


def main() -> int:
    """Measure and print a line for each ratio; 1 if a limit is missed."""
    with tempfile.TemporaryDirectory(prefix="edureport-tables-") as name:
        found = rounds(_commands(Path(name)), RUNS)
    missed = False
    for what, (peer, limit) in LIMITS.items():
        ratio = min(costs[what].processor / costs[peer].processor for costs in found)
        verdict = "met" if ratio <= limit else "missed"
        missed |= verdict == "missed"
        print(f"{what}: {ratio:.2f} times {peer} {verdict}")
    return int(missed)


def _commands(folder: Path) -> dict[str, Command]:
    rows = [("region", "year", "level", "sex", "schools"), *map(_row, range(ROWS))]
    text, sheet = folder / "table.csv", folder / "table.xlsx"
    text.write_text("".join(",".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")
    with xlsxwriter.Workbook(str(sheet), {"constant_memory": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    for table in (text, sheet):
        described = DESCRIPTION.replace("FILE", table.name)
        table.with_suffix(f"{table.suffix}.yaml").write_text(described, encoding="utf-8")

    def run(program: str, path: Path) -> Command:
        return Command((sys.executable, "-c", program, str(path)))

    return {
        "csvstat": Command((str(Path(sys.executable).with_name("csvstat")), str(text))),
        "calamine": run(CALAMINE, sheet),
        "summary of the CSV": Command(
            (sys.executable, "-m", "edureport", "summary", f"{text}.yaml", "-f", "csv")
        ),
        "figures of the CSV": run(FIGURES, Path(f"{text}.yaml")),
        "cells of the sheet": run(CELLS, sheet),
        "figures of the sheet": run(FIGURES, Path(f"{sheet}.yaml")),
    }


def _row(number: int) -> tuple[str, int, str, str, int]:
    sex = ("f", "m")[number // 200 % 2]
    return f"Region {number // 400}", 2000 + number % 20, f"L{number // 20 % 10}", sex, number * 7919 % 10_000


if __name__ == "__main__":
    sys.exit(main())
