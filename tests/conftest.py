"""What the tests share: the program, in this process or as a real one, its tables, workbooks read back."""

import io
import os
import re
import subprocess
import sys
import zipfile
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from hypothesis import settings

from edureport import cli, output

# A change passes or fails by what it does, not by chance; look for new examples by hand:
# HYPOTHESIS_PROFILE=explore pytest
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=40)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

ROOT = Path(__file__).parents[1]
SOURCE = "data/report_2025q3.yaml"
SMALL = """\
edureport: 1
report: {id: examples-2025, organisation: City of Examples, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}}
sections: {network: School network}
"""
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


class Result(NamedTuple):
    """What a run of the program left behind."""

    code: int
    data: bytes
    errors: str

    @property
    def text(self):
        return self.data.decode()

    @property
    def lines(self):
        return self.text.splitlines()


class Cell(NamedTuple):
    """A cell of a sheet; the kind is text, number or date (a number shown as one), the look its format."""

    name: str
    kind: str
    value: str
    look: str = ""


def run_here(*arguments, env=None, folder=ROOT, stdin=b""):
    """The program in this process, with nothing of the tester's own environment."""
    data, errors = io.BytesIO(), io.StringIO()
    with (
        chdir(folder),
        mock.patch.dict(os.environ, {"TERM": "xterm-256color", **(env or {})}, clear=True),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(data, "utf-8", write_through=True)),
        mock.patch.object(sys, "stderr", errors),
    ):
        code = cli.run([str(argument) for argument in arguments])
        sys.stdout.detach()
    return Result(code, data.getvalue(), errors.getvalue())


def clean_environment(env=None):
    """The environment of a real run: what Python needs to find the program, and what the test wants."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", **(env or {})}


def run_apart(*arguments, env=None, folder=ROOT, stdin=b"", code=None):
    """The program as a process of its own; `code` is Python to run in its place."""
    start = ["-c", code] if code else ["-m", "edureport"]
    done = subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        check=False,
        cwd=folder,
        env=clean_environment(env),
        input=stdin,
        capture_output=True,
        timeout=60,
    )
    return Result(done.returncode, done.stdout, done.stderr.decode())


@pytest.fixture(scope="session", autouse=True)
def _at_the_top():
    """Paths in the tests are those that a user at the top of the checkout gives."""
    with chdir(ROOT):
        yield


@pytest.fixture(scope="session")
def run():
    """`run("summary", "-f", "csv", env={…}, folder=…, stdin=b"…")` in this process."""
    return run_here


@pytest.fixture(scope="session")
def program():
    """The same as a process of its own."""
    return run_apart


@pytest.fixture(scope="session")
def environment():
    """`environment({…})`: what a process of its own is given."""
    return clean_environment


@pytest.fixture(scope="session")
def made_by():
    """`made_by("summary")`: the table that a command makes, and how it would write it."""

    def make(*arguments, **options):
        made = []
        with mock.patch("edureport.output.write", lambda table, choice, _: made.append((table, choice))):
            done = run_here(*arguments, **options)
        assert made, done.errors
        return made[0]

    return make


@pytest.fixture(scope="session")
def table_of(made_by):
    """`table_of("summary")`: the table alone."""
    return lambda *arguments, **options: made_by(*arguments, **options)[0]


@pytest.fixture(scope="session")
def piped():
    """`piped(table, choice)`: the bytes that a pipe gets of a result."""

    def write(result, choice):
        data = io.BytesIO()
        with mock.patch("sys.stdout", io.TextIOWrapper(data, "utf-8")):
            output.write(result, choice, {})
            return data.getvalue()

    return write


@pytest.fixture
def report(tmp_path):
    """`report("…")`: the path of a small report with these lines after its head."""

    def write(rest, name="report.yaml"):
        path = tmp_path / name
        path.write_text(SMALL + rest, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def read_xlsx():
    """`read_xlsx(data)`: the cells of a sheet of an Excel file, row by row; the first one unless told."""
    return _read_xlsx


def _read_xlsx(data, number=1):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
        styles = ET.fromstring(book.read("xl/styles.xml"))
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            strings = ET.fromstring(book.read("xl/sharedStrings.xml"))
            shared = ["".join(text.itertext()) for text in strings]
    formats = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(_SHEET + "numFmt")}
    looks = [formats.get(one.get("numFmtId"), "") for one in styles.find(_SHEET + "cellXfs")]
    return [[_cell(cell, shared, looks) for cell in row] for row in sheet.iter(_SHEET + "row")]


def _cell(cell, shared, looks):
    name, text = cell.get("r"), "".join(cell.itertext())
    match cell.get("t"):
        case "s":
            return Cell(name, "text", shared[int(text)])
        case "inlineStr" | "str":
            return Cell(name, "text", text)
    look = looks[int(cell.get("s", "0"))]
    shown = f"{float(text):.15g}"  # Excel knows 15 digits; XlsxWriter writes 16
    words = re.sub(r'\\.|"[^"]*"', "", look)
    return Cell(name, "date" if re.search("[dmy]", words) else "number", shown, look)
