"""The examples of the documentation: commands print what stands below them, files load, Python runs.

A block of `console` holds lines that start with `$ ` and below each what it prints; a line of `…` stands
for any lines. What cannot be run here (installing, other programs) stands in blocks of `sh`. A block of
`yaml` after `<!-- loads -->` is a whole report; with the name of a file, `<!-- loads: FILE -->`, it is that
file. A block of `python` is a doctest. `pytest --update-golden` writes what commands print into the pages;
beside a line of `…` a line is written anew by the one most like it, so look at what it wrote.
"""

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from difflib import get_close_matches, unified_diff
from pathlib import Path
from typing import NamedTuple

import pytest

from edureport.reading.load import load_all

ROOT = Path(__file__).parents[2]
PAGES = (
    *sorted(ROOT.glob("README*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "examples" / "README.md",
)
RUN = ("console", "python")
_BLOCK = re.compile(
    r"(?:^<!-- (?P<loads>loads)(?:: (?P<file>\S+))? -->\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_ELSEWHERE = re.compile(r"[|<>;&$()`]")  # a shell has to read these
LEFT_OUT = "…"


class Block(NamedTuple):
    """A fenced block of a page."""

    page: Path
    line: int
    language: str
    body: str
    loads: str | None
    file: str | None

    @property
    def name(self):
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page):
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page, text.count("\n", 0, found.start("body")), *found.group("language", "body", "loads", "file")
        )
        for found in _BLOCK.finditer(text)
    ]


BLOCKS = [block for page in PAGES for block in blocks(page)]


def commands(block):
    """Each command of a block with the lines that it is to print."""
    found = []
    for line in block.body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            assert found, f"{block.name} starts with no command"
            found[-1][1].append(line)
    return found


@pytest.fixture
def folder(tmp_path):
    """A folder that looks like the top of the checkout, where examples may write files."""
    for name in ("data", "examples", "docs"):
        (tmp_path / name).symlink_to(ROOT / name, target_is_directory=True)
    return tmp_path


@pytest.fixture
def printed(run, environment, folder):
    """`printed(line, code)`: what a command prints, and its exit code; `code` is that of the one before."""

    def perform(line, code):
        if line == "echo $?":
            return f"{code}\n", 0
        assert "edureport " in line, f"no run of edureport, so it belongs into a block of sh: {line}"
        words = shlex.split(line)
        if words[0] == "edureport" and not _ELSEWHERE.search(re.sub(r"'[^']*'", "", line)):
            done = run(*words[1:], folder=folder)
            return done.text + done.errors, done.code
        python = shlex.quote(sys.executable)
        done = subprocess.run(
            [shutil.which("sh") or "sh", "-c", f'edureport() {{ {python} -m edureport "$@"; }}; {line}'],
            check=False,
            cwd=folder,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
        )
        return done.stdout.decode(), done.returncode

    return perform


def agrees(said, expected):
    """Whether a text is what a page says; a line of LEFT_OUT stands for any lines, or none."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, said) is not None


def named(languages):
    return [pytest.param(block, id=block.name) for block in BLOCKS if block.language in languages]


@pytest.mark.parametrize("block", named(["console"]))
def test_a_command_prints_what_stands_below_it(printed, block, request):
    code, update = 0, request.config.getoption("--update-golden")
    made = []
    for line, expected in commands(block):
        said, code = printed(line, code)
        made += [f"$ {line}\n", said if LEFT_OUT not in expected else updated(expected, said)]
        difference = unified_diff(expected, said.splitlines(), "the page", "the program", lineterm="")
        assert update or agrees(said, expected), "\n".join([f"{block.name}: $ {line}", *difference])
    if update:
        page = block.page.read_text(encoding="utf-8")
        block.page.write_text(page.replace(block.body, "".join(made), 1), encoding="utf-8")


def updated(expected, said):
    """The lines of a page with each as the program prints the one most like it now."""
    lines = said.splitlines()
    near = ("".join(get_close_matches(line, lines, 1, 0.6)) or line for line in expected)
    return "".join(f"{line}\n" for line in (near if said else expected))


@pytest.mark.parametrize("block", [pytest.param(b, id=b.name) for b in BLOCKS if b.loads])
def test_a_report_of_a_page_loads(tmp_path, block):
    path = tmp_path / "report.yaml"
    if block.file:  # it may name tables beside it
        path = block.page.parent / block.file
        assert path.read_text(encoding="utf-8") == block.body
    else:
        path.write_text(block.body, encoding="utf-8")
    assert all(len(report) > 0 for report in load_all([str(path)]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_python_of_a_page_runs(folder, page):
    names, failures = {}, []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    with chdir(folder):
        for block in blocks(page):
            if block.language == "python":
                assert ">>> " in block.body, f"{block.name} is no doctest"
                where = (block.name, block.name, block.line)
                test = doctest.DocTestParser().get_doctest(block.body, names, *where)
                runner.run(test, out=failures.append, clear_globs=False)
                names = test.globs
    assert not failures, "".join(failures)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_has_examples_that_are_run(page):
    assert [block.name for block in blocks(page) if block.language in RUN or block.loads]


def test_no_command_with_its_output_stands_in_a_block_that_is_not_run():
    hidden = [b.name for b in BLOCKS if b.language != "console" and re.search(r"^\$ ", b.body, re.MULTILINE)]
    assert hidden == []


def test_every_block_says_what_it_holds():
    assert [block.name for block in BLOCKS if not block.language] == []


@pytest.mark.parametrize(
    ("said", "expected", "good"),
    [
        ("a\nb\n", ["a", "b"], True),
        ("a\nb\nc\n", ["a", "…", "c"], True),
        ("a\nc\n", ["a", "…", "c"], True),
        ("a\nb\n", ["a", "…"], True),
        ("a\nb\n", ["a"], False),
        ("b\na\n", ["a", "…"], False),
        ("a.\n", ["a…"], False),
        ("a \n", ["a"], False),
    ],
)
def test_only_a_line_of_its_own_leaves_lines_out(said, expected, good):
    assert agrees(said, expected) is good
