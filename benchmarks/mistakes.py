"""How long files with many mistakes take to be answered: each a run of the program, start-up included.

    python benchmarks/mistakes.py

Exits with 1 if a thousand mistakes of some kind take two seconds or more.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 2.0  # seconds, for FEW mistakes
FEW, MANY = 1_000, 100_000
HEAD = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}}
indicators:
"""
KINDS = {
    "a mistyped value": "  i{n}: {{label: L, unit: school, kind: stock, value: mor than {n}}}\n",
    "a mistyped unit": "  i{n}: {{label: L, unit: scool, kind: stock, value: {n}}}\n",
    "an unknown key": "  i{n}: {{label: L, unit: school, kind: stock, valeu: {n}}}\n",
    "a claim of nothing": "  i{n}: {{label: L, unit: school, kind: stock, value: all of j{n}}}\n",
    "a key twice": "  twice: {n}\n",
    "a tag": "  i{n}: !x y\n",
    "a tab": "\t\n",
}


def main() -> int:
    """Measure and print a line for each kind of mistake."""
    slow = False
    print(f"{'':20} {FEW:>9,} {'':9} {MANY:>9,}")
    with tempfile.TemporaryDirectory(prefix="edureport-mistakes-") as name:
        folder = Path(name)
        for kind, line in KINDS.items():
            few, many = (_seconds(folder / f"{size}.yaml", line, size) for size in (FEW, MANY))
            slow |= few >= LIMIT
            print(f"{kind:20} {few:7.2f} s {'missed' if few >= LIMIT else 'met':9} {many:7.2f} s", flush=True)
        files = [
            _made(folder / f"several-{number}.yaml", KINDS["a mistyped value"], FEW) for number in range(5)
        ]
        print(f"{'five such files':20} {_run(files):7.2f} s")
    return int(slow)


def _made(path: Path, line: str, size: int) -> Path:
    path.write_text(HEAD + "".join(line.format(n=number) for number in range(size)), encoding="utf-8")
    return path


def _seconds(path: Path, line: str, size: int) -> float:
    return _run([_made(path, line, size)])


def _run(files: list[Path]) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "edureport", "check", *files], check=False, capture_output=True
    )
    if done.returncode != 2 or len(done.stderr.splitlines()) != 51:
        raise RuntimeError(done.stderr.decode()[-1000:])
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
