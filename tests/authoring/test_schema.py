"""edureport schema: it accepts what is read here, and refuses what is of the wrong shape or type."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from edureport.authoring.schema import FIRST_LINE, schema
from edureport.errors import DONE, EdureportError
from edureport.reading.load import load_all
from edureport.reading.nodes import Map, Scalar
from edureport.reading.parsing import parse

ROOT = Path(__file__).parents[2]
LISTED = subprocess.run(["git", "ls-files", "*.yaml"], cwd=ROOT, capture_output=True, text=True, check=True)
NAMES = [name for name in LISTED.stdout.split() if "languages/" not in name and "/broken/" not in name]
BROKEN = sorted((ROOT / "tests/broken").glob("*.yaml"))
VALIDATOR = Draft202012Validator(schema())
# What a schema cannot see: what a name refers to, which numbers and days fit, and what YAML itself refuses.
NOT_OF_SHAPE = re.compile(
    r"file-(all-of|dimension|member|due|from|milestone|not-earlier|same-period|section|unit|indicator|target)"
    r"|file-(look-alike|of-percent|merge-key|precision)|period-(backwards|no-such)|date-no-such"
    r"|quantity-(backwards|comma|commas|exponent|leading-zero|negative-count|percent|too-long|two-bounds"
    r"|unknown-near|two-readings|up-to)"
    r"|yaml-|several"
)


def as_json(node):
    """What an editor makes of a node: plain scalars as the core schema of YAML 1.2 reads them."""
    if isinstance(node, Map):
        return {str(key): as_json(value) for key, value in node.items()}
    if not isinstance(node, Scalar):
        return [as_json(value) for value in node]
    text = str(node)
    if not node.plain:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text.lower() in ("true", "false") and text in (text.lower(), text.title(), text.upper()):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def faults(path):
    root, _ = parse(path.read_bytes(), path.name)
    return [error.message for error in VALIDATOR.iter_errors(as_json(root))]


def loads(name):
    try:
        return load_all([str(ROOT / name)])
    except EdureportError:
        return None


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", [name for name in NAMES if loads(name)])
def test_every_file_that_is_read_is_accepted(name):
    assert faults(ROOT / name) == []


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_file_of_a_wrong_shape_is_refused(path):
    if not NOT_OF_SHAPE.match(path.stem):
        assert faults(path) != []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_template_has_nothing_wrong_but_what_is_empty(run, tmp_path, language):
    path = tmp_path / "report.yaml"
    run("new", "--period", "2025-9M", "--organisation", "City of Examples", "-l", language, "-o", path)
    assert faults(path)
    filled = re.sub(r"(?m)^( +value:)(?=  #|$)", r"\1 5", path.read_text(encoding="utf-8"))
    filled = re.sub(r"(?m)^( +(?:published|date):)(?=  #|$)", r"\1 2025-10-10", filled)
    filled = re.sub(r"(?m)^( +due:)(?=  #|$)", r"\1 2026-12-31", filled)
    filled = re.sub(r"(?m)^( +(?:id|title|url|as_written):)(?=  #|$)", r"\1 x", filled)
    path.write_text(filled, encoding="utf-8")
    assert faults(path) == []
    assert loads(path)


def test_the_command_prints_it(run, tmp_path):
    assert json.loads(run("schema").text) == schema()
    name = FIRST_LINE.rpartition("=")[2]
    assert run("schema", "-o", tmp_path / name).code == DONE
    assert run("schema", "-o", tmp_path / name).code == DONE  # it may be written again
    assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == schema()
