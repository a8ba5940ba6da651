"""Set up a virtual environment and run everything that a change must pass: `python3 tests/all.py`.

Needs Python 3.11 or newer with pip and venv, nothing else. Arguments go to pytest. With `--lowest` as
the first, pytest alone runs, with the lowest versions of its dependencies that the program allows.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
VENV = ROOT / ".venv"
LOWEST = VENV / "lowest"  # a virtual environment of the lowest versions alone, without tools
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
# On every processor; each begins with a stretch of neighbours, which share what is made once.
PYTEST = ("pytest", "--numprocesses", "auto", "--dist", "worksteal")
# What other versions of the dependencies are most likely to break: where one of them is called.
NEAR_DEPENDENCIES = (
    "tests/authoring/test_fmt.py",
    "tests/commands/test_draft.py",
    "tests/commands/test_golden.py",
    "tests/document/test_formats.py",
    "tests/document/test_word.py",
    "tests/formats",
    "tests/prose/test_stems.py",
    "tests/reading/tables",
    "tests/reading/test_broken.py",
    "tests/reading/test_nodes.py",
    "tests/test_cli.py",
)
REFUSED = """\
pip has not installed what {file} pins; above it says why.
If it finds no version: it needs an index that has them, as configured for pip.
If hashes differ: the index serves other files than those that were pinned, as a mirror does that packs
them anew. Configure another index for pip; do not change the hashes to fit."""


def main() -> int:
    """Run the steps, all of them even if one fails; 0 if every one passed."""
    if sys.version_info < (3, 11):  # noqa: UP036  # what an older one is told
        sys.exit("edureport needs Python 3.11 or newer")
    set_up()
    arguments = sys.argv[1:]
    if arguments[:1] == ["--lowest"]:
        return run_tool(*tests(arguments[1:]), first=library(LOWEST))
    failed = [" ".join(tool) for tool in (*CHECKS, tests(arguments)) if run_tool(*tool)]
    if not arguments and run_tool(*PYTEST, *NEAR_DEPENDENCIES, first=library(LOWEST)):
        failed.append("pytest with the lowest versions")
    if failed:
        print("failed: " + ", ".join(failed))
    return 1 if failed else 0


def tests(arguments: list[str]) -> tuple[str, ...]:
    """The command that runs the tests; a few are quicker on one processor, and golden files need it."""
    return ("pytest", *arguments) if arguments else PYTEST


def set_up() -> None:
    """Install what is pinned, and the program without asking an index for anything more."""
    if not python(VENV).exists():
        run([sys.executable, "-m", "venv", str(VENV)])
    if not python(LOWEST).exists():
        run([str(python(VENV)), "-m", "venv", "--without-pip", str(LOWEST)])
    install_pinned(VENV, "requirements/test.txt")
    install_pinned(LOWEST, "requirements/lowest.txt")
    if pip(VENV, "--no-deps", "--no-build-isolation", "--editable", "."):
        sys.exit("pip has not installed edureport itself; above it says why")


def install_pinned(venv: Path, file: str) -> None:
    """Install a file of pins; nothing is built, for what a build would fetch is pinned nowhere."""
    if pip(venv, "--require-hashes", "--only-binary", ":all:", "--requirement", file):
        sys.exit(REFUSED.format(file=file))


def pip(venv: Path, *arguments: str) -> int:
    """Install into a virtual environment with the pip of the first one; returns its exit code."""
    tool = [str(python(VENV)), "-m", "pip", "--python", str(python(venv)), "--disable-pip-version-check"]
    return run([*tool, "install", "--quiet", *arguments])


def run_tool(name: str, *arguments: str, first: Path | None = None) -> int:
    """Run a tool that is installed; its packages are looked for in the folder `first` first."""
    return run([str(VENV / SCRIPTS / name), *arguments], {"PYTHONPATH": str(first)} if first else {})


def run(command: list[str], variables: dict[str, str] | None = None) -> int:
    """Run a command at the top of the checkout, showing it; returns its exit code."""
    variables = variables or {}
    shown = [f"{name}={value}" for name, value in variables.items()]
    print("$", *shown, Path(command[0]).name, *command[1:], flush=True)
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=False).returncode


def python(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def library(venv: Path) -> Path:
    """The folder of the packages of a virtual environment."""
    return next(venv.rglob("site-packages"))


if __name__ == "__main__":
    sys.exit(main())
