"""The programs that are measured: edureport and its peers, found or installed into a folder."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

from measure import environment, give_up

CHECKOUT = Path(__file__).resolve().parents[1]
HELLO = """\
import typer

app = typer.Typer()


@app.command()
def main(name: str = "world") -> None:
    print("hello", name)


app()
"""


class Programs(NamedTuple):
    """Where the programs are; `python` has edureport and the Typer of the hello world."""

    python: str
    edureport: str
    hello: str
    csvlook: str
    hledger: str | None

    def versions(self) -> str:
        """The versions of what is measured, on one line."""
        csvkit = _said(self.csvlook, "--version").split()[-1]
        hledger = _said(self.hledger, "--version").split(",")[0] if self.hledger else "no hledger"
        names = ("edureport", "typer")
        asked = "import sys, importlib.metadata as m; print(*map(m.version, sys.argv[1:]))"
        found = zip(names, _said(self.python, "-c", asked, *names).split(), strict=True)
        ours = ", ".join(f"{name} {version}" for name, version in found)
        return f"{_said(self.python, '--version')}, {ours}, csvkit {csvkit}, {hledger}"


def find(folder: Path, python: Path | None, csvlook: Path | None) -> Programs:
    """The programs, installed into `folder` where no place of theirs is given; all byte-compiled."""
    for given in filter(None, (python, csvlook)):
        if not given.exists():
            give_up(f"there is no {given}")
    python = python or _install(folder / "edureport", str(CHECKOUT))
    csvlook = csvlook or _install(folder / "csvkit", "csvkit").with_name("csvlook")
    _compile(python)
    hello = folder / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    return Programs(
        python=str(python.absolute()),  # a link stays a link: that is how Python knows its environment
        edureport=str(python.absolute().with_name("edureport")),
        hello=str(hello),
        csvlook=str(csvlook.absolute()),
        hledger=shutil.which("hledger"),
    )


def _install(folder: Path, package: str) -> Path:
    """The Python of a new virtual environment with `package`."""
    print(f"installing {package} …", file=sys.stderr)
    venv.create(folder, with_pip=True, symlinks=True)
    python = folder / "bin" / "python"
    _said(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package)
    return python


def _compile(python: Path) -> None:
    """Compile edureport to byte code, wherever it is installed and whatever made it so."""
    asked = "import pathlib, edureport; print(pathlib.Path(edureport.__file__).parent)"
    package = _said(str(python), "-c", asked)
    _said(str(python), "-m", "compileall", "-q", package)


def _said(*arguments: str) -> str:
    """What a program prints; ends this program if it fails."""
    done = subprocess.run(arguments, capture_output=True, text=True, env=environment(), check=False)
    if done.returncode:
        give_up(f"exit code {done.returncode}: {' '.join(arguments)}\n{done.stderr}")
    return done.stdout.strip()
