"""Makes system calls of the program fail, one at a time, while it writes a file; needs strace.

    python tests/programs/injected.py [--faults 5000] [--seed 1]

Whatever fails, the file is the new one as it should be and the exit code is that of success, or the old one
is as it was, the exit code is 2 and a message says why. Nothing else is left in the folder. Each case that
is otherwise is listed; at the end stands how many ended how. Exits with 1 if something was listed.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = str(ROOT / "data/report_2025q3.yaml")
TEXT = str(ROOT / "docs/examples/nine-months.en.txt")
COMMANDS = {
    "summary": (SOURCE, "-o", "new.csv"),
    "targets": (SOURCE, "-o", "new.html"),
    "check": (SOURCE, "-o", "new.json"),
    "audit": (TEXT, "--data", SOURCE, "-o", "new.xlsx"),
    "draft": (TEXT, "--force", "-o", "new.yaml"),
}
CALLS = {  # of the calls that write a file, with the errors that their manual pages name
    "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG"),
    "openat": ("EACCES", "EMFILE", "ENFILE", "EROFS", "ENOSPC"),
    "fsync": ("EIO", "EINVAL", "ENOSPC"),
    "chmod,fchmod,fchmodat": ("EPERM", "EROFS", "EIO"),
    "chown,fchown,fchownat": ("EPERM", "EROFS", "EIO"),
    "rename,renameat,renameat2": ("EACCES", "EXDEV", "EBUSY", "EIO", "EROFS"),
    "link,linkat": ("EPERM", "EMLINK", "EACCES"),
    "unlink,unlinkat": ("EACCES", "EBUSY", "EIO"),
    "close": ("EIO", "ENOSPC"),
    "lseek": ("EINVAL", "ESPIPE"),
    "newfstatat,fstat,stat,lstat": ("EACCES", "EIO", "ENOMEM"),
    "mmap": ("ENOMEM",),
    "read": ("EIO", "EINTR"),
}
OLD = "the old one\n"
SUCCESS = (0, 1)
MOST = {
    "openat": 400,
    "newfstatat,fstat,stat,lstat": 900,
    "read": 500,
    "mmap": 200,
    "close": 400,
    "lseek": 300,
}
FEW = 8  # of the other calls


def main() -> int:
    """Run all; 1 if something was listed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--faults", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # the same faults again
    expected = {command: _run(command, None)[1] for command in COMMANDS}
    cases = []
    for _ in range(options.faults):
        command, calls = chance.choice(list(COMMANDS)), chance.choice(list(CALLS))
        number = chance.randint(1, MOST.get(calls, FEW))
        cases.append((command, f"{calls}:error={chance.choice(CALLS[calls])}:when={number}"))
    counts: Counter[str] = Counter()
    began = time.monotonic()
    with ThreadPoolExecutor(options.processes) as pool:
        for (command, fault), answer in zip(cases, pool.map(lambda one: _run(*one), cases), strict=True):
            wrong = _wrong(expected[command], answer)
            counts[f"{command} ends with {answer[0]}"] += 1
            if wrong:
                counts["to be looked at"] += 1
                print(f"{command}, {fault}: {wrong}; {answer[3][:200]!r}", flush=True)
    print(f"{len(cases):,} faults in {time.monotonic() - began:.0f} s")
    for name, count in sorted(counts.items()):
        print(f"{count:>8,}  {name}")
    return 1 if counts["to be looked at"] else 0


def _run(command: str, fault: str | None) -> tuple[int, bytes | None, list[str], str]:
    """The exit code, the file afterwards, what else lies in the folder, and what was said."""
    arguments = COMMANDS[command]
    with tempfile.TemporaryDirectory() as folder:
        name = arguments[-1]
        (Path(folder) / name).write_text(OLD, encoding="utf-8")
        traced = () if fault is None else ("strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={fault}")
        kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
        done = subprocess.run(
            [*traced, sys.executable, "-m", "edureport", command, *arguments, "--lang", "en"],
            check=False,
            cwd=folder,
            capture_output=True,
            timeout=120,
            env={**kept, "LANG": "C.UTF-8"},
        )
        there = Path(folder) / name
        data = there.read_bytes() if there.exists() else None
        left = [path.name for path in Path(folder).iterdir() if path.name != name]
    return done.returncode, data, left, done.stderr.decode("utf-8", "replace")


def _wrong(expected: bytes | None, answer: tuple[int, bytes | None, list[str], str]) -> str:
    """What is wrong with an answer; empty if nothing is."""
    code, data, left, said = answer
    if data not in (expected, OLD.encode()):
        return f"the file is neither the old nor the new one (ends with {code})"
    if left:
        return f"leaves {left}"
    if code in SUCCESS:
        return "" if data == expected else f"ends with {code}, but the file is the old one"
    if data == expected:
        return f"ends with {code}, but the file is the new one"
    if code == 2 and "edureport: " in said:
        return ""
    return f"ends with {code}"


if __name__ == "__main__":
    sys.exit(main())
