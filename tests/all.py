"""Set up a virtual environment and run everything that a change must pass: `python3 tests/all.py`.

Needs Python 3.11 or newer with pip and venv, nothing else. Arguments go to pytest.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STEPS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest",),
)


def main() -> int:
    """Run the steps, all of them even if one fails; 0 if every one passed."""
    if sys.version_info < (3, 11):  # noqa: UP036  # what an older one is told
        sys.exit("edureport needs Python 3.11 or newer")
    if not (BIN / "python").exists() and not (BIN / "python.exe").exists():
        run(sys.executable, "-m", "venv", str(VENV))
    # Dependency groups (PEP 735) need pip 25.1.
    setup = [("--upgrade", "pip>=25.1"), ("--editable", ".", "--group", "test")]
    for arguments in setup:
        if run(str(BIN / "python"), "-m", "pip", "install", "--quiet", *arguments):
            return 1
    failed = []
    for name, *arguments in STEPS:
        extra = sys.argv[1:] if name == "pytest" else []
        if run(str(BIN / name), *arguments, *extra):
            failed.append(" ".join([name, *arguments]))
    if failed:
        print("failed: " + ", ".join(failed))
    return 1 if failed else 0


def run(*command: str) -> int:
    """Run a command at the top of the checkout, showing it; returns its exit code."""
    print("$", Path(command[0]).name, *command[1:], flush=True)
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
