"""Names of files in commands that messages offer: one argument of a shell, whatever is in them."""

import os
import shlex

import pytest

from edureport.reading.files import as_argument

NAMES = [
    "report.yaml",
    "есеп-2025.yaml",
    "a b.yaml",
    "report(1).docx",
    "a&b.csv",
    "it's.md",
    "a;b",
    "~x",
    "#1.md",
]


@pytest.mark.parametrize("name", [*NAMES, '"a".md', "$x.md", "`x`.md", "a!b.md", "a'$b.md"])
@pytest.mark.skipif(os.name == "nt", reason="its shells quote otherwise")
def test_a_name_is_one_argument_of_a_shell(name):
    lexer = shlex.shlex(as_argument(name), posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    assert list(lexer) == [name]


def test_a_plain_name_has_no_quotes():
    assert [as_argument(name) for name in ("a/report.yaml", "есеп.yaml")] == ["a/report.yaml", "есеп.yaml"]
    assert as_argument("report(1).docx") == '"report(1).docx"'
    assert as_argument("<stdin>") == "-"
