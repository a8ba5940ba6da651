"""Compare what the program prints with the truth, for as many random cases as you like.

    python tests/oracle/run.py --cases 1000000 --seed 1

Prints each kind of disagreement once, with the report as small as it can be, and how often every branch was
met. Exits with 0 if there is no disagreement, with 1 if there is.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from batches import KINDS, SIZE, TURNS, batch

BATCH = 50  # runs that a process is given at once


def main():
    """Run all cases; 1 if something was found."""
    options = _options()
    runs = -(-options.cases // SIZE)
    turns = options.kind or TURNS
    step = 2 if options.first else BATCH
    jobs = [(options.seed, first, min(first + step, runs), turns) for first in range(0, runs, step)]
    counts, found, began = Counter(), {}, time.monotonic()
    with ProcessPoolExecutor(options.processes) as pool:
        done = map(batch, jobs) if options.processes == 1 else pool.map(batch, jobs)
        for number, (counted, findings) in enumerate(done, start=1):
            counts += counted
            for name, text in findings:
                if name not in found:
                    print(f"== {name}\n{text}\n", file=sys.stderr, flush=True)
                found.setdefault(name, []).append(text)
            if found and options.first:
                break
            if number * step % 2500 == 0:
                print(f"{number * step * SIZE:,} cases, {len(found)} kinds of findings", file=sys.stderr)
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
    parser.add_argument("--kind", action="append", choices=KINDS, help="only this kind of cases")
    parser.add_argument("--processes", type=int, default=2, help="at the same time (%(default)s)")
    parser.add_argument("--first", action="store_true", help="end with the first finding")
    parser.add_argument("--least", type=int, default=0, help="name the branches met less often")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
