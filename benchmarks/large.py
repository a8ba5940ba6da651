"""What trend and rank cost in 10,000,000 figures, beside DuckDB asked for the same rows and columns.

    python benchmarks/large.py [--rows 10000000]

A table of 20 bodies, 20 years and as many indicators as it takes, as Parquet, and a tenth of it as CSV.
Processor time without the start-up of either program, the least ratio of two rounds; the most memory. It
takes some minutes and 500 MB of disk. Exits with 1 if a limit is missed.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Command, Round, rounds

BODIES, YEARS, RUNS = 20, 20, 2
TIMES, MEMORY = 1.5, 300 * 2**20
FIGURES = """
SELECT 'body-' || body AS organisation, 'Made-up Body ' || body AS organisation_label,
  'indicator_' || number AS indicator, NULL::VARCHAR AS dimension, NULL::VARCHAR AS member,
  'Indicator ' || number AS label, 'pupil' AS unit, 'stock' AS kind,
  (2005 + year) || '-01-01/' || (2005 + year) || '-12-31' AS period,
  ((body * 7919 + number * 104729 + year * 1299709) % 100000)::DECIMAL(38, 18) AS value,
  'exact' AS value_bound, NULL::VARCHAR AS flags, NULL::VARCHAR AS as_written,
  'r' || body || '-' || year || '.yaml' AS report, (number * 6 + 12)::BIGINT AS line, 'count' AS measure
FROM range({bodies}) a(body), range({years}) b(year), range({indicators}) c(number)
ORDER BY body, year, number
"""
ASKED = """
import duckdb, sys
path = sys.argv[1]
read = "read_csv(?, all_varchar = true)" if path.endswith(".csv") else "read_parquet(?)"
duckdb.execute(f"SELECT * FROM {read} WHERE indicator = 'indicator_7' ORDER BY organisation, period", [path])
print(duckdb.fetchall())
"""


def main() -> int:
    """Measure and print a line for each ratio; 1 if a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000, help="of the Parquet file (%(default)s)")
    count = parser.parse_args().rows
    with tempfile.TemporaryDirectory(prefix="edureport-large-") as name:
        found = rounds(_commands(Path(name), count), RUNS)
    met = [
        _line(found, f"{question} {kind}", f"duckdb {kind}", kind)
        for kind in ("parquet", "csv")
        for question in ("trend", "rank")
    ]
    return int(not all(met))


def _commands(folder: Path, count: int) -> dict[str, Command]:
    program = (sys.executable, "-m", "edureport")
    asked = (sys.executable, "-c", ASKED)
    commands = {}
    for kind, rows in ("parquet", count), ("csv", count // 10), ("start parquet", 400), ("start csv", 400):
        path = folder / f"{kind.replace(' ', '-')}.{kind.split()[-1]}"
        figures = FIGURES.format(bodies=BODIES, years=YEARS, indicators=max(8, rows // (BODIES * YEARS)))
        made = (
            sys.executable,
            "-c",
            "import duckdb, sys; duckdb.sql(sys.argv[1])",
            f"COPY ({figures}) TO '{path}'",
        )
        subprocess.run(made, check=True)  # the peak of this process would count as that of those measured
        for question in ("trend", "rank"):
            commands[f"{question} {kind}"] = Command(
                (*program, question, "indicator_7", str(path), "-f", "csv")
            )
        commands[f"duckdb {kind}"] = Command((*asked, str(path)))
    return commands


def _line(found: list[Round], what: str, peer: str, kind: str) -> bool:
    """Print a ratio and the memory; whether both are within their limits."""

    def cost(one: Round, name: str) -> float:
        return one[name].processor - one[name.replace(kind, f"start {kind}")].processor

    ratio = min(cost(one, what) / cost(one, peer) for one in found)
    memory = max(one[what].peak for one in found)
    met = ratio <= TIMES and memory < MEMORY
    print(
        f"{what}: {ratio:.2f} times DuckDB, {memory / 2**20:.0f} MiB {'met' if met else 'missed'}", flush=True
    )
    return met


if __name__ == "__main__":
    sys.exit(main())
