"""Put faults into a copy of the program, one at a time, and demand that the oracle finds each.

    python tests/oracle/faults.py

Prints how many cases it took to find each. Exits with 1 if one is not found.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from planted import FAULTS, planted

SOURCE = Path(__file__).parents[2] / "src" / "edureport"
RUN = Path(__file__).with_name("run.py")


def main():
    """Try all faults; 1 if one is not found."""
    options = _options()
    missed = []
    chosen = [fault for fault in FAULTS if not options.only or options.only in fault.name]
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        copy = Path(folder) / "edureport"
        shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for fault in chosen:
            began = time.monotonic()
            found = _first(fault, copy, options.cases)
            print(f"{time.monotonic() - began:5.0f} s  {fault.name}: {found or 'NOT FOUND'}", flush=True)
            if not found:
                missed.append(fault.name)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} faults found")
    return 1 if missed else 0


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=40_000, help="at most, for each fault (%(default)s)")
    parser.add_argument("--only", help="the faults with this in their names")
    return parser.parse_args()


def _first(fault, copy, cases):
    """The first finding with the fault in the copy, or None."""
    module = copy / fault.module
    right = module.read_text(encoding="utf-8")
    module.write_text(planted(fault, right), encoding="utf-8")
    try:
        done = subprocess.run(
            [
                sys.executable,
                str(RUN),
                "--kind",
                fault.kind,
                "--cases",
                str(cases),
                "--processes",
                "1",
                "--first",
            ],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(copy.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    finally:
        module.write_text(right, encoding="utf-8")
    found = re.search(r"^!!! (.*)", done.stdout, re.MULTILINE)
    if not found and done.returncode != 0:
        raise RuntimeError(f"{fault.name}: {done.stderr[-1000:]}")
    return found and found[1]


if __name__ == "__main__":
    sys.exit(main())
