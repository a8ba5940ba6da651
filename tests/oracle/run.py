"""Compare what the program prints with the truth, for as many random cases as you like.

    python tests/oracle/run.py --cases 1000000 --seed 1

Prints each kind of disagreement once, with the report as small as it can be, and how often every branch was
met. Exits with 0 if there is no disagreement, with 1 if there is.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import comparison
import program

SIZE = 40  # cases in one run of the program
BATCH = 50  # runs that a process is given at once
KINDS = (comparison.targets,) * 3 + (comparison.changes, comparison.shares, comparison.quarters)


def main():
    """Run all cases; 1 if something was found."""
    options = _options()
    runs = -(-options.cases // SIZE)
    jobs = [(options.seed, first, min(first + BATCH, runs)) for first in range(0, runs, BATCH)]
    counts, found, began = Counter(), {}, time.monotonic()
    with ProcessPoolExecutor(options.processes) as pool:
        for number, (counted, findings) in enumerate(pool.map(batch, jobs), start=1):
            counts += counted
            for name, text in findings:
                found.setdefault(name, []).append(text)
            if number % 50 == 0:
                print(f"{number * BATCH * SIZE:,} cases, {len(found)} kinds of findings", file=sys.stderr)
    for name, texts in sorted(found.items(), key=lambda one: -len(one[1])):
        print(f"== {len(texts)} times: {name}\n{min(texts, key=len)}\n")
    for branch, count in sorted(counts.items()):
        print(f"{count:>9,}  {branch}")
    rare = [branch for branch, count in counts.items() if count < options.least]
    total = sum(map(len, found.values()))
    print(
        f"{runs * SIZE:,} cases in {time.monotonic() - began:.0f} s, {total:,} findings of {len(found)} kinds"
    )
    if rare:
        print(f"under {options.least} times: {', '.join(sorted(rare))}")
    return 1 if found else 0


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=100_000, help="how many (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="other seeds, other cases (%(default)s)")
    parser.add_argument("--processes", type=int, default=2, help="at the same time (%(default)s)")
    parser.add_argument("--least", type=int, default=0, help="name the branches met less often")
    return parser.parse_args()


def batch(job):
    """The branches met and the findings, each with a name for its kind, of some runs of a seed."""
    seed, first, last = job
    counts, findings = Counter(), []
    with program.folder() as folder:
        for number in range(first, last):
            chance = random.Random(f"{seed}-{number}")
            kind = KINDS[number % len(KINDS)]
            found = list(kind(chance, SIZE, folder, counts))
            findings += [(_name(finding), _text(finding, folder)) for finding in found]
    return counts, findings


def _name(finding):
    """What is wrong without the numbers, so that one fault has one name."""
    first = re.sub(r"-?[\d.]+(e[+-]?\d+)?", "#", finding.wrong[0]).split("\n")[0]
    return f"{finding.options[0]}: {first}"


def _text(finding, folder):
    """The reports with this case alone, what was asked, and what is wrong."""
    small = comparison.again(finding, folder) or finding
    files = small.sheaf.files() if small is not finding else small.sheaf.only(small.case).files()
    alone = "" if small is not finding else "(not found again in a report of its own)\n"
    reports = "".join(f"--- {name}\n{_bare(text)}" for name, text in files.items())
    wrong = "\n".join(f"!!! {line}" for line in small.wrong)
    return f"{alone}{reports}$ edureport {' '.join(small.options)}\n{wrong}"


def _bare(text):
    """A report without what is the same in all of them."""
    lines = text.splitlines(keepends=True)
    keep = ("report:", "indicators:", "targets:", "  x", "  t_")
    return "".join(line for line in lines if line.startswith(keep))


if __name__ == "__main__":
    sys.exit(main())
