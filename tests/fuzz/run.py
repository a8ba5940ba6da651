"""Feed the program made-up input for as long as you like, and keep what it cannot bear.

    python tests/fuzz/run.py --minutes 60 --seed 1

Exits with 0 if every input was answered, with 1 if not; each input that was not is a file in --save.
"""

import argparse
import faulthandler
import os
import re
import resource
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Flaky

sys.path.insert(0, str(Path(__file__).parents[1]))  # with needs.py, as for pytest

import fuzzing
import kinds

BATCH = 200  # inputs of a kind that one seed makes, fewer of slow ones
APART = 50  # of so many inputs one is given to a process of its own
MEMORY = 6 << 30  # bytes of addresses; DuckDB and its threads keep two or three GiB of them that hold nothing
QUIET = settings(
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    report_multiple_bugs=False,
)


def main():
    """Run until the time is over; 0 if nothing was found."""
    options = _options()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    options.save.mkdir(parents=True, exist_ok=True)
    os.chdir(fuzzing.ROOT)
    end = time.monotonic() + options.minutes * 60
    tried, codes, found = Counter(), Counter(), 0
    number = options.seed
    while time.monotonic() < end:
        for kind in options.kind or kinds.KINDS:
            if time.monotonic() < end:
                found += not _batch(kind, number, tried, codes, options)
        number += 1
    each = ", ".join(f"{count:,} {kind}" for kind, count in tried.items())
    answers = ", ".join(f"{code}: {count:,}" for code, count in sorted(codes.items()))
    print(f"{tried.total():,} inputs ({each}); exit codes {answers}; {found} not answered as they should be")
    return 1 if found else 0


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10, help="how long (%(default)s)")
    parser.add_argument(
        "--seed", type=int, default=1, help="where to begin; other seeds, other input (%(default)s)"
    )
    parser.add_argument("--kind", action="append", choices=list(kinds.KINDS), help="only this kind of input")
    parser.add_argument(
        "--save", type=Path, default=Path("fuzz-found"), help="folder for inputs (%(default)s)"
    )
    options = parser.parse_args()
    options.save = options.save.absolute()
    return options


def _batch(kind, number, tried, codes, options):
    """Try the inputs of one kind and one seed; whether all were answered as they should be."""
    last = None
    current = options.save / f"running-{os.getpid()}"

    @seed(number)
    @settings(QUIET, max_examples=BATCH // kinds.SLOW.get(kind, 1))
    @given(kinds.KINDS[kind])
    def attempt(one):
        nonlocal last
        last = one
        tried[kind] += 1
        current.write_bytes(_written(one))  # stays if the process is killed
        faulthandler.dump_traceback_later(6 * fuzzing.SECONDS, exit=True)  # what no signal can stop
        codes[fuzzing.attempt(one)] += 1
        if tried[kind] % APART == 0:
            _apart(one)

    try:
        attempt()
    except Flaky:
        _keep(kind, number, last, options.save)
        return False
    except Exception:  # noqa: BLE001  # whatever the program lets through is what is looked for
        _keep(kind, number, last, options.save)
        return False
    finally:
        faulthandler.cancel_dump_traceback_later()
        current.unlink(missing_ok=True)
    return True


def _apart(one):
    """The same input in a process of its own, where nothing catches what the program lets through."""
    with fuzzing.placed(one) as (here, folder):
        try:
            arguments = [os.fsencode(argument) for argument in here.arguments]
        except UnicodeEncodeError:
            return  # such arguments no shell can give
        if any(b"\0" in argument for argument in arguments):
            return
        done = subprocess.run(
            [sys.executable, "-m", "edureport", *arguments],
            check=False, input=here.data, capture_output=True, timeout=60,
            env=os.environ | {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")},
        )  # fmt: skip
    if done.returncode not in (0, 1, 2) or b"Traceback" in done.stderr:
        raise fuzzing.WrongError(f"apart: {done.returncode} {done.stderr[-500:]!r}")


def _keep(kind, number, one, folder):
    path = folder / f"{kind}-{number}"
    path.write_bytes(_written(one))
    found = traceback.format_exc()
    path.with_suffix(".txt").write_text(found, encoding="utf-8", errors="backslashreplace")
    said = next((line for line in reversed(found.splitlines()) if re.match(r"[\w.]+: ", line)), "")
    print(f"{path}: {said[:300]}", file=sys.stderr)


def _written(one):
    """The arguments on the first line, the files on the next, then standard input as it is."""
    return ascii(list(one.arguments)).encode() + b"\n" + ascii(one.files).encode() + b"\n" + one.data


if __name__ == "__main__":
    sys.exit(main())
