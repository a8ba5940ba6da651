"""The changes of the mutation run: each makes another module, and leaves the tree that it was given alone."""

import ast

from .changes import changed, changes, lines

SOURCE = """
WORDS = ("one", "two", "three")
TABLE = {"a": 1, "b": 2}
PATTERN = "alpha|beta|gamma"

def larger(a, b):
    if a > b and not b:
        return a + 1
    if a in {
        1,
        2,
    }:
        return None
    return b in WORDS
"""


def test_every_change_makes_another_module_that_is_one():
    tree = ast.parse(SOURCE)
    made = {ast.unparse(changed(tree, number)) for number in range(len(changes(tree)))}
    assert len(made) == len(changes(tree))
    assert ast.unparse(tree) not in made
    for source in made:
        compile(source, "changed", "exec")


def test_each_kind_of_change_is_made():
    tree = ast.parse(SOURCE)
    made = "\n".join(ast.unparse(changed(tree, number)) for number in range(len(changes(tree))))
    for expected in (
        "WORDS = ('one', 'three')",
        "TABLE = {'b': 2}",
        "PATTERN = 'alpha|gamma'",
        "if a >= b and (not b):",
        "if a > b or not b:",
        "if not (a > b and (not b)):",
        "if a > b and (not not b):",
        "return a - 1",
        "return a + 2",
        "return b not in WORDS",
        "    return\n",
    ):
        assert expected in made


def test_a_change_is_in_the_lines_of_its_statement():
    tree = ast.parse(SOURCE)
    told = {}
    for number in range(len(changes(tree))):
        before, after = (ast.unparse(one).splitlines() for one in (tree, changed(tree, number)))
        told |= {line: lines(tree, number) for line in set(after) - set(before)}
    assert told["TABLE = {'b': 2}"] == range(3, 4)
    assert told["        return a + 2"] == range(8, 9)
    assert told["    if a in {2}:"] == range(9, 14)  # wherever in the statement
