"""How long the audit of a long text takes: each a run of the program, start-up included.

    python benchmarks/audit.py

The text is the example of the manual again and again, dense with figures. Prints the seconds for a page
of 100 KB and for one of four times as much, and their ratio; exits with 1 if the first takes a second or
more, or if the ratio is above 5.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
LANGUAGES = ("kk", "ru", "en")
PAGE, TIMES = 100_000, 4  # bytes; how much longer the other one is
SECONDS, GROWTH = 1.0, 5.0
RUNS = 3


def main() -> int:
    """Measure and print a line for each language."""
    missed = False
    with tempfile.TemporaryDirectory(prefix="edureport-audit-") as name:
        for language in LANGUAGES:
            page, long = (_best(Path(name), language, size) for size in (PAGE, TIMES * PAGE))
            met = page < SECONDS and long / page <= GROWTH
            missed |= not met
            print(
                f"{language}: {page:.2f} s, {long:.2f} s, "
                f"ratio {long / page:.1f}: {'met' if met else 'missed'}"
            )
    return int(missed)


def _best(folder: Path, language: str, size: int) -> float:
    example = (ROOT / "docs" / "examples" / f"nine-months.{language}.txt").read_text("utf-8")
    text = folder / f"{size}.{language}.txt"
    text.write_text((example + "\n") * (size // len(example.encode()) + 1), "utf-8")
    return min(_run(text) for _ in range(RUNS))


def _run(text: Path) -> float:
    data = ROOT / "data" / "report_2025q3.yaml"
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "edureport", "audit", text, "--data", data, "-f", "csv"],
        check=False,
        capture_output=True,
    )
    if done.returncode != 1:  # 250 + 50 against "more than 300"
        raise RuntimeError(done.stderr.decode()[-1000:])
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
