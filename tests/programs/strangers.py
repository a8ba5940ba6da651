"""Runs the program over a folder of files that others have made, and tells how it answers them.

    python tests/programs/strangers.py FOLDER [--runs summary,audit,draft] [--suffix .docx]

Each file is given to each command, as a report, a text, a table or the data of an audit, in a process of its
own. A run may end with 0, 1 or 2, and with 2 it says
why, in lines of its own without a sign that steers a terminal. What ends otherwise, takes too long or too
much memory is listed; at the end stands how many runs ended how. Exits with 1 if something was listed.
"""

import argparse
import io
import json
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from edureport import cli  # noqa: E402
from edureport.languages.visible import visible_lines  # noqa: E402

FILE = "FILE"  # stands for the file of a stranger
TABLE = "TABLE"  # for a description that names it as its table
SOURCE = str(ROOT / "data/report_2025q3.yaml")
TEXT = str(ROOT / "docs/examples/nine-months.en.txt")
RUNS = {  # by what they are called in the list
    "summary": ("summary", FILE, "-f", "csv"),
    "check": ("check", FILE, "-f", "json"),
    "targets": ("targets", FILE, "-f", "markdown"),
    "compare": ("compare", FILE, "-f", "rst"),
    "show": ("show", "schools", FILE),
    "trend": ("trend", "*", FILE, "-f", "html"),
    "rank": ("rank", "schools", FILE),
    "data": ("data", FILE, "-f", "tsv"),
    "data of a table": ("data", TABLE, "-f", "csv"),
    "audit": ("audit", FILE, "--data", "none", "-f", "json"),
    "audit marked": ("audit", FILE, "--data", "none", "--annotate", "-f", "html"),
    "audit against it": ("audit", TEXT, "--data", FILE),
    "chart": ("chart", "--data", FILE, "-f", "svg"),
    "document": ("document", FILE, "-f", "markdown"),
    "draft": ("draft", FILE, "--period", "2025"),
    "draft of figures": ("draft", FILE, "--report", "--period", "2025"),
    "draft like it": ("draft", TEXT, "--like", FILE),
    "new": ("new", "--like", FILE, "--period", "2026"),
    "fmt": ("fmt", FILE, "--check"),
}
DESCRIPTION = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, language: en}
units: {school: schools}
indicators: {schools: {label: Schools, unit: school, kind: stock}}
tables:
  - {file: %s, organisation: City, indicator: {constant: schools}, period: Year, value: Value}
"""
SECONDS, MEGABYTES = 10, 400  # of processor time and of memory; the program itself takes some 60 MB
LIMIT = 4 * 2**30  # bytes that a run may ask for
CODES = (0, 1, 2)


class Run(NamedTuple):
    """How a run ended: its exit code, or a signal as a negative number."""

    file: Path
    code: int
    seconds: float
    megabytes: int
    errors: str

    @property
    def wrong(self) -> str:
        """What is wrong with it; empty if nothing is."""
        if self.code not in CODES:
            return f"ends with {self.code}"
        if self.code == 2 and not self.errors.startswith("edureport: "):
            return "does not say why"
        if visible_lines(self.errors) != self.errors:
            return "says what steers a terminal"
        if max(map(len, self.errors.splitlines()), default=0) > 1000:
            return "repeats its input"
        if self.seconds > SECONDS:
            return f"takes {self.seconds:.0f} s"
        return f"takes {self.megabytes} MB" if self.megabytes > MEGABYTES else ""


def main() -> int:
    """Run all; 1 if something was listed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", default=",".join(RUNS))
    parser.add_argument("--suffix", action="append", help="only files with this suffix")
    options = parser.parse_args()
    chosen = options.runs.split(",")
    for name in chosen:
        _load(name)
    files = [
        path for path in sorted(options.folder.rglob("*")) if path.is_file() and ".git" not in path.parts
    ]
    if options.suffix:
        files = [path for path in files if path.suffix.lower() in options.suffix]
    counts: Counter[tuple[str, int]] = Counter()
    wrong, began, most, largest = 0, time.monotonic(), None, None
    for path in files:
        for name in chosen:
            done = run(path, name)
            counts[name, done.code] += 1
            most = max(most or done, done, key=lambda one: one.seconds)
            largest = max(largest or done, done, key=lambda one: one.megabytes)
            if done.wrong:
                wrong += 1
                print(f"{name} {path}: {done.wrong}; {done.errors[:200]}", flush=True)
    print(f"{len(files):,} files, {counts.total():,} runs in {time.monotonic() - began:.0f} s")
    for (name, code), count in sorted(counts.items()):
        print(f"{count:>8,}  {name} ends with {code}")
    print(f"at most {most.seconds:.1f} s ({most.file}) and {largest.megabytes} MB ({largest.file})")
    print(f"{wrong:,} to be looked at")
    return 1 if wrong else 0


def run(path: Path, name: str) -> Run:
    """Give the file to a command, in a process forked from this one."""
    with tempfile.TemporaryFile("w+b") as errors, tempfile.NamedTemporaryFile(suffix=".yaml") as table:
        table.write((DESCRIPTION % json.dumps(str(path))).encode())
        table.flush()
        arguments = [{FILE: str(path), TABLE: table.name}.get(word, word) for word in RUNS[name]]
        child = os.fork()
        if not child:
            _answer(arguments, errors.fileno())
        _, status, used = os.wait4(child, 0)
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    return Run(path, code, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, said)


def _load(name: str) -> None:
    """Load what a command needs, so that each run of it need not."""
    known = {FILE: TEXT if name.startswith(("audit", "draft")) else SOURCE, TABLE: SOURCE}
    with open(os.devnull, "w", encoding="utf-8") as out, redirect_stdout(out), redirect_stderr(out):  # noqa: PTH123
        cli.run([known.get(word, word) for word in RUNS[name]])


def _answer(arguments: list[str], errors: int) -> None:
    """Be the program in a child: nothing is kept of what it prints, and it has an end."""
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (3 * SECONDS, 3 * SECONDS))
    code = 70
    try:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        sys.stderr = os.fdopen(os.dup(errors), "w", encoding="utf-8")
        code = cli.run(arguments)
    except BaseException as error:  # noqa: BLE001  # whatever it is, the parent has to hear of it
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
