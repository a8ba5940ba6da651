"""What the program depends on: what it imports and no more, in versions that are pinned and hashed."""

import ast
import re
import sys
import tomllib
from importlib.metadata import files
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from sources import nodes

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN_TIME = [Requirement(text) for text in PYPROJECT["project"]["dependencies"]]
EXTRAS = [
    Requirement(text) for texts in PYPROJECT["project"]["optional-dependencies"].values() for text in texts
]
TESTS = [Requirement(text) for text in PYPROJECT["dependency-groups"]["test"]]
BUILD = [Requirement(text) for text in PYPROJECT["build-system"]["requires"]]
PINNED = "requirements/test.txt"
LOWEST = "requirements/lowest.txt"


def pins_in(file):
    """Each line that is no comment, as the pin and its hashes."""
    text = re.sub("(?m)^ *#.*\n", "", (ROOT / file).read_text(encoding="utf-8")).replace("\\\n", "")
    return [(pin.strip(), hashes) for pin, *hashes in (line.split(" --hash=") for line in text.splitlines())]


def versions_in(file):
    """The version of each package that this Python gets."""
    pins = [Requirement(pin) for pin, _ in pins_in(file)]
    return {
        canonicalize_name(pin.name): Version(str(pin.specifier).removeprefix("=="))
        for pin in pins
        if pin.marker is None or pin.marker.evaluate()
    }


def test_the_program_imports_what_it_declares_and_nothing_else():
    imported = set()
    for node in chain.from_iterable(nodes().values()):
        match node:
            case ast.Import(names=names):
                imported |= {name.name.partition(".")[0] for name in names}
            case ast.ImportFrom(module=str(module), level=0):
                imported.add(module.partition(".")[0])
            case ast.Call(
                func=ast.Name(id="import_module"), args=[ast.JoinedStr(values=[ast.Constant(str(start)), *_])]
            ):
                imported.add(start.partition(".")[0])
    outside = imported - sys.stdlib_module_names - {"edureport"}
    declared = {requirement.name: modules_of(requirement.name) for requirement in (*RUN_TIME, *EXTRAS)}
    assert {name for name, modules in declared.items() if not modules & outside} == set()
    assert outside - set().union(*declared.values()) == set()


def modules_of(name):
    """The modules and packages at the top of what a distribution has installed."""
    return {file.parts[0].partition(".")[0] for file in files(name) if file.suffix in (".py", ".so", ".pyd")}


@pytest.mark.parametrize("file", [PINNED, LOWEST])
def test_every_pin_is_one_version_with_hashes_and_names_no_address(file):
    pins = pins_in(file)
    assert len(pins) >= len(RUN_TIME)
    for pin, hashes in pins:
        assert re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+( ; [a-z_]+ [<>=!]+ '[\w.]+'( and | or )?)*", pin)
        assert hashes
        assert all(re.fullmatch("sha256:[0-9a-f]{64} *", one) for one in hashes)


@pytest.mark.parametrize("file", [PINNED, LOWEST])
def test_the_pins_are_in_the_ranges_of_pyproject(file):
    versions = versions_in(file)
    for requirement in RUN_TIME + EXTRAS + (TESTS + BUILD if file == PINNED else []):
        assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def test_the_lowest_versions_are_those_that_the_ranges_begin_with():
    versions = versions_in(LOWEST)
    for requirement in RUN_TIME + EXTRAS:
        (start,) = [Version(one.version) for one in requirement.specifier if one.operator == ">="]
        assert versions[canonicalize_name(requirement.name)] == start
