"""The tables of columns and codes in docs/formats.md are those of the code.

`pytest --update-golden` writes them anew; look at the difference before you commit it.
"""

import re
from importlib import import_module
from pathlib import Path

import pytest
from needs import IN_LANGUAGE

from edureport.analysis.change import Direction
from edureport.analysis.path import Method, TargetKind
from edureport.analysis.progress import Status
from edureport.audit.findings import Verdict
from edureport.checks import NAMES, Severity
from edureport.commands import TABLES
from edureport.languages import catalogue
from edureport.model.quantity import Bound
from edureport.model.report import Better, Flag, IndicatorKind
from edureport.prose.figures.figure import FigureKind
from edureport.prose.relations.relation import RelationKind
from edureport.reading.tables.tidy import MEASURES
from edureport.table import Kind

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
CODES = {
    "…_bound": (*Bound, "indefinite"),
    "…_open": ("low", "high", "both"),
    "kind": IndicatorKind,
    "figure_kind": FigureKind,
    "target_kind": TargetKind,
    "…flags": Flag,
    "better": Better,
    "complete": ("yes", "no"),
    "measure": MEASURES,
    "direction": Direction,
    "…status": Status,
    "method": Method,
    "check": NAMES,
    "severity": Severity,
    "certainty": sorted({severity.certainty for severity in Severity}),
    "verdict": Verdict,
    "relation": RelationKind,
}
REASONS = {"targets": "reason", "compare": "change", "audit": "audit.note"}
HOLDS = {
    Kind.KEY: "key",
    Kind.NAMED: "key",
    Kind.UNIT: "key",
    Kind.TEXT: "text",
    Kind.LABEL: "text",
    Kind.SENTENCE: "text",
    Kind.CODE: "code",
    Kind.STATUS: "code",
    Kind.MESSAGE: "code",
    Kind.CODES: "codes",
    Kind.DATE: "date",
    Kind.PERIOD: "period",
    Kind.COUNT: "whole number",
    Kind.QUANTITY: "stated figure",
}
DECIMALS = {None: "", 1: ", 1 decimal", 2: ", 2 decimals"}


def groups(command):
    """The columns for machines of a command, those of one figure or period together."""
    columns = import_module(f"edureport.commands.{command}").COLUMNS
    return [one for group in columns for one in group.things]


def holds(group):
    """What a group of columns holds, in words."""
    first = group[0]
    if first.kind in HOLDS:
        words = HOLDS[first.kind]
        return f"{words} in the language chosen" if first.key in IN_LANGUAGE else words
    return ("derived figure" if len(group) > 1 else "number") + DECIMALS[first.kind.digits]


def columns_in_words():
    """The table of the columns of all commands."""
    used = {}
    for command in TABLES:
        for group in filter(None, groups(command)):
            name = ", ".join(f"`{column.key}`" for column in group)
            used.setdefault((name, holds(group)), []).append(command)
    lines = [f"| {name} | {what} | {', '.join(commands)} |" for (name, what), commands in used.items()]
    return "| column | holds | in |\n|---|---|---|\n" + "\n".join(lines) + "\n"


def codes_in_words():
    """The table of all codes."""
    keys = catalogue.load("en").words
    lines = [
        f"| `{column}` | {', '.join(f'`{code}`' for code in codes)} |" for column, codes in CODES.items()
    ]
    for command, family in REASONS.items():
        codes = [key.removeprefix(f"{family}.") for key in keys if key.startswith(f"{family}.")]
        lines.append(f"| `reason` of {command} | {', '.join(f'`{code}`' for code in codes)} |")
    return "| column | codes |\n|---|---|\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(("name", "made"), [("columns", columns_in_words), ("codes", codes_in_words)])
def test_the_page_has_the_table_of_the_code(request, name, made):
    page = PAGE.read_text(encoding="utf-8")
    pattern = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
    if request.config.getoption("--update-golden"):
        page = pattern.sub(lambda _: made(), page)
        PAGE.write_text(page, encoding="utf-8")
    (found,) = pattern.findall(page)
    assert found == made()


def test_every_column_of_codes_has_its_codes_listed():
    endings = tuple(column.lstrip("…") for column in CODES if column.startswith("…"))
    coded = {
        column.key
        for command in TABLES
        for group in groups(command)
        for column in group
        if column.kind in (Kind.CODE, Kind.CODES, Kind.STATUS, Kind.MESSAGE) or column.key == "check"
    }
    assert {key for key in coded if not key.endswith(endings)} == {*CODES, "reason"} - {
        f"…{ending}" for ending in endings
    }
    assert all(any(key.endswith(ending) for key in coded) for ending in endings)
