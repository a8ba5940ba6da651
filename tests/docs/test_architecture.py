"""The tables of docs/architecture.md have every module of the rooms with many rules, each in one row."""

import re
from pathlib import Path

import edureport

SOURCE = Path(edureport.__file__).parent
PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
ROOMS = ["model", "reading", "store", "analysis", "prose", "audit", "drafting", "authoring"]
ROOMS += ["document", "charts"]
OF_A_LANGUAGE = re.compile(r"prose/grammar/[a-z]{2}/")  # has a table without the name of the language


def test_each_module_has_one_row():
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    named = [name for row in rows for name in re.findall(r"`([a-z_]+/[a-z_/]+\.py)`", row)]
    named = [name for name in named if name.partition("/")[0] in ROOMS]
    modules = [
        path.relative_to(SOURCE).as_posix()
        for room in ROOMS
        for path in (SOURCE / room).rglob("*.py")
        if path.stem != "__init__"
    ]
    assert sorted(named) == sorted(one for one in modules if not OF_A_LANGUAGE.match(one))


def test_few_modules_of_prose_lie_beside_its_rooms():
    """Which of them may import which is a contract of lint-imports, which has to name each."""
    assert len(list((SOURCE / "prose").glob("[a-z]*.py"))) <= 8
