"""The wheel and the source archive: what they hold, and that the same files always make the same ones."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
SAFELY = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Python 3.11.4 and later have it
INFO = "edureport-0.1.0.dist-info"
BUILD = """
import os, sys
from hatchling import build
os.umask(int(sys.argv[1], 8))
print(build.build_wheel(sys.argv[2]), build.build_sdist(sys.argv[2]))
"""
# What lies about in a tree that is worked in, and is not to be handed out.
LEFT_BEHIND = (
    "src/edureport/__pycache__/cli.cpython-311.pyc",
    "src/edureport/.mypy_cache/cache.json",
    "tests/.pytest_cache/README.md",
    "tests/__pycache__/conftest.cpython-311.pyc",
    ".venv/lib/edureport.py",
    "build/lib/edureport.py",
    "data/.hypothesis/examples",
)

# What other tests may write while they run beside this one.
NOT_COPIED = (".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__")


class Built(NamedTuple):
    wheel: Path
    sdist: Path


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of this tree with what work leaves behind in one."""
    copy = tmp_path_factory.mktemp("tree") / "edureport"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    for name in LEFT_BEHIND:
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("left behind")
    return copy


@pytest.fixture(scope="module")
def build(program, tmp_path_factory):
    """`build(tree)`: what a tree makes, each time in a new folder."""

    def make(folder, umask="022"):
        target = tmp_path_factory.mktemp("built")
        done = program(umask, target, code=BUILD, folder=folder)
        assert done.code == 0, done.errors
        return Built(*(target / name for name in done.text.split()))

    return make


@pytest.fixture(scope="module")
def built(tree, build):
    return build(tree)


def test_the_wheel_holds_the_package_the_report_and_the_licence(built):
    package = ROOT / "src/edureport"
    files = [
        *package.rglob("*.py"),
        *package.rglob("*.yaml"),
        *package.rglob("fonts/*"),
        *package.rglob("*.typ"),
        *package.rglob("*.xml"),
        *package.rglob("*.css"),
        *package.rglob("*.js"),
        *package.rglob("*.html"),
        package / "py.typed",
    ]
    expected = {path.relative_to(ROOT / "src").as_posix() for path in files}
    expected |= {"edureport/data/report_2025q3.yaml", "edureport-0.1.0.data/data/share/man/man1/edureport.1"}
    about = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    expected |= {f"{INFO}/{name}" for name in about}
    with zipfile.ZipFile(built.wheel) as wheel:
        assert sorted(wheel.namelist()) == sorted(expected)


def test_the_wheel_says_what_pyproject_says(built):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with zipfile.ZipFile(built.wheel) as wheel:
        said = Parser().parsestr(wheel.read(f"{INFO}/METADATA").decode())
        entry_points = wheel.read(f"{INFO}/entry_points.txt").decode()
    assert (said["Name"], said["Version"]) == ("edureport", "0.1.0")
    assert (said["License-Expression"], said["License-File"]) == ("MIT", "LICENSE")
    assert said["Requires-Python"] == project["requires-python"]
    extras = [
        f'{requirement}; extra == "{extra}"'
        for extra, requirements in project["optional-dependencies"].items()
        for requirement in requirements
    ]
    assert set(map(Requirement, said.get_all("Requires-Dist"))) == set(
        map(Requirement, [*project["dependencies"], *extras])
    )
    assert set(said.get_all("Provides-Extra")) == set(project["optional-dependencies"])
    assert entry_points.split("\n") == ["[console_scripts]", "edureport = edureport.__main__:main", ""]


def test_the_source_archive_holds_all_that_its_own_tests_need_and_nothing_left_behind(built):
    with tarfile.open(built.sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    pages = {"README.md", "README.kk.md", "README.ru.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"}
    rooms = {"src", "data", "docs", "examples", "tests", "benchmarks", "requirements", ".ci"}
    made = {"pyproject.toml", "PKG-INFO", ".gitignore"}
    assert {name.partition("/")[0] for name in names} == pages | rooms | made
    assert {"tests/all.py", "requirements/test.txt", "requirements/lowest.txt", ".ci/run"} <= names
    assert not names & set(LEFT_BEHIND)


def test_the_source_archive_makes_the_same_wheel_and_itself_elsewhere(build, built, tmp_path):
    """In another place, on another day, with another umask, from files that nobody else may read."""
    with tarfile.open(built.sdist) as archive:
        archive.extractall(tmp_path, **SAFELY)
    (unpacked,) = tmp_path.iterdir()
    for path in unpacked.rglob("*"):
        path.chmod(0o700 if path.is_dir() else path.stat().st_mode & 0o700)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    again = build(unpacked, umask="077")
    assert again.wheel.read_bytes() == built.wheel.read_bytes()
    assert again.sdist.read_bytes() == built.sdist.read_bytes()


def test_the_wheel_alone_runs_from_an_empty_folder(run, environment, built, tmp_path):
    venv, empty = tmp_path / "venv", tmp_path / "empty"
    empty.mkdir()
    scripts = venv / ("Scripts" if os.name == "nt" else "bin")
    make = [sys.executable, "-m", "venv", "--without-pip", venv]
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        scripts / "python",
        "install",
        "--no-index",
        "--no-deps",
    ]
    alone = environment({"PYTHONPATH": ""})
    for command in (make, [*install, built.wheel]):
        subprocess.run(command, check=True, capture_output=True, env=alone)
    # The wheel's packages come first; its dependencies are found among those of the tests.
    (library,) = venv.glob("[Ll]ib/**/site-packages")
    (library / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    arguments = ["summary", "-f", "csv", "--columns", "organisation*,indicator,value*,share*"]  # no path
    command = [scripts / "edureport", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, cwd=empty, env=alone)
    expected = run(*arguments, folder=empty)
    assert (done.returncode, done.stderr.decode()) == (0, expected.errors)
    assert done.stdout == expected.data
    assert done.stdout.count(b"\n") == 20
