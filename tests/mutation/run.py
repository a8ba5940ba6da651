"""Break the program on purpose, one small change at a time, and count how many changes the tests see.

    python tests/mutation/run.py --count 60 --seed 1 --tests tests/model -- src/edureport/model/period.py

Each module gets so many changes, chosen at random by the seed: a comparison turned round, a condition
negated, a word dropped from a list of words, a number one larger. Only the tests that run the changed
statement are run, each time in a fork of this process that imports the module with its change: a test
that starts the program as a process of its own sees none. A change that no test sees is printed as a
difference, with the reason if `harmless.tsv` has it as one that changes nothing; else a test is missing.
"""

import argparse
import ast
import csv
import difflib
import multiprocessing
import os
import random
import sys
from functools import partial
from pathlib import Path
from typing import NamedTuple

from changes import changed, changes, lines
from running import IMPORT, fails, reached

ROOT = Path(__file__).parents[2]
HARMLESS = Path(__file__).with_name("harmless.tsv")


class Trial(NamedTuple):
    """One change of a module, and whether the tests saw it."""

    number: int
    seen: bool
    difference: list[str]


def main() -> int:
    """Run the trials; 1 if a module has fewer changes that are seen than `--at-least`."""
    wanted = _arguments()
    reasons = _reasons()
    too_few = False
    for module in wanted.modules:
        source = module.read_text(encoding="utf-8")
        numbers = wanted.only or _chosen(source, wanted.count, wanted.seed)
        with multiprocessing.get_context("fork").Pool(wanted.jobs, maxtasksperchild=1) as pool:
            tests = pool.apply(reached, (module, wanted.tests))
            trials = pool.map(partial(_trial, module, source, wanted.tests, tests), numbers, chunksize=1)
        seen = sum(trial.seen for trial in trials)
        too_few |= seen < min(wanted.at_least, len(trials))
        print(f"{module}: {seen} of {len(trials)} changes seen")
        for trial in trials:
            if not trial.seen:
                reason = reasons.get((module.as_posix(), *_sides(trial.difference)))
                print(f"  {trial.number}, {f'changes nothing: {reason}' if reason else 'not seen'}:")
                print("\n".join(f"    {line}" for line in trial.difference))
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


def _reasons() -> dict[tuple[str, str, str], str]:
    """Why a change changes nothing, by its module and its lines before and after, which have to be there."""
    with HARMLESS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    modules = {row["module"] for row in rows}
    sources = {name: ast.unparse(ast.parse((ROOT / name).read_text(encoding="utf-8"))) for name in modules}
    lines_of = {name: " ".join(map(str.strip, source.splitlines())) for name, source in sources.items()}
    gone = [row["before"] for row in rows if row["before"] not in lines_of[row["module"]]]
    assert not gone, f"{HARMLESS.name} has lines that are gone: {gone}"
    return {(row["module"], row["before"], row["after"]): row["reason"] for row in rows}


def _chosen(source: str, count: int, seed: int) -> list[int]:
    """The numbers of the changes to try, always the same for one source, count and seed."""
    known = range(len(changes(ast.parse(source))))
    return sorted(random.Random(seed).sample(known, min(count, len(known))))


def _trial(module: Path, source: str, tests: list[str], reaching: dict[int, set[str]], number: int) -> Trial:
    """Make a change and run the tests that reach it."""
    before = ast.parse(source)
    after = changed(before, number)
    wanted = set().union(*(reaching.get(line, ()) for line in lines(before, number)))
    if IMPORT in wanted:
        wanted = set().union(*reaching.values())
    seen = bool(wanted) and fails(module, after, tests, wanted)
    old, new = (ast.unparse(tree).splitlines() for tree in (before, after))
    difference = list(difflib.unified_diff(old, new, str(module), "", n=1, lineterm=""))
    return Trial(number, seen, difference[2:])


def _sides(difference: list[str]) -> tuple[str, str]:
    """The lines of a difference as they were and as they are, with the ones around them."""
    before, after = (
        " ".join(line[1:].strip() for line in difference if line.startswith((" ", sign))).strip()
        for sign in "-+"
    )
    return before, after


if __name__ == "__main__":
    sys.exit(main())
