"""The source of the program, read and parsed once for the tests that look through all of it."""

import ast
from functools import cache
from pathlib import Path

import edureport

FOLDER = Path(edureport.__file__).parent


@cache
def nodes():
    """The nodes of each module by its path, in the order of the paths."""
    paths = sorted(FOLDER.rglob("*.py"))
    return {path: list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))) for path in paths}
