"""Nodes: YAML with its places, nothing guessed, nothing constructed, everything bounded."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.errors import ReportError
from edureport.reading import limits
from edureport.reading.nodes import Map, Scalar, Seq
from edureport.reading.parsing import parse

ESC, BOM = "\x1b", "\ufeff"


def read(text):
    """The document in a text without mistakes."""
    node, problems = parse(text.encode() if isinstance(text, str) else text, "made-up.yaml")
    assert problems == []
    return node


def plain(node):
    """A node as ordinary values."""
    if isinstance(node, Scalar):
        return str(node)
    if isinstance(node, Seq):
        return [plain(item) for item in node]
    return {str(key): plain(value) for key, value in node.items()}


def problems(text):
    """What is wrong with a text: line, column and key of each message, in the order of the file."""
    data = text.encode() if isinstance(text, str) else text
    try:
        found = parse(data, "made-up.yaml")[1]
    except ReportError as error:
        found = error.problems
    assert all(problem.place.path == "made-up.yaml" for problem in found)
    return [(problem.place.line, problem.place.column, problem.message.key) for problem in found]


# Shapes and places


def test_maps_lists_and_texts():
    document = read("a: 1\nb: [x, 'y z', \"q\"]\nc:\n  d: {e: f}\n  g:\n  - h\n  - i\n")
    assert plain(document) == {"a": "1", "b": ["x", "y z", "q"], "c": {"d": {"e": "f"}, "g": ["h", "i"]}}
    assert isinstance(document, Map)


def test_every_node_knows_its_place():
    document = read("a: 1\nкілт: мән\nb:\n  c: [x,  y]\n  d: {e: 'f'}\n")
    places = {str(key): (key.line, key.column, value.line, value.column) for key, value in document.items()}
    assert places == {"a": (1, 1, 1, 4), "кілт": (2, 1, 2, 7), "b": (3, 1, 4, 3)}
    inner = next(value for key, value in document.items() if key == "b")
    (c, row), (d, entry) = inner.items()
    assert (c.line, c.column, d.line, d.column) == (4, 3, 5, 3)
    assert [(item.line, item.column) for item in row] == [(4, 7), (4, 11)]
    ((e, f),) = entry.items()
    assert (e.line, e.column, f.line, f.column) == (5, 7, 5, 10)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", BOM, "# comment\n", "%YAML 1.1\n---\n", "---\n"], ids=ascii)
def test_places_hold_for_every_line_end_and_start(newline, start):
    text = (start + "a: 1\nb:\n  c: 2\n").replace("\n", newline)
    document = read(text)
    inner = list(document.values())[1]
    (key,) = inner
    assert (key.line, key.column) == (3 + start.count("\n"), 3)


def test_places_count_characters_not_bytes():
    ((_, value),) = read('"өзен – 河 🏫": x\n').items()
    assert value.column == 15


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "off", "true", "null", "~", "010", "0x1F", "0b11", "1_000", "1e3", "12:30",
     "12:30:45", "190:20:30", "2025-09-30", "2025-09-30 10:00:00", ".nan", ".inf", "-.inf", "+1", "1.0",
     "1.50", "=", "<<", "y", "N", "300+", "<300", "~300", "300..350"],
)  # fmt: skip
def test_nothing_is_guessed_from_the_look_of_a_scalar(text):
    assert plain(read(f"a: {text}\n{text}: b\n")) == {"a": text, text: "b"}


def test_a_scalar_knows_how_it_was_written():
    document = read("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\ne: >\n  x\nf:\n")
    assert [(value.plain, value.block) for value in document.values()] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
        (False, True),
        (True, False),
    ]
    assert plain(document) == {"a": "x", "b": "x", "c": "x", "d": "x\n", "e": "x\n", "f": ""}


def test_quotes_and_folding_are_yaml_s():
    assert plain(read('a: "1\\n2 \\u04d9"\n')) == {"a": "1\n2 ә"}
    assert plain(read("a: 'it''s'\n")) == {"a": "it's"}
    assert plain(read("a: one\n  two\n\n  three\n")) == {"a": "one two\nthree"}
    assert plain(read("a: >-\n  one\n  two\n")) == {"a": "one two"}
    assert plain(read("a: x # not y\n")) == {"a": "x"}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_a_quoted_text_is_read_as_it_is(text):
    quoted = text.replace("'", "''")
    assert plain(read(f"- '{quoted}'\n")) == [text]


# Aliases, tags, keys


def test_aliases_repeat_what_they_name():
    document = read("a: &x {b: 1}\nc: *x\nd: &y 5\ne: [*y, *y]\n")
    assert plain(document) == {"a": {"b": "1"}, "c": {"b": "1"}, "d": "5", "e": ["5", "5"]}


def test_what_an_alias_repeats_can_be_taken_apart_twice():
    """Reading takes keys out of maps; the original must not lose them."""
    first, second = read("a: &x {b: {c: 1}}\nd: *x\n").values()
    assert first is not second
    second.clear()
    assert plain(first) == {"b": {"c": "1"}}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: *x\n", 1, 4), ("a: &x [*x]\n", 1, 8), ("a: *x\nb: &x 1\n", 1, 4), ("a: &x {b: *x}\n", 1, 11)],
)
def test_an_alias_of_nothing(text, line, column):
    assert problems(text) == [(line, column, "yaml.alias")]


def bomb(levels, width):
    """A small file that means a large one: "billion laughs"."""
    lines = ["a0: &a0 [" + ", ".join("x" * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("levels", "width"), [(3, 10), (9, 10), (100, 2), (2, 500)])
def test_alias_bombs_are_refused(levels, width):
    ((line, _, key),) = problems(bomb(levels, width))
    assert key == "yaml.aliases"
    assert line > 1


def test_a_few_aliases_are_no_bomb():
    assert len(read(bomb(2, 20))) == 2


@pytest.mark.parametrize(
    "tag", ["!!str", "!!int", "!!python/object/apply:os.system", "!x", "!<tag:example.org,2025:x>"]
)
@pytest.mark.parametrize("value", ["x", "[x]", "{x: y}"])
def test_tags_construct_nothing(tag, value):
    assert problems(f"a: 1\nb: {tag} {value}\n") == [(2, 4, "yaml.tag")]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}"])
def test_keys_are_texts(key):
    assert problems(f"a: 1\n{key}: 2\n") == [(2, 1, "yaml.key")]


@pytest.mark.parametrize("key", ["a", "'a'", '"a"', '"\\u0061"', "? a\n"])
def test_duplicate_keys_are_found_however_they_are_written(key):
    assert problems(f"a: 1\nb: 2\n{key}: 3\n") == [(3, 3 if key[0] == "?" else 1, "yaml.duplicate")]


def test_duplicate_keys_name_the_first_of_them():
    node, (problem,) = parse(b"b: 1\na: 2\nb: 3\n", "made-up.yaml")
    assert problem.message.values == {"key": "b", "line": 1}
    assert plain(node) == {"b": "1", "a": "2"}


def test_duplicates_are_found_at_every_depth():
    assert problems("a: {b: 1, b: 2}\nc:\n  d: 1\n  d: 2\n- : x\n"[:-6]) == [
        (1, 11, "yaml.duplicate"),
        (4, 3, "yaml.duplicate"),
    ]


def test_keys_of_different_maps_are_no_duplicates():
    assert problems("a: {x: 1}\nb: {x: 1}\n") == []


# Depth and size


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_is_bounded(opening, closing):
    limit = limits.DEPTH
    assert problems(opening * limit + "x" + closing * limit) == []
    assert [key for *_, key in problems(opening * (limit + 1) + "x" + closing * (limit + 1))] == [
        "yaml.depth"
    ]
    assert [key for *_, key in problems(opening * 100_000)] == ["yaml.depth"]


def test_block_nesting_is_bounded():
    text = "".join(" " * depth + "a:\n" for depth in range(limits.DEPTH + 1))
    ((line, column, key),) = problems(text + " " * (limits.DEPTH + 1) + "a: x\n")
    assert (line, column, key) == (limits.DEPTH + 1, limits.DEPTH + 1, "yaml.depth")


def test_texts_are_bounded():
    assert problems("a: " + "x" * limits.TEXT) == []
    assert problems("b: 1\na: " + "x" * (limits.TEXT + 1)) == [(2, 4, "yaml.long_text")]
    assert problems("a: |\n" + "  xxxxxxxxx\n" * 2000) == [(1, 4, "yaml.long_text")]


# Encodings and characters


def test_a_byte_order_mark_is_no_matter():
    assert plain(read(b"\xef\xbb\xbfa: 1\n")) == {"a": "1"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_utf_16_is_named(encoding):
    assert problems("edureport: 1\n".encode(encoding)) == [(None, None, "yaml.utf16")]


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"a: caf\xe9\n", 1, 7, "0xe9"),
        ("a: қ\n".encode() + b"b: \xd2", 2, 4, "0xd2"),
        ("a: б".encode() + b"\xff", 1, 5, "0xff"),
        (b"\x80", 1, 1, "0x80"),
        (b"a: \xed\xa0\x80", 1, 4, "0xed"),  # half of a surrogate pair
        (b"a: \xc0\xaf", 1, 4, "0xc0"),  # not the shortest form
        (b"\xef\xbb\xbfa: caf\xe9\n", 1, 7, "0xe9"),  # after a byte order mark
        ("жол: Білім\n".encode("cp1251"), 1, 1, "0xe6"),
    ],
)
def test_invalid_utf_8_is_shown_where_it_is(data, line, column, byte):
    with pytest.raises(ReportError) as caught:
        parse(data, "made-up.yaml")
    (problem,) = caught.value.problems
    assert problem.message.key == "yaml.encoding"
    assert problem.message.values == {"byte": byte}
    assert (problem.place.line, problem.place.column) == (line, column)


@pytest.mark.parametrize("text", ["", " ", "\n\n", BOM, "# nothing\n", "# a\n# b\n\n"], ids=ascii)
def test_an_empty_file(text):
    assert problems(text) == [(None, None, "yaml.empty")]


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x08", "\x0b", "\x0c", ESC, "\x7f", "\x85", "\x9b", "\u200e", "\u200f", "\u2028",
     "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", BOM, "\ufffe", "\uffff"],
    ids=ascii,
)  # fmt: skip
def test_control_characters_are_refused_raw_and_escaped(character):
    code = f"U+{ord(character):04X}"
    for text in (f"a: 1\nb: x{character}y\n", f'a: 1\nb: "x\\u{ord(character):04x}y"\n'):
        try:
            _, found = parse(text.encode(), "made-up.yaml")
        except ReportError as error:
            found = error.problems
        assert [(problem.message.key, dict(problem.message.values)) for problem in found] == [
            ("yaml.control", {"code": code})
        ]
        assert found[0].place.line == 2


@pytest.mark.parametrize(
    "escape", ["\\r", "\\x0d", "\\t", "\\x09", "\\b", "\\a", "\\e", "\\0", "\\N", "\\L", "\\P", "\\v", "\\f"]
)
def test_escapes_make_no_control_characters(escape):
    """A carriage return would overwrite the line on a terminal."""
    assert [key for *_, key in problems(f'a: "x{escape}y"\n')] in (["yaml.control"], ["yaml.tab"])


def test_escapes_are_checked_in_keys_too():
    assert problems('"a\\u001b": 1\n') == [(1, 1, "yaml.control")]


def test_raw_control_characters_are_placed():
    assert problems(f"a: 1\nb: x{ESC}[31m\n{ESC}: 2\n") == [(2, 5, "yaml.control"), (3, 1, "yaml.control")]


@pytest.mark.parametrize("text", ["a:\t1\n", "\ta: 1\n", "a: 1\t# x\n", "a: 'x\ty'\n", "a:\n\tb: 1\n"])
def test_tabs_are_refused(text):
    (found,) = problems(text)
    line = text[: text.index("\t")].count("\n") + 1
    column = text.index("\t") - text.rfind("\n", 0, text.index("\t"))
    assert found == (line, column, "yaml.tab")


def test_letters_of_all_languages_are_no_control_characters():
    text = "ә ғ қ ң ө ұ ү һ і ё Ї „“ « » – — … № ₸ € é ü ß 河 🏫 👩‍🏫 \u00a0 \u202f \u2009 \u00ad"
    assert plain(read(f"a: {text}x\n")) == {"a": text + "x"}


# What is no YAML


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        ("a: 1\n---\nb: 2\n", 2, 1, "yaml.documents"),
        ("a: 1\n...\n---\nb: 2\n", 3, 1, "yaml.documents"),
        ("a: 1\nvalue: >300\n", 2, 8, "yaml.block_scalar"),
        ("a: 1\nvalue: > 300\n", 2, 8, "yaml.block_scalar"),
        ("a: 1\nvalue: >=300\n", 2, 8, "yaml.block_scalar"),
        ("a: 1\nvalue: >03\n", 2, 8, "yaml.block_scalar"),
        ("a: 1\nb: c: d\n", 2, 5, "yaml.colon"),
        ("a: 1\nb\nc: 2\n", 2, 1, "yaml.no_colon"),
        ("a: 1\nb\n", 2, 1, "yaml.no_colon"),
        ("a: 1\nb\n  c: 2\n", 2, 1, "yaml.no_colon"),
        ("a:\n  b 1\n\n  # note\n  c: 2\n", 2, 3, "yaml.no_colon"),
        ("a:\n  b 'x'  # x: y\n  c: 2\n", 2, 3, "yaml.no_colon"),
        ("a:\n  b: [1,\n   2]\n    c: 2\n", 4, 5, "yaml.indentation"),
        ("a:\n  b: {x: 1,\n   y}\n    c: 2\n", 4, 5, "yaml.indentation"),
        ("a:\n  b: [1,\n   2, [3\n   ]]  # x\n    c: 2\n", 5, 5, "yaml.indentation"),
        ("a: 1\nb: 'x\n", 2, 4, "yaml.quote"),
        ('a: 1\nb: "x\nc: 2\n', 2, 4, "yaml.quote"),
        ("a: 1\nb: [x\n", 3, 1, "yaml.bracket"),
        ("a: 1\nb: {x: 1\nc: 2\n", 3, 2, "yaml.bracket"),
        ("a: 1\nb: @x\n", 2, 4, "yaml.sign"),
        ("a: 1\nb: %x\n", 2, 4, "yaml.sign"),
        ("a: 1\nb: `x`\n", 2, 4, "yaml.sign"),
        ("a: 1\nb: & x\n", 2, 5, "yaml.sign"),
        ("a: 1\nb: * x\n", 2, 5, "yaml.sign"),
        ('a: 1\nb: "\\q"\n', 2, 6, "yaml.escape"),
        ('a: 1\nb: "\\xzz"\n', 2, 7, "yaml.escape"),
        ('a: 1\nb: "\\ud800"\n', 2, 7, "yaml.escape"),
        ("a: 1\n  b: 2\n", 2, 3, "yaml.indentation"),
        ("  a: 1\nb: 2\n", 2, 1, "yaml.syntax"),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "yaml.indentation"),
        ("a:\n  b: 1\n  - c\n", 3, 3, "yaml.indentation"),
        ("a: - b\n", 1, 4, "yaml.syntax"),
    ],
)
def test_what_cannot_be_read_says_where_and_why(text, line, column, key):
    ((found_line, found_column, found_key),) = problems(text)
    assert (found_line, found_key) == (line, key)
    assert abs(found_column - column) <= 1  # of a sign and what follows it, either will do


def test_what_was_found_before_is_not_forgotten():
    assert [key for *_, key in problems("a: 1\na: 2\nb: !x 1\nc: 'x\n")] == [
        "yaml.duplicate",
        "yaml.tag",
        "yaml.quote",
    ]


@given(
    st.binary(max_size=200)
    | st.text(max_size=100).map(str.encode)
    | st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,?\n ~0", max_size=60).map(str.encode)
)
def test_any_bytes_are_read_or_diagnosed(data):
    for *_, key in problems(data):
        assert key.startswith("yaml.")


# Ten megabytes of anything


JUNK = """
import sys
from pathlib import Path
from edureport.errors import ReportError
from reported import read_report
size, made = int(sys.argv[1]), eval(sys.argv[2])
piece = (made * (size // len(made) + 1))[:size]
try:
    read_report(b"edureport: 1\\n" + piece, "junk.yaml")
except ReportError as error:
    print(error.problems[0].message.key)
status = Path("/proc/self/status").read_text()  # getrusage counts the parent before the exec, too
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024, "MB")
"""
MEGABYTE = 2**20


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory by /proc")
@pytest.mark.parametrize(
    ("size", "made"),
    [
        (10 * MEGABYTE, b"x"),
        (10 * MEGABYTE, b"["),
        (10 * MEGABYTE, b"- "),
        (10 * MEGABYTE, b"a: "),
        (10 * MEGABYTE, b"\x1b"),
        (10 * MEGABYTE, b"\xe9"),
        (10 * MEGABYTE, b"'"),
        (10 * MEGABYTE, b"\n"),
        (10 * MEGABYTE, b"&a [*a, "),
        (MEGABYTE, b"a\tb\tc\n"),  # a table of another program
        (MEGABYTE // 4, b"a: 1\n"),
        (MEGABYTE, b"- !x y\n"),
    ],
)
def test_junk_takes_bounded_time_and_memory(size, made):
    done = subprocess.run(
        [sys.executable, "-c", JUNK, str(size), repr(made)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    key, memory, _ = done.stdout.split()
    assert key.startswith(("yaml.", "file."))
    assert int(memory) < 400


COUNT = """
import sys
from edureport.errors import ReportError
from edureport.reading.parsing import parse
try:
    found = parse(sys.stdin.buffer.read(), "junk.yaml")[1]
except ReportError as error:
    found = error.problems
print(len(found))
"""


def test_many_keys_and_as_many_duplicates():
    """Each duplicate names the line of the first, without a search through all keys."""
    keys = "".join(f"k{number}: 1\n" for number in range(20_000)).encode()
    done = subprocess.run(
        [sys.executable, "-c", COUNT], input=keys + keys, capture_output=True, timeout=60, check=True
    )
    assert int(done.stdout) > 0


def test_the_number_of_nodes_that_are_kept_is_bounded(monkeypatch):
    monkeypatch.setattr("edureport.reading.parsing._LIMITS.kept", 5)
    assert problems("[a, a, a, a]") == []  # the list and what is in it
    assert problems("[a, a, a, a, a]") == [(1, 14, "yaml.kept")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("edureport: 1\rreport:\r  id\r  b: 2\r", [(3, 3, "yaml.no_colon")]),
        ("edureport: 1\r\nreport:\r\n    a: 1\r\n      b: 2\r\n", [(4, 7, "yaml.indentation")]),
        ("edureport: 1\rreport:\r    a: 1\r      b: 2\r", [(4, 7, "yaml.indentation")]),
    ],
)
def test_a_slip_is_told_in_its_line_whatever_ends_the_lines(text, told):
    assert problems(text) == told
