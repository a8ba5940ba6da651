"""Names of the program: each class has one of its own."""

import ast
from collections import defaultdict

from sources import FOLDER, nodes


def test_no_name_stands_for_two_classes():
    found = defaultdict(list)
    for path, inside in nodes().items():
        for node in inside:
            if isinstance(node, ast.ClassDef):
                found[node.name].append(str(path.relative_to(FOLDER)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}
