"""Drafting holds what is so in every language; the words and endings of one are in its folder of grammar."""

import ast
import re
from pathlib import Path

import pytest

from edureport import drafting
from edureport.prose.grammar import load

MODULES = sorted(Path(drafting.__file__).parent.glob("*.py"))
CYRILLIC = re.compile("[\u0400-\u04ff]")
ENGLISH = load("en").stop_words | load("en").naming.relative | load("en").naming.pronouns
KEYS = {"period", "total"}  # of report files, which are English words, too


def strings(source):
    """The strings of a module but its docstrings."""
    tree = ast.parse(source)
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def words_of_a_language(source):
    return [text for text in strings(source) if CYRILLIC.search(text) or text.strip() in ENGLISH - KEYS]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_drafting_has_no_words_of_a_language(module):
    assert words_of_a_language(module.read_text(encoding="utf-8")) == []


def test_they_would_be_seen():
    source = '"""«Открыто»."""\nA = {"among", "ашылды", "unit"}\nB = f"{A} with {A}"\n\ndef f():\n    "in"\n'
    assert sorted(words_of_a_language(source)) == [" with ", "among", "ашылды"]
