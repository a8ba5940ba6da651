"""edureport fmt: the canonical form comes back from any disorder, and nothing is lost on the way."""

import random
import re
import subprocess
from pathlib import Path

import pytest
import random_targets
import yaml
from disorder import commented, disordered

from edureport.authoring.canonical import formatted
from edureport.authoring.source_text import SourceText
from edureport.errors import DONE, FAILED, FOUND
from edureport.reading.parsing import parse

ROOT = Path(__file__).parents[2]
LISTED = subprocess.run(["git", "ls-files", "*.yaml"], cwd=ROOT, capture_output=True, text=True, check=True)
FOLDERS = ("data/", "docs/", "examples/", "tests/audit/", "tests/formats/")
FILES = [name for name in LISTED.stdout.split() if name.startswith(FOLDERS)]
SMALL = [name for name in FILES if (ROOT / name).stat().st_size < 6000]
OWN = [name for name in FILES if not name.startswith("tests/")]
DISORDERED = """\
indicators:
      # about schools
      schools: {value:   5 ,  # five
        unit: school, kind: stock,
        label: Schools}   # behind
      # still inside

      pupils:
          # a folded text
          note: >-
              one
                two

          kind: 'stock'
          value:
            # the value
            7
          unit: school
          label: Pupils
          skip:
          -   because: It is known.
              check: labels
          -   {because: b, check: a}
units: {school: schools}
report: {language: en, period: 2025, organisation: City of Examples,
   id: examples}
edureport: 1   # the version
# the end
"""
IN_ORDER = """\
edureport: 1  # the version
report: {id: examples, organisation: City of Examples, period: 2025, language: en}
units: {school: schools}
indicators:
  # about schools
  schools:
    label: Schools  # behind
    unit: school
    kind: stock
    value: 5  # five
  # still inside

  pupils:
    label: Pupils
    unit: school
    kind: 'stock'
    # the value
    value: 7
    skip:
      - check: labels
        because: It is known.
      - {check: a, because: b}
    # a folded text
    note: >-
      one
        two
# the end
"""


def text_of(name):
    return (ROOT / name).read_bytes().decode()


def nodes(text):
    root, problems = parse(text.encode(), "report.yaml")
    assert not problems
    return root


@pytest.mark.parametrize("name", FILES)
def test_every_report_of_the_repository_is_in_canonical_form(name):
    assert formatted(text_of(name)) == text_of(name), f"edureport fmt {name}"


@pytest.mark.parametrize("name", [*OWN, "tests/audit/corpus/district.yaml"])
def test_twenty_disordered_forms_come_back(name):
    text = text_of(name)
    forms = {disordered(text, random.Random(seed)) for seed in range(20)}
    assert len(forms) > 10
    assert {formatted(form) for form in forms} == {text}


def test_a_disordered_file_is_put_in_order():
    assert formatted(DISORDERED) == IN_ORDER


def comments(text):
    """All comments of a file, in order."""
    found, place = [], 0
    spans = [(leaf.start, leaf.end) for leaf in SourceText(text).root.leaves]
    for start, end in [*spans, (len(text), len(text))]:
        found += re.findall(r"(?:^|(?<=\s))#.*", text[place:start], re.MULTILINE)
        place = end
    return [comment.strip() for comment in found]


def nothing_is_lost(clean, chance):
    """Comments, values and the order of indicators of a disordered form, which is made canonical."""
    text = disordered(commented(clean, chance), chance)
    found, plain = formatted(text), text.removeprefix("\ufeff").replace("\r", "")
    assert sorted(comments(found)) == sorted(comments(plain))
    assert nodes(found) == nodes(text)
    assert [*nodes(found).get("indicators", ())] == [*nodes(text).get("indicators", ())]
    assert formatted(found) == found


def test_no_comment_and_no_value_is_lost():
    for seed in range(60):
        chance = random.Random(seed)
        nothing_is_lost(text_of(chance.choice(SMALL)), chance)


def test_nothing_of_random_reports_is_lost():
    for seed in range(8):
        chance = random.Random(seed)
        for text in random_targets.sheaf(chance, 6).files().values():
            nothing_is_lost(text, chance)


def test_links_within_a_file_keep_their_order():
    text = "edureport: 1\nunits: {a: &one {en: ones}, b: *one}\nreport: &head\n  period: 2025\n  id: &id x\n"
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ('edureport: 1\nreport:\n  id: "a\n\n    b"\n', 'edureport: 1\nreport:\n  id: "a\n\n    b"\n'),
        ("edureport: 1\nx: |2\n    a\n   b\n", "edureport: 1\nx: |2\n    a\n   b\n"),
        ("--- # top\nedureport: 1\n...\n", "# top\nedureport: 1\n"),
        (
            "{edureport: 1,   a: [1,2], b: {}, c: []} # end\n",
            "{edureport: 1, a: [1, 2], b: {}, c: []}  # end\n",
        ),
        ("edureport: 1\n? a\n: b\n", "edureport: 1\na: b\n"),
        ("edureport: 1\nx: &a [b, c]\ny: *a\n", "edureport: 1\nx: &a [b, c]\ny: *a\n"),
        ("edureport: 1\nx: {a: 'b\n c',\n d\n e}\n", "edureport: 1\nx:\n  a: 'b\n    c'\n  d e:\n"),
        ("x: 1\nedureport: 1\n\nreport: {}\n", "edureport: 1\n\nreport: {}\n\nx: 1\n"),
        ("edureport: 1\nreport:\n  id:   # a name\n  period: {a: , b: }\n", None),
    ],
)
def test_other_ways_to_write_yaml(text, canonical):
    if canonical is None:
        canonical = text.replace("   #", "  #")
    assert formatted(text) == canonical
    assert formatted(canonical) == canonical


# The command


def test_files_are_written_anew_where_they_are(run, tmp_path):
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(DISORDERED, encoding="utf-8")
    other.write_text(IN_ORDER, encoding="utf-8")
    assert run("fmt", tmp_path, "--check").code == FOUND
    done = run("fmt", tmp_path)
    assert (done.code, done.data) == (DONE, b"")
    assert done.errors == f"edureport: {one}: put into canonical form\n"
    assert one.read_text(encoding="utf-8") == other.read_text(encoding="utf-8") == IN_ORDER
    assert run("fmt", one, other, "--check").errors == "edureport: 2 files are in canonical form already\n"


def test_standard_input_goes_to_standard_output(run):
    assert run("fmt", "-", stdin=DISORDERED.encode()).text == IN_ORDER


def test_nothing_is_written_if_one_file_cannot_be_read(run, tmp_path):
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text(DISORDERED, encoding="utf-8")
    other.write_text("edureport: 1\nreport: {", encoding="utf-8")
    assert run("fmt", one, other).code == FAILED
    assert one.read_text(encoding="utf-8") == DISORDERED


@pytest.mark.parametrize(
    "name", ["tests/README.md", "examples/kz-schools/schools.csv", "docs/report-file.md"]
)
def test_what_is_no_report_file_is_refused(run, name):
    assert run("fmt", name).code == FAILED


@pytest.mark.parametrize(
    "text",
    [
        "edureport: 1\n?\n: nothing\n",
        "edureport: 1\n? |\n  two\n  lines\n: x\n",
        'edureport: 1\n? "a\\\n   b"\n: x\n',
        "edureport: 1\n? 'a\n\n  b'\n: {? 'c\n  d' : x}\n",
    ],
)
def test_keys_of_any_kind_stay_what_they_are(text):
    shaped = formatted(text)
    assert yaml.load(shaped, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    assert formatted(shaped) == shaped


def test_a_key_that_is_an_alias_keeps_its_name():
    assert formatted("edureport: 1\na: &b x\n*b : y\n") == "edureport: 1\na: &b x\n*b : y\n"


@pytest.mark.parametrize("written", ["? {key}\n: a: 1\n", "? {key}\n: 1 # one\n", "a: {{? {key} : 1}}\n"])
def test_a_key_too_long_for_a_line_of_its_own_keeps_its_question_mark(written):
    text = written.format(key="k" * 5000)
    once = formatted(text)
    assert yaml.safe_load(once) == yaml.safe_load(text)
    assert formatted(once) == once
