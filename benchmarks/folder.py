"""What it costs to read a folder of 1,000 reports of 40 indicators, beside PyYAML's C loader in one process.

    python benchmarks/folder.py

`data -f csv` with an empty cache (cold), and once more (warm). Whole processes with their start-up, run in
turn; the least ratio of three rounds counts. Of the cold run the elapsed time is compared, since it uses all
processors, which nothing else may keep busy then; of the warm run the processor time. Exits with 1 if a limit
is missed.
"""

import sys
import tempfile
from pathlib import Path

import generate
from measure import Command, rounds

REPORTS, INDICATORS, RUNS = 1_000, 40, 3
COLD, WARM = 0.5, 0.10
LOADER = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    yaml.load(path.read_bytes(), yaml.CSafeLoader)
"""
WITH_CACHE = 'export XDG_CACHE_HOME="$1"; shift; exec "$@"'


def main() -> int:
    """Measure and print a line for each ratio; 1 if a limit is missed."""
    with tempfile.TemporaryDirectory(prefix="edureport-folder-") as name:
        folder = generate.folder(Path(name, "reports"), REPORTS, INDICATORS)
        found = rounds(_commands(folder, Path(name, "cache")), RUNS)
    cold = min(costs["cold"].elapsed / costs["loader"].elapsed for costs in found)
    warm = min(costs["warm"].processor / costs["loader"].processor for costs in found)
    met = [_line("cold", cold, COLD), _line("warm", warm, WARM)]
    return int(not all(met))


def _commands(folder: Path, cache: Path) -> dict[str, Command]:
    data = ("sh", str(cache), sys.executable, "-m", "edureport", "data", str(folder), "-f", "csv")
    return {
        "loader": Command((sys.executable, "-c", LOADER, str(folder))),
        "cold": Command(("/bin/sh", "-c", f'rm -rf "$1"; {WITH_CACHE}', *data)),
        "warm": Command(("/bin/sh", "-c", WITH_CACHE, *data)),
    }


def _line(what: str, ratio: float, limit: float) -> bool:
    met = ratio <= limit
    print(f"data of {REPORTS:,} reports, {what}: {ratio:.2f} times CSafeLoader {'met' if met else 'missed'}")
    return met


if __name__ == "__main__":
    sys.exit(main())
