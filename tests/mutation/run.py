"""Break the program on purpose, one small change at a time, and count how many changes the tests see.

    python tests/mutation/run.py --count 60 --seed 1 --tests tests/model -- src/edureport/model/period.py

Each module gets so many changes, chosen at random by the seed: a comparison turned round, a condition
negated, a word dropped from a list of words, a number one larger. A change that no test sees is printed as
a difference: either a test is missing, or the change changes nothing. Nothing in the checkout is touched:
the program is copied, and the tests take the copy.
"""

import argparse
import ast
import compileall
import difflib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from changes import changed, changes

ROOT = Path(__file__).parents[2]


class Trial(NamedTuple):
    """One change of one module, and whether the tests saw it."""

    module: Path
    number: int
    seen: bool
    difference: str


def main() -> int:
    """Run the trials; 1 if a module has fewer changes that are seen than `--at-least`."""
    wanted = _arguments()
    jobs = [
        (module, number)
        for module in wanted.modules
        for number in wanted.only or _chosen(module.read_text(encoding="utf-8"), wanted.count, wanted.seed)
    ]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(wanted.jobs) as pool:
        compiled = Path(shutil.copytree(ROOT / "src", Path(folder, "src")))
        compileall.compile_dir(compiled, quiet=1)  # once, and not in every trial
        trials = list(pool.map(lambda job: _trial(compiled, *job, wanted.tests), jobs))
    too_few = False
    for module in wanted.modules:
        own = [trial for trial in trials if trial.module == module]
        seen = sum(trial.seen for trial in own)
        too_few |= seen < min(wanted.at_least, len(own))
        print(f"{module}: {seen} of {len(own)} changes seen")
        for trial in own:
            if not trial.seen:
                print(f"  not seen, change {trial.number}:")
                print(trial.difference)
    return int(too_few)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="+", type=lambda name: Path(name).resolve().relative_to(ROOT))
    parser.add_argument("--tests", nargs="+", required=True, help="what pytest is to run")
    parser.add_argument("--count", type=int, default=60, help="changes a module (60)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", type=int, help="the numbers of the changes to make, as printed")
    parser.add_argument("--at-least", type=int, default=0, help="fail if fewer are seen in a module")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    os.chdir(ROOT)
    return parser.parse_args()


def _chosen(source: str, count: int, seed: int) -> list[int]:
    """The numbers of the changes to try, always the same for one source, count and seed."""
    known = range(len(changes(ast.parse(source))))
    return sorted(random.Random(seed).sample(known, min(count, len(known))))


def _trial(compiled: Path, module: Path, number: int, tests: list[str]) -> Trial:
    """Make a change in a copy of the compiled program and run the tests on it."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    before, after = ast.unparse(tree), ast.unparse(changed(tree, number))
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), str(module), "", n=1, lineterm="")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "src")
        shutil.copytree(compiled, copy)
        Path(folder, module).write_text(after, encoding="utf-8")
        seen = _fails(copy, tests)
    return Trial(module, number, seen, "\n".join(f"    {line}" for line in list(lines)[2:]))


def _fails(source: Path, tests: list[str]) -> bool:
    """Whether the tests fail on this copy of the program, or do not end."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    variables = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        return True
    if done.returncode > 1:  # not a failed test: nothing was run
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return bool(done.returncode)


if __name__ == "__main__":
    sys.exit(main())
