"""The changes of the mutation run: each makes another module, and leaves the tree that it was given alone."""

import ast

from .changes import changed, changes

SOURCE = """
WORDS = ("one", "two", "three")
TABLE = {"a": 1, "b": 2}
PATTERN = "alpha|beta|gamma"

def larger(a, b):
    if a > b and not b:
        return a + 1
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
