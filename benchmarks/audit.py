"""How long the audit and the draft of a long text take: each a run of the program, start-up included.

    python benchmarks/audit.py

The text is the example of the manual again and again, dense with figures. Prints the seconds for a page
of 100 KB and for one of four times as much, and their ratio; exits with 1 if the first takes a second or
more, or if the ratio is above 5. A second line compares the processor time of a draft of the page with that
of an audit without data: the two run in turns, the median of each pair's ratio counts, and 1.3 is the limit.
Counted in instructions (valgrind --tool=cachegrind --cache-sim=no, byte code written before), which no other
program disturbs, a draft of the page made 1.42 times those of an audit that writes CSV in Russian and 1.37 in
English while each rule of drafting looked for the words of a figure anew, and makes 1.25 and 1.22 (1.20 in
Kazakh) now; a sixth of it is the start.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import environment

ROOT = Path(__file__).parents[1]
LANGUAGES = ("kk", "ru", "en")
PAGE, TIMES = 100_000, 4  # bytes; how much longer the other one is
SECONDS, GROWTH = 1.0, 5.0
RUNS = 3
DRAFTING = 1.3  # times an audit without data
PAIRS = 5
PERIOD = "2025-9M"  # the text, repeated, does not tell it


def main() -> int:
    """Measure and print a line for each language."""
    missed = False
    with tempfile.TemporaryDirectory(prefix="edureport-audit-") as name:
        for language in LANGUAGES:
            page, long = (_best(Path(name), language, size) for size in (PAGE, TIMES * PAGE))
            met = page < SECONDS and long / page <= GROWTH
            text = _text(Path(name), language, PAGE)
            drafting = statistics.median(_processor_ratio(text) for _ in range(PAIRS))
            missed |= not met or drafting > DRAFTING
            print(
                f"{language}: {page:.2f} s, {long:.2f} s, "
                f"ratio {long / page:.1f}: {'met' if met else 'missed'}"
            )
            print(
                f"{language}: draft / audit without data {drafting:.2f}: "
                f"{'met' if drafting <= DRAFTING else 'missed'}"
            )
    return int(missed)


def _best(folder: Path, language: str, size: int) -> float:
    text = _text(folder, language, size)
    return min(_run(text) for _ in range(RUNS))


def _text(folder: Path, language: str, size: int) -> Path:
    example = (ROOT / "docs" / "examples" / f"nine-months.{language}.txt").read_text("utf-8")
    text = folder / f"{size}.{language}.txt"
    text.write_text((example + "\n") * (size // len(example.encode()) + 1), "utf-8")
    return text


def _processor_ratio(text: Path) -> float:
    audit = _processor_time("audit", text, "--data", "none")
    return _processor_time("draft", text, "--period", PERIOD) / audit


def _processor_time(*arguments: str | Path) -> float:
    """The user time of a run in seconds; an audit of its own may end in 1."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = [sys.executable, "-m", "edureport", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, env=environment())
    if done.returncode not in {0, 1} or not done.stdout:
        raise RuntimeError(done.stderr.decode()[-1000:])
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def _run(text: Path) -> float:
    data = ROOT / "data" / "report_2025q3.yaml"
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "edureport", "audit", text, "--data", data, "-f", "csv"],
        check=False,
        capture_output=True,
        env=environment(),
    )
    if done.returncode != 1:  # 250 + 50 against "more than 300"
        raise RuntimeError(done.stderr.decode()[-1000:])
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
