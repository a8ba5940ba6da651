"""The limits of reading: raised by one variable, and stated in the manual as they are."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from needs import on

from edureport import cli, languages
from edureport.commands import TABLES
from edureport.errors import DONE, FAILED, ReportError, UsageError
from edureport.formats import FORMATS
from edureport.languages import catalogue
from edureport.model.quantity import MAX_DIGITS
from edureport.problem import Problems
from edureport.reading import limits
from edureport.reading.limits import Limits
from edureport.reading.parsing import parse

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
HEAD = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, period: 2025-9M, language: en}
units: {school: {en: {one: school, other: schools}}}
"""


def keys(text, factor=1):
    try:
        found = parse(text.encode(), "made-up.yaml", Limits(factor))[1]
    except ReportError as error:
        found = error.problems
    return [problem.message.key for problem in found]


# What is just within a limit, and one more than that: `size` times a piece.
AT_LIMITS = {
    "yaml.long_text": (limits.TEXT, lambda size: "a: " + "x" * size),
    "yaml.depth": (limits.DEPTH, lambda size: "[" * size + "x" + "]" * size),
    "yaml.aliases": (limits.COPIES, lambda size: "- &a x\n" + "- *a\n" * size),
}


@pytest.mark.parametrize("factor", [1, 2, 3])
@pytest.mark.parametrize("key", AT_LIMITS)
def test_a_limit_is_raised_by_the_factor_and_no_further(key, factor):
    limit, made = AT_LIMITS[key]
    assert keys(made(limit * factor), factor) == []
    assert keys(made(limit * factor + 1), factor) == [key]


def test_the_number_of_nodes_is_raised_too(monkeypatch):
    monkeypatch.setattr(limits, "KEPT", 10)
    assert keys("- x\n" * 9) == []
    assert keys("- x\n" * 10) == ["yaml.kept"]
    assert keys("- x\n" * 19, 2) == []
    assert keys("- x\n" * 20, 2) == ["yaml.kept"]


PLAIN = "  a%d: {label: Schools, unit: school, kind: stock, value: 3}\n"
ENTRIES = {
    "plain": "".join(PLAIN % number for number in range(40)),
    "quoted": "".join((PLAIN % number).replace("Schools", '"Schools"') for number in range(40)),
    "wrong": "".join((PLAIN % number).replace("value: 3", "value: x") for number in range(40)),
}
BIG = "  b:\n    label: Schools\n    breakdown:\n" + "".join(
    f"      c{number}: {{complete: true}}\n" for number in range(40)
)


@pytest.mark.parametrize("entries", ENTRIES)
def test_indicators_that_are_let_go_of_count_one_by_one(monkeypatch, run, report, entries):
    monkeypatch.setattr(limits, "KEPT", 100)
    text = f"indicators:\n{ENTRIES[entries]}"
    done = run("summary", report(text))
    assert ("keys and values" in done.errors, done.code) == (False, FAILED if entries == "wrong" else DONE)
    assert "more than 100 keys and values" in run("summary", report(f"{text}{BIG}")).errors
    assert "more than 100 keys and values" in run("summary", report(f"{text}sections:\n  a: A\n")).errors
    monkeypatch.setattr(limits, "NODES", 300)
    assert "more than 300 keys and values" in run("summary", report(text)).errors


def test_a_head_counts_as_one(monkeypatch, run, report):
    monkeypatch.setattr(limits, "KEPT", 100)
    sections = "".join(f"  s{number}: Section\n" for number in range(60))
    done = run("summary", report(f"sections:\n{sections}indicators:\n{ENTRIES['plain']}"))
    assert "more than 100 keys and values" in done.errors


def test_the_size_is_raised_too(monkeypatch, run, report):
    monkeypatch.setattr(limits, "BYTES", 2**20)
    path = report("indicators: {}\n" + "# x\n" * 2**18)
    done = run("summary", path)
    assert done.errors == (
        f"edureport: {path}: is larger than 1 MiB; split it into several reports, or set EDUREPORT_LIMITS=2\n"
    )
    assert run("summary", path, env={"EDUREPORT_LIMITS": "2"}).code == DONE


def word_file(body, files=()):
    """A Word file with this body, and as many more files as are named; the zip has one more, the document."""
    data = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
        for name in files:
            archive.writestr(name, "")
    return data.getvalue()


ONE = "<w:p><w:r><w:t>5 schools</w:t></w:r></w:p>"
# What a text may have so many of: the message, the limit, and a file with that many.
TEXTS_AT_LIMITS = {
    "characters": ("text.long", "LENGTH", lambda size: b"5".ljust(size, b"x")),
    "characters of a Word file": (
        "text.long",
        "LENGTH",
        lambda size: word_file(ONE.replace("5 schools", "x" * size)),
    ),
    "lines": ("text.pieces", "PIECES", lambda size: b"5 schools\n" * (size - 1)),
    "paragraphs": ("text.pieces", "PIECES", lambda size: word_file(ONE * size)),
    "files in a zip": ("word.members", "MEMBERS", lambda size: word_file(ONE, map(str, range(size - 1)))),
    "elements": ("word.elements", "ELEMENTS", lambda size: word_file(ONE + "<w:p/>" * (size - 4))),
}


@pytest.mark.parametrize("factor", [1, 3])
@pytest.mark.parametrize("kind", TEXTS_AT_LIMITS)
def test_the_limits_of_texts_are_raised_too(monkeypatch, run, kind, factor):
    key, limit, made = TEXTS_AT_LIMITS[kind]
    monkeypatch.setattr(limits, limit, 20)
    env = {"EDUREPORT_LIMITS": str(factor)}
    most = 20 * factor

    def told(size):
        return run("audit", "-", "--data", "none", "-f", "csv", stdin=made(size), env=env)

    assert told(most).code == DONE
    done = told(most + 1)
    words = catalogue.load("en").word(key).format(limit=most, raised=f"EDUREPORT_LIMITS={2 * factor}")
    assert (done.code, done.errors) == (FAILED, f"edureport: <stdin>: {words}\n")


def test_what_a_word_file_unpacks_to_is_raised_too(monkeypatch, run):
    monkeypatch.setattr(limits, "UNPACKED", 2**20)
    stdin = word_file(ONE + " " * 2**20)
    done = run("audit", "-", "--data", "none", stdin=stdin)
    assert (done.code, done.errors) == (FAILED, (
        "edureport: <stdin>: unpacks to more than 1 MiB of text; split it into several files,"
        " or set EDUREPORT_LIMITS=2\n"
    ))  # fmt: skip
    assert run("audit", "-", "--data", "none", stdin=stdin, env={"EDUREPORT_LIMITS": "2"}).code == DONE


def test_a_message_says_what_would_raise_the_limit(run):
    stdin = f"a: {'x' * 25_000}\n".encode()
    for factor, advised in (("", 2), ("1", 2), ("2", 4)):
        done = run("summary", "-", stdin=stdin, env={"EDUREPORT_LIMITS": factor})
        assert f"shorten it, or set EDUREPORT_LIMITS={advised}\n" in done.errors


@pytest.mark.parametrize("language", languages.available())
def test_a_message_names_the_variable_in_every_language(language):
    words = catalogue.load(language)
    others = ("path.too_large", "yaml.nodes", "yaml.kept", "yaml.aliases", "yaml.long_text", "word.too_large")
    for key in (*others, *(key for key, *_ in TEXTS_AT_LIMITS.values())):
        assert "{raised}" in words.word(key)


@pytest.mark.parametrize(
    "text", ["0", "-1", "1.5", "x", "01", " 2", "1e3", "9" * 5000, "1000001", "٣", "\x1b"]
)
@pytest.mark.parametrize("language", languages.available())
def test_what_is_no_factor_is_told(run, language, text):
    done = run("summary", env={"EDUREPORT_LIMITS": text}, stdin=b"")
    assert done.code == FAILED
    done = run("check", "-", "-l", language, env={"EDUREPORT_LIMITS": text}, stdin=b"")
    assert (done.code, done.data, done.errors.count("\n")) == (FAILED, b"", 1)
    assert done.errors.startswith("edureport: EDUREPORT_LIMITS ")
    assert re.search("1.000.000", done.errors)


def test_the_greatest_factor_reads_what_there_is(run):
    env = {"EDUREPORT_LIMITS": str(limits.MOST)}
    assert run("summary", "data/report_2025q3.yaml", env=env).code == DONE
    with pytest.raises(UsageError):
        limits.limits({"EDUREPORT_LIMITS": str(limits.MOST + 1)})


# Depth, which Python's stack bounds


def nested(levels):
    """A report with breakdowns within breakdowns, to this many levels of YAML; a breakdown takes four."""
    inner = (levels - 3) // 4
    text = f"{HEAD}indicators: {{a: {{label: L, unit: school, kind: stock, value: 5, "
    return (
        text + "breakdown: {d: {members: {m: {label: L, value: 5, " * inner + "}}}}" * inner + "}}\n"
    ).encode()


def test_no_factor_raises_the_depth_further_than_python_bears():
    assert Limits(limits.MOST).depth == limits.DEEPEST
    for opening, closing in ("[]", ("{a: ", "}")):
        deepest = opening * limits.DEEPEST + "x" + closing * limits.DEEPEST
        assert keys(deepest, limits.MOST) == []
        assert keys(opening + deepest + closing, limits.MOST) == ["yaml.depth"]
        assert keys(opening * 100_000, limits.MOST) == ["yaml.depth"]


@pytest.mark.parametrize("factor", [1, limits.MOST])
def test_aliases_of_aliases_are_no_deeper(factor):
    """Each takes what the one before it has made some levels further down."""
    levels = "".join(f"- &a{n} [[[[[[[[[[*a{n - 1}]]]]]]]]]]\n" for n in range(1, 90))
    assert keys(f"- &a0 x\n{levels}", factor) == ["yaml.depth"]


@pytest.mark.parametrize("name", TABLES)
def test_the_deepest_report_is_shown_in_every_format(run, name):
    """Each command in one format for people and one for programs; one command in all of them."""
    data = nested(limits.DEEPEST)
    assert keys(data.decode(), 4) == []
    assert keys(data.decode()) == ["yaml.depth"]
    for form in FORMATS if name == "summary" else ("table", "json"):
        done = run(*on(name, "-", key="a"), "-f", form, stdin=data, env={"EDUREPORT_LIMITS": "4"})
        assert done.code != FAILED or name == "compare"


# The manual


def stated(what):
    """The numbers of a row of the tables of the page."""
    row = re.search(rf"^\| {re.escape(what)} \|(.*)$", PAGE, re.MULTILINE)
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", row[1])]


@pytest.mark.parametrize(
    ("what", "numbers"),
    [
        ("bytes of a file", [limits.BYTES, limits.BYTES // 2**20]),
        ("keys, values and lists of a file", [limits.NODES]),
        ("of these, in one indicator, or in a file that is kept whole", [limits.KEPT]),
        ("characters of one key or value", [limits.TEXT]),
        ("values that aliases (`*name`) repeat", [limits.COPIES]),
        ("levels of keys and lists within each other", [limits.DEPTH, limits.DEEPEST]),
        ("characters of a text", [limits.LENGTH]),
        ("lines, paragraphs and cells of it", [limits.PIECES]),
        ("files in the zip of a Word file", [limits.MEMBERS]),
        ("bytes of XML in it, unpacked", [limits.UNPACKED, limits.UNPACKED // 2**20]),
        ("elements of that XML", [limits.ELEMENTS]),
        ("digits of a number", [MAX_DIGITS]),
        ("mistakes that are printed", [cli.MOST_PROBLEMS]),
        ("mistakes of a file that Python gets", [Problems.MOST]),
    ],
)
def test_the_manual_states_the_limits_that_there_are(what, numbers):
    assert stated(what) == numbers


def test_the_manual_names_the_variable_and_its_greatest_value():
    assert f"`{limits.VARIABLE}`" in PAGE
    assert f"{limits.MOST:,}" in PAGE
